"""Which words are frequent: the chart of the table frequencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import among, noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MOST: Final = 20
_LIGHT: Final = "#BFBFBF"
_NEEDED: Final = ["type", "frequency", "relative_frequency", "document_frequency"]


@noted
def frequencies(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The first 20 types of the table as dots, with their tokens and documents in numbers.

    Parameters
    ----------
    table : made by :func:`mediastudy.frequencies`; its first rows are drawn, so filter and sort it to draw others
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
    >>> row = {"type": ["aid"], "frequency": [3], "relative_frequency": [600000.0], "document_frequency": [2]}
    >>> frequencies(pd.DataFrame(row)).get_label()
    'Most frequent of 1 type: “aid” (3 times, 600,000 per million tokens, in 2 documents).'
    """
    tables.require(table, _NEEDED, what="frequencies")
    frame.once(table, "type", by="outlet")
    top = table.head(_MOST).reset_index(drop=True)
    ax = frame.row_axes(ax, len(top))
    ax.hlines(top.index, 0, top["relative_frequency"], color=_LIGHT, linewidth=1.5, zorder=2)
    ax.scatter(top["relative_frequency"], top.index, s=36, color=frame.BLUE, zorder=3)
    pairs = zip(top["frequency"], top["document_frequency"], strict=True)
    frame.beside(ax, top["relative_frequency"], [f"{tokens:,} in {documents:,}" for tokens, documents in pairs])
    frame.rows(ax, [str(name) for name in top["type"]], none="no types")
    ax.set_xlim(0, float(top["relative_frequency"].max()) * 1.22 if len(top) else 1.0)
    ax.xaxis.set_major_formatter("{x:,g}")
    rate = among("occurrences per million tokens", table)
    ax.set_xlabel(f"{rate} (beside the dots: occurrences in documents)")
    ax.set_label(_frequencies_sentence(table))
    return ax


def _frequencies_sentence(table: pd.DataFrame) -> str:
    """The finding of a frequency table in numbers."""
    if not len(table):
        return "The frequency table is empty."
    highest = [
        f"“{row.type}” ({row.frequency:,} times, {row.relative_frequency:,.0f} per million tokens, "
        f"in {row.document_frequency:,} document{'s' if row.document_frequency != 1 else ''})"
        for row in table.head(3).itertuples()
    ]
    noun = "type" if len(table) == 1 else "types"
    return f"Most frequent of {len(table):,} {noun}: {', '.join(highest)}."
