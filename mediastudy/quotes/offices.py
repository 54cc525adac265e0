"""Whom an office means (the official, the minister): the person described so, or somebody without a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.scene import ARTICLE, NOBODY, WORD, Scene, Speaker, as_person, last_place

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.mentions import Person

_INDEFINITE: Final = re.compile(r"(?i)(an?|one|another|some|any|several|two|three|four|many|most|all|other)\b")
AGE: Final = re.compile(r"\b\d{1,3}-year-old\b")
_SOON: Final = 700
_DAY: Final = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*$")


def in_role(scene: Scene, words: str, head: str, low: str, source: Span) -> Speaker:
    """The person with the role that the source names (``the official``), else somebody unnamed in that role."""
    if AGE.search(head):
        found = _nearest(scene, source[0])
        return as_person(found, "role") if found is not None else NOBODY
    phrase = _DAY.sub("", ARTICLE.sub("", words.split(",", maxsplit=1)[0]))
    if _INDEFINITE.match(words):
        person = _introduced_later(scene, low, source[1])
        if person is None:
            return Speaker(None, "unnamed", phrase, "none")
        person.roles.append((source[0], phrase))
        return as_person(person, "role")
    wanted = {word for word in WORD.findall(ARTICLE.sub("", head).casefold()) if len(word) > 2}  # noqa: PLR2004
    scored = [(_fit(scene, person, wanted, low, source[0]), i) for i, person in enumerate(scene.cast.persons)]
    best = max(scored, default=(0.0, 0))
    if best[0] > 0:
        return as_person(scene.cast.persons[best[1]], "role")
    last = [who for _, who in scene.past if who.role is not None and wanted <= set(WORD.findall(who.role.casefold()))]
    return last[-1]._replace(resolution="role") if last else Speaker(None, "unnamed", phrase, "none")


def _fit(scene: Scene, person: Person, wanted: set[str], low: str, place: int) -> float:
    """How well the wanted words fit the person's roles, nearer mentions first; 0 if the office differs."""
    best = 0.0
    for _, role in person.roles:
        have = {_stem(word) for word in WORD.findall(role.casefold())}
        share = len({_stem(word) for word in wanted} & have) / max(1, len(wanted))
        if _stem(low) in have and share > 0.5:  # noqa: PLR2004 - more than half of the words
            before = last_place(person, place)
            distance = place - before if before >= 0 else 2 * len(scene.text)
            best = max(best, share + 1.0 - distance / (4.0 * len(scene.text) + 1))
    return best


def _stem(word: str) -> str:
    """The word without possessive and without what makes Orlandian of Orland."""
    return re.sub(r"(?:['’]s|ian|ean|an|a|ese|ish)$", "", word)


def _introduced_later(scene: Scene, low: str, place: int) -> Person | None:
    """The one person with the office who is first named soon after the place."""
    found = [
        person
        for person in scene.cast.persons
        if person.places
        and place < person.places[0] < place + _SOON
        and any(low in role.casefold().split() for _, role in person.roles)
    ]
    return found[0] if len(found) == 1 else None


def _nearest(scene: Scene, place: int) -> Person | None:
    """The person named last before the place."""
    before = [person for start, _, person in scene.cast.mentions if start < place]
    return before[-1] if before else None
