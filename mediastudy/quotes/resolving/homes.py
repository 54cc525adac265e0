"""Which country, or which town, an article is at home in, to tell what a bare president or mayor is of."""

from __future__ import annotations

import collections
import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.mentions import is_body, is_title
from mediastudy.quotes.resolving.names import NOT_NAMES, PERSON_NOUNS, PLACE_WORDS, PLACES, PORTFOLIOS
from mediastudy.quotes.words import DAYS, listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_NATIONAL: Final = listed("president premier chancellor king queen minister")
_TOWNS: Final = listed("mayor councillor alderman")
_NAME: Final = r"[A-ZÀ-Ž][a-zà-ž'’-]{2,}(?: [A-ZÀ-Ž][a-zà-ž'’-]{2,})?"
_LEVELS: Final = {
    "provincial": "Province",
    "county": "County",
    "district": "District",
    "prefectural": "Prefecture",
    "municipal": "City",
    "city": "City",
}
_DATELINE: Final = re.compile(
    rf"^[A-ZÀ-Ž][A-ZÀ-Ž' -]{{2,}}, (?P<name>{_NAME})(?: \([^)\n]{{2,30}}\))? (?:--?|—|–) ", re.MULTILINE
)
_STATE: Final = re.compile(
    rf"\b(?:Assembly|Parliament|Republic|Kingdom|Government|State Council|Council of Ministers) of (?P<name>{_NAME})"
)
_PLACED: Final = re.compile(
    r"\b(?:in|across|throughout|inside|into|from|(?:north|south|east|west|central)(?:ern)?|"
    rf"people of|government of|economy of) (?P<name>{_NAME})(?!\w)"
)
_OWNER: Final = re.compile(rf"(?<![.!?] )(?<![“\"\n])\b(?P<name>{_NAME})['’]s\b")
_TOWN: Final = re.compile(rf"\b(?:(?:city|town|village|borough|[Cc]ouncil|municipality) of) (?P<name>{_NAME})")


def at_its_home(text: str, cast: Cast, person: Person) -> None:
    """Add to a bare national or town office the one country or town that the article is at home in."""
    for at, role in list(person.roles):
        words = role.split()
        low = words[-1].casefold()
        known = any(word in {"of", "for", "at", "in", "from", "with"} for word in words)
        if (
            known
            or role.casefold() == "minister"
            or not all(_plain(word) for word in words)
            or any("of" in other.split() for _, other in person.roles)
        ):
            continue
        where = home(text, cast) if low in _NATIONAL else _town(text) if role.casefold() in _TOWNS else None
        if where is not None:
            person.roles.append((at, f"{role} of {where}"))


def at_its_level(text: str, person: Person) -> None:
    """Add to an office of a level the only place of that level that the article names (provincial governor)."""
    for at, role in list(person.roles):
        level, _, office = role.partition(" ")
        kind = _LEVELS.get(level.casefold())
        if kind is None or not office or " of " in office or not is_title(office.split()[-1]):
            continue
        places = set(re.findall(rf"\b((?:[A-Z][\w'’-]+ ){{1,2}}{kind})\b", text))
        if len(places) == 1:
            person.roles.append((at, f"{office} of {places.pop()}"))


def _plain(word: str) -> bool:
    """Whether the word of an office tells a rank or a field, not a name or an adjective of one."""
    return is_title(word) or word.islower() or word.casefold() in PORTFOLIOS


def home(text: str, cast: Cast) -> str | None:
    """The country of the dateline, or the one place that the article names most; None where there is no such one."""
    dateline = _DATELINE.search(text)
    if dateline is not None and _placelike(dateline["name"], cast):
        return dateline["name"]
    states = {match["name"] for match in _STATE.finditer(text) if _placelike(match["name"], cast)}
    if len(states) == 1:
        return states.pop()
    named = [match["name"] for pattern in (_PLACED, _OWNER) for match in pattern.finditer(text)]
    counts = collections.Counter(
        {name: len(re.findall(rf"\b{re.escape(name)}", text)) for name in dict.fromkeys(named)}
    )
    likely = [(count, name) for name, count in counts.items() if count > 1 and _placelike(name, cast)]
    likely = [
        (count, name) for count, name in likely if f"{name.upper()}," not in text and f"{name.upper()} " not in text
    ]
    best = sorted(likely, reverse=True)[:2]
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _town(text: str) -> str | None:
    """The only town that the article tells as one."""
    names = {match["name"] for match in _TOWN.finditer(text)}
    return names.pop() if len(names) == 1 else None


def _placelike(name: str, cast: Cast) -> bool:
    """Whether the name can be a country's: of no person, body, calendar or common word."""
    words = [word.casefold() for word in name.split()]
    persons = {word for person in cast.persons for word in person.low}
    barred = NOT_NAMES | PERSON_NOUNS | PLACE_WORDS | DAYS
    if set(words) & (barred | persons) or any(is_title(word) for word in words):
        return False
    return " ".join(words) in PLACES or not is_body(tuple(name.split()))
