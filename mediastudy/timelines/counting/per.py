"""What a rate is per: tokens, documents, or the articles that were published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.timelines.counting.denominators import published

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.corpus import Corpus
    from mediastudy.timelines.counting.cells import Cells

Numbers = NDArray[np.float64]

PER: Final = ("token", "document", "frame")
_WORDS: Final = {"token": "million tokens", "document": "thousand documents", "frame": "thousand published articles"}
_SCALES: Final = {"token": 1e6, "document": 1e3, "frame": 1e3}

_LACKING: Final = (
    "per='frame' divides by the articles published, which denominators must give: a table with outlet, first, last and "
    "articles, as mediastudy.read(...).denominators is where a denominators.csv lies beside the raw data."
)
_UNUSED: Final = "denominators are used with per='frame' alone; add it, or leave them out."


class Exposure(NamedTuple):
    """What hits are divided by.

    Attributes
    ----------
    words, scale : the unit of the rate in words and as a number
    cell : the exposure of each cell, missing where it is not known
    cluster : that of each cluster; zero where the exposure is known from elsewhere
    known : whether it is
    """

    words: str
    scale: float
    cell: Numbers
    cluster: Numbers
    known: bool


def exposure(corpus: Corpus, cells: Cells, *, per: str, denominators: pd.DataFrame | None = None) -> Exposure:
    """The exposure of each cell and cluster.

    Raises
    ------
    ValueError
        If ``per`` is none of token, document, frame, or denominators are missing for *frame* or given without it.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines.counting.cells import cells
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid came"], "date": ["1994"]}))
    >>> made = cells(corpus, every="year")
    >>> exposure(corpus, made, per="token").cell.tolist(), exposure(corpus, made, per="document").cell.tolist()
    ([2.0], [1.0])
    """
    tables.choose(per, PER, what="per")
    words, scale = _WORDS[per], _SCALES[per]
    if (per == "frame") != (denominators is not None):
        raise ValueError(_LACKING if denominators is None else _UNUSED)
    if denominators is not None:
        articles = published(corpus, cells, denominators)
        return Exposure(words, scale, articles, np.zeros(len(cells.cluster_cell)), known=True)
    cell, cluster = (
        (cells.tokens, cells.cluster_tokens) if per == "token" else (cells.documents, cells.cluster_documents)
    )
    return Exposure(words, scale, cell.astype(float), cluster.astype(float), known=False)
