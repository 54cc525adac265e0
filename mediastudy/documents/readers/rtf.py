"""Rich text (RTF): one article a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import OfficeParagraph
from mediastudy.documents.files.officetexts import article_of
from mediastudy.documents.files.richtext import rtf_text

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "rtf"
_START: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")


def sniff(source: Source) -> float:
    """Sure of a file that opens as RTF; the readers of databases are surer of theirs."""
    return 0.9 if _START.match(source.data) else 0.0


def read(source: Source) -> Articles:
    r"""The article that the file holds.

    Raises
    ------
    Unreadable
        ``empty_file`` if there is no text in it; ``broken_file`` if it can't be read.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> read(Source("a.rtf", ".rtf", rb"{\rtf1\ansi The harbour opened.}")).articles[0].fields["text"]
    'The harbour opened.'
    """
    return article_of([OfficeParagraph(line) for line in rtf_text(source.data).split("\n")])
