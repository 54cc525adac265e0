"""Reports by a noun: ``his call for``, ``the ministry's claim that``, ``her refusal to``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.contents import Found
from mediastudy.quotes.phrases import Tokens, subject_before
from mediastudy.quotes.words import AUXILIARY, POSSESSIVE, STOPS, listed

if TYPE_CHECKING:
    from mediastudy.quotes.units import Unit

_SPEECH: Final = listed(
    """
    claim claims call calls refusal proposal proposals promise promises pledge pledges vow demand demands warning
    warnings statement statements suggestion assertion assertions allegation allegations accusation accusations
    criticism announcement declaration argument assurance denial request appeal remarks comments insistence admission
    acknowledgement prediction praise endorsement attacks complaint complaints threat threats
    """
)
_ATTITUDES: Final = listed(
    """
    belief hope hopes fear fears view views concern concerns suspicion suspicions desire plan plans opposition support
    doubts expectation conviction
    """
)
_FOLLOWERS: Final = listed("that for to of about on against")
_PARTICLES: Final = {"call": "for", "calls": "for", "appeal": "for", "support": "for", "opposition": "to"}
_FAR: Final = 40
_CLAUSE_VERBS: Final = 2


def nominal(unit: Unit, i: int) -> Found | None:
    """The report whose cue is the noun at the token; None if no owner stands before it or nothing follows."""
    low = unit.low[i]
    if not (low in _SPEECH or low in _ATTITUDES) or i == 0 or i + 2 >= len(unit):
        return None
    if unit.low[i + 1] not in _FOLLOWERS:
        return None
    source = _owner(unit, i - 1)
    if source is None:
        return None
    last = i + (unit.low[i + 1] == _PARTICLES.get(low))
    end = _end(unit, last + 1, clause=unit.low[i + 1] == "that")
    return Found([(last + 1, end)], (i, last), source, low in _SPEECH) if end > last else None


def _owner(unit: Unit, i: int) -> Tokens | None:
    """The possessive before the noun, one adjective passed over."""
    for j in (i, i - 1):
        if j < 0 or unit.quoted[j] is not None:
            return None
        if unit.low[j] in POSSESSIVE - {"whose"}:
            return j, j
        if unit.low[j].endswith(("'s", "’s")):
            return subject_before(unit, j)
        if unit.low[j].endswith(("s'", "s’")):
            return subject_before(unit, j)
        if not unit.low[j].isalpha():
            return None
    return None


def _end(unit: Unit, first: int, *, clause: bool) -> int:
    """The last token of the content: before a comma, or before the verb of which the noun is the subject."""
    verbs = 0
    i = first
    while i < min(len(unit), first + _FAR):
        low = unit.low[i]
        if low in STOPS and unit.quoted[i] is None:
            break
        if low in AUXILIARY and (i == first or unit.low[i - 1] not in AUXILIARY):
            verbs += 1
            if verbs == (_CLAUSE_VERBS if clause else 1):
                break
        i += 1
    return i - 1
