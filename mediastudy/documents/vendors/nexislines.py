"""Nexis Uni: the lines of a file, and the stretches of them that hold an article each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.parts.paragraphs import repair
from mediastudy.documents.vendors.nexislabels import labelled, opens_body
from mediastudy.documents.vendors.nexisrecords import is_dated, opens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mediastudy.documents.files.office import OfficeParagraph

_ENDS: Final = {
    "end of document": "en", "ende des dokuments": "de", "fin du document": "fr", "fin de document": "fr",
    "einde van document": "nl", "einde van het document": "nl", "einde document": "nl", "fin del documento": "es",
    "fine del documento": "it", "fim do documento": "pt", "文档结尾": "zh", "文件结尾": "zh",
}  # fmt: skip
_PAGE: Final = re.compile(r"(?:page|seite|pagina|página) \d+ (?:of|von|sur|de|van|di) \d+", re.IGNORECASE)
_ARTICLE_MARK: Final = re.compile(r"Bookmark_\d+")
_BODY_MARK: Final = re.compile(r"Body(?:_\d+)?")
_BREAKS: Final = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_HEADING: Final = re.compile(r"(?:title|heading ?1|überschrift ?1|titre ?1|kop ?1)(?:_\d+)?", re.IGNORECASE)
_FOOTER: Final = re.compile(r".{0,80}\| ?About (?:Lexis|Nexis).*\|.*", re.IGNORECASE)
_HEAD_LINES: Final = 6  # from a headline to the date
_LABEL_LINES: Final = 16  # from the date to the line above the body


class Line(NamedTuple):
    """One line of the file: its repaired text, the bookmarks and the link that it carries, whether it heads a page."""

    text: str
    marks: tuple[str, ...] = ()
    link: str = ""
    heads: bool = False


def is_end(text: str) -> bool:
    """Whether a line says that an article ends.

    Examples
    --------
    >>> is_end("End of Document"), is_end("Ende des Dokuments"), is_end("The end")
    (True, True, False)
    """
    return text.casefold().strip(" .") in _ENDS


def interface_of(line: Line) -> str | None:
    """The language of the interface, by the line that ends an article; None of another line.

    Examples
    --------
    >>> interface_of(Line("Ende des Dokuments")), interface_of(Line("Ships came."))
    ('de', None)
    """
    return _ENDS.get(line.text.casefold().strip(" ."))


def begins(line: Line) -> bool:
    """Whether a line carries the bookmark of an article's beginning.

    Examples
    --------
    >>> begins(Line("", ("Bookmark_1",))), begins(Line("Bookmark_1"))
    (True, False)
    """
    return any(map(_ARTICLE_MARK.fullmatch, line.marks))


def lines_of(paragraphs: Iterable[OfficeParagraph]) -> list[Line]:
    """The lines of the paragraphs of a file, without numbers of pages and what is repeated beside them.

    Examples
    --------
    >>> from mediastudy.documents.files.office import OfficeParagraph
    >>> [line.text for line in lines_of(map(OfficeParagraph, ["Harbour opens", "Page 1 of 2", "Ships came."]))]
    ['Harbour opens', 'Ships came.']
    """
    return _without_pages([line for paragraph in paragraphs for line in _lines(paragraph)])


def _lines(paragraph: OfficeParagraph) -> Iterator[Line]:
    """The lines of one paragraph; its bookmarks belong to the first that is not empty."""
    texts = [repair(text) for text in _BREAKS.split(paragraph.text)]
    first = next((place for place, text in enumerate(texts) if text), 0)
    for place, text in enumerate(texts):
        marks = paragraph.bookmarks if place == first else ()
        yield Line(text, marks, paragraph.link, bool(_HEADING.fullmatch(paragraph.style)))


def _without_pages(lines: Sequence[Line]) -> list[Line]:
    """The lines without numbers of pages and the headline repeated below each."""
    kept: list[Line] = []
    seen: set[str] = set()
    below = False
    for line in lines:
        if is_end(line.text):
            seen.clear()
        if _FOOTER.fullmatch(line.text):
            continue
        repeated = below and line.text in seen and not line.marks
        if _PAGE.fullmatch(line.text) or (repeated and line.text):
            below = not repeated
            continue
        below = below and not line.text
        seen.add(line.text)
        kept.append(line)
    return kept


def segments(lines: Sequence[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The stretches of lines that may hold an article each, and whether each was ended as articles are.

    Examples
    --------
    >>> [len(found) for found, _ in segments([Line("Harbour opens"), Line("End of Document"), Line("Ferry late")])]
    [1, 1]
    """
    if not any(is_end(line.text) or begins(line) for line in lines):
        starts = article_starts(lines)
        yield from ((list(lines[start:end]), True) for start, end in pairwise([0, *starts[1:], len(lines)]) if starts)
        return
    segment: list[Line] = []
    for line in lines:
        if is_end(line.text):
            yield segment, True
            segment = []
            continue
        if begins(line) and body_place(segment) is not None:
            yield segment, True
            segment = []
        segment.append(line)
    if any(line.text for line in segment):
        yield segment, False


def article_starts(lines: Sequence[Line]) -> list[int]:
    """Where articles begin in a file that ends none of them: at the headline above a date, labels and *Body*.

    Examples
    --------
    >>> texts = ["Harbour opens", "Coast Daily", "May 3, 2025", "Length: 2 words", "Body", "Ships came."]
    >>> article_starts([Line(text) for text in texts]), article_starts([Line("May 3, 2025")])
    ([0], [])
    """
    filled = [place for place, line in enumerate(lines) if line.text]
    starts: list[int] = []
    for at, place in enumerate(filled):
        if (
            at > 1
            and is_dated(lines[place].text)
            and _stands_above_body([lines[below] for below in filled[at + 1 :][:_LABEL_LINES]])
        ):
            above = filled[max(at - _HEAD_LINES, 0) : at]
            signed = next((start for start in reversed(above) if lines[start].heads or lines[start].link), above[-2])
            starts.append(signed)
    return starts


def _stands_above_body(lines: Sequence[Line]) -> bool:
    """Whether lines below a date have a label of those above bodies, and then the line above the body."""
    body = next((place for place, line in enumerate(lines) if opens_body(line.text)), 0)
    return any(opens(labelled(line.text)) for line in lines[:body]) and not any(
        is_dated(line.text) for line in lines[:body]
    )


def body_place(lines: Sequence[Line]) -> int | None:
    """The place of the line above the body; a bookmark knows best, whatever the language.

    Examples
    --------
    >>> body_place([Line("May 3, 2019"), Line("Body"), Line("Ships came.")])
    1
    """
    marked = next((place for place, line in enumerate(lines) if any(map(_BODY_MARK.fullmatch, line.marks))), None)
    if marked is not None:
        return marked
    named = (place for place, line in enumerate(lines) if opens_body(line.text))
    return next((place for place in named if any(map(_is_head, lines[:place]))), None)


def _is_head(line: Line) -> bool:
    """Whether a line can only stand above a body: a date, or a label of those above bodies."""
    return is_dated(line.text) or opens(labelled(line.text))
