"""The parts of a date as a day of the calendar, or the name of what is wrong with them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from mediastudy.documents.dating.datepatterns import NUMERIC
from mediastudy.documents.dating.months import month_number
from mediastudy.documents.dating.weekdays import weekdays_in

DAY_MONTH: Final = "day-month"
MONTH_DAY: Final = "month-day"
ORDERS: Final = (DAY_MONTH, MONTH_DAY)

_HAN: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_MONTHS: Final = 12
_FIRST_YEAR: Final = 1500
_BEFORE_JUCHE: Final = 1911


class Day(NamedTuple):
    """A date read from a string: missing with the name of the problem, or with its precision."""

    date: datetime | None
    precision: str
    problem: str | None = None


def day_of(parts: dict[str, str | None], order: str | None) -> Day:
    """The date that the named parts of a match state.

    Examples
    --------
    >>> day_of({"d": "29", "mon": "Aug.", "y": "2024"}, None).date.isoformat()
    '2024-08-29T00:00:00'
    """
    if parts.get("hy"):
        day = _han(parts["hd"])
        return made(str(parts["hy"]).translate(_HAN), str(_han(parts["hm"])), str(day) if day else None)
    if parts.get("a"):
        return _numeric(int(str(parts["a"])), int(str(parts["b"])), str(parts["y"]), order)
    if parts.get("mon2") or parts.get("d1"):
        return _shared(parts)
    name, juche = parts.get("mon"), parts.get("juche")
    month = str(month_number(name)) if name else str(parts["m"])
    return made(str(_BEFORE_JUCHE + int(juche)) if juche else str(parts["y"]), month, parts.get("d"))


def made(year: str, month: str, day: str | None) -> Day:
    """The date of three numbers (the first of the month if there is no day), or an impossible one.

    Examples
    --------
    >>> made("2024", "8", None).precision, made("2024", "2", "30").problem, made("1066", "10", "14").problem
    ('month', 'impossible_date', 'impossible_date')
    """
    try:
        date = datetime(int(year), int(month), int(day or 1))  # noqa: DTZ001 - the wall clock as published
    except ValueError:
        return Day(None, "none", "impossible_date")
    if date.year < _FIRST_YEAR:
        return Day(None, "none", "impossible_date")
    return Day(date, "day" if day else "month")


def year_of(year: str) -> Day:
    """A year of which nothing else is known.

    Examples
    --------
    >>> year_of("1999").precision
    'year'
    """
    day = made(year, "1", None)
    return day._replace(precision="year") if day.date else day


def flagged(day: Day, printed: str) -> Day:
    """The same day, marked if it lies ahead of every clock on earth or if its weekday is none that is printed.

    Examples
    --------
    >>> flagged(made("2024", "8", "29"), "Friday, 29 August 2024").problem
    'weekday_mismatch'
    """
    if day.date is None or day.problem:
        return day
    if day.date > datetime.now() + timedelta(days=1):  # noqa: DTZ005 - compared with wall clocks
        return day._replace(problem="future_date")
    named = weekdays_in(printed) if day.precision == "day" else frozenset()
    return day._replace(problem="weekday_mismatch") if named and day.date.weekday() not in named else day


def order_shown(printed: str) -> str | None:
    """The order of day and month that a numeric date shows by itself: by its numbers, or by the weekday beside it.

    Examples
    --------
    >>> order_shown("29/08/2024"), order_shown("Samstag, 03.04.2010"), order_shown("03/04/2024")
    ('day-month', 'day-month', None)
    """
    match = NUMERIC.search(printed)
    if match is None:
        return None
    first, second = match["a"], match["b"]
    own = _own_order(int(first), int(second))
    named = None if own else weekdays_in(printed)
    if own or not named or first == second:
        return own
    read = {DAY_MONTH: made(match["y"], second, first), MONTH_DAY: made(match["y"], first, second)}
    fitting = [order for order, day in read.items() if day.date and day.date.weekday() in named]
    return fitting[0] if len(fitting) == 1 else None


def _numeric(first: int, second: int, year: str, order: str | None) -> Day:
    """A date in numbers whose order is settled by the numbers themselves, or else by ``order``."""
    own = _own_order(first, second)
    if own is None and first != second and order is None and max(first, second) <= _MONTHS:
        return Day(None, "none", "ambiguous_date")
    day, month = (second, first) if (own or order) == MONTH_DAY else (first, second)
    return made(year, str(month), str(day))


def _own_order(first: int, second: int) -> str | None:
    """The order that two numbers show by themselves: one of them can't be a month."""
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    return DAY_MONTH if first > _MONTHS else MONTH_DAY


def _shared(parts: dict[str, str | None]) -> Day:
    """What the days or months of an issue share: the month, or else the year."""
    first = month_number(str(parts["mon"]))
    last = month_number(parts.get("mon2") or str(parts["mon"]))
    if first != last:
        return year_of(str(parts["y"]))
    if parts.get("d1") and int(str(parts["d1"])) >= int(str(parts["d"])):
        return made(str(parts["y"]), str(first), parts["d"])
    return made(str(parts["y"]), str(first), None)


def _han(numeral: str | None) -> int | None:
    """The number that a Chinese numeral below one hundred states."""
    if not numeral:
        return None
    tens, ten, ones = numeral.rpartition("十")
    value = int(ones.translate(_HAN) or 0)
    return value + (int(tens.translate(_HAN) or 1) * 10 if ten else 0)
