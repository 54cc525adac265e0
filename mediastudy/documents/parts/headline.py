"""The headline of a text: which of the lines before the body it is."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_SENTENCE: Final = re.compile(r"(?<![A-Z])(?<!\b[A-Z][a-z])[.。;；]['\"”’»」]*$|[。！？]['\"”’」]$")
_TURN: Final = re.compile(r"(?P<who>[^\W\d_a-zß-ÿ][\w .'’()-]{0,40})[:：]\s*(?:\S|$)")
_LONGEST: Final = 220
_LONGEST_HAN: Final = 60
_ANNOUNCEMENT: Final = 8
_ENOUGH_WORDS: Final = 4
_SENTENCE_WORDS: Final = 5  # of four letters or more
_ENOUGH_LETTERS: Final = 30
_ENOUGH_HAN: Final = 5


def is_prose(paragraph: str) -> bool:
    """Whether a paragraph reads like running text and not like a headline or a line of the site.

    Examples
    --------
    >>> is_prose("The harbour opened on Monday."), is_prose("Harbour opens after ten years")
    (True, False)
    """
    han = len(_HAN.findall(paragraph))
    longest = _LONGEST_HAN if han * 2 > len(paragraph) else _LONGEST
    announces = paragraph.endswith((":", "：")) and len(paragraph.split()) >= _ANNOUNCEMENT
    return len(paragraph) > longest or announces or bool(_SENTENCE.search(paragraph)) or _ends_in_initials(paragraph)


def _ends_in_initials(paragraph: str) -> bool:
    """Whether a sentence ends in a word such as ``NSW.``; a headline that does writes most of its words large."""
    words = re.findall(r"[^\W\d_]{4,}", paragraph)
    small = sum(word[0].islower() for word in words)
    return paragraph.endswith(".") and len(words) >= _SENTENCE_WORDS and small * 2 > len(words)


def turns(lines: Sequence[str]) -> frozenset[int]:
    """The places of the lines that open a turn of a transcript; one name before a colon alone could be a headline.

    Examples
    --------
    >>> sorted(turns(["Harbour: it opens", "MAYOR: Good morning", "ANN LEE: Will it open?", "MAYOR: It will"]))
    [1, 2, 3]
    """
    named = {place: match["who"] for place, line in enumerate(lines) if (match := _TURN.match(line))}
    spoken = Counter(named.values())
    turn = {place for place, who in named.items() if who.isupper() or spoken[who] > 1}
    return frozenset(turn) if len(turn) > 1 else frozenset()


def choose_title(lines: Sequence[str]) -> int | None:
    """The place of the headline among the lines that could be one, or None if there are none.

    The first line with four words, thirty letters or five Chinese characters is taken, or else the longest.

    Examples
    --------
    >>> choose_title(["WORLD", "Harbour opens after ten years", "Mayor hails long work of many"])
    1
    """
    if not lines:
        return None
    for place, line in enumerate(lines):
        if is_long_enough(line):
            return place
    return max(range(len(lines)), key=lambda place: (len(lines[place]), -place))


def is_long_enough(line: str) -> bool:
    """Whether a line is so long that it could be a headline by itself: four words, or as much in Chinese.

    Examples
    --------
    >>> is_long_enough("Harbour opens after years"), is_long_enough("World")
    (True, False)
    """
    long = len(line) >= _ENOUGH_LETTERS or len(line.split()) >= _ENOUGH_WORDS
    return long or len(_HAN.findall(line)) >= _ENOUGH_HAN


def without_site(title: str, following: Sequence[str]) -> str | None:
    """The line among those following that is the title without the name of the site behind a bar or dash, or None.

    Examples
    --------
    >>> without_site("Harbour opens | Coast Daily", ["Harbour opens"])
    'Harbour opens'
    """
    for line in following:
        rest = title.removeprefix(line)
        if rest != title and re.match(r"\s*[|｜_–—-]\s*\S", rest):
            return line
    return None
