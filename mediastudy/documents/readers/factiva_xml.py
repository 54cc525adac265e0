"""Factiva's XML: results of a query with one element an article, whatever its namespace."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.encodings import decode
from mediastudy.documents.files.heads import markup_head
from mediastudy.documents.files.markup import local_name, named, parse_xml, text_of
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.exports import exported, gathered, number_in
from mediastudy.documents.vendors.factiva import HOST, byline, credited, with_clock
from mediastudy.documents.vendors.language_names import coded_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.documents.records import Article, Source

NAME: Final = "factiva-xml"
_SURE: Final = 0.97
_LOOKED_AT: Final = 1 << 16
_COLUMNS: Final = {
    "outlet": "sourceName",
    "section": "sectionName",
    "edition": "edition",
    "record": "accessionNo",
}
_AROUND: Final = (
    "publisherName", "sourceCode", "columnName", "credit", "contact", "corrections", "notes", "volume", "region",
    "company", "industry", "person", "descField", "reference",
)  # fmt: skip
_DAY: Final = re.compile(r"\d{4}-?\d{2}-?\d{2}")
_TIME: Final = re.compile(r"\d{2}:\d{2}(?::\d{2})?")


def sniff(source: Source) -> float:
    """Sure if the first elements are those of Factiva's results."""
    head = markup_head(source.data, _LOOKED_AT)
    told = (b"global.factiva.com", b"accessionNo>", b"ppsarticle", b"leadParagraph>")
    return _SURE if sum(name in head for name in told) > 1 else 0.0


def read(source: Source) -> Articles:
    """The articles of the results; if the file is cut off or broken, those that are whole.

    Raises
    ------
    Unreadable
        If the file is no XML, or holds no article.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = (
    ...     b"<r><ppsarticle><article><accessionNo>COAS1</accessionNo><headline>Harbour</headline>"
    ...     b"<leadParagraph><paragraph>Ships came.</paragraph></leadParagraph></article></ppsarticle></r>"
    ... )
    >>> read(Source("a.xml", ".xml", data)).articles[0].fields["text"]
    'Ships came.'
    """
    try:
        root = parse_xml(source.data)
    except Unreadable as refusal:
        if refusal.problem != "broken_file":
            raise
        found, problems, announced = [*_salvaged(source.data)], [Problem("", "broken_file", refusal.detail)], None
        if not any(element is not None for element in found):
            raise
    else:
        found, problems, announced = _elements(root), [], _announced(root)
    why = "no whole article with a headline or a text; left out"
    read_ones = (None if element is None else _article(element) for element in found)
    outcomes = ((f"article {number}", article or why) for number, article in enumerate(read_ones, start=1))
    none = "it looks like XML from Factiva, but there is no article in it"
    return gathered(outcomes, none=none, problems=problems)._replace(announced=announced)


def _announced(root: Any) -> int | None:
    """The number of articles that the set of results states."""
    counts = [element.get("count") for element in root.iter() if local_name(element).lower() == "ppsarticleresultset"]
    whole = [int(count) for count in counts if count and count.isascii() and count.isdecimal()]
    return sum(whole) if whole and len(whole) == len(counts) else None


def _elements(root: Any) -> list[Any]:
    """The elements of the articles; a result without one stands for itself."""
    results = list(named(root, "ppsarticle", "ppsArticle"))
    articles = list(named(root, "article", "Article"))
    bare = [result for result in results if not any(True for _ in named(result, "article", "Article"))]
    kept = {id(element) for element in (*bare, *articles)}
    return [element for element in root.iter() if id(element) in kept]


def _salvaged(data: bytes) -> Iterator[Any | None]:
    """The articles of a broken file that are well-formed by themselves, None for each that is not."""
    text = decode(data).text or ""
    starts = [match.start() for match in re.finditer(r"<article\b", text)]
    for start, following in pairwise([*starts, len(text)]):
        end = text.find("</article>", start, following)
        try:
            yield None if end < 0 else parse_xml(text[start : end + len("</article>")].encode("utf-8", "replace"))
        except Unreadable:
            yield None


def _article(element: Any) -> Article | None:
    """The article of one element, or None if it has neither headline nor body."""
    title = " ".join(text_of(part) for part in named(element, "headline"))
    body = [text for name in ("leadParagraph", "tailParagraphs") for text in _paragraphs(element, name)]
    if not title and not body:
        return None
    fields: dict[str, str | None] = {column: _first(element, name) for column, name in _COLUMNS.items()}
    credit = _first(element, "credit")
    fields |= {
        "title": title,
        "byline": byline(_first(element, "byline") or "") or None,
        "date_raw": _published(element),
        "language": coded_language(_first(element, "baseLanguage") or ""),
        "length_stated": number_in(_first(element, "wordCount") or ""),
        "pages": ", ".join(_paragraphs(element, "pages")) or None,
        "subjects": "; ".join(text_of(part) for part in named(element, "newsSubject")) or None,
        "captions": "\n".join(_paragraphs(element, "artWork")) or None,
        "agency": credited(credit or ""),
        "host": HOST,
    }
    pieces = [("copyright", text_of(part)) for part in named(element, "copyright")]
    pieces += [("metadata", f"{name}: {said}") for name in _AROUND if (said := _joined(element, name))]
    return exported(fields, body, pieces=pieces)


def _published(element: Any) -> str | None:
    """The moment of publication, with the time of day where it stands in an element of its own."""
    date, clock = _first(element, "publicationDate"), _first(element, "publicationTime")
    found = _TIME.search(clock or "")
    return with_clock(date, found.group()) if date and _DAY.fullmatch(date) and found else date


def _first(element: Any, name: str) -> str | None:
    """The text of the first element of a name, or None."""
    return next((text for part in named(element, name) if (text := text_of(part))), None)


def _joined(element: Any, name: str) -> str:
    """The texts of all elements of a name, a code before its label."""
    parts = [(part.get("code"), text_of(part)) for part in named(element, name)]
    return "; ".join(f"{code} : {text}" if code else text for code, text in parts if text)


def _paragraphs(element: Any, name: str) -> list[str]:
    """The paragraphs in the elements of a name: their children, or their text if they have none."""
    found: list[str] = []
    for part in named(element, name):
        children = [*named(part, "paragraph", "page")]
        found += [text_of(child) for child in children] or [text_of(part)]
    return [text for text in found if text]
