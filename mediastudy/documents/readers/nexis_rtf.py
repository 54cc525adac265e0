"""Nexis Uni RTF: the same lines as its DOCX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import OfficeParagraph
from mediastudy.documents.files.richtext import rtf_text
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.nexis import read_paragraphs
from mediastudy.documents.vendors.nexislines import article_starts, is_end, lines_of

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "nexis-uni-rtf"
_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")


def sniff(source: Source) -> float:
    """Sure of an RTF with the line that ends an article of Nexis Uni."""
    if not _START.match(source.data):
        return 0.0
    try:
        lines = rtf_text(source.data).splitlines()
    except Unreadable:
        return 0.0
    if any(is_end(line.strip()) for line in lines):
        return 0.97
    return 0.93 if article_starts(lines_of(map(OfficeParagraph, lines))) else 0.0


def read(source: Source) -> Articles:
    """The articles of the file.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none; ``broken_file`` if it is no RTF that can be read.
    """
    return read_paragraphs(map(OfficeParagraph, rtf_text(source.data).split("\n")))
