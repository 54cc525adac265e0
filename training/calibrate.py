"""Fit the weights of confidence on the articles that train.py holds out, and write them beside the network.

    python training/calibrate.py POLNEAR_TRAIN.jsonl.gz mediastudy/quotes/model

``judging.py`` says when a quotation counts as right.
"""

# ruff: noqa: INP001, T201 - a script that prints its result

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from examples import records
from judging import Marked, verdicts
from train import held_out

from mediastudy.quotes.rules.english import english_drafts
from mediastudy.quotes.tagging.confidence import log_odds
from mediastudy.quotes.tagging.tagger import Tagger

if TYPE_CHECKING:
    from mediastudy.quotes.tagging.linking import Fragment

PENALTY: Final = 1.0
STEPS: Final = 50


def covered(fragments: list[Fragment]) -> set[int]:
    """The words that the fragments hold."""
    return {word for first, last in fragments for word in range(first, last)}


def fitted(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with a small ridge penalty, by Newton's method; the last is the intercept."""
    table = np.column_stack([rows, np.ones(len(rows))])
    weights = np.zeros(table.shape[1])
    ridge = PENALTY * np.diag([*([1.0] * rows.shape[1]), 0.0])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share - right) + ridge @ weights
        curve = (table * (share * (1 - share))[:, None]).T @ table + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Fit and write."""
    path, folder = Path(sys.argv[1]), Path(sys.argv[2])
    articles = held_out(records(path))
    scale = folder / "confidence.json"
    if not scale.exists():
        scale.write_text(json.dumps({"weights": [0.0] * 7, "added": 0.0}), encoding="utf-8")
    texts = [article["text"] for article in articles]
    rows: list[list[float]] = []
    right: list[bool] = []
    tagged = Tagger(folder).attributions(texts, [english_drafts(text) for text in texts])
    for (article, found), record in zip(tagged, articles, strict=True):
        rows += [[log_odds(one) for one in attribution.certainty] for attribution in found]
        right += verdicts(
            [Marked(covered(one.content), covered(one.source)) for one in found],
            [
                Marked(*(covered([article.words.inside(span) for span in one[part]]) for part in ("content", "source")))
                for one in record["attributions"]
            ],
        )
    weights = fitted(np.array(rows), np.array(right, dtype=float))
    content = {"weights": [round(float(one), 4) for one in weights[:-1]], "added": round(float(weights[-1]), 4)}
    scale.write_text(json.dumps(content) + "\n", encoding="utf-8")
    print(f"{len(articles)} articles, {len(rows)} quotations, {np.mean(right):.3f} right: {content}")


if __name__ == "__main__":
    main()
