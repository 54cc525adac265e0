"""What a timeline's rate is made of: its series, the exposure of each row, and how much hits come in clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mediastudy import tables

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

# What a rate may be per: the column that holds it, and how many of these are one of its units.
_PER: Final = {"million tokens": ("tokens", 1_000_000), "thousand documents": ("documents", 1_000)}
_NEEDED: Final = ("period", "period_end", "phrase", "hits", "documents", "tokens", "rate", "rate_low", "rate_high")
_TAIL: Final = 0.025


def keyed(timeline: pd.DataFrame, taken: Collection[str] = ()) -> tuple[pd.DataFrame, list[str]]:
    """The rows of a timeline with all of its key columns and a fresh index, and the columns that name a series.

    What a series is named by are the columns it is grouped by, which stand before ``period``, and ``phrase``,
    ``variant`` and ``unit``. A column it is grouped by that bears a name that is ``taken`` is prefixed ``document_``.

    Raises
    ------
    ValueError
        If it lacks a column that its counts or its periods need.

    Examples
    --------
    >>> import pandas as pd
    >>> keyed(tables.empty("timeline").assign(period_end=pd.NaT))[1]
    ['phrase', 'variant', 'unit']
    """
    tables.require(timeline, _NEEDED, what="the timeline")
    leading = [str(name) for name in timeline.columns[: list(timeline.columns).index("period")]]
    absent = {"period_label": None, "variant": None, "unit": None, "per": "million tokens"}
    names = {name: f"document_{name}" for name in leading if name in taken}
    leading = [names.get(name, name) for name in leading]
    missing = {name: value for name, value in absent.items() if name not in timeline}
    rows = timeline.rename(columns=names).assign(**missing).astype(dict.fromkeys(absent, "str"))
    return rows.reset_index(drop=True), [*leading, "phrase", "variant", "unit"]


def exposure(timeline: pd.DataFrame) -> Numbers:
    """What each row's hits are counted over, in the unit that its rate is per; 0 where nothing was observed.

    Raises
    ------
    ValueError
        If the rate is per anything but tokens or documents, which the timeline holds.

    Examples
    --------
    >>> import pandas as pd
    >>> exposure(pd.DataFrame({"per": ["million tokens"], "tokens": [500_000], "documents": [900]})).tolist()
    [0.5]
    """
    found = np.zeros(len(timeline))
    for per, rows in timeline.reset_index(drop=True).groupby("per", dropna=False).groups.items():
        if per not in _PER:
            message = (
                f"The timeline's rate is per {per}, whose number it does not hold. Make it with per='token' or "
                f"per='document', whose rates are per {' or per '.join(_PER)}."
            )
            raise ValueError(message)
        column, size = _PER[str(per)]
        found[rows] = timeline[column].to_numpy(dtype=float)[rows] / size
    return found if "covered" not in timeline else np.where(timeline["covered"].to_numpy(dtype=bool), found, 0.0)


def effects(timeline: pd.DataFrame) -> Numbers:
    """How many times more each row's hits vary than Poisson counts do, read off the interval of its rate; at least 1.

    k hits that vary φ times as much have Garwood's interval of k/φ hits. The ratio of its ends says what k/φ is; where
    there are no hits, the upper end says what φ is. It is missing where the row has no interval.

    References
    ----------
    Those of :func:`~mediastudy.timelines.intervals.poisson`.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.timelines.intervals import poisson
    >>> low, high = poisson([8, 0], 1, effect=2)
    >>> rows = pd.DataFrame({"hits": [8, 0], "rate_low": low, "rate_high": high, "tokens": 10**6, "documents": 3})
    >>> effects(rows.assign(per="million tokens")).round(2).tolist()
    [2.0, 2.0]
    """
    from scipy import special

    hits, low, high = (timeline[name].to_numpy(dtype=float) for name in ("hits", "rate_low", "rate_high"))
    # The ratio falls evenly with the hits that count, on a scale of logarithms fine enough to read between its points.
    counted = np.geomspace(0.02, 1e7, 2_000)
    ratio = np.log(special.gammaincinv(counted + 1, 1 - _TAIL)) - np.log(special.gammaincinv(counted, _TAIL))
    with np.errstate(divide="ignore", invalid="ignore"):
        width = np.log(high) - np.log(low)
        effective = np.exp(np.interp(-np.log(width), -np.log(ratio), np.log(counted)))
        found = np.where(hits > 0, hits / effective, high * exposure(timeline) / special.gammaincinv(1, 1 - _TAIL))
    return np.where(np.isfinite(low) & np.isfinite(high), np.maximum(found, 1.0), np.nan)
