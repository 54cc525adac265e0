"""The rate at stated weights of the outlets, so that a change in the archive is not taken for one in language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.timelines.counting.exposures import effects, exposure, keyed
from mediastudy.timelines.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[np.float64]

_TAIL: Final = 0.025
_MISSING: Final = "unknown"


class _Panel(NamedTuple):
    """The weight of each outlet in the panel, and which outlets have enough documents in each period."""

    weights: pd.Series
    enough: pd.DataFrame

    @property
    def complete(self) -> NDArray[np.bool_]:
        """The periods in which all outlets of the panel have enough documents."""
        whole = self.enough[self.weights.index].all(axis="columns").to_numpy(dtype=bool)
        return np.asarray(whole & bool(len(self.weights)), dtype=bool)


@tables.framed
def standardised(
    timeline: pd.DataFrame,
    *,
    weights: Mapping[str, float] | pd.Series | None = None,
    over: str = "outlet",
    minimum: int = 5,
) -> pd.DataFrame:
    """The table of rates by period with the same outlets at the same weights in each.

    Parameters
    ----------
    timeline : made by :func:`~mediastudy.timelines.timeline.timeline` with ``by="outlet"``, per token or per document
    weights : of each outlet, in any unit; without it, its share of all tokens (or documents) of the whole time
    over : the column that is held constant
    minimum : documents that an outlet must have in a period; with fewer, its rate there counts as unknown

    The panel is made of the outlets that have weights. Without ``weights`` it is chosen by this rule: outlets are taken
    in the order of the periods in which they have enough documents (of equal ones the larger first), and as many of
    them as keep most tokens (or documents) in periods that all of them cover. A period in which an outlet of the panel
    has too few documents has no rate, and the outlets left out are named: nothing is filled in for them.

    Returns
    -------
    pd.DataFrame
        One row per series and period: further columns in ``by``; ``period``, ``period_end``, ``period_label``;
        ``phrase``; ``variant``; ``unit``; ``per``; ``rate`` (in the unit of ``per``) with ``rate_low`` and
        ``rate_high``, its 95 % interval; ``crude_rate`` (of all outlets together as they come, the panel or not);
        ``outlets`` (number in the panel); ``panel`` (their names and weights); ``suppressed`` (outlets that the period
        has but the panel lacks, and outlets of the panel with too few documents, each with its documents there);
        ``covered`` (whether the panel is complete, and so the rate known). Outlets without a name are *unknown*.

        With w an outlet's weight and r its rate, the rate is Σwr. The interval is Fay and Feuer's on gamma
        distributions, in which an outlet's hits and tokens are divided by its design effect, as read off the interval
        of its rate in the timeline. It takes outlets as independent: a text that several of them carry counts as one
        story inside an outlet, but not across.

    Raises
    ------
    ValueError
        If the timeline lacks a column, has several rows for an outlet, phrase and period, a weight is negative or none
        is positive, an outlet with a weight does not occur, or ``minimum`` is less than 1.

    References
    ----------
    Fay, M. P. and Feuer, E. J. (1997). Confidence intervals for directly standardized rates: a method based on the
    gamma distribution. Statistics in Medicine 16(7), 791-801.
    Kish, L. (1965). Survey Sampling, section 8.2 (design effect).

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines import timeline
    >>> texts = ["Aid came"] * 4 + ["No wool"] * 2
    >>> documents = pd.DataFrame({"document": list("abcdef"), "text": texts, "date": ["1994", "1995"] * 3})
    >>> documents["outlet"] = ["Post"] * 4 + ["Herald"] * 2
    >>> made = standardised(timeline(Corpus.build(documents), "aid", by="outlet"), minimum=1)
    >>> made[["period_label", "rate", "crude_rate", "panel"]].round(0).values.tolist()[0]
    ['1994', 333333.0, 333333.0, 'Post 0.667, Herald 0.333']
    """
    tables.require(timeline, [over], what="the timeline")
    if minimum < 1:
        message = f"minimum must be 1 document or more, not {minimum}."
        raise ValueError(message)
    rows, keys = keyed(timeline)
    rows = rows.assign(_name=rows[over].astype("str").fillna(_MISSING), _size=exposure(rows), _effect=effects(rows))
    series = [name for name in keys if name != over]
    leading = [name for name in series if name not in tables.COLUMNS["standardised"]]
    _once(rows, series, over)
    if weights is not None:
        _check(pd.Series(weights, dtype=float), rows["_name"], over)
    parts = (some for _, some in rows.groupby(series, dropna=False, sort=False))
    made = [_series(some, _panel(some, weights, minimum)) for some in parts]
    none = pd.concat([rows.head(0)[leading], tables.empty("standardised")], axis="columns")
    result = tables.conform(pd.concat(made) if made else none, "standardised")
    return result[[*leading, *tables.COLUMNS["standardised"]]]


def gamma_interval(hits: ArrayLike, factors: ArrayLike, effect: ArrayLike = 1.0) -> Interval:
    """Fay and Feuer's 95 % interval of Σ factor * hits, along the last axis.

    With x hits that vary φ times as much as Poisson counts and factors f (weight by exposure), y = Σfx has the variance
    v = Σf²φx, and m is the largest fφ. The ends are v/2y χ²(α/2; 2y²/v) and (v+m²)/2(y+m) χ²(1-α/2; 2(y+m)²/(v+m²)).
    With one outlet they are Garwood's.

    References
    ----------
    Fay, M. P. and Feuer, E. J. (1997). Confidence intervals for directly standardized rates: a method based on the
    gamma distribution. Statistics in Medicine 16(7), 791-801, formulas for the lower and upper limit.

    Examples
    --------
    >>> low, high = gamma_interval([3], [1.0])
    >>> round(float(low), 3), round(float(high), 3)
    (0.619, 8.767)
    """
    from scipy import special

    x, f, phi = np.broadcast_arrays(*(np.asarray(part, dtype=float) for part in (hits, factors, effect)))
    y, v, m = (f * x).sum(axis=-1), (f**2 * phi * x).sum(axis=-1), (f * phi).max(axis=-1, initial=0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(y > 0, v / y * special.gammaincinv(y**2 / v, _TAIL), 0.0)
        high = (v + m**2) / (y + m) * special.gammaincinv((y + m) ** 2 / (v + m**2), 1 - _TAIL)
    return Interval(low, high)


def _once(rows: pd.DataFrame, series: list[str], over: str) -> None:
    """Raise if an outlet has two rows in a period of one series."""
    if rows.duplicated([*series, "period", "_name"]).any():
        message = f"The timeline has several rows for one {over}, phrase and period; choose one of each."
        raise ValueError(message)


def _check(weights: pd.Series, names: pd.Series, over: str) -> None:
    """Raise if the weights are none, or of outlets that do not occur."""
    listed = ", ".join(names.unique())
    unknown = [str(name) for name in weights.index if name not in set(names)]
    if unknown and len(names):
        message = f"weights name the {over} {unknown[0]!r}, which the timeline lacks; it has {listed}."
        raise ValueError(message)
    if not (weights >= 0).all() or not weights.sum() > 0:
        message = f"weights must be 0 or more, and one of them more; they are {weights.to_dict()}."
        raise ValueError(message)


def _table(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    """A column of one series with a row per period and a column per outlet, 0 where the timeline has no row."""
    return rows.pivot_table(index="period", columns="_name", values=column, aggfunc="sum", dropna=False).fillna(0.0)


def _panel(rows: pd.DataFrame, weights: Mapping[str, float] | pd.Series | None, minimum: int) -> _Panel:
    """The panel of one series: the one stated, or the one that keeps most of the archive."""
    size, enough = _table(rows, "_size"), _table(rows, "documents") >= minimum
    enough &= size > 0
    if weights is not None:
        stated = pd.Series(weights, dtype=float).reindex(size.columns, fill_value=0.0)
        stated = stated[stated > 0]
        return _Panel(stated / stated.sum(), enough)
    order = (
        pd.DataFrame({"periods": enough.sum(), "size": size.sum(), "name": size.columns})
        .loc[lambda found: found["periods"] > 0]
        .sort_values(["periods", "size", "name"], ascending=[False, False, True])
        .index
    )
    best, chosen = -1.0, order[:0]
    for count in range(1, len(order) + 1):
        panel = order[:count]
        kept = float(size.loc[enough[panel].all(axis="columns"), panel].to_numpy().sum())
        best, chosen = (kept, panel) if kept > best else (best, chosen)
    total = size[chosen].sum()
    return _Panel(total / total.sum(), enough)


def _series(rows: pd.DataFrame, panel: _Panel) -> pd.DataFrame:
    """The result rows of one series."""
    first = rows.drop_duplicates("period").sort_values("period", ignore_index=True)
    hits, size, effect = (_table(rows, name) for name in ("hits", "_size", "_effect"))
    names, complete = panel.weights.index, panel.complete
    whole = size.sum(axis="columns").to_numpy(dtype=float)
    crude = np.divide(hits.sum(axis="columns").to_numpy(), whole, out=np.full(len(whole), np.nan), where=whole > 0)
    rate, low, high = np.full((3, len(first)), np.nan)
    if len(names):
        factors = panel.weights.to_numpy() / size.loc[complete, names].to_numpy(dtype=float)
        counts = hits.loc[complete, names].to_numpy(dtype=float)
        rate[complete] = (factors * counts).sum(axis=1)
        low[complete], high[complete] = gamma_interval(
            counts, factors, effect.loc[complete, names].to_numpy(dtype=float)
        )
    return first.assign(
        rate=rate,
        rate_low=low,
        rate_high=high,
        crude_rate=crude,
        outlets=len(names),
        panel=", ".join(f"{name} {weight:.3f}" for name, weight in panel.weights.items()),
        suppressed=_suppressed(_table(rows, "documents"), panel),
        covered=complete,
    )


def _suppressed(documents: pd.DataFrame, panel: _Panel) -> pd.Series:
    """The outlets that each period's rate leaves out or lacks, with their documents; missing where there is none."""
    wanted = documents.columns.isin(panel.weights.index)
    left_out = np.where(wanted, ~panel.enough, documents > 0)
    counts = documents.astype("int64").to_numpy()
    named = [
        ", ".join(f"{name} ({count})" for name, count, out in zip(documents, some, left, strict=True) if out)
        for some, left in zip(counts, left_out, strict=True)
    ]
    return pd.Series(named, dtype="str").where(lambda text: text != "")
