"""Compound files, in which office programs kept their documents before 2007: streams in chains of sectors.

References
----------
Microsoft. [MS-CFB]: Compound File Binary File Format. Numbers of bytes below are its places of fields: section 2.2 for
the header, 2.6 for the entries of the directory.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STREAMS: Final = ("Workbook", "Book")
# Streams shorter than this lie in small sectors of so many bytes, which fill a stream of their own.
_SMALL: Final = 4096
_MINI: Final = 64
_ENTRY: Final = 128


def workbook_stream(data: bytes) -> bytes:
    """The stream of the workbook within a compound file.

    Raises
    ------
    ValueError, struct.error, IndexError, KeyError, OverflowError
        If the file is damaged, or states more than it holds.

    Examples
    --------
    >>> workbook_stream(bytes(512))
    Traceback (most recent call last):
    ValueError: sectors of 1 bytes
    """
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    if size not in (512, 4096):
        message = f"sectors of {size} bytes"
        raise ValueError(message)
    links = _links(data, size)
    directory = b"".join(_chain(data, links, struct.unpack_from("<I", data, 48)[0], size))
    entries = [directory[start : start + _ENTRY] for start in range(0, len(directory), _ENTRY)]
    _check_sizes(data, size, entries)
    named = {entry[: max(0, entry[64] - 2)].decode("utf-16-le", errors="replace"): entry for entry in entries}
    entry = named[next((name for name in _STREAMS if name in named), _STREAMS[0])]
    first, length = struct.unpack_from("<II", entry, 116)
    if length >= _SMALL:
        return b"".join(_chain(data, links, first, size))[:length]
    small = b"".join(_chain(data, links, struct.unpack_from("<I", entries[0], 116)[0], size))
    mini = b"".join(_chain(data, links, struct.unpack_from("<I", data, 60)[0], size))
    after = struct.unpack(f"<{len(mini) // 4}I", mini)
    return b"".join(_chain(bytes(_MINI) + small, after, first, _MINI))[:length]


def _check_sizes(data: bytes, size: int, entries: Sequence[bytes]) -> None:
    """Refuse a compound file that states more sectors or longer streams than it holds."""
    sectors = [struct.unpack_from("<I", data, place)[0] for place in (40, 44, 64, 72)]
    lengths = [struct.unpack_from("<Q", entry, 120)[0] for entry in entries if len(entry) == _ENTRY and entry[66]]
    if max(sectors) > len(data) // size + 1 or max(lengths, default=0) > len(data) + size:
        message = "parts larger than the file"
        raise ValueError(message)


def _links(data: bytes, size: int) -> tuple[int, ...]:
    """For each sector the one that follows it."""
    tables = [number for number in struct.unpack_from("<109I", data, 76) if number < len(data) // size]
    following, seen = struct.unpack_from("<I", data, 68)[0], 0
    while following < len(data) // size and seen < len(data) // size:
        more = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        tables += [number for number in more[:-1] if number < len(data) // size]
        following, seen = more[-1], seen + 1
    packed = b"".join(data[(number + 1) * size : (number + 2) * size] for number in tables)
    return struct.unpack(f"<{len(packed) // 4}I", packed[: len(packed) // 4 * 4])


def _chain(data: bytes, links: tuple[int, ...], first: int, size: int) -> Iterator[bytes]:
    """The sectors of a stream in order, each at most once."""
    number, seen = first, set[int]()
    while number < len(links) and number not in seen:
        yield data[(number + 1) * size : (number + 2) * size]
        seen.add(number)
        number = links[number]
