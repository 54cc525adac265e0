"""LexisNexis TXT: records under *3 of 10 DOCUMENTS*, lines broken at some eighty characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.encodings import decode, text_in
from mediastudy.documents.vendors.lexisnexistext import is_labelled, is_numbered, read_text

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "lexisnexis-txt"
_MARK: Final = re.compile(rb"\d\x00? \x00?(?:o\x00?f|v\x00?o\x00?n|d\x00?e|s\x00?u\x00?r|v\x00?a\x00?n)\x00? ")
_LENGTH: Final = re.compile(rb"L\x00?(?:E\x00?N\x00?G\x00?T|O\x00?N\x00?G\x00?U|\xc4|\xc3\x84)")


def sniff(source: Source) -> float:
    """Sure of a text with numbered records and labels in capitals; nearly so of one with the labels alone."""
    if source.data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"{", b"PK", b"%PDF")):
        return 0.0
    if not _MARK.search(source.data) and not _LENGTH.search(source.data):
        return 0.0
    text = decode(source.data).text
    if text is None:
        return 0.0
    return 0.97 if is_numbered(text) else 0.93 if is_labelled(text) else 0.0


def read(source: Source) -> Articles:
    r"""The articles of the file.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none, ``binary_file`` or ``unknown_encoding`` if it is no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> lines = ["1 of 1 DOCUMENTS", "Coast Daily", "May 3, 2019", "Harbour opens", "LENGTH: 3 words", "Ships\ncame."]
    >>> article = read(Source("a.txt", ".txt", "\n\n".join(lines).encode())).articles[0]
    >>> article.fields["title"], article.fields["text"]
    ('Harbour opens', 'Ships came.')
    """
    text, problems = text_in(source.data)
    articles = read_text(text, wrapped=True)
    return articles._replace(problems=[*problems, *articles.problems])
