"""With which reporting verbs speech is introduced, and in which stance: the charts of the table cues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import among, noted
from mediastudy.charts.voices import nameless

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST: Final = 15
_ROW: Final = 0.26
_UNKNOWN: Final = "no stance"
# Each stance has a colour, a hatch and a colour for numbers on it; their greys differ as well.
_STANCES: Final = {
    "neutral": ("#D9D9D9", "", "#000000"),
    "assertive": (frame.BLUE, "", "#FFFFFF"),
    "doubting": (frame.ORANGE, "////", "#000000"),
    "directive": ("#7FD0B5", "....", "#000000"),
    _UNKNOWN: ("#FFFFFF", "", "#000000"),
}
_LEGIBLE: Final = 0.06
_AXIS: Final = "share of quotations with a reporting phrase"


@noted
def cues(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The 15 most frequent reporting phrases as bars in the pattern of their stance, or the stances of each group.

    A table with groups (by outlet, by speaker) is drawn as one bar a group, divided by stance, for the 15 groups with
    the most quotations.

    Parameters
    ----------
    table
        Table made by :func:`mediastudy.cues`; of one without groups the first rows are drawn.
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
    >>> cues(pd.DataFrame({"cue": ["said", "urged"], "quotes": [3, 1], "share": [0.75, 0.25]})).get_label()
    'The commonest reporting phrase is "said", 3 of 4 quotations with one (75%).'
    """
    tables.require(table, ["cue", "quotes", "share"], what="cues")
    groups = list(table.columns[: table.columns.get_loc("cue")])
    if groups:
        tables.require(table, ["stance"], what="cues")
        return _stances(table, groups, ax)
    top = table.head(_MOST).reset_index(drop=True)
    ax = frame.row_axes(ax, len(top), row=_ROW)
    for stance, rows in _by_stance(top):
        ax.barh(rows.index, rows["quotes"], height=0.66, **_pattern(stance))
    shares = [f"{count:,} ({share:.0%})" for count, share in zip(top["quotes"], top["share"], strict=True)]
    frame.beside(ax, top["quotes"], shares)
    _finish(ax, top["cue"].replace(":", "colon (:)"), float(top["quotes"].max()) if len(top) else 0.0)
    ax.set_xlabel(f"quotations ({among('share of those with a reporting phrase', table)})")
    if "stance" in top and len(top):
        ax.legend(frameon=False, loc="lower right", fontsize="small")
    ax.set_label(_cues_sentence(table))
    return ax


def _by_stance(top: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The rows of each stance, all as one if the table tells none."""
    if "stance" not in top:
        return [("", top)]
    stances = top["stance"].fillna(_UNKNOWN)
    return [(stance, top.loc[stances == stance]) for stance in _STANCES if (stances == stance).any()]


def _pattern(stance: str) -> dict[str, Any]:
    """How the bars of a stance look."""
    if not stance:
        return {"color": frame.BLUE}
    colour, hatch, _ = _STANCES[stance]
    return {"facecolor": colour, "hatch": hatch, "edgecolor": "#333333", "linewidth": 0.6, "label": stance}


def _finish(ax: Axes, names: pd.Series[str], longest: float) -> None:
    """The rows' names, and whole numbers along an axis with room for the labels."""
    from matplotlib.ticker import MaxNLocator

    frame.rows(ax, [frame.shortened(name) for name in names], none="no quotations")
    ax.set_xlim(0, max(longest * 1.2, 1.0))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))


def _stances(table: pd.DataFrame, groups: list[str], ax: Axes | None) -> Axes:
    """One bar a group, divided by stance."""
    columns = [table[name].astype("str").fillna(nameless(name)) for name in groups]
    names = pd.Series([", ".join(values) for values in zip(*columns, strict=True)], index=table.index, dtype="str")
    counts = (
        pd.crosstab(names, table["stance"].fillna(_UNKNOWN), values=table["quotes"], aggfunc="sum")
        .reindex(columns=list(_STANCES))
        .fillna(0)
        .assign(total=lambda rows: rows.sum(axis="columns"), name=lambda rows: rows.index)
        .sort_values(["total", "name"], ascending=[False, True])
    )
    top = counts.head(_MOST)
    ax = frame.row_axes(ax, len(top), edge=1.3, row=_ROW)
    start = pd.Series(0.0, index=top.index)
    for stance, (_, hatch, ink) in _STANCES.items():
        widths = top[stance] / top["total"]
        ax.barh(range(len(top)), widths, left=start, height=0.72, **_pattern(stance))
        _numbers(ax, start, widths, ink, boxed=bool(hatch))
        start += widths
    frame.beside(ax, start, [f"{int(count):,}" for count in top["total"]])
    frame.rows(ax, [frame.shortened(name) for name in top.index], none="no quotations")
    ax.set_xlim(0, 1.08)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    ax.set_xlabel(f"{among(_AXIS, table)} (their number beside the bars)")
    ax.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=5, fontsize="small")
    ax.set_label(_stances_sentence(counts))
    return ax


def _numbers(ax: Axes, start: pd.Series[float], widths: pd.Series[float], ink: str, *, boxed: bool) -> None:
    """The percentage in each part that is wide enough, on a plain ground where the part is hatched."""
    box: Any = {"facecolor": "white", "edgecolor": "none", "pad": 0.8} if boxed else None
    for row, (left, width) in enumerate(zip(start, widths, strict=True)):
        if width >= _LEGIBLE:
            place = (left + width / 2, row)
            ax.text(*place, f"{width:.0%}", ha="center", va="center", fontsize="x-small", color=ink, bbox=box)


def _cues_sentence(table: pd.DataFrame) -> str:
    """The finding of a cues table in one sentence, and the stances in another if it tells them."""
    if table.empty:
        return "No quotation has a reporting phrase."
    first = table.iloc[0]
    total = f"{first['quotes']:,} of {table['quotes'].sum():,} quotations with one"
    sentence = f'The commonest reporting phrase is "{first["cue"]}", {total} ({first["share"]:.0%}).'
    if "stance" not in table:
        return sentence
    counts = table.groupby(table["stance"].fillna(_UNKNOWN))["quotes"].sum()
    return f"{sentence} {_shares_told(counts.reindex(list(_STANCES)).fillna(0))}"


def _stances_sentence(counts: pd.DataFrame) -> str:
    """The finding of a table with groups."""
    if counts.empty:
        return "No quotation has a reporting phrase."
    told = _shares_told(counts[list(_STANCES)].sum())
    shares = counts["doubting"].head(_MOST) / counts["total"].head(_MOST)
    if len(shares) == 1 or not shares.max():
        return told
    return f"{told} Doubting ones are most common for {shares.idxmax()} ({shares.max():.1%})."


def _shares_told(counts: pd.Series[Any]) -> str:
    """The share of each stance in a sentence."""
    parts = [f"{stance} {counts[stance] / counts.sum():.1%}" for stance in _STANCES]
    return f"Stances of {int(counts.sum()):,} quotations: {', '.join(parts)}."
