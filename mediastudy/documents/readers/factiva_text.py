"""Factiva's text export: the plain layout or lines with codes, one record after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.factiva_lines import is_factiva, read_text
from mediastudy.documents.vendors.mixed import export_text

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "factiva-text"
_SURE: Final = 0.97
_LOOKED_AT: Final = 1 << 19
_OTHERS: Final = (b"<", b"{", b"[", b"PK", b"%PDF")


def sniff(source: Source) -> float:
    """Sure if a record's number and a length over a date, or codes, stand on lines of their own."""
    head = source.data[:_LOOKED_AT]
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_OTHERS):
        return 0.0
    try:
        text = export_text(head).text or ""
    except Unreadable:
        return 0.0
    return _SURE if is_factiva(text) else 0.0


def read(source: Source) -> Articles:
    r"""The articles of the text.

    Raises
    ------
    Unreadable
        If the file holds no text or no article.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> lines = (
    ...     b"Harbour opens\n12 words\n13 November 2017\nCoast Daily\nCOAST\nEnglish\n(c) 2017 Coast\n\nShips came.\n\n"
    ...     b"Document COAS000020171113edbd0002x\n"
    ... )
    >>> read(Source("a.txt", ".txt", lines)).articles[0].fields["title"]
    'Harbour opens'
    """
    decoded = export_text(source.data)
    articles = read_text(decoded.text or "")
    return articles._replace(problems=[*decoded.problems, *articles.problems])
