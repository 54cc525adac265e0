"""When the rate of a phrase changed from one level to another, if it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mediastudy import tables
from mediastudy.timelines.changes import changeratio, judging, nulls, segments, stepwise
from mediastudy.timelines.counting.exposures import keyed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from mediastudy.timelines.changes.judging import Judged
    from mediastudy.timelines.changes.segments import Series
    from mediastudy.timelines.changes.stepwise import Verdict


@tables.framed
def change_points(
    timeline: pd.DataFrame,
    *,
    measure: str = "rate",
    confidence: float = 0.95,
    against: str = "drift",
    correlated: bool = True,
) -> pd.DataFrame:
    """The table of dates at which a rate or share stepped to another level; a series without such a date has no row.

    Parameters
    ----------
    timeline : the table of :func:`~mediastudy.timelines.timeline.timeline`
    measure : *rate*, hits as Poisson or negative binomial counts; or *share*, documents with a hit as binomial or
        beta-binomial ones
    confidence : of the intervals; a change is believed at an error of 1 - confidence
    against : what has to be refuted before a step is believed: a constant *level*; also a *drift*, a line on the scale
        of logarithms (of logits for shares); or also a *curve* (a cubic one)
    correlated : whether noise that leans on the period before (first-order autocorrelation up to 0.6) has to be
        refuted, too; stronger autocorrelation can't be told from steps

    Periods that are not covered are no data, and a stretch has at least two that are: one period alone is an event.
    The number of changes is tested, first none against one or two, then one or two more: see
    :func:`~mediastudy.timelines.changemodels.change_models`.
    Their dates are then those of the largest likelihood of all (dynamic programming), and their probabilities come
    from all ways to cut the series into so many stretches (forward and backward recursion).

    Returns
    -------
    pd.DataFrame
        One row per series and change, in order of the timeline, then of time: the columns the timeline is grouped by;
        ``phrase``, ``variant``, ``unit`` and ``per`` as there (``per`` is *document* for shares); ``measure``;
        ``change`` (its number in the series, from 1); ``period`` (first day of the first period of the new regime) and
        ``period_label``; ``low`` and ``high`` (first days of the earliest and the latest period of the shortest run
        that holds the change with the probability ``confidence``, given how many changes there are; periods without
        coverage before the earliest belong to the run); ``probability`` (posterior probability that a change lies in
        that run, none to five changes being alike probable beforehand); ``rate_before`` and ``rate_after`` (of the
        stretches on either side, in the unit of ``per``; shares from 0 to 1); ``ratio`` (after by before, infinite if
        there was nothing before) with ``ratio_low`` and ``ratio_high`` (its interval, the date being as uncertain as
        it is); ``p`` (of the series: the largest of the tests against each rival explanation) and ``q`` (adjusted for
        all series of the table that could be tested, Benjamini and Hochberg); ``explanation`` (a sentence).

    Raises
    ------
    ValueError
        If the measure or ``against`` is unknown, the confidence is none, the timeline lacks columns, its rate is per
        published article, or a series has more than 400 covered periods.

    References
    ----------
    Auger, I. E. and Lawrence, C. E. (1989). Algorithms for the optimal identification of segment neighborhoods.
    Bulletin of Mathematical Biology 51(1), 39-54.
    Fearnhead, P. (2006). Exact and efficient Bayesian inference for multiple changepoint problems. Statistics and
    Computing 16(2), 203-213.
    Davison, A. C. and Hinkley, D. V. (1997). Bootstrap Methods and their Application, section 4.2.3 (parametric
    bootstrap tests).
    Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
    Society B 57(1), 289-300.

    Examples
    --------
    >>> import pandas as pd
    >>> years = pd.to_datetime([f"{year}-01-01" for year in range(1990, 2006)])
    >>> rows = pd.DataFrame({"period": years, "phrase": "aid", "hits": [9, 11, 10, 12, 8, 10, 9, 11] + [30, 28] * 4})
    >>> rows = rows.assign(period_end=years + pd.DateOffset(years=1), tokens=10**6, documents=90, rate=rows["hits"])
    >>> table = change_points(rows.assign(rate_low=0.0, rate_high=99.0, covered=True))
    >>> table[["period", "rate_before", "rate_after", "ratio"]].astype("str").values.tolist()
    [['1998-01-01', '10.0', '29.0', '2.9']]
    """
    judging.checked(measure, confidence, against)
    rules = stepwise.Rules(against=against, correlated=correlated, error=1 - confidence)
    rows, keys = keyed(timeline)
    found = list(judging.judged(rows, keys, measure, rules))
    q = judging.adjusted([one.verdict.p if one.verdict else np.nan for one in found])
    made = [
        {**judging.named(one.rows, keys, measure), **change, "q": value}
        for one, value in zip(found, q, strict=True)
        for change in _changes(one, confidence)
    ]
    return judging.tabled(made, rows, keys, "change_points")


def _changes(one: Judged, confidence: float) -> Iterator[dict[str, Any]]:
    """The changes of one series."""
    if one.verdict is None or not one.verdict.cuts:
        return
    series, cuts = one.series, one.verdict.cuts
    spread = judging.spread_of(series, cuts, one.verdict.last.kind)
    known = segments.stretches(series, size_from(series, spread.variance)).evidence
    most = min(segments.MOST, len(series.hits) // segments.SHORTEST - 1)
    for number, dates in enumerate(segments.dates(known, len(cuts))):
        first, last = segments.shortest(dates, confidence, cuts[number])
        change = changeratio.ratio_at(series, cuts, number, dates, spread=spread, confidence=confidence)
        yield {
            "change": number + 1,
            "period": one.rows["period"].iloc[series.place[cuts[number]]],
            "period_label": one.rows["period_label"].iloc[series.place[cuts[number]]],
            # A change in a gap may have come as early as its first period.
            "low": one.rows["period"].iloc[series.place[first - 1] + 1 if first else 0],
            "high": one.rows["period"].iloc[series.place[last]],
            "probability": segments.probability(known, most, first, last),
            "rate_before": change.before,
            "rate_after": change.after,
            "ratio": change.ratio,
            "ratio_low": change.low,
            "ratio_high": change.high,
            "p": one.verdict.p,
            "explanation": _sentence(one.verdict),
        }


def size_from(series: Series, variance: float) -> float:
    """The size of negative binomial or beta-binomial counts whose rate varies so much."""
    if variance <= 0:
        return float("inf")
    if not series.share:
        return 1 / variance
    share = series.hits.sum() / series.exposure.sum()
    return float(max(1 / (variance * share * (1 - share)) - 1, 0.5))


def _sentence(verdict: Verdict) -> str:
    """Which rivals were refuted, in words."""
    refuted = " and ".join(f"a {name} (p = {one.either:.3f})" for name, one in verdict.rivals.items())
    correlation, leaning = nulls.KINDS[verdict.last.kind]
    leans = f"; neighbouring periods correlate by {correlation * leaning:.2f}" if leaning else ""
    return f"Steps explain the series better than {refuted}{leans}."
