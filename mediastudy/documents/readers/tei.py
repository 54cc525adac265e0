"""TEI, the markup of digital editions: one text a file, the texts of a corpus, or the articles of an issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.markup import first_named, local_name, named, parse_xml, text_of
from mediastudy.documents.language import language_code
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.entities import numbered
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.tei import paragraphs_of

if TYPE_CHECKING:
    from mediastudy.documents.records import Article, Source

NAME: Final = "tei"
_ROOT: Final = re.compile(r"<(?:\w+:)?(?:TEI|TEI\.2|teiCorpus|teiCorpus\.2)[\s>]")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_DATED: Final = ("when", "when-iso", "value", "notBefore", "from")
_ARTICLES_NEEDED: Final = 2


def sniff(source: Source) -> float:
    """Sure of XML with the root of TEI."""
    head = head_of(source.data).lstrip()
    return 0.97 if head.startswith("<") and _ROOT.search(head) else 0.0


def read(source: Source) -> Articles:
    r"""The texts of the file.

    Raises
    ------
    Unreadable
        If the file is no well-formed XML, or holds no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = b"<TEI><teiHeader/><text><body><head>Harbour opens</head><p>Ships came.</p></body></text></TEI>"
    >>> read(Source("a.xml", ".xml", data)).articles[0].fields["text"]
    'Harbour opens\n\nShips came.'
    """
    roots = list(named(parse_xml(numbered(source.data)), "TEI", "TEI.2"))
    articles = [article for root in roots for article in _articles(root)]
    if not articles:
        problem = "no_articles"
        raise Unreadable(problem, "it is TEI, but without a title and without a text")
    return Articles(articles, [])


def _articles(root: Any) -> list[Article]:
    """The articles of one TEI document: its body, or each article that its body marks as one."""
    header = first_named(root, "teiHeader")
    fields = _fields(root, header)
    bodies = list(named(root, "body"))
    divisions = [part for body in bodies for part in named(body, "div") if part.get("type") == "article"]
    if len(divisions) >= _ARTICLES_NEEDED:
        return [_division(part, fields) for part in divisions]
    body = [paragraph for part in bodies if not _within_body(part) for paragraph in paragraphs_of(part)]
    return [_exported(fields, body)] if body or fields["title"] else []


def _exported(fields: dict[str, str], body: list[str]) -> Article:
    """The article of these fields and paragraphs."""
    problems = [] if body else [Problem("", "no_full_text", "it has no text; it was kept without")]
    return exported(fields, body, problems=problems)


def _division(part: Any, fields: dict[str, str]) -> Article:
    """One article of an issue; its heading is its title, and the issue's title is no article's."""
    heading = next((child for child in part if local_name(child) == "head"), None)
    title = " ".join(paragraphs_of(heading)) if heading is not None else ""
    body = paragraphs_of(part)
    own = {"title": title, "byline": text_of(first_named(part, "byline"))}
    return _exported(fields | own, body[1:] if title and body[:1] == [title] else body)


def _within_body(body: Any) -> bool:
    """Whether a body stands within another one, whose paragraphs hold its own."""
    return any(local_name(parent) == "body" for parent in body.iterancestors())


def _fields(root: Any, header: Any | None) -> dict[str, str]:
    """What the header says of the text: of its source first, because an edition is younger than what it edits."""
    titles, edition = first_named(header, "titleStmt"), first_named(header, "publicationStmt")
    origin = first_named(header, "sourceDesc")
    authors = named(titles, "author") if titles is not None else ()
    language = root.get(_LANGUAGE) or _attribute(header, "language", "ident") or _attribute(root, "text", _LANGUAGE)
    return {
        "title": _main_title(titles),
        "date_raw": _date(origin) or _date(edition),
        "outlet": _journal(origin) or _first(origin, "publisher") or _first(edition, "publisher"),
        "byline": "; ".join(filter(None, map(text_of, authors))),
        "language": language_code(language) or "",
    }


def _main_title(statement: Any | None) -> str:
    """The main title, or else the first one."""
    titles = [] if statement is None else list(named(statement, "title"))
    ranked = sorted(titles, key=lambda title: (title.get("type") or "main") != "main")
    return next(filter(None, map(text_of, ranked)), "")


def _journal(origin: Any | None) -> str:
    """The title of the newspaper or journal that the source was printed in, which is marked as one."""
    titles = [] if origin is None else list(named(origin, "title"))
    return next((text for title in titles if title.get("level") == "j" and (text := text_of(title))), "")


def _date(part: Any | None) -> str:
    """The first date in a part of the header, as its attributes or its text state it."""
    for date in named(part, "date") if part is not None else ():
        stated = next(filter(None, (date.get(name) for name in _DATED)), "") or text_of(date)
        if stated:
            return str(stated)
    return ""


def _first(part: Any | None, name: str) -> str:
    """The text of the first element of a name in a part of the header."""
    return text_of(first_named(part, name))


def _attribute(part: Any | None, name: str, attribute: str) -> str:
    """An attribute of the first element of a name, or nothing."""
    found = first_named(part, name)
    return "" if found is None else str(found.get(attribute) or "")
