"""Tokens of each type in each document, as a sparse matrix: what most statistics start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from mediastudy.corpus.corpus import Corpus


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

    index = corpus.index
    ends = np.cumsum(corpus.lengths)
    starts = np.concatenate([[0], ends])
    positions = np.arange(starts[-1]) + np.repeat(index.offsets[corpus.rows] - starts[:-1], corpus.lengths)
    numbers = index.types_at(positions)
    shape = (len(corpus), len(index.types))
    counts = sparse.csr_array((np.ones(len(numbers), np.int64), numbers, starts), shape=shape)
    counts.sum_duplicates()
    return counts
