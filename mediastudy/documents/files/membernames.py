"""The names of an archive's members: decoded, kept within the archive, each given once."""

from __future__ import annotations

import contextlib
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import zipfile

_UTF8_FLAG: Final = 0x800
_DRIVE: Final = re.compile(r"^[A-Za-z]:")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_SYSTEM: Final = ("__macosx", "thumbs.db", "desktop.ini")


def name_of(entry: zipfile.ZipInfo) -> str:
    """The name of a zip's member: marked as UTF-8, or in the encoding of the system that packed it.

    Examples
    --------
    >>> import zipfile
    >>> packed_in_china = "新闻.txt".encode("gbk").decode("cp437")  # as zipfile hands it out
    >>> name_of(zipfile.ZipInfo(packed_in_china))
    '新闻.txt'
    """
    if entry.flag_bits & _UTF8_FLAG or entry.filename.isascii():
        return entry.filename
    try:
        raw = entry.filename.encode("cp437")  # as zipfile has read it
    except UnicodeError:
        return entry.filename
    for encoding in ("utf-8", "gb2312"):
        with contextlib.suppress(UnicodeError):
            return raw.decode(encoding)
    with contextlib.suppress(UnicodeError):
        chinese = raw.decode("gbk")
        if _HAN.search(chinese):  # two characters in a row; accents of Western names rarely stand together
            return chinese
    return entry.filename


def safe_path(name: str) -> str | None:
    r"""A member's name as a path below the archive, empty for none; None if it leads out of it.

    Examples
    --------
    >>> safe_path("C:\\news\\a.txt"), safe_path("/news/./a.txt"), safe_path("../a.txt")
    ('news/a.txt', 'news/a.txt', None)
    """
    plain = _DRIVE.sub("", _CONTROL.sub("", name).replace("\\", "/"))
    parts = [part for part in plain.split("/") if part not in {"", "."}]
    return None if any(part.strip(" .") == "" or _DRIVE.match(part) for part in parts) else "/".join(parts)


def is_hidden(name: str) -> bool:
    """Whether a member is no raw file: hidden, or left by an operating system.

    Examples
    --------
    >>> is_hidden("__MACOSX/._a.txt"), is_hidden("2024/a.txt")
    (True, False)
    """
    return any(part.startswith(".") or part.casefold() in _SYSTEM for part in name.split("/"))


def free_path(path: str, taken: set[str]) -> str:
    """The path, or the path with the first running number that no other member has; it is taken from now on.

    Examples
    --------
    >>> taken = set()
    >>> free_path("a.txt", taken), free_path("a.txt", taken)
    ('a.txt', 'a_2.txt')
    """
    candidate, number = path, 1
    while candidate in taken:
        number += 1
        pure = PurePosixPath(path)
        candidate = pure.with_name(f"{pure.stem}_{number}{pure.suffix}").as_posix()
    taken.add(candidate)
    return candidate
