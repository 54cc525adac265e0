"""Where an article without a date may show one: its file's name, its address, its load date, its captions, its text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.dates import find_dates, parse_date
from mediastudy.documents.dating.calendars import made, year_of
from mediastudy.documents.dating.months import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mediastudy.documents.dating.calendars import Day

_Y: Final = r"(?P<y>(?:19|20)\d\d)"
_M: Final = r"(?P<m>0?[1-9]|1[0-2])"
_MM: Final = r"(?P<m>0[1-9]|1[0-2])"
_DD: Final = r"(?P<d>0[1-9]|[12]\d|3[01])"
_URL: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[/_=-]{_Y}[/_-]{_M}[/_-](?P<d>\d{{1,2}})(?=[/_.?&-]|$)",
        rf"/{_Y}/(?P<mon>[a-z]{{3}})/(?P<d>\d{{1,2}})(?=/|$)",
        rf"/{_Y}-?{_MM}/{_DD}(?=[/_.-]|$)",
        rf"(?<![\da-z]){_Y}{_MM}{_DD}(?=[/_.?&-]|$)",
        rf"/t{_Y}{_MM}{_DD}_",
        rf"/{_Y}/{_MM}(?=/|$)",
        rf"/{_Y}-?{_MM}(?=/|$)",
    )
)
_NUMBER: Final = re.compile(r"\d{1,2}")
_YEAR: Final = re.compile(_Y)
_FOLDER: Final = re.compile(rf"{_Y}(?:[-_.]?{_MM}(?:[-_.]?{_DD})?)?")
_NAME: Final = re.compile(rf"(?<!\d){_Y}(?:[-_.]?{_MM}(?:[-_.]?{_DD})?)?(?!\d)")
_SENTENCE: Final = re.compile(r".{30,}?[.!?。！？](?=\s|$|[\u4e00-\u9fff])", re.DOTALL)
_LONGEST: Final = 400


def _from_name(told: Mapping[str, Any]) -> Day | None:
    """The date in the name of a file that holds this article alone, or that is a date and nothing else."""
    stem = re.sub(r"(\.[A-Za-z]\w{0,6}){1,2}$", "", PurePosixPath(str(told.get("file") or "")).name)
    if not told.get("_lone") and not _FOLDER.fullmatch(stem):
        return None
    words = find_dates(stem.replace("_", " "))
    if words:
        return _only([item.day for item in words])
    matches = [match for match in _NAME.finditer(stem) if match["m"] or match.group() == stem]
    return _day(matches[0]) if len(matches) == 1 else None


def _from_url(told: Mapping[str, Any]) -> Day | None:
    """The date in the article's address."""
    address = str(told.get("url") or "")
    days = (_day(match) for match in (pattern.search(address) for pattern in _URL) if match)
    return next((day for day in days if day and day.date), None)


def _from_load_date(told: Mapping[str, Any]) -> Day | None:
    """The day on which the database loaded the article."""
    return parse_date(str(told["load_date"])) if told.get("load_date") else None


def _from_dateline(told: Mapping[str, Any]) -> Day | None:
    """The date in the dateline, if it has a year."""
    return _only([item.day for item in find_dates(str(told.get("dateline") or ""))])


def _from_captions(told: Mapping[str, Any]) -> Day | None:
    """The last of the dates in the captions: an article is not older than its photographs."""
    days = [item.day for item in find_dates(str(told.get("captions") or "")) if item.day.date]
    return max(days, key=lambda day: str(day.date), default=None)


def _from_sentence(told: Mapping[str, Any]) -> Day | None:
    """The only date in the first sentence of the text."""
    text = str(told.get("text") or "")[:_LONGEST]
    match = _SENTENCE.match(text)
    return _only([item.day for item in find_dates(match.group() if match else text)])


def _from_folder(told: Mapping[str, Any]) -> Day | None:
    """The date that the folders above the file make: ``2024-08``, ``2024/08/29``."""
    day: Day | None = None
    numbers: list[str] = []
    for part in PurePosixPath(str(told.get("file") or "")).parts[:-1]:
        match = _FOLDER.fullmatch(part)
        if match:
            day, numbers = _day(match), [part] if _YEAR.fullmatch(part) else []
        elif numbers and _NUMBER.fullmatch(part):
            numbers.append(part)
            day = made(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None)  # noqa: PLR2004 - y, m, d
    return day


# The places in the order in which they are believed.
HINTS: Final[dict[str, Callable[[Mapping[str, Any]], Day | None]]] = {
    "file name": _from_name,
    "url": _from_url,
    "load date": _from_load_date,
    "dateline": _from_dateline,
    "captions": _from_captions,
    "first sentence": _from_sentence,
    "folder": _from_folder,
}


def _day(match: re.Match[str]) -> Day | None:
    """The date that the parts of a match state."""
    parts = match.groupdict()
    if parts.get("mon"):
        number = MONTHS.get(str(parts["mon"]).casefold())
        return made(parts["y"], str(number), parts["d"]) if number else None
    return made(parts["y"], parts["m"], parts.get("d")) if parts.get("m") else year_of(parts["y"])


def _only(days: list[Day]) -> Day | None:
    """The one date that stands there, or None."""
    known = {day.date: day for day in days}
    return next(iter(known.values())) if len(known) == 1 else None
