"""Every name found assigned to a speaker: by the rules, and before them by the scholar's own list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediastudy.quotes.merging.bodies import bodies, plainly
from mediastudy.quotes.merging.found import Cluster, Found
from mediastudy.quotes.merging.namefile import Entry, plain
from mediastudy.quotes.merging.people import people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Assigned:
    """Whom a name means: the speaker, its kind, why, and what the list says of it (None if it is not listed)."""

    speaker: str
    kind: str
    reason: str
    entry: Entry | None = None


def assigned(found: Sequence[Found], entries: Sequence[Entry]) -> dict[tuple[str, str], Assigned]:
    """Each name and kind with the speaker whom it means.

    A listed speaker takes its names, and the names that the rules join to them unless it is kept apart from these.

    Examples
    --------
    >>> found = [Found(name, "person", 1, frozenset("a"), frozenset()) for name in ("Vela Orm", "V. Orm", "The Orm")]
    >>> listed = assigned(found, [Entry("Vela Orm", variants=("The Orm",))])
    >>> [listed[one.name, "person"].speaker for one in found]
    ['Vela Orm', 'Vela Orm', 'Vela Orm']
    """
    holders = {plain(spelling): entry for entry in entries for spelling in entry.spellings}
    made: dict[tuple[str, str], Assigned] = {}
    taken: dict[str, list[tuple[Found, str]]] = {}
    for kind, cluster in _clusters(found):
        for entry, part in _parts(cluster, holders):
            if entry is None:
                made |= {(one.name, kind): Assigned(part.lead, kind, part.reasons[one.name]) for one in part.members}
            else:
                taken.setdefault(entry.name, []).extend((one, _reason(one, part, holders)) for one in part.members)
    for entry in entries:
        members = taken.get(entry.name, [])
        kind = entry.kind or _commonest_kind(one for one, _ in members)
        made |= {(one.name, one.kind): Assigned(entry.name, kind, reason, entry) for one, reason in members}
    return made


def _clusters(found: Sequence[Found]) -> Iterable[tuple[str, Cluster]]:
    """The names that mean one speaker by the rules, kind by kind."""
    rules = {"person": people, "organisation": bodies}
    for kind in sorted({one.kind for one in found}):
        for cluster in rules.get(kind, plainly)([one for one in found if one.kind == kind]):
            yield kind, cluster


def _parts(cluster: Cluster, holders: dict[str, Entry]) -> list[tuple[Entry | None, Cluster]]:
    """The cluster as it stands, or divided among the listed speakers who claim or refuse some of its names."""
    claims = {one.name: holders.get(plain(one.name)) for one in cluster.members}
    entries = list({entry.name: entry for entry in claims.values() if entry is not None}.values())
    if not entries:
        return [(None, cluster)]
    apart = {plain(name) for entry in entries for name in entry.apart}
    parts: dict[str, tuple[Entry | None, list[Found]]] = {}
    for one in cluster.members:
        entry = claims[one.name]
        if entry is None and len(entries) == 1 and plain(one.name) not in apart:
            entry = entries[0]
        parts.setdefault(entry.name if entry else "", (entry, []))[1].append(one)
    return [(entry, _part_of(cluster, members)) for entry, members in parts.values()]


def _part_of(cluster: Cluster, members: list[Found]) -> Cluster:
    """Some names of a cluster, led by the one quoted most if the cluster's own lead is not among them."""
    names = {one.name for one in members}
    most = max(members, key=lambda one: (one.quotes, len(one.name), one.name))
    lead = cluster.lead if cluster.lead in names else most.name
    return Cluster(lead, members, {name: cluster.reasons[name] for name in names})


def _reason(one: Found, part: Cluster, holders: dict[str, Entry]) -> str:
    """Why a name belongs to a listed speaker: the list, or the rule that joins it to a listed name."""
    return "listed" if plain(one.name) in holders else part.reasons[one.name]


def _commonest_kind(members: Iterable[Found]) -> str:
    """The kind with the most quotations, the first by alphabet of a tie."""
    quotes: dict[str, int] = {}
    for one in members:
        quotes[one.kind] = quotes.get(one.kind, 0) + one.quotes
    return min(quotes, key=lambda kind: (-quotes[kind], kind), default="person")
