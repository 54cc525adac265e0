"""Archives of raw files, zip and tar: their members, unpacked within limits and named so that none lies outside."""

from __future__ import annotations

import contextlib
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.files import limits
from mediastudy.documents.files.encodings import GZIP, unpack
from mediastudy.documents.files.membernames import free_path, is_hidden, name_of, safe_path
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Problem, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_TAR: Final = slice(257, 262)
_STEP: Final = 1 << 16
_WITH_HEADER: Final = 16 + zlib.MAX_WBITS
_ENCRYPTED: Final = 0x1
_HEAD: Final = 4096
_PARTS: Final = ("[Content_Types].xml", "mimetype", "xl/workbook.xml", "word/document.xml", "META-INF/manifest.xml")
_MARKS: Final = (b"[Content_Types].xml", b"mimetypeapplication/", b"xl/", b"word/")
# NotImplementedError (unknown compression) and RecursionError are RuntimeErrors, UnicodeError is a ValueError.
_BROKEN: Final = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError,
    struct.error, KeyError, IndexError, OverflowError,
)  # fmt: skip


class _Member(NamedTuple):
    """One file of an archive: its name as stored, its size as packed, whether it needs a password, how to open it."""

    name: str
    packed: int
    locked: bool
    opened: Callable[[], IO[bytes]]


@dataclass
class _Work:
    """What unpacking an archive has come to: bytes so far, whether it goes on, the problems met, the paths given."""

    packed: int
    spent: int = 0
    stopped: bool = False
    problems: list[Problem] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def tell(self, place: str, problem: str, detail: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(place, problem, detail))

    def stop(self, place: str, problem: str, detail: str) -> None:
        """Note a problem and unpack nothing more."""
        self.stopped = True
        self.tell(place, problem, f"{detail}; this and what follows was left out")


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
    work = _Work(len(source.data))
    found: list[Source] = []
    for member in _unpacked(source.data, "", work):
        if len(found) >= limits.MEMBERS:
            work.stop(member.name, "too_many_members", f"more than {limits.MEMBERS:,} files")
            break
        found.append(member)
    if not found and not work.problems:
        work.tell("", "no_articles", "the archive holds no files")
    return found, work.problems


def check_document(data: bytes) -> None:
    """Refuse a document of an office program that would unpack beyond the limits; other bytes pass.

    Raises
    ------
    Unreadable
        ``zip_bomb``, ``member_too_large`` or ``archive_too_large``.

    Examples
    --------
    >>> check_document(b"no zip at all")
    """
    if not data.startswith(_ZIP):
        return
    work = _Work(len(data))
    try:
        listed = list(_zip_members(data))
    except _BROKEN:
        return  # its reader will say what is wrong
    for member in listed:
        with contextlib.suppress(*_BROKEN):
            for _ in _pieces(member, work):
                pass


def _unpacked(data: bytes, inside: str, work: _Work) -> Iterator[Source]:
    """The files of an archive, those of archives in it in their place; ``inside`` names the archive around."""
    try:
        listed = _zip_members(data) if data.startswith(_ZIP) else _tar_members(data, inside, work)
        for member in listed:
            if work.stopped:
                return
            yield from _of_member(member, inside, work)
    except _BROKEN as error:
        problem = "broken_archive"
        raise Unreadable(problem, f"no readable archive ({type(error).__name__}: {error})") from error


def _of_member(member: _Member, inside: str, work: _Work) -> Iterator[Source]:
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


def _content(member: _Member, path: str, work: _Work) -> bytes | None:
    """The bytes of a member, or None and a problem."""
    if member.locked:
        work.tell(path, "encrypted_member", "it needs a password; unpack the archive yourself")
        return None
    try:
        return b"".join(_pieces(member, work))
    except Unreadable as refusal:
        if work.spent > limits.ALL_MEMBERS or work.spent > work.packed * limits.RATIO:
            work.stop(path, refusal.problem, refusal.detail)
        else:
            work.tell(path, refusal.problem, refusal.detail)
    except _BROKEN as error:
        work.tell(path, "broken_member", f"{type(error).__name__}: {error}; left out")
    return None


def _pieces(member: _Member, work: _Work) -> Iterator[bytes]:
    """The bytes of a member, counted as they come: what its header says of its size may be a lie."""
    size = 0
    with member.opened() as stream:
        while piece := stream.read(_STEP):
            size += len(piece)
            work.spent += len(piece)
            limits.check_ratio(member.packed, size)
            limits.check_ratio(work.packed, work.spent)  # members may share the same packed bytes
            _check_sizes(size, work.spent)
            yield piece


def _check_sizes(size: int, spent: int) -> None:
    """Refuse a member, or an archive, that unpacks to too much."""
    if size > limits.MEMBER:
        problem = "member_too_large"
        raise Unreadable(problem, f"more than {limits.MEMBER:,} bytes; unpack it and split it")
    if spent > limits.ALL_MEMBERS:
        problem = "archive_too_large"
        raise Unreadable(problem, f"more than {limits.ALL_MEMBERS:,} bytes in all; split the archive")


def _zip_members(data: bytes) -> Iterator[_Member]:
    """The files that the directory of a zip lists."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    for entry in archive.infolist():
        if not entry.is_dir():
            locked = bool(entry.flag_bits & _ENCRYPTED)
            yield _Member(name_of(entry), entry.compress_size, locked, partial(archive.open, entry))


def _tar_members(data: bytes, inside: str, work: _Work) -> Iterator[_Member]:
    """The files of a tar, packed by gzip or not; one that breaks off gives what came before."""
    plain, problems = unpack(data) if data.startswith(GZIP) else (data, [])
    work.problems += [Problem(inside.rstrip("/"), *problem[1:]) for problem in problems]
    work.packed += len(plain) - len(data)  # what gzip may gain was looked at when it was unpacked
    archive = tarfile.open(fileobj=io.BytesIO(plain), mode="r:")  # noqa: SIM115 - its members are opened later
    try:
        while entry := archive.next():
            if entry.isreg() and not entry.issparse():
                yield _Member(entry.name, entry.size, locked=False, opened=partial(_opened, archive, entry))
    except tarfile.TarError as error:
        work.stop(inside.rstrip("/"), "broken_archive", str(error))


def _opened(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    """A member of a tar as a stream."""
    return archive.extractfile(entry) or io.BytesIO()


def _is_document(data: bytes) -> bool:
    """Whether a zip is a document of an office program or a book."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except _BROKEN:
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
