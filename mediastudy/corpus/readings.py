"""The readings of a query without operators: each way through its alternatives, options, gaps and hyphens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.corpus.lexer import WILD, Part
from mediastudy.corpus.syntax import ANY, Phrase, Word, fail

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 10_000

_Reading = tuple[Part, ...]


def phrases(query: str, parts: Sequence[Part], at: int, *, joined: bool) -> list[Phrase]:
    """The phrases of the parts from a place on, up to an operator, a closing bracket or the end.

    Raises
    ------
    ValueError
        If a word is missing or there are more than ``MOST`` phrases; the message points at the character.

    Examples
    --------
    >>> from mediastudy.corpus.lexer import parts
    >>> [[word.name for word in phrase] for phrase in phrases("pay-day", parts("pay-day"), 0, joined=True)]
    [['pay', 'day'], ['payday']]
    """
    begins = parts[at].at
    found: dict[Phrase, None] = {}
    for reading in _alternatives(query, parts, at)[0]:
        found.update(dict.fromkeys(_spellings(reading, joined=joined)))
        if len(found) > MOST:
            fail(query, begins, f"The query stands for more than {MOST:,} phrases; split it")
    for phrase in found:
        if all(word.wild and not word.name.strip(WILD) for word in phrase):
            fail(query, begins, "A query needs at least one word that is neither optional nor a gap or a lone * or ?")
    return list(found)


def _alternatives(query: str, parts: Sequence[Part], at: int) -> tuple[list[_Reading], int]:
    """The readings up to what ends them, and the place of that."""
    readings: list[_Reading] = []
    while True:
        found, at = _sequence(query, parts, at)
        if not any(part.kind in {"word", "gap"} for reading in found for part in reading):
            fail(query, parts[at].at, "A word is missing here")
        readings += found
        if parts[at].kind != "|":
            return readings, at
        at += 1


def _sequence(query: str, parts: Sequence[Part], at: int) -> tuple[list[_Reading], int]:
    """The readings of words, gaps and brackets in a row, and the place of the part that ends them."""
    readings: list[_Reading] = [()]
    while parts[at].kind not in {"|", ")", "]", "operator", "end"}:
        part = parts[at]
        choices: list[_Reading] = [(part,)]
        if part.kind in {"(", "["}:
            choices, at = _alternatives(query, parts, at + 1)
            choices = [*choices, ()] if part.kind == "[" else choices
        elif part.kind == "gap":
            choices = [(part,) * size for size in range(part.least, part.most + 1)]
        at += 1
        if len(readings) * len(choices) > MOST:
            fail(query, part.at, f"The query stands for more than {MOST:,} phrases; split it")
        readings = [(*reading, *choice) for reading in readings for choice in choices]
    return readings, at


def _spellings(reading: _Reading, *, joined: bool) -> list[Phrase]:
    """The words of a reading; if ``joined``, also with the words on both sides of a hyphen as one."""
    spellings: list[Phrase] = [()]
    before, between = "", set[str]()
    for part in reading:
        if part.kind in {"mark", "hyphen"}:
            between.add(part.kind)
            continue
        word = _word(part, loose="mark" in between and bool(before))
        hinged = joined and between == {"hyphen"} and before == part.kind == "word"
        fused = [spelling for spelling in spellings if hinged and spelling[-1].exact == word.exact]
        spellings = [(*spelling, word) for spelling in spellings]
        if len(spellings) <= MOST:  # beyond that the query is refused
            spellings += [(*spelling[:-1], _fused(spelling[-1], word)) for spelling in fused]
        before, between = part.kind, set()
    return spellings


def _word(part: Part, *, loose: bool) -> Word:
    """The word of a part; a gap and a run of stars stand for any one word."""
    name = part.name if part.name.strip("*") else ANY
    return Word(name, any(sign in name for sign in WILD), loose, part.exact)


def _fused(first: Word, second: Word) -> Word:
    """Two words as one; a lone star still stands for at least one character."""
    name = "".join("?*" if word.name == ANY else word.name for word in (first, second))
    return Word(name, first.wild or second.wild, first.loose, first.exact)
