"""Two corpora set side by side: what each says of every type, by document and by story.

Types, stories and groups of documents are numbered through both, so that the sides can be put together again.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import type_counts
from mediastudy.corpus.coding import one_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus

Integers = NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class Side:
    """One of the two corpora; documents without tokens are left out.

    Attributes
    ----------
    by_document : tokens of each type, a sparse matrix of documents by types
    lengths : tokens of each document
    by_story : tokens of each type, a sparse matrix of stories by types
    sizes : tokens of each story, as far as it lies on this side
    stories : the number of each story
    """

    by_document: Any
    lengths: Integers
    by_story: Any
    sizes: Integers
    stories: Integers

    @functools.cached_property
    def tokens(self) -> int:
        """All tokens of the side."""
        return int(self.lengths.sum())

    @functools.cached_property
    def frequency(self) -> Integers:
        """The tokens of each type."""
        return total(self.by_document)

    @functools.cached_property
    def document_frequency(self) -> Integers:
        """The documents that have each type."""
        return np.bincount(self.by_document.indices, minlength=self.by_document.shape[1])


class Comparison(NamedTuple):
    """The types compared, the two sides, and the group of each story (which matters for permutations alone)."""

    types: NDArray[np.object_]
    target: Side
    reference: Side
    groups: Integers


def compare(
    target: Corpus, reference: Corpus, *, within: str | Sequence[str] | None = None, minimum: int = 1
) -> Comparison:
    """Both corpora with the types that occur at least so often in the two together.

    Corpora that were selected from one corpus share its index and its stories; of others the types are matched by
    spelling, and no story is taken to occur in both.

    Raises
    ------
    ValueError
        If a document belongs to both, some documents are counted in words and others in characters, the minimum is
        below 1, or the documents lack a column.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid"]}))
    >>> both = compare(corpus.where(np.array([True, False])), corpus.where(np.array([False, True])))
    >>> both.types.tolist(), both.target.frequency.tolist(), both.reference.frequency.tolist()
    (['aid', 'for', 'more'], [2, 1, 0], [1, 0, 1])
    """
    if minimum < 1:
        message = f"minimum must be 1 or more tokens in both corpora together, not {minimum}."
        raise ValueError(message)
    _check_apart(target, reference)
    one_unit([target, reference])
    types, counts = _aligned(target, reference)
    kept = np.flatnonzero(sum(total(matrix) for matrix in counts) >= minimum)
    documents = _documents(target, reference, within)
    sides = [
        _side(matrix, corpus, kept=kept, stories=documents["story"][documents["target"] == is_target].to_numpy())
        for matrix, corpus, is_target in zip(counts, (target, reference), (True, False), strict=True)
    ]
    return Comparison(types[kept], sides[0], sides[1], _groups_of_stories(documents))


def total(counts: Any) -> Integers:
    """The sum of each column of a sparse matrix of counts.

    Examples
    --------
    >>> from scipy import sparse
    >>> total(sparse.csr_array([[1, 0], [2, 1]])).tolist()
    [3, 1]
    """
    # Weights are floats, which hold every count below 2 to the power of 53 exactly.
    return np.bincount(counts.indices, weights=counts.data, minlength=counts.shape[1]).astype(np.int64)


def _check_apart(target: Corpus, reference: Corpus) -> None:
    """Raise if a document belongs to both, since it would be compared with itself."""
    if target.index is not reference.index:
        return
    shared = np.intersect1d(target.rows, reference.rows, assume_unique=True)
    if len(shared):
        name = target.everything["document"].iloc[shared[0]]
        message = (
            f"{len(shared)} documents (such as {name!r}) belong to both target and reference. "
            "Select reference documents that are not in the target."
        )
        raise ValueError(message)


def _aligned(target: Corpus, reference: Corpus) -> tuple[NDArray[np.object_], list[Any]]:
    """The types of both corpora, and the counts of each with these types as columns."""
    from scipy import sparse

    counts = [type_counts(target), type_counts(reference)]
    types = list(target.index.types)
    if target.index is not reference.index:
        number = {name: place for place, name in enumerate(types)}
        places = np.array([number.setdefault(name, len(number)) for name in reference.index.types], dtype=np.int64)
        types = list(number)
        columns = (np.arange(counts[0].shape[1]), places)
        counts = [
            sparse.csr_array((one.data, place[one.indices], one.indptr), shape=(one.shape[0], len(types)))
            for one, place in zip(counts, columns, strict=True)
        ]
    names = np.empty(len(types), dtype=object)
    names[:] = types
    return names, counts


def _documents(target: Corpus, reference: Corpus, within: str | Sequence[str] | None) -> pd.DataFrame:
    """The documents of both: side, number of the story, number of the group, date."""
    corpora = (target, reference)
    stories = [corpus.column("story") for corpus in corpora]
    if target.index is not reference.index:
        stories = [names.where(names.isna(), f"{side} " + names) for side, names in enumerate(stories)]
    names = [within] if isinstance(within, str) else list(within or [])
    values = [_columns(corpus, names) for corpus in corpora]
    number, found = pd.factorize(pd.concat(stories, ignore_index=True))
    return pd.DataFrame(
        {
            "target": np.repeat([True, False], [len(corpus) for corpus in corpora]),
            # A document without a story is a story of its own.
            "story": np.where(number < 0, len(found) + np.arange(len(number)), number),
            "group": _numbered(pd.concat(values, ignore_index=True)),
            "date": pd.concat([corpus.column("date") for corpus in corpora], ignore_index=True),
        }
    )


def _columns(corpus: Corpus, names: Sequence[str]) -> pd.DataFrame:
    """The columns of the selected documents; ``year`` may be the year of their date."""
    dated = [name for name in names if name == "year" and name not in corpus.everything]
    tables.require(corpus.everything, [name for name in names if name not in dated], what="documents")
    found = {name: corpus.column("date").dt.year if name in dated else corpus.column(name) for name in names}
    return pd.DataFrame(found, index=range(len(corpus)))


def _numbered(values: pd.DataFrame) -> Integers:
    """The number of each row's combination of values, a missing value being a value."""
    if not len(values.columns):
        return np.zeros(len(values), dtype=np.int64)
    return values.groupby(list(values), dropna=False, observed=True).ngroup().to_numpy().astype(np.int64)


def _groups_of_stories(documents: pd.DataFrame) -> Integers:
    """The group of each story, which is that of its earliest document; -1 where a number is not used."""
    earliest = documents.sort_values("date", kind="stable", na_position="last").drop_duplicates("story")
    groups = np.full(int(documents["story"].max()) + 1 if len(documents) else 0, -1, dtype=np.int64)
    groups[earliest["story"]] = earliest["group"]
    return groups


def _side(counts: Any, corpus: Corpus, *, kept: Integers, stories: Integers) -> Side:
    """The side of a corpus, given its counts and the story of each of its documents."""
    full = corpus.lengths > 0
    by_document = counts[np.flatnonzero(full)] if not full.all() else counts
    by_document = (by_document[:, kept] if len(kept) < counts.shape[1] else by_document).astype(np.int32)
    lengths, stories = corpus.lengths[full], stories[full]
    found, place = np.unique(stories, return_inverse=True)
    sizes = np.bincount(place, weights=lengths, minlength=len(found)).astype(np.int64)
    return Side(by_document, lengths, _merged(by_document, place, len(found)), sizes, found)


def _merged(by_document: Any, place: Integers, size: int) -> Any:
    """The counts of stories, given the place of each document's story."""
    from scipy import sparse

    if np.array_equal(place, np.arange(size)):
        return by_document
    ones = np.ones(len(place), np.int32)
    member = sparse.csr_array((ones, (place, np.arange(len(place)))), shape=(size, len(place)))
    return sparse.csr_array(member @ by_document)
