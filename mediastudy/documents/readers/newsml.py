"""NewsML-G2: a news item, or a message that carries several; packages and items without text are named and skipped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.markup import first_named, local_name, named, parse_html, parse_xml, text_of
from mediastudy.documents.language import language_code
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Problem
from mediastudy.documents.vendors.entities import numbered
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.markup_paragraphs import blocks_in, paragraphs_in
from mediastudy.documents.vendors.nitf import Story, story_of

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "newsml"
_ITEMS: Final = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_ROOT: Final = re.compile(rf"<(?:\w+:)?(?:newsMessage|{'|'.join(_ITEMS)})[\s>]")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTUAL: Final = ("text", "composite", "")
_NO_STORY: Final = Story("", "", "", "", "", [], "", [])
# The day on which the content was made; where an item lacks it, a day of its versions is taken, and said.
_DATES: Final = ("contentCreated", "firstCreated", "versionCreated")


class _Content(NamedTuple):
    """What an item carries: its paragraphs, and what NITF says of the story."""

    paragraphs: list[str]
    story: Story


def sniff(source: Source) -> float:
    """Sure of XML with the elements of NewsML-G2."""
    head = head_of(source.data).lstrip()
    return 0.98 if head.startswith("<") and _ROOT.search(head) else 0.0


def read(source: Source) -> Articles:
    """The news items of the file that hold text.

    Raises
    ------
    Unreadable
        If the file is no well-formed XML, or holds no item at all.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = b"<newsItem><contentMeta><headline>Harbour opens</headline></contentMeta></newsItem>"
    >>> read(Source("a.xml", ".xml", data)).articles[0].fields["title"]
    'Harbour opens'
    """
    items = list(named(parse_xml(numbered(source.data)), *_ITEMS))
    if not items:
        problem = "no_articles"
        raise Unreadable(problem, "it is a message of NewsML-G2 without any item")
    articles: list[Article] = []
    places: list[str] = []
    problems: list[Problem] = []
    for number, item in enumerate(items, start=1):
        place = f"item {number}" if len(items) > 1 else ""
        read_item = _article(item)
        if isinstance(read_item, Article):
            articles.append(read_item)
            places.append(place)
        else:
            problems.append(Problem(place, "skipped_item", f"{read_item}; skipped"))
    return Articles(articles, problems, places=places)


def _article(item: Any) -> Article | str:
    """The article of an item, or why there is none."""
    kind = local_name(item)
    if kind != "newsItem":
        return f"a {kind}, no news item"
    media = _code(item, "itemClass")
    if media not in _TEXTUAL:
        return f"a news item of class {media}, no text"
    content = _content(item)
    title = _headline(item) or content.story.title
    if not title and not content.paragraphs:
        return "no headline and no content"
    slot, date = next(((name, text) for name in _DATES if (text := _meta(item, name))), ("", ""))
    credit = agency_name(_meta(item, "creditline")) or agency_name(_name(item, "infoSource"))
    fields = {
        "title": title,
        "date_raw": date,
        "outlet": _name(item, "provider") or _name(item, "copyrightHolder") or _provider(item),
        "byline": _meta(item, "by") or content.story.byline or _name(item, "creator"),
        "dateline": _meta(item, "dateline") or content.story.dateline,
        "language": language_code(_language(item)),
        "record": item.get("guid"),
        "subjects": "; ".join(dict.fromkeys(filter(None, map(_label, named(item, "subject"))))),
        "abstract": _meta(item, "description") or content.story.abstract,
        "captions": content.story.captions,
    }
    if credit:
        fields["agency"] = credit
    problems = _problems(item, content, slot)
    return exported(fields, content.paragraphs, pieces=[*_pieces(item), *content.story.pieces], problems=problems)


def _problems(item: Any, content: _Content, slot: str) -> list[Problem]:
    """What is to be said of an item: no text, a date of a version, that it was withdrawn."""
    problems = []
    if not content.paragraphs:
        problems.append(Problem("", "no_full_text", "the item has no text; it was kept without"))
    if slot in _DATES[1:]:
        problems.append(Problem("", "version_date", f"it states no contentCreated; its {slot} was taken"))
    status = _code(item, "pubStatus")
    if status in {"canceled", "cancelled", "withheld"}:
        problems.append(Problem("", "withdrawn", f"the file says that the item is {status}; it was read"))
    return problems


def _content(item: Any) -> _Content:
    """The text of an item: NITF, XHTML or plain; the first part that has any."""
    story = _NO_STORY
    for part in named(item, "inlineXML", "inlineData"):
        nitf = first_named(part, "nitf", "body.content")
        if nitf is not None:
            story = story_of(part)
            found = story.paragraphs
        elif len(part):
            skip = ("figure", "figcaption", "nav")
            found = [block.text for block in blocks_in(part, skip=skip)]
        else:
            found = _plain(part.text or "", part.get("contenttype") or "")
        if found:
            return _Content(found, story)
    return _Content([], story)


def _plain(text: str, kind: str) -> list[str]:
    """The paragraphs of a text that stands in the file as it is, or as HTML."""
    if "html" in kind and "<" in text:
        return paragraphs_in(parse_html(text))
    return [paragraph.text for paragraph in paragraphs(text)]


def _meta(item: Any, name: str) -> str:
    """The text of the first element of a name in what is said of the item or its content."""
    blocks = named(item, "contentMeta", "itemMeta")
    return next(
        (text for block in blocks for part in block if local_name(part) == name and (text := text_of(part))), ""
    )


def _headline(item: Any) -> str:
    """The main headline: one that has no role, or the role of the main one; else the first."""
    metas = [part for meta in named(item, "contentMeta") for part in meta if local_name(part) == "headline"]
    ranked = sorted(metas, key=lambda part: not (part.get("role") or "main").rpartition(":")[2].startswith("main"))
    return next(filter(None, map(text_of, ranked)), "")


def _label(element: Any) -> str:
    """The name that an element bears, in the first language it is given in."""
    return next((text_of(part) for part in element if local_name(part) == "name"), "")


def _name(item: Any, element: str) -> str:
    """The names of all elements of this kind, as one credit would name them."""
    return "; ".join(
        dict.fromkeys(filter(None, (_label(part) or (part.get("literal") or "") for part in named(item, element))))
    )


def _provider(item: Any) -> str:
    """The provider by its code in the list of news providers, where that is all that is said."""
    code = next((part.get("qcode") or "" for part in named(item, "provider")), "")
    return code.partition(":")[2] if code.startswith("nprov:") else ""


def _code(item: Any, name: str) -> str:
    """The last part of the code of the first element of a name: ``text`` for ``ninat:text``."""
    part = first_named(item, name)
    return "" if part is None else re.split(r"[:/#]", part.get("qcode") or part.get("uri") or "")[-1]


def _language(item: Any) -> str:
    """The language of the content, or else of the item."""
    stated = next((part.get("tag") for meta in named(item, "contentMeta") for part in named(meta, "language")), None)
    return stated or item.get(_LANGUAGE) or ""


def _pieces(item: Any) -> list[tuple[str, str]]:
    """What the item states that has no column."""
    names = ("slugline", "edNote", "usageTerms")
    notes = [("metadata", f"{local_name(part)}: {text_of(part)}") for part in named(item, *names) if text_of(part)]
    return notes + [("copyright", text_of(part)) for part in named(item, "copyrightNotice") if text_of(part)]
