"""Bytes to text: gzip unpacked; byte order marks and UTF-8 first, then detection by what the text would be."""

from __future__ import annotations

import codecs
import contextlib
import re
import zlib
from typing import Final, NamedTuple

from mediastudy.documents.files import limits
from mediastudy.documents.files.charsets import among_relatives, looks_like_utf16
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Problem

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GZIP: Final = b"\x1f\x8b"
_STEP: Final = 1 << 20
_MOST: Final = 1 << 24  # unpacked at a time
_WITH_HEADER: Final = 16 + zlib.MAX_WBITS
_SAMPLE: Final = 1 << 16
_FEW: Final = 0.02
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MANY_CONTROLS: Final = 0.02
_TOO_MANY: Final = 0.05  # in bytes that are UTF-8 throughout, which is no accident


class Decoded(NamedTuple):
    """The text (None if the bytes are no text), its encoding, and the name of the problem if there is one."""

    text: str | None
    encoding: str
    problem: str | None = None

    @property
    def problems(self) -> list[Problem]:
        """The problem, if there is one, as a list."""
        return [Problem("", self.problem, f"read as {self.encoding}")] if self.problem else []


def unpack(data: bytes) -> tuple[bytes, list[Problem]]:
    """The bytes as they were before gzip, and a problem if the archive is cut off or damaged.

    Raises
    ------
    Unreadable
        ``zip_bomb`` or ``file_too_large`` if it grows beyond the limits, which is seen while it is unpacked.

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
    while bytes(rest[:2]) == GZIP:
        member = zlib.decompressobj(_WITH_HEADER)
        try:
            for start in range(0, len(rest), _STEP):
                out += member.decompress(rest[start : start + _STEP], _MOST)
                while member.unconsumed_tail:
                    _check(len(data), len(out))
                    out += member.decompress(member.unconsumed_tail, _MOST)
                _check(len(data), len(out))
                if member.eof:
                    break
        except zlib.error as error:
            return bytes(out), [Problem("", "broken_gzip", f"{error}; {len(out)} bytes before the damage were read")]
        if not member.eof:
            return bytes(out), [Problem("", "truncated_gzip", f"cut off; the {len(out)} bytes there are were read")]
        rest = rest[min(start + _STEP, len(rest)) - len(member.unused_data) :]
    return bytes(out), []


def _check(packed: int, unpacked: int) -> None:
    """Refuse what grows beyond the limits."""
    limits.check_ratio(packed, unpacked)
    limits.check_size(unpacked)


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text that the bytes hold.

    Parameters
    ----------
    data
        The bytes of a whole file.
    declared
        The encoding that the file itself names, tried after marks and UTF-8.

    Returns
    -------
    Decoded
        ``problem`` is ``binary_file`` (no text), ``unknown_encoding`` (no text), ``broken_characters`` (unreadable
        bytes stand as U+FFFD), ``control_characters`` (more of them than a text should have) or None.

    Examples
    --------
    >>> decode("Überschrift".encode("utf-16")).text
    'Überschrift'
    >>> decode(bytes(range(32))).problem
    'binary_file'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    if b"\x00" in data:
        return _without_mark(data)
    if b"\x1b$" in data or b"\x1b(" in data:
        for encoding in ("iso2022_kr", "iso2022_jp_2") if b"\x1b$)C" in data else ("iso2022_jp_2",):
            with contextlib.suppress(UnicodeError):
                return Decoded(data.decode(encoding), encoding)
    strict = _first_strict(data, ("utf-8", declared) if declared else ("utf-8",))
    if strict:
        return strict
    return _nearly_utf8(data) or _detected(data)


def text_in(data: bytes, *, declared: str | None = None) -> tuple[str, list[Problem]]:
    """The text that the bytes of a file hold, and the problem of its encoding if there is one.

    Raises
    ------
    Unreadable
        ``binary_file`` or ``unknown_encoding`` if they hold none.

    Examples
    --------
    >>> text_in("Überschrift".encode("utf-16"))
    ('Überschrift', [])
    """
    decoded = decode(data, declared=declared)
    if decoded.text is None:
        raise Unreadable(decoded.problem or "binary_file", "the bytes are no text in any encoding tried")
    return decoded.text, decoded.problems


def _first_strict(data: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    """The text in the first of the encodings that fits without an error."""
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
        controls = _controls(data)
        if controls > (_TOO_MANY if encoding == "utf-8" else _MANY_CONTROLS):
            return None
        return Decoded(text, encoding, "control_characters" if controls > _MANY_CONTROLS else None)
    return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    """The text with unreadable bytes replaced, and the problem named if there were any."""
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, "broken_characters" if "�" in text else None)


def _without_mark(data: bytes) -> Decoded:
    """UTF-16 without a mark, told by its text; anything else with NULs is no text."""
    encoding = looks_like_utf16(data[:_SAMPLE])
    return _lenient(data, encoding) if encoding else Decoded(None, "", "binary_file")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, such as a file cut off within a character."""
    text = data.decode("utf-8", errors="replace")
    broken, foreign = text.count("�"), sum(character > "\x7f" for character in text)
    if _is_binary(data) or broken > max(1, foreign * _FEW) or broken == foreign:
        return None
    return Decoded(text, "utf-8", "broken_characters")


def _is_binary(data: bytes) -> bool:
    """Whether too many control characters stand in the bytes for a text."""
    return _controls(data) > _MANY_CONTROLS


def _controls(data: bytes) -> float:
    """The share of control characters; one alone says nothing."""
    sample = data[:_SAMPLE]
    count = len(_CONTROL.findall(sample))
    return count / len(sample) if count > 1 else 0.0


def _detected(data: bytes) -> Decoded:
    """The text in the encoding that charset-normalizer finds most plausible, or in a relative that fits better."""
    from charset_normalizer import from_bytes

    if _is_binary(data):
        return _without_mark(data)
    sample = _telling(data)
    best = from_bytes(sample).best()
    if best is None:
        return Decoded(None, "", "unknown_encoding")
    return _lenient(data, among_relatives(sample, best.encoding))


def _telling(data: bytes) -> bytes:
    """The first lines that hold more than ASCII, which alone tell one encoding from another."""
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line)
            size += len(line)
        if size > _SAMPLE:
            break
    return b"".join(lines)[: 2 * _SAMPLE] or data[:_SAMPLE]
