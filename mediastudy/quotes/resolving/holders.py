"""Who is meant by an office or an occupation: the official, her counterpart, the 62-year-old, his brother."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.fitting import holder
from mediastudy.quotes.resolving.offices import in_full, is_office, office_of
from mediastudy.quotes.resolving.papers import described
from mediastudy.quotes.resolving.pointing import (
    DEFINITE,
    KIN,
    LOOSE,
    introduced_later,
    last_person,
    last_speaker,
    next_speaker,
    plural,
    relative,
    same_unnamed,
)
from mediastudy.quotes.resolving.scene import ARTICLE, TAIL, WORD, Phrase, Scene, Speaker, as_person
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Person

INDEFINITE: Final = re.compile(
    r"(?i)(an?|one|another|some|any|several|two|three|four|many|most|all|other|even an?|each|every|no)\b"
)
_AGE: Final = re.compile(r"\b\d{1,3}-year-old\b")
_DAY: Final = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*$")
_CLAUSE: Final = re.compile(r"\s(?:who|whom|that|which|whose|himself|herself)\b.*$")
_CALLED: Final = re.compile(
    r"\b(?:named|called|known(?: only)? as|only as|identified as|himself|herself|sign(?:s|ed) as|h(?:is|er) name as)\s"
    r"[\"“'‘]?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}),?[\"”'’]?$"
)
_BARE: Final = re.compile(r"(?!(?:the|this|that|an?|one|his|her|its|their|our|my|your|some|any|no|another)\b)[a-z]")
_SYNONYMS: Final = {
    "head of state": ("president", "president"),
    "head of government": ("prime minister", "minister"),
    "pm": ("prime minister", "minister"),
}
_LEADING: Final = listed("leader chief boss head")
_LEADERS: Final = listed("president premier chancellor king queen marshal chairman head governor secretary leader")


def aged(words: str) -> bool:
    """Whether the words tell a person by age (the 62-year-old)."""
    return _AGE.search(words) is not None


def in_role(scene: Scene, phrase: Phrase) -> Speaker:
    """The person with the role that the source names (``the official``), else somebody unnamed in that role."""
    words = phrase.words
    head, low = _SYNONYMS.get(ARTICLE.sub("", words).casefold(), (phrase.head, phrase.low))
    if _BARE.match(words):
        words = f"the {words}"
    phrase = Phrase(words, head, low, phrase.source)
    role = _CLAUSE.sub("", _DAY.sub("", ARTICLE.sub("", words.split(", ", maxsplit=1)[0])))
    called = _CALLED.search(words)
    if called is not None:
        role = re.split(r",| who | known | named | called ", role)[0]
        role = in_full(scene.text, scene.cast, phrase.source[0], _owned(words, role))
        return Speaker(called["name"], "person", role, "named")
    found = _somebody(scene, phrase)
    if isinstance(found, Speaker):
        return found
    if found is not None:
        _note(scene, found, phrase, role)
        return as_person(found, "role")
    told = described(scene.text, low) if DEFINITE.match(words) and " " not in role else ""
    role = in_full(scene.text, scene.cast, phrase.source[0], _owned(words, role))
    return Speaker(None, "unnamed", told if " " in told else role, "none")


def _somebody(scene: Scene, phrase: Phrase) -> Person | Speaker | None:
    """The person, or the speaker without a name, whom the words mean; None for somebody new."""
    if aged(phrase.head) and DEFINITE.match(phrase.head):
        return last_person(scene, phrase.source[0])
    if INDEFINITE.match(phrase.words):
        return introduced_later(scene, phrase.low, phrase.source[1])
    return (
        relative(scene, phrase)
        or holder(scene, phrase.head, phrase.low, phrase.source[0])
        or same_unnamed(scene, phrase)
        or last_speaker(scene, phrase)
        or next_speaker(scene, phrase)
    )


def _owned(words: str, phrase: str) -> str:
    """The description with the possessive that opens the source, by which it is filled out."""
    owner = words.split(" ", 1)[0].casefold()
    return f"{owner} {phrase}" if owner in {"his", "her", "its"} else phrase


def _note(scene: Scene, person: Person, phrase: Phrase, role: str) -> None:
    """Keep the words of a source as a description where they tell more than an office."""
    place, low = phrase.source[0], phrase.low
    if "counterpart" in role.split():
        held = [office_of(one, place) for at, _, one in scene.cast.mentions if one is not person and at < place]
        role = role.replace("counterpart", held[-1]) if held and held[-1] else role
    if len(role.split()) > 1 and low not in KIN and not aged(role):
        person.roles.append((place, role))


def known_holder(scene: Scene, phrase: Phrase) -> Person | None:
    """The person whose description holds a noun that isn't known as an office (the hokim)."""
    if not DEFINITE.match(phrase.words):
        return None
    person = holder(scene, phrase.words, phrase.low, phrase.source[0])
    held = {role.casefold() for _, role in person.roles} if person is not None else set()
    heads = {word for role in held for word in re.split(r" (?:of|in|at|for|from|with|and|who) ", role)[0].split()[-1:]}
    return person if phrase.low in heads else None


def in_headline(scene: Scene, words: str) -> Person | None:
    """Whom a headline means by an office: the holder of it in the body, else who speaks first there."""
    head = TAIL.split(f"{words} ", maxsplit=1)[0].strip()
    low = (WORD.findall(head) or [""])[-1].casefold()
    if not is_office(low) or plural(low) or INDEFINITE.match(words):
        return None
    holding = holder(scene, re.sub(r"['’]s\b", "", head), low, len(scene.text))
    if holding is not None:
        return holding
    for _, who in scene.past:
        person = scene.cast.find(tuple(who.name.split())) if who.kind == "person" and who.name else None
        if person is None:
            continue
        held = {word for _, role in person.roles for word in role.casefold().split() if is_office(word)}
        top = re.match(r"(?i)(?:top|senior|leading|chief) ", words) is not None
        return person if not held or top or low in LOOSE or (low in _LEADING and held & _LEADERS) else None
    return None
