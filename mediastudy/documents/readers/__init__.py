"""The readers, one module per format, and how the right one is found.

A new format is one new module in this folder; nothing else is edited. It has

``NAME``
    the format's name in the table of files;
``sniff(source)``
    a number from 0 (not mine) to 1 (surely mine), from the first bytes; the suffix is a hint only;
``read(source)``
    :class:`~mediastudy.documents.records.Articles` (pages and texts, cleaned) or
    :class:`~mediastudy.documents.records.Table` (a documents file, verbatim). It may raise :class:`Unreadable` with
    the name of a problem where nothing can be read; a broken record becomes a problem and the rest goes on.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source, Table

# Formats that no reader takes, with what to do about them.
_KNOWN: Final = (
    (b"%PDF", "a PDF: save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as .xlsx, .csv or .txt"),
    (b"{\\rtf", "an RTF file: save it as .txt"),
    (b"PK\x03\x04", "a zip archive or Office document: unpack it, or save it as .txt or .xlsx"),
    (b"From: <Saved by", "a web archive (MHTML): save the page as .html"),
    (b"WARC/", "a web archive (WARC): save its pages as .html"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)


class Unreadable(Exception):  # noqa: N818 - it says what the file is, as the problem's row will
    """Nothing of a file can be read; the message is the problem's detail."""

    def __init__(self, problem: str, detail: str) -> None:
        super().__init__(detail)
        self.problem = problem
        self.detail = detail


class Reader(Protocol):
    """What every module in this folder offers."""

    NAME: str

    def sniff(self, source: Source) -> float:
        """How surely the file is of this format, 0 to 1."""

    def read(self, source: Source) -> Articles | Table:
        """What the file holds."""


@lru_cache(maxsize=1)
def readers() -> tuple[Reader, ...]:
    """Every reader in this folder, by name.

    Examples
    --------
    >>> [reader.NAME for reader in readers()]
    ['csv', 'jsonl', 'json', 'parquet', 'text', 'html', 'xlsx']
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(cast("Reader", module) for module in modules if hasattr(module, "sniff"))


def reader_for(source: Source) -> Reader:
    """The reader that is surest of a file.

    Raises
    ------
    Unreadable
        If none takes it: ``unknown_format``.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> reader_for(Source("a.txt", ".txt", b"The harbour opened.")).NAME
    'text'
    """
    for magic, advice in _KNOWN:
        if source.data.startswith(magic) and not (magic == b"PK\x03\x04" and b"xl/" in source.data):
            problem = "unknown_format"
            raise Unreadable(problem, f"it is {advice}")
    sure = [(reader.sniff(source), reader) for reader in readers()]
    best, reader = max(sure, key=lambda pair: pair[0])
    if best <= 0:
        problem = "unknown_format"
        raise Unreadable(problem, f"no reader takes it; there are readers for {', '.join(r.NAME for r in readers())}")
    return reader
