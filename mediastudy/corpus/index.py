"""The token index: every token of every document as a number, and where each type stands.

Printed forms are numbered by the frequency of their type, then by spelling, so that the same documents give the same
index however they were read. The numbers come from a table of the words themselves: no two words share one.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus import encoding
from mediastudy.corpus.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

JOINED: Final = 0
BROKEN: Final = 1
OPENING: Final = 2

# The arrays that an index consists of, as they are named on disk.
ARRAYS: Final = ("printed", "gaps", "skips", "far", "offsets", "han", "type_of", "positions", "starts")
WORDS: Final = ("forms", "types")

Integers = NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class TokenIndex:
    """The tokens of a list of documents as arrays; positions count through all documents.

    Attributes
    ----------
    printed : the printed form of each token, as a number into ``forms``
    gaps : what stands before each token: 0 white space, hyphens or nothing, 1 other marks, 2 the document's beginning
    skips : how many characters stand there, 255 for as many or more
    far : position and size of each gap of 255 characters or more, shape (gaps, 2)
    offsets : the position of each document's first token, and the end
    han : how many tokens of each document are Han characters
    type_of : the type of each printed form, as a number into ``types``; forms of one type stand together
    form_words, type_words : the printed forms and the types, the most frequent type first
    positions : the positions of all tokens, ordered by type
    starts : where each type's positions start in ``positions``, and the end

    Examples
    --------
    >>> index = TokenIndex.build(["Aid came.", "More aid"])
    >>> index.types, index.forms, index.printed.tolist()
    (('aid', 'came', 'more'), ('Aid', 'aid', 'came', 'More'), [0, 2, 3, 1])
    """

    printed: Integers
    gaps: NDArray[np.uint8]
    skips: NDArray[np.uint8]
    far: Integers
    offsets: Integers
    han: Integers
    type_of: Integers
    form_words: Words
    type_words: Words
    _inverted: tuple[Integers, Integers] | None = field(default=None, repr=False)

    @classmethod
    def build(cls, texts: Sequence[str] | Words, *, progress: bool = False) -> TokenIndex:
        """The index of the texts, in their order.

        Examples
        --------
        >>> TokenIndex.build(["Aid", ""]).offsets.tolist()
        [0, 1, 1]
        """
        from tqdm import tqdm

        words = texts if isinstance(texts, Words) else Words.of(texts)
        with tqdm(desc="indexing", unit=" documents", total=len(words), disable=not progress) as bar:
            forms, tokens = encoding.encode(words, each=bar.update)
        return _ranked(tokens, forms)

    def take(self, rows: Integers) -> TokenIndex:
        """The index of some documents alone, as if it had been built from them.

        Examples
        --------
        >>> TokenIndex.build(["Aid came", "More aid"]).take(np.array([1])).types
        ('aid', 'more')
        """
        return _ranked(self.tokens_of(rows, np.arange(len(self.form_words))), self.form_words)

    def tokens_of(self, rows: Integers, numbers: Integers) -> encoding.Tokens:
        """The tokens of some documents, their forms renumbered.

        Examples
        --------
        >>> TokenIndex.build(["Aid came", "More aid"]).tokens_of(np.array([1]), np.arange(4)).printed.tolist()
        [3, 1]
        """
        picked = self.positions_of(rows)
        skips = self.skips[picked]
        at = np.flatnonzero(skips == encoding.FAR)
        sizes = self.far[np.searchsorted(self.far[:, 0], picked[at]), 1]
        far = np.stack([at, sizes], axis=1).astype(np.int64)
        printed, gaps = numbers[self.printed[picked]], self.gaps[picked]
        return encoding.Tokens(printed, gaps, skips, self.lengths[rows], self.han[rows], far)

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, Any]) -> TokenIndex:
        """The index whose arrays were :meth:`arrays`.

        Raises
        ------
        KeyError
            If an array is missing.
        """
        forms, types = (Words(arrays[f"{name}_letters"], arrays[f"{name}_offsets"]) for name in WORDS)
        *parts, positions, starts = (arrays[name] for name in ARRAYS)
        everything: Any = (*parts, forms, types, (positions, starts))
        return cls(*everything)

    def arrays(self) -> dict[str, Any]:
        """All arrays by name, as they are kept on disk.

        Examples
        --------
        >>> TokenIndex.of_arrays(TokenIndex.build(["Aid"]).arrays()).types
        ('aid',)
        """
        words = {"forms": self.form_words, "types": self.type_words}
        letters = {f"{name}_{part}": getattr(words[name], part) for name in WORDS for part in ("letters", "offsets")}
        return {**{name: getattr(self, name) for name in ARRAYS}, **letters}

    @property
    def forms(self) -> tuple[str, ...]:
        """The printed forms."""
        return self.form_words.listed

    @property
    def types(self) -> tuple[str, ...]:
        """The types, the most frequent first."""
        return self.type_words.listed

    @functools.cached_property
    def starts(self) -> Integers:
        """Where each type's positions start in ``positions``, and the end."""
        if self._inverted:
            return self._inverted[1]
        per_form = encoding.form_counts(self.printed, len(self.type_of))
        return type_starts(per_form, self.type_of, len(self.type_words))

    @functools.cached_property
    def positions(self) -> Integers:
        """The positions of all tokens, ordered by type."""
        if self._inverted:
            return self._inverted[0]
        room = np.empty(len(self), dtype=position_dtype(len(self)))
        return encoding.invert(self.printed, self.type_of, self.starts, room)

    @functools.cached_property
    def lengths(self) -> Integers:
        """The number of tokens of each document."""
        return np.diff(self.offsets)

    @functools.cached_property
    def type_numbers(self) -> dict[str, int]:
        """The number of each type."""
        return {name: number for number, name in enumerate(self.types)}

    @functools.cached_property
    def type_list(self) -> str:
        """The types one a line, for searching them all at once."""
        return "\n".join(self.types)

    @functools.cached_property
    def type_lines(self) -> Integers:
        """Where each type begins in ``type_list``."""
        return np.cumsum(np.append(0, self.type_words.lengths[:-1].astype(np.int64) + 1))

    def forms_of(self, number: int) -> tuple[int, int]:
        """The first form of a type, and the one after its last.

        Examples
        --------
        >>> TokenIndex.build(["Aid for aid"]).forms_of(0)
        (0, 2)
        """
        low, high = np.searchsorted(self.type_of, [number, number + 1])
        return int(low), int(high)

    def types_at(self, positions: Integers) -> Integers:
        """The number of the type that stands at each position.

        Examples
        --------
        >>> TokenIndex.build(["Aid for aid"]).types_at(np.array([0, 2])).tolist()
        [0, 0]
        """
        return self.type_of[self.printed[positions]]

    def gaps_at(self, positions: Integers) -> Integers:
        """What stands before the token at each position: ``JOINED``, ``BROKEN`` or ``OPENING``.

        Examples
        --------
        >>> TokenIndex.build(["Aid, more aid"]).gaps_at(np.array([0, 1, 2])).tolist()
        [2, 1, 0]
        """
        return self.gaps[positions]

    def positions_of(self, rows: Integers) -> Integers:
        """The positions of all tokens of some documents, in the order of these.

        Examples
        --------
        >>> TokenIndex.build(["Aid for", "more aid"]).positions_of(np.array([1, 0])).tolist()
        [2, 3, 0, 1]
        """
        lengths = self.lengths[rows]
        before = np.cumsum(lengths) - lengths
        return np.asarray(np.arange(lengths.sum()) + np.repeat(self.offsets[rows] - before, lengths))

    def __len__(self) -> int:
        return len(self.printed)

    def places(self, number: int) -> Integers:
        """The positions of a type, ascending.

        Examples
        --------
        >>> TokenIndex.build(["Aid for aid"]).places(0).tolist()
        [0, 2]
        """
        return self.positions[self.starts[number] : self.starts[number + 1]]

    def documents_at(self, positions: Integers) -> Integers:
        """The number of the document in which each position lies.

        Examples
        --------
        >>> TokenIndex.build(["Aid", "", "for aid"]).documents_at(np.array([0, 1, 2])).tolist()
        [0, 2, 2]
        """
        return np.searchsorted(self.offsets, positions, side="right") - 1


def type_starts(per_form: Integers, type_of: Integers, kinds: int) -> Integers:
    """Where each type's positions start, from the tokens of each form.

    Examples
    --------
    >>> type_starts(np.array([2, 1, 1]), np.array([0, 0, 1]), 2).tolist()
    [0, 3, 4]
    """
    per_type = np.bincount(type_of, weights=per_form, minlength=kinds) if len(type_of) else np.zeros(kinds)
    return np.concatenate([[0], np.cumsum(per_type)]).astype(np.int64)


def position_dtype(count: int) -> Any:
    """The integers that a position needs.

    Examples
    --------
    >>> position_dtype(1000) is np.int32
    True
    """
    return np.int32 if count <= np.iinfo(np.int32).max else np.int64


def _ranked(tokens: encoding.Tokens, forms: Words) -> TokenIndex:
    """The index of tokens whose forms are numbered in any order; forms that do not occur are left out."""
    ranking = encoding.rank(forms, encoding.form_counts(tokens.printed, len(forms)))
    return TokenIndex(
        encoding.renumber(tokens.printed, ranking.renumbered),
        tokens.gaps,
        tokens.skips,
        tokens.far,
        np.concatenate([[0], np.cumsum(tokens.lengths)]).astype(np.int64),
        tokens.han,
        ranking.type_of,
        ranking.forms,
        ranking.types,
    )
