"""Parts of zip-based office files, taken out only after their sizes have been checked."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any, Final

from mediastudy.documents.files.markup import parse_xml
from mediastudy.documents.readers import Unreadable

ZIP: Final = b"PK\x03\x04"
_LARGEST: Final = 256 << 20
_LARGE: Final = 1 << 20
_DENSEST: Final = 200
_ERRORS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def part_names(data: bytes) -> frozenset[str]:
    """The names of the parts of an archive; empty if the bytes are no archive.

    Examples
    --------
    >>> part_names(b"no archive")
    frozenset()
    """
    if not data.startswith(ZIP):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except _ERRORS:
        return frozenset()


def part(data: bytes, name: str) -> bytes | None:
    """The bytes of one part of an archive, or None if it has no such part.

    Parameters
    ----------
    data
        The whole file.
    name
        The part's name within the archive.

    Raises
    ------
    Unreadable
        ``zip_bomb`` if the parts would unpack to more than 256 MB, or a part over 1 MB to more than 200 times its
        packed size; ``broken_file`` if the archive or the part is damaged or encrypted.

    Examples
    --------
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as archive:
    ...     archive.writestr("mimetype", "text")
    >>> part(buffer.getvalue(), "mimetype"), part(buffer.getvalue(), "content.xml")
    (b'text', None)
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist())
            return archive.read(name) if name in archive.namelist() else None
    except _ERRORS as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no readable office file ({type(error).__name__}: {error})") from error


def xml_part(data: bytes, name: str) -> Any | None:
    """The root element of one XML part, or None if the archive has no such part.

    Raises
    ------
    Unreadable
        As for :func:`part`; ``broken_file`` or ``unsafe_xml`` for the XML.

    Examples
    --------
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as archive:
    ...     archive.writestr("content.xml", "<a/>")
    >>> xml_part(buffer.getvalue(), "content.xml").tag
    'a'
    """
    held = part(data, name)
    return None if held is None else parse_xml(held)


def _check(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that would unpack to far more than an office file ever holds."""
    dense = any(item.file_size > _LARGE and item.file_size > _DENSEST * item.compress_size for item in parts)
    if dense or sum(item.file_size for item in parts) > _LARGEST:
        problem = "zip_bomb"
        raise Unreadable(problem, "it would unpack to far more than it should; nothing was unpacked")
