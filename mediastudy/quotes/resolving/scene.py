"""What speaker resolution goes by and what it gives: the scene of an article, and a speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.resolving.names import PERSON_NOUNS
from mediastudy.quotes.resolving.roles import role_of

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.resolving.mentions import Cast, Person

ARTICLE: Final = re.compile(r"(?i)^(?:the|an?|one|another|this|that|these|those|both|its|their|his|her|our|my|your)\s+")
WORD: Final = re.compile(r"[\w'’\-]+")
TAIL: Final = re.compile(
    r"\s(?:of|for|in|at|from|with|on|by|to|who|which|that|near|familiar|close|released|published|issued|posted|conducted|"
    r"surveyed|jointly|including|himself|herself|themselves|there|here|advising|living|working|calling|signing|styling|seeking|representing|carried|taken|put|interviewed|speaking|involved|told|based|seen|made|held|drawn|led|sent|given|written)\s"
    r"|\s[a-z]{3,}ed\s(?=(?:by|in|on|from|at|to|with|as|here|for|about|public|under|before|after|during|jointly)\s)"
    r"|\s(?:not|[a-z]{3,}ing)\s(?=(?:the|an?|in|from|at|on|for|to|by|involved|named|authori[sz]ed)\s)"
)


class Speaker(NamedTuple):
    """Whom a source is resolved to, of what kind, in which role, and how that was found."""

    name: str | None
    kind: str
    role: str | None
    resolution: str


class Phrase(NamedTuple):
    """The words of a source that is no person's name: all, those up to the head noun, that noun in small letters."""

    words: str
    head: str
    low: str
    source: Span


NOBODY: Final = Speaker(None, "unnamed", None, "none")


class Scene(NamedTuple):
    """What resolution goes by: the text, its cast, what stands where, and the speakers resolved so far.

    ``contents`` are the spans of contents outside of transcript turns; ``quoted`` the contents in quotation marks
    and the turns, whose words somebody else says; ``sources`` the offsets inside sources; ``opening`` is where the
    first turn begins, or the text's end; ``answerers`` are the labels, in small letters, of the persons who answer in
    a transcript where questions have no name.
    """

    text: str
    title: str
    cast: Cast
    contents: list[Span]
    quoted: list[Span]
    sources: frozenset[int]
    opening: int
    answerers: set[str]
    past: list[tuple[int, Speaker]]


def enclosing(scene: Scene, place: int) -> int:
    """Which of the quoted spans the place lies in, counted from 1; 0 if in none."""
    for number, (start, end) in enumerate(scene.quoted, start=1):
        if start <= place < end:
            return number
    return 0


def before(scene: Scene, at: int, place: int) -> bool:
    """Whether who speaks at one place can be meant at a later one: not from inside somebody else's words."""
    inside = enclosing(scene, at)
    return inside == 0 or inside == enclosing(scene, place)


def as_person(person: Person, resolution: str) -> Speaker:
    """The person as a speaker."""
    return Speaker(person.name, "person", role_of(person), resolution)


def plural_persons(low: str) -> bool:
    """Whether the noun is the plural of a person's."""
    if low.endswith("men") and (low[:-3] + "man" in PERSON_NOUNS or low.endswith("women")):
        return True
    if low.endswith(("sses", "ches", "ies")) and (low[:-2] in PERSON_NOUNS or low[:-3] + "y" in PERSON_NOUNS):
        return True
    if low.endswith(("workers", "analysts", "residents", "locals", "elders", "opponents", "clients", "customers")):
        return True
    return low.endswith("s") and (
        low[:-1] in PERSON_NOUNS or low in {"sources", "democrats", "republicans", "analysts"}
    )
