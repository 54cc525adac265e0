"""The tables of mediastudy: their columns, dtypes and meaning, and how they are checked.

Every analysis takes tables and returns a table. ``COLUMNS`` fixes each column's name, dtype and meaning;
``docs/tables.md`` is what ``describe()`` returns.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

import numpy as np
import pandas as pd

from mediastudy.columns import COLUMNS as COLUMNS  # noqa: PLC0414 - the face of this module

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

P = ParamSpec("P")
Made = TypeVar("Made", bound=pd.DataFrame | tuple[pd.DataFrame, ...])

FRAMES: Final = ("query-selected", "undeclared", "full")
"""What the articles of a corpus may be; what is made of several corpora is what comes first here."""

FRAME_NOTES: Final = {
    "query-selected": "Query-selected articles: rates are among retrieved articles, not of all that was published.",
    "full": "All articles of the outlets and period named.",
    "undeclared": "Sampling frame not declared.",
}
"""What charts and views say of the sampling frame."""

_DTYPES: Final = {dtype: pd.Series(dtype=dtype).dtype for columns in COLUMNS.values() for dtype, _ in columns.values()}


def empty(table: str) -> pd.DataFrame:
    """An empty table with the documented columns and dtypes.

    Examples
    --------
    >>> list(empty("files").columns)
    ['file', 'sha256', 'format', 'announced', 'found', 'kept', 'undated']
    """
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, (dtype, _) in COLUMNS[table].items()})


def conform(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The frame with the table's columns first and in order, its dtypes, and a fresh RangeIndex.

    Columns that the frame lacks are filled with missing values; further columns follow unchanged, and so do ``attrs``.

    Raises
    ------
    ValueError
        If a column can't take its dtype (a count that is missing, a date that is none).

    Examples
    --------
    >>> conform(pd.DataFrame({"file": ["a.txt"], "found": [1], "kept": [1], "undated": [0]}), "files").dtypes["file"]
    <StringDtype(na_value=nan)>
    """
    rows = frame.reset_index(drop=True)
    try:
        typed: dict[str, pd.Series] = {name: _typed(rows, name, dtype) for name, (dtype, _) in COLUMNS[table].items()}
    except (TypeError, ValueError) as error:
        message = f"the table {table} can't be made: {error}"
        raise ValueError(message) from error
    extra = {name: rows[name] for name in rows.columns if name not in typed}
    made = pd.DataFrame({**typed, **extra}, index=rows.index)
    made.attrs = frame.attrs
    return made


def _typed(rows: pd.DataFrame, name: str, dtype: Any) -> pd.Series:
    """A column with its dtype, missing values if the rows lack it."""
    if name not in rows:
        return pd.Series([None], dtype=dtype).take(np.zeros(len(rows), dtype=np.int64)).reset_index(drop=True)
    column = rows[name]
    return column if column.dtype == _DTYPES[dtype] else column.astype(dtype)


def require(frame: pd.DataFrame, columns: Sequence[str], *, what: str) -> None:
    """Raise if the frame lacks a column.

    Raises
    ------
    ValueError
        Naming what is missing, what was found, and what to do.

    Examples
    --------
    >>> require(pd.DataFrame({"text": []}), ["text"], what="documents")
    """
    missing = [name for name in columns if name not in frame]
    if missing:
        message = (
            f"{what} has no column {', '.join(missing)}; it has {', '.join(map(str, frame.columns)) or 'none'}. "
            f"Name one of these, or rename a column."
        )
        raise ValueError(message)


def choose(value: str, allowed: Iterable[str], *, what: str) -> str:
    """The value itself, if it is allowed.

    Raises
    ------
    ValueError
        Naming the values that are allowed.

    Examples
    --------
    >>> choose("year", ["year", "month"], what="every")
    'year'
    """
    options = list(allowed)
    if not isinstance(value, str) or value not in options:
        message = f"{what} must be one of {', '.join(options)}, not {value!r}."
        raise ValueError(message)
    return value


def frame_of(data: Any) -> str | None:
    """The sampling frame that a table or a corpus carries, None if it says nothing of it.

    Examples
    --------
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid came."]})
    >>> frame_of(documents) is None
    True
    >>> documents.attrs["frame"] = "full"
    >>> frame_of(documents[["document"]])
    'full'
    """
    told = data.attrs.get("frame") if isinstance(data, pd.DataFrame) else getattr(data, "frame", None)
    return told if isinstance(told, str) and told in FRAMES else None


def framed(function: Callable[P, Made]) -> Callable[P, Made]:
    """The function, its table or tables carrying the sampling frame of the corpora and tables they are made of.

    Where these differ, the table carries the first of ``FRAMES`` among them; a corpus that says nothing beside one that
    does is undeclared.

    Examples
    --------
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid came."]})
    >>> documents.attrs["frame"] = "query-selected"
    >>> framed(lambda documents: documents.groupby("document", as_index=False).size())(documents).attrs
    {'frame': 'query-selected'}
    """

    @functools.wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> Made:
        made = function(*args, **kwargs)
        given = (*args, *kwargs.values())
        stated = {frame for data in given if (frame := frame_of(data))}
        if not stated:
            return made
        if any(getattr(data, "frame", "") is None for data in given):
            stated.add("undeclared")
        for table in (made,) if isinstance(made, pd.DataFrame) else made:
            table.attrs["frame"] = min(stated, key=FRAMES.index)
        return made

    return told


def describe() -> str:
    """Every table with its columns, dtypes and meanings, as the Markdown of docs/tables.md.

    Examples
    --------
    >>> print(describe().splitlines()[0])
    # Tables
    """
    parts = [
        "# Tables",
        "",
        "One row per what the heading names; `by` columns come first, further columns of documents pass through.",
        "This page is `mediastudy.tables.describe()`; a test keeps it true.",
    ]
    for table, columns in COLUMNS.items():
        parts += ["", f"## {table}", "", "| column | dtype | meaning |", "|---|---|---|"]
        parts += [f"| `{name}` | {dtype} | {meaning} |" for name, (dtype, meaning) in columns.items()]
    return "\n".join(parts) + "\n"
