"""Documents that are one publication downloaded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.documents.copies.sketches import Sketches
    from mediastudy.documents.copies.spans import Spans

Integers = NDArray[np.int64]

NONE: Final = -1


def repeated(documents: pd.DataFrame, sketches: Sketches, spans: Spans, order: Integers) -> Integers:
    """Of each document the one that it repeats, -1 if it is a publication of its own.

    A document repeats an earlier one of the order if both have the same words and come from the same outlet on the same
    day or from the same address, or if they have the same number in the same database and the same outlet.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.documents.copies.sketches import sketches
    >>> from mediastudy.documents.copies.spans import spans
    >>> from mediastudy.documents.copies.utf8 import Texts
    >>> texts, dates = ["The harbour opened.", "The harbour opened!"], pd.to_datetime(["2024-05-01", "2024-05-01"])
    >>> documents = pd.DataFrame({"date": dates, "outlet": ["Coast Daily", "Coast Daily"]})
    >>> repeated(documents, sketches(Texts.of(texts)), spans(documents), np.arange(2)).tolist()
    [-1, 0]
    """
    found = np.full(len(documents), NONE, np.int64)
    repeats = _repeating(sketches.sequences[order]) & (sketches.tokens[order] > 0)
    dated, worded = order[repeats & spans.exact()[order]], order[repeats]
    words = {"_sequence": sketches.sequences, "_tokens": sketches.tokens, "_day": spans.first}
    for rows, columns, optional in (
        (dated, ["outlet"], ["_sequence", "_tokens", "_day"]),
        (worded, ["url"], ["_sequence", "_tokens"]),
        (order, ["host", "record"], ["outlet"] if "outlet" in documents else []),
    ):
        if set(columns) <= set(documents.columns):
            chosen = documents[[*columns, *(name for name in optional if name in documents)]].iloc[rows]
            held = chosen.assign(**{name: words[name][rows] for name in optional if name in words}).set_axis(rows)
            _note(found, held[held[columns].notna().all(axis="columns").to_numpy()])
    return found


def _repeating(values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether a value comes more than once."""
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return np.asarray(counts[places] > 1)


def _note(found: Integers, rows: pd.DataFrame) -> None:
    """Enter for each row the first one with the same values, where nothing earlier is entered."""
    numbers = rows.groupby(list(rows.columns), sort=False, dropna=False).ngroup().to_numpy()
    _, begins = np.unique(numbers, return_index=True)
    places = rows.index.to_numpy()
    first = places[begins[numbers]]
    again = (first != places) & (found[places] == NONE)
    found[places[again]] = first[again]
