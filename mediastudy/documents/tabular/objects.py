"""Objects of JSON as rows of a table."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy.documents.records import Problem, Table
from mediastudy.documents.tabular.columns import recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAMPLE: Final = 20
_LAYERS: Final = 3
# An unclosed string makes each try read on to the end of the file.
_MOST_BREAKS: Final = 1000
_NEXT: Final = re.compile(r"\}\s*,?\s*\{")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def parsed(text: str) -> Any:
    """The value of a JSON text, or None if it is none.

    Examples
    --------
    >>> parsed("[1]"), parsed("[1")
    ([1], None)
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def lifted(rows: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The objects with what an inner object holds beside the rest, where only that has an article's text.

    Services wrap what they know of an article: ``{"_id": "7", "_source": {"title": ..., "text": ...}}``.

    Examples
    --------
    >>> lifted([{"id": "7", "fields": {"headline": "Harbour opens", "bodyText": "Ships came."}}])
    [{'id': '7', 'headline': 'Harbour opens', 'bodyText': 'Ships came.'}]
    """
    for _ in range(_LAYERS):
        sample = rows[:_SAMPLE]
        parts = [(name, part) for row in sample for name, part in row.items() if isinstance(part, dict)]
        inner = {name for name, part in parts if _holds_text(part)}
        if any(map(has_text, sample)) or len(inner) != 1:
            break
        (name,) = inner
        rows = [_lifted(row, name) for row in rows]
    return rows


def _lifted(row: dict[str, Any], name: str) -> dict[str, Any]:
    """One object with the members of an inner one as its own; of two of one name the outer stays."""
    part = row.get(name)
    if not isinstance(part, dict):
        return row
    return {key: value for key, value in row.items() if key != name} | {
        key if key not in row else f"{name}.{key}": value for key, value in part.items()
    }


def _holds_text(value: dict[str, Any]) -> bool:
    """Whether an object has an article's text, or an object in it has."""
    return has_text(value) or any(isinstance(part, dict) and has_text(part) for part in value.values())


def has_text(value: dict[str, Any]) -> bool:
    """Whether an object has an article's text, by the name of one of its strings.

    Examples
    --------
    >>> has_text({"bodyText": "Ships came."}), has_text({"content": {"headline": "Harbour opens"}})
    (True, False)
    """
    names = [str(name) for name, part in value.items() if isinstance(part, str)]
    return "text" in recognise(names, mapped={}).values()


def as_table(
    rows: Sequence[dict[str, Any]], places: Sequence[str], problems: Sequence[Problem], *, broken: int = 0
) -> Table:
    """Objects as a table; half characters, which no file can hold, stand as U+FFFD and are a problem.

    Examples
    --------
    >>> as_table([{"text": "One."}, {"text": "Two.", "page": 2}], ["1", "2"], []).frame.shape
    (2, 2)
    """
    rows = lifted(rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    repaired: list[Problem] = []
    columns = {}
    for name in names:
        values = [row.get(name) for row in rows]
        for place, value in enumerate(values):
            if isinstance(value, str) and not value.isascii() and _SURROGATE.search(value):
                values[place] = _SURROGATE.sub("�", value)
                repaired.append(
                    Problem(places[place], "broken_characters", f"half characters in {name} stand as U+FFFD")
                )
        columns[_SURROGATE.sub("�", name)] = _column(values)
    frame = pd.DataFrame(columns, index=range(len(rows)))
    return Table(frame, list(places), [*problems, *repaired], broken)


def _column(values: list[Any]) -> pd.Series[Any]:
    """Values as a column: text where all are text, else as they are."""
    if all(isinstance(value, str) or value is None for value in values):
        return pd.Series(values, dtype="str")
    return pd.Series(values, dtype="object")


def whole_objects(text: str, at: int) -> tuple[list[dict[str, Any]], int]:
    """The whole objects of a text that is no single JSON value, from a place on, and how many pieces are broken.

    Examples
    --------
    >>> whole_objects('[{"text": "One."}, {"text": }, {"text": "Three."}', 1)
    ([{'text': 'One.'}, {'text': 'Three.'}], 1)
    """
    decoder = json.JSONDecoder()
    values: list[dict[str, Any]] = []
    broken = 0
    while at >= 0 and broken < _MOST_BREAKS:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            # The next object that follows a finished one: an object within the broken one is no record.
            gap = _NEXT.search(text, at + 1)
            broken, at = broken + 1, gap.end() - 1 if gap else -1
            continue
        values.append(value)
        at = text.find("{", end)
    return values, broken
