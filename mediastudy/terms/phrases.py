"""How often named phrases occur: the table frequencies, for queries instead of types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import groups
from mediastudy.corpus.phrases import Phrases, match_phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus, Hits

MILLION: Final = 1_000_000

Integers = NDArray[np.integer]


@tables.framed
def phrase_frequencies(
    corpus: Corpus, phrases: Phrases, *, by: str | Sequence[str] | None = None, variants: bool = False
) -> pd.DataFrame:
    """The table of phrases by frequency of their hits; documents in words and in characters are never pooled.

    Parameters
    ----------
    corpus : the documents to search
    phrases : a query, several queries, names with the query or queries (variants) that each stands for, or the path of
        a ``queries.toml``
    by : columns of the documents to group by, a missing value being a group of its own
    variants : whether rows for each single query follow those of the whole phrase

    Returns
    -------
    pd.DataFrame
        One row per group, unit, phrase and variant, in that order: the columns in ``by`` first; ``phrase``; ``variant``
        (missing for the whole phrase); ``frequency`` (hits); ``relative_frequency`` (per million tokens of the group);
        ``document_frequency`` (documents with a hit); ``documents`` (of the group); ``unit`` (words or characters).

    Raises
    ------
    ValueError
        If a query can't be read, or the documents lack a column in ``by``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Food aid for all.", "More aid"]}))
    >>> found = phrase_frequencies(corpus, {"help": ["aid", "food aid"]}, variants=True)
    >>> found[["variant", "frequency", "document_frequency"]].values.tolist()
    [[nan, 2, 2], ['aid', 2, 2], ['food aid', 1, 1]]
    """
    group, found = groups(corpus, by, table="phrase_frequencies", units=True)
    tokens = np.bincount(group, weights=corpus.lengths, minlength=len(found))
    documents = np.bincount(group, minlength=len(found))
    parts = []
    for place, (phrase, variant, hits) in enumerate(match_phrases(corpus, phrases)):
        if variants or variant is None:
            counts = _counts(group, hits, len(found))
            parts.append(found.assign(_place=place, phrase=phrase, variant=variant, documents=documents, **counts))
    rows = pd.concat([part.assign(_group=range(len(part))) for part in parts], ignore_index=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        rows["relative_frequency"] = rows["frequency"] / tokens[rows["_group"]] * MILLION
    ordered = rows.sort_values(["_group", "_place"]).drop(columns=["_group", "_place"])
    leading = [name for name in found.columns if name != "unit"]
    return tables.conform(ordered, "phrase_frequencies")[[*leading, *tables.COLUMNS["phrase_frequencies"]]]


def _counts(group: Integers, hits: Hits, size: int) -> dict[str, Integers]:
    """Hits, and documents with a hit, of each group."""
    return {
        "frequency": np.bincount(group[hits.document], minlength=size),
        "document_frequency": np.bincount(group[np.unique(hits.document)], minlength=size),
    }
