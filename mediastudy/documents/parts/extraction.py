"""The article that trafilatura finds on a page, and pages nested too deep made flat."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from mediastudy.documents.files.markup import parse_html
from mediastudy.documents.parts.blocks import is_caption_element
from mediastudy.documents.parts.bylines import writer_named
from mediastudy.documents.readers import Unreadable

_DEEPEST: Final = 250  # the parser leaves out what stands within more than 255 elements
_INLINE: Final = re.compile(
    r"</?(?:span|font|b|i|u|em|strong|big|small|a|ins|del|code|sub|sup)\b[^<>]*>", re.IGNORECASE
)
_NESTING: Final = re.compile(
    r"(?:</?(?:div|section|article|main|center|ul|ol|li|dl|dd|table|tbody|tr|td|th|blockquote|form|fieldset)\b[^<>]*>\s*)+",
    re.IGNORECASE,
)
_LONG_CELL: Final = 200  # a cell of data is shorter


class Extract(NamedTuple):
    """The text taken for the article, one line a block, and what else is stated: title, byline, section."""

    text: str
    stated: dict[str, str]


def flattened(text: str) -> tuple[Any, bool]:
    """The tree of a page, and whether it was nested so deep that its elements were laid side by side to be read.

    Raises
    ------
    Unreadable
        ``broken_file`` if there is no element at all.

    Examples
    --------
    >>> tree, deep = flattened("<div>" * 1000 + "<p>Ships came.</p>")
    >>> tree.findtext(".//p"), deep
    ('Ships came.', True)
    """
    tree = parse_html(text)
    return (parse_html(_NESTING.sub("<br>", _INLINE.sub("", text))), True) if _is_deep(tree) else (tree, False)


def _is_deep(tree: Any) -> bool:
    """Whether a tree reaches the depth at which the parser stops."""
    from lxml import etree

    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= _DEEPEST:
            return True
    return False


def extracted(tree: Any, url: str | None) -> Extract:
    """What trafilatura takes for the article of a page, captions and comments left out.

    Raises
    ------
    Unreadable
        ``broken_file`` if trafilatura fails on the page.

    Examples
    --------
    >>> page = parse_html("<html><body><article><p>The harbour of Velde opened on Monday.</p></article></body></html>")
    >>> extracted(page, None).text
    'The harbour of Velde opened on Monday.'
    """
    from copy import deepcopy

    import trafilatura

    page = deepcopy(tree)
    _without_captions(page)
    _unfold(page)
    try:
        found: Any = trafilatura.bare_extraction(
            page, url=url, include_comments=False, include_tables=True, with_metadata=True
        )
    except Exception as error:  # trafilatura lets any error of its parsers through
        problem = "broken_file"
        raise Unreadable(
            problem, f"no article could be taken from the page ({type(error).__name__}: {error})"
        ) from error
    if found is None:
        return Extract("", {})
    stated = {
        "title": found.title,
        "byline": writer_named(found.author or ""),
        "section": "; ".join(found.categories or []),
    }
    return Extract(found.text or "", {name: value for name, value in stated.items() if value})


def _without_captions(page: Any) -> None:
    """Take the captions out, which are no part of the running text."""
    for element in list(page.iter()):
        if isinstance(element.tag, str) and is_caption_element(element) and element.getparent() is not None:
            element.drop_tree()


def _unfold(page: Any) -> None:
    """Turn tables that only lay out the page into blocks, so that their lines stay apart."""
    for table in page.xpath("//table"):
        if any(len(cell.text_content()) >= _LONG_CELL for cell in table.iter("td")):
            for part in table.iter("table", "tbody", "tr", "td"):
                part.tag = "div"
