import re

import numpy as np
import pytest

from mediastudy.quotes.tagging.pieces import Pieces, Words
from mediastudy.quotes.tagging.tagger import MODEL, Tagger


@pytest.fixture(scope="session")
def pieces():
    """Word pieces by the tokenizer that lies beside the network."""
    return Pieces(MODEL / "tokenizer.json")


@pytest.fixture(scope="session")
def tagger():
    """The network as it is shipped."""
    return Tagger(threads=1)


@pytest.fixture(scope="session")
def words_of():
    """A text's words, each of so many pieces."""

    def words(text, each=1):
        spans = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
        starts, ends = (np.array([span[side] for span in spans], dtype=np.int64) for side in (0, 1))
        edges = np.arange(len(spans) + 1, dtype=np.int64) * each
        return Words(starts, ends, np.ones(edges[-1], dtype=np.int64), edges)

    return words
