"""Reports without a verb: ``according to``, and nouns (``his call for``, ``the ministry's claim that``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.rules.contents import Found
from mediastudy.quotes.rules.edges import content_end
from mediastudy.quotes.rules.phrases import Tokens, subject_before
from mediastudy.quotes.words import AUXILIARY, PERSONAL, POSSESSIVE, STOPS, listed

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit

_APPOSED: Final = listed("a an the who which")
_NEAR: Final = 16
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


def according_to(unit: Unit, i: int) -> Found | None:
    """The report of ``according to`` at the token; None if it attributes nothing."""
    if i + 2 >= len(unit) or unit.low[i + 1] != "to":
        return None
    source = (i + 2, _source_end(unit, i + 2))
    if source[1] < source[0]:
        return None
    content = _around(unit, i, source)
    return Found(content, (i, i + 1), source, speech=True) if content else None


def _source_end(unit: Unit, first: int) -> int:
    """The last token of the source: up to a comma that opens no apposition, or the end."""
    i = first
    while i < len(unit):
        low = unit.low[i]
        if low in STOPS and (unit.quoted[i] is None or unit.closes(i)) and low not in "()":
            if low == "," and i + 1 < len(unit) and unit.low[i + 1] in _APPOSED and "," in unit.low[i + 2 : i + _NEAR]:
                i += 1
                continue
            break
        if low == "and" and i + 1 < len(unit) and unit.low[i + 1] in PERSONAL:
            break
        i += 1
    return i - 1


def _around(unit: Unit, i: int, source: Tokens) -> list[Tokens]:
    """What stands before the phrase, after it, or on both sides."""
    content: list[Tokens] = []
    last = i - 1
    while last >= 0 and unit.quoted[last] is None and unit.low[last] in STOPS:
        last -= 1
    if last >= 0:
        content.append((0, last))
    first = source[1] + 1
    if first + 1 < len(unit) and unit.low[first] == "," and unit.low[first + 1] not in _APPOSED - {"the", "a", "an"}:
        end = content_end(unit, first + 1, clause=True, form="past")
        if end > first:
            content.append((first + 1, end))
    return content


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
