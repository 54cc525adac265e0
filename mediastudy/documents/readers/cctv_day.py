"""Day files of China's television news (``YYYYMMDD.md``): one article an item of the day's broadcast."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dates import parse_date
from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.plainmarkdown import plain_blocks, plain_words
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.exports import exported

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article, Source

NAME: Final = "cctv-day"
OUTLET: Final = "CCTV"
_NAME: Final = re.compile(r"(?:19|20)\d{6}")
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t#]*$")
_PROGRAMME: Final = re.compile(r"新闻联播|Xinwen Lianbo", re.IGNORECASE)
_STATION: Final = re.compile(r"央视网|央视新闻|中央广播电视总台|中央电视台|央视|CCTV(?:[-‑]\d{1,2})?(?![\w.])")
_DAY: Final = re.compile(r"(?<!\d)(?:(?:19|20)\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|(?:19|20)\d{6})(?!\d)")
_CONTENTS: Final = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[^\n]*\]\(#[^\n]*\)\s*$", re.MULTILINE)
# Headings of parts of the file that hold no item of their own.
_PARTS: Final = re.compile(
    r"(?:新闻|主要|今日)?(?:摘要|提要|目录|内容|索引|概要|简介)|(?:详细|全部|具体)(?:新闻|内容)|新闻(?:正文|列表)|contents|summary"
)
_DATE_LINE: Final = re.compile(
    r"^\s*(?:[-*+]\s+)?\**(?:date|日期|时间|发布时间|播出时间)\**\s*[:：]\**\s*(.{1,40}?)\s*$", re.IGNORECASE
)
_SOURCE_LINE: Final = re.compile(r"^\s*(?:[-*+]\s+)?\**(?:source|来源)\**\s*[:：]\**\s*(.{1,40}?)\s*$", re.IGNORECASE)
_LINK_LINE: Final = re.compile(
    r"^\s*(?:[-*+]\s+)?(?:\**(?:link|url|链接|原文|视频|来源)[^:：\n]{0,10}[:：]\**\s*)?"
    r"(?:\[[^\]\n]{0,80}\]\((https?://[^)\s]+)\)|<?(https?://[^\s>)]+)>?)\s*$",
    re.IGNORECASE,
)
_STAMP: Final = re.compile(r"^\s*[(（]?\s*(?:更新|抓取|生成|updated)[^\n]{0,60}$", re.IGNORECASE)
_RULE: Final = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
_FEW: Final = 2


class _Item(NamedTuple):
    """One item: its heading as printed, and the lines below it."""

    title: str
    lines: list[str]


def sniff(source: Source) -> float:
    """Sure of headings of items below the programme's name, or below a day that the file is named for."""
    head = head_of(source.data)
    headings = [match for line in head.splitlines() if (match := _HEADING.match(line))]
    if not headings or head.lstrip("\ufeff \r\n").startswith("---"):
        return 0.0
    above = head[: head.find(headings[0][0]) + len(headings[0][0])]
    items = sum(len(match[1]) > 1 for match in headings)
    if _PROGRAMME.search(above) and items:
        return 0.95
    named = bool(_NAME.fullmatch(PurePosixPath(source.name).stem)) and source.suffix in {".md", ".markdown", ".txt"}
    chinese = bool(_STATION.search(head)) or bool(_PROGRAMME.search(head))
    return 0.9 if named and chinese and items >= _FEW else 0.0


def read(source: Source) -> Articles:
    r"""The items of the day, all under the day of the broadcast unless an item states another.

    Raises
    ------
    Unreadable
        ``no_articles`` if no item stands in the file.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> day = "# 新闻联播 2024年8月29日\n\n### 港口开放\n\n市长宣布港口开放。\n".encode()
    >>> fields = read(Source("20240829.md", ".md", day)).articles[0].fields
    >>> fields["title"], fields["date_raw"], fields["outlet"], fields["text"]
    ('港口开放', '2024年8月29日', 'CCTV', '市长宣布港口开放。')
    """
    text, problems = text_in(source.data)
    above, items = _items(text)
    if not items:
        problem = "no_articles"
        raise Unreadable(problem, "no heading of an item with a text stands in the file")
    day, conflicts = _day(above, PurePosixPath(source.name).stem)
    station = _STATION.search(above)
    programme = _PROGRAMME.search(above)
    common = {
        "date_raw": day,
        "outlet": station[0] if station else OUTLET,
        "section": programme[0] if programme else None,
        "language": "zh" if re.search(r"[㐀-鿿]", above + items[0].title) else None,
    }
    announced = len(_CONTENTS.findall(text)) or None
    pieces = [("furniture", line) for line in plain_lines(above)]
    articles = [_article(item, common, pieces if place == 0 else []) for place, item in enumerate(items)]
    return Articles(articles, [*conflicts, *problems], announced=announced)


def plain_lines(text: str) -> list[str]:
    r"""The lines of a text that say something, without marks.

    Examples
    --------
    >>> plain_lines("# One\n\n---\n- [Two](#two)")
    ['One', 'Two']
    """
    return [block.text for block in plain_blocks(text).blocks]


def _items(text: str) -> tuple[str, list[_Item]]:
    """What stands above the items, and the items: the headings of the level that most of the text stands under."""
    lines = text.lstrip("\ufeff").splitlines()
    headings = [(place, match) for place, line in enumerate(lines) if (match := _HEADING.match(line))]
    titled = [(place, match) for place, match in headings if not _is_part(match[2])]
    level = _level(lines, titled)
    above: list[str] = []
    items: list[_Item] = []
    inside = False  # whether the lines belong to an item
    for line in lines:
        heading = _HEADING.match(line)
        if heading and len(heading[1]) == level and not _is_part(heading[2]):
            items.append(_Item(heading[2], []))
            inside = True
        elif heading and len(heading[1]) <= level:
            inside = False
            above.append(line)
        else:
            (items[-1].lines if inside else above).append(line)
    return "\n".join(above), [item for item in items if any(map(str.strip, item.lines)) or level > 1]


def _is_part(heading: str) -> bool:
    """Whether a heading names a part of the file and no item."""
    return bool(_PARTS.fullmatch(plain_words(heading).strip("：: 　").casefold()))


def _level(lines: Sequence[str], titled: Sequence[tuple[int, re.Match[str]]]) -> int:
    """The level of the items' headings: the third if there are any, else the one with the most text below."""
    below: dict[int, int] = {}
    for number, (place, match) in enumerate(titled):
        stop = titled[number + 1][0] if number + 1 < len(titled) else len(lines)
        level = len(match[1])
        below[level] = below.get(level, 0) + sum(len(line.strip()) for line in lines[place + 1 : stop])
    deeper = {level: size for level, size in below.items() if level > 1 and size}
    return 3 if deeper.get(3) else max(deeper, key=lambda level: deeper[level], default=0)


def _day(above: str, stem: str) -> tuple[str | None, list[Problem]]:
    """The day as the heading prints it, else as the file is named, and a problem if they differ."""
    printed = next((match[0] for match in _DAY.finditer(above) if parse_date(match[0]).date), None)
    named = stem if _NAME.fullmatch(stem) and parse_date(stem).date else None
    if printed and named and parse_date(printed).date != parse_date(named).date:
        detail = f"the file is named {named} and headed {printed}; the heading was taken"
        return printed, [Problem("", "date_conflict", detail)]
    return printed or named, []


def _article(item: _Item, common: dict[str, str | None], pieces: list[tuple[str, str]]) -> Article:
    """The article of an item: its lines of date, source and link in columns, the rest as its text."""
    stated: dict[str, str | None] = {}
    body: list[str] = []
    taken = list(pieces)
    for line in item.lines:
        date, source, link = _DATE_LINE.match(line), _SOURCE_LINE.match(line), _LINK_LINE.match(line)
        if link:
            stated.setdefault("url", link[1] or link[2])
        elif date and parse_date(date[1]).date:
            stated["date_raw"] = date[1]
        elif source:
            stated["outlet"] = plain_words(source[1])
        elif not _STAMP.match(line) and not _RULE.match(line):
            body.append(line)
            continue
        if line.strip():
            taken.append(("metadata", plain_words(line) or line.strip()))
    plain = plain_blocks("\n".join(body))
    paragraphs = [block.text for block in plain.blocks]
    problems = [] if paragraphs else [Problem("", "no_full_text", "a heading without a text")]
    title = plain_words(item.title)
    fields = common | stated | {"title": title, "captions": "\n".join(plain.captions)}
    return exported(fields, paragraphs, pieces=taken, problems=problems)
