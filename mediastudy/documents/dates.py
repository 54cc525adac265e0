"""The one place where a date string becomes a date with its precision, or stays unknown.

Nothing is guessed: ``03/04/2024`` stays unknown until the file it stands in (or ``columns.toml``) says which number
is the day; an impossible date stays missing; today's date is never filled in. Of an issue of several days the month
is known (``March 3-9, 2010``), of several months or a season the year (``Jan/Feb 2008``, ``Spring 1999``). The
wall-clock time is kept as published, whatever its zone.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from mediastudy.documents.dating.calendars import (
    DAY_MONTH,
    MONTH_DAY,
    ORDERS,
    Day,
    day_of,
    flagged,
    made,
    order_shown,
    year_of,
)
from mediastudy.documents.dating.clocks import clock_after, clock_before
from mediastudy.documents.dating.datepatterns import MONTH_ONLY, SHORT_YEAR, YEAR_ONLY, patterns_for
from mediastudy.documents.dating.months import month_number

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "DAY_MONTH",
    "MONTH_DAY",
    "ORDERS",
    "Day",
    "Found",
    "find_dates",
    "numeric_order",
    "parse_date",
    "parse_dates",
]

_LONGEST: Final = 200
_INNER_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_UPDATE: Final = re.compile(
    r"(?:correct(?:ed|ion)|update[ds]?|modified|appended|aktualisiert|korrigiert|mis à jour|更新|修改)\D{0,20}$",
    re.IGNORECASE,
)


# Full-width digits and signs; marks that can't be seen.
_PLAIN: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    (0xAD, 0x200B, 0x200E, 0x200F, 0xFEFF)
)


class Found(NamedTuple):
    """A date within a longer text, with the offsets of its characters (time of day included)."""

    start: int
    end: int
    day: Day


def parse_date(raw: str, *, order: str | None = None) -> Day:
    """The date a string states, its precision (day, month, year, none), and the name of the problem if there is one.

    Parameters
    ----------
    raw
        The date as printed; words around it (a weekday, an edition) are allowed, a second date is not, unless it
        is that of a correction.
    order
        ``day-month`` or ``month-day`` for dates in numbers such as ``03/04/2024``; without it they stay unknown.

    Returns
    -------
    Day
        ``date`` (None if unknown), ``precision``, and ``problem``: ``ambiguous_date`` (which number is the day, or
        which century, is not shown), ``impossible_date`` (also of years before 1500), ``unreadable_date``,
        ``future_date`` (kept), ``weekday_mismatch`` (kept) or None.

    Examples
    --------
    >>> parse_date("Thursday, 29 August 2024, 10.04 am")
    Day(date=datetime.datetime(2024, 8, 29, 10, 4), precision='day', problem=None)
    >>> parse_date("2024年8月").precision, parse_date("Spring 1999").precision, parse_date("03/04/2024").problem
    ('month', 'year', 'ambiguous_date')
    """
    return _parse(raw, order)


@lru_cache(maxsize=65536)
def _parse(raw: str, order: str | None) -> Day:
    """The date of a string in any composition of its letters, white space and slashes (``2008/01//``) around it."""
    text = unicodedata.normalize("NFC", raw).translate(_PLAIN).strip().rstrip("/")
    if not text:
        return Day(None, "none")
    year = YEAR_ONLY.fullmatch(text)
    if year:
        return flagged(year_of(year["y"] or year["y2"]), "")
    found = find_dates(text, order=order or order_shown(text)) if len(text) <= _LONGEST else []
    if len(found) > 1:
        found = [item for item in found if not _UPDATE.search(text[: item.start])] or found
    if not found:
        return _short_date(text)
    if len({item.day.date for item in found}) == 1:
        return flagged(found[0].day, text)
    return Day(None, "none", "unreadable_date")


def find_dates(text: str, *, order: str | None = None) -> list[Found]:
    """The dates that stand in a text, in order of appearance; a year alone is no date here.

    Examples
    --------
    >>> [(item.start, item.end) for item in find_dates("Updated 2024-08-29 10:04:43Source: Agency")]
    [(8, 27)]
    """
    found: list[Found] = []
    for pattern in patterns_for(text):
        for match in pattern.finditer(text):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(_with_clock(text, match, order))
    return sorted(found, key=lambda item: item.start)


def _with_clock(text: str, match: re.Match[str], order: str | None) -> Found:
    """The date of a match, with the time of day that stands directly after or before it."""
    day = day_of(match.groupdict(), order)
    start, end = match.span()
    clock = clock_after(text, end)
    if clock is None:
        clock = clock_before(text, start)
        start = start if clock is None else clock.start
    else:
        end = clock.end
    inner = _INNER_CLOCK.search(match.group())
    if clock is None and inner:
        clock = clock_after(" " + inner.group(), 0)
    if clock and day.date and day.precision == "day":
        day = day._replace(date=datetime.combine(day.date, clock.time))
    return Found(start, end, flagged(day, ""))


def _short_date(text: str) -> Day:
    """The date of a string that is a month of a year and nothing else, or none."""
    month = MONTH_ONLY.fullmatch(text)
    if month:
        number = str(month_number(month["mon"])) if month["mon"] else month["m"] or month["m2"]
        return flagged(made(month["y"] or month["y2"], number, None), "")
    short = len(text) <= _LONGEST and SHORT_YEAR.search(text)
    return Day(None, "none", "ambiguous_date" if short else "unreadable_date")


def numeric_order(values: Iterable[str]) -> str | None:
    """The order of day and month in a column's numeric dates, from those that show it; None if none or both do.

    Examples
    --------
    >>> numeric_order(["03/04/2024", "29/08/2024"]), numeric_order(["03/04/2024"])
    ('day-month', None)
    """
    orders = {order_shown(value) for value in values} - {None}
    return orders.pop() if len(orders) == 1 else None


def parse_dates(values: pd.Series[str], *, order: str | None = None) -> pd.DataFrame:
    """A column of date strings, read together: the order of day and month comes from the column itself.

    Returns
    -------
    pandas.DataFrame
        On the index of ``values``: ``date`` (datetime64), ``date_precision`` and ``problem`` (missing if none).

    Examples
    --------
    >>> parse_dates(pd.Series(["03/04/2024", "29/08/2024"]))["date"].dt.month.tolist()
    [4, 8]
    """
    unique = values.dropna().unique().tolist()
    order = order or numeric_order(unique)
    days = {value: parse_date(value, order=order) for value in unique}
    rows = [days.get(value, Day(None, "none")) for value in values.array]
    return pd.DataFrame(
        {
            "date": pd.Series([row.date for row in rows], index=values.index, dtype="datetime64[us]"),
            "date_precision": pd.Series([row.precision for row in rows], index=values.index, dtype="str"),
            "problem": pd.Series([row.problem for row in rows], index=values.index, dtype="str"),
        }
    )
