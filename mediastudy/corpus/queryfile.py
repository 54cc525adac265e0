"""Named phrases in a file, ``queries.toml``, which notebooks and the command line share."""

from __future__ import annotations

import calendar
import contextlib
import datetime as dt
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

from mediastudy import storage
from mediastudy.corpus.matching import ACROSS
from mediastudy.corpus.query import parse

if TYPE_CHECKING:
    import os


_KEYS: Final = ("variants", "across", "joined", "note")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True)
class Variant:
    """A query with its options.

    Attributes
    ----------
    query : a query of the query language
    across, joined : the options of :func:`~mediastudy.corpus.matching.match`
    further : what else the file says of it
    language : the language in which it is a name; it is searched in documents of this language, and in those whose
        language is unknown
    first, last : the days between which it is in use; hits on others are counted all the same
    note : the coder's note
    """

    query: str
    across: str | None = None
    joined: bool = False
    further: dict[str, Any] = field(default_factory=dict)
    language: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True)
class Phrase:
    """A named phrase: its variants and, if the file has one, the note that goes with it."""

    variants: tuple[Variant, ...]
    note: str | None = None


@dataclass(frozen=True)
class Queries:
    """The phrases of a file by name, in its order.

    Attributes
    ----------
    phrases : each phrase by its name
    file : where they were read
    """

    phrases: dict[str, Phrase]
    file: Path


def read_queries(path: str | os.PathLike[str]) -> Queries:
    """The named phrases of a TOML file.

    A phrase is a list of queries, or a table with its ``variants`` and, if wanted, ``across``, ``joined`` (the options
    of :func:`~mediastudy.corpus.matching.match`) and ``note``. A variant is a query, or a table with ``query``, options
    of its own, ``language`` (a code such as *zh*), ``first`` and ``last`` (a TOML date, or text such as *1994* or
    *1994-03*, which stands for its first day and its last), ``note``, and whatever else is to be kept with it.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it can't be read; the message names the file, the phrase, the variant and the character.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "queries.toml"
    >>> _ = path.write_text('assistance = ["paired-up assistance", "(pairing|paired) assistance"]', encoding="utf-8")
    >>> [variant.query for variant in read_queries(path).phrases["assistance"].variants]
    ['paired-up assistance', '(pairing|paired) assistance']
    """
    file = Path(path)
    content = storage.load_toml(file, advice="Queries that hold \" stand in '...', as in variants = ['\"Aid\"'].")
    if not content:
        message = f'{file} holds no phrase. Write one as in: assistance = ["paired-up assistance"]'
        raise ValueError(message)
    return Queries({name: _phrase(entry, f"{file}, phrase {name!r}") for name, entry in content.items()}, file)


def _phrase(entry: object, where: str) -> Phrase:
    """A phrase from what the file says of it."""
    table = entry if isinstance(entry, dict) else {"variants": entry}
    unknown = [key for key in table if key not in _KEYS]
    if unknown:
        _fail(where, f"{unknown[0]!r} is not known; a phrase has {', '.join(_KEYS)}")
    asked, note = table.get("variants"), table.get("note")
    if not isinstance(asked, list) or not asked:
        _fail(where, f"variants must be a list of queries, not {asked!r}")
    if note is not None and not isinstance(note, str):
        _fail(where, f"note must be text, not {note!r}")
    options = {key: table[key] for key in ("across", "joined") if key in table}
    variants = [_variant(one, options, f"{where}, variant {place}") for place, one in enumerate(asked, start=1)]
    queries = [variant.query for variant in variants]
    for place, query in enumerate(queries):
        if query in queries[:place]:
            _fail(f"{where}, variant {place + 1}", f"it repeats variant {queries.index(query) + 1}, {query!r}")
    return Phrase(tuple(variants), note)


def _variant(entry: object, options: dict[str, Any], where: str) -> Variant:
    """A variant from what the file says of it, read once so that a faulty one is found before it is searched."""
    table = {**options, **(entry if isinstance(entry, dict) else {"query": entry})}
    query, across, joined = table.pop("query", None), table.pop("across", None), table.pop("joined", False)
    if not isinstance(query, str):
        _fail(where, f"it must be a query or a table with query = '...', not {entry!r}")
    if across is not None and across not in ACROSS:
        _fail(where, f"across must be {' or '.join(map(repr, ACROSS))}, not {across!r}")
    if not isinstance(joined, bool):
        _fail(where, f"joined must be true or false, not {joined!r}")
    try:
        parse(query, joined=joined)
    except ValueError as error:
        message = f"{where}: {error}"
        raise ValueError(message) from error
    known = {key: table.pop(key) for key in ("language", "first", "last", "note") if key in table}
    return Variant(query, across, joined, table, **_use(known, where))


def _use(known: dict[str, Any], where: str) -> dict[str, Any]:
    """When and in which language a variant is in use, and the note on it."""
    language, note = known.get("language"), known.get("note")
    if language is not None and not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
        _fail(where, f"language must be a code such as 'en' or 'zh', not {language!r}")
    if note is not None and not isinstance(note, str):
        _fail(where, f"note must be text, not {note!r}")
    first, last = (_day(known.get(key), key, where) for key in ("first", "last"))
    if first and last and first > last:
        _fail(where, f"first, {first}, comes after last, {last}")
    return {"language": language, "first": first, "last": last, "note": note}


def _day(written: object, key: str, where: str) -> dt.date | None:
    """The day that bounds a variant's use: of a year or month its first, or its last for the key last."""
    if written is None or (isinstance(written, dt.date) and not isinstance(written, dt.datetime)):
        return written
    found = _DAY.fullmatch(str(written)) if isinstance(written, str | int) else None
    if found:
        # A month or day that no calendar has is refused below like anything else that is no date.
        with contextlib.suppress(ValueError):
            return _bound([int(part) for part in found.groups() if part], latest=key == "last")
    return _fail(where, f"{key} must be a date such as 1994-03-05, '1994-03' or '1994', not {written!r}")


def _bound(parts: list[int], *, latest: bool) -> dt.date:
    """The first or the last day of a year, of a month, or the day itself."""
    year, month, *day = parts if len(parts) > 1 else [*parts, 12 if latest else 1]
    return dt.date(year, month, *(day or [calendar.monthrange(year, month)[1] if latest else 1]))


def _fail(where: str, reason: str) -> NoReturn:
    """Raise with the place and the reason."""
    message = f"{where}: {reason}."
    raise ValueError(message)
