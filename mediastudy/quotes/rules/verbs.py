"""The verb group around a reporting verb, and whether it is one at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.rules.cuewords import Cue, cue_forms
from mediastudy.quotes.words import (
    ADVERB,
    AUXILIARY,
    BE,
    CLAUSE_SUBJECT,
    DAYS,
    DETERMINER,
    MODAL,
    NOT_ADVERB,
    PREPOSITION,
    PRONOUNS,
    STOPS,
    listed,
)

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit

_BEFORE_TO: Final = listed(
    """
    going have has had used seemed seems appeared appears continues continued began went goes needs
    """
)
_SUBJECT: Final = 8
_LY: Final = 5
_JOINERS: Final = frozenset((",", ")", "and", "but", "or", "—", "–", "--", "then"))


class Group(NamedTuple):
    """A verb group: its first and last token, the verb's token, and whether it is passive or a participle."""

    first: int
    verb: int
    last: int
    cue: Cue
    passive: bool
    participle: bool


def is_adverb(low: str) -> bool:
    """Whether the word may stand inside a verb group."""
    return low in ADVERB or (low.endswith("ly") and len(low) >= _LY and low not in NOT_ADVERB)


def group_at(unit: Unit, i: int) -> Group | None:
    """The verb group whose reporting verb is the token; None if the token is a noun or has no subject's place."""
    cue = cue_forms()[unit.low[i]]
    first, auxiliaries = _reach_back(unit, i)
    be = any(low in BE for low in auxiliaries[-1:])
    modal = any(low in MODAL for low in auxiliaries)
    passive = be and cue.form == "past"
    participle = cue.form == "ing" and not be
    if cue.form == "base" and not modal and not _plural_subject(unit, first - 1, cue):
        return None
    if cue.form in {"s", "past"} and not auxiliaries and not _finite(unit, first - 1, cue):
        return None
    if cue.form == "ing" and not be and not _participial(unit, first - 1):
        return None
    return _with_particle(unit, Group(first, i, i, cue, passive, participle))


def _reach_back(unit: Unit, i: int) -> tuple[int, list[str]]:
    """Where the group of the verb starts, and its auxiliaries in order."""
    first = i
    auxiliaries: list[str] = []
    while first > 0:
        low = unit.low[first - 1]
        if low in AUXILIARY or low in BE:
            auxiliaries.insert(0, low)
        elif low == "to" and first > 1 and unit.low[first - 2] in _BEFORE_TO:
            auxiliaries.insert(0, "will")
            first -= 1
        elif not is_adverb(low):
            break
        first -= 1
    while first < i and unit.low[first] in {"all", "both", "only", "first", "then", "now", "since", "long", "simply"}:
        first += 1
    return first, auxiliaries


def _plural_subject(unit: Unit, before: int, cue: Cue) -> bool:
    """Whether the token before a base form can be its subject."""
    if before < 0:
        return False
    low = unit.low[before]
    if low in {"i", "we", "they", "you", "who", "some", "many", "others", "both"}:
        return True
    if low in {",", ")"}:
        return not cue.noun
    if low in DETERMINER or low in PREPOSITION or low in STOPS or not low[0].isalpha() or low == "to":
        return False
    plural = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "ous"))
    lower = before == 0 or not unit.capital(before)
    return lower and (plural or low in {"people", "police", "men", "women", "media", "most"})


def _finite(unit: Unit, before: int, cue: Cue) -> bool:
    """Whether a form without auxiliary is a verb with a subject, not a noun or a participle of one."""
    low = unit.low[before] if before >= 0 else "."
    verbal = cue.form == "past" or not cue.noun
    if before >= 0 and unit.quoted[before] is not None:
        return verbal
    if low in PRONOUNS or low in {"which", "that"}:
        return True
    if low in _JOINERS:
        return verbal or opens_phrase(unit, before + 2)
    if low in DETERMINER or low in PREPOSITION or low in STOPS or low.endswith(("'s", "’s", "s'", "s’")):
        return False
    large = unit.capital(before + 1)
    if verbal or cue.form == "base":
        return not is_adverb(low) and not (large and cue.noun)
    plans = "I" in cue.attitude and unit.low[before + 2 : before + 3] == ["to"]
    if before + 2 >= len(unit):
        plans = _tells(unit, before)
    return not large and (unit.capital(before) or opens_phrase(unit, before + 2) or plans)


def _tells(unit: Unit, last: int) -> bool:
    """Whether a short noun phrase after a comma ends at the token (Rain is likely, the ministry estimates)."""
    first = max((i + 1 for i in range(last) if unit.low[i] == ","), default=last)
    return first > 1 and (unit.low[first] in DETERMINER or unit.capital(first)) and last - first < _SUBJECT


def _participial(unit: Unit, before: int) -> bool:
    """Whether an -ing form stands where a participle that shares a subject stands."""
    if before < 0:
        return True
    return unit.low[before] in {",", "and", "while", "by", "as", "—", "–", "before", "after", "when", "“”", "but"}


def opens_phrase(unit: Unit, k: int) -> bool:
    """Whether a noun phrase or a clause opens at the token, so that the word before it is a verb."""
    return k < len(unit) and (unit.low[k] in DETERMINER or unit.low[k] in CLAUSE_SUBJECT or unit.quoted[k] is not None)


def _with_particle(unit: Unit, group: Group) -> Group | None:
    """The group with its particle; None if the verb is none without it."""
    last = group.verb
    while last + 1 < len(unit) and unit.low[last + 1] in {"again", "instead", "repeatedly", "publicly", "back"}:
        last += 1
    joined = _joined(unit, last + 1, group.cue)
    if joined is not None:
        return _with_particle(unit, group._replace(verb=last + 2, last=last + 2, cue=joined))
    dated = last + 1 + (unit.low[last + 1 : last + 2] == ["on"])
    if _day(unit, dated) and dated + 1 < len(unit) and unit.low[dated + 1] in group.cue.particles:
        return group._replace(last=dated + 1)
    particle = last + 1 < len(unit) and unit.low[last + 1] in group.cue.particles
    if particle and not _part_of_content(unit, last + 1, group.cue):
        last += 1
        if unit.low[last] == "out" and last + 1 < len(unit) and unit.low[last + 1] in {"at", "against"}:
            last += 1
        return group._replace(last=last)
    return None if group.cue.needs_particle else group


def _day(unit: Unit, i: int) -> bool:
    """Whether the token is a day or a date word."""
    return i < len(unit) and unit.low[i] in DAYS


def _part_of_content(unit: Unit, i: int, cue: Cue) -> bool:
    """Whether the particle belongs to what follows: a date's preposition, or the ``to`` of an infinitive."""
    if _day(unit, i + 1):
        return True
    noun = i + 1 < len(unit) and (unit.capital(i + 1) or unit.low[i + 1] in DETERMINER)
    return unit.low[i] == "to" and "I" in cue.takes and not noun


def cue_of(unit: Unit, group: Group) -> tuple[int, int]:
    """The tokens of the cue: the group, without a particle that a date parts from it (called on Sunday for)."""
    parted = any(_day(unit, i) for i in range(group.verb + 1, group.last))
    return group.first, group.verb if parted else group.last


def _joined(unit: Unit, i: int, cue: Cue) -> Cue | None:
    """The reporting verb in the same form that ``and`` or ``nor`` joins (neither confirmed nor denied)."""
    if i + 1 >= len(unit) or unit.low[i] not in {"and", "or", "nor"} or cue.form == "base":
        return None
    joined = cue_forms().get(unit.low[i + 1])
    return joined if joined is not None and joined.form == cue.form and joined.speech else None
