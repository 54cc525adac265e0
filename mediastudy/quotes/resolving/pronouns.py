"""Whom a pronoun means: the nearest person or body that fits, not one named inside somebody else's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.names import PERSON_NOUNS
from mediastudy.quotes.resolving.scene import NOBODY, TAIL, Scene, Speaker, as_person, last_place

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Person

_FAR: Final = 4000
_NEAR: Final = 400
_OPENERS: Final = "\"“‘'«„「"
_NEAR_MENTIONS: Final = 14
_OPENING: Final = 20


def by_pronoun(scene: Scene, gender: str, place: int) -> Speaker:
    """The nearest person whom he or she can mean, not one named inside somebody's words."""
    best: tuple[float, Person] | None = None
    for start, end, person in [m for m in scene.cast.mentions if m[1] <= place][-_NEAR_MENTIONS:]:
        if person.gender not in {"", gender} or place - start > _FAR:
            continue
        weight = float(place - start)
        weight *= 0.6 if _is_subject(scene, start) else 1.6
        weight *= 1.0 if person.gender else 1.3
        weight *= _told_weight(scene, start)
        weight *= 2.0 if scene.text[end : end + 2] in {"'s", "’s"} else 1.0
        if best is None or weight <= best[0]:
            best = (weight, person)
    previous = _previous_person(scene, gender, place)
    here = scene.text.rfind("\n", 0, place)
    own = best is not None and best[1].places[:1] and _opens(best[1], here)
    if (
        previous is not None
        and not (own and previous[0] < here)
        and (best is None or (place - previous[0]) * 0.6 <= best[0])
    ):
        best = (0.0, previous[1])
    unnamed = _unnamed_before(scene, place)
    if unnamed is not None and (best is None or best[1].places[-1:] == [] or last_place(best[1], place) < unnamed[0]):
        return unnamed[1]._replace(resolution="pronoun")
    if best is None:
        return NOBODY._replace(resolution="pronoun")
    best[1].gender = best[1].gender or gender
    return as_person(best[1], "pronoun")


def _opens(person: Person, here: int) -> bool:
    """Whether the paragraph that starts after the place opens with the person's name, perhaps after a title."""
    return any(here < place < here + _OPENING for place in person.places)


def _told_weight(scene: Scene, start: int) -> float:
    """How much less likely a person named inside somebody else's words is meant, least inside quotation marks."""
    for s, e in scene.contents:
        if s <= start < e:
            return 30.0 if scene.text[s] in _OPENERS else 3.0
    return 1.0


def _unnamed_before(scene: Scene, place: int) -> tuple[int, Speaker] | None:
    """The speaker right before, if it is a single person without a name."""
    if not scene.past or scene.past[-1][1].kind != "unnamed" or not scene.past[-1][1].role:
        return None
    at, who = scene.past[-1]
    head = (TAIL.split(f"{who.role} ", maxsplit=1)[0].split() or [""])[-1].casefold()
    return (at, who) if head in PERSON_NOUNS and place - at < _NEAR else None


def _previous_person(scene: Scene, gender: str, place: int) -> tuple[int, Person] | None:
    """The last speaker, if he or she can be meant."""
    for position, who in reversed(scene.past):
        if who.kind == "person" and who.name is not None and position < place:
            person = scene.cast.find(tuple(who.name.split()))
            if person is not None and person.gender in {"", gender}:
                return position, person
            return None
    return None


def _is_subject(scene: Scene, start: int) -> bool:
    """Whether the name stands near the start of its sentence."""
    before = scene.text[max(0, start - 45) : start]
    cut = max(before.rfind(stop) for stop in (". ", "\n", "” ", '" ', "? ", "! "))
    return cut >= 0 or len(before) < 45  # noqa: PLR2004 - the window's length


def antecedent(scene: Scene, place: int) -> Speaker:
    """Whom ``who`` refers to: the name right before it."""
    for start, end, person in reversed(scene.cast.mentions):
        if end <= place and place - end < 90:  # noqa: PLR2004 - an apposition may stand between
            return as_person(person, "named") if start < place else NOBODY
    return NOBODY


def body_before(scene: Scene, place: int) -> Speaker:
    """The body or document that ``it`` means: the last one that spoke, or the last one named as a subject."""
    for position, who in reversed(scene.past):
        if who.kind in {"organisation", "document"} and position < place and place - position < 800:  # noqa: PLR2004
            return who._replace(resolution="pronoun")
    for start, name in reversed(scene.cast.bodies):
        if start < place and _is_subject(scene, start):
            return Speaker(name, "organisation", None, "pronoun")
    return NOBODY._replace(resolution="pronoun")
