"""A timeline smoothed over its periods, to be drawn over the raw points and never instead of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mediastudy import tables
from mediastudy.timelines import intervals
from mediastudy.timelines.counting.exposures import exposure, keyed
from mediastudy.timelines.splines import fit

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

METHODS: Final = ("moving average", "loess", "spline")
# Periods averaged, and the part of a series that serves each point of a LOESS curve, if nothing else is asked for.
PERIODS: Final = 5
PART: Final = 0.5
# Covered periods below which a curve has no shape that could be told.
_SHAPED: Final = 4


@tables.framed
def smoothed(timeline: pd.DataFrame, *, method: str = "moving average", span: float | None = None) -> pd.DataFrame:
    """The table of a timeline's rates, smoothed.

    Parameters
    ----------
    timeline : the table of :func:`~mediastudy.timelines.timeline.timeline`
    method : *moving average*, *loess* or *spline*
    span : of the moving average, the odd number of periods, 5 if not given; of LOESS the part of the covered periods
        that serves each point, above 0 up to 1, half if not given; the spline finds its own

    Hits and what they are counted over are smoothed, never rates, so that a thin period weighs as little as it holds.
    The *moving average* is all hits of the periods around by all their tokens (fewer at either end of the series, and
    where some are not covered). *loess* is a line fitted to the rates near each period, weighted by nearness (tricube)
    and by tokens, at least 0; Cleveland's second step, which takes weight from outlying points, is left out, since a
    burst of use is no error. *spline* is a cubic B-spline of the logarithm of the rate with a penalty on its second
    differences, fitted to the hits as over-dispersed Poisson counts; the data choose how smooth it is by restricted
    likelihood.

    Returns
    -------
    pd.DataFrame
        One row per row of the timeline, in its order: the columns it is grouped by; ``period``, ``period_end``,
        ``period_label``, ``phrase``, ``variant``, ``unit`` and ``per`` as there; ``method``; ``smooth`` (the rate, per
        what the timeline's is per); ``smooth_low`` and ``smooth_high`` (the spline's 95 % band, missing for other
        methods); ``covered``. Where a period is not covered, the moving average and LOESS are missing, and the spline
        bridges the gap if there are covered periods on both sides. Of fewer than four covered periods, the spline is
        their common rate with Garwood's interval.

    Raises
    ------
    ValueError
        If the method is unknown, the span does not fit it, or the timeline lacks columns.

    References
    ----------
    Cleveland, W. S. (1979). Robust locally weighted regression and smoothing scatterplots. Journal of the American
    Statistical Association 74(368), 829-836.
    Eilers, P. H. C. and Marx, B. D. (1996). Flexible smoothing with B-splines and penalties. Statistical Science 11(2),
    89-121.

    Examples
    --------
    >>> import pandas as pd
    >>> years = pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01"])
    >>> rows = pd.DataFrame({"period": years, "phrase": "aid", "hits": [1, 1, 4], "tokens": [10**6, 10**6, 2 * 10**6]})
    >>> rows = rows.assign(period_end=years + pd.Timedelta(days=364), documents=9, rate=[1.0, 1, 2])
    >>> rows = rows.assign(rate_low=0.0, rate_high=9.0, covered=True)
    >>> smoothed(rows, span=3)["smooth"].tolist()
    [1.0, 1.5, 1.6666666666666667]
    """
    span = _checked(method, span)
    rows, keys = keyed(timeline, [*tables.COLUMNS["smoothed"], "exposure"])
    made = rows.assign(method=method, exposure=exposure(rows), smooth=np.nan, smooth_low=np.nan)
    made = made.assign(smooth_high=np.nan, covered=made["exposure"] > 0)
    for _, series in made.groupby(keys, dropna=False, sort=False):
        ordered = series.sort_values("period", kind="stable")
        curve = _curve(ordered, method, span)
        made.loc[ordered.index, ["smooth", "smooth_low", "smooth_high"]] = np.column_stack(curve)
    leading = keys[:-3]
    return tables.conform(made[[*leading, *tables.COLUMNS["smoothed"]]], "smoothed")[
        [*leading, *tables.COLUMNS["smoothed"]]
    ]


def _checked(method: str, span: float | None) -> float:
    """The span, if it fits the method."""
    tables.choose(method, METHODS, what="method")
    if method == "spline":
        if span is not None:
            message = "A spline takes no span; the data choose how smooth it is. Leave span out."
            raise ValueError(message)
        return 0.0
    if method == "loess":
        span = PART if span is None else span
        if not 0 < span <= 1:
            message = f"The span of loess is a part of the periods, above 0 up to 1, not {span}."
            raise ValueError(message)
        return span
    span = PERIODS if span is None else span
    if span < 1 or span % 2 != 1:
        message = f"The span of a moving average is an odd number of periods, so that it has a middle, not {span}."
        raise ValueError(message)
    return span


def _curve(series: pd.DataFrame, method: str, span: float) -> tuple[Numbers, Numbers, Numbers]:
    """The smooth rate of one series in order of time, and the ends of its band."""
    hits, exposure = (series[name].to_numpy(dtype=float) for name in ("hits", "exposure"))
    covered = exposure > 0
    hits = np.where(covered, hits, 0.0)
    nothing = np.full(len(hits), np.nan)
    if not covered.any():
        return nothing, nothing, nothing
    if method == "moving average":
        return np.where(covered, _averaged(hits, exposure, int(span)), np.nan), nothing, nothing
    middle = _middles(series)
    if method == "loess":
        return np.where(covered, _local(middle, hits, exposure, span), np.nan), nothing, nothing
    seen = np.flatnonzero(covered)
    bridged = (np.arange(len(hits)) >= seen[0]) & (np.arange(len(hits)) <= seen[-1])
    parts = _spline(middle, hits, exposure)
    smooth, low, high = (np.where(bridged, part, np.nan) for part in parts)
    return smooth, low, high


def _middles(series: pd.DataFrame) -> Numbers:
    """The middle of each period in days, so that own periods of unequal length stand where they are."""
    days = [series[name].to_numpy(dtype="datetime64[D]").astype(np.int64) for name in ("period", "period_end")]
    return np.asarray((days[0] + days[1] + 1) / 2, dtype=float)


def _averaged(hits: Numbers, exposure: Numbers, span: int) -> Numbers:
    """All hits by all exposure of the periods around each."""
    half = span // 2
    ends = np.arange(len(hits))
    first, last = np.maximum(ends - half, 0), np.minimum(ends + half + 1, len(hits))
    sums = [np.concatenate([[0.0], np.cumsum(part)]) for part in (hits, exposure)]
    found, held = (part[last] - part[first] for part in sums)
    return np.asarray(np.divide(found, held, out=np.full(len(hits), np.nan), where=held > 0), dtype=float)


def _local(middle: Numbers, hits: Numbers, exposure: Numbers, span: float) -> Numbers:
    """A weighted line through the rates near each period, read at its middle."""
    covered = exposure > 0
    x, weight = middle[covered], exposure[covered]
    rate = hits[covered] / weight
    size = min(len(x), max(2, int(np.ceil(span * len(x)))))
    made = np.empty(len(middle))
    for place, at in enumerate(middle):
        distance = np.abs(x - at)
        # A little beyond the farthest neighbour, so that it counts and two neighbours make a line.
        reach = np.partition(distance, size - 1)[size - 1] * 1.001 + 1e-9
        near = weight * (1 - np.minimum(distance / reach, 1) ** 3) ** 3
        mean, centre = np.average(rate, weights=near), np.average(x, weights=near)
        spread = near @ (x - centre) ** 2
        slope = near @ ((x - centre) * (rate - mean)) / spread if spread > 1e-9 * near.sum() else 0.0
        made[place] = max(0.0, mean + slope * (at - centre))
    return made


def _spline(middle: Numbers, hits: Numbers, exposure: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The spline's rate in every period and its band; a common rate where there is nothing to bend."""
    covered = exposure > 0
    if covered.sum() >= _SHAPED and hits.sum() > 0:
        return fit(middle, hits, exposure)
    total, held = hits.sum(), exposure.sum()
    ends = intervals.poisson(total, held)
    rate, low, high = (np.full(len(hits), float(value)) for value in (total / held, ends.low, ends.high))
    return rate, low, high
