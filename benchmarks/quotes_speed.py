"""Speed and memory of quote attribution on press releases, and the time of the first quotation in a fresh process.

    python benchmarks/quotes_speed.py SHARED [--articles 10000] [--processes 2]

Speed is that of ``extract_quotes`` with all cores on PolNeAR's development articles, median of five; memory is the peak
of ``stream_quotes`` over so many press releases given as a Parquet file, this process and its workers each.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
from common import shared_folder

from mediastudy import storage
from mediastudy.quotes import extract_quotes, stream_quotes

REPEATS = 5
FIRST = """
import time; begun = time.perf_counter()
import pandas as pd, mediastudy as ms
ms.extract_quotes(pd.DataFrame({"document": ["a"], "text": ["Rain fell, Orlo said."]}))
print(time.perf_counter() - begun)
"""


def articles(path: Path, most: int | None = None) -> pd.DataFrame:
    """Documents of a file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = [json.loads(line) for _, line in zip(range(most or 10**9), lines, strict=False)]
    named = [row.get("document") or f"d{number}" for number, row in enumerate(rows)]
    return pd.DataFrame({"document": named, "text": [row.get("text") or "" for row in rows]})


def words_of(documents: pd.DataFrame) -> int:
    """How many words the documents have, by white space."""
    return int(documents["text"].str.split().str.len().sum())


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", nargs="?")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    shared = shared_folder("Speed of quote attribution")
    seconds = [
        float(subprocess.run([sys.executable, "-c", FIRST], check=True, capture_output=True, text=True).stdout)
        for _ in range(REPEATS)
    ]
    print(f"first quotation in a fresh process: {statistics.median(seconds):.2f} s, median of {REPEATS}")
    documents = articles(shared / "gold" / "polnear" / "dev.jsonl.gz")
    words = words_of(documents)
    wall, busy = [], []
    for _ in range(REPEATS):
        begun, used = time.perf_counter(), time.process_time()
        extract_quotes(documents)
        wall.append(words / (time.perf_counter() - begun))
        busy.append(words / (time.process_time() - used))
    speed, effort = statistics.median(wall), statistics.median(busy)
    print(f"{speed:,.0f} words a second, {effort:,.0f} a CPU second; {words:,} words")
    many = articles(shared / "corpora" / "congress_press_partial.jsonl.gz", asked.articles)
    with tempfile.TemporaryDirectory() as folder:
        path = storage.write(many, Path(folder) / "documents.parquet")
        words, count = words_of(many), len(many)
        del many, documents
        begun = time.perf_counter()
        stream_quotes(path, Path(folder) / "found", processes=asked.processes)
        lasted = time.perf_counter() - begun
    ours, theirs = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count:,} press releases, {words:,} words with {asked.processes} processes: {lasted:.0f} s, "
        f"{words / lasted:,.0f} words a second; peak memory {ours:,.0f} MB here, {theirs:,.0f} MB in the largest worker"
    )


if __name__ == "__main__":
    main()
