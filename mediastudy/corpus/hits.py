"""Hits: where queries match, and which of overlapping ones count."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Integers = NDArray[np.integer]


class Hits(NamedTuple):
    """Hits in order of the text: the number of the selected document, and the token positions in the index."""

    document: Integers
    start: Integers
    end: Integers


def union(hits: Sequence[Hits]) -> Hits:
    """The hits of several queries on one corpus; of equal hits one is kept.

    A hit is left out if it lies inside a longer one of a query that does not find the hit itself: *aid* inside the hit
    *food aid* of another query. A single query keeps all its hits.

    Examples
    --------
    >>> one = Hits(np.array([0]), np.array([3]), np.array([4]))
    >>> longer = Hits(np.array([0]), np.array([2]), np.array([4]))
    >>> union([one, longer]).start.tolist()
    [2]
    """
    if len(hits) == 1:
        return hits[0]
    document, start, end = (np.concatenate(parts) for parts in zip(*hits, strict=True))
    order = np.lexsort((-end, start))
    fresh = _fresh(start[order], end[order])
    first, span = order[fresh], np.empty(len(order), dtype=np.int64)
    span[order] = np.cumsum(fresh) - 1
    inside = np.zeros(len(first), dtype=bool)
    for spans, nested in _parties(hits, span):
        mine = np.zeros(len(first), dtype=bool)
        mine[spans] = True
        inside |= _inside(np.where(mine, end[first], -1), end[first]) & ~(mine & nested)
    kept = first[~inside]
    kept = kept[np.lexsort((end[kept], start[kept]))]
    return Hits(document[kept], start[kept], end[kept])


def _parties(hits: Sequence[Hits], span: Integers) -> Iterator[tuple[Integers, bool]]:
    """The spans of each query whose hits may lie inside each other, with True, and of all other queries together."""
    parts = np.split(span, np.cumsum([len(found.start) for found in hits])[:-1])
    nested = [bool(np.any(np.diff(found.start) <= 0) or np.any(np.diff(found.end) <= 0)) for found in hits]
    yield np.concatenate([np.empty(0, np.int64), *itertools.compress(parts, np.logical_not(nested))]), False
    yield from ((part, True) for part in itertools.compress(parts, nested))


def outermost(starts: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """The starts and ends of the hits that lie in no other, by start; of equal hits one is kept.

    Examples
    --------
    >>> starts, ends = outermost(np.array([3, 2, 2]), np.array([4, 4, 3]))
    >>> starts.tolist(), ends.tolist()
    ([2], [4])
    """
    order = np.lexsort((-ends, starts))
    order = order[_fresh(starts[order], ends[order])]
    starts, ends = starts[order], ends[order]
    kept = ~_inside(ends, ends)
    return starts[kept], ends[kept]


def _fresh(starts: Integers, ends: Integers) -> NDArray[np.bool_]:
    """Which spans in order differ from the one before."""
    return np.append(True, (np.diff(starts) != 0) | (np.diff(ends) != 0))[: len(starts)]


def _inside(longer: Integers, ends: Integers) -> NDArray[np.bool_]:
    """Which of different spans, by start and the longest first, lie in one before them.

    ``longer`` holds the ends of those that may hold others, and -1 for the rest.
    """
    return np.asarray(ends <= np.maximum.accumulate(np.append(-1, longer))[: len(ends)])
