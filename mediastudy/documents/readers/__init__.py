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

# What no reader takes, by its first bytes, with what it is.
_KNOWN: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as .docx, .xlsx or .csv"),
    (b"PK\x03\x04", "an archive or Office document of a kind that no reader takes: save it as .docx, .xlsx or .txt"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a recording"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
# A reader less sure than this takes anything that could be text.
_UNSURE: Final = 0.2


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
    >>> {"factiva-html", "html", "nexis-uni-docx", "text"} <= {reader.NAME for reader in readers()}
    True
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
    sure = [(reader.sniff(source), reader) for reader in readers()]
    best, reader = max(sure, key=lambda pair: pair[0])
    known = next((kind for magic, kind in _KNOWN if source.data.startswith(magic)), None)
    if best <= _UNSURE and known:
        problem = "unknown_format"
        raise Unreadable(problem, f"it is {known}")
    if best <= 0:
        problem = "unknown_format"
        raise Unreadable(problem, f"no reader takes it; there are readers for {', '.join(r.NAME for r in readers())}")
    return reader
