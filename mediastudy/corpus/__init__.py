"""Documents to a corpus: tokens, their index, and the query language."""

from mediastudy.corpus.corpus import Corpus
from mediastudy.corpus.counting import type_counts
from mediastudy.corpus.groups import groups
from mediastudy.corpus.hits import Hits, union
from mediastudy.corpus.index import TokenIndex
from mediastudy.corpus.locating import spans
from mediastudy.corpus.matching import match
from mediastudy.corpus.phrases import Phrases, match_phrases, named
from mediastudy.corpus.query import parse
from mediastudy.corpus.queryfile import Queries, read_queries

__all__ = [
    "Corpus",
    "Hits",
    "Phrases",
    "Queries",
    "TokenIndex",
    "groups",
    "match",
    "match_phrases",
    "named",
    "parse",
    "read_queries",
    "spans",
    "type_counts",
    "union",
]
