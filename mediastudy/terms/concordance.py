"""Key words in context: every hit with the text around it, and a way back to its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.corpus import match, spans

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus

_WHITE: Final = re.compile(r"\s+")
# Raw text taken for each character shown, so that long runs of white space do not shorten the context.
_REACH: Final = 8
# A word at the edge is left out rather than cut, if it is no longer than this; Chinese is cut anywhere.
_WORD: Final = 20


def concordance(corpus: Corpus, query: str, *, width: int = 60) -> pd.DataFrame:
    """The table of a query's hits in context, by date, document and place; undated documents come last.

    Parameters
    ----------
    corpus : the documents to search
    query : a word or phrase of the query language
    width : characters of context on each side, at most; words at the edges are left out rather than cut

    Returns
    -------
    pd.DataFrame
        One row per hit: ``evidence`` is ``document:start-end``, where ``text[start:end]`` of the document is the
        ``node``; ``document``, ``date`` and ``outlet``; ``left`` and ``right`` are the original text with runs of white
        space shown as one space.

    Raises
    ------
    ValueError
        If the query can't be read or the width is negative.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["They sent aid, and more aid."]}))
    >>> concordance(corpus, "aid", width=6)[["evidence", "left", "right"]].values.tolist()
    [['a:10-13', ' sent ', ', and '], ['a:24-27', ' more ', '.']]
    """
    if width < 0:
        message = f"width must be 0 or more characters, not {width}."
        raise ValueError(message)
    hits = match(corpus, query)
    starts, ends = spans(corpus, hits)
    texts: Any = corpus.everything["text"].array
    kept = corpus.rows[hits.document]
    places = list(zip(kept.tolist(), starts.tolist(), ends.tolist(), strict=True))
    ids = corpus.everything["document"].take(kept).reset_index(drop=True)
    found = pd.DataFrame(
        {
            "evidence": [f"{name}:{start}-{end}" for name, (_, start, end) in zip(ids, places, strict=True)],
            "document": ids,
            "date": corpus.everything["date"].take(kept).reset_index(drop=True),
            "outlet": corpus.everything["outlet"].take(kept).reset_index(drop=True),
            "left": [_left(texts[row], start, width) for row, start, _ in places],
            "node": [texts[row][start:end] for row, start, end in places],
            "right": [_right(texts[row], end, width) for row, _, end in places],
            "_start": starts,
        }
    )
    ordered = found.sort_values(["date", "document", "_start"], na_position="last", kind="stable")
    return tables.conform(ordered.drop(columns="_start"), "concordance")


def _left(text: str, start: int, width: int) -> str:
    """The last characters before a place, from the beginning of a word on."""
    context = _WHITE.sub(" ", text[max(0, start - width * _REACH) : start])
    if len(context) <= width:
        return context
    cut = len(context) - width
    space = -1 if " " in context[cut - 1 : cut + 1] else context.find(" ", cut, cut + _WORD)
    return context[max(space + 1, cut) :]


def _right(text: str, end: int, width: int) -> str:
    """The first characters after a place, to the end of a word."""
    context = _WHITE.sub(" ", text[end : end + width * _REACH])
    if len(context) <= width:
        return context
    space = -1 if " " in context[width - 1 : width + 1] else context.rfind(" ", max(width - _WORD, 0), width)
    return context[: space if space > 0 else width]
