"""The runs of text of a page in order, each with the elements it stands in: what layouts are read from.

Exports of databases nest their blocks wrongly and leave text loose between breaks, so a run is what stands between
two borders of blocks, wherever they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.markup import local_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BORDERS: Final = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure "  # noqa: SIM905 - words in a row
    "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead tr "
    "ul".split()
)
_UNSEEN: Final = frozenset(("head", "noscript", "script", "style", "template", "title", "textarea"))


class Run(NamedTuple):
    """One run of text: its words with white space made single, the elements around it, and what ended it.

    ``path`` runs from the root to the innermost element around the first word; ``end`` is the name of the element
    whose border ended the run.
    """

    text: str
    path: tuple[Any, ...]
    end: str = ""


def runs_in(root: Any, *, breaks: bool = False) -> list[Run]:
    """The runs of text below an element, in order; empty ones are left out.

    Parameters
    ----------
    root
        An element of a page.
    breaks
        Whether a line break (``br``) ends a run; otherwise it is a space.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> [run.text for run in runs_in(parse_html("<div>One<b>s</b><p>Two<div>Three</div>Four</p></div>"))]
    ['Ones', 'Two', 'Three', 'Four']
    """
    found: list[Run] = []
    gathered: list[str] = []
    path: tuple[Any, ...] = ()
    for text, border, around in _pieces(root, _BORDERS | {"br"} if breaks else _BORDERS):
        if text.strip() and not path:
            path = around
        gathered.append(text)
        if border:
            words = " ".join("".join(gathered).split())
            if words:
                found.append(Run(words, path, border))
            gathered, path = [], ()
    return found


def marks(run: Run) -> set[str]:
    """The classes and ids of the elements around a run, in lower case.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> sorted(marks(runs_in(parse_html("<div id='hd'><b class='enHeadline big'>One</b></div>"))[0]))
    ['big', 'enheadline', 'hd']
    """
    return {name.lower() for element in run.path for name in classes(element)}


def classes(element: Any) -> list[str]:
    """The classes and the id of an element.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_xml
    >>> classes(parse_xml(b"<p id='a' class='b c'/>"))
    ['b', 'c', 'a']
    """
    return f"{element.get('class') or ''} {element.get('id') or ''}".split()


def nearest(run: Run, *names: str) -> Any | None:
    """The innermost element of one of these names around a run, or None.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> nearest(runs_in(parse_html("<section><p>One</p></section>"))[0], "section").tag
    'section'
    """
    return next((element for element in reversed(run.path) if local_name(element) in names), None)


def _pieces(root: Any, borders: Collection[str]) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """Pieces of text with the elements around them, and the borders between them."""
    from lxml import etree

    path: list[Any] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = local_name(element)
        text = element.tail if event != "start" and element is not root else None
        if event == "start":
            path.append(element)
            hidden += name in _UNSEEN
            text = element.text
        elif event == "end":
            path.pop()
            hidden -= name in _UNSEEN
        if event in {"start", "end"}:
            yield from _border(name, event, borders)
        if text and not hidden:
            yield text, "", tuple(path)
    yield "", "end", ()


def _border(name: str, event: str, borders: Collection[str]) -> Iterator[tuple[str, str, tuple[Any, ...]]]:
    """What the start or end of an element does to a run: it ends it, or a break leaves a space."""
    if name in borders and (event == "start" or name not in {"br", "hr"}):
        yield "", name, ()
    elif name == "br" and event == "start":
        yield " ", "", ()
