"""Texts to numbered tokens, and numbered tokens to a ranked vocabulary and an inverted list."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus import tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CHUNK: Final = 2_000_000

Integers = NDArray[np.integer]


class Tokens(NamedTuple):
    """Numbered printed forms, the gaps before them, and the number of tokens of each document."""

    printed: Integers
    gaps: NDArray[np.uint8]
    lengths: Integers


class _Pieces(dict[str, int]):
    """Numbers for the pieces that the tokenizer's pattern finds; new pieces get one when they are looked up.

    A piece is a printed form, a printed form with its possessive, or a break. ``first`` and ``second`` hold the numbers
    of a piece's forms, -1 where there is none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, int] = {}
        self.first = array("i")
        self.second = array("i")

    def __missing__(self, piece: str) -> int:
        cut = len(piece) - tokenizer.possessive(piece)
        is_word = tokenizer.is_word(piece)
        self.first.append(self._form(piece[:cut]) if is_word else -1)
        self.second.append(self._form(piece[cut:]) if is_word and piece[cut:] else -1)
        number = len(self)
        self[piece] = number
        return number

    def _form(self, form: str) -> int:
        return self.forms.setdefault(form, len(self.forms))


def encode(texts: Iterable[str]) -> tuple[list[str], Tokens]:
    """The printed forms of the texts by number, and the texts as numbered tokens.

    Examples
    --------
    >>> forms, tokens = encode(["Oru's aid, Oru"])
    >>> forms, tokens.printed.tolist(), tokens.gaps.tolist()
    (['Oru', "'s", 'aid'], [0, 1, 2, 0], [2, 0, 0, 1])
    """
    known = _Pieces()
    look = known.__getitem__
    found, ends, parts = array("i"), array("q"), []
    for text in texts:
        found.extend(map(look, tokenizer.pieces(text)))
        ends.append(len(found))
        if len(found) > CHUNK:
            parts.append(_expand(found, ends, known))
            found, ends = array("i"), array("q")
    parts.append(_expand(found, ends, known))
    return list(known.forms), Tokens(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def _expand(found: array[int], ends: array[int], known: _Pieces) -> Tokens:
    """The tokens of a run of whole documents: breaks become gaps, possessives tokens of their own."""
    pieces = np.array(found, dtype=np.int32)
    first = np.array(known.first, dtype=np.int32)[pieces]
    second = np.array(known.second, dtype=np.int32)[pieces]
    size = (first >= 0).astype(np.int64) + (second >= 0)
    after = np.cumsum(size)
    total = int(after[-1]) if len(after) else 0
    printed, gaps = np.empty(total, np.int32), np.zeros(total, np.uint8)
    words = first >= 0
    heads = (after - size)[words]
    printed[heads] = first[words]
    printed[after[second >= 0] - 1] = second[second >= 0]
    gaps[heads] = np.append(False, ~words)[:-1][words]
    stops = np.append(0, after)[np.array(ends, dtype=np.int64)]
    lengths = np.diff(stops, prepend=0)
    gaps[(stops - lengths)[lengths > 0]] = 2
    return Tokens(printed, gaps, lengths)


def rank(forms: Sequence[str], counts: Integers) -> tuple[tuple[str, ...], Integers, tuple[str, ...], Integers]:
    """The forms that occur, their types' numbers, the types by frequency, and the new number of each old form.

    Examples
    --------
    >>> kept, type_of, types, number = rank(["more", "Aid", "aid"], np.array([1, 1, 2]))
    >>> kept, type_of.tolist(), types, number.tolist()
    (('Aid', 'aid', 'more'), [0, 0, 1], ('aid', 'more'), [2, 0, 1])
    """
    totals: dict[str, int] = {}
    occurring = [(number, tokenizer.fold(forms[number])) for number in np.flatnonzero(counts).tolist()]
    for number, name in occurring:
        totals[name] = totals.get(name, 0) + int(counts[number])
    types = tuple(sorted(totals, key=lambda name: (-totals[name], name)))
    places = {name: place for place, name in enumerate(types)}
    order = sorted((places[name], forms[number], number) for number, name in occurring)
    renumbered = np.full(len(forms), -1, dtype=np.int32)
    renumbered[[number for _, _, number in order]] = np.arange(len(order))
    return tuple(form for _, form, _ in order), np.array([place for place, _, _ in order], np.int32), types, renumbered


def invert(numbers: Integers, kinds: int) -> tuple[Integers, Integers]:
    """The positions of all numbers ordered by number, and where each number's positions start.

    Examples
    --------
    >>> positions, starts = invert(np.array([1, 0, 1]), 2)
    >>> positions.tolist(), starts.tolist()
    ([1, 0, 2], [0, 1, 3])
    """
    from scipy import sparse

    # A matrix with one entry a token, turned from columns to rows, is a counting sort: linear and stable.
    count = len(numbers)
    size = np.int32 if count < np.iinfo(np.int32).max else np.int64
    entries = (np.ones(count, np.int8), numbers.astype(size), np.arange(count + 1, dtype=size))
    turned = sparse.csc_matrix(entries, shape=(kinds, count)).tocsr()  # type: ignore[arg-type]
    return turned.indices, turned.indptr.astype(np.int64)
