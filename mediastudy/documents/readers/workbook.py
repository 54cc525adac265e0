"""Excel workbooks: each sheet with a header is a table."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.officezip import ZIP, check_document
from mediastudy.documents.files.sheets import Sheet, as_table, within_bounds
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table

NAME: Final = "xlsx"


def sniff(source: Source) -> float:
    """Sure of an archive with the parts of a workbook."""
    return 0.95 if source.data.startswith(ZIP) and b"xl/" in source.data else 0.0


def read(source: Source) -> Table:
    """The rows of all sheets, under the names in each sheet's first row.

    Raises
    ------
    Unreadable
        If the workbook is broken, or would unpack without end.
    """
    from openpyxl import load_workbook

    check_document(source.data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and validations, which are not read
            book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
            sheets = [
                Sheet(sheet.title, list(within_bounds(sheet.iter_rows(values_only=True)))) for sheet in book.worksheets
            ]
    except Unreadable:
        raise
    except Exception as error:  # openpyxl lets errors of zip, XML and number parsing through
        problem = "broken_file"
        raise Unreadable(problem, f"no readable workbook ({type(error).__name__}: {error})") from error
    return as_table(sheets)
