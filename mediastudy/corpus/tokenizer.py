"""Text to tokens, with their character offsets and what stands between them.

A token is a run of Unicode letters, digits and marks. Internal apostrophes stay (*don't*, *o'clock*; a curly one
counts as a straight one); a possessive *'s* is a token of its own, while contractions with *is* (*it's*, *who's*) stay
whole. An apostrophe between two or more letters and eight or more Latin ones is a stray quotation mark, as bad scans
have them (*the'government*), not part of a word; *O'Shaughnessy*, *Tian'anmen* and *qu'entreprise* stay whole. Hyphens
and underscores split. Every Han character is a token, so that Chinese is searched by character.

A type is a token casefolded, in Unicode's composed form, with straight apostrophes; the printed form is kept beside it.
Between two tokens of a phrase only white space, hyphens, dashes or nothing may stand: all else is a break.
"""

from __future__ import annotations

import functools
import hashlib
import re
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

APOSTROPHES: Final = "'’＇"
HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# White space, hyphens, dashes and invisible characters (soft hyphen, zero-width space, word joiner, byte-order mark).
JOINERS: Final = r"\s\-‐‑‒–—―" + "\u00ad\u200b\u2060\ufeff"
WHOLE: Final = frozenset(
    f"{word}'s" for word in ("he", "here", "how", "it", "let", "she", "that", "there", "what", "where", "who")
)

_STRAIGHT: Final = str.maketrans("’＇", "''")
_BREAK: Final = rf"[^\w{JOINERS}{HAN}]+|_+"
_INNER: Final = (
    rf"[{APOSTROPHES}](?:(?<=\b\w[{APOSTROPHES}])|(?<=[Qq][Uu][{APOSTROPHES}])|(?![a-zA-Z\u00c0-\u024f]{{8}}))"
)
_COMMON_WORD: Final = rf"[^\W_]+(?:{_INNER}[^\W_]+)*"
_COMMON: Final = re.compile(rf"{_COMMON_WORD}|{_BREAK}")
# Characters that only the slower pattern handles: marks, joiners inside words, Han and all later scripts.
_UNCOMMON: Final = re.compile("[^\x00-\u02ff\u2000-\u200b\u200e-\u206f]")


@functools.cache
def rules() -> str:
    """A fingerprint of this tokenizer: of its code, and of the edition of Unicode that says what a letter is.

    Examples
    --------
    >>> rules() == rules(), len(rules())
    (True, 64)
    """
    content = Path(__file__).read_bytes() + unicodedata.unidata_version.encode()
    return hashlib.sha256(content).hexdigest()


@functools.cache
def marks() -> str:
    r"""Unicode's combining marks as the inside of a character class, with the joiners that stand inside words.

    Examples
    --------
    >>> re.findall(f"[{marks()}]", "e\u0301 -") == ["\u0301"]
    True
    """
    points = [point for point in range(sys.maxunicode + 1) if unicodedata.category(chr(point)).startswith("M")]
    ends = [point for point, after in zip(points, [*points[1:], None], strict=True) if after != point + 1]
    starts = [point for point, before in zip(points, [None, *points[:-1]], strict=True) if before != point - 1]
    return "\u200c\u200d" + "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


@functools.cache
def word_pattern(letters: str = "") -> str:
    """The regular expression of a word without Han, in which further characters may count as letters.

    Examples
    --------
    >>> re.findall(word_pattern("*"), "multi* aid")
    ['multi*', 'aid']
    """
    letter = rf"(?:[^\W_{HAN}]|[{re.escape(letters)}])" if letters else rf"[^\W_{HAN}]"
    part = rf"{letter}+(?:[{marks()}]+{letter}*)*"
    return rf"{part}(?:{_INNER}{part})*"


@functools.cache
def _uncommon_pattern() -> re.Pattern[str]:
    """The pattern for texts in any script; it agrees with the fast one where both apply."""
    return re.compile(rf"{word_pattern()}|[{HAN}][{marks()}]*|{_BREAK}")


def is_common(text: str) -> bool:
    """Whether a text has no marks, Han or other characters of later scripts, so that the fast pattern will do.

    Examples
    --------
    >>> is_common("Café – naïve"), is_common("支援")
    (True, False)
    """
    return text.isascii() or not _UNCOMMON.search(text)


def _pattern(text: str) -> re.Pattern[str]:
    """The fast pattern where the text allows it."""
    return _COMMON if is_common(text) else _uncommon_pattern()


def is_word(piece: str) -> bool:
    """Whether what the patterns find is a word rather than a break.

    Examples
    --------
    >>> is_word("aid"), is_word(", ")
    (True, False)
    """
    return piece[0].isalnum() or is_han(piece)


def is_broken(between: str) -> bool:
    """Whether what stands between two tokens breaks a phrase.

    Examples
    --------
    >>> is_broken(", "), is_broken(" - ")
    (True, False)
    """
    return bool(between) and re.search(_BREAK, between) is not None


def is_han(token: str) -> bool:
    """Whether a token is a Han character.

    Examples
    --------
    >>> is_han("支"), is_han("aid")
    (True, False)
    """
    return re.match(f"[{HAN}]", token) is not None


def possessive(word: str) -> int:
    """The length of the possessive ending of a word: 2 or 0.

    Examples
    --------
    >>> [possessive(word) for word in ("Oru's", "it's", "o'clock")]
    [2, 0, 0]
    """
    ends = len(word) > 2 and word[-1] in "sS" and word[-2] in APOSTROPHES  # noqa: PLR2004 - letter, apostrophe, s
    return 2 if ends and f"{word[:-2].lower()}'s" not in WHOLE else 0


def fold(printed: str) -> str:
    """The type of a printed form.

    Examples
    --------
    >>> fold("DON’T")
    "don't"
    """
    return unicodedata.normalize("NFC", printed.casefold()).translate(_STRAIGHT)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of every token of a text, in order.

    Examples
    --------
    >>> text = "Oru's o'clock 支援"
    >>> [text[start:end] for start, end in spans(text)]
    ['Oru', "'s", "o'clock", '支', '援']
    """
    for found in _pattern(text).finditer(text):
        start, end = found.span()
        if is_word(text[start]):
            ending = possessive(text[start:end]) if text[end - 1] in "sS" else 0
            yield start, end - ending
            if ending:
                yield end - ending, end


def tokens(text: str) -> list[str]:
    """The tokens of a text as printed.

    Examples
    --------
    >>> tokens("Assistance to Oru's north")
    ['Assistance', 'to', 'Oru', "'s", 'north']
    """
    return [text[start:end] for start, end in spans(text)]
