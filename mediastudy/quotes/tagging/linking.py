"""Tags and link scores of an article to attributions: fragments, each led to the cue that governs it, and sources.

A fragment of content leads to its cue's first word, to an earlier fragment, or nowhere; a later fragment of a cue to
its first; a cue (or a content without one) to its source. Each choice is the best among the fragments at hand, so that
any scores give some attributions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mediastudy.quotes.tagging.hints import CONTENT, CUE, OUTSIDE, SOURCE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    import numpy.typing as npt

    from mediastudy.quotes.tagging.session import Tagged

    Numbers = npt.NDArray[np.float32]
    Integers = npt.NDArray[np.int64]

Fragment = tuple[int, int]


class Attribution(NamedTuple):
    """Fragments in words of the article (exclusive ends), and how sure the network is.

    ``certainty`` holds the numbers that :mod:`mediastudy.quotes.tagging.confidence` makes a probability of.
    """

    content: list[Fragment]
    cue: list[Fragment]
    source: list[Fragment]
    speech: float
    certainty: tuple[float, ...]


def linked(windows: Sequence[Tagged], cuts: Container[int]) -> list[Attribution]:
    """The attributions of an article whose windows are given in order; ``cuts`` are where they part a paragraph."""
    found: list[Attribution] = []
    for window in windows:
        found += _linked(window)
    return _continued(found, cuts)


def fragments(tags: Integers) -> dict[int, list[Fragment]]:
    """Runs of each part's tags; a tag inside a part that follows none of it begins one."""
    runs: dict[int, list[Fragment]] = {SOURCE: [], CUE: [], CONTENT: []}
    part, start = OUTSIDE, 0
    for word, tag in enumerate([*tags.tolist(), OUTSIDE]):
        goes_on = tag == part + 1 and part != OUTSIDE
        if goes_on:
            continue
        if part != OUTSIDE:
            runs[part].append((start, word))
        part, start = (tag if tag in runs else tag - 1) if tag != OUTSIDE else OUTSIDE, word
    return runs


def _linked(window: Tagged) -> list[Attribution]:
    """The attributions of one window."""
    runs = fragments(window.tags)
    contents, cues, sources = (runs[part] for part in (CONTENT, CUE, SOURCE))
    anchor_of, surety = _anchors(window, contents, cues)
    members: dict[int, list[Fragment]] = {}
    for fragment in contents:
        members.setdefault(anchor_of[fragment[0]], []).append(fragment)
    worded = {anchor: [cue for cue in cues if anchor_of[cue[0]] == anchor] for anchor in members}
    made = []
    for anchor, content in sorted(members.items()):
        source, sure = _choice(window.sources[anchor], [one[0] for one in sources])
        kept = [one for one in sources if one[0] == source]
        join = float(np.mean([surety[fragment[0]] for fragment in content]))
        certainty = _certainty(window, content, worded[anchor], (join, sure))
        speech = float(1 / (1 + np.exp(-window.speech[anchor])))
        parts = [_shifted(part, window.begin) for part in (content, worded[anchor], kept)]
        made.append(Attribution(parts[0], parts[1], parts[2], speech, certainty))
    return made


def _shifted(fragments: list[Fragment], begin: int) -> list[Fragment]:
    """The fragments, counted from the article's first word."""
    return [(first + begin, last + begin) for first, last in fragments]


def _anchors(window: Tagged, contents: list[Fragment], cues: list[Fragment]) -> tuple[dict[int, int], dict[int, float]]:
    """For each fragment's first word the first word that it belongs to, and how sure that is."""
    anchor_of: dict[int, int] = {}
    surety: dict[int, float] = {}
    firsts = [cue[0] for cue in cues]
    for first in firsts:
        target, sure = _choice(window.joins[first], [other for other in firsts if other < first])
        anchor_of[first], surety[first] = (first if target is None else anchor_of[target]), sure
    heads = sorted({anchor_of[first] for first in firsts})
    before: list[int] = []
    for first, _ in contents:
        target, sure = _choice(window.joins[first], heads + before)
        anchor_of[first], surety[first] = (first if target is None else anchor_of[target]), sure
        before.append(first)
    return anchor_of, surety


def _choice(scores: Numbers, targets: Iterable[int]) -> tuple[int | None, float]:
    """The best of the targets or None for nowhere, and its probability among them."""
    listed = list(targets)
    values = np.array([scores[0], *(scores[target + 1] for target in listed)], dtype=np.float64)
    share = np.exp(values - values.max())
    share /= share.sum()
    best = int(share.argmax())
    return (None if best == 0 else listed[best - 1]), float(share[best])


def _certainty(
    window: Tagged, content: list[Fragment], cue: list[Fragment], links: tuple[float, float]
) -> tuple[float, ...]:
    """Mean and least probability of the content's tags, those of its two edges, of the cue's tags, and of the links."""
    inside = window.probabilities[:, CONTENT] + window.probabilities[:, CONTENT + 1]
    words = np.concatenate([inside[start:end] for start, end in content])
    start, end = content[0][0], content[-1][1]
    opens = float(window.probabilities[start, CONTENT])
    closes = 1.0 - float(window.probabilities[end, CONTENT + 1]) if end < len(window.tags) else 1.0
    spoken = window.probabilities[:, CUE] + window.probabilities[:, CUE + 1]
    told = float(np.mean([spoken[a:b].mean() for a, b in cue])) if cue else 0.0
    return (float(words.mean()), float(words.min()), opens, closes, told, *links)


def _continued(found: list[Attribution], cuts: Container[int]) -> list[Attribution]:
    """The attributions, a content that a window cut in two being made whole again."""
    whole: list[Attribution] = []
    ends: dict[int, int] = {}
    for one in found:
        start = one.content[0][0]
        place = ends.get(start) if start in cuts else None
        if place is None or (_led(one) and _led(whole[place])):
            place = len(whole)
            whole.append(one)
        else:
            whole[place] = _joined(whole[place], one)
        ends[whole[place].content[-1][1]] = place
    return whole


def _led(one: Attribution) -> bool:
    """Whether the attribution has words that tell who speaks."""
    return bool(one.cue or one.source)


def _joined(early: Attribution, late: Attribution) -> Attribution:
    """The two as one content, with the cue and source of the one that has any."""
    across = (early.content[-1][0], late.content[0][1])
    chosen = late if _led(late) else early
    return chosen._replace(content=[*early.content[:-1], across, *late.content[1:]])
