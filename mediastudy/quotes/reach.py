"""How far a cue reaches: fragments that the network gives to a cue of another paragraph, over other words, stand alone.

A quotation may go on in the next paragraph; it does not skip one, and where narrative stands between, a new attribution
has begun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mediastudy.quotes.drafts import Draft, Span


def within_reach(text: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, fragments out of their cue's reach as drafts of their own without cue and source."""
    for draft in drafts:
        if len(draft.content) == 1 or draft.cue is None:
            yield draft
            continue
        near = _near(text, draft, draft.cue)
        if not near:
            yield draft
            continue
        yield draft._replace(content=tuple(sorted(near)))
        for span in draft.content:
            if span not in near:
                yield draft._replace(content=(span,), cue=None, source=None, heir=True)


def _near(text: str, draft: Draft, cue: Span) -> set[Span]:
    """The fragments that the cue reaches, one through the other, from the nearest to the farthest."""
    core = [cue] if draft.source is None else [cue, draft.source]
    near = {span for span in draft.content if any(_beside(text, span, other) for other in core)}
    reached = [*near] if near else core
    for span in sorted(draft.content, key=lambda one: min(abs(one[0] - cue[1]), abs(cue[0] - one[1]))):
        if any(_touches(text, span, other) for other in reached):
            near.add(span)
            reached.append(span)
    return near


def _beside(text: str, one: Span, other: Span) -> bool:
    """Whether both stand in one paragraph."""
    return "\n" not in text[min(one[1], other[1]) : max(one[0], other[0])]


def _touches(text: str, one: Span, other: Span) -> bool:
    """Whether both stand in one paragraph, or nothing but marks and white space parts them."""
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    return _beside(text, one, other) or not any(character.isalnum() for character in between)
