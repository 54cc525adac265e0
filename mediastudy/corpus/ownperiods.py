"""Periods of a scholar's own: a table of names and bounds, such as plans, terms of office or wars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS: Final = ("name", "first", "last")
# The numpy unit that a date of a precision stands for; any other precision is that of a day.
_WHOLE: Final = {"month": "M", "year": "Y"}


def own_periods(table: pd.DataFrame) -> pd.DataFrame:
    """The periods of a table in order of time, checked.

    Parameters
    ----------
    table : one row a period: ``name``, ``first`` and ``last`` day (dates, or text such as 1994-03-05); there may be
        gaps between periods, and further columns

    Returns
    -------
    pd.DataFrame
        One row a period, by its first day: ``name``; ``first`` and ``last`` (its days, inclusive).

    Raises
    ------
    ValueError
        If a column is missing, a name is missing or repeated, a bound is no date, a period ends before it begins, two
        overlap, or there is none.

    Examples
    --------
    >>> plans = pd.DataFrame({"name": ["Second", "First"], "first": ["1996-01-01", "1991-01-01"]})
    >>> own_periods(plans.assign(last=["2000-12-31", "1995-12-31"]))["name"].tolist()
    ['First', 'Second']
    """
    tables.require(table, COLUMNS, what="the table of periods")
    rows = table.reset_index(drop=True)
    made = pd.DataFrame({"name": _names(rows["name"]), "first": _days(rows["first"]), "last": _days(rows["last"])})
    made = made.sort_values("first", kind="stable", ignore_index=True)
    _check(made)
    return made


def inside(documents: pd.DataFrame, own: pd.DataFrame, nowhere: int) -> NDArray[np.int64]:
    """The row of the period in which the whole possible span of each document's date lies, ``nowhere`` if in none.

    Examples
    --------
    >>> own = own_periods(pd.DataFrame({"name": ["War"], "first": ["1939-09-01"], "last": ["1945-09-02"]}))
    >>> dated = pd.DataFrame({"date": pd.to_datetime(["1940-01-01"] * 2 + ["1939-01-01"]), "date_precision": "year"})
    >>> inside(dated, own, -1).tolist()
    [0, 0, -1]
    """
    first, last = spans(documents)
    place = np.searchsorted(_dates(own["first"]), first, side="right") - 1
    held = (place >= 0) & (last <= _dates(own["last"])[place]) & ~unknown(documents)
    return np.where(held, place, nowhere)


def touched(documents: pd.DataFrame, own: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether the possible span of each document's date shares a day with a period.

    Examples
    --------
    >>> own = own_periods(pd.DataFrame({"name": ["War"], "first": ["1939-09-01"], "last": ["1945-09-02"]}))
    >>> dated = pd.DataFrame({"date": pd.to_datetime(["1939-01-01", "1938-01-01"]), "date_precision": "year"})
    >>> touched(dated, own).tolist()
    [True, False]
    """
    first, last = spans(documents)
    place = np.searchsorted(_dates(own["first"]), last, side="right") - 1
    return (place >= 0) & (_dates(own["last"])[place] >= first) & ~unknown(documents)


def spans(documents: pd.DataFrame) -> tuple[NDArray[np.datetime64], NDArray[np.datetime64]]:
    """The first and the last day that each document's date may stand for, by its precision.

    Examples
    --------
    >>> dated = pd.DataFrame({"date": pd.to_datetime(["1940-02-01"]), "date_precision": ["month"]})
    >>> [days.astype(str).tolist() for days in spans(dated)]
    [['1940-02-01'], ['1940-02-29']]
    """
    day = _dates(documents["date"])
    first, last = day.copy(), day.copy()
    for precision, unit in _WHOLE.items():
        coarse = documents["date_precision"].eq(precision).fillna(value=False).to_numpy(dtype=bool)
        begun = day[coarse].astype(f"datetime64[{unit}]")
        first[coarse] = begun.astype("datetime64[D]")
        last[coarse] = (begun + 1).astype("datetime64[D]") - 1
    return first, last


def unknown(documents: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether each document has no date.

    Examples
    --------
    >>> unknown(pd.DataFrame({"date": pd.to_datetime(["1940-02-01", None]), "date_precision": None})).tolist()
    [False, True]
    """
    none = documents["date_precision"].eq("none").fillna(value=False)
    return (documents["date"].isna() | none).to_numpy(dtype=bool)


def _dates(dates: pd.Series) -> NDArray[np.datetime64]:
    """Dates as days."""
    return dates.to_numpy(dtype="datetime64[us]").astype("datetime64[D]")


def _names(names: pd.Series) -> pd.Series:
    """The names as text, each given once."""
    if names.isna().any() or names.duplicated().any():
        message = f"Each period needs a name of its own; the table has {', '.join(map(repr, names))}."
        raise ValueError(message)
    return names.astype("str")


def _days(bounds: pd.Series) -> pd.Series:
    """The bounds as days, none missing."""
    days = pd.to_datetime(bounds, errors="coerce").astype("datetime64[us]").dt.normalize()
    if days.isna().any():
        message = f"{bounds.name} must hold days such as 1994-03-05, not {bounds[days.isna()].iloc[0]!r}."
        raise ValueError(message)
    return days


def _check(own: pd.DataFrame) -> None:
    """Raise if there is no period, one ends before it begins, or one begins before another has ended."""
    if own.empty:
        message = "The table of periods has no row; give at least one name with its first and last day."
        raise ValueError(message)
    backwards = own[own["first"] > own["last"]]
    if len(backwards):
        message = f"The period {backwards['name'].iloc[0]!r} ends before it begins; exchange its first and last day."
        raise ValueError(message)
    late = np.flatnonzero(own["first"].to_numpy()[1:] <= own["last"].to_numpy()[:-1])
    if len(late):
        one, other = own["name"].iloc[late[0]], own["name"].iloc[late[0] + 1]
        message = f"The periods {one!r} and {other!r} overlap; let the one end on the day before the other begins."
        raise ValueError(message)
