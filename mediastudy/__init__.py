"""Read folders of news articles, count terms, attribute quotes, draw phrase timelines.

Tables go in and tables come out; each function is named after the table it makes:

>>> import mediastudy as ms
>>> documents = ms.example()
>>> corpus = ms.Corpus.build(documents)
>>> ms.timeline(corpus, "paired-up assistance")[["period", "hits"]].hits.sum().item()
2

Raw files to documents
    ``read`` a folder or file into an ``Intake`` (documents, files, problems, removals, undated ...), ``explain`` what a
    file looks like, take a date that was found elsewhere ``with_hints``, see a page ``restored`` with what was taken
    out of it;
    ``Corpus.build``, ``Corpus.open``, ``corpus.where`` index documents and pick some of them.
Copies
    ``duplicates`` of texts, documents ``with_stories``, what is ``counted`` by publication or story, ``stories`` by
    outlet or year, ``edits`` between copies.
Terms
    ``frequencies`` of types or n-grams, ``phrase_frequencies`` of queries, ``concordance`` of a phrase with its
    evidence, ``collocates`` near it; ``keywords`` of one corpus against another (``keywords_as`` other tools print
    them); ``dispersion`` of types over documents, ``lexical_diversity`` of texts; ``usage`` of a phrase's collocates by
    period; ``read_queries`` from queries.toml.
Quotes
    ``extract_quotes`` from documents into ``Quotes(quotes, quote_spans)``, or ``stream_quotes`` into a folder when
    there are many; ``reading_view`` of articles with their quotes marked; ``speakers`` with their names merged (quotes
    ``with_speakers``, the merges in ``name_variants``), ``voices``' shares, ``cues`` and quotes ``with_stance``.
Timelines
    ``timeline`` of phrases with the ``evidence`` behind each row, ``first_use`` and ``last_use``; ``undated`` documents
    it had to leave out, ``coverage`` by outlet; ``ratios`` of phrases; ``standardised`` rates, their ``decomposition``;
    ``smoothed`` lines, ``trend``, ``change_points`` and ``change_models``; ``read_events`` and ``event_test``;
    ``renderings`` of a phrase by period, variants ``out_of_dates``, ``suggest_variants``; ``placement`` in titles and
    leads, ``quoted_hits`` as ``QuotedHits(quoted_hits, quoting_speakers)``; ``timeline_view``, a ``TimelineView`` to
    point at, and ``live_timeline``.
Charts and reports
    ``mediastudy.charts`` draws a table; ``mediastudy.reports`` sets figures, tables and whole notebooks.
A study folder
    ``build`` makes data/processed from data/raw; ``open_corpus`` opens it; ``intake`` counts what came in,
    ``intake_flow`` where it went; ``new`` makes a folder for one's own articles; ``methods`` says in a report how it
    was counted; ``example`` gives three articles to try things on.

Every table's columns are described in ``mediastudy.tables`` and docs/tables.md.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus, read_queries
    from mediastudy.documents import Intake, counted, edits, explain, read, restored, stories, with_hints
    from mediastudy.documents.duplicates import duplicates, with_stories
    from mediastudy.examples import example
    from mediastudy.methodstext import methods
    from mediastudy.quotes import (
        Quotes,
        extract_quotes,
        name_variants,
        reading_view,
        stream_quotes,
        with_speakers,
        with_stance,
    )
    from mediastudy.quotes.cues import cues
    from mediastudy.quotes.speakers import speakers
    from mediastudy.quotes.voices import voices
    from mediastudy.stages import build
    from mediastudy.study import intake, intake_flow, new, open_corpus
    from mediastudy.terms import (
        collocates,
        frequencies,
        keywords,
        keywords_as,
        lexical_diversity,
        phrase_frequencies,
    )
    from mediastudy.terms.concordance import concordance
    from mediastudy.terms.dispersion import dispersion
    from mediastudy.terms.usage import usage
    from mediastudy.timelines import (
        QuotedHits,
        TimelineView,
        change_models,
        change_points,
        event_test,
        first_use,
        last_use,
        live_timeline,
        out_of_dates,
        quoted_hits,
        read_events,
        renderings,
        smoothed,
        standardised,
        suggest_variants,
        timeline_view,
        undated,
    )
    from mediastudy.timelines.coverage import coverage
    from mediastudy.timelines.decomposition import decomposition
    from mediastudy.timelines.evidence import evidence
    from mediastudy.timelines.placement import placement
    from mediastudy.timelines.ratios import ratios
    from mediastudy.timelines.timeline import timeline
    from mediastudy.timelines.trend import trend

__version__: Final = "0.1.0"

_HOMES: Final = {
    "Corpus": "corpus",
    "Intake": "documents",
    "QuotedHits": "timelines",
    "Quotes": "quotes",
    "TimelineView": "timelines",
    "build": "stages",
    "change_models": "timelines",
    "change_points": "timelines",
    "collocates": "terms",
    "concordance": "terms",
    "counted": "documents",
    "coverage": "timelines",
    "cues": "quotes",
    "decomposition": "timelines",
    "dispersion": "terms",
    "duplicates": "documents",
    "edits": "documents",
    "event_test": "timelines",
    "evidence": "timelines",
    "example": "examples",
    "explain": "documents",
    "extract_quotes": "quotes",
    "first_use": "timelines",
    "frequencies": "terms",
    "intake": "study",
    "intake_flow": "study",
    "keywords": "terms",
    "keywords_as": "terms",
    "last_use": "timelines",
    "lexical_diversity": "terms",
    "live_timeline": "timelines",
    "methods": "methodstext",
    "name_variants": "quotes",
    "new": "study",
    "open_corpus": "study",
    "out_of_dates": "timelines",
    "phrase_frequencies": "terms",
    "placement": "timelines",
    "quoted_hits": "timelines",
    "ratios": "timelines",
    "read": "documents",
    "read_events": "timelines",
    "read_queries": "corpus",
    "reading_view": "quotes",
    "renderings": "timelines",
    "restored": "documents",
    "smoothed": "timelines",
    "speakers": "quotes",
    "standardised": "timelines",
    "stories": "documents",
    "stream_quotes": "quotes",
    "suggest_variants": "timelines",
    "timeline": "timelines",
    "timeline_view": "timelines",
    "trend": "timelines",
    "undated": "timelines",
    "usage": "terms",
    "voices": "quotes",
    "with_hints": "documents",
    "with_speakers": "quotes",
    "with_stance": "quotes",
    "with_stories": "documents",
}

__all__ = [
    "Corpus",
    "Intake",
    "QuotedHits",
    "Quotes",
    "TimelineView",
    "build",
    "change_models",
    "change_points",
    "collocates",
    "concordance",
    "counted",
    "coverage",
    "cues",
    "decomposition",
    "dispersion",
    "duplicates",
    "edits",
    "event_test",
    "evidence",
    "example",
    "explain",
    "extract_quotes",
    "first_use",
    "frequencies",
    "intake",
    "intake_flow",
    "keywords",
    "keywords_as",
    "last_use",
    "lexical_diversity",
    "live_timeline",
    "methods",
    "name_variants",
    "new",
    "open_corpus",
    "out_of_dates",
    "phrase_frequencies",
    "placement",
    "quoted_hits",
    "ratios",
    "read",
    "read_events",
    "read_queries",
    "reading_view",
    "renderings",
    "restored",
    "smoothed",
    "speakers",
    "standardised",
    "stories",
    "stream_quotes",
    "suggest_variants",
    "timeline",
    "timeline_view",
    "trend",
    "undated",
    "usage",
    "voices",
    "with_hints",
    "with_speakers",
    "with_stance",
    "with_stories",
]


def __getattr__(name: str) -> Any:
    """The public name, imported on first use so that ``import mediastudy`` stays fast."""
    if name not in _HOMES:
        message = f"mediastudy has no {name!r}; it has {', '.join(__all__)}."
        raise AttributeError(message)
    return getattr(importlib.import_module(f"mediastudy.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*__all__, "__version__"])
