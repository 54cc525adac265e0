"""Which words one corpus uses more than another: by how much, how sure, and how evenly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.terms import contingency, effects, evenness, logratio, permutation
from mediastudy.terms.comparison import compare
from mediastudy.terms.trials import permuted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus
    from mediastudy.terms.comparison import Comparison, Side
    from mediastudy.terms.effects import Frequencies

Columns = dict[str, NDArray[np.generic]]


@tables.framed
def keywords(
    target: Corpus,
    reference: Corpus,
    *,
    within: str | Sequence[str] | None = None,
    minimum: int = 5,
    permutations: int | None = None,
    prior: float = 1000.0,
    seed: int = 1,
) -> pd.DataFrame:
    """The table of types with measures of how much more, or less, the target uses them than the reference.

    Parameters
    ----------
    target, reference : two corpora without a document in common, such as ``corpus.where(...)`` of one corpus
    within : columns of the documents, such as outlet, and ``year`` of the date; stories change sides only among those
        that agree in them
    minimum : tokens that a type must have in both corpora together; nothing else leaves a type out
    permutations : the most that a p rests on; without it 10,240, and more where the adjusted p needs them
    prior : tokens that the prior of ``log_odds`` is worth; the tokens of both corpora make it as heavy as the data
    seed : the same seed gives the same p

    Returns
    -------
    pd.DataFrame
        One row per type, by ``log_likelihood`` without its sign from the largest down, then by type.

        Frequencies: ``frequency_target`` and ``_reference`` (tokens), ``relative_frequency_...`` (per million tokens),
        ``document_frequency_...`` (documents), ``tokens_...`` (of the whole corpus, the same in each row).

        Evidence if tokens were independent: ``log_likelihood`` (G2 of four cells), ``log_likelihood_2cell``, ``chi2``,
        ``chi2_yates``, each with the sign of the difference; ``p_log_likelihood``; ``bic`` and ``bic_2cell``.

        Effect: ``log_ratio`` (binary logarithm; 0.5 stands for no occurrence), with ``log_ratio_low`` and ``_high``
        (95 %, stories drawn anew) and ``log_ratio_low_tokens`` and ``_high_tokens`` (95 %, tokens drawn anew);
        ``log_ratio_walter``; ``log_ratio_conservative``; ``difference_percent`` (percent of the reference),
        ``risk_ratio`` and ``odds_ratio``, infinite if the reference has no occurrence; ``ell``; ``simple_maths`` and
        ``simple_maths_100``; ``log_odds`` (natural logarithm) and ``log_odds_z``.

        Evidence if stories are independent: ``p_permutation``, ``permutations`` it rests on, ``q`` (adjusted for all
        types in the table), all missing or 0 if no story may change sides.

        ``dispersion_target`` (DPnorm over documents, 0 is even, 1 is all in one), missing without occurrence.

        docs/keyness.md says which column answers which question. Without tokens on either side the table is empty.

    Raises
    ------
    ValueError
        If a document belongs to both corpora, some documents are counted in words and others in characters, the
        documents lack a column in ``within``, none of its groups has stories on both sides, or ``minimum``,
        ``permutations`` or ``prior`` is too small.

    References
    ----------
    Those of :mod:`mediastudy.terms.contingency`, :mod:`~mediastudy.terms.effects`, :mod:`~mediastudy.terms.logratio`
    and :mod:`~mediastudy.terms.permutation`.
    Lijffijt, J. et al. (2016). Significance testing of word frequencies in corpora. Digital Scholarship in the
    Humanities 31(2), 374-397 (why documents and not tokens).

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> texts = ["Aid for aid", "Aid came", "More wool", "No wool came"]
    >>> corpus = Corpus.build(pd.DataFrame({"document": list("abcd"), "text": texts}))
    >>> ours = corpus.documents["document"].isin(["a", "b"])
    >>> table = keywords(corpus.where(ours), corpus.where(~ours), minimum=2)
    >>> table[["type", "frequency_target", "frequency_reference", "log_ratio"]].round(2).values.tolist()
    [['aid', 3, 0, 2.58], ['wool', 0, 2, -2.0], ['came', 1, 1, 0.0]]
    """
    if permutations is not None and permutations < 1:
        message = f"permutations must be 1 or more, or None for as many as it takes, not {permutations}."
        raise ValueError(message)
    if not prior > 0:
        message = f"prior must be more than 0 tokens, not {prior}."
        raise ValueError(message)
    both = compare(target, reference, within=within, minimum=minimum)
    if not len(both.types) or not both.target.tokens or not both.reference.tokens:
        return tables.empty("keywords")
    counts = effects.Frequencies.of(
        both.target.frequency, both.reference.frequency, both.target.tokens, both.reference.tokens
    )
    result = pd.DataFrame(
        {
            "type": pd.Series(both.types, dtype="str"),
            **_frequencies(both),
            **_evidence(counts),
            **_effects(counts, prior),
            **_intervals(counts, both),
            **_permutations(both, limit=permutations, seed=seed, within=within is not None),
            "dispersion_target": _dispersion(both.target),
        }
    )
    order = np.lexsort((result["type"].to_numpy(dtype=object), -result["log_likelihood"].abs()))
    return tables.conform(result.iloc[order], "keywords")


def _frequencies(both: Comparison) -> Columns:
    """What was counted on each side."""
    found: Columns = {}
    for name, side in (("target", both.target), ("reference", both.reference)):
        found[f"frequency_{name}"] = side.frequency
        found[f"relative_frequency_{name}"] = side.frequency / side.tokens * effects.MILLION
        found[f"document_frequency_{name}"] = side.document_frequency
        found[f"tokens_{name}"] = np.full(len(both.types), side.tokens)
    return found


def _evidence(counts: Frequencies) -> Columns:
    """The measures that take tokens as independent."""
    from scipy import special

    cells = (counts.target, counts.tokens_target, counts.target + counts.reference, counts.tokens)
    log_likelihood = contingency.log_likelihood(*cells)
    two_cells = effects.log_likelihood_2cell(counts)
    return {
        "log_likelihood": log_likelihood,
        "log_likelihood_2cell": two_cells,
        "chi2": contingency.chi_squared(*cells),
        "chi2_yates": contingency.chi_squared(*cells, yates=True),
        "bic": effects.bic(log_likelihood, counts),
        "bic_2cell": effects.bic(two_cells, counts),
        "p_log_likelihood": special.chdtrc(1, np.abs(log_likelihood)),
    }


def _effects(counts: Frequencies, prior: float) -> Columns:
    """The measures of how large the difference is."""
    log_odds, z = effects.log_odds(counts, prior)
    return {
        "log_ratio": effects.log_ratio(counts),
        "log_ratio_walter": effects.log_ratio_walter(counts),
        "difference_percent": effects.difference_percent(counts),
        "risk_ratio": effects.risk_ratio(counts),
        "odds_ratio": effects.odds_ratio(counts),
        "ell": effects.ell(counts),
        "simple_maths": effects.simple_maths(counts, 1),
        "simple_maths_100": effects.simple_maths(counts, 100),
        "log_odds": log_odds,
        "log_odds_z": z,
    }


def _intervals(counts: Frequencies, both: Comparison) -> Columns:
    """The intervals of the log ratio."""
    stories, tokens = logratio.by_stories(counts, both.target, both.reference), logratio.by_tokens(counts)
    return {
        "log_ratio_low": stories.low,
        "log_ratio_high": stories.high,
        "log_ratio_low_tokens": tokens.low,
        "log_ratio_high_tokens": tokens.high,
        "log_ratio_conservative": logratio.conservative(counts, family=len(both.types)),
    }


def _permutations(both: Comparison, *, limit: int | None, seed: int, within: bool) -> Columns:
    """The outcome of the permutation test, missing if no story may change sides."""
    outcome = permuted(both, limit=limit, seed=seed)
    if outcome is None and within:
        message = (
            "No group of the columns in within has stories of the target and of the reference, so that nothing can be "
            "permuted. Name columns in which documents of both agree."
        )
        raise ValueError(message)
    if outcome is None:
        nothing = np.full(len(both.types), np.nan)
        return {"p_permutation": nothing, "permutations": np.zeros(len(both.types), np.int64), "q": nothing}
    return {
        "p_permutation": outcome.p,
        "permutations": outcome.permutations,
        "q": permutation.adjusted(outcome.p),
    }


def _dispersion(target: Side) -> NDArray[np.float64]:
    """DPnorm of each type over the target's documents, missing for types that it lacks."""
    found = np.flatnonzero(target.frequency)
    result = np.full(len(target.frequency), np.nan)
    if len(found):
        result[found] = evenness.dp_norm(evenness.Spread.of(target.by_document[:, found], target.lengths))
    return result
