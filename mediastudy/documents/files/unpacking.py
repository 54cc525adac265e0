"""Zip and tar: what they list, and its bytes, counted against the limits as they come."""

from __future__ import annotations

import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.files import limits
from mediastudy.documents.files.encodings import GZIP, unpack
from mediastudy.documents.files.membernames import name_of
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

_STEP: Final = 1 << 16
_ENCRYPTED: Final = 0x1
# NotImplementedError (unknown compression) and RecursionError are RuntimeErrors, UnicodeError is a ValueError.
BROKEN: Final = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RuntimeError,
    struct.error, KeyError, IndexError, OverflowError,
)  # fmt: skip


class Member(NamedTuple):
    """One file of an archive: its name as stored, its size as packed, whether it needs a password, how to open it."""

    name: str
    packed: int
    locked: bool
    opened: Callable[[], IO[bytes]]


@dataclass
class Unpacking:
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


def zip_members(data: bytes) -> Iterator[Member]:
    """The files that the directory of a zip lists."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    for entry in archive.infolist():
        if not entry.is_dir():
            locked = bool(entry.flag_bits & _ENCRYPTED)
            yield Member(name_of(entry), entry.compress_size, locked, partial(archive.open, entry))


def tar_members(data: bytes, inside: str, work: Unpacking) -> Iterator[Member]:
    """The files of a tar, packed by gzip or not; one that breaks off gives what came before."""
    plain, problems = unpack(data) if data.startswith(GZIP) else (data, [])
    work.problems += [Problem(inside.rstrip("/"), *problem[1:]) for problem in problems]
    work.packed += len(plain) - len(data)  # what gzip may gain was looked at when it was unpacked
    archive = tarfile.open(fileobj=io.BytesIO(plain), mode="r:")  # noqa: SIM115 - its members are opened later
    try:
        while entry := archive.next():
            if entry.isreg() and not entry.issparse():
                yield Member(entry.name, entry.size, locked=False, opened=partial(_opened, archive, entry))
    except tarfile.TarError as error:
        work.stop(inside.rstrip("/"), "broken_archive", str(error))


def _opened(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> IO[bytes]:
    """A member of a tar as a stream."""
    return archive.extractfile(entry) or io.BytesIO()


def pieces(member: Member, work: Unpacking) -> Iterator[bytes]:
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
