"""A period as written in a table (1994, 1994Q1, 1994-03, 1994-W05, 1994 to 1996) to its first and its last day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

_YEAR: Final = r"(?P<year>[12]\d{3})"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}(?P<decade>s)",
        rf"{_YEAR}[-/ ]?Q(?P<quarter>[1-4])",
        rf"Q(?P<quarter>[1-4])[-/ ]?{_YEAR}",
        rf"{_YEAR}-?W(?P<week>\d{{1,2}})",
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})",
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})",
    )
)
_RANGE: Final = re.compile(r"\s*(?:\.\.+|…|\bto\b|\bbis\b|–|—|\s-\s|(?<=\d{4})[-/](?=\d{4}$))\s*")
_ENDS: Final = 2
_TEN: Final = 10
_DECEMBER: Final = 12


class Span(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date


def span_of(written: str) -> Span | None:
    """The first and last day of a period as written, None if it is none that can be told.

    Examples
    --------
    >>> span_of("1994Q1"), span_of("1994 to 1995")
    (Span(first=datetime.date(1994, 1, 1), last=datetime.date(1994, 3, 31)),
     Span(first=datetime.date(1994, 1, 1), last=datetime.date(1995, 12, 31)))
    >>> span_of("spring 1994") is None
    True
    """
    ends = [_single(part) for part in _RANGE.split(written.strip())]
    if len(ends) == 1:
        return ends[0]
    first, last = ends[0], ends[-1]
    if len(ends) != _ENDS or first is None or last is None or first.first > last.last:
        return None
    return Span(first.first, last.last)


def _single(written: str) -> Span | None:
    """The span of one period."""
    match = next((match for form in _FORMS if (match := form.fullmatch(written.strip()))), None)
    if match is None:
        return None
    parts = {name: value for name, value in match.groupdict().items() if value}
    try:
        return _dated(int(parts.pop("year")), parts)
    except (ValueError, OverflowError):  # a month 13, a week 54, the 30th of February
        return None


def _dated(year: int, parts: dict[str, str]) -> Span:
    """The span of a year and what further states the period within it."""
    if "decade" in parts:
        if year % _TEN:
            message = f"{year}s is no decade"
            raise ValueError(message)
        return Span(date(year, 1, 1), date(year + 9, 12, 31))
    if "week" in parts:
        monday = date.fromisocalendar(year, int(parts["week"]), 1)
        return Span(monday, monday + timedelta(days=6))
    if "day" in parts:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return Span(day, day)
    quarter = int(parts["quarter"]) if "quarter" in parts else None
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (int(parts.get("month", 1)),) * 2
    last = last if quarter or "month" in parts else _DECEMBER
    return Span(date(year, first, 1), _month_end(year, last))


def _month_end(year: int, month: int) -> date:
    """The last day of a month."""
    after = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return after - timedelta(days=1)
