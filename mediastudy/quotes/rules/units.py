"""A paragraph to units: sentences as token lists in which every outermost quotation is one token.

Rules that look at neighbouring words can then treat ``"We came," he said`` as four tokens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.rules.cuewords import cue_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.quotes.marks import Mark

QUOTED: Final = "“”"
_TOKEN: Final = re.compile(r"\d+(?:[.,:]\d+)+|\w+(?:['’.\-&/]\w+)*|--+|\S")
_FAR: Final = 80
_WORDS: Final = 5
_SENTENCE_END: Final = ".!?…"


class Unit(NamedTuple):
    """The tokens of one sentence: offsets, lower-case forms, and the mark that a quoted token stands for."""

    text: str
    start: list[int]
    end: list[int]
    low: list[str]
    quoted: list[Mark | None]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.low)

    def capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.quoted[i] is None and self.text[self.start[i]].isupper()

    def closes(self, i: int) -> bool:
        """Whether the token is a quotation that ends in punctuation, as one before its cue does."""
        mark = self.quoted[i]
        return mark is not None and self.text[max(mark.end - 2, 0)] in ",.!?…—-"

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The character offsets from the first token to the last."""
        return self.start[first], self.end[last]


def units(text: str, spans: list[tuple[int, int]], marks: list[Mark]) -> Iterator[Unit]:
    """The units of a paragraph: its sentences, those that one quotation spans taken together."""
    place = 0
    for start, end in _unbroken(text, spans, marks):
        inside = []
        while place < len(marks) and marks[place].start < end:
            inside.append(marks[place])
            place += 1
        unit = _unit(text, start, end, inside)
        if unit.low:
            yield unit


def _unbroken(text: str, spans: list[tuple[int, int]], marks: list[Mark]) -> list[tuple[int, int]]:
    """The sentence spans, joined wherever a boundary falls inside a quotation."""
    if not marks:
        return spans
    joined: list[tuple[int, int]] = []
    place = 0
    for start, end in spans:
        while place < len(marks) and marks[place].end <= start:
            place += 1
        if joined and place < len(marks) and marks[place].start < start:
            joined[-1] = (joined[-1][0], max(end, marks[place].end))
        elif joined and (start < joined[-1][1] or _asked(text, joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _asked(text: str, end: int, start: int) -> bool:
    """Whether a sentence only says who asked or exclaimed the quotation before it ("Why?" Orlo asked)."""
    if text[end - 1] not in "”\"'’»" or text[end - 2] not in "?!…—-":
        return False
    for word in text[start : start + _FAR].split()[1:_WORDS]:
        cue = cue_forms().get(word.strip(".,:"))
        if cue is not None and cue.form in {"past", "s"} and "Q" in cue.speech and "E" in cue.speech:
            return True
    return False


def _unit(text: str, start: int, end: int, marks: list[Mark]) -> Unit:
    """The tokens of ``text[start:end]``, each mark one token, without the stop that ends the sentence."""
    unit = Unit(text, [], [], [], [])
    place = start
    for mark in marks:
        _add_words(unit, place, mark.start)
        unit.start.append(mark.start)
        unit.end.append(mark.end)
        unit.low.append(QUOTED)
        unit.quoted.append(mark)
        place = mark.end
    _add_words(unit, place, end)
    while unit.low and unit.low[-1] in _SENTENCE_END:
        for column in unit[1:]:
            column.pop()
    return unit


def _abbreviated(word: str) -> bool:
    """Whether a point after the word can belong to it."""
    return word[0].isupper() or "." in word


def _add_words(unit: Unit, start: int, end: int) -> None:
    """Add the words and punctuation between the offsets; a point inside a sentence belongs to its abbreviation."""
    _, starts, ends, lows, quoted = unit
    last = -1
    for match in _TOKEN.finditer(unit.text, start, end):
        first, stop = match.span()
        if match.group() == "." and first == last and stop < end and _abbreviated(unit.text[starts[-1] : first]):
            ends[-1] = stop
            continue
        starts.append(first)
        ends.append(stop)
        lows.append(match.group().lower())
        quoted.append(None)
        last = stop
