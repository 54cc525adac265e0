"""Words to sentences, paragraphs and documents, compiled: the inner loop of the generator.

Random numbers are SplitMix64's, so that a corpus is the same with every version of numpy and numba.

References
----------
Steele, G. L., Lea, D. and Flood, C. H. (2014). Fast splittable pseudorandom number generators. OOPSLA 2014, 453-472.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

DAYS: Final = 365
# Words that are not repeated on purpose: the function words.
_COMMON: Final = 150
_MEMORY: Final = 64
_LONGEST_SENTENCE: Final = 40
# Bytes: more than a word takes with all its marks, and more than a document takes on average.
_ROOM: Final = 64
_SHARE: Final = 20_000
# Of a thousand gaps between words, so many begin with a comma; are a comma or a hyphen; or one of these or a dash.
_COMMA: Final = 60
_HYPHEN: Final = 70
_DASH: Final = 74

Bytes = NDArray[np.uint8]
State = NDArray[np.uint64]
Memory = NDArray[np.int32]
Odds = NDArray[np.float64]


class Prose(NamedTuple):
    """Word numbers by quantile; the bytes of all forms, plain and capital in turn; where the phrases' forms begin."""

    quantiles: NDArray[np.int32]
    content: NDArray[np.uint8]
    ends: NDArray[np.int64]
    phrases: NDArray[np.int64]


class Shape(NamedTuple):
    """Lengths of documents to draw from; odds of the phrases by year and outlet, summed over the phrases."""

    lengths: NDArray[np.int64]
    odds: NDArray[np.float64]


class Writer(NamedTuple):
    """What a document's words depend on: the random state, its last words, and the odds of each phrase."""

    state: State
    memory: Memory
    odds: Odds


class Made(NamedTuple):
    """The documents of a block."""

    texts: NDArray[np.uint8]
    text_ends: NDArray[np.int64]
    titles: NDArray[np.uint8]
    title_ends: NDArray[np.int64]
    year: NDArray[np.int64]
    day: NDArray[np.int64]
    outlet: NDArray[np.int64]


@numba.njit(cache=True)
def _draw(state: State) -> np.uint64:
    """The next 64 random bits."""
    state[0] += np.uint64(0x9E3779B97F4A7C15)
    bits = state[0]
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return bits ^ (bits >> np.uint64(31))


@numba.njit(cache=True)
def _below(state: State, bound: int) -> np.int64:
    """A random integer from 0 to below the bound, which is less than 2^31."""
    return np.int64(((_draw(state) >> np.uint64(33)) * np.uint64(bound)) >> np.uint64(31))


@numba.njit(cache=True)
def _form(prose: Prose, number: int, out: Bytes, at: int) -> int:
    """Write a form; the place after it."""
    for place in range(prose.ends[number], prose.ends[number + 1]):
        out[at] = prose.content[place]
        at += 1
    return at


@numba.njit(cache=True)
def _mark(mark: bytes, out: Bytes, at: int) -> int:
    """Write a mark, which is given as bytes; the place after it."""
    for sign in mark:
        out[at] = sign
        at += 1
    return at


@numba.njit(cache=True)
def _word(prose: Prose, state: State, memory: Memory) -> int:
    """A word's number: one of the last words of the document, or a new one."""
    if _below(state, 6) == 0:
        return memory[_below(state, _MEMORY)]
    word = prose.quantiles[_draw(state) >> np.uint64(42)]
    if word >= _COMMON:
        memory[_below(state, _MEMORY)] = word
    return word


@numba.njit(cache=True)
def _item(prose: Prose, state: State, memory: Memory, odds: Odds) -> int:
    """The number of a word, or of a phrase's spelling."""
    drawn = (_draw(state) >> np.uint64(11)) * 2.0**-53
    if drawn >= odds[-1]:
        return _word(prose, state, memory)
    phrase = np.searchsorted(odds, drawn, side="right")
    return prose.phrases[phrase] + _below(state, prose.phrases[phrase + 1] - prose.phrases[phrase])


@numba.njit(cache=True)
def _gap(state: State, out: Bytes, at: int) -> int:
    """Write what stands between two words; the place after it."""
    drawn = _below(state, 1000)
    if drawn < _COMMA:
        return _mark(b", ", out, at)
    if drawn < _HYPHEN:
        return _mark(b"-", out, at)
    if drawn < _DASH:
        return _mark(b" \xe2\x80\x93 ", out, at)
    return _mark(b" ", out, at)


@numba.njit(cache=True)
def _sentence(prose: Prose, writer: Writer, out: Bytes, at: int) -> tuple[int, int]:
    """Write a sentence; the place after it and the number of items written."""
    state = writer.state
    words = 5 + _below(state, 16) + _below(state, 16)
    quoted = _below(state, 8) == 0
    if quoted:
        at = _mark(b"\xe2\x80\x9c", out, at)
    for place in range(words):
        scare = not quoted and _below(state, 250) == 0
        at = _mark(b"\xe2\x80\x98", out, at) if scare else at
        at = _form(prose, 2 * _item(prose, state, writer.memory, writer.odds) + (place == 0), out, at)
        at = _mark(b"\xe2\x80\x99", out, at) if scare else at
        at = _mark(b"\xe2\x80\x99s", out, at) if not scare and _below(state, 120) == 0 else at
        at = _gap(state, out, at) if place < words - 1 else at
    if not quoted:
        return _mark(b"." if _below(state, 20) else b"?", out, at), words
    at = _mark(b",\xe2\x80\x9d said", out, at)
    for _ in range(2):
        at = _mark(b" ", out, at)
        at = _form(prose, 2 * (_COMMON + _below(state, 20_000)) + 1, out, at)
    return _mark(b".", out, at), words + 3


@numba.njit(cache=True)
def _text(prose: Prose, writer: Writer, length: int, out: Bytes, at: int) -> int:
    """Write paragraphs until the document has its length; the place after them."""
    state, items, left = writer.state, 0, 1 + _below(writer.state, 4)
    while True:
        at, written = _sentence(prose, writer, out, at)
        items, left = items + written, left - 1
        if items >= length:
            return at
        if left:
            at = _mark(b" ", out, at)
        else:
            at, left = _mark(b"\n\n", out, at), 1 + _below(state, 4)


@numba.njit(cache=True)
def _title(prose: Prose, writer: Writer, out: Bytes, at: int) -> int:
    """Write a headline of four to nine words; the place after it."""
    state = writer.state
    words = 4 + _below(state, 6)
    for place in range(words):
        at = _form(prose, 2 * _word(prose, state, writer.memory) + (place == 0), out, at)
        at = _mark(b" ", out, at) if place < words - 1 else at
    return at


@numba.njit(cache=True)
def _fill(prose: Prose, shape: Shape, which: tuple[int, int], made: Made) -> None:
    """Write the documents; their bytes and attributes go into the arrays of ``made``."""
    first, seed = which
    memory = np.empty(_MEMORY, np.int32)
    state = np.empty(1, np.uint64)
    for place in range(len(made.year)):
        state[0] = np.uint64(seed) * np.uint64(0xD1342543DE82EF95) + np.uint64(first + place) * np.uint64(1 << 20)
        state[0] = _draw(state)
        for slot in range(_MEMORY):
            memory[slot] = prose.quantiles[_draw(state) >> np.uint64(42)]
        year, outlet = _below(state, shape.odds.shape[0]), _below(state, shape.odds.shape[1])
        made.year[place], made.outlet[place], made.day[place] = year, outlet, _below(state, DAYS)
        writer = Writer(state, memory, shape.odds[year, outlet])
        length = shape.lengths[_below(state, len(shape.lengths))]
        if made.text_ends[place] + (length + _LONGEST_SENTENCE) * _ROOM > len(made.texts):
            raise MemoryError("the documents of a block are longer than foreseen")  # noqa: EM101, TRY003 - compiled
        made.title_ends[place + 1] = _title(prose, writer, made.titles, made.title_ends[place])
        made.text_ends[place + 1] = _text(prose, writer, length, made.texts, made.text_ends[place])


def write_documents(prose: Prose, shape: Shape, first: int, number: int, seed: int) -> Made:
    """The documents from the number ``first`` on."""
    longest = int(shape.lengths.max()) + _LONGEST_SENTENCE
    texts, titles = np.empty(number * _SHARE + longest * _ROOM, np.uint8), np.empty(number * 10 * _ROOM, np.uint8)
    ends = [np.zeros(number + 1, np.int64) for _ in range(2)]
    attributes = [np.empty(number, np.int64) for _ in range(3)]
    made = Made(texts, ends[0], titles, ends[1], *attributes)
    _fill(prose, shape, (first, seed), made)
    return made
