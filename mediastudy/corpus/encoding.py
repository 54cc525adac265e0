"""Texts to numbered tokens, and numbered tokens to a ranked vocabulary and an inverted list."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import loop
from mediastudy.corpus import tokenizer
from mediastudy.corpus.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Bytes of text up to which the plain tokenizer is done before the compiled one is ready.
FEW: Final = 1_000_000
# Bytes of text taken at a time.
BATCH: Final = 1_000_000

# A gap of this many characters or more is kept in the list of far gaps.
FAR: Final = 255

Integers = NDArray[np.integer]


class Tokens(NamedTuple):
    """Tokens of some texts, numbered by printed form.

    Attributes
    ----------
    printed : the number of each token's form
    gaps : what stands before each token: 0 white space, hyphens or nothing, 1 other marks, 2 the text's beginning
    skips : how many characters stand there, 255 for as many or more
    lengths : the number of tokens of each text
    han : how many of them are Han characters
    far : position and size of each gap of 255 characters or more, shape (gaps, 2)
    """

    printed: Integers
    gaps: NDArray[np.uint8]
    skips: NDArray[np.uint8]
    lengths: Integers
    han: Integers
    far: Integers


class Ranking(NamedTuple):
    """The forms that occur by type and spelling, the types by frequency, and the way from the old numbers.

    Attributes
    ----------
    forms, types : the words
    type_of : the type of each form, ascending
    renumbered : the new number of each old form, -1 if it does not occur
    """

    forms: Words
    types: Words
    type_of: Integers
    renumbered: Integers


def encode(texts: Words, *, each: Callable[[int], object] | None = None) -> tuple[Words, Tokens]:
    """The printed forms of the texts by number, and the texts as numbered tokens; ``each`` is told of texts done.

    Examples
    --------
    >>> forms, tokens = encode(Words.of(["Oru's aid, Oru"]))
    >>> forms.listed, tokens.printed.tolist(), tokens.gaps.tolist(), tokens.skips.tolist()
    (('Oru', "'s", 'aid'), [0, 1, 2, 0], [2, 0, 0, 1], [0, 0, 1, 2])
    """
    if int(texts.offsets[-1] - texts.offsets[0]) <= FEW:
        forms, tokens = plain(texts.listed)
        if each:
            each(len(texts))
        return forms, tokens
    from mediastudy.corpus.scanning import Scanner

    # Room for the most tokens there can be: memory is not taken before it is written to, and nothing moves afterwards.
    room = int(texts.offsets[-1] - texts.offsets[0]) // 2 + len(texts) + 1
    printed, gaps, skips = np.empty(room, np.int32), np.empty(room, np.uint8), np.empty(room, np.uint8)
    scanner, place, rest = Scanner(), 0, []
    for batch in batches(texts):
        tokens = Tokens(*scanner.scan(batch))
        end = place + len(tokens.printed)
        printed[place:end], gaps[place:end], skips[place:end] = tokens.printed, tokens.gaps, tokens.skips
        rest.append((tokens.lengths, tokens.han, tokens.far + np.array([place, 0])))
        place = end
        if each:
            each(len(batch))
    lengths, han, far = (np.concatenate(column) for column in zip(*rest, strict=True))
    return scanner.vocabulary.words(), Tokens(printed[:place], gaps[:place], skips[:place], lengths, han, far)


def batches(texts: Words) -> Iterator[Words]:
    """The texts in runs of some megabytes, on the same memory.

    Examples
    --------
    >>> [batch.listed for batch in batches(Words.of(["aid", "more"]))]
    [('aid', 'more')]
    """
    first = 0
    while first < len(texts):
        reach = np.searchsorted(texts.offsets, texts.offsets[first] + BATCH, side="right") - 1
        last = min(max(int(reach), first + 1), len(texts))
        yield Words(texts.letters, texts.offsets[first : last + 1])
        first = last


def joined(parts: list[Tokens]) -> Tokens:
    """The tokens of several runs of texts as those of one.

    Examples
    --------
    >>> run = plain(["Aid"])[1]
    >>> joined([run, run]).lengths.tolist()
    [1, 1]
    """
    before = np.cumsum([0, *(len(part.printed) for part in parts[:-1])])
    far = [part.far + np.array([start, 0]) for part, start in zip(parts, before, strict=True)]
    printed, gaps, skips, lengths, han = (np.concatenate(column) for column in list(zip(*parts, strict=True))[:5])
    return Tokens(printed, gaps, skips, lengths, han, np.concatenate(far))


def plain(texts: tuple[str, ...] | list[str]) -> tuple[Words, Tokens]:
    """What :func:`encode` returns, by the tokenizer's own patterns.

    Examples
    --------
    >>> plain(["支援"])[1].han.tolist()
    [2]
    """
    numbers: dict[str, int] = {}
    printed, gaps, skips = array("i"), bytearray(), bytearray()
    lengths, han, far = [], [], []
    for text in texts:
        before, place, count = len(printed), 0, 0
        for start, end in tokenizer.spans(text):
            form, skip = text[start:end], start - place
            first = len(printed) == before
            gaps.append(2 if first else int(tokenizer.is_broken(text[place:start])))
            skips.append(min(skip, FAR))
            if skip >= FAR:
                far.append((len(printed), skip))
            printed.append(numbers.setdefault(form, len(numbers)))
            count += tokenizer.is_han(form)
            place = end
        lengths.append(len(printed) - before)
        han.append(count)
    tokens = Tokens(
        np.array(printed, np.int32),
        np.frombuffer(bytes(gaps), np.uint8),
        np.frombuffer(bytes(skips), np.uint8),
        np.array(lengths, np.int64),
        np.array(han, np.int32),
        np.array(far, np.int64).reshape(-1, 2),
    )
    return Words.of(list(numbers)), tokens


def rank(forms: Words, counts: Integers) -> Ranking:
    """The ranking of forms with their numbers of tokens.

    Examples
    --------
    >>> ranking = rank(Words.of(["more", "Aid", "aid"]), np.array([1, 1, 2]))
    >>> ranking.forms.listed, ranking.type_of.tolist(), ranking.types.listed, ranking.renumbered.tolist()
    (('Aid', 'aid', 'more'), [0, 0, 1], ('aid', 'more'), [2, 0, 1])
    """
    occurring = np.flatnonzero(counts)
    kept = forms if len(occurring) == len(forms) else forms.take(occurring)
    coded = folded(kept).dictionary_encode()
    names, codes = Words.from_arrow(coded.dictionary), coded.indices.to_numpy().astype(np.int64)
    totals = np.bincount(codes, weights=counts[occurring], minlength=len(names)).astype(np.int64)
    order = names.spelling[np.argsort(-totals[names.spelling], kind="stable")]
    places = np.empty(len(names), dtype=np.int32)
    places[order] = np.arange(len(names))
    type_of = places[codes]
    by_type = kept.spelling[np.argsort(type_of[kept.spelling], kind="stable")]
    renumbered = np.full(len(forms), -1, dtype=np.int32)
    renumbered[occurring[by_type]] = np.arange(len(kept))
    return Ranking(kept.take(by_type), names.take(order), type_of[by_type], renumbered)


def folded(forms: Words) -> Any:
    """The type of each form, as an Arrow array.

    Examples
    --------
    >>> folded(Words.of(["AID", "Straße"])).to_pylist()
    ['aid', 'strasse']
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    ascii_only = pc.string_is_ascii(forms.array)
    others = [tokenizer.fold(form) for form in forms.array.filter(pc.invert(ascii_only)).to_pylist()]
    lower = pc.ascii_lower(forms.array)
    return pc.replace_with_mask(lower, pc.invert(ascii_only), pa.array(others, pa.large_string())) if others else lower


def invert(printed: Integers, type_of: Integers, starts: Integers, positions: Integers) -> Integers:
    """The array ``positions``, filled with the positions of all tokens ordered by type, ascending within each.

    ``printed`` holds each token's form, ``type_of`` each form's type, ``starts`` where each type's positions begin.

    Examples
    --------
    >>> invert(np.array([1, 0, 1]), np.array([0, 1]), np.array([0, 1, 3]), np.zeros(3, np.int32)).tolist()
    [1, 0, 2]
    """
    _place(printed, type_of, starts.copy(), positions)
    return positions


@loop
def _place(printed: Any, type_of: Any, free: Any, positions: Any) -> None:
    """Write each position where its type's next one belongs."""
    for position in range(len(printed)):
        kind = type_of[printed[position]]
        positions[free[kind]] = position
        free[kind] += 1


def form_counts(printed: Integers, size: int) -> Integers:
    """The number of tokens of each form.

    Examples
    --------
    >>> form_counts(np.array([0, 2, 0]), 3).tolist()
    [2, 0, 1]
    """
    counts = np.zeros(size, dtype=np.int64)
    _count(printed, counts)
    return counts


@loop
def _count(printed: Any, counts: Any) -> None:
    """Count in place."""
    for position in range(len(printed)):
        counts[printed[position]] += 1


def renumber(printed: Integers, renumbered: Integers) -> Integers:
    """The tokens themselves, with new numbers of forms written over the old ones.

    Examples
    --------
    >>> renumber(np.array([0, 1, 0]), np.array([1, 0])).tolist()
    [1, 0, 1]
    """
    _renumber(printed, renumbered)
    return printed


@loop
def _renumber(printed: Any, renumbered: Any) -> None:
    """Replace in place."""
    for position in range(len(printed)):
        printed[position] = renumbered[printed[position]]
