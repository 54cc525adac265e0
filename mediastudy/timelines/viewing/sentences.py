"""The sentences behind each point: hits of its phrase, period and group, as lines of a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy.corpus import ownperiods
from mediastudy.corpus.hits import Hits
from mediastudy.corpus.phrases import match_phrases
from mediastudy.terms.concordance import concordance_of
from mediastudy.timelines.evidence import in_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.phrases import Phrases
    from mediastudy.timelines.viewing.points import Line, Period, Point, Series

MOST: Final = 4_000
"""Sentences in one view, so that a report of several stays a file that opens at once."""

_WIDTH: Final = 80
_SEED: Final = 1

Integers = NDArray[np.integer]


class Sentence(NamedTuple):
    """One hit in its context; ``where`` is its date and outlet."""

    where: str
    evidence: str
    left: str
    node: str
    right: str


class Sentences(NamedTuple):
    """The lines of each point, one list for each line's number and its point's number; at most ``most`` for a point."""

    behind: dict[tuple[int, int], list[Sentence]]
    most: int


def sentences(corpus: Corpus, phrases: Phrases, series: Series, *, lines: int) -> Sentences:
    """The sentences behind each point, drawn at random where there are more than are shown.

    Raises
    ------
    ValueError
        If the corpus and phrases give other counts than the timeline holds.
    """
    found = {(one.phrase, one.variant): one.hits for one in match_phrases(corpus, phrases)}
    where = _places(corpus, series.periods)
    most = affordable([point.hits for line in series.lines for point in line.points], lines)
    behind: dict[tuple[int, int], list[Sentence]] = {}
    for number, line in enumerate(series.lines):
        hits = _hits(corpus, line, found)
        for place, at in enumerate(_behind(hits, where, line)):
            rows = _drawn(at, most, (number, place))
            shown = concordance_of(corpus, Hits(*(part[rows] for part in hits)), width=_WIDTH)
            behind[number, place] = sorted(map(_sentence, shown.itertuples()), key=lambda told: told.where)
    return Sentences(behind, most)


def affordable(hits: Sequence[int], lines: int) -> int:
    """How many sentences each point may show, at least one, so that the view as a whole stays small enough.

    Examples
    --------
    >>> affordable([5, 100], 20), affordable([3000, 3000], 3000)
    (20, 2000)
    """
    counts = np.asarray(hits, dtype=np.int64)
    low, high = 1, max(lines, 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if np.minimum(counts, middle).sum() <= MOST else (low, middle - 1)
    return low


def _places(corpus: Corpus, periods: list[Period]) -> Integers:
    """The number of the period that holds each document's date as far as it is known, -1 if none does."""
    if not periods:
        return np.full(len(corpus), -1)
    dated = pd.DataFrame({name: corpus.column(name) for name in ("date", "date_precision")})
    return ownperiods.inside(dated, pd.DataFrame(periods), -1)


def _hits(corpus: Corpus, line: Line, found: dict[tuple[str, str | None], Hits]) -> Hits:
    """The hits of a line's phrase in the documents of its group."""
    if (line.phrase, line.variant) not in found:
        message = f"phrases holds no {line.variant or line.phrase!r}; give the phrases that the timeline was made of."
        raise ValueError(message)
    hits = found[line.phrase, line.variant]
    kept = in_group(corpus, line.group, line.unit)[hits.document]
    return Hits(*(part[kept] for part in hits))


def _behind(hits: Hits, where: Integers, line: Line) -> Iterator[Integers]:
    """The numbers of the hits behind each point of a line, if they are as many as the timeline says."""
    places = where[hits.document]
    for point in line.points:
        at = np.flatnonzero(places == point.place)
        if len(at) != point.hits:
            raise ValueError(_other(line, point, len(at)))
        yield at


def _other(line: Line, point: Point, found: int) -> str:
    """What is wrong where the corpus gives another count."""
    return (
        f"The timeline counts {point.hits:,} hits of {line.label} in {point.label}, the corpus holds {found:,}. "
        "Give the corpus and the phrases that the timeline was made of."
    )


def _drawn(at: Integers, most: int, key: tuple[int, int]) -> Integers:
    """So many of the numbers, each alike, the same ones in every run."""
    if len(at) <= most:
        return at
    return np.sort(np.random.default_rng([_SEED, *key]).choice(at, most, replace=False))


def _sentence(row: Any) -> Sentence:
    """One line of a concordance."""
    date = "undated" if pd.isna(row.date) else f"{row.date:%Y-%m-%d}"
    where = date if pd.isna(row.outlet) else f"{date}, {row.outlet}"
    return Sentence(where, row.evidence, row.left, row.node, row.right)
