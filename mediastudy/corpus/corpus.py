"""The corpus: a documents table, its token index, and which of the documents are selected."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import storage, tables
from mediastudy.corpus import building, indexfiles, tokenizer
from mediastudy.corpus.building import DOCUMENTS, INDEX
from mediastudy.corpus.coding import Coded, unit_codes
from mediastudy.corpus.index import TokenIndex
from mediastudy.corpus.words import Words

Mask = pd.Series | NDArray[np.bool_] | Callable[[pd.DataFrame], pd.Series | NDArray[np.bool_]]


@dataclass(frozen=True, eq=False)
class Corpus:
    """Documents and their tokens; every analysis of words takes one.

    Attributes
    ----------
    everything : all documents that were indexed
    index : the tokens of all of them
    rows : the numbers of the selected documents, ascending
    coded : columns of all documents as numbers, kept for the next question

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
    coded: Coded = field(default_factory=Coded, repr=False)

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
        index = TokenIndex.build(Words.of_series(everything["text"]), progress=progress)
        return cls(everything, index, np.arange(len(everything)))

    @classmethod
    def index_folder(cls, folder: str | Path, *, progress: bool = False) -> Corpus:
        """The corpus of the documents.parquet in a folder, once its index stands there.

        Texts that the folder's former index knows are taken from it; only new ones are tokenised, and the result is
        that of a full build. The texts are read in runs and never held in memory together.

        Raises
        ------
        FileNotFoundError
            If the folder holds no documents.
        ValueError
            If a needed column or an id is missing, or an id is repeated.

        Examples
        --------
        >>> import tempfile
        >>> folder = tempfile.mkdtemp()
        >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid came."]})
        >>> _ = storage.write(documents, Path(folder) / "documents.parquet")
        >>> Corpus.index_folder(folder)
        Corpus(1 document, 2 tokens, 2 types, undated)
        """
        folder = Path(folder)
        documents = building.metadata(folder)
        _check_ids(documents["document"])
        building.build(folder, progress=progress)
        return cls.open(folder, verify=False)

    @classmethod
    def open(cls, folder: str | Path, *, verify: bool | None = None) -> Corpus:
        """The corpus that :meth:`save` wrote into the folder; tokens and texts stay on disk until they are needed.

        Up to a gigabyte of index is checked against its checksums, and the documents against the texts that were
        indexed; of a larger one only the sizes are, unless ``verify`` is true.

        Raises
        ------
        FileNotFoundError
            If the folder holds no documents or no index.
        ValueError
            If a file is damaged, or the documents are not those that were indexed.
        """
        folder = Path(folder)
        documents = building.metadata(folder)
        arrays = indexfiles.load(folder / INDEX, verify=verify)
        building.check_texts(folder, arrays, verify=verify)
        try:
            index = TokenIndex.of_arrays(arrays)
            texts = building.text_column(arrays)
        except KeyError as error:
            message = f"{folder / INDEX}: the index has other parts than this mediastudy makes. Build it again."
            raise ValueError(message) from error
        everything = tables.conform(documents.assign(text=texts), "documents")
        return cls(everything, index, np.arange(len(everything)))

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
        index = self.index if self.is_whole else self.index.take(self.rows)
        storage.write(self.documents, folder / DOCUMENTS)
        arrays = {**index.arrays(), **building.text_arrays(self.documents["text"])}
        indexfiles.save(folder / INDEX, arrays, tokenizer=tokenizer.rules())
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
        return Corpus(self.everything, self.index, self.rows[self._selects(mask)], self.coded)

    @functools.cached_property
    def documents(self) -> pd.DataFrame:
        """The selected documents."""
        if self.is_whole:
            return self.everything
        return self.everything.take(self.rows).reset_index(drop=True)

    def column(self, name: str) -> pd.Series:
        """One column of the selected documents, without copying their texts."""
        return self.everything[name].take(self.rows).reset_index(drop=True)

    @functools.cached_property
    def lengths(self) -> NDArray[np.int64]:
        """The number of tokens of each selected document."""
        return self._selected(np.asarray(self.index.lengths, dtype=np.int64))

    @functools.cached_property
    def texts(self) -> Words:
        """The texts of all documents that were indexed, missing ones as empty; not copied."""
        return Words.of_series(self.everything["text"])

    def codes(self, name: str) -> tuple[NDArray[np.int64], pd.Series]:
        """The values of a column of the selected documents as numbers, and the values in order; a missing one is last.

        Examples
        --------
        >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid", "More"], "outlet": ["Post", "Herald"]})
        >>> numbers, values = Corpus.build(documents).codes("outlet")
        >>> numbers.tolist(), values.tolist()
        ([1, 0], ['Herald', 'Post'])
        """
        codes, values = self.coded.column(self.everything, name)
        return self._selected(codes), values

    @functools.cached_property
    def units(self) -> NDArray[np.int64]:
        """What the tokens of each selected document are: 0 words, 1 characters (``coding.UNITS``)."""
        return self._selected(self.coded.kept("unit", lambda: unit_codes(self.everything["language"], self.index)))

    @property
    def frame(self) -> str | None:
        """What the articles are: full, query-selected or undeclared; None if the documents do not say.

        Examples
        --------
        >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid came."]})
        >>> documents.attrs["frame"] = "query-selected"
        >>> Corpus.build(documents).where(lambda documents: documents["document"] == "a").frame
        'query-selected'
        """
        return tables.frame_of(self.everything)

    @property
    def is_whole(self) -> bool:
        """Whether all documents are selected."""
        return len(self.rows) == len(self.everything)

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

    def _selected(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        """The values of the selected documents among those of all."""
        return values if self.is_whole else values[self.rows]

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
