"""From the words of a query to the printed forms of an index that they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus import tokenizer
from mediastudy.corpus.lexer import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mediastudy.corpus.index import TokenIndex
    from mediastudy.corpus.syntax import Word

Integers = NDArray[np.integer]


class Entry(NamedTuple):
    """What may stand at one place of a phrase.

    Attributes
    ----------
    forms : ranges of numbers of printed forms, one a row: the first and the one after the last; ascending, apart
    types : the numbers of the types of these forms, ascending
    whole : whether the types have no other forms
    tokens : the number of tokens of the types
    """

    forms: Integers
    types: Integers
    whole: bool
    tokens: int


def look_up(index: TokenIndex, words: Iterable[Word]) -> Entry:
    """The forms of an index that at least one of the words stands for.

    Examples
    --------
    >>> from mediastudy.corpus import TokenIndex
    >>> from mediastudy.corpus.syntax import Word
    >>> index = TokenIndex.build(["Aid for aid, Aids"])
    >>> entry = look_up(index, [Word("aid*", wild=True)])
    >>> [index.forms[low:high] for low, high in entry.forms], entry.tokens
    ([('Aid', 'aid', 'Aids')], 3)
    """
    listed = list(words)
    if len(listed) == 1 and not listed[0].wild and not listed[0].exact:
        return _word(index, listed[0].name)
    ranges = np.concatenate([_ranges(index, word) for word in listed])
    forms = _apart(ranges[np.lexsort((ranges[:, 1], ranges[:, 0]))]).astype(index.printed.dtype)
    first, last = index.type_of[forms[:, 0]], index.type_of[forms[:, 1] - 1]
    types = np.unique(_spread(first.astype(np.int64), last.astype(np.int64) + 1))
    whole = len(_spread(*_forms_of(index, types).T)) == len(_spread(*forms.T.astype(np.int64)))
    return Entry(forms, types, whole, int((index.starts[types + 1] - index.starts[types]).sum()))


def _word(index: TokenIndex, name: str) -> Entry:
    """The forms of one word alone, in any case."""
    number = index.type_numbers.get(tokenizer.fold(name))
    if number is None:
        return Entry(np.empty((0, 2), index.printed.dtype), np.empty(0, np.int64), whole=True, tokens=0)
    forms = np.array([index.forms_of(number)], dtype=index.printed.dtype)
    tokens = int(index.starts[number + 1] - index.starts[number])
    return Entry(forms, np.array([number]), whole=True, tokens=tokens)


def positions(index: TokenIndex, entry: Entry) -> Integers:
    """Where in the index one of the entry's forms stands, type by type.

    Examples
    --------
    >>> from mediastudy.corpus import TokenIndex
    >>> from mediastudy.corpus.syntax import Word
    >>> index = TokenIndex.build(["Aid for aid"])
    >>> positions(index, look_up(index, [Word("aid", exact=True)])).tolist()
    [2]
    """
    if len(entry.types) == 1:
        places = index.places(int(entry.types[0]))
    else:
        places = np.concatenate([np.empty(0, np.int64), *(index.places(int(number)) for number in entry.types)])
    return places if entry.whole else places[holds(entry, index.printed[places])]


def holds(entry: Entry, forms: Integers) -> NDArray[np.bool_]:
    """Which of the forms are the entry's.

    Examples
    --------
    >>> holds(Entry(np.array([[1, 3], [5, 6]]), np.array([1, 2]), True, 3), np.array([0, 1, 2, 3, 5])).tolist()
    [False, True, True, False, True]
    """
    if len(entry.forms) == 1:
        low, high = entry.forms[0]
        return np.asarray((forms >= low) & (forms < high))
    return np.asarray(np.searchsorted(entry.forms.ravel(), forms, side="right") % 2 == 1)


def _ranges(index: TokenIndex, word: Word) -> Integers:
    """The ranges of forms of one word, in any order."""
    if word.wild:
        # One letter can be two once it is folded (ß, ss), so that a ? of an exact word says nothing about its type.
        pieces = re.split(r"[*?]+", word.name)
        types = _matching(index, "*".join(map(tokenizer.fold, pieces)) if word.exact else word.name)
    else:
        number = index.type_numbers.get(tokenizer.fold(word.name))
        types = np.array([] if number is None else [number], dtype=np.int64)
    ranges = _forms_of(index, types)
    if not word.exact:
        return ranges
    printed = re.compile(_pattern(word.name))
    forms = [form for form in _spread(*ranges.T).tolist() if printed.fullmatch(plain(index.forms[form]))]
    return np.array([(form, form + 1) for form in forms], dtype=np.int64).reshape(-1, 2)


def _matching(index: TokenIndex, name: str) -> Integers:
    """The numbers of the types that a name with wildcards stands for.

    The list of all types is searched for the longest piece without wildcards, and what holds it is compared in full.
    """
    if not index.types:
        return np.empty(0, dtype=np.int64)
    piece = max(re.split(r"[*?]+", f"\n{name}\n"), key=len)
    places = [hit.start() for hit in re.finditer(re.escape(piece), index.type_list)]
    lines = (
        np.searchsorted(index.type_lines, np.array(places, dtype=np.int64) + piece.startswith("\n"), side="right") - 1
    )
    # The first and the last type have a line break on one side alone.
    likely = np.unique(np.concatenate([lines, [0, len(index.types) - 1]])).tolist()
    fits = re.compile(_pattern(name)).fullmatch
    return np.array([number for number in likely if fits(index.types[number])], dtype=np.int64)


def _pattern(name: str) -> str:
    """The regular expression of a name with wildcards."""
    signs = {"*": r"[^\n]*", "?": r"[^\n]"}
    return "".join(signs.get(sign) or re.escape(sign) for sign in name)


def _forms_of(index: TokenIndex, types: Integers) -> Integers:
    """The range of forms of each type: a type's forms are numbered in a row."""
    asked = np.stack([types, types + 1], axis=1).astype(index.type_of.dtype)
    return np.asarray(np.searchsorted(index.type_of, asked))


def _apart(ranges: Integers) -> Integers:
    """Ascending ranges with those that touch or overlap as one."""
    reached = np.maximum.accumulate(ranges[:, 1])
    begins = np.flatnonzero(np.append(True, ranges[1:, 0] > reached[:-1])[: len(ranges)])
    ends = np.append(begins[1:], len(ranges))[: len(begins)] - 1
    return np.stack([ranges[begins, 0], reached[ends]], axis=1)


def _spread(low: Integers, high: Integers) -> Integers:
    """All numbers of some ranges, one range after the other."""
    sizes = high - low
    return np.asarray(np.arange(sizes.sum()) + np.repeat(low - (np.cumsum(sizes) - sizes), sizes))
