"""Texts to drafts: transcript turns and Chinese by rules, English by the network with the rules as its hints."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

from mediastudy.corpus.sentences import is_han
from mediastudy.quotes.combining import combined
from mediastudy.quotes.rules.chinese import chinese_drafts
from mediastudy.quotes.rules.english import english_drafts
from mediastudy.quotes.turns import turn_drafts, turns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mediastudy.quotes.drafts import Draft
    from mediastudy.quotes.tagging.tagger import Tagger
    from mediastudy.quotes.turns import Turn


class _Parts(NamedTuple):
    """A text in its parts: what stands before the first transcript turn, and the turns."""

    text: str
    body: str
    turns: list[Turn]
    chinese: bool


def find_drafts(texts: Sequence[str], chinese: Sequence[bool | None], *, threads: int = 0) -> list[list[Draft]]:
    """The quotations of each text, in the order of the text.

    ``chinese`` says of each text whether it is Chinese, None where that is to be seen from its characters; ``threads``
    is how many cores the network may use, 0 all of them.
    """
    parts = [_parted(text, chinese=told) for text, told in zip(texts, chinese, strict=True)]
    english = [part.body for part in parts if not part.chinese and part.body.strip()]
    hinted = [english_drafts(body) for body in english]
    tagged = _tagger(threads).drafts(english, hinted) if english else []
    found = iter([combined(*three) for three in zip(english, tagged, hinted, strict=True)])
    return [_whole(part, found) for part in parts]


def _parted(text: str, *, chinese: bool | None) -> _Parts:
    """The text in its parts."""
    spoken = turns(text)
    body = text[: spoken[0].label[0]] if spoken else text
    return _Parts(text, body, spoken, is_han(body) if chinese is None else chinese)


def _whole(part: _Parts, found: Iterator[list[Draft]]) -> list[Draft]:
    """The drafts of all parts, sorted."""
    drafts: list[Draft] = []
    if part.chinese:
        drafts = chinese_drafts(part.body)
    elif part.body.strip():
        drafts = next(found)
    drafts = drafts + turn_drafts(part.text, part.turns)
    return sorted(drafts, key=lambda draft: (draft.content[0], draft.cue or draft.content[0]))


@functools.lru_cache(maxsize=2)
def _tagger(threads: int) -> Tagger:
    """The network, opened once in a process."""
    from mediastudy.quotes.tagging.tagger import Tagger

    return Tagger(threads=threads)
