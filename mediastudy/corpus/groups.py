"""Documents by group: one number for each combination of the columns in ``by``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus.corpus import Corpus

By = str | Sequence[str] | None


def groups(corpus: Corpus, by: By, *, table: str) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """The group of each selected document, and the groups in order; a missing value is a group, and comes last.

    Without ``by`` all documents form one group and the groups' table has no columns. A column that the result table
    has too is prefixed ``document_``.

    Raises
    ------
    ValueError
        If the documents lack a column, or one is named twice.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid", "More"], "outlet": [None, "Post"]})
    >>> numbers, found = groups(Corpus.build(documents), "outlet", table="timeline")
    >>> numbers.tolist(), found["outlet"].tolist()
    ([1, 0], ['Post', nan])
    """
    names = [by] if isinstance(by, str) else list(by or [])
    if not names:
        return np.zeros(len(corpus), dtype=np.int64), pd.DataFrame(index=range(1))
    tables.require(corpus.everything, names, what="documents")
    if len(set(names)) < len(names):
        message = f"by names a column twice: {', '.join(names)}."
        raise ValueError(message)
    values = pd.DataFrame({name: corpus.column(name) for name in names})
    grouped = values.groupby(names, sort=True, dropna=False, observed=True)
    found = values.assign(_number=grouped.ngroup()).drop_duplicates("_number").sort_values("_number")
    renamed = {name: f"document_{name}" for name in names if name in tables.COLUMNS[table]}
    return (
        grouped.ngroup().to_numpy().astype(np.int64),
        found.drop(columns="_number").rename(columns=renamed).reset_index(drop=True),
    )
