"""Figures that answer to the pointer: the HTML that a page may show as it stands, because it can do nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Protocol

from mediastudy.reports.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Mapping

OPENING: Final = "<!-- live -->"
CLOSING: Final = "<!-- /live -->"
"""What stands around the part of a figure's HTML that a report shows, and JupyterLab with its caption."""


def _words(text: str) -> frozenset[str]:
    """The words of the text."""
    return frozenset(text.split())


_TAGS: Final = _words(
    "section form button input span div p ol ul li b i bdi br small strong em svg g path rect circle line "
    "polygon polyline text tspan title table thead tbody tr th td"
)
_PAINTED: Final = frozenset(("fill", "stroke"))
_ATTRIBUTES: Final = _PAINTED | _words(
    "class style type name value disabled hidden role dir lang title tabindex viewbox xmlns x y x1 y1 x2 y2 cx cy r d "
    "width height points transform fill-opacity stroke-opacity stroke-width stroke-dasharray opacity text-anchor color "
    "font-family font-size font-weight"
)
# A style sheet counts only as a whole, so that nothing of it goes unread.
# Every angle bracket must open a tag of this plain form, so that no browser can read the page in another way.
_PIECE: Final = re.compile(
    r"<style>(?P<sheet>[^<]*)</style>|</[A-Za-z]+>"
    r"|<(?P<tag>[A-Za-z]+)(?P<attributes>(?:\s+[A-Za-z][\w-]*(?:=\"[^\"<>]*\")?)*)\s*/?>|(?P<stray><)"
)
_ATTRIBUTE: Final = re.compile(r"(?P<name>[A-Za-z][\w-]*)(?:=\"(?P<value>[^\"]*)\")?")
_ELSEWHERE: Final = re.compile(r"url\s*\(|@import|expression\s*\(|image-set\s*\(|image\s*\(|src\s*\(|\\", re.IGNORECASE)


def enclosed(markup: str) -> str:
    """The live part of a figure's HTML, or all of it if no part is marked.

    Examples
    --------
    >>> enclosed("<figure><!-- live --><p>1994</p><!-- /live --></figure>")
    '<p>1994</p>'
    """
    _, found, rest = markup.partition(OPENING)
    return rest.rpartition(CLOSING)[0] if found else markup


def harmless(markup: str) -> str:
    """The HTML itself, if it neither runs nor loads anything.

    Raises
    ------
    ReportError
        Naming the tag, attribute or style that could.

    Examples
    --------
    >>> harmless('<p class="ms-point">1994</p>')
    '<p class="ms-point">1994</p>'
    """
    for piece in _PIECE.finditer(markup):
        if piece["stray"]:
            _refuse("a stray “<”")
        if piece["sheet"] is not None:
            _check_style(piece["sheet"])
        if piece["tag"]:
            _check_tag(piece["tag"], piece["attributes"])
    return markup


class View(Protocol):
    """An object that shows itself in several formats: ``text/html`` and, for paper, ``image/svg+xml``."""

    def _repr_mimebundle_(self, **_: Any) -> Any:
        """The formats by their names, and perhaps what is to be known of them."""


def picture_of(view: View) -> tuple[Mapping[str, str], str]:
    """The formats of a view and its alternative text, as it would show itself.

    Raises
    ------
    ReportError
        If it lacks HTML, or a picture for paper.

    Examples
    --------
    >>> class View:
    ...     alt = "No hits."
    ...     def _repr_mimebundle_(self, **_): return {"text/html": "<p>", "image/svg+xml": "<svg/>"}
    >>> picture_of(View())
    ({'text/html': '<p>', 'image/svg+xml': '<svg/>'}, 'No hits.')
    """
    shown = view._repr_mimebundle_()
    bundle = shown[0] if isinstance(shown, tuple) else shown
    if not {"text/html", "image/svg+xml"} <= set(bundle):
        message = (
            f"{type(view).__name__} has no HTML or no picture for paper; show a chart of mediastudy.charts instead."
        )
        raise ReportError(message)
    return bundle, str(getattr(view, "alt", "") or "")


def _check_tag(name: str, attributes: str) -> None:
    """Refuse a tag or an attribute that can run, load or lead anywhere."""
    if name.lower() not in _TAGS:
        _refuse(f"the tag <{name}>")
    for attribute in _ATTRIBUTE.finditer(attributes):
        known = attribute["name"].lower()
        if known not in _ATTRIBUTES and not known.startswith(("aria-", "data-")):
            _refuse(f"the attribute {known}")
        if known == "style" or known in _PAINTED:
            _check_style(attribute["value"] or "")


def _check_style(style: str) -> None:
    """Refuse a style that loads."""
    if found := _ELSEWHERE.search(style):
        _refuse(f"“{found[0]}” in a style")


def _refuse(what: str) -> None:
    """Say what a page can't hold.

    Raises
    ------
    ReportError
        Always.
    """
    message = f"it shows HTML with {what}, which a report can't hold; show charts with reports.figure."
    raise ReportError(message)
