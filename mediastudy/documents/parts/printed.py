"""What the lines around an article say of its date, its source and its writers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.dates import find_dates
from mediastudy.documents.dating.datemarks import Mark
from mediastudy.documents.dating.months import PATTERN as MONTH
from mediastudy.documents.parts.bylines import is_name
from mediastudy.documents.parts.credits import is_job
from mediastudy.documents.parts.marks import mark_of, writer_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.parts.blocks import Block

_DAY: Final = re.compile(
    rf"\d{{1,2}}\.? {MONTH}|{MONTH} \d{{1,2}}", re.IGNORECASE
)  # the year stands in the element only
_BELOW: Final = 4  # blocks behind the article in which its date may stand
_PAGE: Final = re.compile(r"第\s*[A-Z]?\d+\s*版|上一版|版面导航")
_AROUND: Final = 8  # blocks above the headline in which a digital newspaper prints its page and day
_SAID: Final = re.compile(r"published|posted|veröffentlicht|publi|发布|时间|日期|juche", re.IGNORECASE)


def marks_above(blocks: Sequence[Block], places: Sequence[int]) -> dict[int, Mark]:
    """What the lines between the headline and the article say of date, source and writers, by place.

    Examples
    --------
    >>> from mediastudy.documents.parts.blocks import Block
    >>> lines = [Block("By Ann Lee", "p"), Block("Port correspondent", "p"), Block("3 May 2024", "p")]
    >>> {place: (mark.byline, mark.date_raw) for place, mark in marks_above(lines, range(3)).items()}
    {0: ('Ann Lee', None), 1: (None, None), 2: (None, '3 May 2024')}
    """
    marks = {place: mark_of(blocks[place].text) or writer_of(blocks[place].text) for place in places}
    said = {place: mark for place, mark in marks.items() if mark and any(mark)}
    dated = {place for place, mark in said.items() if mark.date_raw}
    dated |= {place for place, block in enumerate(blocks) if _DAY.fullmatch(block.text)}
    for place in places:
        line = blocks[place].text
        unsigned = not any(mark.byline for mark in said.values())
        if place not in said and unsigned and is_name(line) and dated & {place - 1, place + 1}:
            said[place] = Mark(None, byline=line)
        elif place not in said and place - 1 in said and said[place - 1].byline and is_job(line):
            said[place] = Mark(None)
    return dict(sorted(said.items()))


def mark_of_paper(blocks: Sequence[Block], heads: Sequence[int]) -> Mark | None:
    """The day that a Chinese digital newspaper prints above the headline, beside the number of the page.

    Examples
    --------
    >>> from mediastudy.documents.parts.blocks import Block
    >>> page = [Block("第A01版：头版", "td"), Block("2014年8月30日 星期六", "td"), Block("大桥通车", "strong")]
    >>> mark_of_paper(page, [2])[0]
    '2014年8月30日'
    """
    above = blocks[max(0, heads[0] - _AROUND) : heads[0]] if heads else []
    if not any(_PAGE.search(block.text) for block in above):
        return None
    found = [(block.text, item) for block in above for item in find_dates(block.text) if item.day.precision == "day"]
    if not found:
        return None
    line, item = found[-1]
    return Mark(line[item.start : item.end])


def mark_below(blocks: Sequence[Block], last: int) -> Mark | None:
    """What a line just below the article says of its day, if it says that it is the day of publication.

    Examples
    --------
    >>> from mediastudy.documents.parts.blocks import Block
    >>> mark = mark_below([Block("Ships came.", "p"), Block("Published on 3 May 2024", "p")], 0)
    >>> mark and mark.date_raw
    '3 May 2024'
    """
    near = [block for block in blocks[last + 1 : last + 1 + _BELOW] if not block.linked and _SAID.search(block.text)]
    return next((mark for block in near if (mark := mark_of(block.text)) and mark.date_raw), None)
