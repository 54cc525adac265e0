"""ninjs, news in JSON, versions 1 to 3: one text of the several that an item may carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.markup import named, parse_html, parse_xml, text_of
from mediastudy.documents.language import language_code
from mediastudy.documents.parts.paragraphs import paragraphs, repair
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Problem
from mediastudy.documents.tabular.objects import head_of
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.json_records import json_records
from mediastudy.documents.vendors.markup_paragraphs import blocks_in
from mediastudy.documents.vendors.nitf import story_of

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "ninjs"
_OWN: Final = frozenset(
    [
        "versioncreated",
        "firstcreated",
        "contentcreated",
        "pubstatus",
        "headlines",
        "bodies",
        "body_xhtml",
        "body_html",
        "body_text",
        "representationtype",
        "copyrightholder",
        "copyrightnotice",
        "usageterms",
        "urgency",
        "eventdetails",
        "descriptions",
        "description_text",
        "renditions",
        "slugline",
        "ednote",
        "mimetype",
        "profile",
    ]
)
_KEY: Final = re.compile(r"\"(\w+)\"\s*:")
_KEYS_NEEDED: Final = 2
_TEXTUAL: Final = ("text", "composite", "")
_KINDS: Final = ("html", "plain", "nitf")
# The day of publication, where it is stated; else that of this version, which is what was sent to print.
_DATES: Final = ("firstpublished", "versioncreated", "firstcreated", "contentcreated")
_STORY: Final = frozenset(("p", "li", "h2", "h3", "blockquote"))


class _Text(NamedTuple):
    """The text of an item: its paragraphs, its captions, and what was taken out of it."""

    paragraphs: list[str]
    captions: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


def sniff(source: Source) -> float:
    """Sure of objects with an address of their own and several names that ninjs has."""
    head = head_of(source.data).lstrip()
    if head[:1] not in ("{", "["):
        return 0.0
    keys = {key.casefold() for key in _KEY.findall(head)}
    return 0.97 if keys & {"uri", "guid"} and len(keys & _OWN) >= _KEYS_NEEDED else 0.0


def read(source: Source) -> Articles:
    """The items of the file that hold text.

    Raises
    ------
    Unreadable
        If the file holds no text, or no item.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = b'{"uri": "a", "headline": "Harbour opens", "body_text": "Ships came.", "urgency": 3}'
    >>> read(Source("a.json", ".json", data)).articles[0].fields["text"]
    'Ships came.'
    """
    records = json_records(source, _is_item)
    if not records.values:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like ninjs, but no item is in it")
    articles: list[Article] = []
    places: list[str] = []
    problems = list(records.problems)
    for value, place in zip(records.values, records.places, strict=True):
        item = {name.casefold(): part for name, part in value.items()}
        read_item = _article(item)
        if isinstance(read_item, Article):
            articles.append(read_item)
            places.append(place)
        else:
            problems.append(Problem(place, "skipped_item", f"{read_item}; skipped"))
    return Articles(articles, problems, None, records.broken, None, places)


def _is_item(value: dict[str, Any]) -> bool:
    """Whether an object is an item of ninjs."""
    keys = {str(key).casefold() for key in value}
    return bool(keys & {"uri", "guid"}) and bool(keys & (_OWN | {"headline"}))


def _article(item: dict[str, Any]) -> Article | str:
    """The article of an item, or why there is none."""
    kind = str(item.get("type") or "")
    if kind not in _TEXTUAL or "eventdetails" in item:
        return f"an item of type {'event' if 'eventdetails' in item else kind}, no article"
    title = _plain(item.get("headline")) or _chosen(item.get("headlines")) or _string(item.get("title"))
    text = _text(item, title)
    if not title and not text.paragraphs:
        return "no headline and no content"
    fields = {
        "title": title,
        "date_raw": next(filter(None, (_string(item.get(slot)) for slot in _DATES)), ""),
        "outlet": next(
            filter(None, (_string(item.get(slot)) for slot in ("copyrightholder", "source", "provider"))), ""
        ),
        "byline": _byline(item),
        "section": "; ".join(_names(item.get("service"))),
        "dateline": _string(item.get("dateline")),
        "language": language_code(_string(item.get("language"))),
        "url": next(
            (url for url in (_string(item.get("uri")), _string(item.get("guid"))) if url.startswith("http")), ""
        ),
        "record": _string(item.get("uri")) or _string(item.get("guid")),
        "subjects": "; ".join(_names(item.get("subjects") or item.get("subject"))),
        "abstract": _chosen(item.get("descriptions"))
        or _string(item.get("description_text"))
        or _plain(item.get("description_html")),
        "captions": text.captions,
    }
    notes = [("metadata", f"{name}: {_string(item.get(name))}") for name in ("slugline", "ednote", "usageterms")]
    notes.append(("copyright", _string(item.get("copyrightnotice"))))
    pieces = [
        *text.pieces,
        *((kind, note) for kind, note in notes if note.partition(": ")[2] or (kind == "copyright" and note)),
    ]
    return exported(fields, text.paragraphs, pieces=pieces, problems=_problems(item, text))


def _byline(item: dict[str, Any]) -> str:
    """The byline as printed, or else the names of the authors."""
    printed = _string(item.get("by")) or _string(item.get("byline"))
    bylines = (_string(part.get("by")) for part in _parts(item.get("bylines")))
    return printed or "; ".join(filter(None, bylines)) or "; ".join(_names(item.get("authors")))


def _problems(item: dict[str, Any], text: _Text) -> list[Problem]:
    """What is to be said of an item: no text, that it was withdrawn."""
    problems = []
    if not text.paragraphs:
        problems.append(Problem("", "no_full_text", "the item has no text; it was kept without"))
    status = _string(item.get("pubstatus"))
    if status in {"canceled", "cancelled", "withheld"}:
        problems.append(Problem("", "withdrawn", f"the file says that the item is {status}; it was read"))
    return problems


def _string(value: Any) -> str:
    """A value as one line, empty if it is no string."""
    return repair(" ".join(value.split())) if isinstance(value, str) else ""


def _parts(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, under names in small letters."""
    found = value if isinstance(value, list) else []
    return [{str(name).casefold(): part for name, part in item.items()} for item in found if isinstance(item, dict)]


def _chosen(value: Any) -> str:
    """The main one of several values with roles, else the first."""
    parts = sorted(_parts(value), key=lambda part: _string(part.get("role")) not in {"main", "", "headline"})
    return next(filter(None, (_plain(part.get("value")) for part in parts)), "")


def _plain(value: Any) -> str:
    """A value as one line, without the markup that it may have."""
    text = _string(value)
    return text_of(parse_html(text)) if re.search(r"</\w+>|&#?\w+;", text) else text


def _names(value: Any) -> list[str]:
    """The names of the objects of a list, none twice."""
    return list(dict.fromkeys(filter(None, (_string(part.get("name")) for part in _parts(value)))))


def _text(item: dict[str, Any], title: str) -> _Text:
    """One of the texts of an item: HTML before plain text before NITF, unless it holds less than half of another."""
    found: dict[str, _Text] = {}
    for kind, value in _bodies(item):
        if kind in found or not value.strip():
            continue
        text = (
            _from_html(value, title) if kind == "html" else _from_nitf(value) if kind == "nitf" else _from_plain(value)
        )
        if text.paragraphs:
            found[kind] = text
    whole = max((_length(text) for kind, text in found.items() if kind != "nitf"), default=0)
    return next((found[kind] for kind in _KINDS if kind in found and _length(found[kind]) * 2 >= whole), _Text([]))


def _length(text: _Text) -> int:
    """How many characters the paragraphs have."""
    return sum(map(len, text.paragraphs))


def _bodies(item: dict[str, Any]) -> list[tuple[str, str]]:
    """The texts of an item with the kind of their markup; a richer copy of the same text comes last."""
    bodies = [
        (f"{part.get('contenttype')} {part.get('role')}", part.get("value")) for part in _parts(item.get("bodies"))
    ]
    bodies += [(name.removeprefix("body_"), value) for name, value in item.items() if name.startswith("body_")]
    kinds = [(_kind(said.casefold()), value, "rich" in said) for said, value in bodies if isinstance(value, str)]
    return [(kind, value) for kind, value, _ in sorted(kinds, key=lambda body: body[2]) if kind]


def _kind(said: str) -> str:
    """The kind of a text by what is said of it; empty if it is none that is read."""
    if "html" in said:
        return "html"
    if "nitf" in said and "ttnitf" not in said:
        return "nitf"
    return "plain" if "plain" in said or ("text" in said and "xml" not in said) or "none none" in said else ""


def _from_html(value: str, title: str) -> _Text:
    """The text of a page, without the headline that it repeats and what stands between that and the story."""
    try:
        root = parse_html(value)
    except Unreadable:
        return _Text([])
    blocks = list(blocks_in(root, skip=("figure", "figcaption")))
    captions = "\n".join(filter(None, map(text_of, named(root, "figcaption"))))
    first = next((place for place, block in enumerate(blocks) if "h1" in block.within and block.text == title), None)
    if first is None:
        return _Text([block.text for block in blocks], captions)
    story = next(
        (place for place in range(first + 1, len(blocks)) if _STORY.intersection(blocks[place].within)), first + 1
    )
    taken = [("headline", blocks[first].text), *(("furniture", block.text) for block in blocks[first + 1 : story])]
    return _Text([block.text for block in (*blocks[:first], *blocks[story:])], captions, tuple(taken))


def _from_nitf(value: str) -> _Text:
    """The text of a NITF document that stands in a string, or of the content of one."""
    content = f"<nitf><body.content>{value}</body.content></nitf>"
    for text in (value, content):
        try:
            story = story_of(parse_xml(text.encode("utf-8", errors="replace")))
        except Unreadable:
            continue
        if story.paragraphs:
            return _Text(story.paragraphs, story.captions)
    return _Text([])


def _from_plain(value: str) -> _Text:
    """The paragraphs of a plain text."""
    return _Text([paragraph.text for paragraph in paragraphs(value)])
