"""Nexis Uni: the articles in the lines of a DOCX or RTF file.

An article runs from its headline to *End of Document*. Headline, publication and date stand above its labels, the
line *Body* above its text, the line *Classification* or known terms below it.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.nexiscover import announced_in, below_cover
from mediastudy.documents.vendors.nexislabels import (
    Label,
    is_copyright,
    is_link,
    is_notice,
    labelled,
    opens_body,
    opens_classification,
)
from mediastudy.documents.vendors.nexislines import begins, body_place, interface_of, lines_of, segments
from mediastudy.documents.vendors.nexisrecords import (
    Closing,
    Draft,
    closing,
    finished,
    is_dated,
    names_year,
    opening_labels,
    opens,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mediastudy.documents.files.office import OfficeParagraph
    from mediastudy.documents.records import Article
    from mediastudy.documents.vendors.nexislines import Line

_CLOSING_MARK: Final = re.compile(r"(?:Classification|Graphic|Notes|Correction)(?:_\d+)?")
_ITEM: Final = re.compile(r"contentItem(?::|%3A)([\w-]{10,})", re.IGNORECASE)


def read_paragraphs(paragraphs: Iterable[OfficeParagraph]) -> Articles:
    """The articles in the paragraphs of a Nexis Uni file.

    Raises
    ------
    Unreadable
        ``no_articles`` if there is none.

    Examples
    --------
    >>> from mediastudy.documents.files.office import OfficeParagraph
    >>> lines = ["Harbour opens", "Coast Daily", "May 3, 2019 Friday", "Body", "Ships came.", "End of Document"]
    >>> article = read_paragraphs(map(OfficeParagraph, lines)).articles[0]
    >>> article.fields["outlet"], article.fields["text"]
    ('Coast Daily', 'Ships came.')
    """
    lines = lines_of(paragraphs)
    announced = announced_in(line.text for line in lines)
    interface = next(filter(None, map(interface_of, lines)), None)
    articles: list[Article] = []
    problems: list[Problem] = []
    broken = 0
    for segment, ended in segments(lines):
        article = _article(segment, ended=ended)
        if article:
            articles.append(article)
        elif ended:
            broken += 1
            place = f"article {len(articles) + broken}"
            problems.append(Problem(place, "broken_record", "it has neither a date nor a text; left out"))
    if not articles:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like an export of Nexis Uni, but holds no article")
    return Articles(articles, problems, announced, broken, interface)


def _article(segment: list[Line], *, ended: bool) -> Article | None:
    """The article in a stretch of lines, or None."""
    place = body_place(segment)
    start = _start(segment, len(segment) if place is None else place)
    stop = _header_end(segment, start) if place is None else place
    header = [line for line in segment[start:stop] if line.text]
    date = _date_place([line.text for line in header])
    if date is None and not (ended and place is not None and header):
        return None
    if not ended and place is None:
        return None
    fields, further = _head(header, date)
    labels, rights, rest = opening_labels([line.text for line in further], capitals=False)
    if not any(label.column for label in labels) and date is None:
        return None
    body, below = _body(segment[stop:])
    draft = Draft(fields, labels + below.labels, body, rights + below.rights, [*rest, *below.rest])
    cut_off = [] if ended else [Problem("", "cut_off", "the file breaks off before the end of this article")]
    return finished(draft, problems=cut_off)


def _start(segment: Sequence[Line], stop: int) -> int:
    """Where the article begins: at its bookmark, or below the cover."""
    marks = [place for place in range(stop) if begins(segment[place])]
    return marks[-1] if marks else below_cover([line.text for line in segment[:stop]])


def _header_end(segment: Sequence[Line], start: int) -> int:
    """Where the lines above the body end in an article without a line that says so: below the last label there."""
    texts = [line.text for line in segment]
    dated = next((place for place in range(start, len(texts)) if is_dated(texts[place])), start)
    last = dated
    for place in range(dated + 1, len(texts)):
        if _opens(texts[place]) or is_copyright(texts[place]):
            last = place
        elif texts[place]:
            break
    return last + 1


def _date_place(texts: Sequence[str]) -> int | None:
    """The place of the date among the lines above the body: the last that is one, above labels and rights."""
    first = next(
        (place for place, text in enumerate(texts) if place > 1 and (_opens(text) or is_copyright(text))), len(texts)
    )
    dated = [place for place in range(1, first) if is_dated(texts[place])]
    if dated:
        return dated[-1]
    return next((place for place in range(first - 1, 1, -1) if names_year(texts[place])), None)


def _opens(text: str) -> bool:
    """Whether a line has a label that stands above bodies."""
    return opens(labelled(text))


def _head(header: Sequence[Line], date: int | None) -> tuple[dict[str, str | None], Sequence[Line]]:
    """What the lines above the labels say, and the lines that follow them."""
    record = next((match[1] for line in header if (match := _ITEM.search(line.link))), None)
    fields: dict[str, str | None] = {"host": "Nexis Uni", "record": record}
    if date is None:
        count = sum(1 for _ in takewhile(lambda line: not _opens(line.text) and not is_copyright(line.text), header))
        upper, rest = _upper(header[:count]) if count > 1 else ({"title": header[0].text if count else None}, [])
        return fields | upper, [*rest, *header[count:]]
    upper, rest = _upper(header[:date])
    below = list(takewhile(lambda line: not labelled(line.text) and not is_copyright(line.text), header[date + 1 :]))
    edition = " ".join(line.text for line in below) or None
    fields |= upper | {"date_raw": header[date].text, "edition": edition}
    return fields, [*rest, *header[date + 1 + len(below) :]]


def _upper(lines: Sequence[Line]) -> tuple[dict[str, str | None], list[Line]]:
    """Headline and publication from the lines above the date, and the lines that are neither.

    The publication stands last. A headline that is a link or has the style of a heading is told from the lines below
    it, such as the name of a distributor; without such a sign every line above the publication is part of it.
    """
    plain = [
        line for place, line in enumerate(lines) if place == 0 or not (labelled(line.text) or is_notice(line.text))
    ]
    rest = [line for line in lines if line not in plain]
    if len(plain) < 2:  # noqa: PLR2004 - one line is the publication if a date stands below it
        return {"outlet": plain[0].text if plain else None}, rest
    *titles, outlet = plain
    signs = [bool(line.heads or line.link) for line in titles]
    if signs[0] and not all(signs):
        rest = [line for line, sign in zip(titles, signs, strict=True) if not sign] + rest
        titles = [line for line, sign in zip(titles, signs, strict=True) if sign]
    return {"title": " ".join(line.text for line in titles), "outlet": outlet.text}, rest


def _body(lines: Sequence[Line]) -> tuple[list[str], Closing]:
    """The paragraphs of the body, and what closes the article."""
    headed = bool(lines) and (opens_body(lines[0].text) or not lines[0].text)
    kept = [line for line in lines[1 if headed else 0 :] if line.text]
    stop = next((place for place, line in enumerate(kept) if _closes(line)), len(kept))
    texts = [line.text for line in kept]
    above = closing(texts[:stop], start=0, capitals=False)
    terms = [text for text in texts[stop:] if not opens_classification(text)]
    labels, rights, rest = _terms(terms)
    end = above.start
    while end and is_link(texts[end - 1]):
        end -= 1
    rest = [*texts[end : above.start], *above.rest, *rest]
    return texts[:end], Closing(end, above.labels + labels, above.rights + rights, rest)


def _closes(line: Line) -> bool:
    """Whether a line is the heading above the terms that close an article."""
    return opens_classification(line.text) or (
        len(line.text.split()) <= 1 and any(map(_CLOSING_MARK.fullmatch, line.marks))
    )


def _terms(texts: Sequence[str]) -> tuple[list[Label], list[str], list[str]]:
    """The labels, notices of rights and the rest below the heading of the terms."""
    told = closing(texts, start=0, capitals=False)
    labels, rights, rest = opening_labels(texts[: told.start], capitals=False)
    return labels + told.labels, rights + told.rights, rest + told.rest
