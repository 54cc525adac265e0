"""A story in NITF, the markup of news agencies: alone in a file, or within NewsML-G2 or ninjs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.markup import first_named, local_name, named, text_of
from mediastudy.documents.vendors.markup_paragraphs import paragraphs_in

if TYPE_CHECKING:
    from collections.abc import Iterator

SKIPPED: Final = ("media", "note", "media-caption", "media-metadata", "tagline")
# Some archives give the article in one block and its beginning once more in another.
_WHOLE: Final = "full_text"
_LEAD: Final = "LEAD:"


class Story(NamedTuple):
    """What the body of a NITF document holds; a part that it lacks is empty."""

    title: str
    byline: str
    dateline: str
    distributor: str
    abstract: str
    paragraphs: list[str]
    captions: str
    pieces: list[tuple[str, str]]


def story_of(root: Any) -> Story:
    """The story that a NITF document, or an element with its body in it, holds.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_xml
    >>> body = b"<body><body.head><hedline><hl1>Harbour opens</hl1></hedline></body.head>"
    >>> story = story_of(parse_xml(body + b"<body.content><p>Ships came.</p></body.content></body>"))
    >>> story.title, story.paragraphs
    ('Harbour opens', ['Ships came.'])
    """
    head = first_named(root, "body.head")
    contents = [element for element in named(root, "body.content") if not _noted(element)]
    captions = [text_of(caption) for content in contents for caption in named(content, "media-caption")]
    return Story(
        title=_head(head, "hl1") or _head(head, "hedline"),
        byline=_byline(head),
        dateline=_head(head, "dateline")
        or next((text_of(line) for part in contents for line in named(part, "dateline")), ""),
        distributor=_head(head, "distributor"),
        abstract=" ".join(paragraphs_in(first_named(head, "abstract"))),
        paragraphs=[paragraph for content in contents for paragraph in _paragraphs(content)],
        captions="\n".join(filter(None, captions)),
        pieces=list(_pieces(root, head, contents)),
    )


def _noted(element: Any) -> bool:
    """Whether an element stands in a note to editors."""
    return any(local_name(parent) == "note" for parent in element.iterancestors())


def _head(head: Any | None, name: str) -> str:
    """The text of the first element of a name in the head of the body, notes left out."""
    if head is None:
        return ""
    return next((text for part in named(head, name) if not _noted(part) and (text := text_of(part))), "")


def _byline(head: Any | None) -> str:
    """The byline as printed: an archive may give it once more in another form, which is marked so."""
    bylines = [] if head is None else [part for part in named(head, "byline") if not _noted(part)]
    printed = [part for part in bylines if "normalized" not in (part.get("class") or "")]
    return next(filter(None, (re.sub(r"\s+,", ",", text_of(part)) for part in printed or bylines)), "")


def _paragraphs(content: Any) -> list[str]:
    """The paragraphs of the story, without captions and notes, and none of them twice."""
    blocks = [block for block in named(content, "block") if block.get("class") == _WHOLE]
    found = [text for part in blocks or [content] for text in paragraphs_in(part, skip=(*SKIPPED, "dateline"))]
    return found[1:] if _repeats_lead(found) else found


def _repeats_lead(paragraphs: list[str]) -> bool:
    """Whether the first paragraph is a lead, marked as one, that opens the story once more."""
    first, second = (*paragraphs[:2], "", "")[:2]
    lead = first.removeprefix(_LEAD).strip()
    return bool(lead) and lead != first.strip() and second.startswith(lead)


def _pieces(root: Any, head: Any | None, contents: list[Any]) -> Iterator[tuple[str, str]]:
    """What the document prints around the story."""
    for part in named(root, "note"):
        yield "metadata", f"note: {text_of(part)}"
    for part in named(head, "hl2") if head is not None else ():
        yield "subheading", text_of(part)
    for part in named(root, "tagline"):
        yield "credit", text_of(part)
    for content in contents:
        blocks = [block for block in named(content, "block") if block.get("class")]
        if any(block.get("class") == _WHOLE for block in blocks):
            for block in blocks:
                if block.get("class") != _WHOLE:
                    yield str(block.get("class")), " ".join(paragraphs_in(block))
