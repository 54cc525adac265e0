"""How an article describes its persons: what stands beside their names, in all places, put together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.before import LONG_FORMS
from mediastudy.quotes.resolving.beside import affiliation, descriptions
from mediastudy.quotes.resolving.homes import at_its_home, at_its_level
from mediastudy.quotes.resolving.kin import related
from mediastudy.quotes.resolving.leads import told_ahead
from mediastudy.quotes.resolving.names import TITLES
from mediastudy.quotes.resolving.offices import at_home, completed, in_full, is_office
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_OPENING: Final = re.compile(
    r"(?:^|[.!?”\"’] |\n)(?:Then |Later |But |And )?(?:The|the) "
    r"(?P<office>(?:[a-z-]+ |Prime |Foreign ){0,2}?[A-Za-z-]+)(?= [a-z]+(?:ed|s|t|w|d|ose|oke|ook|ave|ame|egan|ent)\b)",
    re.MULTILINE,
)
_NEXT: Final = re.compile(
    r"[^.!?\n]{0,200}[.!?][”\"]?\s+(?:The|This) "
    r"(?P<role>(?:[a-z][\w-]* ){0,3}[a-z][\w-]*(?: (?:from|of|at|in|for) [^,.;:\n]{2,60}?)?)"
    r"(?=,| (?:is|was|has|had|said|says|told|will|would|came|took|began|went|lives|lived|works|worked)\b)"
)
_AUTHOR: Final = re.compile(
    r"\b(?:article|report|book|study|letter|essay|poem|novel|commentary|column) (?:written |signed )?by $"
)
_SHORT: Final = 8
_ONE: Final = listed("a an the one")
_OWNED: Final = listed("his her their its")
_NO_OFFICE: Final = listed("hon dr rev the rt comrade")
_MOST: Final = 3


def describe(text: str, cast: Cast, opening: int) -> None:
    """Note every description of every person of the cast, with where it stands (-1 for the headline)."""
    for start, end, person in cast.mentions:
        for found in descriptions(text, start, end, spoken=start > opening):
            role = in_full(text, cast, start, found)
            if role and role.endswith(f" of {person.name}"):
                continue
            if role.casefold() not in [known.casefold() for _, known in person.roles]:
                person.roles.append((start, role))
        if _AUTHOR.search(text, max(0, start - _SHORT * 4), start):
            person.roles.append((start, "author"))
    _describe_further(text, cast)
    _from_headline(cast)
    for person in cast.persons:
        at_its_level(text, person)
        completed(text, cast, person)
        at_home(text, person)
        at_its_home(text, cast, person)
    _note_openings(text, cast)


def _from_headline(cast: Cast) -> None:
    """Note the offices that stand before names in the title."""
    for mention in cast.headline:
        holder = cast.find(mention.words)
        office = [
            title
            for title in mention.titles
            if not TITLES.get(low := title.casefold().rstrip(".")) and low not in _NO_OFFICE
        ]
        if holder is not None and office:
            words = " ".join(LONG_FORMS.get(word.rstrip("."), word) for word in office)
            holder.roles.append((-1, re.sub(r"(?<=[a-z]{2}[^s])s$", "", words)))


def _note_openings(text: str, cast: Cast) -> None:
    """Note where an office opens a sentence, with its only holder."""
    for match in _OPENING.finditer(text):
        held = match["office"].casefold()
        holders = [p for p in cast.persons if p.places and any(_ends(role, held) for _, role in p.roles)]
        if len(holders) == 1 and holders[0].places[0] < match.start():
            cast.offices.append((match.start("office"), match.end("office"), holders[0]))


def _describe_further(text: str, cast: Cast) -> None:
    """Note what the next sentence calls somebody without a description, or else to what he or she belongs."""
    for start, end, person in cast.mentions:
        if person.roles or len(person.words) == 1 or start != person.places[0]:
            continue
        found = _NEXT.match(text, end)
        others = [one for at, _, one in cast.mentions if found and end < at < found.end() and one is not person]
        words = re.split(r" (?:of|for|in|at|from|with|to|on|by) ", found["role"])[0].split() if found else []
        if found is not None and not others and is_office(words[-1]):
            person.roles.append((start, in_full(text, cast, start, found["role"].strip())))
            continue
        of = affiliation(text, start, end) or related(text, cast, person) or told_ahead(text, cast, person)
        if of is not None:
            person.roles.append((start, of))


def _ends(role: str, office: str) -> bool:
    """Whether the description is of the office: its words stand at the end, or before what it is of."""
    return re.search(rf"\b{re.escape(office)}(?:$|;| of| for| at)", role.casefold()) is not None


def role_of(person: Person) -> str | None:
    """The fullest description of the person: the longest, after the office that it doesn't hold yet."""
    if not person.roles:
        return None
    ordered = sorted(dict.fromkeys(role for _, role in person.roles), key=len, reverse=True)
    kept: list[str] = []
    for role in ordered:
        words = _content(role)
        if not any(words <= _content(known) for known in kept):
            kept.append(role)
    return "; ".join(kept[:_MOST])


def _content(role: str) -> set[str]:
    """The words of a description by which it is compared with another."""
    return {re.sub(r"(?:ian|an|n|s)$", "", word) for word in re.findall(r"\w+", role.casefold())} - _ONE
