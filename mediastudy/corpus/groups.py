"""Documents by group: one number for each combination of the columns in ``by``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus.coding import UNITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus.corpus import Corpus

# Combinations of groups up to which counting them is quicker than sorting them.
_DENSE: Final = 10_000_000

By = str | Sequence[str] | None


def groups(corpus: Corpus, by: By, *, table: str, units: bool = False) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """The group of each selected document, and the groups in order; a missing value is a group, and comes last.

    Without ``by`` all documents form one group and the groups' table has no columns. A column that the result table
    has too is prefixed ``document_``. With ``units`` documents counted in words and in characters are parted inside
    each group, and the last column is ``unit``.

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
    tables.require(corpus.everything, names, what="documents")
    if len(set(names)) < len(names):
        message = f"by names a column twice: {', '.join(names)}."
        raise ValueError(message)
    if corpus.is_whole:
        key = f"groups {names} {table} {units}"
        made: tuple[NDArray[np.int64], pd.DataFrame] = corpus.coded.kept(
            key, lambda: _grouped(corpus, names, table=table, units=units)
        )
        return made
    return _grouped(corpus, names, table=table, units=units)


def _grouped(corpus: Corpus, names: list[str], *, table: str, units: bool) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """The groups by the columns named."""
    parts = [corpus.codes(name) for name in names]
    if units:
        names = [*names, "unit"]
        parts.append((corpus.units, pd.Series(UNITS, dtype="str")))
    number = np.zeros(len(corpus), dtype=np.int64)
    for codes, values in parts:
        number *= len(values)
        number += codes
    return _numbered(number, parts=parts, names=names, table=table)


def _numbered(
    number: NDArray[np.int64], *, parts: list[tuple[NDArray[np.int64], pd.Series]], names: list[str], table: str
) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """Combinations of codes as numbers without holes, and the values that each combines."""
    size = int(np.prod([len(values) for _, values in parts], dtype=np.int64))
    if size <= _DENSE:
        present = np.flatnonzero(np.bincount(number, minlength=1))
        places = np.zeros(size, dtype=np.int64)
        places[present] = np.arange(len(present))
        found = places[number]
    else:
        present, found = np.unique(number, return_inverse=True)
    columns = {}
    left = present
    for name, (_, values) in zip(reversed(names), reversed(parts), strict=True):
        left, place = np.divmod(left, len(values))
        clashes = name in tables.COLUMNS[table] and name != "unit"
        columns[f"document_{name}" if clashes else name] = values.take(place).array
    rows = pd.RangeIndex(len(present) if parts else 1)
    return found, pd.DataFrame(dict(reversed(columns.items())), index=rows)
