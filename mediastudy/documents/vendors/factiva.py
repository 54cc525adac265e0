"""What every layout of Factiva shares: how lengths, dates, languages and record numbers are printed; the coded record.

A coded record names each field by two or three letters (``HD`` headline, ``LP`` and ``TD`` the body). The plain
layout, in :mod:`mediastudy.documents.vendors.factiva_plain`, is told apart by the line that states the length in words.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.agencies import agency_in, agency_name
from mediastudy.documents.dates import parse_date
from mediastudy.documents.vendors.exports import exported, number_in
from mediastudy.documents.vendors.language_names import coded_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mediastudy.documents.records import Article

HOST: Final = "Factiva"
CODES: Final = frozenset(
    "HD SE CLM BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY LP TD CT ART CO IN NS RE RF IPC IPD PUB AN".split()  # noqa: SIM905 - words read better in a row
)
_UNITS: Final = {
    "en": r"words?", "de": r"w(?:ö|oe|�)rter|wort", "fr": r"mots?", "es": r"palabras?", "zh": r"字数?|個字|个字",
    "it": r"parol[ae]", "pt": r"palavras?", "ru": r"слов\w*", "nl": r"woord(?:en)?",
    "ja": r"語|文字|単語|ワード", "ko": r"단어",
}  # fmt: skip
_LENGTH: Final = re.compile(
    r"(?P<number>\d[\d.,'’\s]*?)\s*(?:" + "|".join(f"(?P<{code}>{unit})" for code, unit in _UNITS.items()) + ")",
    re.IGNORECASE,
)
# The source's code, the day of loading, and a serial number; a few codes open with a digit.
ACCESSION: Final = r"(?=\d{0,4}[A-Za-z])[A-Za-z0-9]{2,12}(?:19|20)\d{6}[A-Za-z0-9]{6,12}"
_DOCUMENT: Final = re.compile(
    rf"(?:(?P<word>[^\W\d_]{{2,14}})(?:\s[^\W\d_]{{1,14}}){{0,2}}(?:\s*[:：]\s*|\s+|(?<=[^\x00-\x7f])))?(?P<number>{ACCESSION})"
)
_WORDS: Final = {"Document": "", "Dokument": "de", "Documento": "", "文件": "zh", "文档": "zh", "Документ": "ru"}
COPYRIGHT: Final = re.compile(
    r"\(c\)|©|copyright\b|copr\.|alle rechte|tous droits|all rights|todos los derechos|tutti i diritti"
    r"|todos os direitos"
    r"|rights reserved|[版著][权權]",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?i:by|von|par)\s+(?=[^\W\d_a-zß-ÿ])")
_CODED_TERM: Final = re.compile(r"\s*[\w/-]+\s*:\s*(?P<name>.+?)\s*")
_LONGEST_LENGTH: Final = 30
_LONGEST_NUMBER: Final = 60
_COLUMNS: Final = {"SN": "outlet", "SE": "section", "ED": "edition", "PG": "pages"}
_ELSEWHERE: Final = frozenset(("HD", "BY", "WC", "PD", "LA", "CY", "LP", "TD", "AN", *_COLUMNS))


class Length(NamedTuple):
    """A stated length: its number of words as printed, and the language of the word for words."""

    number: str
    interface: str


def length_of(line: str) -> Length | None:
    """The length that a line states and nothing else, or None.

    Examples
    --------
    >>> length_of("1,877 words"), length_of("664 Wörter").interface, length_of("8165 字").interface
    (Length(number='1,877', interface='en'), 'de', 'zh')
    >>> length_of("Two words") is None
    True
    """
    match = _LENGTH.fullmatch(line.strip()) if len(line) <= _LONGEST_LENGTH else None
    if match is None:
        return None
    return Length(match["number"], next(code for code in _UNITS if match[code]))


def words_in(line: str) -> str | None:
    """The number of words that a line states, its digits only, or None.

    Examples
    --------
    >>> words_in("1'877 Wörter"), words_in("1.877 (approx.)"), words_in("unknown")
    ('1877', '1877', None)
    """
    length = length_of(line)
    return re.sub(r"\D", "", length.number) if length else number_in(line)


def accession_of(line: str) -> str | None:
    """The record's number if a line states it and nothing else (``Document COAS0000...``), or None.

    Examples
    --------
    >>> accession_of("文件 COAS000020171113edbd0002x"), accession_of("The document was signed.")
    ('COAS000020171113edbd0002x', None)
    """
    match = _DOCUMENT.fullmatch(line.strip()) if len(line) <= _LONGEST_NUMBER else None
    return match["number"] if match else None


def interface_of(lines: Iterable[str]) -> str | None:
    """The language of the interface, from the lines that state lengths and record numbers; None if none does.

    Examples
    --------
    >>> interface_of(["664 Wörter", "Dokument COAS000020171113edbd0002x"])
    'de'
    """
    seen: Counter[str] = Counter()
    for line in lines:
        length = length_of(line)
        document = _DOCUMENT.fullmatch(line.strip()) if len(line) <= _LONGEST_NUMBER else None
        if length:
            seen[length.interface] += 1
        elif document and document["word"]:
            seen[_WORDS.get(document["word"], "")] += 1
    del seen[""]
    return seen.most_common(1)[0][0] if seen else None


def is_date(line: str) -> bool:
    """Whether a line is a date to the day and nothing else that is long.

    Examples
    --------
    >>> is_date("13 November 2017"), is_date("2018 年 10 月 7 日 17:04"), is_date("Coast Daily")
    (True, True, False)
    """
    return len(line) <= _LONGEST_LENGTH * 2 and parse_date(line).precision == "day"


def with_clock(date: str | None, clock: str | None) -> str | None:
    """The date as printed, with the time of day behind it where both are read together.

    Examples
    --------
    >>> with_clock("29 décembre 2011", "15:32"), with_clock("29 décembre 2011", "soir")
    ('29 décembre 2011 15:32', '29 décembre 2011')
    """
    if not date or not clock or not re.search(r"\d", clock):
        return date or None
    both = f"{date} {clock}"
    day, full = parse_date(date).date, parse_date(both).date
    return both if day and full and day.date() == full.date() else date


def byline(printed: str) -> str:
    """The writers as printed, without the word *by* before them.

    Examples
    --------
    >>> byline("By MARA OKHAI"), byline("Von der Heide, Jan")
    ('MARA OKHAI', 'Von der Heide, Jan')
    """
    return _BY.sub("", printed, count=1) if _BY.match(printed) else printed


def coded_article(values: Mapping[str, Sequence[str]]) -> Article | None:
    r"""The article of a coded record, each code with its paragraphs; None if it has neither headline nor body.

    Examples
    --------
    >>> article = coded_article({"HD": ["Harbour opens"], "LP": ["Ships came."], "TD": ["More."], "WC": ["3 words"]})
    >>> article.fields["text"], article.fields["length_stated"]
    ('Ships came.\n\nMore.', '3')
    """
    told = {code: " ".join(lines) for code, lines in values.items() if any(lines)}
    body = [*values.get("LP", ()), *values.get("TD", ())]
    if "HD" not in told and not any(body):
        return None
    fields: dict[str, str | None] = {column: told.get(code) for code, column in _COLUMNS.items()}
    fields |= {
        "title": told.get("HD"),
        "byline": byline(told["BY"]) if "BY" in told else None,
        "date_raw": with_clock(told.get("PD"), told.get("ET")),
        "language": coded_language(told.get("LA", "")),
        "length_stated": words_in(told.get("WC", "")),
        "subjects": terms(told.get("NS", "")),
        "captions": "\n".join(values.get("ART", ())) or None,
        "agency": credited(told.get("CR", "")),
        "record": accession_of(told.get("AN", "")) or told.get("AN"),
        "host": HOST,
    }
    pieces = [("metadata", f"{code}: {text}") for code, text in told.items() if code not in _ELSEWHERE]
    copyrights = [("copyright", told["CY"])] if "CY" in told else []
    return exported(fields, body, pieces=[*copyrights, *pieces])


def credited(line: str) -> str | None:
    """The wire agency that a credit names, or None.

    Examples
    --------
    >>> credited("Reuters"), credited("Special to Coast Daily")
    ('Reuters', None)
    """
    return agency_name(line) or agency_in(line)


def terms(listed: str) -> str | None:
    """The names of a list of coded terms, without their codes, or None if there are none.

    Examples
    --------
    >>> terms("gpol : Domestic Politics | gcat : General News")
    'Domestic Politics; General News'
    """
    parts = [_CODED_TERM.fullmatch(part) for part in listed.split("|")]
    return "; ".join(part["name"] for part in parts if part) or None
