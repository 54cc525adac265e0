"""Names over time: which of its variants a phrase goes by, and variants found outside the dates of their use."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import match_phrases
from mediastudy.corpus.hits import Hits
from mediastudy.corpus.phrases import variants
from mediastudy.timelines.counting.cells import cells, per_cluster, summed, with_hit
from mediastudy.timelines.counting.proportions import laid_out, proportion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mediastudy.corpus import Corpus, Phrases
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every
    from mediastudy.corpus.queryfile import Variant
    from mediastudy.timelines.counting.cells import Cells

Flags = NDArray[np.bool_]


@tables.framed
def renderings(
    corpus: Corpus, phrases: Phrases, *, every: Every = "year", by: By = None, cluster: str = "story"
) -> pd.DataFrame:
    """The table of variants by period: which share of the phrase's hits goes by each name.

    A hit of the phrase belongs to one variant, the first given of those that find the very same words, so that the
    variants of a phrase add up to it; a variant inside a longer hit of another has no hit there.

    Parameters
    ----------
    corpus : the documents to search
    phrases : named phrases with their variants, as in :func:`~mediastudy.timelines.timeline`
    every : day, week, month, quarter, year, five years, decade, or a table of own periods (``name``, ``first``,
        ``last``)
    by : columns of the documents to group by, a missing value being a group of its own
    cluster : story, day or document: what the interval takes as independent

    Returns
    -------
    pd.DataFrame
        One row per group, phrase, variant and period, in that order: the columns in ``by``; ``period`` and
        ``period_end`` (first and last day); ``period_label``; ``phrase``; ``variant`` (its query); ``hits`` (of the
        variant); ``phrase_hits`` (of the whole phrase); ``documents_with_hit`` (of the variant); ``documents`` (of the
        period); ``stories_with_hit`` and ``stories`` (their clusters); ``unit`` (words or characters); ``share``,
        ``share_low``, ``share_high`` (of the phrase's hits, 0 to 1, with Wilson's 95 % interval for as many independent
        hits as the clusters are worth; missing where the phrase has none); ``covered`` (whether there are tokens).

    Raises
    ------
    ValueError
        If a query can't be read, ``every`` or ``cluster`` is unknown, or the documents lack a column in ``by``.

    References
    ----------
    Those of :func:`~mediastudy.timelines.counting.proportions.proportion`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> texts = ["Orlo is dry. Orlo", "Vela, once Orlo"]
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": texts, "date": ["1994", "1995"]})
    >>> found = renderings(Corpus.build(documents), {"town": ["Orlo", "Vela"]})
    >>> found[["period_label", "variant", "hits", "share"]].values.tolist()
    [['1994', 'Orlo', 2, 1.0], ['1995', 'Orlo', 1, 0.5], ['1994', 'Vela', 0, 0.0], ['1995', 'Vela', 1, 0.5]]
    """
    made = cells(corpus, every=every, by=by, cluster=cluster)
    named, counted = [], []
    for phrase, matched in itertools.groupby(match_phrases(corpus, phrases), key=lambda one: one.phrase):
        (_, _, whole), *found = matched
        for one, mine in zip(found, _attributed(whole, [one.hits for one in found]), strict=True):
            named.append((phrase, one.variant))
            counted.append(_counted(made, Hits(*(part[mine] for part in whole)), whole))
    labels = pd.DataFrame(named, columns=["phrase", "variant"], dtype="str")
    return laid_out(made, labels, counted, table="renderings")


def _attributed(whole: Hits, found: Sequence[Hits]) -> Iterator[Flags]:
    """Which hits of the whole phrase belong to each variant."""
    keys = _keys(whole)
    free = np.ones(len(keys), dtype=bool)
    for hits in found:
        mine = free & np.isin(keys, _keys(hits))
        free &= ~mine
        yield mine


def _keys(hits: Hits) -> NDArray[np.uint64]:
    """A number for each hit that no other words of the index have: no hit is longer than 2^20 tokens."""
    start, end = hits.start.astype(np.uint64), hits.end.astype(np.uint64)
    return (start << np.uint64(20)) | ((end - start) & np.uint64((1 << 20) - 1))


def _counted(made: Cells, hits: Hits, whole: Hits) -> dict[str, NDArray[Any]]:
    """The result columns of one variant, an entry for each cell."""
    part, all_hits, size = per_cluster(made, hits), per_cluster(made, whole), len(made.tokens)
    share = proportion(part, all_hits, made.cluster_cell, size)
    return {
        "hits": summed(made.cluster_cell, part, size),
        "phrase_hits": summed(made.cluster_cell, all_hits, size),
        "documents_with_hit": with_hit(made, hits),
        "documents": made.documents,
        "stories_with_hit": summed(made.cluster_cell, (part > 0).astype(np.int64), size),
        "stories": made.stories,
        "share": share.share,
        "share_low": share.low,
        "share_high": share.high,
        "covered": made.tokens > 0,
    }


@tables.framed
def out_of_dates(corpus: Corpus, phrases: Phrases) -> pd.DataFrame:
    """The table of variants with dates of use, and their hits before and after these; the hits count all the same.

    A document dated to the year or month lies outside if the whole of that year or month does, and is uncertain if part
    of it does.

    Returns
    -------
    pd.DataFrame
        One row per variant with ``first`` or ``last``, in the order given: ``phrase``; ``variant`` (its query);
        ``first`` and ``last`` (day of its use, missing if open); ``hits`` (all of the variant's); ``hits_before`` and
        ``hits_after`` (in documents dated before the first day or after the last); ``hits_uncertain`` (in documents
        without a date, or with one too coarse to tell); ``documents_outside`` (with a hit before or after).

    Raises
    ------
    ValueError
        If a query can't be read.

    Examples
    --------
    >>> import datetime
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.corpus.queryfile import Variant
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": "Velatown", "date": ["1994-03-05", "1995-01-01"]})
    >>> town = {"town": Variant("Velatown", first=datetime.date(1995, 1, 1))}
    >>> out_of_dates(Corpus.build(documents), town)[["hits", "hits_before", "hits_after"]].values.tolist()
    [[2, 1, 0]]
    """
    asked = variants(phrases)
    earliest, latest = _possible(corpus)
    rows = []
    for phrase, variant, hits in match_phrases(corpus, phrases):
        bounded = next((one for one in asked[phrase] if one.query == variant), None)
        if bounded is not None and (bounded.first or bounded.last):
            rows.append({"phrase": phrase, **_outside(bounded, hits, earliest, latest)})
    return tables.conform(pd.DataFrame(rows), "out_of_dates") if rows else tables.empty("out_of_dates")


def _outside(variant: Variant, hits: Hits, earliest: pd.Series, latest: pd.Series) -> dict[str, Any]:
    """The row of one variant."""
    # A bound that is open is no time, and nothing comes before or after that.
    first, last = (np.datetime64(bound or "NaT", "D") for bound in (variant.first, variant.last))
    opening, closing = (bound.to_numpy()[hits.document] for bound in (earliest, latest))
    before = closing < first
    after = opening > last
    reaches_out = (opening < first) | (closing > last) | np.isnat(opening)
    return {
        "variant": variant.query,
        "first": first,
        "last": last,
        "hits": len(hits.start),
        "hits_before": int(before.sum()),
        "hits_after": int(after.sum()),
        "hits_uncertain": int((reaches_out & ~before & ~after).sum()),
        "documents_outside": len(np.unique(hits.document[before | after])),
    }


def _possible(corpus: Corpus) -> tuple[pd.Series, pd.Series]:
    """The first and the last day on which each document may have appeared, missing if unknown."""
    precision = corpus.column("date_precision")
    date = corpus.column("date").mask(precision.eq("none"))
    month, year = date.dt.to_period("M"), date.dt.to_period("Y")
    in_month, in_year = precision.eq("month"), precision.eq("year")
    first = date.mask(in_month, month.dt.start_time).mask(in_year, year.dt.start_time)
    last = date.mask(in_month, month.dt.end_time).mask(in_year, year.dt.end_time)
    return first.dt.normalize(), last.dt.normalize()
