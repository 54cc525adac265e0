"""Documents by calendar period: which belong to one, and groups of them split by period."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import periods

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus import Corpus


def by_period(corpus: Corpus, every: str) -> tuple[Corpus, pd.Series]:
    """The documents that belong to a period, and the first day of the period of each.

    Raises
    ------
    ValueError
        If ``every`` is none of day, week, month, quarter, year, decade.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": "Aid", "date": ["1994-03-05", None]})
    >>> dated, period = by_period(Corpus.build(documents), "quarter")
    >>> len(dated), period.astype("str").tolist()
    (1, ['1994-01-01'])
    """
    tables.choose(every, periods.EVERY, what="every")
    number = periods.placed(corpus, every)
    belongs = number != periods.NOWHERE
    return corpus.where(belongs), pd.Series(periods.beginnings(number[belongs], every))


def split(group: NDArray[np.int64], found: pd.DataFrame, period: pd.Series) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """The group of each document, groups being split by period, and the groups with the column ``period``.

    Only combinations that occur are groups. No period may be missing.

    Examples
    --------
    >>> period = pd.Series(pd.to_datetime(["1994-01-01", "1990-01-01", "1994-01-01"]))
    >>> number, found = split(np.array([0, 1, 1]), pd.DataFrame({"outlet": ["Herald", "Post"]}), period)
    >>> number.tolist(), found["outlet"].tolist(), found["period"].dt.year.tolist()
    ([0, 1, 2], ['Herald', 'Post', 'Post'], [1994, 1990, 1994])
    """
    code, values = pd.factorize(period, sort=True)
    keys, number = np.unique(group * max(len(values), 1) + code, return_inverse=True)
    of_group, of_period = np.divmod(keys, max(len(values), 1))
    named = found.take(of_group).reset_index(drop=True)
    return number.astype(np.int64), named.assign(period=pd.Series(values, dtype=period.dtype).take(of_period).array)
