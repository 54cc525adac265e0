"""How names are compared: the letters that count in them, how alike two of them are, and slips of one letter."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_DROPPED: Final = re.compile(r"['’‘ʼ`´\-‐‑–.,;:\"“”()\[\]]")
_SURE: Final = 6


def folded(word: str) -> str:
    """The word's letters alone, lower case, without accents, apostrophes, hyphens and full stops.

    Examples
    --------
    >>> folded("Sánchez"), folded("O’Brien"), folded("Wei-guo"), folded("E.")
    ('sanchez', 'obrien', 'weiguo', 'e')
    """
    if word.isascii():
        return _DROPPED.sub("", word.casefold())
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_LETTERS)
    return _DROPPED.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def alike(one: str, other: str) -> float:
    """How alike the letters of two names are, 0 to 1: twice the letters they share in order by the letters of both.

    References
    ----------
    Ratcliff, J. W. and Metzener, D. E. (1988). Pattern matching: the gestalt approach. Dr. Dobb's Journal 13(7), 46.

    Examples
    --------
    >>> alike("Vela Orm", "Vela T. Orm"), alike("Orm", "ORM")
    (0.93, 1.0)
    """
    first, second = sorted((folded(one).replace(" ", ""), folded(other).replace(" ", "")))
    return round(float(SequenceMatcher(None, first, second, autojunk=False).ratio()), 2)


def slips(word: str) -> Iterator[str]:
    """The word and each of its forms with one letter left out; two words that share one differ by little.

    Examples
    --------
    >>> sorted(slips("orm"))
    ['om', 'or', 'orm', 'rm']
    """
    yield word
    yield from {word[:i] + word[i + 1 :] for i in range(len(word))}


def one_slip(one: str, other: str) -> bool:
    """Whether two long words with the same first letter differ by one letter more or other, or by two swapped.

    Examples
    --------
    >>> one_slip("okhaiva", "okhavia"), one_slip("okhaiva", "okhaivas"), one_slip("okhaiva", "okhovia")
    (True, True, False)
    """
    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < _SURE or abs(len(one) - len(other)) > 1:
        return False
    first = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(one))
    if len(one) != len(other):
        short, long = sorted((one, other), key=len)
        return short[first:] == long[first + 1 :]
    swapped = one[first : first + 2] == other[first : first + 2][::-1]
    return one[first + 1 :] == other[first + 1 :] or (swapped and one[first + 2 :] == other[first + 2 :])
