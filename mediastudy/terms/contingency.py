"""Measures of a table of four cells, of which one corner and three margins are given.

Observed ``o11`` tokens of both kinds, ``row`` of the first kind, ``column`` of the second, ``total`` in all. Arrays
that broadcast to one shape in, arrays of that shape out; 0 ln 0 counts as 0.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]


def expected(row: ArrayLike, column: ArrayLike, total: ArrayLike) -> Numbers:
    """The first cell if the two kinds were independent.

    Examples
    --------
    >>> expected([4], [5], [20]).tolist()
    [1.0]
    """
    return np.asarray(np.asarray(row, float) * np.asarray(column, float) / np.asarray(total, float))


def log_likelihood(o11: ArrayLike, row: ArrayLike, column: ArrayLike, total: ArrayLike) -> Numbers:
    """G2 of the four cells, with the sign of observed minus expected.

    References
    ----------
    Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics
    19(1), 61-74.

    Examples
    --------
    >>> log_likelihood([2], [4], [4], [20]).round(7).tolist()
    [2.4142743]
    """
    observed, rows, columns, whole = (np.asarray(part, float) for part in (o11, row, column, total))
    difference = observed - expected(rows, columns, whole)
    others, rest = whole - rows, whole - columns
    # All four cells lie equally far from their expectations. Logarithms of 1 + distance / expectation keep their digits
    # where a small difference stands in a cell of many millions of tokens.
    value = (
        _term(observed, difference, expected(rows, columns, whole))
        + _term(rows - observed, -difference, expected(rows, rest, whole))
        + _term(columns - observed, -difference, expected(others, columns, whole))
        + _term(rest - rows + observed, difference, expected(others, rest, whole))
    )
    return np.asarray(np.sign(difference) * np.maximum(2 * value, 0))


def _term(cell: Numbers, difference: Numbers, expectation: Numbers) -> Numbers:
    """The cell times the logarithm of observed by expected."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(cell > 0, cell * np.log1p(difference / expectation), 0.0)


def chi_squared(o11: ArrayLike, row: ArrayLike, column: ArrayLike, total: ArrayLike, *, yates: bool = False) -> Numbers:
    """Pearson's chi-squared of the four cells, with the sign of observed minus expected.

    References
    ----------
    Yates, F. (1934). Contingency tables involving small numbers and the chi-squared test. Supplement to the Journal of
    the Royal Statistical Society 1(2), 217-235.

    Examples
    --------
    >>> chi_squared([2], [4], [4], [20]).tolist()
    [2.8125]
    """
    observed, rows, columns, whole = (np.asarray(part, float) for part in (o11, row, column, total))
    difference = observed - expected(rows, columns, whole)
    distance = np.abs(difference)
    # As scipy does it: the correction never carries a cell beyond its expectation.
    distance = distance - np.minimum(0.5, distance) if yates else distance
    with np.errstate(divide="ignore", invalid="ignore"):
        value = distance**2 * whole**3 / (rows * (whole - rows) * columns * (whole - columns))
    return np.asarray(np.sign(difference) * value)
