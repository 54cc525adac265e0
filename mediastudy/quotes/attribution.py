"""Attributions without a verb: ``according to``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.edges import content_end
from mediastudy.quotes.words import PERSONAL, STOPS, listed

if TYPE_CHECKING:
    from mediastudy.quotes.units import Unit

Tokens = tuple[int, int]
_APPOSED: Final = listed("a an the who which")
_NEAR: Final = 16


def according_to(unit: Unit, i: int) -> tuple[list[Tokens], Tokens, Tokens | None, bool] | None:
    """The content, cue, source and speech of ``according to`` at the token; None if it attributes nothing."""
    if i + 2 >= len(unit) or unit.low[i + 1] != "to":
        return None
    source = (i + 2, _source_end(unit, i + 2))
    if source[1] < source[0]:
        return None
    content = _around(unit, i, source)
    return (content, (i, i + 1), source, True) if content else None


def _source_end(unit: Unit, first: int) -> int:
    """The last token of the source: up to a comma that opens no apposition, or the end."""
    i = first
    while i < len(unit):
        low = unit.low[i]
        if low in STOPS and (unit.quoted[i] is None or unit.closes(i)) and low not in "()":
            if low == "," and i + 1 < len(unit) and unit.low[i + 1] in _APPOSED and "," in unit.low[i + 2 : i + _NEAR]:
                i += 1
                continue
            break
        if low == "and" and i + 1 < len(unit) and unit.low[i + 1] in PERSONAL:
            break
        i += 1
    return i - 1


def _around(unit: Unit, i: int, source: Tokens) -> list[Tokens]:
    """What stands before the phrase, after it, or on both sides."""
    content: list[Tokens] = []
    last = i - 1
    while last >= 0 and unit.quoted[last] is None and unit.low[last] in STOPS | {","}:
        last -= 1
    if last >= 0:
        content.append((0, last))
    first = source[1] + 1
    if first + 1 < len(unit) and unit.low[first] == "," and unit.low[first + 1] not in _APPOSED - {"the", "a", "an"}:
        end = content_end(unit, first + 1, clause=True, form="past")
        if end > first:
            content.append((first + 1, end))
    return content
