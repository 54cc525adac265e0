"""Files of office programs: the parts of zipped ones, taken out only after their sizes have been checked."""

from __future__ import annotations

import contextlib
import io
import zipfile
from typing import Any, Final

from mediastudy.documents.files import limits
from mediastudy.documents.files.markup import parse_xml
from mediastudy.documents.files.unpacking import BROKEN, Unpacking, pieces, zip_members
from mediastudy.documents.readers import Unreadable

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files open that office programs wrote before they zipped


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
    except BROKEN:
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
    except BROKEN as error:
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


def check_document(data: bytes) -> None:
    """Refuse a document of an office program that unpacks beyond the limits; other bytes pass.

    Everything is unpacked and counted, for libraries that do not hold a part to the size that the directory says.

    Raises
    ------
    Unreadable
        ``zip_bomb``, ``member_too_large`` or ``archive_too_large``.

    Examples
    --------
    >>> check_document(b"no zip at all")
    """
    if not data.startswith(ZIP):
        return
    work = Unpacking(len(data))
    try:
        listed = list(zip_members(data))
    except BROKEN:
        return  # its reader will say what is wrong
    for member in listed:
        with contextlib.suppress(*BROKEN):
            for _ in pieces(member, work):
                pass


def _check(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that would unpack to far more than a text ever holds, going by what its directory says.

    Python's zipfile never unpacks more of a part than the directory says it has.
    """
    for item in parts:
        limits.check_ratio(item.compress_size, item.file_size)
    limits.check_text_parts(sum(item.file_size for item in parts))
