"""The paragraphs of office texts (DOCX and ODT): their body, without headers, comments and deleted text."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.markup import local_name, named
from mediastudy.documents.files.officezip import xml_part
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIN: Final = "word/document.xml"
# Text that was deleted, belongs to a field, a comment or a note, or repeats a drawing for older programs.
_NO_BODY: Final = frozenset(
    "del moveFrom instrText delText delInstrText Fallback rPr pPr rt annotation note tracked-changes "  # noqa: SIM905
    "sequence-decls forms ruby-text table-of-content illustration-index table-index object-index user-index "
    "alphabetical-index desc title".split()
)
_CHARACTERS: Final = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "line-break": "\n",
}  # fmt: skip
_BLOCKS: Final = frozenset(("p", "h", "tbl", "table", "txbxContent", "text-box"))
_LOOSE: Final = frozenset(("p", "h", "span", "a"))


class OfficeParagraph(NamedTuple):
    """One paragraph: its text (a line break within it is a newline), its bookmarks, its style, its first link."""

    text: str
    bookmarks: tuple[str, ...] = ()
    style: str = ""
    link: str = ""


class _Book(NamedTuple):
    """What paragraphs refer to: names of styles, addresses of links; whether paragraphs hold text themselves."""

    styles: dict[str, str]
    links: dict[str, str]
    loose: bool = False


@lru_cache(maxsize=1)  # several readers look at the same file
def docx_paragraphs(data: bytes) -> list[OfficeParagraph]:
    """The paragraphs of the body of a DOCX file, in order, empty ones included.

    A row of a table whose cells hold one paragraph each is one paragraph, with tabs between the cells.

    Raises
    ------
    Unreadable
        ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.

    Examples
    --------
    >>> import io, docx
    >>> buffer, document = io.BytesIO(), docx.Document()
    >>> _ = document.add_paragraph("The harbour opened.")
    >>> document.save(buffer)
    >>> [paragraph.text for paragraph in docx_paragraphs(buffer.getvalue())]
    ['The harbour opened.']
    """
    main = _main_part(data)
    root = xml_part(data, main)
    body = next(iter(named(root, "body")), None) if root is not None else None
    if body is None:
        problem = "broken_file"
        raise Unreadable(problem, "an office file without a body of text")
    folder, name = posixpath.split(main)
    styles = xml_part(data, f"{folder}/styles.xml")
    links = xml_part(data, f"{folder}/_rels/{name}.rels")
    return list(_blocks(body, _Book(_style_names(styles), _targets(links))))


def odt_paragraphs(data: bytes) -> list[OfficeParagraph]:
    """The paragraphs of the body of an ODT file, in order, empty ones included.

    Raises
    ------
    Unreadable
        ``broken_file``, ``zip_bomb`` or ``unsafe_xml``.

    Examples
    --------
    >>> import io, zipfile
    >>> content = "<d><body><text><p>The <span>harbour</span><s/>opened.</p></text></body></d>"
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as archive:
    ...     archive.writestr("content.xml", content)
    >>> odt_paragraphs(buffer.getvalue())[0].text
    'The harbour opened.'
    """
    root = xml_part(data, "content.xml")
    body = next(iter(named(root, "body")), None) if root is not None else None
    if body is None:
        problem = "broken_file"
        raise Unreadable(problem, "an office file without a body of text")
    return list(_blocks(body, _Book(_parent_styles(root), {}, loose=True)))


def _main_part(data: bytes) -> str:
    """The name of the part that holds the text; the file itself says which."""
    relations = xml_part(data, "_rels/.rels")
    for relation in named(relations, "Relationship") if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", _MAIN)).lstrip("/")
    return _MAIN


def _style_names(root: Any | None) -> dict[str, str]:
    """The names of styles by their ids: programs in other languages have other ids, but the same names."""
    styles = named(root, "style") if root is not None else ()
    return {
        _attribute(style, "styleId"): _attribute(child, "val")
        for style in styles
        for child in style
        if local_name(child) == "name"
    }


def _parent_styles(root: Any) -> dict[str, str]:
    """The named styles from which the unnamed ones of an ODT file are made."""
    styles = {_attribute(style, "name"): _attribute(style, "parent-style-name") for style in named(root, "style")}
    return {name: parent.replace("_20_", " ") for name, parent in styles.items() if parent}


def _targets(root: Any | None) -> dict[str, str]:
    """The addresses outside the file by their numbers."""
    relations = named(root, "Relationship") if root is not None else ()
    return {item.get("Id", ""): item.get("Target", "") for item in relations if item.get("TargetMode") == "External"}


def _attribute(element: Any, name: str) -> str:
    """An attribute of an element, whatever its namespace; empty if it has none."""
    return next((str(value) for key, value in element.items() if key.rpartition("}")[2] == name), "")


def _blocks(element: Any, book: _Book) -> Iterator[OfficeParagraph]:
    """The paragraphs of everything in an element; a bookmark between two paragraphs belongs to the second."""
    waiting: list[str] = []
    for child in element:
        name = local_name(child)
        if name in ("bookmarkStart", "bookmark", "bookmark-start"):
            waiting.append(_attribute(child, "name"))
        elif name in ("tbl", "table"):
            for row in _rows(child):
                yield from _row(row, book)
        elif name in ("p", "h"):
            yield _paragraph(child, book, tuple(waiting))
            waiting.clear()
            for inner in _boxes(child):
                yield from _blocks(inner, book)
        elif name not in _NO_BODY:
            yield from _blocks(child, book)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those of tables in its cells left out."""
    for child in table:
        name = local_name(child)
        if name in ("tr", "table-row"):
            yield child
        elif name not in ("tbl", "table", "tc", "table-cell"):
            yield from _rows(child)


def _row(row: Any, book: _Book) -> Iterator[OfficeParagraph]:
    """A row of data as one paragraph; the paragraphs of a row that only lays out the page."""
    cells = [list(_blocks(cell, book)) for cell in row if local_name(cell) in ("tc", "table-cell", "sdt")]
    filled = [[paragraph for paragraph in cell if paragraph.text.strip()] for cell in cells]
    if len(cells) > 1 and all(len(cell) <= 1 for cell in filled):
        bookmarks = tuple(mark for cell in cells for paragraph in cell for mark in paragraph.bookmarks)
        yield OfficeParagraph("\t".join(cell[0].text if cell else "" for cell in filled).strip(), bookmarks)
    else:
        for cell in cells:
            yield from cell


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph; each holds paragraphs of its own."""
    for child in paragraph:
        name = local_name(child)
        if name in ("txbxContent", "text-box"):
            yield child
        elif name not in _NO_BODY:
            yield from _boxes(child)


def _paragraph(element: Any, book: _Book, bookmarks: tuple[str, ...]) -> OfficeParagraph:
    """One paragraph without what hangs on it."""
    found = {"bookmarks": list(bookmarks), "links": []}
    text = "".join(_pieces(element, book, found))
    style = next((_attribute(part, "val") for part in named(element, "pStyle")), _attribute(element, "style-name"))
    return OfficeParagraph(
        text, tuple(dict.fromkeys(found["bookmarks"])), book.styles.get(style, style), next(iter(found["links"]), "")
    )


def _pieces(element: Any, book: _Book, found: dict[str, list[str]]) -> Iterator[str]:
    """The pieces of text of an element; bookmarks and links met on the way are noted."""
    loose = book.loose and local_name(element) in _LOOSE
    if loose and element.text:
        yield _single(element.text)
    for child in element:
        yield from _piece(child, book, found)
        if loose and child.tail:
            yield _single(child.tail)


def _piece(child: Any, book: _Book, found: dict[str, list[str]]) -> Iterator[str]:
    """The text of one part of a paragraph."""
    name = local_name(child)
    if name in ("bookmarkStart", "bookmark", "bookmark-start"):
        found["bookmarks"].append(_attribute(child, "name"))
    elif name in ("hyperlink", "a"):
        found["links"] += filter(None, (book.links.get(_attribute(child, "id"), ""), _attribute(child, "href")))
        yield from _pieces(child, book, found)
    elif name == "t":
        yield child.text or ""
    elif name == "s":
        yield " "
    elif name in _CHARACTERS:
        yield _CHARACTERS[name]
    elif name not in _NO_BODY | _BLOCKS and not (name == "r" and _hidden(child)):
        yield from _pieces(child, book, found)


def _single(text: str) -> str:
    """White space as ODT means it: a run of it is one space, also at the ends."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _hidden(run: Any) -> bool:
    """Whether a run of text is marked as hidden."""
    marks = (mark for part in run if local_name(part) == "rPr" for mark in part if local_name(mark) == "vanish")
    return any(_attribute(mark, "val") not in ("0", "false", "off") for mark in marks)
