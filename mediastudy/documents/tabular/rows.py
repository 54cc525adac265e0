"""A table under its own column names becomes documents; its texts stay verbatim."""

from __future__ import annotations

import ast
import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import pandas as pd

from mediastudy import tables
from mediastudy.documents.dating.datecolumn import with_dates
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.columns import recognise

if TYPE_CHECKING:
    from mediastudy.documents.records import Table
    from mediastudy.documents.tabular.mapping import Mapping

_OURS: Final = tuple(tables.COLUMNS["documents"])
# Under what services give the text of a name, a headline or a byline that they describe further.
_NAMES: Final = ("name", "main", "original", "title")
_LIST: Final = re.compile(r"""\[(?:\s*(?:'[^']*'|"[^"]*"),?)*\s*\]""")
# A column of this name is taken as ours only in a table that mediastudy has written itself.
_OWN: Final = ("file", "story", "copy", "date_precision")


class Rows(NamedTuple):
    """Rows of documents, where each stood, and the problems met."""

    frame: pd.DataFrame
    places: list[str]
    problems: list[Problem]


def to_documents(table: Table, mapping: Mapping) -> Rows:
    """The rows of documents that a table holds; without a column of texts or titles, none."""
    frame, problems = _renamed(table.frame, mapping)
    problem = _missing_text(frame, table.frame)
    if problem and "title" not in frame:
        return Rows(frame.iloc[:0], [], [*problems, problem])
    texts = {name: _as_text(_named(frame[name])) for name in frame if name in _OURS and name != "date"}
    frame = frame.assign(**texts)
    if "byline" in frame:
        names = [_as_names(value) for value in frame["byline"].array]
        frame = frame.assign(byline=pd.Series(names, index=frame.index, dtype="str"))
    for name, value in mapping.fixed.items():
        blank = pd.Series(None, index=frame.index, dtype="str")
        frame = frame.assign(**{name: frame.get(name, blank).fillna(value)})
    blank = pd.Series("", index=frame.index, dtype="str")
    frame = frame.assign(text=frame["text"].fillna("") if "text" in frame else blank)
    if "document" not in frame:
        problems = [*problems, Problem("", "no_id_column", "ids were made from the file's path and the row's place")]
    frame, dates = with_dates(frame, table.places, order=mapping.date_order)
    empty = [] if problem else _empty_texts(frame, table.places)
    return Rows(frame, table.places, [*problems, *([problem] if problem else []), *empty, *dates])


def _renamed(frame: pd.DataFrame, mapping: Mapping) -> tuple[pd.DataFrame, list[Problem]]:
    """The table under our names; a column that only shares one of our names gets the prefix ``original_``."""
    names = [str(name) for name in frame.columns]
    found = recognise(names, mapped=mapping.names)
    own = {"document", "story", "copy", "date_precision"} <= set(names)
    for name, ours in list(found.items()):
        if ours == "file" or (ours in _OWN and not own):
            found[name] = f"original_{ours}"
    renamed = [found.get(name, f"original_{name}" if name in _OURS else name) for name in names]
    unique = _unique(renamed)
    there = {_folded(name) for name in names}
    problems = [
        Problem(
            f"column {theirs}", "mapped_column_missing", f"{ours} was sought in {theirs}; there are {_listed(names)}"
        )
        for theirs, ours in mapping.names.items()
        if _folded(theirs) not in there and ours not in found.values()
    ]
    return frame.set_axis(unique, axis=1).reset_index(drop=True), problems


def _folded(name: str) -> str:
    """A column name as it is compared."""
    return name.strip().casefold()


def _listed(names: list[str]) -> str:
    """The first column names, for a message."""
    return ", ".join(names[:20]) + (" ..." if len(names) > 20 else "") or "none"  # noqa: PLR2004 - enough to see


def _unique(names: list[str]) -> list[str]:
    """The names with a running number where one comes again."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return unique if len(set(unique)) == len(unique) else _unique(unique)


def _missing_text(frame: pd.DataFrame, original: pd.DataFrame) -> Problem | None:
    """The problem of a table without a column of texts."""
    if "text" in frame:
        return None
    columns = _listed([str(name) for name in original.columns])
    if "title" in frame:
        return Problem("", "title_only", f"no column of texts among {columns}; titles were kept, texts are empty")
    detail = (
        f'no column of texts among {columns}; name it in columns.toml: [columns] "{columns.split(", ")[0]}" = "text"'
    )
    return Problem("", "no_text_column", detail)


def _empty_texts(frame: pd.DataFrame, places: list[str]) -> list[Problem]:
    """One problem for each row whose text holds nothing but white space."""
    empty = frame["text"].str.strip().eq("")
    return [
        Problem(place, "empty_text", "kept without text")
        for place, nothing in zip(places, empty.array, strict=True)
        if nothing
    ]


def _as_text(values: pd.Series[Any]) -> pd.Series[str]:
    """A column of anything as text: lists joined by semicolons, missing values kept, characters never changed."""
    if isinstance(values.dtype, pd.StringDtype):
        return values
    return pd.Series([as_text(value) for value in values.array], index=values.index, dtype="str")


def _named(values: pd.Series[Any]) -> pd.Series[Any]:
    """The names of what is described by more than its name: ``{"id": 7, "name": "Coast Daily"}``."""
    if values.dtype != object:
        return values
    names = [[_name(part) for part in value] if isinstance(value, list) else _name(value) for value in values.array]
    return pd.Series(names, index=values.index, dtype="object")


def _name(value: Any) -> Any:
    """The name that an object has, or the value as it is."""
    if not isinstance(value, dict):
        return value
    return next((value[key] for key in _NAMES if isinstance(value.get(key), str)), value)


def _as_names(value: str | None) -> str | None:
    """Names without the brackets of the list that a program wrote into a cell: ``['Ann Lee', 'Bo Ray']``."""
    if not isinstance(value, str) or not _LIST.fullmatch(value.strip()):
        return value
    try:
        names = ast.literal_eval(value.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value
    return "; ".join(names) or None if all(isinstance(name, str) for name in names) else value


def as_text(value: Any) -> str | None:
    """One value as text, or None if it is missing.

    Examples
    --------
    >>> as_text(["Ann Lee", "Bo Ray"]), as_text(12.0), as_text(float("nan"))
    ('Ann Lee; Bo Ray', '12', None)
    """
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, (list, tuple, set)):
        return "; ".join(part for part in map(as_text, value) if part is not None) or None
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value if isinstance(value, str) else _scalar_text(value)


def _scalar_text(value: Any) -> str | None:
    """One single value as text, or None if it is missing; whole numbers without a decimal point."""
    if value is None or pd.isna(value):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)


def settled(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with each further column of one kind, so that it can be written: mixed values become text."""
    loose = [str(name) for name in frame if name not in _OURS and frame[name].dtype == object]
    return frame.assign(**{name: _settled(frame[name]) for name in loose})


def _settled(values: pd.Series[Any]) -> pd.Series[Any]:
    """A column of objects as numbers or truth values where all are, else as text."""
    kinds = {"integer": "Int64", "boolean": "boolean", "floating": "float64", "mixed-integer-float": "float64"}
    kind = kinds.get(pd.api.types.infer_dtype(values, skipna=True))
    if kind:
        try:
            return cast("pd.Series[Any]", values.astype(kind))  # type: ignore[call-overload]
        except (OverflowError, TypeError, ValueError):
            pass  # a number too large for its kind is kept as text
    return _as_text(values)
