"""The margins of a page: which of its paragraphs are captions, and which are the site's before and after the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.agencies import agency_name, is_agency
from mediastudy.documents.dating.datemarks import source_named
from mediastudy.documents.parts import furniture
from mediastudy.documents.parts.bylines import mark_writers
from mediastudy.documents.parts.captions import is_caption, is_photo_credit, opens_like_caption
from mediastudy.documents.parts.closings import closing_of
from mediastudy.documents.parts.copyrights import is_copyright
from mediastudy.documents.parts.credits import byline_of, is_contact, is_credit, is_job, is_signature
from mediastudy.documents.parts.datelines import dateline_of
from mediastudy.documents.parts.headline import is_prose
from mediastudy.documents.parts.labels import labelled
from mediastudy.documents.parts.marks import mark_of
from mediastudy.documents.parts.mastheads import newspaper_of
from mediastudy.documents.parts.notices import author_box, notice_kind
from mediastudy.documents.parts.sites import outlet_at, outlet_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.parts.page import Page

_HEAD: Final = 30
_LEAD: Final = 4
_LONGEST_LINK: Final = 160
_LONGEST_LEAD: Final = 600
_HALF_A_LINE: Final = 40
_ENOUGH_BROKEN: Final = 3


def mark_captions(page: Page) -> None:
    """Mark the photo captions and photo credits."""
    for place, unit in enumerate(page.units):
        if is_caption(unit.text):
            page.take(place, "caption")
        elif is_photo_credit(unit.text):
            page.take(place, "credit")
            before = page.units[place - 1].text if place else ""
            if opens_like_caption(before):
                page.take(place - 1, "caption")


def mark_tail(page: Page) -> None:
    """Mark what follows the body: links to other articles, credits, notices, buttons, and what closes its last line."""
    lines = [unit.text for unit in page.units]
    for place in range(len(lines) // 3, len(lines)):
        if is_copyright(lines[place]):
            page.kinds.setdefault(place, "copyright")
    _links(page, lines)
    _about(page, lines)
    for place in author_box(lines):
        page.take(place, "furniture")
    for place in reversed(range(len(lines))):
        if place not in page.kinds and not _edge(page, place) and not _last_line(page, place):
            closing = closing_of(lines[place])
            if closing:
                page.closing[place] = closing
                page.learn(agency=agency_name(closing.strip(" –—-()[]")))
            break


def _links(page: Page, lines: list[str]) -> None:
    """Mark a list of links to other articles, if nothing but links follows the line that opens it."""
    count = len(lines)
    shown = [_is_link(page, place) for place in range(count)]
    last = max((place for place in range(count) if not shown[place]), default=-1)
    for place in range(max(count // 3, last), count):
        if _ends_body(lines[place]):
            for after in range(place, count) if not _is_broken(lines[place:]) else ():
                if after not in page.kinds and not _edge(page, after):
                    page.take(after, "furniture")
            break


def _about(page: Page, lines: list[str]) -> None:
    """Mark what a press office says of itself below the one mark that ends its article."""
    ends = [place for place, line in enumerate(lines) if furniture.ends_article(line)]
    after = range(ends[0], len(lines)) if ends else range(0)
    if page.spoken & set(after) or _is_broken(lines[after.start : after.stop]):
        return
    if len(ends) == 1 and sum(map(len, lines[ends[0] :])) < sum(map(len, lines[: ends[0]])):
        for place in range(ends[0], len(lines)):
            page.kinds.setdefault(place, "furniture")


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether lines go on from one to the next as text does that was broken for width, which no list of links does."""
    return sum(line[:1].islower() for line in lines) >= _ENOUGH_BROKEN


def _ends_body(line: str) -> bool:
    """Whether nothing but the site can follow a line, if no running text does."""
    return furniture.opens_related(line) or is_copyright(line) or is_credit(line)


def _is_link(page: Page, place: int) -> bool:
    """Whether a line could be the title of another article, or is one of the site."""
    line = page.units[place].text
    short = len(line) <= _LONGEST_LINK and not is_prose(line) and place not in page.spoken
    site = is_copyright(line) or furniture.is_furniture(line) or notice_kind(line) is not None
    return place in page.kinds or short or site


def _last_line(page: Page, place: int) -> bool:
    """Mark a line that is no text only below it: initials, who contributed, the name of the outlet or agency."""
    line = page.units[place].text
    bare = line.strip(" =-–—()")
    name = newspaper_of(bare)
    if is_signature(line) or (name and is_agency(name)):
        page.take(place, "credit", agency=agency_name(bare))
    elif name:
        page.take(place, "credit", outlet=name)
    elif is_contact(line):
        page.take(place, "furniture")
    else:
        return False
    return True


def _edge(page: Page, place: int) -> bool:
    """Mark a line of the site at the edge of the body; false if it is something else."""
    return _site(page, place) or _stated(page, place)


def _site(page: Page, place: int) -> bool:
    """Mark a line that is no more than furniture, a notice or a copyright line."""
    line = page.units[place].text
    notice = notice_kind(line)
    if place <= len(page.units) // 3 and notice != "syndication" and is_prose(line):
        notice = None  # an article may well open with such a sentence
    if furniture.is_furniture(line) or furniture.is_pointer(line):
        page.take(place, "furniture")
    elif is_copyright(line):
        page.take(place, "copyright")
    elif notice:
        page.take(place, notice)
    else:
        return False
    return True


def _stated(page: Page, place: int) -> bool:
    """Mark a line that states something of the article: a label, the date, a source, the host, an outlet."""
    line = page.units[place].text
    source, mark, label = source_named(line), mark_of(line), labelled(line)
    site, address, outlet = furniture.site_named(line), furniture.address(line), outlet_named(line)
    if label:
        page.take(place, label[0] or "furniture", **({label[0]: label[1]} if label[0] else {}))
    elif mark:
        page.take(place, "date", date_raw=mark.date_raw, source=mark.source, outlet=mark.outlet, byline=mark.byline)
    elif source or is_credit(line):
        page.take(place, "credit", source=source)
    elif site:
        above = place <= len(page.units) // 3  # an address below the article is a link
        page.take(place, "host", host=site if above else None, outlet=outlet_at(site) if above else None)
    elif address:
        page.take(place, "furniture", url=address)
    elif outlet:
        page.take(place, "credit", outlet=outlet)
    else:
        return False
    return True


def mark_head(page: Page) -> int:
    """Mark the lines of the site before the body, and return the place where running text starts."""
    written = False  # whether the line above names the writers
    for place in page.body()[:_HEAD]:
        line = page.units[place].text
        crumbs, byline = furniture.breadcrumb(line), byline_of(line)
        if crumbs:
            page.take(place, "section", section=crumbs)
        elif _edge(page, place):
            continue
        elif byline:
            page.take(place, "byline", byline=byline)
        elif (written and is_job(line)) or is_contact(line):
            page.take(place, "furniture")
        elif _starts_text(page, place):
            _below_lead(page, place)
            mark_writers(page, place)
            return place
        written = bool(byline)
    return len(page.units)


def _starts_text(page: Page, place: int) -> bool:
    """Whether running text starts with a line: prose, a turn of a transcript, a dateline, a sentence broken off."""
    line = page.units[place].text
    after = page.units[place + 1].text if place + 1 < len(page.units) else ""
    goes_on = after[:1].islower() and len(line) >= _HALF_A_LINE and mark_of(after) is None
    broken = goes_on or line.endswith((":", "："))
    return broken or is_prose(line) or place in page.spoken or dateline_of(line) is not None


def _below_lead(page: Page, start: int) -> None:
    """Mark writers and date where they stand below a lead of one or two paragraphs."""
    if "date_raw" in page.fields:
        return
    below = [place for place in page.body() if start < place <= start + _LEAD]
    passed = 0
    for count, place in enumerate([start, *below]):
        passed += len(page.units[place].text)
        if passed > _LONGEST_LEAD:
            below = below[:count]
            break
    if any(mark_of(page.units[place].text) for place in below):
        for place in below:
            byline = byline_of(page.units[place].text)
            if byline:
                page.take(place, "byline", byline=byline)
            elif not is_prose(page.units[place].text) or _is_sites(page.units[place].text):
                _edge(page, place)


def _is_sites(line: str) -> bool:
    """Whether a line that ends like a sentence is a date line or furniture all the same: ``... 3 min.``."""
    return mark_of(line) is not None or furniture.is_furniture(line)
