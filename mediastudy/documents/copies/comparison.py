"""How much of their text two documents share, counted exactly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.documents.copies.shingles import LONGEST, characters, shingles
from mediastudy.documents.copies.sketches import FEW, in_threads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.copies.shingles import Shingles
    from mediastudy.documents.copies.utf8 import Texts

# Texts with a smaller Jaccard similarity are not laid beside each other word by word.
FLOOR: Final = 0.1

Integers = NDArray[np.int64]


class Shared(NamedTuple):
    """Distinct shingles of one text, of another, of both; tokens of each; tokens that both have in the same order."""

    one: int
    other: int
    both: int
    tokens_one: int
    tokens_other: int
    ordered: int

    @property
    def jaccard(self) -> float:
        """Shared shingles by all shingles."""
        return self.both / max(self.one + self.other - self.both, 1)

    @property
    def similarity(self) -> float:
        """The share of both texts that is common to both: words in the same order, or shingles if that is more."""
        words = 2 * self.ordered / max(self.tokens_one + self.tokens_other, 1)
        return max(words, 2 * self.both / max(self.one + self.other, 1))

    @property
    def containment(self) -> float:
        """The share of one text's shingles that the other has."""
        return self.both / max(self.one, 1)

    @property
    def coverage(self) -> float:
        """The share of the other text's shingles that the one has."""
        return self.both / max(self.other, 1)

    def turned(self) -> Shared:
        """The same, seen from the other text."""
        return Shared(self.other, self.one, self.both, self.tokens_other, self.tokens_one, self.ordered)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Texts that can be compared two by two.

    Attributes
    ----------
    texts : the texts
    tokens : the number of tokens of each

    Examples
    --------
    >>> from mediastudy.documents.copies.utf8 import Texts
    >>> texts = Texts.of(["The harbour opened late on Sunday.", "The harbour opened late on Monday."])
    >>> Comparison(texts, np.array([6, 6])).pair(0, 1)
    Shared(one=3, other=3, both=2, tokens_one=6, tokens_other=6, ordered=5)
    """

    texts: Texts
    tokens: Integers

    def pairs(self, ones: Integers, others: Integers) -> list[Shared]:
        """What the texts of each pair share."""
        found = np.zeros((len(ones), 4), np.int64)
        if self.texts.size <= FEW:
            for place, (one, other) in enumerate(zip(ones.tolist(), others.tolist(), strict=True)):
                found[place] = _compared(self._shingles(one), self._shingles(other))
        else:
            from mediastudy.documents.copies.overlaps import compare

            in_threads(lambda first, last: compare(self._held, ones, others, first, last, FLOOR, found), len(ones))
        sizes = np.column_stack([found[:, :3], self.tokens[ones], self.tokens[others], found[:, 3]])
        return [Shared(*row) for row in sizes.tolist()]

    def pair(self, one: int, other: int) -> Shared:
        """What two texts share."""
        return self.pairs(np.array([one]), np.array([other]))[0]

    @cached_property
    def _held(self) -> tuple[Any, ...]:
        """The texts as the compiled loops take them."""
        return (*self.texts, *characters())

    @cached_property
    def _kept(self) -> dict[int, Shingles]:
        """The shingles of the texts compared so far."""
        return {}

    def _shingles(self, text: int) -> Shingles:
        """The shingles of a text, found once."""
        if text not in self._kept:
            self._kept[text] = shingles(self.texts.text(text))
        return self._kept[text]


def _compared(one: Shingles, other: Shingles) -> tuple[int, int, int, int]:
    """Shingles of one text, of the other and of both, and the tokens in the same order if there may be many."""
    both = len(np.intersect1d(one.hashes, other.hashes, assume_unique=True))
    sizes = len(one.hashes), len(other.hashes), both
    if both < FLOOR * (sizes[0] + sizes[1] - both) or max(len(one.tokens), len(other.tokens)) > LONGEST:
        return *sizes, 0
    return *sizes, longest_common(one.tokens.tolist(), other.tokens.tolist())


def longest_common(one: Sequence[int], other: Sequence[int]) -> int:
    """The length of the longest common subsequence of two lists.

    References
    ----------
    Hyyro, H. (2004). Bit-parallel LCS-length computation revisited. Proceedings of the 15th Australasian Workshop on
    Combinatorial Algorithms, 16-27.

    Examples
    --------
    >>> longest_common([1, 2, 3, 4], [2, 9, 4, 1])
    2
    """
    places: dict[int, int] = {}
    for place, token in enumerate(one):
        places[token] = places.get(token, 0) | 1 << place
    full = (1 << len(one)) - 1
    bits = full
    for token in other:
        match = bits & places.get(token, 0)
        bits = (bits + match | bits - match) & full
    return len(one) - bits.bit_count()
