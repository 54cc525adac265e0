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
_PIECE: Final = re.compile(r"\S+")
_TITLE_LIKE: Final = re.compile(
    r"(?:wright|grapher|[a-z]ologist|keeper|[a-z]-(?:general|elect))$|[a-z]-(?:granddaughter|grandson|grandmother|grandfather|aunt|uncle|nephew|niece)$|[a-z]-in-law$|^(?:ex|vice|co)-(?:president|premier|minister|mayor|chair)"
)
_VOWELS: Final = "AEIOUH"
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

    def last_before(self, place: int) -> int:
        """Where the person was named last before the place, -1 if nowhere."""
        return max((at for at in self.places if at < place), default=-1)

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
    """Everybody whom the article names: persons, their mentions in order, bodies in order, what acronyms stand for.

    ``headline`` are the names in the title, ``offices`` the places where an office opens a sentence (The minister
    rose) with who holds it.
    """

    persons: list[Person] = field(default_factory=list)
    mentions: list[tuple[int, int, Person]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    headline: list[Mention] = field(default_factory=list)
    offices: list[tuple[int, int, Person]] = field(default_factory=list)

    def find(self, words: tuple[str, ...], gender: str = "", place: int = -1) -> Person | None:
        """The person whom the words name, None if there is nobody.

        Of several who share a family name, the one is meant whom a title's gender fits, and who was named last
        before the place.
        """
        wanted = tuple(word.casefold() for word in words)
        last = wanted[-1]
        if len(wanted) == 1:
            return self._single(last, gender, place)
        for person in self.persons:
            have = person.low
            if have[-1] == last and (have[0] == wanted[0] or (len(have) > 1 and set(wanted) <= set(have))):
                return person
        return None

    def _single(self, word: str, gender: str, place: int) -> Person | None:
        """The person whom a family name alone, or else a first name alone, can mean."""
        holders = [person for person in self.persons if word in person.low]
        family = [person for person in holders if person.family == word]
        for choice in (family, holders):
            fitting = [person for person in choice if not gender or person.gender in {"", gender}]
            if fitting:
                return max(fitting, key=lambda person: (len(person.words) > 1, person.last_before(place)))
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
    if low in TITLES or low in PERSON_NOUNS or (low[-1:] == "s" and low[:-1] in PERSON_NOUNS):
        return True
    return _TITLE_LIKE.search(low) is not None


def _without_openers(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The words without those that are capitalised only because they open a sentence."""
    while parts and parts[0][1].casefold().rstrip(".") in _NEVER and not _an(parts):
        parts = parts[1:]
    return parts


def _an(parts: list[tuple[int, str]]) -> bool:
    """Whether ``An`` is a family name: the article doesn't stand before a consonant."""
    return parts[0][1] == "An" and len(parts) == 2 and parts[1][1][0] not in _VOWELS and not parts[1][1].isupper()  # noqa: PLR2004 - with a given name


def is_body(words: tuple[str, ...]) -> bool:
    """Whether a capitalised run names a body or a place rather than a person."""
    low = [word.casefold().rstrip(".") for word in words]
    if any(word in BODY_WORDS for word in low) or " ".join(low) in PLACES:
        return True
    if len(words) > 1 and low[-1] in PLACES and low[0] not in MALE | FEMALE:
        return True
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 1


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
