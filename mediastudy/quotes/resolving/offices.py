"""A description of a person filled out: whose adviser, minister of what, governor of which bank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.mentions import is_title
from mediastudy.quotes.resolving.names import BODY_NOUNS, COMPANY_NOUNS, PERSON_NOUNS, PLACE_WORDS, PORTFOLIOS, TITLES
from mediastudy.quotes.resolving.owners import (
    bare,
    body_before,
    full_body,
    group_before,
    longest,
    person_before,
)
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Cast, Person

_OWNED: Final = listed("his her their its")
_NEAR: Final = 400
_SUFFIX: Final = re.compile(r"(?:woman|man|ist|ician|ologist|keeper|(?<=[a-z]{3})master|(?<=[a-z]{3})mistress)$")
HEADS: Final = re.compile(
    r"^(?P<verb>leads|led|heads|headed|runs|ran|chairs|chaired|directs|directed|edits|edited|manages|managed|"
    r"represents|represented|owns|founded|drafted|speaks for|speaking for)\s(?P<body>.+)"
)
_HOLDER: Final = {
    "leads": "leader",
    "heads": "head",
    "runs": "head",
    "chairs": "chair",
    "directs": "director",
    "edits": "editor",
    "manages": "manager",
    "represents": "representative",
    "owns": "owner",
    "led": "leader",
    "headed": "head",
    "ran": "head",
    "chaired": "chair",
    "directed": "director",
    "founded": "founder",
    "edited": "editor",
    "managed": "manager",
    "represented": "representative",
    "drafted": "drafter",
    "speaks for": "speaker for",
    "speaking for": "speaker for",
}
_SHORT: Final = re.compile(r"\b(?:[Tt]he|its|their) (?P<noun>[a-z]+)(?P<end>['’]s |$)")
_NAME: Final = r"[A-Z][\w'’-]*(?:(?: (?:of|for|and|the|de|al))* [A-Z][\w'’-]*)*"
_ADJECTIVE: Final = re.compile(
    r"(?P<adjective>[A-Z]\w{3,}(?:n|ese|i|ish)) "
    r"(?P<office>(?:(?:[Vv]ice|[Pp]rime|[Dd]eputy|[Ff]oreign|[Ff]ormer|[Ss]tate) )*[A-Za-z]+)$"
)
_ENDINGS: Final = listed("n an ian ean ese i ish esian")
_NATIONAL: Final = listed("president premier king queen chancellor minister")
_FIELDS: Final = listed("artistic managing executive medical technical musical scientific general chief lead")
_OFFICE: Final = r"Ministry|Department|Commission|Bureau|Agency|Office|Authority|Front|Union|League|Federation"
_COURT: Final = r"Court|Tribunal"
_SCHOOL: Final = r"University|College|Academy"
_CHAIRED: Final = r"Committee|Commission|Council|Board|Association|Union|Federation|Institute|Party|League"
_FIRM: Final = (
    r"Airways|Airlines|Wings|Railways|Bank|Group|Holdings|Motors|Energy|Power|Works|Combine|Corporation|Company|Water|"
    r"Mining|Steel|Industries|Shipping|Insurance|Press|Fund"
)
_KINDS: Final = {
    office: re.compile(pattern)
    for offices, pattern in (
        ("governor", r"\b(?:Central|National|Reserve|State) Bank\b|^Bank of\b|\b(?:Province|Prefecture)$"),
        (
            "director-general manager",
            r"\b(?:Combine|Works|Plant|Office|Agency|Organisation|Organization|Corporation)\b",
        ),
        ("minister", r"\bMinistry of\b"),
        ("curator", r"\b(?:Museum|Gallery|Library|Archive)\b"),
        ("secretary", r"\b(?:Party|Unions?|League|Federation|Confederation)\b"),
        ("spokesperson spokesman spokeswoman", rf"\b(?:{_OFFICE})\b"),
        (
            "director",
            r"\b(?:Institute|Museum|Office|Centre|Center|Observatory|Theatre|Opera|Agency|Bureau|Department)\b",
        ),
        ("rector vice-chancellor provost dean", rf"\b(?:{_SCHOOL})\b"),
        ("principal headmaster headmistress", r"\b(?:School|College)\b"),
        ("editor", r"\b(?:Daily|Times|Herald|Gazette|Journal|Post|Review)\b"),
        ("judge justice prosecutor", rf"\b(?:{_COURT})\b"),
        ("chairman chairwoman chair chairperson", rf"\b(?:{_CHAIRED})\b"),
        ("economist", r"\b(?:Bank|Organisation|Organization|Fund|Institute)\b"),
        ("executive", rf"\b(?:{_FIRM})\b"),
    )
    for office in offices.split()
}


def is_office(word: str) -> bool:
    """Whether the word, or its singular, is a person's office or occupation."""
    low = word.casefold()
    return low in PERSON_NOUNS or _SUFFIX.search(low) is not None


def in_full(text: str, cast: Cast, start: int, role: str) -> str:
    """The description with the names that its possessives, acronyms and short forms stand for, as far as known."""
    led = HEADS.match(role)
    if led is not None:
        held = _HOLDER[led["verb"]]
        role = f"{held} {led['body']}" if held.endswith(" for") else f"{held} of {led['body']}"
    role = _spelt(text, cast, start, role)
    owner, _, office = role.partition(" ")
    low = owner.casefold()
    if low in _OWNED and office:
        return _owned(text, cast, start, low, office)
    if is_title(owner):
        return role
    if owner in cast.acronyms:
        return f"{office} of the {bare(cast.acronyms[owner])}" if office else role
    noun = re.sub(r"['’]s?$", "", low)
    if (
        office[:1].islower()
        and is_office(office.split()[-1])
        and noun in BODY_NOUNS | COMPANY_NOUNS | {"project", "group", "farm", "airline", "club", "mine", "pit"}
    ):
        found = full_body(text, cast, noun, start) or longest(text, noun, start)
        if " " in found:
            return f"{office} of the {found}"
    words = {name: name.casefold().split() for _, name in cast.bodies if not name.isupper()}
    names = [name for name, known in words.items() if noun in known and len(known) > 1]
    if office[:1].islower() and len(names) == 1 and is_office(office.split()[-1]):
        return f"{office} of the {bare(names[0])}"
    return role


def _owned(text: str, cast: Cast, start: int, owner: str, office: str) -> str:
    """``his niece`` as the niece of the person, ``its head`` as the head of the body that is named before."""
    if owner == "its":
        name = body_before(text, cast, start)
        return f"{office} of {name}" if name else office
    if owner == "their":
        group = group_before(text, start)
        return f"{office} of {group}" if group else office
    person = person_before(text, cast, start, owner)
    if person is None:
        return office
    words = office.split()
    if "counterpart" in words:
        held = office_of(person, start)
        return office.replace("counterpart", held) if held else office
    return f"{office} of {person.name}"


def office_of(person: Person, start: int) -> str:
    """The bare office that a counterpart shares: the last words of the shortest description."""
    known = sorted((role for at, role in person.roles if at <= start), key=len)
    for role in known:
        words = re.split(r" (?:of|for|from|in|at) ", role)[0].split()
        kept = [
            word
            for word in words
            if not word.endswith(("'s", "’s")) and (is_title(word) or word.islower() or word.casefold() in PORTFOLIOS)
        ]
        if kept and is_title(kept[-1]):
            return " ".join(kept)
    return ""


def _spelt(text: str, cast: Cast, start: int, role: str) -> str:
    """The description with ``the office`` or ``the commission`` replaced by the name that this is short for."""

    def name(match: re.Match[str]) -> str:
        noun = match["noun"]
        if noun not in BODY_NOUNS | COMPANY_NOUNS | PLACE_WORDS:
            return match.group()
        found = full_body(text, cast, noun, start)
        return f"the {found}{match['end']}" if found else match.group()

    return _SHORT.sub(name, role)


def completed(text: str, cast: Cast, person: Person) -> None:
    """Add to a person with a bare office what the article says elsewhere of which body or country it is."""
    for at, role in list(person.roles):
        words = role.split()
        office = words[-1].casefold()
        if any(word in {"of", "for", "at", "in", "from", "with"} for word in words) or "'" in role or "’" in role:
            continue
        if not is_title(words[-1]) or any(not _plain(word) for word in words):
            continue
        if any(role != other and office in other.casefold().split() and " of " in other for _, other in person.roles):
            continue
        if office == "minister" and (len(words) == 1 or words[0].casefold() == "prime"):
            continue
        whose = _of_what(text, cast, person, role) or _body_of(cast, office, person)
        if whose:
            person.roles.append((at, f"{role} of {whose}"))


def at_home(text: str, person: Person) -> None:
    """Add the country to an office that is told with its adjective, where the text names it (Orlandian premier)."""
    for at, role in list(person.roles):
        match = _ADJECTIVE.match(role)
        if match is None or match["office"].split()[-1].casefold() not in _NATIONAL:
            continue
        for name in dict.fromkeys(re.findall(rf"\b{match['adjective'][:4]}\w*", text)):
            base = name.rstrip("aeiouy")
            if (
                name != match["adjective"]
                and len(base) >= len(match["adjective"]) - 4
                and _is_of(match["adjective"], base)
            ):
                person.roles.append((at, f"{match['office']} of {name}"))
                break


def _is_of(adjective: str, base: str) -> bool:
    """Whether the adjective is made of the country's name."""
    return adjective.startswith(base) and adjective[len(base) :] in _ENDINGS


def _plain(word: str) -> bool:
    """Whether the word of an office tells a rank or a field rather than a name."""
    low = word.casefold()
    return is_title(word) or word.islower() or low in PORTFOLIOS or low in TITLES or low in _FIELDS


def _of_what(text: str, cast: Cast, person: Person, role: str) -> str | None:
    """What the article says the office is of, in words that describe nobody else."""
    office = role.casefold()
    if any(office in other.casefold() for one in cast.persons if one is not person for _, other in one.roles):
        return None
    first = min(person.places, default=0)
    national = office.split()[-1] in _NATIONAL
    found = re.search(rf"(?i:\b{re.escape(role)}) of ((?:the )?{_NAME})", text)
    if found is not None and not (national and found.start() > first):
        return found.group(1)
    found = re.search(rf"\b({_NAME})['’]s (?i:{re.escape(role)})\b", text)
    return found.group(1) if found is not None and not (national and found.start() > first) else None


def _body_of(cast: Cast, office: str, person: Person) -> str | None:
    """The one body of the article of the kind that has such an officer."""
    kind = _KINDS.get(office)
    if kind is None:
        return None
    last = max(person.places, default=0)
    names = {bare(name) for at, name in cast.bodies if kind.search(name) and " " in name and at < last + _NEAR}
    if office == "minister":
        held = {word.casefold() for _, role in person.roles for word in role.split()}
        names = {re.sub(r"^.*?\bMinistry of ", "", name) for name in names}
        names = {name for name in names if name.casefold() not in held}
        return names.pop() if len(names) == 1 else None
    fullest = {
        name for name in names if not any(name != other and set(name.split()) <= set(other.split()) for other in names)
    }
    return f"the {fullest.pop()}" if len(fullest) == 1 else None
