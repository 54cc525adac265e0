"""Whether the rate of a phrase rises or falls over the whole series, and by how much a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from mediastudy import tables
from mediastudy.timelines.changes import judging, kendall, levels
from mediastudy.timelines.counting.exposures import keyed

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.timelines.changes.segments import Numbers, Series

# Days of a mean Gregorian year, and periods below which nothing can be said of a trend.
YEAR: Final = 365.2425
FEWEST: Final = 4


class Slope(NamedTuple):
    """A slope with the ends of its interval."""

    slope: float
    low: float
    high: float


@tables.framed
def trend(timeline: pd.DataFrame, *, measure: str = "rate", confidence: float = 0.95) -> pd.DataFrame:
    """The table of trends: whether each series of a timeline rises or falls, and by how much a year.

    Parameters
    ----------
    timeline : the table of :func:`~mediastudy.timelines.timeline.timeline`
    measure : *rate*, or *share* of the documents
    confidence : of the intervals

    Periods that are not covered are no data. Time is that of the middle of each period. The p of the test and both
    intervals take account of autocorrelation as far as it shows in the ranks of the rates, freed of their median slope
    (Hamed and Rao); it is never taken to make them narrower. A trend is a summary: a series that stepped has one, too,
    and :func:`~mediastudy.timelines.changemodels.change_models` says which explains it better.

    Returns
    -------
    pd.DataFrame
        One row per series, in order of the timeline: the columns it is grouped by; ``phrase``, ``variant``, ``unit``
        and ``per`` (*document* for shares); ``measure``; ``periods`` (covered ones; with fewer than four, or rates that
        are all alike, what follows is missing); ``tau`` (Kendall's tau-b, -1 to 1); ``p`` (of the Mann-Kendall test,
        corrected) and ``p_uncorrected``; ``q`` (``p`` adjusted for all series, Benjamini and Hochberg); ``correction``
        (what autocorrelation multiplies the variance by, at least 1); ``slope`` with ``slope_low`` and ``slope_high``
        (Theil and Sen: median slope between two periods, in the unit of ``per``, or share, a year); ``percent`` with
        ``percent_low`` and ``percent_high`` (change of the rate, for shares of the odds, in percent a year:
        quasi-Poisson or quasi-binomial regression, infinite where there are hits at one end only).

    Raises
    ------
    ValueError
        If the measure is unknown, the timeline lacks columns, or its rate is per published article.

    References
    ----------
    Mann, H. B. (1945). Nonparametric tests against trend. Econometrica 13(3), 245-259.
    Hamed, K. H. and Rao, A. R. (1998). A modified Mann-Kendall trend test for autocorrelated data. Journal of Hydrology
    204(1-4), 182-196.
    Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. Journal of the American
    Statistical Association 63(324), 1379-1389.
    McCullagh, P. and Nelder, J. A. (1989). Generalized Linear Models, 2nd ed., sections 4.5 and 6.2 (over-dispersion).

    Examples
    --------
    >>> import pandas as pd
    >>> years = pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01", "1997-01-01"])
    >>> rows = pd.DataFrame({"period": years, "phrase": "aid", "hits": [10, 20, 40, 80], "tokens": 10**6})
    >>> rows = rows.assign(period_end=years + pd.DateOffset(years=1), documents=90, rate=1.0, rate_low=0.0)
    >>> trend(rows.assign(rate_high=99.0, covered=True))[["tau", "slope", "percent"]].round(0).values.tolist()
    [[1.0, 22.0, 100.0]]
    """
    judging.checked(measure, confidence, "level")
    rows, keys = keyed(timeline)
    made = []
    for part in judging.parts(rows, keys):
        found = _trend(part, judging.series_of(part, measure), confidence)
        made.append({**judging.named(part, keys, measure), **found})
    q = judging.adjusted([row.get("p", np.nan) for row in made])
    return judging.tabled([{**row, "q": value} for row, value in zip(made, q, strict=True)], rows, keys, "trends")


def _trend(rows: pd.DataFrame, series: Series, confidence: float) -> dict[str, Any]:
    """The trend of one series."""
    total = len(series.hits)
    if total < FEWEST or np.ptp(series.hits / series.exposure) == 0:
        return {"periods": total}
    middle = rows["period"] + (rows["period_end"] - rows["period"]) / 2
    since = (middle - middle.iloc[0]).dt.total_seconds().to_numpy(dtype=float)[series.place] / 86_400 / YEAR
    rates = series.hits / series.exposure
    test = kendall.mann_kendall(rates, since, series.place)
    median = kendall.theil_sen(rates, since, test.deviation, confidence)
    percent = _percent(series, since, test.correction, confidence)
    return {
        "periods": total,
        "tau": test.tau,
        "p": test.p,
        "p_uncorrected": test.p_uncorrected,
        "correction": test.correction,
        "slope": median[0],
        "slope_low": median[1],
        "slope_high": median[2],
        "percent": percent.slope,
        "percent_low": percent.low,
        "percent_high": percent.high,
    }


def _percent(series: Series, since: Numbers, correction: float, confidence: float) -> Slope:
    """Growth in percent a year by quasi-likelihood."""
    from scipy import special

    ends = _one_sided(series)
    if ends:
        return Slope(*ends)
    mean = levels.drifting(series)
    base = mean * (1 - mean / series.exposure) if series.share else mean
    columns = np.column_stack([np.ones_like(since), since])
    inverse = np.linalg.inv(columns.T @ (columns * base[:, None]))
    freedom = len(mean) - 2
    # Counts that vary less than counting does are chance: the dispersion is at least 1.
    dispersion = max(float(((series.hits - mean) ** 2 / base).sum() / freedom), 1.0)
    predictor = np.log(mean / (series.exposure - mean if series.share else series.exposure))
    slope = float((predictor[-1] - predictor[0]) / (since[-1] - since[0]))
    error = float(np.sqrt(inverse[1, 1] * dispersion * correction))
    reach = float(special.stdtrit(freedom, (1 + confidence) / 2)) * error
    return Slope(*(float(100 * np.expm1(value)) for value in (slope, slope - reach, slope + reach)))


def _one_sided(series: Series) -> tuple[float, float, float] | None:
    """What is said of a series whose only hits lie in its first or its last period: no slope fits best."""
    seen = np.flatnonzero(series.hits)
    if len(seen) != 1 or seen[0] not in {0, len(series.hits) - 1}:
        return None
    return (np.inf, np.nan, np.inf) if seen[0] else (-100.0, -100.0, np.nan)
