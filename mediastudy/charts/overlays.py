"""What is drawn over the points of a timeline: its smoothed line and its changes, found by phrase and group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame, lines, spans

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from mediastudy.charts.lines import Line

SMOOTH: Final = ["period", "phrase", "smooth"]
CHANGES: Final = ["period", "phrase", "low", "high", "rate_before", "rate_after", "ratio", "ratio_low", "ratio_high"]
# How the interval of a change looks: a tone unlike that of the bands, between dashed edges for grey print.
SHADED: Final = {"facecolor": "#FCF5DF", "edgecolor": "#8F6200", "linestyle": (0, (2, 2)), "linewidth": 0.7}
# From this share of the axes on, what is said of a change stands left of it.
_LATE: Final = 0.72


def labels_for(other: pd.DataFrame, table: pd.DataFrame, labels: pd.Series) -> pd.Series:
    """The line of the timeline that each row of another table belongs to, missing if it has none.

    Examples
    --------
    >>> table = pd.DataFrame({"outlet": ["Post", "Herald"], "phrase": "aid"})
    >>> labels_for(table.iloc[[1]], table, pd.Series(["Post", "Herald"])).tolist()
    ['Herald']
    """
    possible = [*frame.group_columns(table), "phrase", "variant", "unit"]
    keys = [name for name in possible if name in table and name in other]
    known = dict(zip(_keys(table, keys), labels, strict=True))
    return pd.Series([known.get(key) for key in _keys(other, keys)], index=other.index, dtype="str")


def _keys(table: pd.DataFrame, keys: list[str]) -> list[tuple[str, ...]]:
    """Each row's values of the columns, a missing one empty."""
    return list(zip(*(table[name].astype("str").fillna("") for name in keys), strict=True))


def smooth_lines(smooth: pd.DataFrame, found: list[Line], labels: pd.Series, laid: pd.DataFrame) -> list[Line]:
    """The smoothed rows of each line, in its style and at the dates of its points.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> smooth_lines(pd.DataFrame(columns=["period", "phrase", "smooth"]), [], pd.Series([]), pd.DataFrame())
    []
    """
    tables.require(smooth, SMOOTH, what="smoothed")
    made = []
    for line in found:
        rows = smooth[labels.eq(line.label).to_numpy(dtype=bool)].sort_values("period")
        shift = (line.rows["at"] - line.rows["period"].map(laid.set_index("period")["middle"])).iloc[0]
        at = rows["period"].map(laid.set_index("period")["middle"]) + shift
        missing = pd.Series(float("nan"), index=rows.index)
        ends = {end: rows.get(f"smooth_{end}", missing).astype(float) for end in ("low", "high")}
        made.append(line._replace(rows=rows.assign(at=at, value=rows["smooth"].astype(float), **ends)))
    return made


def draw_smooth(ax: Axes, smoothed: list[Line]) -> bool:
    """The smoothed lines with their bands; what comes back is whether any has a band.

    Examples
    --------
    >>> draw_smooth(frame.axes(None, height=1.0), [])
    False
    """
    for line in smoothed:
        rows, style = line.rows, line.style
        ax.plot(rows["at"], rows["value"], color=style.colour, linestyle=style.dashes, linewidth=2.2, zorder=2.6)
        lines.band(ax, line)
    return any(line.rows["low"].notna().any() for line in smoothed)


def draw_changes(ax: Axes, found: list[tuple[Line, pd.DataFrame]], laid: pd.DataFrame) -> None:
    """Each change as an upright line with its interval shaded, the levels before and after it as steps, and its ratio.

    A change lies between the middle of the last period before its interval and the middle of the interval's last
    period, for nothing is known of the days inside a period.

    Examples
    --------
    >>> draw_changes(frame.axes(None, height=1.0), [], pd.DataFrame())
    """
    for line, rows in found:
        ordered = rows.sort_values("period")
        starts = [laid["period"].min(), *ordered["period"]]
        ends = [*ordered["period"], laid["end"].max()]
        levels = [*ordered["rate_before"].head(1), *ordered["rate_after"]]
        if len(ordered):
            ax.hlines(levels, starts, ends, color=line.style.ink, linewidth=1.8, linestyle=(0, (4, 1.2)), zorder=2.8)
    said = 0
    for line, rows in found:
        for change in rows.sort_values("period").itertuples():
            _draw_change(ax, change, line, laid, place=said)
            said += 1


def _draw_change(ax: Axes, change: Any, line: Line, laid: pd.DataFrame, *, place: int) -> None:
    """One change with its interval and ratio, the latter lower the more were written before."""
    from matplotlib import patheffects

    before = laid.loc[laid["period"] < change.low, "middle"]
    until = laid.loc[laid["period"] <= change.high, "middle"]
    low: Any = before.max() if len(before) else laid["period"].min()
    high: Any = until.max() if len(until) else change.high
    shaded: dict[str, Any] = SHADED
    ax.axvspan(low, high, zorder=0.5, **shaded)
    ax.axvline(change.period, color=line.style.ink, linewidth=1.3, zorder=2.4)
    first, last = laid["period"].min(), laid["end"].max()
    late = (change.period - first) / (last - first) > _LATE
    words: dict[str, Any] = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
    words |= {"ha": "right" if late else "left", "va": "top", "fontsize": "small", "color": line.style.ink}
    words |= {"xytext": (-4 if late else 4, -2 - 12 * (place % 4)), "zorder": 5}
    halo = [patheffects.withStroke(linewidth=3, foreground="white")]
    ax.annotate(ratio(change), (change.period, 1.0), path_effects=halo, **words)


def ratio(change: Any) -> str:
    """The ratio after a change with its interval.

    Examples
    --------
    >>> row = {"ratio": [2.31], "ratio_low": [1.8], "ratio_high": [3.05]}
    >>> ratio(next(pd.DataFrame(row).itertuples()))
    '×2.3 (1.8 to 3)'
    """
    low, high = frame.plain(change.ratio_low), frame.plain(change.ratio_high)
    return f"×{frame.plain(change.ratio)} ({low} to {high})"


def changes_told(found: list[tuple[Line, pd.DataFrame]], laid: pd.DataFrame, every: str) -> str:
    """The changes in a sentence, with their intervals; a line without one is named too.

    Examples
    --------
    >>> changes_told([], pd.DataFrame(), "year")
    ''
    """
    label = dict(zip(laid["period"], laid["label"], strict=True)) if len(laid) else {}

    def named(period: Any) -> str:
        return spans.named(str(label.get(period, f"{period:%Y-%m-%d}")), every)

    parts = []
    for line, rows in found:
        changes = [
            f"{named(change.period)} (between {named(change.low)} and {named(change.high)}), "
            f"{frame.plain(change.ratio)} times as often afterwards (95 % interval {frame.plain(change.ratio_low)} to "
            f"{frame.plain(change.ratio_high)})"
            for change in rows.sort_values("period").itertuples()
        ]
        parts.append(
            f"{line.label} changes in {' and in '.join(changes)}" if changes else f"{line.label} has no change"
        )
    return f"{'; '.join(parts)}." if parts else ""
