"""The text of an item of ninjs, which may carry it as HTML, as plain text and as NITF."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from mediastudy.documents.files.markup import named, parse_html, parse_xml, text_of
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.markup_paragraphs import blocks_in
from mediastudy.documents.vendors.nitf import story_of

_KINDS: Final = ("html", "plain", "nitf")
_STORY: Final = frozenset(("p", "li", "h2", "h3", "blockquote"))


class Text(NamedTuple):
    """The text of an item: its paragraphs, its captions, and what was taken out of it."""

    paragraphs: list[str]
    captions: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


def parts_in(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, under names in small letters; none if it is no list.

    Examples
    --------
    >>> parts_in([{"Role": "main"}, 3]), parts_in("main")
    ([{'role': 'main'}], [])
    """
    found = value if isinstance(value, list) else []
    return [{str(name).casefold(): part for name, part in item.items()} for item in found if isinstance(item, dict)]


def text_of_item(item: dict[str, Any], title: str) -> Text:
    """One of the texts of an item: HTML before plain text before NITF, unless it holds less than half of another.

    Examples
    --------
    >>> text_of_item({"body_text": "Ships came.", "body_html": "<p>Ships came.</p><p>More came.</p>"}, "").paragraphs
    ['Ships came.', 'More came.']
    """
    found: dict[str, Text] = {}
    for kind, value in _bodies(item):
        if kind in found or not value.strip():
            continue
        text = (
            _from_html(value, title) if kind == "html" else _from_nitf(value) if kind == "nitf" else _from_plain(value)
        )
        if text.paragraphs:
            found[kind] = text
    whole = max((_length(text) for kind, text in found.items() if kind != "nitf"), default=0)
    return next((found[kind] for kind in _KINDS if kind in found and _length(found[kind]) * 2 >= whole), Text([]))


def _length(text: Text) -> int:
    """How many characters the paragraphs have."""
    return sum(map(len, text.paragraphs))


def _bodies(item: dict[str, Any]) -> list[tuple[str, str]]:
    """The texts of an item with the kind of their markup; a richer copy of the same text comes last."""
    bodies = [
        (f"{part.get('contenttype')} {part.get('role')}", part.get("value")) for part in parts_in(item.get("bodies"))
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


def _from_html(value: str, title: str) -> Text:
    """The text of a page, without the headline that it repeats and what stands between that and the story."""
    try:
        root = parse_html(value)
    except Unreadable:
        return Text([])
    blocks = list(blocks_in(root, skip=("figure", "figcaption")))
    captions = "\n".join(filter(None, map(text_of, named(root, "figcaption"))))
    first = next((place for place, block in enumerate(blocks) if "h1" in block.within and block.text == title), None)
    if first is None:
        return Text([block.text for block in blocks], captions)
    story = next(
        (place for place in range(first + 1, len(blocks)) if _STORY.intersection(blocks[place].within)), first + 1
    )
    taken = [("headline", blocks[first].text), *(("furniture", block.text) for block in blocks[first + 1 : story])]
    return Text([block.text for block in (*blocks[:first], *blocks[story:])], captions, tuple(taken))


def _from_nitf(value: str) -> Text:
    """The text of a NITF document that stands in a string, or of the content of one."""
    content = f"<nitf><body.content>{value}</body.content></nitf>"
    for text in (value, content):
        try:
            story = story_of(parse_xml(text.encode("utf-8", errors="replace")))
        except Unreadable:
            continue
        if story.paragraphs:
            return Text(story.paragraphs, story.captions)
    return Text([])


def _from_plain(value: str) -> Text:
    """The paragraphs of a plain text."""
    return Text([paragraph.text for paragraph in paragraphs(value)])
