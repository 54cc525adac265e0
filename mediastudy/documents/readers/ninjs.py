"""ninjs, news in JSON, versions 1 to 3: one text of the several that an item may carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.markup import parse_html, text_of
from mediastudy.documents.language import language_code
from mediastudy.documents.parts.paragraphs import repair
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Problem
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.json_records import json_records
from mediastudy.documents.vendors.ninjs import Text, parts_in, text_of_item

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
# The day of publication, where it is stated; else that of this version, which is what was sent to print.
_DATES: Final = ("firstpublished", "versioncreated", "firstcreated", "contentcreated")


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
    text = text_of_item(item, title)
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
    bylines = (_string(part.get("by")) for part in parts_in(item.get("bylines")))
    return printed or "; ".join(filter(None, bylines)) or "; ".join(_names(item.get("authors")))


def _problems(item: dict[str, Any], text: Text) -> list[Problem]:
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


def _chosen(value: Any) -> str:
    """The main one of several values with roles, else the first."""
    parts = sorted(parts_in(value), key=lambda part: _string(part.get("role")) not in {"main", "", "headline"})
    return next(filter(None, (_plain(part.get("value")) for part in parts)), "")


def _plain(value: Any) -> str:
    """A value as one line, without the markup that it may have."""
    text = _string(value)
    return text_of(parse_html(text)) if re.search(r"</\w+>|&#?\w+;", text) else text


def _names(value: Any) -> list[str]:
    """The names of the objects of a list, none twice."""
    return list(dict.fromkeys(filter(None, (_string(part.get("name")) for part in parts_in(value)))))
