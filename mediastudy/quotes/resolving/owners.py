"""Whose: the body that ``its`` and the person that ``his`` or ``her`` mean, and what a short name is short for."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.mentions import is_title
from mediastudy.quotes.resolving.names import BODY_NOUNS, COMPANY_NOUNS, NOT_NAMES, PERSON_NOUNS

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_NEAR: Final = 400
_TITLED: Final = 30
_COMMON: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?P<words>(?:[a-z'’-]+ ){1,2}(?P<noun>[a-z]+))\b")
_SUBJECT: Final = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[”\"’] )|(?<=\n))(?P<the>The )?(?P<name>[A-Z][\w'’-]+(?: (?:of |for |and )*[A-Z][\w'’-]+)*)"
    r"(?=,? [a-z]+(?:ed|s|d|t|k|w)?\b)"
)
_PROPER: Final = re.compile(r"(?<=[a-z,] )(?:the )?[A-Z][\w'’-]+(?: (?:(?:of|for|and|the) )*[A-Z][\w'’-]+)+")
_PLURAL: Final = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[”\"’] )|(?<=\n))(?P<the>The )?"
    r"(?P<words>(?:[A-Z]?[a-z-]+ ){0,2}[A-Za-z]?[a-z]+s)(?=,? [a-z]+)"
)
_PAPER: Final = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))(?:An?|The) (?:[a-z-]+ )?(?P<noun>petition|report|study|survey|book|film|play) (?=[a-z])"
)
_OPENS: Final = re.compile(r"(?:^|[.!?”\"’] |\n)(?:(?:Mr|Mrs|Ms|Dr)\.? |[A-Z][a-z]+ )?$")


def full_body(text: str, cast: Cast, noun: str, start: int) -> str | None:
    """The last name before the place of a body, or of a place, whose words hold the noun."""
    for at, name in reversed(cast.bodies):
        words = name.casefold().split()
        if at < start and noun in words and len(words) > 1:
            return bare(name)
    named = [match.group(1) for match in _named(noun).finditer(text, 0, start)]
    return named[-1] if named else None


@functools.lru_cache(maxsize=512)
def _named(noun: str) -> re.Pattern[str]:
    """The pattern of names that end in the noun."""
    return re.compile(rf"((?:[A-Z][\w'’-]+ )+{noun.capitalize()})\b")


def bare(name: str) -> str:
    """The body's name without article."""
    return re.sub(r"^[Tt]he ", "", name)


def body_before(text: str, cast: Cast, start: int) -> str | None:
    """The body that ``its`` means: the last subject (``The authority``), or the last name of several words."""
    window = text[max(0, start - _NEAR) : start]
    subjects = list(re.finditer(r"(?:^|[.\n”\"] ?)\s?The ([a-z]+)(?=,| [a-z]+(?:ed|s|d)\b)", window))
    near = [(at, cast.acronyms.get(name, name)) for at, name in cast.bodies if start - _NEAR < at < start]
    named = [(at, name) for at, name in near if " " in name]
    proper = _subject(text, cast, max(0, start - _NEAR), start)
    if proper is not None and (not named or named[-1][0] < proper[0]):
        return proper[1]
    papers = list(_PAPER.finditer(text, text.rfind("\n", 0, start) + 1, start))
    if papers and not any(at > papers[-1].start() for at, _ in named):
        return f"the {papers[-1]['noun']}"
    if subjects and subjects[-1].group(1) in BODY_NOUNS | COMPANY_NOUNS:
        at = max(0, start - _NEAR) + subjects[-1].start()
        if not named or named[-1][0] < at:
            noun = subjects[-1].group(1)
            return f"the {full_body(text, cast, noun, at) or longest(text, noun, at)}"
    common = [match for match in _COMMON.finditer(window) if match["noun"] in BODY_NOUNS | COMPANY_NOUNS]
    if common and (not named or named[-1][0] < max(0, start - _NEAR) + common[-1].start()):
        return f"the {common[-1]['words']}"
    return named[-1][1] if named else _proper_before(cast, text, start)


def _proper_before(cast: Cast, text: str, start: int) -> str | None:
    """The last name of several words before the place that is no person's."""
    persons = {at for at, *_ in cast.mentions}
    found = [match for match in _PROPER.finditer(text, max(0, start - _NEAR), start) if match.start() not in persons]
    return found[-1].group() if found and not is_title(found[-1].group().split()[0]) else None


def group_before(text: str, start: int) -> str | None:
    """The group of persons that ``their`` means: the last plural that opens a sentence."""
    here = text.rfind("\n", 0, max(0, start - 1))
    for match in reversed(
        list(_PLURAL.finditer(text, max(0, start - _NEAR, text.rfind("\n", 0, max(0, here))), start))
    ):
        words = match["words"]
        noun = words.split()[-1]
        if noun[0].isupper() and match["the"]:
            return f"the {words}"
        if noun.endswith("s") and noun[:-1].casefold() in PERSON_NOUNS:
            return f"the {words[:1].casefold()}{words[1:]}"
    return None


def _subject(text: str, cast: Cast, begin: int, start: int) -> tuple[int, str] | None:
    """Where a name that is no person's opens the last sentence that opens with a name, and the fullest form of it."""
    persons = {at for at, *_ in cast.mentions}
    for match in reversed(list(_SUBJECT.finditer(text, begin, start))):
        name = match["name"]
        if not (match["the"] or " " in name):
            continue
        if match.start("name") in persons or name.casefold() in NOT_NAMES | PERSON_NOUNS or is_title(name.split()[0]):
            continue
        full = full_body(text, cast, name.casefold(), start) if name.casefold() in BODY_NOUNS else None
        full = full or cast.acronyms.get(name)
        return match.start("name"), full or f"{'the ' if match['the'] else ''}{name}"
    return None


def longest(text: str, noun: str, end: int) -> str:
    """The noun with the small words before it where the text names it first (the airport authority)."""
    found = re.findall(rf"\b(?:[Tt]he|an?|[Ii]ts|their|[A-Z]\w+['’]s) ((?:[a-z'’-]+ ){{1,2}}{noun})\b", text[:end])
    return str(found[-1]) if found else noun


def person_before(text: str, cast: Cast, start: int, owner: str) -> Person | None:
    """Whom ``his`` or ``her`` can mean: who last opened a sentence of the paragraph, or was named last."""
    gender = {"his": "m", "her": "f"}.get(owner)
    near = [
        (at, person)
        for at, _, person in cast.mentions
        if start - _NEAR < at < start and person.gender in {"", gender or ""}
    ]
    here = text.rfind("\n", 0, start)
    subjects = [person for at, person in near if at > here and _OPENS.search(text, max(0, at - _TITLED), at)]
    return (subjects or [person for _, person in near])[-1] if near and gender else None
