"""The paragraphs of a text in TEI, the markup of editions: as printed, without running heads and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.markup import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKING: Final = frozenset(
    (  # noqa: SIM905 - words read better in a row
        "ab address argument byline castItem closer dateline div div1 div2 div3 div4 div5 docAuthor docDate docImprint "
        "docTitle epigraph figure floatingText head item l lg list opener p postscript quote row salute signed sp "
        "speaker stage table text titlePart trailer body"
    ).split()
)
# An edition's own notes and page furniture; of two readings the one that was printed is kept.
_SKIPPED: Final = frozenset(("fw", "note", "gap", "del", "corr", "reg", "expan", "figDesc", "teiHeader"))
_SPACES: Final = frozenset(("lb", "pb", "cb", "milestone", "cell"))


def paragraphs_of(element: Any) -> list[str]:
    """The paragraphs of an element of TEI, white space made single.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_xml
    >>> paragraphs_of(parse_xml(b"<body><head>Harbour</head><p>Ships<lb/>came<note>Two.</note>.</p><fw>4</fw></body>"))
    ['Harbour', 'Ships came.']
    """
    found: list[str] = []
    text: list[str] = []
    for piece in _pieces(element):
        if piece is None:
            found.append("".join(text))
            text = []
        else:
            text.append(piece)
    return [paragraph for paragraph in (" ".join(part.split()) for part in [*found, "".join(text)]) if paragraph]


def _pieces(element: Any) -> Iterator[str | None]:
    """The texts of an element in order and None where a paragraph ends, without recursion: trees can be deep."""
    from lxml import etree

    hidden = 0
    for event, part in etree.iterwalk(element, events=("start", "end")):
        name = local_name(part)
        starts = event == "start"
        skipped = name in _SKIPPED and part is not element
        hidden += skipped if starts else -skipped
        if hidden or (skipped and starts):
            continue
        if name in _BREAKING:
            yield None
        if starts:
            yield from _opening(part, name)
        elif part.tail and part is not element:
            yield part.tail


def _opening(part: Any, name: str) -> Iterator[str]:
    """The space that a break of line or page stands for, and the text that an element begins with."""
    if name in _SPACES and part.get("break") != "no":
        yield " "
    if part.text:
        yield part.text
