"""Hits that stand close to others: NEAR and SAME-SENTENCE.

``A NEAR/5 B`` asks of every hit of A whether a hit of B stands within five words: the first word of the later one is at
most the fifth after the last word of the earlier one, so that at most four words stand between. This is how Factiva
(*near5*) and LexisNexis (*near/5*) count. ``A SAME-SENTENCE B`` asks whether a hit of B lies in the same sentence; hits
that cross the end of a sentence count for nothing.

Either may come first, marks may stand between them, and they may share no word. The hit reaches from the first word of
the one to the last of the other, the closest hit of B being taken, and of two equally close ones the earlier. Each hit
of A counts once at most, so that *aid and aid cuts* has two hits of ``aid NEAR/5 cuts``, the one inside the other, and
one of ``cuts NEAR/5 aid``. Hits of the same words (``aid NEAR/5 aid``) count once.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus.hits import Hits
from mediastudy.corpus.locating import spans
from mediastudy.corpus.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.corpus.corpus import Corpus

Integers = NDArray[np.integer]


def near(left: Hits, right: Hits, *, within: int) -> Hits:
    """The hits of ``left NEAR/within right``.

    Examples
    --------
    >>> aid = Hits(np.array([0, 0]), np.array([1, 8]), np.array([2, 9]))
    >>> cuts = Hits(np.array([0]), np.array([4]), np.array([5]))
    >>> near(aid, cuts, within=3)
    Hits(document=array([0]), start=array([1]), end=array([5]))
    """
    return _paired(left, right, left.document, right.document, within=within)


def same_sentence(corpus: Corpus, left: Hits, right: Hits) -> Hits:
    """The hits of ``left SAME-SENTENCE right``; only documents that have both are cut into sentences.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid was cut. Aid came."]}))
    >>> same_sentence(corpus, match(corpus, "aid"), match(corpus, "cut"))
    Hits(document=array([0]), start=array([0]), end=array([3]))
    """
    shared = np.intersect1d(left.document, right.document)
    left, right = (_where(hits, np.isin(hits.document, shared)) for hits in (left, right))
    numbers = _sentence_numbers(corpus, Hits(*map(np.concatenate, zip(left, right, strict=True))))
    of_left, of_right = np.split(numbers, [len(left.start)])
    left, right = _where(left, of_left >= 0), _where(right, of_right >= 0)
    return _paired(left, right, of_left[of_left >= 0], of_right[of_right >= 0], within=len(corpus.index))


def _where(hits: Hits, chosen: NDArray[np.bool_] | Integers) -> Hits:
    """Some of the hits, by a mask or by their numbers."""
    return Hits(*(part[chosen] for part in hits))


def _paired(left: Hits, right: Hits, of_left: Integers, of_right: Integers, *, within: int) -> Hits:
    """Each hit of the left with the closest one of the right in the same unit, if that is near enough."""
    best, least = np.full(len(left.start), -1), np.full(len(left.start), within + 1)
    for number in _neighbours(left, right) if len(right.start) else ():
        distance = np.maximum(right.start[number] - left.end, left.start - right.end[number]) + 1
        closer = (number >= 0) & (of_left == of_right[number]) & (distance < least)
        best, least = np.where(closer, number, best), np.where(closer, distance, least)
    kept = np.flatnonzero(best >= 0)
    starts = np.minimum(left.start[kept], right.start[best[kept]])
    ends = np.maximum(left.end[kept], right.end[best[kept]])
    order = _order(starts, ends)
    document, starts, ends = left.document[kept][order], starts[order], ends[order]
    fresh = np.append(True, (np.diff(starts) > 0) | (np.diff(ends) > 0))[: len(starts)]
    return Hits(document[fresh], starts[fresh], ends[fresh])


def _neighbours(left: Hits, right: Hits) -> Iterator[Integers]:
    """The number of the last right hit before each left one, then of the first after it, -1 where there is none."""
    by_end, by_start = _order(right.end, right.start), _order(right.start, right.end)
    yield np.append(-1, by_end)[np.searchsorted(right.end[by_end], left.start, side="right")]
    yield np.append(by_start, -1)[np.searchsorted(right.start[by_start], left.end)]


def _order(first: Integers, then: Integers) -> Integers:
    """The order by one column, then another; sorted columns, as those of phrases are, take no time."""
    return np.arange(len(first)) if bool(np.all(np.diff(first) > 0)) else np.lexsort((then, first))


def _sentence_numbers(corpus: Corpus, hits: Hits) -> Integers:
    """The number of the sentence in which each hit lies, through all documents, -1 for a hit that lies in none."""
    texts: Any = corpus.everything["text"].array
    order = np.argsort(hits.document, kind="stable")
    document, starts, ends = hits.document[order], *spans(corpus, _where(hits, order))
    numbers, counted = np.empty(len(order), dtype=np.int64), 0
    edges = np.flatnonzero(np.diff(document, prepend=-1, append=-1))
    for low, high in itertools.pairwise(edges):
        begins = [start for start, _ in sentences(texts[corpus.rows[document[low]]])]
        first, last = np.searchsorted(begins, [starts[low:high], ends[low:high] - 1], side="right")
        numbers[order[low:high]] = np.where(first == last, counted + first, -1)
        counted += len(begins) + 1
    return numbers
