"""Annotated articles as what the network learns from: words, hints, and for each word its tag and its links."""

# ruff: noqa: INP001 - a folder of scripts

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from mediastudy.quotes.rules.english import english_drafts
from mediastudy.quotes.tagging import hints as hinting
from mediastudy.quotes.tagging.windows import windows
from mediastudy.quotes.turns import turn_drafts, turns

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from mediastudy.quotes.drafts import Draft
    from mediastudy.quotes.tagging.pieces import Pieces, Words

IGNORED: Final = -100
NULL: Final = 0
"""The link of a word that stands for itself; the link to word i of a window is i + 1."""
STYLES: Final = ({}, str.maketrans("“”", '""'), str.maketrans('“”"', "‘’'"))
"""Typographies of quotation marks that an article is also shown in, with as many characters each."""
BEGINS: Final = {"content": hinting.CONTENT, "source": hinting.SOURCE, "cue": hinting.CUE}

Integers = npt.NDArray[np.int64]


class Example(NamedTuple):
    """An article's words with what is to be learned of each.

    ``joins`` leads from the first word of a fragment to the first word of the cue that governs it, ``sources`` from a
    cue's first word to the first word of its source (-1 none, IGNORED not to be learned); ``speech`` is 1 for a speech
    act, 0 for an attitude, IGNORED for words that begin no cue.
    """

    text: str
    words: Words
    hints: Integers
    tags: Integers
    joins: Integers
    sources: Integers
    speech: Integers


def records(path: Path) -> list[dict[str, Any]]:
    """The records of a gold file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def example(record: dict[str, Any], pieces: Pieces, style: int = 0) -> Example:
    """The article as an example, its quotation marks in the given style."""
    text = record["text"].translate(STYLES[style])
    words = pieces.words(text)
    drafts = english_drafts(text) + turn_drafts(text, turns(text))
    size = len(words)
    tags = np.zeros(size, dtype=np.int64)
    joins, sources, speech = (np.full(size, IGNORED, dtype=np.int64) for _ in range(3))
    placed = [
        {part: _fragments(words, one.get(part) or []) for part in BEGINS} | {"speech": one.get("speech")}
        for one in record["attributions"]
        if one.get("nested_in") is None
    ]
    for part in ("content", "source", "cue"):
        for one in placed:
            for first, last in one[part]:
                tags[first:last] = BEGINS[part] + 1
                tags[first] = BEGINS[part]
    for one in placed:
        _link(one, tags, joins, sources, speech)
    _told_by_rules(words, drafts, speech)
    return Example(text, words, hinting.hints(text, words, drafts), tags, joins, sources, speech)


def _fragments(words: Words, spans: list[list[int]]) -> list[tuple[int, int]]:
    """The spans as words, those that touch each other joined."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first, last = words.inside((start, end))
        if first == last:
            continue
        if found and found[-1][1] >= first:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _link(one: dict[str, Any], tags: Integers, joins: Integers, sources: Integers, speech: Integers) -> None:
    """Set the links of one attribution, where its fragments' first words still bear its tags."""
    anchor = (one["cue"] or one["content"] or [(None, None)])[0][0]
    if anchor is None or tags[anchor] not in (hinting.CUE, hinting.CONTENT):
        return
    for part in ("content", "cue"):
        for first, _ in one[part]:
            if tags[first] == BEGINS[part]:
                joins[first] = -1 if first == anchor else anchor
    if one["source"]:
        source = one["source"][0][0]
        if tags[source] == hinting.SOURCE:
            sources[anchor] = source
        for first, _ in one["source"][1:]:
            if tags[first] == hinting.SOURCE:
                joins[first] = source
    else:
        sources[anchor] = -1
    if one["speech"] is not None:
        speech[anchor] = int(one["speech"])


def _told_by_rules(words: Words, drafts: list[Draft], speech: Integers) -> None:
    """Where an annotated cue has no mark for speech or attitude, what the rules' lexicon says of it."""
    for draft in drafts:
        if draft.cue is not None:
            first, last = words.inside(draft.cue)
            for word in range(first, last):
                if speech[word] == IGNORED:
                    speech[word] = int(draft.speech)


class Window(NamedTuple):
    """A window of an example, as one sequence of pieces; links count from the window's first word."""

    pieces: Integers
    hints: Integers
    first: Integers
    tags: Integers
    joins: Integers
    sources: Integers
    speech: Integers


def cut(one: Example, pieces: Pieces, limit: int, hide: random.Random | None = None) -> list[Window]:
    """The example's windows of at most ``limit`` pieces; with ``hide``, the rules' hints are hidden in some."""
    found = []
    for begin, end in windows(one.text, one.words, limit):
        codes = one.hints[begin:end]
        if hide is not None and hide.random() < HIDDEN:
            codes = codes % hinting.BELOW_TAG + hinting.ABSENT * hinting.BELOW_TAG
        found.append(window(one, pieces, begin, end, codes))
    return found


HIDDEN: Final = 0.25
"""Share of training windows without the rules' hints, so that the network can do without them."""


def window(one: Example, pieces: Pieces, begin: int, end: int, codes: Integers) -> Window:
    """The words from ``begin`` to ``end`` as a window."""
    edges = one.words.edges[begin : end + 1]
    inner = one.words.pieces[edges[0] : edges[-1]]
    lengths = np.diff(edges)
    spread = np.repeat(codes, lengths)
    return Window(
        np.concatenate([[pieces.first], inner, [pieces.last]]),
        np.concatenate([[hinting.CODES], spread, [hinting.CODES]]),
        edges[:-1] - edges[0] + 1,
        one.tags[begin:end],
        _within(one.joins[begin:end], begin, end),
        _within(one.sources[begin:end], begin, end),
        one.speech[begin:end],
    )


def _within(links: Integers, begin: int, end: int) -> Integers:
    """Links counted from the window's first word, plus one; those that lead out of it or nowhere are null."""
    inside = (links >= begin) & (links < end)
    return np.where(links == IGNORED, IGNORED, np.where(inside, links - begin + 1, NULL))
