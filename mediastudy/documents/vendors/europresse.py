"""One document of Europresse: the line that holds section, date, length and page, and what stands around the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dates import find_dates
from mediastudy.documents.dating.weekdays import WEEKDAYS
from mediastudy.documents.vendors.exports import exported, number_in
from mediastudy.documents.vendors.factiva import byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article

HOST: Final = "Europresse"
_LAST_WEEKDAY: Final = re.compile(rf"(?:^|(?<=[\s,;]))(?:{WEEKDAYS})\s*,?\s*$", re.IGNORECASE)
_ZONE: Final = re.compile(r"\s*(?:UTC|GMT)?\s*[+-]\d{2}:?\d{2}\b")
_LENGTH: Final = re.compile(r"(?P<length>\d[\d\s.,]*)\s*(?:mots?|words?|palabras?|wörter)\b", re.IGNORECASE)
_PAGE: Final = re.compile(r"\bpp?\.\s*(?P<pages>[^\s,;][^;]*?)\s*$", re.IGNORECASE)
_ISSUE: Final = re.compile(
    r"(?P<outlet>.+?)\s*,\s*(?P<issue>(?:no|n[°º]|nos?|numéro|vol|iss)\b\.?\s*\S.*)", re.IGNORECASE
)
_NUMBER: Final = re.compile(
    r"(?:num[ée]ro de document|n[°º] de document|document number|document no\.?|número de documento|dokumentnummer)"
    r"\s*:?\s*(?P<number>\S.*)",
    re.IGNORECASE,
)
_BARE_NUMBER: Final = re.compile(r"\w{2,10}[·•‧](?:19|20)\d{6}[·•‧]\S+")
_SMALL: Final = frozenset(
    "de du des d la le les et avec van von der di da del y and à en pour par propos recueillis".split()  # noqa: SIM905
)
_LONGEST_NAME: Final = 100
_LONGEST_HEADING: Final = 400
_MOST_WORDS: Final = 12
_STOP: Final = re.compile(r"[.!?:;…»\"”]$")


class Heading(NamedTuple):
    """What the line below the newspaper's name says."""

    date_raw: str | None
    section: str | None = None
    pages: str | None = None
    length: str | None = None
    rest: str | None = None


class Parts(NamedTuple):
    """The parts of a document as the page tells them apart: lists of runs of text, in order."""

    outlet: Sequence[str] = ()
    heading: Sequence[str] = ()
    title: Sequence[str] = ()
    writers: Sequence[str] = ()
    body: Sequence[str] = ()
    captions: Sequence[str] = ()
    pieces: Sequence[tuple[str, str]] = ()


def heading_of(line: str) -> Heading:
    """Section, date, length and page of the line below the newspaper's name.

    Examples
    --------
    >>> heading_of("Politique, mardi 14 mars 2006, p. 16")[:3]
    ('mardi 14 mars 2006', 'Politique', '16')
    >>> heading_of("mercredi 3 mai 2017 - 06:00:00 UTC +0200 574 mots").length
    '574'
    """
    line = " ".join(line[:_LONGEST_HEADING].split())
    found = find_dates(line)
    if not found:
        dated = any(character.isdigit() for character in line)
        return Heading(line if dated else None, None if dated else line or None)
    start, end = found[0].start, found[0].end
    weekday = _LAST_WEEKDAY.search(line[:start])
    start = weekday.start() if weekday else start
    zone = _ZONE.match(line, end)
    end = zone.end() if zone else end
    after = line[end:]
    length, page = _LENGTH.search(after), _PAGE.search(after)
    for taken in filter(None, (page, length)):
        after = after.replace(taken.group(), " ")
    return Heading(
        line[start:end].strip(" ,"),
        line[:start].strip(" ,;-–") or None,
        page["pages"] if page else None,
        number_in(length["length"]) if length else None,
        after.strip(" ,;-–") or None,
    )


def number_of(line: str) -> str | None:
    """The document's number if the line states it, or None.

    Examples
    --------
    >>> number_of("Numéro de document : news·20060315·CO·0q1503"), number_of("Numéro un")
    ('news·20060315·CO·0q1503', None)
    """
    match = _NUMBER.fullmatch(line)
    if match:
        return match["number"].strip()
    return line if _BARE_NUMBER.fullmatch(line) else None


def is_signed(line: str) -> bool:
    """Whether a line reads like the writers' names and not like a sentence.

    Examples
    --------
    >>> is_signed("Mara Okhai et Jan Velde"), is_signed("Some text, and more"), is_signed("The harbour opens.")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_][\w.-]*", line[: _LONGEST_NAME + 1])
    if not 1 <= len(words) <= _MOST_WORDS or len(line) > _LONGEST_NAME or _STOP.search(line):
        return False
    names = [word for word in words if word.casefold() not in _SMALL]
    return bool(names) and all(word[0].isupper() for word in names)


def document_of(parts: Parts) -> Article | None:
    """The article of a document's parts; None if it has neither title nor body.

    Examples
    --------
    >>> article = document_of(Parts(["Coast Daily, no. 7"], ["Port, mardi 14 mars 2006"], ["Opening"], body=["Ships."]))
    >>> article.fields["outlet"], article.fields["edition"], article.fields["section"]
    ('Coast Daily', 'no. 7', 'Port')
    """
    if not any(parts.title) and not any(parts.body):
        return None
    outlet = " ".join(parts.outlet)
    issue = _ISSUE.fullmatch(outlet) if len(outlet) <= _LONGEST_HEADING else None
    heading = heading_of(" ".join(parts.heading))
    numbers = (number_of(text) for _, text in parts.pieces)
    fields = {
        "title": " ".join(parts.title),
        "date_raw": heading.date_raw,
        "outlet": issue["outlet"] if issue else outlet,
        "edition": issue["issue"] if issue else None,
        "byline": byline(" ".join(parts.writers)),
        "section": heading.section,
        "pages": heading.pages,
        "length_stated": heading.length,
        "captions": "\n".join(parts.captions),
        "record": next((number for number in numbers if number), None),
        "host": HOST,
    }
    pieces = [*parts.pieces, *([("metadata", heading.rest)] if heading.rest else [])]
    kept = [(kind, text) for kind, text in pieces if number_of(text) is None]
    return exported(fields, parts.body, pieces=kept)
