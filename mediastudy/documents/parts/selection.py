"""The blocks of a page sorted: which are its article, what the others are, and what those above the article say."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dating.datemarks import Mark, source_named
from mediastudy.documents.dating.months import PATTERN as MONTH
from mediastudy.documents.parts.bylines import is_name
from mediastudy.documents.parts.credits import byline_of
from mediastudy.documents.parts.headline import is_prose
from mediastudy.documents.parts.marks import mark_of
from mediastudy.documents.parts.matching import chosen, same_title, with_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.parts.blocks import Block

_DAY: Final = re.compile(
    rf"\d{{1,2}}\.? {MONTH}|{MONTH} \d{{1,2}}", re.IGNORECASE
)  # the year stands in the element only
_NEAR: Final = 6  # a caption so many blocks from the article is the article's


class Selection(NamedTuple):
    """The lines of a page in order, the kind of those that are no article, and what was learnt from them."""

    lines: list[str]
    outside: dict[int, str]
    captions: list[str]
    date_raw: str | None = None
    source: str | None = None
    byline: str | None = None


def selected(blocks: Sequence[Block], text: str, title: str | None) -> Selection:
    """The blocks of a page sorted, given the text that an extractor has taken for its article and the headline.

    Furniture that stands in one run is one line.

    Examples
    --------
    >>> from mediastudy.documents.parts.blocks import Block
    >>> page = [Block("Top", "p"), Block("Harbour opens", "h1"), Block("3 May 2024", "p"), Block("Ships came.", "p")]
    >>> selection = selected(page, "Ships came.", "Harbour opens")
    >>> selection.outside, selection.date_raw
    ({0: 'furniture', 1: 'title', 2: 'date'}, '3 May 2024')
    """
    captioned = {place for place, block in enumerate(blocks) if block.caption}
    taken = with_lead(blocks, chosen(blocks, text), title) - captioned
    named = {place for place, block in enumerate(blocks) if _is_head(block.text, title)}
    body = sorted(taken - named)
    first, last = (body[0], body[-1]) if body else (0, 0)
    heads = sorted(place for place in named if place < first)
    taken -= {place for place in heads if not same_title(blocks[place].text, title)}
    prose = next((place for place in body if is_prose(blocks[place].text)), first)
    above = range(heads[-1] + 1, max(first, prose)) if heads else range(0)
    kinds = {place: "title" for place in heads if place not in taken}
    near = range(max(0, first - _NEAR), last + _NEAR) if body else range(0)
    kinds |= {place: "caption" for place in captioned if place in near or place in above}
    marks = _marks(blocks, [place for place in above if place not in kinds])
    taken -= set(marks)
    kinds |= {
        place: "date" if mark.date_raw else "byline" if mark.byline else "credit" for place, mark in marks.items()
    }
    lines, outside = _lines(blocks, taken, kinds)
    return Selection(
        lines,
        outside,
        [blocks[place].text for place in sorted(captioned) if kinds.get(place) == "caption"],
        next((mark.date_raw for mark in marks.values() if mark.date_raw), None),
        next((mark.source or mark.outlet for mark in marks.values() if mark.source or mark.outlet), None),
        next((mark.byline for mark in marks.values() if mark.byline), None),
    )


def _is_head(line: str, title: str | None) -> bool:
    """Whether a line is the headline, or the date and the headline."""
    dated = title is not None and line.endswith(title) and mark_of(line.removesuffix(title)) is not None
    return dated or same_title(line, title)


def _marks(blocks: Sequence[Block], places: Sequence[int]) -> dict[int, Mark]:
    """What the lines between the headline and the article say of date, source and writers, by place."""
    marks = {}
    for place in places:
        line = blocks[place].text
        marks[place] = mark_of(line) or Mark(None, source_named(line), byline=byline_of(line))
    said = {place: mark for place, mark in marks.items() if any(mark)}
    dated = {place for place, mark in said.items() if mark.date_raw}
    dated |= {place for place, block in enumerate(blocks) if _DAY.fullmatch(block.text)}
    for place in set(marks) - set(said):
        if (
            is_name(blocks[place].text)
            and dated & {place - 1, place + 1}
            and not any(mark.byline for mark in said.values())
        ):
            said[place] = Mark(None, byline=blocks[place].text)
    return dict(sorted(said.items()))


def _lines(blocks: Sequence[Block], taken: set[int], kinds: dict[int, str]) -> tuple[list[str], dict[int, str]]:
    """The blocks as lines, furniture in one run as one, and the kinds of those outside the article."""
    lines: list[str] = []
    outside: dict[int, str] = {}
    sorted_out = [
        (block.text, "" if place in taken else kinds.get(place, "furniture")) for place, block in enumerate(blocks)
    ]
    for kind, group in groupby(sorted_out, key=lambda pair: pair[1]):
        texts = [text for text, _ in group]
        joined = ["\n".join(texts)] if kind == "furniture" else texts
        outside |= {place: kind for place in range(len(lines), len(lines) + len(joined)) if kind}
        lines += joined
    return lines, outside
