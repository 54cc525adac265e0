"""The running tokens of some documents: in their order, in pieces, or counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus.counting import tally, types_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.corpus import Corpus

BLOCK: Final = 1 << 22

Integers = NDArray[np.integer]


def running(corpus: Corpus, documents: Integers) -> Integers:
    """The number of the type of every token of some selected documents, in the order of these.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid"]}))
    >>> [corpus.index.types[number] for number in running(corpus, np.array([1, 0]))]
    ['more', 'aid', 'aid', 'for', 'aid']
    """
    return corpus.index.types_at(corpus.index.positions_of(corpus.rows[documents]))


def blocks(corpus: Corpus, documents: Integers, *, block: int = BLOCK) -> Iterator[Integers]:
    """The running tokens in pieces of whole documents, so that a large corpus needs little memory.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid"]}))
    >>> [len(piece) for piece in blocks(corpus, np.arange(2), block=3)]
    [3, 2]
    """
    ends = np.cumsum(corpus.lengths[documents])
    total = int(ends[-1]) if len(ends) else 0
    cuts = np.searchsorted(ends, np.arange(block, total, block), side="left")
    yield from (running(corpus, piece) for piece in np.split(documents, np.unique(cuts) + 1) if len(piece))


def counted(corpus: Corpus, documents: Integers) -> Integers:
    """The tokens of every type of the index in some selected documents.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for aid", "More aid"]}))
    >>> counted(corpus, np.array([1])).tolist()
    [1, 0, 1]
    """
    runs = types_of(corpus)
    chosen = runs._replace(starts=runs.starts[documents], ends=runs.ends[documents])
    found = tally(chosen, np.zeros(len(documents), dtype=np.int64), 1)
    counts = np.zeros(runs.kinds, dtype=np.int64)
    counts[found.kind] = found.frequency
    return counts
