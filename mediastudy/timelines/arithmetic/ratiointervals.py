"""Intervals of arithmetic on phrases, with whole stories taken as independent."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.timelines import intervals
from mediastudy.timelines.arithmetic import expressions
from mediastudy.timelines.counting.counts import Counts, rate_effects
from mediastudy.timelines.intervals import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mediastudy.timelines.arithmetic.expressions import Node
    from mediastudy.timelines.counting.cells import Cells
    from mediastudy.timelines.counting.per import Exposure

# Stories that a series lends to each of its shares, and degrees of freedom that come with them; benchmarks/ratios.py
# shows the coverage with them.
LENT: Final = 20
FREEDOM: Final = 8
DRAWS: Final = 2_000
_TAIL: Final = 0.025
# Periods whose draws are held in memory together.
_TOGETHER: Final = 500

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Basis(NamedTuple):
    """What rates rest on: the cells, the exposure of each, and whether clusters are copies of one text."""

    cells: Cells
    exposure: Exposure
    copies: bool


def shares(part: Integers, whole: Integers, cells: Cells) -> Interval:
    """The interval of the part's share of the whole in each cell, NaN without a whole; counts are per cluster.

    With a of m hits in a story and p = Σa / Σm, the share varies between stories by Σ(a - pm)² / (1 - m/Σm) / (Σm)²,
    where the divisor makes up for a story's pull on p. Its design effect is this over p(1-p) / Σm, that of independent
    hits. Where few stories have hits, it is drawn towards what the series of the group leads one to expect for stories
    of these sizes, 1 + ρ(Σm² / Σm - 1), with ρ the correlation of the hits of a story in the whole series (1 if the
    series can't tell, because no period has both). The series weighs as 20 stories. The interval is Wilson's for
    Σm / effect independent hits, widened as Student's t is for (Σm)² / Σm² + 7 degrees of freedom.

    References
    ----------
    Cochran, W. G. (1977). Sampling Techniques, 3rd ed., sections 6.3 and 9A.2 (variance of a ratio over clusters).
    MacKinnon, J. G. and White, H. (1985). Some heteroskedasticity-consistent covariance matrix estimators with improved
    finite sample properties. Journal of Econometrics 29(3), 305-325 (the divisor).
    Kish, L. (1965). Survey Sampling, section 5.4 (correlation inside clusters).
    Korn, E. L. and Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive
    counts estimated from survey data. Survey Methodology 24(2), 193-201 (effective size and degrees of freedom).

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines.counting.cells import cells
    >>> documents = pd.DataFrame({"document": ["a", "b", "c"], "text": "Aid came", "date": "1994"})
    >>> low, high = shares(np.array([1, 0, 0]), np.array([1, 1, 1]), cells(Corpus.build(documents), every="year"))
    >>> low.round(2).tolist(), high.round(2).tolist()
    ([0.05], [0.83])
    """
    from scipy import special

    total, squares = _sums(whole, cells), _sums(whole.astype(float) ** 2, cells)
    with np.errstate(divide="ignore", invalid="ignore"):
        stories = np.where(total > 0, total**2 / squares, 1.0)
        wide = special.stdtrit(np.maximum(stories - 1 + FREEDOM, 1), 1 - _TAIL) / NormalDist().inv_cdf(1 - _TAIL)
        effect = _share_effect(part, whole, cells) * wide**2
    return intervals.wilson(_sums(part, cells) / effect, total / effect)


def _share_effect(part: Integers, whole: Integers, cells: Cells) -> Numbers:
    """The design effect of the share in each cell, at least 1."""
    total, squares = _sums(whole, cells), _sums(whole.astype(float) ** 2, cells)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = _sums(part, cells) / total
        pull = whole / total[cells.cluster_cell]
        off = (part - share[cells.cluster_cell] * whole) ** 2 / (1 - pull)
    spread, chance = _sums(np.where(pull < 1, off, 0.0), cells), share * (1 - share)
    usable = (chance > 0) & (squares < total**2)
    chance, spread = np.where(usable, chance, 0.0), np.where(usable, spread, 0.0)
    pairs = _series(chance * (squares - total), cells)
    alike = np.divide(_series(spread - chance * total, cells), pairs, out=np.ones_like(pairs), where=pairs > 0)
    size = np.divide(squares, total, out=np.ones_like(squares), where=total > 0)
    expected = 1 + np.clip(alike, 0.0, 1.0) * (size - 1)
    own = np.divide(spread, chance * total, out=np.zeros_like(spread), where=usable)
    weight = np.divide(total, size, out=np.zeros_like(total), where=usable)
    return np.asarray(np.maximum(1.0, (own * weight + LENT * expected) / (weight + LENT)), dtype=float)


def rates(found: Counts, basis: Basis) -> Interval:
    """The interval of the rate in each cell, that of the timeline; NaN without exposure.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> from mediastudy.timelines.counting.cells import cells
    >>> from mediastudy.timelines.counting.counts import counts
    >>> from mediastudy.timelines.counting.per import exposure
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": "Aid came", "date": "1994"}))
    >>> made = cells(corpus, every="year")
    >>> basis = Basis(made, exposure(corpus, made, per="token"), copies=True)
    >>> rates(counts(made, match(corpus, "wool")), basis).high.round().tolist()
    [1844440.0]
    """
    effect = rate_effects(basis.cells, found, basis.exposure, copies=basis.copies)
    low, high = intervals.poisson(found.hits, basis.exposure.cell, effect=effect)
    return Interval(low * basis.exposure.scale, high * basis.exposure.scale)


def drawn(node: Node, found: Mapping[str, Counts], basis: Basis, *, draws: int = DRAWS, seed: int = 1) -> Interval:
    """The interval of any expression in each cell, by drawing the rates of its phrases.

    The rates of the phrases are drawn together, and the ends are the 2.5th and 97.5th percentiles of what the
    expression comes to. A phrase's rate is drawn from the gamma distribution midway between those that make the
    ends of Garwood's interval with its design effect, and without hits from these themselves, so that the draws stay
    wide, which drawing the stories again would not. The phrases are as correlated as their hits are between the stories
    of the group. Gamma quantiles are Wilson and
    Hilferty's. All periods share their draws. It is missing where more than 2.5 per cent of them divide by nothing.

    References
    ----------
    Wilson, E. B. and Hilferty, M. M. (1931). The distribution of chi-square. Proceedings of the National Academy of
    Sciences 17(12), 684-688.
    Buckland, S. T. (1984). Monte Carlo confidence intervals. Biometrics 40(3), 811-817.
    Nelsen, R. B. (2006). An Introduction to Copulas, 2nd ed., section 2.3 (the normal copula joins the phrases).

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> from mediastudy.timelines.counting.cells import cells
    >>> from mediastudy.timelines.counting.counts import counts
    >>> from mediastudy.timelines.counting.per import exposure
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid came", "No aid"], "date": "1994"}))
    >>> made = cells(corpus, every="year")
    >>> found = {name: counts(made, match(corpus, name)) for name in ("aid", "came")}
    >>> basis = Basis(made, exposure(corpus, made, per="token"), copies=True)
    >>> low, high = drawn(expressions.parse("aid - came", list(found)), found, basis)
    >>> bool(low[0] < 250_000 < high[0])
    True
    """
    cells, exposure = basis.cells, basis.exposure
    effects = {name: rate_effects(cells, one, exposure, copies=basis.copies) for name, one in found.items()}
    normal = np.random.default_rng(seed).standard_normal((draws, len(found)))
    groups, length = cells.shape
    low, high = np.full((2, groups * length), np.nan)
    for group in range(groups):
        joined = normal @ _root(found, basis, group).T
        for begin in range(group * length, (group + 1) * length, _TOGETHER):
            some = np.arange(begin, min(begin + _TOGETHER, (group + 1) * length))
            some = some[exposure.cell[some] > 0]
            values = {
                name: _gamma(one.hits[some] / effects[name][some], joined[:, [place]])
                * (effects[name][some] / exposure.cell[some] * exposure.scale)
                for place, (name, one) in enumerate(found.items())
            }
            low[some], high[some] = _percentiles(expressions.evaluate(node, values))
    return Interval(low, high)


def _gamma(shape: Numbers, normal: Numbers) -> Numbers:
    """Draws from Gamma for the shape and a half more; without hits, none or Garwood's upper percentiles."""
    shape = shape + np.where(shape > 0, 0.5, normal > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        quantiles = shape * np.maximum(1 - 1 / (9 * shape) + normal / (3 * np.sqrt(shape)), 0) ** 3
    return np.where(shape > 0, quantiles, 0.0)


def _percentiles(values: Numbers) -> tuple[Numbers, Numbers]:
    """The ends between which the middle of the draws in each column lies."""
    if not values.shape[1]:
        return values[0], values[0]
    ordered = np.sort(values, axis=0)  # missing values come last
    last = np.maximum((~np.isnan(values)).sum(axis=0) - 1, 0)
    known = last + 1 >= (1 - _TAIL) * len(values)
    ends = (np.rint(last * tail).astype(int) for tail in (_TAIL, 1 - _TAIL))
    low, high = (np.take_along_axis(ordered, end[None], axis=0)[0] for end in ends)
    return np.where(known, low, np.nan), np.where(known, high, np.nan)


def _root(found: Mapping[str, Counts], basis: Basis, group: int) -> Numbers:
    """The root of the correlations of the phrases' hits between the stories of a group."""
    mine = basis.cells.cluster_cell // max(basis.cells.shape[1], 1) == group
    off = np.array([_off(one, basis)[mine] for one in found.values()])
    spread = np.sqrt((off**2).sum(axis=1))
    scaled = np.divide(off, spread[:, None], out=np.zeros_like(off), where=spread[:, None] > 0)
    together = scaled @ scaled.T
    np.fill_diagonal(together, 1.0)
    values, vectors = np.linalg.eigh(together)
    return np.asarray(vectors * np.sqrt(np.maximum(values, 0.0)), dtype=float)


def _off(found: Counts, basis: Basis) -> Numbers:
    """By how much the hits of each cluster differ from what its exposure would have at the rate of its cell."""
    size = basis.exposure.cell
    rate = np.divide(found.hits, size, out=np.zeros_like(size), where=size > 0)
    return np.asarray(found.of_cluster - rate[basis.cells.cluster_cell] * basis.exposure.cluster, dtype=float)


def _sums(values: NDArray[np.generic], cells: Cells) -> Numbers:
    """The sum over the clusters of each cell."""
    size = len(cells.tokens)
    return np.bincount(cells.cluster_cell, weights=values.astype(float), minlength=size)[:size].astype(float)


def _series(values: Numbers, cells: Cells) -> Numbers:
    """The sum over the periods of each group, for each cell."""
    return np.repeat(values.reshape(cells.shape).sum(axis=1), cells.shape[1])
