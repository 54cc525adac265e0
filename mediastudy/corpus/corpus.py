"""The corpus: a documents table, its token index, and which of the documents are selected."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import storage, tables
from mediastudy.corpus.index import TokenIndex, digest

DOCUMENTS = "documents.parquet"
INDEX = "index"

Mask = pd.Series | NDArray[np.bool_] | Callable[[pd.DataFrame], pd.Series | NDArray[np.bool_]]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Documents and their tokens; every analysis of words takes one.

    Attributes
    ----------
    everything : all documents that were indexed
    index : the tokens of all of them
    rows : the numbers of the selected documents, ascending

    Examples
    --------
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid came.", "More aid"]}))
    >>> corpus
    Corpus(2 documents, 4 tokens, 3 types, undated)
    >>> corpus.where(lambda documents: documents["document"] == "b").tokens
    2
    """

    everything: pd.DataFrame
    index: TokenIndex
    rows: NDArray[np.int64]

    @classmethod
    def build(cls, documents: pd.DataFrame, *, progress: bool = False) -> Corpus:
        """The corpus of a documents table, which needs the columns ``document`` and ``text`` alone.

        A missing text counts as a document without tokens. The table is not changed.

        Raises
        ------
        ValueError
            If a needed column or an id is missing, or an id is repeated.

        Examples
        --------
        >>> len(Corpus.build(pd.DataFrame({"document": ["a"], "text": [None]})))
        1
        """
        tables.require(documents, ["document", "text"], what="documents")
        _check_ids(documents["document"])
        everything = tables.conform(documents, "documents")
        index = TokenIndex.build(everything["text"].fillna("").tolist(), progress=progress)
        return cls(everything, index, np.arange(len(everything)))

    @classmethod
    def open(cls, folder: str | Path, *, verify: bool = True) -> Corpus:
        """The corpus that :meth:`save` wrote into the folder; its arrays stay on disk until they are needed.

        ``verify=False`` trusts the files' contents, which saves a second or two for a hundred million tokens.

        Raises
        ------
        FileNotFoundError
            If the folder holds no documents or no index.
        ValueError
            If a file is damaged, or the documents are not those that were indexed.
        """
        folder = Path(folder)
        documents = storage.load(folder / DOCUMENTS)
        index = TokenIndex.open(folder / INDEX, verify=verify)
        if verify:
            _check_texts(documents, index, folder=folder)
        return cls(tables.conform(documents, "documents"), index, np.arange(len(documents)))

    def save(self, folder: str | Path) -> Path:
        """The folder, with documents.parquet and index/; a selection is saved as a corpus of its own.

        Examples
        --------
        >>> import tempfile
        >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid came."]}))
        >>> Corpus.open(corpus.save(tempfile.mkdtemp()))
        Corpus(1 document, 2 tokens, 2 types, undated)
        """
        folder = Path(folder)
        index = self.index if len(self) == len(self.everything) else self.index.take(self.rows)
        storage.write(self.documents, folder / DOCUMENTS)
        index.save(folder / INDEX)
        return folder

    def where(self, mask: Mask) -> Corpus:
        """The corpus of the documents for which the mask is true; tokens are shared, not copied.

        The mask has one value for each of ``corpus.documents``, or is a function of that table. A missing value selects
        nothing.

        Raises
        ------
        ValueError
            If the mask is not boolean or does not fit the documents.
        """
        return Corpus(self.everything, self.index, self.rows[self._selects(mask)])

    @functools.cached_property
    def documents(self) -> pd.DataFrame:
        """The selected documents."""
        if len(self.rows) == len(self.everything):
            return self.everything
        return self.everything.take(self.rows).reset_index(drop=True)

    def column(self, name: str) -> pd.Series:
        """One column of the selected documents, without copying their texts."""
        return self.everything[name].take(self.rows).reset_index(drop=True)

    @functools.cached_property
    def lengths(self) -> NDArray[np.int64]:
        """The number of tokens of each selected document."""
        return self.index.lengths[self.rows].astype(np.int64)

    @property
    def tokens(self) -> int:
        """The number of running tokens."""
        return int(self.lengths.sum())

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        dates = self.column("date")
        first, last = dates.min(), dates.max()
        time = "undated" if pd.isna(first) else f"{first:%Y-%m-%d} to {last:%Y-%m-%d}"
        total = len(self.everything)
        noun = "document" if total == 1 else "documents"
        if len(self) < total:
            return f"Corpus({len(self):,} of {total:,} {noun}, {self.tokens:,} tokens, {time})"
        return f"Corpus({total:,} {noun}, {self.tokens:,} tokens, {len(self.index.types):,} types, {time})"

    def _selects(self, mask: Mask) -> NDArray[np.bool_]:
        """The mask as an array, checked."""
        values = mask(self.documents) if callable(mask) else mask
        if isinstance(values, pd.Series) and not values.index.equals(self.documents.index):
            message = (
                "The mask's index is not that of corpus.documents. Make the mask from corpus.documents, or pass "
                "mask.to_numpy() if its rows stand in the same order."
            )
            raise ValueError(message)
        if not _is_boolean(values) or len(values) != len(self):
            message = f"The mask must hold {len(self)} booleans, one for each document; it holds {_described(values)}."
            raise ValueError(message)
        return np.asarray(pd.Series(np.asarray(values)).astype("boolean").fillna(value=False), dtype=bool)


def _is_boolean(values: object) -> bool:
    """Whether all values are booleans or missing."""
    return pd.api.types.infer_dtype(values, skipna=True) in {"boolean", "empty"}


def _described(values: object) -> str:
    """How many values of what kind there are."""
    listed = pd.Series(values)
    return f"{len(listed)} of dtype {listed.dtype}"


def _check_ids(ids: pd.Series) -> None:
    """Raise if an id is missing or repeated, since evidence could not be found again."""
    absent = int(ids.isna().sum())
    repeated = ids[ids.duplicated() & ids.notna()]
    if absent or len(repeated):
        example = f" (such as {repeated.iloc[0]!r})" if len(repeated) else ""
        message = (
            f"Each document needs an id of its own: {absent} are missing and {len(repeated)} repeat another{example}. "
            "Read the files with mediastudy.read, which completes ids, or fill the column document."
        )
        raise ValueError(message)


def _check_texts(documents: pd.DataFrame, index: TokenIndex, *, folder: Path) -> None:
    """Raise if the documents are not those of the index."""
    texts = documents["text"].fillna("")
    digests = np.fromiter((digest(text) for text in texts), dtype=np.uint64, count=len(texts))
    if not np.array_equal(digests, index.digests):
        message = f"{folder}: {DOCUMENTS} was changed after its index was built. Build the corpus again."
        raise ValueError(message)
