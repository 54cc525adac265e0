"""The compiled loops behind sketches: the least hash of each bin of a text.

They make the same sketches as the plain code in :mod:`mediastudy.documents.copies.sketches`. This module imports numba,
so it is imported only where there is much to do.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from mediastudy.compiling import compiled
from mediastudy.documents.copies.hashedtokens import tokens_of
from mediastudy.documents.copies.shingles import CHARACTERS, EMPTY, MIX, ORDER, SHIFT, STEP, WORDS

_ZERO: Final = np.uint64(0)
_ONE: Final = np.uint64(1)
_LOW: Final = np.uint64(0xFFFFFFFF)


@compiled
def sketch(texts: Any, first: Any, last: Any, counts: Any, sequences: Any, rows: Any) -> None:
    """Fill in tokens, sequence and the least value of each bin for the texts from the first to before the last.

    ``texts`` are the letters, where each text begins in them, and the kinds of characters and what stands for them.
    """
    letters, offsets, kinds, folded = texts
    longest = 0
    for text in range(first, last):
        longest = max(longest, offsets[text + 1] - offsets[text])
    hashes = np.empty(longest + 1, np.uint64)
    shift, size = np.uint64(64), rows.shape[1]
    while size > 1:
        shift -= _ONE
        size >>= 1
    for text in range(first, last):
        count, singles = tokens_of(letters, offsets[text], offsets[text + 1], kinds, folded, hashes)
        counts[text], sequences[text] = count, _gathered(hashes[:count], singles, rows[text], shift)
        _densify(rows[text])


@compiled
def _gathered(hashes: Any, singles: Any, row: Any, shift: Any) -> Any:
    """The hash of the sequence of tokens, whose shingles are entered into the bins."""
    count = len(hashes)
    size = CHARACTERS if 2 * singles > count else WORDS
    top, sequence, rolling = _ONE, _ZERO, _ZERO
    for _ in range(size):
        top *= STEP
    for place in range(count):
        token = hashes[place]
        sequence = sequence * ORDER + token
        rolling = rolling * STEP + token
        if place >= size:
            rolling -= hashes[place - size] * top
        if place >= size - 1:
            value = (rolling ^ rolling >> SHIFT) * MIX
            value ^= value >> SHIFT
            chosen = np.int64(value >> shift)
            row[chosen] = min(row[chosen], np.uint32(value & _LOW))
    return sequence


@compiled
def _densify(row: Any) -> None:
    """Let each empty bin borrow from the first filled one in an order of its own."""
    filled = row != EMPTY
    if not filled.any():
        return
    size = np.uint64(len(row))
    for place in range(len(row)):
        step, chosen = _ZERO, np.int64(place)
        while not filled[chosen]:
            step += _ONE
            value = (np.uint64(place) * STEP + step) * MIX
            chosen = np.int64((value ^ value >> SHIFT) % size)
        row[place] = row[chosen]
