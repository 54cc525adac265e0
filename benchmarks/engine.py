"""What mediastudy does in the benchmarks, each task alone: ``python engine.py TASK FOLDER [--first]``."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from measuring import WARM, Task, serve
from vocabulary import PHRASES

import mediastudy as ms

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

QUERIES: Final = {phrase.name: phrase.query for phrase in PHRASES}
# The phrase whose concordance is timed, and one that is never timed, for the call before.
SHOWN: Final = "climate change"
OTHER: Final = "state of the"
PERMUTATIONS: Final = 999
# A half of the generated years.
MIDDLE: Final = "2010-01-01"


def counts(folder: Path) -> Task:
    """Texts in memory to the table of frequencies."""
    table = pd.read_parquet(folder / "documents.parquet", columns=["document", "text"])

    def work(chosen: pd.DataFrame = table) -> pd.DataFrame:
        return ms.frequencies(ms.Corpus.build(chosen))

    def facts(result: pd.DataFrame) -> dict[str, Any]:
        return {"counted": int(result["frequency"].sum()), "types": len(result)}

    return Task(work, lambda: work(table.head(WARM)), facts)


def index(folder: Path) -> Task:
    """The documents on disk to their index on disk."""

    def first() -> None:
        shutil.rmtree(folder / "index", ignore_errors=True)

    def work() -> ms.Corpus:
        first()
        return ms.Corpus.index_folder(folder)

    return Task(work, first, lambda corpus: {"counted": int(corpus.tokens)}, watched=True)


def timeline(folder: Path) -> Task:
    """Ten phrases by year and outlet, with the index open; compared with what was planted."""
    corpus = ms.Corpus.open(folder)

    def facts(result: pd.DataFrame) -> dict[str, Any]:
        return {"counted": int(result["hits"].sum()), "wrong": _wrong(result, folder / "truth.parquet")}

    return Task(lambda: _timeline(corpus), lambda: ms.timeline(corpus, OTHER, by="outlet"), facts)


def concordance(folder: Path) -> Task:
    """All lines of a phrase, with the index open."""
    corpus = ms.Corpus.open(folder)
    return Task(
        lambda: ms.concordance(corpus, SHOWN),
        lambda: ms.concordance(corpus, QUERIES["foreign aid"]),
        lambda result: {"counted": len(result)},
    )


def keywords(folder: Path) -> Task:
    """The keywords of the later half of the years against the earlier, with permutations of documents."""
    corpus = ms.Corpus.open(folder)
    later = corpus.column("date") >= MIDDLE
    target, reference = corpus.where(later.to_numpy()), corpus.where(~later.to_numpy())
    few = [half.where(_head(half)) for half in (target, reference)]
    return Task(
        lambda: ms.keywords(target, reference, permutations=PERMUTATIONS),
        lambda: ms.keywords(*few, permutations=PERMUTATIONS),
        lambda result: {"counted": int(target.tokens + reference.tokens), "types": len(result)},
    )


def memory(folder: Path) -> Task:
    """Opening, the ten phrases and a concordance; its memory is watched."""

    def work() -> int:
        corpus = ms.Corpus.open(folder)
        return int(_timeline(corpus)["hits"].sum()) + len(ms.concordance(corpus, SHOWN))

    return Task(work, lambda: None, lambda hits: {"counted": hits}, watched=True)


def _timeline(corpus: ms.Corpus) -> pd.DataFrame:
    """The ten phrases by year and outlet."""
    return ms.timeline(corpus, QUERIES, every="year", by="outlet")


def _head(half: ms.Corpus) -> NDArray[np.bool_]:
    """A mask of the first documents."""
    return np.arange(len(half)) < WARM


def _wrong(timeline: pd.DataFrame, truth: Path) -> int | None:
    """The cells of a timeline that differ from the truth in hits or documents; None where there is no truth."""
    if not truth.exists():
        return None
    keys, values = ["phrase", "year", "outlet"], ["hits", "documents_with_hit"]
    ours = timeline.assign(year=timeline["period"].dt.year).set_index(keys)[values]
    theirs = pd.read_parquet(truth).set_index(keys)[values]
    ours, theirs = ours.align(theirs, fill_value=0)
    return int((ours != theirs).any(axis="columns").sum())


if __name__ == "__main__":
    serve({task.__name__: task for task in (counts, index, timeline, concordance, keywords, memory)})
