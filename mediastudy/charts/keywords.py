"""Which words set two corpora apart: the chart of the table keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST: Final = 15
_LEVEL: Final = 0.05
# A colour and a marker for each side, so that nobody needs the colour.
_TARGET: Final = (frame.BLUE, "o")
_REFERENCE: Final = (frame.ORANGE, "s")
_DARK: Final = "#B34E00"
# Where the columns of counts end, in points from the frame.
_COLUMNS: Final = (52, 108)
_NEEDED: Final = [
    "type",
    "frequency_target",
    "frequency_reference",
    "log_ratio",
    "log_ratio_low",
    "log_ratio_high",
    "q",
]
_AXIS: Final = "log ratio (1: twice, 2: four times as frequent in the target; −1: in the reference)"
_KEY: Final = "filled: q < 0.05; lines: 95 % intervals, whole stories taken as independent"


@noted
def keywords(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The first 15 types of the target and the first 15 of the reference, as dots with their intervals.

    A dot is filled where q is below 0.05. An interval that reaches far beyond all dots is cut by the frame. To the
    right stand the occurrences in the target and in the reference.

    Parameters
    ----------
    table : made by :func:`mediastudy.keywords`; the first rows of each sign are drawn, so sort it to draw others
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, or holds a type twice, as it does for several groups.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"type": ["aid"], "frequency_target": [9], "frequency_reference": [2], "log_ratio": [2.17], "q": [0.01]}
    >>> keywords(pd.DataFrame(row | {"log_ratio_low": [0.4], "log_ratio_high": [4.1]})).get_label()
    'Of 1 type, 1 differs with q < 0.05. First for the target: “aid” (log ratio 2.2, 95 % interval 0.4 to 4.1, 9:2).'
    """
    tables.require(table, _NEEDED, what="keywords")
    frame.once(table, "type", by="outlet")
    target, reference = _first(table, 1), _first(table, -1)
    ax = frame.row_axes(ax, len(target) + len(reference), edge=1.2)
    low, high = _limits(target, reference)
    for rows, style, below in ((target, _TARGET, 0), (reference, _REFERENCE, len(target))):
        _draw(ax, rows.set_axis(range(below, below + len(rows))), style, (low, high))
    frame.rows(ax, [frame.shortened(name) for side in (target, reference) for name in side["type"]], none="no types")
    ax.set_xlim(low, high)
    ax.axvline(0, color=frame.GREY, linewidth=0.8, zorder=1)
    if len(target) and len(reference):
        ax.axhline(len(target) - 0.5, color="#BFBFBF", linewidth=0.8, zorder=1)
    _counts(ax, target, reference)
    ax.set_xlabel(f"{_AXIS}\n{_KEY}")
    ax.set_label(_sentence(table, target, reference))
    return ax


def _first(table: pd.DataFrame, sign: int) -> pd.DataFrame:
    """The rows of one side that are drawn."""
    side: pd.DataFrame = table[np.sign(table["log_ratio"]) == sign]
    return side.head(_MOST).reset_index(drop=True)


def _limits(target: pd.DataFrame, reference: pd.DataFrame) -> tuple[float, float]:
    """The ends of the axis: room for 0, every dot, and intervals that reach half as far again."""
    drawn = pd.concat([target, reference])
    dots = np.append(drawn["log_ratio"].to_numpy(float), 0.0)
    reach = max(float(np.ptp(dots)), 1.0) / 2
    ends = np.append(drawn[["log_ratio_low", "log_ratio_high"]].to_numpy(float).ravel(), dots)
    low, high = (float(bound) for bound in (np.nanmin(ends), np.nanmax(ends)))
    low, high = max(low, float(dots.min()) - reach), min(high, float(dots.max()) + reach)
    room = max(0.06 * (high - low), 0.3)
    return low - room, high + room


def _draw(ax: Axes, rows: pd.DataFrame, style: tuple[str, str], limits: tuple[float, float]) -> None:
    """The dots of one side over their intervals; an open end runs to the edge."""
    colour, marker = style
    low, high = (rows[name].clip(*limits) for name in ("log_ratio_low", "log_ratio_high"))
    ax.hlines(list(rows.index), low, high, color=colour, linewidth=1.4, alpha=0.7, zorder=2)
    filled = [colour if q < _LEVEL else "white" for q in rows["q"]]
    dots: Any = {"s": 38, "marker": marker, "edgecolor": colour, "linewidth": 1.4}
    ax.scatter(rows["log_ratio"], rows.index, color=filled, zorder=3, **dots)


def _counts(ax: Axes, target: pd.DataFrame, reference: pd.DataFrame) -> None:
    """The occurrences in target and reference, in two columns right of the frame."""
    sides = [*target.itertuples(), *reference.itertuples()]
    if sides:
        _beside(ax, -1, ("target", "reference"))
    for row, entry in enumerate(sides):
        _beside(ax, row, (f"{entry.frequency_target:,}", f"{entry.frequency_reference:,}"))


def _beside(ax: Axes, row: int, words: tuple[str, str]) -> None:
    """A word or number in each of the two columns."""
    style: Any = {"xycoords": ("axes fraction", "data"), "textcoords": "offset points", "annotation_clip": False}
    style |= {"va": "center", "ha": "right", "fontsize": "small"}
    for text, colour, place in zip(words, (_TARGET[0], _DARK), _COLUMNS, strict=True):
        ax.annotate(text, (1, row), xytext=(place, 0), color=colour, **style)


def _sentence(table: pd.DataFrame, target: pd.DataFrame, reference: pd.DataFrame) -> str:
    """The finding of a keyness table in numbers."""
    if not len(table):
        return "The keyness table is empty."
    differing = int((table["q"] < _LEVEL).sum())
    verb = "differs" if differing == 1 else "differ"
    parts = [f"Of {frame.counted(len(table), 'type')}, {differing:,} {verb} with q < 0.05."]
    for name, side in (("target", target), ("reference", reference)):
        if len(side):
            parts.append(f"First for the {name}: {', '.join(map(_told, side.head(3).itertuples()))}.")
    return " ".join(parts)


def _told(row: Any) -> str:
    """One type in the sentence."""
    ratio = f"log ratio {row.log_ratio:.1f}, 95 % interval {row.log_ratio_low:.1f} to {row.log_ratio_high:.1f}"
    return f"“{row.type}” ({ratio}, {row.frequency_target:,}:{row.frequency_reference:,})"
