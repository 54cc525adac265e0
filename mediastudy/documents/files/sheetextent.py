"""How far the cells of a workbook reach, looked up before a parser makes room for every cell in between.

One cell in the last row and column of a sheet, or one that says it is repeated a million times, would fill the memory.
"""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.files.compound import workbook_stream
from mediastudy.documents.files.unpacking import BROKEN
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

CELLS: Final = 20_000_000
_SPARSE: Final = 2000  # places a cell
_SPARSE_FROM: Final = 2_000_000
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELL: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
# Records of BIFF that hold a cell, or the first of a row of cells.
_CELLS: Final = frozenset((0x06, 0x7E, 0xBD, 0xBE, 0xD6, 0xFD, 0x01, 0x02, 0x03, 0x04, 0x05)) | frozenset(
    (0x201, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406)
)
_EXTENT: Final = 0x200
_OLD_EXTENT: Final = 10
_NEW_EXTENT: Final = 14
_STRINGS: Final = 0xFC
_SEVERAL: Final = (0xBD, 0xBE)
_STARTS: Final = (0x809, 0x409, 0x209, 0x09)
_WIDEST: Final = 256


class _Box(NamedTuple):
    """The cells seen of one sheet: the first and last row and column, and how many rows of cells there were."""

    top: int
    bottom: int
    left: int
    right: int
    filled: int = 1

    @property
    def cells(self) -> int:
        """How many cells lie within; a box with next to nothing in it counts as one beyond all bounds."""
        within = (self.bottom - self.top + 1) * (self.right - self.left + 1)
        return within if within < self.filled * _SPARSE or within < _SPARSE_FROM else CELLS + 1


def check_cells(cells: int) -> None:
    """Refuse a table of too many cells.

    Raises
    ------
    Unreadable
        ``table_too_large``.

    Examples
    --------
    >>> check_cells(10)
    """
    if cells > CELLS:
        problem = "table_too_large"
        raise Unreadable(problem, f"its cells reach over more than {CELLS:,} places; save the table as .csv")


def check_ods(data: bytes) -> None:
    """Refuse an ODS table whose cells reach too far.

    Raises
    ------
    Unreadable
        ``table_too_large``; ``broken_file`` if its content can't be read.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
            check_cells(sum(box.cells for box in _ods_boxes(stream)))
    except (*BROKEN, etree.LxmlError) as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no readable workbook ({type(error).__name__}: {error})") from error


def _ods_boxes(stream: object) -> Iterator[_Box]:
    """How far each table's cells reach."""
    from lxml import etree

    events = etree.iterparse(
        stream, events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True
    )
    row = column = repeated = 0
    box: _Box | None = None
    for event, element in events:
        if event == "start" and element.tag == f"{_TABLE}table":
            row, box = 0, None
        elif event == "start" and element.tag == f"{_TABLE}table-row":
            column, repeated = 0, int(element.get(f"{_TABLE}number-rows-repeated", 1))
        elif event == "end" and element.tag in _CELL:
            wide = int(element.get(f"{_TABLE}number-columns-repeated", 1))
            if element.get(f"{_OFFICE}value-type") or len(element):
                box = _grown(box, _Box(row, row + repeated - 1, column, column + wide - 1))
            column += wide
        elif event == "end" and element.tag == f"{_TABLE}table-row":
            row += repeated
            element.clear()
        elif event == "end" and element.tag == f"{_TABLE}table" and box:
            yield box


def _grown(box: _Box | None, cell: _Box) -> _Box:
    """A box that holds a cell as well."""
    if box is None:
        return cell
    return _Box(
        min(box.top, cell.top),
        max(box.bottom, cell.bottom),
        min(box.left, cell.left),
        max(box.right, cell.right),
        box.filled + cell.filled,
    )


def check_xls(data: bytes) -> None:
    """Refuse an XLS table whose cells reach too far, and one whose parts can't be found.

    Raises
    ------
    Unreadable
        ``table_too_large`` or ``broken_file``.
    """
    try:
        book = workbook_stream(data)
        check_cells(sum(box.cells for box in _xls_boxes(book)))
    except (struct.error, IndexError, KeyError, ValueError, OverflowError) as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no readable workbook ({type(error).__name__}: {error})") from error


def _xls_boxes(book: bytes) -> Iterator[_Box]:
    """How far each sheet's cells reach."""
    place = 0
    box: _Box | None = None
    while place + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, place)
        if kind in _STARTS:
            if box:
                yield box
            box = None
        elif kind in {_EXTENT, _STRINGS}:
            _check_promise(kind, book[place + 4 : place + 4 + length], len(book))
        elif kind in _CELLS and length >= 4:  # noqa: PLR2004 - a row and a column
            row, left = struct.unpack_from("<HH", book, place + 4)
            right = struct.unpack_from("<H", book, place + 2 + length)[0] if kind in _SEVERAL else left
            if max(left, right) >= _WIDEST:
                message = f"a cell in column {max(left, right) + 1}"
                raise ValueError(message)
            box = _grown(box, _Box(row, row, left, max(left, right)))
        place += 4 + length
    if box:
        yield box


def _check_promise(kind: int, content: bytes, size: int) -> None:
    """Refuse a record that states more cells or strings than there can be: parsers make room for as many."""
    if kind == _STRINGS:
        count = struct.unpack_from("<I", content, 4)[0]
        if count > size:
            message = f"{count:,} strings"
            raise ValueError(message)
        return
    if len(content) not in (_OLD_EXTENT, _NEW_EXTENT):
        message = "a statement of its extent of another length"
        raise ValueError(message)
    top, bottom, left, right = struct.unpack_from("<IIHH" if len(content) == _NEW_EXTENT else "<HHHH", content)
    if top > bottom or left > right:
        message = "an extent that ends before it starts"
        raise ValueError(message)
    check_cells((bottom - top) * (right - left))
