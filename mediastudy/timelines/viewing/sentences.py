"""The sentences behind each point: hits of its phrase, period and group, as lines of a concordance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import spans
from mediastudy.corpus.coding import UNITS
from mediastudy.corpus.hits import Hits
from mediastudy.corpus.phrases import match_phrases, variants
from mediastudy.terms.concordance import concordance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.phrases import Phrases
    from mediastudy.timelines.viewing.points import Line, Period, Point, Series

MOST: Final = 4_000
"""Sentences in one view, so that a report of several stays a file that opens at once."""

_WIDTH: Final = 80
_SEED: Final = 1
_COARSE: Final = {"month": "M", "year": "Y"}

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
    chosen: dict[tuple[int, int], list[str]] = {}
    picked: list[Integers] = [np.empty(0, dtype=np.int64)]
    for number, line in enumerate(series.lines):
        hits = _hits(corpus, line, found)
        for place, at in enumerate(_behind(hits, where, line)):
            rows = _drawn(at, most, (number, place))
            chosen[number, place] = _evidence(corpus, Hits(*(part[rows] for part in hits)))
            picked.append(hits.document[rows])
    told = _told(corpus, phrases, np.unique(np.concatenate(picked)), {one for some in chosen.values() for one in some})
    behind = {key: sorted((told[one] for one in some), key=lambda told: told.where) for key, some in chosen.items()}
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
    first, precision = corpus.column("date"), corpus.column("date_precision")
    last = first.to_numpy(dtype="datetime64[D]").copy()
    for name, unit in _COARSE.items():
        whole = last.astype(f"datetime64[{unit}]") + 1
        last = np.where(precision.eq(name).fillna(value=False), whole.astype("datetime64[D]") - 1, last)
    begins = np.array([period.first for period in periods], dtype="datetime64[D]")
    ends = np.array([period.last for period in periods], dtype="datetime64[D]")
    days = first.to_numpy(dtype="datetime64[D]")
    known = (first.notna() & ~precision.eq("none").fillna(value=False)).to_numpy(dtype=bool)
    place = np.searchsorted(begins, days, side="right") - 1
    known = known & (place >= 0)
    inside = known.copy()
    inside[known] = last[known] <= ends[place[known]]
    return np.where(inside, place, -1)


def _hits(corpus: Corpus, line: Line, found: dict[tuple[str, str | None], Hits]) -> Hits:
    """The hits of a line's phrase in the documents of its group."""
    if (line.phrase, line.variant) not in found:
        message = f"phrases holds no {line.variant or line.phrase!r}; give the phrases that the timeline was made of."
        raise ValueError(message)
    hits = found[line.phrase, line.variant]
    kept = _in_group(corpus, line)[hits.document]
    return Hits(*(part[kept] for part in hits))


def _in_group(corpus: Corpus, line: Line) -> NDArray[np.bool_]:
    """Which selected documents belong to the group of a line."""
    inside: NDArray[np.bool_] = corpus.units == UNITS.index(line.unit)
    for name, value in line.group.items():
        column = name if name in corpus.everything else name.removeprefix("document_")
        tables.require(corpus.everything, [column], what="documents")
        values = corpus.column(column)
        same = values.isna() if pd.isna(value) else values.astype("str").eq(str(value)).fillna(value=False)
        inside = inside & same.to_numpy(dtype=bool)
    return inside


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


def _evidence(corpus: Corpus, hits: Hits) -> list[str]:
    """The evidence ids of hits."""
    starts, ends = spans(corpus, hits)
    ids = corpus.everything["document"].take(corpus.rows[hits.document])
    places = zip(ids.tolist(), starts.tolist(), ends.tolist(), strict=True)
    return [f"{name}:{start}-{end}" for name, start, end in places]


def _told(corpus: Corpus, phrases: Phrases, documents: Integers, wanted: set[str]) -> dict[str, Sentence]:
    """The sentences with the ids wanted, found again in the documents that hold them."""
    mask = np.zeros(len(corpus), dtype=bool)
    mask[documents] = True
    few, told = corpus.where(mask), {}
    asked = {variant.query: variant for some in variants(phrases).values() for variant in some}
    for variant in asked.values() if wanted else ():
        lines = concordance(few, variant.query, width=_WIDTH, joined=variant.joined, across=variant.across)
        for row in lines[lines["evidence"].isin(wanted)].itertuples():
            told[str(row.evidence)] = _sentence(row)
    return told


def _sentence(row: Any) -> Sentence:
    """One line of a concordance."""
    date = "undated" if pd.isna(row.date) else f"{row.date:%Y-%m-%d}"
    where = date if pd.isna(row.outlet) else f"{date}, {row.outlet}"
    return Sentence(where, row.evidence, row.left, row.node, row.right)
