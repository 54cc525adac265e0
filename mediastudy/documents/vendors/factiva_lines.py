"""Factiva's texts as records: lines of the plain layout, or lines that open with a code."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from mediastudy.documents.parts.credits import byline_of
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.vendors.exports import gathered
from mediastudy.documents.vendors.factiva import CODES, accession_of, coded_article, interface_of, length_of
from mediastudy.documents.vendors.factiva_head import Line
from mediastudy.documents.vendors.factiva_plain import length_places, plain_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article, Articles

_CODED: Final = re.compile(r"\*?(?P<code>[A-Z]{2,3})\*?(?:\s*\t\s*|\s{2,}|(?<=\*)\s*|\s*$)(?P<value>.*)")
_LOOSE: Final = re.compile(r"(?P<code>HD|BY|WC|PD|ET|SN|SC|LA|CY|LP|TD|AN) (?P<value>\S.*)")
_SURE: Final = frozenset({"HD", "PD", "SN", "AN", "WC"})
_ENOUGH: Final = 3
_LONGEST_BYLINE: Final = 200
_HEADLINE_LINES: Final = 4
_FURNITURE: Final = re.compile(
    r"(?:page|seite|página|pagina|第)\s*\d{1,5}\b.{0,100}|(?:©|\(c\)).{0,12}\bfactiva\b.*|dow jones factiva"
    r"|(?:factiva)?\s*(?:dow jones & company, inc\.)?",
    re.IGNORECASE,
)
_SUMMARY: Final = re.compile(
    r"(?:search summary|suchzusammenfassung|zusammenfassung der suche|résumé de la recherche"
    r"|resumen de (?:la )?búsqueda|riepilogo (?:della )?ricerca|resumo da (?:pesquisa|busca)"
    r"|搜[索寻尋](?:摘要|概要))\s*:?",
    re.IGNORECASE,
)
_FOLIO: Final = re.compile(r"\d{1,4}")
_FEW_WORDS: Final = 20


def is_factiva(text: str) -> bool:
    r"""Whether a text holds Factiva's records: a stated length over a date, or codes, and a record's number.

    Examples
    --------
    >>> is_factiva("Harbour\n12 words\n13 November 2017\nCoast Daily\n\nShips.\n\nDocument COAS000020171113edbd0002x")
    True
    >>> is_factiva("The harbour has 12 words\n13 November 2017")
    False
    """
    lines = _lines(text)
    if not any(accession_of(line.text) or _is_number(line.text) for line in lines):
        return False
    codes = {match["code"] for line in lines if (match := _CODED.fullmatch(line.text) or _LOOSE.fullmatch(line.text))}
    return bool(length_places(lines)) or len(codes & _SURE) >= _ENOUGH


def read_text(text: str, *, wrapped: bool = True) -> Articles:
    r"""The articles of a text that Factiva wrote.

    Parameters
    ----------
    text
        The text of the whole file.
    wrapped
        Whether lines may be broken for width.

    Raises
    ------
    Unreadable
        ``no_articles`` if no record is found.

    Examples
    --------
    >>> text = "Harbour opens\n12 words\n13 November 2017\nCoast Daily\nCOAST\nEnglish\n(c) 2017 Coast\n\nShips came.\n"
    >>> read_text(text + "\nDocument COAS000020171113edbd0002x\n").articles[0].fields["record"]
    'COAS000020171113edbd0002x'
    """
    lines = _without_folios([line for line in _lines(text) if not _FURNITURE.fullmatch(line.text)])
    outcomes = [
        (f"article {number}", article or f"neither codes nor a length over a date; left out: {record[0].text[:80]!r}")
        for number, record in enumerate(records_of(lines), start=1)
        if (article := _article(record, wrapped=wrapped)) or not _is_rest(record)
    ]
    found = gathered(outcomes, none="it looks like a text from Factiva, but no article could be told apart in it")
    return found._replace(interface=interface_of(line.text.removeprefix("WC").strip() for line in lines))


def _lines(text: str) -> list[Line]:
    """The lines that hold anything, each with whether an empty one precedes it."""
    lines: list[Line] = []
    gap = False
    for raw in re.split(r"\r\n?|[\n\f\x85\u2028\u2029]", text.lstrip("\ufeff")):
        line = raw.replace("\u00a0", " ").strip()
        if line:
            lines.append(Line(line, "", gap))
        gap = not line
    return lines


def _without_folios(lines: list[Line]) -> list[Line]:
    """The lines without those that number the pages of the file, which stand outside of records.

    Within a record, from its length or its first code down to its number, a number is the record's own.
    """
    kept: list[Line] = []
    inside = False
    for line in lines:
        if inside or not _FOLIO.fullmatch(line.text):
            kept.append(line)
        opens = length_of(line.text) is not None or _CODED.fullmatch(line.text) is not None
        inside = (inside or opens) and not accession_of(line.text) and not _is_number(line.text)
    return kept


def _is_number(line: str) -> bool:
    """Whether a coded line states the record's number."""
    match = _CODED.fullmatch(line) or _LOOSE.fullmatch(line)
    return bool(match and match["code"] == "AN" and accession_of(match["value"]))


def records_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each record: down to its number, or to the headline over the next length if it has none.

    Examples
    --------
    >>> number = "Document COAS000020171113edbd0002x"
    >>> [len(record) for record in records_of([Line(text) for text in ("One", number, "Two", "Three", number)])]
    [2, 3]
    """
    records: list[list[Line]] = [[]]
    for line in lines:
        if _SUMMARY.fullmatch(line.text):
            records.append([])
        records[-1].append(line)
        if accession_of(line.text) or _is_number(line.text):
            records.append([])
    return [part for place, record in enumerate(records) if record for part in _parted(record, first=not place)]


def _parted(record: list[Line], *, first: bool) -> list[list[Line]]:
    """A record as it is, or cut above each further headline where a number is missing between two records.

    What precedes the headline of the first record of a file is a cover or a table of contents.
    """
    codes = _codes(record)
    if codes:
        starts = [place for place, code in codes.items() if code == "HD"]
        cuts = [0, *starts[1:], len(record)]
    else:
        starts = [_headline_start(record, place) for place in length_places(record)]
        cuts = [starts[0] if starts and first else 0, *starts[1:], len(record)]
    return [record[start:end] for start, end in pairwise(cuts) if record[start:end]]


def _headline_start(record: list[Line], place: int) -> int:
    """Where the head above a length starts: after the last gap that leaves a headline, at most four lines up."""
    start = max(0, place - 1)
    while start > 0 and place - start < _HEADLINE_LINES:
        line = record[start]
        if line.gap and not (len(line.text) <= _LONGEST_BYLINE and byline_of(line.text)):
            break
        start -= 1
    return start


def _codes(record: list[Line]) -> dict[int, str]:
    """The code that each coded line opens with, by its place, if these are coded lines at all."""
    strict = {
        place: match["code"]
        for place, line in enumerate(record)
        if (match := _CODED.fullmatch(line.text)) and match["code"] in CODES
    }
    if len(_SURE & set(strict.values())) >= _ENOUGH:
        return strict
    loose = {place: match["code"] for place, line in enumerate(record) if (match := _LOOSE.fullmatch(line.text))}
    return loose if len(_SURE & set(loose.values())) >= _ENOUGH else {}


def _article(record: list[Line], *, wrapped: bool) -> Article | None:
    """The article of one record in either layout."""
    codes = _codes(record)
    if not codes:
        return plain_article(record, wrapped=wrapped)
    values: dict[str, list[Line]] = {}
    code = ""
    for place, line in enumerate(record):
        if place in codes:
            code = codes[place]
            match = _CODED.fullmatch(line.text) or _LOOSE.fullmatch(line.text)
            text = match["value"].strip() if match else line.text
            values.setdefault(code, []).extend([Line(text)] if text else [])
        elif code:
            values[code].append(line)
    return coded_article({code: _paragraphs(lines, wrapped=wrapped) for code, lines in values.items()})


def _paragraphs(lines: list[Line], *, wrapped: bool) -> list[str]:
    """The paragraphs of a value, lines broken for width joined."""
    if not wrapped:
        return [line.text for line in lines]
    return [part.text for part in paragraphs("\n".join(f"\n{line.text}" if line.gap else line.text for line in lines))]


def _is_rest(record: list[Line]) -> bool:
    """Whether a record is what is printed around articles: the summary of the search, a cover, a few words."""
    if accession_of(record[-1].text):
        return False
    head = list(takewhile(lambda line: not _SUMMARY.fullmatch(line.text), record))
    return sum(len(line.text.split()) for line in head) <= _FEW_WORDS or len(head) < len(record)
