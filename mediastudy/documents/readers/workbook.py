"""Excel workbooks: each sheet with a header is a table."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Problem, Table

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "xlsx"
_ZIP: Final = b"PK\x03\x04"


def sniff(source: Source) -> float:
    """Sure of an archive with the parts of a workbook."""
    return 0.95 if source.data.startswith(_ZIP) and b"xl/" in source.data else 0.0


def read(source: Source) -> Table:
    """The rows of all sheets, under the names in each sheet's first row.

    Raises
    ------
    Unreadable
        If the workbook is broken.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which are not read
            book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
            sheets = [
                (sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets
            ]
    except Exception as error:  # openpyxl lets errors of zip, XML and number parsing through
        problem = "broken_file"
        raise Unreadable(problem, f"no readable workbook ({type(error).__name__}: {error})") from error
    frames, places, problems = [], [], []
    for title, rows in sheets:
        frame, numbers, found = _sheet(title, rows)
        frames.append(frame)
        places += [f"{title} row {number}" for number in numbers]
        problems += found
    filled = [frame for frame in frames if len(frame.columns)]
    return Table(pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(), places, problems)


def _sheet(title: str, rows: list[list[Any]]) -> tuple[pd.DataFrame, list[int], list[Problem]]:
    """One sheet as a table, the numbers of its rows, and its problems."""
    filled = [(number, row) for number, row in enumerate(rows, start=1) if any(cell is not None for cell in row)]
    if len(filled) < 2:  # noqa: PLR2004 - a header and a row
        found = [Problem(title, "empty_sheet", "no rows below a header")] if filled else []
        return pd.DataFrame(), [], found
    header = [str(cell) if cell is not None else f"column_{place}" for place, cell in enumerate(filled[0][1], start=1)]
    names = [name if name not in header[:place] else f"{name}_{place + 1}" for place, name in enumerate(header)]
    table = pd.DataFrame([row for _, row in filled[1:]], columns=names, dtype="object")
    return table, [number for number, _ in filled[1:]], []
