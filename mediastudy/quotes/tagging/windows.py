"""Words to windows: whole paragraphs together as long as they fit, longer ones cut at the end of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mediastudy.corpus.sentences import paragraphs

if TYPE_CHECKING:
    from mediastudy.quotes.tagging.pieces import Words

LIMIT: Final = 320
"""Word pieces in a window, without the two that frame it."""
_STOPS: Final = frozenset(".!?;")


def windows(text: str, words: Words, limit: int = LIMIT) -> list[tuple[int, int]]:
    """First and (exclusive) last word of each window, in order; together they hold every word once."""
    found: list[tuple[int, int]] = []
    begun = 0
    for first, last in _paragraphs(text, words):
        if words.edges[last] - words.edges[begun] <= limit:
            continue
        if begun < first:
            found.append((begun, first))
        begun = first
        while words.edges[last] - words.edges[begun] > limit:
            cut = _cut(text, words, begun, limit)
            found.append((begun, cut))
            begun = cut
    if begun < len(words):
        found.append((begun, len(words)))
    return found


def cuts(text: str, words: Words, found: list[tuple[int, int]]) -> set[int]:
    """The first words of the windows that begin inside a paragraph."""
    return {begin for begin, _ in found} - {first for first, _ in _paragraphs(text, words)}


def _paragraphs(text: str, words: Words) -> list[tuple[int, int]]:
    """First and last word of each paragraph."""
    spans = (words.inside(block) for block in paragraphs(text))
    return [(first, last) for first, last in spans if first < last]


def _cut(text: str, words: Words, begun: int, limit: int) -> int:
    """The word before which a long paragraph is cut: after the last stop that fits, else where the limit falls."""
    far = int(np.searchsorted(words.edges, words.edges[begun] + limit, side="right")) - 1
    for word in range(far, begun + 1, -1):
        if text[words.starts[word - 1]] in _STOPS:
            return word
    return max(far, begun + 1)
