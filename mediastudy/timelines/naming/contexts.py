"""The words around names as vectors, so that names used alike can be told from names that merely stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.corpus import Hits, TokenIndex

SPAN: Final = 4

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Places(NamedTuple):
    """Where names occur: the number of the name, its first position, and how many tokens it has."""

    name: Integers
    start: Integers
    length: Integers

    def taken(self, kept: Flags) -> Places:
        """Some of the places."""
        return Places(*(part[kept] for part in self))


def near(places: Places, hits: Hits, reach: int) -> Flags:
    """Which places share a token with a hit, or with the ``reach`` tokens on either side of one.

    Examples
    --------
    >>> from mediastudy.corpus import Hits
    >>> hits = Hits(np.array([0]), np.array([5]), np.array([7]))
    >>> near(Places(np.arange(3), np.array([2, 4, 6]), np.ones(3, dtype=np.int64)), hits, 1).tolist()
    [False, True, True]
    """
    if not len(hits.start):
        return np.zeros(len(places.start), dtype=bool)
    following = np.searchsorted(np.maximum.accumulate(hits.end), places.start - reach, side="right")
    begins = np.append(hits.start, np.iinfo(np.int64).max)[following]
    return np.asarray(begins < places.start + places.length + reach)


def around(index: TokenIndex, places: Places) -> Iterator[tuple[Integers, Integers]]:
    """The names and the features of the tokens up to ``SPAN`` steps beside the places, one step and side at a time.

    A feature is the type of the token with its side: twice the type's number, and one more on the right. Tokens of
    other documents are none.

    Examples
    --------
    >>> from mediastudy.corpus import TokenIndex
    >>> one = np.ones(1, dtype=np.int64)
    >>> found = around(TokenIndex.build(["to Orlo by"]), Places(one * 0, one, one))
    >>> [feature.tolist() for _, feature in found][:2]
    [[4], [1]]
    """
    document = index.documents_at(places.start)
    opening, closing = index.offsets[document], index.offsets[document + 1]
    for step in range(1, SPAN + 1):
        left, right = places.start - step, places.start + places.length - 1 + step
        for side, (position, inside) in enumerate(((left, left >= opening), (right, right < closing))):
            yield places.name[inside], 2 * index.types_at(position[inside]).astype(np.int64) + side


def vectors(index: TokenIndex, places: Places, names: int) -> Any:
    """A sparse matrix with a row of length 1 per name: what its surroundings have more of than the corpus.

    A feature that stands n times in m tokens beside a name, and f times among all N tokens, weighs log2(1 + n) times
    its positive pointwise mutual information, log2(n N / (m f)), or nothing if this is below 0.

    References
    ----------
    Turney, P. D. and Pantel, P. (2010). From frequency to meaning: Vector space models of semantics. Journal of
    Artificial Intelligence Research 37, 141-188.

    Examples
    --------
    >>> from mediastudy.corpus import TokenIndex
    >>> places = Places(np.array([0, 1]), np.array([1, 4]), np.array([1, 1]))
    >>> made = vectors(TokenIndex.build(["to Orlo by", "to Vela by", "no one"]), places, 2)
    >>> float((made @ made.T).toarray()[0, 1].round(3))
    1.0
    """
    from scipy import sparse

    name, feature = (np.concatenate(parts) for parts in zip(*around(index, places), strict=True))
    kinds = 2 * len(index.types)
    keys, counts = np.unique(name * kinds + feature, return_counts=True)
    row, column = np.divmod(keys, max(kinds, 1))
    beside = np.bincount(row, weights=counts, minlength=names)
    frequency = np.diff(index.starts)[column // 2]
    weight = np.log2(1 + counts) * np.maximum(np.log2(counts * len(index) / (beside[row] * frequency)), 0)
    length = np.sqrt(np.bincount(row, weights=weight**2, minlength=names))
    scaled = np.divide(weight, length[row], out=np.zeros_like(weight), where=length[row] > 0)
    return sparse.csr_array((scaled, (row, column)), shape=(names, kinds))
