"""CSV, TSV and their relatives: the delimiter is found by looking which one makes an even table."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Problem, Table
from mediastudy.documents.tabular.columnnames import column_names
from mediastudy.documents.tabular.columns import recognise

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from mediastudy.documents.records import Source

NAME: Final = "csv"
_SUFFIXES: Final = (".csv", ".tsv", ".tab")
_DELIMITERS: Final = (",", ";", "\t", "|")
_ROWS: Final = 50
_LARGEST_FIELD: Final = 1 << 30
# A cell that opens with a quotation mark and goes on after the mark that closes it.
_STRAY: Final = re.compile(r'"(?:[^"]|"")*+"[^"]')
# A last line that no text holds: if a row swallows it, a quotation mark was never closed.
_END: Final = "\x00end of file\x00"


class _Row(NamedTuple):
    """One row: its cells, the line it starts on, and whether its quotation mark was never closed."""

    cells: list[str]
    line: int
    unclosed: bool = False


def sniff(source: Source) -> float:
    """Sure by suffix; by content only of a header that names a column of texts, and of even rows."""
    head = head_of(source.data)
    if source.suffix in _SUFFIXES:
        return 0.85 if head.strip("\x00 \r\n") else 0.0
    lines = head.splitlines()[:_ROWS]
    if len(lines) < 2 or head.lstrip()[:1] in "<{[":  # noqa: PLR2004 - a header and a row
        return 0.0
    delimiter = _delimiter(head)
    header = next(csv.reader([lines[0]], delimiter=delimiter), [])
    known = recognise(header, mapped={}).values()
    return 0.7 if len(header) > 1 and {"text", "title"} & set(known) and len(set(known)) > 1 else 0.0


def read(source: Source) -> Table:
    r"""The rows of the file under the names in its first row.

    Raises
    ------
    Unreadable
        If the file holds no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> read(Source("a.csv", ".csv", b"id;text\n1;One, two.\n")).frame["text"].tolist()
    ['One, two.']
    """
    text, problems = text_in(source.data)
    text = text.lstrip("\ufeff").replace("\x00", "")
    told = re.match(r"sep=(.)\r?\n", text)  # Excel's own hint
    delimiter = told[1] if told else _delimiter(text)
    rows = [row for row in _rows(text[told.end() :] if told else text, delimiter) if any(row.cells)]
    if not rows:
        problem = "empty_file"
        raise Unreadable(problem, "no header and no rows")
    names = column_names(rows[0].cells)
    cells = [_fitted(row, len(names), problems) for row in rows[1:]]
    frame = pd.DataFrame(cells, columns=names, dtype="str")
    frame = frame.mask(frame == "")  # an empty cell is a missing one
    return Table(frame, [f"line {row.line}" for row in rows[1:]], problems)


def _fitted(row: _Row, width: int, problems: list[Problem]) -> list[str | None]:
    """The cells of a row, as many as the header has names; what doesn't fit is a problem."""
    place = f"line {row.line}"
    if row.unclosed:
        problems.append(
            Problem(place, "unclosed_quote", "a quotation mark opens and never closes; read to the line's end")
        )
    if len(row.cells) != width:
        extra = f"; left out: {' '.join(row.cells[width:])[:200]!r}" if len(row.cells) > width else ""
        problems.append(Problem(place, "ragged_row", f"{len(row.cells)} cells, the header has {width}{extra}"))
    return [*row.cells[:width], *[None] * (width - len(row.cells))]


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    """The rows of the text; after a quotation mark that never closes, reading starts anew on the next line."""
    lines = list(io.StringIO(text, newline=""))
    if _quotes_are_text(lines, delimiter):
        for number, line in enumerate(lines, start=1):
            yield _Row(line.rstrip("\r\n").split(delimiter), number)
        return
    limit = csv.field_size_limit(_LARGEST_FIELD)
    try:
        start = 0
        while start < len(lines):
            start = yield from _rows_from(lines, start, delimiter)
    finally:
        csv.field_size_limit(limit)


def _quotes_are_text(lines: list[str], delimiter: str) -> bool:
    """Whether quotation marks are part of the text: one that opens a cell closes within it, and no row needs them."""
    width = lines[0].count(delimiter) if lines else 0
    strays = False
    for line in lines:
        if line.count(delimiter) != width and line.strip():
            return False
        strays = strays or ('"' in line and any(map(_STRAY.match, line.rstrip("\r\n").split(delimiter))))
    return strays and width > 0


def _rows_from(lines: list[str], start: int, delimiter: str) -> Generator[_Row, None, int]:
    """The rows from a line on; returns the line to go on from."""
    spaced = bool(re.search(re.escape(delimiter) + ' +"', lines[0]))
    ended = lines[-1].endswith(("\n", "\r"))
    source = [*lines[start:-1], lines[-1] if ended else lines[-1] + "\n", _END]
    reader = csv.reader(source, delimiter=delimiter, skipinitialspace=spaced)
    before = 0
    for cells in reader:
        if cells == [_END]:
            return len(lines)
        if cells and cells[-1].endswith(_END):
            line = start + before
            plain = next(csv.reader([lines[line]], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
            yield _Row([cell.strip('"') for cell in plain], line + 1, unclosed=True)
            return line + 1
        yield _Row(cells, start + before + 1)
        before = reader.line_num
    return len(lines)


def _delimiter(text: str) -> str:
    """The delimiter under which most of the first rows have as many cells as the header, and the most."""
    sample = list(io.StringIO(text[: 1 << 16], newline=""))[: _ROWS * 4]

    def evenness(delimiter: str) -> tuple[float, int]:
        counts = [len(row) for row in csv.reader(sample, delimiter=delimiter)][:_ROWS]
        width = counts[0] if counts else 0
        even = sum(count == width for count in counts) / max(1, len(counts))
        return (even if width > 1 else -1.0), width

    limit = csv.field_size_limit(_LARGEST_FIELD)
    try:
        return max(_DELIMITERS, key=evenness)
    finally:
        csv.field_size_limit(limit)
