"""The paragraphs of a tree of markup: text is broken where HTML and NITF break it, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.markup import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAKING: Final = frozenset(
    (  # noqa: SIM905 - words read better in a row
        "address article aside blockquote block body body.content body.end body.head bq br caption center dd div dl dt "
        "fieldset figcaption figure fn footer form h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main media "
        "media-caption nav nitf-table note ol p pre section table tbody tfoot thead text tr ul"
    ).split()
)
_CELLS: Final = frozenset(("td", "th"))
_SILENT: Final = frozenset(("head", "script", "style", "template", "title", "meta"))
_BOLD: Final = frozenset(("strong", "b"))


class Block(NamedTuple):
    """One paragraph, with what tells what it is.

    ``lead`` is the bold text that opens it, ``within`` the names of the elements that it stands in, outermost first,
    and ``anchor`` the last named anchor that was passed before its text.
    """

    text: str
    lead: str = ""
    within: tuple[str, ...] = ()
    anchor: str = ""


class _Piece(NamedTuple):
    """A piece of text with the elements it stands in; or a break, or an anchor, by ``kind``."""

    kind: str
    text: str
    within: tuple[str, ...]


def paragraphs_in(element: Any | None, *, skip: Sequence[str] = ()) -> list[str]:
    """The paragraphs of an element, white space made single; none for None.

    Parameters
    ----------
    element
        An element of HTML, XHTML or NITF.
    skip
        Names of elements that are left out with everything in them; scripts, styles and heads always are.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_xml
    >>> paragraphs_in(parse_xml(b"<div><p>The <i>harbour</i> opened.</p>Ships<br/>came.</div>"))
    ['The harbour opened.', 'Ships', 'came.']
    """
    return [] if element is None else [block.text for block in blocks_in(element, skip=skip)]


def blocks_in(element: Any, *, skip: Sequence[str] = ()) -> Iterator[Block]:
    """The paragraphs of an element in order, each with what tells what it is.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_xml
    >>> next(blocks_in(parse_xml(b"<div><a name='n1'/><p><b>Author: </b>Ann Lee</p></div>")))
    Block(text='Author: Ann Lee', lead='Author:', within=('div', 'p', 'b'), anchor='n1')
    """
    gathered: list[_Piece] = []
    anchor = ""
    for piece in _pieces(element, _SILENT.union(skip)):
        if piece.kind == "text":
            gathered.append(piece)
            continue
        block = _block(gathered, anchor)
        if block:
            yield block
            anchor = ""
        gathered = []
        anchor = piece.text or anchor
    block = _block(gathered, anchor)
    if block:
        yield block


def _block(pieces: list[_Piece], anchor: str) -> Block | None:
    """The block that some pieces of text make, or None if they say nothing."""
    said = [piece for piece in pieces if piece.text.strip()]
    if not said:
        return None
    text = " ".join("".join(piece.text for piece in pieces).split())
    lead = []
    for piece in said:
        if not _BOLD.intersection(piece.within):
            break
        lead.append(piece.text)
    return Block(text, " ".join("".join(lead).split()), said[0].within, anchor)


def _pieces(element: Any, skip: frozenset[str]) -> Iterator[_Piece]:
    """The texts, breaks and anchors of an element in order, without recursion: trees can be deep."""
    from lxml import etree

    names: list[str] = []
    hidden = 0
    for event, part in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        name = local_name(part)
        text = part.tail if event != "start" and part is not element else None
        if event == "start":
            names.append(name)
            hidden += name in skip
            yield from _opening(part, name, tuple(names)) if not hidden else ()
        elif event == "end":
            names.pop()
            hidden -= name in skip
            yield from _closing(name) if not hidden else ()
        if text and not hidden:
            yield _Piece("text", text, tuple(names))


def _opening(part: Any, name: str, names: tuple[str, ...]) -> Iterator[_Piece]:
    """What the start of an element gives: a break, an anchor, its first text."""
    if name in _BREAKING:
        yield _Piece("break", "", ())
    anchor = (part.get("name") or part.get("id")) if name == "a" else None
    if anchor:
        yield _Piece("anchor", anchor, ())
    if part.text:
        yield _Piece("text", part.text, names)


def _closing(name: str) -> Iterator[_Piece]:
    """What the end of an element gives: a break, or a space after a cell."""
    if name in _BREAKING:
        yield _Piece("break", "", ())
    if name in _CELLS:
        yield _Piece("text", " ", ())
