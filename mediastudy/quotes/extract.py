"""Quotations of a documents table: the one public door.

Spans come from :mod:`mediastudy.quotes.rules.finding`, speakers from
:mod:`mediastudy.quotes.resolving.resolution`, kinds from :mod:`mediastudy.quotes.kinds`; this module only sets them as
tables.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import tables
from mediastudy.processes import pool
from mediastudy.quotes.kinds import kind_of
from mediastudy.quotes.resolving.resolution import resolve
from mediastudy.quotes.rules.finding import find_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mediastudy.quotes.drafts import Draft, Span
    from mediastudy.quotes.resolving.scene import Speaker

_JOIN: Final = " ... "
_HAN_LANGUAGES: Final = ("zh",)
_CHUNK: Final = 200

Row = dict[str, Any]
Article = tuple[str, str, str, bool | None]


class Quotes(NamedTuple):
    """Quotations, and the character spans of their contents, cues and sources."""

    quotes: pd.DataFrame
    quote_spans: pd.DataFrame


@tables.framed
def extract_quotes(
    documents: pd.DataFrame, *, attitudes: bool = False, progress: bool = False, processes: int = 1
) -> Quotes:
    """Quotations of the documents with their speakers, by rules for English and simple ones for Chinese.

    Parameters
    ----------
    documents
        A documents table; its columns document and text are needed, title and language are used where they are.
    attitudes
        Keep beliefs, hopes, plans and support as well as speech acts.
    progress
        Show a progress bar.
    processes
        How many processes share the work. More than one starts fresh interpreters: a script then needs the usual
        ``if __name__ == "__main__":`` guard.

    Returns
    -------
    Quotes
        ``quotes``, one row per quotation in the order of the text, and ``quote_spans``, one row per fragment;
        columns as in :data:`mediastudy.tables.COLUMNS`. Offsets count the characters of ``documents.text``.
        ``confidence`` is missing: the rules are not calibrated.

    Raises
    ------
    ValueError
        If a needed column is missing or ``processes`` is less than one.

    References
    ----------
    Content conventions follow Newell, E., Margolin, D. and Ruths, D. (2018). An attribution relations corpus for
    political news. Proceedings of LREC 2018.

    Examples
    --------
    >>> text = 'Mayor Ada Orlo said taxes would fall. "At last," she said.'
    >>> documents = pd.DataFrame({"document": ["a"], "text": [text]})
    >>> extract_quotes(documents).quotes[["content", "speaker", "kind"]].values.tolist()
    [['taxes would fall', 'Ada Orlo', 'indirect'], ['"At last,"', 'Ada Orlo', 'direct']]
    """
    tables.require(documents, ["document", "text"], what="documents")
    if processes < 1:
        message = f"processes must be at least 1, not {processes}."
        raise ValueError(message)
    rows: list[Row] = []
    spans: list[Row] = []
    for quotes, fragments in _worked(
        list(_articles(documents)), attitudes=attitudes, progress=progress, processes=processes
    ):
        rows += quotes
        spans += fragments
    return Quotes(_table(rows, "quotes"), _table(spans, "quote_spans"))


def _articles(documents: pd.DataFrame) -> Iterator[Article]:
    """Each document's id, text, title, and whether it is Chinese (None if its language isn't told)."""
    size = len(documents)
    titles = documents["title"] if "title" in documents else [None] * size
    languages = documents["language"] if "language" in documents else [None] * size
    for document, text, title, language in zip(
        documents["document"], documents["text"], titles, languages, strict=True
    ):
        code = language.lower()[:2] if isinstance(language, str) else ""
        han = code in _HAN_LANGUAGES or None
        yield str(document), text if isinstance(text, str) else "", title if isinstance(title, str) else "", han


def _worked(
    articles: list[Article], *, attitudes: bool, progress: bool, processes: int
) -> Iterator[tuple[list[Row], list[Row]]]:
    """The rows of every article, in order."""
    from tqdm import tqdm

    jobs = [(article, attitudes) for article in articles]
    bar = functools.partial(
        tqdm, total=len(jobs), desc="finding quotes", unit=" documents", disable=not (progress and jobs)
    )
    if processes == 1 or len(articles) <= _CHUNK:
        yield from bar(map(_article_rows, jobs))
        return
    with pool(processes) as workers:
        yield from bar(workers.map(_article_rows, jobs, chunksize=_CHUNK))


def _article_rows(job: tuple[Article, bool]) -> tuple[list[Row], list[Row]]:
    """The rows of one article's quotations and of their fragments."""
    (document, text, title, han), attitudes = job
    drafts = sorted(find_drafts(text, han=han), key=lambda draft: (draft.content[0], draft.cue or draft.content[0]))
    resolved = zip(drafts, resolve(text, title, drafts), strict=True)
    kept = [(draft, speaker) for draft, speaker in resolved if attitudes or draft.speech]
    rows: list[Row] = []
    spans: list[Row] = []
    for number, (draft, speaker) in enumerate(kept, start=1):
        quote = f"{document}:{number}"
        rows.append(_row(quote, document, text, draft, speaker))
        spans += _span_rows(quote, draft)
    return rows, spans


def _row(quote: str, document: str, text: str, draft: Draft, speaker: Speaker) -> Row:
    """The row of one quotation."""
    cue, source = draft.cue, draft.source
    return {
        "quote": quote,
        "document": document,
        "kind": kind_of(text, draft),
        "content": _JOIN.join(text[start:end] for start, end in draft.content),
        "content_start": min(start for start, _ in draft.content),
        "content_end": max(end for _, end in draft.content),
        "cue": text[cue[0] : cue[1]] if cue else None,
        "cue_start": cue[0] if cue else None,
        "cue_end": cue[1] if cue else None,
        "source": text[source[0] : source[1]] if source else None,
        "source_start": source[0] if source else None,
        "source_end": source[1] if source else None,
        "speech": draft.speech,
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "role": speaker.role,
        "resolution": speaker.resolution,
        "confidence": None,
    }


def _span_rows(quote: str, draft: Draft) -> Iterator[Row]:
    """The rows of one quotation's fragments."""
    parts: Iterable[tuple[str, Iterable[Span]]] = (
        ("content", draft.content),
        ("cue", (draft.cue,) if draft.cue else ()),
        ("source", (draft.source,) if draft.source else ()),
    )
    for part, fragments in parts:
        for start, end in fragments:
            yield {"quote": quote, "part": part, "start": start, "end": end}


def _table(rows: list[Row], name: str) -> pd.DataFrame:
    """The rows as the named table."""
    return tables.conform(pd.DataFrame(rows), name) if rows else tables.empty(name)
