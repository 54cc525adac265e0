"""NITF files: one story each, its date and outlet in the head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.markup import first_named, named, parse_xml, text_of
from mediastudy.documents.language import language_code
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.entities import numbered
from mediastudy.documents.vendors.exports import exported, number_in
from mediastudy.documents.vendors.nitf import Story, story_of

if TYPE_CHECKING:
    from mediastudy.documents.records import Article, Source

NAME: Final = "nitf"
_ROOT: Final = re.compile(r"<(?:\w+:)?nitf[\s>]")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# Where the day of publication stands, by what it is called; the first that is there is taken.
_DATES: Final = (
    ("date.issue", "norm"),
    ("pubdata", "date.publication"),
    ("story.date", "norm"),
    ("date.release", "norm"),
)


def sniff(source: Source) -> float:
    """Sure of a file whose root is NITF; nearly sure if NITF stands somewhere in XML."""
    head = head_of(source.data).lstrip()
    match = _ROOT.search(head) if head.startswith("<") else None
    if not match:
        return 0.0
    before = re.sub(r"<[?!][^>]*>|<!--.*?-->", "", head[: match.start()], flags=re.DOTALL)
    return 0.97 if "<" not in before else 0.93


def read(source: Source) -> Articles:
    """The stories of the file.

    Raises
    ------
    Unreadable
        If the file is no well-formed XML, or holds no story with a headline or a text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = b"<nitf><head><title>Harbour opens</title></head><body><body.content><p>Ships.</p></body.content></body>"
    >>> read(Source("a.xml", ".xml", data + b"</nitf>")).articles[0].fields["title"]
    'Harbour opens'
    """
    roots = list(named(parse_xml(numbered(source.data)), "nitf"))
    articles = [article for article in map(_article, roots) if article]
    if not articles:
        problem = "no_articles"
        raise Unreadable(problem, "it is NITF, but without a headline and without a text")
    empty = len(roots) - len(articles)
    problems = [Problem("", "broken_record", f"{empty} stories have neither headline nor text")] if empty else []
    return Articles(articles, problems, None, empty)


def _article(root: Any) -> Article | None:
    """The article of one NITF document, or None if it says nothing."""
    story = story_of(root)
    head = first_named(root, "head")
    title = story.title or text_of(first_named(head, "title"))
    if not title and not story.paragraphs:
        return None
    said = {name: _attribute(root, "pubdata", name) for name in ("name", "position.section", "ex-ref", "item-length")}
    words = _attribute(root, "pubdata", "unit-of-measure") in {"", "word", "words"}
    metas = {str(meta.get("name")): str(meta.get("content") or "") for meta in named(root, "meta")}
    fields = {
        "title": title,
        "date_raw": next(filter(None, (_attribute(root, *slot) for slot in _DATES)), None),
        "outlet": said["name"] or story.distributor or _attribute(root, "doc.copyright", "holder"),
        "byline": story.byline,
        "dateline": story.dateline,
        "section": said["position.section"] or metas.get("online_sections") or metas.get("dsk"),
        "pages": metas.get("print_page_number"),
        "language": language_code(_language(root)),
        "url": said["ex-ref"] if said["ex-ref"].startswith("http") else None,
        "record": _attribute(root, "doc-id", "id-string"),
        "length_stated": number_in(said["item-length"]) if words else None,
        "subjects": "; ".join(dict.fromkeys(_subjects(root))),
        "abstract": story.abstract,
        "captions": story.captions,
    }
    if agency_name(story.distributor):
        fields["agency"] = agency_name(story.distributor)
    return exported(fields, story.paragraphs, pieces=story.pieces, problems=_problems(root, story))


def _problems(root: Any, story: Story) -> list[Problem]:
    """What is to be said of a story: that it has no text, that it was withdrawn."""
    status = _attribute(root, "docdata", "management-status")
    problems = [] if story.paragraphs else [Problem("", "no_full_text", "it has no text; it was kept without")]
    if status in {"canceled", "cancelled", "withheld"}:
        problems.append(Problem("", "withdrawn", f"the file says that the story is {status}; it was read"))
    return problems


def _attribute(root: Any, element: str, attribute: str) -> str:
    """An attribute of the first element of a name that has it, or nothing."""
    found = (str(part.get(attribute) or "").strip() for part in named(root, element))
    return next(filter(None, found), "")


def _language(root: Any) -> str:
    """The language that the document or its first paragraph states, or nothing."""
    marked = (str(part.get(_LANGUAGE)) for part in root.iter() if part.get(_LANGUAGE))
    return next(marked, "")


def _subjects(root: Any) -> list[str]:
    """The subjects that the head names."""
    words = [str(part.get("key") or "") for part in named(root, "keyword")]
    topics = [str(part.get(f"tobject.subject.{name}") or "") for part in named(root, "tobject.subject")
              for name in ("type", "matter", "detail")]  # fmt: skip
    classes = [text_of(part) for part in named(root, "classifier") if part.get("type") != "taxonomic_classifier"]
    return [word for word in (*topics, *words, *classes) if word.strip()]
