"""The speaker whom the words of a source name or point to, in the body or in the headline above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.groups import PARTS
from mediastudy.quotes.resolving.holders import in_headline
from mediastudy.quotes.resolving.mentions import is_title
from mediastudy.quotes.resolving.names import BODY_NOUNS, COMPANY_NOUNS, NOT_NAMES
from mediastudy.quotes.resolving.nouns import by_noun
from mediastudy.quotes.resolving.pronouns import body_before, by_pronoun, own_turn, they
from mediastudy.quotes.resolving.roles import role_of
from mediastudy.quotes.resolving.scene import NOBODY, Scene, Speaker, as_person

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.resolving.mentions import Person

_GENDER: Final = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m", "hers": "f"}
_JOINED: Final = re.compile(r"(?: \([^()]{1,20}\))?,? (?:and|&) (?:[\w'’-]+ ){0,5}$")
_HONOURED: Final = re.compile(
    r"(?i)(?:his|her|their|your) (?:excellency|lordship|grace|majesty|highness|honou?r|holiness|ladyship)$"
)
_LAST: Final = re.compile(r"(?i)^(?:the )?(?P<which>former|latter)$")
_DETERMINED: Final = re.compile(r"(?i)(?<![\w'’-])(?:the|an?|its|their|his|her|this|those|one|some|many|most)\s")
_AFTER_PREPOSITION: Final = re.compile(r"(?i)\b(?:of|by|for|in|on|at|from|to|with|and|into|between)\s$")
_CAPITAL: Final = re.compile(r"[A-Z]")
_NAME: Final = re.compile(r"[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}")
_RELATIVE: Final = re.compile(r"(?<=\w|,) (?:who|which|that|whose|whom)\b")
_LONGEST: Final = 12
_LINKED: Final = re.compile(r"[^.;:!?\n]*$")
_APPOSED: Final = 90


def named(scene: Scene, words: str, source: Span) -> Speaker:
    """The speaker whom the source's words name or point to."""
    found = _by_pronoun(scene, words, source[0])
    return found or _person_in(scene, source) or _known(scene, words) or by_noun(scene, words, source)


def _known(scene: Scene, words: str) -> Speaker | None:
    """The person whose name the words are where no mention of it was taken for one (in a headline's capitals)."""
    if not _NAME.fullmatch(words):
        return None
    person = scene.cast.find(tuple(words.split()))
    return as_person(person, "named" if " " in words else "surname") if person is not None else None


def _by_pronoun(scene: Scene, words: str, place: int) -> Speaker | None:
    """Whom a pronoun, or words used like one, means; None if the source is none."""
    low = re.sub(r"['’](?:m|ve|re|ll|d|s)$", "", words.casefold())
    chosen = _LAST.match(words)
    speaker = None
    if low in _GENDER or low in {"he himself", "she herself"}:
        speaker = by_pronoun(scene, _GENDER[low.split()[0]], place)
    elif low in {"it", "its"}:
        speaker = body_before(scene, place)
    elif low in {"they", "their", "them"}:
        speaker = they(scene, place)
    elif low in {"who", "which", "that", "whose", "whom"}:
        speaker = antecedent(scene, place, personal=low.startswith("who"))
    elif low in {"i", "my", "me"}:
        speaker = own_turn(scene, place)
    elif chosen is not None:
        speaker = _of_two(scene, place, latter=chosen["which"].casefold() == "latter")
    elif _HONOURED.match(words) or (" " not in low and low in NOT_NAMES - PARTS):
        speaker = NOBODY._replace(resolution="pronoun" if low in {"we", "you"} else "none")
    return speaker


def ahead(scene: Scene, words: str, source: Span) -> Speaker:
    """The speaker of what a headline says, an office looked up in the body below it."""
    found = named(scene, words, source)
    if found.kind == "organisation" and found.name is not None and " " not in found.name:
        return _body_ahead(scene, found)
    if found.kind != "unnamed":
        return found
    person = in_headline(scene, words)
    if person is None:
        return found
    if " " in words:
        person.roles.append((-1, re.sub(r"^(?i:the|an?) ", "", words)))
    return as_person(person, "headline")


def _body_ahead(scene: Scene, found: Speaker) -> Speaker:
    """The body that a single common noun in a headline means: the first that speaks below and fits the noun best."""
    noun = (found.name or "").casefold()
    if noun not in BODY_NOUNS | COMPANY_NOUNS:
        return found
    bodies = [who for _, who in scene.past if who.kind == "organisation" and who.name is not None]
    fitting = [who for who in bodies if noun in (who.name or "").casefold().split()]
    return next((who._replace(resolution="headline") for who in (*fitting, *bodies)), found)


def _person_in(scene: Scene, source: Span) -> Speaker | None:
    """The person, or the persons joined by ``and``, whom the source names; None if it names none."""
    heads: list[tuple[int, Person]] = []
    clause = _RELATIVE.search(scene.text, *source)
    source = (source[0], clause.start()) if clause is not None else source
    for start, end, person in scene.cast.mentions:
        if start >= source[1]:
            break
        if end <= source[0]:
            continue
        if heads and person is not heads[-1][1] and _JOINED.match(scene.text[heads[-1][0] : start]):
            heads.append((end, person))
        elif not heads and _heads(scene.text, source, start, end):
            heads.append((end, person))
            full = scene.text[start:end].split()
            how = "named" if len(full) == len(person.words) or len(full) > 1 else "surname"
    if not heads:
        return None
    if len(heads) > 1:
        return _together([person for _, person in heads])
    return as_person(heads[0][1], how)


def _together(persons: list[Person]) -> Speaker:
    """Persons joined by ``and`` as a group, with the role of each who has one."""
    roles = [role for person in persons if (role := role_of(person)) is not None]
    return Speaker(" and ".join(person.name for person in persons), "group", " and ".join(roles) or None, "named")


def _heads(text: str, source: Span, start: int, end: int) -> bool:
    """Whether the name at the offsets is the source's head, not a possessor or part of a prepositional phrase."""
    if text[end : end + 3] == " & " or text[source[0] : start].endswith("& "):
        return False
    if text[end : end + 2] in {"'s", "’s", "' ", "’ "}:
        return end + 2 >= source[1]
    before = text[source[0] : start].rstrip()
    after = text[end : source[1]]
    if re.match(r"[ -][a-z]+(?:ed|ist|ian|s)?\b", after) and not re.match(
        r" (?:of|and|from|in|at|with|for|who|himself|herself|\()", after
    ):
        return False
    while before and is_title(before.rsplit(" ", 1)[-1]):
        before = before.rpartition(" ")[0].rstrip()
    last = before.rsplit(" ", 1)[-1].casefold()
    return last not in {"of", "for", "with", "at", "to", "in", "from", "by", "on", "against"}


def antecedent(scene: Scene, place: int, *, personal: bool) -> Speaker:
    """Whom ``who`` or ``which`` refers to: the name or the phrase right before it."""
    clause = _LINKED.search(scene.text, max(0, place - 200), place)
    words = (clause.group() if clause is not None else "").rstrip(" ,—–-(")
    start = clause.start() if clause is not None else place
    if personal:
        for first, end, person in reversed(scene.cast.mentions):
            if start <= first and end <= place and place - end < _APPOSED:
                return as_person(person, "named")
    begun = _phrase(words)
    if begun is None:
        return NOBODY
    piece = (start + begun, start + len(words))
    plain = re.sub(r"\s+", " ", words[begun:]).strip(" ,")
    if len(plain.split()) > _LONGEST:
        return NOBODY
    chosen = _LAST.match(plain)
    if chosen is not None:
        return _of_two(scene, piece[0], latter=chosen["which"].casefold() == "latter")
    found = _person_in(scene, piece) if personal else None
    return found or by_noun(scene, plain, piece)


def _phrase(words: str) -> int | None:
    """Where the noun phrase at the end of the words begins: at its determiner, or else at a capital."""
    comma = words.rfind(",")
    later = _DETERMINED.search(words, comma + 1)
    if comma >= 0 and later is not None:
        return comma + 1 + (_phrase(words[comma + 1 :]) or 0)
    starts = [match.start() for match in _DETERMINED.finditer(words)]
    free = [at for at in starts if not _AFTER_PREPOSITION.search(words, 0, at)]
    if starts:
        return free[-1] if free else starts[0]
    capital = _CAPITAL.search(words)
    return capital.start() if capital is not None else None


def _of_two(scene: Scene, place: int, *, latter: bool) -> Speaker:
    """The first or the second of the two persons named last before the place."""
    seen: list[Person] = []
    for start, _, person in reversed(scene.cast.mentions):
        if start < place and person not in seen:
            seen.append(person)
        if len(seen) == 2:  # noqa: PLR2004 - a pair
            return as_person(seen[0 if latter else 1], "former/latter")
    return NOBODY
