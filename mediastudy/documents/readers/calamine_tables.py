"""Tables of older and other office programs, XLS and ODS: each sheet with a header is a table."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.officezip import OLE, ZIP, check_document
from mediastudy.documents.files.sheetextent import check_ods, check_xls
from mediastudy.documents.files.sheets import Sheet, as_table
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table

NAME: Final = "xls"
_STREAMS: Final = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_PANIC: Final = "PanicException"
_PASSWORD: Final = ("password", "encrypt")
_EXACT: Final = 1 << 53


def sniff(source: Source) -> float:
    """Sure of an old Office file with a workbook in it, and of a zip that says it is a spreadsheet."""
    data = source.data
    if data.startswith(OLE):
        return 0.97 if any(name in data for name in _STREAMS) else 0.0
    return 0.97 if data.startswith(ZIP) and _ODS in data[:200] else 0.0


def read(source: Source) -> Table:
    """The rows of all sheets, under the names in each sheet's first row.

    Raises
    ------
    Unreadable
        ``encrypted_file`` if the workbook needs a password, ``table_too_large`` if its cells reach too far,
        ``broken_file`` if it can't be read.
    """
    if source.data.startswith(OLE):
        check_xls(source.data)
    else:
        check_document(source.data)
        check_ods(source.data)
    try:
        return as_table(_sheets(source.data))
    except Unreadable:
        raise
    except BaseException as error:  # a panic of calamine's is no Exception
        if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
            raise
        locked = any(word in str(error).lower() for word in _PASSWORD)
        problem = "encrypted_file" if locked else "broken_file"
        detail = "save it without its password" if locked else f"no readable workbook ({type(error).__name__}: {error})"
        raise Unreadable(problem, detail) from error


def _sheets(data: bytes) -> list[Sheet]:
    """The sheets with their cells."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    found = []
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        first = (sheet.start or (0, 0))[0] + 1
        found.append(Sheet(name, [[_cell(cell) for cell in row] for row in sheet.to_python()], first))
    return found


def _cell(cell: Any) -> Any:
    """A cell as people see it: nothing for an empty one, a whole number without a decimal point."""
    if cell == "":
        return None
    whole = isinstance(cell, float) and abs(cell) < _EXACT and cell.is_integer()
    return int(cell) if whole else cell
