"""LexisNexis before Nexis Uni, saved for Word: RTF (often named .doc) or DOCX with the lines of its TXT."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import docx_paragraphs
from mediastudy.documents.files.officezip import part, part_names
from mediastudy.documents.files.richtext import is_rtf, rtf_text
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.lexisnexistext import is_numbered, read_text

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "lexisnexis-word"
_MAIN: Final = "word/document.xml"
_LENGTH: Final = re.compile(rb"LENGTH|LENGTE|LONGUEUR|L(?:\xc3\x84|\\'c4|\\u196.{0,3})NGE")


def sniff(source: Source) -> float:
    """Sure of a text for Word with numbered records and labels in capitals."""
    try:
        raw = source.data if is_rtf(source.data) else _main_part(source.data)
        if not _LENGTH.search(raw):
            return 0.0
        return 0.96 if is_numbered(_text(source)) else 0.0
    except Unreadable:
        return 0.0


def read(source: Source) -> Articles:
    r"""The articles of the file.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none; ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> lines = ["1 of 1 DOCUMENTS", "Coast Daily", "May 3, 1999", "Harbour opens", "LENGTH: 2 words", "Ships came."]
    >>> data = "{\\rtf1\\ansi " + "\\par\\par ".join(lines) + "}"
    >>> read(Source("a.doc", ".doc", data.encode())).articles[0].fields["text"]
    'Ships came.'
    """
    return read_text(_text(source), wrapped=False)


def _main_part(data: bytes) -> bytes:
    """The part of a DOCX that holds the text; empty if there is none."""
    return (part(data, _MAIN) or b"") if _MAIN in part_names(data) else b""


def _text(source: Source) -> str:
    """The text of the file, a line a paragraph or a break within one."""
    if is_rtf(source.data):
        text = rtf_text(source.data)
    else:
        text = "\n".join(paragraph.text for paragraph in docx_paragraphs(source.data))
    return text.replace("\u2028", "\n")
