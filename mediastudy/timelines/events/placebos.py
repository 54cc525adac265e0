"""Placebo dates: where in a series nothing happened, but might have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]


def placebo_starts(months: Integers, held: list[tuple[int, int]], place: int, window: int) -> Integers:
    """The periods at which the placebo dates of an event begin, from the event outwards.

    ``months`` has the month of the year in which each period of the series begins, ``held`` the first period of each
    event and the first one after it, and ``place`` says which event is meant. A date begins in the event's month, has
    whole windows on both sides of as many periods as the event holds, none of them an event's, and lies at least a
    window from the placebo date before it.

    Examples
    --------
    >>> placebo_starts(np.ones(12, dtype=np.int64), [(5, 6)], 0, 2).tolist()
    [2, 8]
    """
    start, end = held[place]
    length = end - start
    if start >= len(months):
        return np.empty(0, dtype=np.int64)
    candidates = np.arange(window, len(months) - length - window + 1)
    free = months[np.minimum(candidates, len(months) - 1)] == months[start]
    for begun, over in held:
        free &= ~((candidates - window < over) & (begun < candidates + length + window))
    candidates = candidates[free]
    earlier, later = candidates[candidates < start][::-1], candidates[candidates > start]
    return np.concatenate([_apart(earlier, window), _apart(later, window)])


def _apart(candidates: Integers, window: int) -> Integers:
    """The candidates, in order of their distance from the event, that lie at least a window from the one before."""
    kept: list[int] = []
    for candidate in candidates.tolist():
        if not kept or abs(candidate - kept[-1]) >= window:
            kept.append(candidate)
    return np.array(kept, dtype=np.int64)
