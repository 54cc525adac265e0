"""What follows a verb group: a clause, a noun phrase, an infinitive, a quotation, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.rules.verbs import is_adverb
from mediastudy.quotes.words import CLAUSE_SUBJECT, DAYS, DETERMINER, PREPOSITION, STOPS, WH, listed

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit
    from mediastudy.quotes.rules.verbs import Group

_FAR: Final = 16
_NEAR: Final = 7
_YEAR: Final = 4
_SKIP_ADVERBS: Final = listed("again also recently repeatedly later instead too once back publicly")
_ADJUNCTS: Final = listed("to as when while after before because if")
_ASIDES: Final = [[word, ","] for word in ("however", "though", "meanwhile", "therefore", "too")]
_NO_SUBJECT: Final = frozenset((",", "as", "when", "after", "before", "where", "while"))


class After(NamedTuple):
    """What follows a verb group: a letter as in the cue list (or C for a comma) and the token it begins at."""

    letter: str
    first: int


def after(unit: Unit, group: Group) -> After:
    """What follows the verb group, adverbs and an addressee passed over."""
    k = _past_adverbs(unit, group.last + 1)
    if group.last > group.verb and unit.low[group.last] != "that":
        return After("N" if k < len(unit) and (unit.quoted[k] is not None or unit.low[k] not in STOPS) else "E", k)
    if "A" in group.cue.takes:
        further = _letter(unit, _past_addressee(unit, k))
        advised = further.letter == "I" or unit.low[further.first : further.first + 1] == ["against"]
        return After("I", k) if advised else further
    return _letter(unit, k)


def _letter(unit: Unit, k: int) -> After:
    """The letter for what begins at the token."""
    low = unit.low[k] if k < len(unit) else "."
    if k < len(unit) and unit.quoted[k] is not None:
        letter = "Q"
    elif low == "," and unit.low[k + 1 : k + 3] in _ASIDES:
        return _letter(unit, k + 3)
    elif low in {":", ","}:
        quoted = low == ":" or (k + 1 < len(unit) and unit.quoted[k + 1] is not None)
        return After("Q" if quoted else "C", k + 1)
    elif low in STOPS or low in {"and", "but"}:
        letter = "E"
    elif low in WH or low in CLAUSE_SUBJECT or (low == "that" and k + 1 < len(unit)):
        letter = "T"
    elif low == "to" and not _names_addressee(unit, k + 1):
        letter = "I"
    elif low in PREPOSITION or low in _ADJUNCTS:
        return _past_adjunct(unit, k)
    else:
        letter = "N"
    return After(letter, k)


def _names_addressee(unit: Unit, k: int) -> bool:
    """Whether a person or a body rather than a verb follows ``to``."""
    return k < len(unit) and (
        unit.low[k] in DETERMINER or unit.capital(k) or unit.low[k] in {"reporters", "him", "them"}
    )


def _past_adverbs(unit: Unit, k: int) -> int:
    """The first token that is no adverb or date."""
    while k < len(unit):
        low = unit.low[k]
        if low in _SKIP_ADVERBS or low in DAYS or (is_adverb(low) and low not in {"neither", "both", "all"}):
            k += 1
        elif low in {"on", "in", "last", "this", "earlier", "late", "early"} and _dated(unit, k + 1):
            k += 2
        else:
            break
    return k


def _dated(unit: Unit, k: int) -> bool:
    """Whether the token is a day, a month or a year."""
    return k < len(unit) and (unit.low[k] in DAYS or (unit.low[k].isdigit() and len(unit.low[k]) == _YEAR))


def _past_adjunct(unit: Unit, k: int) -> After:
    """What follows a prepositional phrase that parts the verb from its content (said in a statement that ...)."""
    for j in range(k + 1, min(len(unit), k + _FAR)):
        low = unit.low[j]
        if low == "that" and unit.low[j - 1] not in PREPOSITION:
            return After("T", j)
        if low == ":" or (unit.quoted[j] is not None and unit.quoted[j - 1] is None and j - k > 1):
            return _letter(unit, j)
        if low == "," and j + 1 < len(unit) and unit.quoted[j + 1] is not None:
            return After("Q", j + 1)
        if low in {";", "—"}:
            break
        if low in {"he", "she", "they", "it"} and unit.low[j - 1] not in _NO_SUBJECT:
            return After("T", j)
    return After("P", k)


def _past_addressee(unit: Unit, k: int) -> int:
    """The first token after the one spoken to (told reporters on Monday that)."""
    j = k
    while j < len(unit) and j - k < _FAR:
        low = unit.low[j]
        if unit.quoted[j] is not None or low in {
            "that",
            "to",
            ":",
            "how",
            "what",
            "why",
            "if",
            "whether",
            "about",
            "against",
        }:
            return j
        if low == ",":
            return j if j + 1 < len(unit) and unit.quoted[j + 1] is not None else _past_comma(unit, j)
        if j > k and (low in CLAUSE_SUBJECT or (low in DETERMINER and unit.low[j - 1] not in PREPOSITION)):
            return j
        if low in STOPS:
            return j
        j += 1
    return j


def _past_comma(unit: Unit, j: int) -> int:
    """The comma itself, or what follows the apposition that it opens (told Ada Orlo, the host, that)."""
    for i in range(j + 1, min(len(unit), j + _NEAR + 2)):
        if unit.low[i] == "," and i + 1 < len(unit) and unit.low[i + 1] == "that":
            return i + 1
    return j
