"""How often each type occurs in each document or group of documents: what most statistics start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import loop

if TYPE_CHECKING:
    from mediastudy.corpus.corpus import Corpus

Integers = NDArray[np.integer]


class Runs(NamedTuple):
    """Tokens of documents, as numbers: document d has those from ``starts[d]`` to ``ends[d]``, exclusive.

    ``code_of`` turns each number into what is counted, which runs from 0 to ``kinds``.
    """

    numbers: Integers
    code_of: Integers
    starts: Integers
    ends: Integers
    kinds: int


class Tally(NamedTuple):
    """Counts of the kinds that occur in each group: those of group g stand from ``bounds[g]`` to ``bounds[g + 1]``."""

    bounds: Integers
    kind: Integers
    frequency: Integers
    documents: Integers

    @property
    def group(self) -> Integers:
        """The group of each count."""
        return np.repeat(np.arange(len(self.bounds) - 1), np.diff(self.bounds))


def types_of(corpus: Corpus) -> Runs:
    """The types of the selected documents, to be tallied.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> types_of(Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid for aid"]}))).ends.tolist()
    [3]
    """
    index = corpus.index
    return Runs(
        index.printed,
        index.type_of,
        index.offsets[corpus.rows],
        index.offsets[corpus.rows + 1],
        len(index.type_words),
    )


def tally(runs: Runs, group: Integers, groups: int) -> Tally:
    """Tokens and documents of each kind in each group of documents; kinds in the order of their first occurrence.

    Examples
    --------
    >>> runs = Runs(np.array([1, 0, 1, 1]), np.arange(2), np.array([0, 2]), np.array([2, 4]), 2)
    >>> counts = tally(runs, np.array([0, 0]), 1)
    >>> counts.kind.tolist(), counts.frequency.tolist(), counts.documents.tolist()
    ([1, 0], [3, 1], [2, 1])
    """
    order = np.argsort(group, kind="stable")
    starts, ends = runs.starts[order], runs.ends[order]
    tokens = int((ends - starts).sum())
    members = np.concatenate([[0], np.cumsum(np.bincount(group, minlength=groups))])
    room = min(tokens, groups * runs.kinds)
    kind, frequency, documents = np.empty(room, np.int32), np.empty(room, np.int64), np.empty(room, np.int64)
    bounds = np.zeros(groups + 1, np.int64)
    scratch = np.zeros((runs.kinds, 3), np.int32 if tokens <= np.iinfo(np.int32).max else np.int64)
    _tally(runs.numbers, runs.code_of, starts, ends, members, scratch, kind, frequency, documents, bounds, items=tokens)
    found = int(bounds[-1])
    return Tally(bounds, kind[:found].copy(), frequency[:found].copy(), documents[:found].copy())


@loop
def _tally(
    numbers: Any,
    code_of: Any,
    starts: Any,
    ends: Any,
    members: Any,
    scratch: Any,
    kind: Any,
    frequency: Any,
    documents: Any,
    bounds: Any,
) -> None:
    """Count each group's kinds; ``scratch`` holds a kind's tokens, its documents, and the last of these plus one."""
    found = 0
    for group in range(len(bounds) - 1):
        for document in range(members[group], members[group + 1]):
            for position in range(starts[document], ends[document]):
                code = code_of[numbers[position]]
                if scratch[code, 0] == 0:
                    kind[found] = code
                    found += 1
                scratch[code, 0] += 1
                if scratch[code, 2] != document + 1:
                    scratch[code, 1] += 1
                    scratch[code, 2] = document + 1
        for place in range(bounds[group], found):
            frequency[place], documents[place] = scratch[kind[place], 0], scratch[kind[place], 1]
            scratch[kind[place], 0] = scratch[kind[place], 1] = 0
        bounds[group + 1] = found


def type_counts(corpus: Corpus) -> Any:
    """The matrix of counts, one row per selected document, one column per type of ``corpus.index.types``.

    Returns
    -------
    scipy.sparse.csr_array
        int64, shape (documents, types), columns ascending within each row; zeros are not stored.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid"]}))
    >>> type_counts(corpus).toarray().tolist()
    [[2, 1, 0], [1, 0, 1]]
    """
    from scipy import sparse

    counts = tally(types_of(corpus), np.arange(len(corpus)), len(corpus))
    shape = (len(corpus), len(corpus.index.type_words))
    matrix = sparse.csr_array((counts.frequency, counts.kind, counts.bounds), shape=shape)
    matrix.sort_indices()
    return matrix
