"""When a quotation that was found counts as right; the calibration of confidence and its benchmark go by it.

It is right if it shares at least half of its words with an annotated content, one to one, the best pairs first, and its
source shares a word with that content's source (or neither has one).
"""

# ruff: noqa: INP001 - a folder of scripts

from __future__ import annotations

from typing import Final, NamedTuple

HALF: Final = 0.5


class Marked(NamedTuple):
    """The words of a content and those of its source, as numbers."""

    content: set[int]
    source: set[int]


def verdicts(found: list[Marked], annotated: list[Marked]) -> list[bool]:
    """For each quotation that was found whether it is right."""
    pairs = sorted(
        (-len(ours.content & theirs.content) / len(ours.content | theirs.content), number, place)
        for number, ours in enumerate(found)
        for place, theirs in enumerate(annotated)
        if ours.content & theirs.content
    )
    right = [False] * len(found)
    done: set[int] = set()
    used: set[int] = set()
    for score, number, place in pairs:
        if number in done or place in used:
            continue
        done.add(number)
        used.add(place)
        ours, theirs = found[number].source, annotated[place].source
        right[number] = -score >= HALF and (bool(ours & theirs) or not (ours or theirs))
    return right
