"""What finds copies in the benchmarks, each task alone: ``python copying.py TASK FOLDER``.

rensa is used as its README shows, with words split at spaces in Python, and once more with the shingles that we take.
It says which documents resemble an earlier one; ours verifies the pairs and gives every document its story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow.parquet as pq
from measuring import WARM, Task, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_PERMUTATIONS: Final = 128
_THRESHOLD: Final = 0.5
_BANDS: Final = 32
_WORDS: Final = 4


def ours(folder: Path) -> Task:
    """Documents to documents with their stories."""
    import pandas as pd

    from mediastudy.documents.duplicates import with_stories

    documents = pd.read_parquet(folder / "documents.parquet", columns=["document", "date", "outlet", "text"])

    def work(chosen: pd.DataFrame = documents) -> pd.DataFrame:
        return with_stories(chosen)

    def facts(result: pd.DataFrame) -> dict[str, Any]:
        return {"counted": int(result["copy"].ne("original").sum())}

    few = documents.head(2 * WARM)
    copies = few.assign(document="copy-" + few["document"], text=few["text"] + " And more.")
    return Task(work, lambda: work(pd.concat([few, copies])), facts)


def rensa_deduplicator(folder: Path) -> Task:
    """Documents to duplicates by rensa's RMinHashDeduplicator with LSH."""
    from rensa import RMinHashDeduplicator

    def find(texts: list[str]) -> int:
        made = RMinHashDeduplicator(threshold=_THRESHOLD, num_perm=_PERMUTATIONS, use_lsh=True)
        kept = made.add_pairs((str(place), text.split()) for place, text in enumerate(texts))
        return len(texts) - sum(kept)

    return _task(folder, find)


def rensa_r(folder: Path) -> Task:
    """Documents to duplicates by rensa's RMinHash and RMinHashLSH."""
    return _task(folder, lambda texts: _similar(text.split() for text in texts))


def rensa_c(folder: Path) -> Task:
    """Documents to duplicates by rensa's CMinHash and its deduplicator."""
    from rensa import CMinHashDeduplicator

    def find(texts: list[str]) -> int:
        made = CMinHashDeduplicator(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
        kept = made.add_pairs((str(place), text.split()) for place, text in enumerate(texts))
        return len(texts) - sum(kept)

    return _task(folder, find)


def rensa_shingles(folder: Path) -> Task:
    """Documents to duplicates by rensa's RMinHash and RMinHashLSH on runs of four words."""
    return _task(folder, lambda texts: _similar(map(_shingles, texts)))


def _shingles(text: str) -> list[str]:
    """Runs of words in lower case."""
    words = text.lower().split()
    return [" ".join(words[place : place + _WORDS]) for place in range(max(len(words) - _WORDS + 1, 0))]


def _similar(tokens: Iterable[list[str]]) -> int:
    """How many documents LSH finds similar to another."""
    from rensa import RMinHash, RMinHashLSH

    made = RMinHash.from_token_sets(tokens, num_perm=_PERMUTATIONS, seed=42)
    index = RMinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    index.insert_many(made)
    return sum(len(found) > 1 for found in index.query_all(made))


def _task(folder: Path, find: Callable[[list[str]], int]) -> Task:
    """A task on the texts as Python's strings."""
    texts = [text or "" for text in pq.read_table(folder / "documents.parquet", columns=["text"])["text"].to_pylist()]
    return Task(lambda: find(texts), lambda: find(texts[:WARM]), lambda result: {"counted": result})


if __name__ == "__main__":
    serve({task.__name__: task for task in (ours, rensa_deduplicator, rensa_r, rensa_c, rensa_shingles)})
