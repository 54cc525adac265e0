"""Phrases over time with their uncertainty: the chart of the table timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame, periods
from mediastudy.charts.notes import among, noted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_SHADE: Final = "#E8E8E8"

# Okabe and Ito's colours, a darker tone for text, a marker and a line of its own for each, so that grey print will do.
_STYLES: Final[Sequence[tuple[str, str, str, Any]]] = (
    (frame.BLUE, frame.BLUE, "o", "-"),
    (frame.ORANGE, "#B34E00", "s", (0, (5, 1.5))),
    ("#000000", "#000000", "^", (0, (1.5, 1.2))),
    ("#E69F00", "#8F6200", "D", (0, (6, 1.5, 1.5, 1.5))),
    ("#009E73", "#00785A", "v", "-"),
    ("#CC79A7", "#9C4A78", "P", (0, (5, 1.5))),
    ("#56B4E9", "#1F6F9F", "X", (0, (1.5, 1.2))),
)
_NEEDED: Final = ["period", "phrase", "variant", "hits", "documents", "rate", "rate_low", "rate_high", "covered"]
_FEW: Final = 60
# Several lines stand side by side within this share of a period, so that their strokes can be told apart.
_SPREAD: Final = 0.42
_CLEAR: Final = 0.16
_FAINT: Final = 0.07
# The band may reach this many times as high as the highest rate before it is cut by the frame.
_HEADROOM: Final = 1.8


class _Line(NamedTuple):
    """One line of the chart: its label and its rows by period, with the date ``at`` which each is drawn."""

    label: str
    rows: pd.DataFrame


class _End(NamedTuple):
    """The last point of a line, which carries its label."""

    rate: float
    period: pd.Timestamp
    at: pd.Timestamp
    label: str
    colour: str


@noted
def timeline(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Rates by period as points and lines with 95 % intervals, a line per phrase and group, labelled at its end.

    The interval of a single line is a band. Those of several lines are strokes, a little beside each other within their
    period; over more than 60 periods they are bands with an outline.
    Periods that no line covers are shaded, and a line breaks where it is not covered itself. Only whole phrases are
    drawn, unless the table holds variants alone. An interval that reaches far above all rates is cut by the frame.

    Parameters
    ----------
    table : made by :func:`mediastudy.timeline`, for up to seven phrases and groups
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column or holds more lines than can be told apart.

    Examples
    --------
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> timeline(pd.DataFrame([row])).get_label()
    'Hits per million tokens by year, 1994: “aid” has 3 hits and is highest in 1994 (5.0, 95 % interval 1.0 to 14.6).'
    """
    tables.require(table, _NEEDED, what="timeline")
    every = periods.kind_of(table["period"])
    apart = table["period"].nunique() <= _FEW
    lines = _beside(_lines(table), every) if apart else _lines(table)
    ax = frame.axes(ax, height=3.0)
    for line, (colour, _, marker, dashes) in zip(lines, _STYLES, strict=False):
        _draw(ax, line.rows, colour=colour, marker=marker, dashes=dashes)
        if len(lines) > 1 and apart:
            _strokes(ax, line.rows, colour=colour)
        else:
            _band(ax, line.rows, colour=colour, outlined=len(lines) > 1)
    gaps = _gaps(lines)
    _shade(ax, gaps, every)
    _frame(ax, table, every)
    _label_ends(ax, lines)
    ax.set_label(_sentence(lines, gaps, every))
    return ax


def _lines(table: pd.DataFrame) -> list[_Line]:
    """The lines to draw, in the table's order."""
    whole = table[table["variant"].isna()] if table["variant"].isna().any() else table
    grouped = len(set(table.columns) - set(tables.COLUMNS["timeline"])) > 0
    group, phrase = frame.group_names(whole), whole["variant"].fillna(whole["phrase"]).astype("str")
    quoted = "“" + phrase + "”"
    label = quoted if not grouped else group if len(phrase.unique()) <= 1 else quoted + ", " + group
    found = [
        _Line(str(name), rows.sort_values("period").assign(at=lambda rows: rows["period"]))
        for name, rows in whole.groupby(label, sort=False)
    ]
    if len(found) > len(_STYLES):
        message = (
            f"The timeline holds {len(found)} lines; up to {len(_STYLES)} can be told apart in one panel. "
            "Choose some phrases or groups: table[table['outlet'].isin([...])]."
        )
        raise ValueError(message)
    return found


def _beside(lines: list[_Line], every: str) -> list[_Line]:
    """The lines with their points moved apart by a part of a period; one line stays where it is."""
    starts, ends = periods.edges(pd.DatetimeIndex(["2000-01-01"]), every)
    step = _SPREAD * (ends[0] - starts[0]) / max(len(lines), 1)
    middle = (len(lines) - 1) / 2
    return [
        line._replace(rows=line.rows.assign(at=line.rows["period"] + (place - middle) * step))
        for place, line in enumerate(lines)
    ]


def _draw(ax: Axes, rows: pd.DataFrame, *, colour: str, marker: str, dashes: Any) -> None:
    """One line with its points; missing rates leave it broken."""
    size = 4.5 if len(rows) <= _FEW else 2.5
    ax.plot(rows["at"], rows["rate"], color=colour, linestyle=dashes, linewidth=1.4, marker=marker, markersize=size)


def _strokes(ax: Axes, rows: pd.DataFrame, *, colour: str) -> None:
    """The intervals of one line among several, as thin upright strokes."""
    ax.vlines(rows["at"], rows["rate_low"], rows["rate_high"], color=colour, alpha=0.55, linewidth=1.0)


def _band(ax: Axes, rows: pd.DataFrame, *, colour: str, outlined: bool) -> None:
    """The interval of a line; a period between two that are not covered shows it as an upright stroke."""
    low, high = rows["rate_low"], rows["rate_high"]
    ax.fill_between(rows["at"], low, high, color=colour, alpha=_FAINT if outlined else _CLEAR, linewidth=0)
    if outlined:
        ax.fill_between(rows["at"], low, high, facecolor="none", edgecolor=colour, alpha=0.6, linewidth=0.6)
    known = rows["rate"].notna()
    alone = rows[known & ~known.shift(1, fill_value=False) & ~known.shift(-1, fill_value=False)]
    ax.vlines(alone["at"], alone["rate_low"], alone["rate_high"], color=colour, alpha=2 * _CLEAR, linewidth=3)


def _gaps(lines: list[_Line]) -> list[pd.Timestamp]:
    """The periods that no line covers."""
    if not lines:
        return []
    covered = pd.concat([line.rows for line in lines]).groupby("period")["covered"].any()
    return list(covered.index[~covered])


def _shade(ax: Axes, gaps: list[pd.Timestamp], every: str) -> None:
    """Grey bands over the periods without documents, the widest of them named."""
    if not gaps:
        return
    starts, ends = periods.edges(pd.DatetimeIndex(gaps), every)
    run = np.cumsum(np.append(False, (starts[1:] - ends[:-1]) > pd.Timedelta(days=3)))
    for number in range(int(run[-1]) + 1):
        ax.axvspan(starts[run == number][0], ends[run == number][-1], color=_SHADE, linewidth=0, zorder=0)
    widest = np.bincount(run).argmax()
    middle = starts[run == widest][0] + (ends[run == widest][-1] - starts[run == widest][0]) / 2
    place: dict[str, Any] = {
        "xy": (middle, 0.985),
        "xycoords": ("data", "axes fraction"),
        "rotation": 90,
        "ha": "center",
        "va": "top",
    }
    ax.annotate("no documents", **place, fontsize="x-small", color=frame.GREY)


def _frame(ax: Axes, table: pd.DataFrame, every: str) -> None:
    """Axes from zero, with units and a plain frame."""
    highest, reach = table["rate"].max(), table["rate_high"].where(table["covered"]).max()
    top = min(reach, highest * _HEADROOM) if highest > 0 else reach
    ax.set_ylim(0, float(top) * 1.05 if top > 0 else 1.0)
    periods.period_axis(ax, table["period"], every)
    ax.yaxis.set_major_formatter("{x:,g}")
    ax.set_xlabel(every)
    ax.set_ylabel(among("hits per million tokens", table))
    ax.spines[["top", "right"]].set_visible(False)


def _label_ends(ax: Axes, lines: list[_Line]) -> None:
    """Each line's label at its end: right of the frame, or beside the last point if the line ends early."""
    from matplotlib import patheffects

    ends = _ends(lines)
    latest = max((end.period for end in ends), default=None)
    style: dict[str, Any] = {"fontsize": "small", "annotation_clip": False}
    halo = [patheffects.withStroke(linewidth=3, foreground="white")]
    for end in ends:
        if end.period != latest:
            above: dict[str, Any] = {"xytext": (5, 5), "textcoords": "offset points", "path_effects": halo}
            ax.annotate(end.label, (end.at, end.rate), color=end.colour, **style, **above)
    late = sorted(end for end in ends if end.period == latest)
    for height, end in zip(_apart(ax, [end.rate for end in late]), late, strict=True):
        stroke = {"arrowstyle": "-", "color": end.colour, "linewidth": 0.6, "alpha": 0.6, "relpos": (0, 0.5)}
        beside: dict[str, Any] = {"xytext": (1.03, height), "textcoords": "axes fraction", "va": "center"}
        ax.annotate(end.label, (end.at, end.rate), color=end.colour, arrowprops=stroke, **style, **beside)


def _ends(lines: list[_Line]) -> list[_End]:
    """The last point of each line that has one."""
    last = [
        (line, line.rows.dropna(subset="rate").tail(1), colour)
        for line, (_, colour, *_) in zip(lines, _STYLES, strict=False)
    ]
    return [
        _End(float(row["rate"].iloc[0]), row["period"].iloc[0], row["at"].iloc[0], frame.shortened(line.label), colour)
        for line, row, colour in last
        if len(row)
    ]


def _apart(ax: Axes, rates: list[float]) -> list[float]:
    """Heights as shares of the frame for ascending rates, pushed apart where labels would collide."""
    gap = 13 / max(ax.get_window_extent().height * 72 / ax.figure.dpi, 40)
    heights = [rate / ax.get_ylim()[1] for rate in rates]
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + gap)
    excess = max(0.0, heights[-1] - 1.0) if heights else 0.0
    heights = [height - excess for height in heights]
    for place in range(len(heights) - 2, -1, -1):
        heights[place] = min(heights[place], heights[place + 1] - gap)
    return heights


def _sentence(lines: list[_Line], gaps: list[pd.Timestamp], every: str) -> str:
    """The finding of a timeline in numbers."""
    if not lines:
        return "The timeline is empty: no document belongs to a period."
    starts = pd.concat([line.rows["period"] for line in lines])
    found = "; ".join(_line_sentence(line, every) for line in lines)
    missing = f"; {len(gaps)} of {starts.nunique()} {every}s have no documents with text" if gaps else ""
    return f"Hits per million tokens by {every}, {periods.written_range(starts, every)}: {found}{missing}."


def _line_sentence(line: _Line, every: str) -> str:
    """A line's total and its highest point."""
    total = int(line.rows["hits"].sum())
    if not total:
        return f"{line.label} has no hits"
    top = line.rows.iloc[int(line.rows["rate"].fillna(-1).argmax())]
    when = periods.written(top["period"], every)
    noun = "hit" if total == 1 else "hits"
    reach = f"{top['rate']:,.1f}, 95 % interval {top['rate_low']:,.1f} to {top['rate_high']:,.1f}"
    return f"{line.label} has {total:,} {noun} and is highest in {when} ({reach})"
