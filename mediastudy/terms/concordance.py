"""Key words in context: every hit with the text around it, and a way back to its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import Hits, match, spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus

# Raw text taken for each character shown, where long runs of white space would shorten the context.
_REACH: Final = 8
# A word at the edge is left out rather than cut, if it is no longer than this; Chinese is cut anywhere.
_WORD: Final = 20
PLACES: Final = ("L3", "L2", "L1", "R1", "R2", "R3")

Integers = NDArray[np.integer]


@tables.framed
def concordance(
    corpus: Corpus,
    query: str,
    *,
    width: int = 60,
    sort: str | Sequence[str] | None = None,
    sample: int | None = None,
    seed: int = 1,
    joined: bool = False,
    across: str | None = None,
) -> pd.DataFrame:
    """The table of a query's hits in context, by date, document and place; undated documents come last.

    Parameters
    ----------
    corpus : the documents to search
    query : a word or phrase of the query language
    width : characters of context on each side, at most; words at the edges are left out rather than cut
    sort : tokens to sort by first, such as ``["R1", "R2"]``: L1 to L3 to the left of the node, R1 to R3 to its right
    sample : how many hits to draw at random, each alike; all without it
    seed : of the drawing
    joined, across : as in :func:`~mediastudy.corpus.match`

    Returns
    -------
    pd.DataFrame
        One row per hit: ``evidence`` is ``document:start-end``, where ``text[start:end]`` of the document is the
        ``node``; ``document``, ``date``, ``outlet`` and ``title``; ``left`` and ``right`` are the original text with
        runs of white space shown as one space.

    Raises
    ------
    ValueError
        If the query can't be read, the width or sample is negative, or ``sort`` names another place.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["They sent aid, and more aid."]}))
    >>> concordance(corpus, "aid", width=6)[["evidence", "left", "right"]].values.tolist()
    [['a:10-13', ' sent ', ', and '], ['a:24-27', ' more ', '.']]
    """
    for name, value in (("width", width), ("sample", sample or 0)):
        if value < 0:
            message = f"{name} must be 0 or more, not {value}."
            raise ValueError(message)
    keys = [tables.choose(key, PLACES, what="sort") for key in ([sort] if isinstance(sort, str) else sort or [])]
    hits = _ordered(corpus, _sampled(match(corpus, query, joined=joined, across=across), sample, seed), keys)
    return concordance_of(corpus, hits, width=width)


@tables.framed
def concordance_of(corpus: Corpus, hits: Hits, *, width: int = 60) -> pd.DataFrame:
    """The table of hits in context, in their order: the columns of :func:`concordance`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["They sent aid, and more aid."]}))
    >>> concordance_of(corpus, match(corpus, "more"), width=5)[["evidence", "left", "right"]].values.tolist()
    [['a:19-23', ' and ', ' aid.']]
    """
    starts, ends = spans(corpus, hits)
    everything, rows = corpus.everything, corpus.rows[hits.document]
    documents = everything["document"].take(rows).reset_index(drop=True)
    left, node, right = _windows(corpus, rows, starts, ends, width)
    places = zip(documents.tolist(), starts.tolist(), ends.tolist(), strict=True)
    return tables.conform(
        pd.DataFrame(
            {
                "evidence": [f"{name}:{start}-{end}" for name, start, end in places],
                "document": documents,
                **{name: everything[name].take(rows).reset_index(drop=True) for name in ("date", "outlet", "title")},
                "left": left,
                "node": node,
                "right": right,
            }
        ),
        "concordance",
    )


def _sampled(hits: Hits, size: int | None, seed: int) -> Hits:
    """So many of the hits, drawn at random without replacement, in their order."""
    if size is None or size >= len(hits.start):
        return hits
    chosen = np.sort(np.random.default_rng(seed).choice(len(hits.start), size, replace=False))
    return Hits(*(part[chosen] for part in hits))


def _ordered(corpus: Corpus, hits: Hits, keys: Sequence[str]) -> Hits:
    """The hits by the tokens beside them, then by date, document and place."""
    rows = corpus.rows[hits.document]
    keyed = corpus.everything[["date", "document"]].take(rows).reset_index(drop=True)
    by_date = keyed.groupby(["date", "document"], sort=True, dropna=False).ngroup().to_numpy()
    beside = [_spelling(corpus, hits, key) for key in keys]
    order = np.lexsort((hits.end, hits.start, by_date, *reversed(beside)))
    return Hits(*(part[order] for part in hits))


def _spelling(corpus: Corpus, hits: Hits, key: str) -> Integers:
    """The place of the token beside each hit in the order of spelling, -1 where the document has none there."""
    index, steps = corpus.index, int(key[1])
    position = hits.start - steps if key[0] == "L" else hits.end + steps - 1
    document = corpus.rows[hits.document]
    inside = (position >= index.offsets[document]) & (position < index.offsets[document + 1])
    found = np.full(len(position), -1, dtype=np.int64)
    found[inside] = index.type_words.places[index.types_at(position[inside])]
    return found


def _windows(
    corpus: Corpus, rows: Integers, starts: Integers, ends: Integers, width: int
) -> tuple[list[str], list[str], list[str]]:
    """The text before, at and after each hit."""
    left, nodes, right = [], [], []
    place, text = -1, ""
    for row, start, end in zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True):
        needed = end + width * _REACH
        if row != place or len(text) < needed:
            place, text = row, corpus.texts.head(row, needed)
        left.append(_left(text, start, width))
        nodes.append(text[start:end])
        right.append(_right(text, end, width))
    return left, nodes, right


def _spaced(context: str) -> str:
    """The context with every run of white space as one space."""
    words = " ".join(context.split())
    if not words:
        return " " if context else ""
    return f"{' ' if context[0].isspace() else ''}{words}{' ' if context[-1].isspace() else ''}"


def _left(text: str, start: int, width: int) -> str:
    """The last characters before a place, from the beginning of a word on."""
    for reach in (width + _WORD, width * _REACH):
        context = _spaced(text[max(0, start - reach) : start])
        if len(context) > width or start <= reach:
            break
    if len(context) <= width:
        return context
    cut = len(context) - width
    space = -1 if " " in context[cut - 1 : cut + 1] else context.find(" ", cut, cut + _WORD)
    return context[max(space + 1, cut) :]


def _right(text: str, end: int, width: int) -> str:
    """The first characters after a place, to the end of a word."""
    for reach in (width + _WORD, width * _REACH):
        context = _spaced(text[end : end + reach])
        if len(context) > width or end + reach >= len(text):
            break
    if len(context) <= width:
        return context
    space = -1 if " " in context[width - 1 : width + 1] else context.rfind(" ", max(width - _WORD, 0), width)
    return context[: space if space > 0 else width]
