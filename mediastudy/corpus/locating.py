"""From positions in the index back to characters of the text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus import tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus.corpus import Corpus
    from mediastudy.corpus.matching import Hits

Integers = NDArray[np.integer]

# Beyond this many different words in one document, tokenising it again is quicker than looking for each.
_FORMS: Final = 12


def spans(corpus: Corpus, hits: Hits) -> tuple[Integers, Integers]:
    """The first character of each hit in its document's text, and the one after its last.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["More economic-aid"]}))
    >>> spans(corpus, match(corpus, "economic aid"))
    (array([5]), array([17]))
    """
    starts, ends = np.zeros(len(hits.start), np.int64), np.zeros(len(hits.start), np.int64)
    texts: Any = corpus.everything["text"].array
    edges = np.flatnonzero(np.diff(hits.document, prepend=-1, append=-1))
    for low, high in itertools.pairwise(edges):
        row = corpus.rows[hits.document[low]]
        opening, closing = corpus.index.offsets[row : row + 2]
        forms = np.asarray(corpus.index.printed[opening:closing])
        wanted = np.concatenate([hits.start[low:high], hits.end[low:high] - 1]) - opening
        places = _places(texts[row], forms, wanted, corpus.index.forms)
        starts[low:high], ends[low:high] = places[: high - low, 0], places[high - low :, 1]
    return starts, ends


def _places(text: str, forms: Integers, wanted: Integers, names: Sequence[str]) -> Integers:
    """Start and end of some tokens of a text, given the printed forms of all its tokens."""
    places = np.empty((len(wanted), 2), dtype=np.int64)
    kinds = np.unique(forms[wanted])
    if len(kinds) <= _FORMS and tokenizer.is_common(text) and all(names[kind].isalnum() for kind in kinds):
        for kind in kinds:
            begins = _begins(text, names[kind])
            same, here = np.flatnonzero(forms == kind), forms[wanted] == kind
            if len(begins) != len(same):
                break
            places[here, 0] = begins[np.searchsorted(same, wanted[here])]
            places[here, 1] = places[here, 0] + len(names[kind])
        else:
            return places
    return np.array(list(tokenizer.spans(text)), dtype=np.int64)[wanted]


def _begins(text: str, name: str) -> Integers:
    """Where a word stands with no letter or digit beside it.

    In a common text each token that is the word stands so; if there are as many such places as tokens, they are the
    same.
    """
    found = (hit.start() for hit in re.finditer(rf"{re.escape(name)}(?![^\W_])", text))
    return np.array([start for start in found if not start or not text[start - 1].isalnum()], dtype=np.int64)
