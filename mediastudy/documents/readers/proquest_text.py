"""ProQuest's text export: records between rules of underscores, values behind their labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.proquest import Entry, as_articles, counted, is_foot, to_article
from mediastudy.documents.vendors.proquest_labels import field_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article, Source

NAME: Final = "proquest-text"
_RULE: Final = re.compile(r"^[ \t]*_{10,}[ \t]*$", re.MULTILINE)
_LABEL: Final = re.compile(r"[ \t]*([^\W\d_][^\n:]{2,50}?)[ \t\u00a0]?:(?=[ \t\u00a0]|$)[ \t\u00a0]*")
_LABEL_LINE: Final = re.compile(_LABEL.pattern.replace("[ ", "^[ ", 1), re.MULTILINE)
_LABELS_NEEDED: Final = 4
_NEAR: Final = 2
_SHORT: Final = 300
# These stand below the full text and hardly begin a sentence of an article.
_BELOW: Final = frozenset(("outlet", "date_raw", "record", "url", "language", "copyright", "info"))


def sniff(source: Source) -> float:
    """Sure of a text with several of ProQuest's labels at the start of lines, and its name or its rules."""
    head = head_of(source.data)
    if head.lstrip()[:1] in "<{[":
        return 0.0
    fields = {field_of(match[1]) for match in _LABEL_LINE.finditer(head)} - {None, ""}
    named = "proquest" in head.casefold() or bool(_RULE.search(head))
    return 0.97 if named and len(fields) >= _LABELS_NEEDED else 0.0


def read(source: Source) -> Articles:
    r"""The records of the file.

    Raises
    ------
    Unreadable
        If the file holds no text, or no record.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> text = b"______________\n\nHarbour opens\n\nFull text: Ships came.\n\nSubject: Ports\n\n______________\n"
    >>> read(Source("a.txt", ".txt", text)).articles[0].fields["text"]
    'Ships came.'
    """
    text, problems = text_in(source.data)
    articles: list[Article] = []
    labels: list[str] = []
    announced: set[int] = set()
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    for number, record in enumerate(filter(None, map(_blocks, _RULE.split(text))), start=1):
        announced |= {count for count in (counted(block) for block in record[:2]) if count}
        heading, entries = _entries([block for block in record if counted(block) is None])
        article = to_article(heading, entries) if any(entry.label for entry in entries) else None
        if article:
            articles.append(article)
            labels += [entry.label for entry in entries]
        elif entries:
            problems.append(Problem(f"record {number}", "broken_record", f"no title and no text: {record[0][:80]!r}"))
    return as_articles(articles, problems, announced=announced, labels=labels)


def _blocks(record: str) -> list[str]:
    """The parts of a record that blank lines set apart, and each known label a part of its own; no foot."""
    blocks: list[str] = []
    for part in re.split(r"\n[ \t]*\n", record):
        lines: list[str] = []
        for line in part.split("\n"):
            # Two labels may follow each other without a blank line between them.
            if lines and _field(line) is not None and _field(lines[0]) is not None:
                blocks.append("\n".join(lines))
                lines = []
            lines.append(line)
        blocks.append("\n".join(lines))
    said = [block for block in blocks if block.strip()]
    foot = next((place for place, block in enumerate(said) if is_foot(block.strip())), None)
    return said[:foot]


def _field(block: str) -> str | None:
    """The column that the label opening a part stands for, or None if no known label does."""
    match = _LABEL.match(block)
    return field_of(match[1]) if match else None


def _entries(blocks: Sequence[str]) -> tuple[str, list[Entry]]:
    """The heading of a record and its labelled values."""
    heading = ""
    entries: list[Entry] = []
    body_end = _body_end(blocks)
    for place, block in enumerate(blocks):
        in_body = bool(entries) and entries[-1].field == "text" and place < body_end
        match = None if in_body else _LABEL.match(block)
        field = field_of(match[1]) if match else None
        if match and field is not None:
            entries.append(Entry(match[1].strip(), field, _lines(block[match.end() :])))
        elif entries:
            entries[-1].paragraphs.extend(_lines(block))
        else:
            entries += [Entry("", "", _lines(block))] if heading else []
            heading = heading or " ".join(block.split())
    return heading, entries


def _lines(text: str) -> list[str]:
    """The paragraphs of a value, its wrapped lines joined."""
    return [paragraph.text for paragraph in paragraphs(text)]


def _body_end(blocks: Sequence[str]) -> int:
    """Where the labels below the full text begin: an article's own ``Title: ...`` amid its text is none of them."""
    fields = [_field(block) for block in blocks]
    start = next((place for place, field in enumerate(fields) if field == "text"), len(fields))
    below = (place for place, field in enumerate(fields) if place > start and field in _BELOW)
    end = next(below, len(fields))
    while end - 1 > start and (fields[end - 1] is not None or _is_between_labels(blocks, fields, end - 1)):
        end -= 1
    return end


def _is_between_labels(blocks: Sequence[str], fields: Sequence[str | None], place: int) -> bool:
    """Whether a part looks like a label that is not known, and a known one stands above it, below the text."""
    block = blocks[place].strip()
    above = [field for field in fields[max(0, place - _NEAR) : place] if field != "text"]
    return len(block) <= _SHORT and bool(_LABEL.match(block)) and any(field is not None for field in above)
