"""Quotations in articles: who says what, with which verb, in which role."""

from __future__ import annotations

from mediastudy.quotes.extract import Quotes, extract_quotes
from mediastudy.quotes.records import as_records
from mediastudy.quotes.voices import cues, speakers

__all__ = ["Quotes", "as_records", "cues", "extract_quotes", "speakers"]
