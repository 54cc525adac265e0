"""Trends by ranks: Mann and Kendall's test, with its correction for autocorrelation, and the median slope."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from mediastudy.timelines.changes.segments import Integers, Numbers

# Autocorrelations beyond these ends are counted (Hamed and Rao take a level of 10 %).
LEVEL: Final = 0.10


class Ranked(NamedTuple):
    """Kendall's tau-b, the corrected p and the plain one, the correction, the corrected deviation of Kendall's S."""

    tau: float
    p: float
    p_uncorrected: float
    correction: float
    deviation: float


def mann_kendall(values: Numbers, time: Numbers, place: Integers) -> Ranked:
    """The test of values that rise or fall with time, with Hamed and Rao's correction, which is at least 1.

    S is the number of pairs that rise less those that fall; its variance without autocorrelation is
    (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 for ties of t values. It is multiplied by
    1 + 2 / (n(n-1)(n-2)) Σ (n-i)(n-i-1)(n-i-2) r(i), where r(i) is the autocorrelation at lag i of the ranks of the
    values freed of their median slope, if it differs from 0 at the 10 % level. Lags count all periods, covered or not.

    References
    ----------
    Kendall, M. G. (1975). Rank Correlation Methods, 4th ed., chapters 3 and 4.
    Hamed, K. H. and Rao, A. R. (1998). A modified Mann-Kendall trend test for autocorrelated data. Journal of Hydrology
    204(1-4), 182-196.

    Examples
    --------
    >>> found = mann_kendall(np.array([1.0, 2, 3, 4]), np.arange(4.0), np.arange(4))
    >>> round(found.tau, 3), round(found.p, 3)
    (1.0, 0.089)
    """
    total = len(values)
    first, second = np.triu_indices(total, 1)
    score = float(np.sign(values[second] - values[first]).sum())
    ties = np.unique(values, return_counts=True)[1].astype(float)
    variance = (total * (total - 1) * (2 * total + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18
    pairs = total * (total - 1) / 2
    tau = score / np.sqrt(pairs * (pairs - (ties * (ties - 1)).sum() / 2))
    effect = correction(values - np.median(_slopes(values, time)) * time, place)
    plain, corrected = (_p(score, spread) for spread in (variance, variance * effect))
    return Ranked(float(tau), corrected, plain, effect, float(np.sqrt(variance * effect)))


def _p(score: float, variance: float) -> float:
    """The two-sided p of Kendall's S, with the correction for continuity."""
    z = max(abs(score) - 1, 0) / np.sqrt(variance)
    return float(2 * (1 - NormalDist().cdf(z)))


def _slopes(values: Numbers, time: Numbers) -> Numbers:
    """The slopes between all pairs."""
    first, second = np.triu_indices(len(values), 1)
    return np.asarray((values[second] - values[first]) / (time[second] - time[first]))


def correction(rest: Numbers, place: Integers) -> float:
    """What autocorrelation of values without trend multiplies the variance of Kendall's S by, at least 1.

    Examples
    --------
    >>> correction(np.array([1.0, -1, 1, -1, 1, -1]), np.arange(6))
    1.0
    """
    from scipy import stats

    total = len(rest)
    ranks = stats.rankdata(rest) - (total + 1) / 2
    square = (ranks**2).mean()
    if square == 0:
        return 1.0
    apart = place[:, None] - place[None, :]
    bound = NormalDist().inv_cdf(1 - LEVEL / 2) / np.sqrt(total)
    summed = 0.0
    for lag in range(1, total - 2):
        # Divided by all periods, as autocorrelations are, so that long lags weigh little.
        related = float((ranks[:, None] * ranks[None, :])[apart == lag].sum() / total / square)
        if abs(related) > bound:
            summed += (total - lag) * (total - lag - 1) * (total - lag - 2) * related
    return float(max(1.0, 1 + 2 * summed / (total * (total - 1) * (total - 2))))


def theil_sen(values: Numbers, time: Numbers, deviation: float, confidence: float) -> tuple[float, float, float]:
    """The median of the slopes between all pairs, and the ends of its interval, given the deviation of Kendall's S.

    References
    ----------
    Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. Journal of the American
    Statistical Association 63(324), 1379-1389.

    Examples
    --------
    >>> theil_sen(np.array([0.0, 1, 2, 9]), np.arange(4.0), 0.0, 0.5)
    (2.0, 2.0, 2.0)
    """
    slopes = np.sort(_slopes(values, time))
    half = NormalDist().inv_cdf((1 + confidence) / 2) * deviation / 2
    places = np.array([len(slopes) / 2 - half - 0.5, len(slopes) / 2 + half - 0.5])
    low, high = np.interp(places, np.arange(len(slopes)), slopes)
    return float(np.median(slopes)), float(low), float(high)
