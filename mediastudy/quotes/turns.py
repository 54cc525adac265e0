"""Transcripts: ``NAME: what is said`` at the start of lines, each turn one quotation."""

from __future__ import annotations

import collections
import re
from typing import Final, NamedTuple

from mediastudy.corpus.sentences import paragraphs
from mediastudy.quotes.drafts import Draft, Span
from mediastudy.quotes.words import PREPOSITION, listed

_LABEL: Final = re.compile(
    r"^[^\S\n]*(?P<label>(?:[A-Z0-9\u3400-\u9fff][^\n:：?!\"“]{0,58})?[\w.)\]])[^\S\n]*(?P<colon>[:：])[^\S\n]*(?P<alone>\n\s*)?(?=\S)",
    re.MULTILINE,
)
_SMALL: Final = listed("of the for and de la von van al bin on in")
_GENERIC: Final = re.compile(
    r"(?i)(q|a|pm|question|answer|reporter|journalist|interviewer|host|presenter|moderator|compere|speaker|"
    r"spokes(?:man|woman|person)|prime minister|minister|president|treasurer|caller|chair(?:man|woman)?|"
    r"问|答|记者|主持人|发言人)s?(?: ?\d+)?"
)
_NO_LABEL: Final = re.compile(
    r"(?i)(note|update|photo|source|read|related|image|video|contact|editor|date|subject|from|to|cc|re|tel|phone|fax|"
    r"e-?mail|web|https?|website|time|where|when|what|who|why|media|press|caption|location|venue|by|tags?|topics?|ps|"
    r"embargo|main|fax|status|type|title|subjects?|release|correction|more|see|watch|listen|click|share|follow|warning|total|result)\b.*"
)
_STAGE: Final = re.compile(r"^(?:[(\[][^()\[\]\n]{1,80}[)\]]\s*)+|(?:\s*[(\[][^()\[\]\n]{1,80}[)\]][.]?)+$")
_WORDS: Final = 6
_FEWEST: Final = 3


class Turn(NamedTuple):
    """One turn: the offsets of its label, its colon, and where it begins and ends."""

    label: Span
    colon: Span
    start: int
    end: int


def turns(text: str) -> list[Turn]:
    """The turns of a transcript, in order; none if the text is no transcript."""
    labels = [
        match
        for match in _LABEL.finditer(text)
        if _names(match["label"]) and (not match["alone"] or _spoken(match["label"]))
    ]
    counts = collections.Counter(match["label"].casefold() for match in labels)
    generic = sum(_GENERIC.fullmatch(match["label"]) is not None for match in labels)
    again = sum(count > 1 for count in counts.values())
    if len(labels) < 2 or (again == 0 and generic < 2) or (len(labels) < _FEWEST and generic < 2):  # noqa: PLR2004 - two turns make a dialogue
        return []
    ends = [match.start() for match in labels[1:]] + [len(text)]
    return [
        Turn(match.span("label"), match.span("colon"), match.end(), end)
        for match, end in zip(labels, ends, strict=True)
    ]


def turn_drafts(text: str, found: list[Turn]) -> list[Draft]:
    """One draft for each turn that says something, a fragment for each of its paragraphs."""
    drafts = []
    for turn in found:
        fragments = tuple(
            span
            for start, end in paragraphs(text[turn.start : turn.end])
            if (span := _without_stage(text, turn.start + start, turn.start + end)) is not None
        )
        if fragments:
            drafts.append(Draft(fragments, turn.colon, turn.label, speech=True, turn=True))
    return drafts


def _spoken(label: str) -> bool:
    """Whether a label that has its line for itself is a speaker's rather than a heading."""
    return label.isupper() or _GENERIC.fullmatch(label) is not None


def _names(label: str) -> bool:
    """Whether the words before a colon can name a speaker."""
    words = re.sub(r"\([^)]*\)", "", label).split()
    if not words or len(words) > _WORDS or _NO_LABEL.fullmatch(label) or ";" in label:
        return False
    if words[0].lower() in PREPOSITION or words[-1].lower() in PREPOSITION:
        return False
    if _GENERIC.fullmatch(label):
        return True
    capital = [word for word in words if word[0].isupper() or word.lower() in _SMALL or not word.isascii()]
    return len(capital) == len(words) and any(len(word) > 1 and word[0].isalpha() for word in words)


def _without_stage(text: str, start: int, end: int) -> Span | None:
    """The span without stage directions at its edges, None if nothing is left."""
    piece = text[start:end]
    kept = _STAGE.sub("", piece).strip()
    if not kept:
        return None
    first = start + piece.index(kept)
    return first, first + len(kept)
