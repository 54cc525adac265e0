"""Plain text: one article a file, pages saved as text included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.cleaning import clean
from mediastudy.documents.files.encodings import decode
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "text"
_SUFFIXES: Final = (".txt", ".text", ".md", "")


def sniff(source: Source) -> float:
    """Sure of nothing: any text that no other reader recognises is plain text, but for XML."""
    if source.suffix == ".xml" or source.data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return 0.0
    return 0.4 if source.suffix in _SUFFIXES else 0.1


def read(source: Source) -> Articles:
    """The article that the file holds.

    Raises
    ------
    Unreadable
        If the file holds no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> read(Source("a.txt", ".txt", b"The harbour opened.")).articles[0].fields["text"]
    'The harbour opened.'
    """
    decoded = decode(source.data)
    if decoded.text is None:
        raise Unreadable(decoded.problem or "binary_file", "the bytes are no text in any encoding tried")
    if not decoded.text.strip("\ufeff\x00 \t\r\n\u00a0\u3000"):
        problem = "empty_file"
        raise Unreadable(problem, "it holds nothing but white space")
    article = clean(decoded.text)
    problems = [Problem("", decoded.problem, f"read as {decoded.encoding}")] if decoded.problem else []
    return Articles([article], problems)
