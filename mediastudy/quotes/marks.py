"""Quotation marks: an exact state machine from a paragraph to its outermost quoted spans.

Straight, curly, single, low, angle and corner marks are known. Marks that are missing, doubled or swapped end in a
span that is flagged as not closed, never in an exception.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_CHARACTERS: Final = re.compile("[\"“”„‟＂«»‹›「」『』'‘’‚`]")
_CLOSERS: Final = {
    "“": '”"',
    "”": "”",
    "„": '“”‟"',
    "‟": "”",
    "＂": "＂",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
    "`": "'’",
    '"': '"”',
}
_SINGLE: Final = "'‘’‚`"
_STOP: Final = re.compile(r"[.!?。！？](?=\s|$)")
_TOLD: Final = re.compile(
    r"[,?!](?= (?:[A-Z][\w.'’-]+ ){1,3}(?:said|says|asked|added|told|recalled|recalls|replied)\b)"
)
_BEFORE_OPENER: Final = "([{—–-/:,，：；。！？"
_FAR: Final = 3000
_FEWEST_LOST: Final = 3


class Mark(NamedTuple):
    """A quoted span: its outer offsets (with the marks), the character that opens it, and how it ends."""

    start: int
    end: int
    opener: str
    closed: bool
    goes_on: bool

    @property
    def single(self) -> bool:
        """Whether the marks are single ones."""
        return self.opener in _SINGLE


def marked(text: str, start: int, end: int, following: int) -> list[Mark]:
    """The outermost quoted spans of the paragraph ``text[start:end]``, in order.

    ``following`` is where the next paragraph starts (the text's length if none does): a quotation that isn't closed
    goes on when that paragraph opens with the same mark again.
    """
    found: list[Mark] = []
    stack: list[tuple[int, str]] = []
    for match in _CHARACTERS.finditer(text, start, end):
        place, character = match.start(), match.group()
        if stack and character in _CLOSERS[stack[-1][1]] and _closes(text, place, end, stack[-1]):
            opened, opener = stack.pop()
            if not stack:
                found.append(Mark(opened, place + 1, opener, closed=True, goes_on=False))
        elif stack and stack[0][1] not in _SINGLE and _closes_outer(text, place, end, stack):
            found.append(Mark(stack[0][0], place + 1, stack[0][1], closed=True, goes_on=False))
            stack.clear()
        elif _opens(text, place, start, end, character):
            stack.append((place, character))
        elif not stack and _lost_opener(text, place, end, character):
            since = _sentence_start(text, max(found[-1].end if found else start, start), place)
            found.append(Mark(since, place + 1, character, closed=False, goes_on=False))
    if stack:
        found.append(_unclosed(text, stack[0], end, following))
    return [mark for mark in found if mark.end - mark.start > 1]


def _closes(text: str, place: int, end: int, opened: tuple[int, str]) -> bool:
    """Whether the character at the place closes the open mark rather than being an apostrophe or a new opener."""
    before = text[place - 1]
    after = text[place + 1] if place + 1 < end else " "
    if place == opened[0] + 1:
        return False
    if text[place] in _SINGLE:
        if after.isalnum():
            return False
        return not (before == "s" and after == " " and _closes_later(text, place + 1, end, text[place]))
    if text[place] == '"':
        return not (before.isspace() and (after.isalnum() or after in "'‘"))
    return True


def _closes_later(text: str, place: int, end: int, character: str) -> bool:
    """Whether a better closing single mark, one after punctuation, follows before any opener."""
    return re.search(rf"^[^'‘’\"“”]*[,.!?]{character}(?!\w)", text[place : min(end, place + _FAR)]) is not None


def _closes_outer(text: str, place: int, end: int, stack: list[tuple[int, str]]) -> bool:
    """Whether the character closes the outermost mark although an inner one was left open."""
    if len(stack) == 1 or text[place] not in _CLOSERS[stack[0][1]] or text[place] in _SINGLE:
        return False
    return _closes(text, place, end, stack[0])


def _opens(text: str, place: int, start: int, end: int, character: str) -> bool:
    """Whether the character at the place can open a quotation."""
    if character not in _CLOSERS:
        return False
    if character in "„«「『‹":
        return True
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    free = before.isspace() or before in _BEFORE_OPENER or before in _CLOSERS
    if character in _SINGLE:
        return free and after.isalpha() and _single_pair(text, place, end, character)
    if character in "“‟":
        return not after.isspace() or free
    return free and not after.isspace() and after not in ",.;)"


def _single_pair(text: str, place: int, end: int, character: str) -> bool:
    """Whether a single mark has a partner in the paragraph ('90s and rock 'n' roll have none)."""
    closers = _CLOSERS[character]
    return re.search(rf"[\w.,!?…)][{closers}](?!\w)", text[place + 1 : min(end, place + _FAR)]) is not None


def _lost_opener(text: str, place: int, end: int, character: str) -> bool:
    """Whether the character looks like the end of a quotation whose opening mark is lost."""
    if character in _SINGLE or place == 0:
        return False
    after = text[place + 1] if place + 1 < end else " "
    return text[place - 1] in ",.!?，。！？" and not after.isalnum()


def _sentence_start(text: str, low: int, place: int) -> int:
    """Where the sentence before the place starts, not before ``low``."""
    start = low
    for stop in _STOP.finditer(text, low, max(low, place - 1)):
        start = stop.end()
    while start < place and text[start].isspace():
        start += 1
    return start


def _unclosed(text: str, opened: tuple[int, str], end: int, following: int) -> Mark:
    """The mark that the paragraph leaves open: it goes on, or ends with its sentence."""
    place, opener = opened
    if text[following : following + 1] in ({opener, "“", '"', "„", "«", "「"} - {""}):
        return Mark(place, end, opener, closed=False, goes_on=True)
    stop = _TOLD.search(text, place + _FEWEST_LOST, end) or _STOP.search(text, place + _FEWEST_LOST, end)
    return Mark(place, stop.end() if stop else end, opener, closed=False, goes_on=False)
