"""An article saved as text: its parts told apart, every piece that isn't body kept as a removal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.agencies import agency_in, agency_name, is_agency
from mediastudy.documents.parts import furniture
from mediastudy.documents.parts.copyrights import copyright_holder
from mediastudy.documents.parts.credits import is_reporting
from mediastudy.documents.parts.datelines import colon_dateline, dateline_of, is_place_and_land, is_place_line
from mediastudy.documents.parts.headline import choose_title, is_long_enough, is_prose, turns, without_site
from mediastudy.documents.parts.margins import mark_captions, mark_head, mark_tail
from mediastudy.documents.parts.mastheads import could_be_masthead, newspaper_of
from mediastudy.documents.parts.page import Page
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.parts.phrases import SECTIONS
from mediastudy.documents.parts.pieces import Part, cut
from mediastudy.documents.records import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediastudy.documents.parts.paragraphs import Paragraph

_PLACE_ALONE: Final = re.compile(r"[^\W\d_a-zß-ÿ][\w .,'’()-]{1,60}\s[—–]")


def clean(text: str, *, title: str | None = None) -> Article:
    r"""The article that a text holds: its parts in columns of documents, what was taken out as pieces in order.

    Parameters
    ----------
    text
        A page saved as text, or a plain article; any layout.
    title
        The headline where it is known; without it, it is looked for before the body.

    Returns
    -------
    Article
        ``fields`` holds ``text`` (paragraphs with one blank line between), ``captions`` (one a line), and as far as
        stated ``title``, ``date_raw``, ``outlet``, ``agency``, ``host``, ``byline``, ``section``, ``dateline`` and
        ``url``.

    Examples
    --------
    >>> article = clean("Harbour opens after ten years\n\nPORTO ALBA, May 3 (Coast) -- Ships came in.\n\nTop")
    >>> article.fields["title"], article.fields["text"], article.fields["dateline"]
    ('Harbour opens after ten years', 'Ships came in.', 'PORTO ALBA, May 3')
    >>> [piece.kind for piece in article.pieces]
    ['title', 'dateline', 'furniture']
    """
    return cleaned(paragraphs(text), {}, title=title)


def cleaned(units: Sequence[Paragraph], outside: Mapping[int, str], *, title: str | None = None) -> Article:
    """The article that paragraphs hold, some of which are known to be no body.

    Parameters
    ----------
    units
        The paragraphs of a raw article, in order.
    outside
        The kind of each paragraph that is known to be no body, by its place.
    title
        The headline where it is known.

    Examples
    --------
    >>> from mediastudy.documents.parts.paragraphs import Paragraph
    >>> article = cleaned([Paragraph("Port News"), Paragraph("Ships came in.")], {0: "furniture"})
    >>> article.fields["text"], article.pieces
    ('Ships came in.', [Piece(kind='furniture', text='Port News', at=0)])
    """
    inside = [unit for place, unit in enumerate(units) if place not in outside]
    page = Page(inside, spoken=turns([unit.text for unit in inside]))
    mark_captions(page)
    mark_tail(page)
    start = mark_head(page)
    _headline(page, start, title)
    _inner(page)
    _openings(page, titled=title is not None)
    text, pieces = cut(_parts(page, units, outside))
    mended = sum(unit.mended for unit in units)
    told = f"characters decoded wrongly before were mended in {mended} of {len(units)} paragraphs"
    problems = [Problem("", "repaired_encoding", told)] if mended else []
    return Article(_fields(page, title) | {"text": text}, pieces, problems)


def _headline(page: Page, start: int, title: str | None) -> None:
    """Mark the headline, and the lines of the site before it."""
    lines = {place: page.units[place].text for place in page.body() if place < start}
    title = title if title is not None else page.fields.get("title")
    if title is not None:
        for place, line in lines.items():
            if line.casefold() == title.casefold():
                page.take(place, "title")
        return
    holders = {copyright_holder(page.units[place].text) for place, kind in page.kinds.items() if kind == "copyright"}
    for place, line in list(lines.items()):
        if line in holders:
            page.take(place, "host", host=lines.pop(place))
    _names_of_papers(page, lines)
    first = min(lines, default=0)
    if len(lines) > 1 and " " in lines[first] and could_be_masthead(lines[first]):
        page.fields["host"] = lines.pop(first)  # a name says more than an address
        page.take(first, "host")
    crumbs = [place for place, kind in page.kinds.items() if kind == "section" and place < start]
    below = [place for place in lines if crumbs and place > max(crumbs)]
    places = below or _below_menu(page, lines) or list(lines)
    if start == len(page.units):  # no running text at all: the first line is the headline, the rest is kept
        places = places[:1]
    places = [place for place in places if re.search(r"[^\W\d_]", lines[place])]  # a number is no headline
    chosen = choose_title([lines[place] for place in places])
    if chosen is not None:
        _take_title(page, lines, places[chosen])


def _below_menu(page: Page, lines: Mapping[int, str]) -> list[int]:
    """The places of lines below the menu of the site, if one of them is long enough to be a headline."""
    menu = [
        place
        for place, kind in page.kinds.items()
        if kind == "furniture" and furniture.opens_page(page.units[place].text)
    ]
    last = max((place for place in menu if place < max(lines, default=0)), default=None)
    below = [place for place in lines if last is not None and place > last]
    return below if any(is_long_enough(lines[place]) for place in below) else []


def _names_of_papers(page: Page, lines: dict[int, str]) -> None:
    """Mark lines that name a newspaper or agency: above all others it is the outlet, an agency below is a credit."""
    first = min(lines, default=None)
    for place, line in list(lines.items()):
        name = newspaper_of(line)
        if name is None or len(lines) == 1:
            continue
        del lines[place]
        if place != first and is_agency(name):
            page.take(place, "credit", agency=agency_name(name) or name)
        else:
            page.take(place, "host", outlet=agency_name(name) or name)


def _take_title(page: Page, lines: dict[int, str], chosen: int) -> None:
    """Mark the chosen headline, its repetitions, and what stands above it."""
    after = [line for place, line in lines.items() if place > chosen]
    title = without_site(lines[chosen], after) or lines[chosen]
    site = lines[chosen].removeprefix(title).strip(" |｜_–—-")
    page.learn(host=site)
    last = max(place for place, line in lines.items() if line == title)
    for place, line in lines.items():
        if line == title:
            page.take(place, "title", title=title)
        elif place <= last:
            page.take(place, "furniture", section=line if line.casefold() in SECTIONS else None)
        elif line == site:
            page.take(place, "host")


def _inner(page: Page) -> None:
    """Mark the lines of the site within the body, and those that say from where the writers reported."""
    for place in page.body():
        if is_reporting(page.units[place].text):
            page.take(place, "credit")
        elif furniture.interrupts(page.units[place].text):
            page.take(place, "furniture")


def _openings(page: Page, *, titled: bool) -> None:
    """Cut the dateline from the first paragraph of running text."""
    dated = "title" in page.fields and "date_raw" in page.fields
    for place in page.body()[:3]:
        line = page.units[place].text
        found = dateline_of(line) or (colon_dateline(line) if titled and not page.spoken else None)
        alone = _PLACE_ALONE.fullmatch(line)  # "Velde CNN —" on a line of its own
        if (is_place_line(line) and dated) or (titled and (alone or is_place_and_land(line))):
            page.take(place, "dateline", dateline=line.rstrip(" –—"))
            return
        if found:
            rest = line[line.index(found.piece) + len(found.piece) :].lstrip()
            page.opening[place] = line[: len(line) - len(rest)]
            page.learn(dateline=found.text, agency=found.agency, dateline_date=found.date_raw)
            return
        if is_prose(line):
            return


def _fields(page: Page, title: str | None) -> dict[str, Any]:
    """The columns of documents that the page states."""
    captions = [page.units[place].text for place, kind in sorted(page.kinds.items()) if kind == "caption"]
    fields = page.fields | {"captions": "\n".join(captions) or None}
    if title is not None:
        fields["title"] = title
    source, byline = fields.pop("source", None), fields.get("byline")
    # A page that names no other source is the site's own.
    outlet = fields.get("outlet") or source or fields.get("host")
    credited = source if source != outlet else None
    agency = fields.get("agency") or (agency_name(credited) if credited else None) or (byline and agency_in(byline))
    return fields | {"outlet": outlet, "agency": agency}


def _parts(page: Page, units: Sequence[Paragraph], outside: Mapping[int, str]) -> list[Part]:
    """All paragraphs with what each is and what is cut from it, in order."""
    inside = iter(range(len(page.units)))
    parts = []
    for place, unit in enumerate(units):
        if place in outside:
            parts.append(Part(unit.text, outside[place]))
            continue
        at = next(inside)
        parts.append(Part(unit.text, page.kinds.get(at), page.opening.get(at, ""), page.closing.get(at, "")))
    return parts
