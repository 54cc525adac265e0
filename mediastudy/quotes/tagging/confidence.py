"""From what the network is sure of to the probability that annotators would have marked the quotation.

A logistic regression on articles that were held out of training (``training/calibrate.py``); its weights lie beside the
network. What counts as right is said there and in the model's card.

References
----------
Platt, J. (1999). Probabilistic outputs for support vector machines. Advances in Large Margin Classifiers.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_LEAST: Final = 1e-4


class Scale(NamedTuple):
    """Weights of the certainties' log odds, and what is added to them."""

    weights: tuple[float, ...]
    added: float

    @classmethod
    def read(cls, path: Path) -> Scale:
        """The scale written at the path."""
        content = json.loads(path.read_text(encoding="utf-8"))
        return cls(tuple(content["weights"]), float(content["added"]))

    def __call__(self, certainty: tuple[float, ...]) -> float:
        """The probability, 0 to 1."""
        odds = self.added + sum(w * log_odds(one) for w, one in zip(self.weights, certainty, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(share: float) -> float:
    """The logarithm of the odds of a share, which is kept off 0 and 1."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
