"""The network itself: a window in, scores out.

Windows are run one at a time: the network's whole numbers are scaled to the largest value that is run together, so
that in a batch an article's quotations would depend on its neighbours; nor is a batch faster here, for its padding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mediastudy.quotes.tagging.decoding import Chain
from mediastudy.quotes.tagging.hints import CODES

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from mediastudy.quotes.tagging.pieces import Pieces, Words

    Numbers = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]


class Window(NamedTuple):
    """One sequence for the network: pieces and hints with their frame, and where each word's first piece is."""

    pieces: Integers
    hints: Integers
    first: Integers


class Tagged(NamedTuple):
    """A window as the network sees it: its first word in the article, tags, their probabilities, and link scores."""

    begin: int
    tags: Integers
    probabilities: Numbers
    joins: Numbers
    sources: Numbers
    speech: Numbers


class Scored(NamedTuple):
    """What the network says of a window: scores as they come."""

    tags: Numbers
    joins: Numbers
    sources: Numbers
    speech: Numbers


def window(words: Words, codes: Integers, begin: int, end: int, pieces: Pieces) -> Window:
    """The words from ``begin`` to ``end`` as one sequence."""
    edges = words.edges[begin : end + 1]
    spread = np.repeat(codes[begin:end], np.diff(edges))
    return Window(
        np.concatenate([[pieces.first], words.pieces[edges[0] : edges[-1]], [pieces.last]]),
        np.concatenate([[CODES], spread, [CODES]]),
        edges[:-1] - edges[0] + 1,
    )


class Session:
    """The network, opened from the model's folder."""

    def __init__(self, folder: Path, threads: int) -> None:
        """Open the network; ``threads`` is how many cores one run may use, 0 all of them."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        # Threads that wait for work sleep: other programs, and further processes of ours, have the cores meanwhile.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )
        with np.load(folder / "steps.npz") as chain:
            self.chain = Chain(chain["steps"], chain["starts"])

    def run(self, part: Window) -> Scored:
        """What the network says of the window."""
        given = {"pieces": part.pieces, "seen": np.ones_like(part.pieces), "hints": part.hints, "first": part.first}
        scores = self._session.run(None, {name: numbers[None] for name, numbers in given.items()})
        return Scored(*(score[0] for score in scores))
