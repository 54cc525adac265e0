"""The sheets of a workbook as one table, each under the names in its first row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy.documents.files.sheetextent import check_cells
from mediastudy.documents.records import Problem, Table
from mediastudy.documents.tabular.columnnames import column_names
from mediastudy.documents.tabular.columns import recognise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A table with one of these is one of articles.
_TELLING: Final = frozenset(("text", "title"))
_LOOKED_AT: Final = 20


class Sheet(NamedTuple):
    """One sheet: its name, its rows of cells (None for an empty one), and the number of its first row."""

    title: str
    rows: Sequence[Sequence[Any]]
    first: int = 1


def as_table(sheets: Sequence[Sheet]) -> Table:
    """The rows of all sheets under their columns' names.

    Examples
    --------
    >>> table = as_table([Sheet("2020", [["Title", "Text"], ["Harbour opens", "Ships came."]])])
    >>> table.frame.to_dict("list"), table.places
    ({'Title': ['Harbour opens'], 'Text': ['Ships came.']}, ['2020 row 2'])
    """
    read = [(sheet.title, *_read(sheet)) for sheet in sheets]
    problems = [problem for _, _, _, found in read for problem in found]
    names = {name for _, frame, _, _ in read for name in frame if _TELLING & set(_ours(frame))}
    frames, places = [], []
    for title, frame, numbers, _ in read:
        if names and len(frame.columns) and names.isdisjoint(frame):
            detail = f"none of its columns is one of the other sheets' ({_line(list(frame.columns))}); left out"
            problems.append(Problem(title, "sheet_left_out", detail))
            continue
        frames.append(frame)
        places += [f"{title} row {number}" for number in numbers]
    filled = [frame for frame in frames if len(frame.columns)]
    return Table(pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(), places, problems)


def _ours(frame: pd.DataFrame) -> list[str]:
    """Which of our columns a table has."""
    return list(recognise([str(name) for name in frame.columns], mapped={}).values())


def within_bounds(rows: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
    """The rows as lists, counted as they come.

    Raises
    ------
    Unreadable
        ``table_too_large``.

    Examples
    --------
    >>> list(within_bounds([("One", None)]))
    [['One', None]]
    """
    cells = 0
    for row in rows:
        cells += len(row) or 1
        check_cells(cells)
        yield list(row)


def _read(sheet: Sheet) -> tuple[pd.DataFrame, list[int], list[Problem]]:
    """One sheet as a table, the numbers of its rows, and its problems."""
    filled = [
        (number, row)
        for number, row in enumerate(sheet.rows, start=sheet.first)
        if any(cell is not None for cell in row)
    ]
    if len(filled) < 2:  # noqa: PLR2004 - a header and a row
        found = [Problem(sheet.title, "empty_sheet", "no rows below a header")] if filled else []
        return pd.DataFrame(), [], found
    start = _header_place([row for _, row in filled])
    found = [Problem(sheet.title, "rows_above_header", f"left out: {_line(filled[0][1])!r}")] if start else []
    width = max((place for _, row in filled[start:] for place, cell in enumerate(row, start=1) if cell is not None))
    names = column_names(_fitted(filled[start][1], width))
    table = pd.DataFrame([_fitted(row, width) for _, row in filled[start + 1 :]], columns=names, dtype="object")
    return table, [number for number, _ in filled[start + 1 :]], found


def _header_place(rows: Sequence[Sequence[Any]]) -> int:
    """How many rows stand above the header: titles and notes fill one cell, which is no name of a column."""
    for place, row in enumerate(rows[:_LOOKED_AT]):
        said = [str(cell) for cell in row if cell is not None]
        if len(said) > 1 or recognise(said, mapped={}):
            return place if place + 1 < len(rows) else 0
    return 0


def _fitted(row: Sequence[Any], width: int) -> list[Any]:
    """The cells of a row, as many as the table is wide."""
    return [*row[:width], *[None] * (width - len(row))]


def _line(row: Sequence[Any]) -> str:
    """A row as one line."""
    return " ".join(str(cell) for cell in row if cell is not None)[:200]
