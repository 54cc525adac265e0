"""How many documents stand behind a timeline: a strip of cells by group and period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy import tables
from mediastudy.charts import frame, spans
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

# Up to this many documents a cell, each count has a tone of its own.
_STEPS: Final = 5


@noted
def coverage(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Documents per group and period as a strip of cells, the darker the more; empty cells are hatched.

    The axis is that of the chart timeline, so that the strip can stand under one: give both the axes of
    ``plt.subplots(2, sharex=True, layout="constrained")``.

    Parameters
    ----------
    table : made by ``coverage``, or by :func:`mediastudy.timeline` with ``by="outlet"``, other columns or none
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
    >>> import pandas as pd
    >>> rows = {"period": pd.to_datetime(["1994-01-01", "1995-01-01"]), "documents": [4, 0]}
    >>> coverage(pd.DataFrame({"outlet": "Post", **rows})).get_label()
    'Documents by year, 1994 to 1995: 4 in all; Post has 4 and none in 1 of 2 years.'
    """
    tables.require(table, ["period", "documents"], what="timeline")
    names, laid, every = frame.group_names(table, _kind(table)), spans.laid_out(table), spans.kind_of(table)
    counted = (
        table.assign(_group=names)
        .drop_duplicates(["_group", "period"])
        .pivot_table(index="_group", columns="period", values="documents", sort=False, observed=True)
        .reindex(index=list(dict.fromkeys(names)))
        .sort_index(axis="columns")
    )  # fmt: skip
    ax = frame.row_axes(ax, len(counted), edge=1.0, row=0.26)
    if counted.size:
        _cells(ax, counted, laid)
    spans.period_axis(ax, laid, every)
    ax.set_xlabel(f"{every} (hatched: no documents)" if counted.eq(0).any(axis=None) else every)
    ax.set_label(_sentence(counted, laid, every))
    return ax


def _kind(table: pd.DataFrame) -> str:
    """The kind of the table, for one of coverage has a column that a timeline lacks."""
    return "coverage" if "few" in table else "timeline"


def _cells(ax: Axes, counted: pd.DataFrame, laid: pd.DataFrame) -> None:
    """The strip itself, with its scale."""
    from matplotlib.ticker import MaxNLocator

    across: Any = spans.bounds(laid)
    down = np.arange(len(counted) + 1) - 0.5
    cells = spans.padded(counted.fillna(0).to_numpy(dtype=float), laid)
    values = np.ma.masked_less_equal(np.nan_to_num(cells), 0)
    most = int(values.max()) if values.count() else 1
    mesh = ax.pcolormesh(across, down, values, **_tones(most), edgecolors="white", linewidth=0.4)
    ax.patch.set(hatch="////", edgecolor="#BFBFBF", facecolor="white")
    ax.set_yticks(range(len(counted)), [frame.shortened(str(name)) for name in counted.index])
    ax.set_ylim(len(counted) - 0.5, -0.5)
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


def _sentence(counted: pd.DataFrame, laid: pd.DataFrame, every: str) -> str:
    """The finding of a coverage strip in numbers."""
    if not counted.size:
        return "The coverage is empty: no document belongs to a period."
    documents, empty, total = counted.sum(axis="columns"), counted.eq(0).sum(axis="columns"), counted.shape[1]
    parts = [
        f"{name} has {int(documents[name]):,}"
        + (f" and none in {empty[name]} of {total} {spans.plural(every)}" if empty[name] else "")
        for name in counted.index
    ]
    when = spans.written_range(laid, every)
    return f"Documents by {every}, {when}: {int(documents.sum()):,} in all; {'; '.join(parts)}."
