"""Tokens of each type under many labellings of stories at once: counts times labels.

Labels are bits: a word of 64 holds a story's side in 64 permutations, and four words one draw of 256. The loop for
large counts adds up such words without unpacking them, in a counter for each permutation whose digits lie across words:
one word holds the ones of 64 counters, the next their twos, and so on. Two words that wait for the same place are added
to it together, which costs five operations for 64 permutations.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

Integers = NDArray[np.integer]
Words = NDArray[np.uint64]

WORDS: Final = 4
DRAW: Final = 64 * WORDS

# Entries up to which a product of matrices is quicker than importing numba.
FEW: Final = 50_000
# Digits of a counter, and so the largest frequency: 2 to the power of 31.
_DIGITS: Final = 31


def labelled(counts: Any, rows: Integers, words: Words) -> Integers:
    """The sum of each row's counts over the stories that are labelled, for each of 256 permutations.

    ``counts`` is a sparse matrix of types by stories in rows, ``rows`` are those wanted, and ``words`` has four words
    for each story.

    Examples
    --------
    >>> from scipy import sparse
    >>> words = np.zeros((2, WORDS), np.uint64)
    >>> words[0, 0], words[1, 0] = 0b01, 0b11
    >>> labelled(sparse.csr_array([[5, 2]]), np.array([0]), words)[0, :3].tolist()
    [7, 2, 0]
    """
    if counts.nnz <= FEW:
        return np.asarray(counts[rows].astype(np.int32) @ unpacked(words).astype(np.int32))
    sums = np.zeros((len(rows), DRAW), np.int32)
    _quick()(counts.indptr, counts.indices, counts.data, rows, words, sums)
    return sums


def packed(labels: NDArray[np.bool_]) -> Words:
    """Words of a matrix of labels, stories by permutations, of which there are at most 256.

    Examples
    --------
    >>> packed(np.array([[True, False, True]]))[0].tolist()
    [5, 0, 0, 0]
    """
    full = np.zeros((len(labels), DRAW), dtype=bool)
    full[:, : labels.shape[1]] = labels
    return np.packbits(full, axis=1, bitorder="little").view("<u8").astype(np.uint64)


def unpacked(words: Words) -> NDArray[np.uint8]:
    """The labels of words, 0 or 1, stories by 256 permutations.

    Examples
    --------
    >>> unpacked(packed(np.array([[True, False, True]])))[0, :4].tolist()
    [1, 0, 1, 0]
    """
    octets = np.ascontiguousarray(words.astype("<u8", copy=False)).view(np.uint8)
    return np.unpackbits(octets.reshape(len(words), -1), axis=1, bitorder="little")


def add(  # noqa: C901 - one loop, compiled whole
    starts: Integers, stories: Integers, counts: Integers, rows: Integers, words: Words, sums: Integers
) -> None:
    """Add to each row of the sums its counts over labelled stories; the arguments are those of the sparse matrix.

    Examples
    --------
    >>> sums = np.zeros((1, DRAW), np.int32)
    >>> one = np.array([0])
    >>> add(np.array([0, 1]), one, np.array([5]), one, packed(np.array([[True, False, True]])), sums)
    >>> sums[0, :3].tolist()
    [5, 0, 5]
    """
    digit = np.zeros((_DIGITS + 1, WORDS), np.uint64)
    waiting = np.zeros((_DIGITS + 1, WORDS), np.uint64)
    waits = np.zeros(_DIGITS + 1, np.bool_)
    carried = np.zeros(WORDS, np.uint64)
    for place in range(len(rows)):
        top = 0
        for entry in range(starts[rows[place]], starts[rows[place] + 1]):
            count, lowest = counts[entry], 0
            while count:
                if count & 1:
                    at = lowest
                    for word in range(WORDS):
                        carried[word] = words[stories[entry], word]
                    while waits[at]:
                        for word in range(WORDS):
                            one, two, three = digit[at, word], waiting[at, word], carried[word]
                            either = one ^ two
                            digit[at, word] = either ^ three
                            carried[word] = (one & two) | (either & three)
                        waits[at] = False
                        at += 1
                    for word in range(WORDS):
                        waiting[at, word] = carried[word]
                    waits[at] = True
                    top = max(top, at + 1)
                count >>= 1
                lowest += 1
        for at in range(top):
            for word in range(WORDS):
                one, two = digit[at, word], waiting[at, word] if waits[at] else np.uint64(0)
                for bit in range(64):
                    both = ((one >> np.uint64(bit)) & np.uint64(1)) + ((two >> np.uint64(bit)) & np.uint64(1))
                    sums[place, 64 * word + bit] += np.int32(both) << at
                digit[at, word] = 0
            waits[at] = False


@functools.cache
def _quick() -> Callable[..., None]:
    """The compiled loop."""
    return compiled(add)
