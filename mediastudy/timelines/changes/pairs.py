"""One step or two that explain most of a series, among all places they may have."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import numpy as np

from mediastudy.compiling import compiled

if TYPE_CHECKING:
    from mediastudy.timelines.changes.segments import Numbers


def best_pairs(inner: Numbers, gram: Numbers, allowed: Any) -> tuple[Numbers, Numbers]:
    """The squares that the best step, and the best two, explain in every row.

    ``inner`` holds the products of a row with each step, ``gram`` those of steps with each other, ``allowed`` on its
    diagonal which steps there may be, and beside it which pairs.
    """
    rows, total = inner.shape
    single, double = np.zeros(rows), np.zeros(rows)
    weight = np.zeros((total, total))
    for first in range(total):
        for second in range(first + 1, total):
            if allowed[first, second]:
                weight[first, second] = 1.0 / (gram[first, first] * gram[second, second] - gram[first, second] ** 2)
    for row in range(rows):
        for first in range(total):
            if not allowed[first, first]:
                continue
            one = inner[row, first]
            gain = one * one / gram[first, first]
            single[row] = max(single[row], gain)
            top = double[row]
            for second in range(first + 1, total):
                if allowed[first, second]:
                    other = inner[row, second]
                    gain = (
                        one * one * gram[second, second]
                        - 2 * one * other * gram[first, second]
                        + other * other * gram[first, first]
                    ) * weight[first, second]
                    top = max(top, gain)
            double[row] = top
    return single, double


@functools.cache
def searched() -> Any:
    """The search for steps, compiled."""
    return compiled(best_pairs)
