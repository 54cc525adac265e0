"""The time of day that stands beside a date."""

from __future__ import annotations

import re
from datetime import time
from typing import Final, NamedTuple

from mediastudy.documents.months import WEEKDAYS

ZONES: Final = (
    "(?:[ECMP][SD]?T|CEST|CET|EET|EEST|WEST|MESZ|MEZ|BST|AE[SD]T|AW?ST|NZ[SD]?T|IST|SGT|HKT|JST|KST|BJT|GMT|UTC|MSK)"
)

_CLOCK = (
    r"(?P<h>\d{1,2})(?::|\.|h|：|\s*Uhr\s*)(?P<m>\d{2})(?:[:：.](?P<s>\d{2})(?:[.,](?P<f>\d{1,6})\d*)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?"
)
_ZONE = (
    r"(?:\s*(?:Uhr|Z(?![^\W\d_])|(?:UTC|GMT)(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}(?!\d)"
    rf"|\(?{ZONES}\)?(?![^\W\d_])))?"
)
_BETWEEN = (
    r"(?:T|\s*[,|·•/]?\s*(?:at|um|à|às|a las|alle|ore|om|kl\.?|-|–)?\s*"
    rf"(?:\(?{WEEKDAYS}\)?\s*,?\s*)?)"
)
_AFTER: Final = re.compile(_BETWEEN + _CLOCK + _ZONE, re.IGNORECASE)
_COMPACT: Final = re.compile(r"T?(?P<h>\d{2})(?P<m>\d{2})(?P<s>\d{2})?Z?(?=$|[\s+-])")
_BEFORE: Final = re.compile(_CLOCK + _ZONE + r"\s*(?:on|,|-|–|\|)?\s*(?:[A-Za-zé]{3,9},?\s*)?$", re.IGNORECASE)
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
    match = _AFTER.match(text, end) or (_COMPACT.match(text, end) if text[end : end + 1] == "T" else None)
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
    hour = int(parts["h"])
    half = (parts.get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    fraction = int((parts.get("f") or "0").ljust(6, "0"))
    try:
        moment = time(hour, int(parts["m"]), int(parts.get("s") or 0), fraction)
    except ValueError:
        return None
    return Clock(match.start(), match.end(), moment)
