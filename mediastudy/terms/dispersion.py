"""How evenly each word is spread over a corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import groups, type_counts
from mediastudy.corpus.coding import one_unit
from mediastudy.terms import evenness
from mediastudy.terms.distances import distance_measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mediastudy.corpus import Corpus


@tables.framed
def dispersion(corpus: Corpus, *, parts: str | Sequence[str] | None = None) -> pd.DataFrame:
    """The table of types with measures of how evenly each is spread, the most frequent first.

    Parameters
    ----------
    corpus : the documents to count
    parts : columns of the documents; documents that agree in them form a part, a missing value being one of its own.
        Without it each document is a part

    Parts without tokens do not count. ``arf`` to ``f_awt`` rest on the distances between tokens in the documents joined
    in their order, whatever the parts.

    Returns
    -------
    pd.DataFrame
        One row per type: ``type``; ``frequency`` (tokens); ``range`` (parts with the type) and ``range_share`` (of all
        parts, 0 to 1); ``dp``, ``dp_norm``, ``kld`` (bits), for which 0 is even; ``juilland_d``, ``carroll_d2``,
        ``carroll_d2_counts``, ``rosengren_s``, ``da``, ``kld_reciprocal`` and ``kld_power``, for which 1 is even;
        ``arf``, ``f_ald`` and ``f_awt`` (frequencies that are lower the more the type is clustered); ``ald`` (mean
        logarithmic distance) and ``awt`` (tokens to wait from any place to the next token of the type). If there is
        one part alone, ``dp_norm``, ``juilland_d``, ``carroll_d2``, ``carroll_d2_counts`` and ``da`` are missing.
        Ties in frequency are in order of spelling.

    Raises
    ------
    ValueError
        If the documents lack a column in ``parts``, or one is named twice.

    References
    ----------
    Those of :mod:`mediastudy.terms.evenness` and :func:`~mediastudy.terms.distances.distance_measures`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid now"]}))
    >>> dispersion(corpus)[["type", "range", "dp"]].head(2).round(3).values.tolist()
    [['aid', 2, 0.167], ['for', 1, 0.5]]
    """
    one_unit([corpus])
    counts, sizes = _parts(corpus, parts)
    frequency = np.asarray(counts.sum(axis=0)).astype(np.int64).ravel()
    present = np.flatnonzero(frequency)
    if not len(present):
        return tables.empty("dispersion")
    found = pd.DataFrame(
        {
            "type": np.array(corpus.index.types, dtype=object)[present],
            "frequency": frequency[present],
            **_measures(evenness.Spread.of(counts.tocsc()[:, present], sizes)),
            **{name: values[present] for name, values in distance_measures(corpus, frequency).items()},
        }
    )
    return tables.conform(found.sort_values(["frequency", "type"], ascending=[False, True]), "dispersion")


def _parts(corpus: Corpus, parts: str | Sequence[str] | None) -> tuple[Any, NDArray[np.int64]]:
    """The counts, a row per part and a column per type of the index, and the tokens of each part."""
    from scipy import sparse

    counts = type_counts(corpus)
    if parts is None:
        return counts, corpus.lengths
    part, found = groups(corpus, parts, table="dispersion")
    ones = np.ones(len(part), dtype=np.int64)
    member = sparse.csr_array((ones, (part, np.arange(len(part)))), shape=(len(found), len(part)))
    return member @ counts, np.asarray(member @ corpus.lengths)


def _measures(spread: evenness.Spread) -> dict[str, NDArray[Any]]:
    """The columns that compare counts with sizes of parts."""
    divergence = evenness.kld(spread)
    return {
        "range": spread.range,
        "range_share": spread.range / len(spread.sizes),
        "dp": evenness.dp(spread),
        "dp_norm": evenness.dp_norm(spread),
        "juilland_d": evenness.juilland_d(spread),
        "carroll_d2": evenness.carroll_d2(spread),
        "carroll_d2_counts": evenness.carroll_d2(spread, counts=True),
        "rosengren_s": evenness.rosengren_s(spread),
        "da": evenness.da(spread),
        "kld": divergence,
        "kld_reciprocal": 1 / (1 + divergence),
        "kld_power": 2**-divergence,
    }
