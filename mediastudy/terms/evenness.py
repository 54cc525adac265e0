"""How evenly types are spread over the parts of a corpus: measures that compare counts with sizes of parts.

A type's count in a part is v, the part's size s and its share of all tokens S; f is the type's frequency, n the number
of parts, p = v / s. Parts without tokens do not count. Every function takes a :class:`Spread` and gives one value per
type.
"""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Integers = NDArray[np.integer]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Spread:
    """Counts of types that occur, one entry for each type and part that occur together, ordered by type.

    Attributes
    ----------
    count : tokens of the type in the part
    size : tokens of the part
    starts : where each type's entries start
    sizes : the sizes of all parts with tokens
    """

    count: Numbers
    size: Numbers
    starts: Integers
    sizes: Numbers

    @classmethod
    def of(cls, counts: Any, sizes: ArrayLike) -> Spread:
        """The spread of a matrix of counts, parts in rows and types in columns, every type occurring.

        Examples
        --------
        >>> Spread.of(np.array([[1], [2], [0]]), [4, 4, 4]).count.tolist()
        [1.0, 2.0]
        """
        from scipy import sparse

        columns = sparse.csc_array(counts)
        tokens = np.asarray(sizes, float)
        return cls(columns.data.astype(float), tokens[columns.indices], columns.indptr[:-1], tokens[tokens > 0])

    @functools.cached_property
    def range(self) -> Integers:
        """The number of parts with the type."""
        return np.diff(np.append(self.starts, len(self.count)))

    @functools.cached_property
    def frequency(self) -> Numbers:
        """The tokens of the type."""
        return self.sum(self.count)

    @functools.cached_property
    def rate(self) -> Numbers:
        """Of each entry, p."""
        return np.asarray(self.count / self.size)

    @functools.cached_property
    def held(self) -> Numbers:
        """Of each entry, v / f."""
        return np.asarray(self.count / self.each(self.frequency))

    @functools.cached_property
    def share(self) -> Numbers:
        """Of each entry, S."""
        return np.asarray(self.size / self.sizes.sum())

    def sum(self, entries: Numbers) -> Numbers:
        """The sum of each type's entries."""
        return np.asarray(np.add.reduceat(entries, self.starts))

    def each(self, values: NDArray[Any]) -> NDArray[Any]:
        """A value per type, repeated for each of its entries."""
        return np.repeat(values, self.range)


def dp(spread: Spread) -> Numbers:
    """Gries's deviation of proportions, half the sum of |v/f - S| over all parts.

    References
    ----------
    Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics
    13(4), 403-437.

    Examples
    --------
    >>> dp(Spread.of(np.array([[1], [2], [3], [4], [5]]), [9, 10, 10, 10, 11])).round(4).tolist()
    [0.18]
    """
    # Both v/f and S sum to 1, so what lies above is half of all deviation; parts without the type lie below.
    return spread.sum(np.maximum(spread.held - spread.share, 0))


def dp_norm(spread: Spread) -> Numbers:
    """DP divided by 1 - the smallest S, its largest value; missing if there is one part alone.

    References
    ----------
    Lijffijt, J. and Gries, S. Th. (2012). Correction to Stefan Th. Gries' "Dispersions and adjusted frequencies in
    corpora". International Journal of Corpus Linguistics 17(1), 147-149.

    Examples
    --------
    >>> dp_norm(Spread.of(np.array([[2], [1], [0]]), [4, 4, 4])).round(4).tolist()
    [0.5]
    """
    with np.errstate(invalid="ignore"):
        return np.asarray(dp(spread) / (1 - spread.sizes.min() / spread.sizes.sum()))


def juilland_d(spread: Spread) -> Numbers:
    """Juilland's D, 1 - (population standard deviation of p / mean of p) / root of (n - 1); missing for one part.

    References
    ----------
    Juilland, A. and Chang-Rodríguez, E. (1964). Frequency dictionary of Spanish words. Mouton. With relative
    frequencies for parts of unequal size, as in Gries (2008).

    Examples
    --------
    >>> juilland_d(Spread.of(np.array([[0], [4], [3], [2], [1]]), [10] * 5)).round(4).tolist()
    [0.6464]
    """
    n = len(spread.sizes)
    mean = spread.sum(spread.rate) / n
    squares = spread.sum((spread.rate - spread.each(mean)) ** 2) + (n - spread.range) * mean**2
    with np.errstate(invalid="ignore"):
        return np.asarray(1 - np.sqrt(squares / n) / mean / np.sqrt(n - 1))


def carroll_d2(spread: Spread, *, counts: bool = False) -> Numbers:
    """Carroll's D2, the entropy of p / sum p (or of v / f with ``counts``) by its largest value; missing for one part.

    References
    ----------
    Carroll, J. B. (1970). An alternative to Juilland's usage coefficient for lexical frequencies. ETS Research
    Bulletin RB-70-53.

    Examples
    --------
    >>> carroll_d2(Spread.of(np.array([[2], [1], [1], [1], [0]]), [10] * 5)).round(4).tolist()
    [0.8277]
    """
    held = spread.held if counts else spread.rate / spread.each(spread.sum(spread.rate))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(-spread.sum(held * np.log2(held)) / np.log2(len(spread.sizes)))


def rosengren_s(spread: Spread) -> Numbers:
    """Rosengren's S, the square of the sum of root(v S), by f.

    References
    ----------
    Rosengren, I. (1971). The quantitative concept of language and its relation to the structure of frequency
    dictionaries. Études de linguistique appliquée 1, 103-127.

    Examples
    --------
    >>> rosengren_s(Spread.of(np.array([[1], [2], [3], [4], [5]]), [10] * 5)).round(3).tolist()
    [0.937]
    """
    return np.asarray(spread.sum(np.sqrt(spread.count * spread.share)) ** 2 / spread.frequency)


def da(spread: Spread) -> Numbers:
    """DA, 1 - the mean difference of p between any two parts, by twice the mean of p; missing for one part.

    References
    ----------
    Burch, B., Egbert, J. and Biber, D. (2017). Measuring and interpreting lexical dispersion in corpus linguistics.
    Journal of Research Design and Statistics in Linguistics and Communication Science 3(2), 189-216.

    Examples
    --------
    >>> da(Spread.of(np.array([[1], [2], [3], [4], [5]]), [10] * 5)).round(4).tolist()
    [0.6667]
    """
    n = len(spread.sizes)
    ascending = spread.rate.copy()
    # Sorting each type's few entries in place is several times faster than one sort of all.
    for start, end in itertools.pairwise([*spread.starts.tolist(), len(ascending)]):
        ascending[start:end].sort()
    # In ascending order, parts without the type first, the k-th p is added k - 1 times and taken away n - k times.
    rank = np.arange(1, len(ascending) + 1) - spread.each(spread.starts) + spread.each(n - spread.range)
    differences = spread.sum((2 * rank - n - 1) * ascending)
    with np.errstate(invalid="ignore"):
        return np.asarray(1 - differences / ((n - 1) * spread.sum(spread.rate)))


def kld(spread: Spread) -> Numbers:
    """The Kullback-Leibler divergence of v/f from S, in bits.

    References
    ----------
    Gries, S. Th. (2020). Analyzing dispersion. In M. Paquot and S. Th. Gries (eds), A practical handbook of corpus
    linguistics, 99-118. Springer.

    Examples
    --------
    >>> kld(Spread.of(np.array([[1], [2], [3], [4], [5]]), [9, 10, 10, 10, 11])).round(3).tolist()
    [0.137]
    """
    return spread.sum(spread.held * np.log2(spread.held / spread.share))
