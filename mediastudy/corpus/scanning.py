"""The tokenizer compiled: UTF-8 text to numbered printed forms, the same tokens as :mod:`tokenizer` finds."""

from __future__ import annotations

import functools
import re
import sys
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy.compiling import compiled
from mediastudy.corpus import tokenizer
from mediastudy.corpus.encoding import FAR
from mediastudy.corpus.numbering import Vocabulary
from mediastudy.machine import code_point, eight, trailing_zeros

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus.words import Words

# Classes of code points; 0 is a break.
LETTER: Final = 1
MARK: Final = 2
HAN: Final = 3
JOINER: Final = 4
UNDERSCORE: Final = 5

_LATIN_RUN: Final = 8
# Eight equal bytes each, to look at eight letters at once.
_SPACES: Final = np.uint64(0x2020202020202020)
_BEFORE_A: Final = np.uint64(0x1F1F1F1F1F1F1F1F)
_AFTER_Z: Final = np.uint64(0x0505050505050505)
_HIGH: Final = np.uint64(0x8080808080808080)
# The words of tokenizer.WHOLE without their ending, padded with zeros to one length.
_WHOLE: Final = np.array([list(word[:-2].ljust(6, "\0").encode()) for word in sorted(tokenizer.WHOLE)], dtype=np.uint8)


@functools.cache
def classes() -> NDArray[np.uint8]:
    """The class of every code point.

    Examples
    --------
    >>> classes()[[ord(sign) for sign in "a.-支_"]].tolist()
    [1, 0, 4, 3, 5]
    """
    table = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
    signs = "".join(map(chr, range(0xD800))) + "\0" * 0x800 + "".join(map(chr, range(0xE000, sys.maxunicode + 1)))
    patterns = {
        LETTER: r"[^\W_]",
        MARK: f"[{tokenizer.marks()}]",
        JOINER: f"[{tokenizer.JOINERS}]",
        HAN: f"[{tokenizer.HAN}]",
    }
    for kind, pattern in patterns.items():
        for found in re.finditer(f"{pattern}+", signs):
            table[found.start() : found.end()] = kind
    table[ord("_")] = UNDERSCORE
    return table


class Scanner:
    """Texts to numbered forms, batch by batch, with one vocabulary.

    Examples
    --------
    >>> from mediastudy.corpus.words import Words
    >>> scanner = Scanner()
    >>> printed, gaps, skips, lengths, han, far = scanner.scan(Words.of(["Oru's aid, Oru"]))
    >>> scanner.vocabulary.words().listed, printed.tolist(), gaps.tolist(), skips.tolist()
    (('Oru', "'s", 'aid'), [0, 1, 2, 0], [2, 0, 0, 1], [0, 0, 1, 2])
    """

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._arrays: tuple[NDArray[Any], ...] = (np.empty(0, np.int64),)

    def scan(self, texts: Words) -> tuple[NDArray[Any], ...]:
        """The tokens of some texts.

        Returns
        -------
        printed : the number of each token's form
        gaps : what stands before it
        skips : how many characters stand before it, at most 255
        lengths : the tokens of each text
        han : the tokens of each text that are Han characters
        far : position and size of each gap of 255 characters or more, shape (gaps, 2)
        """
        begin, end = int(texts.offsets[0]), int(texts.offsets[-1])
        arrays = self._room((end - begin) // 2 + len(texts) + 1)
        far = np.empty(((end - begin) // FAR + 1, 2), np.int64)
        lengths, han = np.zeros(len(texts), np.int64), np.zeros(len(texts), np.int32)
        tokens, long = _scan(texts.letters, texts.offsets, classes(), arrays, lengths, han, far)
        starts, ends, gaps, skips = (array[:tokens] for array in arrays)
        printed = self.vocabulary.number(texts.letters, starts, ends)
        return printed, gaps.copy(), skips.copy(), lengths, han, far[:long].copy()

    def _room(self, room: int) -> tuple[NDArray[Any], ...]:
        """Arrays for so many tokens, used again for the next texts: start and end, gap, skip."""
        if room > len(self._arrays[0]):
            kinds = (np.int64, np.int64, np.uint8, np.uint8)
            self._arrays = tuple(np.empty(room, kind) for kind in kinds)
        return self._arrays


@compiled
def _apostrophe(buffer: Any, place: Any, end: Any) -> Any:
    """The bytes of the apostrophe that begins here, 0 if there is none."""
    if buffer[place] == 0x27:  # '
        return 1
    if place + 2 < end and buffer[place] == 0xE2:  # ’
        return 3 if buffer[place + 1] == 0x80 and buffer[place + 2] == 0x99 else 0
    if place + 2 < end and buffer[place] == 0xEF:  # ＇
        return 3 if buffer[place + 1] == 0xBC and buffer[place + 2] == 0x87 else 0
    return 0


@compiled
def _before_latin_run(buffer: Any, place: Any, end: Any) -> Any:
    """Whether eight Latin letters follow."""
    for _ in range(_LATIN_RUN):
        if place >= end:
            return False
        point, size = code_point(buffer, place)
        lower = point | 0x20
        if not (97 <= lower <= 122 and point < 128) and not 0xC0 <= point <= 0x24F:
            return False
        place += size
    return True


@compiled
def _word_end(buffer: Any, start: Any, end: Any, kinds: Any, follows_word: Any) -> Any:
    """Where the word that begins here ends: letters and marks, with apostrophes inside that are no stray marks."""
    place, last, before = start, follows_word, False
    while place < end:
        while place < end and buffer[place] < 0x80 and kinds[buffer[place]] == LETTER:  # ASCII
            last, before = True, last
            place += 1
        if place >= end:
            break
        point, size = code_point(buffer, place)
        kind = kinds[point]
        if kind == LETTER or (kind == MARK and place > start):
            last, before = kind == LETTER, last
            place += size
            continue
        size = _apostrophe(buffer, place, end)
        if not size or place + size >= end or kinds[code_point(buffer, place + size)[0]] != LETTER:
            break
        elided = last and not before
        after_qu = place - start > 1 and buffer[place - 1] | 0x20 == 117 and buffer[place - 2] | 0x20 == 113
        if not elided and not after_qu and _before_latin_run(buffer, place + size, end):
            break
        last, before = False, last
        place += size
    return place


@compiled
def _others(word: Any) -> Any:
    """Eight bytes, of which those that are no ASCII letters have their highest bit set, and maybe later ones."""
    lower = word | _SPACES
    below = lower + _BEFORE_A
    above = lower + _AFTER_Z
    return (~below | above | word) & _HIGH


@compiled
def _plain_end(buffer: Any, start: Any, end: Any, plain: Any) -> Any:
    """Where a word of up to 15 ASCII letters alone ends; its start if it is another word."""
    if start + 16 > len(buffer):
        return start
    others, place = _others(eight(buffer, start)), start
    if not others:
        others, place = _others(eight(buffer, start + 8)), start + 8
        if not others:
            return start
    place += trailing_zeros(others) >> 3
    if place >= end or buffer[place] >= 0x80 or buffer[place] == 0x27 or plain[buffer[place]]:
        return start
    return place


@compiled
def _marks_end(buffer: Any, place: Any, end: Any, kinds: Any) -> Any:
    """Where the marks on a Han character end, and whether there are none."""
    start = place
    while place < end:
        point, width = code_point(buffer, place)
        if kinds[point] != MARK:
            break
        place += width
    return place, place == start


@compiled
def _stem_end(buffer: Any, start: Any, end: Any) -> Any:
    """Where a word's possessive ending begins, the word's end if it has none."""
    if end - start < 3 or buffer[end - 1] | 0x20 != 115:  # s
        return end
    stem = end - 2 if buffer[end - 2] == 0x27 else end - 4  # '
    if stem <= start or _apostrophe(buffer, stem, end) != end - 1 - stem:
        return end
    return end if _is_whole(buffer, start, stem) else stem


@compiled
def _is_whole(buffer: Any, start: Any, end: Any) -> Any:
    """Whether the letters before 's are he, it, that and so on, with which it is a contraction."""
    for word in _WHOLE:
        same = end - start <= len(word)
        for place in range(len(word)):
            sign = buffer[start + place] | 0x20 if place < end - start else 0
            same = same and sign == word[place]
        if same:
            return True
    return False


@compiled
def _scan(buffer: Any, places: Any, kinds: Any, tokens: Any, lengths: Any, han: Any, far: Any) -> Any:
    """The number of tokens found, and of far gaps: each token's start, end, gap and skip are filled in."""
    starts, ends, gaps, skips = tokens
    token, long = 0, 0
    plain = np.zeros(256, np.bool_)
    for point in range(128):
        plain[point] = kinds[point] == LETTER
    for text in range(len(lengths)):
        place, end, before = places[text], places[text + 1], token
        gap, skip, after_word = 2, 0, False
        while place < end:
            start, byte = place, buffer[place]
            if byte == 0x20:  # space
                place, skip, after_word = place + 1, skip + 1, False
                continue
            if plain[byte]:
                place = _plain_end(buffer, start, end, plain)
            if place > start:
                stem, after_word = place, False
            else:
                point, width = code_point(buffer, place)
                kind = kinds[point]
                if kind not in (LETTER, HAN):
                    place, skip, after_word = place + width, skip + 1, kind == UNDERSCORE
                    if kind != JOINER:
                        gap = max(gap, 1)
                    continue
                if kind == LETTER:
                    place, after_word = _word_end(buffer, start, end, kinds, after_word), False
                    stem = _stem_end(buffer, start, place)
                else:
                    place, after_word = _marks_end(buffer, start + width, end, kinds)
                    stem = place
                    han[text] += 1
            starts[token], ends[token], gaps[token], skips[token] = start, stem, gap, min(skip, FAR)
            if skip >= FAR:
                far[long, 0], far[long, 1] = token, skip
                long += 1
            token += 1
            if stem < place:
                starts[token], ends[token], gaps[token], skips[token] = stem, place, 0, 0
                token += 1
            gap, skip = 0, 0
        lengths[text] = token - before
    return token, long
