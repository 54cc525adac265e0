"""Where a source begins and ends: the noun phrase before a verb, after it, and at a sentence's start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.words import (
    AUXILIARY,
    CLAUSE,
    DAYS,
    DETERMINER,
    OPENERS,
    PERSONAL,
    PREPOSITION,
    PRONOUNS,
    STOPS,
    listed,
)

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit

Tokens = tuple[int, int]
_LONGEST: Final = 24
_LOOK: Final = 9
_ENDS: Final = PREPOSITION - {"of", "for", "with", "at", "in", "from", "to", "on"}
_UNNAMED: Final = listed("named identified quoted anonymous anonymity")
_EMPTY: Final = listed("it there this that")
_PARTICIPLE: Final = 5


def subject_before(unit: Unit, last: int) -> Tokens | None:
    """The noun phrase that ends at the token, with its title and apposition; None if there is none."""
    if last < 0 or unit.quoted[last] is not None:
        return None
    while last > 0 and (unit.low[last] in DAYS or (unit.low[last] == "on" and unit.low[last + 1] in DAYS)):
        last -= 1
    if unit.low[last] in PRONOUNS:
        return last, last
    if unit.low[last] == ",":
        return _with_apposition(unit, last)
    opens = unnaming(unit, last)
    if opens is not None:
        named = subject_before(unit, opens - 1)
        return (named[0], last) if named is not None else None
    return _phrase(unit, last)


def unnaming(unit: Unit, last: int) -> int | None:
    """Where the clause that ends at the token and keeps the source unnamed opens (who asked not to be named)."""
    if unit.low[last] not in _UNNAMED:
        return None
    return next((i for i in range(last - 1, max(0, last - _LOOK), -1) if unit.low[i] == "who"), None)


def subject_after(unit: Unit, first: int) -> Tokens | None:
    """The noun phrase that begins at the token and stands after its verb; None if there is none."""
    size = len(unit)
    if first >= size or unit.quoted[first] is not None:
        return None
    if unit.low[first] in PERSONAL:
        return first, first
    if not (unit.capital(first) or unit.low[first] in DETERMINER or unit.low[first].isalpha()):
        return None
    if unit.low[first] in PREPOSITION or unit.low[first] in CLAUSE or unit.low[first] in DAYS:
        return None
    end = _phrase_end(unit, first)
    while end + 2 < size and unit.low[end + 1] == "," and _apposition(unit, end + 2):
        further = _phrase_end(unit, end + 2, relative=True)
        if further <= end + 1:
            break
        end = further
    return (first, end) if end >= first else None


def opening_subject(unit: Unit) -> Tokens | None:
    """The noun phrase at the start of the sentence, up to its verb; None if it starts otherwise."""
    first = 0
    while first < len(unit) and unit.low[first] in OPENERS:
        first += 1
    if first >= len(unit) or unit.quoted[first] is not None:
        return None
    if unit.low[first] in PERSONAL - _EMPTY:
        return first, first
    if unit.low[first] not in DETERMINER and not unit.capital(first):
        return None
    if unit.low[first] in PREPOSITION or unit.low[first] in CLAUSE or unit.low[first].endswith("ing"):
        return None
    end = first
    while end + 1 < len(unit) and end - first < _LOOK and not _ends_phrase(unit, end + 1, past=True):
        end += 1
    while unit.capital(first) and end > first and unit.low[first] not in DETERMINER and not unit.capital(end):
        end -= 1
    return first, end


def _phrase(unit: Unit, last: int) -> Tokens | None:
    """The noun phrase without apposition that ends at the token."""
    low = unit.low
    first = last + 1
    while first > 0 and last - first < _LONGEST:
        before = first - 1
        if low[before] == ")" and "(" in low[max(0, before - 6) : before]:
            first = before - low[max(0, before - 6) : before][::-1].index("(") - 1
            continue
        if low[before] == "and" and _joins_names(unit, before, last):
            first = before
            continue
        if _bounds(unit, before):
            break
        first = before
    return _trimmed(unit, first, last)


def _bounds(unit: Unit, i: int) -> bool:
    """Whether a subject can't reach back over the token."""
    low = unit.low[i]
    if low in STOPS:
        return unit.quoted[i] is None or unit.closes(i)
    if low in CLAUSE or low in AUXILIARY or low in PERSONAL or low in {"who", "and", "to", "not"}:
        return not (low == "to" and i > 0 and not unit.low[i - 1].endswith("ed"))
    cue = cue_forms().get(low)
    return cue is not None and not cue.noun and cue.form in {"past", "s"} and not unit.capital(i)


def _joins_names(unit: Unit, i: int, last: int) -> bool:
    """Whether the conjunction joins two subjects rather than two clauses."""
    if i == 0 or last - i > _LOOK:
        return False
    if unit.capital(i - 1) and unit.capital(i + 1):
        return True
    return i < _LOOK and all(not _bounds(unit, j) for j in range(max(0, i - _PARTICIPLE), i)) and _starts(unit, i)


def _starts(unit: Unit, i: int) -> bool:
    """Whether only a short noun phrase stands between the token and what bounds it on the left."""
    j = i - 1
    while j >= 0 and not _bounds(unit, j):
        j -= 1
    return i - j <= _PARTICIPLE and not any(low.endswith("ed") for low in unit.low[j + 1 : i])


def _trimmed(unit: Unit, first: int, last: int) -> Tokens | None:
    """The phrase without the adverbs or the prepositional phrase that open it; None if no noun is left."""
    low = unit.low
    while first <= last and (low[first] in OPENERS):
        first += 1
    if first <= last and (low[first] in PREPOSITION or low[first] in DAYS or low[first] in CLAUSE):
        first = _after_adjunct(unit, first, last)
    if (
        first > last
        or "according" in low[first : last + 1]
        or not any(low[j][:1].isalnum() for j in range(first, last + 1))
    ):
        return None
    if low[first].endswith("ing") and not unit.capital(first):
        return None
    if low[last] in PREPOSITION or low[last] in DETERMINER - PRONOUNS or low[last] in CLAUSE:
        return None
    return first, last


def _after_adjunct(unit: Unit, first: int, last: int) -> int:
    """Where the subject starts after a prepositional phrase without a comma (``In June the minister``)."""
    for j in range(last, first, -1):
        if unit.low[j] in DETERMINER and unit.low[j - 1] not in PREPOSITION:
            return j
    j = last
    while j > first and unit.capital(j) and unit.low[j] not in DAYS:
        j -= 1
    return j + 1


def _with_apposition(unit: Unit, comma: int) -> Tokens | None:
    """The subject whose apposition or relative clause ends at the comma."""
    opening = _comma_before(unit, comma)
    while opening is not None and opening > 0:
        head = _phrase(unit, opening - 1)
        first = opening + 1
        if _is_clause(unit, first, comma):
            return None
        if head is not None and (_apposition(unit, first) or unit.capital(head[1])):
            if head[0] > 0 and unit.low[head[0] - 1] == "," and not unit.capital(head[1]):
                opening = head[0] - 1
                continue
            return (head[0], comma - 1) if _describes(unit, first) else head
        opening = _comma_before(unit, opening)
    return None


def _is_clause(unit: Unit, first: int, comma: int) -> bool:
    """Whether a finite clause rather than an apposition stands between the token and the comma."""
    opens = unit.low[first]
    if opens in CLAUSE or opens in PREPOSITION or opens in {"who", "whose", "which", "a", "an", "the"}:
        return False
    return any(unit.low[j] in AUXILIARY and "who" not in unit.low[first:j] for j in range(first, comma))


def _comma_before(unit: Unit, comma: int) -> int | None:
    """The comma before this one in the same clause, None if there is none."""
    for i in range(comma - 1, max(-1, comma - _LONGEST), -1):
        if unit.low[i] == ",":
            return i
        if unit.low[i] in STOPS and unit.low[i] not in "()" and unit.closes(i):
            return None
    return None


def _apposition(unit: Unit, i: int) -> bool:
    """Whether what begins at the token may describe the phrase before the comma."""
    low = unit.low[i]
    if low in PERSONAL or unit.quoted[i] is not None or low in AUXILIARY:
        return False
    cue = cue_forms().get(low)
    if (cue is not None and cue.form == "ing") or low in {"and", "but", "adding", "according", "so"}:
        return False
    return low[:1].isdigit() or low.isalpha()


def _describes(unit: Unit, i: int) -> bool:
    """Whether the apposition says who somebody is, rather than when or where something was said."""
    low = unit.low[i]
    return low not in PREPOSITION and low not in CLAUSE - {"which", "whom"} and not low.endswith("ing")


def _phrase_end(unit: Unit, first: int, *, relative: bool = False) -> int:
    """The last token of the noun phrase that begins at the token."""
    i = first
    who = relative and unit.low[first] in {"who", "whose", "which"}
    while i + 1 < len(unit) and not _ends_phrase(unit, i + 1, relative=who):
        i += 1
    return i


def _ends_phrase(unit: Unit, i: int, *, relative: bool = False, past: bool = False) -> bool:
    """Whether a noun phrase stops before the token."""
    low = unit.low[i]
    if low in STOPS:
        return unit.quoted[i] is None or unit.closes(i - 1) or unit.low[i - 1] in STOPS
    if relative:
        return False
    if low == "who":
        return past
    if low in AUXILIARY or low in PERSONAL or low in CLAUSE or low in DAYS:
        return True
    if low in _ENDS or (low in {"in", "on", "at", "to"} and _adjunct(unit, i)):
        return True
    cue = cue_forms().get(low)
    return cue is not None and cue.form in {"past", "s", "ing"} and not unit.capital(i) and (past or not cue.noun)


def _adjunct(unit: Unit, i: int) -> bool:
    """Whether a preposition opens a phrase of time or medium rather than one of the noun."""
    after = unit.low[i + 1 : i + 3]
    if unit.low[i] == "to":
        return True
    return any(low in DAYS or low in {"statement", "interview", "a", "an", "his", "her", "its"} for low in after)
