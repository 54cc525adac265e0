"""The compiled loops that lay two texts beside each other: what they share, counted exactly.

This module imports numba, so it is imported only where there is much to do.

References
----------
Hyyro, H. (2004). Bit-parallel LCS-length computation revisited. Proceedings of the 15th Australasian Workshop on
Combinatorial Algorithms, 16-27.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from mediastudy.compiling import compiled
from mediastudy.documents.copies.hashedtokens import rolled, tokens_of
from mediastudy.documents.copies.shingles import LONGEST

_ZERO = np.uint64(0)
_ONE = np.uint64(1)
_FULL = np.uint64(0xFFFFFFFFFFFFFFFF)
# Tokens of a text taken at a time.
_STRIPE = 1024


@compiled
def _place(value: Any, table: Any, last: Any) -> Any:
    """Where in a table a hash stands, or would; 0 stands for an empty place."""
    place = np.int64(value & last)
    while table[place] != _ZERO and table[place] != value:
        place = place + 1 & np.int64(last)
    return place


@compiled
def _gathered(tokens: Any, singles: Any, hashes: Any, table: Any) -> Any:
    """The distinct shingles of tokens in a table: how many there are, and its last place; they open ``hashes``."""
    hashes[: len(tokens)] = tokens
    number = rolled(hashes, len(tokens), singles)
    size, kept = 4, 0
    while size < 2 * number:
        size *= 2
    table[:size] = _ZERO
    last = np.uint64(size - 1)
    for at in range(number):
        value = max(hashes[at], _ONE)
        place = _place(value, table, last)
        if table[place] == _ZERO:
            table[place] = value
            hashes[kept] = value
            kept += 1
    return kept, last


@compiled
def _slot(token: Any, slots: Any, keys: Any, last: Any) -> Any:
    """Where in a table of so many slots a token stands, or would."""
    slot = np.int64(token & last)
    while slots[slot] >= 0 and keys[slots[slot]] != token:
        slot = slot + 1 & np.int64(last)
    return slot


@compiled
def _marked(tokens: Any, room: Any) -> Any:
    """The last slot of a table that gives for a token the bits of its places, which is filled in."""
    slots, keys, masks, _ = room
    size = 4
    while size < 2 * len(tokens):
        size *= 2
    slots[:size] = -1
    words, number, last = (len(tokens) + 63) >> 6, 0, np.uint64(size - 1)
    for place in range(len(tokens)):
        slot = _slot(tokens[place], slots, keys, last)
        if slots[slot] < 0:
            slots[slot], keys[number] = number, tokens[place]
            masks[number, :words] = _ZERO
            number += 1
        masks[slots[slot], place >> 6] |= _ONE << np.uint64(place & 63)
    return last


@compiled
def _common(mine: Any, theirs: Any, room: Any) -> Any:
    """The length of the longest common subsequence, 64 places at a time, in stripes of the first text."""
    slots, keys, masks, bits = room
    end, other, begin = len(mine), len(theirs), 0
    while begin < min(end, other) and mine[begin] == theirs[begin]:
        begin += 1
    while min(end, other) > begin and mine[end - 1] == theirs[other - 1]:
        end, other = end - 1, other - 1
    found = begin + len(mine) - end
    carried = np.zeros(other - begin, np.uint8)
    for first in range(begin, end, _STRIPE):
        stripe = mine[first : min(first + _STRIPE, end)]
        words, last = (len(stripe) + 63) >> 6, _marked(stripe, room)
        bits[:words] = _FULL
        for row in range(begin, other):
            slot = slots[_slot(theirs[row], slots, keys, last)]
            carry = np.uint64(carried[row - begin])
            if slot < 0 and not carry:
                continue
            for word in range(words):
                held = bits[word]
                match = masks[slot, word] & held if slot >= 0 else _ZERO
                total = held + match
                over = total < held
                total += carry
                carry = _ONE if over or total < carry else _ZERO
                bits[word] = total | (held - match)
            carried[row - begin] = np.uint8(carry)
        for place in range(len(stripe)):
            found += 1 if ~bits[place >> 6] >> np.uint64(place & 63) & _ONE else 0
    return found


@compiled
def compare(texts: Any, ones: Any, others: Any, first: Any, last: Any, floor: Any, found: Any) -> None:
    """Fill in for pairs the shingles of one, of the other and of both, and the tokens that both have in one order.

    The tokens in order are counted only if the texts share as large a part of their shingles as ``floor`` says, and if
    neither is longer than a book.
    """
    letters, offsets, kinds, folded = texts
    longest = 0
    for pair in range(first, last):
        for text in (ones[pair], others[pair]):
            longest = max(longest, offsets[text + 1] - offsets[text])
    tokens, words, hashes = (
        np.empty(longest + 1, np.uint64),
        np.empty(longest + 1, np.uint64),
        np.empty(longest + 1, np.uint64),
    )
    mine, theirs = np.empty(4 * longest + 4, np.uint64), np.empty(4 * longest + 4, np.uint64)
    masks = np.empty((_STRIPE, _STRIPE >> 6), np.uint64)
    room = np.empty(2 * _STRIPE, np.int64), np.empty(_STRIPE, np.uint64), masks, np.empty(_STRIPE >> 6, np.uint64)
    held, size, count, end = -1, 0, 0, _ZERO
    for pair in range(first, last):
        if ones[pair] != held:
            held = ones[pair]
            count, singles = tokens_of(letters, offsets[held], offsets[held + 1], kinds, folded, tokens)
            size, end = _gathered(tokens[:count], singles, hashes, mine)
        text = others[pair]
        number, singles = tokens_of(letters, offsets[text], offsets[text + 1], kinds, folded, words)
        other, _ = _gathered(words[:number], singles, hashes, theirs)
        both = 0
        for at in range(other):
            both += 1 if mine[_place(hashes[at], mine, end)] != _ZERO else 0
        found[pair, 0], found[pair, 1], found[pair, 2] = size, other, both
        if both >= floor * (size + other - both) and max(count, number) <= LONGEST:
            found[pair, 3] = _common(tokens[:count], words[:number], room)
