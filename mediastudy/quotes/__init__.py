"""Quotations in articles: who says what, with which verb, in which role."""

from __future__ import annotations

from mediastudy.quotes.cues import cues
from mediastudy.quotes.extract import Quotes, extract_quotes
from mediastudy.quotes.merging.variants import name_variants, with_speakers
from mediastudy.quotes.readingview import reading_view
from mediastudy.quotes.records import as_records
from mediastudy.quotes.speakers import speakers
from mediastudy.quotes.stance import with_stance
from mediastudy.quotes.streaming import stream_quotes
from mediastudy.quotes.voices import voices

__all__ = [
    "Quotes",
    "as_records",
    "cues",
    "extract_quotes",
    "name_variants",
    "reading_view",
    "speakers",
    "stream_quotes",
    "voices",
    "with_speakers",
    "with_stance",
]
