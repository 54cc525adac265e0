r"""The text of RTF files, in whatever code page they were written.

striprtf does the work. What it does not know is put right before: double-byte characters of which one byte stands as
a plain letter, bytes outside ASCII, hidden and deleted text, and data of pictures, through which it would walk byte by
byte.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import Final

from mediastudy.documents.readers import Unreadable

_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_SOFT_BREAK: Final = "\u2028"
_END_OF_WORD: Final = r"(?![a-zA-Z\d-]) ?"
_BINARY: Final = re.compile(r"\\bin(\d{1,9}) ?")
_HEX_DATA: Final = re.compile(r"(?<![\\\w'])[\da-fA-F][\da-fA-F\r\n]{199,}")
_PAIR: Final = re.compile(r"\\'([89a-fA-F][\da-fA-F])(?:[\r\n]*\\'([\da-fA-F]{2})|(\\[\\{}]|[@-\[\]-z|~]))")
_CHARSET: Final = re.compile(r"\\fcharset(\d+)")
_PAGE: Final = re.compile(r"\\ansicpg(\d+)")
_MACHINE: Final = re.compile(r"\{\\rtf\d?\s*\\(mac|pca|pc)(?![a-z])")
_USUAL: Final = "cp1252"
_MACHINES: Final = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# Charset of a font for each code page of a document other than those of Latin letters; UTF-8 has none.
_CHARSETS: Final = {"932": "128", "936": "134", "949": "129", "950": "136", "1251": "204", "65001": ""}
# In this order: what each pattern stands for is written so that striprtf reads it right.
_REPAIRS: Final = (
    (re.compile(r"\\u(?:\d{6,}|-\d{6,}|-?0*\d{7,})"), ""),
    (re.compile(r"\\uc(?!\d)"), r"\\uc1"),
    (re.compile(r"\\ansicpg0(?!\d) ?"), r"\\ansicpg1252"),
    (re.compile(r"\{\\field\{"), r"{\\field {"),  # links are looked for from every field to the end of the line
    (re.compile(r"(\{\\f\d+)(?![^{};]*\\fcharset)(?=[\\ ])"), r"\1\\fcharset1"),
    (
        re.compile(
            r"\\(?:v|deleted)(?![a-zA-Z\d-])((?:[^{}\\]|\\(?!(?:v|deleted)(?![a-zA-Z])))*)\\(?:v|deleted)0(?!\d) ?"
        ),
        r"{\\comment\1}",
    ),
    (re.compile(r"(\{(?:\\[a-zA-Z]+-?\d* ?)*)\\(?:v|deleted)(?![a-zA-Z\d-])"), r"\1\\comment"),
    (re.compile(rf"\\(?:nest)?cell{_END_OF_WORD}"), r"\\tab "),
    (re.compile(rf"\\line{_END_OF_WORD}"), _SOFT_BREAK),
    (re.compile(r"[\r\n]+(?=\\')"), ""),
)


def is_rtf(data: bytes) -> bool:
    r"""Whether bytes open as an RTF file.

    Examples
    --------
    >>> is_rtf(rb"{\rtf1 One.}"), is_rtf(b"One.")
    (True, False)
    """
    return _START.match(data) is not None


@lru_cache(maxsize=2)  # several readers look at the same file
def rtf_text(data: bytes) -> str:
    r"""The text of an RTF file: one line a paragraph, U+2028 where a line breaks within one, tabs between cells.

    Headers, footers, notes, comments, hidden text and tracked deletions are left out; of a link its text remains.

    Raises
    ------
    Unreadable
        ``broken_file`` if the bytes are no RTF, or broken beyond reading.

    Examples
    --------
    >>> rtf_text(rb"{\rtf1\ansi The harbour opened.\par Caf\'e9 \u8364?5.}")
    'The harbour opened.\nCafé €5.'
    """
    from striprtf.striprtf import rtf_to_text

    if not is_rtf(data):
        problem = "broken_file"
        raise Unreadable(problem, "no RTF file")
    source = _prepared(_characters(data))
    try:
        text = rtf_to_text(source, encoding=_code_page(source), errors="replace")  # type: ignore[no-untyped-call]
    except Exception as error:  # striprtf lets any error of numbers and code pages through
        problem = "broken_file"
        raise Unreadable(problem, f"no readable RTF ({type(error).__name__}: {error})") from error
    return str(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _code_page(source: str) -> str:
    """The code page that the file states for itself."""
    page, machine = _PAGE.search(source), _MACHINE.match(source)
    stated = f"cp{page[1]}" if page else _MACHINES[machine[1]] if machine else _USUAL
    try:
        return codecs.lookup(stated).name
    except LookupError:
        return _USUAL


def _characters(data: bytes) -> str:
    """The file in ASCII: RTF has no other characters, but some programs write them all the same."""
    data = _without_binary(data).lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.isascii():
        return data.decode("ascii")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return re.sub(r"[\x80-\xff]", lambda match: f"\\'{ord(match.group()):02x}", data.decode("latin-1"))
    return "".join(character if character < "\x80" else _escaped(character) for character in text)


def _escaped(character: str) -> str:
    """A character as RTF writes it, in a group of its own."""
    units = character.encode("utf-16-le")
    numbers = [int.from_bytes(units[start : start + 2], "little", signed=True) for start in range(0, len(units), 2)]
    return "{\\uc0" + "".join(f"\\u{number} " for number in numbers) + "}"


def _without_binary(data: bytes) -> bytes:
    """The file without stretches of raw bytes, whose length is stated before them."""
    if b"\\bin" not in data:
        return data
    text, kept, start = data.decode("latin-1"), [], 0
    for match in _BINARY.finditer(text):
        if match.start() >= start:
            kept.append(text[start : match.start()])
            start = match.end() + int(match[1])
    return "".join([*kept, text[start:]]).encode("latin-1")


def _prepared(source: str) -> str:
    """The file as striprtf reads it right."""
    source = _HEX_DATA.sub("", source)
    for pattern, right in _REPAIRS:
        source = pattern.sub(right, source)
    page = _PAGE.search(source)
    charset = _CHARSETS.get(page[1]) if page else None
    if charset is not None and charset not in _CHARSET.findall(source):
        source = re.sub(r"\\fcharset0(?!\d) ?", r"\\fcharset1", source)  # no font says otherwise: the page of the file
    return _PAIR.sub(_whole_pair, source)


def _whole_pair(match: re.Match[str]) -> str:
    """Two bytes that may be one character, both as numbers."""
    second = match[2] or f"{ord(match[3][-1]):02x}"
    return f"\\'{match[1]}\\'{second}"
