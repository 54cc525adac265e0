"""Where in an article a phrase stands: in the title, in the lead, or further down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import Corpus, match_phrases, spans
from mediastudy.corpus.sentences import paragraphs
from mediastudy.timelines.counting.cells import cells, summed
from mediastudy.timelines.counting.proportions import laid_out, proportion

if TYPE_CHECKING:
    from mediastudy.corpus import Hits, Phrases
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every
    from mediastudy.timelines.counting.cells import Cells

# Words of a lead, about two sentences of an agency report.
LEAD: Final = 50
PARAGRAPH: Final = "paragraph"

Flags = NDArray[np.bool_]


@tables.framed
def placement(
    corpus: Corpus,
    phrases: Phrases,
    *,
    every: Every = "year",
    by: By = None,
    lead: int | str = LEAD,
    cluster: str = "story",
) -> pd.DataFrame:
    """The table of phrases by period with the share of documents that have them in their title, and in their lead.

    Titles are searched like texts; they stand in the column ``title`` and are no part of the text. A text that repeats
    its title has it in its lead, too.

    Parameters
    ----------
    corpus : the documents to search
    phrases : as in :func:`~mediastudy.timelines.timeline`
    every : day, week, month, quarter, year, five years, decade, or a table of own periods (``name``, ``first``,
        ``last``)
    by : columns of the documents to group by, a missing value being a group of its own
    lead : how many tokens from the first on are the lead (words, in Chinese characters), or ``"paragraph"`` for the
        first paragraph; a hit counts if the whole of it stands there
    cluster : story, day or document: what the intervals take as independent

    Returns
    -------
    pd.DataFrame
        One row per group, phrase and period, in that order: the columns in ``by``; ``period`` and ``period_end`` (first
        and last day); ``period_label``; ``phrase``; ``documents_with_hit`` (documents with a hit in their title or
        text); ``titled`` (those of them that have a title); ``in_title`` and ``in_lead`` (documents with a hit there);
        ``unit`` (words or characters); ``title_share`` (0 to 1, of the titled) and ``lead_share`` (of those with a hit)
        with ``_low`` and ``_high`` (Wilson's 95 % interval for as many independent documents as the clusters are
        worth; missing where there is none); ``covered`` (whether there are tokens).

    Raises
    ------
    ValueError
        If ``lead`` is neither a number above 0 nor ``"paragraph"``, a query can't be read, ``every`` or ``cluster`` is
        unknown, or the documents lack a column in ``by``.

    References
    ----------
    Those of :func:`~mediastudy.timelines.counting.proportions.proportion`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "title": ["Aid comes", "Rain"], "date": "1994",
    ...                           "text": ["It came.", "Wells fill, and the aid helps"]})
    >>> found = placement(Corpus.build(documents), "aid", lead=2)
    >>> found[["phrase", "documents_with_hit", "in_title", "title_share", "lead_share"]].values.tolist()
    [['aid', 2, 1, 0.5, 0.0]]
    """
    _check(lead)
    made = cells(corpus, every=every, by=by, cluster=cluster)
    titles = corpus.column("title")
    headlines = Corpus.build(corpus.documents.assign(text=titles))
    titled = titles.fillna("").str.strip().ne("").to_numpy(dtype=bool)
    named, counted = [], []
    for body, headline in zip(match_phrases(corpus, phrases), match_phrases(headlines, phrases), strict=True):
        if body.variant is None:
            in_title = _found(len(corpus), headline.hits.document)
            in_lead = _found(len(corpus), body.hits.document[_leading(corpus, body.hits, lead)])
            anywhere = in_title | _found(len(corpus), body.hits.document)
            named.append(body.phrase)
            counted.append(_counted(made, anywhere, anywhere & titled, in_title, in_lead))
    return laid_out(made, pd.DataFrame({"phrase": named}, dtype="str"), counted, table="placements")


def _check(lead: int | str) -> None:
    """Raise if this is no lead."""
    if lead != PARAGRAPH and (isinstance(lead, str) or lead < 1):
        message = f"lead must be {PARAGRAPH!r}, or 1 or more tokens, not {lead!r}."
        raise ValueError(message)


def _found(size: int, documents: NDArray[np.integer]) -> Flags:
    """Which documents are among these."""
    found = np.zeros(size, dtype=bool)
    found[documents] = True
    return found


def _leading(corpus: Corpus, hits: Hits, lead: int | str) -> Flags:
    """Which hits stand in the lead of their document as a whole."""
    if isinstance(lead, int):
        opening = corpus.index.offsets[corpus.rows[hits.document]]
        return np.asarray(hits.end - opening <= lead)
    _, ends = spans(corpus, hits)
    documents, place = np.unique(hits.document, return_inverse=True)
    return np.asarray(ends <= _first_paragraphs(corpus, documents)[place])


def _first_paragraphs(corpus: Corpus, documents: NDArray[np.integer]) -> NDArray[np.int64]:
    """The character after the first paragraph of each document."""
    texts: Any = corpus.everything["text"].array
    ends = (paragraphs(texts[row])[0][1] for row in corpus.rows[documents].tolist())
    return np.fromiter(ends, dtype=np.int64, count=len(documents))


def _counted(made: Cells, anywhere: Flags, titled: Flags, in_title: Flags, in_lead: Flags) -> dict[str, NDArray[Any]]:
    """The result columns of one phrase, an entry for each cell."""
    clusters, size = len(made.cluster_cell), len(made.tokens)
    per_cluster = [
        summed(made.unit, flags.astype(np.int64), clusters) for flags in (anywhere, titled, in_title, in_lead)
    ]
    counts = [summed(made.cluster_cell, part, size) for part in per_cluster]
    title = proportion(per_cluster[2], per_cluster[1], made.cluster_cell, size)
    leads = proportion(per_cluster[3], per_cluster[0], made.cluster_cell, size)
    return {
        **dict(zip(("documents_with_hit", "titled", "in_title", "in_lead"), counts, strict=True)),
        **dict(zip(("title_share", "title_share_low", "title_share_high"), title, strict=True)),
        **dict(zip(("lead_share", "lead_share_low", "lead_share_high"), leads, strict=True)),
        "covered": made.tokens > 0,
    }
