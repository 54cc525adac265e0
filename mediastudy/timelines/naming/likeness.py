"""How alike the letters of names are, and whether one is made of the other's initials."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# Words that initials may pass over.
SMALL: Final = frozenset(("of", "and", "for", "the", "in", "on", "to", "a", "an", "de", "la"))
# Shorter initials stand for too many things.
SHORTEST: Final = 3
_PLAIN: Final = re.compile(r"[^\w\s-]|NEAR/\d+|SAME-SENTENCE")


def plain(query: str) -> str:
    """The words of a query without its operators, for a phrase that has no hit to take its form from.

    Examples
    --------
    >>> plain('"Port Orlo"'), plain("[old] Velatown")
    ('port orlo', 'old velatown')
    """
    return " ".join(_PLAIN.sub(" ", query).lower().split())


def likeness(names: Sequence[str], forms: Sequence[str]) -> NDArray[np.float64]:
    """How alike each name is to the form that it is most like, 0 to 1.

    It is Dice's coefficient of the sets of pairs of neighbouring letters, the beginning and the end of each word
    counted as letters, so that the order of words matters little. Names made of the initials of three words or more are
    as alike as can be.

    References
    ----------
    Dice, L. R. (1945). Measures of the amount of ecologic association between species. Ecology 26(3), 297-302.

    Examples
    --------
    >>> likeness(["port orlo", "orlo port", "wb", "dry wells office"], ["port orlo", "dwo"]).round(2).tolist()
    [1.0, 1.0, 0.0, 1.0]
    """
    found = np.zeros(len(names))
    known = [(pairs(form), form, initials(form)) for form in forms]
    for number, name in enumerate(names):
        own, short = pairs(name), initials(name)
        for others, form, letters in known:
            if name in letters or form in short:
                found[number] = 1.0
            elif shared := len(own & others):
                found[number] = max(found[number], 2 * shared / (len(own) + len(others)))
    return found


def pairs(name: str) -> set[str]:
    """The pairs of neighbouring letters of each word, with its beginning and end; of Chinese the characters as well.

    Examples
    --------
    >>> sorted(pairs("orm"))
    [' o', 'm ', 'or', 'rm']
    """
    found: set[str] = set()
    for word in name.replace("-", " ").split():
        padded = f" {word} "
        found.update(map("".join, itertools.pairwise(padded)))
        if not word.isascii():
            found.update(word)
    return found


def initials(name: str) -> frozenset[str]:
    """The initials of a name of three words or more, with and without those of small words.

    Examples
    --------
    >>> sorted(initials("bureau of dry wells"))
    ['bdw', 'bodw']
    """
    words = name.replace("-", " ").split()
    made = {"".join(word[0] for word in kept) for kept in (words, [word for word in words if word not in SMALL])}
    return frozenset(one for one in made if len(one) >= SHORTEST)
