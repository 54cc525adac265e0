"""The query language: what a scholar writes to find words and phrases.

==========================================  ====================================================================
query                                       finds
==========================================  ====================================================================
``aid``                                     the word, in upper or lower case (*aid*, *Aid*, *AID*)
``paired-up assistance``                    the phrase, with white space, hyphens or dashes between its words
``multicultural*``                          words that begin so; ``*`` stands for any number of characters
``organi?ation``                            ``?`` stands for exactly one character
``free * agreement``                        a lone ``*`` stands for any one word
``(global warming|greenhouse effect)``      either phrase; alternatives may stand inside a phrase and in each other
``[economic] aid``                          the phrase with or without the word; ``[a|b]`` for one of several
``government's``                            *government* and its possessive ending, which is a word of its own
``U.S. troops``, ``yes, minister``          a mark written between words lets any marks stand there
``对口支援``                                the characters in this order
==========================================  ====================================================================

A comma, full stop, bracket, quotation mark or other mark in the text breaks a phrase, unless the query has one there;
marks at the ends of a query are ignored. Straight and curly apostrophes are the same. Where several readings of one
query begin at the same word, the longest counts, and a reading inside a longer one is not counted again:
``[economic] aid`` finds one hit in *economic aid*.

Not words but kept for later: ``"exact case"``, ``_`` and ``{}`` for gaps, ``NEAR/5`` and ``SAME-SENTENCE``.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import Final, NamedTuple, NoReturn

from mediastudy.corpus import tokenizer

MOST: Final = 10_000
_WILD: Final = "*?"
_MARK: Final = ""
_KEPT: Final = {
    '"': "Quotation marks are not needed: a phrase is its words, and alternatives are (one|another).",
    "_": "_ is kept for gaps, which queries do not have yet; a lone * stands for any one word.",
}
_KEPT_AS: Final = {"“": '"', "”": '"', "„": '"', "{": "_", "}": "_"}
_OPERATOR: Final = re.compile(r"NEAR/\d*|SAME-SENTENCE")


class Word(NamedTuple):
    """One word of a phrase: its type, whether it holds ``*`` or ``?``, and whether marks may stand before it."""

    name: str
    wild: bool
    loose: bool


class _Part(NamedTuple):
    """A word, a mark (empty), or one of ``( ) [ ] |``, and where it stands in the query."""

    kind: str
    at: int


def parse(query: str) -> list[tuple[Word, ...]]:
    """The phrases that a query stands for, each a sequence of words.

    Raises
    ------
    ValueError
        If the query can't be read; the message shows it and points at the character.

    Examples
    --------
    >>> [[word.name for word in phrase] for phrase in parse("[economic] (aid|help)")]
    [['economic', 'aid'], ['economic', 'help'], ['aid'], ['help']]
    """
    parts = list(_parts(query))
    readings, end = _alternatives(query, parts, 0, closing="")
    if end < len(parts):
        _fail(query, parts[end].at, f"{parts[end].kind} closes nothing")
    phrases = list(dict.fromkeys(_phrase(reading) for reading in readings))
    for phrase in phrases:
        if all(word.wild and not word.name.strip(_WILD) for word in phrase):
            _fail(query, 0, "A query needs at least one word that is neither optional nor a lone * or ?")
    return phrases


def _phrase(reading: tuple[str, ...]) -> tuple[Word, ...]:
    """The words of a reading; a mark makes the word after it loose."""
    words: list[Word] = []
    for before, name in itertools.pairwise((_MARK, *reading)):
        if name != _MARK:
            words.append(Word(name, any(sign in name for sign in _WILD), bool(words) and before == _MARK))
    return tuple(words)


def _alternatives(query: str, parts: list[_Part], at: int, *, closing: str) -> tuple[list[tuple[str, ...]], int]:
    """The readings up to the closing bracket or the end, and the place of the next part."""
    readings: list[tuple[str, ...]] = []
    opened = parts[at - 1].at if closing else 0
    while True:
        found, at = _sequence(query, parts, at)
        stop = parts[at] if at < len(parts) else _Part("", len(query))
        if not any(any(reading) for reading in found):
            _fail(query, stop.at, "A word is missing here")
        readings += found
        if stop.kind == "|":
            at += 1
        elif stop.kind == closing:
            return readings, at + bool(closing)
        elif closing:
            _fail(query, opened, f"{'(' if closing == ')' else '['} is never closed by {closing}")
        else:
            return readings, at


def _sequence(query: str, parts: list[_Part], at: int) -> tuple[list[tuple[str, ...]], int]:
    """The readings of words and brackets in a row, and the place of the part that ends them."""
    readings: list[tuple[str, ...]] = [()]
    while at < len(parts) and parts[at].kind not in {"|", ")", "]"}:
        kind, where = parts[at]
        if kind in {"(", "["}:
            choices, at = _alternatives(query, parts, at + 1, closing=")" if kind == "(" else "]")
            choices = [*choices, ()] if kind == "[" else choices
        else:
            choices, at = [(kind,)], at + 1
        if len(readings) * len(choices) > MOST:
            _fail(query, where, f"The query stands for more than {MOST:,} phrases; split it")
        readings = [(*reading, *choice) for reading in readings for choice in choices]
    return readings, at


@functools.cache
def _lexicon() -> re.Pattern[str]:
    """The pattern of everything that a query may hold."""
    return re.compile(
        rf"(?P<blank>[{tokenizer.JOINERS}]+)|(?P<bracket>[()\[\]|])|(?P<word>{tokenizer.word_pattern(_WILD)})"
        rf"|(?P<han>[{tokenizer.HAN}])|(?P<ending>(?<![^\s(\[|])[{tokenizer.APOSTROPHES}]s(?!\w))|(?P<mark>.)",
        re.DOTALL,
    )


def _parts(query: str) -> list[_Part]:
    """The parts of a query in order."""
    parts: list[_Part] = []
    operator = _OPERATOR.search(query)
    if operator:
        _fail(query, operator.start(), f"{operator[0]} is kept for a search that queries do not have yet")
    for found in _lexicon().finditer(query):
        kind, at = str(found.lastgroup), found.start()
        if kind == "bracket":
            _check_bracket(query, found[0], at)
            parts.append(_Part(found[0], at))
        elif kind == "word":
            _check_wild(query, found[0], at)
            cut = len(found[0]) - tokenizer.possessive(found[0])
            parts += [_Part(tokenizer.fold(piece), at) for piece in (found[0][:cut], found[0][cut:]) if piece]
        elif kind in {"han", "ending"}:
            parts.append(_Part(tokenizer.fold(found[0]), at))
        elif kind == "mark":
            kept = _KEPT.get(_KEPT_AS.get(found[0], found[0]))
            if kept:
                _fail(query, at, kept.rstrip("."))
            parts.append(_Part(_MARK, at))
    return parts


def _check_bracket(query: str, bracket: str, at: int) -> None:
    """Raise if a bracket touches a word: alternatives are whole words."""
    touching = query[at - 1 : at] if bracket in "([" else query[at + 1 : at + 2] if bracket in ")]" else ""
    if touching and re.fullmatch(tokenizer.word_pattern(_WILD), touching):
        _fail(query, at, "Put a space between a word and a bracket: alternatives are whole words")


def _check_wild(query: str, word: str, at: int) -> None:
    """Raise if a wildcard touches a Han character, which is a word by itself."""
    end = at + len(word)
    han = re.compile(f"[{tokenizer.HAN}]")
    before, after = han.match(query, at - 1) if at else None, han.match(query, end)
    if (before and word[0] == "*") or (after and word[-1] == "*"):
        _fail(query, at, "Chinese is searched by character and needs no *; write a space before * for any one word")


def _fail(query: str, at: int, reason: str) -> NoReturn:
    """Raise with the query and a pointer to the character."""
    # Han and fullwidth characters take two columns where the pointer is shown.
    columns = sum(2 if ord(sign) >= 0x1100 else 1 for sign in query[:at])  # noqa: PLR2004 - the first wide block
    message = f"{reason}:\n  {query}\n  {' ' * columns}^"
    raise ValueError(message)
