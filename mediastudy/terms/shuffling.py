"""Labels of stories drawn at random: which stories are the target's, had chance decided, group by group."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.terms.labels import DRAW, WORDS, Words, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

Integers = NDArray[np.integer]

# Binary digits of the chance with which stories are labelled before each permutation's number of labels is put right.
_DIGITS: Final = 8
# Stories that are tried at a time to put it right.
_TRIES: Final = 16


@dataclass(frozen=True, eq=False)
class Groups:
    """Groups of stories whose labels are shuffled, each group's stories one after the other.

    Attributes
    ----------
    sizes : the stories of each group
    targets : how many of them are the target's
    """

    sizes: Integers
    targets: Integers


def draws(groups: Groups, *, seed: int) -> Iterator[Words]:
    """Endless draws of 256 permutations each, as :func:`draw` makes them; each draw depends on its number alone.

    Examples
    --------
    >>> first = next(draws(Groups(np.array([3]), np.array([1])), seed=1))
    >>> unpacked(first).sum(axis=0)[:5].tolist()
    [1, 1, 1, 1, 1]
    """
    for number in itertools.count():
        yield draw(groups, np.random.Generator(np.random.SFC64([seed, number])))


def draw(groups: Groups, rng: np.random.Generator) -> Words:
    """The labels of 256 independent permutations, every one of a group's equally likely.

    Each story is labelled with a chance a little below its group's share of target stories; then stories drawn at
    random get or lose their label until each group has its number in each permutation. Neither step prefers a story, so
    that all choices of as many stories are equally likely; it takes far fewer random numbers than shuffling.

    Examples
    --------
    >>> words = draw(Groups(np.array([2, 3]), np.array([1, 2])), np.random.default_rng(1))
    >>> set(map(tuple, np.add.reduceat(unpacked(words), [0, 2], axis=0).T.tolist()))
    {(1, 2)}
    """
    words = _scattered(groups, rng)
    starts = np.cumsum(groups.sizes) - groups.sizes
    wanted = groups.targets[:, None] - _by_group(words, starts)
    group, column = np.nonzero(wanted)
    lacking = wanted[group, column]
    while len(group):
        chance = rng.random((len(group), _TRIES))
        story = starts[group, None] + (chance * groups.sizes[group, None]).astype(np.int64)
        turned = _turned(words, story, column, lacking)
        cell, attempt = np.nonzero(turned)
        bits = np.uint64(1) << (column[cell] % 64).astype(np.uint64)
        np.bitwise_xor.at(words, (story[cell, attempt], column[cell] // 64), bits)
        lacking = lacking - np.sign(lacking) * turned.sum(axis=1)
        left = lacking != 0
        group, column, lacking = group[left], column[left], lacking[left]
    return words


def _turned(words: Words, story: Integers, column: Integers, lacking: Integers) -> NDArray[np.bool_]:
    """Which of the stories tried, one after the other, change their label, until none is lacking."""
    word, bit = (column // 64)[:, None], (column % 64).astype(np.uint64)[:, None]
    labelled = (words[story, word] >> bit & np.uint64(1)).astype(bool)
    # A story tried before has changed already, or did not need to.
    order = np.argsort(story, axis=1, kind="stable")
    ascending = np.take_along_axis(story, order, axis=1)
    again = np.zeros(story.shape, dtype=bool)
    np.put_along_axis(again, order[:, 1:], ascending[:, 1:] == ascending[:, :-1], axis=1)
    fitting = (labelled == (lacking < 0)[:, None]) & ~again
    return np.asarray(fitting & (np.cumsum(fitting, axis=1) <= np.abs(lacking)[:, None]))


def _scattered(groups: Groups, rng: np.random.Generator) -> Words:
    """Labels that stories get independently, with the share of their group in so many binary digits."""
    chance = np.repeat(groups.targets * 2**_DIGITS // groups.sizes, groups.sizes).astype(np.uint64)
    words = np.zeros((len(chance), WORDS), np.uint64)
    for digit in range(_DIGITS):
        # A random bit halves the chance so far; where the digit is 1, it adds a half.
        on = (np.uint64(0) - (chance >> np.uint64(digit) & np.uint64(1)))[:, None]
        if on.any() or words.any():
            random = rng.bit_generator.random_raw(words.size).reshape(words.shape)
            words = (random & (words | on)) | (words & on)
    return words


def _by_group(words: Words, starts: Integers) -> Integers:
    """The labelled stories of each group in each permutation."""
    ends = [*starts[1:].tolist(), len(words)]
    sums = np.zeros((len(starts), DRAW), np.int64)
    # Unpacked labels take eight times the memory of words, so that large groups are taken in pieces.
    for place, (start, end) in enumerate(zip(starts.tolist(), ends, strict=True)):
        for piece in range(start, end, 65_536):
            sums[place] += unpacked(words[piece : min(piece + 65_536, end)]).sum(axis=0, dtype=np.int64)
    return sums
