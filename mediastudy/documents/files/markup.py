"""XML and HTML as trees, parsed so that no file can reach outside itself or grow without bound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTITY: Final = re.compile(rb"<!ENTITY\b|<\x00!\x00E\x00N\x00T\x00I\x00T\x00Y\x00", re.IGNORECASE)
_PROLOG: Final = 1 << 16


def parse_xml(data: bytes) -> Any:
    """The root element of an XML file, without comments and processing instructions.

    Nothing outside the file is loaded, and no entity is expanded.

    Raises
    ------
    Unreadable
        ``unsafe_xml`` if the file declares entities of its own; ``broken_file`` if it is no well-formed XML.

    Examples
    --------
    >>> parse_xml(b"<a><b>One</b></a>").findtext("b")
    'One'
    """
    from lxml import etree

    if _ENTITY.search(data[:_PROLOG]):
        problem = "unsafe_xml"
        raise Unreadable(problem, "it declares entities of its own, which could expand without end; nothing was read")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.LxmlError, ValueError) as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no well-formed XML ({error})") from error
    if root is None:
        problem = "broken_file"
        raise Unreadable(problem, "no XML element")
    return root


def parse_html(text: str) -> Any:
    """The root element of an HTML page, however broken; comments are kept.

    Raises
    ------
    Unreadable
        ``broken_file`` if there is no element at all.

    Examples
    --------
    >>> parse_html("<p>One<p>Two").xpath("count(//p)")
    2.0
    """
    from lxml import html as lxml_html
    from lxml.etree import LxmlError

    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")).replace("\x00", "")
    try:
        return lxml_html.document_fromstring(plain)
    except (LxmlError, ValueError, AssertionError) as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no readable page ({error})") from error


def local_name(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment.

    Examples
    --------
    >>> local_name(parse_xml(b'<a xmlns="http://coast.example/"/>'))
    'a'
    """
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def named(root: Any, *names: str) -> Iterable[Any]:
    """The elements of these names below a root, in any namespace, in order.

    Examples
    --------
    >>> [element.text for element in named(parse_xml(b"<a><b>One</b><c>Two</c></a>"), "b", "c")]
    ['One', 'Two']
    """
    return (element for element in root.iter() if local_name(element) in names)


def text_of(element: Any | None) -> str:
    r"""The text of an element and everything in it, white space made single; empty for None.

    Examples
    --------
    >>> text_of(parse_html("<p>The <i>harbour</i>\n <!-- still -->opened.</p>"))
    'The harbour opened.'
    """
    if element is None:
        return ""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterable[str]:
    """The pieces of text in an element; a comment says nothing, but what follows it does."""
    for event, part in _walk(element):
        opens = event == "start"
        text = part.text if opens and isinstance(part.tag, str) else None if opens else part.tail
        if text and (opens or part is not element):
            yield text


def _walk(element: Any) -> Any:
    """Starts and ends of an element and everything in it, without recursion: trees can be deep."""
    from lxml import etree

    return etree.iterwalk(element, events=("start", "end", "comment"))


def first_named(root: Any | None, *names: str) -> Any | None:
    """The first element of one of these names below a root, in any namespace; None if there is none.

    Examples
    --------
    >>> first_named(parse_xml(b"<a><b>One</b><b>Two</b></a>"), "b").text
    'One'
    """
    return None if root is None else next(iter(named(root, *names)), None)
