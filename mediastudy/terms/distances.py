"""How evenly types are spread over the running text: measures of the distances between their tokens.

Documents are joined in their order, and the end of the last with the beginning of the first, so that the distances of a
type's f tokens sum to N, the number of all tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mediastudy.compiling import loop
from mediastudy.terms.running import BLOCK, blocks

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus

Integers = NDArray[np.integer]
Numbers = NDArray[np.float64]


def distance_measures(corpus: Corpus, frequency: Integers, *, block: int = BLOCK) -> dict[str, Numbers]:
    """ARF, ALD and AWT of every type of the index, and the frequencies that ALD and AWT correct; missing if absent.

    With distances d and v = N/f: ``arf`` is the sum of min(d, v) / v; ``ald`` the sum of d log10 d / N; ``f_ald``
    N / 10^ald; ``awt`` (1 + sum of d² / N) / 2; ``f_awt`` N² / sum of d². ``frequency`` holds each type's f;
    the text is read in pieces of ``block`` tokens.

    References
    ----------
    Savický, P. and Hlaváčová, J. (2002). Measures of word commonness. Journal of Quantitative Linguistics 9(3),
    215-231.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Aid for", "aid more"]}))
    >>> measures = distance_measures(corpus, np.array([2, 1, 1]))
    >>> measures["arf"].tolist(), measures["awt"].tolist()
    ([2.0, 1.0, 1.0], [1.5, 2.5, 2.5])
    """
    total, size = corpus.tokens, len(frequency)
    first, last = np.full(size, -1, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    reduced, logarithmic, squared = np.zeros(size), np.zeros(size), np.zeros(size)
    even = total / np.maximum(frequency, 1)
    begun = 0
    for types in blocks(corpus, np.arange(len(corpus)), block=block):
        _add(types, begun, first, last, even, reduced, logarithmic, squared, items=len(types))
        begun += len(types)
    # The first token of a type follows the last one, round the end of the text.
    around = np.where(frequency > 0, first + total - last, np.nan)
    squares, ald = squared + around**2, (logarithmic + around * np.log10(around)) / total
    return {
        "arf": (reduced + np.minimum(around, even)) / even,
        "ald": ald,
        "f_ald": total * 10**-ald,
        "awt": (1 + squares / total) / 2,
        "f_awt": total**2 / squares,
    }


@loop
def _add(
    types: Any,
    begun: int,
    first: Any,
    last: Any,
    even: Any,
    reduced: Any,
    logarithmic: Any,
    squared: Any,
) -> None:
    """Add to each type's sums the distances to the token before, for a piece of the text that begins at ``begun``."""
    for place in range(len(types)):
        kind = types[place]
        here = begun + place
        if last[kind] < 0:
            first[kind] = here
        else:
            distance = float(here - last[kind])
            reduced[kind] += min(distance, even[kind])
            logarithmic[kind] += distance * np.log10(distance)
            squared[kind] += distance**2
        last[kind] = here
