"""The compiled loops behind sketches: UTF-8 bytes to tokens, shingles and the least hash of each bin.

They find the same tokens and shingles as :mod:`mediastudy.documents.copies.shingles`. This module imports numba, so it
is imported only where there is much to do.
"""

# ruff: noqa: C901, PLR0912, PLR2004 - loops are written out where a call would cost, and spell out UTF-8

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic as _intrinsic

from mediastudy.documents.copies.shingles import (
    BASIS,
    CHARACTERS,
    EMPTY,
    LETTER,
    MIX,
    ORDER,
    PRIME,
    SHIFT,
    SINGLE,
    STEP,
    UNSEEN,
    WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

_ZERO = np.uint64(0)
_ONE = np.uint64(1)
_HALF = np.uint64(32)
_SEVENTH = np.uint64(7)
# Eight equal bytes each, to look at eight letters at once: what must be added to reach, or pass, the highest bit.
_HIGH = np.uint64(0x8080808080808080)
_SEVEN = np.uint64(0x7F7F7F7F7F7F7F7F)
_SPACES = np.uint64(0x2020202020202020)
_FROM_A = np.uint64(0x1F1F1F1F1F1F1F1F)
_AFTER_Z = np.uint64(0x0505050505050505)
_FROM_0 = np.uint64(0x5050505050505050)
_AFTER_9 = np.uint64(0x4646464646464646)
_LOW = np.uint64(0xFFFFFFFF)


def compiled(function: F) -> F:
    """The function, compiled when it is first called and kept for later processes where that can be."""
    try:
        return cast("F", njit(nogil=True, cache=True)(function))
    except RuntimeError:
        return cast("F", njit(nogil=True)(function))


def _generated(function: Callable[..., Any]) -> Any:
    """The function as numba calls it, without the first argument, which is numba's own."""
    return cast("Any", _intrinsic)(function)


@_generated
def eight(_: Any, array: Any, place: Any) -> Any:  # noqa: ARG001 - the code that is generated takes it
    """Eight bytes from a place on as one number, the first one lowest."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        data = context.make_array(signature.args[0])(context, builder, arguments[0]).data
        pointer = builder.bitcast(builder.gep(data, [arguments[1]]), ir.IntType(64).as_pointer())
        loaded = builder.load(pointer)
        loaded.align = 1
        return loaded

    return types.uint64(array, types.intp), generate


@_generated
def trailing_zeros(_: Any, value: Any) -> Any:
    """The number of zero bits below the lowest one."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.IntType(1)(1))

    return types.int64(value), generate


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
def _point(letters: Any, place: Any) -> Any:
    """The code point that begins at a byte, and where the next one does."""
    lead = np.int64(letters[place])
    if lead < 0x80:
        return lead, place + 1
    if lead < 0xE0:
        return (lead & 0x1F) << 6 | np.int64(letters[place + 1]) & 0x3F, place + 2
    if lead < 0xF0:
        high = (lead & 0x0F) << 12 | (np.int64(letters[place + 1]) & 0x3F) << 6
        return high | np.int64(letters[place + 2]) & 0x3F, place + 3
    high = (lead & 0x07) << 18 | (np.int64(letters[place + 1]) & 0x3F) << 12
    return high | (np.int64(letters[place + 2]) & 0x3F) << 6 | np.int64(letters[place + 3]) & 0x3F, place + 4


@compiled
def tokens_of(letters: Any, start: Any, end: Any, kinds: Any, folded: Any, hashes: Any) -> Any:
    """The number of tokens between two bytes, and of single characters among them; their hashes are filled in."""
    count, singles, place = 0, 0, start
    value, gathered, size, within = BASIS, _ZERO, 0, False
    while place < end:
        if not within and place + 8 <= end:  # a word of ASCII letters alone, eight at a time, and what follows it
            held, ahead, word = BASIS, place, eight(letters, place)
            others = _others(word)
            while not others and ahead + 16 <= end:
                held, ahead = _taken(held, word | _SPACES), ahead + 8
                word = eight(letters, ahead)
                others = _others(word)
            if others:
                low = others & (_ZERO - others)  # the highest bit of the first byte that is no letter
                if not word & low:
                    below = (low >> _SEVENTH) - _ONE
                    ahead += trailing_zeros(low) >> 3
                    if below:
                        held = _taken(held, (word | _SPACES) & below)
                    if ahead > place:
                        hashes[count] = held
                        count += 1
                    place = ahead + 1
                    continue
        point, place = _point(letters, place)
        kind = kinds[point]
        if kind == LETTER:
            within, point = True, np.int64(folded[point])
            if point < 0x80:
                gathered |= np.uint64(point) << np.uint64(8 * size)
                size += 1
            if size == 8 or (size and point >= 0x80):
                value, gathered, size = _taken(value, gathered), _ZERO, 0
            if point >= 0x80:
                value = _taken(value, np.uint64(point))
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


@compiled
def neighbours(column: Any, rows: Any, window: Any, reach: Any, pairs: Any) -> Any:
    """The number of pairs of rows with the same value, each row with so many before it.

    ``rows`` are the first and the last day of each row; the pairs there is room for stand in ``pairs``, as one number
    each.
    """
    first, last = rows
    size = 4
    while size < 2 * len(column):
        size *= 2
    ends, mask = np.full(size, -1, np.int32), np.uint64(size - 1)
    before = np.full(len(column), -1, np.int32)
    found = 0
    for row in range(len(column)):
        value = column[row]
        if value == EMPTY:
            continue
        slot = np.uint64(value) * STEP >> _HALF & mask
        while ends[slot] >= 0 and column[ends[slot]] != value:
            slot = slot + _ONE & mask
        other = np.int64(ends[slot])
        before[row], ends[slot] = other, row
        steps = 0
        while other >= 0 and steps < reach:
            if first[row] - last[other] <= window and first[other] - last[row] <= window:
                if found < len(pairs):
                    pairs[found] = other << 32 | row
                found += 1
            other, steps = np.int64(before[other]), steps + 1
    return found
