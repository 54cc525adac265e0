"""Whether a phrase's rate changed at an event more than it does at other dates of the same series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.timelines.counting.exposures import effects, exposure, keyed
from mediastudy.timelines.events.eventwindows import COUNTED, Windows, around, crossed, left_out
from mediastudy.timelines.events.placebos import placebo_starts

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

# What a row needs not to be warned of: documents in each window, hits in both, and placebo dates, with fewer of which
# no p can reach .05.
DOCUMENTS: Final = 20
HITS: Final = 10
PLACEBOS: Final = 19
_TAIL: Final = 0.025
# How much less than equal still counts as equal.
_ROUNDING: Final = 1e-9
_HITS, _EXPOSURE, _DOCUMENTS, _CLUSTERED, _COVERED = (
    COUNTED.index(name) for name in ("hits", "exposure", "documents", "clustered", "covered")
)
_SIDES: Final = ("before", "during", "after")


@tables.framed
def event_test(timeline: pd.DataFrame, events: pd.DataFrame, *, window: int = 12, gap: int = 0) -> pd.DataFrame:
    """The table of a timeline's rate before and after each event, tested against other dates of the same series.

    Parameters
    ----------
    timeline : the table of :func:`~mediastudy.timelines.timeline.timeline`, by day, week or month
    events : the table of :func:`~mediastudy.timelines.events.eventfile.read_events`
    window : periods before the event that are compared with as many after it
    gap : days after the event that are left out with it, while it is news itself

    Periods that share a day with the event or its gap belong to neither window, so that the coverage of the event is
    not taken for a change in language: ``during`` tells it apart. A placebo date begins in the same month of the year,
    is followed by as many periods that are left out, and has whole windows, at least half covered, that hold no period
    of any event. All such dates are taken, from the event outwards, but none nearer to the one before than a window:
    dates whose windows are nearly the same would count one chance many times, and state a floor that is none.

    The test compares z = (d - m) / √(s² + τ²) at the event and at its placebo dates, where d is the logarithm of the
    ratio after to before, m the median of all d, s² the variance of d for hits in clusters, and τ² that by which the
    series changes from date to date beyond it (moments over all dates). So a series that rises all along, or wavers,
    makes no event. p = (1 + k) / (1 + n) for the k of n placebo dates with as large a |z|, on either side. It is sound
    where the series varies alike over time; a burst or break without an event of its own makes it larger.

    Returns
    -------
    pd.DataFrame
        One row per series and event: the columns the timeline is grouped by; ``phrase``, ``variant``, ``unit``, ``per``
        as there; ``event``, ``label``, ``first``, ``last`` as in the events; ``hits_``, ``documents_``, ``tokens_`` and
        ``rate_`` (per what the timeline's is per) ``before``, ``during`` and ``after``; ``ratio`` (after by before)
        with ``ratio_low`` and ``ratio_high`` (95 %, exact for Poisson counts with the design effect that the timeline's
        intervals tell, so for clusters of hits and not for a series that wavers); ``p``, ``p_floor`` (1 / (1 + n), the
        smallest that is possible), ``placebos`` (n); ``warning``: fewer than 20 documents in a window, 10 hits in both,
        19 placebo dates, or ``window`` covered periods on a side, or another event in a window. Without placebo dates,
        or with less than half a window covered, p is missing.

    Raises
    ------
    ValueError
        If a table lacks columns, the window is less than a period, or the gap less than 0.

    References
    ----------
    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9(1), article 39.
    Abadie, A., Diamond, A. and Hainmueller, J. (2010). Synthetic control methods for comparative case studies. Journal
    of the American Statistical Association 105(490), 493-505 (placebo tests).
    DerSimonian, R. and Laird, N. (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7(3), 177-188
    (τ² by moments).
    Clopper, C. J. and Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the
    binomial. Biometrika 26(4), 404-413.

    Examples
    --------
    >>> months = pd.Series(pd.date_range("1994-01-01", periods=5, freq="MS"))
    >>> rows = pd.DataFrame({"period": months, "phrase": "aid", "hits": [1, 1, 9, 4, 4], "tokens": 10**6})
    >>> rows = rows.assign(period_end=months + pd.offsets.MonthEnd(), documents=50, rate=rows["hits"].astype(float))
    >>> rows = rows.assign(rate_low=0.5, rate_high=9.0)
    >>> happened = pd.DataFrame({"event": [1], "label": "Strike", "first": months[2:3], "last": months[2:3]})
    >>> event_test(rows, happened, window=2)[["rate_before", "rate_during", "rate_after", "ratio"]].values.tolist()
    [[1.0, 9.0, 4.0, 4.0]]
    """
    for name, value, least in (("window", window, 1), ("gap", gap, 0)):
        if value < least:
            message = f"{name} must be {least} or more, not {value}."
            raise ValueError(message)
    tables.require(events, ["event", "label", "first", "last"], what="events")
    rows, keys = keyed(timeline, [*tables.COLUMNS["event_tests"], *COUNTED, "effect"])
    rows = rows.assign(exposure=exposure(rows), effect=effects(rows))
    rows = rows.assign(clustered=(rows["effect"] * rows["hits"]).fillna(0.0), covered=rows["exposure"] > 0)
    happened = tables.conform(events, "events")
    made = [
        _series(series.sort_values("period", kind="stable"), happened, window, gap).assign(
            **{name: [series[name].iloc[0]] * len(happened) for name in (*keys, "per")}
        )
        for _, series in rows.groupby(keys, dropna=False, sort=False)
    ]
    leading = keys[:-3]
    columns = [*leading, *tables.COLUMNS["event_tests"]]
    if not made or happened.empty:
        return rows[leading].head(0).join(tables.empty("event_tests"))[columns]
    table = pd.concat(made, ignore_index=True).astype({name: rows[name].dtype for name in leading})
    return tables.conform(table, "event_tests")[columns]


def _series(series: pd.DataFrame, events: pd.DataFrame, window: int, gap: int) -> pd.DataFrame:
    """The tests of all events on one series in order of time."""
    held = left_out(series, events, gap)
    months = series["period"].dt.month.to_numpy()
    # Hits that cluster as in the whole series stand in where a window has none to tell.
    usual = float(series["effect"].mean()) if series["effect"].notna().any() else 1.0
    made = []
    for place, (start, end) in enumerate(held):
        starts = np.append(np.int64(start), placebo_starts(months, held, place, window))
        windows = _usable(around(series, starts, end - start, window), window)
        made.append({**_described(windows), **_compared(windows, usual, window)})
        made[-1]["warning"] = _warning(windows, window, crossed=crossed(held, place, window))
    columns = {name: events[name].reset_index(drop=True) for name in ("event", "label", "first", "last")}
    return pd.DataFrame(made).assign(**columns)


def _usable(windows: Windows, window: int) -> Windows:
    """The event itself, and those placebo dates whose windows are at least half covered."""
    covered = np.minimum(windows.before[:, _COVERED], windows.after[:, _COVERED])
    kept = 2 * covered >= window
    kept[0] = True
    return Windows(*(part[kept] for part in windows))


def _described(windows: Windows) -> dict[str, Any]:
    """The counts and rates of the event itself."""
    made: dict[str, Any] = {}
    for side, part in zip(_SIDES, windows, strict=True):
        counts = dict(zip(COUNTED, part[0], strict=True))
        made |= {f"{name}_{side}": int(counts[name]) for name in ("hits", "documents", "tokens")}
        made[f"rate_{side}"] = counts["hits"] / counts["exposure"] if counts["exposure"] > 0 else np.nan
    return made


def _compared(windows: Windows, usual: float, window: int) -> dict[str, Any]:
    """The ratio of the event with its interval, and its p among the placebo dates."""
    before, after = windows.before[0], windows.after[0]
    placebos = len(windows.before) - 1
    whole = 2 * min(before[_COVERED], after[_COVERED]) >= window and placebos > 0
    effect = _pooled(windows, usual)
    ratio, low, high = _ratio(before, after, float(effect[0]))
    p = _p(windows, effect) if whole else np.nan
    ends = {"ratio": ratio, "ratio_low": low, "ratio_high": high}
    return {**ends, "p": p, "p_floor": 1 / (1 + placebos), "placebos": placebos}


def _pooled(windows: Windows, usual: float) -> Numbers:
    """The design effect of both windows of each date."""
    both = windows.before + windows.after
    hits, clustered = both[:, _HITS], both[:, _CLUSTERED]
    return np.asarray(np.divide(clustered, hits, out=np.full(len(hits), usual), where=hits > 0), dtype=float)


def _ratio(before: Numbers, after: Numbers, effect: float) -> tuple[float, float, float]:
    """The ratio of two rates with its exact interval, given the hits of both, for hits that count as fewer."""
    from scipy import special

    (k, t), (j, u) = before[[_HITS, _EXPOSURE]], after[[_HITS, _EXPOSURE]]
    if min(t, u) <= 0 or k + j == 0:
        return np.nan, np.nan, np.nan
    k, j, scale = k / effect, j / effect, t / u
    low = special.betaincinv(j, k + 1, _TAIL) if j > 0 else 0.0
    high = special.betaincinv(j + 1, k, 1 - _TAIL) if k > 0 else 1.0
    ends = [np.inf if end >= 1 else scale * end / (1 - end) for end in (low, high)]
    return (scale * j / k if k > 0 else np.inf), float(ends[0]), float(ends[1])


def _p(windows: Windows, effect: Numbers) -> float:
    """The share of dates, the event's own first, at which the rate changed as much."""
    sides = (windows.before, windows.after)
    hits, exposure = (np.column_stack([side[:, column] for side in sides]) for column in (_HITS, _EXPOSURE))
    # One hit more, parted as the exposure is: it says nothing of a change, and leaves no logarithm of nothing.
    hits = hits + exposure / exposure.sum(axis=1, keepdims=True)
    logs = np.log(hits / exposure)
    sampling = effect * (1 / hits).sum(axis=1)
    change = logs[:, 1] - logs[:, 0]
    off = change - np.median(change)
    beyond = max(0.0, float((off**2 - sampling).mean()))
    size = np.abs(off) / np.sqrt(sampling + beyond)
    return float((size >= size[0] * (1 - _ROUNDING)).mean())


def _warning(windows: Windows, window: int, *, crossed: bool) -> str | None:
    """Why a row says little."""
    found = []
    sides = {"before": windows.before[0], "after": windows.after[0]}
    for side, part in sides.items():
        covered, documents = int(part[_COVERED]), int(part[_DOCUMENTS])
        if covered < window:
            found.append(f"{covered} of {window} periods covered {side}")
        if documents < DOCUMENTS:
            found.append(f"{documents} documents {side}, fewer than {DOCUMENTS}")
    hits, placebos = int(sum(part[_HITS] for part in sides.values())), len(windows.before) - 1
    if hits < HITS:
        found.append(f"{hits} hits in both windows, fewer than {HITS}")
    if placebos < PLACEBOS:
        found.append(f"{placebos} placebo dates, fewer than the {PLACEBOS} that p = .05 needs")
    if crossed:
        found.append("another event in a window")
    return "; ".join(found) or None
