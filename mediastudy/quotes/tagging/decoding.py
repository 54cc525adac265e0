"""Scores of tags to the likeliest sequence and to the probability of each tag, by a linear-chain random field.

References
----------
Lafferty, J., McCallum, A. and Pereira, F. (2001). Conditional random fields. Proceedings of ICML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Numbers = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]


class Chain(NamedTuple):
    """Scores of a step from one tag (row) to the next (column), and of each tag at a window's first word."""

    steps: Numbers
    starts: Numbers


_TOGETHER: Final = 64


def decode(scores: Sequence[Numbers], chain: Chain) -> list[tuple[Integers, Numbers]]:
    """For each window, given as scores of shape (words, tags), its likeliest tags and the probabilities of all."""
    found: dict[int, tuple[Integers, Numbers]] = {}
    order = sorted(range(len(scores)), key=lambda place: len(scores[place]))
    for start in range(0, len(order), _TOGETHER):
        group = order[start : start + _TOGETHER]
        lengths = np.array([len(scores[place]) for place in group], dtype=np.int64)
        table = np.zeros((len(group), int(lengths.max()), len(chain.starts)), dtype=np.float32)
        for row, place in enumerate(group):
            table[row, : lengths[row]] = scores[place]
        paths, shares = likeliest(table, lengths, chain), probabilities(table, lengths, chain)
        found |= {place: (paths[row], shares[row, : lengths[row]]) for row, place in enumerate(group)}
    return [found[place] for place in range(len(scores))]


def likeliest(scores: Numbers, lengths: Integers, chain: Chain) -> list[Integers]:
    """The likeliest tags of each window, by Viterbi's algorithm; scores have shape (windows, words, tags)."""
    windows, words, _ = scores.shape
    if not words:
        return [np.zeros(0, dtype=np.int64) for _ in range(windows)]
    best = chain.starts + scores[:, 0]
    back = np.zeros(scores.shape, dtype=np.int64)
    last = best.copy()
    for word in range(1, words):
        through = best[:, :, None] + chain.steps
        back[:, word] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[:, word]
        ends = lengths == word + 1
        last[ends] = best[ends]
    return [_traced(back[row], last[row], int(length)) for row, length in enumerate(lengths)]


def _traced(back: Integers, last: Numbers, length: int) -> Integers:
    """The path that ends in the best of the last scores."""
    path = np.zeros(length, dtype=np.int64)
    if length:
        path[-1] = int(last.argmax())
        for word in range(length - 1, 0, -1):
            path[word - 1] = back[word, path[word]]
    return path


def probabilities(scores: Numbers, lengths: Integers, chain: Chain) -> Numbers:
    """The probability of each tag at each word, by the forward and the backward pass; zero beyond a window's end."""
    windows, words, tags = scores.shape
    real = np.arange(words)[None] < lengths[:, None]
    ahead = np.zeros((windows, words, tags), dtype=np.float32)
    behind = np.zeros_like(ahead)
    if not words:
        return ahead
    ahead[:, 0] = chain.starts + scores[:, 0]
    for word in range(1, words):
        ahead[:, word] = _summed(ahead[:, word - 1, :, None] + chain.steps, axis=1) + scores[:, word]
    for word in range(words - 2, -1, -1):
        onward = _summed(chain.steps + (scores[:, word + 1] + behind[:, word + 1])[:, None, :], axis=2)
        behind[:, word] = np.where(real[:, word + 1, None], onward, 0.0)
    joint = ahead + behind
    joint -= joint.max(axis=2, keepdims=True)
    share = np.exp(joint)
    share /= share.sum(axis=2, keepdims=True)
    return np.where(real[:, :, None], share, 0.0).astype(np.float32)


def _summed(values: Numbers, axis: int) -> Numbers:
    """The logarithm of the sum of exponentials along an axis."""
    top = values.max(axis=axis, keepdims=True)
    total: Numbers = np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)
    return total
