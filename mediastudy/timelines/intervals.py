"""Intervals for rates and shares that stay honest at low counts."""

from __future__ import annotations

from statistics import NormalDist
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

# Documents with a hit that a series lends to each of its periods; simulation puts the coverage of 95 % intervals for
# clusters of 1 to 10 hits between 96.5 and 99 % with it, and down to 70 % without.
LENT: Final = 10


class Interval(NamedTuple):
    """The lower and upper ends, NaN where nothing was observed."""

    low: Numbers
    high: Numbers


def wilson(successes: ArrayLike, trials: ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Wilson's score interval of a share; NaN without trials.

    With p the share, n the trials and z the normal quantile, the ends are
    (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n).

    References
    ----------
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association 22(158), 209-212.

    Examples
    --------
    >>> low, high = wilson([0, 5], [10, 10])
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0, 0.237], [0.278, 0.763])
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    hits, n = np.asarray(successes, dtype=float), np.asarray(trials, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = hits / n
        centre = share + z**2 / (2 * n)
        half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
        low, high = (centre - half) / (1 + z**2 / n), (centre + half) / (1 + z**2 / n)
    # Rounding must not move the ends off 0 and 1 where they belong.
    return Interval(np.where(hits == 0, low * 0, low), np.where(hits == n, high * 0 + 1, high))


def poisson(counts: ArrayLike, exposure: ArrayLike, *, confidence: float = 0.95, effect: ArrayLike = 1.0) -> Interval:
    """The exact (Garwood) interval of a rate, widened by a design effect; NaN without exposure.

    The ends are χ²(α/2; 2k) / 2t and χ²(1-α/2; 2k+2) / 2t for k counts in exposure t. A design effect φ says that the
    counts vary φ times as much as Poisson counts do, as in quasi-Poisson models: k and t are then divided by it, so
    that k/φ independent clusters stand behind the rate. Without counts the lower end is 0.

    References
    ----------
    Garwood, F. (1936). Fiducial limits for the Poisson distribution. Biometrika 28(3/4), 437-442.
    McCullagh, P. and Nelder, J. A. (1989). Generalized Linear Models, 2nd ed., sections 4.5 and 6.2 (over-dispersion).
    Kish, L. (1965). Survey Sampling, section 8.2 (design effect).

    Examples
    --------
    >>> low, high = poisson([0, 3], 1)
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0, 0.619], [3.689, 8.767])
    """
    from scipy import special

    phi = np.asarray(effect, dtype=float)
    k = np.asarray(counts, dtype=float) / phi
    t = np.asarray(exposure, dtype=float) / phi
    tail = (1 - confidence) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(k > 0, special.gammaincinv(k, tail), 0.0) / t
        high = special.gammaincinv(k + 1, 1 - tail) / t
    return Interval(np.where(t > 0, low, np.nan), np.where(t > 0, high, np.nan))


def design_effect(hits: ArrayLike, documents_with_hit: ArrayLike, documents: ArrayLike, residual: ArrayLike) -> Numbers:
    """How many times more hits vary between documents than Poisson counts do, at least 1; one series a row.

    ``residual`` is Σ(h - rn)² over the documents of a period, with h hits and n tokens in a document and r the period's
    rate. A period's own effect is the variance of the ratio estimator over that of a Poisson count,
    φ = D/(D-1) Σ(h - rn)² / H for H hits in D documents. Few hits estimate it badly, and none not at all: a period's
    effect is therefore drawn towards the mean of its series. Both the mean over periods and the draw weigh a period by
    its documents with a hit, and the mean weighs as ten documents.

    References
    ----------
    Cochran, W. G. (1977). Sampling Techniques, 3rd ed., sections 6.3 and 9A.2 (variance of a ratio over clusters).
    Kish, L. (1965). Survey Sampling, section 8.2 (design effect).

    Examples
    --------
    >>> design_effect([[4, 0]], [[1, 0]], [[5, 5]], [[12.8, 0.0]]).round(2).tolist()
    [[4.0, 4.0]]
    """
    total, found = np.asarray(hits, dtype=float), np.asarray(documents_with_hit, dtype=float)
    size, spread = np.asarray(documents, dtype=float), np.asarray(residual, dtype=float)
    usable = (size > 1) & (total > 0)
    weight = np.where(usable, found, 0.0)
    own = np.divide(spread * size, (size - 1) * total, out=np.zeros_like(total), where=usable)
    weights = weight.sum(axis=1, keepdims=True)
    mean = np.divide((own * weight).sum(axis=1, keepdims=True), weights, out=np.ones_like(weights), where=weights > 0)
    return np.asarray(np.maximum(1.0, (own * weight + LENT * mean) / (weight + LENT)), dtype=float)
