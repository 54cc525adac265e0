"""Which words and phrases a corpus uses, how often, and where."""

from mediastudy.terms.collocation import collocates
from mediastudy.terms.concordance import concordance
from mediastudy.terms.dispersion import dispersion
from mediastudy.terms.diversity import lexical_diversity
from mediastudy.terms.exports import keywords_as
from mediastudy.terms.frequency import frequencies
from mediastudy.terms.keyness import keywords
from mediastudy.terms.phrases import phrase_frequencies
from mediastudy.terms.usage import usage

__all__ = [
    "collocates",
    "concordance",
    "dispersion",
    "frequencies",
    "keywords",
    "keywords_as",
    "lexical_diversity",
    "phrase_frequencies",
    "usage",
]
