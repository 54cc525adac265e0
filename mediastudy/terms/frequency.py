"""How often each word or n-gram occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import groups
from mediastudy.corpus.counting import Tally, tally, types_of
from mediastudy.corpus.ngrams import grams, joined
from mediastudy.corpus.words import Words
from mediastudy.terms import wordlists

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from mediastudy.corpus import Corpus

LONGEST: Final = 5
MILLION: Final = 1_000_000

Integers = NDArray[np.integer]


class _Counted(NamedTuple):
    """Counts by group, the name and the stop-word flag of each kind, and the types merged in it (None if none are)."""

    tally: Tally
    names: Words
    stops: NDArray[np.bool_]
    merged: Words | None


@tables.framed
def frequencies(
    corpus: Corpus,
    *,
    by: str | Sequence[str] | None = None,
    n: int = 1,
    merge: str | None = None,
    stopwords: str | Iterable[str] | None = None,
    language: str = "en",
) -> pd.DataFrame:
    """The table of types, or of n-grams of two to five tokens, by frequency.

    An n-gram is what a phrase of the query language is: its tokens stand in one document with nothing but white space,
    hyphens or dashes between them. Its type is the types of its tokens with spaces between, Chinese without. Documents
    counted in words and documents counted in characters (Chinese) are never counted together.

    Parameters
    ----------
    corpus : the documents to count in
    by : columns of the documents to group by, a missing value being a group of its own
    n : tokens in an n-gram, 1 to 5
    merge : ``"lemma"`` or ``"stem"`` counts the types of one lemma or stem together; nothing is merged without it
    stopwords : a language code for the list of stopwordsiso, or words of one's own; they are flagged, not left out
    language : the language of lemmas and stems

    Returns
    -------
    pd.DataFrame
        One row per type (and group and unit): the columns in ``by`` first; ``type``; ``frequency`` (tokens or
        n-grams); ``relative_frequency`` (per million of all tokens of the group and unit, for n-grams too);
        ``document_frequency`` (documents of the group with the type); ``unit`` (words or characters); ``tf_idf``
        (frequency times the decadic logarithm of all documents by those with the type); ``stopword`` (whether every
        token is on the list); ``types`` (the types counted together, missing if none are). Sorted by group and unit,
        the most frequent first, then by type.

    Raises
    ------
    ValueError
        If ``n`` is not between 1 and 5, ``merge`` or a language is unknown, or the documents lack a column in ``by``.

    References
    ----------
    Spärck Jones, K. (1972). A statistical interpretation of term specificity and its application in retrieval. Journal
    of Documentation 28(1), 11-21. ``tf_idf`` is that of quanteda's ``dfm_tfidf``.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid.", "More aid"]}))
    >>> frequencies(corpus)[["type", "frequency", "relative_frequency", "document_frequency"]].head(1).values.tolist()
    [['aid', 3, 600000.0, 2]]
    >>> frequencies(corpus, n=2)["type"].tolist()
    ['aid for', 'for aid', 'more aid']
    """
    if not 1 <= n <= LONGEST:
        message = f"n must be between 1 and {LONGEST}, not {n}."
        raise ValueError(message)
    group, found = groups(corpus, by, table="frequencies", units=True)
    merging = wordlists.merging(corpus.index.type_words, merge, language)
    stops = wordlists.stops(corpus.index.type_words, stopwords)
    counted = _counted(corpus, group, len(found), n=n, merging=merging, stops=stops)
    counts, of_group = counted.tally, counted.tally.group
    order = _order(counts, counted.names, ranked=corpus.is_whole and counted.names is corpus.index.type_words)
    kind, frequency = counts.kind[order], counts.frequency[order]
    tokens = np.bincount(group, weights=corpus.lengths, minlength=len(found))
    everywhere = np.bincount(counts.kind, weights=counts.documents, minlength=len(counted.names))
    columns: dict[str, Any] = {
        "type": counted.names.series(kind),
        "frequency": frequency,
        "relative_frequency": frequency / tokens[of_group[order]] * MILLION,
        "document_frequency": counts.documents[order],
        "tf_idf": frequency * np.log10(len(corpus) / everywhere[kind]),
        "stopword": counted.stops[kind],
        "types": None if counted.merged is None else counted.merged.series(kind),
    }
    result = found.iloc[of_group[order]].reset_index(drop=True).assign(**columns)
    leading = [name for name in found.columns if name != "unit"]
    return tables.conform(result, "frequencies")[[*leading, *tables.COLUMNS["frequencies"]]]


def _counted(
    corpus: Corpus, group: Integers, size: int, *, n: int, merging: wordlists.Merging | None, stops: NDArray[np.bool_]
) -> _Counted:
    """The counts of types, or of n-grams of types or of what they are merged in."""
    index = corpus.index
    names = index.type_words if merging is None else merging.names
    code_of = index.type_of if merging is None else merging.of_type[index.type_of]
    if merging is not None:
        stops = np.asarray(np.bincount(merging.of_type, weights=~stops, minlength=len(names)) == 0)
    merged = None if merging is None else merging.types
    if n == 1:
        runs = types_of(corpus)._replace(code_of=code_of, kinds=len(names))
        return _Counted(tally(runs, group, size), names, stops, merged)
    runs, words = grams(corpus, n, code_of=code_of)
    phrases = Words.of(joined(names.listed, words))
    parts = None if merged is None else Words.of([" ".join([merged.listed[word] for word in row]) for row in words])
    return _Counted(tally(runs, group, size), phrases, np.all(stops[words], axis=1), parts)


def _order(counts: Tally, names: Words, *, ranked: bool) -> Integers:
    """The counts by group, the most frequent first, then by spelling; the types of a whole corpus are ranked so."""
    if ranked and len(counts.bounds) == 2:  # noqa: PLR2004 - one group has two bounds
        return np.argsort(counts.kind)
    return np.lexsort((names.places[counts.kind], -counts.frequency, counts.group))
