"""OpenDocument texts: one article a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import odt_paragraphs
from mediastudy.documents.files.officetexts import article_of
from mediastudy.documents.files.officezip import part, part_names
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "odt"
_TYPE: Final = b"application/vnd.oasis.opendocument.text"


def sniff(source: Source) -> float:
    """Sure of an archive that says it is an OpenDocument text."""
    names = part_names(source.data)
    if "content.xml" not in names:
        return 0.0
    try:
        stated = part(source.data, "mimetype") or part(source.data, "META-INF/manifest.xml") or b""
    except Unreadable:
        return 0.5 if source.suffix == ".odt" else 0.0
    return 0.95 if _TYPE in stated else 0.0


def read(source: Source) -> Articles:
    """The article that the document holds.

    Raises
    ------
    Unreadable
        ``empty_file`` if there is no text in it; ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.
    """
    return article_of(odt_paragraphs(source.data))
