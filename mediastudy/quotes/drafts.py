"""What the span rules (or a tagger in their place) hand to speaker resolution: one draft per quotation."""

from __future__ import annotations

from typing import NamedTuple

Span = tuple[int, int]


class Draft(NamedTuple):
    """Offsets of one quotation: content in one or more fragments, cue and source where there are any.

    ``speech`` tells speech acts from beliefs, plans and attitudes; ``turn`` is true for a transcript turn, whose
    source is a label; ``heir`` is true for a quotation without words of its own for who speaks, which goes to the
    speaker of the one before; ``confidence`` is the tagger's, None for the rules, which have none.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speech: bool = True
    turn: bool = False
    heir: bool = False
    confidence: float | None = None
