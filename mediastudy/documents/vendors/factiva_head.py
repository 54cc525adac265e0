"""The head of an article in Factiva's plain layout: the lines between the one with the length and the body."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dating.clocks import clock_after
from mediastudy.documents.vendors.factiva import COPYRIGHT, is_date, with_clock
from mediastudy.documents.vendors.language_names import named_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Problem

_CLOCK: Final = re.compile(r"\d{1,2}\s?[:.h：]\s?\d{2}")
_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_ONE_PAGE: Final = r"(?:[A-Za-z]{0,4}[. -]{0,2}|[A-Za-z]{5,12})\d{1,4}[A-Za-z]?"
_PAGES: Final = re.compile(
    r"(?:(?:pp?|pg|pages?|s|seiten?|págs?|páginas?|第)\.?\s*)?"
    rf"{_ONE_PAGE}(?:\s*[,;/&+-]\s*{_ONE_PAGE}){{0,20}}(?:\s*[页頁版面])?",
    re.IGNORECASE,
)
_VOLUME: Final = re.compile(r"(?:vol(?:ume|\.|\b)|jahrgang|jg\.|n[or°º]\b\.?|iss(?:ue)?\b).*", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LOOKED_AT: Final = 12  # lines below the length that can belong to the head
DATE_WITHIN: Final = 3  # of these, the first ones are where the date can stand
_SHORT: Final = 120
_LONGEST_CLOCK: Final = 30


class Line(NamedTuple):
    """One line or block: its text, its role if sure, whether a gap is above it.

    Roles are ``headline``, ``byline``, ``body``, and ``rest`` for what stands below the body.
    """

    text: str
    role: str = ""
    gap: bool = False


class Head(NamedTuple):
    """What stands above the body: columns, pieces, problems, and the number of lines it takes."""

    fields: dict[str, str | None]
    pieces: list[tuple[str, str]]
    problems: list[Problem]
    end: int


def plain_head(lines: Sequence[Line]) -> Head:
    """What the lines below the length say, down to the body.

    Examples
    --------
    >>> lines = "13 November 2017|Coast Daily|COAST|English|(c) 2017 Coast|Ships came.".split("|")
    >>> head = plain_head([Line(text) for text in lines])
    >>> head.fields["outlet"], head.fields["language"], head.end
    ('Coast Daily', 'en', 5)
    """
    known = next((place for place, line in enumerate(lines) if line.role == "body"), None)
    area = [line.text for line in lines[:_LOOKED_AT][:known]]
    slots = list(enumerate(area[:DATE_WITHIN]))
    dated = next((place for test in (is_date, may_be_date) for place, text in slots if test(text)), None)
    pieces = [("metadata", text) for text in area[: dated or 0]]
    at = 0 if dated is None else dated + 1
    clock = area[at] if at < len(area) and _is_clock(area[at]) else None
    at += clock is not None
    fields: dict[str, str | None] = {"date_raw": None if dated is None else with_clock(area[dated], clock)}
    fields["outlet"] = area[at] if at < len(area) else None
    code = _code_place(area, at + 1)
    pieces += [("metadata", text) for text in area[at + 1 : code]] if code else []
    pieces += [("metadata", f"SC: {area[code]}")] if code else []
    start = at + 1 if code is None else code + 1
    end = known if known is not None else start + _head_length(lines[start:_LOOKED_AT])
    details, rest = _details([line.text for line in lines[start:end]])
    return Head(fields | details, pieces + rest, [], end)


def _code_place(area: Sequence[str], start: int) -> int | None:
    """The place of the source's code: the first line from here, or the second if that is no page."""
    if start < len(area) and _CODE.fullmatch(area[start]):
        return start
    second = area[start + 1 : start + 2]
    return start + 1 if any(_CODE.fullmatch(text) and not _PAGES.fullmatch(text) for text in second) else None


def _head_length(lines: Sequence[Line]) -> int:
    """How many of the lines below the code belong to the head, where nothing marks the body."""
    language = next((place for place, line in enumerate(lines) if named_language(line.text)), None)
    right = next((place for place, line in enumerate(lines) if _is_copyright(line.text)), None)
    if language is not None and (right is None or right > language + 1):
        right = language + (language + 1 < len(lines) and _is_owner(lines[language + 1 : language + 3]))
    if right is None:
        return len(list(takewhile(lambda line: _PAGES.fullmatch(line.text), lines)))
    wraps = any(line.gap for line in lines[right + 1 :])
    return right + 1 + (len(list(takewhile(lambda line: not line.gap, lines[right + 1 :]))) if wraps else 0)


def _is_owner(lines: Sequence[Line]) -> bool:
    """Whether the first of two lines below the language, which no sign marks, says whose text it is.

    It has a year, or stands close below the language with a gap between it and the body.
    """
    first, following = lines[0], lines[1:]
    close = not first.gap and all(line.gap for line in following) and bool(following)
    return len(first.text) <= _SHORT and (close or bool(_YEAR.search(first.text)))


def _details(texts: list[str]) -> tuple[dict[str, str | None], list[tuple[str, str]]]:
    """Edition, pages and language between the code and the body, and what else stands there."""
    right = next((place for place, text in enumerate(texts) if _is_copyright(text)), len(texts))
    spoken = [place for place in range(min(right, len(texts))) if named_language(texts[place])]
    language = spoken[-1] if spoken else None
    if right == len(texts) and language is not None:
        right = language + 1  # what follows the language is the owner, copyright sign or not
    unknown = right - 1 if language is None and 0 < right < len(texts) else None  # a language by a name not known
    before = [text for place, text in enumerate(texts[:right]) if place not in {language, unknown}]
    if unknown is not None and _PAGES.fullmatch(texts[unknown]):
        before.append(texts[unknown])
        unknown = None
    volumes = [text for text in before if _VOLUME.fullmatch(text)]
    pages = [text for text in before if text not in volumes and _PAGES.fullmatch(text)]
    others = [text for text in before if text not in volumes and text not in pages]
    if not others and len(pages) > 1:  # an edition by its number stands above the page
        others = [pages.pop(0)]
    fields = {
        "language": None if language is None else named_language(texts[language]),
        "pages": pages[0] if pages else None,
        "edition": others[0] if others else None,
    }
    named = [] if unknown is None else [texts[unknown]]
    pieces = [("metadata", text) for text in (*others[1:], *volumes, *pages[1:], *named)]
    owner = " ".join(texts[right:])
    return fields, [*pieces, *([("copyright", owner)] if owner else [])]


def _is_clock(text: str) -> bool:
    """Whether a line is a time of day and nothing else."""
    if len(text) > _LONGEST_CLOCK or not _CLOCK.search(text):
        return False
    clock = clock_after(f" {text}", 0)
    return clock is not None and clock.end == len(text) + 1


def _is_copyright(text: str) -> bool:
    """Whether a line of a head states whose text it is."""
    return bool(COPYRIGHT.match(text)) or (len(text) <= _SHORT and bool(COPYRIGHT.search(text)))


def may_be_date(text: str) -> bool:
    """Whether a line may be a date: it is one, or it is short and has a year, but no copyright.

    Examples
    --------
    >>> may_be_date("13 November 2017"), may_be_date("Spring 2017"), may_be_date("(c) 2017 Coast")
    (True, True, False)
    """
    return is_date(text) or (len(text) <= _SHORT // 3 and bool(_YEAR.search(text)) and not COPYRIGHT.search(text))
