"""Column names of other people's tables, recognised as columns of documents."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from mediastudy.documents.tabular.columnwords import BESIDE_DATA, COMMON, DATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def plain_name(name: str) -> str:
    """A column name in lower case, its words joined by underscores.

    Examples
    --------
    >>> plain_name(" Full Text"), plain_name("publishDate"), plain_name("doc.id")
    ('full_text', 'publish_date', 'doc_id')
    """
    composed = unicodedata.normalize("NFKC", name).strip().lstrip("\ufeff")
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", composed)
    return re.sub(r"[^\w]+|_+", "_", spaced.casefold()).strip("_")


def recognise(names: Iterable[str], *, mapped: Mapping[str, str]) -> dict[str, str]:
    """Which of a table's columns are which of ours: those mapped by the user first, then those known by name.

    Examples
    --------
    >>> recognise(["Headline", "Full Text", "Seite", "Kopf"], mapped={"Kopf": "title"})
    {'Kopf': 'title', 'Full Text': 'text'}
    """
    columns = list(names)
    wishes = {name.strip().casefold(): ours for name, ours in mapped.items()}
    found: dict[str, str] = {}
    for name in columns:
        ours = wishes.get(name.strip().casefold())
        if ours and ours not in found.values():
            found[name] = ours
    bare = {name: _bare(plain_name(name)) for name in columns if name not in found}
    for ours in COMMON:
        candidates = [name for name, plain in bare.items() if name not in found and plain in _PLACES[ours]]
        if candidates and ours not in found.values():
            found[min(candidates, key=lambda name: _PLACES[ours][bare[name]])] = ours
    if "date" not in found.values() and _BESIDE_DATA.intersection(bare.values()):
        found |= {name: "date" for name, plain in bare.items() if plain == DATA and name not in found}
    return found


def _bare(name: str) -> str:
    """A name without accents, which are left out of many a header, and are written in two ways."""
    return "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))


# For each of our columns the bare names it goes by, with their places.
_PLACES: Final = {ours: {_bare(name): place for place, name in enumerate(names)} for ours, names in COMMON.items()}
_BESIDE_DATA: Final = frozenset(map(_bare, BESIDE_DATA))
