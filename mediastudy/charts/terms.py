"""Which words are frequent and where a phrase stands: charts of the tables frequencies and concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mediastudy import tables
from mediastudy.charts import frame

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_MOST: Final = 20
_ROWS: Final = 15
_EDGE: Final = 0.9
_ROW: Final = 0.25
_BLUE: Final = "#0072B2"
_LIGHT: Final = "#BFBFBF"
_OTHERS: Final = "others"
_UNKNOWN: Final = "unknown"


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
    tables.require(table, list(tables.COLUMNS["frequencies"]), what="frequencies")
    if table["type"].duplicated().any():
        message = "The table holds a type more than once. Choose one group: table[table['outlet'] == '...']."
        raise ValueError(message)
    top = table.head(_MOST).reset_index(drop=True)
    ax = frame.axes(ax, height=_EDGE + _ROW * max(len(top), 1))
    ax.hlines(top.index, 0, top["relative_frequency"], color=_LIGHT, linewidth=1.5, zorder=2)
    ax.scatter(top["relative_frequency"], top.index, s=36, color=_BLUE, zorder=3)
    pairs = zip(top["frequency"], top["document_frequency"], strict=True)
    frame.beside(ax, top["relative_frequency"], [f"{tokens:,} in {documents:,}" for tokens, documents in pairs])
    frame.rows(ax, [str(name) for name in top["type"]], none="no types")
    ax.set_xlim(0, float(top["relative_frequency"].max()) * 1.22 if len(top) else 1.0)
    ax.xaxis.set_major_formatter("{x:,g}")
    ax.set_xlabel("occurrences per million tokens (beside the dots: occurrences in documents)")
    ax.set_label(_frequencies_sentence(table))
    return ax


def concordance(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Every dated hit as a stroke by date, a row for each outlet, the outlets with most hits on top.

    Strokes are see-through, so that many hits at one date are darker. Beyond 15 outlets the rest share a last row. Hits
    without a date are counted in the label of the date axis.

    Parameters
    ----------
    table : made by :func:`mediastudy.concordance`
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
    >>> rows = {"document": ["a", "a"], "date": pd.to_datetime(["1994-03-05"] * 2), "outlet": ["Post", "Post"]}
    >>> concordance(pd.DataFrame(rows)).get_label()
    '2 hits in 1 document of 1 outlet, 1994-03-05 to 1994-03-05, most in Post (2).'
    """
    tables.require(table, ["document", "date", "outlet"], what="concordance")
    outlet = table["outlet"].fillna(_UNKNOWN)
    counts = outlet.value_counts().rename_axis("outlet").reset_index(name="hits")
    names = counts.sort_values(["hits", "outlet"], ascending=[False, True])["outlet"].tolist()
    shown = names if len(names) <= _ROWS else [*names[: _ROWS - 1], _OTHERS]
    row = outlet.where(outlet.isin(shown), _OTHERS).map({name: place for place, name in enumerate(shown)})
    dated = table["date"].notna()
    ax = frame.axes(ax, height=_EDGE + _ROW * max(len(shown), 1))
    ax.hlines(range(len(shown)), 0, 1, transform=ax.get_yaxis_transform(), color="#E8E8E8", linewidth=1, zorder=1)
    clear = float(np.clip(60 / max(int(dated.sum()), 1), 0.12, 0.9))
    ax.scatter(table["date"][dated], row[dated], marker="|", s=160, linewidth=1.2, color=_BLUE, alpha=clear, zorder=2)
    totals = outlet.where(outlet.isin(shown), _OTHERS).value_counts()
    frame.rows(ax, [f"{frame.shortened(str(name))} ({totals[name]:,})" for name in shown], none="no hits")
    _dates(ax, undated=int((~dated).sum()), any_dated=bool(dated.any()))
    ax.set_label(_concordance_sentence(table, names, dated))
    return ax


def _dates(ax: Axes, *, undated: int, any_dated: bool) -> None:
    """The date axis; hits without a date are counted in its label."""
    if any_dated:
        frame.date_axis(ax)
    else:
        ax.set_xticks([])
    ax.set_xlabel(f"date ({undated:,} undated hits not drawn)" if undated else "date")


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


def _concordance_sentence(table: pd.DataFrame, names: list[str], dated: pd.Series) -> str:
    """The finding of a concordance in numbers."""
    if not len(table):
        return "The concordance is empty."
    documents = table["document"].nunique()
    first, last = table["date"].min(), table["date"].max()
    when = f"{first:%Y-%m-%d} to {last:%Y-%m-%d}" if dated.any() else "all undated"
    most = int(table["outlet"].fillna(_UNKNOWN).eq(names[0]).sum())
    counted = ", ".join(
        [f"most in {names[0]} ({most:,})"] + ([f"{(~dated).sum():,} undated"] if not dated.all() else [])
    )
    hits, homes = frame.counted(len(table), "hit"), frame.counted(len(names), "outlet")
    return f"{hits} in {frame.counted(documents, 'document')} of {homes}, {when}, {counted}."
