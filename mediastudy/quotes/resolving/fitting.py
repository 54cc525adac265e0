"""Whose descriptions fit the words of an office best."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.scene import ARTICLE, WORD, Scene
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Person

_PARTIES: Final = listed("democratic republican gop conservative labour liberal opposition former deputy vice")
_AGO: Final = 4.0
_MORE: Final = 0.5


def holder(scene: Scene, head: str, low: str, place: int) -> Person | None:
    """The person whose descriptions hold the words of the source best."""
    plain = ARTICLE.sub("", head).casefold()
    wanted = {word for word in WORD.findall(plain) if len(word) > 2}  # noqa: PLR2004
    scored = [(_fit(scene, person, wanted, low, place), i) for i, person in enumerate(scene.cast.persons)]
    best = max(scored, default=(0.0, 0))
    return scene.cast.persons[best[1]] if best[0] > 0 else None


def _fit(scene: Scene, person: Person, wanted: set[str], low: str, place: int) -> float:
    """How well the wanted words fit the person's roles, nearer mentions first; 0 if the office differs."""
    best = 0.0
    stems = {stem(word) for word in wanted}
    for _, role in person.roles:
        have = {stem(part) for word in WORD.findall(role.casefold()) for part in (word, *word.split("-"))}
        have |= {"premier"} if "prime minister" in role.casefold() else set()
        share = len(stems & have) / max(1, len(stems))
        held = {
            stem(part)
            for word in WORD.findall(role.casefold())
            if "'s" not in word and "’s" not in word
            for part in (word, *word.split("-"))
        }
        if wanted & _PARTIES - set(WORD.findall(role.casefold())):
            continue
        if stem(low) in held | (have & {"premier"}) and share > 0.5:  # noqa: PLR2004 - more than half of the words
            last = max(person.last_before(place), _spoke_last(scene, person, place))
            distance = place - last if last >= 0 else 2 * len(scene.text)
            best = max(best, share + 1.0 - distance / (_AGO * len(scene.text) + 1))
    return best


def _spoke_last(scene: Scene, person: Person, place: int) -> int:
    """Where the person was quoted last before the place, -1 if nowhere."""
    return next((at for at, who in reversed(scene.past) if who.name == person.name and at < place), -1)


def stem(word: str) -> str:
    """The word without possessive and without what makes Orlandian of Orland."""
    return re.sub(r"(?:['’]s|ian|ia|ean|an|a|ese|ish|i|y)$", "", word)
