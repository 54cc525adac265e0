"""Penalised splines of counts: a smooth rate with a band, as smooth as the data ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

DEGREE: Final = 3
# Stretches of the B-spline at most; the penalty, not their number, says how far the curve may bend.
STRETCHES: Final = 40
# Penalties tried, and how far beyond that which halves its gentlest bend the stiffest goes.
PENALTIES: Final = 24
_STIFFER: Final = 100.0
_ROUNDS: Final = 60
_ENOUGH: Final = 1e-6
# A pull towards no slope, far too weak to be seen unless all hits stand at one end, where the slope has no bound.
_LEVEL: Final = 1e-3
_FARTHEST: Final = 30.0
# What the penalty leaves alone: the level and the slope.
_FREE: Final = 2


class _Fits(NamedTuple):
    """Coefficients, covariances for a dispersion of 1 and expected counts under each penalty, one a row."""

    beta: Numbers
    covariance: Numbers
    expected: Numbers


def fit(
    middle: Numbers, counts: Numbers, exposure: Numbers, *, confidence: float = 0.95
) -> tuple[Numbers, Numbers, Numbers]:
    """The smooth rate at each middle of a period, and its band; periods without exposure are bridged.

    The logarithm of the rate is a cubic B-spline Bβ on equal stretches, penalised by λ|D₂β|², and the counts are
    Poisson with variance φ times their mean, φ at least 1. A grid of λ goes from curves that use half as many degrees
    of freedom as there are periods to a straight line. Each is weighed by its restricted likelihood (Laplace's
    approximation, φ at its own estimate), and curve and band are the mean and the spread over all of them: a band for
    the best λ alone leaves out how uncertain λ is, and holds too little where periods are few. Its width is Student's
    for the degrees of freedom left, and holds for each period by itself.

    References
    ----------
    Eilers, P. H. C. and Marx, B. D. (1996). Flexible smoothing with B-splines and penalties. Statistical Science 11(2),
    89-121.
    Wood, S. N. (2011). Fast stable restricted maximum likelihood and marginal likelihood estimation of semiparametric
    generalized linear models. Journal of the Royal Statistical Society B 73(1), 3-36.
    Nychka, D. (1988). Bayesian confidence intervals for smoothing splines. Journal of the American Statistical
    Association 83(404), 1134-1143 (the band's coverage).

    Examples
    --------
    >>> smooth, low, high = fit(np.arange(6.0), np.full(6, 50.0), np.ones(6))
    >>> smooth.round(1).tolist(), bool((low < 50).all() and (high > 50).all())
    ([50.0, 50.0, 50.0, 50.0, 50.0, 50.0], True)
    """
    from scipy import special

    seen = exposure > 0
    basis = _basis(middle, min(STRETCHES, int(seen.sum()) - 1))
    bend, pull = (np.diff(np.eye(basis.shape[1]), order, axis=0) for order in (2, 1))
    bend, pull = bend.T @ bend, _LEVEL * pull.T @ pull
    level = float(np.log(counts[seen].sum() / exposure[seen].sum()))
    penalties = _grid(basis[seen], np.exp(level) * exposure[seen], bend)
    found = _fitted(basis[seen], counts[seen], np.log(exposure[seen]), penalties[:, None, None] * bend + pull, level)
    cost = penalties * ((found.beta @ bend) * found.beta).sum(axis=1)
    dispersion, weight = _weighed(counts[seen], found, penalties, cost)
    eta = found.beta @ basis.T
    variance = dispersion[:, None] * ((basis @ found.covariance) * basis).sum(axis=2)
    centre = weight @ eta
    deviation = np.sqrt(weight @ (variance + (eta - centre) ** 2))
    freedom = float(weight @ (found.covariance * _information(basis[seen], found.expected)).sum(axis=(1, 2)))
    half = special.stdtrit(max(seen.sum() - freedom, 1.0), (1 + confidence) / 2) * deviation
    return np.exp(centre), np.exp(centre - half), np.exp(centre + half)


def _basis(middle: Numbers, stretches: int) -> Numbers:
    """The cubic B-splines on equal stretches from the first middle to the last, one row per period."""
    from scipy.interpolate import BSpline

    first, last = float(middle[0]), float(middle[-1])
    step = (last - first) / stretches
    knots = first + step * np.arange(-DEGREE, stretches + DEGREE + 1)
    inside = np.clip(middle, first, last - 1e-9 * step)
    return np.asarray(BSpline.design_matrix(inside, knots, DEGREE).toarray(), dtype=float)


def _grid(basis: Numbers, expected: Numbers, bend: Numbers) -> Numbers:
    """Penalties from one that halves the bend of half the degrees of freedom to one that leaves a straight line."""
    information = basis.T @ (basis * expected[:, None])
    root = np.linalg.cholesky(bend + 1e-9 * np.trace(bend) * np.eye(len(bend)) + 1e-3 * information)
    # Directions by what they cost the penalty; those that the counts know nothing of come last.
    half = np.linalg.solve(root, np.linalg.solve(root, information).T)
    worth = np.sort(np.linalg.eigvalsh((half + half.T) / 2))[::-1][_FREE:]
    rough = worth[min(len(worth), max(1, len(expected) // 2 - _FREE)) - 1]
    return np.geomspace(max(rough, 1e-4 * worth[0]), _STIFFER * worth[0], PENALTIES)


def _fitted(basis: Numbers, counts: Numbers, offset: Numbers, penalty: Numbers, level: float) -> _Fits:
    """Penalised likelihood's fits by Newton's steps, all penalties at once."""
    beta = np.full((len(penalty), basis.shape[1]), level)
    for _ in range(_ROUNDS):
        eta = np.clip(beta @ basis.T + offset, -_FARTHEST, _FARTHEST)
        expected = np.exp(eta)
        working = (expected * (eta - offset) + counts - expected) @ basis
        covariance: Numbers = np.asarray(np.linalg.inv(_information(basis, expected) + penalty), dtype=float)
        # No coefficient moves by more than two at once, or a first step from far below would overshoot.
        moved = np.clip((covariance @ working[:, :, None])[:, :, 0] - beta, -2.0, 2.0)
        beta = beta + moved
        if np.abs(moved).max() < _ENOUGH:
            break
    return _Fits(beta, covariance, expected)


def _information(basis: Numbers, expected: Numbers) -> Numbers:
    """What the counts tell of the coefficients, under each penalty."""
    return np.asarray(basis.T @ (expected[:, :, None] * basis), dtype=float)


def _weighed(counts: Numbers, found: _Fits, penalties: Numbers, cost: Numbers) -> tuple[Numbers, Numbers]:
    """The dispersion under each penalty, and the penalty's weight by restricted likelihood."""
    from scipy import special

    left = max(len(counts) - _FREE, 1)
    pearson = ((counts - found.expected) ** 2 / found.expected).sum(axis=1)
    dispersion = np.maximum(1.0, (pearson + cost) / left)
    deviance = 2 * (special.xlogy(counts, counts / found.expected) - (counts - found.expected)).sum(axis=1)
    bent = found.beta.shape[1] - _FREE
    likelihood = -(deviance + cost) / (2 * dispersion) - left / 2 * np.log(dispersion)
    likelihood += bent / 2 * np.log(penalties) + np.linalg.slogdet(found.covariance)[1] / 2
    weight = np.exp(likelihood - likelihood.max())
    return dispersion, weight / weight.sum()
