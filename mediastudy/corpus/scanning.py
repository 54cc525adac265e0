"""The tokenizer compiled: UTF-8 text to numbered printed forms, the same tokens as :mod:`tokenizer` finds.

A form's number comes from a table of the forms themselves. Forms of up to 16 bytes are their own key; longer ones are
found by a hash and compared letter by letter. Two forms can never share a number.
"""

from __future__ import annotations

import functools
import re
import sys
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy.corpus import tokenizer
from mediastudy.corpus.compiling import compiled
from mediastudy.corpus.words import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

BREAK: Final = 0
LETTER: Final = 1
MARK: Final = 2
HAN: Final = 3
JOINER: Final = 4
UNDERSCORE: Final = 5

# A gap of this many characters or more is kept in the list of far gaps.
FAR: Final = 255
_LATIN_RUN: Final = 8
_PACKED: Final = 16
_START: Final = 1 << 14
_SEED: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = np.uint64(0xC2B2AE3D27D4EB4F)
# The words of tokenizer.WHOLE without their ending, padded with zeros to one length.
_WHOLE: Final = np.array([list(word[:-2].ljust(6, "\0").encode()) for word in sorted(tokenizer.WHOLE)], dtype=np.uint8)
# No UTF-8 letter begins with this byte, so that a hash is never taken for packed letters.
_HASHED: Final = np.uint64(0xFF) << np.uint64(56)


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


class Vocabulary:
    """Forms and their numbers, in the order in which they were first seen.

    Examples
    --------
    >>> vocabulary = Vocabulary()
    >>> vocabulary.number(Words.of(["aid", "more", "aid"])).tolist(), vocabulary.words().listed
    ([0, 1, 0], ('aid', 'more'))
    """

    def __init__(self) -> None:
        # Slots hold a form's number plus one; the keys of frequent forms, which are seen early, lie close together.
        self.table = np.zeros(_START, dtype=np.int32)
        self.keys = np.zeros((_START // 2, 2), dtype=np.uint64)
        self.letters = np.empty(8 * _START, dtype=np.uint8)
        self.offsets = np.zeros(_START // 2 + 1, dtype=np.int64)
        self.size = np.zeros(1, dtype=np.int64)

    def __len__(self) -> int:
        return int(self.size[0])

    def parts(self) -> tuple[Any, ...]:
        """What the compiled loops need."""
        return self.table, self.keys, self.letters, self.offsets, self.size

    def grow(self) -> None:
        """Make room for twice as many forms."""
        self.letters = np.concatenate([self.letters, np.empty_like(self.letters)])
        self.offsets = np.concatenate([self.offsets, np.zeros(len(self.offsets) - 1, np.int64)])
        self.keys = np.concatenate([self.keys, np.zeros_like(self.keys)])
        self.table = _spread(self.keys, len(self), np.zeros(2 * len(self.table), np.int32))

    def number(self, words: Words) -> NDArray[np.int32]:
        """The number of each word; new words get one."""
        numbers = np.empty(len(words), dtype=np.int32)
        done = 0
        while (done := int(_number(words.letters, words.offsets, done, numbers, *self.parts()))) < len(words):
            self.grow()
        return numbers

    def words(self) -> Words:
        """The forms by number."""
        offsets = self.offsets[: len(self) + 1].copy()
        return Words(self.letters[: offsets[-1]].copy(), offsets)


class Scanner:
    """Texts to numbered forms, batch by batch, with one vocabulary.

    Examples
    --------
    >>> scanner = Scanner()
    >>> printed, gaps, skips, lengths, han, far = scanner.scan(Words.of(["Oru's aid, Oru"]))
    >>> scanner.vocabulary.words().listed, printed.tolist(), gaps.tolist(), skips.tolist()
    (('Oru', "'s", 'aid'), [0, 1, 2, 0], [2, 0, 0, 1], [0, 0, 1, 2])
    """

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._arrays: tuple[NDArray[Any], ...] = (np.empty(0, np.int32),)

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
        printed, gaps, skips = self._room((end - begin) // 2 + len(texts) + 1)
        far = np.empty(((end - begin) // FAR + 1, 2), np.int64)
        lengths, han = np.zeros(len(texts), np.int64), np.zeros(len(texts), np.int32)
        filled = np.zeros(2, np.int64)
        done = 0
        while done < len(texts):
            output = (printed, gaps, skips, lengths, han, far, filled)
            done = int(_scan(texts.letters, texts.offsets, done, classes(), *output, *self.vocabulary.parts()))
            if done < len(texts):
                self.vocabulary.grow()
        tokens, long = (int(count) for count in filled)
        return printed[:tokens].copy(), gaps[:tokens].copy(), skips[:tokens].copy(), lengths, han, far[:long].copy()

    def _room(self, room: int) -> tuple[NDArray[Any], ...]:
        """Arrays for so many tokens, used again for the next texts."""
        if room > len(self._arrays[0]):
            self._arrays = tuple(np.empty(room, dtype) for dtype in (np.int32, np.uint8, np.uint8))
        return self._arrays


@compiled
def _slot(first: Any, second: Any, mask: Any) -> Any:
    """Where to begin looking for a key."""
    mixed = (first ^ (second * _MIX)) * _SEED
    mixed ^= mixed >> np.uint64(32)
    return np.int64(mixed & np.uint64(mask))


@compiled
def _spread(keys: Any, count: Any, table: Any) -> Any:
    """An empty table, filled with the forms that have these keys."""
    mask = len(table) - 1
    for number in range(count):
        slot = _slot(keys[number, 0], keys[number, 1], mask)
        while table[slot]:
            slot = (slot + 1) & mask
        table[slot] = number + 1
    return table


@compiled
def _keys(buffer: Any, start: Any, end: Any) -> Any:
    """The two keys of a form: its letters if they are few, else a hash."""
    first, second = np.uint64(0), np.uint64(0)
    if end - start <= _PACKED:
        for place in range(start, min(end, start + 8)):
            first = (first << np.uint64(8)) | np.uint64(buffer[place])
        for place in range(start + 8, end):
            second = (second << np.uint64(8)) | np.uint64(buffer[place])
        return first, second
    for place in range(start, end):
        first = (first ^ np.uint64(buffer[place])) * np.uint64(0x100000001B3)
        second = (second + np.uint64(buffer[place])) * _SEED
    return first | _HASHED, second


@compiled
def _same(buffer: Any, start: Any, end: Any, letters: Any, begin: Any, stop: Any) -> Any:
    """Whether two forms have the same letters."""
    if stop - begin != end - start:
        return False
    for place in range(end - start):
        if buffer[start + place] != letters[begin + place]:
            return False
    return True


@compiled
def _intern(buffer: Any, start: Any, end: Any, table: Any, known: Any, letters: Any, offsets: Any, size: Any) -> Any:
    """The number of a form, a new one if it is new; -1 if there is no room for it."""
    first, second = _keys(buffer, start, end)
    return _find(first, second, buffer, start, end, table, known, letters, offsets, size)


@compiled
def _find(
    first: Any,
    second: Any,
    buffer: Any,
    start: Any,
    end: Any,
    table: Any,
    known: Any,
    letters: Any,
    offsets: Any,
    size: Any,
) -> Any:
    """The number of the form with these keys, as :func:`_intern`."""
    mask = len(table) - 1
    slot = _slot(first, second, mask)
    while table[slot]:
        number = np.int64(table[slot]) - 1
        if (
            known[number, 0] == first
            and known[number, 1] == second
            and (end - start <= _PACKED or _same(buffer, start, end, letters, offsets[number], offsets[number + 1]))
        ):
            return number
        slot = (slot + 1) & mask
    number, place = size[0], offsets[size[0]]
    if number >= len(known) or place + end - start > len(letters):
        return np.int64(-1)
    letters[place : place + end - start] = buffer[start:end]
    offsets[number + 1] = place + end - start
    known[number, 0], known[number, 1] = first, second
    table[slot] = number + 1
    size[0] = number + 1
    return number


@compiled
def _number(
    buffer: Any, places: Any, done: Any, numbers: Any, table: Any, known: Any, letters: Any, offsets: Any, size: Any
) -> Any:
    """How many words are numbered before the vocabulary is full."""
    for word in range(done, len(numbers)):
        number = _intern(buffer, places[word], places[word + 1], table, known, letters, offsets, size)
        if number < 0:
            return word
        numbers[word] = number
    return len(numbers)


@compiled
def _decoded(buffer: Any, place: Any) -> Any:
    """The code point that begins at a byte, and its number of bytes."""
    lead = np.int64(buffer[place])
    if lead < 0x80:  # the ranges of UTF-8
        return lead, 1
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | buffer[place + 1] & 0x3F, 2
    if lead < 0xF0:
        return (lead & 0x0F) << 12 | (buffer[place + 1] & 0x3F) << 6 | buffer[place + 2] & 0x3F, 3
    high = (lead & 0x07) << 18 | (buffer[place + 1] & 0x3F) << 12
    return high | (buffer[place + 2] & 0x3F) << 6 | buffer[place + 3] & 0x3F, 4


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
        point, size = _decoded(buffer, place)
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
        point, size = _decoded(buffer, place)
        kind = kinds[point]
        if kind == LETTER or (kind == MARK and place > start):
            last, before = kind == LETTER, last
            place += size
            continue
        size = _apostrophe(buffer, place, end)
        if not size or place + size >= end or kinds[_decoded(buffer, place + size)[0]] != LETTER:
            break
        elided = last and not before
        after_qu = place - start > 1 and buffer[place - 1] | 0x20 == 117 and buffer[place - 2] | 0x20 == 113
        if not elided and not after_qu and _before_latin_run(buffer, place + size, end):
            break
        last, before = False, last
        place += size
    return place


@compiled
def _plain_word(buffer: Any, start: Any, end: Any, plain: Any) -> Any:
    """The keys and the end of a short word of ASCII letters alone; the end is the start if it is none."""
    first, second, place = np.uint64(0), np.uint64(0), start
    half = min(end, start + 8)
    while place < half and plain[buffer[place]]:
        first = (first << np.uint64(8)) | np.uint64(buffer[place])
        place += 1
    if place == start + 8:
        whole = min(end, start + _PACKED)
        while place < whole and plain[buffer[place]]:
            second = (second << np.uint64(8)) | np.uint64(buffer[place])
            place += 1
    goes_on = place < end and (buffer[place] >= 0x80 or buffer[place] == 0x27 or plain[buffer[place]])
    return first, second, start if goes_on else place


@compiled
def _marks_end(buffer: Any, place: Any, end: Any, kinds: Any) -> Any:
    """Where the marks on a Han character end, and whether there are none."""
    start = place
    while place < end:
        point, width = _decoded(buffer, place)
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
def _scan(
    buffer: Any,
    places: Any,
    done: Any,
    kinds: Any,
    printed: Any,
    gaps: Any,
    skips: Any,
    lengths: Any,
    han: Any,
    far: Any,
    filled: Any,
    table: Any,
    known: Any,
    letters: Any,
    offsets: Any,
    size: Any,
) -> Any:
    """How many texts are scanned before the vocabulary is full; that text is begun again in the next call."""
    token, long = filled[0], filled[1]
    plain = np.zeros(256, np.bool_)
    for point in range(128):
        plain[point] = kinds[point] == LETTER
    for text in range(done, len(lengths)):
        place, end = places[text], places[text + 1]
        gap, skip, after_word, count = 2, 0, False, 0
        while place < end:
            start, byte = place, buffer[place]
            if byte == 0x20:  # space
                place, skip, after_word = place + 1, skip + 1, False
                continue
            first, second = np.uint64(0), np.uint64(0)
            if plain[byte]:
                first, second, place = _plain_word(buffer, start, end, plain)
            if place > start:
                stem, after_word = place, False
            else:
                point, width = _decoded(buffer, place)
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
                    stem, count = place, count + 1
                first, second = _keys(buffer, start, stem)
            number = _find(first, second, buffer, start, stem, table, known, letters, offsets, size)
            if number < 0:
                return text
            printed[token], gaps[token], skips[token] = number, gap, min(skip, FAR)
            if skip >= FAR:
                far[long, 0], far[long, 1] = token, skip
                long += 1
            token += 1
            if stem < place:
                number = _intern(buffer, stem, place, table, known, letters, offsets, size)
                if number < 0:
                    return text
                printed[token], gaps[token], skips[token] = number, 0, 0
                token += 1
            gap, skip = 0, 0
        lengths[text], han[text] = token - filled[0], count
        filled[0], filled[1] = token, long
    return len(lengths)
