"""The query language: what a scholar writes to find words and phrases.

==========================================  ====================================================================
query                                       finds
==========================================  ====================================================================
``aid``                                     the word, in upper or lower case (*aid*, *Aid*, *AID*)
``paired-up assistance``                    the phrase, with white space, hyphens or dashes between its words
``multicultural*``                          words that begin so; ``*`` stands for any number of characters
``organi?ation``                            ``?`` stands for exactly one character
``free * agreement``                        a lone ``*`` stands for any one word
``free _{0,3} agreement``                   a gap: ``_`` is one word, ``_{2}`` two, ``_{0,3}`` none to three
``(global warming|greenhouse effect)``      either phrase; alternatives may stand inside a phrase and in each other
``[economic] aid``                          the phrase with or without the word; ``[a|b]`` for one of several
``"Aid"``, ``the "May Day" march``          words in quotation marks as printed, upper and lower case
``government's``                            *government* and its possessive ending, which is a word of its own
``U.S. troops``, ``yes, minister``          a mark written between words lets any marks stand there
``对口支援``                                the characters in this order
``aid NEAR/5 (cut|cuts)``                   one within five words of the other, in either order, across marks
``aid SAME-SENTENCE (cut|cuts)``            both in one sentence
==========================================  ====================================================================

A comma, full stop, bracket, quotation mark or other mark in the text breaks a phrase, unless the query has one there;
marks at the ends of a query are ignored. Straight and curly apostrophes are the same. Where several readings of one
query begin at the same word, the longest counts, and a reading inside a longer one is not counted again:
``[economic] aid`` finds one hit in *economic aid*.

Operators are read from left to right; their operands are words, phrases or queries in round brackets. What counts as a
hit of theirs is told in :mod:`~mediastudy.corpus.proximity`. Quotation marks also make ordinary words of them:
``"NEAR"``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.corpus import lexer
from mediastudy.corpus.readings import MOST, phrases
from mediastudy.corpus.syntax import Pair, Query, fail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.corpus.lexer import Part

__all__ = ["MOST", "parse"]

_CLOSING: Final = {"(": ")", "[": "]"}


def parse(query: str, *, joined: bool = False) -> Query:
    """The phrases that a query stands for, each a sequence of words, or the pair that an operator makes of two queries.

    With ``joined=True`` a hyphen between two words also stands for nothing: ``pay-day`` is *pay day* and *payday*.

    Raises
    ------
    ValueError
        If the query can't be read; the message shows it and points at the character.

    Examples
    --------
    >>> [[word.name for word in phrase] for phrase in parse("[economic] (aid|help)")]
    [['economic', 'aid'], ['economic', 'help'], ['aid'], ['help']]
    >>> parse("aid NEAR/5 cut").within
    5
    """
    parts = lexer.parts(query)
    _check_brackets(query, parts)
    return _expression(query, parts, range(len(parts) - 1), joined=joined)


def _check_brackets(query: str, parts: list[Part]) -> None:
    """Raise if a bracket has no partner."""
    opened: list[Part] = []
    for part in parts:
        if part.kind in _CLOSING:
            opened.append(part)
        elif part.kind in {")", "]"} and not opened:
            fail(query, part.at, f"{part.kind} closes nothing")
        elif part.kind in {")", "]", "end"} and opened:
            last = opened.pop()
            if _CLOSING[last.kind] != part.kind:
                fail(query, last.at, f"{last.kind} is never closed by {_CLOSING[last.kind]}")


def _expression(query: str, parts: list[Part], places: range, *, joined: bool) -> Query:
    """What the parts at some places stand for: phrases, or pairs made from left to right."""
    outside = list(_outside(parts, places))
    cuts = [place for place in outside if parts[place].kind == "operator"]
    if not cuts:
        return _operand(query, parts, places, outside, joined=joined)
    bars = [parts[place].at for place in outside if parts[place].kind == "|"]
    if bars:
        fail(query, bars[0], "Put brackets around alternatives beside an operator: (a|b) NEAR/5 c")
    left, *others = (
        _expression(query, parts, range(start, end), joined=joined)
        for start, end in zip([places.start, *(cut + 1 for cut in cuts)], [*cuts, places.stop], strict=True)
    )
    for cut, right in zip(cuts, others, strict=True):
        left = Pair(left, right, parts[cut].most or None)
    return left


def _operand(query: str, parts: list[Part], places: range, outside: list[int], *, joined: bool) -> Query:
    """What parts without an operator outside brackets stand for."""
    operators = [parts[place].at for place in places if parts[place].kind == "operator"]
    if not operators:
        return phrases(query, parts, places.start, joined=joined)
    kinds = [parts[place].kind for place in outside]
    if [kind for kind in kinds if kind not in {"mark", "hyphen"}] != ["(", ")"]:
        fail(query, operators[0], "An operator can't stand inside a phrase, an option or alternatives")
    first, last = outside[kinds.index("(")], outside[kinds.index(")")]
    return _expression(query, parts, range(first + 1, last), joined=joined)


def _outside(parts: list[Part], places: range) -> Iterator[int]:
    """The places outside brackets, and those of the outer brackets themselves."""
    depth = 0
    for place in places:
        depth -= parts[place].kind in {")", "]"}
        if not depth:
            yield place
        depth += parts[place].kind in _CLOSING
