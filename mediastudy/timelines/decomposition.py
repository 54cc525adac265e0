"""A change of the rate split into what outlets write and which outlets there are."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.timelines.counting.exposures import exposure, keyed

Period = str | pd.Timestamp
Periods = Period | Sequence[Period] | slice

TOTAL: Final = "total"


@tables.framed
def decomposition(timeline: pd.DataFrame, before: Periods, after: Periods, *, over: str = "outlet") -> pd.DataFrame:
    """The table of how much each outlet's wording and weight add to the change of the rate between two times.

    Parameters
    ----------
    timeline : made by :func:`~mediastudy.timelines.timeline.timeline` with ``by="outlet"``, per token or per document
    before, after : a period, several, or a ``slice`` from one to another, both inclusive: labels such as *1994*, or
        first days. Several periods are taken together as one
    over : the column that the change is split by

    With W an outlet's share of all tokens (or documents), r its rate and R the rate of all, the change ΣWr after - ΣWr
    before is split into **wording**, the mean of both weights times the change of r, and **composition**, the change of
    W times the mean of both r less the mean of both R. So an outlet that gains weight adds to the change if its rate is
    above that of all, and takes from it if below; the sum over the outlets is Kitagawa's, whose single terms lack the
    mean of R. An outlet that is there at one time alone has no rate at the other: its rate counts as unchanged, so that
    what its coming or going does is all composition. The parts add up to the change exactly.

    Returns
    -------
    pd.DataFrame
        Per series (further columns in ``by``, phrase, variant, unit) one row per outlet, and one for all of them:
        ``phrase``; ``variant``; ``unit``; ``per``; ``outlet`` (or what ``over`` names; *total* for all); ``total``
        (whether it is the row for all); ``hits_before`` and ``hits_after``; ``rate_before`` and ``rate_after`` (in the
        unit of ``per``, missing where nothing was observed); ``weight_before`` and ``weight_after`` (0 to 1, missing
        where no outlet was observed); ``wording``, ``composition`` and ``change``, their sum (in the unit of ``per``).

    Raises
    ------
    ValueError
        If the timeline lacks a column, has several rows for an outlet, phrase and period, a period does not occur, or
        one is on both sides.

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. Journal of the American Statistical
    Association 50(272), 1168-1194.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines import timeline
    >>> texts = ["Aid came", "No wool", "Aid came", "Aid came"]
    >>> documents = pd.DataFrame({"document": list("abcd"), "text": texts, "date": ["1994", "1994", "1995", "1995"]})
    >>> documents["outlet"] = ["Post", "Herald", "Post", "Post"]
    >>> made = decomposition(timeline(Corpus.build(documents), "aid", by="outlet"), "1994", "1995")
    >>> made[["outlet", "wording", "composition", "change"]].values.tolist()[-1]
    ['total', 0.0, 250000.0, 250000.0]
    """
    tables.require(timeline, [over], what="the timeline")
    rows, keys = keyed(timeline)
    series = [name for name in keys if name != over]
    if rows.duplicated([*series, "period", over]).any():
        message = f"The timeline has several rows for one {over}, phrase and period; choose one of each."
        raise ValueError(message)
    rows = rows.assign(_size=exposure(rows), _side=_sides(rows, before, after)).dropna(subset="_side")
    columns = [over if name == "outlet" else name for name in tables.COLUMNS["decomposition"]]
    leading = [name for name in series if name not in columns]
    made = [
        _split(_added(some, over), over).assign(**{name: some[name].iloc[0] for name in [*series, "per"]})
        for _, some in rows.groupby(series, dropna=False, sort=False)
    ]
    none = pd.concat([rows.head(0)[leading], tables.empty("decomposition")], axis="columns")
    named = pd.concat(made).rename(columns={over: "outlet"}) if made else none
    return tables.conform(named, "decomposition").rename(columns={"outlet": over})[[*leading, *columns]]


def _sides(rows: pd.DataFrame, before: Periods, after: Periods) -> pd.Series:
    """The side of each row, missing if its period is on none."""
    listed = rows.drop_duplicates("period").sort_values("period", ignore_index=True)
    if not len(listed):
        return pd.Series(index=rows.index, dtype="str")
    sides = [{listed["period"][place] for place in _places(listed, side)} for side in (before, after)]
    if sides[0] & sides[1]:
        message = f"The period {_label(listed, min(sides[0] & sides[1]))} is both before and after; name it once."
        raise ValueError(message)
    side = np.select([rows["period"].isin(list(found)) for found in sides], ["before", "after"], default="")
    return pd.Series(side, index=rows.index, dtype="str").where(side != "")


def _places(listed: pd.DataFrame, periods: Periods) -> list[int]:
    """The places of the periods asked for among those of the timeline, in order."""
    if isinstance(periods, slice):
        first = 0 if periods.start is None else _place(listed, periods.start)
        last = len(listed) - 1 if periods.stop is None else _place(listed, periods.stop)
        found = list(range(first, last + 1))
    else:
        single = isinstance(periods, str) or not isinstance(periods, Sequence)
        asked: Any = [periods] if single else periods
        found = [_place(listed, period) for period in asked]
    if not found:
        message = f"{periods!r} holds no period; name at least one of {_known(listed)}."
        raise ValueError(message)
    return found


def _place(listed: pd.DataFrame, period: Any) -> int:
    """The place of a period, given by its label or its first day."""
    named = listed["period_label"].eq(str(period)).fillna(value=False).to_numpy(dtype=bool)
    day: Any = pd.to_datetime(str(period), errors="coerce")
    found = np.flatnonzero(named if named.any() else listed["period"].eq(day).to_numpy(dtype=bool))
    if not len(found):
        message = f"The timeline has no period {str(period)!r}; it has {_known(listed)}."
        raise ValueError(message)
    return int(found[0])


def _known(listed: pd.DataFrame) -> str:
    """The first and the last period of the timeline."""
    return f"{_label(listed, listed['period'].iloc[0])} to {_label(listed, listed['period'].iloc[-1])}"


def _label(listed: pd.DataFrame, period: pd.Timestamp) -> str:
    """How a period is named in a message."""
    label = listed.loc[listed["period"].eq(period), "period_label"].iloc[0]
    return str(period.date()) if pd.isna(label) else str(label)


def _added(rows: pd.DataFrame, over: str) -> pd.DataFrame:
    """One row per outlet with its hits and its tokens or documents on both sides, which may be none."""
    counts = {
        f"{name.removeprefix('_')}_{side}": rows[name].where(rows["_side"].eq(side), 0)
        for name in ("hits", "_size")
        for side in ("before", "after")
    }
    counted = rows[[over]].assign(**counts)
    return counted.groupby(over, dropna=False, observed=True, as_index=False)[list(counts)].sum()


def _split(sums: pd.DataFrame, over: str) -> pd.DataFrame:
    """The result rows of one series."""
    whole = {side: sums[f"size_{side}"].sum() for side in ("before", "after")}
    rates, weights = {}, {}
    for side, total in whole.items():
        size = sums[f"size_{side}"]
        rates[side] = (sums[f"hits_{side}"] / size).where(size > 0)
        weights[side] = size / total if total > 0 else size * np.nan
    first, last = rates["before"].fillna(rates["after"]), rates["after"].fillna(rates["before"])
    all_first, all_last = (sums[f"hits_{side}"].sum() / total if total > 0 else np.nan for side, total in whole.items())
    drift = (last - first).fillna(0.0)
    above = ((first + last) / 2 - (all_first + all_last) / 2).fillna(0.0)
    wording = (weights["before"] + weights["after"]) / 2 * drift
    composition = (weights["after"] - weights["before"]) * above
    parts = sums[[over, "hits_before", "hits_after"]].assign(
        total=False,
        **{f"rate_{side}": rates[side] for side in whole},
        **{f"weight_{side}": weights[side] for side in whole},
        wording=wording,
        composition=composition,
        change=wording + composition,
    )
    together: dict[Hashable, Any] = {
        **{name: parts[name].sum() for name in ("hits_before", "hits_after")},
        **{name: parts[name].sum(skipna=False) for name in ("wording", "composition", "change")},
        **{f"weight_{side}": 1.0 if total > 0 else np.nan for side, total in whole.items()},
        over: TOTAL,
        "total": True,
        "rate_before": all_first,
        "rate_after": all_last,
    }
    return pd.concat([parts.astype({over: "str"}), pd.DataFrame([together]).astype({over: "str"})])
