"""How often each word or n-gram occurs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import groups
from mediastudy.corpus.index import JOINED
from mediastudy.corpus.tokenizer import HAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus

LONGEST: Final = 5
MILLION: Final = 1_000_000

Integers = NDArray[np.integer]


class _Grams(NamedTuple):
    """N-grams of the selected documents: the document and the number of each, and their names in order."""

    document: Integers
    number: Integers
    names: NDArray[np.object_]


class _Counts(NamedTuple):
    """For each group and n-gram that occur together: its tokens and its documents."""

    group: Integers
    number: Integers
    frequency: Integers
    documents: Integers


def frequencies(corpus: Corpus, *, by: str | Sequence[str] | None = None, n: int = 1) -> pd.DataFrame:
    """The table of types, or of n-grams of two to five tokens, by frequency.

    An n-gram is what a phrase of the query language is: its tokens stand in one document with nothing but white space,
    hyphens or dashes between them. Its type is the types of its tokens with spaces between, Chinese without.

    Returns
    -------
    pd.DataFrame
        One row per type (and group): the columns in ``by`` first, a missing value being a group of its own;
        ``type``; ``frequency`` (tokens or n-grams); ``relative_frequency`` (per million of all word tokens of the
        group, for n-grams too); ``document_frequency`` (documents of the group with the type). Sorted by group, then
        the most frequent first, then by type.

    Raises
    ------
    ValueError
        If ``n`` is not between 1 and 5, or the documents lack a column in ``by``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid.", "More aid"]}))
    >>> frequencies(corpus).head(1).to_dict("records")
    [{'type': 'aid', 'frequency': 3, 'relative_frequency': 600000.0, 'document_frequency': 2}]
    >>> frequencies(corpus, n=2)["type"].tolist()
    ['aid for', 'for aid', 'more aid']
    """
    if not 1 <= n <= LONGEST:
        message = f"n must be between 1 and {LONGEST}, not {n}."
        raise ValueError(message)
    group, found = groups(corpus, by, table="frequencies")
    grams = _grams(corpus, n)
    counts = _count(grams, group, size=len(found))
    tokens = np.bincount(group, weights=corpus.lengths, minlength=len(found))
    order = np.lexsort((counts.number, -counts.frequency, counts.group))
    result = found.iloc[counts.group[order]].reset_index(drop=True).assign(
        type=pd.Series(grams.names[counts.number[order]], dtype="str"),
        frequency=counts.frequency[order],
        relative_frequency=counts.frequency[order] / tokens[counts.group[order]] * MILLION,
        document_frequency=counts.documents[order],
    )  # fmt: skip
    return tables.conform(result, "frequencies")[[*found.columns, *tables.COLUMNS["frequencies"]]]


def _positions(corpus: Corpus) -> tuple[Integers, Integers]:
    """The position and the document of every selected token."""
    documents = np.repeat(np.arange(len(corpus)), corpus.lengths)
    before = np.cumsum(corpus.lengths) - corpus.lengths
    opening = corpus.index.offsets[corpus.rows]
    return np.arange(len(documents)) + np.repeat(opening - before, corpus.lengths), documents


def _grams(corpus: Corpus, n: int) -> _Grams:
    """The n-grams, numbered so that a lower number is earlier in the order of spelling."""
    index = corpus.index
    spelling = np.array(sorted(range(len(index.types)), key=index.types.__getitem__), dtype=np.int64)
    rank = np.empty(len(spelling), dtype=np.int64)
    rank[spelling] = np.arange(len(spelling))
    positions, documents = _positions(corpus)
    for place in range(1, n):
        inside = positions + place < len(index)
        inside[inside] = index.gaps_at(positions[inside] + place) == JOINED
        positions, documents = positions[inside], documents[inside]
    number = rank[index.types_at(positions)]
    parts = [np.arange(len(spelling))]
    for place in range(1, n):
        pairs, number = np.unique(number * len(spelling) + rank[index.types_at(positions + place)], return_inverse=True)
        parts = [part[pairs // len(spelling)] for part in parts] + [pairs % len(spelling)]
    words = np.array(index.types, dtype=object)[spelling]
    return _Grams(documents, number, _joined([words[part] for part in parts]))


def _joined(parts: list[NDArray[np.object_]]) -> NDArray[np.object_]:
    """The words of each n-gram with spaces between, Chinese without."""
    if len(parts) == 1:
        return parts[0]
    between = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")
    names = np.empty(len(parts[0]), dtype=object)
    names[:] = [
        between.sub("", name) if not name.isascii() else name for name in map(" ".join, zip(*parts, strict=True))
    ]
    return names


def _count(grams: _Grams, group: Integers, *, size: int) -> _Counts:
    """Tokens and documents of each n-gram in each group."""
    from scipy import sparse

    starts = np.searchsorted(grams.document, np.arange(len(group) + 1))
    shape = (len(group), len(grams.names))
    per_document = sparse.csr_array((np.ones(len(grams.number), np.int64), grams.number, starts), shape=shape)
    per_document.sum_duplicates()
    member = sparse.csr_array((np.ones(len(group), np.int64), (group, np.arange(len(group)))), shape=(size, len(group)))
    frequency = sparse.coo_array(member @ per_document)
    per_document.data[:] = 1
    # Both products have the same pattern, hence the same order of entries.
    documents = sparse.coo_array(member @ per_document)
    return _Counts(frequency.row, frequency.col, frequency.data, documents.data)
