"""What an article says of a body: whose department it is, what it is called beside its name, of which country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.homes import home
from mediastudy.quotes.resolving.names import BODY_NOUNS, COMPANY_NOUNS, PERSON_NOUNS
from mediastudy.quotes.resolving.owners import bare, full_body

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.mentions import Person
    from mediastudy.quotes.resolving.scene import Scene

_OWNED: Final = re.compile(r"(?P<owner>[\w’' -]*?\w)(?:['’]s|(?<=s)['’]) (?P<part>[a-z][\w -]*)")
_BEFORE: Final = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[\w-]+['’]s) |(?:^|[.\n] ?)|, )"
    r"(?P<kind>(?:[A-Za-z][a-z’'-]+ ){0,3}?(?P<noun>[A-Za-z]?[a-z-]+)),? (?:the )?$"
)
_AFTER: Final = re.compile(r"(?: \([A-Z][\w-]*\))?, (?:the|an?|one of) (?P<role>[a-z][^,.;:\n]{2,70})(?=[,.;\n]|$)")
_MINISTRY: Final = re.compile(r"(?i)(?:[a-z]+ )?ministry(?: of .+)?$")
_LOOK: Final = 70


def body_role(scene: Scene, name: str) -> str | None:
    """The description of the body, None if the article has none."""
    owned = _OWNED.fullmatch(name)
    if owned is not None and not (owned["owner"].endswith("s") and name[:1].islower()):
        return f"{owned['part']} of {_owner(scene, owned['owner'])}"
    if _MINISTRY.match(name):
        return _ministry(scene, name)
    return _beside(scene.text, name) if name[:1].isupper() else None


def _owner(scene: Scene, owner: str) -> str:
    """The owner in full: the body that a noun is short for, or the holder of an office."""
    if owner.casefold() in PERSON_NOUNS:
        holders = [p for p in scene.cast.persons if any(_held(role, owner) for _, role in p.roles)]
        return _titled(holders[0], owner) if len(holders) == 1 else f"the {owner}"
    person = scene.cast.find((owner,)) if " " not in owner else None
    if person is not None:
        return person.name
    full = full_body(scene.text, scene.cast, owner.casefold(), len(scene.text))
    if full is not None:
        return f"the {full}"
    return owner if owner[:1].isupper() else f"the {owner}"


def _held(role: str, office: str) -> bool:
    """Whether the description holds the office."""
    return office.casefold() in role.casefold().split()


def _titled(person: Person, office: str) -> str:
    """The person after the shortest description that holds the office."""
    role = min((role for _, role in person.roles if _held(role, office)), key=len)
    return f"{role} {person.name}"


def _ministry(scene: Scene, name: str) -> str | None:
    """The ministry by the field that the article tells, and of the country that the article is at home in."""
    country = home(scene.text, scene.cast)
    told = re.findall(r"\b([a-z]+ ministry)\b", scene.text) if name.casefold() == "ministry" else [name.casefold()]
    fields = list(
        dict.fromkeys(one for one in told if one.split()[0] not in {"the", "its", "a", "their", "his", "her"})
    )
    of_field = re.search(r"\bMinistry of [A-Z]\w+", scene.text) if not fields else None
    full = fields[0] if len(fields) == 1 else of_field.group() if of_field is not None else name
    if country is not None and country not in full:
        short = "ministry" if " of " in full else full
        return f"{short} of {country}"
    return full if " " in full and full.casefold() != name.casefold() else None


def _beside(text: str, name: str) -> str | None:
    """What the article calls the body right before or after its name, at its longest."""
    found = []
    for match in re.finditer(rf"\b{re.escape(bare(name))}\b", text):
        before = _BEFORE.search(text, max(0, match.start() - _LOOK), match.start())
        if before is not None and before["noun"].casefold() in BODY_NOUNS | COMPANY_NOUNS:
            kind = before["kind"]
            found.append(kind[:1].casefold() + kind[1:])
        after = _AFTER.match(text, match.end())
        if after is not None:
            found.append(re.split(r" (?:that|which|who|said|says)\b", after["role"])[0])
    return max(found, key=len, default=None)
