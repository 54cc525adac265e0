"""Marks that overlap, nest or are shared, cut into pieces of text that each lie in the same marks."""

from __future__ import annotations

import collections
import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mediastudy.quotes.drafts import Span

PARTS: Final = ("content", "attitude", "source", "cue")
"""What a mark shows: the content of speech, the content of a belief, plan or attitude, a source, a cue."""

_PARAGRAPH: Final = re.compile(r"[^\r\n]*[\r\n]+|[^\r\n]+")


class Mark(NamedTuple):
    """A stretch of text that is a part of one or more quotations, given by their numbers."""

    part: str
    start: int
    end: int
    numbers: tuple[int, ...]

    @property
    def label(self) -> str:
        """The numbers as the reader sees them."""
        return ",".join(map(str, self.numbers))


class Piece(NamedTuple):
    """A stretch of text without the edge of a mark inside, and the marks it lies in, the widest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def merged(spans: Iterable[tuple[str, int, int, int]]) -> list[Mark]:
    """Marks in the order of the text from (part, start, end, number); equal spans of a part become one mark.

    Examples
    --------
    >>> merged([("source", 0, 4, 1), ("source", 0, 4, 2)])
    [Mark(part='source', start=0, end=4, numbers=(1, 2))]
    """
    numbers: dict[tuple[str, int, int], list[int]] = {}
    for part, start, end, number in spans:
        of_mark = numbers.setdefault((part, start, end), [])
        if start < end and number not in of_mark:
            of_mark.append(number)
    marks = [Mark(*key, tuple(sorted(of_mark))) for key, of_mark in numbers.items() if of_mark]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, PARTS.index(mark.part)))


def paragraphs(text: str) -> list[Span]:
    r"""Where paragraphs begin and end, the line breaks after each counted in; together they are the whole text.

    Examples
    --------
    >>> paragraphs("One.\n\nTwo.")
    [(0, 6), (6, 10)]
    """
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def pieces(span: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """The pieces of a stretch of text, in order and without gaps; the marks come in the order of :func:`merged`.

    Examples
    --------
    >>> [(piece.start, piece.end, len(piece.marks)) for piece in pieces((0, 9), [Mark("content", 2, 5, (1,))])]
    [(0, 2, 0), (2, 5, 1), (5, 9, 0)]
    """
    first, last = span
    inside = [mark for mark in marks if mark.start < last and mark.end > first]
    edges = {edge for mark in inside for edge in (mark.start, mark.end) if first < edge < last}
    waiting = collections.deque(inside)
    active: list[Mark] = []
    for start, end in itertools.pairwise(sorted({first, last} | edges)):
        active = [mark for mark in active if mark.end > start]
        while waiting and waiting[0].start <= start:
            active.append(waiting.popleft())
        yield Piece(start, end, tuple(active))
