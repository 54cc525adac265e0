"""The names in the header of a table, looked up without reading the table: they say whose table it is."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.officezip import ZIP
from mediastudy.documents.tabular.columns import plain_name

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table

_PARTS: Final = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_CELL: Final = re.compile(rb">([^<>]{2,60})</")
_LOOKED_AT: Final = 1 << 16


def header_of(source: Source) -> set[str]:
    r"""The plain names in the header of a delimited table; of a workbook, the first texts in it; of others, none.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> sorted(header_of(Source("a.csv", ".csv", b"Title;Publish Date\nHarbour;2010\n")))
    ['publish_date', 'title']
    """
    if source.data.startswith(ZIP):
        return {plain_name(text) for text in _first_texts(source.data)} if b"xl/" in source.data else set()
    lines = head_of(source.data).lstrip("\ufeff").splitlines()[:2]
    line = next((line for line in lines if not line.startswith("sep=")), "").replace("\x00", "")
    if line.lstrip()[:1] in ("{", "[", "<"):
        return set()
    try:
        cells = next(csv.reader([line], delimiter=max(",;\t|", key=line.count)), [])
    except csv.Error:
        return set()
    return {plain_name(cell) for cell in cells if len(cells) > 1}


def read_table(source: Source) -> Table:
    r"""The table that a workbook or a delimited text holds.

    Raises
    ------
    Unreadable
        As their readers raise it.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> read_table(Source("a.csv", ".csv", b"title;text\nHarbour;Ships.\n")).frame["text"].tolist()
    ['Ships.']
    """
    from mediastudy.documents.readers import delimited, workbook

    return workbook.read(source) if source.data.startswith(ZIP) else delimited.read(source)


def _first_texts(data: bytes) -> list[str]:
    """The first texts of a workbook, without reading all of it."""
    texts: list[bytes] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in set(_PARTS).intersection(archive.namelist()):
                with archive.open(part) as file:
                    texts += _CELL.findall(file.read(_LOOKED_AT))
    except Exception:  # noqa: BLE001 - a broken archive is said by the reader that takes it
        return []
    return [text.decode("utf-8", errors="replace") for text in texts]
