"""What speaker resolution goes by and what it gives: the scene of an article, and a speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.resolving.names import PERSON_NOUNS
from mediastudy.quotes.resolving.roles import role_of

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.resolving.mentions import Cast, Person

ARTICLE: Final = re.compile(r"(?i)^(?:the|an?|this|that|these|those|both|its|their|his|her|our)\s+")
WORD: Final = re.compile(r"[\w'’\-]+")
TAIL: Final = re.compile(
    r"\s(?:of|for|in|at|from|with|on|by|to|who|which|that|near|familiar|close|released|published|issued|posted|conducted|"
    r"surveyed|jointly|including|interviewed|speaking|involved|told|based)\s"
)


class Speaker(NamedTuple):
    """Whom a source is resolved to, of what kind, in which role, and how that was found."""

    name: str | None
    kind: str
    role: str | None
    resolution: str


NOBODY: Final = Speaker(None, "unnamed", None, "none")


class Scene(NamedTuple):
    """What resolution goes by: the text, its cast, spans of contents, and the speakers resolved so far."""

    text: str
    title: str
    cast: Cast
    contents: list[Span]
    past: list[tuple[int, Speaker]]


def as_person(person: Person, resolution: str) -> Speaker:
    """The person as a speaker."""
    return Speaker(person.name, "person", role_of(person), resolution)


def last_place(person: Person, place: int) -> int:
    """Where the person was named last before the place, -1 if nowhere."""
    return max((at for at in person.places if at < place), default=-1)


def plural_persons(low: str) -> bool:
    """Whether the noun is the plural of a person's."""
    if low.endswith("men") and low[:-3] + "man" in PERSON_NOUNS:
        return True
    return low.endswith("s") and (
        low[:-1] in PERSON_NOUNS or low in {"sources", "democrats", "republicans", "analysts"}
    )
