"""Sources that are no person's name: by their head noun a body, a document, a group, or somebody in an office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GENERIC_DOCUMENTS,
    GROUP_NOUNS,
    NOT_NAMES,
    PERSON_NOUNS,
    PLURAL_PERSONS,
)
from mediastudy.quotes.resolving.scene import (
    ARTICLE,
    NOBODY,
    TAIL,
    WORD,
    Scene,
    Speaker,
    as_person,
    last_place,
    plural_persons,
)

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.resolving.mentions import Person

_INDEFINITE: Final = re.compile(r"(?i)(an?|one|another|some|any|several|two|three|four|many|most|all|other)\b")
_AGE: Final = re.compile(r"\b\d{1,3}-year-old\b")
_MEMBERS: Final = re.compile(r"(?:ers|ors|ists|ians)$")
_SOON: Final = 700
_DAY: Final = re.compile(r"\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*$")


def by_noun(scene: Scene, words: str, source: Span) -> Speaker:
    """A source that is no person's name: by its head noun a body, a document, a group, or somebody in a role."""
    whole = words.split(",", maxsplit=1)[0]
    head = TAIL.split(f"{whole} ", maxsplit=1)[0].strip()
    noun = (WORD.findall(head) or [""])[-1]
    low = re.sub(r"['’]s?$", "", noun.casefold())
    large = noun[:1].isupper()
    speaker = Speaker(None, "unnamed", None, "none")
    if low in DOCUMENT_NOUNS and not (large and low in BODY_NOUNS):
        speaker = _document(scene, ARTICLE.sub("", head), low, ARTICLE.sub("", whole))
    elif low in GROUP_NOUNS or words.casefold().startswith("both "):
        speaker = Speaker(ARTICLE.sub("", head), "group", None, "named")
    elif low in PLURAL_PERSONS or plural_persons(low):
        speaker = Speaker(None, "unnamed", ARTICLE.sub("", whole), "none")
    elif low in NOT_NAMES:
        pass
    elif low in PERSON_NOUNS or _AGE.search(head):
        speaker = _in_role(scene, words, head, low, source)
    elif low in BODY_NOUNS and not large:
        speaker = _same_body(scene, ARTICLE.sub("", head), low, source)
    elif head == noun and _MEMBERS.search(low):
        speaker = Speaker(None, "unnamed", noun, "none")
    elif large:
        speaker = _proper(scene, words, ARTICLE.sub("", head), noun)
    return speaker


def _document(scene: Scene, phrase: str, low: str, whole: str) -> Speaker:
    """A document, a bare ``the document`` being the one quoted before."""
    if low in GENERIC_DOCUMENTS and " " not in phrase:
        for _, who in reversed(scene.past):
            if who.kind == "document":
                return who._replace(resolution="role")
    return Speaker(phrase, "document", whole if whole != phrase else None, "named")


def _same_body(scene: Scene, phrase: str, low: str, source: Span) -> Speaker:
    """The body named before whose name holds the noun (``the ministry``), else the phrase itself."""
    if " " not in phrase:
        for start, name in reversed(scene.cast.bodies):
            if start < source[0] and low in name.casefold().split():
                return Speaker(name, "organisation", None, "role")
    kind = "group" if low in GROUP_NOUNS else "organisation"
    return Speaker(phrase, kind, None, "named")


def _proper(scene: Scene, words: str, phrase: str, noun: str) -> Speaker:
    """A body named in capitals, its acronym spelt out where the article does so."""
    if noun in scene.cast.acronyms:
        return Speaker(scene.cast.acronyms[noun], "organisation", None, "named")
    full = re.match(r"(?:[A-Z][\w'’.&\-]*\s*(?:(?:of|for|on|and|the|&)\s+)*)+", phrase)
    name = full.group().strip() if full else phrase
    tail = re.match(
        r" (?:of|for|on) (?:the )?[A-Z][\w'’-]+(?:(?: and| of)? [A-Z][\w'’-]+)*",
        words[words.find(phrase) + len(phrase) :],
    )
    name = re.sub(r"(?:\s(?:of|for|on|and|the|&))+$", "", name) + (tail.group() if tail else "")
    return Speaker(re.sub(r"['’]s?$", "", name), "organisation", None, "named")


def _in_role(scene: Scene, words: str, head: str, low: str, source: Span) -> Speaker:
    """The person with the role that the source names (``the official``), else somebody unnamed in that role."""
    if _AGE.search(head):
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
