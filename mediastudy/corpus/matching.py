"""Where a query matches: positions in the index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus.index import BROKEN, JOINED, TokenIndex
from mediastudy.corpus.query import Word, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus.corpus import Corpus

Integers = NDArray[np.integer]


class Hits(NamedTuple):
    """Hits in order of the text: the number of the selected document, and the token positions in the index."""

    document: Integers
    start: Integers
    end: Integers


def match(corpus: Corpus, query: str) -> Hits:
    """Where the query matches in the selected documents.

    ``document`` numbers the rows of ``corpus.documents``; ``start`` and ``end`` (exclusive) are positions in
    ``corpus.index``. At most one hit begins at a position, the longest; hits inside a longer one are left out.

    Raises
    ------
    ValueError
        If the query can't be read.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["More aid", "Economic-aid plan"]}))
    >>> match(corpus, "[economic] aid")
    Hits(document=array([0, 1]), start=array([1, 2]), end=array([2, 4]))
    """
    found = [(_starts(corpus.index, phrase), len(phrase)) for phrase in parse(query)]
    starts = np.concatenate([places for places, _ in found])
    ends = np.concatenate([places + length for places, length in found])
    return _selected(corpus, *_outermost(starts, ends))


def union(hits: Sequence[Hits]) -> Hits:
    """The hits of several queries on one corpus, no position counted twice.

    Examples
    --------
    >>> one = Hits(np.array([0]), np.array([3]), np.array([4]))
    >>> longer = Hits(np.array([0]), np.array([2]), np.array([4]))
    >>> union([one, longer]).start.tolist()
    [2]
    """
    document, start, end = (np.concatenate(parts) for parts in zip(*hits, strict=True))
    starts, ends = _outermost(start, end)
    order = np.argsort(start, kind="stable")
    return Hits(document[order][np.searchsorted(start[order], starts)], starts, ends)


def _starts(index: TokenIndex, phrase: tuple[Word, ...]) -> Integers:
    """The positions at which a phrase begins, ascending: the rarest word's places, then checked for the others."""
    kinds = [None if word.name == "*" else _types(index, word) for word in phrase]
    sizes = [len(index) + 1 if kind is None else _count(index, kind) for kind in kinds]
    rarest, *others = sorted(range(len(phrase)), key=lambda place: sizes[place])
    kind = kinds[rarest]
    if kind is None or not sizes[rarest]:
        return np.empty(0, dtype=np.int64)
    places = np.concatenate([index.places(number) for number in kind]).astype(np.int64) - rarest
    places = places[(places >= 0) & (places + len(phrase) <= len(index))]
    for place, word in enumerate(phrase[1:], start=1):
        places = places[index.gaps_at(places + place) <= (BROKEN if word.loose else JOINED)]
    for other in others:
        wanted = kinds[other]
        if wanted is not None:
            places = places[_among(index.types_at(places + other), wanted, len(index.types))]
    return np.sort(places)


def _types(index: TokenIndex, word: Word) -> Integers:
    """The numbers of the types that a word of a query stands for."""
    if not word.wild:
        number = index.type_numbers.get(word.name)
        return np.array([] if number is None else [number], dtype=np.int64)
    signs = {"*": r"[^\n]*", "?": r"[^\n]"}
    pattern = "".join(signs.get(sign) or re.escape(sign) for sign in word.name)
    found = [hit.start() for hit in re.finditer(f"^{pattern}$", index.type_list, re.MULTILINE)]
    return np.searchsorted(index.type_lines, found)


def _count(index: TokenIndex, kind: Integers) -> int:
    """The number of tokens of some types."""
    return int((index.starts[kind + 1] - index.starts[kind]).sum())


def _among(types: Integers, wanted: Integers, total: int) -> NDArray[np.bool_]:
    """Which of the types are wanted."""
    if len(wanted) == 1:
        return np.asarray(types == wanted[0])
    table = np.zeros(total, dtype=bool)
    table[wanted] = True
    return np.asarray(table[types])


def _outermost(starts: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """The hits that lie in no other, by start."""
    order = np.lexsort((-ends, starts))
    starts, ends = starts[order], ends[order]
    reached = np.maximum.accumulate(ends) if len(ends) else ends
    outer = ends > np.append(-1, reached[:-1]) if len(ends) else np.zeros(0, dtype=bool)
    return starts[outer], ends[outer]


def _selected(corpus: Corpus, starts: Integers, ends: Integers) -> Hits:
    """The hits that lie in selected documents."""
    numbers = np.full(len(corpus.everything), -1, dtype=np.int64)
    numbers[corpus.rows] = np.arange(len(corpus))
    documents = numbers[corpus.index.documents_at(starts)]
    kept = documents >= 0
    return Hits(documents[kept], starts[kept], ends[kept])
