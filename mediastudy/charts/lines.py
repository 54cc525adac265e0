"""Lines over periods: which there are, how each is told apart, and how its points and its uncertainty are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy.charts import frame

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FEW_DOCUMENTS: Final = 5
"""Points of periods with fewer documents are hollow."""

_CROWDED: Final = 60
# Several lines stand side by side within this share of a period, so that their strokes can be told apart.
_SPREAD: Final = 0.42
_SCALES: Final = ((_CROWDED, 1.0), (4 * _CROWDED, 0.3), (np.inf, 0.1))
_CLEAR: Final = 0.18
_FAINT: Final = 0.07
# Areas of the points in square points: what the smallest has, and what the largest has beside it.
_SMALLEST: Final = 11.0
_GROWTH: Final = 56.0


class Style(NamedTuple):
    """How a line is told apart: its colour, a darker tone for text, its marker and its dashes."""

    colour: str
    ink: str
    marker: str
    dashes: Any


class Line(NamedTuple):
    """One line: its label, its rows by period with ``at``, ``value``, ``low`` and ``high``, and its style."""

    label: str
    rows: pd.DataFrame
    style: Style


# Okabe and Ito's colours, each with a marker and dashes of its own, so that grey print will do.
STYLES: Final = (
    Style(frame.BLUE, frame.BLUE, "o", "-"),
    Style(frame.ORANGE, "#B34E00", "s", (0, (5, 1.5))),
    Style("#000000", "#000000", "^", (0, (1.5, 1.2))),
    Style("#E69F00", "#8F6200", "D", (0, (6, 1.5, 1.5, 1.5))),
    Style("#009E73", "#00785A", "v", "-"),
    Style("#CC79A7", "#9C4A78", "P", (0, (5, 1.5))),
    Style("#56B4E9", "#1F6F9F", "X", (0, (1.5, 1.2))),
)


def split(table: pd.DataFrame, labels: pd.Series, laid: pd.DataFrame, *, values: tuple[str, str, str]) -> list[Line]:
    """The lines of a table by their labels, in its order; ``values`` names the columns of the value and its interval.

    Raises
    ------
    ValueError
        If there are more lines than can be told apart.

    Examples
    --------
    >>> from mediastudy.charts.spans import laid_out
    >>> rows = {"period": pd.to_datetime(["1994-01-01"]), "rate": [5.0], "rate_low": [1.0], "rate_high": [14.6]}
    >>> table = pd.DataFrame(rows)
    >>> named = pd.Series(["aid"])
    >>> [line.label for line in split(table, named, laid_out(table), values=("rate", "rate_low", "rate_high"))]
    ['aid']
    """
    if not len(table):
        return []
    middle = laid.set_index("period")["middle"]
    value, low, high = values
    drawn = table.assign(value=table[value], low=table[low], high=table[high], at=table["period"].map(middle))
    found = list(drawn.groupby(labels.to_numpy(), sort=False))
    if len(found) > len(STYLES):
        message = (
            f"The table holds {len(found)} lines; up to {len(STYLES)} can be told apart in one panel. "
            "Choose some phrases or groups: table[table['outlet'].isin([...])], "
            "or draw a panel for each group with charts.timelines."
        )
        raise ValueError(message)
    return [
        Line(str(name), rows.sort_values("period"), style)
        for (name, rows), style in zip(found, STYLES, strict=False)
    ]  # fmt: skip


def labels_of(table: pd.DataFrame) -> pd.Series:
    """Each row's line in a timeline: its phrase or variant, its group, or both if both differ.

    Examples
    --------
    >>> labels_of(pd.DataFrame({"outlet": ["Post", "Herald"], "phrase": "aid", "variant": None})).tolist()
    ['Post', 'Herald']
    """
    phrase = quoted(table)
    group = frame.group_names(table)
    units = "unit" in table and len(table["unit"].unique()) > 1
    if not frame.group_columns(table) and not units:
        return phrase
    return group if len(phrase.unique()) <= 1 else phrase + ", " + group


def quoted(table: pd.DataFrame) -> pd.Series:
    """Each row's phrase or variant in quotation marks.

    Examples
    --------
    >>> quoted(pd.DataFrame({"phrase": ["aid"], "variant": [None]})).tolist()
    ['“aid”']
    """
    return "“" + table["variant"].fillna(table["phrase"]).astype("str") + "”"


def whole(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of whole phrases, or all rows if there are variants alone.

    Examples
    --------
    >>> len(whole(pd.DataFrame({"variant": [None, "foreign aid"]}))), len(whole(pd.DataFrame({"variant": ["aid"]})))
    (1, 1)
    """
    return table[table["variant"].isna()] if table["variant"].isna().any() else table


def apart(lines: list[Line], laid: pd.DataFrame) -> list[Line]:
    """The lines with their points moved apart by a part of a period; one line stays where it is, as do many periods.

    Examples
    --------
    >>> apart([], pd.DataFrame({"period": [], "end": []}))
    []
    """
    if crowded(laid) or len(lines) <= 1:
        return lines
    step = _SPREAD * (laid["end"] - laid["period"]).min() / len(lines)
    middle = (len(lines) - 1) / 2
    return [
        line._replace(rows=line.rows.assign(at=line.rows["at"] + (place - middle) * step))
        for place, line in enumerate(lines)
    ]


def crowded(laid: pd.DataFrame) -> bool:
    """Whether there are so many periods that points must be small and lines can't stand beside each other.

    Examples
    --------
    >>> crowded(pd.DataFrame({"period": [1994]}))
    False
    """
    return len(laid) > _CROWDED


def scale_of(laid: pd.DataFrame) -> float:
    """How large points are drawn: the more periods there are, the smaller.

    Examples
    --------
    >>> scale_of(pd.DataFrame({"period": range(100)}))
    0.3
    """
    return next(factor for most, factor in _SCALES if len(laid) <= most)


def areas(documents: pd.Series[Any], most: float, *, scale: float = 1.0) -> np.ndarray[Any, Any]:
    """The areas of points in square points, growing with the root of the documents so that small periods are seen.

    Examples
    --------
    >>> areas(pd.Series([0, 25, 100]), 100).tolist()
    [11.0, 39.0, 67.0]
    """
    grown = _SMALLEST + _GROWTH * np.sqrt(documents.to_numpy(dtype=float) / max(most, 1.0))
    return np.asarray(grown * scale, dtype=float)


def draw(ax: Axes, lines: list[Line], *, most: float, joined: bool = True, scale: float = 1.0) -> None:
    """The lines with their points and intervals; the points alone, with thin strokes, unless they are ``joined``.

    A single line has a band; several have strokes beside each other, or outlined bands where periods are many.

    Examples
    --------
    >>> draw(frame.axes(None, height=1.0), [], most=1)
    """
    for line in lines:
        many = crowded(line.rows)
        if joined:
            width = 1.4 if scale > _SCALES[-1][1] else 0.7
            ax.plot(line.rows["at"], line.rows["value"], **_stroke(line), linewidth=width, zorder=2.5)
        if joined and (len(lines) == 1 or many):
            band(ax, line, outlined=len(lines) > 1)
        else:
            rows = line.rows
            ax.vlines(rows["at"], rows["low"], rows["high"], color=line.style.colour, alpha=0.55, linewidth=0.9)
        _points(ax, line, most=most, scale=scale)


def _stroke(line: Line) -> dict[str, Any]:
    """Colour and dashes of a line."""
    return {"color": line.style.colour, "linestyle": line.style.dashes}


def _points(ax: Axes, line: Line, *, most: float, scale: float) -> None:
    """The points of a line, larger the more documents stand behind them, hollow where these are few."""
    rows = line.rows.dropna(subset="value")
    # Points of unknown documents are filled and of one size.
    documents = rows["documents"] if "documents" in rows else pd.Series(FEW_DOCUMENTS, index=rows.index)
    most = most if "documents" in rows else 4.0 * FEW_DOCUMENTS
    face = np.where(documents < FEW_DOCUMENTS, "white", line.style.colour)
    style: dict[str, Any] = {"marker": line.style.marker, "edgecolors": line.style.colour, "linewidths": 0.9}
    size = areas(documents, most, scale=scale)
    ax.scatter(rows["at"], rows["value"], s=size, facecolors=list(face), zorder=3, clip_on=False, **style)


def band(ax: Axes, line: Line, *, outlined: bool = False) -> None:
    """The interval of a line; a period between two that are not covered shows it as an upright stroke.

    Examples
    --------
    >>> rows = pd.DataFrame({"at": [1, 2], "value": [5.0, 6.0], "low": [4.0, 5.0], "high": [6.0, 7.0]})
    >>> ax = frame.axes(None, height=1.0)
    >>> band(ax, Line("aid", rows, STYLES[0]))
    >>> len(ax.collections)
    2
    """
    rows, colour = line.rows, line.style.colour
    low, high = rows["low"], rows["high"]
    ax.fill_between(rows["at"], low, high, color=colour, alpha=_FAINT if outlined else _CLEAR, linewidth=0)
    if outlined:
        ax.fill_between(rows["at"], low, high, facecolor="none", edgecolor=colour, alpha=0.6, linewidth=0.6)
    known = rows["value"].notna()
    alone = rows[known & ~known.shift(1, fill_value=False) & ~known.shift(-1, fill_value=False)]
    ax.vlines(alone["at"], alone["low"], alone["high"], color=colour, alpha=2 * _CLEAR, linewidth=3)


def limits(ax: Axes, lines: list[Line], *, headroom: float = 1.8) -> None:
    """A vertical axis from zero; an interval that reaches far above all values is cut by the frame.

    Examples
    --------
    >>> ax = frame.axes(None, height=1.0)
    >>> limits(ax, [])
    >>> [float(end) for end in ax.get_ylim()]
    [0.0, 1.0]
    """
    values = pd.concat([line.rows for line in lines]) if lines else pd.DataFrame({"value": [0.0], "high": [0.0]})
    finite = values[["value", "high"]].astype(float).replace(np.inf, np.nan).max()
    highest, reach = (0.0 if pd.isna(end) else float(end) for end in finite)
    top = min(max(reach, highest), highest * headroom) if highest > 0 else reach
    ax.set_ylim(0, top * 1.05 if top > 0 else 1.0)
