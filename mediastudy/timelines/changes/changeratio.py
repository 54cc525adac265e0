"""How much a rate changed at a date that is not known for sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mediastudy.timelines.changes import levels, noise

if TYPE_CHECKING:
    from mediastudy.timelines.changes.noise import Noise
    from mediastudy.timelines.changes.segments import Numbers, Series


class Ratio(NamedTuple):
    """Rates of the stretches on either side of a cut, and their ratio with its interval."""

    before: float
    after: float
    ratio: float
    low: float
    high: float


def ratio_at(
    series: Series, cuts: list[int], number: int, dates: Numbers, *, spread: Noise, confidence: float
) -> Ratio:
    """The change at a cut, its interval taken over the probable dates; the other cuts stay where they are.

    At each date the logarithm of the ratio has Student's t distribution around its estimate, with the variance that the
    noise implies; the interval is that of these distributions mixed by the probability of their date.
    """
    edges = [0, *cuts, len(series.hits)]
    first, last = edges[number], edges[number + 2]
    inside = [cut for cut in range(first + 1, last) if dates[cut] > 1e-4]  # noqa: PLR2004 - the rest weighs nothing
    logs = np.array([_logarithm(series, first, cut, last, spread) for cut in inside])
    ends = _mixed(logs, dates[inside], len(series.hits) - len(edges), confidence)
    hits, size = (
        [part[start:end].sum() for start, end in ((first, cuts[number]), (cuts[number], last))]
        for part in (series.hits, series.exposure)
    )
    before, after = hits[0] / size[0], hits[1] / size[1]
    ratio = after / before if before > 0 else np.inf
    low, high = (0.0 if ratio == 0 else float(ends[0])), (np.inf if np.isinf(ratio) else float(ends[1]))
    return Ratio(float(before), float(after), float(ratio), low, high)


def _logarithm(series: Series, first: int, cut: int, last: int, spread: Noise) -> tuple[float, float]:
    """The logarithm of the ratio at a cut, and its standard error."""
    part = type(series)(series.hits[first:last], series.exposure[first:last], series.place[first:last], series.share)
    mean = levels.stepped(part, [cut - first])
    base = noise.binomial_variance(part, mean)
    scale = noise.slopes(part, mean)
    related = noise.correlations(part.place, spread.correlation, spread.leaning)
    covariance = np.diag(base) + spread.variance * np.outer(scale, scale) * related
    rates, squares = [], 0.0
    for piece in (slice(0, cut - first), slice(cut - first, last - first)):
        rates.append(float(mean[piece].sum() / part.exposure[piece].sum()))
        squares += float(covariance[piece, piece].sum() / mean[piece].sum() ** 2)
    return float(np.log(rates[1] / rates[0])), float(np.sqrt(squares))


def _mixed(logs: Numbers, weights: Numbers, freedom: int, confidence: float) -> tuple[float, float]:
    """The ends of the interval of distributions mixed by weights, as ratios."""
    from scipy import special

    centre, error = logs[:, 0], logs[:, 1]
    reach = special.stdtrit(max(freedom, 1), 1 - (1 - confidence) / 8)
    points = np.linspace((centre - reach * error).min(), (centre + reach * error).max(), 2_001)
    below = special.stdtr(max(freedom, 1), (points[:, None] - centre) / error) @ (weights / weights.sum())
    tail = (1 - confidence) / 2
    return float(np.exp(np.interp(tail, below, points))), float(np.exp(np.interp(1 - tail, below, points)))
