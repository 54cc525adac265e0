"""Factiva's HTML export: articles as tables of codes or as plain runs, in any language of article and interface."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.heads import markup_head
from mediastudy.documents.files.markup import parse_html
from mediastudy.documents.vendors.exports import gathered
from mediastudy.documents.vendors.factiva import CODES, accession_of, coded_article, interface_of
from mediastudy.documents.vendors.factiva_head import Line
from mediastudy.documents.vendors.factiva_lines import records_of
from mediastudy.documents.vendors.factiva_plain import length_places, plain_article
from mediastudy.documents.vendors.factiva_roles import lines_of, role_of
from mediastudy.documents.vendors.language_names import coded_language
from mediastudy.documents.vendors.mixed import export_text
from mediastudy.documents.vendors.runs import Run, classes, nearest, runs_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article, Articles, Source

NAME: Final = "factiva-html"
_SURE: Final = 0.97
_LOOKED_AT: Final = 1 << 24
_LANGUAGE: Final = "(?:[a-z]{2}|zh[a-z]{2})"
_MARKS: Final = re.compile(
    rf"(?i:class)\s?=\s?(?:[\"'][^\"'>]{{0,200}}?)?\b(?:article\s+{_LANGUAGE}Article\b|{_LANGUAGE}articleParagraph\b"
    rf"|(?P<weak>{_LANGUAGE}Headline)\b)".encode()
)
_ARTICLE: Final = re.compile(f"({_LANGUAGE})article")
_ANY_ARTICLE: Final = re.compile("([A-Za-z]{0,4})Article")
_CODE: Final = re.compile(r"[A-Z]{2,3}")
_FEW: Final = 3


def sniff(source: Source) -> float:
    """Sure if classes name an article or a paragraph together with its language, as Factiva does."""
    head = markup_head(source.data, _LOOKED_AT)
    named = b"factiva" in head.lower()
    return _SURE if any(named or not match["weak"] for match in _MARKS.finditer(head)) else 0.0


def read(source: Source) -> Articles:
    """The articles of the export.

    Raises
    ------
    Unreadable
        If the file holds no text, no page or no article.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> page = (
    ...     b"<div class='article enArticle'><div id='hd'><span class='enHeadline'>Harbour opens</span></div>"
    ...     b"<div>12 words</div><div>13 November 2017</div><div>Coast Daily</div><div>COAST</div><div>English</div>"
    ...     b"<div>(c) 2017 Coast</div><p class='articleParagraph enarticleParagraph'>Ships came.</p></div>"
    ... )
    >>> read(Source("a.html", ".html", page)).articles[0].fields["date_raw"]
    '13 November 2017'
    """
    decoded = export_text(source.data)
    runs = runs_in(parse_html(decoded.text or ""))
    records = _records(runs) or _unframed(runs)
    found = gathered(
        ((f"article {number}", _article(*record)) for number, record in enumerate(records, start=1)),
        none="it looks like Factiva HTML, but there is no article in it; a list of headlines is none",
        problems=decoded.problems,
    )
    return found._replace(interface=interface_of(run.text for run in runs))


def _records(runs: Sequence[Run]) -> list[tuple[Any, list[Run]]]:
    """The runs of each article with its element; a body that fell out of a broken element belongs to it still."""
    records: list[tuple[Any, list[Run]]] = []
    elements = [_article_of(run) for run in runs]
    open_ = False  # whether the last article still lacks its number
    for run, element, leads in zip(runs, elements, _lead_to_number(runs, elements), strict=True):
        if element is not None and not (records and records[-1][0] is element):
            records.append((element, []))
            open_ = True
        if element is not None or (open_ and leads):
            start = 0 if element is None else run.path.index(element)
            records[-1][1].append(run._replace(path=run.path[start:]))
            open_ = open_ and not accession_of(run.text)
        else:
            open_ = False
    return [(element, part) for element, record in records for part in _parted(record)]


def _unframed(runs: Sequence[Run]) -> list[tuple[Any, list[Run]]]:
    """The runs of each article where no element frames them: down to its number, or to the next length."""
    roles = [role_of(run) for run in runs]
    opens = [role == "headline" and before != role for before, role in pairwise(["", *roles])]
    lines = [Line(run.text, role, gap) for run, role, gap in zip(runs, roles, opens, strict=True)]
    if "headline" not in roles and "body" not in roles:
        return []
    at = {id(line): run for line, run in zip(lines, runs, strict=True)}
    records = [record for record in records_of(lines) if length_places(record) or accession_of(record[-1].text)]
    parts = [[at[id(line)] for line in record] for record in records]
    return [(part[0].path[-1], part) for part in parts if any(role_of(run) for run in part)]


def _article_of(run: Run) -> Any | None:
    """The innermost element of an article around a run, or None."""
    return next((element for element in reversed(run.path) if _language_class(element) is not None), None)


def _language_class(element: Any) -> str | None:
    """The language in the class of an article's element (``zhtwArticle``), or None if it is none.

    Beside the class ``article`` a language may have a code that nobody has met yet, or none.
    """
    names = classes(element)
    matches = [_ARTICLE.fullmatch(name.lower()) for name in names]
    if "article" in names:
        matches += [_ANY_ARTICLE.fullmatch(name) for name in names]
    return next((match[1] for match in matches if match), None)


def _lead_to_number(runs: Sequence[Run], elements: Sequence[Any | None]) -> list[bool]:
    """For each run outside of articles whether it or one of those directly below it states a record's number."""
    leads = [False]
    for run, element in zip(reversed(runs), reversed(elements), strict=True):
        leads.append(element is None and (leads[-1] or accession_of(run.text) is not None))
    return leads[:0:-1]


def _parted(record: list[Run]) -> list[list[Run]]:
    """The runs of one element, cut after each record's number: an element can hold several records."""
    if sum(accession_of(run.text) is not None for run in record) <= 1 and len(_coded(record)) >= _FEW:
        return [record]  # the row with the number can stand anywhere
    parts: list[list[Run]] = [[]]
    for run in record:
        parts[-1].append(run)
        if accession_of(run.text):
            parts.append([])
    # A few words below the last number are none of a record.
    whole = [part for part in parts if any(role_of(run) for run in part) or len(part) > _FEW]
    return whole or [record]


def _article(element: Any, record: list[Run]) -> Article | str:
    """The article of a record in either layout, or why it is none; its class says the language if nothing else does."""
    values = _coded(record)
    coded = len(values) >= _FEW
    article = coded_article(values) if coded else plain_article(lines_of(element, record))
    if article is None:
        return f"neither codes nor a headline; left out: {' '.join(run.text for run in record)[:80]!r}"
    stated = {"language": coded_language(_language_class(element) or ""), "record": _record_id(element)}
    return article._replace(fields={name: value for name, value in stated.items() if value} | article.fields)


def _record_id(element: Any) -> str | None:
    """The record's number in the id of the article's element or of the one around it."""
    ids = [around.get("id") or "" for around in (element, *element.iterancestors()) if around.get("id")][:1]
    return next((accession_of(name.removeprefix("article-")) for name in ids), None)


def _coded(record: list[Run]) -> dict[str, list[str]]:
    """The paragraphs of each code, from rows whose first cell holds nothing but a code; none if there is no table."""
    values: dict[str, list[str]] = {}
    code, label = "", None
    for run in record:
        row, cell = _cell(run)
        if row is None:
            continue
        is_label = _CODE.fullmatch(run.text) and run.text in CODES and cell is next(iter(row), None)
        if is_label:
            code, label = run.text, cell
            values.setdefault(code, [])
        elif code and cell is not label:
            values[code].append(run.text)
    return values


def _cell(run: Run) -> tuple[Any | None, Any | None]:
    """The outermost row of the article's table around a run, and the cell of it."""
    element = _article_of(run)
    start = run.path.index(element) if element is not None else 0
    inside = run.path[start:]
    place = next((place for place, around in enumerate(inside) if around.tag == "tr"), None)
    if place is None:
        return None, nearest(run, "td")
    return inside[place], inside[place + 1] if place + 1 < len(inside) else None
