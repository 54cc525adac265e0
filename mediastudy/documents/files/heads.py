"""The head of a file, by which readers know a format before anything is read."""

from __future__ import annotations

from typing import Final

_HEAD: Final = 1 << 16


def head_of(data: bytes) -> str:
    r"""The first characters of a file, whatever its encoding, to look for its syntax.

    Examples
    --------
    >>> head_of(b"\xef\xbb\xbf[1]")
    '[1]'
    """
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", errors="replace").lstrip("\ufeff")
    return head.decode("utf-8-sig", errors="replace")


def markup_head(data: bytes, most: int) -> bytes:
    """The first bytes of a file of markup, a byte a letter also in UTF-16; none if it is no markup.

    Examples
    --------
    >>> markup_head("<html>".encode("utf-16-le"), 1024), markup_head(b"Harbour <b>opens</b>", 1024)
    (b'<html>', b'')
    """
    head = data[:most].replace(b"\x00", b"")
    return head if head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<") else b""
