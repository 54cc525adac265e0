"""The persons and bodies that an article names: who they are called, where they stand, and how they are described."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.names import (
    BODY_WORDS,
    FAMILY_FIRST,
    FEMALE,
    MALE,
    NOT_NAMES,
    PERSON_NOUNS,
    PLACES,
    PORTFOLIOS,
    TITLES,
)
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTICLE: Final = r"(?:al|bin|ibn|bint|de|del|della|di|da|dos|van|von|der|den|ter|el|la|le|du|ben|abu)"
_CAPITAL: Final = r"(?:(?:al|el|ad|an)-)?(?:[A-ZÀ-ÞĀ-Ž][\w'’\-]*[\w]|(?:[A-Z]\.)+|[A-Z](?![\w]))"
_WORD: Final = rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Col|Lt|Sgt|Rev|Capt|Maj|Adm|Hon)\.|{_CAPITAL})"
_RUN: Final = re.compile(rf"(?<![\w'’.]){_WORD}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])*{_WORD})*")
_APPOSED: Final = re.compile(r", (?:an?|the|who|\d\d,|[a-z]+(?: [a-z]+)? (?:of|for|at|with)) ")
_SPEAKS: Final = re.compile(r" (?:said|says|told|added|wrote|has said|urged|argued)\b")
_BODY_TAIL: Final = re.compile(r" (?:of|for|on) (?:the )?[A-Z][\w'’-]+(?:(?: and| of)? [A-Z][\w'’-]+)*")
_ACRONYM: Final = re.compile(r"\s*\(([A-Z][A-Za-z]{1,7})\)")
_BEFORE: Final = re.compile(r"([\w'’.\-]+)[ \u00a0]$")
_PIECE: Final = re.compile(r"\S+")
_OWNERS: Final = ("'s", "’s", "s'", "s’")
_REGIONS: Final = listed("new north south east west northern southern eastern western central")
_NEVER: Final = NOT_NAMES - TITLES.keys() - _REGIONS
_HEADLINE_VERBS: Final = listed(
    """
    Says Announces Welcomes Praises Introduces Urges Applauds Secures Votes Statement Statements Calls Asks Warns
    Slams Blasts Wins Joins Leads Backs Rips Releases Said Announced Today Tells Speaks Visits Opens Launches
    Responds Reacts Thanks Honors Issues Hosts Holds Highlights Celebrates Receives Delivers Discusses Meets Files
    Requests Demands Reintroduces Leads Applaud Announce Introduce Urge
    """
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_HONOURS: Final = listed("MP MPs QC KC OBE CBE AM AO AC PhD MD MSP MEP")
_LOOK: Final = 40
_ENOUGH: Final = 1
_MOST: Final = 4


@dataclass
class Person:
    """A person of the article: the name's words, gender if known, offsets of mentions, descriptions."""

    words: tuple[str, ...]
    gender: str = ""
    places: list[int] = field(default_factory=list)
    roles: list[tuple[int, str]] = field(default_factory=list)
    low: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.rename(self.words)

    def rename(self, words: tuple[str, ...]) -> None:
        """Give the person the fuller name."""
        self.words = words
        self.low = tuple(word.casefold() for word in words)

    @property
    def name(self) -> str:
        """The name as printed."""
        return " ".join(self.words)

    @property
    def family(self) -> str:
        """The family name, lower case."""
        first = self.low[0]
        eastern = first in FAMILY_FIRST and len(self.words) <= 3 and first not in MALE | FEMALE  # noqa: PLR2004
        return first if eastern else self.low[-1]


@dataclass(frozen=True)
class Mention:
    """A run of capitalised words read as a name: its offsets, the name's words, and the titles before it."""

    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass
class Cast:
    """Everybody whom the article names, the mentions in order, bodies in order, and what acronyms stand for."""

    persons: list[Person] = field(default_factory=list)
    mentions: list[tuple[int, int, Person]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    headline: list[Mention] = field(default_factory=list)

    def find(self, words: tuple[str, ...]) -> Person | None:
        """The person whom the words name, None if there is nobody."""
        wanted = tuple(word.casefold() for word in words)
        last = wanted[-1]
        if len(wanted) == 1:
            return self._single(last)
        for person in self.persons:
            have = person.low
            if have[-1] == last and (have[0] == wanted[0] or (len(have) > 1 and set(wanted) <= set(have))):
                return person
        return None

    def _single(self, word: str) -> Person | None:
        """The person whom a family name alone, or else a first name alone, can mean."""
        holders = [person for person in self.persons if word in person.low]
        family = [person for person in holders if person.family == word]
        for choice in (family, holders):
            if choice:
                return max(choice, key=lambda person: (len(person.words) > 1, -len(person.places)))
        return None


def runs(text: str) -> Iterator[Mention]:
    """Every run of capitalised words, titles and opening function words taken off."""
    for match in _RUN.finditer(text):
        parts: list[tuple[int, str]] = []
        for piece in _PIECE.finditer(text, *match.span()):
            parts.append((piece.start(), piece.group()))
            if piece.group()[-2:] in _OWNERS or piece.end() == match.end():
                mention = _mention(parts)
                parts = []
                if mention is not None:
                    yield mention


def _mention(parts: list[tuple[int, str]]) -> Mention | None:
    """The words as a name with its titles, None if no name is among them."""
    parts = _without_openers(parts)
    verb = next((i for i, (_, word) in enumerate(parts) if i and word in _HEADLINE_VERBS), len(parts))
    parts = parts[:verb]
    titles: tuple[str, ...] = ()
    last = max((i for i, (_, word) in enumerate(parts) if is_title(word)), default=-1)
    if last < 0:
        last = max((i for i, (_, word) in enumerate(parts[:-2]) if word.casefold() in PORTFOLIOS), default=-1)
    if 0 <= last < len(parts) - 1:
        titles = tuple(word for _, word in parts[: last + 1])
        parts = parts[last + 1 :]
    if not parts:
        return None
    while len(parts) > 2 and parts[-1][1] in _HONOURS:  # noqa: PLR2004 - a first and a last name stay
        parts = parts[:-1]
    place, word = parts[-1]
    final = _POSSESSIVE.sub("", word)
    words = (*(word for _, word in parts[:-1]), final)
    return Mention(parts[0][0], place + len(final), words, titles) if final else None


def is_title(word: str) -> bool:
    """Whether the word is a title or an office that may stand before a name."""
    low = word.casefold().rstrip(".")
    return low in TITLES or low in PERSON_NOUNS or (low[-1:] == "s" and low[:-1] in PERSON_NOUNS)


def _without_openers(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words without those that are capitalised only because they open a sentence."""
    while parts and parts[0][1].casefold().rstrip(".") in _NEVER:
        parts = parts[1:]
    return parts


def is_body(words: tuple[str, ...]) -> bool:
    """Whether a capitalised run names a body or a place rather than a person."""
    low = [word.casefold().rstrip(".") for word in words]
    if any(word in BODY_WORDS for word in low) or " ".join(low) in PLACES:
        return True
    if len(words) > 1 and low[-1] in PLACES and low[0] not in MALE | FEMALE:
        return True
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 1


def cast_of(text: str, title: str = "") -> Cast:
    """The persons and bodies whom the text, and its title, name."""
    cast = Cast()
    singles: list[Mention] = []
    found = list(runs(text))
    alone = {mention.words[0] for mention in found if len(mention.words) == 1}
    for mention in found:
        if len(mention.words) > 1 and " ".join(mention.words).isupper():
            continue
        if is_body(mention.words):
            _add_body(text, mention, cast)
        elif len(mention.words) == 1:
            singles.append(mention)
        elif len(mention.words) <= _MOST and _evidence(text, mention, alone) >= _ENOUGH:
            _add(cast, mention)
    for mention in singles:
        _add_single(text, mention, cast)
    for mention in runs(title):
        if mention.titles and len(mention.words) < _MOST and not is_body(mention.words):
            cast.headline.append(mention)
            if len(mention.words) > 1 and cast.find(mention.words) is None:
                cast.persons.append(Person(mention.words, gender_of(mention)))
    cast.mentions.sort(key=lambda entry: entry[0])
    return cast


def _evidence(text: str, mention: Mention, alone: set[str]) -> int:
    """How much speaks for a person: title, first name, apposition, a later bare surname, against: the article."""
    words = [word.casefold() for word in mention.words]
    if any(word in NOT_NAMES for word in words[1:]) or words[0] in PLACES or not mention.words[-1][-1].isalpha():
        return -1
    if all(is_title(word) for word in words):
        return -1
    before = _BEFORE.search(text, max(0, mention.start - _LOOK), mention.start)
    previous = before.group(1).casefold() if before else ""
    score = 2 * bool(mention.titles or previous in PERSON_NOUNS or previous.rstrip(".") in TITLES)
    score += 2 * (words[0] in MALE or words[0] in FEMALE)
    score += words[0] in FAMILY_FIRST and len(words) == 2  # noqa: PLR2004 - a family name and a given name
    score += mention.words[-1] in alone or mention.words[0] in alone
    score += _APPOSED.match(text, mention.end) is not None
    score += _SPEAKS.match(text, mention.end) is not None
    score -= 2 * (previous == "the" or text[mention.start - 1 : mention.start] == "/")
    return score - (previous in {"in", "at", "near", "of"})


def gender_of(mention: Mention) -> str:
    """``m`` or ``f`` by title or first name, empty if neither tells."""
    for title in mention.titles:
        low = title.casefold().rstrip(".")
        if TITLES.get(low):
            return TITLES[low]
        if low.endswith(("woman", "ess")):
            return "f"
        if low.endswith("man") and low != "woman":
            return "m"
    first = mention.words[0].casefold()
    if len(mention.words) < 2:  # noqa: PLR2004 - a bare surname tells nothing
        return ""
    return "m" if first in MALE else "f" if first in FEMALE else ""


def given_gender(mention: Mention) -> str:
    """``m`` or ``f`` of a single given name, empty if it isn't known."""
    word = mention.words[0].casefold()
    return "m" if word in MALE else "f" if word in FEMALE else ""


def _add(cast: Cast, mention: Mention) -> None:
    """Add the mention to its person, who may be new."""
    person = cast.find(mention.words)
    if person is None:
        person = Person(mention.words)
        cast.persons.append(person)
    elif len(mention.words) > len(person.words):
        person.rename(mention.words)
    person.gender = person.gender or gender_of(mention) or (given_gender(mention) if len(person.words) == 1 else "")
    person.places.append(mention.start)
    cast.mentions.append((mention.start, mention.end, person))


def _add_single(text: str, mention: Mention, cast: Cast) -> None:
    """Add a bare name to the person whom it means; one with a personal title makes a new person."""
    person = cast.find(mention.words)
    word = mention.words[0].casefold()
    if person is None:
        titled = [t for t in mention.titles if t.casefold().rstrip(".") in TITLES]
        known = bool(titled) or word in FEMALE or word in MALE
        if word in NOT_NAMES or word in PLACES or not known or not word.replace("-", "").isalpha():
            return
        if text[mention.end : mention.end + 4].startswith(" of "):
            return
    _add(cast, mention)


def _add_body(text: str, mention: Mention, cast: Cast) -> None:
    """Add a body with the words that complete its name, and its acronym."""
    tail = _BODY_TAIL.match(text, mention.end)
    end = tail.end() if tail else mention.end
    start = mention.end - len(" ".join(mention.words)) if mention.titles else mention.start
    name = text[start:end].strip()
    cast.bodies.append((mention.start, name))
    acronym = _ACRONYM.match(text, end)
    if acronym:
        cast.acronyms[acronym.group(1)] = name
