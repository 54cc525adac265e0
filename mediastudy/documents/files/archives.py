"""Archives of raw files, zip and tar: their members, unpacked within limits and named so that none lies outside."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files import limits
from mediastudy.documents.files.encodings import GZIP
from mediastudy.documents.files.membernames import free_path, is_hidden, safe_path
from mediastudy.documents.files.unpacking import BROKEN, Unpacking, pieces, tar_members, zip_members
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.documents.files.unpacking import Member
    from mediastudy.documents.records import Problem

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_TAR: Final = slice(257, 262)
_WITH_HEADER: Final = 16 + zlib.MAX_WBITS
_HEAD: Final = 4096
_PARTS: Final = ("[Content_Types].xml", "mimetype", "xl/workbook.xml", "word/document.xml", "META-INF/manifest.xml")
_MARKS: Final = (b"[Content_Types].xml", b"mimetypeapplication/", b"xl/", b"word/")


def is_archive(data: bytes) -> bool:
    """Whether the bytes open an archive of raw files; a document of an office program is none, though it is a zip.

    Examples
    --------
    >>> import io, zipfile
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as packed:
    ...     packed.writestr("a.txt", "The harbour opened.")
    >>> is_archive(buffer.getvalue()), is_archive(b"The harbour opened.")
    (True, False)
    """
    if data.startswith(_ZIP):
        return not _is_document(data)
    return _first_bytes(data)[_TAR] == b"ustar"


def members(source: Source) -> tuple[list[Source], list[Problem]]:
    """The files of an archive and of the archives in it, and the problems met; nothing is written anywhere.

    Parameters
    ----------
    source
        The archive.

    Returns
    -------
    tuple
        The members in the order of the archive, each named by its path in it (``inner.zip/2024/a.txt``), without
        folders and hidden files. Problems are ``unsafe_path``, ``encrypted_member``, ``broken_member``,
        ``zip_bomb``, ``member_too_large``, ``archive_too_large``, ``too_many_members`` and ``nested_archive``.

    Raises
    ------
    Unreadable
        ``broken_archive`` if no member can be listed.

    Examples
    --------
    >>> import io, zipfile
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as packed:
    ...     packed.writestr("2024/a.txt", "The harbour opened.")
    >>> members(Source("a.zip", ".zip", buffer.getvalue()))
    ([Source(name='2024/a.txt', suffix='.txt', data=b'The harbour opened.')], [])
    """
    work = Unpacking(len(source.data))
    found: list[Source] = []
    for member in _unpacked(source.data, "", work):
        if len(found) >= limits.MEMBERS:
            work.stop(member.name, "too_many_members", f"more than {limits.MEMBERS:,} files")
            break
        found.append(member)
    if not found and not work.problems:
        work.tell("", "no_articles", "the archive holds no files")
    return found, work.problems


def _unpacked(data: bytes, inside: str, work: Unpacking) -> Iterator[Source]:
    """The files of an archive, those of archives in it in their place; ``inside`` names the archive around."""
    try:
        listed = zip_members(data) if data.startswith(_ZIP) else tar_members(data, inside, work)
        for member in listed:
            if work.stopped:
                return
            yield from _of_member(member, inside, work)
    except BROKEN as error:
        problem = "broken_archive"
        raise Unreadable(problem, f"no readable archive ({type(error).__name__}: {error})") from error


def _of_member(member: Member, inside: str, work: Unpacking) -> Iterator[Source]:
    """The file that a member is, or the files in it if it is an archive itself."""
    name = safe_path(member.name)
    if name is None:
        work.tell(inside + member.name, "unsafe_path", "the name leads out of the archive; left out")
        return
    if not name or is_hidden(name):
        return
    path = free_path(inside + name, work.taken)
    content = _content(member, path, work)
    if content is None:
        return
    if not is_archive(content):
        yield Source(path, PurePosixPath(path).suffix.lower(), content)
    elif inside:
        work.tell(path, "nested_archive", "an archive within an archive within an archive; left out")
    else:
        try:
            yield from _unpacked(content, f"{path}/", work)
        except Unreadable as refusal:
            work.tell(path, refusal.problem, refusal.detail)


def _content(member: Member, path: str, work: Unpacking) -> bytes | None:
    """The bytes of a member, or None and a problem."""
    if member.locked:
        work.tell(path, "encrypted_member", "it needs a password; unpack the archive yourself")
        return None
    try:
        return b"".join(pieces(member, work))
    except Unreadable as refusal:
        if work.spent > limits.ALL_MEMBERS or work.spent > work.packed * limits.RATIO:
            work.stop(path, refusal.problem, refusal.detail)
        else:
            work.tell(path, refusal.problem, refusal.detail)
    except BROKEN as error:
        work.tell(path, "broken_member", f"{type(error).__name__}: {error}; left out")
    return None


def _is_document(data: bytes) -> bool:
    """Whether a zip is a document of an office program or a book."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except BROKEN:
        return any(mark in data[:_HEAD] for mark in _MARKS)
    return any(part in names for part in _PARTS)


def _first_bytes(data: bytes) -> bytes:
    """The first bytes of a file, unpacked if it is gzip."""
    if not data.startswith(GZIP):
        return data[:_HEAD]
    try:
        return zlib.decompressobj(_WITH_HEADER).decompress(data[: 1 << 20], _HEAD)
    except zlib.error:
        return b""
