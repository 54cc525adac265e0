"""The compiled loops that find the tokens of a text in its UTF-8 bytes, and its shingles, as hashes.

They find the same tokens and shingles as :mod:`mediastudy.documents.copies.shingles`. This module imports numba, so it
is imported only where there is much to do.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from mediastudy.compiling import compiled
from mediastudy.documents.copies.shingles import (
    BASIS,
    CHARACTERS,
    LETTER,
    MIX,
    PRIME,
    SHIFT,
    SINGLE,
    STEP,
    UNSEEN,
    WORDS,
)
from mediastudy.machine import code_point, eight, trailing_zeros

_ZERO: Final = np.uint64(0)
_ONE: Final = np.uint64(1)
_HALF: Final = np.uint64(32)
_SEVENTH: Final = np.uint64(7)
_ASCII: Final = 0x80
_AT_ONCE: Final = 8
# Eight equal bytes each, to look at eight letters at once: what must be added to reach, or pass, the highest bit.
_HIGH: Final = np.uint64(0x8080808080808080)
_SEVEN: Final = np.uint64(0x7F7F7F7F7F7F7F7F)
_SPACES: Final = np.uint64(0x2020202020202020)
_FROM_A: Final = np.uint64(0x1F1F1F1F1F1F1F1F)
_AFTER_Z: Final = np.uint64(0x0505050505050505)
_FROM_0: Final = np.uint64(0x5050505050505050)
_AFTER_9: Final = np.uint64(0x4646464646464646)


@compiled
def _taken(value: Any, more: Any) -> Any:
    """The hash with more taken in."""
    value = (value ^ more) * PRIME
    return value ^ value >> _HALF


@compiled
def _others(word: Any) -> Any:
    """Eight bytes, of which those that are no ASCII letters or digits have their highest bit set, others not."""
    low = word & _SEVEN
    lower = low | _SPACES
    is_letter = (lower + _FROM_A) & ~(lower + _AFTER_Z)
    is_digit = (low + _FROM_0) & ~(low + _AFTER_9)
    return ~(is_letter | is_digit) & _HIGH | word & _HIGH


@compiled
def _plain_word(letters: Any, place: Any, end: Any) -> Any:
    """The hash of the word of ASCII letters that begins here, and where it ends, at an ASCII sign that is no letter.

    The end is -1 if the word is of another kind; it is the place itself if no word begins here.
    """
    value, word = BASIS, eight(letters, place)
    others = _others(word)
    while not others and place + 16 <= end:
        value, place = _taken(value, word | _SPACES), place + 8
        word = eight(letters, place)
        others = _others(word)
    first = others & (_ZERO - others)  # the highest bit of the first byte that is no letter
    if not others or word & first:
        return value, -1
    before = (first >> _SEVENTH) - _ONE
    return _taken(value, (word | _SPACES) & before) if before else value, place + (trailing_zeros(first) >> 3)


@compiled
def _more(point: Any, value: Any, gathered: Any, size: Any) -> Any:
    """The hash of a word, the ASCII letters gathered for it and their number, with one more letter."""
    if point < _ASCII:
        gathered |= np.uint64(point) << np.uint64(8 * size)
        size += 1
    if size == _AT_ONCE or (size and point >= _ASCII):
        value, gathered, size = _taken(value, gathered), _ZERO, 0
    if point >= _ASCII:
        value = _taken(value, np.uint64(point))
    return value, gathered, size


@compiled
def tokens_of(letters: Any, start: Any, end: Any, kinds: Any, folded: Any, hashes: Any) -> Any:
    """The number of tokens between two bytes, and of single characters among them; their hashes are filled in."""
    count, singles, place = 0, 0, start
    value, gathered, size, within = BASIS, _ZERO, 0, False
    while place < end:
        if not within and place + _AT_ONCE <= end:
            held, after = _plain_word(letters, place, end)
            if after >= place:
                hashes[count] = held
                count += after > place
                place = after + 1
                continue
        point, width = code_point(letters, place)
        place += width
        kind = kinds[point]
        if kind == LETTER:
            within = True
            value, gathered, size = _more(np.int64(folded[point]), value, gathered, size)
        elif kind != UNSEEN:
            if within:
                hashes[count] = _taken(value, gathered) if size else value
                count += 1
                value, gathered, size, within = BASIS, _ZERO, 0, False
            if kind == SINGLE:
                hashes[count] = _taken(BASIS, np.uint64(folded[point]))
                count, singles = count + 1, singles + 1
    if within:
        hashes[count] = _taken(value, gathered) if size else value
        count += 1
    return count, singles


@compiled
def rolled(hashes: Any, count: Any, singles: Any) -> Any:
    """The number of shingles of the tokens, whose hashes take the place of the tokens'."""
    size = CHARACTERS if 2 * singles > count else WORDS
    top = _ONE
    for _ in range(size):
        top *= STEP
    number = max(count - size + 1, 0)
    rolling = _ZERO
    for place in range(min(size, count)):
        rolling = rolling * STEP + hashes[place]
    for place in range(number):
        gone = hashes[place]
        value = (rolling ^ rolling >> SHIFT) * MIX
        hashes[place] = value ^ value >> SHIFT
        if place + size < count:
            rolling = rolling * STEP + hashes[place + size] - gone * top
    return number
