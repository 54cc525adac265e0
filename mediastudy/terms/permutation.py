"""The permutation test of keywords: whole stories change sides, as often as each type's p needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.terms import contingency
from mediastudy.terms.labels import DRAW, labelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mediastudy.terms.labels import Words

Integers = NDArray[np.integer]
Numbers = NDArray[np.float64]

# Permutations that every type gets.
FIRST: Final = 4 * DRAW
# From then on a type is settled at so many exceedances: its p has a standard error of a tenth.
ENOUGH: Final = 100
# Permutations of what is not settled; more are made only where the adjusted p needs them.
USUAL: Final = 40 * DRAW
LEVEL: Final = 0.05
# G2 as large as observed to so many digits counts as equal.
_EQUAL: Final = 1e-9
# Types looked at together, which bounds the memory and changes no result.
_TOGETHER: Final = 4_096


@dataclass(frozen=True, eq=False)
class Trial:
    """What is permuted: stories that may change sides, beside all that stays.

    Attributes
    ----------
    counts : tokens of each type in each story that may change sides, a sparse matrix of types by stories in rows
    sizes : tokens of each of these stories, a sparse matrix of one row
    staying : tokens of each type in target stories that stay
    staying_tokens : all tokens of these stories
    target : tokens of each type in the target as observed
    frequency : tokens of each type in both corpora
    target_tokens, tokens : all tokens of the target as observed, and of both corpora
    """

    counts: Any
    sizes: Any
    staying: Integers
    staying_tokens: int
    target: Integers
    frequency: Integers
    target_tokens: int
    tokens: int

    def statistic(self, rows: Integers, target: Any, target_tokens: Any) -> Numbers:
        """The unsigned G2 of four cells of types with so many tokens in a target of so many tokens."""
        return np.abs(contingency.log_likelihood(target, target_tokens, self.frequency[rows], self.tokens))

    def threshold(self, rows: Integers) -> Numbers:
        """The G2 from which on a permutation counts."""
        return self.statistic(rows, self.target[rows], self.target_tokens) - _EQUAL


class Outcome(NamedTuple):
    """For each type, the permutations made, those with a G2 as large as observed, and p."""

    permutations: Integers
    exceedances: Integers
    p: Numbers


class _Bounds(NamedTuple):
    """For each type, frequencies in the target that surely are as extreme as observed, and those that may be.

    They hold for permutations whose target has between ``least`` and ``most`` tokens.
    """

    least: int
    most: int
    surely_low: Integers
    surely_high: Integers
    maybe_low: Integers
    maybe_high: Integers


def sequential(trial: Trial, draws: Iterable[Words], *, limit: int | None = None, enough: int = ENOUGH) -> Outcome:
    """Permute stories until each type's p is known well enough, or the limit is reached.

    Every type gets 1,024 permutations. Types with fewer than ``enough`` exceedances by then go on; one that reaches its
    last exceedance in permutation n stops there with p = enough / n (Besag and Clifford). All others have
    p = (exceedances + 1) / (permutations + 1). Without a limit, 10,240 permutations are made, and then as many more as
    it takes until the types without any exceedance could have q = .05 or there is none left; 20 for each type tested
    are always sufficient.

    References
    ----------
    Besag, J. and Clifford, P. (1991). Sequential Monte Carlo p-values. Biometrika 78(2), 301-304.
    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9(1), article 39.

    Examples
    --------
    Two stories, of which one has all four tokens of the type: each of the two labellings is as extreme.

    >>> from scipy import sparse
    >>> from mediastudy.terms.shuffling import Groups, draws
    >>> counts, sizes = sparse.csr_array([[4, 0]]), sparse.csr_array([[10, 10]])
    >>> trial = Trial(counts, sizes, np.array([0]), 0, np.array([4]), np.array([4]), 10, 20)
    >>> sequential(trial, draws(Groups(np.array([2]), np.array([1])), seed=1)).p.tolist()
    [1.0]
    """
    size = len(trial.frequency)
    made, exceeded = np.zeros(size, np.int64), np.zeros(size, np.int64)
    live, done, bounds = np.arange(size), 0, None
    for words in draws:
        columns = DRAW if limit is None else min(DRAW, limit - done)
        tokens = trial.staying_tokens + labelled(trial.sizes, np.array([0]), words)[0, :columns].astype(np.int64)
        bounds = bounds or _bounds(trial, tokens)
        for rows in np.array_split(live, max(1, -(-len(live) // _TOGETHER))):
            running = _exceeds(trial, bounds, rows, words, tokens).cumsum(axis=1) + exceeded[rows, None]
            # The permutation in which a type reaches its last exceedance is its last.
            last = columns - 1 if done < FIRST else np.minimum((running < enough).sum(axis=1), columns - 1)
            made[rows] += last + 1
            exceeded[rows] = np.take_along_axis(running, np.broadcast_to(last, len(rows))[:, None], axis=1)[:, 0]
        done += columns
        live = live if done < FIRST else live[exceeded[live] < enough]
        if not len(live) or not _more(exceeded[live], done, tested=size, limit=limit):
            break
    stopped = (exceeded >= enough) & (made > FIRST)
    return Outcome(made, exceeded, np.where(stopped, exceeded / made, (exceeded + 1) / (made + 1)))


def _more(exceeded: Integers, done: int, *, tested: int, limit: int | None) -> bool:
    """Whether to permute on, given the exceedances of the types that are not settled."""
    if limit is not None:
        return done < limit
    extreme = int((exceeded == 0).sum())
    return done < USUAL or (extreme > 0 and tested / (extreme * (done + 1)) > LEVEL)


def _exceeds(trial: Trial, bounds: _Bounds, rows: Integers, words: Words, tokens: Integers) -> NDArray[np.bool_]:
    """For each of the rows and permutations, whether G2 is as large as observed."""
    target = trial.staying[rows, None] + labelled(trial.counts, rows, words)[:, : len(tokens)]
    found = (target <= bounds.surely_low[rows, None]) | (target >= bounds.surely_high[rows, None])
    unsure = ((target <= bounds.maybe_low[rows, None]) | (target >= bounds.maybe_high[rows, None])) & ~found
    outside = (tokens < bounds.least) | (tokens > bounds.most)
    found[:, outside], unsure[:, outside] = False, True
    row, column = np.nonzero(unsure)
    value = trial.statistic(rows[row], target[row, column], tokens[column])
    found[row, column] = value >= trial.threshold(rows)[row]
    return found


def _bounds(trial: Trial, tokens: Integers) -> _Bounds:
    """The bounds for targets of any size that is likely, judged by the sizes in some permutations.

    For a given frequency, G2 falls to 0 at its expectation and rises from there, on both sides; a larger target moves
    the expectation up, and with it both frequencies from which on G2 is as large as observed. So the bounds of the
    smallest and the largest target hold those of all between.
    """
    spread = int(tokens.max() - tokens.min())
    least, most = max(int(tokens.min()) - spread, 1), min(int(tokens.max()) + spread, trial.tokens - 1)
    surely_low, maybe_high = _critical(trial, least)
    maybe_low, surely_high = _critical(trial, most)
    return _Bounds(least, most, surely_low, surely_high, maybe_low, maybe_high)


def _critical(trial: Trial, tokens: int) -> tuple[Integers, Integers]:
    """The largest frequency below expectation and the smallest above it as extreme as observed, in such a target."""
    mean = contingency.expected(tokens, trial.frequency, trial.tokens)
    least = np.maximum(0, trial.frequency - (trial.tokens - tokens))
    most = np.minimum(trial.frequency, tokens)
    below, above = np.floor(mean).astype(np.int64), np.ceil(mean).astype(np.int64)
    return _search(trial, tokens, below + 1, least - 1), _search(trial, tokens, above - 1, most + 1)


def _search(trial: Trial, tokens: int, inner: Integers, outer: Integers) -> Integers:
    """By bisection, the frequency nearest to the expectation that is as extreme as observed; else the outer bound."""
    inner, outer = inner.copy(), outer.copy()
    rows = np.flatnonzero(np.abs(outer - inner) > 1)
    threshold = trial.threshold(np.arange(len(inner)))
    while len(rows):
        middle = (inner[rows] + outer[rows]) // 2
        extreme = trial.statistic(rows, middle, tokens) >= threshold[rows]
        outer[rows[extreme]], inner[rows[~extreme]] = middle[extreme], middle[~extreme]
        rows = rows[np.abs(outer[rows] - inner[rows]) > 1]
    return outer


def adjusted(p: Numbers) -> Numbers:
    """The p of several tests adjusted so that a share of false discoveries is bounded (Benjamini and Hochberg).

    References
    ----------
    Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
    Society B 57(1), 289-300.

    Examples
    --------
    >>> adjusted(np.array([0.03, 0.01, 0.5])).round(3).tolist()
    [0.045, 0.03, 0.5]
    """
    order = np.argsort(p, kind="stable")
    raised = p[order] * len(p) / np.arange(1, len(p) + 1)
    result = np.empty_like(p)
    result[order] = np.minimum.accumulate(raised[::-1])[::-1]
    return np.minimum(result, 1)
