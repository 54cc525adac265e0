"""Ids of documents: the same on every machine and in every run."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_HASH: Final = 10
_READABLE: Final = 32


class Place(NamedTuple):
    """Where a document stands: its file, its position in it from 0, and the place as people say it."""

    file: str
    position: int
    place: str


def document_id(file: str, position: int) -> str:
    """An id made of a readable piece of the file's name and a hash of its relative path and the position in it.

    Examples
    --------
    >>> document_id("wire/2024-08-29 Harbour.txt", 0)
    '2024-08-29-harbour-...'
    """
    path = unicodedata.normalize("NFC", file)  # macOS hands out decomposed names
    digest = hashlib.sha256(f"{path}\0{position}".encode("utf-8", errors="surrogatepass")).hexdigest()[:_HASH]
    stem = PurePosixPath(path).name.split(".")[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", errors="ignore").decode("ascii").lower()
    readable = re.sub(r"[^a-z0-9]+", "-", plain)[:_READABLE].strip("-") or "article"
    return f"{readable}-{digest}"


def settle_ids(given: Iterable[str | None], places: Iterable[Place]) -> tuple[list[str], list[tuple[Place, str, str]]]:
    """Unique ids: those given are kept, a missing one is made, a repeated one gets a suffix.

    Returns
    -------
    tuple
        The ids, and ``(place, problem, detail)`` for each id that was given neither whole nor alone.

    Examples
    --------
    >>> settle_ids(["a", "a"], [Place("t.csv", 0, "line 2"), Place("t.csv", 1, "line 3")])[0]
    ['a', 'a-2']
    """
    wanted = list(given)
    reserved = {name for name in wanted if name}
    ids: list[str] = []
    taken: set[str] = set()
    problems: list[tuple[Place, str, str]] = []
    for name, place in zip(wanted, places, strict=True):
        fresh = name or _free(document_id(place.file, place.position), taken | reserved if not name else taken)
        if not name:
            problems.append((place, "missing_id", f"given the id {fresh}"))
        elif name in taken:
            fresh = _free(name, taken, reserved)
            problems.append((place, "repeated_id", f"{name} is taken; given the id {fresh}"))
        taken.add(fresh)
        ids.append(fresh)
    return ids, problems


def _free(name: str, *used: set[str]) -> str:
    """The name, or the name with the first running number that nobody has."""
    candidate, number = name, 1
    while any(candidate in names for names in used):
        number += 1
        candidate = f"{name}-{number}"
    return candidate
