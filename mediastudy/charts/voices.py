"""Shares of voice with their uncertainty: the chart of the table voices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import among, noted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST: Final = 15
_NEEDED: Final = ["quotes", "share", "share_low", "share_high", "word_share", "word_share_low", "word_share_high"]
_NAMELESS: Final = {"speaker": "no named speaker", "speaker_group": "in no group", "stance": "no stance"}
# Okabe and Ito's colours, a marker and a filling of its own for each series, so that grey print will do.
_STYLES: Final = (
    (frame.BLUE, "o", True),
    (frame.ORANGE, "s", False),
    ("#000000", "^", True),
    ("#009E73", "D", False),
    ("#CC79A7", "v", True),
)
_SPREAD: Final = 0.56
_KEY: Final = "lines: 95 % intervals, clustered by document\nnumbers: quotations"


class _Series(NamedTuple):
    """One mark a row: its label, and shares with their ends by voice."""

    label: str
    rows: pd.DataFrame


@noted
def voices(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Shares of voice as marks with 95 % intervals: of quotations and of words, or of quotations in each group.

    The 15 voices with the most quotations are drawn, the unknown with them. A table with groups (``by`` of two columns)
    has a mark for each group, for up to five groups.

    Parameters
    ----------
    table : made by :func:`mediastudy.voices`
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column or holds more groups than can be told apart.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"speaker": ["Orm", None], "quotes": [3, 1], "share": [0.75, 0.25]}
    >>> row |= {"share_low": [0.3, 0.05], "share_high": [0.95, 0.7]}
    >>> row |= {"word_share": [0.8, 0.2], "word_share_low": [0.4, 0.1], "word_share_high": [0.9, 0.6]}
    >>> voices(pd.DataFrame(row)).get_label()
    'Of 4 quotations, Orm has 75% (95 % interval 30 to 95%) and 80% of the words. 25% have no named speaker.'
    """
    tables.require(table, _NEEDED, what="voices")
    columns = list(table.columns[: table.columns.get_loc("quotes")])
    if not columns:
        message = "voices has no column of voices before quotes. Draw the table that mediastudy.voices makes."
        raise ValueError(message)
    drawn = table.assign(voice=table[columns[-1]].astype("str").fillna(nameless(columns[-1])))
    series = _series(drawn, columns[:-1])
    order = drawn.groupby("voice")["quotes"].sum().sort_values(ascending=False, kind="stable").index[:_MOST].tolist()
    ax = frame.row_axes(ax, len(order), edge=1.2 + 0.1 * len(series), row=max(0.28, 0.16 * len(series)))
    for place, one in enumerate(series):
        _draw(ax, one, order, place, len(series))
    _counts(ax, series, order, drawn.groupby("voice")["quotes"].sum())
    _finish(ax, order, among("share of quotations" if columns[:-1] else "share of quotations and of words", table))
    if len(order):
        ax.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.4, 1.0), ncols=2, fontsize="small")
    ax.set_label(_sentence(drawn, columns, series))
    return ax


def nameless(column: str) -> str:
    """What a missing value of the column is called.

    Examples
    --------
    >>> nameless("speaker"), nameless("outlet")
    ('no named speaker', 'unknown')
    """
    return _NAMELESS.get(column, "unknown")


def _series(drawn: pd.DataFrame, groups: list[str]) -> list[_Series]:
    """Quotations and words of a table without groups, or the quotations of each group."""
    if not groups:
        words = drawn.assign(
            share=drawn["word_share"], share_low=drawn["word_share_low"], share_high=drawn["word_share_high"]
        )
        return [_Series("of quotations", drawn), _Series("of words", words)]
    names = drawn[groups].astype("str").fillna("unknown").agg(", ".join, axis="columns")
    labels = list(dict.fromkeys(names))
    if len(labels) > len(_STYLES):
        message = f"voices holds {len(labels)} groups; {len(_STYLES)} can be told apart. Draw some of them."
        raise ValueError(message)
    return [
        _Series(f"{label} ({drawn['quotes'][names == label].sum():,} quotations)", drawn[names == label])
        for label in labels
    ]


def _draw(ax: Axes, series: _Series, order: list[str], place: int, count: int) -> None:
    """The marks of a series over their intervals, a little beside those of the others."""
    colour, marker, filled = _STYLES[place]
    rows = series.rows.drop_duplicates("voice").set_index("voice").reindex(order)
    at = [row + (place - (count - 1) / 2) * _SPREAD / max(count, 2) for row in range(len(order))]
    ax.hlines(at, rows["share_low"], rows["share_high"], color=colour, linewidth=1.6, alpha=0.75, zorder=2)
    style: Any = {"s": 34, "marker": marker, "edgecolor": colour, "linewidth": 1.3, "label": series.label, "zorder": 3}
    ax.scatter(rows["share"], at, color=colour if filled else "white", **style)


def _counts(ax: Axes, series: list[_Series], order: list[str], counts: pd.Series[Any]) -> None:
    """The quotations of each row, beside its last mark or interval."""
    drawn = pd.concat([one.rows for one in series])
    ends = drawn.groupby("voice")[["share", "share_high"]].max().max(axis="columns").reindex(order)
    frame.beside(ax, ends, [f"{counts[voice]:,}" for voice in order])


def _finish(ax: Axes, order: list[str], label: str) -> None:
    """The rows' names and an axis in per cent."""
    from matplotlib.ticker import PercentFormatter

    frame.rows(ax, [frame.shortened(name) for name in order], none="no quotations")
    ax.set_xlim(0, max(ax.get_xlim()[1] * 1.08, 0.01))
    ax.xaxis.set_major_formatter(PercentFormatter(1.0))
    ax.grid(axis="x", color="#E0E0E0", linewidth=0.6)
    ax.set_axisbelow(True)
    ax.set_xlabel(f"{label}\n{_KEY}")


def _sentence(drawn: pd.DataFrame, columns: list[str], series: list[_Series]) -> str:
    """The finding in numbers."""
    if drawn.empty:
        return "No quotation is counted."
    total = f"Of {frame.counted(int(drawn['quotes'].sum()), 'quotation')}"
    if columns[:-1]:
        firsts = [(one.label, _first(one.rows, columns[-1])) for one in series]
        told = [f"in {label}, {row.voice} has {_interval(row)}" for label, row in firsts if row is not None]
        return f"{total}: {'; '.join(told)}." if told else f"{total}, none has a known voice."
    unknown = drawn.loc[drawn[columns[-1]].isna(), "share"]
    rest = f" {unknown.iloc[0]:.0%} have {nameless(columns[-1])}." if len(unknown) else ""
    row = _first(drawn, columns[-1])
    if row is None:
        return f"{total}, none has a known voice."
    return f"{total}, {row.voice} has {_interval(row)} and {row.word_share:.0%} of the words.{rest}"


def _first(rows: pd.DataFrame, column: str) -> Any:
    """The known voice with the most quotations, None if there is none."""
    known = rows.loc[rows[column].notna()].sort_values("quotes", ascending=False, kind="stable")
    return next(known.itertuples(), None)


def _interval(row: Any) -> str:
    """A share with its interval, if it has one."""
    if pd.isna(row.share_low):
        return f"{row.share:.0%} (one document only)"
    return f"{row.share:.0%} (95 % interval {100 * row.share_low:.0f} to {row.share_high:.0%})"
