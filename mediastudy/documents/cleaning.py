"""An article saved as text: its parts told apart, every piece that isn't body kept as a removal."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents import furniture
from mediastudy.documents.agencies import agency_in, agency_name, is_agency
from mediastudy.documents.captions import is_caption, is_photo_credit, opens_like_caption
from mediastudy.documents.credits import byline_of, is_credit
from mediastudy.documents.datelines import dateline_of
from mediastudy.documents.datemarks import date_mark, is_newspaper, newspaper_of, source_named
from mediastudy.documents.headline import choose_title, is_prose, without_site
from mediastudy.documents.paragraphs import Paragraph, paragraphs
from mediastudy.documents.records import Article, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD: Final = 30
_LONGEST_LINK: Final = 160


@dataclass
class _Page:
    """The paragraphs of one article, the kind of each that is no body, and what was learnt on the way."""

    units: Sequence[Paragraph]
    kinds: dict[int, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    opening: dict[int, str] = field(default_factory=dict)

    def take(self, place: int, kind: str, **fields: str | None) -> None:
        """Mark a paragraph as no body, and keep what it says where nothing was said before."""
        self.kinds[place] = kind
        self.learn(**fields)

    def learn(self, **fields: str | None) -> None:
        """Keep what was learnt where nothing was known before."""
        for name, value in fields.items():
            if value:
                self.fields.setdefault(name, value)

    def body(self) -> list[int]:
        """The places of the paragraphs that are still body."""
        return [place for place in range(len(self.units)) if place not in self.kinds]


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
    page = _Page(paragraphs(text))
    _captions(page)
    _tail(page)
    start = _head(page)
    _headline(page, start, title)
    _inner(page)
    _dateline(page)
    return Article(_fields(page, title), _pieces(page), [])


def _captions(page: _Page) -> None:
    """Mark the photo captions and photo credits."""
    for place, unit in enumerate(page.units):
        if is_caption(unit.text):
            page.take(place, "caption")
        elif is_photo_credit(unit.text):
            page.take(place, "credit")
            before = page.units[place - 1].text if place else ""
            if opens_like_caption(before):
                page.take(place - 1, "caption")


def _tail(page: _Page) -> None:
    """Mark what follows the body: links to other articles, credits, notices, buttons."""
    count = len(page.units)
    for place in range(count // 3, count):
        if furniture.is_copyright(page.units[place].text):
            page.kinds.setdefault(place, "copyright")
    for place in range(count // 3, count):
        after = page.units[place + 1 :]
        if furniture.opens_related(page.units[place].text) and all(_is_link(unit.text) for unit in after):
            for linked in range(place, count):
                page.kinds.setdefault(linked, "furniture")
            break
    for place in reversed(range(count)):
        if place not in page.kinds and not _edge(page, place):
            break


def _is_link(line: str) -> bool:
    """Whether a line could be the title of another article."""
    return furniture.is_copyright(line) or (len(line) <= _LONGEST_LINK and not is_prose(line))


def _edge(page: _Page, place: int) -> bool:
    """Mark a line of the site at the edge of the body; false if it is something else."""
    line = page.units[place].text
    source, mark = source_named(line), date_mark(line)
    if furniture.is_furniture(line) or furniture.is_pointer(line):
        page.take(place, "furniture")
    elif furniture.is_copyright(line):
        page.take(place, "copyright")
    elif source:
        page.take(place, "credit", source=source)
    elif is_credit(line):
        page.take(place, "credit")
    elif mark:
        page.take(place, "date", date_raw=mark.date_raw, source=mark.source, outlet=mark.outlet, byline=mark.byline)
    elif furniture.site_named(line):
        page.take(place, "host", host=furniture.site_named(line))
    elif furniture.address(line):
        page.take(place, "furniture", url=furniture.address(line))
    else:
        return False
    return True


def _head(page: _Page) -> int:
    """Mark the lines of the site before the body, and return the place where running text starts."""
    for place in page.body()[:_HEAD]:
        line = page.units[place].text
        crumbs, byline = furniture.breadcrumb(line), byline_of(line)
        if crumbs:
            page.take(place, "section", section=crumbs)
        elif _edge(page, place):
            continue
        elif byline:
            page.take(place, "byline", byline=byline)
        elif is_prose(line) or dateline_of(line):
            return place
    return len(page.units)


def _headline(page: _Page, start: int, title: str | None) -> None:
    """Mark the headline, and the lines of the site before it."""
    lines = {place: page.units[place].text for place in page.body() if place < start}
    if title is not None:
        for place, line in lines.items():
            if line.casefold() == title.casefold():
                page.take(place, "title")
        return
    holders = {
        furniture.copyright_holder(page.units[place].text) for place, kind in page.kinds.items() if kind == "copyright"
    }
    for place, line in list(lines.items()):
        if line in holders:
            page.take(place, "host", host=lines.pop(place))
    _names_of_papers(page, lines)
    crumbs = [place for place, kind in page.kinds.items() if kind == "section"]
    below = [place for place in lines if crumbs and place > max(crumbs)]
    places = below or list(lines)
    if start == len(page.units):  # no running text at all: the first line is the headline, the rest is kept
        places = places[:1]
    places = [place for place in places if re.search(r"[^\W\d_]", lines[place])]  # a number is no headline
    chosen = choose_title([lines[place] for place in places])
    if chosen is not None:
        _take_title(page, lines, places[chosen])


def _names_of_papers(page: _Page, lines: dict[int, str]) -> None:
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
            page.take(place, "host", outlet=name)


def _take_title(page: _Page, lines: dict[int, str], chosen: int) -> None:
    """Mark the chosen headline, its repetitions, and what stands above it."""
    after = [line for place, line in lines.items() if place > chosen]
    title = without_site(lines[chosen], after) or lines[chosen]
    for place, line in lines.items():
        if line == title:
            page.take(place, "title", title=title)
        elif place <= chosen:
            page.take(place, "furniture")


def _inner(page: _Page) -> None:
    """Mark the lines of the site within the body."""
    for place in page.body():
        if furniture.interrupts(page.units[place].text):
            page.take(place, "furniture")


def _dateline(page: _Page) -> None:
    """Cut the dateline from the first paragraph of running text."""
    for place in page.body()[:3]:
        line = page.units[place].text
        found = dateline_of(line)
        if found:
            page.opening[place] = line[: line.index(found.piece) + len(found.piece)]
            page.learn(dateline=found.text, agency=found.agency, dateline_date=found.date_raw)
            return
        if is_prose(line):
            return


def _fields(page: _Page, title: str | None) -> dict[str, Any]:
    """The columns of documents that the page states."""
    texts = [page.units[place].text.removeprefix(page.opening.get(place, "")).lstrip() for place in page.body()]
    captions = [page.units[place].text for place, kind in sorted(page.kinds.items()) if kind == "caption"]
    fields = page.fields | {"text": "\n\n".join(texts), "captions": "\n".join(captions) or None}
    if title is not None:
        fields["title"] = title
    source, byline = fields.pop("source", None), fields.get("byline")
    host = fields.get("host") or ""
    outlet = fields.get("outlet") or source or (host if is_newspaper(host) else None)
    credited = source if source != outlet else None
    agency = fields.get("agency") or (agency_name(credited) if credited else None) or (byline and agency_in(byline))
    return fields | {"outlet": outlet, "agency": agency}


def _pieces(page: _Page) -> list[Piece]:
    """The pieces taken out, in the order in which they stood."""
    pieces = []
    for place, unit in enumerate(page.units):
        if place in page.kinds:
            pieces.append(Piece(page.kinds[place], unit.raw))
        elif place in page.opening:
            pieces.append(Piece("dateline", page.opening[place].strip()))
    return pieces
