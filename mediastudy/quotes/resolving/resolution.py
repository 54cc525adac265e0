"""From the words that name a source to the speaker: a person, a body, a group, a document, or nobody named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.known import ACRONYM, add_named, cased
from mediastudy.quotes.resolving.mentions import cast_of, is_body, runs
from mediastudy.quotes.resolving.names import NOT_NAMES, PERSON_NOUNS
from mediastudy.quotes.resolving.nouns import by_noun
from mediastudy.quotes.resolving.pronouns import antecedent, body_before, by_pronoun
from mediastudy.quotes.resolving.roles import describe
from mediastudy.quotes.resolving.scene import NOBODY, Scene, Speaker, as_person
from mediastudy.quotes.rules.chinese import han_speaker, is_han_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.quotes.drafts import Draft, Span

_GENDER: Final = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m", "hers": "f"}
_ROLES: Final = frozenset(("pm", "compere", "prime minister", "caller"))


def resolve(text: str, title: str, drafts: Sequence[Draft]) -> list[Speaker]:
    """The speaker of every draft, in their order."""
    if not drafts:
        return []
    cast = cast_of(text, title)
    add_named(text, cast, drafts)
    describe(text, cast)
    quoted = [span for draft in drafts for span in draft.content if not draft.turn]
    scene = Scene(text, title, cast, quoted, [])
    places = [_place(draft) for draft in drafts]
    found: list[Speaker] = [NOBODY] * len(drafts)
    for i in sorted(range(len(drafts)), key=lambda i: places[i]):
        found[i] = _speaker(scene, drafts[i])
        scene.past.append((places[i], found[i]))
    return found


def _place(draft: Draft) -> int:
    """Where the draft is read: at its source, or else at its content."""
    return draft.source[0] if draft.source is not None else draft.content[0][0]


def _speaker(scene: Scene, draft: Draft) -> Speaker:
    """The speaker of one draft."""
    if draft.heir:
        before = [who for _, who in scene.past if who.kind in {"person", "organisation"}]
        return before[-1]._replace(resolution="continued") if before else NOBODY
    if draft.source is None:
        return NOBODY
    words = re.sub(r"\s+", " ", scene.text[draft.source[0] : draft.source[1]]).strip(" ,")
    words = re.sub(r"['’]s$", "", words)
    if is_han_source(words):
        return han_speaker(words, scene.past)
    if draft.turn:
        return by_turn(scene, words)
    return named(scene, words, draft.source)


def named(scene: Scene, words: str, source: Span) -> Speaker:
    """The speaker whom the source's words name or point to."""
    low = words.casefold()
    if low in _GENDER or low in {"he himself", "she herself"}:
        return by_pronoun(scene, _GENDER[low.split()[0]], source[0])
    if low in {"it", "its"}:
        return body_before(scene, source[0])
    if low in {"who", "which", "that"}:
        return antecedent(scene, source[0])
    if " " not in low and re.sub(r"['’](?:m|ve|re|ll|d|s)$", "", low) in NOT_NAMES:
        return NOBODY._replace(resolution="pronoun" if low in {"they", "we", "i", "you"} else "none")
    person = _person_in(scene, source)
    if person is not None:
        return person
    return by_noun(scene, words, source)


def _person_in(scene: Scene, source: Span) -> Speaker | None:
    """The person whom the source names, None if it names none."""
    for start, end, person in scene.cast.mentions:
        if start >= source[1]:
            break
        if end <= source[0] or not _heads(scene.text, source, start, end):
            continue
        full = scene.text[start:end].split()
        return as_person(person, "named" if len(full) == len(person.words) or len(full) > 1 else "surname")
    return None


def _heads(text: str, source: Span, start: int, end: int) -> bool:
    """Whether the name at the offsets is the source's head, not a possessor or part of a prepositional phrase."""
    if text[end : end + 2] in {"'s", "’s", "' ", "’ "}:
        return end + 2 >= source[1]
    before = text[source[0] : start].rstrip()
    after = text[end : source[1]]
    if re.match(r"[ -][a-z]+(?:ed|ist|ian|s)?\b", after) and not re.match(
        r" (?:of|and|from|in|at|with|for|who|himself|herself|\()", after
    ):
        return False
    last = before.rsplit(" ", 1)[-1].casefold()
    return last not in {"of", "for", "with", "at", "to", "in", "from", "by", "on", "against"}


def by_turn(scene: Scene, label: str) -> Speaker:
    """The speaker of a transcript turn."""
    plain = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", label).strip()
    words = cased(plain)
    for mention in runs(words):
        person = scene.cast.find(mention.words)
        if person is not None:
            return as_person(person, "turn")
    low = plain.casefold()
    if low in {"q", "question", "a", "answer"} or low in _ROLES or low.split(" ")[-1].rstrip("s") in PERSON_NOUNS:
        return _answering(scene, low)
    if is_body(tuple(words.split())) or (plain.isupper() and len(plain) <= ACRONYM and " " not in plain):
        return Speaker(words, "organisation", None, "turn")
    title = re.match(r"(?i)(?:mr|ms|mrs|dr|sir|senator|minister)\.? ", words)
    return Speaker(words[title.end() :] if title else words, "person", None, "turn")


def _answering(scene: Scene, low: str) -> Speaker:
    """Who answers in an unsigned interview: the one person introduced before it; questions stay unnamed."""
    if low in {"a", "answer", "spokesperson", "spokesman", "spokeswoman", "minister", "prime minister", "pm"}:
        persons = [p for p in scene.cast.persons if p.roles] or scene.cast.persons
        if low in {"a", "answer"} and len(persons) >= 1:
            return as_person(min(persons, key=lambda p: p.places[0] if p.places else len(scene.text)), "turn")
        for person in persons:
            if any(low in role.casefold() for _, role in person.roles):
                return as_person(person, "turn")
    role = {"q": None, "question": None, "a": None, "answer": None}.get(low, low)
    return Speaker(None, "unnamed", role, "turn")
