"""Texts as sets of hashed shingles, by which copies of a text are known.

A token is a run of letters and digits, without regard to case, accents and width; a character of a script that puts no
spaces between words (Chinese, Japanese, Thai ...) is a token of its own. Marks, spaces, soft hyphens and all else count
for nothing, so that copies agree however they were set. A shingle is a run of ``WORDS`` tokens, or of ``CHARACTERS``
where most tokens are single characters.

References
----------
Broder, A. Z. (1997). On the resemblance and containment of documents. Proceedings of Compression and Complexity of
Sequences 1997, 21-29.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

WORDS: Final = 4
CHARACTERS: Final = 5

# Tokens up to which a text is laid beside another word by word; longer ones are books, compared by shingles alone.
LONGEST: Final = 150_000

# Kinds of characters: what stands between tokens, parts of words, tokens of their own, and what is passed over.
BREAK: Final = 0
LETTER: Final = 1
SINGLE: Final = 2
UNSEEN: Final = 3

# Odd numbers for the hashes of tokens, of shingles and of sequences of tokens, and for their mixing.
BASIS: Final = np.uint64(0xCBF29CE484222325)
PRIME: Final = np.uint64(0x9FB21C651E98DF25)
STEP: Final = np.uint64(0x9E3779B97F4A7C15)
ORDER: Final = np.uint64(0xD6E8FEB86659FD93)
MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
SHIFT: Final = np.uint64(33)
# What stands in the bin of a sketch in which no shingle fell.
EMPTY: Final = np.uint32(0xFFFFFFFF)

Hashes = NDArray[np.uint64]

_SINGLES: Final = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)),  # Thai and Lao, Burmese, Khmer
    *((0x3005, 0x3007), (0x3041, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF)),  # kana, Han
    (0xF900, 0xFAFF),
)
# The planes of rare Han characters.
_RARE: Final = (0x20000, 0x3FFFF)
_ASCII: Final = 128
_AT_ONCE: Final = 8
_FULL: Final = 0xFFFFFFFFFFFFFFFF
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_ACCENTS: Final = (0x0300, 0x036F)
# Letters that have neither case nor accent, but for the wide Latin ones after them, which are the last that do.
_CASELESS: Final = range(0x3000, 0xFF00)
_LAST: Final = 0xFFFF


class Shingles(NamedTuple):
    """One text: the hashes of its tokens, that of their sequence, and the distinct ones of its shingles, ascending."""

    tokens: Hashes
    sequence: int
    hashes: Hashes


def shingles(text: str) -> Shingles:
    """The shingles of a text.

    Examples
    --------
    >>> one, other = shingles("The harbour opened, late."), shingles("THE HARBOUR - opened late")
    >>> len(one.tokens), one.sequence == other.sequence, len(one.hashes)
    (4, True, 1)
    """
    hashes, singles = _tokens(text)
    count = len(hashes)
    sequence = functools.reduce(lambda held, more: held * int(ORDER) + more & _FULL, hashes.tolist(), 0)
    size = CHARACTERS if 2 * singles > count else WORDS
    rolled = np.zeros(max(count - size + 1, 0), np.uint64)
    for place in range(size):
        rolled = rolled * STEP + hashes[place : place + len(rolled)]
    return Shingles(hashes, sequence, np.unique(mixed(rolled)))


def mixed(values: Any) -> Any:
    """Hashes whose every bit depends on all bits of the values.

    Examples
    --------
    >>> len(np.unique(mixed(np.arange(9, dtype=np.uint64)) >> np.uint64(40)))
    9
    """
    values = (values ^ values >> SHIFT) * MIX
    return values ^ values >> SHIFT


def _tokens(text: str) -> tuple[Hashes, int]:
    """The hash of each token, and how many tokens are single characters."""
    hashes, singles, word = [], 0, ""
    for sign in f"{text} ":
        kind, point = described(sign)
        if kind == LETTER:
            word += chr(point)
        elif kind != UNSEEN:
            if word:
                hashes.append(_hashed(word))
                word = ""
            if kind == SINGLE:
                hashes.append(_hashed(chr(point)))
                singles += 1
    return np.array(hashes, np.uint64), singles


@functools.lru_cache(maxsize=1 << 16)
def _hashed(word: str) -> int:
    """The hash of a token: eight ASCII letters are taken in at a time, others one by one."""
    value, gathered, size = int(BASIS), 0, 0
    for sign in word:
        point = ord(sign)
        if point < _ASCII:
            gathered |= point << 8 * size
            size += 1
        if size and (size == _AT_ONCE or point >= _ASCII):
            value, gathered, size = _taken(value, gathered), 0, 0
        if point >= _ASCII:
            value = _taken(value, point)
    return _taken(value, gathered) if size else value


def _taken(value: int, more: int) -> int:
    """The hash with more taken in."""
    value = (value ^ more) * int(PRIME) & _FULL
    return value ^ value >> 32


@functools.cache
def described(sign: str) -> tuple[int, int]:
    """The kind of a character, and the code point that stands for it: without case, accent and width.

    Examples
    --------
    >>> described("É") == (LETTER, ord("e")), described("支")[0] == SINGLE, described("-")[0] == BREAK
    (True, True, True)
    """
    point = ord(sign)
    if point >= _RARE[0]:
        return SINGLE if point <= _RARE[1] else BREAK, point
    if sign in _UNSEEN or _ACCENTS[0] <= point <= _ACCENTS[1]:
        return UNSEEN, point
    if any(first <= point <= last for first, last in _SINGLES) and unicodedata.category(sign)[0] in "LMN":
        return SINGLE, point
    if not sign.isalnum() and unicodedata.category(sign)[0] != "M":
        return BREAK, point
    if point in _CASELESS or point > _LAST:
        return LETTER, point
    parts = unicodedata.normalize("NFKD", sign.lower())
    accents = all(_ACCENTS[0] <= ord(part) <= _ACCENTS[1] for part in parts[1:])
    return LETTER, ord(parts[0]) if accents else point


@functools.cache
def characters() -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """What :func:`described` says of every code point, as two arrays.

    Examples
    --------
    >>> kinds, folded = characters()
    >>> int(kinds[ord("É")]), chr(folded[ord("É")])
    (1, 'e')
    """
    kinds, folded = np.zeros(0x110000, np.uint8), np.arange(0x110000, dtype=np.uint32)
    for point in (*range(0xD800), *range(0xE000, _RARE[0])):
        kinds[point], folded[point] = described.__wrapped__(chr(point))
    kinds[_RARE[0] : _RARE[1] + 1] = SINGLE
    return kinds, folded
