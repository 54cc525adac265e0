"""How an article describes a person: the apposition after the name, the title or office before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.mentions import is_title
from mediastudy.quotes.resolving.names import PERSON_NOUNS, PORTFOLIOS, TITLES
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.words import ADVERB, AUXILIARY, CLAUSE, PERSONAL, PREPOSITION, listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_AFTER: Final = re.compile(
    r"(?: \([A-Z][^()]{0,20}\))?,\s+(?:(?:aged )?\d{1,3},\s+)?"
    r"(?:also |now |then |who (?:is|was|serves as) |who (?=(?:leads|heads|runs|chairs|represents) ))?"
    r"(?P<role>(?:[^,;:.\"“”()\n—]|\.(?=\w| \d)|\([^()]{1,12}\)){3,260})(?P<stop>.?)"
)
_FINITE: Final = re.compile(
    r"\s(?:said|says|told|added|has|had|will|would|is|was|were|joined|issued|released|announced|introduced|led|voted)\s"
)
_LED: Final = re.compile(r"(?:leads|heads|runs|chairs|represents) ")
_SUFFIX: Final = re.compile(r"(?:woman|man|ist|ician|ologist|keeper)$")
_SHORT: Final = 8
_WITHIN: Final = 12
_CLOSE: Final = 5
_ONE: Final = listed("a an the one")
_OWNED: Final = listed("his her their its")
_STOP: Final = re.compile(r"[,;:.!?\"“”()\n—–]| - ")
_BOUNDS: Final = _ONE | listed(
    """
    and but that by with to as when said in on of for from at says after if while where because then is
    was are were both we i you they he she all only not
    """
)
_RANKS: Final = listed("former acting deputy senior chief vice top special")
_OCCUPATION: Final = re.compile(r"[a-z]{2,}[a-z-]*(?:er|or|ist|ian|eer|ant)")
_LINKS: Final = PREPOSITION | CLAUSE | ADVERB | listed("however whether rather other another either neither")
_ACRONYM: Final = 5
_NO_ROLE: Final = listed("former hon dr rev")
_NEAR: Final = 300
_FAR: Final = 130
_MOST: Final = 3
_MONEY: Final = re.compile(
    r"^(?:\d|who\b|which\b|when\b|while\b|where\b|but\b|and\b|in\b|on\b|at\b|as\b|he\b|she\b|along\b|including\b|with\b|by\b|\w+ed\b|sent\b|told\b)"
)


def describe(text: str, cast: Cast) -> None:
    """Note every description of every person of the cast, with where it stands (-1 for the headline)."""
    for start, end, person in cast.mentions:
        for found in (_apposition(text, end), _apposed(text, start), _prefix(text, start)):
            role = _in_full(cast, start, found) if found else None
            if role and role.casefold() not in [known.casefold() for _, known in person.roles]:
                person.roles.append((start, role))
    for mention in cast.headline:
        holder = cast.find(mention.words)
        office = [title for title in mention.titles if not TITLES.get(title.casefold().rstrip("."))]
        if holder is not None and office:
            holder.roles.append((-1, " ".join(office)))


def role_of(person: Person) -> str | None:
    """The fullest description of the person: the longest, after the office that it doesn't hold yet."""
    if not person.roles:
        return None
    ordered = sorted(dict.fromkeys(role for _, role in person.roles), key=len, reverse=True)
    kept: list[str] = []
    for role in ordered:
        words = set(re.findall(r"\w+", role.casefold()))
        if not any(words <= set(re.findall(r"\w+", known.casefold())) for known in kept):
            kept.append(role)
    return "; ".join(kept[:_MOST])


def _apposition(text: str, end: int) -> str | None:
    """The description between commas after the name."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    role = match["role"].strip()
    first = role.split(" ", 1)[0].casefold()
    if _LED.match(role):
        return _tidy(role)
    if _MONEY.match(role) or _is_verb(first):
        return None
    words = re.findall(r"[\w'’-]+", role)
    brief = first in {"a", "an"} and len(words) <= _SHORT and match["stop"] in {",", "."}
    noun = brief or any(_is_office(word) for word in words[: _WITHIN if first in _ONE else _CLOSE])
    if not noun or (first not in _ONE and match["stop"] not in {",", "."} and not role[0].islower()):
        return None
    return _tidy(_before_verb(role))


def _is_verb(low: str) -> bool:
    """Whether the word is a pronoun or a verb, so that what it opens is no description."""
    cue = cue_forms().get(low)
    return low in AUXILIARY or low in PERSONAL or (cue is not None and cue.form in {"s", "past", "ing"})


def _before_verb(role: str) -> str:
    """The description without a verb that follows it where the closing comma is missing."""
    return _FINITE.split(role, maxsplit=1)[0]


def _in_full(cast: Cast, start: int, role: str) -> str:
    """The description with the names that its possessives and acronyms stand for, as far as they are known."""
    owner, _, office = role.partition(" ")
    low = owner.casefold()
    if low in _OWNED and office:
        name = _body_before(cast, start) if low == "its" else _person_before(cast, start, low)
        return f"{office} of {name}" if name else office
    if is_title(owner):
        return role
    if owner in cast.acronyms:
        return f"{office} of the {cast.acronyms[owner]}" if office else role
    noun = re.sub(r"['’]s?$", "", low)
    words = {name: name.casefold().split() for _, name in cast.bodies if not name.isupper()}
    names = [name for name, known in words.items() if noun in known and len(known) > 1]
    return f"{office} of the {names.pop()}" if office and len(names) == 1 and _is_office(office.split()[-1]) else role


def _body_before(cast: Cast, start: int) -> str | None:
    """The body with a name of several words that is named last before the place."""
    near = [cast.acronyms.get(name, name) for at, name in cast.bodies if start - _NEAR < at < start]
    return next((name for name in reversed(near) if " " in name), None)


def _person_before(cast: Cast, start: int, owner: str) -> str | None:
    """The person named last before the place whom ``his`` or ``her`` can mean."""
    gender = {"his": "m", "her": "f"}.get(owner)
    near = [person for at, _, person in cast.mentions if start - _NEAR < at < start and person.gender in {"", gender}]
    return near[-1].name if near and gender else None


def _is_office(word: str) -> bool:
    """Whether the word, or its singular, is a person's office or occupation."""
    low = word.casefold()
    return low in PERSON_NOUNS or _SUFFIX.search(low) is not None


def _apposed(text: str, start: int) -> str | None:
    """The description that the name itself stands in apposition to (The mayor, Ada Orlo)."""
    window = text[max(0, start - _FAR) : start]
    while window.endswith(" ") and is_title(title := window.rstrip().rsplit(" ", 1)[-1]):
        window = window.rstrip()[: -len(title)]
    if not window.endswith(", "):
        return None
    words = _STOP.split(window[:-2])[-1].strip().split(" ")
    heads = [i for i, word in enumerate(words) if _is_office(word)]
    if not heads:
        return None
    first = _left_edge(words, heads[-1])
    opened = first > 0 and words[first - 1].casefold() in _ONE
    if not (opened or words[first].casefold() in _OWNED or words[first].endswith(("'s", "’s", "s'", "s’"))):
        return None
    if any(not re.match(r"^[\w'’.\-&]+$", word) for word in words[first:]):
        return None
    tail = words[heads[-1] + 1 :]
    if tail and tail[0] not in {"of", "for", "in", "at", "from", "with"}:
        return None
    return _tidy(" ".join(words[first:]))


def _prefix(text: str, start: int) -> str | None:
    """The title or office right before the name (Tull's top water adviser Vela Orm)."""
    words = _STOP.split(text[max(0, start - _FAR) : start])[-1].split()
    if not words or text[start - 1] not in " \u00a0":
        return None
    head = _headed(words)
    last = words[head].casefold().rstrip(".")
    if not (is_title(words[head]) or _does(words, head)) or TITLES.get(last) or last in _NO_ROLE:
        return None
    if last[-1:] == "s" and last[:-1] in PERSON_NOUNS:
        return None
    return _tidy(" ".join(words[_left_edge(words, head) :]))


def _headed(words: list[str]) -> int:
    """Where the office stands: last, or before what it is for (Minister for Regional Affairs)."""
    last = len(words) - 1
    if words[last].casefold() not in PORTFOLIOS:
        return last
    heads = [i for i in range(last - 1) if is_title(words[i]) and words[i + 1].casefold() in {"of", "for"}]
    return heads[-1] if heads else last


def _does(words: list[str], i: int) -> bool:
    """Whether the word before a name is an occupation by its ending (property valuer Ada Orlo)."""
    low = words[i]
    return low.islower() and _OCCUPATION.fullmatch(low) is not None and low not in _LINKS


def _left_edge(words: list[str], head: int) -> int:
    """Where the noun phrase of the office starts."""
    first = head
    while first > 0:
        low = words[first - 1].casefold()
        if low in _OWNED:
            return first - 1
        bare = words[head][:1].isupper() and words[first - 1].islower() and low not in _RANKS
        dateline = words[first - 1].isupper() and len(low) > _ACRONYM
        if bare or dateline or low in _BOUNDS or not low[:1].isalnum() or low.endswith("ed"):
            break
        first -= 1
    return first


def _tidy(role: str) -> str | None:
    """The description without article and white space; None if nothing is left."""
    words = role.split()
    while words and words[0].casefold() in _ONE:
        words = words[1:]
    while words and words[-1].casefold() in {"and", "of", "the", "a"}:
        words = words[:-1]
    return " ".join(words) or None
