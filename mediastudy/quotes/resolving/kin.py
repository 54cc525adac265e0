"""Who is somebody's wife, son or sister where the article tells it beside the name, or in the sentence before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.owners import person_before

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_WHOSE: Final = re.compile(
    r",? whose (?:\w+ )?(?P<kin>husband|wife|son|daughter|father|mother|brother|sister)\b"
    r"(?: (?:is|was) (?P<rest>(?:the|a|an|one of|among) [^,.;:\n]{2,50})(?=[,.]))?"
)
_CONVERSE: Final = {
    "husband": ("wife", "wife", "spouse"),
    "wife": ("husband", "husband", "spouse"),
    "son": ("father", "mother", "parent"),
    "daughter": ("father", "mother", "parent"),
    "father": ("son", "daughter", "child"),
    "mother": ("son", "daughter", "child"),
    "brother": ("brother", "sister", "sibling"),
    "sister": ("brother", "sister", "sibling"),
}
_LAST: Final = re.compile(
    r"\b(?P<owner>his|her) (?P<kin>wife|husband|mother|father|son|daughter|brother|sister)[.!?][”\"’]?\s+$"
)
_WOMEN: Final = frozenset(("wife", "mother", "daughter", "sister"))
_LOOK: Final = 60


def related(text: str, cast: Cast, person: Person) -> str | None:
    """Whose relative the person is, None if the article doesn't tell it around the first mention."""
    for start, end, one in cast.mentions:
        if one is person:
            return _whose(text, end, person) or _told_before(text, cast, start, person)
    return None


def _whose(text: str, end: int, person: Person) -> str | None:
    """What a clause with ``whose`` after the name makes of the person (whose husband is the mate: wife of the mate)."""
    match = _WHOSE.match(text, end)
    if match is None:
        return None
    word = _CONVERSE[match["kin"]][{"m": 0, "f": 1}.get(person.gender, 2)]
    rest = re.sub(r"^among ", "one of ", match["rest"] or "")
    return f"{word} of {rest}" if rest else word


def _told_before(text: str, cast: Cast, start: int, person: Person) -> str | None:
    """The relative that ends the sentence before the one that the name opens (He thanked his wife. Ada Orlo left.)."""
    match = _LAST.search(text, max(0, start - _LOOK), start)
    if match is None or person.gender == ("m" if match["kin"] in _WOMEN else "f"):
        return None
    owner = person_before(text, cast, match.start(), match["owner"])
    return f"{match['kin']} of {owner.name}" if owner is not None and owner is not person else match["kin"]
