"""Yearly hits and documents on the prime ministers' transcripts against counts made by an independent program.

Usage: python benchmarks/timeline_reference.py SHARED [FOLDER]

SHARED is the folder with corpora/ and references/. The corpus is saved to FOLDER, if given, and opened again.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pandas as pd

from mediastudy.corpus import Corpus
from mediastudy.timelines import timeline

try:
    import resource
except ImportError:  # Windows has no such module
    resource = None


def documents_of(path: Path) -> pd.DataFrame:
    """The transcripts as documents; ids that are missing or repeated get the row number."""
    raw = pd.read_json(path, lines=True, dtype=False, encoding="utf-8", compression="infer")
    ids = raw["id"].fillna("")
    unclear = ids.eq("") | ids.duplicated(keep=False)
    ids = ids.mask(unclear, ids + "row" + raw.index.astype("str"))
    return pd.DataFrame({"document": ids, "date": pd.to_datetime(raw["date"]), "text": raw["text"]})


def query_of(name: str) -> str:
    """A query of the reference in our language."""
    return name.replace('"', "").replace(" OR ", "|")


def disagreements(table: pd.DataFrame, expected: dict[str, object]) -> list[str]:
    """The years, or the total, that differ."""
    table = table.assign(year=table["period"].dt.year.astype("str")).set_index("year")
    wrong = []
    for ours, theirs in (
        ("hits", "hits_whitespace_or_hyphen"),
        ("documents_with_hit", "documents_whitespace_or_hyphen"),
    ):
        years = {year: entry[theirs] for year, entry in expected["per_year"].items() if entry[theirs]}
        found = {year: count for year, count in table[ours].items() if count}
        wrong += sorted(f"{year} {ours}" for year in years.keys() | found.keys() if years.get(year) != found.get(year))
        wrong += [f"total {ours}"] if table[ours].sum() != expected[theirs] else []
    return wrong


def peak() -> str:
    """The largest memory this process has had, where the system tells."""
    if resource is None:
        return "peak memory unknown on this system"
    return f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB"


def main(shared: Path, folder: Path | None) -> int:
    """Print the agreement of each query; 1 if any differs."""
    reference = json.loads((shared / "references" / "timeline_dev.json").read_text(encoding="utf-8"))
    documents = documents_of(shared / "corpora" / "pm_transcripts.jsonl.gz")
    print(f"read {len(documents):,} documents, {peak()}")
    begun = time.perf_counter()
    corpus = Corpus.build(documents)
    print(f"built {corpus} in {time.perf_counter() - begun:.1f} s, {peak()}")
    if folder:
        begun = time.perf_counter()
        corpus.save(folder)
        middle = time.perf_counter()
        corpus = Corpus.open(folder)
        print(f"saved in {middle - begun:.1f} s, opened in {time.perf_counter() - middle:.1f} s, {peak()}")
    timeline(corpus, "warm up")
    failed = 0
    for name, expected in reference["queries"].items():
        begun = time.perf_counter()
        table = timeline(corpus, query_of(name))
        spent = time.perf_counter() - begun
        wrong = disagreements(table, expected)
        failed += bool(wrong)
        verdict = f"differs: {wrong}" if wrong else "agrees"
        print(f"{name}: {table['hits'].sum()} hits, {spent * 1000:.0f} ms, {verdict}")
    print(f"{len(reference['queries']) - failed} of {len(reference['queries'])} queries agree, {peak()}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))  # noqa: PLR2004
