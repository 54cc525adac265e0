"""Printed lines with their places on the page become paragraphs; what each page repeats is told apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BREAK: Final = "\x02"  # a hyphen at the end of a line, as pdfium hands it out
_PAGE_NUMBER: Final = re.compile(
    r"(?:page|seite|p\.|s\.|pág(?:ina)?\.?|pagina|стр(?:аница|\.)|第)?\s*[-–—]?\s*(\d{1,4})\s*[-–—]?"
    r"\s*(?:页|頁)?\s*(?:(?:of|von|de|sur|di|van|из|/|共)\s*\d{1,4}\s*(?:页|頁)?)?",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_ENDS: Final = re.compile(r"[.!?。！？…][\"'”’»)\]）」』]*$")
_HAN: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_SPACED_HAN: Final = re.compile(
    r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef])"
)
_CLOSE_HAN: Final = re.compile(r"[\u3400-\u9fff](?=[\u3400-\u9fff])")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_EDGE: Final = 3  # lines at the top and at the foot of a page that may be repeated ones
_SAME_PLACE: Final = 4.0  # points
_GAP: Final = 1.4  # of the usual distance of two lines
_OTHER_SIZE: Final = 1.18
_INDENT: Final = 0.8  # of the height of a line
_TOLERANCE: Final = 2.0  # points
_COLUMN: Final = 40.0  # points by which lines of one column may be indented
_SPACE: Final = 0.2  # of the height of a line
_NEARLY: Final = 0.8
_STOPS: Final = re.compile(r"[.!?:;。！？：；、，…][\"'”’»)\]）」』]*$")


class Line(NamedTuple):
    """One printed line: its text, its edges in points from the lower left, the width of its first word."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    first: float


def without_repeated(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without page numbers and running heads and feet, and what was taken out.

    Examples
    --------
    >>> def line(text, bottom):
    ...     return Line(text, 50, 500, bottom, 12, 30)
    >>> pages = [[line("Coast Daily", 800), line(f"Text {word}", 700), line(str(number), 20)]
    ...          for number, word in enumerate(["one", "two", "three"], start=1)]
    >>> without_repeated(pages)[1]
    ['Coast Daily', '1', 'Coast Daily', '2', 'Coast Daily', '3']
    """
    edges = [{place for place in (*range(_EDGE), *range(len(page) - _EDGE, len(page))) if 0 <= place < len(page)}
             for page in pages]  # fmt: skip
    seen = Counter(key for page, places in zip(pages, edges, strict=True) for key in {_key(page[p]) for p in places})
    needed = max(2, len(pages) / 2)
    kept, taken = [], []
    for number, (page, places) in enumerate(zip(pages, edges, strict=True), start=1):
        out = {place for place in places if seen[_key(page[place])] >= needed or _is_number(page, place, number)}
        kept.append([line for place, line in enumerate(page) if place not in out])
        taken += [line.text for place, line in enumerate(page) if place in out]
    return kept, taken


def _key(line: Line) -> tuple[str, int]:
    """What repeated lines have in common: their words, whatever the number in them, and their place."""
    return _DIGITS.sub("#", " ".join(line.text.split())), round(line.bottom / _SAME_PLACE)


def _is_number(page: Sequence[Line], place: int, number: int) -> bool:
    """Whether the first or last line of a page is nothing but that page's number."""
    match = _PAGE_NUMBER.fullmatch(page[place].text.strip())
    return bool(match) and place in {0, len(page) - 1} and int(match[1]) == number if match else False


def joined(pages: Iterable[Sequence[Line]]) -> list[str]:
    r"""The paragraphs that the lines make, hyphens at the ends of lines resolved.

    Examples
    --------
    >>> lines = [Line("The harbour of Porto Alba was opened on Mon\x02", 50, 500, 700, 12, 30),
    ...          Line("day.", 50, 80, 686, 12, 30), Line("Ships came.", 50, 120, 672, 12, 40)]
    >>> joined([lines])
    ['The harbour of Porto Alba was opened on Monday.', 'Ships came.']
    """
    groups: list[list[str]] = []
    words: Counter[str] = Counter()
    last: Line | None = None
    for page in pages:
        pitch = _pitch(page)
        for place, line in enumerate(page):
            words.update(_WORDS.findall(line.text.casefold()))
            if last is not None and _goes_on(last, line, page, None if place == 0 else pitch):
                groups[-1].append(line.text)
            else:
                groups.append([line.text])
            last = line
    texts = ["".join(_with_spaces(group)) for group in groups]
    whole = [_unbroken(text, words) for text in texts]
    spaced = sum(len(_SPACED_HAN.findall(text)) for text in whole)
    close = sum(len(_CLOSE_HAN.findall(text)) for text in whole)
    return [_SPACED_HAN.sub("", text) for text in whole] if spaced > close else whole


def _pitch(page: Sequence[Line]) -> float:
    """The usual distance of a line from the one above it."""
    steps = [above.bottom - line.bottom for above, line in pairwise(page) if above.bottom > line.bottom]
    return median(steps) if steps else 0.0


def _goes_on(last: Line, line: Line, page: Sequence[Line], pitch: float | None) -> bool:
    """Whether a line goes on with the paragraph of the one before; ``pitch`` is None on another page."""
    if last.text.endswith(BREAK):
        return True
    if not _of_a_size(last, line) or _is_short(last, line, page):
        return False
    step = last.bottom - line.bottom
    if pitch is None or step < 0:  # another page or column
        return not _ENDS.search(last.text.rstrip())
    indented = line.left > last.left + _INDENT * line.height and step > 0
    return step <= pitch * _GAP and not indented


def _is_short(last: Line, line: Line, page: Sequence[Line]) -> bool:
    """Whether the first word of a line would have fitted on the line before, so that the break was meant."""
    beside = [other.right for other in page if abs(other.left - last.left) < _COLUMN and _of_a_size(other, last)]
    edge = max(beside, default=last.right)
    if last.right + _SPACE * last.height + line.first + _TOLERANCE >= edge:
        return False
    goes_on = line.text[0].islower() or _HAN.match(line.text)
    nearly = last.right - last.left >= _NEARLY * (edge - last.left)
    return not (goes_on and nearly and not _STOPS.search(last.text.rstrip()))


def _of_a_size(line: Line, other: Line) -> bool:
    """Whether two lines are set in the same size, as those of one column are."""
    return max(line.height, other.height) <= _OTHER_SIZE * min(line.height, other.height)


def _with_spaces(lines: Sequence[str]) -> Iterable[str]:
    """Lines with a space between, but for scripts without spaces and after a hyphen."""
    yield lines[0].strip()
    for before, line in pairwise(text.strip() for text in lines):
        if before and line and not (before.endswith(BREAK) or (_HAN.match(before[-1]) and _HAN.match(line))):
            yield " "
        yield line


def _unbroken(text: str, words: Counter[str]) -> str:
    """The text with its hyphens at line ends gone, or kept where both halves are words and the whole is none."""

    def settled(match: re.Match[str]) -> str:
        start, end = match[1].casefold(), match[2].casefold()
        hyphenated = f"{match[1]}-{match[2]}" in text or not match[2][0].islower()
        halves = words[start] > 1 and words[end] > 1 and not words[start + end]
        return f"{match[1]}-{match[2]}" if hyphenated or halves else match[1] + match[2]

    plain = re.sub(rf"([^\W\d_]+){BREAK}([^\W\d_]+)", settled, text)
    return plain.replace(BREAK, "-")
