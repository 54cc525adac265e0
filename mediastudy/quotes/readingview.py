"""Articles with their quotations marked, to read in JupyterLab, in a browser, on paper or in a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediastudy import storage, tables
from mediastudy.quotes.viewing.hypertext import fragment, whole
from mediastudy.quotes.viewing.pages import Page, pages
from mediastudy.quotes.viewing.plaintext import markdown, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

_SUFFIXES: Final = (".html", ".htm")
_NAMED: Final = 5


@dataclass(frozen=True, repr=False)
class ReadingView:
    """Articles with their quotations marked; a notebook shows it, ``print`` and ``save`` work as well.

    Examples
    --------
    >>> ReadingView(())
    ReadingView of 0 articles with 0 quotes
    """

    pages: tuple[Page, ...]

    def save(self, path: str | Path) -> Path:
        """The path, once the view stands there whole as an HTML file that needs no other.

        Raises
        ------
        ValueError
            If the name doesn't end in .html or .htm.

        Examples
        --------
        >>> import tempfile
        >>> ReadingView(()).save(Path(tempfile.mkdtemp()) / "view.html").name
        'view.html'
        """
        path = Path(path)
        if path.suffix.lower() not in _SUFFIXES:
            message = f"{path.name}: a reading view is saved as HTML; give a name that ends in .html."
            raise ValueError(message)
        with storage.replacing(path) as draft:
            draft.write_text(whole(self.pages), encoding="utf-8", newline="\n")
        return path

    def _repr_html_(self) -> str:
        """The view as JupyterLab shows it."""
        return fragment(self.pages)

    def _repr_markdown_(self) -> str:
        """The view as a report sets it, on paper too."""
        return "\n\n".join(map(markdown, self.pages)) or "No articles."

    def __str__(self) -> str:
        return "\n\n\n".join(map(plain, self.pages)) or "No articles."

    def __repr__(self) -> str:
        articles, quotes = len(self.pages), sum(len(page.notes) for page in self.pages)
        counted = f"{articles:,} article{'' if articles == 1 else 's'}"
        return f"ReadingView of {counted} with {quotes:,} quote{'' if quotes == 1 else 's'}"


def reading_view(
    documents: pd.DataFrame,
    quotes: pd.DataFrame,
    quote_spans: pd.DataFrame,
    *,
    document: str | Iterable[str] | None = None,
    articles: int = 1,
) -> ReadingView:
    """Articles with contents, cues and sources marked, and beside each quotation who speaks in which role.

    Each part has a colour and a line of its own: contents are underlined (dashed if they are beliefs, plans or
    attitudes), sources doubly, cues with a wave. Quotations are numbered in the order of the text.

    Parameters
    ----------
    documents
        A documents table; its columns document and text are needed, title, outlet, date, date_precision and language
        are shown or used where they are.
    quotes, quote_spans
        Tables made by :func:`mediastudy.extract_quotes` from these documents, or rows picked from them; of quotes,
        the columns quote and document are needed.
    document
        Id of the article to show, or several ids in the order wanted.
    articles
        How many articles to show, from the first, where no id is given.

    Returns
    -------
    ReadingView
        A notebook shows it as HTML, a report as Markdown; ``print`` gives plain text and ``save`` writes an HTML file.

    Raises
    ------
    ValueError
        If a table lacks a column, an id is not among the documents or stands for several, ``articles`` is less than 1,
        or a span doesn't lie in its text.

    Examples
    --------
    >>> import pandas as pd
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["She said no rain fell."]})
    >>> quotes = pd.DataFrame({"quote": ["a:1"], "document": ["a"], "kind": ["indirect"], "source": ["She"]})
    >>> fragments = [("a:1", "source", 0, 3), ("a:1", "cue", 4, 8), ("a:1", "content", 9, 21)]
    >>> spans = pd.DataFrame(fragments, columns=["quote", "part", "start", "end"])
    >>> view = reading_view(documents, quotes, spans)
    >>> view
    ReadingView of 1 article with 1 quote
    >>> print(view)
    a
    <BLANKLINE>
    <1 She> {1 said} [1 no rain fell].
    <BLANKLINE>
    Marked: [number content], <number source>, {number cue}
    1. She; indirect, unnamed
    """
    tables.require(documents, ["document", "text"], what="documents")
    tables.require(quotes, ["quote", "document"], what="quotes")
    tables.require(quote_spans, ["quote", "part", "start", "end"], what="quote_spans")
    if articles < 1:
        message = f"articles must be at least 1, not {articles}."
        raise ValueError(message)
    shown = documents.head(articles) if document is None else _picked(documents, document)
    return ReadingView(tuple(pages(shown, quotes, quote_spans)))


def _picked(documents: pd.DataFrame, document: str | Iterable[str]) -> pd.DataFrame:
    """The rows of the ids, in their order."""
    wanted = [str(name) for name in ([document] if isinstance(document, str) else document)]
    ids = documents["document"].astype("str").reset_index(drop=True)
    rows = []
    for name in wanted:
        found = ids.index[ids == name]
        if len(found) != 1:
            raise ValueError(_not_one(name, len(found), ids))
        rows.append(found[0])
    return documents.iloc[rows]


def _not_one(name: str, found: int, ids: pd.Series[str]) -> str:
    """What is wrong with an id that stands for no document or for several."""
    if found:
        return f"{found} documents have the id {name!r}; give each row of documents an id of its own."
    known = ", ".join(map(repr, ids.head(_NAMED))) or "none"
    more = f" ... ({len(ids):,} in all)" if len(ids) > _NAMED else ""
    return f"No document has the id {name!r}. Name one of documents['document']: {known}{more}."
