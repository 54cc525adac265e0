"""ProQuest's XML as TDM Studio hands it out: one RECORD a file, its full text as HTML within."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.markup import first_named, local_name, named, parse_html, parse_xml, text_of
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.entities import numbered
from mediastudy.documents.vendors.exports import exported, number_in
from mediastudy.documents.vendors.language_names import coded_language
from mediastudy.documents.vendors.markup_paragraphs import paragraphs_in
from mediastudy.documents.vendors.proquest import HOST, outlet_and_edition

if TYPE_CHECKING:
    from mediastudy.documents.records import Article, Source

NAME: Final = "proquest-xml"
_ROOT: Final = re.compile(r"<RECORD[\s>]")
_INSIDE: Final = re.compile(r"<(?:GOID|TitleAtt|PubFrosting|NumericDate|DFS|TextInfo)[\s>]")
_NAMES: Final = ("OriginalForm", "NormalizedDisplayForm", "DisplayForm", "PersonName")
_MARKED: Final = re.compile(r"</\w+>|<\w+\s*/>|&#?\w+;")
_FORMS_NEEDED: Final = 2


def sniff(source: Source) -> float:
    """Sure of a RECORD with the elements of ProQuest's schema."""
    head = head_of(source.data)
    return 0.97 if _ROOT.search(head) and len(set(_INSIDE.findall(head))) >= _FORMS_NEEDED else 0.0


def read(source: Source) -> Articles:
    """The record that the file holds, or the records.

    Raises
    ------
    Unreadable
        If the file is no well-formed XML, or holds no record with a title or a text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> record = b"<RECORD><GOID>7</GOID><Obj><TitleAtt><Title>Harbour opens</Title></TitleAtt></Obj></RECORD>"
    >>> read(Source("a.xml", ".xml", record)).articles[0].fields["title"]
    'Harbour opens'
    """
    records = list(named(parse_xml(numbered(source.data)), "RECORD"))
    articles = [article for article in map(_article, records) if article]
    if not articles:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like a record of ProQuest's, but it has neither a title nor a text")
    broken = len(records) - len(articles)
    detail = f"{broken} of {len(records)} records have neither a title nor a text"
    return Articles(articles, [Problem("", "broken_record", detail)] if broken else [], None, broken)


def _article(record: Any) -> Article | None:
    """The article of one record, or None if it says nothing."""
    title = _unmarked(_within(record, "TitleAtt", "Title"))
    body, scanned = _body(record)
    if not title and not body:
        return None
    outlet, edition = outlet_and_edition(_within(record, "PubFrosting", "Title"))
    subjects = [text_of(first_named(term, "GenSubjValue")) or text_of(term) for term in named(record, "GenSubjTerm")]
    language = next((text_of(code) for code in named(record, "ISOCode", "RawLang")), "")
    abstract = _first(record, "AbsText") or ("" if body else _first(record, "Abstract"))
    fields = {
        "title": title,
        "date_raw": _first(record, "NumericDate") or _within(record, "Obj", "StartDate") or _first(record, "AlphaDate"),
        "outlet": outlet,
        "edition": _first(record, "DocEdition") or _within(record, "PubFrosting", "Qualifier") or edition,
        "byline": "; ".join(filter(None, map(_author, named(record, "Contributor")))),
        "section": _first(record, "DocSection", "Section"),
        "pages": _first(record, "Pagination") or _first(record, "StartPage"),
        "language": coded_language(language),
        "record": _first(record, "GOID"),
        "subjects": "; ".join(filter(None, subjects)),
        "length_stated": number_in(next((t.get("WordCount", "") for t in named(record, "Text")), "")),
        "abstract": _unmarked(abstract),
        "host": HOST,
    }
    return exported(fields, body, pieces=_pieces(record), problems=_problems(body, scanned=scanned))


def _problems(body: list[str], *, scanned: bool) -> list[Problem]:
    """What is to be said of a record's text."""
    if not body:
        return [Problem("", "no_full_text", "the record has no full text; it was kept without")]
    return [Problem("", "scanned_text", "the text was read from a scan by a machine")] if scanned else []


def _body(record: Any) -> tuple[list[str], bool]:
    """The paragraphs of the full text, and whether they come from a scan."""
    for name in ("Text", "HiddenText"):
        for element in named(record, name):
            if len(element):
                body = paragraphs_in(element)
            elif re.search(r"<\s*(?:p|html|body|div|br)\b", element.text or "", re.IGNORECASE):
                body = paragraphs_in(parse_html(element.text))
            else:
                body = [paragraph.text for paragraph in paragraphs(element.text or "")]
            if any(map(str.strip, body)):
                return body, name == "HiddenText"
    return [], False


def _unmarked(text: str) -> str:
    """A text that may stand in the file as HTML, without its markup."""
    return text_of(parse_html(text)) if _MARKED.search(text) else text


def _author(contributor: Any) -> str:
    """The name of an author as printed; empty for another contributor."""
    role = " ".join(str(value) for value in contributor.attrib.values()).casefold()
    if role and "author" not in role and first_named(contributor, "Author") is None:
        return ""
    for name in _NAMES:
        found = text_of(first_named(contributor, name))
        if found:
            return found
    names = [text_of(first_named(contributor, part)) for part in ("FirstName", "LastName")]
    return " ".join(filter(None, names)) or text_of(contributor)


def _pieces(record: Any) -> list[tuple[str, str]]:
    """What the record states that has no column."""
    kinds = ("mstar", "SourceType", "ColumnHeader", "CopyrightData", "PublisherName", "ISSN")
    found = [(local_name(element), text_of(element)) for element in named(record, *kinds)]
    told = dict.fromkeys((name, text) for name, text in found if text)
    return [("copyright" if name == "CopyrightData" else "metadata", f"{name}: {text}") for name, text in told]


def _first(record: Any, *names: str) -> str:
    """The text of the first element of one of these names that has text."""
    return next(filter(None, map(text_of, named(record, *names))), "")


def _within(record: Any, outer: str, inner: str) -> str:
    """The text of the first element of a name within one of another name."""
    return next((text for part in named(record, outer) if (text := _first(part, inner))), "")
