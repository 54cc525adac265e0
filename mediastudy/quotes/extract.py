"""Quotations of a documents table: the one public door."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from mediastudy import tables
from mediastudy.processes import mapped, pool
from mediastudy.quotes.rows import CHUNK, Article, Row, Rows, articles_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class Quotes(NamedTuple):
    """Quotations, and the character spans of their contents, cues and sources."""

    quotes: pd.DataFrame
    quote_spans: pd.DataFrame


@tables.framed
def extract_quotes(
    documents: pd.DataFrame, *, attitudes: bool = False, progress: bool = False, processes: int = 1
) -> Quotes:
    """Quotations of the documents with their speakers: by a network for English, by simple rules for Chinese.

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
        ``confidence`` is the probability, 0 to 1, that annotators would have marked the quotation so, calibrated on
        newspaper articles (docs/quotes.md); it is missing for transcript turns and Chinese, which are found by rules.

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
    from tqdm import tqdm

    if processes < 1:
        message = f"processes must be at least 1, not {processes}."
        raise ValueError(message)
    articles = list(articles_of(documents))
    rows: list[Row] = []
    spans: list[Row] = []
    with tqdm(
        total=len(articles), desc="finding quotes", unit=" documents", disable=not (progress and articles)
    ) as bar:
        for found in _worked(articles, attitudes=attitudes, processes=processes):
            bar.update(len(found))
            rows += [row for one in found for row in one.quotes]
            spans += [row for one in found for row in one.quote_spans]
    return Quotes(as_table(rows, "quotes"), as_table(spans, "quote_spans"))


def as_table(rows: list[Row], name: str) -> pd.DataFrame:
    """The rows as the named table."""
    return tables.conform(pd.DataFrame(rows), name) if rows else tables.empty(name)


def _worked(articles: list[Article], *, attitudes: bool, processes: int) -> Iterator[list[Rows]]:
    """The rows of the articles in chunks, by one process or several."""
    chunks = (articles[start : start + CHUNK] for start in range(0, len(articles), CHUNK))
    if processes == 1 or len(articles) <= CHUNK:
        yield from (rows_of(chunk, attitudes=attitudes) for chunk in chunks)
        return
    work = functools.partial(rows_of, attitudes=attitudes, threads=1)
    with pool(processes) as workers:
        yield from mapped(workers, work, chunks, ahead=2 * processes)
