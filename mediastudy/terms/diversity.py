"""How varied the vocabulary of texts is, by measures that do and do not depend on their length."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import groups
from mediastudy.terms import varied
from mediastudy.terms.running import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from mediastudy.corpus import Corpus

WINDOW: Final = 500
THRESHOLD: Final = 0.72
DRAWS: Final = 42

Integers = NDArray[np.integer]


@tables.framed
def lexical_diversity(
    corpus: Corpus,
    *,
    by: str | Sequence[str] | None = None,
    window: int = WINDOW,
    threshold: float = THRESHOLD,
    draws: int = DRAWS,
) -> pd.DataFrame:
    """The table of groups of documents with the diversity of their words; ``by="document"`` gives each document.

    Parameters
    ----------
    corpus : the documents to measure
    by : columns of the documents to group by, a missing value being a group of its own; without it all documents are
        one text. The documents of a group are joined in their order
    window : tokens of the moving window of MATTR
    threshold : types by tokens at which a factor of MTLD ends
    draws : tokens of the samples of HD-D

    Returns
    -------
    pd.DataFrame
        One row per group: the columns in ``by``; ``tokens``; ``types``; ``ttr`` (types by tokens, lower the longer the
        text); ``mattr`` (its mean over all windows, missing if the text is shorter than one); ``mtld`` (mean tokens of
        a factor, missing if no type comes twice); ``hdd`` (expected types by tokens of a sample, missing if the text is
        shorter than one). ``ttr`` is missing for a group without tokens. Sorted by group.

    Raises
    ------
    ValueError
        If the documents lack a column in ``by``, the window or the sample is empty, or the threshold is not between 0
        and 1.

    References
    ----------
    Those of :mod:`mediastudy.terms.varied`.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid"]}))
    >>> lexical_diversity(corpus, window=2)[["tokens", "types", "ttr", "mattr"]].values.tolist()
    [[5.0, 3.0, 0.6, 1.0]]
    """
    _check(window, threshold, draws)
    group, found = groups(corpus, by, table="lexical_diversity", units=True)
    found = found.head(int(group.max(initial=-1)) + 1)
    tokens = np.bincount(group, weights=corpus.lengths, minlength=len(found)).astype(np.int64)
    texts = _texts(corpus, np.argsort(group, kind="stable"), tokens)
    distinct = varied.distinct(texts)
    with np.errstate(invalid="ignore"):
        ttr = distinct / tokens
    rows = found.assign(
        tokens=tokens,
        types=distinct,
        ttr=ttr,
        mattr=varied.mattr(texts, window=window),
        mtld=varied.mtld(texts, threshold=threshold),
        hdd=varied.hdd(texts, draws=draws),
    )
    leading = [name for name in found.columns if name != "unit"]
    return tables.conform(rows, "lexical_diversity")[[*leading, *tables.COLUMNS["lexical_diversity"]]]


def _texts(corpus: Corpus, documents: Integers, tokens: Integers) -> varied.Texts:
    """The running tokens of the documents, which come group after group with so many tokens each."""
    pieces = list(blocks(corpus, documents))
    types = np.concatenate(pieces) if pieces else np.empty(0, dtype=np.int64)
    return varied.Texts(types, np.append(0, np.cumsum(tokens)))


def _check(window: int, threshold: float, draws: int) -> None:
    """Raise if an option makes no sense."""
    if min(window, draws) < 1:
        message = f"window and draws must be 1 or more tokens, not {window} and {draws}."
        raise ValueError(message)
    if not 0 < threshold < 1:
        message = f"threshold must lie between 0 and 1, not {threshold}."
        raise ValueError(message)
