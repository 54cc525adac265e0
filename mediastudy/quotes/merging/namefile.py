"""A scholar's own list of speakers, ``speakers.toml``: names that belong together or apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from mediastudy import storage
from mediastudy.quotes.merging.spelling import folded

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

KINDS: Final = ("person", "organisation", "group", "document")
_LISTS: Final = ("variants", "apart", "documents")
_TEXTS: Final = ("kind", "role", "group")
_EXAMPLE: Final = '["Vela Orm"]\nvariants = ["V. Orm", "Orm"]\ngroup = "government"'


@dataclass(frozen=True)
class Entry:
    """What the list says of one speaker.

    Attributes
    ----------
    name : what the tables call the speaker
    variants : names that mean the speaker, whatever the rules say
    apart : names that never mean the speaker
    documents : if given, the name and its variants mean the speaker in these documents alone
    kind, role, group : what the speaker is, in place of what the articles give; empty if the list does not say
    """

    name: str
    variants: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    kind: str = ""
    role: str = ""
    group: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.variants)


def read_names(names: str | os.PathLike[str] | Mapping[str, Any] | None) -> list[Entry]:
    """The entries of a speakers.toml, or of what it would hold, checked.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it can't be read, an entry is faulty or two entries claim one name; the message says where.

    Examples
    --------
    >>> read_names({"Vela Orm": {"variants": ["Orm"], "group": "government"}})[0].spellings
    ('Vela Orm', 'Orm')
    """
    if names is None:
        return []
    where, content = ("names", names) if hasattr(names, "items") else _loaded(Path(names))
    entries = [_entry(str(name), table, f"{where}, speaker {name!r}") for name, table in content.items()]
    _check_claims(entries, where)
    return entries


def _loaded(file: Path) -> tuple[str, dict[str, Any]]:
    """The file's name and content."""
    content = storage.load_toml(file, advice=f"A speaker is written as in:\n{_EXAMPLE}")
    if not content:
        message = f"{file} names no speaker. Write one as in:\n{_EXAMPLE}"
        raise ValueError(message)
    return str(file), content


def _entry(name: str, table: object, where: str) -> Entry:
    """One speaker from what the file says of it."""
    if not isinstance(table, dict):
        _fail(where, f"it must be a table, not {table!r}; write it as in:\n{_EXAMPLE}")
    unknown = [key for key in table if key not in (*_LISTS, *_TEXTS)]
    if unknown:
        _fail(where, f"{unknown[0]!r} is not known; a speaker has {', '.join((*_LISTS, *_TEXTS))}")
    for key in _LISTS:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
            _fail(where, f"{key} must be a list of texts, not {value!r}")
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            _fail(where, f"{key} must be one text, not {table[key]!r}")
    if table.get("kind", "person") not in KINDS:
        _fail(where, f"kind must be one of {', '.join(KINDS)}, not {table['kind']!r}")
    variants, apart, documents = (tuple(table.get(key, ())) for key in _LISTS)
    kind, role, group = (table.get(key, "") for key in _TEXTS)
    both = {plain(one) for one in (name, *variants)} & {plain(one) for one in apart}
    if both:
        _fail(
            where,
            f"{min(both)!r} is both a name of the speaker and kept apart; tell two of one name apart by documents",
        )
    return Entry(name, variants, apart, documents, kind, role, group)


def _check_claims(entries: list[Entry], where: str) -> None:
    """Raise if two entries claim one name in the same documents."""
    claims: dict[str, list[Entry]] = {}
    for entry in entries:
        for spelling in dict.fromkeys(map(plain, entry.spellings)):
            for other in claims.setdefault(spelling, []):
                if _clash(entry, other):
                    _fail(
                        where,
                        f"{other.name!r} and {entry.name!r} both claim {spelling!r}; tell them apart by documents",
                    )
            claims[spelling].append(entry)


def _clash(one: Entry, other: Entry) -> bool:
    """Whether both hold in some document: an entry with documents holds there before one without."""
    if not one.documents or not other.documents:
        return not one.documents and not other.documents
    return bool(set(one.documents) & set(other.documents))


def plain(name: str) -> str:
    """How a name of the list is compared with the names found: by its letters, words apart.

    Examples
    --------
    >>> plain("Vela  O’Orm"), plain("王伟")
    ('vela oorm', '王伟')
    """
    return " ".join(word for word in map(folded, name.split()) if word)


def _fail(where: str, what: str) -> NoReturn:
    """Raise with the place and the fault."""
    message = f"{where}: {what}."
    raise ValueError(message)
