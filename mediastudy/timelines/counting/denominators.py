"""How many articles were published in each cell of a timeline, as denominators.csv has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.documents.sampling.sidecars import same_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.corpus import Corpus
    from mediastudy.timelines.counting.cells import Cells

Numbers = NDArray[np.float64]
# The last day and the articles of the rows of an outlet that begin on a day, the longest first.
_Rows = dict[np.datetime64, list[tuple[np.datetime64, float]]]
_Bounds = list[tuple[np.datetime64, np.datetime64]]

_DAY = np.timedelta64(1, "D")


def published(corpus: Corpus, cells: Cells, denominators: pd.DataFrame) -> Numbers:
    """The articles published in each cell by the outlets of its group, missing where one of them has no number.

    The outlets of a group are those whose documents it holds, in whatever period; a document without an outlet leaves
    the number of its group unknown. Rows of the table that fill a period add up, such as twelve months to a year; a
    period that they fill in part has no number, and a number is never divided. Names of outlets are compared without
    case, accents and a leading *The*.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines.counting.cells import cells
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid"], "date": ["1994"], "outlet": ["Coast Daily"]})
    >>> halves = {"outlet": "Coast Daily", "first": pd.to_datetime(["1994-01-01", "1994-07-01"])}
    >>> told = pd.DataFrame({**halves, "last": pd.to_datetime(["1994-06-30", "1994-12-31"]), "articles": [400, 500]})
    >>> corpus = Corpus.build(documents)
    >>> published(corpus, cells(corpus, every="year"), told).tolist()
    [900.0]
    """
    tables.require(denominators, ["outlet", "first", "last", "articles"], what="denominators")
    rows = _by_outlet(denominators)
    bounds = list(zip(_days(cells.periods["period"]), _days(cells.periods["period_end"]), strict=True))
    sums = np.full(cells.shape, np.nan)
    for group, outlets in _outlets(corpus, cells):
        sums[group] = np.sum([_filled(rows.get(name or "", {}), bounds) for name in outlets], axis=0)
    return sums.ravel()


def _by_outlet(denominators: pd.DataFrame) -> dict[str, _Rows]:
    """The rows of each outlet by the day on which they begin."""
    told = pd.DataFrame(
        {
            "outlet": same_names(denominators["outlet"]),
            "first": denominators["first"],
            "last": denominators["last"],
            "articles": denominators["articles"].astype("float64"),
        }
    ).dropna()
    told = told.sort_values(["outlet", "first", "last"], ascending=[True, True, False])
    found: dict[str, _Rows] = {}
    lists = (told["outlet"], _days(told["first"]), _days(told["last"]), told["articles"])
    for outlet, first, last, articles in zip(*lists, strict=True):
        found.setdefault(outlet, {}).setdefault(first, []).append((last, float(articles)))
    return found


def _outlets(corpus: Corpus, cells: Cells) -> Iterator[tuple[int, list[str | None]]]:
    """Each group that holds documents of a period, and the names of its outlets, None for a missing one."""
    inside = cells.cell < len(cells.tokens)
    outlet = same_names(corpus.column("outlet"))[inside]
    held = pd.DataFrame({"group": cells.cell[inside] // max(cells.shape[1], 1), "outlet": outlet.array})
    for group, names in held.drop_duplicates().groupby("group")["outlet"]:
        yield int(str(group)), [name if isinstance(name, str) else None for name in names]


def _filled(rows: _Rows, bounds: _Bounds) -> Numbers:
    """The articles of an outlet in each period, missing where its rows do not fill it from first to last day."""
    sums = []
    for first, last in bounds:
        day, total = first, 0.0
        while day <= last:
            end, articles = next((row for row in rows.get(day, []) if row[0] <= last), (last, np.nan))
            day, total = end + _DAY, total + articles
        sums.append(total)
    return np.asarray(sums, dtype=float)


def _days(dates: pd.Series) -> NDArray[np.datetime64]:
    """Dates as days."""
    return dates.to_numpy(dtype="datetime64[us]").astype("datetime64[D]")
