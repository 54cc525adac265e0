"""The network's drafts and the quotation marks: contents take whole quotations, labels in marks are none.

The network decides what is said and by whom; the state machine of the marks (:mod:`mediastudy.quotes.marks`) is exact
about where a quotation begins and ends.
"""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING, Final

from mediastudy.corpus.sentences import paragraphs
from mediastudy.quotes.kinds import is_label, named_before
from mediastudy.quotes.marks import marked
from mediastudy.quotes.reach import within_reach

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mediastudy.quotes.drafts import Draft, Span

_MOST: Final = 0.6
"""Share of a quotation in marks from which a content that holds it takes all of it."""
_SURE: Final = 0.8
"""Confidence from which words in capitals are taken for a quotation all the same."""
RULES_ALONE: Final = 0.5
"""Confidence of a quotation in marks that the rules see and the network doesn't."""


def combined(text: str, tagged: Sequence[Draft], ruled: Iterable[Draft]) -> list[Draft]:
    """The network's drafts, their edges set to quotation marks, and the rules' quotations in marks beside them."""
    marks = whole_marks(text)
    starts, known = [start for start, _ in marks], set(marks)
    set_right = [
        set_right
        for draft in within_reach(text, tagged)
        if not _is_label(text, set_right := _set_right(draft, marks, starts), known)
    ]
    taken = sorted(span for draft in set_right for span in draft.content)
    added = [draft._replace(confidence=RULES_ALONE) for draft in ruled if _left_out(text, draft, taken, known)]
    return [*_carried(text, set_right), *added]


def whole_marks(text: str) -> list[Span]:
    """The quoted spans of the text that are closed."""
    blocks = paragraphs(text)
    following = [*(start for start, _ in blocks), len(text)][1:]
    return [
        (mark.start, mark.end)
        for (start, end), after in zip(blocks, following, strict=True)
        for mark in marked(text, start, end, after)
        if mark.closed
    ]


def _set_right(draft: Draft, marks: list[Span], starts: list[int]) -> Draft:
    """The draft with every fragment that holds most of a quotation holding it all."""
    others = [span for span in (draft.cue, draft.source) if span is not None]
    content = tuple(_widened(span, marks, starts, others) for span in draft.content)
    apart = all(one[1] <= two[0] for one, two in itertools.pairwise(content))
    return draft._replace(content=content) if apart else draft


def _widened(span: Span, marks: list[Span], starts: list[int], others: list[Span]) -> Span:
    """The fragment, widened to the marks at its edges unless a cue or source stands there."""
    low, high = span
    first = max(0, bisect.bisect_right(starts, low) - 1)
    for start, end in marks[first : bisect.bisect_left(starts, high)]:
        shared = min(high, end) - max(low, start)
        if shared >= _MOST * (end - start) and not any(s < end and e > start for s, e in others):
            low, high = min(low, start), max(high, end)
    return low, high


def _is_label(text: str, draft: Draft, marks: set[Span]) -> bool:
    """Whether the content is one pair of marks that sets off a label: announced as one, or like one and not sure."""
    if len(draft.content) > 1 or draft.content[0] not in marks:
        return False
    start, end = draft.content[0]
    unsure = draft.confidence is None or draft.confidence < _SURE
    return named_before(text, start) or (unsure and is_label(text, start, end))


def _left_out(text: str, draft: Draft, taken: list[Span], marks: set[Span]) -> bool:
    """Whether the rules' draft is wholly in marks, is no label, and touches no content of the network."""
    for start, end in draft.content:
        place = bisect.bisect_left(taken, (end, end))
        if any(s < end and e > start for s, e in taken[max(0, place - 1) : place]):
            return False
    return all(span in marks and not is_label(text, *span) for span in draft.content)


def _carried(text: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts, one without cue and source that goes on a quotation of the paragraph before being part of it."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda one: one.content[0]):
        last = kept[-1] if kept else None
        if last is not None and draft.heir and _goes_on(text, last, draft):
            kept[-1] = last._replace(content=last.content + draft.content)
        else:
            kept.append(draft)
    return kept


def _goes_on(text: str, last: Draft, draft: Draft) -> bool:
    """Whether only white space parts the two and both are in quotation marks."""
    end, start = last.content[-1][1], draft.content[0][0]
    return end <= start and not text[end:start].strip() and text[last.content[-1][0]] in '“"' and text[start] in '“"'
