"""Persons to whom words of the article point: spoken last, named next, related to somebody, introduced later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.names import TITLES
from mediastudy.quotes.resolving.scene import ARTICLE, WORD, Phrase, Scene, Speaker, before, enclosing
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Person

DEFINITE: Final = re.compile(r"(?i)(?:the|this|that) (?P<rest>.+)")
KIN: Final = listed(
    """
    brother sister son daughter father mother wife husband grandson granddaughter grandfather grandmother uncle aunt
    nephew niece cousin widow widower dad mum mom partner
    """
)
_WOMEN: Final = listed(
    """
    sister daughter mother wife granddaughter grandmother aunt niece widow woman mum mom chairwoman spokeswoman girl
    businesswoman congresswoman actress headmistress queen
    """
)
_MEN: Final = listed(
    """
    brother son father husband grandson grandfather uncle nephew widower man dad chairman spokesman boy businessman
    congressman headmaster king fisherman policeman foreman
    """
)
_PASSIVE: Final = listed("defendant victim suspect accused deceased patient prisoner witness judge")
LOOSE: Final = listed(
    "winner legislator lawmaker official expert researcher scholar scientist author speaker envoy politician academic "
    "analyst"
)
_SOON: Final = 700
_RECENT: Final = 1200
_NEXT: Final = 420


def same_unnamed(scene: Scene, phrase: Phrase) -> Speaker | None:
    """The speaker without a name whose role the words repeat."""
    wanted = {word for word in WORD.findall(ARTICLE.sub("", phrase.head).casefold()) if len(word) > 2}  # noqa: PLR2004
    for _, who in reversed(scene.past):
        if who.kind == "unnamed" and who.role and phrase.low in who.role.casefold().split():
            known = set(WORD.findall(who.role.casefold()))
            if wanted <= known:
                return who._replace(resolution="role")
    return None


def last_speaker(scene: Scene, phrase: Phrase) -> Person | None:
    """The person who spoke last before a bare ``the official``, if it can mean him or her."""
    low, place = phrase.low, phrase.source[0]
    match = DEFINITE.match(phrase.words)
    if match is None or len(match["rest"].split(" ")) > 2 or low in KIN or plural(low):  # noqa: PLR2004
        return None
    for at, who in reversed(scene.past):
        if who.kind == "unnamed" and who.resolution != "none":
            continue
        if who.kind != "person" or who.name is None or place - at > _RECENT or not before(scene, at, place):
            return None
        person = scene.cast.find(tuple(who.name.split()))
        fits = (
            person is not None
            and _can_be(person, low)
            and (low in LOOSE or (not person.roles and low not in TITLES and " " not in match["rest"]))
        )
        return person if fits else None
    return None


def next_speaker(scene: Scene, phrase: Phrase) -> Person | None:
    """The person without a description who is first named as a speaker soon after the words (headline style)."""
    words, low, source = phrase.words, phrase.low, phrase.source
    if low in KIN or plural(low) or not (DEFINITE.match(words) or re.match(r"(?i)(?:his|her|their|its) ", words)):
        return None
    soon = [
        person
        for person in scene.cast.persons
        if person.places
        and source[1] < person.places[0] < source[1] + _NEXT
        and not person.roles
        and any(place in scene.sources for place in person.places)
        and "\n" not in scene.text[source[1] : person.places[0] if " of " not in words else source[1]]
        and _can_be(person, low)
    ]
    return soon[0] if len(soon) == 1 else None


def introduced_later(scene: Scene, low: str, place: int) -> Person | None:
    """The one person with the office who is first named soon after the place."""
    found = [
        person
        for person in scene.cast.persons
        if person.places
        and place < person.places[0] < place + _SOON
        and any(low in role.casefold().split() for _, role in person.roles)
    ]
    return found[0] if len(found) == 1 else None


def last_person(scene: Scene, place: int) -> Person | None:
    """The person named last before the place, outside of quoted words."""
    for start, _, person in reversed(scene.cast.mentions):
        if start < place and (not enclosing(scene, start) or enclosing(scene, place)):
            return person
    return None


def relative(scene: Scene, phrase: Phrase) -> Person | None:
    """Whom ``his brother`` means where the article tells whose brother somebody is."""
    low, place = phrase.low, phrase.source[0]
    match = re.match(r"(?i)(his|her) ", phrase.words)
    if match is None or low not in KIN:
        return None
    gender = "m" if match.group(1).casefold() == "his" else "f"
    owners = [p for at, _, p in scene.cast.mentions if at < place and p.gender in {"", gender}]
    for owner in reversed(owners[-3:]):
        for person in scene.cast.persons:
            kin = [role for _, role in person.roles if set(role.casefold().split()) & KIN]
            if person is not owner and any(low in role.split() and owner.name in role for role in kin):
                return person
            own = [role for _, role in owner.roles if set(role.casefold().split()) & KIN]
            if (
                person is not owner
                and _can_be(person, low)
                and any(role.endswith(f" of {person.name}") for role in own)
            ):
                return person
    return None


def _can_be(person: Person, low: str) -> bool:
    """Whether nothing that is known of the person speaks against the noun."""
    return can_be(person.gender, low)


def can_be(gender: str, low: str) -> bool:
    """Whether somebody of the gender, empty if unknown, can be told by the noun."""
    return not ((low in _WOMEN and gender == "m") or (low in _MEN and gender == "f"))


def plural(low: str) -> bool:
    """Whether the noun is a plural by its ending."""
    return low.endswith("s") and not low.endswith("ss")
