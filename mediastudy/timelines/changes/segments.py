"""Counts over time cut into stretches of one rate: the best cuts, and how probable each date is.

The likelihood of every stretch is laid out on a grid of rates, which serves Poisson, negative binomial and
beta-binomial counts alike: its largest value is the fit of a stretch, its mean under a prior the evidence for it. Both
are exact but for the width of the grid. A cut is the number of the first period of the new regime.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Integers = NDArray[np.int64]

# Periods that a stretch has at least: a single one is an event, and no regime.
SHORTEST: Final = 2
# Rates of the grid, and how far it reaches beyond the rates seen, in natural logarithms.
POINTS: Final = 320
MARGIN: Final = 1.2
# Sizes of the negative binomial that are tried; the last is Poisson (or binomial).
SIZES: Final = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 9.0, 14.0, 25.0, 50.0, 100.0, np.inf)
MOST: Final = 5
# Log-likelihood that a size must gain to be preferred to none: one in ten Poisson series does (half a chi-squared).
ENOUGH: Final = 0.8
RANDOM_ERROR: Final = 1e-12


class Series(NamedTuple):
    """One series of counts: the covered periods alone, ``place`` being their number among all."""

    hits: Numbers
    exposure: Numbers
    place: Integers
    share: bool


class Stretches(NamedTuple):
    """Logarithms for the stretch from period i to before period j: its best fit, and its evidence."""

    fit: Numbers
    evidence: Numbers


def grid(series: Series) -> Numbers:
    """Logarithms of rates, or logits of shares, that hold every rate a stretch may have.

    Every stretch is made of pieces of two and three periods, so that its rate lies between theirs.

    Examples
    --------
    >>> made = grid(Series(np.array([1.0, 1, 9, 9]), np.full(4, 10.0), np.arange(4), share=False))
    >>> np.exp(made[[0, -1]]).round(2).tolist()
    [0.03, 2.99]
    """
    count, exposure = (np.concatenate([[0.0], np.cumsum(part)]) for part in (series.hits, series.exposure))
    pieces = [(part[width:] - part[:-width]) for part in (count, exposure) for width in (2, 3) if len(part) > width]
    half = len(pieces) // 2
    hits, size = np.concatenate(pieces[:half]), np.concatenate(pieces[half:])
    other = size - hits + 0.25 if series.share else size
    centre = np.log(np.maximum(hits, 0.25) / other)
    return np.linspace(centre.min() - MARGIN, centre.max() + MARGIN, POINTS)


def likelihoods(series: Series, rates: Numbers, size: float) -> Numbers:
    """The log-likelihood of every period, in rows, at every rate of the grid.

    A size says how the rate varies around that of its stretch: gamma with variance 1/size of the squared rate for
    counts (negative binomial), beta with precision size for shares (beta-binomial); infinite if not at all.
    """
    from scipy import special

    y, n = series.hits[:, None], series.exposure[:, None]
    ways_to_fall = -special.gammaln(y + 1)
    if series.share:
        p = special.expit(rates)[None, :]
        ways_to_fall = special.gammaln(n + 1) - special.gammaln(y + 1) - special.gammaln(n - y + 1)
        if np.isinf(size):
            return np.asarray(ways_to_fall + y * np.log(p) + (n - y) * np.log1p(-p))
        a, b = size * p, size * (1 - p)
        return np.asarray(ways_to_fall + special.betaln(y + a, n - y + b) - special.betaln(a, b))
    mean = n * np.exp(rates)[None, :]
    if np.isinf(size):
        return np.asarray(ways_to_fall + y * np.log(mean) - mean)
    constant = ways_to_fall + special.gammaln(y + size) - special.gammaln(size)
    return np.asarray(constant + y * np.log(mean / (mean + size)) - size * np.log1p(mean / size))


def prior(series: Series, rates: Numbers) -> Numbers:
    """Log weights of the rates: exponential around the rate of the whole series, or uniform for shares."""
    from scipy import special

    if series.share:
        weight = special.log_expit(rates) + special.log_expit(-rates)
    else:
        apart = rates - np.log(max(series.hits.sum(), 0.5) / series.exposure.sum())
        weight = apart - np.exp(apart)
    return np.asarray(weight - special.logsumexp(weight))


def stretches(series: Series, size: float, *, evidence: bool = True) -> Stretches:
    """The fit and the evidence of every stretch of two periods or more; minus infinity for shorter ones."""
    rates = grid(series)
    total = len(series.hits)
    summed = np.concatenate([np.zeros((1, POINTS)), np.cumsum(likelihoods(series, rates, size), axis=0)])
    weight = prior(series, rates)
    fit, known = (np.full((total + 1, total + 1), -np.inf) for _ in range(2))
    for first in range(total - SHORTEST + 1):
        part = summed[first + SHORTEST :] - summed[first]
        top = part.max(axis=1)
        fit[first, first + SHORTEST :] = top
        if evidence:
            known[first, first + SHORTEST :] = top + np.log(np.exp(part + weight - top[:, None]).sum(axis=1))
    return Stretches(fit, known)


def best(fit: Numbers, most: int) -> list[tuple[float, list[int]]]:
    """For 0, 1, ... cuts the largest log-likelihood and the cuts, by dynamic programming; ties take the earliest.

    References
    ----------
    Auger, I. E. and Lawrence, C. E. (1989). Algorithms for the optimal identification of segment neighborhoods.
    Bulletin of Mathematical Biology 51(1), 39-54.

    Examples
    --------
    >>> series = Series(np.array([1.0, 1, 9, 9]), np.full(4, 10.0), np.arange(4), share=False)
    >>> [cuts for _, cuts in best(stretches(series, np.inf).fit, 1)]
    [[], [2]]
    """
    total = len(fit) - 1
    reached = fit[0]
    came: list[NDArray[np.intp]] = []
    found: list[tuple[float, list[int]]] = [(float(reached[total]), [])]
    for _ in range(min(most, total // SHORTEST - 1)):
        joined = reached[:, None] + fit
        came.append(joined.argmax(axis=0))
        reached = joined.max(axis=0)
        cuts: list[int] = []
        end = total
        for step in reversed(came):
            end = int(step[end])
            cuts.append(end)
        found.append((float(reached[total]), cuts[::-1]))
    return found


def _sums(known: Numbers, most: int) -> Numbers:
    """Log evidence of the periods up to each, for 0, 1, ... cuts in rows, summed over all ways to cut."""
    rows = [known[0]]
    for _ in range(most):
        joined = rows[-1][:, None] + known
        top = np.maximum(joined.max(axis=0), -1e300)
        with np.errstate(divide="ignore"):
            rows.append(top + np.log(np.exp(joined - top).sum(axis=0)))
    return np.array(rows)


def ways(total: int, most: int) -> Numbers:
    """Logarithm of the number of ways to cut so many periods 0, 1, ... times."""
    from scipy import special

    k = np.arange(most + 1)
    free = total - SHORTEST * (k + 1)
    return np.where(free >= 0, np.log(np.maximum(special.comb(np.maximum(free, 0) + k, k), 1.0)), np.inf)


def dates(known: Numbers, cuts: int) -> Numbers:
    """The posterior probability of each period to be the first, second ... cut, in rows, given their number.

    References
    ----------
    Fearnhead, P. (2006). Exact and efficient Bayesian inference for multiple changepoint problems. Statistics and
    Computing 16(2), 203-213.

    Examples
    --------
    >>> series = Series(np.array([1.0, 1, 1, 1, 1, 9, 9, 9, 9, 9]), np.ones(10), np.arange(10), share=False)
    >>> int(dates(stretches(series, np.inf).evidence, 1)[0].argmax())
    5
    """
    before, after = _sums(known, cuts), _sums(known[::-1, ::-1].T, cuts)[:, ::-1]
    joint = np.array([before[number] + after[cuts - 1 - number] for number in range(cuts)])
    weights = np.exp(joint - joint.max(axis=1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def numbers_of_cuts(known: Numbers, most: int) -> Numbers:
    """Posterior probability of 0, 1, ... cuts, all numbers and all ways to make so many cuts being alike before."""
    weights = _sums(known, most)[:, -1] - ways(len(known) - 1, most)
    weights = np.exp(weights - weights.max())
    return np.asarray(weights / weights.sum())


def probability(known: Numbers, most: int, first: int, last: int) -> float:
    """The posterior probability that a cut lies in the periods from first to last, over all numbers of cuts."""
    barred = known.copy()
    barred[first : last + 1] = -np.inf
    spread = ways(len(known) - 1, most)
    whole, without = (_sums(part, most)[:, -1] - spread for part in (known, barred))
    top = whole.max()
    return float(1 - np.exp(without - top).sum() / np.exp(whole - top).sum())


def size_of(series: Series, cuts: int) -> float:
    """The size that fits best with so many cuts; infinite (no variation) unless another gains enough to be believed."""
    found = [best(stretches(series, size, evidence=False).fit, cuts)[-1][0] for size in SIZES]
    top = int(np.argmax(found))
    return SIZES[top] if found[top] > found[-1] + ENOUGH else float("inf")


def shortest(weights: Numbers, confidence: float, cut: int) -> tuple[int, int]:
    """The first and last period of the shortest run that holds so much of the weight, widened to hold the cut.

    Examples
    --------
    >>> shortest(np.array([0.0, 0.1, 0.5, 0.3, 0.1]), 0.75, 2)
    (2, 3)
    """
    summed = np.concatenate([[0.0], np.cumsum(weights)])
    held = summed[None, :] - summed[:, None] >= confidence - RANDOM_ERROR
    first, last = np.nonzero(held)
    if not len(first):
        return 0, len(weights) - 1
    # Of equally short runs the heaviest.
    order = np.lexsort((-(summed[last] - summed[first]), last - first))
    return min(int(first[order[0]]), cut), max(int(last[order[0]]) - 1, cut)
