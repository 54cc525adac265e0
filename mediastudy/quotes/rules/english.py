"""An English text to drafts: the span rules put together, paragraph by paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.corpus.sentences import paragraphs, sentences
from mediastudy.quotes.drafts import Draft, Span
from mediastudy.quotes.kinds import is_label
from mediastudy.quotes.marks import Mark, marked
from mediastudy.quotes.rules.phrases import opening_subject
from mediastudy.quotes.rules.reporting import reports
from mediastudy.quotes.rules.units import Unit, units

if TYPE_CHECKING:
    from collections.abc import Iterator

_FREE: Final = 6
_DATELINE: Final = re.compile(
    r"(?:[A-Z][A-Z.’'\-]+[ ,/]*){1,5}(?:[A-Za-z]+,? ?)?[^—–\n\"“]{0,40}?(?:\([^)]{1,40}\)\s*)?(?:--|—|–| - )\s*"
)
_WORD: Final = re.compile(r"\w+")


def english_drafts(text: str) -> list[Draft]:
    """The quotations of a text, in the order in which they are found."""
    found: list[Draft] = []
    open_end = -1
    for (start, end), marks, sentence_units in _blocks(text):
        since = len(found)
        for unit in sentence_units:
            new = reports(unit)
            if found and (not found[-1].content or not new):
                new = _carried(unit, found, new, start, open_end, since)
            found += new
            found += _free(unit, new, found)
        if found and not found[-1].content and not marks and since == len(found):
            found[-1] = found[-1]._replace(content=((start, end),))
        open_end = end
    return [draft for draft in found if draft.content]


def _blocks(text: str) -> Iterator[tuple[Span, list[Mark], list[Unit]]]:
    """Each paragraph with its marks and units."""
    blocks, spans = paragraphs(text), sentences(text)
    place = 0
    for number, (start, end) in enumerate(blocks):
        following = blocks[number + 1][0] if number + 1 < len(blocks) else len(text)
        inside = []
        while place < len(spans) and spans[place][0] < end:
            inside.append(spans[place])
            place += 1
        if (dateline := _DATELINE.match(text, start, end)) is not None and inside:
            inside = [
                (dateline.end(), last) if first < dateline.end() < last else (first, last) for first, last in inside
            ]
        marks = marked(text, start, end, following)
        yield (start, end), marks, list(units(text, inside, marks))


def _carried(unit: Unit, found: list[Draft], new: list[Draft], start: int, open_end: int, since: int) -> list[Draft]:
    """The unit's reports, its free-standing quotations given to the report that they continue."""
    last = found[-1]
    whole = [mark for mark in unit.quoted if mark is not None]
    if not whole or len(whole) < len(unit):
        return new
    fragments = tuple((mark.start, mark.end) for mark in whole)
    if not last.content:
        found[-1] = last._replace(content=fragments)
        return []
    end = last.content[-1][1]
    quoted = unit.text[end - 1 : end] in "”\"'’»“「」』" or unit.text[last.content[0][0]] in "“\"'‘«„「"
    here = since < len(found)
    adjacent = (not here) and unit.start[0] == start and _WORD.search(unit.text, _last_end(last), open_end) is None
    if quoted and (here or adjacent):
        found[-1] = last._replace(content=last.content + fragments)
        return []
    return [Draft(fragments, None, None, speech=True, heir=True)]


def _last_end(draft: Draft) -> int:
    """Where the last of the draft's spans ends."""
    return max(span[1] for span in (*draft.content, *(s for s in (draft.cue, draft.source) if s is not None)))


def _free(unit: Unit, new: list[Draft], found: list[Draft]) -> list[Draft]:
    """Long quotations of the unit that no report took, each for itself."""
    taken = [span for draft in (*new, *found[-1:]) for span in draft.content]
    free = [
        (mark.start, mark.end)
        for mark in unit.quoted
        if mark is not None and not any(s < mark.end and e > mark.start for s, e in taken)
    ]
    introduced = _introduced(unit, free)
    if introduced is not None:
        return [introduced]
    return [
        Draft((span,), None, None, speech=True, heir=True)
        for span in free
        if len(unit.text[span[0] : span[1]].split()) >= _FREE and not is_label(unit.text, span[0], span[1])
    ]


def _introduced(unit: Unit, free: list[Span]) -> Draft | None:
    """A quotation after a colon, whose source is the subject of the sentence before it."""
    for i in range(2, len(unit)):
        if unit.low[i - 1] == ":" and (unit.start[i], unit.end[i]) in free:
            subject = opening_subject(unit)
            if subject is not None and subject[1] < i - 1 and not is_label(unit.text, unit.start[i], unit.end[i]):
                return Draft((unit.span(i, i),), unit.span(i - 1, i - 1), unit.span(*subject))
    return None
