"""What a series would be on average: at one level, with a drift, or in stretches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from mediastudy.timelines.changes.segments import Numbers, Series

ROUNDS: Final = 30
STEEPEST: Final = 12.0


def drifting(series: Series, degree: int = 1) -> Numbers:
    """The mean whose logarithm (logit for shares) is a line over time, or a curve of higher degree.

    References
    ----------
    McCullagh, P. and Nelder, J. A. (1989). Generalized Linear Models, 2nd ed., chapter 2 (iterated least squares).
    """
    from scipy import special

    columns = powers(series, degree)
    start = (series.hits.sum() + 0.1) / (series.exposure.sum() + (0.2 if series.share else 0.0))
    weights = np.zeros(degree + 1)
    weights[0] = special.logit(start) if series.share else np.log(start)
    # What a series leaves open (no hits at one end) is held by a ridge and by bounds.
    bounds = np.concatenate([[np.inf], STEEPEST * 4.0 ** np.arange(degree)])
    ridge = np.diag([1e-9, *(1e-6 * 100.0 ** np.arange(degree))])
    for _ in range(ROUNDS):
        mean = expected(series, columns @ weights)
        slope = mean * (1 - mean / series.exposure) if series.share else mean
        information = columns.T @ (columns * np.maximum(slope, 1e-9)[:, None]) + ridge
        move = np.linalg.solve(information, columns.T @ (series.hits - mean))
        weights = np.clip(weights + np.clip(move, -2.0, 2.0), -bounds, bounds)
        if np.abs(move).max() < 1e-9:  # noqa: PLR2004 - nothing moves any more
            break
    return expected(series, columns @ weights)


def powers(series: Series, degree: int) -> Numbers:
    """The powers of time, from the zeroth, as columns."""
    time = times(series)
    return np.column_stack([time**power for power in range(degree + 1)])


def steps(series: Series, cuts: list[int]) -> Numbers:
    """A column of ones, and for each cut one that is 1 from it on."""
    places = np.arange(len(series.hits))
    return np.column_stack([np.ones(len(places)), *((places >= cut).astype(float) for cut in cuts)])


def times(series: Series) -> Numbers:
    """The place of each period, centred, from about -1/2 to 1/2."""
    length = max(int(series.place[-1] - series.place[0]), 1)
    return np.asarray((series.place - series.place.mean()) / length)


def expected(series: Series, predictor: Numbers) -> Numbers:
    """Counts expected at logarithms of rates, or logits of shares."""
    from scipy import special

    rates = special.expit(predictor) if series.share else np.exp(np.clip(predictor, -60, 60))
    return np.asarray(series.exposure * rates)


def stepped(series: Series, cuts: list[int]) -> Numbers:
    """Counts expected at the rate of each stretch between cuts; a stretch without a hit is given half of one.

    Examples
    --------
    >>> from mediastudy.timelines.changes.segments import Series
    >>> stepped(Series(np.array([1.0, 3, 5, 7]), np.ones(4), np.arange(4), share=False), [2]).tolist()
    [2.0, 2.0, 6.0, 6.0]
    """
    mean = np.empty(len(series.hits))
    for first, last in zip([0, *cuts], [*cuts, len(mean)], strict=True):
        hits, size = series.hits[first:last].sum(), series.exposure[first:last].sum()
        hits = min(max(hits, 0.5), size - 0.5) if series.share else max(hits, 0.5)
        mean[first:last] = series.exposure[first:last] * hits / size
    return mean
