"""Sketches of many texts by one-permutation MinHash, and the pairs of texts whose sketches agree.

One hash sorts a text's shingles into bins, and the least in each bin is kept; empty bins borrow from others, so that
the share of bins in which two sketches agree estimates the similarity of short texts as well. Pairs are found by
locality-sensitive hashing with bands of one bin, of which two have to agree.

References
----------
Li, P., Owen, A. and Zhang, C.-H. (2012). One permutation hashing. Advances in Neural Information Processing Systems 25.

Shrivastava, A. (2017). Optimal densification for fast and accurate minwise hashing. Proceedings of the 34th
International Conference on Machine Learning, PMLR 70, 3154-3163.

Indyk, P. and Motwani, R. (1998). Approximate nearest neighbors: towards removing the curse of dimensionality.
Proceedings of the 30th ACM Symposium on Theory of Computing, 604-613.
"""

from __future__ import annotations

import itertools
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.documents.copies.shingles import EMPTY, MIX, SHIFT, STEP, Shingles, characters, shingles

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediastudy.documents.copies.spans import Spans
    from mediastudy.documents.copies.utf8 import Texts

BINS: Final = 64
# Bytes of text up to which plain NumPy is done before the compiled loops are loaded.
FEW: Final = 1_000_000
# Bins that must agree before two texts are compared.
AGREEING: Final = 2
# How many of the next texts in order a text is paired with in each bin; the heads of their stories lead further.
REACH: Final = 8

# Rows up to which the same goes for the search for pairs.
_FEW_ROWS: Final = 1_000
_CHUNK: Final = 2_000
_LOW: Final = np.uint64(0xFFFFFFFF)
_BIN_SHIFT: Final = np.uint64(64 - BINS.bit_length() + 1)
_PLACES: Final = 32
# Bins after which the pairs found so far are counted, so that they do not fill the memory.
_BLOCK: Final = 8

Integers = NDArray[np.int64]


class Sketches(NamedTuple):
    """Of each text the number of tokens, the hash of their sequence, and the least hash in each bin."""

    tokens: Integers
    sequences: NDArray[np.uint64]
    bins: NDArray[np.uint32]


def sketches(texts: Texts) -> Sketches:
    """The sketches of some texts.

    Examples
    --------
    >>> from mediastudy.documents.copies.utf8 import Texts
    >>> found = sketches(Texts.of(["The harbour opened late on Sunday.", "the harbour opened late on Sunday", ""]))
    >>> found.tokens.tolist(), bool((found.bins[0] == found.bins[1]).all())
    ([6, 6, 0], True)
    """
    number = texts.number
    made = Sketches(np.zeros(number, np.int64), np.zeros(number, np.uint64), np.full((number, BINS), EMPTY))
    if texts.size <= FEW:
        for place in range(number):
            _fill(made, place, shingles(texts.text(place)))
        return made
    from mediastudy.documents.copies import fingerprints

    held = (*texts, *characters())
    in_threads(lambda first, last: fingerprints.sketch(held, first, last, *made), number)
    return made


def in_threads(work: Callable[[int, int], Any], number: int) -> None:
    """Do the work for all of a number of items, a run of them at a time, on all processors.

    Examples
    --------
    >>> in_threads(lambda first, last: print(first, last), 3)
    0 3
    """
    runs = [(first, min(first + _CHUNK, number)) for first in range(0, number, _CHUNK)]
    if len(runs) <= 1:
        for run in runs:
            work(*run)
        return
    work(0, 0)  # compiles once, not in each thread
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda run: work(*run), runs))


def _fill(made: Sketches, place: int, found: Shingles) -> None:
    """Enter one text, as the compiled loop does."""
    made.tokens[place], made.sequences[place] = len(found.tokens), found.sequence
    row = made.bins[place]
    np.minimum.at(row, (found.hashes >> _BIN_SHIFT).astype(np.int64), (found.hashes & _LOW).astype(np.uint32))
    filled = row != EMPTY
    if not filled.any():
        return
    for empty in np.flatnonzero(~filled):
        start = int(empty) * int(STEP)
        steps = ((start + step) * int(MIX) & 0xFFFFFFFFFFFFFFFF for step in itertools.count(1))
        row[empty] = next(row[at] for at in ((value ^ value >> int(SHIFT)) % BINS for value in steps) if filled[at])


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
    pairs, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    find = _neighbours if len(rows) <= _FEW_ROWS else _neighbours_of_many
    for first in range(0, bins.shape[1], _BLOCK):
        columns = np.ascontiguousarray(bins[:, first : first + _BLOCK].take(rows, axis=0).T)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = [pairs, *pool.map(lambda column: find(column, days, window), columns)]
        weights = np.concatenate([counts, np.ones(sum(map(len, found[1:])), np.int64)])
        pairs, place = np.unique(np.concatenate(found), return_inverse=True)
        counts = np.bincount(place, weights=weights, minlength=len(pairs)).astype(np.int64)
    kept = pairs[counts >= AGREEING]
    return rows[np.column_stack([kept >> _PLACES, kept & int(_LOW)])]


def _neighbours(column: NDArray[np.uint32], days: tuple[Integers, Integers], window: int) -> Integers:
    """The pairs of near rows with the same value in a bin, as one number each."""
    begin, end = days
    order = np.argsort(column, kind="stable")
    values = column[order]
    pairs = [np.empty(0, np.int64)]
    for distance in range(1, REACH + 1):
        same = np.flatnonzero((values[distance:] == values[:-distance]) & (values[distance:] != EMPTY))
        if not len(same):
            break
        ones, others = order[same], order[same + distance]
        kept = (begin[others] - end[ones] <= window) & (begin[ones] - end[others] <= window)
        pairs.append(ones[kept] << _PLACES | others[kept])
    return np.concatenate(pairs)


def _neighbours_of_many(column: NDArray[np.uint32], days: tuple[Integers, Integers], window: int) -> Integers:
    """The same by a compiled loop, repeated with more room if there are more pairs than it had room for."""
    from mediastudy.documents.copies.fingerprints import neighbours

    room = len(column) // 2
    while True:
        pairs = np.empty(room, np.int64)
        found = neighbours(column, days, window, REACH, pairs)
        if found <= room:
            return pairs[:found]
        room = int(found)
