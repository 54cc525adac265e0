"""Factiva's export as Word keeps it: the plain layout or a table of codes, in the paragraphs of a DOCX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import docx_paragraphs
from mediastudy.documents.files.officezip import part, part_names
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.factiva import ACCESSION
from mediastudy.documents.vendors.factiva_lines import is_factiva, read_text

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "factiva-docx"
_SURE: Final = 0.97
_MAIN: Final = "word/document.xml"
_NUMBER: Final = re.compile(rb"(?<![A-Za-z0-9])" + ACCESSION.encode())


def sniff(source: Source) -> float:
    """Sure if the paragraphs of the DOCX hold Factiva's records."""
    if _MAIN not in part_names(source.data):
        return 0.0
    try:
        return _SURE if _NUMBER.search(part(source.data, _MAIN) or b"") and is_factiva(_text(source)) else 0.0
    except Unreadable:
        return 0.0


def read(source: Source) -> Articles:
    """The articles of the file.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none; ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.
    """
    return read_text(_text(source), wrapped=False)


def _text(source: Source) -> str:
    """The paragraphs as lines."""
    return "\n".join(paragraph.text for paragraph in docx_paragraphs(source.data))
