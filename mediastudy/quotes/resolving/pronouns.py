"""Whom a pronoun means: the nearest person or body that fits, not one named inside somebody else's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.casting import opens
from mediastudy.quotes.resolving.mentions import is_title
from mediastudy.quotes.resolving.offices import is_office
from mediastudy.quotes.resolving.papers import MEETINGS, meeting
from mediastudy.quotes.resolving.pointing import can_be
from mediastudy.quotes.resolving.scene import (
    NOBODY,
    TAIL,
    Scene,
    Speaker,
    as_person,
    before,
    enclosing,
    plural_persons,
)
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Draft
    from mediastudy.quotes.resolving.mentions import Person

_THINGS: Final = listed("organisation document")
_INTRODUCED: Final = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[”\"’] )|(?<=\n))(?:An?|One|Another) "
    r"(?P<role>(?:[a-z][\w-]* ){0,3}[a-z][\w-]*(?: (?:of|from|at|in|for) [^,.;:\n]{2,40}?)?)"
    r"(?=,| (?:who|is|was|has|had|said|told|came|left|went|spoke|stood|sat|"
    r"took|gave|met|wrote|held|rose|made|kept|[a-z]+ed|[a-z]+s)\b)"
)
_MEETING: Final = re.compile(rf"\s(?:at|by|during) the (?P<noun>{'|'.join(sorted(MEETINGS))})\b")
_ACTS: Final = re.compile(r"(?: \([A-Z][\w-]*\))?,? [a-z]")
_IT: Final = 800
_THEY: Final = 500
_FAR: Final = 4000
_NEAR: Final = 400
OPENERS: Final = "\"“‘'«„「"
_SOON: Final = 200
_NEAR_MENTIONS: Final = 14
_OPENING: Final = 20


def by_pronoun(scene: Scene, gender: str, place: int) -> Speaker:
    """The nearest person whom he or she can mean, not one named inside somebody's words."""
    best: tuple[float, Person] | None = None
    own_name = own_turn(scene, place).name
    for start, end, person in _mentions_before(scene, place):
        if person.gender not in {"", gender} or place - start > _FAR or person.name == own_name:
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
    unnamed = _unnamed_before(scene, place) or introduced(scene, gender, place)
    sure = best is not None and best[1].gender == gender
    if unnamed is not None and sure and not opens(scene.text, unnamed[0]):
        unnamed = None
    if unnamed is not None and (best is None or best[1].places[-1:] == [] or best[1].last_before(place) < unnamed[0]):
        return unnamed[1]._replace(resolution="pronoun")
    if best is None:
        return NOBODY._replace(resolution="pronoun")
    best[1].gender = best[1].gender or gender
    return as_person(best[1], "pronoun")


def _mentions_before(scene: Scene, place: int) -> list[tuple[int, int, Person]]:
    """The last mentions before the place, by name or by an office as a subject, in order."""
    named = [mention for mention in scene.cast.mentions if mention[1] <= place][-_NEAR_MENTIONS:]
    return sorted([*named, *(mention for mention in scene.cast.offices if mention[1] <= place)], key=lambda one: one[0])


def _opens(person: Person, here: int) -> bool:
    """Whether the paragraph that starts after the place opens with the person's name, perhaps after a title."""
    return any(here < place < here + _OPENING for place in person.places)


def _told_weight(scene: Scene, start: int) -> float:
    """How much less likely a person named inside somebody else's words is meant, least inside quotation marks."""
    for s, e in scene.contents:
        if s <= start < e:
            return 30.0 if scene.text[s] in OPENERS else 3.0
    return 1.0


def _unnamed_before(scene: Scene, place: int) -> tuple[int, Speaker] | None:
    """The speaker right before, if it is a single person without a name."""
    seen = [entry for entry in scene.past if before(scene, entry[0], place)]
    if not seen or seen[-1][1].kind != "unnamed" or not seen[-1][1].role:
        return None
    at, who = seen[-1]
    return (at, who) if is_office(_head(who.role or "")) and place - at < _NEAR else None


def introduced(scene: Scene, gender: str, place: int) -> tuple[int, Speaker] | None:
    """Somebody without a name who opens the paragraph, or the sentence before, as its subject (A farmer came. He)."""
    window = max(0, place - _SOON)
    for match in reversed(list(_INTRODUCED.finditer(scene.text, window, place))):
        role = match["role"]
        noun = _head(role)
        if enclosing(scene, match.start()) or not (is_office(noun) or is_title(noun)) or not can_be(gender, noun):
            continue
        if any(match.start() <= start < place for start, *_ in scene.cast.mentions):
            return None
        return match.start(), Speaker(None, "unnamed", role, "pronoun")
    return None


def _previous_person(scene: Scene, gender: str, place: int) -> tuple[int, Person] | None:
    """The last speaker, if he or she can be meant."""
    for position, who in reversed(scene.past):
        if who.kind == "person" and who.name is not None and position < place and before(scene, position, place):
            person = scene.cast.find(tuple(who.name.split()))
            if (
                person is not None
                and person.gender in {"", gender}
                and not (enclosing(scene, place) and who.resolution == "turn")
            ):
                return position, person
            return None
    return None


def _is_subject(scene: Scene, start: int) -> bool:
    """Whether the name stands near the start of its sentence."""
    before = scene.text[max(0, start - 45) : start]
    cut = max(before.rfind(stop) for stop in (". ", "\n", "” ", '" ', "? ", "! "))
    return cut >= 0 or len(before) < 45  # noqa: PLR2004 - the window's length


def body_before(scene: Scene, place: int) -> Speaker:
    """The body or document that ``it`` means: the last one that spoke, or one named later as a subject."""
    spoken, who = -1, NOBODY
    for position, speaker in reversed(scene.past):
        near = position < place and place - position < _IT
        if speaker.kind in _THINGS and near and before(scene, position, place):
            spoken, who = position, speaker
            break
    for start, name in reversed(scene.cast.bodies):
        if start >= place:
            continue
        if start <= spoken or place - start > _IT:
            break
        acts = _ACTS.match(scene.text, start + len(name)) is not None
        if acts and _opens_sentence(scene, start) and not enclosing(scene, start) and start not in scene.sources:
            return Speaker(scene.cast.acronyms.get(name, name), "organisation", None, "pronoun")
    return who._replace(resolution="pronoun")


def _opens_sentence(scene: Scene, start: int) -> bool:
    """Whether the name opens its sentence, perhaps after an article or an adjective."""
    return (
        re.search(r"(?:^|[.!?”\"] |\n)(?:[Tt]he |But |And )?(?:[a-z]+ )?$", scene.text[max(0, start - 30) : start])
        is not None
    )


def they(scene: Scene, place: int) -> Speaker:
    """The group that ``they`` means where one spoke last; otherwise nobody is named."""
    for position, who in reversed(scene.past):
        if position < place and before(scene, position, place):
            if who.kind == "group" and place - position < _THEY:
                return who._replace(resolution="pronoun")
            if who.kind == "unnamed" and who.role and place - position < _THEY and plural_persons(_head(who.role)):
                return who._replace(resolution="pronoun")
            break
    return NOBODY._replace(resolution="pronoun")


def own_turn(scene: Scene, place: int) -> Speaker:
    """The speaker of the transcript turn that the place lies in, whom ``I`` means."""
    if enclosing(scene, place):
        for position, who in reversed(scene.past):
            if who.resolution == "turn" and position < place:
                return who._replace(resolution="pronoun")
    return NOBODY._replace(resolution="pronoun")


def continued(scene: Scene, place: int) -> Speaker:
    """The speaker of the quotation before, to whom words without a source of their own go."""
    for position, who in reversed(scene.past):
        if who.kind in {"person", "organisation"} and before(scene, position, place):
            return who._replace(resolution="continued")
    return NOBODY


def at_meeting(scene: Scene, draft: Draft) -> Speaker:
    """The meeting at which something was said by nobody in particular (it was noted at the conference)."""
    if draft.cue is None:
        return NOBODY
    match = _MEETING.match(scene.text, draft.cue[1])
    if match is None:
        return NOBODY
    return meeting(scene, match["noun"], match["noun"])


def _head(role: str) -> str:
    """The head noun of a description."""
    return (TAIL.split(f"{role} ", maxsplit=1)[0].split() or [""])[-1].casefold()
