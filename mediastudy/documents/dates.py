"""The one place where a date string becomes a date with its precision, or stays unknown.

Nothing is guessed: ``03/04/2024`` stays unknown until the file it stands in (or ``columns.toml``) says which number
is the day; an impossible date stays missing; today's date is never filled in. The wall-clock time is kept as
published, whatever its zone.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from mediastudy.documents.clocks import clock_after, clock_before
from mediastudy.documents.months import PATTERN as MONTH
from mediastudy.documents.months import month_number

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY_MONTH: Final = "day-month"
MONTH_DAY: Final = "month-day"
ORDERS: Final = (DAY_MONTH, MONTH_DAY)

_Y = r"(?P<y>[12]\d{3})"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|º|ª)?"
_GAP = r"(?:\.?[\s\-/,]\s*|\.)"
_OF = r"(?:(?:of|de|del|d')\s*)?"
_OFFSET = r"(?:\s+[+-]\d{4}|\s+[A-Z]{2,4})"
_LONGEST: Final = 200
_HAN: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")

# Tried in this order; a later pattern never takes characters that an earlier one has taken.
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.])(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        rf"(?<!\d){_Y}(?P<m>\d{{2}})(?P<d>\d{{2}})(?=$|[T\sZ_])",
        rf"(?<!\d){_Y}\s*[年년]\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日号號일])?",
        r"(?P<hy>[〇零○一二三四五六七八九]{4})年(?P<hm>[一二三四五六七八九十]{1,2})月(?:(?P<hd>[一二三四五六七八九十]{1,3})日)?",
        rf"(?<![\d:.]){_D}{_GAP}?\s*{_OF}(?P<mon>{MONTH}){_GAP}?\s*{_OF}{_Y}(?!\d)",
        rf"(?<![^\W\d_])(?P<mon>{MONTH})[\s\-]*{_D}\s*[,\s\-]\s*{_Y}(?!\d)",
        rf"(?<![^\W\d_])(?P<mon>{MONTH})\s+{_D}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?{_OFFSET}?\s+{_Y}(?!\d)",
        r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.\-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)",
        rf"(?<![^\W\d_])(?P<mon>{MONTH}),?\s+{_OF}{_Y}(?!\d)",
    )
)
_MONTH_ONLY: Final = re.compile(r"(?P<y>[12]\d{3})[-/.](?P<m>\d{1,2})|(?P<m2>\d{1,2})[/.](?P<y2>[12]\d{3})")
_SHORT_YEAR: Final = re.compile(r"\d{1,2}([/.\-])\d{1,2}\1\d{2}")
_YEAR_ONLY: Final = re.compile(r"([12]\d{3})(?:\.0|\s*年)?")


class Day(NamedTuple):
    """A date read from a string: missing with the name of the problem, or with its precision."""

    date: datetime | None
    precision: str
    problem: str | None = None


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
        The date as printed; words around it (a weekday, an edition) are allowed, a second date is not.
    order
        ``day-month`` or ``month-day`` for dates in numbers such as ``03/04/2024``; without it they stay unknown.

    Returns
    -------
    Day
        ``date`` (None if unknown), ``precision``, and ``problem``: ``ambiguous_date``, ``impossible_date``,
        ``unreadable_date``, ``future_date`` (kept) or None.

    Examples
    --------
    >>> parse_date("Thursday, 29 August 2024, 10.04 am")
    Day(date=datetime.datetime(2024, 8, 29, 10, 4), precision='day', problem=None)
    >>> parse_date("2024年8月").precision, parse_date("03/04/2024").problem
    ('month', 'ambiguous_date')
    """
    return _parse(raw.strip(), order)


@lru_cache(maxsize=4096)
def _parse(raw: str, order: str | None) -> Day:
    """The date of a stripped string."""
    if not raw:
        return Day(None, "none")
    year = _YEAR_ONLY.fullmatch(raw)
    if year:
        return _future_flagged(_made(year[1], "1", None)._replace(precision="year"))
    found = find_dates(raw, order=order) if len(raw) <= _LONGEST else []
    if len({item.day.date for item in found}) == 1:
        return found[0].day
    if not found:
        return _short_date(raw)
    return Day(None, "none", "unreadable_date")


def find_dates(text: str, *, order: str | None = None) -> list[Found]:
    """The dates that stand in a text, in order of appearance; a year alone is no date here.

    Examples
    --------
    >>> [(item.start, item.end) for item in find_dates("Updated 2024-08-29 10:04:43Source: Agency")]
    [(8, 27)]
    """
    found: list[Found] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(_with_clock(text, match, order))
    return sorted(found, key=lambda item: item.start)


def _with_clock(text: str, match: re.Match[str], order: str | None) -> Found:
    """The date of a match, with the time of day that stands directly after or before it."""
    day = _day_of(match.groupdict(), order)
    start, end = match.span()
    clock = clock_after(text, end)
    if clock is None:
        clock = clock_before(text, start)
        start = start if clock is None else clock.start
    else:
        end = clock.end
    inner = re.search(r"\d{1,2}:\d{2}(?::\d{2})?", match.group())
    if clock is None and inner:
        clock = clock_after(" " + inner.group(), 0)
    if clock and day.date and day.precision == "day":
        day = day._replace(date=datetime.combine(day.date, clock.time))
    return Found(start, end, _future_flagged(day))


def _day_of(parts: dict[str, str | None], order: str | None) -> Day:
    """The date that the named parts of a match state."""
    if parts.get("hy"):
        day = _han(parts["hd"])
        return _made(str(parts["hy"]).translate(_HAN), str(_han(parts["hm"])), str(day) if day else None)
    if parts.get("a"):
        return _numeric(int(str(parts["a"])), int(str(parts["b"])), str(parts["y"]), order)
    name = parts.get("mon")
    month = str(month_number(name)) if name else str(parts["m"])
    return _made(str(parts["y"]), month, parts.get("d"))


def _numeric(first: int, second: int, year: str, order: str | None) -> Day:
    """A date in numbers whose order is settled by the numbers themselves, or else by ``order``."""
    own = _own_order(first, second)
    if own is None and first != second and order is None and max(first, second) <= 12:  # noqa: PLR2004 - months
        return Day(None, "none", "ambiguous_date")
    day, month = (second, first) if (own or order) == MONTH_DAY else (first, second)
    return _made(year, str(month), str(day))


def _own_order(first: int, second: int) -> str | None:
    """The order that two numbers show by themselves: one of them can't be a month."""
    if (first > 12) == (second > 12):  # noqa: PLR2004 - months of a year
        return None
    return DAY_MONTH if first > 12 else MONTH_DAY  # noqa: PLR2004


def _made(year: str, month: str, day: str | None) -> Day:
    """The date of three numbers, or an impossible one."""
    try:
        date = datetime(int(year), int(month), int(day or 1))  # noqa: DTZ001 - the wall clock as published
    except ValueError:
        return Day(None, "none", "impossible_date")
    return Day(date, "day" if day else "month")


def _han(numeral: str | None) -> int | None:
    """The number that a Chinese numeral below one hundred states."""
    if not numeral:
        return None
    tens, ten, ones = numeral.rpartition("十")
    value = int(ones.translate(_HAN) or 0)
    return value + (int(tens.translate(_HAN) or 1) * 10 if ten else 0)


def _short_date(raw: str) -> Day:
    """The date of a string that names a month of a year in numbers, or none."""
    month = _MONTH_ONLY.fullmatch(raw)
    if month:
        return _future_flagged(_made(month["y"] or month["y2"], month["m"] or month["m2"], None))
    # A year of two digits could be of any century.
    return Day(None, "none", "ambiguous_date" if _SHORT_YEAR.fullmatch(raw) else "unreadable_date")


def _future_flagged(day: Day) -> Day:
    """The same day, marked if it lies ahead of every clock on earth."""
    if day.date and day.date > datetime.now() + timedelta(days=1):  # noqa: DTZ005 - compared with wall clocks
        return day._replace(problem="future_date")
    return day


def numeric_order(values: Iterable[str]) -> str | None:
    """The order of day and month in a column's numeric dates, from those that show it; None if none or both do.

    Examples
    --------
    >>> numeric_order(["03/04/2024", "29/08/2024"]), numeric_order(["03/04/2024"])
    ('day-month', None)
    """
    numeric = _PATTERNS[7]
    matches = (numeric.search(value) for value in values)
    orders = {_own_order(int(match["a"]), int(match["b"])) for match in matches if match} - {None}
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
