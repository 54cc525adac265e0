"""How often intervals of simulated arithmetic on two phrases hold the true value.

    python benchmarks/ratios.py [--series 100]

Every series has twelve periods, whose true shares of the first phrase differ, from half to one and a half times what
the row names. A fifth of the stories has a hit, of 1 to 30, over-dispersed around two and a half; a story's hits belong
to the first phrase with a probability of its own, so that they are as correlated as the row says (0 as independent
hits, 1 where a story uses one name alone). Stories have log-normal lengths around 600 tokens and up to ten copies,
which share all of this. The truth is that of the process: expected hits by expected hits, or tokens, copies counted.

Judged are the share a / (a + b), with which the ratio a / b stands and falls, and two that are drawn: the difference
a - b and a / (a + 2 * b). Beside the share stands Wilson's interval with hits taken as independent. The exit code is 1
if a judged interval covers outside 93 to 98 % in a row with at least ten expected stories with a hit.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy.timelines.arithmetic.expressions import evaluate, parse
from mediastudy.timelines.arithmetic.ratiointervals import Basis, drawn, shares
from mediastudy.timelines.counting.cells import Cells, summed
from mediastudy.timelines.counting.counts import Counts
from mediastudy.timelines.counting.per import Exposure
from mediastudy.timelines.intervals import Interval, wilson

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Numbers = NDArray[np.float64]

PERIODS: Final = 12
WITH_HIT: Final = (5, 10, 30, 100)
SHARES: Final = (0.05, 0.2, 0.5)
ALIKE: Final = (0.0, 0.3, 1.0)
COPIES: Final = {"none": np.eye(10)[0], "few": np.arange(1, 11) ** -2.5, "1-10 alike": np.ones(10)}
ENOUGH: Final = 10
WANTED: Final = (0.93, 0.98)
USED: Final = 0.2
MOST: Final = 30
DRAWN: Final = ("a - b", "a / (a + 2 * b)")
EMPTY: Final = np.empty(0, dtype=np.int64)


class Stories(NamedTuple):
    """Simulated stories: the cell, copies and tokens (of all copies) of each, its hits of a and b, and true shares."""

    cell: Integers
    copies: Integers
    tokens: Integers
    hits: dict[str, Integers]
    truth: Numbers


def simulated(random: np.random.Generator, row: tuple[int, float, float, str], series: int) -> Stories:
    """The stories of so many series."""
    with_hit, share, alike, copied = row
    size = series * PERIODS
    truth = np.minimum(share * random.uniform(0.5, 1.5, size), 0.98)
    cell = np.repeat(np.arange(size), random.poisson(with_hit / USED, size))
    weights = COPIES[copied] / COPIES[copied].sum()
    copies = random.choice(np.arange(1, 11), len(cell), p=weights)
    tokens = np.maximum(1, random.lognormal(np.log(600), 0.6, len(cell)).round()).astype(np.int64) * copies
    hits = np.where(random.random(len(cell)) < USED, _hits(random, len(cell)), 0)
    own = truth[cell]
    if alike == 1:
        own = (random.random(len(cell)) < own).astype(float)
    elif alike:
        own = random.beta(own * (1 / alike - 1), (1 - own) * (1 / alike - 1))
    first = random.binomial(hits, own)
    return Stories(cell, copies, tokens, {"a": first * copies, "b": (hits - first) * copies}, truth)


def _hits(random: np.random.Generator, size: int) -> Integers:
    """Hits of stories that have some."""
    return np.minimum(MOST, 1 + random.negative_binomial(0.7, 0.32, size))


def basis(stories: Stories, series: int) -> Basis:
    """The cells of the stories, each series being a group."""
    size = series * PERIODS
    ones = np.ones_like(stories.cell)
    tokens = summed(stories.cell, stories.tokens, size)
    cells = Cells(
        cell=EMPTY,
        lengths=EMPTY,
        unit=EMPTY,
        cluster_cell=stories.cell,
        cluster_tokens=stories.tokens,
        cluster_documents=stories.copies,
        cluster_code=EMPTY,
        documents=summed(stories.cell, stories.copies, size),
        tokens=tokens,
        stories=summed(stories.cell, ones, size),
        periods=pd.DataFrame(),
        groups=pd.DataFrame(),
        shape=(series, PERIODS),
    )
    divided = Exposure("million tokens", 1e6, tokens.astype(float), stories.tokens.astype(float), known=False)
    return Basis(cells, divided, copies=True)


def counted(stories: Stories, name: str, size: int) -> Counts:
    """The counts of a phrase; those of documents are not needed."""
    hits = stories.hits[name]
    with_hit = summed(stories.cell, (hits > 0).astype(np.int64), size)
    return Counts(summed(stories.cell, hits, size), EMPTY, with_hit, hits, EMPTY)


def covers(random: np.random.Generator, row: tuple[int, float, float, str], series: int) -> dict[str, float]:
    """The share of periods with hits whose interval holds the truth, for each expression."""
    stories = simulated(random, row, series)
    size = series * PERIODS
    rests = basis(stories, series)
    found = {name: counted(stories, name, size) for name in stories.hits}
    whole = stories.hits["a"] + stories.hits["b"]
    seen = summed(stories.cell, whole, size) > 0

    def share_of(ends: Interval, truth: Numbers) -> float:
        held = (ends.low <= truth) & (truth <= ends.high)
        return float(held[seen].mean())

    result = {"a / (a + b)": share_of(shares(stories.hits["a"], whole, rests.cells), stories.truth)}
    per_million = USED * float(_hits(random, 400_000).mean()) / (600 * np.exp(0.6**2 / 2)) * 1e6
    truths = {"a": stories.truth * per_million, "b": (1 - stories.truth) * per_million}
    for expression in DRAWN:
        node = parse(expression, ["a", "b"])
        result[expression] = share_of(drawn(node, found, rests), evaluate(node, truths))
    naive = wilson(found["a"].hits, np.where(seen, found["a"].hits + found["b"].hits, 1))
    result["hits alone"] = share_of(naive, stories.truth)
    return result


def main() -> int:
    """Print a row per scenario; 1 if a judged interval covers too little or too much."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--series", type=int, default=100)
    series = parser.parse_args().series
    begun = time.perf_counter()
    judged = ("a / (a + b)", *DRAWN)
    print(
        f"{'stories':>8} {'share':>6} {'alike':>6} {'copies':>11}", *(f"{name:>16}" for name in (*judged, "hits alone"))
    )
    off, ends = 0, [1.0, 0.0]
    rows = [(w, s, a, c) for c in COPIES for w in WITH_HIT for s in SHARES for a in ALIKE]
    for number, row in enumerate(rows):
        found = covers(np.random.default_rng(number), row, series)
        outside = [not WANTED[0] <= found[name] <= WANTED[1] for name in judged]
        if row[0] >= ENOUGH:
            off += sum(outside)
            ends = [min(ends[0], *(found[name] for name in judged)), max(ends[1], *(found[name] for name in judged))]
        marks = [*("*" if out else " " for out in outside), " "]
        shown = (f"{100 * value:>15.1f}{mark}" for value, mark in zip(found.values(), marks, strict=True))
        print(f"{row[0]:>8} {row[1]:>6} {row[2]:>6} {row[3]:>11}", *shown)
    enough = sum(row[0] >= ENOUGH for row in rows) * len(judged)
    print(
        f"{enough - off} of {enough} with at least {ENOUGH} stories with a hit lie in {WANTED[0]:.0%} to "
        f"{WANTED[1]:.0%}; all lie in {ends[0]:.1%} to {ends[1]:.1%} ({series} series of {PERIODS} periods a row, "
        f"{time.perf_counter() - begun:.0f} s)"
    )
    return int(off > 0)


if __name__ == "__main__":
    sys.exit(main())
