"""Text to sentence spans: paragraphs first, then NLTK's Punkt with parameters of ours, nothing downloaded.

Chinese and Japanese end a sentence without a space, so their stops are found by a pattern.
"""

from __future__ import annotations

import re
from typing import Final

from mediastudy.corpus.punkt import punkt_spans

_BLANK: Final = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE: Final = re.compile(r"\n+")
_HAN_STOP: Final = re.compile(r"[。！？!?…]+[”’」』》）)\"]*")
_HAN: Final = re.compile(r"[\u3400-\u9fff\u3040-\u30ff]")
# Punkt reads a number with a point as an ordinal; a year before a capital ends its sentence.
_YEAR_END: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\.(?=\s+[A-Z\"“])")
_CLOSERS: Final = "\"'”’»」』)]"
_MARKS: Final = re.compile(r"[\s.?!…\"'”’»」』)\]]+")
_WRAP: Final = 120
_LOOK: Final = 400


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences, in order, without the white space around them.

    A sentence never crosses a blank line; in a text whose longest line is too long to be hard-wrapped it never
    crosses a line break either.

    Returns
    -------
    list of (start, end)
        Character offsets into the text, end exclusive.

    References
    ----------
    Kiss, T. and Strunk, J. (2006). Unsupervised multilingual sentence boundary detection. Computational
    Linguistics 32(4), 485-525.

    Examples
    --------
    >>> text = "Mr. Orlo spoke in Sept. last year. Nobody came."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Orlo spoke in Sept. last year.', 'Nobody came.']
    """
    spans: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        block = text[start:end]
        cut = _han_sentences(block) if is_han(block) else _punkt_sentences(block)
        spans += [(start + first, start + last) for first, last in cut]
    return spans


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""Spans of the paragraphs, in order, without the white space around them.

    Blank lines always part paragraphs. Single line breaks do too, unless every line is short enough to be hard-wrapped.

    Returns
    -------
    list of (start, end)
        Character offsets into the text, end exclusive.

    Examples
    --------
    >>> paragraphs("One line.\n\n  Another.")
    [(0, 9), (13, 21)]
    """
    wrapped = max((len(line) for line in text.split("\n")), default=0) <= _WRAP
    breaks = _BLANK if wrapped else _LINE
    spans, place = [], 0
    for gap in [*breaks.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if (span := _trimmed(text, place, end)) is not None:
            spans.append(span)
        place = gap.end() if gap else end
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space at its edges, None if nothing is left."""
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return first, first + len(inner)


def is_han(block: str) -> bool:
    """Whether at least a fifth of the block's first characters are Chinese or Japanese."""
    head = block[:_LOOK]
    return not head.isascii() and 5 * len(_HAN.findall(head)) >= len(head)


def _punkt_sentences(block: str) -> list[tuple[int, int]]:
    """Sentence spans of a paragraph with spaces between its words."""
    spans = []
    for start, end in punkt_spans(block):
        place = start
        for stop in [*(match.end() for match in _YEAR_END.finditer(block, place, end)), end]:
            if (span := _trimmed(block, place, stop)) is not None:
                spans.append(span)
            place = stop
    return _rejoined(block, spans)


def _rejoined(block: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, with a piece that goes on in lower case ("Why?" he asked) or has only marks joined on."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        goes_on = joined and block[start].islower() and block[joined[-1][1] - 1] in _CLOSERS
        if joined and (goes_on or _MARKS.fullmatch(block, start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _han_sentences(block: str) -> list[tuple[int, int]]:
    """Sentence spans of a paragraph in Chinese or Japanese."""
    spans, place = [], 0
    for end in [*(stop.end() for stop in _HAN_STOP.finditer(block)), len(block)]:
        if (span := _trimmed(block, place, end)) is not None:
            spans.append(span)
        place = end
    return spans
