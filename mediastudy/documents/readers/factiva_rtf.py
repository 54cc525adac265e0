"""Factiva's RTF export: the plain layout or a table of codes, as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.richtext import rtf_text
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.factiva import ACCESSION
from mediastudy.documents.vendors.factiva_lines import is_factiva, read_text

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "factiva-rtf"
_SURE: Final = 0.97
_NUMBER: Final = re.compile(rb"(?<![A-Za-z0-9])" + ACCESSION.encode())


def sniff(source: Source) -> float:
    """Sure if the text of the RTF holds Factiva's records."""
    if not source.data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf") or not _NUMBER.search(source.data):
        return 0.0
    try:
        return _SURE if is_factiva(rtf_text(source.data)) else 0.0
    except Unreadable:
        return 0.0


def read(source: Source) -> Articles:
    r"""The articles of the RTF.

    Raises
    ------
    Unreadable
        If the file is no RTF, or holds no article.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> lines = (
    ...     "Harbour opens", "12 words", "13 November 2017", "Coast Daily", "COAST", "English", "(c) 2017 Coast",
    ...     "Ships came.", "Document COAS000020171113edbd0002x",
    ... )  # fmt: skip
    >>> data = ("{\\rtf1\\ansi " + "\\par ".join(lines) + "\\par}").encode()
    >>> read(Source("a.rtf", ".rtf", data)).articles[0].fields["text"]
    'Ships came.'
    """
    return read_text(rtf_text(source.data), wrapped=False)
