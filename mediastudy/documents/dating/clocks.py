"""The time of day that stands beside a date."""

from __future__ import annotations

import re
from datetime import time
from typing import Final, NamedTuple

from mediastudy.documents.dating.weekdays import WEEKDAYS

ZONES: Final = (
    "(?:[ECMP][SD]?T|CEST|CET|EET|EEST|WEST|MESZ|MEZ|BST|AE[SD]T|AW?ST|NZ[SD]?T|IST|SGT|HKT|JST|KST|BJT|GMT|UTC|MSK)"
)

_HAN_HALF: Final = {"下午": 12, "晚上": 12, "傍晚": 12, "午后": 12, "午後": 12, "오후": 12, "凌晨": 0, "오전": 0}
_HALF_BEFORE = rf"(?:(?P<han>{'|'.join(_HAN_HALF)}|上午|早上|中午|午前)\s*)?"
_HALF = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
_HOUR = r"(?P<h>\d{1,2})"
_CLOCK = (
    rf"{_HALF_BEFORE}{_HOUR}(?::|\.|\s?h\s?|：|\s*Uhr\s*|\s?[时時点點]\s?)(?P<m>\d{{2}})"
    rf"(?:[:：.](?P<s>\d{{2}})(?:[.,](?P<f>\d{{1,6}})\d*)?)?{_HALF}?"
)
_ZONE = (
    r"(?:\s*(?:Uhr|分|Z(?![^\W\d_])|(?:UTC|GMT)(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}(?!\d)"
    rf"|\(?{ZONES}\)?(?![^\W\d_])))?"
)
_AT = r"(?:(?:at|um|à|às|a las|alle ore|alle|ore|om|kl\.?|в|-|–)(?![^\W\d_])\s*)?"
_BETWEEN = (
    r"(?:T|(?:\s*(?:г\.|года(?![^\W\d_])))?\s*[,|·•/]?\s*"
    rf"{_AT}(?:[(（]?{WEEKDAYS}[)）]?\s*,?\s*)?{_AT})"
)
_AFTER: Final = re.compile(_BETWEEN + _CLOCK + _ZONE, re.IGNORECASE)
# An hour alone is a time of day only with a word for it: "9 a.m.", "14 Uhr", "下午5时".
_FULL_HOUR: Final = re.compile(
    rf"{_BETWEEN}{_HALF_BEFORE}{_HOUR}(?:{_HALF}|\s*(?:Uhr|h|hrs|[时時点點])(?![^\W\d_])){_ZONE}", re.IGNORECASE
)
_COMPACT: Final = re.compile(r"T?(?P<h>\d{2})(?P<m>\d{2})(?P<s>\d{2})?Z?(?=$|[\s+-])")
_BEFORE: Final = re.compile(
    rf"(?<![\d:.]){_CLOCK}{_ZONE}\s*(?:on|,|-|–|\|)?\s*(?:[^\W\d_]{{3,13}}(?:-feira)?,?\s*)?$", re.IGNORECASE
)
_LONGEST_BEFORE = 40


class Clock(NamedTuple):
    """A time of day with the offsets of its characters."""

    start: int
    end: int
    time: time


def clock_after(text: str, end: int) -> Clock | None:
    """The time of day that follows offset ``end``, or None.

    Examples
    --------
    >>> clock_after("29 August 2024 at 3.30 p.m.", 14).time.isoformat()
    '15:30:00'
    """
    match = _AFTER.match(text, end) or _FULL_HOUR.match(text, end)
    if not match and (text[end : end + 1] == "T" or text[end : end + 1].isdigit()):
        match = _COMPACT.match(text, end)
    return _clock(match) if match else None


def clock_before(text: str, start: int) -> Clock | None:
    """The time of day that ends directly before offset ``start``, or None.

    Examples
    --------
    >>> clock_before("10:04 GMT, 29 August 2024", 11).time.isoformat()
    '10:04:00'
    """
    base = max(0, start - _LONGEST_BEFORE)
    match = _BEFORE.search(text[base:start])
    clock = _clock(match) if match else None
    return clock and Clock(clock.start + base, clock.end + base, clock.time)


def _clock(match: re.Match[str]) -> Clock | None:
    """The time of a match, or None if no clock shows it."""
    parts = match.groupdict()
    fraction = int((parts.get("f") or "0").ljust(6, "0"))
    try:
        moment = time(_hour(parts), int(parts.get("m") or 0), int(parts.get("s") or 0), fraction)
    except ValueError:
        return None
    return Clock(match.start(), match.end(), moment)


def _hour(parts: dict[str, str | None]) -> int:
    """The hour of the day, counted from midnight."""
    hour = int(str(parts["h"]))
    half = (parts.get("half") or "").lower()
    if half:
        return hour % 12 + (12 if half == "p" else 0)
    shift = _HAN_HALF.get(parts.get("han") or "")
    # "下午17:04" is printed too: an hour past twelve has been counted from midnight.
    return hour if shift is None or hour > 12 else hour % 12 + shift  # noqa: PLR2004 - hours of half a day
