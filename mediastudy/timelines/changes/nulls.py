"""Whether steps explain a series better than no further step does: a level, a drift, and noise that leans on the past.

Every explanation is fitted by generalised least squares to the counts, transformed so that they vary alike, for several
kinds of noise: independent from period to period, or autocorrelated up to 0.6. What steps gain over an explanation
without them is compared with what they gain in series drawn from that explanation (parametric bootstrap), and steps
are believed only if every explanation without them is refuted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from mediastudy.timelines.changes import noise, segments
from mediastudy.timelines.changes.pairs import searched

if TYPE_CHECKING:
    from mediastudy.timelines.changes.noise import Noise
    from mediastudy.timelines.changes.segments import Integers, Numbers, Series

# Correlation of neighbouring periods, and the part of the variance that it concerns.
KINDS: Final = ((0.0, 0.0), (0.3, 1.0), (0.6, 0.3), (0.6, 0.6), (0.6, 1.0))
CAUTION: Final = 1.0
# What autocorrelated noise costs a fit, as a further parameter; and how many times a p of two steps counts.
COST: Final = 1.0
TWICE: Final = 4.0
DRAWS: Final = 399
SEED: Final = 20_250_101


class Fits(NamedTuple):
    """Log-likelihoods, one entry a series: the null, one step more, two steps more."""

    null: Numbers
    one: Numbers
    two: Numbers
    kind: Integers
    likely: Integers


class Scale(NamedTuple):
    """How counts are transformed: a variance of the rate, the mean and the deviation of each period, its slope."""

    variance: float
    centre: Numbers
    spread: Numbers
    slope: Numbers
    floor: float


def transformed(series: Series, counts: Numbers, variance: float) -> Numbers:
    """Counts on a scale where their variance depends little on their mean."""
    if series.share:
        return np.asarray(
            2 * np.sqrt(series.exposure) * np.arcsin(np.sqrt((counts + 0.375) / (series.exposure + 0.75)))
        )
    root = np.sqrt(counts + 0.375)
    if variance <= 0:
        return np.asarray(2 * root)
    deviation = np.sqrt(variance)
    return np.asarray(2 / deviation * np.arcsinh(deviation * root))


def scale_of(series: Series, mean: Numbers, drawn: Numbers, variance: float) -> Scale:
    """The scale on which series drawn around the mean have mean 0 and deviation 1."""
    values = transformed(series, drawn, variance)
    spread = np.maximum(values.std(axis=0), 1e-3)
    slope = noise.slopes(series, mean) / np.sqrt(_counting(series, mean, variance))
    counting = np.sqrt(noise.binomial_variance(series, mean) / _counting(series, mean, variance)) / spread
    return Scale(variance, values.mean(axis=0), spread, slope / spread, 0.8 * float((counting**2).mean()))


def _counting(series: Series, mean: Numbers, variance: float) -> Numbers:
    """The variance that the transformation levels."""
    base = noise.binomial_variance(series, mean)
    return np.maximum(base if series.share else base + variance * base**2, 1e-12)


def allowed_steps(total: int, taken: list[int]) -> Any:
    """Which single steps (on the diagonal) and pairs leave every stretch two periods or more."""
    edges = np.array([0, *taken, total])
    places = np.arange(total)
    single = (np.abs(places[:, None] - edges[None, :]) >= segments.SHORTEST).all(axis=1)
    pair = single[:, None] & single[None, :] & (np.abs(places[:, None] - places[None, :]) >= segments.SHORTEST)
    np.fill_diagonal(pair, single)
    return pair


class Rival(NamedTuple):
    """An explanation without a further step: its mean and regressors, and the cuts that steps are added to."""

    mean: Numbers
    columns: Numbers
    base: Numbers
    taken: list[int]


def fits(series: Series, values: Numbers, scale: Scale, rival: Rival, *, correlated: bool = True) -> Fits:
    """How well the rival, and its base with one and two steps more, explain each row of values."""
    total = len(series.hits)
    steps = (np.arange(total)[None, :] >= np.arange(total)[:, None]).astype(float)
    steps[0] = 0
    allowed = allowed_steps(total, rival.taken)
    found = []
    for correlation, leaning in KINDS if correlated else KINDS[:1]:
        root = np.linalg.cholesky(noise.correlations(series.place, correlation, leaning))
        logdet = 2 * np.log(np.diag(root)).sum()
        whiten = np.linalg.inv(root)
        white = values @ whiten.T
        whole = (white**2).sum(axis=1)
        left_null = whole - _explained(white, whiten @ (rival.columns * scale.slope[:, None]))
        basis = _basis(whiten @ (rival.base * scale.slope[:, None]))
        rows = (whiten @ (steps * scale.slope).T).T
        rows -= (rows @ basis) @ basis.T
        left = whole - ((white @ basis) ** 2).sum(axis=1)
        one, two = searched()(white @ rows.T, rows @ rows.T, allowed)
        sizes = (left_null, left - one, left - np.maximum(one, two))
        cost = logdet / 2 + (COST if leaning else 0.0)
        found.append([_likelihood(rest, total, scale.floor) - cost for rest in sizes])
    every = np.array(found)
    nulls = every[:, 0]
    near = nulls >= nulls.max(axis=0) - CAUTION
    # Noise that leans on the past is easily taken for less: of kinds that fit about alike, the most persistent counts.
    null, one, two = every.max(axis=0)
    return Fits(null, one, two, len(every) - 1 - near[::-1].argmax(axis=0), nulls.argmax(axis=0))


def _basis(columns: Numbers) -> Numbers:
    return np.asarray(np.linalg.qr(columns)[0])


def _explained(white: Numbers, columns: Numbers) -> Numbers:
    return np.asarray(((white @ _basis(columns)) ** 2).sum(axis=1))


def _likelihood(rest: Numbers, total: int, floor: float) -> Numbers:
    """The Gaussian log-likelihood at its best variance, which counting keeps from falling below the floor."""
    variance = np.maximum(rest / total, floor)
    return np.asarray(-total / 2 * np.log(variance) - rest / (2 * variance))


def shares_as_large(drawn: Numbers, seen: float) -> float:
    """The share of draws, the series itself among them, with a gain as large."""
    return float((1 + (drawn >= seen - 1e-9).sum()) / (1 + len(drawn)))


def smallest(seen: Fits, drawn: Fits) -> tuple[float, float]:
    """The p of one step more, and of one or two, the better of both being compared with the better of both."""
    gains = [
        (getattr(drawn, name) - drawn.null, float((getattr(seen, name) - seen.null)[0])) for name in ("one", "two")
    ]
    ones = [shares_as_large(part, value) for part, value in gains]
    ranks = []
    for part, _ in gains:
        ordered = np.sort(part)
        ranks.append((1 + len(part) - np.searchsorted(ordered, part - 1e-9)) / (1 + len(part)))
    either = np.minimum(ranks[0], TWICE * ranks[1])
    seen_either = min(ones[0], TWICE * ones[1])
    return ones[0], float((1 + (either <= seen_either + 1e-9).sum()) / (1 + len(either)))


def noise_of(series: Series, rival: Rival, kind: int) -> Noise:
    """The noise around a mean: what varies beyond counting, with the correlation of the kind."""
    mean, columns = rival.mean, rival.columns
    variance = noise.excess(series, mean, columns.shape[1])
    correlation, leaning = KINDS[kind]
    base = noise.binomial_variance(series, mean).mean()
    beyond = variance * (noise.slopes(series, mean) ** 2).mean()
    # The kind speaks of the whole variance; counting itself has no memory, so that the rest has the more.
    part = min(1.0, leaning * (base + beyond) / beyond) if beyond > 0 else 0.0
    # The fitted mean follows noise that leans on the past, and leaves too little of it.
    basis = _basis(columns)
    related = noise.correlations(series.place, correlation, part)
    kept = (len(mean) - float((basis * (related @ basis)).sum())) / (len(mean) - columns.shape[1])
    return noise.Noise(variance / max(kept, 0.2), correlation, part)
