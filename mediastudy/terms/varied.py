"""How varied the words of running texts are: types by tokens, MATTR, MTLD and HD-D, one value per text.

Each measure is a loop over tokens that takes lists or arrays: plain Python runs it on small texts, and on large ones
it is compiled. A loop writes one value per text into ``found``; ``state`` holds a zero for every type.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import FEW, compiled

Numbers = NDArray[np.float64]
Loop = Any


@dataclass(frozen=True, eq=False)
class Texts:
    """Texts one after another.

    Attributes
    ----------
    types : the number of the type of each running token
    edges : where each text begins, and the end
    """

    types: NDArray[np.integer]
    edges: NDArray[np.integer]


def distinct(texts: Texts) -> Numbers:
    """The number of types of each text.

    Examples
    --------
    >>> distinct(Texts(np.array([0, 1, 0, 0]), np.array([0, 3, 4]))).tolist()
    [2.0, 1.0]
    """
    return _run(count_types, texts, 0)


def mattr(texts: Texts, *, window: int) -> Numbers:
    """The mean of types by tokens over every window of so many tokens; missing if the text is shorter.

    References
    ----------
    Covington, M. A. and McFall, J. D. (2010). Cutting the Gordian knot: The moving-average type-token ratio (MATTR).
    Journal of Quantitative Linguistics 17(2), 94-100.

    Examples
    --------
    >>> mattr(Texts(np.array([0, 0, 1]), np.array([0, 3])), window=2).tolist()
    [0.75]
    """
    return _run(average_windows, texts, window)


def mtld(texts: Texts, *, threshold: float) -> Numbers:
    """The measure of textual lexical diversity; missing if no type comes twice.

    A factor ends where types by tokens since the last factor have come down to the threshold; what then remains of the
    text counts as (1 - its types by tokens) / (1 - threshold) of a factor. MTLD is tokens by factors, the mean of a
    pass forward and one backward.

    References
    ----------
    McCarthy, P. M. and Jarvis, S. (2010). MTLD, vocd-D, and HD-D: A validation study of sophisticated approaches to
    lexical diversity assessment. Behavior Research Methods 42(2), 381-392.

    Examples
    --------
    >>> mtld(Texts(np.array([0, 0, 0, 1]), np.array([0, 4])), threshold=0.72).tolist()
    [4.0]
    """
    backward = Texts(texts.types[::-1], len(texts.types) - texts.edges[::-1])
    passes = np.array([_run(count_factors, texts, threshold), _run(count_factors, backward, threshold)[::-1]])
    passes[passes == 0] = np.nan
    return np.asarray((np.diff(texts.edges) / passes).mean(axis=0))


def hdd(texts: Texts, *, draws: int) -> Numbers:
    """The types expected in a sample drawn without replacement, by its tokens; missing if the text is shorter.

    It is the sum over types of (1 - hypergeometric probability of drawing none) / draws, hence between 0 and 1.

    References
    ----------
    McCarthy, P. M. and Jarvis, S. (2007). vocd: A theoretical and empirical evaluation. Language Testing 24(4),
    459-488.

    Examples
    --------
    >>> hdd(Texts(np.array([0, 0, 1]), np.array([0, 3])), draws=2).round(4).tolist()
    [0.8333]
    """
    return _run(draw_samples, texts, draws)


def count_types(types: Any, edges: Any, _: int, state: Any, found: Any) -> None:
    """The loop of :func:`distinct`."""
    for text in range(len(edges) - 1):
        count = 0
        for place in range(edges[text], edges[text + 1]):
            kind = types[place]
            if state[kind] != text + 1:
                state[kind] = text + 1
                count += 1
        found[text] = count


def average_windows(types: Any, edges: Any, window: int, state: Any, found: Any) -> None:
    """The loop of :func:`mattr`, which adds up in how many windows each token is the first of its type."""
    for text in range(len(edges) - 1):
        begin, end = edges[text], edges[text + 1]
        windows = end - begin - window + 1
        total = 0
        for place in range(begin, end):
            kind = types[place]
            # Such windows begin after the token of the type before, reach this token, and end within the text.
            total += max(min(place, end - window) - max(state[kind] - 1, place - window, begin - 1), 0)
            state[kind] = place + 1
        found[text] = total / windows / window if windows > 0 else np.nan


def count_factors(types: Any, edges: Any, threshold: float, state: Any, found: Any) -> None:
    """The loop of :func:`mtld`, in one direction: the number of factors."""
    stamp = 0
    for text in range(len(edges) - 1):
        stamp += 1
        tokens, kinds, count = 0, 0, 0.0
        for place in range(edges[text], edges[text + 1]):
            kind = types[place]
            tokens += 1
            if state[kind] != stamp:
                state[kind] = stamp
                kinds += 1
            if kinds / tokens <= threshold:
                count += 1
                stamp += 1
                tokens, kinds = 0, 0
        if tokens:
            count += (1 - kinds / tokens) / (1 - threshold)
        found[text] = count


def draw_samples(types: Any, edges: Any, draws: int, state: Any, found: Any) -> None:
    """The loop of :func:`hdd`."""
    for text in range(len(edges) - 1):
        begin, end = edges[text], edges[text + 1]
        for place in range(begin, end):
            state[types[place]] += 1
        total = 0.0
        for place in range(begin, end):
            count = state[types[place]]
            state[types[place]] = 0
            # The probability is symmetric in count and draws, so the product runs over the smaller.
            none = 1.0
            for step in range(min(count, draws)):
                none *= max(end - begin - max(count, draws) - step, 0) / (end - begin - step)
            total += 1 - none
        found[text] = total / draws if end - begin >= draws else np.nan


def _run(loop: Loop, texts: Texts, option: float) -> Numbers:
    """The values of a loop, by plain Python or compiled."""
    types, edges = texts.types, texts.edges
    found, size = np.zeros(len(edges) - 1), int(types.max(initial=-1)) + 1
    if len(types) <= FEW:
        listed: list[float] = found.tolist()
        loop(types.tolist(), edges.tolist(), option, [0] * size, listed)
        return np.array(listed, dtype=float)
    _quick(loop)(np.ascontiguousarray(types), np.ascontiguousarray(edges), option, np.zeros(size, np.int64), found)
    return found


_quick = functools.cache(compiled)
