"""Reports in the passive voice, whose source is unnamed or the one quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.rules.contents import Found, after_verb, before_verb
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.rules.edges import content_end
from mediastudy.quotes.rules.following import after
from mediastudy.quotes.rules.phrases import subject_before
from mediastudy.quotes.rules.verbs import Group
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit

_FAR: Final = 14
_THOUGHT: Final = listed("expect consider hope fear assume know see think believe")
_PASSIVE: Final = listed(
    """
    tell ask advise inform remind warn urge say believe expect report consider allege know see understand hope
    estimate think rumor fear assume encourage order require instruct project
    """
)


def passive(unit: Unit, group: Group) -> Found | None:
    """The report of a passive verb: ``was quoted as saying``, ``was told to``, ``is said to``."""
    if group.cue.verb in {"quote", "cite"}:
        return _quoted_as(unit, group)
    follows = after(unit, group)
    nominal = follows.letter == "N" and group.cue.verb != "consider"
    if group.cue.verb not in _PASSIVE or follows.letter not in "TIQN" or nominal or follows.first >= len(unit):
        return None
    last = content_end(unit, follows.first, clause=True, form="")
    if last < follows.first:
        return None
    return Found([(follows.first, last)], (group.first, group.last), None, group.cue.verb not in _THOUGHT)


def _quoted_as(unit: Unit, group: Group) -> Found | None:
    """The report of ``was quoted (by an outlet) as saying``."""
    for j in range(group.last + 1, min(len(unit) - 1, group.last + _FAR)):
        if unit.low[j] == "as" and unit.low[j + 1] in {"saying", "telling", "writing"}:
            source = subject_before(unit, group.first - 1)
            wide = Group(group.first, j + 1, j + 1, cue_forms()[unit.low[j + 1]], passive=False, participle=False)
            follows = after(unit, wide)
            if follows.letter in "EPC" and source is not None:
                return before_verb(unit, wide, follows, source)
            return after_verb(unit, wide, follows, source)
    return None
