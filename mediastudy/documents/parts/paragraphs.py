"""Text repair and paragraphs: what a saved text says, without the accidents of how it was saved."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final, NamedTuple

from mediastudy.documents.parts.mojibake import mended

_SPACES: Final = re.compile(r"[\t\v \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Soft hyphens, zero-width characters, direction marks and controls carry no text.
_NOTHING: Final = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# After such a letter U+0085 is no line end but half of a wrongly decoded character.
_BREAKS: Final = re.compile(r"\r\n?|[\f\u2028\u2029]|(?<![\u00c2-\u00f4])\x85")
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
    """One paragraph: its repaired text on one line, and whether wrongly decoded characters were mended in it."""

    text: str
    mended: bool = False


def repair(line: str) -> str:
    """One line decoded as it was meant, with plain single spaces, composed characters, and nothing invisible.

    Examples
    --------
    >>> repair("The\u00a0har\u00adbour  opens "), repair("The worldâ€™s harbours")
    ('The harbour opens', 'The world’s harbours')
    """
    return _plain(mended(line))


def _plain(line: str) -> str:
    """One line with plain single spaces, composed characters, and nothing invisible."""
    return _SPACES.sub(" ", _NOTHING.sub("", unicodedata.normalize("NFC", line))).strip()


def paragraphs(text: str) -> list[Paragraph]:
    r"""The paragraphs of a text: lines broken only for width are joined, every other line stands for itself.

    Examples
    --------
    >>> [paragraph.text for paragraph in paragraphs("One.\n\u00a0\nTwo.\r\n")]
    ['One.', 'Two.']
    """
    lines = [paragraph_of(raw) for raw in _BREAKS.sub("\n", text).split("\n")]
    width = _wrap_width([line.text for line in lines])
    words = frozenset(_LETTERS.findall(text.casefold())) if width else frozenset()
    groups: list[list[Paragraph]] = []
    open_line = ""  # the last line of the paragraph that may still go on
    for line in lines:
        if line.text and open_line and width and (line.text[0].islower() or not _fits(open_line, line.text, width)):
            groups[-1].append(line)
        elif line.text:
            groups.append([line])
        open_line = line.text
    return [
        Paragraph(_joined([line.text for line in group], words), any(line.mended for line in group)) for group in groups
    ]


def paragraph_of(raw: str) -> Paragraph:
    """One repaired line of a paragraph."""
    whole = mended(raw)
    return Paragraph(_plain(whole), whole != raw)


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
    if not _NARROWEST <= width <= _WIDEST or _is_unbroken(lines, width):
        return None
    # In wrapped text the lines end just before the width; in a list or a poem, anywhere.
    full = sum(not _fits(line, after, width) for line, after in pairs if len(line) > width / 2)
    long = sum(len(line) > width / 2 for line, _ in pairs)
    return width if full >= _BREAKS_NEEDED and full >= long * _WRAPPED else None


def _is_unbroken(lines: list[str], width: int) -> bool:
    """Whether most of a text stands in lines far beyond a width: then the short ones are a menu, not broken lines."""
    lengths = [len(line) for line in lines]
    return sum(length for length in lengths if length > width * 1.5) * 2 > sum(lengths)


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
