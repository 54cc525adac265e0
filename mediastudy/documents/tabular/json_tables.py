"""Tables in JSON as pandas writes them: by column, by row, split into names and rows, or as lists of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.tabular.columns import recognise

if TYPE_CHECKING:
    from collections.abc import Iterable

_TELLING: Final = frozenset(("text", "title"))
_SAMPLE: Final = 20


def rows_in(value: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The rows of a table that an object is; None if it is none of these.

    Examples
    --------
    >>> rows_in({"title": {"0": "Harbour"}, "text": {"0": "Ships."}})
    [{'title': 'Harbour', 'text': 'Ships.'}]
    >>> rows_in({"title": ["Harbour"], "text": ["Ships."]}) == rows_in({"0": {"title": "Harbour", "text": "Ships."}})
    True
    """
    names, data = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        return [dict(zip(map(str, names), row, strict=False)) for row in data]
    parts = list(value.values())
    if parts and all(isinstance(part, dict) for part in parts):
        return _by_column(value) if _is_articles(value) else _by_row(parts)
    if parts and all(isinstance(part, list) for part in parts) and _is_articles(value):
        same = len(set(map(len, parts))) == 1 and not any(isinstance(item, dict) for part in parts for item in part)
        return [dict(zip(value, row, strict=True)) for row in zip(*parts, strict=True)] if same else None
    return None


def _is_articles(names: Iterable[str]) -> bool:
    """Whether these are names of an article's parts."""
    return bool(_TELLING.intersection(recognise(list(names), mapped={}).values()))


def _by_column(value: dict[str, dict[str, Any]]) -> list[dict[str, Any]] | None:
    """The rows of columns that each hold their values under the rows' names."""
    keys = list(next(iter(value.values())))
    if any(list(part) != keys for part in value.values()):
        return None
    return [{name: part[key] for name, part in value.items()} for key in keys]


def _by_row(parts: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
    """Rows under their names, where they are articles."""
    return parts if all(_is_articles(part) for part in parts[:_SAMPLE]) else None
