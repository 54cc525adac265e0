"""What counting each publication, or each story, once changes: the chart of the table stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame, periods
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_NEEDED: Final = ["documents", "publications", "stories", "copy_share"]
# Colour, marker and line of each way to count; grey print will do.
_STYLES: Final[Sequence[tuple[str, str, str, Any]]] = (
    ("documents", "#9A9A9A", "D", (0, (1.5, 1.2))),
    ("publications", frame.ORANGE, "s", (0, (5, 1.5))),
    ("stories", frame.BLUE, "o", "-"),
)
_MOST: Final = 30


@noted
def stories(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Documents, publications and stories per group as three points of a row, or per year as three lines.

    Up to 30 groups are drawn, in the table's order; beside each row stands the share of its publications that are
    copies of an earlier one.

    Parameters
    ----------
    table : made by :func:`mediastudy.stories`, by outlet, year or another column
    ax : axes to draw on; new ones if None

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
    >>> row = {"outlet": "Post", "documents": 5, "publications": 4, "stories": 3, "copy_share": 0.25}
    >>> stories(pd.DataFrame([row])).get_label()
    '5 documents are 4 publications, 3 of which are heads of a story; Post has the largest share of copies, 25 %.'
    """
    tables.require(table, _NEEDED, what="stories")
    if "period" in table:
        ax = _lines(table.dropna(subset="period"), frame.axes(ax, height=3.0))
    else:
        shown = table.head(_MOST)
        ax = _rows(shown, frame.row_axes(ax, len(shown), edge=1.1, row=0.26), hidden=len(table) - len(shown))
    if len(table):
        ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3, frameon=False, fontsize="small")
    ax.set_label(_sentence(table))
    return ax


def _rows(table: pd.DataFrame, ax: Axes, *, hidden: int) -> Axes:
    """A row for each group, with a stroke from the least to the most."""
    names = [frame.shortened(name) for name in _names(table)]
    frame.rows(ax, names, none="no documents")
    places = list(range(len(table)))
    ax.hlines(places, table["stories"], table["documents"], color="#D9D9D9", linewidth=2, zorder=1)
    for name, colour, marker, _ in _STYLES:
        ax.scatter(table[name], places, color=colour, marker=marker, s=26, label=name, zorder=2)
    shares = ["" if pd.isna(share) else f"{100 * share:.0f} % copies" for share in table["copy_share"]]
    frame.beside(ax, table["documents"], shares)
    ax.set_xlim(0, max(float(table["documents"].max()) * 1.15, 1.0) if len(table) else 1.0)
    ax.set_xlabel("number" if hidden <= 0 else f"number\n({frame.counted(hidden, 'further group')} not drawn)")
    ax.xaxis.set_major_formatter("{x:,g}")
    return ax


def _lines(table: pd.DataFrame, ax: Axes) -> Axes:
    """A line for each way to count."""
    for name, colour, marker, dashes in _STYLES:
        style: dict[str, Any] = {"color": colour, "marker": marker, "linestyle": dashes, "label": name}
        ax.plot(table["period"], table[name], markersize=4, linewidth=1.4, **style)
    ax.set_ylim(0, max(float(table["documents"].max()) * 1.05, 1.0) if len(table) else 1.0)
    periods.period_axis(ax, table["period"], "year")
    ax.yaxis.set_major_formatter("{x:,g}")
    ax.set_xlabel("year")
    ax.set_ylabel("number")
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def _names(table: pd.DataFrame) -> list[str]:
    """The name of each row's group."""
    if "period" in table:
        return [periods.written(start, "year") if pd.notna(start) else "no date" for start in table["period"]]
    columns = [name for name in table if name not in _NEEDED]
    return [str(name) for name in table[columns].astype("str").fillna("unknown").agg(", ".join, axis="columns")]


def _sentence(table: pd.DataFrame) -> str:
    """The finding in numbers."""
    if not len(table):
        return "The table of stories is empty."
    documents, publications, heads = (int(table[name].sum()) for name in _NEEDED[:3])
    found = (
        f"{frame.counted(documents, 'document')} are {frame.counted(publications, 'publication')}, "
        f"{heads:,} of which are heads of a story"
    )
    if not table["copy_share"].gt(0).any():
        return f"{found}; no group has copies."
    top = int(table["copy_share"].fillna(-1).argmax())
    return (
        f"{found}; {_names(table)[top]} has the largest share of copies, {table['copy_share'].iloc[top]:.0%}.".replace(
            "%.", " %."
        )
    )
