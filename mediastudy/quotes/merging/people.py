"""Which names of persons mean one person: joined where nothing else fits, left apart where two would."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.merging.found import Cluster, Found
from mediastudy.quotes.merging.persons import (
    COMMON,
    GIVEN,
    Name,
    compatible,
    genders_differ,
    parse,
    plainness,
    stands_alone,
)
from mediastudy.quotes.merging.spelling import one_slip, slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RARER: Final = 3
_KNOWN: Final = 3


@dataclass(frozen=True)
class _Spelled:
    """A name taken apart with everything that is spelled so, but for case, accents and punctuation."""

    name: Name
    members: tuple[Found, ...]


class _Person(Cluster):
    """A person so far: names in full, of which each agrees with all others."""

    def __init__(self, first: _Spelled) -> None:
        super().__init__()
        self.names: list[Name] = []
        self.add(first, "same name")

    def add(self, spelled: _Spelled, reason: str) -> None:
        """Join a name."""
        self.names.append(spelled.name)
        self.take(spelled.members, reason)


def people(found: Iterable[Found]) -> list[Cluster]:
    """The persons whom the names mean.

    Names of the same letters are one. A name with fewer middle names or with initials joins the one person whom it
    fits, if it fits no other; then long names with a slip of one letter join, then surnames alone.

    Examples
    --------
    >>> names = ["Vela Orm", "VELA ORM", "V. Orm", "Orm", "Wang Wei", "Wang Weiguo", "Wang"]
    >>> joined = people(Found(name, "person", 1, frozenset("a"), frozenset()) for name in names)
    >>> [sorted(person.reasons) for person in joined]
    [['Orm', 'V. Orm', 'VELA ORM', 'Vela Orm'], ['Wang'], ['Wang Wei'], ['Wang Weiguo']]
    """
    spelled = _spelled(found)
    alone = [entry for entry in spelled if stands_alone(entry.name) or entry.name.whole]
    given = [entry for entry in spelled if not stands_alone(entry.name) and not entry.name.whole]
    persons = _without_slips(_by_given(given))
    left = _by_surname(alone, persons)
    return sorted((_led(person) for person in (*persons, *left)), key=lambda person: person.lead)


def _led(person: _Person) -> _Person:
    """The person with the name to go by, the fullest of those quoted most, and every other name's reason beside it."""
    lead = max(person.members, key=lambda one: (plainness(one.name), one.quotes, len(one.name), one.name))
    person.lead = lead.name
    preferred = parse(lead.name)
    for member in person.members:
        name = parse(member.name)
        if name.key == preferred.key:
            person.reasons[member.name] = "same name"
        elif reason := compatible(name, preferred):
            person.reasons[member.name] = reason
        elif stands_alone(name):
            person.reasons[member.name] = "surname"
    return person


def _spelled(found: Iterable[Found]) -> list[_Spelled]:
    """The names by what they have in common, those that tell most first."""
    groups: dict[str, list[tuple[Name, Found]]] = {}
    keys: dict[tuple[str, str], str] = {}
    for member in found:
        name = parse(member.name)
        key = name.key
        if name.given and not name.eastern:
            # A double surname may be written with a hyphen or without.
            key = keys.setdefault(("".join(name.words), name.suffix), key)
        groups.setdefault(key, []).append((name, member))
    entries = [_Spelled(group[0][0], tuple(member for _, member in group)) for group in groups.values()]
    return sorted(entries, key=lambda entry: (*(-int(part) for part in entry.name.told), entry.name.key))


def _by_given(entries: Iterable[_Spelled]) -> list[_Person]:
    """Persons by family and given names; the entries come with those that tell most first."""
    blocks: dict[tuple[str, str], list[_Person]] = {}
    for entry in entries:
        name = entry.name
        block = blocks.setdefault((name.family, name.given[0][0]), [])
        fits = [person for person in block if all(compatible(name, other) for other in person.names)]
        if len(fits) == 1 and _may_join(entry, fits[0]):
            fits[0].add(entry, compatible(name, fits[0].names[0]))
        else:
            block.append(_Person(entry))
    return [person for block in blocks.values() for person in block]


def _may_join(entry: _Spelled, person: _Person) -> bool:
    """Whether a name that fits is joined: initials with a surname of many need a document or a role in common."""
    reason = compatible(entry.name, person.names[0])
    return reason != "initials" or entry.name.family not in COMMON or person.supports(_Person(entry))


def _without_slips(persons: list[_Person]) -> list[_Person]:
    """The persons, those whose name is a rare slip of one other's joined to it."""
    heirs: dict[int, set[int]] = {}
    for rare, common in _slipped(persons):
        heirs.setdefault(rare, set()).add(common)
    gone = set()
    for rare, commons in heirs.items():
        common = min(commons)
        if len(commons) == 1 and common not in heirs:
            persons[common].names += persons[rare].names
            persons[common].take(persons[rare].members, "one letter")
            gone.add(rare)
    return [person for place, person in enumerate(persons) if place not in gone]


def _slipped(persons: list[_Person]) -> Iterator[tuple[int, int]]:
    """Places of persons, the first of whom is quoted far less and has one letter other in one word of the name."""
    near: dict[tuple[int, tuple[str, ...], str], dict[int, str]] = {}
    for place, person in enumerate(persons):
        for name in person.names:
            if name.full and not name.eastern:
                for key, word in _openings(name):
                    near.setdefault(key, {})[place] = word
    for holders in near.values():
        for (one, word), (other, another) in combinations(holders.items(), 2):
            if one_slip(word, another) and not {word, another} <= GIVEN:
                rare, common = sorted((one, other), key=lambda place: persons[place].quotes)
                if persons[rare].quotes * _RARER <= persons[common].quotes:
                    yield rare, common


def _openings(name: Name) -> Iterator[tuple[tuple[int, tuple[str, ...], str], str]]:
    """The name with one word of it open to a slip, for each word."""
    for at, word in enumerate(name.words):
        others = (*name.words[:at], *name.words[at + 1 :])
        for left in slips(word):
            yield (at, others, left), word


def _by_surname(alone: list[_Spelled], persons: list[_Person]) -> list[_Person]:
    """The names that could not be joined, once surnames alone have joined the only person who bears them."""
    bearers: dict[tuple[str, ...], set[int]] = {}
    for place, person in enumerate(persons):
        for name in person.names:
            for tail in _tails(name):
                bearers.setdefault(tail, set()).add(place)
    taken = GIVEN | {name.given[0] for person in persons for name in person.names if len(name.given[0]) > 1}
    left = []
    for entry in alone:
        holders = bearers.get(entry.name.words, set())
        one = persons[min(holders)] if len(holders) == 1 and not entry.name.whole else None
        if one is not None and _is_surname_of(entry, one, taken):
            one.take(entry.members, "surname")
        else:
            left.append(_Person(entry))
    return left


def _tails(name: Name) -> Iterator[tuple[str, ...]]:
    """What the name may be called by alone: the family name, and the words from each word after the first."""
    yield (name.family,)
    if not name.eastern:
        yield from (name.words[at:] for at in range(1, len(name.words) - 1))


def _is_surname_of(entry: _Spelled, person: _Person, taken: frozenset[str] | set[str]) -> bool:
    """Whether the surname alone may mean the person.

    It may if it is no given name and a document or a role supports it; else only where it is not a surname of many, no
    roles tell the two apart, and the person is quoted by the full name in at least three documents.
    """
    family = entry.name.words[-1]
    if len(entry.name.words) == 1 and family in taken:
        return False
    if not any(name.full for name in person.names) or any(genders_differ(entry.name, name) for name in person.names):
        return False
    if person.supports(_Person(entry)):
        return True
    if family in COMMON or (person.roles and any(member.roles for member in entry.members)):
        return False
    documents = {document for member in person.members for document in member.documents}
    return len(documents) >= max(_KNOWN, sum(member.quotes for member in entry.members))
