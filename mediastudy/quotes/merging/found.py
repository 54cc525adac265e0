"""The names that a table of quotations holds, each with what is known of it, and names that belong together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.merging.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

_SHORT: Final = 4


@dataclass(frozen=True)
class Found:
    """A name as the articles give it: its kind, its quotations, the documents, and the words of the roles."""

    name: str
    kind: str
    quotes: int
    documents: frozenset[str]
    roles: frozenset[str]


@dataclass
class Cluster:
    """Names taken for one speaker, each with the reason why it was joined, and the one that it goes by."""

    lead: str = ""
    members: list[Found] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def quotes(self) -> int:
        """The quotations of all names."""
        return sum(member.quotes for member in self.members)

    @property
    def roles(self) -> frozenset[str]:
        """The words of all roles."""
        return frozenset().union(*(member.roles for member in self.members))

    def take(self, members: Iterable[Found], reason: str) -> None:
        """Join the names for this reason."""
        for member in members:
            self.members.append(member)
            self.reasons[member.name] = reason

    def supports(self, other: Cluster) -> bool:
        """Whether both are quoted in one document, or share a word of their roles."""
        return any(not _apart(one, another) for one in self.members for another in other.members)


def _apart(one: Found, other: Found) -> bool:
    """Whether two names share neither a document nor a word of their roles."""
    return one.documents.isdisjoint(other.documents) and one.roles.isdisjoint(other.roles)


def found_names(quotes: pd.DataFrame) -> list[Found]:
    """Every name and kind of the table, in the order of the alphabet.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"speaker": ["Orm"], "speaker_kind": ["person"], "document": ["a"], "role": ["mayor of Tull"]}
    >>> found_names(pd.DataFrame(row))[0].quotes
    1
    """
    named = quotes.loc[quotes["speaker"].notna()]
    gathered: dict[tuple[str, str], tuple[list[str], set[str]]] = {}
    columns = (named[name].tolist() for name in ("speaker", "speaker_kind", "document", "role"))
    for name, kind, document, role in zip(*columns, strict=True):
        documents, roles = gathered.setdefault((str(name), str(kind)), ([], set()))
        documents.append(document)
        if isinstance(role, str):
            roles.add(role)
    return [
        Found(name, kind, len(documents), frozenset(documents), _words(roles))
        for (name, kind), (documents, roles) in sorted(gathered.items())
    ]


def _words(roles: set[str]) -> frozenset[str]:
    """The longer words of the roles."""
    return frozenset(word for role in roles for word in map(folded, role.split()) if len(word) >= _SHORT)
