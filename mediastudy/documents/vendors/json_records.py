"""The objects of a JSON file, one an article: a single one, a list, one a line, or a list within an envelope."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.objects import parsed, whole_objects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mediastudy.documents.records import Source

_DEEPEST: Final = 6
_HEAD: Final = 1 << 20
_LINES: Final = 3


class JsonRecords(NamedTuple):
    """The objects with their places, the problems met, and how many could not be read."""

    values: list[dict[str, Any]]
    places: list[str]
    problems: list[Problem]
    broken: int = 0


def json_records(source: Source, is_record: Callable[[dict[str, Any]], bool]) -> JsonRecords:
    r"""The objects of a file that are records; of a file that breaks off, those before the break.

    Parameters
    ----------
    source
        The file.
    is_record
        Whether an object is a record of the format, and not an envelope of records or a part of one.

    Raises
    ------
    Unreadable
        If the file holds no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> json_records(Source("a.json", ".json", b'{"items": [{"uri": "a"}]}'), lambda value: "uri" in value).values
    [{'uri': 'a'}]
    """
    text, problems = text_in(source.data)
    broken = 0
    text = text.lstrip("\ufeff")
    try:
        found = list(_within(json.loads(text), is_record))
    except (ValueError, RecursionError) as error:
        if _is_by_lines(text):
            read = _by_lines(text, is_record)
            return read._replace(problems=[*problems, *read.problems])
        whole, broken = whole_objects(text, text.find("{"))
        found = [record for value in whole for record in _within(value, is_record)]
        if broken:
            problems.append(Problem("", "broken_record", f"{error}; the {len(found)} records that are whole were read"))
    places = [f"article {number}" for number in range(1, len(found) + 1)] if len(found) > 1 else [""] * len(found)
    return JsonRecords(found, places, problems, broken)


def _within(value: Any, is_record: Callable[[dict[str, Any]], bool], depth: int = 0) -> Iterator[dict[str, Any]]:
    """The records that a value is or holds, in envelopes of a few layers; what stands within a record is part of it."""
    if isinstance(value, dict) and is_record(value):
        yield value
    elif isinstance(value, (dict, list)) and depth < _DEEPEST:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _within(part, is_record, depth + 1)


def _is_by_lines(text: str) -> bool:
    """Whether the objects of a text stand on a line each: one of its first lines is an object of its own."""
    lines = filter(None, map(str.strip, text[:_HEAD].split("\n")))
    return any(line.startswith("{") and isinstance(parsed(line), dict) for line in islice(lines, _LINES))


def _by_lines(text: str, is_record: Callable[[dict[str, Any]], bool]) -> JsonRecords:
    """The records of a text with an object on each line; a broken line is a problem."""
    values: list[dict[str, Any]] = []
    places: list[str] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        value = parsed(line)
        if value is None:
            problems.append(Problem(f"line {number}", "broken_record", f"no JSON; left out: {line[:80]!r}"))
            continue
        found = list(_within(value, is_record))
        values += found
        places += [f"line {number}"] * len(found)
    return JsonRecords(values, places, problems, len(problems))
