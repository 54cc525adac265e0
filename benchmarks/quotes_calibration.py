"""How far the confidence of quotations can be believed: reliability on PolNeAR's development articles.

    python benchmarks/quotes_calibration.py SHARED [CHART.png]

``training/judging.py`` says when a quotation is right. Expected calibration error: the mean distance between
confidence and share right over ten bins of equal width, weighted by their size (Naeini et al. 2015).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from typing import Any

import numpy as np
import pandas as pd
from common import ROOT, shared_folder

from mediastudy.quotes import as_records, extract_quotes

sys.path.insert(0, str(ROOT / "training"))
from judging import Marked, verdicts

WORD = re.compile(r"\w+")
BINS = 10


def covered(words: list[tuple[int, int]], spans: list[list[int]]) -> set[int]:
    """The words that the spans touch."""
    return {number for number, (start, end) in enumerate(words) for s, e in spans if start < e and end > s}


def judged(article: dict[str, Any], quotes: list[dict[str, Any]]) -> list[bool]:
    """For each quotation of the article whether it is right."""
    words = [match.span() for match in WORD.finditer(article["text"])]
    found, annotated = (
        [Marked(*(covered(words, one[part] or []) for part in ("content", "source"))) for one in rows]
        for rows in (quotes, article["attributions"])
    )
    return verdicts(found, annotated)


def reliability(confidence: pd.Series, right: pd.Series) -> pd.DataFrame:
    """One row per bin: how many quotations, their mean confidence, the share that is right."""
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    table = pd.DataFrame({"bin": bins, "confidence": confidence, "right": right})
    return table.groupby("bin").agg(
        quotations=("right", "size"), confidence=("confidence", "mean"), right=("right", "mean")
    )


def draw(table: pd.DataFrame, path: str) -> None:
    """Write the reliability chart."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.2, 4.2), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.6", linewidth=1)
    axes.scatter(table["confidence"], table["right"], s=10 + table["quotations"] / 3, color="#0072B2")
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1), ylim=(0, 1), aspect="equal")
    figure.savefig(path, dpi=150)


def main() -> None:
    """Print the table and the error, and draw the chart if a path is given."""
    gold = shared_folder("Calibration of quotations") / "gold" / "polnear" / "dev.jsonl.gz"
    with gzip.open(gold, "rt", encoding="utf-8", newline="") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    documents = pd.DataFrame(articles)[["document", "text", "title"]]
    found = extract_quotes(documents, attitudes=True)
    records = as_records(*found, documents)
    right = [
        one for article, record in zip(articles, records, strict=True) for one in judged(article, record["quotes"])
    ]
    scored = found.quotes.assign(right=right).dropna(subset="confidence")
    table = reliability(scored["confidence"], scored["right"].astype(float))
    print(table.round(3).to_string())
    weight = table["quotations"] / table["quotations"].sum()
    error = float((weight * (table["confidence"] - table["right"]).abs()).sum())
    print(f"expected calibration error {error:.3f} over {len(scored):,} quotations, {scored['right'].mean():.3f} right")
    if len(sys.argv) > 2:  # noqa: PLR2004 - the second argument is the chart's path
        draw(table, sys.argv[2])


if __name__ == "__main__":
    main()
