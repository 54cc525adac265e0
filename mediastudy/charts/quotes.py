"""Who is quoted most, and with which verbs: horizontal charts of the tables speakers and cues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import among, noted

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
    _stems(ax, top["quotes"])
    for kind, (colour, marker) in _KINDS.items():
        rows = top.loc[top["speaker_kind"] == kind]
        if len(rows):
            ax.scatter(rows["quotes"], rows.index, s=42, color=colour, marker=marker, label=kind, zorder=3)
    frame.beside(ax, top["quotes"], [f"{count:,}" for count in top["quotes"]])
    _finish(ax, top["speaker"])
    ax.set_xlabel("quotations")
    if len(set(top["speaker_kind"])) > 1:
        ax.legend(frameon=False, loc="lower right", fontsize="small")
    ax.set_label(_speakers_sentence(table))
    return ax


@noted
def cues(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The 15 most frequent reporting verbs and phrases as bars, with their share of all quotations with a cue.

    Parameters
    ----------
    table
        Table made by :func:`mediastudy.cues`; its first rows are drawn.
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
    >>> cues(pd.DataFrame({"cue": ["said", "urged"], "quotes": [3, 1], "share": [0.75, 0.25]})).get_label()
    'The commonest reporting phrase is "said", 3 of 4 quotations with one (75%).'
    """
    tables.require(table, ["cue", "quotes", "share"], what="cues")
    top = table.head(_MOST).reset_index(drop=True)
    ax = frame.row_axes(ax, len(top), row=_ROW)
    ax.barh(top.index, top["quotes"], height=0.66, color=_KINDS["person"][0])
    shares = [f"{count:,} ({share:.0%})" for count, share in zip(top["quotes"], top["share"], strict=True)]
    frame.beside(ax, top["quotes"], shares)
    _finish(ax, top["cue"].replace(":", "colon (:)"))
    ax.set_xlabel(f"quotations ({among('share of those with a reporting phrase', table)})")
    ax.set_label(_cues_sentence(table))
    return ax


def _stems(ax: Axes, counts: pd.Series[int]) -> None:
    """Thin lines from zero to each dot."""
    ax.hlines(list(counts.index), 0, counts, color="#BFBFBF", linewidth=1.5, zorder=2)


def _finish(ax: Axes, names: pd.Series[str]) -> None:
    """The rows' names, and whole numbers along an axis with room for the labels."""
    from matplotlib.ticker import MaxNLocator

    frame.rows(ax, [frame.shortened(name) for name in names], none="no quotations")
    ax.set_xlim(0, max(ax.get_xlim()[1] * 1.1, 1.0))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))


def _speakers_sentence(table: pd.DataFrame) -> str:
    """The finding of a speakers table in one sentence."""
    if table.empty:
        return "No speaker is named."
    first = table.iloc[0]
    documents = frame.counted(first["documents"], "document")
    sentence = f"{first['speaker']} is quoted most, {_times(first['quotes'])} in {documents}"
    if len(table) == 1:
        return f"{sentence}."
    share = first["quotes"] / table["quotes"].sum()
    second = table.iloc[1]
    return (
        f"{sentence}, {share:.0%} of the {table['quotes'].sum():,} quotations with a named speaker; "
        f"next comes {second['speaker']} with {second['quotes']:,}, of {len(table):,} speakers."
    )


def _cues_sentence(table: pd.DataFrame) -> str:
    """The finding of a cues table in one sentence."""
    if table.empty:
        return "No quotation has a reporting phrase."
    first = table.iloc[0]
    total = f"{first['quotes']:,} of {table['quotes'].sum():,} quotations with one"
    return f'The commonest reporting phrase is "{first["cue"]}", {total} ({first["share"]:.0%}).'


def _times(count: int) -> str:
    """How often, in words."""
    return "once" if count == 1 else f"{count:,} times"
