"""Text repair and paragraphs: what a saved text says, without the accidents of how it was saved."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final, NamedTuple

_SPACES: Final = re.compile(r"[\t\v \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width characters, direction marks and controls carry no text.
_NOTHING: Final = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS: Final = re.compile(r"\r\n?|[\f\x85\u2028\u2029]")
_HAN: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_BROKEN: Final = re.compile(r"([^\W\d_]+)-$")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LONGEST_WORD: Final = 60
_WIDEST: Final = 120
_NARROWEST: Final = 40
_WRAPPED: Final = 0.85
_BREAKS_NEEDED: Final = 3
_SLACK: Final = 0.92  # writers and mail programs break a little before the width


class Paragraph(NamedTuple):
    """One paragraph: its repaired text on one line, and the lines it stood on as they stood."""

    text: str
    raw: str


def repair(line: str) -> str:
    """One line with plain single spaces, composed characters, and nothing invisible.

    Examples
    --------
    >>> repair("The\u00a0har\u00adbour  opens ")
    'The harbour opens'
    """
    return _SPACES.sub(" ", _NOTHING.sub("", unicodedata.normalize("NFC", line))).strip()


def paragraphs(text: str) -> list[Paragraph]:
    r"""The paragraphs of a text: lines broken only for width are joined, every other line stands for itself.

    Examples
    --------
    >>> [paragraph.text for paragraph in paragraphs("One.\n\u00a0\nTwo.\r\n")]
    ['One.', 'Two.']
    """
    raw_lines = _BREAKS.sub("\n", text).split("\n")
    lines = [(repair(line), line) for line in raw_lines]
    width = _wrap_width([line for line, _ in lines])
    words = frozenset(_LETTERS.findall(text.casefold())) if width else frozenset()
    groups: list[list[tuple[str, str]]] = []
    open_line = ""  # the last line of the paragraph that may still go on
    for line, raw in lines:
        if line and open_line and width and (line[0].islower() or not _fits(open_line, line, width)):
            groups[-1].append((line, raw))
        elif line:
            groups.append([(line, raw)])
        open_line = line
    return [
        Paragraph(_joined([line for line, _ in group], words), "\n".join(raw.strip() for _, raw in group))
        for group in groups
    ]


def _fits(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would have fitted on this one: then the break was meant."""
    first = 0 if _HAN.match(following) else len(following.split(" ", 1)[0])
    return len(line) + 1 + first <= width * _SLACK


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which the lines of the text were broken, or None if they were not."""
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    lengths = sorted(len(line) for line, _ in pairs)
    if len(lengths) < _BREAKS_NEEDED:
        return None
    # A few stray lines (an address, a table) may be longer than the width of the rest.
    width = lengths[int(len(lengths) * 0.98)] if len(lengths) > 50 else lengths[-1]  # noqa: PLR2004 - enough lines
    if not _NARROWEST <= width <= _WIDEST:
        return None
    # In wrapped text the lines end just before the width; in a list or a poem, anywhere.
    full = sum(not _fits(line, after, width) for line, after in pairs if len(line) > width / 2)
    long = sum(len(line) > width / 2 for line, _ in pairs)
    return width if full >= _BREAKS_NEEDED and full >= long * _WRAPPED else None


def _joined(lines: list[str], words: frozenset[str]) -> str:
    """Lines as one; a hyphen at a break goes if the unbroken word is one of the words of the text."""
    parts = [lines[0]]
    for before, line in pairwise(lines):
        broken, rest = _BROKEN.search(before[-_LONGEST_WORD:]), _LETTERS.match(line)
        if broken and rest and line[0].islower():
            if f"{broken[1]}{rest[0]}".casefold() in words:
                parts[-1] = parts[-1][:-1]
        elif not (_HAN.match(before[-1]) and _HAN.match(line)):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)
