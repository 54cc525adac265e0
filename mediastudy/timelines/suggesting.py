"""Further names that a phrase may go by, ranked for a scholar to accept or to reject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import Hits, match, match_phrases, spans
from mediastudy.corpus.coding import UNITS
from mediastudy.corpus.ngrams import joined
from mediastudy.corpus.phrases import variants
from mediastudy.timelines.naming.appositions import Apposition, appositions
from mediastudy.timelines.naming.candidates import candidates
from mediastudy.timelines.naming.contexts import SPAN, Places, around, near, vectors
from mediastudy.timelines.naming.likeness import likeness, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mediastudy.corpus import Corpus, Phrases, TokenIndex

# Tokens in a candidate, by unit: words, characters.
LENGTHS: Final = ((1, 5), (2, 8))
# Candidates whose surroundings are compared in full, after a first look at a few of their occurrences.
POOL: Final = 1_000
FEW: Final = 30
MANY: Final = 500
# What the letters alone may say for a name.
LETTERS: Final = 0.6
# Forms of the phrase, and hits of it, that candidates are compared with.
FORMS: Final = 20
HITS: Final = 20_000
_QUERY: Final = re.compile(r"[\w\s-]+")

Integers = NDArray[np.int64]
Numbers = NDArray[np.float64]


class _Pool(NamedTuple):
    """Candidates of one unit: names, a sample of places of each, and all their occurrences by number."""

    names: list[str]
    lengths: Integers
    frequency: Integers
    starts: Integers
    bounds: Integers

    def sample(self, chosen: Integers, most: int) -> Places:
        """Up to ``most`` occurrences of each chosen candidate, evenly spread over the corpus."""
        counts = np.minimum(self.frequency[chosen], most)
        name = np.repeat(np.arange(len(chosen)), counts)
        step = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        spread = (step * self.frequency[chosen][name]) // np.maximum(counts[name], 1)
        return Places(name, self.starts[self.bounds[chosen][name] + spread], self.lengths[chosen][name])


@tables.framed
def suggest_variants(corpus: Corpus, phrases: Phrases, *, minimum: int = 5, most: int = 50) -> pd.DataFrame:
    """The table of candidates for further names of a phrase, the likeliest first.

    Candidates are runs of one to five words (two to eight characters in Chinese) that neither begin nor end with a stop
    word, and names that the text sets beside the phrase: *X (Y)*, *X, formerly known as Y*, *X 简称 Y*. Those that the
    phrase finds already are left out. Three things speak for a candidate:

    - s, the likeness of its letters to a form of the phrase found in the corpus (twice the pairs of letters that both
      have by the pairs of both), or 1 if one is the initials of the other;
    - c, the likeness of the words around both: the cosine of their vectors of surrounding types
      (:func:`~mediastudy.timelines.naming.contexts.vectors`), places of the candidate next to the phrase left out,
      since names of one thing seldom stand together, while words that go with it do;
    - a = k / (k + 1), with k the places where the text sets both beside each other by the root of the candidate's hits.

    The score is 1 - (1 - 0.6 s²)(1 - c)(1 - a). It orders candidates and is no probability: most of them are wrong, and
    what is right is for the scholar to say.

    Parameters
    ----------
    corpus : the documents to search
    phrases : as in :func:`~mediastudy.timelines.timeline`; each phrase has candidates of its own
    minimum : fewest occurrences of a candidate, unless it stands in apposition
    most : how many candidates to give for each phrase and unit

    Returns
    -------
    pd.DataFrame
        One row per phrase, unit and candidate, the highest score first, then by candidate: ``phrase``; ``candidate`` (a
        query that finds it); ``hits`` and ``documents`` with it; ``string_similarity`` (s, 0 to 1);
        ``context_similarity`` (c, 0 to 1); ``appositions`` (places); ``score`` (0 to 1); ``evidence``
        (``document:start-end`` of the first apposition or, without one, of the candidate's first occurrence by date);
        ``unit`` (words or characters).

    Raises
    ------
    ValueError
        If a query can't be read, or ``minimum`` or ``most`` is below 1.

    References
    ----------
    Dice, L. R. (1945). Measures of the amount of ecologic association between species. Ecology 26(3), 297-302. Those of
    :func:`~mediastudy.timelines.naming.contexts.vectors`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> texts = ["Port Orlo is dry.", "Velatown (once Port Orlo) is dry.", "Rain in Velatown."]
    >>> corpus = Corpus.build(pd.DataFrame({"document": list("abc"), "text": texts}))
    >>> found = suggest_variants(corpus, "Port Orlo", minimum=2)
    >>> found[["candidate", "hits", "appositions", "evidence"]].values.tolist()
    [['velatown', 2, 1, 'b:0-8']]
    """
    if min(minimum, most) < 1:
        message = f"minimum and most must be 1 or more, not {minimum} and {most}."
        raise ValueError(message)
    asked = variants(phrases)
    whole = [(one.phrase, one.hits) for one in match_phrases(corpus, phrases) if one.variant is None]
    parts = []
    for unit in range(len(UNITS)):
        pool = _pool(corpus, unit, minimum)
        for place, (phrase, hits) in enumerate(whole):
            rows = _suggested(corpus, pool, hits, [variant.query for variant in asked[phrase]], unit=unit, most=most)
            parts.append(rows.assign(phrase=phrase, unit=UNITS[unit], _phrase=place))
    found = pd.concat(parts).sort_values("_phrase", kind="stable").drop(columns="_phrase")
    return tables.conform(found, "variant_suggestions")[list(tables.COLUMNS["variant_suggestions"])]


def _pool(corpus: Corpus, unit: int, minimum: int) -> _Pool:
    """The candidates of the documents in one unit."""
    index = corpus.index
    positions = index.positions_of(corpus.rows[corpus.units == unit]).astype(np.int64)
    shortest, longest = LENGTHS[unit]
    runs = candidates(index, positions, edges=_edges(corpus), longest=longest, minimum=minimum)[shortest - 1 :]
    names = [name for part in runs for name in joined(index.types, part.words)]
    frequency = np.concatenate([part.frequency for part in runs])
    lengths = np.concatenate([np.full(len(part.words), part.words.shape[1], dtype=np.int64) for part in runs])
    bounds = np.append(0, np.cumsum(frequency))
    return _Pool(names, lengths, frequency, np.concatenate([part.starts for part in runs]), bounds)


def _edges(corpus: Corpus) -> NDArray[np.bool_]:
    """Which types may begin and end a name: words that are no stop words of the corpus's languages."""
    import stopwordsiso

    spoken = corpus.codes("language")[1].dropna().str.lower().str.split("-").str[0]
    languages = {"en", "zh", *spoken} & set(stopwordsiso.langs())
    stops = set().union(*(stopwordsiso.stopwords(language) for language in languages))
    types = corpus.index.types
    return np.fromiter((word[0].isalnum() and word not in stops for word in types), dtype=bool, count=len(types))


def _suggested(
    corpus: Corpus, pool: _Pool, hits: Hits, queries: Sequence[str], *, unit: int, most: int
) -> pd.DataFrame:
    """The best candidates of one unit for one phrase, the best first."""
    forms = _forms(corpus.index, hits) or [plain(query) for query in queries]
    hits = Hits(*(part[corpus.units[hits.document] == unit] for part in hits))
    beside: dict[str, list[Apposition]] = {}
    for found in appositions(corpus, hits):
        beside.setdefault(found.name, []).append(found)
    pool = _extended(corpus, pool, sorted(beside.keys() - set(pool.names)), unit=unit)
    letters = likeness(pool.names, forms)
    chosen = _chosen(corpus.index, pool, hits, letters, beside)
    chosen = chosen[~np.isin(np.array(pool.names, dtype=object)[chosen], forms)]
    count = np.array([len(beside.get(pool.names[number], ())) for number in chosen.tolist()], dtype=np.int64)
    told = count / np.sqrt(pool.frequency[chosen])
    context = _context(corpus.index, pool, hits, chosen)
    made = pd.DataFrame(
        {
            "candidate": [pool.names[number] for number in chosen.tolist()],
            "hits": pool.frequency[chosen],
            "string_similarity": letters[chosen],
            "context_similarity": context,
            "appositions": count,
            "score": 1 - (1 - LETTERS * letters[chosen] ** 2) * (1 - context) / (1 + told),
            "_number": chosen,
        }
    )
    ranked = made.loc[made["score"] > 0].sort_values(["score", "candidate"], ascending=[False, True])
    return _evidence(corpus, pool, ranked.head(most), beside)


def _forms(index: TokenIndex, hits: Hits) -> list[str]:
    """The forms in which the phrase occurs, the most frequent first."""
    lengths = hits.end - hits.start
    found: dict[str, int] = {}
    for length in np.unique(lengths).tolist():
        starts = hits.start[lengths == length]
        words, counts = np.unique(
            index.types_at(starts[:, None] + np.arange(length)[None, :]), axis=0, return_counts=True
        )
        found |= dict(zip(joined(index.types, words), counts.tolist(), strict=True))
    return sorted(found, key=lambda form: (-found[form], form))[:FORMS]


def _extended(corpus: Corpus, pool: _Pool, names: Sequence[str], *, unit: int) -> _Pool:
    """The candidates with names in apposition that are rarer than the others."""
    plain_names = [name for name in names if _QUERY.fullmatch(name)]
    found = [match(corpus, name) for name in plain_names]
    found = [Hits(*(part[corpus.units[hits.document] == unit] for part in hits)) for hits in found]
    kept = [(name, hits) for name, hits in zip(plain_names, found, strict=True) if len(hits.start)]
    frequency = np.append(pool.frequency, [len(hits.start) for _, hits in kept]).astype(np.int64)
    return _Pool(
        [*pool.names, *(name for name, _ in kept)],
        np.append(pool.lengths, [hits.end[0] - hits.start[0] for _, hits in kept]).astype(np.int64),
        frequency,
        np.concatenate([pool.starts, *(hits.start for _, hits in kept)]),
        np.append(0, np.cumsum(frequency)),
    )


def _chosen(index: TokenIndex, pool: _Pool, hits: Hits, letters: Numbers, beside: Mapping[str, Any]) -> Integers:
    """The candidates to compare in full: those most like the phrase in letters or, at first sight, in company."""
    everyone = np.arange(len(pool.names))
    places = pool.sample(everyone, FEW)
    matched = np.bincount(places.name[near(places, hits, 0)], minlength=len(everyone))
    free = 2 * matched <= np.minimum(pool.frequency, FEW)
    away = places.taken(~near(places, hits, SPAN))
    weights = _company(index, hits)
    sums = np.zeros(len(everyone))
    for name, feature in around(index, away):
        sums += np.bincount(name, weights=weights[feature], minlength=len(everyone))
    # A few occurrences say less than many.
    first_sight = sums / (np.bincount(away.name, minlength=len(everyone)) + FEW / 4)
    told = np.array([number for number, name in enumerate(pool.names) if name in beside], dtype=np.int64)
    best = [np.argsort(-values, kind="stable")[:POOL] for values in (first_sight, letters)]
    chosen = np.unique(np.concatenate([*best, told])).astype(np.int64)
    return np.asarray(chosen[free[chosen]])


def _company(index: TokenIndex, hits: Hits) -> Numbers:
    """The weight of every feature beside the phrase."""
    return np.asarray(vectors(index, _of_phrase(hits), 1).toarray()[0])


def _of_phrase(hits: Hits) -> Places:
    """Where the phrase occurs, as places of one name."""
    last = len(hits.start) - 1
    chosen = np.unique(np.linspace(0, max(last, 0), HITS).astype(np.int64))[: last + 1]
    start, end = (np.asarray(part[chosen], dtype=np.int64) for part in (hits.start, hits.end))
    return Places(np.zeros(len(start), dtype=np.int64), start, end - start)


def _context(index: TokenIndex, pool: _Pool, hits: Hits, chosen: Integers) -> Numbers:
    """The cosine of the surroundings of each chosen candidate and of the phrase."""
    places = pool.sample(chosen, MANY)
    made = vectors(index, places.taken(~near(places, hits, SPAN)), len(chosen))
    return np.asarray(np.clip(made @ _company(index, hits), 0, 1))


def _evidence(corpus: Corpus, pool: _Pool, rows: pd.DataFrame, beside: Mapping[str, list[Apposition]]) -> pd.DataFrame:
    """The rows with the documents of each candidate, and the way back to a first line of it."""
    index, number = corpus.index, corpus.column("document")
    rank = corpus.column("date").rank(method="first", na_option="bottom").to_numpy()
    documents, evidence = [], []
    for candidate, name in zip(rows["candidate"], rows["_number"], strict=True):
        starts = pool.starts[pool.bounds[name] : pool.bounds[name + 1]]
        of = np.searchsorted(corpus.rows, index.documents_at(starts))
        documents.append(len(np.unique(of)))
        if candidate in beside:
            first = beside[candidate][0]
            evidence.append(f"{number[first.document]}:{first.start}-{first.end}")
            continue
        one = int(np.argmin(rank[of]))
        hit = Hits(of[[one]], starts[[one]], starts[[one]] + pool.lengths[name])
        (start,), (end,) = spans(corpus, hit)
        evidence.append(f"{number[of[one]]}:{start}-{end}")
    return rows.assign(documents=np.array(documents, dtype=np.int64), evidence=pd.Series(evidence, dtype="str").array)
