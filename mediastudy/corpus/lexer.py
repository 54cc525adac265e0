"""A query cut into its parts: words, marks, hyphens, gaps, brackets and operators."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from mediastudy.corpus import tokenizer
from mediastudy.corpus.syntax import fail

if TYPE_CHECKING:
    from collections.abc import Iterator

WILD: Final = "*?"
MOST_GAP: Final = 50
_HYPHENS: Final = frozenset("-‐‑\u00ad")
_QUOTES: Final = '"“”„'
_STRAIGHT: Final = str.maketrans(dict.fromkeys(tokenizer.APOSTROPHES, "'"))
_GAP: Final = re.compile(r"_(?:\{\s*(\d+)\s*(?:,\s*(\d+)\s*)?\})?")
_NEAR: Final = re.compile(r"NEAR/([1-9]\d{0,3})")
_EDGE: Final = rf"\s()\[\]|{_QUOTES}"
# With the spellings of other tools, which would otherwise be searched as words.
_OPERATOR: Final = rf"(?:NEAR(?:\d+|/[^{_EDGE}]*)?|(?i:near|adj|pre|w|n)/\d+|SAME[-‐‑–_ ]?SENTENCE)"

Kind = Literal["word", "mark", "hyphen", "gap", "operator", "(", ")", "[", "]", "|", "end"]


class Part(NamedTuple):
    """A part of a query and where it begins.

    Attributes
    ----------
    kind : ``word``, ``mark``, ``hyphen``, ``gap``, ``operator``, ``end``, or the bracket or bar itself
    at : the place of its first character
    name : the word, or the operator as written
    exact : whether a word stands in quotation marks
    least, most : the tokens of a gap; for NEAR ``most`` is the distance, for SAME-SENTENCE 0
    """

    kind: Kind
    at: int
    name: str = ""
    exact: bool = False
    least: int = 0
    most: int = 0


def plain(printed: str) -> str:
    """A printed form in Unicode's composed form with straight apostrophes: what exact words are compared by.

    Examples
    --------
    >>> plain("Don’t")
    "Don't"
    """
    return unicodedata.normalize("NFC", printed).translate(_STRAIGHT)


def parts(query: str) -> list[Part]:
    """The parts of a query in order, with an ``end`` after the last.

    Raises
    ------
    ValueError
        If a part can't be read; the message points at its first character.

    Examples
    --------
    >>> [(part.kind, part.name) for part in parts('"Aid" NEAR/5 plan')]
    [('word', 'Aid'), ('operator', 'NEAR/5'), ('word', 'plan'), ('end', '')]
    """
    found: list[Part] = []
    at, opened, before = 0, -1, 0
    while at < len(query):
        piece = _lexicon(quoted=opened >= 0).match(query, at)
        if piece is None:
            fail(query, at, "This character can't be read")
        if piece.lastgroup != "quote":
            found += _read(query, piece, exact=opened >= 0)
        elif opened < 0:
            _check_apart(query, at, at - 1, what="a quotation mark")
            opened, before = at, len(found)
        else:
            _check_apart(query, at, at + 1, what="a quotation mark")
            if not any(part.kind == "word" for part in found[before:]):
                fail(query, at, "A word is missing here")
            opened = -1
        at = piece.end()
    if opened >= 0:
        fail(query, opened, "The quotation mark is never closed by another")
    return [*found, Part("end", len(query))]


@functools.cache
def _lexicon(*, quoted: bool) -> re.Pattern[str]:
    """The pattern of everything that a query may hold, in quotation marks or outside them."""
    operator = "" if quoted else rf"(?P<operator>(?<![^{_EDGE}]){_OPERATOR}(?![^{_EDGE}]))|"
    return re.compile(
        rf"{operator}(?P<blank>[{tokenizer.JOINERS}]+)|(?P<bracket>[()\[\]|])|(?P<quote>[{_QUOTES}])"
        rf"|(?P<gap>_(?:\{{[^{{}}]*\}}?)?)|(?P<word>{tokenizer.word_pattern(WILD)})"
        rf"|(?P<han>[{tokenizer.HAN}][{tokenizer.marks()}]*)|(?P<ending>(?<![^{_EDGE}])[{tokenizer.APOSTROPHES}]s(?!\w))|(?P<mark>.)",
        re.DOTALL,
    )


def _read(query: str, piece: re.Match[str], *, exact: bool) -> Iterator[Part]:
    """The parts of a piece: two for a word with a possessive ending, none for white space."""
    kind, text, at = str(piece.lastgroup), piece[0], piece.start()
    if exact and kind in {"bracket", "gap"}:
        fail(query, at, "Brackets and gaps can't stand in quotation marks; close these before it")
    if kind in {"word", "han", "ending"}:
        yield from _words(query, text, at, exact=exact)
    elif kind == "bracket":
        if text != "|":
            _check_apart(query, at, at - 1 if text in "([" else at + 1, what="a bracket: alternatives are whole words")
        yield Part(cast("Kind", text), at)
    elif kind == "blank" and text in _HYPHENS:
        yield Part("hyphen", at)
    elif kind == "gap":
        yield _gap(query, text, at)
    elif kind == "operator":
        yield _operator(query, text, at)
    elif kind == "mark":
        if text in "{}":
            fail(query, at, "Curly brackets belong to a gap: _{2} or _{0,3}")
        yield Part("mark", at)


def _words(query: str, text: str, at: int, *, exact: bool) -> Iterator[Part]:
    """A word as the index knows it, its possessive ending apart."""
    _check_wild(query, text, at)
    cut = len(text) - tokenizer.possessive(text)
    for half in filter(None, (text[:cut], text[cut:])):
        yield Part("word", at, plain(half) if exact else tokenizer.fold(half), exact)


def _gap(query: str, text: str, at: int) -> Part:
    """A gap with its least and most tokens."""
    _check_apart(query, at, at - 1, what="_")
    _check_apart(query, at, at + len(text), what="_")
    sizes = _GAP.fullmatch(text)
    if sizes is None:
        fail(query, at, "A gap is _ for one word, _{2} for two, or _{0,3} for none to three")
    least = int(sizes[1] or 1)
    most = int(sizes[2] or least)
    if not (least <= most and 1 <= most <= MOST_GAP):
        fail(
            query, at, f"A gap holds from fewer to more words, between 1 and {MOST_GAP} at most; further apart is NEAR"
        )
    return Part("gap", at, least=least, most=most)


def _operator(query: str, text: str, at: int) -> Part:
    """An operator; one that is not written as it must be is refused, since it would be searched as words."""
    near = _NEAR.fullmatch(text)
    if near is None and text != "SAME-SENTENCE":
        reason = "Operators are NEAR/1 to NEAR/9999 and SAME-SENTENCE; put words that look like one in quotation marks"
        fail(query, at, reason)
    return Part("operator", at, text, most=int(near[1]) if near else 0)


def _check_apart(query: str, at: int, beside: int, *, what: str) -> None:
    """Raise if a sign touches a word."""
    touching = query[beside : beside + 1] if beside >= 0 else ""
    if touching and re.fullmatch(tokenizer.word_pattern(WILD), touching):
        fail(query, at, f"Put a space between a word and {what}")


def _check_wild(query: str, word: str, at: int) -> None:
    """Raise if a wildcard touches a Han character, which is a word by itself."""
    han = re.compile(f"[{tokenizer.HAN}]")
    before, after = han.match(query, at - 1) if at else None, han.match(query, at + len(word))
    if (before and word[0] == "*") or (after and word[-1] == "*"):
        fail(query, at, "Chinese is searched by character and needs no *; write a space before * for any one word")
