"""LexisNexis as plain text: records under *3 of 10 DOCUMENTS*, or one below the other, each told by its labels."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from mediastudy.documents.parts.paragraphs import repair
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.lexisnexis import Block, is_error, labels_in, record
from mediastudy.documents.vendors.lexisnexisfiles import NUMBER, announced, interface_of
from mediastudy.documents.vendors.nexislabels import is_copyright, labelled
from mediastudy.documents.vendors.nexisrecords import closes, is_dated

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD: Final = re.compile(rf"^[ \t\xa0]*{NUMBER}[ \t\xa0]*$", re.IGNORECASE | re.MULTILINE)
_LABEL: Final = re.compile(r"^[^\W\d_a-z][^\W\d_a-z -]{2,25}:", re.MULTILINE)
_LENGTH: Final = re.compile(r"^(?:LENGTH|LÄNGE|LONGUEUR|LENGTE):\s*\d", re.MULTILINE)
_BREAKS: Final = re.compile(r"\r\n?|[\f\v\x85]")
_HAN: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_UPPER_BLOCKS: Final = 12
_DENSE: Final = 4


def is_numbered(text: str) -> bool:
    r"""Whether a text has numbered records and labels in capitals.

    Examples
    --------
    >>> is_numbered("1 of 2 DOCUMENTS\nCoast Daily\nLENGTH: 3 words"), is_numbered("1 of 2 DOCUMENTS")
    (True, False)
    """
    text = _BREAKS.sub("\n", text)
    return bool(_HEAD.search(text) and _LABEL.search(text))


def is_labelled(text: str) -> bool:
    r"""Whether a text without numbers has a date, a length below it, and a label that closes records.

    Examples
    --------
    >>> lines = ["Coast Daily", "May 3, 2019", "Harbour opens", "LENGTH: 3 words", "Ships came.", "LANGUAGE: ENGLISH"]
    >>> is_labelled("\n\n".join(lines)), is_labelled("LENGTH: 3 words")
    (True, False)
    """
    return bool(_LENGTH.search(text)) and bool(_unnumbered(_blocks(_BREAKS.sub("\n", text), wrapped=True)))


def read_text(text: str, *, wrapped: bool) -> Articles:
    r"""The articles in the text of an export.

    Parameters
    ----------
    text
        The whole text.
    wrapped
        Whether lines are broken for width, so that blank lines part paragraphs; otherwise every line is one.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none.

    Examples
    --------
    >>> lines = ["1 of 1 DOCUMENTS", "Coast Daily", "May 3, 2019", "Harbour opens", "LENGTH: 3 words", "Ships\ncame."]
    >>> article = read_text("\n\n".join(lines), wrapped=True).articles[0]
    >>> article.fields["title"], article.fields["text"]
    ('Harbour opens', 'Ships came.')
    """
    text = _BREAKS.sub("\n", text.lstrip("\ufeff"))
    heads = list(_HEAD.finditer(text))
    edges = [head.start() for head in heads] + [len(text)]
    records = [_blocks(text[head.end() : end], wrapped=wrapped) for head, end in zip(heads, edges[1:], strict=True)]
    if not heads:
        records = _unnumbered(_blocks(text, wrapped=wrapped))
    read_ones = [None if is_error(blocks) else record(blocks, split_date=True) for blocks in records]
    articles = [article for article in read_ones if article]
    if not articles:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like an export of LexisNexis, but holds no article")
    problems = [
        Problem(f"article {place}", "broken_record", "it has neither a date nor labels; left out")
        for place, article in enumerate(read_ones, start=1)
        if article is None
    ]
    numbers = [(int(head["number"]), int(head["total"])) for head in heads]
    claimed = announced(text[: edges[0]], numbers) if heads else None
    names = [name for blocks in records for name in labels_in(blocks)]
    return Articles(articles, problems, claimed, len(problems), interface_of(names))


def _blocks(text: str, *, wrapped: bool) -> list[Block]:
    """The blocks of a record: lines between blank lines, or every line where no blank lines part them."""
    lines = [repair(line) for line in text.split("\n")]
    groups = [list(group) for filled, group in groupby(lines, key=bool) if filled]
    if not wrapped and len(groups) <= sum(map(len, groups)) / _DENSE:
        return [Block([line], [line]) for group in groups for line in group]
    return [part for group in groups for part in _parts(group, wrapped=wrapped)]


def _parts(lines: list[str], *, wrapped: bool) -> Iterator[Block]:
    """Lines that stand together as one block, or as several where labels follow each other without a blank line."""
    starts = [place for place, line in enumerate(lines) if place == 0 or labelled(line, capitals=True)]
    # What stands right below a length is the body.
    starts = sorted({*starts, *(place + 1 for place in starts if _LENGTH.match(lines[place]))} - {len(lines)})
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        piece = lines[start:end]
        yield Block(piece, [_joined(piece)] if wrapped else piece)


def _unnumbered(blocks: list[Block]) -> list[list[Block]]:
    """The records of a text without numbers: each has a date above its length and a label that closes it."""
    lengths = [place for place, block in enumerate(blocks) if _LENGTH.match(block.text)]
    starts = [0]
    for earlier, length in pairwise(lengths):
        last = next((place for place in range(length, earlier, -1) if _is_closing(blocks[place])), None)
        if last is None:
            return []
        starts.append(last + 1)
    records = [blocks[start:end] for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    return records if lengths and all(map(_is_record, records)) else []


def _is_closing(block: Block) -> bool:
    """Whether a block stands below bodies."""
    return closes(labelled(block.text, capitals=True)) or is_copyright(block.text)


def _is_record(blocks: list[Block]) -> bool:
    """Whether blocks have a date near the top, above the length, and a closing label."""
    length = next((place for place, block in enumerate(blocks) if _LENGTH.match(block.text)), 0)
    dated = any(is_dated(line) for block in blocks[: min(length, _UPPER_BLOCKS)] for line in block.lines)
    return dated and any(closes(labelled(block.text, capitals=True)) for block in blocks)


def _joined(lines: list[str]) -> str:
    """The lines of a paragraph as one; a hyphen at a break belongs to the word."""
    text = lines[0]
    for line in lines[1:]:
        tight = (_HAN.match(text[-1]) and _HAN.match(line)) or (re.search(r"[^\W\d_]-$", text) and line[0].islower())
        text += line if tight else f" {line}"
    return text
