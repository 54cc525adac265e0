"""LexisNexis HTML: records between anchors, told apart by the order of their DIVs, whatever their classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.markup import parse_html
from mediastudy.documents.parts.paragraphs import repair
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.lexisnexis import Block, is_error, labels_in, record
from mediastudy.documents.vendors.lexisnexisfiles import announced, interface_of, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.documents.records import Article, Source

NAME: Final = "lexisnexis-html"
_ANCHOR: Final = re.compile(r"<a\s+name\s*=\s*[\"']?DOC_ID_[\w-]+[\"']?[^>]*>", re.IGNORECASE)
_COMMENT: Final = re.compile(r"(?:<!--[^<>]*)?<DOC NUMBER=\d+>", re.IGNORECASE)
_BYTES: Final = re.compile(rb"name\s*=\s*[\"']?DOC_ID_\d|<DOC NUMBER=\d+>", re.IGNORECASE)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_COUNT: Final = re.compile(r"<meta\b[^>]{0,200}\bdocuments\s*=\s*[\"']?(\d{1,6})", re.IGNORECASE)
_DEBRIS: Final = re.compile(
    r"\A(?:\s|<DOC NUMBER=\d+>|<DOCFULL>|-->)+|<!--[^<>]*</?DOC(?:FULL)?>.*?(?:-->|\Z)", re.DOTALL
)
_BLOCKS: Final = frozenset(("div", "table"))
_LINES: Final = frozenset(("p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "ul", "ol", "table", "center", "hr"))
_SILENT: Final = frozenset(("style", "script", "head", "title", "img", "noscript"))


def sniff(source: Source) -> float:
    """Sure of a page with the anchors or comments that part the records of LexisNexis."""
    return 0.97 if b"<" in source.data[:4096] and _BYTES.search(source.data) else 0.0


def read(source: Source) -> Articles:
    """The articles of the file; a record that is only an error message is skipped and named.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none, ``binary_file`` or ``unknown_encoding`` if it is no text.
    """
    declared = _CHARSET.search(source.data[:4096])
    text, problems = text_in(source.data, declared=declared[1].decode("ascii", errors="ignore") if declared else None)
    cover, chunks = _split(text)
    records = [list(_blocks(chunk)) for chunk in chunks]
    found: list[Article] = []
    for place, blocks in enumerate(records, start=1):
        article = None if is_error(blocks) else record(blocks, split_date=False)
        if article:
            found.append(article)
        else:
            problems.append(Problem(f"article {place}", "broken_record", _reason(blocks)))
    if not found:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like an export of LexisNexis, but holds no article")
    names = [name for blocks in records for name in labels_in(blocks)]
    return Articles(found, problems, _announced(cover, records), len(records) - len(found), interface_of(names))


def _split(text: str) -> tuple[str, list[str]]:
    """What stands above the first record, and the records."""
    for mark in (_ANCHOR, _COMMENT):
        starts = list(mark.finditer(text))
        if starts:
            ends = [match.start() for match in starts[1:]] + [len(text)]
            chunks = [text[match.end() : end] for match, end in zip(starts, ends, strict=True)]
            return text[: starts[0].start()], [_DEBRIS.sub(" ", chunk) for chunk in chunks]
    problem = "no_articles"
    raise Unreadable(problem, "it looks like an export of LexisNexis, but holds no article")


def _reason(blocks: list[Block]) -> str:
    """Why a record holds no article."""
    said = " ".join(block.text for block in blocks)
    return (
        f"left out; the database says: {said[:200]}"
        if is_error(blocks)
        else "it has neither a date nor labels; left out"
    )


def _announced(cover: str, records: list[list[Block]]) -> int | None:
    """How many articles the file says it holds: on its cover, in its head, or at its records."""
    count = _COUNT.search(cover)
    numbers = [number for blocks in records for block in blocks[:3] if (number := number_of(block.text))]
    plain = re.sub(r"<[^<>]*>|&nbsp;", " ", cover)
    if count and not announced(plain, []):
        return int(count[1])
    return announced(plain, numbers)


def _blocks(chunk: str) -> Iterator[Block]:
    """The blocks of a record: its outermost DIVs and tables, and what stands loose between them."""
    if not chunk.strip():
        return
    root = parse_html(f"<html><body>{chunk}</body></html>")
    parts: list[list[str]] = [[""]]
    _walk(root, parts)
    for part in parts:
        lines = [line for text in part if (line := repair(" ".join(text.split(" "))))]
        if lines:
            yield Block(lines, lines)


def _walk(root: Any, parts: list[list[str]]) -> None:
    """Write the lines of everything in a tree into parts, a new part wherever a block begins or ends."""
    from lxml import etree

    silent = depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        name = element.tag if isinstance(element.tag, str) else ""
        started = event == "start"
        if name in _SILENT:
            silent += 1 if started else -1
        elif name == "td" and started:
            parts[-1][-1] += " "
        elif name in _BLOCKS:
            depth = _edge(parts, depth, started=started)
        elif name in _LINES and not _in_cell(element, name):
            parts[-1].append("")
        text = element.text if started else element.tail
        if text and not silent and (started or event == "end" or not name):
            parts[-1][-1] += " ".join(text.split("\n"))


def _in_cell(element: Any, name: str) -> bool:
    """Whether a paragraph is in a cell of a row with further cells."""
    parent = element.getparent() if name == "p" else None
    return parent is not None and parent.tag == "td" and len(parent.getparent()) > 1


def _edge(parts: list[list[str]], depth: int, *, started: bool) -> int:
    """Begin a part at the edge of an outermost block, a line at that of an inner one; the new depth."""
    outermost = depth == (0 if started else 1)
    if outermost:
        parts.append([""])
    else:
        parts[-1].append("")
    return depth + (1 if started else -1)
