"""Where a query matches: positions in the index."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import proximity, vocabulary
from mediastudy.corpus.hits import Hits, outermost, union
from mediastudy.corpus.index import BROKEN, JOINED, TokenIndex
from mediastudy.corpus.query import parse
from mediastudy.corpus.syntax import ANY, Pair, Phrase, Query, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mediastudy.corpus.corpus import Corpus

__all__ = ["ACROSS", "Hits", "match", "union"]

ACROSS: Final = ("punctuation",)
# Places looked at together, so that a word as common as "the" needs little memory.
_CHUNK: Final = 1 << 19

Integers = NDArray[np.integer]


class _Slot(NamedTuple):
    """One place of a phrase: the words of which one must stand there, and the widest gap before it."""

    words: frozenset[Word]
    gap: int


_Row = tuple[_Slot, ...]


def match(corpus: Corpus, query: str, *, joined: bool = False, across: str | None = None) -> Hits:
    """Where the query matches in the selected documents.

    ``document`` numbers the rows of ``corpus.documents``; ``start`` and ``end`` (exclusive) are positions in
    ``corpus.index``. Of a phrase at most one hit begins at a position, the longest; hits inside a longer one are left
    out. The hits of NEAR and SAME-SENTENCE are those of :mod:`~mediastudy.corpus.proximity`.

    Parameters
    ----------
    corpus : the documents to search
    query : a query of the query language
    joined : whether a hyphen in the query also finds the words written as one: ``pay-day`` *payday*
    across : ``"punctuation"`` lets marks stand between all words of a phrase

    Raises
    ------
    ValueError
        If the query can't be read or ``across`` is unknown.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["More aid", "Economic-aid plan"]}))
    >>> match(corpus, "[economic] aid")
    Hits(document=array([0, 1]), start=array([1, 2]), end=array([2, 4]))
    """
    if across is not None:
        tables.choose(across, ACROSS, what="across")
    return _found(corpus, parse(query, joined=joined), gap=JOINED if across is None else BROKEN)


def _found(corpus: Corpus, query: Query, *, gap: int) -> Hits:
    """The hits of a query that has been read."""
    if not isinstance(query, Pair):
        return _selected(corpus, *_places(corpus.index, _rows(query, gap)))
    left, right = (_found(corpus, side, gap=gap) for side in (query.left, query.right))
    if query.within is None:
        return proximity.same_sentence(corpus, left, right)
    return proximity.near(left, right, within=query.within)


def _rows(phrases: Iterable[Phrase], gap: int) -> set[_Row]:
    """The phrases as few rows of slots: phrases that differ in one place alone share one."""
    rows = {
        tuple(_Slot(frozenset([word._replace(loose=False)]), BROKEN if word.loose else gap) for word in phrase)
        for phrase in phrases
    }
    for place in range(max(map(len, rows)) if len(rows) > 1 else 0):
        alike: dict[tuple[_Row, int, _Row], frozenset[Word]] = defaultdict(frozenset)
        for row in rows:
            if place < len(row):
                alike[row[:place], row[place].gap, row[place + 1 :]] |= row[place].words
        shorter = {row for row in rows if place >= len(row)}
        rows = shorter | {(*before, _Slot(words, gap), *after) for (before, gap, after), words in alike.items()}
    return rows


def _places(index: TokenIndex, rows: set[_Row]) -> tuple[Integers, Integers]:
    """The starts and ends of the hits of all rows."""

    @functools.cache
    def entry(words: frozenset[Word]) -> vocabulary.Entry | None:
        return None if any(word.name == ANY for word in words) else vocabulary.look_up(index, words)

    @functools.cache
    def candidates(words: frozenset[Word]) -> Integers:
        found = entry(words)
        return np.empty(0, np.int64) if found is None else vocabulary.positions(index, found)

    found = [(_starts(index, row, [entry(slot.words) for slot in row], candidates), len(row)) for row in rows]
    if len(found) == 1:
        starts, length = found[0]
        return starts, starts + length
    return outermost(
        np.concatenate([starts for starts, _ in found]), np.concatenate([starts + length for starts, length in found])
    )


def _starts(
    index: TokenIndex,
    row: _Row,
    entries: list[vocabulary.Entry | None],
    candidates: Callable[[frozenset[Word]], Integers],
) -> Integers:
    """Where a row begins, ascending: the places of its rarest slot, then checked for the others."""
    checks = sorted((entry.tokens, place, entry) for place, entry in enumerate(entries) if entry is not None)
    (tokens, rarest, entry), *others = checks
    if not tokens:
        return np.empty(0, dtype=np.int64)
    parts = []
    for places in _chunks(candidates(row[rarest].words)):
        starts = places.astype(np.int64) - rarest
        starts = starts[(starts >= 0) & (starts + len(row) <= len(index))]
        for _, place, other in others:
            starts = starts[vocabulary.holds(other, index.printed[starts + place])]
        for place, slot in enumerate(row[1:], start=1):
            starts = starts[index.gaps_at(starts + place) <= slot.gap]
        parts.append(starts)
    starts = np.concatenate(parts)
    return starts if len(entry.types) == 1 else np.sort(starts)


def _chunks(places: Integers) -> Iterator[Integers]:
    """The places in pieces, at least one."""
    for low in range(0, max(len(places), 1), _CHUNK):
        yield places[low : low + _CHUNK]


def _selected(corpus: Corpus, starts: Integers, ends: Integers) -> Hits:
    """The hits that lie in selected documents."""
    documents = corpus.index.documents_at(starts)
    if len(corpus) == len(corpus.everything):
        return Hits(documents, starts, ends)
    numbers = np.searchsorted(corpus.rows, documents)
    kept = (
        corpus.rows[np.minimum(numbers, len(corpus) - 1)] == documents if len(corpus) else np.zeros(len(starts), bool)
    )
    return Hits(numbers[kept], starts[kept], ends[kept])
