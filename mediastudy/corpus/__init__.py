"""Documents to a corpus: tokens, their index, and the query language."""

from mediastudy.corpus.corpus import Corpus
from mediastudy.corpus.counting import type_counts
from mediastudy.corpus.groups import groups
from mediastudy.corpus.index import TokenIndex
from mediastudy.corpus.locating import spans
from mediastudy.corpus.matching import Hits, match, union
from mediastudy.corpus.query import parse

__all__ = ["Corpus", "Hits", "TokenIndex", "groups", "match", "parse", "spans", "type_counts", "union"]
