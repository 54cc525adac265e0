"""What the rules and the typography say of each word, as one code that the network reads beside the word itself.

A code tells four things: the part that the rules give the word (:mod:`mediastudy.quotes.rules`), whether quotation
marks enclose it (:mod:`mediastudy.quotes.marks`), whether it opens a paragraph, and its capitals (the network's own
vocabulary has none).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from mediastudy.corpus.sentences import paragraphs
from mediastudy.quotes.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from mediastudy.quotes.drafts import Draft
    from mediastudy.quotes.tagging.pieces import Words

    Codes = npt.NDArray[np.int64]

TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OUTSIDE, SOURCE, CUE, CONTENT = 0, 1, 3, 5
"""Numbers of the tag outside and of those that begin a part; the tag inside a part follows the one that begins it."""
ABSENT: Final = len(TAGS)
"""Stands for the rules' part where training hides it."""
_MARKS, _OPENINGS, _CAPITALS = 3, 2, 3
BELOW_TAG: Final = _MARKS * _OPENINGS * _CAPITALS
CODES: Final = (len(TAGS) + 1) * BELOW_TAG


def hints(text: str, words: Words, drafts: Iterable[Draft]) -> Codes:
    """One code a word."""
    marks, openings = _typography(text, words)
    return ((parts(words, drafts) * _MARKS + marks) * _OPENINGS + openings) * _CAPITALS + _capitals(text, words)


def parts(words: Words, drafts: Iterable[Draft]) -> Codes:
    """One tag a word: the part that the drafts give it; a cue in a source or a content wins over it."""
    tags = np.zeros(len(words), dtype=np.int64)
    kept = list(drafts)
    for begin in (CONTENT, SOURCE, CUE):
        for draft in kept:
            spans = {CONTENT: draft.content, SOURCE: (draft.source,), CUE: (draft.cue,)}[begin]
            for span in spans:
                if span is not None:
                    first, last = words.inside(span)
                    tags[first:last] = begin + 1
                    tags[first : min(first + 1, last)] = begin
    return tags


def _typography(text: str, words: Words) -> tuple[Codes, Codes]:
    """Whether marks enclose each word (0 no, 1 closed, 2 not closed), and whether it opens a paragraph."""
    inside, opening = np.zeros(len(words), dtype=np.int64), np.zeros(len(words), dtype=np.int64)
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        first, last = words.inside((start, end))
        opening[first : min(first + 1, last)] = 1
        following = blocks[number + 1][0] if number + 1 < len(blocks) else len(text)
        for mark in marked(text, start, end, following):
            first, last = words.inside((mark.start, mark.end))
            inside[first:last] = 1 if mark.closed else 2
    return inside, opening


def _capitals(text: str, words: Words) -> Codes:
    """0 for a word without a capital first, 1 for one with, 2 for capitals throughout."""
    codes = np.zeros(len(words), dtype=np.int64)
    for number, (start, end) in enumerate(zip(words.starts.tolist(), words.ends.tolist(), strict=True)):
        if text[start].isupper():
            codes[number] = 2 if end - start > 1 and text[start:end].isupper() else 1
    return codes
