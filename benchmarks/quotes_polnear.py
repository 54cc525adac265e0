"""Scores and speed of the quote rules on a gold file, by the shared scorer.

    python benchmarks/quotes_polnear.py SHARED [--state-media] [--repeats 3]

SHARED is the folder that holds gold/score_quotes.py; its PolNeAR dev articles are scored with attitudes, the state
media set without.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from mediastudy.quotes import as_records, extract_quotes


def documents_of(gold: Path) -> pd.DataFrame:
    """The gold file's articles as a documents table."""
    opener = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8", newline="") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    return pd.DataFrame([{name: article.get(name) for name in ("document", "text", "title")} for article in articles])


def main() -> None:
    """Extract, score, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--state-media", action="store_true")
    parser.add_argument("--repeats", type=int, default=3)
    args = parser.parse_args()
    gold = args.shared / "gold" / ("state_media_dev.jsonl" if args.state_media else "polnear/dev.jsonl.gz")
    documents = documents_of(gold)
    words = int(documents["text"].str.split().str.len().sum())
    extract_quotes(documents.head(1))
    seconds = []
    for _ in range(args.repeats):
        start = time.process_time()
        found = extract_quotes(documents, attitudes=not args.state_media)
        seconds.append(time.process_time() - start)
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        records = (json.dumps(record) for record in as_records(*found, documents))
        predictions.write_text("\n".join(records), encoding="utf-8")
        scorer = [sys.executable, str(args.shared / "gold" / "score_quotes.py"), str(gold), str(predictions)]
        speech_only = ["--speech-only"] if args.state_media else []
        print(subprocess.run([*scorer, *speech_only], check=True, capture_output=True, text=True).stdout, end="")
    speed = words / statistics.median(seconds)
    found_text = f"{len(found.quotes):,} quotations, {speed:,.0f} words a CPU second"
    print(f"{len(documents)} articles, {words:,} words, {found_text}")


if __name__ == "__main__":
    main()
