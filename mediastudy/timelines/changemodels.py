"""What explains a series: one level, a drift, a curve, or changes from one level to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mediastudy import tables
from mediastudy.timelines.changes import judging, levels, nulls, stepwise
from mediastudy.timelines.counting.exposures import keyed

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.timelines.changes.judging import Judged


@tables.framed
def change_models(
    timeline: pd.DataFrame,
    *,
    measure: str = "rate",
    confidence: float = 0.95,
    against: str = "drift",
    correlated: bool = True,
) -> pd.DataFrame:
    """The table of what explains each series: a level, a drift, a curve, or changes; a series without any has a row.

    The parameters are those of :func:`~mediastudy.timelines.changepoints.change_points`. Steps and each rival are
    fitted by generalised least squares to counts transformed so that they vary alike, with independent noise and with
    several kinds of autocorrelated noise.
    What one or two steps gain over the rival is compared with what they gain in 399 series drawn from the rival as it
    fits this series, with its over-dispersion and its autocorrelation (of kinds that fit about alike, the most
    persistent). Steps are believed if every rival is refuted; then further steps are tested against those found.

    Returns
    -------
    pd.DataFrame
        One row per series: the columns the timeline is grouped by; ``phrase``, ``variant``, ``unit``, ``per``;
        ``measure``; ``periods`` (covered ones); ``changes``; ``model`` (*level*, *drift* or *curve*, whichever fits
        best by Akaike's criterion, where there is no change; *changes*; or *untestable*: fewer than four covered
        periods, no hit, or a hit in every document); ``p_level``, ``p_drift``, ``p_curve`` (of steps against each
        rival, missing where not tested); ``p`` (the largest) and ``q`` (adjusted for all series); ``correlation``
        (between neighbouring periods, of the noise that fits the model best); ``variation`` (standard deviation of the
        rate beyond counting, as a share of the rate; of the logit for shares), missing where untestable.

    Raises
    ------
    ValueError
        As :func:`~mediastudy.timelines.changepoints.change_points` does.

    References
    ----------
    Those of :func:`~mediastudy.timelines.changepoints.change_points`.

    Examples
    --------
    >>> import pandas as pd
    >>> years = pd.to_datetime([f"{year}-01-01" for year in range(1990, 2000)])
    >>> rows = pd.DataFrame({"period": years, "phrase": "aid", "hits": [9, 11, 10, 12, 8] * 2, "tokens": 10**6})
    >>> rows = rows.assign(period_end=years + pd.DateOffset(years=1), documents=90, rate=1.0, rate_low=0.0)
    >>> change_models(rows.assign(rate_high=99.0, covered=True))[["changes", "model"]].values.tolist()
    [[0, 'level']]
    """
    judging.checked(measure, confidence, against)
    rules = stepwise.Rules(against=against, correlated=correlated, error=1 - confidence)
    rows, keys = keyed(timeline)
    found = list(judging.judged(rows, keys, measure, rules))
    q = judging.adjusted([one.verdict.p if one.verdict else np.nan for one in found])
    made = [
        {**judging.named(one.rows, keys, measure), **_model(one), "q": value}
        for one, value in zip(found, q, strict=True)
    ]
    return judging.tabled(made, rows, keys, "change_models")


def _model(one: Judged) -> dict[str, Any]:
    """What explains one series."""
    if one.verdict is None:
        return {"periods": len(one.series.hits), "changes": 0, "model": "untestable"}
    rivals, cuts = one.verdict.rivals, one.verdict.cuts
    name = max(rivals, key=lambda name: rivals[name].fit - stepwise.RIVALS[name])
    kind = one.verdict.last.kind if cuts else rivals[name].kind
    degree = stepwise.RIVALS[name]
    if cuts or not degree:
        spread = judging.spread_of(one.series, cuts, kind)
    else:
        columns = levels.powers(one.series, degree)
        spread = nulls.noise_of(
            one.series, nulls.Rival(levels.drifting(one.series, degree), columns, columns, []), kind
        )
    correlation, leaning = nulls.KINDS[kind]
    return {
        "periods": len(one.series.hits),
        "changes": len(cuts),
        "model": "changes" if cuts else name,
        **{f"p_{rival}": outcome.either for rival, outcome in rivals.items()},
        "p": one.verdict.p,
        "correlation": correlation * leaning,
        "variation": float(np.sqrt(spread.variance)),
    }
