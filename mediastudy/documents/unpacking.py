"""Gzip unpacked in memory; of a file that was cut off, as much as is there."""

from __future__ import annotations

import zlib
from typing import Final

from mediastudy.documents.records import Problem

MAGIC: Final = b"\x1f\x8b"
_STEP: Final = 1 << 20
_GZIP: Final = 16 + zlib.MAX_WBITS


def unpack(data: bytes) -> tuple[bytes, list[Problem]]:
    """The bytes as they were before gzip, and a problem if the archive is cut off or damaged.

    Examples
    --------
    >>> import gzip
    >>> unpack(gzip.compress(b"text"))
    (b'text', [])
    >>> unpack(gzip.compress(b"text" * 99)[:-4])[1][0].problem
    'truncated_gzip'
    """
    out = bytearray()
    rest = memoryview(data)  # slices of it copy nothing
    while bytes(rest[:2]) == MAGIC:
        member = zlib.decompressobj(_GZIP)
        try:
            for start in range(0, len(rest), _STEP):
                out += member.decompress(rest[start : start + _STEP])
                if member.eof:
                    break
        except zlib.error as error:
            return bytes(out), [Problem("", "broken_gzip", f"{error}; {len(out)} bytes before the damage were read")]
        if not member.eof:
            return bytes(out), [Problem("", "truncated_gzip", f"cut off; the {len(out)} bytes there are were read")]
        rest = rest[start + _STEP - len(member.unused_data) :] if member.unused_data else rest[start + _STEP :]
    return bytes(out), []
