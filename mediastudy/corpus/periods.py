"""Dates to periods and back; a document whose date is coarser than the period belongs to none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy.corpus import ownperiods

if TYPE_CHECKING:
    from mediastudy.corpus.corpus import Corpus

EVERY: Final = ("day", "week", "month", "quarter", "year", "five years", "decade")
NO_DATE: Final = "no date"
OUTSIDE: Final = "outside the periods"
# The number of the period of a document that belongs to none.
NOWHERE: Final = np.iinfo(np.int64).min
# Years from the first to the last of five.
_FIFTH: Final = 4

# A period's numpy unit, how many of these units it lasts, and how many its first one lies off the epoch: weeks begin on
# Monday (ISO 8601), and 1970-01-01 was a Thursday.
_UNITS: Final = {
    "day": ("D", 1, 0),
    "week": ("D", 7, 3),
    "month": ("M", 1, 0),
    "quarter": ("M", 3, 0),
    "year": ("Y", 1, 0),
    # The epoch is a year divisible by five and by ten.
    "five years": ("Y", 5, 0),
    "decade": ("Y", 10, 0),
}
_COARSER: Final = {
    "day": ("month", "year"),
    "week": ("month", "year"),
    "month": ("year",),
    "quarter": ("year",),
    "year": (),
    "five years": (),
    "decade": (),
}

Integers = NDArray[np.integer]
Every = str | pd.DataFrame


def chosen(every: Every) -> Every:
    """The kind of period, or the table of own periods in order of time, if it is one that can be used.

    Raises
    ------
    ValueError
        If it is none of day, week, month, quarter, year, five years, decade, or as
        :func:`~mediastudy.corpus.ownperiods.own_periods` does.

    Examples
    --------
    >>> chosen("five years")
    'five years'
    """
    return ownperiods.own_periods(every) if isinstance(every, pd.DataFrame) else _calendar(every)


def numbers(dates: pd.Series, every: str) -> Integers:
    """The number of the calendar period of each date, counted from 1970; dates must not be missing.

    Examples
    --------
    >>> numbers(pd.Series(pd.to_datetime(["1970-01-04", "1970-01-05"])), "week").tolist()
    [0, 1]
    """
    unit, length, shift = _UNITS[every]
    return (dates.to_numpy(dtype="datetime64[us]").astype(f"datetime64[{unit}]").astype(np.int64) + shift) // length


def beginnings(periods: Integers, every: Every) -> NDArray[np.datetime64]:
    """The first day of each numbered period; own periods are numbered from 0.

    Examples
    --------
    >>> beginnings(np.array([0, 1]), "quarter").astype(str).tolist()
    ['1970-01-01T00:00:00.000000', '1970-04-01T00:00:00.000000']
    """
    if isinstance(every, pd.DataFrame):
        return every["first"].to_numpy(dtype="datetime64[us]")[periods]
    unit, length, shift = _UNITS[every]
    return (np.asarray(periods, dtype=np.int64) * length - shift).astype(f"datetime64[{unit}]").astype("datetime64[us]")


def endings(periods: Integers, every: Every) -> NDArray[np.datetime64]:
    """The last day of each numbered period.

    Examples
    --------
    >>> endings(np.array([0, 4]), "five years").astype("datetime64[D]").astype(str).tolist()
    ['1974-12-31', '1994-12-31']
    """
    if isinstance(every, pd.DataFrame):
        return every["last"].to_numpy(dtype="datetime64[us]")[periods]
    return beginnings(np.asarray(periods, dtype=np.int64) + 1, every) - np.timedelta64(1, "D")


def described(periods: Integers, every: Every) -> pd.DataFrame:
    """Numbered periods as a table.

    Returns
    -------
    pd.DataFrame
        One row a period: ``period`` and ``period_end`` (its first and last day); ``period_label`` (its own name, or as
        :func:`format_period` writes it).

    Examples
    --------
    >>> described(np.array([24]), "year")["period_label"].tolist()
    ['1994']
    """
    first, last = pd.Series(beginnings(periods, every)), pd.Series(endings(periods, every))
    return pd.DataFrame({"period": first, "period_end": last, "period_label": format_period(first, every)})


def reasons(corpus: Corpus, every: Every) -> pd.Series:
    """Why each selected document belongs to no period; missing where it belongs to one.

    A date without a stated precision is taken as precise to the day. A document lies *outside the periods* if its date,
    however coarse, shares no day with any of them.
    """
    every = chosen(every)
    date, precision = corpus.column("date"), corpus.column("date_precision")
    found = ("date known to the " + precision).mask(date.isna() | precision.eq("none"), NO_DATE)
    if isinstance(every, pd.DataFrame):
        dated = pd.DataFrame({"date": date, "date_precision": precision})
        found = found.mask(~ownperiods.touched(dated, every) & ~ownperiods.unknown(dated), OUTSIDE)
    return found.where(placed(corpus, every) == NOWHERE)


def placed(corpus: Corpus, every: Every) -> Integers:
    """The number of the period of each selected document, ``NOWHERE`` for one that belongs to none.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid", "More aid"], "date": ["1994-03-05", None]})
    >>> placed(Corpus.build(documents), "year")[0].item()
    24
    """
    if isinstance(every, pd.DataFrame):
        dated = pd.DataFrame({name: corpus.column(name) for name in ("date", "date_precision")})
        return ownperiods.inside(dated, ownperiods.own_periods(every), NOWHERE)
    number: Integers = corpus.coded.kept(f"period {every}", lambda: _placed(corpus.everything, every))
    return number if corpus.is_whole else number[corpus.rows]


def _placed(documents: pd.DataFrame, every: str) -> Integers:
    """The number of the period of each document."""
    coarse = documents["date_precision"].isin([*_COARSER[every], "none"]).to_numpy(dtype=bool)
    nowhere = documents["date"].isna().to_numpy(dtype=bool) | coarse
    return np.where(nowhere, NOWHERE, numbers(documents["date"], every))


def undated(corpus: Corpus, *, every: Every = "year") -> pd.DataFrame:
    """The table of documents that a timeline leaves out because they belong to no period.

    Returns
    -------
    pd.DataFrame
        One row per reason: ``reason`` (*no date*, *date known to the year*, *date known to the month*, *outside the
        periods*), ``documents``, ``tokens``. Empty if every document belongs to a period.

    Raises
    ------
    ValueError
        As :func:`chosen` does.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid", "More aid"], "date": ["1994-03-05", None]})
    >>> undated(Corpus.build(documents), every="month").values.tolist()
    [['no date', 1, 2]]
    """
    return (
        pd.DataFrame({"reason": reasons(corpus, every), "tokens": corpus.lengths})
        .dropna(subset="reason")
        .groupby("reason", as_index=False)
        .agg(documents=("tokens", "size"), tokens=("tokens", "sum"))
        .astype({"reason": "str", "documents": "int64", "tokens": "int64"})
    )


def format_period(series: pd.Series, every: Every) -> pd.Series:
    """Periods as written in a file: 1990s, 1990-1994, 1994, 1994-03, 1994Q1, 1994-W05, 1994-03-05 or their own names.

    ``series`` holds the first day of each; one on which no own period begins has no name.

    Raises
    ------
    ValueError
        As :func:`chosen` does.

    Examples
    --------
    >>> format_period(pd.Series(pd.to_datetime(["1994-01-31"])), "week").tolist()
    ['1994-W05']
    """
    every = chosen(every)
    if isinstance(every, pd.DataFrame):
        days = series.astype("datetime64[us]")
        return days.map(dict(zip(every["first"], every["name"], strict=True))).astype("str")
    year = _digits(series.dt.year, 4)
    if every == "week":
        iso = series.dt.isocalendar()
        return _digits(iso["year"], 4) + "-W" + _digits(iso["week"], 2)
    if every == "day":
        return year + "-" + _digits(series.dt.month, 2) + "-" + _digits(series.dt.day, 2)
    return year + _after_year(series, every)


def _after_year(series: pd.Series, every: str) -> pd.Series | str:
    """What follows the year where a period is written."""
    if every == "month":
        return "-" + _digits(series.dt.month, 2)
    if every == "quarter":
        return "Q" + _digits(series.dt.quarter, 1)
    if every == "five years":
        return "-" + _digits(series.dt.year + _FIFTH, 4)
    return "s" if every == "decade" else ""


def _calendar(every: str) -> str:
    """The name of a kind of calendar period."""
    if every not in EVERY:
        message = f"every must be one of {', '.join(EVERY)}, or a table with name, first and last, not {every!r}."
        raise ValueError(message)
    return every


def _digits(numbers: pd.Series, width: int) -> pd.Series:
    """Whole numbers written with leading zeros, a missing one missing."""
    return numbers.astype("Int64").astype("str").str.zfill(width).astype("str")
