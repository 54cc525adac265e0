"""The pairs of texts that are worth comparing: those whose sketches agree in two bins or more.

Pairs are found by locality-sensitive hashing with bands of one bin, of which two have to agree.

References
----------
Indyk, P. and Motwani, R. (1998). Approximate nearest neighbors: towards removing the curse of dimensionality.
Proceedings of the 30th ACM Symposium on Theory of Computing, 604-613.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import loop
from mediastudy.documents.copies.shingles import EMPTY

if TYPE_CHECKING:
    from mediastudy.documents.copies.spans import Spans

# Bins that must agree before two texts are compared.
AGREEING: Final = 2
# How many of the texts before it a text is paired with in each bin; the heads of their stories lead further.
REACH: Final = 8

# Bins after which the pairs found so far are counted, so that they do not fill the memory.
_BLOCK: Final = 8
# A pair is one number: the earlier row above this bit, the later one below.
_PLACES: Final = 32
_LATER: Final = (1 << _PLACES) - 1

Integers = NDArray[np.int64]


def agreeing(bins: NDArray[np.uint32], rows: Integers, spans: Spans, window: int) -> Integers:
    """The pairs of rows that agree in two bins or more, shape (pairs, 2), the earlier row first.

    A row is paired with the ones next before it alone in each bin, so that a passage that thousands share costs little.

    Parameters
    ----------
    bins : the sketches of all texts
    rows : the texts to compare, in order of time
    spans : when the texts were published
    window : the most days that may lie between two of a pair

    Examples
    --------
    >>> from mediastudy.documents.copies.spans import Spans
    >>> spans = Spans(np.arange(3), np.arange(3), np.arange(3), np.full(3, True))
    >>> bins = np.array([[1, 2, 3], [9, 8, 7], [1, 2, 4]], np.uint32)
    >>> agreeing(bins, np.arange(3), spans, 2).tolist(), len(agreeing(bins, np.arange(3), spans, 1))
    ([[0, 2]], 0)
    """
    days = spans.first[rows], spans.last[rows]
    items = len(rows) * bins.shape[1]
    pairs, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for first in range(0, bins.shape[1], _BLOCK):
        columns = np.ascontiguousarray(bins[:, first : first + _BLOCK].take(rows, axis=0).T)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = [pairs, *pool.map(lambda column: _neighbours(column, days, window, items), columns)]
        weights = np.concatenate([counts, np.ones(sum(map(len, found[1:])), np.int64)])
        pairs, place = np.unique(np.concatenate(found), return_inverse=True)
        counts = np.bincount(place, weights=weights, minlength=len(pairs)).astype(np.int64)
    kept = pairs[counts >= AGREEING]
    return rows[np.column_stack([kept >> _PLACES, kept & _LATER])]


def _neighbours(column: NDArray[np.uint32], days: tuple[Integers, Integers], window: int, items: int) -> Integers:
    """The pairs of near rows with the same value in a bin; searched again if there are more than there was room for."""
    room = len(column) // 2
    while True:
        pairs = np.empty(room, np.int64)
        found = int(_enter(column, days, window, REACH, pairs, items=items))
        if found <= room:
            return pairs[:found]
        room = found


@loop
def _enter(column: Any, days: Any, window: Any, reach: Any, pairs: Any) -> Any:
    """The number of pairs of rows with the same value, each row with so many before it; as many as fit are filled in.

    ``days`` are the first and the last day of each row. The values are hashes, so their lowest bits say where in a
    table the last row with a value is noted; each row notes the one before it.
    """
    first, last = days
    size = 4
    while size < 2 * len(column):
        size *= 2
    ends, before = np.full(size, -1, np.int64), np.full(len(column), -1, np.int64)
    found = 0
    for row in range(len(column)):
        value = column[row]
        if value == EMPTY:
            continue
        slot = np.int64(value) & (size - 1)
        while ends[slot] >= 0 and column[ends[slot]] != value:
            slot = (slot + 1) & (size - 1)
        other, steps = ends[slot], 0
        before[row], ends[slot] = other, row
        while other >= 0 and steps < reach:
            if first[row] - last[other] <= window and first[other] - last[row] <= window:
                if found < len(pairs):
                    pairs[found] = other << 32 | row
                found += 1
            other, steps = before[other], steps + 1
    return found
