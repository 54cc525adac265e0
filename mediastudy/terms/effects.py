"""How large a difference of frequency is: the effect sizes that are in use, one function each.

All take the frequencies of types in target and reference and the tokens of both. Where a measure divides by nothing it
is infinite, as it is defined; only the log ratio has a rule for zeros.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

MILLION: Final = 1_000_000


class Frequencies(NamedTuple):
    """Frequencies of types in target and reference, and the tokens of the two corpora."""

    target: Numbers
    reference: Numbers
    tokens_target: int
    tokens_reference: int

    @classmethod
    def of(cls, target: ArrayLike, reference: ArrayLike, tokens_target: int, tokens_reference: int) -> Frequencies:
        """The frequencies as floating-point numbers, which the formulas need."""
        return cls(np.asarray(target, float), np.asarray(reference, float), tokens_target, tokens_reference)

    @property
    def tokens(self) -> int:
        """The tokens of both corpora."""
        return self.tokens_target + self.tokens_reference

    @property
    def rates(self) -> tuple[Numbers, Numbers]:
        """The frequencies per token."""
        return self.target / self.tokens_target, self.reference / self.tokens_reference


def log_ratio(counts: Frequencies) -> Numbers:
    """The binary logarithm of the ratio of relative frequencies; a frequency of 0 counts as 0.5.

    References
    ----------
    Hardie, A. (2014). Log Ratio: an informal introduction. ESRC Centre for Corpus Approaches to Social Science.

    Examples
    --------
    >>> log_ratio(Frequencies.of([8, 4], [2, 0], 100, 100)).round(3).tolist()
    [2.0, 3.0]
    """
    target, reference = (np.where(part > 0, part, 0.5) for part in (counts.target, counts.reference))
    return np.log2(target / counts.tokens_target) - np.log2(reference / counts.tokens_reference)


def log_ratio_walter(counts: Frequencies) -> Numbers:
    """The log ratio with 0.5 added to every frequency and to the size of both corpora.

    References
    ----------
    Walter, S. D. (1975). The distribution of Levin's measure of attributable risk. Biometrika 62(2), 371-374.

    Examples
    --------
    >>> log_ratio_walter(Frequencies.of([3.5], [0.5], 100, 100)).tolist()
    [2.0]
    """
    target = (counts.target + 0.5) / (counts.tokens_target + 0.5)
    return np.log2(target) - np.log2((counts.reference + 0.5) / (counts.tokens_reference + 0.5))


def risk_ratio(counts: Frequencies) -> Numbers:
    """The ratio of relative frequencies; infinite if the reference has none.

    Examples
    --------
    >>> risk_ratio(Frequencies.of([8, 4], [2, 0], 100, 100)).tolist()
    [4.0, inf]
    """
    target, reference = counts.rates
    with np.errstate(divide="ignore", invalid="ignore"):
        return target / reference


def difference_percent(counts: Frequencies) -> Numbers:
    """%DIFF, the difference of relative frequencies in percent of the reference; infinite if that has none.

    References
    ----------
    Gabrielatos, C. and Marchi, A. (2011). Keyness: matching metrics to definitions. Corpus Linguistics in the South 1.

    Examples
    --------
    >>> difference_percent(Frequencies.of([8, 1], [2, 2], 100, 100)).tolist()
    [300.0, -50.0]
    """
    return np.asarray(100 * (risk_ratio(counts) - 1))


def odds_ratio(counts: Frequencies) -> Numbers:
    """The ratio of the odds of the type among all tokens; infinite if the reference has none.

    Examples
    --------
    >>> odds_ratio(Frequencies.of([20], [50], 100, 100)).tolist()
    [0.25]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        target = counts.target / (counts.tokens_target - counts.target)
        return np.asarray(target / (counts.reference / (counts.tokens_reference - counts.reference)))


def log_likelihood_2cell(counts: Frequencies) -> Numbers:
    """G2 of the type's two cells alone, with the sign of the difference.

    References
    ----------
    Rayson, P. and Garside, R. (2000). Comparing corpora using frequency profiling. Proceedings of the Workshop on
    Comparing Corpora, 1-6.

    Examples
    --------
    >>> log_likelihood_2cell(Frequencies.of([20], [10], 100, 100)).round(4).tolist()
    [3.398]
    """
    expected = _expected(counts)
    pairs = zip((counts.target, counts.reference), expected, strict=True)
    terms = [np.where(cell > 0, cell * np.log(np.where(cell > 0, cell, 1) / mean), 0.0) for cell, mean in pairs]
    return np.asarray(np.sign(counts.target - expected[0]) * np.maximum(2 * (terms[0] + terms[1]), 0))


def bic(log_likelihood: ArrayLike, counts: Frequencies) -> Numbers:
    """The approximate Bayes factor of a G2 with one degree of freedom, G2 - ln N; the sign of G2 does not matter.

    References
    ----------
    Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. In M. Bieswanger and
    A. Koll-Stobbe (eds), New approaches to the study of linguistic variability, 3-11. Peter Lang.

    Examples
    --------
    >>> bic([-10.0], Frequencies.of([20], [10], 100, 100)).round(3).tolist()
    [4.702]
    """
    return np.asarray(np.abs(np.asarray(log_likelihood, float)) - np.log(counts.tokens))


def ell(counts: Frequencies) -> Numbers:
    """The effect size of the two-cell G2; missing where the smaller expectation is 1 or less and it means nothing.

    References
    ----------
    Johnston, J. E., Berry, K. J. and Mielke, P. W. (2006). Measures of effect size for chi-squared and likelihood-ratio
    goodness-of-fit tests. Perceptual and Motor Skills 103(2), 412-414.

    Examples
    --------
    >>> ell(Frequencies.of([20, 1], [10, 0], 100, 100)).round(5).tolist()
    [0.00627, nan]
    """
    least = np.minimum(*_expected(counts))
    usable = least > 1
    logarithm = np.log(np.where(usable, least, np.e))
    return np.where(usable, np.abs(log_likelihood_2cell(counts)) / (counts.tokens * logarithm), np.nan)


def simple_maths(counts: Frequencies, added: float) -> Numbers:
    """The ratio of frequencies per million with a constant added to both: the larger, the commoner the words on top.

    References
    ----------
    Kilgarriff, A. (2009). Simple maths for keywords. Proceedings of Corpus Linguistics 2009.

    Examples
    --------
    >>> simple_maths(Frequencies.of([35], [263], 112_289_776, 1_559_716_979), 1).round(4).tolist()
    [1.1224]
    """
    target, reference = counts.rates
    return np.asarray((target * MILLION + added) / (reference * MILLION + added))


def log_odds(counts: Frequencies, prior: float) -> tuple[Numbers, Numbers]:
    """The log odds ratio of target against reference with an informative Dirichlet prior, and its z.

    The prior is worth ``prior`` tokens, shared out among the types as the tokens of both corpora are. The variance has
    the two terms of the type; the two terms of all other tokens are left out, as in the source.

    References
    ----------
    Monroe, B. L., Colaresi, M. P. and Quinn, K. M. (2008). Fightin' words. Political Analysis 16(4), 372-403,
    equations 15, 20 and 22.

    Examples
    --------
    >>> ratio, z = log_odds(Frequencies.of([20, 5], [10, 5], 100, 100), 200)
    >>> ratio.round(3).tolist(), z.round(3).tolist()
    ([0.262, 0.0], [1.237, 0.0])
    """
    share = prior * (counts.target + counts.reference) / counts.tokens
    target, reference = counts.target + share, counts.reference + share
    odds = np.log(target / (counts.tokens_target + prior - target))
    difference = odds - np.log(reference / (counts.tokens_reference + prior - reference))
    return difference, difference / np.sqrt(1 / target + 1 / reference)


def _expected(counts: Frequencies) -> tuple[Numbers, Numbers]:
    """The frequencies in target and reference if the relative frequencies were the same."""
    both = (counts.target + counts.reference) / counts.tokens
    return both * counts.tokens_target, both * counts.tokens_reference
