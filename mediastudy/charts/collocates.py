"""Which words keep a word company: the chart of the table collocates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MOST: Final = 20
_LIGHT: Final = "#D9D9D9"
# Areas of the dots in square points, the most frequent collocate the largest.
_SMALLEST: Final = 14
_LARGEST: Final = 90
_NEEDED: Final = ["node", "collocate", "frequency", "documents", "log_dice"]


@noted
def collocates(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The first 20 collocates as dots by logDice, larger the more often they stand near the node.

    Parameters
    ----------
    table : made by :func:`mediastudy.collocates`; its first rows are drawn, so filter and sort it to draw others
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, or holds a collocate twice, as it does for several nodes or groups.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"node": ["aid"], "collocate": ["food"], "frequency": [7], "documents": [4], "log_dice": [9.3]}
    >>> collocates(pd.DataFrame(row)).get_label()
    'Of 1 collocate of “aid”, these come first: “food” (logDice 9.3, 7 times in 4 documents).'
    """
    tables.require(table, _NEEDED, what="collocates")
    frame.once(table, "collocate", by="node")
    top = table.head(_MOST).reset_index(drop=True)
    ax = frame.row_axes(ax, len(top))
    ax.scatter(top["log_dice"], top.index, s=_areas(top["frequency"]), color=frame.BLUE, zorder=3)
    pairs = zip(top["frequency"], top["documents"], strict=True)
    frame.beside(ax, top["log_dice"], [f"{hits:,} in {documents:,}" for hits, documents in pairs])
    frame.rows(ax, [frame.shortened(name) for name in top["collocate"]], none="no collocates")
    low, high = _limits(top["log_dice"])
    ax.hlines(top.index, low, top["log_dice"], color=_LIGHT, linewidth=1, linestyle=":", zorder=1)
    ax.set_xlim(low, high)
    near = f" near “{_node(table)}”" if len(table) else ""
    ax.set_xlabel(f"logDice (size and first number: occurrences{near}; second: documents)")
    ax.set_label(_sentence(table))
    return ax


def _areas(frequency: pd.Series[int]) -> list[float]:
    """Areas of the dots, in proportion to the frequency where that is large enough to see."""
    most = max([1, *frequency])
    return [max(_LARGEST * count / most, _SMALLEST) for count in frequency]


def _limits(values: pd.Series[float]) -> tuple[float, float]:
    """The ends of the axis, with room for the numbers on the right."""
    finite = values[np.isfinite(values)]
    if not len(finite):
        return 0.0, 14.0
    low, high = float(finite.min()), float(finite.max())
    span = max(high - low, 1.0)
    return low - 0.08 * span, high + 0.24 * span


def _node(table: pd.DataFrame) -> str:
    """The node, or the nodes, short enough for a chart."""
    return frame.shortened(", ".join(dict.fromkeys(table["node"].astype("str"))))


def _told(row: Any) -> str:
    """One collocate in the sentence."""
    times, documents = frame.counted(row.frequency, "time"), frame.counted(row.documents, "document")
    return f"“{row.collocate}” (logDice {row.log_dice:.1f}, {times} in {documents})"


def _sentence(table: pd.DataFrame) -> str:
    """The finding of a table of collocates in numbers."""
    if not len(table):
        return "The table of collocates is empty."
    first = map(_told, table.head(3).itertuples())
    total = frame.counted(len(table), "collocate")
    return f"Of {total} of “{_node(table)}”, these come first: {', '.join(first)}."
