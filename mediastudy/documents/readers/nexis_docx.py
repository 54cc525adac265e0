"""Nexis Uni DOCX: many articles a file, or one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import docx_paragraphs
from mediastudy.documents.files.officezip import part, part_names
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.nexis import read_paragraphs
from mediastudy.documents.vendors.nexislines import article_starts, is_end, lines_of

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "nexis-uni-docx"
_MAIN: Final = "word/document.xml"
_BODY_MARK: Final = re.compile(rb"w:name=\"Body(?:_\d+)?\"")
_ARTICLE_MARK: Final = re.compile(rb"w:name=\"Bookmark_\d+\"")
_OWN_NAME: Final = re.compile(r"(?:lexis ?nexis|nexis uni|lexis advance)\b.{0,40}", re.IGNORECASE)


def sniff(source: Source) -> float:
    """Sure of a DOCX with the bookmarks or the closing lines of Nexis Uni, or one that opens with its name."""
    if _MAIN not in part_names(source.data):
        return 0.0
    try:
        main = part(source.data, _MAIN) or b""
        if _BODY_MARK.search(main) and _ARTICLE_MARK.search(main):
            return 0.97
        paragraphs = docx_paragraphs(source.data)
    except Unreadable:
        return 0.0
    texts = [text for paragraph in paragraphs if (text := paragraph.text.strip())]
    own = bool(texts) and _OWN_NAME.fullmatch(texts[0]) is not None
    if own or any(map(is_end, texts)):
        return 0.97
    return 0.96 if article_starts(lines_of(paragraphs)) else 0.0


def read(source: Source) -> Articles:
    """The articles of the file.

    Raises
    ------
    Unreadable
        ``no_articles`` if it holds none; ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.
    """
    return read_paragraphs(docx_paragraphs(source.data))
