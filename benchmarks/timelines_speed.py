"""How fast timelines with bootstrap intervals are: ten phrases, 60 years, six outlets, 100,000 documents.

    python benchmarks/timelines_speed.py [FOLDER] [--documents 100000]

Prints the median seconds of five timelines with the index open, and of the same with analytic intervals; then those of
one phrase in one outlet beside a plain bootstrap, which draws the documents of each year with NumPy as often.
"""

from __future__ import annotations

import argparse
import functools
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from common import ROOT
from generate import generate
from vocabulary import PHRASES

from mediastudy import storage
from mediastudy.corpus import Corpus, match
from mediastudy.timelines.counting.resampling import REPLICATES
from mediastudy.timelines.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable

OUTLETS: Final = 6
EARLIER: Final = pd.DateOffset(years=30)
REPEATS: Final = 5
LIMIT: Final = 5.0


def corpus(folder: Path, documents: int) -> Corpus:
    """The generated corpus, every other document thirty years earlier and of six outlets; made unless it is there."""
    target = folder / f"sixty-years-{documents}"
    if not (target / "index").exists():
        made = pd.read_parquet(generate(folder / f"{documents // 1000}k", documents).documents)
        names = sorted(made["outlet"].unique())
        outlet = made["outlet"].map({name: names[place % OUTLETS] for place, name in enumerate(names)})
        moved = made["date"].where(np.arange(len(made)) % 2 == 0, made["date"] - EARLIER)
        target.mkdir(parents=True, exist_ok=True)
        storage.write(made.assign(outlet=outlet, date=moved), target / "documents.parquet")
        Corpus.index_folder(target)
    opened = Corpus.open(target)
    return opened.where(opened.documents["date"].dt.year.between(1965, 2024))


def median(work: Callable[[], object]) -> float:
    """The median seconds of five calls."""
    taken = []
    for _ in range(REPEATS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def plain(documents: pd.DataFrame) -> pd.DataFrame:
    """The percentiles of the rate of each year if its documents are drawn anew, as a short script would have them."""
    random = np.random.default_rng(1)
    rows = {}
    for year, held in documents.groupby("year"):
        drawn = random.integers(0, len(held), (REPLICATES, len(held)))
        hits, tokens = held["hits"].to_numpy(), held["tokens"].to_numpy()
        rows[year] = np.quantile(hits[drawn].sum(axis=1) / tokens[drawn].sum(axis=1), [0.025, 0.975])
    return pd.DataFrame(rows).T


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description="The speed of timelines with bootstrap intervals.")
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / ".bench" / "corpora")
    parser.add_argument("--documents", type=int, default=100_000)
    asked = parser.parse_args()
    held = corpus(asked.folder, asked.documents)
    phrases = {phrase.name: list(phrase.spellings) for phrase in PHRASES}
    made = timeline(held, phrases, by="outlet", interval="bootstrap")
    years = made["period"].nunique()
    print(f"{len(held):,} documents, {len(phrases)} phrases, {years} years, {made['outlet'].nunique()} outlets")
    ask = functools.partial(timeline, held, phrases, by="outlet")
    seconds = median(functools.partial(ask, interval="bootstrap"))
    print(f"bootstrap: {seconds:.2f} s, median of {REPEATS} (wanted: below {LIMIT:g} s)")
    print(f"analytic: {median(ask):.2f} s, median of {REPEATS}")
    name, spellings = next(iter(phrases.items()))
    part = held.where(held.documents["outlet"] == made["outlet"].iloc[0])
    ours = median(lambda: timeline(part, {name: spellings}, interval="bootstrap"))
    hits = np.bincount(match(part, spellings[0]).document, minlength=len(part))
    table = pd.DataFrame({"year": part.documents["date"].dt.year, "hits": hits, "tokens": part.lengths})
    theirs = median(lambda: plain(table))
    print(f"one phrase and outlet: {ours:.3f} s; a plain bootstrap of the same {len(part):,} documents: {theirs:.3f} s")
    whole = theirs * len(phrases) * made["outlet"].nunique()
    print(f"for all phrases and outlets the plain one takes {whole / seconds:.0f} times as long")


if __name__ == "__main__":
    main()
