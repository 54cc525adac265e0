"""Factiva's plain layout: lines without labels, told apart by the one that states the length in words.

Above it stand the section, the headline, the writers and a credit; below it in this order the date, the time of day,
the source and its code, then edition, pages and language where there are any, and the copyright; then the body.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dating.clocks import clock_after
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.records import Problem
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.factiva import (
    COPYRIGHT,
    HOST,
    accession_of,
    byline,
    is_date,
    length_of,
    with_clock,
    words_in,
)
from mediastudy.documents.vendors.factiva_headlines import headline_parts
from mediastudy.documents.vendors.language_names import named_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article

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
_DATE_WITHIN: Final = 3
_SHORT: Final = 120
_LONGEST_CLOCK: Final = 30
_SEVERAL: Final = 2


class Line(NamedTuple):
    """One line or block: its text, its role if sure, whether a gap is above it.

    Roles are ``headline``, ``byline``, ``body``, and ``rest`` for what stands below the body.
    """

    text: str
    role: str = ""
    gap: bool = False


class _Head(NamedTuple):
    """What stands above the body: columns, pieces, problems, and the number of lines it takes."""

    fields: dict[str, str | None]
    pieces: list[tuple[str, str]]
    problems: list[Problem]
    end: int


def length_places(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that state a length and have a date below them.

    Examples
    --------
    >>> length_places([Line("Harbour opens"), Line("12 words"), Line("13 November 2017"), Line("Coast Daily")])
    [1]
    """
    return [
        place
        for place, line in enumerate(lines)
        if line.role in {"", "byline"}
        and length_of(line.text)
        and any(_dateish(below.text) for below in lines[place + 1 : place + 1 + _DATE_WITHIN])
    ]


def plain_article(lines: Sequence[Line], *, wrapped: bool = False) -> Article | None:
    """The article of a record in the plain layout; None if nothing tells its headline and its head.

    Parameters
    ----------
    lines
        The record's lines in order, the one with its number included.
    wrapped
        Whether the lines of the body may be broken for width.

    Examples
    --------
    >>> head = "Harbour opens|12 words|13 November 2017|Coast Daily|COAST|English|(c) 2017 Coast|Ships came."
    >>> article = plain_article([Line(text) for text in head.split("|")])
    >>> article.fields["outlet"], article.fields["text"]
    ('Coast Daily', 'Ships came.')
    """
    number = next((found for line in reversed(lines) if (found := accession_of(line.text))), None)
    place = next(iter(length_places(lines)), None)
    if place is None:
        return _without_length(lines, number)
    above = headline_parts([(line.text, line.role) for line in lines[:place]])
    below = _below([line for line in lines[place + 1 :] if line.role != "byline"])
    length = {"length_stated": words_in(lines[place].text)}
    late = [line.text for line in lines[place + 1 :] if line.role == "byline"]
    head = _Head(
        {**above.fields, **below.fields, **length, "record": number},
        [*above.pieces, *below.pieces],
        [*above.problems, *below.problems],
        below.end,
    )
    if late and not head.fields.get("byline"):
        head.fields["byline"] = ", ".join(map(byline, late))
    rest = [line for line in lines[place + 1 :] if line.role != "byline"][head.end :]
    return _article(head, rest, wrapped=wrapped)


def _without_length(lines: Sequence[Line], number: str | None) -> Article | None:
    """The article of a record that states no length: its headline is marked, or it is none."""
    if not any(line.role == "headline" for line in lines):
        return None
    bare = [line for line in lines if not accession_of(line.text)]
    start = next((place for place, line in enumerate(bare) if line.role == "headline"), 0)
    below = next((place for place in range(start + 1, len(bare)) if bare[place].role != "headline"), len(bare))
    head_end = next((place for place in range(below, len(bare)) if bare[place].role == "body"), len(bare))
    dated = next((place for place in range(below, head_end) if is_date(bare[place].text)), head_end)
    above = headline_parts([(line.text, line.role) for line in bare[:dated]])
    found = _below(bare[dated:]) if dated < head_end else _Head({}, [], [], head_end - dated)
    missing = Problem("", "no_length", "the line with the length is missing; the head was read by its date")
    head = _Head(
        {**above.fields, **found.fields, "record": number},
        [*above.pieces, *found.pieces],
        [*above.problems, missing],
        found.end,
    )
    return _article(head, bare[dated + head.end :], wrapped=False)


def _article(head: _Head, rest: Sequence[Line], *, wrapped: bool) -> Article | None:
    """The article of a head and the lines below it, down to the record's number; None if it says nothing."""
    above = list(takewhile(lambda line: not accession_of(line.text), rest))
    body = [line for line in above if line.role != "rest"]
    texts = [line.text for line in body]
    if wrapped:
        spaced = "\n".join(f"\n{line.text}" if line.gap else line.text for line in body)
        texts = [paragraph.text for paragraph in paragraphs(spaced)]
    if not head.fields.get("title") and not texts:
        return None
    beside = [("metadata", line.text) for line in above if line.role == "rest"]
    return exported({**head.fields, "host": HOST}, texts, pieces=[*head.pieces, *beside], problems=head.problems)


def _below(lines: Sequence[Line]) -> _Head:
    """What the lines below the length say, down to the body."""
    known = next((place for place, line in enumerate(lines) if line.role == "body"), None)
    area = [line.text for line in lines[:_LOOKED_AT][:known]]
    slots = list(enumerate(area[:_DATE_WITHIN]))
    dated = next((place for test in (is_date, _dateish) for place, text in slots if test(text)), None)
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
    return _Head(fields | details, pieces + rest, [], end)


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


def _dateish(text: str) -> bool:
    """Whether a line stands where a date does: a date, or a short line with a year that no month name opens."""
    return is_date(text) or (len(text) <= _SHORT // 3 and bool(_YEAR.search(text)) and not COPYRIGHT.search(text))
