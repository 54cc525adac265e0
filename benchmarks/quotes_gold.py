"""Scores and speed of quote attribution on the gold files, by the shared scorer.

PolNeAR's development articles are scored with attitudes, the state-media articles without, and so are those of our own
articles (training/articles) that training leaves out, and those that nothing was trained or tuned on.
"""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pandas as pd
from common import ROOT, shared_folder

from mediastudy.quotes import as_records, extract_quotes

REPEATS = 5


def ours() -> dict[str, list[dict[str, Any]]]:
    """Our own annotated articles that the network is not trained on."""
    sys.path.insert(0, str(ROOT / "training"))
    from articles import own, unseen

    return {"own_left_out": own(test=True), "own_unseen": unseen()}


def documents_of(gold: Path) -> pd.DataFrame:
    """The gold file's articles as a documents table."""
    opener = gzip.open if gold.suffix == ".gz" else open
    with opener(gold, "rt", encoding="utf-8", newline="") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    return pd.DataFrame([{name: article.get(name) for name in ("document", "text", "title")} for article in articles])


def score(scorer: Path, gold: Path, *, attitudes: bool) -> None:
    """Extract, time, score, and print."""
    documents = documents_of(gold)
    words = int(documents["text"].str.split().str.len().sum())
    seconds = []
    for _ in range(REPEATS):
        begun = time.process_time()
        found = extract_quotes(documents, attitudes=attitudes)
        seconds.append(time.process_time() - begun)
    print(f"\n{gold.name}: {len(documents)} articles, {words:,} words, {len(found.quotes):,} quotations")
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = (json.dumps(record) for record in as_records(*found, documents))
        predictions.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, scorer, gold, predictions, *([] if attitudes else ["--speech-only"])]
        done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    print(done.stdout, end="")
    print(f"{words / statistics.median(seconds):,.0f} words a CPU second, median of {REPEATS}")


def main() -> None:
    """Print the scores of all files."""
    gold = shared_folder("Quote attribution on the gold files") / "gold"
    score(gold / "score_quotes.py", gold / "polnear" / "dev.jsonl.gz", attitudes=True)
    score(gold / "score_quotes.py", gold / "state_media_dev.jsonl", attitudes=False)
    with tempfile.TemporaryDirectory() as folder:
        for name, articles in ours().items():
            path = Path(folder) / f"{name}.jsonl"
            path.write_text("\n".join(json.dumps(record) for record in articles), encoding="utf-8")
            score(gold / "score_quotes.py", path, attitudes=False)


if __name__ == "__main__":
    main()
