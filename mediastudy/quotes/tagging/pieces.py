"""A text to words with offsets, and each word to the word pieces that the network was trained on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy.typing as npt

    from mediastudy.quotes.drafts import Span

    Integers = npt.NDArray[np.int64]

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_LONGEST: Final = 100
_KEPT: Final = 200_000
UNKNOWN: Final = "[UNK]"


class Words(NamedTuple):
    """The words of a text: their offsets, their pieces one after the other, and where each word's pieces begin.

    ``edges`` has one more number than there are words: the pieces of word i are ``pieces[edges[i]:edges[i + 1]]``.
    """

    starts: Integers
    ends: Integers
    pieces: Integers
    edges: Integers

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.starts)

    def inside(self, span: Span) -> tuple[int, int]:
        """The words that the characters of the span touch, as first and (exclusive) last."""
        first = int(np.searchsorted(self.ends, span[0], side="right"))
        last = int(np.searchsorted(self.starts, span[1], side="left"))
        return first, max(first, last)


class Pieces:
    """Word pieces by a tokenizer file, each distinct word looked up once."""

    def __init__(self, path: Path) -> None:
        """Open the tokenizer file at the path."""
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}
        self.first = self._tokenizer.token_to_id("[CLS]")
        self.last = self._tokenizer.token_to_id("[SEP]")
        self.unknown = int(self._tokenizer.token_to_id(UNKNOWN) or 0)

    def words(self, text: str) -> Words:
        """The text's words and their pieces."""
        spans = [match.span() for match in _WORD.finditer(text)]
        looked_up = self._look_up([text[start : min(end, start + _LONGEST)] for start, end in spans])
        edges = np.zeros(len(spans) + 1, dtype=np.int64)
        np.cumsum([len(pieces) for pieces in looked_up], out=edges[1:])
        return Words(
            np.array([start for start, _ in spans], dtype=np.int64),
            np.array([end for _, end in spans], dtype=np.int64),
            np.array([piece for pieces in looked_up for piece in pieces], dtype=np.int64),
            edges,
        )

    def _look_up(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word."""
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if len(self._known) + len(new) > _KEPT:
            self._known.clear()
            new = list(dict.fromkeys(words))
        encoded = self._tokenizer.encode_batch(new, add_special_tokens=False)
        self._known.update((word, one.ids or [self.unknown]) for word, one in zip(new, encoded, strict=True))
        return [self._known[word] for word in words]
