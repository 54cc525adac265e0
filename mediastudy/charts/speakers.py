"""Who is quoted most: the chart of the table speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MOST: Final = 15
_ROW: Final = 0.26
# Okabe and Ito's colours, each kind with a marker of its own, so that nobody needs the colour.
_KINDS: Final = {
    "person": (frame.BLUE, "o"),
    "organisation": (frame.ORANGE, "s"),
    "group": ("#009E73", "^"),
    "document": ("#CC79A7", "D"),
}


@noted
def speakers(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The 15 most quoted speakers as dots, a colour and a marker for each kind.

    Parameters
    ----------
    table
        Table made by :func:`mediastudy.speakers`; its first rows are drawn, so sort it otherwise to draw others.
    ax
        Axes to draw on; new ones if None.

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"speaker": ["Orlo"], "speaker_kind": ["person"], "quotes": [3], "documents": [2]})
    >>> speakers(table).get_label()
    'Orlo is quoted most, 3 times in 2 documents.'
    """
    tables.require(table, ["speaker", "speaker_kind", "quotes", "documents"], what="speakers")
    top = table.head(_MOST).reset_index(drop=True)
    ax = frame.row_axes(ax, len(top), row=_ROW)
    ax.hlines(list(top.index), 0, top["quotes"], color="#BFBFBF", linewidth=1.5, zorder=2)
    for kind, (colour, marker) in _KINDS.items():
        rows = top.loc[top["speaker_kind"] == kind]
        if len(rows):
            ax.scatter(rows["quotes"], rows.index, s=42, color=colour, marker=marker, label=kind, zorder=3)
    frame.beside(ax, top["quotes"], [f"{count:,}" for count in top["quotes"]])
    _finish(ax, top["speaker"])
    if len(set(top["speaker_kind"])) > 1:
        ax.legend(frameon=False, loc="lower right", fontsize="small")
    ax.set_label(_sentence(table))
    return ax


def _finish(ax: Axes, names: pd.Series[str]) -> None:
    """The rows' names, and whole numbers along an axis with room for the labels."""
    from matplotlib.ticker import MaxNLocator

    frame.rows(ax, [frame.shortened(name) for name in names], none="no quotations")
    ax.set_xlim(0, max(ax.get_xlim()[1] * 1.1, 1.0))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlabel("quotations")


def _sentence(table: pd.DataFrame) -> str:
    """The finding of a speakers table in one sentence."""
    if table.empty:
        return "No speaker is named."
    first = table.iloc[0]
    documents = frame.counted(first["documents"], "document")
    times = "once" if first["quotes"] == 1 else f"{first['quotes']:,} times"
    sentence = f"{first['speaker']} is quoted most, {times} in {documents}"
    if len(table) == 1:
        return f"{sentence}."
    share = first["quotes"] / table["quotes"].sum()
    second = table.iloc[1]
    return (
        f"{sentence}, {share:.0%} of the {table['quotes'].sum():,} quotations with a named speaker; "
        f"next comes {second['speaker']} with {second['quotes']:,}, of {len(table):,} speakers."
    )
