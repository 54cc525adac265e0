"""The tokens near the hits of a query."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus import spans, tokenizer
from mediastudy.corpus.sentences import paragraphs, sentences

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus, Hits

Integers = NDArray[np.integer]


class Places(NamedTuple):
    """Positions in the index, and the number of the selected document of each, ascending."""

    document: Integers
    position: Integers


def own(hits: Hits) -> Places:
    """The positions of the hits' own tokens, each once.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["foreign aid and aid"]}))
    >>> own(match(corpus, "[foreign] aid")).position.tolist()
    [0, 1, 3]
    """
    return _joined(hits.document, hits.start, hits.end)


def near(corpus: Corpus, hits: Hits, span: tuple[int, int], *, within: str, pairs: bool = False) -> Places:
    """The positions up to ``span`` tokens left and right of the hits, without the hits' own tokens.

    They lie in the hit's document or, with ``within="sentence"``, in its sentence. Each position comes once or, with
    ``pairs``, once for every hit that it is near to.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["more aid for aid"]}))
    >>> hits = match(corpus, "aid")
    >>> near(corpus, hits, (1, 1), within="document").position.tolist()
    [0, 2]
    >>> near(corpus, hits, (1, 1), within="document", pairs=True).position.tolist()
    [0, 2, 2]
    """
    opening, closing = (_sentence_edges if within == "sentence" else _document_edges)(corpus, hits)
    left = np.maximum(hits.start - span[0], opening)
    right = np.minimum(hits.end + span[1], closing)
    if pairs:
        starts, ends = (np.column_stack(edges).ravel() for edges in ((left, hits.end), (hits.start, right)))
        found = _expanded(np.repeat(hits.document, 2), starts, ends)
    else:
        found = _joined(hits.document, left, right)
    kept = ~_among(found.position, own(hits).position)
    return Places(found.document[kept], found.position[kept])


def _document_edges(corpus: Corpus, hits: Hits) -> tuple[Integers, Integers]:
    """The first position of each hit's document, and the one after its last."""
    rows = corpus.rows[hits.document]
    return corpus.index.offsets[rows], corpus.index.offsets[rows + 1]


def _sentence_edges(corpus: Corpus, hits: Hits) -> tuple[Integers, Integers]:
    """The first position of the sentence in which each hit begins, and the one after the sentence in which it ends."""
    opening, closing = hits.start.copy(), hits.end.copy()
    first, end = spans(corpus, hits)
    texts: Any = corpus.everything["text"].array
    for low, high in itertools.pairwise(np.flatnonzero(np.diff(hits.document, prepend=-1, append=-1)).tolist()):
        text = texts[corpus.rows[hits.document[low]]]
        before, after = _in_sentence(text, first[low:high], end[low:high] - 1)
        opening[low:high] -= before
        closing[low:high] += after
    return opening, closing


def _in_sentence(text: str, first: Integers, last: Integers) -> tuple[Integers, Integers]:
    """The tokens of its sentence before each hit, and those after it, given the hits' first and last characters."""
    pieces = np.array(paragraphs(text), dtype=np.int64)
    wanted = np.unique(np.searchsorted(pieces[:, 0], np.concatenate([first, last]), side="right") - 1)
    tokens: list[int] = []
    begins: list[int] = []
    # A sentence never leaves its paragraph, so only those with a hit are read.
    for start, end in pieces[wanted].tolist():
        block = text[start:end]
        tokens += [start + place for place, _ in tokenizer.spans(block)]
        begins += [start + place for place, _ in sentences(block)]
    edges = np.append(np.searchsorted(tokens, begins), len(tokens))
    opening = np.searchsorted(tokens, first)
    closing = np.searchsorted(tokens, last, side="right")
    before = opening - edges[np.searchsorted(edges, opening, side="right") - 1]
    return before, edges[np.searchsorted(edges, closing, side="left")] - closing


def _expanded(document: Integers, starts: Integers, ends: Integers) -> Places:
    """Every position of the ranges."""
    lengths = np.maximum(ends - starts, 0)
    shift = starts - (np.cumsum(lengths) - lengths)
    return Places(np.repeat(document, lengths), np.arange(lengths.sum()) + np.repeat(shift, lengths))


def _joined(document: Integers, starts: Integers, ends: Integers) -> Places:
    """Every position of ranges that are ordered by start, each once."""
    reached = np.maximum.accumulate(ends) if len(ends) else ends
    return _expanded(document, np.maximum(starts, np.append(0, reached[:-1])[: len(starts)]), ends)


def _among(positions: Integers, ascending: Integers) -> NDArray[np.bool_]:
    """Which of the positions are among some others."""
    if not len(ascending):
        return np.zeros(len(positions), dtype=bool)
    return np.asarray(ascending[np.searchsorted(ascending, positions).clip(max=len(ascending) - 1)] == positions)
