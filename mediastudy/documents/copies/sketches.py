"""Sketches of many texts by one-permutation MinHash.

One hash sorts a text's shingles into bins, and the least in each bin is kept; empty bins borrow from others, so that
the share of bins in which two sketches agree estimates the similarity of short texts as well.

References
----------
Li, P., Owen, A. and Zhang, C.-H. (2012). One permutation hashing. Advances in Neural Information Processing Systems 25.

Shrivastava, A. (2017). Optimal densification for fast and accurate minwise hashing. Proceedings of the 34th
International Conference on Machine Learning, PMLR 70, 3154-3163.
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

    from mediastudy.documents.copies.utf8 import Texts

BINS: Final = 64
# Bytes of text up to which plain NumPy is done before the compiled loops are loaded.
FEW: Final = 1_000_000

_CHUNK: Final = 2_000
_LOW: Final = np.uint64(0xFFFFFFFF)
_BIN_SHIFT: Final = np.uint64(64 - BINS.bit_length() + 1)

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
