"""How often phrases occur over time: counts, rates and shares by period, with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import groups, periods
from mediastudy.corpus.phrases import Phrases, match_phrases
from mediastudy.timelines import intervals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus, Hits

MILLION: Final = 1_000_000

Integers = NDArray[np.integer]
Numbers = NDArray[np.float64]


class _Cells(NamedTuple):
    """The cells of a timeline, a period of a group each, with one entry per document or per cell."""

    cell: Integers
    lengths: Numbers
    documents: Integers
    tokens: Integers
    squares: Numbers
    shape: tuple[int, int]


@tables.framed
def timeline(
    corpus: Corpus,
    phrases: Phrases,
    *,
    every: str = "year",
    by: str | Sequence[str] | None = None,
    variants: bool = False,
) -> pd.DataFrame:
    """The table of phrases by period, with periods without a hit kept.

    Parameters
    ----------
    corpus : the documents to search
    phrases : a query, several queries, names with the query or queries (variants) that each stands for, or the path of
        a ``queries.toml``
    every : day, week (from Monday), month, quarter, year or decade
    by : columns of the documents to group by, a missing value being a group of its own
    variants : whether rows for each single query follow those of the whole phrase

    Documents without a date, or with a date coarser than the period, are left out; :func:`undated` counts them. Every
    group has every period from the first to the last that has a document of the corpus. The whole phrase counts no
    position twice where variants overlap.

    Returns
    -------
    pd.DataFrame
        One row per group, phrase, variant and period, in that order: the columns in ``by``; ``period`` (its first
        day); ``phrase``; ``variant`` (missing for the whole phrase); ``hits``; ``documents_with_hit``; ``documents``;
        ``tokens``; ``unit`` (words or characters: documents in Chinese are never counted together with others, and
        have rows of their own); ``rate`` (hits per million tokens) with ``rate_low`` and ``rate_high``; ``share`` (of
        documents, 0 to 1) with ``share_low`` and ``share_high``; ``covered`` (whether there are tokens). Where nothing
        was observed, rates and shares are missing and ``covered`` is false.

        The 95 % interval of the rate is Garwood's exact one for Poisson counts, widened for hits that come in clusters
        (several in one document) by the design effect of :func:`~mediastudy.timelines.intervals.design_effect`, which
        takes account of the whole series of the group and phrase; the share's interval is Wilson's. Copies of a story
        count as documents of their own.

    Raises
    ------
    ValueError
        If a query can't be read, ``every`` is unknown, or the documents lack a column in ``by``.

    References
    ----------
    Those of :func:`~mediastudy.timelines.intervals.poisson`, ``design_effect`` and ``wilson``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid came", "No"], "date": ["1994-03-05", "1996"]})
    >>> timeline(Corpus.build(documents), "aid")[["hits", "documents", "rate", "covered"]].values.tolist()
    [[1, 1, 500000.0, True], [0, 0, nan, False], [0, 1, 0.0, True]]
    """
    tables.choose(every, periods.EVERY, what="every")
    group, found = groups(corpus, by, table="timeline", units=True)
    cells, begins = _cells(corpus, group, len(found), every)
    asked = [found for found in match_phrases(corpus, phrases) if variants or found.variant is None]
    counted = [_counted(cells, hits) for _, _, hits in asked]
    # One row per group, phrase and period, in this order; the counts of a phrase are one row per group and period.
    size, length = cells.shape
    of_group, of_phrase, of_period = np.indices((size, len(asked), length)).reshape(3, -1)
    picked = (of_phrase * size + of_group) * length + of_period
    named = pd.DataFrame({"phrase": [one.phrase for one in asked], "variant": [one.variant for one in asked]})
    columns: dict[str, Any] = {
        **{name: found[name].take(of_group).array for name in found.columns},
        **{name: named[name].astype("str").take(of_phrase).array for name in named.columns},
        **{name: np.concatenate([part[name] for part in counted])[picked] for name in counted[0]},
        "period": begins[of_period],
    }
    leading = [name for name in found.columns if name != "unit"]
    return tables.conform(pd.DataFrame(columns), "timeline")[[*leading, *tables.COLUMNS["timeline"]]]


def _cells(corpus: Corpus, group: Integers, size: int, every: str) -> tuple[_Cells, NDArray[np.datetime64]]:
    """The cell of every document, one beyond the last if it belongs to no period, what each holds, and the periods."""
    number = periods.placed(corpus, every)
    placed = number != periods.NOWHERE
    first, last = (int(number[placed].min()), int(number.max())) if placed.any() else (0, -1)
    length = last - first + 1
    total = size * length
    cell = np.where(placed, group * length + (number - first), total)
    lengths = corpus.lengths.astype(float)
    documents = np.bincount(cell, minlength=total + 1)[:total]
    tokens, squares = (
        np.bincount(cell, weights=weights, minlength=total + 1)[:total] for weights in (lengths, lengths * lengths)
    )
    cells = _Cells(cell, lengths, documents, tokens.astype(np.int64), squares.astype(float), shape=(size, length))
    return cells, periods.beginnings(np.arange(first, last + 1), every)


def _counted(cells: _Cells, hits: Hits) -> dict[str, Any]:
    """The result columns of one phrase, an entry for each cell."""
    edges = np.flatnonzero(np.diff(hits.document, prepend=-1, append=-1))
    with_hit = hits.document[edges[:-1]]
    counted = cells.cell[with_hit] < len(cells.tokens)
    with_hit, count = with_hit[counted], np.diff(edges)[counted]
    where, total = cells.cell[with_hit], len(cells.tokens)
    found = np.bincount(where, weights=count, minlength=total).astype(np.int64)
    documents_with_hit = np.bincount(where, minlength=total)
    with np.errstate(divide="ignore", invalid="ignore"):
        rate, share = found / cells.tokens, documents_with_hit / cells.documents
    cross = np.bincount(where, weights=count * cells.lengths[with_hit], minlength=total)
    spread = np.bincount(where, weights=count.astype(float) ** 2, minlength=total)
    residual = spread - 2 * rate * cross + rate**2 * cells.squares
    parts = (part.reshape(cells.shape) for part in (found, documents_with_hit, cells.documents, residual))
    effect = intervals.design_effect(*parts).ravel()
    rates = intervals.poisson(found, cells.tokens, effect=effect)
    shares = intervals.wilson(documents_with_hit, cells.documents)
    return {
        "hits": found,
        "documents_with_hit": documents_with_hit,
        "documents": cells.documents,
        "tokens": cells.tokens,
        "rate": rate * MILLION,
        "rate_low": rates.low * MILLION,
        "rate_high": rates.high * MILLION,
        "share": share,
        "share_low": shares.low,
        "share_high": shares.high,
        "covered": cells.tokens > 0,
    }
