"""Runs of words that may be names: frequent, and neither begun nor ended by a word of grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus.index import JOINED

if TYPE_CHECKING:
    from mediastudy.corpus import TokenIndex

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Runs(NamedTuple):
    """Candidates of one length: their types, a row each, and where each occurrence of them begins, by candidate.

    The occurrences of candidate c are ``starts[bounds[c]:bounds[c + 1]]``, ascending.
    """

    words: Integers
    starts: Integers
    bounds: Integers

    @property
    def frequency(self) -> Integers:
        """The occurrences of each."""
        return np.diff(self.bounds)

    def taken(self, kept: Flags) -> Runs:
        """Some of the candidates."""
        starts = self.starts[np.repeat(kept, self.frequency)]
        return Runs(self.words[kept], starts, np.append(0, np.cumsum(self.frequency[kept])))


def candidates(index: TokenIndex, positions: Integers, *, edges: Flags, longest: int, minimum: int) -> list[Runs]:
    """The candidates of 1 to ``longest`` words with at least ``minimum`` occurrences, those of each length apart.

    ``positions`` are those of the documents searched, ascending, and ``edges`` says which types may begin and end a
    name. Words that stand inside one longer candidate in nine of ten occurrences are no candidate of their own.

    Examples
    --------
    >>> from mediastudy.corpus import TokenIndex
    >>> index = TokenIndex.build(["Port Orlo is dry", "In Port Orlo", "Dry port"])
    >>> found = candidates(index, np.arange(9), edges=np.ones(5, dtype=bool), longest=2, minimum=2)
    >>> [[[index.types[word] for word in words] for words in runs.words] for runs in found]
    [[['port'], ['dry']], [['port', 'orlo']]]
    """
    found, starts, words = [], positions[edges[index.types_at(positions)]], np.empty((1, 0), dtype=np.int64)
    code = np.zeros(len(starts), dtype=np.int64)
    for length in range(1, longest + 1):
        inside = starts + length - 1 < len(index)
        if length > 1:
            inside[inside] = index.gaps_at(starts[inside] + length - 1) == JOINED
        starts, code = starts[inside], code[inside]
        runs = _grouped(words, starts, code, index.types_at(starts + length - 1).astype(np.int64))
        found.append(runs.taken(runs.frequency >= minimum))
        words, starts = found[-1].words, found[-1].starts
        code = np.repeat(np.arange(len(words)), found[-1].frequency)
    ended = [runs.taken(edges[runs.words[:, -1]]) for runs in found]
    return [_not_nested(runs, longer) for runs, longer in zip(ended, [*ended[1:], None], strict=True)]


def _grouped(words: Integers, starts: Integers, code: Integers, last: Integers) -> Runs:
    """The candidates that shorter ones become by one more word, in order of their words."""
    kinds = int(last.max(initial=0)) + 1
    keys = code * kinds + last
    # Sorting keeps the occurrences of each candidate in order of the text.
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    longer = np.column_stack([words[keys[first] // kinds], keys[first] % kinds])
    return Runs(longer, starts[order], np.append(first, len(keys)))


def _not_nested(runs: Runs, longer: Runs | None) -> Runs:
    """The candidates without those that nearly always stand inside one longer candidate."""
    if longer is None or not len(longer.words):
        return runs
    code = np.repeat(np.arange(len(runs.words)), runs.frequency)
    order = np.argsort(runs.starts)
    sorted_starts, sorted_code = runs.starts[order], code[order]
    most = np.zeros(len(runs.words), dtype=np.int64)
    first = longer.starts[longer.bounds[:-1]]
    for shift in (0, 1):
        # Each longer candidate holds the same shorter one in every occurrence, so one of them tells.
        place = np.searchsorted(sorted_starts, first + shift).clip(max=len(sorted_starts) - 1)
        held = sorted_starts[place] == first + shift if len(sorted_starts) else np.zeros(len(first), dtype=bool)
        np.maximum.at(most, sorted_code[place[held]], longer.frequency[held])
    return runs.taken(10 * most < 9 * runs.frequency)
