"""Word documents: one article a file. The old binary format is refused with advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.office import docx_paragraphs
from mediastudy.documents.files.officetexts import article_of
from mediastudy.documents.files.officezip import OLE, part_names
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from mediastudy.documents.records import Articles, Source

NAME: Final = "docx"
_OLD_TEXT: Final = "WordDocument".encode("utf-16-le")
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


def sniff(source: Source) -> float:
    """Sure of an archive with the parts of a Word document, and of what Word wrote before."""
    if source.data.startswith(OLE):
        return 0.95 if _OLD_TEXT in source.data or _LOCKED in source.data else 0.0
    return 0.95 if "word/document.xml" in part_names(source.data) else _by_parts(source)


def read(source: Source) -> Articles:
    """The article that the document holds.

    Raises
    ------
    Unreadable
        ``old_office_file`` or ``encrypted_file`` with advice; ``empty_file`` if there is no text in it;
        ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.
    """
    if source.data.startswith(OLE):
        if _LOCKED in source.data:
            problem = "encrypted_file"
            raise Unreadable(problem, "an Office file under a password: save it without one")
        problem = "old_office_file"
        raise Unreadable(problem, "a document of Word before 2007 (.doc): save it as .docx")
    return article_of(docx_paragraphs(source.data))


def _by_parts(source: Source) -> float:
    """How surely an archive with other names of parts is a Word document."""
    names = part_names(source.data)
    return 0.9 if "_rels/.rels" in names and any(name.startswith("word/document") for name in names) else 0.0
