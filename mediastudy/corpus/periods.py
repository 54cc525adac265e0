"""Dates to calendar periods and back; a document whose date is coarser than the period belongs to none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables

if TYPE_CHECKING:
    from mediastudy.corpus.corpus import Corpus

EVERY: Final = ("day", "week", "month", "quarter", "year", "decade")
NO_DATE: Final = "no date"
# The number of the period of a document that belongs to none.
NOWHERE: Final = np.iinfo(np.int64).min

# A period's numpy unit, how many of these units it lasts, and how many its first one lies off the epoch: weeks begin on
# Monday (ISO 8601), and 1970-01-01 was a Thursday.
_UNITS: Final = {
    "day": ("D", 1, 0),
    "week": ("D", 7, 3),
    "month": ("M", 1, 0),
    "quarter": ("M", 3, 0),
    "year": ("Y", 1, 0),
    "decade": ("Y", 10, 0),
}
_COARSER: Final = {
    "day": ("month", "year"),
    "week": ("month", "year"),
    "month": ("year",),
    "quarter": ("year",),
    "year": (),
    "decade": (),
}

Integers = NDArray[np.integer]


def numbers(dates: pd.Series, every: str) -> Integers:
    """The number of the period of each date, counted from 1970; dates must not be missing.

    Examples
    --------
    >>> numbers(pd.Series(pd.to_datetime(["1970-01-04", "1970-01-05"])), "week").tolist()
    [0, 1]
    """
    unit, length, shift = _UNITS[every]
    return (dates.to_numpy(dtype="datetime64[us]").astype(f"datetime64[{unit}]").astype(np.int64) + shift) // length


def beginnings(periods: Integers, every: str) -> NDArray[np.datetime64]:
    """The first day of each numbered period.

    Examples
    --------
    >>> beginnings(np.array([0, 1]), "quarter").astype(str).tolist()
    ['1970-01-01T00:00:00.000000', '1970-04-01T00:00:00.000000']
    """
    unit, length, shift = _UNITS[every]
    return (np.asarray(periods, dtype=np.int64) * length - shift).astype(f"datetime64[{unit}]").astype("datetime64[us]")


def reasons(corpus: Corpus, every: str) -> pd.Series:
    """Why each selected document belongs to no period; missing where it belongs to one.

    A date without a stated precision is taken as precise to the day.
    """
    date, precision = corpus.column("date"), corpus.column("date_precision")
    return (
        ("date known to the " + precision)
        .mask(date.isna() | precision.eq("none"), NO_DATE)
        .where(placed(corpus, every) == NOWHERE)
    )  # fmt: skip


def placed(corpus: Corpus, every: str) -> Integers:
    """The number of the period of each selected document, ``NOWHERE`` for one that belongs to none.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid", "More aid"], "date": ["1994-03-05", None]})
    >>> placed(Corpus.build(documents), "year")[0].item()
    24
    """
    number: Integers = corpus.coded.kept(f"period {every}", lambda: _placed(corpus.everything, every))
    return number if corpus.is_whole else number[corpus.rows]


def _placed(documents: pd.DataFrame, every: str) -> Integers:
    """The number of the period of each document."""
    coarse = documents["date_precision"].isin([*_COARSER[every], "none"]).to_numpy(dtype=bool)
    nowhere = documents["date"].isna().to_numpy(dtype=bool) | coarse
    return np.where(nowhere, NOWHERE, numbers(documents["date"], every))


def undated(corpus: Corpus, *, every: str = "year") -> pd.DataFrame:
    """The table of documents that a timeline leaves out because they belong to no period.

    Returns
    -------
    pd.DataFrame
        One row per reason: ``reason`` (*no date*, *date known to the year*, *date known to the month*), ``documents``,
        ``tokens``. Empty if every document belongs to a period.

    Raises
    ------
    ValueError
        If ``every`` is none of day, week, month, quarter, year, decade.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid", "More aid"], "date": ["1994-03-05", None]})
    >>> undated(Corpus.build(documents), every="month").values.tolist()
    [['no date', 1, 2]]
    """
    tables.choose(every, EVERY, what="every")
    return (
        pd.DataFrame({"reason": reasons(corpus, every), "tokens": corpus.lengths})
        .dropna(subset="reason")
        .groupby("reason", as_index=False)
        .agg(documents=("tokens", "size"), tokens=("tokens", "sum"))
        .astype({"reason": "str", "documents": "int64", "tokens": "int64"})
    )


def format_period(series: pd.Series, every: str) -> pd.Series:
    """Periods as written in a file: 1990s, 1994, 1994-03, 1994Q1, 1994-W05 or 1994-03-05.

    Raises
    ------
    ValueError
        If ``every`` is none of day, week, month, quarter, year, decade.

    Examples
    --------
    >>> format_period(pd.Series(pd.to_datetime(["1994-01-31"])), "week").tolist()
    ['1994-W05']
    """
    tables.choose(every, EVERY, what="every")
    year = _digits(series.dt.year, 4)
    if every in {"year", "decade"}:
        written = year + ("s" if every == "decade" else "")
    elif every == "quarter":
        written = year + "Q" + _digits(series.dt.quarter, 1)
    elif every == "week":
        iso = series.dt.isocalendar()
        written = _digits(iso["year"], 4) + "-W" + _digits(iso["week"], 2)
    else:
        written = year + "-" + _digits(series.dt.month, 2)
    return written + "-" + _digits(series.dt.day, 2) if every == "day" else written


def _digits(numbers: pd.Series, width: int) -> pd.Series:
    """Whole numbers written with leading zeros, a missing one missing."""
    return numbers.astype("Int64").astype("str").str.zfill(width).astype("str")
