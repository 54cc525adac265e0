"""A timeline as a map: groups by periods, the darker the higher the rate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy.charts import frame, gaps, lines, panels, spans
from mediastudy.charts.notes import among, noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from mediastudy.charts.panels import Series

_MOST: Final = 40
# Seven tones whose CIELAB lightness falls evenly from 95 to 18, so that equal steps look equal, also in grey print.
_TONES: Final = ["#E9F2F8", "#B7CEEE", "#86ACDE", "#5A8AC5", "#3969A1", "#294975", "#222B45"]
_DARK: Final = 0.55


@noted
def timeline_map(table: pd.DataFrame, *, value: str = "rate", ax: Axes | None = None) -> Axes:
    """A row for each group or phrase with a cell for each period, the darker the higher its rate.

    Cells without documents are hatched; a ring marks those with fewer than five, whose rates may be high or low by
    chance. The scale ends at the highest rate of the cells with at least five documents, and darker cells are not told
    apart beyond it.

    Parameters
    ----------
    table : made by :func:`mediastudy.timeline` with ``by="outlet"``, or by other columns, for up to 40 rows
    value : rate, or share for the share of documents with a hit
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, ``value`` is neither rate nor share, or there are too many rows.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 9, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> timeline_map(pd.DataFrame([row | {"outlet": "Post"}])).get_label()
    'Hits per million tokens by year, 1994: Post is highest in 1994 (5.0, 3 hits in 9 documents).'
    """
    made = panels.series(table, value)
    names = list(dict.fromkeys(made.labels))
    if len(names) > _MOST:
        message = f"The timeline holds {len(names)} rows; up to {_MOST} have room. Choose some phrases or groups."
        raise ValueError(message)
    ax = frame.row_axes(ax, len(names), edge=1.1, row=0.27)
    if len(made.table):
        values, documents = (_grid(made, names, column) for column in (value, "documents"))
        _cells(ax, made, values, documents, label=among(panels.measured(made), table))
    frame.rows(ax, [frame.shortened(name) for name in names], none="no documents")
    ax.set_ylim(max(len(names), 1) - 0.5, -0.5)
    spans.period_axis(ax, made.laid, made.every)
    ax.set_xlabel(_explained(made))
    ax.spines[:].set_visible(False)
    ax.set_label(_sentence(made, names))
    return ax


def _grid(made: Series, names: list[str], column: str) -> np.ndarray[Any, Any]:
    """A column of the table with a row for each label and a column for each period, NaN where there is none."""
    wide = made.table.assign(_row=made.labels).pivot_table(
        index="_row", columns="period", values=column, sort=False, observed=True, dropna=False
    )
    return wide.reindex(index=names, columns=made.laid["period"]).to_numpy(dtype=float)


def _cells(
    ax: Axes, made: Series, values: np.ndarray[Any, Any], documents: np.ndarray[Any, Any], *, label: str
) -> None:
    """The cells with their scale, and rings on those with few documents."""
    from matplotlib import colors

    few = (documents > 0) & (documents < lines.FEW_DOCUMENTS) & ~np.isnan(values)
    firm = values[~few & ~np.isnan(values)]
    known = firm if firm.size and firm.max() > 0 else values[~np.isnan(values)]
    most = float(known.max()) if known.size and known.max() > 0 else 1.0
    across: Any = spans.bounds(made.laid)
    padded = spans.padded(values, made.laid)
    tones = colors.LinearSegmentedColormap.from_list("tones", _TONES)
    style: dict[str, Any] = {"cmap": tones, "vmin": 0, "vmax": most, "edgecolors": "white", "linewidth": 0.4}
    hatched: dict[str, Any] = {"facecolor": "white", "edgecolor": "#BFBFBF", "hatch": gaps.HATCH}
    ax.patch.set(**hatched)
    mesh = ax.pcolormesh(across, np.arange(len(values) + 1) - 0.5, np.ma.masked_invalid(padded), **style)
    row, column = np.nonzero(few)
    dark = values[row, column] > _DARK * most
    middles = made.laid["middle"].to_numpy()[column]
    ring: dict[str, Any] = {"s": 16, "facecolors": "none", "linewidths": 0.9}
    ax.scatter(middles, row, edgecolors=np.where(dark, "white", "black").tolist(), **ring)
    beyond = bool(np.nanmax(values, initial=0.0) > most)
    bar = ax.figure.colorbar(mesh, ax=ax, label=label, pad=0.02, aspect=14, extend="max" if beyond else "neither")
    untyped: Any = bar
    untyped.outline.set_visible(False)
    untyped.ax.tick_params(which="both", length=0)
    untyped.ax.yaxis.set_major_formatter("{x:,g}")


def _explained(made: Series) -> str:
    """The label of the axis, which explains the marks."""
    seen = made.table.loc[made.table[made.value].notna(), "documents"]
    signs = [
        "hatched: no documents" if (~made.table["covered"]).any() else "",
        f"ring: fewer than {lines.FEW_DOCUMENTS} documents" if (seen < lines.FEW_DOCUMENTS).any() else "",
    ]
    told = "; ".join(sign for sign in signs if sign)
    return f"{made.every}\n({told})" if told else made.every


def _sentence(made: Series, names: list[str]) -> str:
    """The finding of a map in numbers."""
    if not len(made.table):
        return "The timeline is empty: no document belongs to a period."
    measure = panels.measured(made)
    parts = [_row_told(name, made.table[made.labels.eq(name)], made) for name in names]
    when = spans.written_range(made.laid, made.every)
    return f"{measure[0].upper()}{measure[1:]} by {made.every}, {when}: {'; '.join(parts)}."


def _row_told(name: str, rows: pd.DataFrame, made: Series) -> str:
    """A row's highest cell and how many it has without documents."""
    missing = int((~rows["covered"]).sum())
    without = f" and has no documents in {missing} of {len(rows)} {spans.plural(made.every)}" if missing else ""
    if not rows["hits"].sum() or rows[made.value].isna().all():
        return f"{name} has no hits{without}"
    top = rows.iloc[int(rows[made.value].fillna(-1).argmax())]
    label = dict(zip(made.laid["period"], made.laid["label"], strict=True))[top["period"]]
    value = format(float(top[made.value]), ",.1f" if made.value == "rate" else ".2f")
    counts = f"{frame.counted(int(top['hits']), 'hit')} in {frame.counted(int(top['documents']), 'document')}"
    return f"{name} is highest in {spans.named(str(label), made.every)} ({value}, {counts}){without}"
