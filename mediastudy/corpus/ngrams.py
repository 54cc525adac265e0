"""Runs of words: every n-gram of a corpus as a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import loop
from mediastudy.corpus.counting import Runs
from mediastudy.corpus.index import JOINED
from mediastudy.corpus.tokenizer import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus.corpus import Corpus

Integers = NDArray[np.integer]


class Grams(NamedTuple):
    """N-grams of the selected documents, to be tallied, and the kinds of words that each consists of, a column each."""

    runs: Runs
    words: Integers


def grams(corpus: Corpus, n: int, *, code_of: Integers) -> Grams:
    """The n-grams of n tokens with nothing but white space, hyphens or dashes between them.

    ``code_of`` says for each printed form what kind of word it is.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["More aid, more aid"]}))
    >>> grams(corpus, 2, code_of=corpus.index.type_of).words.tolist()
    [[1, 0]]
    """
    index = corpus.index
    documents = np.repeat(np.arange(len(corpus)), corpus.lengths)
    positions = index.positions_of(corpus.rows)
    for place in range(1, n):
        inside = positions + place < len(index)
        inside[inside] = index.gaps_at(positions[inside] + place) == JOINED
        positions, documents = positions[inside], documents[inside]
    kinds = int(code_of.max(initial=-1)) + 1
    number = code_of[index.printed[positions]]
    words = np.arange(kinds)[:, None]
    for place in range(1, n):
        after = code_of[index.printed[positions + place]]
        keys, number = _numbered(number.astype(np.uint64) * np.uint64(kinds) + after.astype(np.uint64))
        words = np.column_stack([words[keys // max(kinds, 1)], keys % max(kinds, 1)])
    edges = np.searchsorted(documents, np.arange(len(corpus) + 1))
    return Grams(Runs(number, np.arange(len(words), dtype=np.int32), edges[:-1], edges[1:], len(words)), words)


def _numbered(keys: NDArray[np.uint64]) -> tuple[Integers, Integers]:
    """The distinct keys in the order of their first occurrence, and each key's number among them."""
    numbers = np.empty(len(keys), np.int32)
    table = np.full(1 << 12, -1, np.int32)
    distinct = np.empty(len(table) // 2, np.uint64)
    state = np.zeros(2, np.int64)
    while not _number(keys, numbers, table, distinct, state, items=len(keys)):
        distinct = np.concatenate([distinct, np.empty_like(distinct)])
        table = np.full(2 * len(table), -1, np.int32)
        _refill(distinct, table, state, items=int(state[1]))
    return distinct[: state[1]].astype(np.int64), numbers


@loop
def _number(keys: Any, numbers: Any, table: Any, distinct: Any, state: Any) -> Any:
    """Whether all keys were numbered before the table was full; ``state`` holds keys done and distinct keys."""
    mask = np.uint64(len(table) - 1)
    for place in range(state[0], len(keys)):
        key = keys[place]
        slot = (key ^ (key >> np.uint64(17)) ^ (key >> np.uint64(37))) & mask
        while table[slot] >= 0 and distinct[table[slot]] != key:
            slot = (slot + np.uint64(1)) & mask
        if table[slot] < 0:
            if state[1] == len(distinct):
                state[0] = place
                return False
            table[slot] = state[1]
            distinct[state[1]] = key
            state[1] += 1
        numbers[place] = table[slot]
    return True


@loop
def _refill(distinct: Any, table: Any, state: Any) -> None:
    """Enter the distinct keys into an empty table."""
    mask = np.uint64(len(table) - 1)
    for number in range(state[1]):
        key = distinct[number]
        slot = (key ^ (key >> np.uint64(17)) ^ (key >> np.uint64(37))) & mask
        while table[slot] >= 0:
            slot = (slot + np.uint64(1)) & mask
        table[slot] = number


def joined(names: Sequence[str], words: Integers) -> list[str]:
    """The words of each n-gram with spaces between, Chinese without.

    Examples
    --------
    >>> joined(["aid", "支", "援"], np.array([[0, 0], [1, 2]]))
    ['aid aid', '支援']
    """
    between = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
    phrases = (" ".join([names[word] for word in row]) for row in words.tolist())
    return [phrase if phrase.isascii() else between.sub("", phrase) for phrase in phrases]
