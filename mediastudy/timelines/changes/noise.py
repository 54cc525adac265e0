"""Series without a change, drawn at random: counts around a mean whose rate varies, each period leaning on the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from mediastudy.timelines.changes.segments import Integers, Numbers, Series

# Points at which the quantiles of the rate's variation are laid out, between which they are interpolated.
KNOTS: Final = 401
REACH: Final = 5.0


class Noise(NamedTuple):
    """How the rate varies around its mean: its variance, and how far one period's rate leans on the last one's.

    ``variance`` is that of the rate as a share of its mean, or of the logit for shares; ``correlation`` that of
    neighbouring periods for the part ``leaning`` of this variance, the rest being new in every period.
    """

    variance: float
    correlation: float
    leaning: float


def binomial_variance(series: Series, mean: Numbers) -> Numbers:
    """The variance of counts around their mean if the rate does not vary: Poisson, or binomial for shares."""
    return mean * (1 - mean / series.exposure) if series.share else mean


def slopes(series: Series, mean: Numbers) -> Numbers:
    """How much a count changes with the logarithm of its rate, or the logit of its share."""
    return binomial_variance(series, mean)


def excess(series: Series, mean: Numbers, fitted: int) -> float:
    """The variance of the rate beyond that of counting: where Pearson's statistic equals the freedom left.

    References
    ----------
    Breslow, N. E. (1984). Extra-Poisson variation in log-linear models. Applied Statistics 33(1), 38-44.
    """
    from scipy import optimize

    base, scale = binomial_variance(series, mean), slopes(series, mean) ** 2
    squares, freedom = (series.hits - mean) ** 2, max(len(mean) - fitted, 1)

    def apart(variance: float) -> float:
        return float((squares / (base + variance * scale)).sum() - freedom)

    if apart(0.0) <= 0:
        return 0.0
    return 50.0 if apart(50.0) > 0 else float(optimize.brentq(apart, 0.0, 50.0))


def correlations(place: Integers, correlation: float, leaning: float) -> Numbers:
    """The matrix of correlations between periods, those not covered counting as steps of time.

    Examples
    --------
    >>> correlations(np.array([0, 1, 3]), 0.5, 1.0)[0].tolist()
    [1.0, 0.5, 0.125]
    """
    apart = np.abs(place[:, None] - place[None, :])
    return np.where(apart == 0, 1.0, leaning * np.power(correlation, apart))


def draws(series: Series, mean: Numbers, noise: Noise, *, size: int, chance: np.random.Generator) -> Numbers:
    """So many series in rows, with the mean and the noise; a gamma rate makes negative binomial counts."""
    from scipy import special

    if noise.variance > 0:
        root = np.linalg.cholesky(correlations(series.place, noise.correlation, noise.leaning))
        normal = chance.standard_normal((size, len(mean))) @ root.T
    else:
        normal = np.zeros((size, len(mean)))
    if series.share:
        # The mean of a varying logit lies nearer to a half than the logit of the mean; widening undoes that.
        wide = np.sqrt(1 + noise.variance * 0.346)
        logit = special.logit(np.clip(mean / series.exposure, 1e-9, 1 - 1e-9)) * wide
        drawn = chance.binomial(
            series.exposure.astype(np.int64), special.expit(logit + np.sqrt(noise.variance) * normal)
        )
        return np.asarray(drawn, dtype=float)
    factor = np.ones_like(normal)
    if noise.variance > 0:
        knots = np.linspace(-REACH, REACH, KNOTS)
        values = special.gammaincinv(1 / noise.variance, special.ndtr(knots)) * noise.variance
        factor = np.interp(normal, knots, values)
    return np.asarray(chance.poisson(factor * mean), dtype=float)
