"""Where a phrase stands: the chart of the table concordance, by date or by place in the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from pandas import isna

from mediastudy import tables
from mediastudy.charts import frame, periods
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_OUTLETS: Final = 15
_DOCUMENTS: Final = 30
_THIN: Final = 0.2
_HALF: Final = 0.5
_LIGHT: Final = "#E8E8E8"
_OTHERS: Final = "others"
_UNKNOWN: Final = "unknown"


@noted
def concordance(table: pd.DataFrame, *, lengths: pd.Series[int] | None = None, ax: Axes | None = None) -> Axes:
    """Every hit as a stroke: by date, a row for each outlet; or by its place in the text, a row for each document.

    By date, the outlets with most hits are on top, beyond 15 the rest share a last row, and undated hits are counted in
    the label of the axis. With ``lengths`` the documents are in order of date, beyond 30 those with most hits are
    drawn, and the hits outside them are counted in the label. Strokes are see-through, so that many are darker.

    Parameters
    ----------
    table : made by :func:`mediastudy.concordance`
    lengths : characters of each document, by its id: ``documents.set_index("document")["text"].str.len()``
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, or ``lengths`` a document.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"document": ["a", "a"], "date": pd.to_datetime(["1994-03-05"] * 2), "outlet": ["Post", "Post"]}
    >>> concordance(pd.DataFrame(rows)).get_label()
    '2 hits in 1 document of 1 outlet, 1994-03-05 to 1994-03-05, most in Post (2).'
    >>> rows = pd.DataFrame(rows | {"evidence": ["a:10-13", "a:30-33"]})
    >>> concordance(rows, lengths=pd.Series({"a": 100})).get_label()
    '2 hits in 1 document, most in a (2); 100 % stand in the first half of their document.'
    """
    if lengths is not None:
        return _by_document(table, lengths, ax)
    tables.require(table, ["document", "date", "outlet"], what="concordance")
    outlet = table["outlet"].fillna(_UNKNOWN)
    counts = outlet.value_counts().rename_axis("outlet").reset_index(name="hits")
    names = counts.sort_values(["hits", "outlet"], ascending=[False, True])["outlet"].tolist()
    shown = names if len(names) <= _OUTLETS else [*names[: _OUTLETS - 1], _OTHERS]
    grouped = outlet.where(outlet.isin(shown), _OTHERS)
    row = grouped.map({name: place for place, name in enumerate(shown)})
    dated = table["date"].notna()
    ax = frame.row_axes(ax, len(shown))
    _strokes(ax, table["date"][dated], row[dated], rows=len(shown), size=160, most=int(dated.sum()))
    totals = grouped.value_counts()
    frame.rows(ax, [f"{frame.shortened(str(name))} ({totals[name]:,})" for name in shown], none="no hits")
    _dates(ax, undated=int((~dated).sum()), any_dated=bool(dated.any()))
    ax.set_label(_sentence(table, names, dated))
    return ax


def _by_document(table: pd.DataFrame, lengths: pd.Series[int], ax: Axes | None) -> Axes:
    """The strokes by place in the documents."""
    tables.require(table, ["evidence", "document", "date"], what="concordance")
    share = _shares(table, lengths)
    counts = (
        table.groupby("document", as_index=False)
        .agg(hits=("document", "size"), date=("date", "min"))
        .sort_values(["hits", "document"], ascending=[False, True])
    )
    shown = counts.head(_DOCUMENTS).sort_values(["date", "document"], na_position="last")
    row = table["document"].map({name: place for place, name in enumerate(shown["document"])})
    drawn = row.notna()
    ax = frame.row_axes(ax, max(len(shown), 2), row=_THIN)
    _strokes(
        ax, share[drawn], row[drawn], rows=len(shown), size=90, most=int(counts["hits"].max()) if len(counts) else 0
    )
    frame.rows(ax, [_named(entry) for entry in shown.itertuples()], none="no hits")
    ax.tick_params(axis="y", labelsize="small")
    ax.set_xlim(-0.01, 1.01)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["start", "25 %", "50 %", "75 %", "end"])
    left = frame.counted(int((~drawn).sum()), "hit")
    others = frame.counted(len(counts) - len(shown), "other document")
    note = f"\n({left} in {others} not drawn)" if len(counts) > len(shown) else ""
    ax.set_xlabel(f"place in the document{note}")
    ax.set_label(_places_sentence(counts, share))
    return ax


def _strokes(ax: Axes, across: Any, row: Any, *, rows: int, size: float, most: int) -> None:
    """The hits as strokes on a thin line for each row, the paler the more there are."""
    clear = float(np.clip(60 / max(most, 1), 0.12, 0.9))
    ax.hlines(range(rows), 0, 1, transform=ax.get_yaxis_transform(), color=_LIGHT, linewidth=1, zorder=1)
    ax.scatter(across, row, marker="|", s=size, linewidth=1.2, color=frame.BLUE, alpha=clear, zorder=2)


def _shares(table: pd.DataFrame, lengths: pd.Series[int]) -> pd.Series[float]:
    """Where each hit begins, as a share of its document's characters."""
    missing = sorted(set(table["document"]) - set(lengths.index))
    if missing:
        message = (
            f"lengths has no document {missing[0]} (and {len(missing) - 1:,} others of the concordance). "
            'Make it from the same documents: documents.set_index("document")["text"].str.len().'
        )
        raise ValueError(message)
    start = table["evidence"].astype("str").str.extract(r":(\d+)-\d+$", expand=False).astype(float)
    return start / table["document"].map(lengths).astype(float)


def _named(entry: Any) -> str:
    """A document with its date and hits."""
    date = "" if isna(entry.date) else f"{entry.date:%Y-%m-%d} "
    return f"{date}{frame.shortened(str(entry.document))} ({entry.hits:,})"


def _dates(ax: Axes, *, undated: int, any_dated: bool) -> None:
    """The date axis; hits without a date are counted in its label."""
    if any_dated:
        periods.date_axis(ax)
    else:
        ax.set_xticks([])
    ax.set_xlabel(f"date ({undated:,} undated hits not drawn)" if undated else "date")


def _sentence(table: pd.DataFrame, names: list[str], dated: pd.Series) -> str:
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


def _places_sentence(counts: pd.DataFrame, share: pd.Series[float]) -> str:
    """The finding of the strokes by place in numbers; the counts are in order of hits."""
    if not len(counts):
        return "The concordance is empty."
    most = counts.iloc[0]
    where = f"{frame.counted(len(share), 'hit')} in {frame.counted(len(counts), 'document')}"
    early = f"{(share < _HALF).mean():.0%}".replace("%", " %")
    return f"{where}, most in {most['document']} ({most['hits']:,}); {early} stand in the first half of their document."
