"""The text of an export whose bytes are UTF-8 by its own word, but Windows-1252 in part or throughout.

Databases paste what they store into pages that declare UTF-8. Each stretch of bytes that is no UTF-8 is then read as
Windows-1252, so that neither half is lost.
"""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.files.encodings import Decoded, decode
from mediastudy.documents.readers import Unreadable

_CHARSET: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_WESTERN: Final = frozenset({"utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii"})
_MULTIBYTE: Final = re.compile(
    rb"((?:[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xe0[\xa0-\xbf][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3})+)"
)
_HEAD: Final = 1 << 14
_LONG_RUN: Final = 3


def export_text(data: bytes) -> Decoded:
    r"""The text of an export's bytes, its encoding, and the name of the problem if there is one.

    Raises
    ------
    Unreadable
        If the bytes are no text.

    Examples
    --------
    >>> export_text("664 Wörter".encode("cp1252")).text, export_text("664 Wörter".encode()).text
    ('664 Wörter', '664 Wörter')
    >>> export_text(b"W\xf6rter, " + "Wörter".encode())
    Decoded(text='Wörter, Wörter', encoding='utf-8', problem='mixed_encodings')
    """
    declared = _declared(data)
    decoded = decode(data, declared=declared)
    if decoded.text is None:
        raise Unreadable(decoded.problem or "binary_file", "the bytes are no text in any encoding tried")
    if decoded.encoding.startswith("utf-16") or (decoded.problem is None and decoded.encoding in {"utf-8", declared}):
        return decoded
    if b"\x00" in data or decoded.encoding.startswith(("utf-32", "iso2022")):
        return decoded
    return decoded if _is_foreign(data) else _stretches(data.removeprefix(b"\xef\xbb\xbf"))


def _declared(data: bytes) -> str | None:
    """The encoding that the page names, if it is another than those tried anyway."""
    match = _CHARSET.search(data[:_HEAD])
    name = match[1].decode("ascii", errors="replace").lower() if match else None
    return None if name in _WESTERN else name


def _is_foreign(data: bytes) -> bool:
    """Whether the bytes are of a script other than Latin and not UTF-8: then they come in long runs."""
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", data)]
    utf8 = sum(map(len, _MULTIBYTE.findall(data)))
    return utf8 * 2 < sum(runs) and sum(runs) >= _LONG_RUN * len(runs)


def _stretches(data: bytes) -> Decoded:
    """The text of bytes that are UTF-8 in some stretches and Windows-1252 in the others."""
    cut = re.search(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z", data)
    parts = _MULTIBYTE.split(data)
    is_utf8 = len(parts) > 1
    if cut and is_utf8:  # a character that the end of the file cuts in two
        parts = _MULTIBYTE.split(data[: cut.start()])
    text = "".join(
        part.decode("utf-8" if number % 2 else "cp1252", errors="replace") for number, part in enumerate(parts)
    )
    strays = any(not part.isascii() for part in parts[::2])
    if "\ufffd" in text or (cut and is_utf8 and not strays):
        return Decoded(text, "utf-8" if is_utf8 else "cp1252", "broken_characters")
    return Decoded(text, "utf-8", "mixed_encodings") if is_utf8 and strays else Decoded(text, "cp1252")
