"""Printed forms to numbers, in compiled loops.

A form's number comes from a table of the forms themselves. Forms of up to 16 bytes are their own key; longer ones are
found by a hash and compared letter by letter. Two forms can never share a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy.compiling import compiled
from mediastudy.corpus.words import Words
from mediastudy.machine import eight, fetch

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PACKED: Final = 16
_START: Final = 1 << 14
_SEED: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = np.uint64(0xC2B2AE3D27D4EB4F)
_ONES: Final = np.uint64(0xFFFFFFFFFFFFFFFF)
# No UTF-8 text holds this byte, so that a hash is never taken for packed letters.
_HASHED: Final = np.uint64(0xFF) << np.uint64(56)


class Vocabulary:
    """Forms and their numbers, in the order in which they were first seen.

    Examples
    --------
    >>> vocabulary = Vocabulary()
    >>> words = Words.of(["aid", "more", "aid"])
    >>> vocabulary.number(words.letters, words.offsets[:-1], words.offsets[1:]).tolist(), vocabulary.words().listed
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

    def grow(self) -> None:
        """Make room for twice as many forms."""
        self.letters = np.concatenate([self.letters, np.empty_like(self.letters)])
        self.offsets = np.concatenate([self.offsets, np.zeros(len(self.offsets) - 1, np.int64)])
        self.keys = np.concatenate([self.keys, np.zeros_like(self.keys)])
        self.table = _spread(self.keys, len(self), np.zeros(2 * len(self.table), np.int32))

    def number(self, buffer: Any, starts: Any, ends: Any) -> NDArray[np.int32]:
        """The number of each form, given its place in a buffer of UTF-8; new forms get one."""
        numbers = np.empty(len(starts), dtype=np.int32)
        first, second = np.empty(len(starts), np.uint64), np.empty(len(starts), np.uint64)
        # Keys are worked out beforehand: a loop without surprises waits for many places of the table at once.
        _fill_keys(buffer, starts, ends, first, second)
        parts = (buffer, starts, ends, first, second, numbers)
        done = 0
        while (done := int(_number(*parts, done, self.table, self.keys, self.letters, self.offsets, self.size))) < len(
            numbers
        ):
            self.grow()
        return numbers

    def words(self) -> Words:
        """The forms by number."""
        offsets = self.offsets[: len(self) + 1].copy()
        return Words(self.letters[: offsets[-1]].copy(), offsets)


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
    """The two keys of a form: its letters if they are few, the first one lowest, else a hash."""
    first, second, size = np.uint64(0), np.uint64(0), end - start
    if size > _PACKED:
        for place in range(start, end):
            first = (first ^ np.uint64(buffer[place])) * np.uint64(0x100000001B3)
            second = (second + np.uint64(buffer[place])) * _SEED
        return first | _HASHED, second
    if start + _PACKED <= len(buffer):
        low, high = min(size, 8), max(size - 8, 0)
        first = eight(buffer, start) & (_ONES >> np.uint64(64 - 8 * low))
        # A shift by 64 is undefined, hence two.
        second = eight(buffer, start + 8) & ((_ONES >> np.uint64(32 - 4 * high)) >> np.uint64(32 - 4 * high))
        return first, second
    for place in range(start, min(end, start + 8)):
        first |= np.uint64(buffer[place]) << np.uint64(8 * (place - start))
    for place in range(start + 8, end):
        second |= np.uint64(buffer[place]) << np.uint64(8 * (place - start - 8))
    return first, second


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
def _fill_keys(buffer: Any, starts: Any, ends: Any, first: Any, second: Any) -> None:
    """The keys of some forms."""
    for form in range(len(starts)):
        first[form], second[form] = _keys(buffer, starts[form], ends[form])


@compiled
def _number(
    buffer: Any,
    starts: Any,
    ends: Any,
    first: Any,
    second: Any,
    numbers: Any,
    done: Any,
    table: Any,
    known: Any,
    letters: Any,
    offsets: Any,
    size: Any,
) -> Any:
    """How many forms are numbered before the vocabulary is full."""
    mask = len(table) - 1
    last = len(numbers) - 1
    for form in range(done, len(numbers)):
        # The places of the next forms are asked for ahead: first that of the table, then that of the keys.
        ahead = min(form + 16, last)
        fetch(table, _slot(first[ahead], second[ahead], mask))
        ahead = min(form + 8, last)
        fetch(known, max(np.int64(table[_slot(first[ahead], second[ahead], mask)]) - 1, 0))
        slot = _slot(first[form], second[form], mask)
        number = np.int64(table[slot]) - 1
        while number >= 0:
            if known[number, 0] == first[form] and known[number, 1] == second[form]:
                if first[form] < _HASHED or _same(
                    buffer, starts[form], ends[form], letters, offsets[number], offsets[number + 1]
                ):
                    break
            slot = (slot + 1) & mask
            number = np.int64(table[slot]) - 1
        if number < 0:
            start, end = starts[form], ends[form]
            number, place = size[0], offsets[size[0]]
            if number >= len(known) or place + end - start > len(letters):
                return form
            letters[place : place + end - start] = buffer[start:end]
            offsets[number + 1] = place + end - start
            known[number, 0], known[number, 1] = first[form], second[form]
            table[slot] = number + 1
            size[0] = number + 1
        numbers[form] = number
    return len(numbers)
