"""Who a lead or a feature's headline tells before it names him or her (A farmer was jailed. Ada Orlo, 24, ...)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.offices import is_office

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_LEAD: Final = re.compile(
    r"(?:[A-Z][A-ZÀ-Ž' -]+,[^\n]{0,40}? (?:--?|—|–) )?An? (?P<role>(?:[a-z][\w-]* ){0,3}[a-z][\w-]*)"
    r"(?= (?:who|with|from|in|of|at|was|were|is|has|had|pleaded|[a-z]+ed)\b|,)"
)
_HEADLINE: Final = re.compile(r"(?:(?:The|A|An) )?(?P<role>(?:[A-Za-z][\w-]* ){0,2}[A-Za-z][\w-]*) who ")


def told_ahead(text: str, cast: Cast, person: Person) -> str | None:
    """What the paragraph before tells of the person whose name opens the next one, or the headline of the first person.

    None if the article names somebody else between the two.
    """
    if not cast.mentions or not person.places:
        return None
    start = person.places[0]
    begin = text.rfind("\n", 0, start) + 1
    if text[begin:start].strip():
        return _of_headline(text, cast, person)
    before = text[:begin].rstrip()
    paragraph = before.rfind("\n") + 1
    found = _LEAD.match(text, paragraph, begin)
    if found is None or any(paragraph <= at < begin for at, *_ in cast.mentions):
        return _of_headline(text, cast, person)
    return found["role"] if is_office(found["role"].split()[-1]) else None


def _of_headline(text: str, cast: Cast, person: Person) -> str | None:
    """The role that a headline tells of the first person, who is named more than anybody else (The judge who reads)."""
    found = _HEADLINE.match(text)
    if found is None or not is_office(found["role"].split()[-1]):
        return None
    most = max(cast.persons, key=lambda one: len(one.places))
    return found["role"].casefold() if cast.mentions[0][2] is person and most is person else None
