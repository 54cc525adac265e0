"""How many documents stand behind a timeline: a strip of cells by group and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame, periods
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Up to this many documents a cell, each count has a tone of its own.
_STEPS: Final = 5


@noted
def coverage(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Documents per group and period as a strip of cells, the darker the more; empty cells are hatched.

    Parameters
    ----------
    table : made by :func:`mediastudy.timeline` with ``by="outlet"``, or by other columns, or none
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
    >>> rows = {"period": pd.to_datetime(["1994-01-01", "1995-01-01"]), "documents": [4, 0]}
    >>> coverage(pd.DataFrame({"outlet": "Post", **rows})).get_label()
    'Documents by year, 1994 to 1995: 4 in all; Post has 4 and none in 1 of 2 years.'
    """
    tables.require(table, ["period", "documents"], what="timeline")
    names = frame.group_names(table)
    counted = (
        table.assign(_group=names)
        .drop_duplicates(["_group", "period"])
        .pivot_table(index="_group", columns="period", values="documents", sort=False, observed=True)
        .reindex(index=list(dict.fromkeys(names)))
        .sort_index(axis="columns")
    )  # fmt: skip
    every = periods.kind_of(table["period"])
    ax = frame.row_axes(ax, len(counted), edge=1.0, row=0.26)
    if counted.size:
        _cells(ax, counted, every)
    ax.set_xlabel(f"{every} (hatched: no documents)" if counted.eq(0).any(axis=None) else every)
    ax.set_label(_sentence(counted, every))
    return ax


def _cells(ax: Axes, counted: pd.DataFrame, every: str) -> None:
    """The strip itself, with its scale."""
    from matplotlib.ticker import MaxNLocator

    starts, ends = periods.edges(pd.DatetimeIndex(counted.columns), every)
    across = [*starts, ends[-1]]
    down = np.arange(len(counted) + 1) - 0.5
    values = np.ma.masked_less_equal(counted.fillna(0).to_numpy(), 0)
    most = int(values.max()) if values.count() else 1
    mesh = ax.pcolormesh(across, down, values, **_tones(most), edgecolors="white", linewidth=0.4)
    ax.patch.set(hatch="////", edgecolor="#BFBFBF", facecolor="white")
    ax.set_yticks(range(len(counted)), [frame.shortened(str(name)) for name in counted.index])
    ax.invert_yaxis()
    periods.date_axis(ax)
    ax.tick_params(axis="y", length=0)
    ax.spines[:].set_visible(False)
    ticks: Any = range(1, most + 1) if most <= _STEPS else MaxNLocator(4, integer=True)
    bar = ax.figure.colorbar(mesh, ax=ax, label="documents", ticks=ticks, pad=0.02, aspect=12)
    bar.outline.set_visible(False)
    bar.ax.tick_params(which="both", length=0)


def _tones(most: int) -> dict[str, Any]:
    """Colours from light, though darker than an empty cell, to dark: a step for each count if they are few."""
    from matplotlib import colors

    tones = colors.LinearSegmentedColormap.from_list("tones", ["#C6DBEF", "#6BAED6", "#2171B5", "#08306B"])
    if most > _STEPS:
        return {"cmap": tones, "norm": colors.PowerNorm(0.5, vmin=0, vmax=most)}  # the root keeps small numbers apart
    steps = np.linspace(0.25, 0.85, most)
    return {"cmap": colors.ListedColormap(tones(steps)), "norm": colors.BoundaryNorm(np.arange(most + 1) + 0.5, most)}


def _sentence(counted: pd.DataFrame, every: str) -> str:
    """The finding of a coverage strip in numbers."""
    if not counted.size:
        return "The coverage is empty: no document belongs to a period."
    documents, empty, total = counted.sum(axis="columns"), counted.eq(0).sum(axis="columns"), counted.shape[1]
    parts = [
        f"{name} has {int(documents[name]):,}"
        + (f" and none in {empty[name]} of {total} {every}s" if empty[name] else "")
        for name in counted.index
    ]
    when = periods.written_range(pd.Series(counted.columns), every)
    return f"Documents by {every}, {when}: {int(documents.sum()):,} in all; {'; '.join(parts)}."
