"""Named phrases: groups of queries that count together, with what each of them finds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mediastudy.corpus.hits import Hits, union
from mediastudy.corpus.matching import match
from mediastudy.corpus.queryfile import Phrase, Queries, Variant, read_queries

if TYPE_CHECKING:
    from mediastudy.corpus.corpus import Corpus

Asked = str | Variant | Sequence[str | Variant]
Phrases = Asked | Mapping[str, Asked | Phrase] | os.PathLike[str] | Queries


class PhraseHits(NamedTuple):
    """The hits of a whole phrase, or of one of its variants, named by its query."""

    phrase: str
    variant: str | None
    hits: Hits


def variants(phrases: Phrases) -> dict[str, list[Variant]]:
    """The variants of each phrase by its name.

    ``phrases`` is a query, several queries (each a phrase named by itself), names with the query or queries that each
    stands for, the path of a ``queries.toml``, or what :func:`read_queries` gave. Text is a query, unless it ends in
    ``.toml``. A query that is given twice counts once.

    Raises
    ------
    ValueError
        If a phrase holds no query, or a query twice with different options.

    Examples
    --------
    >>> {name: [variant.query for variant in found] for name, found in variants({"help": ["aid", "relief"]}).items()}
    {'help': ['aid', 'relief']}
    """
    if isinstance(phrases, os.PathLike) or (isinstance(phrases, str) and phrases.endswith(".toml")):
        phrases = read_queries(phrases)
    if isinstance(phrases, Queries):
        return {name: list(phrase.variants) for name, phrase in phrases.phrases.items()}
    if isinstance(phrases, Mapping):
        named = {
            name: _distinct(asked.variants if isinstance(asked, Phrase) else asked) for name, asked in phrases.items()
        }
    else:
        named = {variant.query: [variant] for variant in _distinct(phrases)}
    empty = [name for name, found in named.items() if not found]
    if empty or not named:
        message = f"{f'The phrase {empty[0]!r}' if empty else 'phrases'} holds no query; give at least one."
        raise ValueError(message)
    return named


def named(phrases: Phrases) -> dict[str, list[str]]:
    """The queries of each phrase by its name, without their options.

    Raises
    ------
    ValueError
        As :func:`variants` does.

    Examples
    --------
    >>> named(["aid", "relief"])
    {'aid': ['aid'], 'relief': ['relief']}
    """
    return {name: [variant.query for variant in found] for name, found in variants(phrases).items()}


def match_phrases(corpus: Corpus, phrases: Phrases) -> Iterator[PhraseHits]:
    """The hits of each whole phrase, followed by those of each of its variants.

    In the whole phrase a hit inside a hit of another variant is left out, so that a passage that several variants find
    counts once. A variant with a language is searched in documents of that language, and in those whose language is
    unknown; *zh* stands for *zh-Hant*, too.

    Raises
    ------
    ValueError
        If a query can't be read, or as :func:`variants` does.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Food aid and aid"]}))
    >>> [(variant, len(hits.start)) for _, variant, hits in match_phrases(corpus, {"help": ["aid", "food aid"]})]
    [(None, 2), ('aid', 2), ('food aid', 1)]
    """
    for name, asked in variants(phrases).items():
        found = [_matched(corpus, variant) for variant in asked]
        yield PhraseHits(name, None, union(found))
        yield from (PhraseHits(name, variant.query, hits) for variant, hits in zip(asked, found, strict=True))


def _matched(corpus: Corpus, variant: Variant) -> Hits:
    """The hits of a variant in the documents of its language."""
    hits = match(corpus, variant.query, joined=variant.joined, across=variant.across)
    if variant.language is None:
        return hits
    number, languages = corpus.codes("language")
    wanted, spoken = variant.language.lower(), languages.str.lower()
    serves = languages.isna() | (spoken == wanted) | spoken.str.startswith(f"{wanted}-")
    kept = serves.to_numpy(dtype=bool)[number[hits.document]]
    return Hits(*(part[kept] for part in hits))


def _distinct(asked: Asked) -> list[Variant]:
    """The variants without repetition."""
    listed = [asked] if isinstance(asked, str | Variant) else asked
    found: dict[str, Variant] = {}
    for one in listed:
        variant = Variant(one) if isinstance(one, str) else one
        if found.setdefault(variant.query, variant) != variant:
            message = f"The query {variant.query!r} is given twice with different options; keep one of them."
            raise ValueError(message)
    return list(found.values())
