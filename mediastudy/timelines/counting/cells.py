"""The cells of a timeline, a period of a group each, and what every document and cluster adds to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy.corpus import groups, periods
from mediastudy.timelines.counting.clusters import codes

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus, Hits
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every

Integers = NDArray[np.int64]


class Cells(NamedTuple):
    """The cells, numbered group * periods + period.

    Attributes
    ----------
    cell : of each selected document; ``len(tokens)`` for one that belongs to no period
    lengths : tokens of each selected document
    unit : number of the cluster of each selected document; ``len(cluster_cell)`` for one that belongs to no period
    cluster_cell, cluster_tokens, cluster_documents : the cell of each cluster, and what it holds
    cluster_code : the number of its story (or day, or document) among all, the same in every cell it reaches into
    documents, tokens, stories : of each cell; stories are clusters
    periods : ``period``, ``period_end``, ``period_label``
    groups : the columns in ``by``, and ``unit``
    shape : how many groups and periods
    """

    cell: Integers
    lengths: Integers
    unit: Integers
    cluster_cell: Integers
    cluster_tokens: Integers
    cluster_documents: Integers
    cluster_code: Integers
    documents: Integers
    tokens: Integers
    stories: Integers
    periods: pd.DataFrame
    groups: pd.DataFrame
    shape: tuple[int, int]


def cells(corpus: Corpus, *, every: Every, by: By = None, cluster: str = "story") -> Cells:
    """The cells of a corpus.

    Parameters
    ----------
    corpus : the documents
    every : a kind of calendar period, or a table of own periods
    by : columns of the documents to group by
    cluster : story, day or document: what is taken as independent. Clusters are numbered within cells, so that a story
        in two cells is two clusters

    Raises
    ------
    ValueError
        If ``every`` or ``cluster`` is unknown, or the documents lack a column in ``by``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": "Aid came", "date": ["1994", "1996"]})
    >>> made = cells(Corpus.build(documents), every="year")
    >>> made.tokens.tolist(), made.cell.tolist(), made.periods["period_label"].tolist()
    ([2, 0, 2], [0, 2], ['1994', '1995', '1996'])
    """
    every = periods.chosen(every)
    group, found = groups(corpus, by, table="timeline", units=True)
    number, listed = _periods(corpus, every)
    shape = (len(found), len(listed))
    total = shape[0] * shape[1]
    cell = np.where(number >= 0, group * shape[1] + number, total).astype(np.int64)
    code, unit, cluster_cell = _clusters(cell, codes(corpus, cluster), total)
    return Cells(
        cell,
        corpus.lengths,
        unit,
        cluster_cell,
        summed(unit, corpus.lengths, len(cluster_cell)),
        summed(unit, np.ones_like(unit), len(cluster_cell)),
        code,
        summed(cell, np.ones_like(cell), total),
        summed(cell, corpus.lengths, total),
        summed(cluster_cell, np.ones_like(cluster_cell), total),
        periods.described(listed, every),
        found,
        shape,
    )


def per_cluster(cells: Cells, hits: Hits) -> Integers:
    """The hits in each cluster.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid and aid"], "date": ["1994"]}))
    >>> per_cluster(cells(corpus, every="year"), match(corpus, "aid")).tolist()
    [2]
    """
    return summed(cells.unit[hits.document], np.ones_like(hits.document), len(cells.cluster_cell))


def with_hit(cells: Cells, hits: Hits) -> Integers:
    """The documents with a hit in each cell.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid and aid"], "date": ["1994"]}))
    >>> with_hit(cells(corpus, every="year"), match(corpus, "aid")).tolist()
    [1]
    """
    found = documents_with_hit(hits)
    return summed(cells.cell[found], np.ones_like(found), len(cells.tokens))


def documents_with_hit(hits: Hits) -> Integers:
    """The numbers of the documents that have a hit, ascending.

    Examples
    --------
    >>> from mediastudy.corpus import Hits
    >>> documents_with_hit(Hits(np.array([1, 1, 4]), np.array([0, 2, 9]), np.array([1, 3, 10]))).tolist()
    [1, 4]
    """
    first = np.append(True, np.diff(hits.document) != 0)[: len(hits.document)]
    found: Integers = hits.document[first].astype(np.int64)
    return found


def summed(places: Integers, values: Integers, size: int) -> Integers:
    """The sum of the values at each of the places from 0 below ``size``; others are left out.

    Examples
    --------
    >>> summed(np.array([0, 2, 2, 3]), np.array([1, 2, 3, 4]), 3).tolist()
    [1, 0, 5]
    """
    # Sums of whole numbers below 2 ** 53 are exact in floating point.
    sums: Integers = np.bincount(places, weights=values, minlength=size + 1)[:size].astype(np.int64)
    return sums


def _periods(corpus: Corpus, every: Every) -> tuple[Integers, Integers]:
    """The place of each document among the periods, negative if it has none, and their numbers."""
    number = periods.placed(corpus, every)
    placed = number != periods.NOWHERE
    if isinstance(every, pd.DataFrame):
        return np.where(placed, number, -1), np.arange(len(every))
    first, last = (int(number[placed].min()), int(number.max())) if placed.any() else (0, -1)
    return np.where(placed, number - first, -1), np.arange(first, last + 1)


def _clusters(cell: Integers, code: Integers, total: int) -> tuple[Integers, Integers, Integers]:
    """The code of each cluster, the number of the cluster of each document, and the cell of each cluster."""
    size = int(code.max(initial=0)) + 1
    # Documents outside the cells sort last, and their clusters are none.
    keys, unit = np.unique(cell * size + code, return_inverse=True)
    held = int(np.searchsorted(keys, total * size))
    cluster_cell, of_all = np.divmod(keys[:held], size)
    return of_all, np.minimum(unit, held).astype(np.int64), cluster_cell
