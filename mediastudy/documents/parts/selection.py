"""The blocks of a page sorted: which are its article, what the others are, and what those above the article say."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.parts.captions import is_photo_credit
from mediastudy.documents.parts.credits import byline_of
from mediastudy.documents.parts.furniture import opens_related
from mediastudy.documents.parts.headline import is_prose
from mediastudy.documents.parts.marks import mark_of
from mediastudy.documents.parts.matching import chosen, is_kicker_of, same_title, with_lead
from mediastudy.documents.parts.printed import mark_below, mark_of_paper, marks_above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.dating.datemarks import Mark
    from mediastudy.documents.parts.blocks import Block

_NEAR: Final = 6  # a caption so many blocks from the article is the article's
_LINKED: Final = 0.5
_GAP: Final = 12  # blocks between a lead and the text
_POINTER: Final = re.compile(
    r"(?:read|see|watch) (?:also|more|next)|also read|related|more:|lire aussi|à lire|lesen sie (?:auch|mehr)|mehr dazu"
    r"|lea también|leer más|le puede|leggi (?:anche|di più)|lees ook|читайте также|相关阅读|延伸阅读",
    re.IGNORECASE,
)
_HEADINGS: Final = frozenset(("h1", "h2", "h3"))
_SUBHEADINGS: Final = frozenset(("h2", "h3", "h4", "h5", "h6"))


class Selection(NamedTuple):
    """The lines of a page in order, the kind of those that are no article, and what was learnt from them."""

    lines: list[str]
    outside: dict[int, str]
    captions: list[str]
    date_raw: str | None = None
    source: str | None = None
    outlet: str | None = None
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
    pointers = {place for place, block in enumerate(blocks) if _points_away(block)}
    taken = with_lead(blocks, chosen(blocks, text), title) - captioned - pointers
    heads = _heads(blocks, taken, title)
    body = sorted(place for place in taken if not heads or place > heads[-1])
    prose = next((place for place in body if is_prose(blocks[place].text)), body[0] if body else 0)
    above = range(heads[-1] + 1, prose) if heads else range(0)
    near = range(max(0, body[0] - _NEAR), body[-1] + _NEAR) if body else range(0)
    shown = {place: "caption" for place in sorted(captioned) if place in near or place in above}
    kinds = dict.fromkeys(heads, "title") | shown
    marks = _marks(blocks, [place for place in above if place not in kinds], _below_lead(blocks, body, prose, kinds))
    lines, outside = _lines(
        blocks, set(body) - set(marks), kinds | {place: _kind(mark) for place, mark in marks.items()}
    )
    found = list(marks.values())
    if body and not any(mark.date_raw for mark in found):
        found += filter(None, [mark_of_paper(blocks, heads) or mark_below(blocks, body[-1])])
    return _learnt(Selection(lines, outside, _with_credits([blocks[place].text for place in shown])), found)


def _marks(blocks: Sequence[Block], above: Sequence[int], below: Sequence[int]) -> dict[int, Mark]:
    """What the lines above the text say, and those below its lead where no date or no writer stands above."""
    marks = marks_above(blocks, above)
    dated = any(mark.date_raw for mark in marks.values())
    signed = any(mark.byline for mark in marks.values())
    return marks if dated and signed else marks | marks_above(blocks, below)


def _heads(blocks: Sequence[Block], taken: set[int], title: str | None) -> list[int]:
    """The places of the headline before the running text: also of a heading of the first order that says it otherwise.

    What was taken before a headline belongs to the site; where running text comes first, the heading is one within it.
    """
    named = {place for place, block in enumerate(blocks) if _is_head(block, title)}
    named |= {place for place in taken if blocks[place].tag == "h1"}
    body = sorted(taken - named)
    first = next((place for place in body if is_prose(blocks[place].text)), body[0] if body else 0)
    return sorted(place for place in named if place < first)


def _is_head(block: Block, title: str | None) -> bool:
    """Whether a block is the headline, with the date before it or without what stands before a colon."""
    line = block.text
    dated = title is not None and line.endswith(title) and mark_of(line.removesuffix(title)) is not None
    return dated or same_title(line, title) or (block.tag in _HEADINGS and is_kicker_of(title, line))


def _below_lead(blocks: Sequence[Block], body: Sequence[int], lead: int, kinds: dict[int, str]) -> list[int]:
    """The places between a lead and the running text, where some sites print writers and date."""
    text = next((place for place in body if place > lead and is_prose(blocks[place].text)), lead)
    gap = range(lead + 1, text) if text - lead <= _GAP else range(0)
    lines = [place for place in gap if place not in kinds and blocks[place].linked < _LINKED]
    return lines if any(mark_of(blocks[place].text) or byline_of(blocks[place].text) for place in lines) else []


def _points_away(block: Block) -> bool:
    """Whether a block within an article leads to others: a link that says so, or the heading of a list of links."""
    linked = block.linked >= _LINKED and _POINTER.match(block.text)
    return bool(linked) or (block.tag in _SUBHEADINGS and opens_related(block.text))


def _kind(mark: Mark) -> str:
    """What a line is that says something of an article."""
    return "date" if mark.date_raw else "byline" if mark.byline else "credit"


def _with_credits(captions: Sequence[str]) -> list[str]:
    """The captions, each with the photo credit that stands in the same place of the page."""
    found: list[str] = []
    for caption in captions:
        credit = is_photo_credit(caption) or is_photo_credit(f"({caption})")
        if found and credit and not is_photo_credit(found[-1]):
            found[-1] = f"{found[-1]} {caption}"
        else:
            found.append(caption)
    return found


def _learnt(selection: Selection, marks: Sequence[Mark]) -> Selection:
    """The selection with the first date, source, outlet and byline that the lines around the article state."""
    return selection._replace(
        date_raw=next((mark.date_raw for mark in marks if mark.date_raw), None),
        source=next((mark.source for mark in marks if mark.source), None),
        outlet=next((mark.outlet for mark in marks if mark.outlet), None),
        byline=next((mark.byline for mark in marks if mark.byline), None),
    )


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
