"""Shares of hits or documents by cell, and the table that holds them, with whole stories taken as independent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.timelines.intervals import wilson

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike

    from mediastudy.timelines.counting.cells import Cells

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Proportion(NamedTuple):
    """The share in each cell and the ends of its 95 % interval, NaN where there is nothing to share."""

    share: Numbers
    low: Numbers
    high: Numbers


def proportion(part: ArrayLike, whole: ArrayLike, place: Integers, size: int) -> Proportion:
    """The share that the part has of the whole at each place below ``size``; one entry per cluster in.

    With y the part and x the whole of a cluster, the share is p = Σy / Σx, and its variance over the K clusters with
    x > 0 is K/(K-1) Σ(y - px)² / (Σx)². A share of n independent ones varies by p(1-p)/(n-1); the interval is Wilson's
    for the n at which this holds, at most Σx. Where nothing varies, because all or none belong to the part or there is
    one cluster, n is (Σx)² / Σx², the number of clusters if they are equally large.

    References
    ----------
    Cochran, W. G. (1977). Sampling Techniques, 3rd ed., sections 6.3 and 9A.2 (variance of a ratio over clusters).
    Korn, E. L. and Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive
    counts estimated from survey data. Survey Methodology 24(2), 193-201 (effective sample size).
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
    Statistical Association 22(158), 209-212.

    Examples
    --------
    >>> found = proportion([1] * 5 + [0] * 5, [1] * 10, np.zeros(10, dtype=np.int64), 1)
    >>> [round(float(part[0]), 3) for part in found]
    [0.5, 0.237, 0.763]
    """
    y, x = np.asarray(part, dtype=float), np.asarray(whole, dtype=float)

    def sums(values: NDArray[Any]) -> Numbers:
        return np.bincount(place, weights=values, minlength=size)[:size].astype(float)

    total, squares, clusters = sums(x), sums(x * x), sums(x > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = sums(y) / total
        spread = np.maximum(sums(y * y) - 2 * share * sums(x * y) + share**2 * squares, 0)
        variance = clusters / (clusters - 1) * spread / total**2
        varied = np.minimum(1 + share * (1 - share) / variance, total)
        worth = np.where(variance > 0, varied, total**2 / squares)
        low, high = wilson(share * worth, worth)
    return Proportion(share, low, high)


def laid_out(
    cells: Cells, named: pd.DataFrame, counted: Sequence[Mapping[str, NDArray[Any]]], *, table: str
) -> pd.DataFrame:
    """The table with one row per group, name and period, in that order.

    ``named`` has one row per phrase or variant, and ``counted`` its result columns, one entry per cell.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines.counting.cells import cells
    >>> made = cells(Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid"], "date": ["1994"]})), every="year")
    >>> ones = dict.fromkeys(("hits", "hits_in_quotations", "documents_with_hit", "covered"), np.array([1]))
    >>> laid_out(made, pd.DataFrame({"phrase": ["aid"]}), [ones], table="quoted_hits")["period_label"].tolist()
    ['1994']
    """
    size, length = cells.shape
    of_group, of_name, of_period = np.indices((size, len(named), length)).reshape(3, -1)
    picked = (of_name * size + of_group) * length + of_period
    groups = labelled(cells, table)
    columns: dict[str, Any] = {
        **{name: groups[name].take(of_group).array for name in groups.columns},
        **{name: cells.periods[name].take(of_period).array for name in cells.periods.columns},
        **{name: named[name].take(of_name).array for name in named.columns},
        **{name: np.concatenate([part[name] for part in counted])[picked] for name in counted[0]},
    }
    return tables.conform(pd.DataFrame(columns), table)[[*groups.columns.drop("unit"), *tables.COLUMNS[table]]]


def labelled(cells: Cells, table: str) -> pd.DataFrame:
    """The groups of the cells, a column that the result table has too being prefixed ``document_``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines.counting.cells import cells
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid"], "date": ["1994"], "speaker": ["Orm"]})
    >>> labelled(cells(Corpus.build(documents), every="year", by="speaker"), "quoting_speakers").columns.tolist()
    ['document_speaker', 'unit']
    """
    clashing = [name for name in cells.groups.columns if name in tables.COLUMNS[table] and name != "unit"]
    return cells.groups.rename(columns={name: f"document_{name}" for name in clashing})
