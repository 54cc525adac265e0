"""JSON: a list of objects, an object with one list of objects in it, or one object."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.readers import Unreadable, json_lines
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.json_tables import rows_in
from mediastudy.documents.tabular.objects import as_table, has_text, whole_objects

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table

NAME: Final = "json"
_DEEPEST: Final = 4
_OPENING: Final = re.compile(r"\[\s*(?:\{|\]|$)|\{\s*(?:\"|\}|$)")


def sniff(source: Source) -> float:
    """Sure if the file opens like an object or a list of objects."""
    head = head_of(source.data).lstrip()
    if _OPENING.match(head):
        return 0.9 if source.suffix == ".json" else 0.8
    return 0.5 if source.suffix == ".json" and head else 0.0


def read(source: Source) -> Table:
    """The objects of the file as rows; of a file that breaks off, those before the break.

    Raises
    ------
    Unreadable
        If the file holds no text or no objects.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> read(Source("a.json", ".json", b'{"articles": [{"text": "One."}]}')).frame["text"].tolist()
    ['One.']
    """
    text, problems = text_in(source.data)
    try:
        values = _list_in(json.loads(text))
    except (ValueError, RecursionError) as error:
        return _salvaged(source, text, error, problems)
    rows = [value for value in values if isinstance(value, dict)]
    places = [f"article {number}" for number, value in enumerate(values, start=1) if isinstance(value, dict)]
    problems += [
        Problem(f"article {number}", "broken_record", f"a {type(value).__name__}, no object; left out")
        for number, value in enumerate(values, start=1)
        if not isinstance(value, dict)
    ]
    return as_table(rows, places, problems, broken=len(values) - len(rows))


def _list_in(value: Any) -> list[Any]:
    """The list of articles that a JSON value is or holds."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        problem = "no_articles"
        raise Unreadable(problem, f"the file holds a {type(value).__name__}, no objects")
    return rows_in(value) or _inner_list(value) or [value]


def _inner_list(value: dict[str, Any], depth: int = 0) -> list[Any] | None:
    """The one list of objects that an envelope holds, some layers deep; None if the object is no envelope."""
    if depth > _DEEPEST or has_text(value):
        return None
    lists = [item for item in value.values() if isinstance(item, list) and any(isinstance(row, dict) for row in item)]
    if lists:
        return lists[0] if len(lists) == 1 else None
    found = [_inner_list(item, depth + 1) for item in value.values() if isinstance(item, dict)]
    inner = [item for item in found if item]
    return inner[0] if len(inner) == 1 else None


def _salvaged(source: Source, text: str, error: Exception, problems: list[Problem]) -> Table:
    """What can be read of a file that is no single JSON value: objects a line, or the list up to its break."""
    if not text.lstrip().startswith("["):
        lines = json_lines.read(source)
        if len(lines.frame):
            return lines
    articles, broken = whole_objects(text, text.find("{", max(0, text.find("["))))
    if not articles:
        problem = "broken_file"
        raise Unreadable(problem, f"no JSON ({error})")
    places = [f"article {number}" for number in range(1, len(articles) + 1)]
    detail = f"{error}; {broken} broken pieces were left out, the {len(articles)} articles around them were read"
    return as_table(articles, places, [*problems, Problem("", "broken_record", detail)], broken=broken)
