"""From positions in the index back to characters of the text, by adding up forms and gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import loop
from mediastudy.corpus.encoding import FAR

if TYPE_CHECKING:
    from mediastudy.corpus.corpus import Corpus
    from mediastudy.corpus.index import TokenIndex
    from mediastudy.corpus.matching import Hits

Integers = NDArray[np.integer]


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
    starts, ends = token_spans(corpus.index, np.concatenate([hits.start, hits.end - 1]))
    return starts[: len(hits.start)], ends[len(hits.start) :]


def token_spans(index: TokenIndex, positions: Integers) -> tuple[Integers, Integers]:
    """The first character of each token in its document's text, and the one after its last; in any order.

    Examples
    --------
    >>> from mediastudy.corpus import TokenIndex
    >>> token_spans(TokenIndex.build(["Aid", "Oru's aid"]), np.array([2, 3]))
    (array([3, 6]), array([5, 9]))
    """
    order = np.argsort(positions, kind="stable")
    wanted = np.asarray(positions, dtype=np.int64)[order]
    opening = index.offsets[index.documents_at(wanted)]
    found = np.empty((2, len(wanted)), dtype=np.int64)
    steps = int((wanted - opening).sum())
    arrays = (index.printed, index.skips, index.far, index.form_words.lengths)
    _locate(wanted, np.asarray(opening), *arrays, found[0], found[1], items=steps)
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return found[0][back], found[1][back]


@loop
def _locate(
    wanted: Any, opening: Any, printed: Any, skips: Any, far: Any, lengths: Any, starts: Any, ends: Any
) -> None:
    """Add up what stands before each wanted position, from its document's first token on."""
    place, character, distant = 0, 0, 0
    for number in range(len(wanted)):
        if number == 0 or opening[number] != opening[number - 1]:
            place, character = opening[number], 0
            distant = np.searchsorted(far[:, 0], place)
        while place <= wanted[number]:
            skip = np.int64(skips[place])
            if skip == FAR:
                skip = far[distant, 1]
                distant += 1
            starts[number] = character + skip
            character += skip + lengths[printed[place]]
            ends[number] = character
            place += 1
        if number and wanted[number] == wanted[number - 1]:
            starts[number], ends[number] = starts[number - 1], ends[number - 1]
