"""Whether a quotation is direct, mixed or indirect, by which of its words stand inside quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.marks import marked

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Draft

_WORD: Final = re.compile(r"\w+")
_LABELLED: Final = re.compile(
    r"(?i)\b(?:so-called|known as|titled|entitled|headlined|named|dubbed|code-named|nicknamed|styled|slogan|motto|"
    r"themed|reading|the word|the phrase|the term|called the|campaign|programme|program|initiative)[\s,]*$"
)
_BEFORE: Final = 24
_FAR: Final = 60
_SHORT: Final = 4
_MOST: Final = 7
_PROVERB: Final = re.compile(r"(?i)\b(?:proverb|adage|old saying|rhyme)\b[^.!?\n]*$")


def kind_of(text: str, draft: Draft) -> str:
    """``direct`` if every word of the content is quoted, ``indirect`` if none is, else ``mixed``."""
    if draft.turn:
        return "direct"
    inside = outside = 0
    for start, end in draft.content:
        marks = [mark for mark in marked(text, start, end, len(text)) if not is_label(text, mark.start, mark.end)]
        whole = len(marks) == 1 and not marks[0].closed and marks[0].start == start
        for word in _WORD.finditer(text, start, end):
            if whole or any(mark.start <= word.start() < mark.end for mark in marks):
                inside += 1
            else:
                outside += 1
    if inside == 0:
        return "indirect"
    return "mixed" if outside else "direct"


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the marks set off a name, a slogan or a so-called thing rather than somebody's words."""
    return named_before(text, start) or _in_capitals(text, start, end)


def named_before(text: str, start: int) -> bool:
    """Whether the words before the marks announce a name, a slogan or a proverb."""
    before = text[max(0, start - _BEFORE) : start]
    return bool(_LABELLED.search(before) or _PROVERB.search(text[max(0, start - _FAR) : start]))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the few words in the marks have capitals, as a title has."""
    words = [word for word in _WORD.findall(text[start:end]) if len(word) >= _SHORT or word[0].isupper()]
    large = [word for word in words if word[0].isupper() or word.isdigit()]
    return 1 < len(words) <= _MOST and len(large) == len(words)
