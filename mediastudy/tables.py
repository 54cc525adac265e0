"""The tables of mediastudy: their columns, dtypes and meaning, and how they are checked.

Every analysis takes tables and returns a table. ``COLUMNS`` is the one place where a column's name, dtype and
meaning are fixed; ``docs/tables.md`` is what ``describe()`` returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TEXT: Final = "str"
COUNT: Final = "int64"
NUMBER: Final = "float64"
DATE: Final = "datetime64[us]"
FLAG: Final = "bool"
UNKNOWN_COUNT: Final = "Int64"

COLUMNS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "documents": {
        "document": (TEXT, "stable id of the article"),
        "date": (DATE, "date as published, missing if unknown"),
        "date_raw": (TEXT, "the date as printed"),
        "date_precision": (TEXT, "day, month, year or none"),
        "outlet": (TEXT, "whose article it is"),
        "agency": (TEXT, "wire service credited"),
        "host": (TEXT, "site or database it was found on"),
        "title": (TEXT, "headline"),
        "byline": (TEXT, "who wrote it"),
        "section": (TEXT, "section or breadcrumb"),
        "dateline": (TEXT, "place and date that open the text"),
        "language": (TEXT, "two-letter code, missing if unknown"),
        "url": (TEXT, "address it was saved from"),
        "text": (TEXT, "the body; every offset counts its characters"),
        "captions": (TEXT, "captions taken out of the body, one a line"),
        "file": (TEXT, "path under data/raw"),
        "story": (TEXT, "id of the earliest copy of the same story"),
        "copy": (TEXT, "original, exact, near or excerpt"),
    },
    "removals": {
        "document": (TEXT, "id of the article"),
        "kind": (TEXT, "furniture, caption, dateline, credit ..."),
        "text": (TEXT, "the piece taken out, as it stood"),
        "order": (COUNT, "its place among the article's removals, from 0"),
    },
    "files": {
        "file": (TEXT, "path under data/raw"),
        "sha256": (TEXT, "checksum of the file"),
        "format": (TEXT, "name of the reader, missing if none took it"),
        "announced": (UNKNOWN_COUNT, "articles the file says it holds, missing if it does not say"),
        "found": (COUNT, "articles found"),
        "kept": (COUNT, "articles kept as documents"),
        "undated": (COUNT, "kept articles without a date"),
    },
    "problems": {
        "file": (TEXT, "path under data/raw"),
        "place": (TEXT, "where in the file: a line, a row, an article"),
        "problem": (TEXT, "short stable name"),
        "detail": (TEXT, "what was found and what was done"),
    },
    "intake": {
        "step": (TEXT, "files, articles found, documents kept, undated, a kind of problem ..."),
        "count": (COUNT, "how many"),
    },
    "frequencies": {
        "type": (TEXT, "distinct word form or n-gram"),
        "frequency": (COUNT, "tokens of the type"),
        "relative_frequency": (NUMBER, "per million tokens of the group, before any filter"),
        "document_frequency": (COUNT, "documents with the type"),
    },
    "concordance": {
        "evidence": (TEXT, "stable id document:start-end"),
        "document": (TEXT, "id of the article"),
        "date": (DATE, "date as published"),
        "outlet": (TEXT, "whose article it is"),
        "left": (TEXT, "text before the node"),
        "node": (TEXT, "the words searched, as printed"),
        "right": (TEXT, "text after the node"),
    },
    "timeline": {
        "period": (DATE, "first day of the period"),
        "phrase": (TEXT, "name of the phrase"),
        "variant": (TEXT, "one query of the phrase, missing for the whole phrase"),
        "hits": (COUNT, "occurrences"),
        "documents_with_hit": (COUNT, "documents with an occurrence"),
        "documents": (COUNT, "documents of the period"),
        "tokens": (COUNT, "tokens of the period"),
        "rate": (NUMBER, "hits per million tokens"),
        "rate_low": (NUMBER, "lower end of the rate's 95 % interval"),
        "rate_high": (NUMBER, "upper end of the rate's 95 % interval"),
        "share": (NUMBER, "share of documents with an occurrence, 0 to 1"),
        "share_low": (NUMBER, "lower end of the share's 95 % interval"),
        "share_high": (NUMBER, "upper end of the share's 95 % interval"),
        "covered": (FLAG, "whether the period has documents with tokens"),
    },
    "quotes": {
        "quote": (TEXT, "id: document and running number"),
        "document": (TEXT, "id of the article"),
        "kind": (TEXT, "direct, indirect or mixed"),
        "content": (TEXT, "what is said; fragments joined by ' ... '"),
        "content_start": (COUNT, "start of the outer span"),
        "content_end": (COUNT, "end of the outer span, exclusive"),
        "cue": (TEXT, "reporting verb or phrase, missing if none"),
        "cue_start": (UNKNOWN_COUNT, "start of the cue"),
        "cue_end": (UNKNOWN_COUNT, "end of the cue, exclusive"),
        "source": (TEXT, "words that name who is quoted, missing if none"),
        "source_start": (UNKNOWN_COUNT, "start of the source"),
        "source_end": (UNKNOWN_COUNT, "end of the source, exclusive"),
        "speech": (FLAG, "speech act (true) or attitude, belief, plan (false)"),
        "speaker": (TEXT, "person or body the source is resolved to, missing if unnamed"),
        "speaker_kind": (TEXT, "person, organisation, group, document or unnamed"),
        "role": (TEXT, "title or description of the speaker in the article"),
        "resolution": (TEXT, "how the speaker was found: named, surname, pronoun, role, turn, none ..."),
        "confidence": (NUMBER, "0 to 1, missing for rules that have not been calibrated"),
    },
    "quote_spans": {
        "quote": (TEXT, "id of the quotation"),
        "part": (TEXT, "content, cue or source"),
        "start": (COUNT, "start in documents.text"),
        "end": (COUNT, "end in documents.text, exclusive"),
    },
    "speakers": {
        "speaker": (TEXT, "name of the person or body"),
        "speaker_kind": (TEXT, "person, organisation, group or document"),
        "role": (TEXT, "role most often given"),
        "quotes": (COUNT, "quotations"),
        "words": (COUNT, "words in their contents"),
        "documents": (COUNT, "documents that quote them"),
        "outlets": (COUNT, "outlets that quote them"),
        "first": (DATE, "earliest date quoted"),
        "last": (DATE, "latest date quoted"),
    },
    "cues": {
        "cue": (TEXT, "reporting verb or phrase, lower case"),
        "quotes": (COUNT, "quotations it introduces"),
        "share": (NUMBER, "share of the quotations with a cue, 0 to 1"),
        "documents": (COUNT, "documents that use it to quote"),
    },
}


def empty(table: str) -> pd.DataFrame:
    """An empty table with the documented columns and dtypes.

    Examples
    --------
    >>> list(empty("files").columns)
    ['file', 'sha256', 'format', 'announced', 'found', 'kept', 'undated']
    """
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, (dtype, _) in COLUMNS[table].items()})


def conform(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The frame with the table's columns first and in order, its dtypes, and a fresh RangeIndex.

    Columns that the frame lacks are filled with missing values; further columns follow unchanged.

    Raises
    ------
    ValueError
        If a column can't take its dtype (a count that is missing, a date that is none).

    Examples
    --------
    >>> conform(pd.DataFrame({"file": ["a.txt"], "found": [1], "kept": [1], "undated": [0]}), "files").dtypes["file"]
    <StringDtype(na_value=nan)>
    """
    columns = COLUMNS[table]
    missing = [name for name in columns if name not in frame]
    filled = frame.reset_index(drop=True).assign(**dict.fromkeys(missing, None))
    extra = [name for name in filled if name not in columns]
    try:
        typed = filled.astype({name: dtype for name, (dtype, _) in columns.items()})
    except (TypeError, ValueError) as error:
        message = f"the table {table} can't be made: {error}"
        raise ValueError(message) from error
    return typed[[*columns, *extra]]


def require(frame: pd.DataFrame, columns: Sequence[str], *, what: str) -> None:
    """Raise if the frame lacks a column.

    Raises
    ------
    ValueError
        Naming what is missing, what was found, and what to do.

    Examples
    --------
    >>> require(pd.DataFrame({"text": []}), ["text"], what="documents")
    """
    missing = [name for name in columns if name not in frame]
    if missing:
        message = (
            f"{what} has no column {', '.join(missing)}; it has {', '.join(map(str, frame.columns)) or 'none'}. "
            f"Name one of these, or rename a column."
        )
        raise ValueError(message)


def choose(value: str, allowed: Iterable[str], *, what: str) -> str:
    """The value itself, if it is allowed.

    Raises
    ------
    ValueError
        Naming the values that are allowed.

    Examples
    --------
    >>> choose("year", ["year", "month"], what="every")
    'year'
    """
    options = list(allowed)
    if value not in options:
        message = f"{what} must be one of {', '.join(options)}, not {value!r}."
        raise ValueError(message)
    return value


def describe() -> str:
    """Every table with its columns, dtypes and meanings, as the Markdown of docs/tables.md.

    Examples
    --------
    >>> print(describe().splitlines()[0])
    # Tables
    """
    parts = [
        "# Tables",
        "",
        "One row per what the heading names; `by` columns come first, further columns of documents pass through.",
        "This page is `mediastudy.tables.describe()`; a test keeps it true.",
    ]
    for table, columns in COLUMNS.items():
        parts += ["", f"## {table}", "", "| column | dtype | meaning |", "|---|---|---|"]
        parts += [f"| `{name}` | {dtype} | {meaning} |" for name, (dtype, meaning) in columns.items()]
    return "\n".join(parts) + "\n"
