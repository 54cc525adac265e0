"""ProQuest's HTML export: records by their named anchors, values by the bold labels that open their paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.markup import named, parse_html, text_of
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.markup_paragraphs import blocks_in
from mediastudy.documents.vendors.proquest import Entry, as_articles, counted, is_foot, to_article
from mediastudy.documents.vendors.proquest_labels import field_of, heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article, Source
    from mediastudy.documents.vendors.markup_paragraphs import Block

NAME: Final = "proquest-html"
_TAG: Final = re.compile(r"<(?:html|body|div|p|a)\b", re.IGNORECASE)
_ANCHOR: Final = re.compile(r"<a\s[^>]*(?:name|id)\s*=\s*[\"']?DocID_", re.IGNORECASE)
_LABEL: Final = re.compile(r"<(?:strong|b)>\s*([^<>:]{3,60}):", re.IGNORECASE)
_LINK: Final = re.compile(r"ProQuest document link|Links? (?:zum|vers|al) .{0,30}ProQuest", re.IGNORECASE)
_LABELS_NEEDED: Final = 3


def sniff(source: Source) -> float:
    """Sure of a page that names ProQuest, with the anchors of its records or several of its labels in bold."""
    head = head_of(source.data)
    if not _TAG.search(head):
        return 0.0
    if _ANCHOR.search(head) and (_LABEL.search(head) or "proquest" in head.casefold()):
        return 0.97
    fields = {field_of(label) for label in _LABEL.findall(head)} - {None}
    return 0.97 if len(fields) >= _LABELS_NEEDED and "proquest" in head.casefold() else 0.0


def read(source: Source) -> Articles:
    """The records of the file.

    Raises
    ------
    Unreadable
        If the file holds no text, or no record.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> page = b"<div><a name='DocID_1'></a><p>Harbour opens</p><p><strong>Full text: </strong>Ships came.</p></div>"
    >>> read(Source("a.html", ".html", page)).articles[0].fields["text"]
    'Ships came.'
    """
    text, problems = text_in(source.data)
    root = parse_html(text)
    articles: list[Article] = []
    labels: list[str] = []
    announced: set[int] = set()
    lengths = [part.get("wordcount") for part in named(root, "text") if part.get("wordcount")]
    records = _records(root)
    for number, record in enumerate(records, start=1):
        announced |= {count for count in (counted(block.text) for block in record[:3]) if count}
        heading, entries = _entries(record)
        labels += [entry.label for entry in entries]
        article = to_article(heading, entries, length=lengths[number - 1] if len(lengths) == len(records) else None)
        if article is None:
            problems.append(Problem(f"record {number}", "broken_record", f"no title and no text: {heading[:80]!r}"))
        else:
            articles.append(article)
    return as_articles(articles, problems, announced=announced, labels=labels)


def _records(root: Any) -> list[list[Block]]:
    """The paragraphs of each record: from anchor to anchor, or the parts of the body that have labels."""
    bodies = list(named(root, "body"))
    blocks = list(blocks_in(bodies[0] if bodies else root))
    starts = [place for place, block in enumerate(blocks) if block.anchor.casefold().startswith("docid_")]
    starts = starts or [place for place, block in enumerate(blocks) if counted(block.text)]
    if starts:
        ends = [*starts[1:], len(blocks)]
        return [_without_foot(blocks[start:end]) for start, end in zip(starts, ends, strict=True)]
    parts = [list(blocks_in(part)) for part in (bodies[0] if bodies else root) if text_of(part)]
    labelled = [_without_foot(part) for part in parts if sum(_label(block) is not None for block in part) > 1]
    return labelled or [_without_foot(blocks)]


def _without_foot(blocks: list[Block]) -> list[Block]:
    """The paragraphs of a record without what ProQuest prints below the last one."""
    foot = next(
        (place for place, block in enumerate(blocks) if "text" not in block.within and is_foot(block.text)), None
    )
    return blocks if foot is None else blocks[:foot]


def _label(block: Block) -> str | None:
    """The label that opens a paragraph in bold, or None; within the full text nothing is a label."""
    label, colon, _ = block.lead.partition(":")
    return label.strip() if colon and "text" not in block.within and block.text.startswith(label) else None


def _entries(blocks: Sequence[Block]) -> tuple[str, list[Entry]]:
    """The heading of a record and its labelled values."""
    heading = ""
    entries: list[Entry] = []
    wrapped = any("text" in block.within for block in blocks)
    for block in blocks:
        label = _label(block) or (heading_of(block.text) if "text" not in block.within else None)
        field = field_of(label) if label else None
        # A text that is wrapped as one holds no labels outside; in another, a bold word may be the article's own.
        in_body = bool(entries) and entries[-1].field == "text" and not wrapped
        if label and (field is not None or not in_body):
            value = block.text[len(label) :].lstrip(" :\u00a0")
            entries.append(Entry(label, field or "", [value] if value else []))
        elif _LINK.fullmatch(block.text) or counted(block.text):
            continue
        elif entries:
            entries[-1].paragraphs.append(block.text)
        else:
            entries += [Entry("", "", [block.text])] if heading else []
            heading = heading or block.text
    return heading, entries
