"""`mediastudy build` and yearly counts on the Australian prime ministers' transcripts, sample and whole.

The counts are compared with those of an independent program (references/timeline_dev.json).
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
from common import run, shared_folder

import mediastudy as ms

BUILD = (sys.executable, "-m", "mediastudy.cli", "build")
COLUMNS = {"hits": "hits_whitespace_or_hyphen", "documents_with_hit": "documents_whitespace_or_hyphen"}


def build(raw: Path, processed: Path) -> None:
    """Build, and print what came in and what it cost."""
    cost = run(*BUILD, raw, processed)
    peak = "unknown" if cost.peak is None else f"{cost.peak:.2f} GB"
    print(f"{raw.name}: built in {cost.seconds:.1f} s, peak memory of one process {peak}")
    for step, count in ms.intake(processed).itertuples(index=False):
        print(f"  {count:>9,}  {step}")
    print(f"  {len(pd.read_parquet(processed / 'quotes.parquet', columns=['quote'])):>9,}  quotes")


def differences(timeline: pd.DataFrame, expected: dict[str, Any]) -> list[str]:
    """The years in which hits or documents differ from the reference."""
    years = timeline.assign(year=timeline["period"].dt.strftime("%Y")).set_index("year")
    theirs = pd.DataFrame(expected["per_year"]).T.reindex(years.index).fillna(0)
    wrong = [f"{year} {ours}" for ours, name in COLUMNS.items() for year in years.index[years[ours] != theirs[name]]]
    return wrong + [f"total {ours}" for ours, name in COLUMNS.items() if years[ours].sum() != expected[name]]


def main() -> None:
    """Print both builds and the agreement of every query; exit 1 if a count differs."""
    shared = shared_folder("Builds and yearly counts on the prime ministers' transcripts")
    reference = json.loads((shared / "references" / "timeline_dev.json").read_text(encoding="utf-8"))["queries"]
    with tempfile.TemporaryDirectory() as folder:
        build(shared / "corpora" / "pm_transcripts_sample.jsonl", Path(folder) / "sample")
        build(shared / "corpora" / "pm_transcripts.jsonl.gz", Path(folder) / "whole")
        corpus = ms.open_corpus(Path(folder) / "whole")
    failed = 0
    for expected in reference.values():
        query = "(" + "|".join(expected["alternatives"]) + ")"
        wrong = differences(ms.timeline(corpus, query), expected)
        failed += bool(wrong)
        print(f"  {query}: {f'differs in {wrong}' if wrong else 'agrees in every year'}")
    print(f"{len(reference) - failed} of {len(reference)} queries agree in every year, hits and documents")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
