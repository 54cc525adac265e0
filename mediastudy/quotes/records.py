"""Quotations as one record a document, the form of the .jsonl output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = ("kind", "speech", "speaker", "speaker_kind", "role", "resolution")
_PARTS: Final = ("content", "cue", "source")


def as_records(
    quotes: pd.DataFrame, quote_spans: pd.DataFrame, documents: pd.DataFrame | None = None
) -> Iterator[dict[str, Any]]:
    """One record a document: its id and its quotations with their character spans.

    Parameters
    ----------
    quotes, quote_spans
        Tables made by :func:`mediastudy.extract_quotes`.
    documents
        A documents table; with it, documents without quotations have a record too, and its order is kept.

    Yields
    ------
    dict
        ``document``, and ``quotes``: a list of dicts with ``content``, ``cue`` and ``source`` (lists of
        ``[start, end]``), ``kind``, ``speech``, ``speaker``, ``speaker_kind``, ``role`` and ``resolution``; what is
        missing is None.

    Raises
    ------
    ValueError
        If a table lacks a column.

    Examples
    --------
    >>> from mediastudy.quotes import extract_quotes
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["She said no rain fell."]})
    >>> record = next(as_records(*extract_quotes(documents), documents))
    >>> record["document"], record["quotes"][0]["content"]
    ('a', [[9, 21]])
    """
    tables.require(quotes, ["quote", "document", *_FIELDS], what="quotes")
    tables.require(quote_spans, ["quote", "part", "start", "end"], what="quote_spans")
    spans = _spans_of(quote_spans)
    of_document: dict[str, list[dict[str, Any]]] = {}
    if documents is not None:
        tables.require(documents, ["document"], what="documents")
        of_document = {str(document): [] for document in documents["document"]}
    for row in quotes.to_dict("records"):
        parts = spans.get(row["quote"], {})
        record = {part: parts.get(part, []) for part in _PARTS}
        of_document.setdefault(row["document"], []).append(record | {name: _known(row[name]) for name in _FIELDS})
    for document, found in of_document.items():
        yield {"document": document, "quotes": found}


def _spans_of(quote_spans: pd.DataFrame) -> dict[str, dict[str, list[list[int]]]]:
    """Each quotation's spans by part."""
    spans: dict[str, dict[str, list[list[int]]]] = {}
    columns = (quote_spans[name].tolist() for name in ("quote", "part", "start", "end"))
    for quote, part, start, end in zip(*columns, strict=True):
        spans.setdefault(quote, {}).setdefault(part, []).append([start, end])
    return spans


def _known(value: Any) -> Any:
    """The value, None if it is missing."""
    return None if pd.isna(value) else value
