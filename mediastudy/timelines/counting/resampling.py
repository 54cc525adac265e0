"""Intervals of rates by a bootstrap that draws whole clusters anew, whatever the order of the documents.

Each cluster is drawn a Poisson(1) number of times in each replicate. The number depends on the cluster's id and the
replicate alone, so that neither the order of documents nor the rest of the corpus changes what is drawn.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.timelines.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]
Keys = NDArray[np.uint64]

REPLICATES: Final = 1_000
# Clusters drawn at once, which bounds the memory that a large cell needs.
_BLOCK: Final = 2_048
# Four numbers of sixteen bits are had of one hash.
_PER_HASH: Final = 4
_STEPS: Final = 1 << 16
# What rounding may leave of squares that are none, as of a single cluster.
_NOTHING: Final = 1e-12
_Z: Final = 1.959963984540054


class Drawn(NamedTuple):
    """Clusters in order of their cells, as they are drawn.

    Attributes
    ----------
    keys : a number for each cluster that depends on its id alone
    cell : its cell, ascending
    exposure : what its hits are divided by; zero where that of the cells is known
    total : the exposure of each cell
    """

    keys: Keys
    cell: Integers
    exposure: Numbers
    total: Numbers


def weights(keys: Keys, replicates: int) -> NDArray[np.uint8]:
    """How often each cluster is drawn in each replicate: Poisson(1) numbers, clusters in rows.

    References
    ----------
    Steele, G. L., Lea, D. and Flood, C. H. (2014). Fast splittable pseudorandom number generators. OOPSLA '14, 453-472
    (the mixing function).
    Chamandy, N., Muralidharan, O., Najmi, A. and Naidu, S. (2012). Estimating uncertainty for massive data streams.
    Google technical report (Poisson bootstrap with seeds of the units).

    Examples
    --------
    >>> keys = np.array([7, 9], dtype=np.uint64)
    >>> bool((weights(keys, 5)[1] == weights(keys[1:], 8)[0, :5]).all())
    True
    """
    steps = np.arange(1, -(-replicates // _PER_HASH) + 1, dtype=np.uint64)
    mixed = _mixed(_mixed(keys)[:, None] + steps * np.uint64(0x9E3779B97F4A7C15))
    parts = mixed.astype("<u8", copy=False).view("<u2")
    return _poisson().take(parts)[:, :replicates]


def resampled(drawn: Drawn, hits: Integers, effect: Numbers, *, replicates: int = REPLICATES) -> Interval:
    """The 95 % intervals of the rates of several phrases by the bootstrap, phrases in rows and cells in columns.

    Plain percentiles fall short where few stories with a hit stand behind a rate: the replicates spread too little
    and are less skewed than they should be. They are therefore taken on the scale of the square root, spread by
    √(φ/φ₀) with φ the design effect as drawn to the series and φ₀ that of the replicates, and read at the levels
    Φ(a + (a + z)/(1 - a(a + z))) for z = ∓1.96, where a = Σu³ / 6(Σu²)^1.5 with u = h - rn is the acceleration.

    Parameters
    ----------
    drawn : the clusters
    hits : of each phrase (row) in each cluster (column)
    effect : the design effect of each phrase (row) in each cell (column)
    replicates : how often clusters are drawn anew

    Returns
    -------
    Interval
        Both ends; NaN where there is nothing to draw: no hit, or one cluster alone.

    References
    ----------
    Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association 82(397),
    171-185 (acceleration).
    Hanley, J. A. and MacGibbon, B. (2006). Creating non-parametric bootstrap samples using Poisson frequencies.
    Computer Methods and Programs in Biomedicine 83(1), 57-62.

    Examples
    --------
    >>> keys, ones = np.arange(40, dtype=np.uint64), np.ones(40)
    >>> drawn = Drawn(keys, np.zeros(40, dtype=np.int64), ones, np.array([40.0]))
    >>> low, high = resampled(drawn, np.array([[1, 0, 0, 0] * 10]), np.array([[1.0]]))
    >>> bool(0.1 < low[0, 0] < 0.25 < high[0, 0] < 0.5)
    True
    """
    ends = np.full((2, *effect.shape), np.nan)
    for cell, run in _runs(drawn, hits):
        found, sizes = hits[:, run].astype(float), drawn.exposure[run]
        rate = found.sum(axis=1) / drawn.total[cell]
        # In order of size, so that sums do not depend on the order of the clusters.
        off = np.sort(found - rate[:, None] * sizes, axis=1)
        square = (off**2).sum(axis=1)
        rows = np.flatnonzero((rate > 0) & (square > _NOTHING * (found**2).sum(axis=1)))
        if not len(rows):
            continue
        found, rate, off, square = found[rows], rate[rows], off[rows], square[rows]
        stretch = np.sqrt(effect[rows, cell] * found.sum(axis=1) / square)
        skew = (off**3).sum(axis=1) / (6 * square**1.5)
        again = _rates(drawn, cell, run, found, replicates)
        ends[:, rows, cell] = _read(again, rate, stretch, skew)
    return Interval(ends[0], ends[1])


def _runs(drawn: Drawn, hits: Integers) -> Iterator[tuple[int, slice]]:
    """Each cell in which a phrase has a hit, with the run of its clusters."""
    for cell in np.unique(drawn.cell[hits.any(axis=0)]).tolist():
        first, last = np.searchsorted(drawn.cell, [cell, cell + 1]).tolist()
        yield cell, slice(first, last)


def _rates(drawn: Drawn, cell: int, run: slice, hits: Numbers, replicates: int) -> Numbers:
    """The rates of the phrases in rows in each replicate; a replicate that draws no cluster repeats what was observed.

    All sums are of whole numbers, and do not depend on the order of the clusters.
    """
    sizes, keys = drawn.exposure[run], drawn.keys[run]
    sums, divided = np.zeros((len(hits), replicates)), np.zeros(replicates)
    with_hit = (hits > 0).max(axis=0)
    for first in range(0, len(keys), _BLOCK):
        block = slice(first, first + _BLOCK)
        often, holds = weights(keys[block], replicates), with_hit[block]
        divided += sizes[block] @ often.astype(float)
        # Few clusters have a hit, and the others add nothing.
        sums += hits[:, block][:, holds] @ often[holds].astype(float)
    if not sizes.any():
        divided += drawn.total[cell]
    observed = np.repeat(hits.sum(axis=1)[:, None] / drawn.total[cell], replicates, axis=1)
    return np.asarray(np.divide(sums, divided, out=observed, where=divided > 0), dtype=float)


def _read(again: Numbers, rate: Numbers, stretch: Numbers, skew: Numbers) -> Numbers:
    """The ends of the intervals of the phrases in rows, from their rates in each replicate."""
    from scipy import special

    root = np.sqrt(rate)[:, None]
    spread = np.sort(root + stretch[:, None] * (np.sqrt(again) - root), axis=1)
    ends = []
    for z, towards in ((-_Z, np.floor), (_Z, np.ceil)):
        level = special.ndtr(skew + (skew + z) / (1 - skew * (skew + z)))
        place = np.clip(towards(level * (spread.shape[1] + 1)) - 1, 0, spread.shape[1] - 1).astype(np.int64)
        ends.append(np.maximum(spread[np.arange(len(rate)), place], 0.0) ** 2)
    return np.array([np.minimum(ends[0], rate), np.maximum(ends[1], rate)])


def _mixed(numbers: Keys) -> Keys:
    """Numbers whose bits are mixed so that each depends on all of those that came in."""
    once = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    twice = (once ^ (once >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return twice ^ (twice >> np.uint64(31))


@functools.cache
def _poisson() -> NDArray[np.uint8]:
    """The Poisson(1) number that stands at each of as many equal steps of probability."""
    chances = np.cumsum([math.exp(-1) / math.factorial(number) for number in range(12)])
    return np.searchsorted(chances, (np.arange(_STEPS) + 0.5) / _STEPS).astype(np.uint8)
