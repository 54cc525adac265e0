"""LexisNexis: one record of an old HTML or TXT export, told apart by the order of its blocks.

Publication and date stand first, then the headline, labels in capitals, the body, further labels and the notice of
rights. A block is what stands together: a DIV, or lines without a blank line between them.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.vendors.lexisnexisfiles import is_number
from mediastudy.documents.vendors.nexislabels import Label, is_copyright, is_notice, labelled
from mediastudy.documents.vendors.nexisrecords import (
    Draft,
    closes,
    closing,
    finished,
    is_dated,
    names_year,
    opening_labels,
    opens,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mediastudy.documents.records import Article

_BODY: Final = re.compile(r"^[^:]*:")
_ERROR: Final = re.compile(r"we are sorry but there is an error in this document", re.IGNORECASE)
_MATERIALS: Final = re.compile(r"the(?:se)? materials\b", re.IGNORECASE)  # an agency's notice, of several lines
_EDITION: Final = re.compile(
    r"(?:.{0,40} )?(?:edition|ausgabe|édition|editie|final)(?: .{0,20})?|correction appended", re.IGNORECASE
)
_URL: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_LONGEST_TITLE: Final = 700
_UPPER_BLOCKS: Final = 12


class Block(NamedTuple):
    """What stands together in a record: its lines as printed, and its paragraphs."""

    lines: list[str]
    paragraphs: list[str]

    @property
    def text(self) -> str:
        """The whole block on one line."""
        return " ".join(self.lines)


def is_error(blocks: Iterable[Block]) -> bool:
    """Whether a record is only the database's own message that it can't be shown.

    Examples
    --------
    >>> text = "We are sorry but there is an error in this document and it is not possible to display it."
    >>> is_error([Block([text], [text])])
    True
    """
    return any(_ERROR.search(block.text) for block in blocks)


def record(blocks: Sequence[Block], *, split_date: bool) -> Article | None:
    """The article of one record, or None if nothing in it is one.

    Parameters
    ----------
    blocks
        The record, without empty blocks.
    split_date
        Whether lines below the date are an edition of their own rather than part of the date as printed.

    Examples
    --------
    >>> lines = ["Coast Daily", "May 3, 2019", "Harbour opens", "LENGTH: 2 words", "Ships came."]
    >>> article = record([Block([line], [line]) for line in lines], split_date=True)
    >>> article.fields["title"], article.fields["text"]
    ('Harbour opens', 'Ships came.')
    """
    kept = [block for block in blocks if not is_number(block.text)]
    label = next((place for place, block in enumerate(kept) if _labels(block)), len(kept))
    date = _date_place(kept)
    if date is None and label == len(kept):
        return None
    head = kept[: _below_publication(kept, label) if date is None else date + 1]
    fields, rights = _head(head, dated=date is not None, split_date=split_date)
    kept, headed = _without_heading(kept)
    start = len(head)
    if start + 1 < len(kept) and _EDITION.fullmatch(kept[start].text) and not _labels(kept[start + 1]):
        fields["edition"] = kept[start].text
        start += 1
    if start < len(kept) and _URL.fullmatch(kept[start].text):
        fields["url"] = kept[start].text
        start += 1
    body_place, title = _body_place(kept, start)
    body_place = body_place if headed is None else max(headed, start + title)
    labels, more, rest = opening_labels([block.text for block in kept[start + title : body_place]], capitals=True)
    labels = list(filter(None, map(_labels, head))) + labels
    upper = [block.text for block in kept[start : start + title]]
    if any(label.column == "title" for label in labels):
        rest = upper + rest
    else:
        fields |= _headed(head, upper)
    below = closing([block.text for block in kept], start=body_place, capitals=True)
    body = [text for block in kept[body_place : below.start] for text in block.paragraphs]
    if date is None and not body and len(labels) < 2:  # noqa: PLR2004 - one label alone is none
        return None
    draft = Draft(fields, labels + below.labels, body, rights + more + below.rights, rest + below.rest)
    return finished(draft)


def labels_in(blocks: Iterable[Block]) -> list[str]:
    """The names of the labels that open blocks.

    Examples
    --------
    >>> labels_in([Block(["LENGTH: 2 words"], [])])
    ['LENGTH']
    """
    return [label.name for block in blocks if (label := _labels(block))]


def _labels(block: Block) -> Label | None:
    """The label that opens a block, or None."""
    return labelled(block.text, capitals=True) if block.lines else None


def _date_place(blocks: Sequence[Block]) -> int | None:
    """The block of the date: the first above the labels of bodies in which a line is one."""
    first = next((place for place, block in enumerate(blocks) if opens(_labels(block)) or closes(_labels(block))), None)
    upper = range(min(len(blocks) if first is None else first, _UPPER_BLOCKS))
    for test in (is_dated, names_year):
        for place in upper:
            lines = [line for line in blocks[place].lines if not is_notice(line)]
            above = place > 0 or len(lines) > 1
            if above and any(map(test, [blocks[place].text, *lines])) and not is_copyright(blocks[place].text):
                return place
    return None


def _below_publication(blocks: Sequence[Block], label: int) -> int:
    """The place below the publication, which is the first block that is no notice of rights, in an undated record."""
    named = (place for place in range(label) if not all(map(is_notice, blocks[place].lines)))
    return next(named, label - 1) + 1


def _head(head: Sequence[Block], *, dated: bool, split_date: bool) -> tuple[dict[str, str | None], list[str]]:
    """Publication and date, and the notices of rights that may stand above them."""
    told = [[block.text] if _MATERIALS.match(block.text) else block.lines for block in head if not _labels(block)]
    rights = [line for lines in told for line in lines if is_notice(line)]
    above = [[line for line in lines if not is_notice(line)] for lines in (told[:-1] if dated else told)]
    fields: dict[str, str | None] = {"host": "LexisNexis"}
    if dated:
        lines = [line for line in head[-1].lines if not is_notice(line)]
        place = next((place for place, line in enumerate(lines) if is_dated(line)), None)
        place = next((place for place, line in enumerate(lines) if names_year(line)), 0) if place is None else place
        if split_date:
            above.append(lines[:place])
            fields |= {"date_raw": lines[place], "edition": " ".join(lines[place + 1 :]) or None}
        else:
            fields |= {"date_raw": " ".join(lines), "edition": " ".join(lines[place + 1 :]) or None}
    outlet = next((lines for lines in reversed(above) if lines), None)
    return fields | {"outlet": " ".join(outlet) if outlet else None}, rights


def _headed(head: Sequence[Block], upper: Sequence[str]) -> dict[str, str | None]:
    """The headline, which stands below the date or, in some files, between publication and date."""
    if upper:
        return {"title": " ".join(upper)}
    above = [block.text for block in head[:-1] if not _labels(block) and not all(map(is_notice, block.lines))]
    above = [text for text in above if not _MATERIALS.match(text)]
    return {"outlet": above[0], "title": " ".join(above[1:])} if len(above) > 1 else {}


def _body_place(blocks: Sequence[Block], start: int) -> tuple[int, int]:
    """Where the body begins, and how many blocks below the date are the headline."""
    title = len(list(takewhile(lambda block: not _labels(block) and not is_copyright(block.text), blocks[start:])))
    first = start + title
    unlabelled = first == len(blocks) or not _labels(blocks[first]) or closes(_labels(blocks[first]))
    if title > 1 and (unlabelled or sum(len(block.text) for block in blocks[start:first]) > _LONGEST_TITLE):
        return start + 1, 1  # no labels above the body: the first block is the headline
    if first == len(blocks):
        return first, title
    place = _below_labels(blocks, first)
    length = next(
        (place for place in range(place, min(len(blocks), first + _UPPER_BLOCKS)) if _is_length(blocks[place])), None
    )
    if length is not None and any(
        not _labels(block) and not is_copyright(block.text) for block in blocks[length + 1 :]
    ):
        place = _below_labels(blocks, length)
    return place, title


def _below_labels(blocks: Sequence[Block], place: int) -> int:
    """The first block below a run of labels that is none and no value of one."""
    place += 1
    while place < len(blocks) and (_labels(blocks[place]) or _is_value(blocks, place)):
        place += 1
    return place


def _without_heading(blocks: list[Block]) -> tuple[list[Block], int | None]:
    """The blocks without the label above the body, which few files have, and where the body begins then."""
    for place, block in enumerate(blocks):
        label = _labels(block)
        if label and label.column == "body":
            lines, texts = ([_BODY.sub("", part[0], count=1).strip(), *part[1:]] for part in block)
            rest = Block(list(filter(None, lines)), list(filter(None, texts)))
            return [*blocks[:place], *[rest] * bool(rest.lines), *blocks[place + 1 :]], place
    return blocks, None


def _is_length(block: Block) -> bool:
    """Whether a block states the length of the article, which stands above its body."""
    label = _labels(block)
    return label is not None and label.column == "length_stated"


def _is_value(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block is the value of the empty label above it."""
    label = _labels(blocks[place - 1])
    return (
        label is not None and not label.value and len(blocks[place].text) <= _LONGEST_TITLE and label.column != "body"
    )
