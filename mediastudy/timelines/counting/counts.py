"""What a phrase adds up to in each cell, and how much it varies from one cluster to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.timelines.counting.cells import Cells, documents_with_hit, per_cluster, summed
from mediastudy.timelines.intervals import design_effect, share_effect

if TYPE_CHECKING:
    from mediastudy.corpus import Hits
    from mediastudy.timelines.counting.per import Exposure

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Counts(NamedTuple):
    """The counts of a phrase.

    Attributes
    ----------
    hits, documents_with_hit, stories_with_hit : of each cell
    of_cluster, documents_of_cluster : hits and documents with a hit of each cluster
    """

    hits: Integers
    documents_with_hit: Integers
    stories_with_hit: Integers
    of_cluster: Integers
    documents_of_cluster: Integers


def counts(cells: Cells, hits: Hits) -> Counts:
    """The counts of what a phrase finds.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> from mediastudy.timelines.counting.cells import cells
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid and aid"], "date": ["1994"]}))
    >>> found = counts(cells(corpus, every="year"), match(corpus, "aid"))
    >>> found.hits.tolist(), found.documents_with_hit.tolist()
    ([2], [1])
    """
    total, clusters = len(cells.tokens), len(cells.cluster_cell)
    of_cluster, found = per_cluster(cells, hits), documents_with_hit(hits)
    documents = summed(cells.unit[found], np.ones_like(found), clusters)
    return Counts(
        summed(cells.cluster_cell, of_cluster, total),
        summed(cells.cluster_cell, documents, total),
        summed(cells.cluster_cell, (of_cluster > 0).astype(np.int64), total),
        of_cluster,
        documents,
    )


def rate_spread(cells: Cells, found: Counts, exposure: Exposure) -> Numbers:
    """Σ(h - rn)² over the clusters of each cell, with h hits and exposure n of a cluster and r the rate of the cell.

    Where the exposure is known from elsewhere it is Σh², as of clusters among many more that have no hit.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.nan_to_num(found.hits / exposure.cell, nan=0.0, posinf=0.0)
    return _squares(cells, found.of_cluster, exposure.cluster, rate)


def rate_effects(cells: Cells, found: Counts, exposure: Exposure, *, copies: bool) -> Numbers:
    """The design effect of the rate of each cell; ``copies`` says that clusters are copies of one text."""
    sizes = cells.cluster_documents.astype(float) if exposure.known else exposure.cluster
    own = _copying(cells, sizes) if copies else np.ones(len(cells.stories))
    stories = np.full(len(cells.stories), np.inf) if exposure.known else cells.stories
    parts = (found.hits, found.stories_with_hit, stories, rate_spread(cells, found, exposure))
    shaped = (part.reshape(cells.shape) for part in parts)
    return design_effect(*shaped, copies=own.reshape(cells.shape)).ravel()


def share_effects(cells: Cells, found: Counts, *, copies: bool) -> Numbers:
    """The design effect of the share of each cell."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.nan_to_num(found.documents_with_hit / cells.documents, nan=0.0)
    sizes = cells.cluster_documents.astype(float)
    spread = _squares(cells, found.documents_of_cluster, sizes, share)
    squares = _sum(cells, sizes * sizes)
    parts = (found.documents_with_hit, cells.documents, spread, squares, found.stories_with_hit)
    shaped = (part.reshape(cells.shape) for part in parts)
    return share_effect(*shaped, prior=float(copies)).ravel()


def _copying(cells: Cells, weights: Numbers) -> Numbers:
    """The mean number of copies of the stories of each cell, by weight; 1 where there is none."""
    wholes, sums = _sum(cells, weights), _sum(cells, weights * cells.cluster_documents)
    return np.divide(sums, wholes, out=np.ones_like(wholes), where=wholes > 0)


def _squares(cells: Cells, values: Integers, sizes: Numbers, ratio: Numbers) -> Numbers:
    """The sum over the clusters of each cell of the squares of their values less the ratio times their sizes.

    The products are whole numbers, whose sums do not depend on the order of the clusters.
    """
    mixed, own, whole = (_sum(cells, part) for part in (values * sizes, values * values, sizes * sizes))
    return np.maximum(0.0, own - 2 * ratio * mixed + ratio**2 * whole)


def _sum(cells: Cells, values: Integers | Numbers) -> Numbers:
    """The sum of the values of the clusters of each cell."""
    # Without clusters bincount gives whole numbers, whatever the weights.
    return np.bincount(cells.cluster_cell, weights=values, minlength=len(cells.tokens)).astype(np.float64)
