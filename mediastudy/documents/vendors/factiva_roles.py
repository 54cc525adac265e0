"""The roles of runs in Factiva's HTML: what its classes say is headline, writers or body, and what that leaves open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.markup import local_name, text_of
from mediastudy.documents.vendors.factiva import length_of
from mediastudy.documents.vendors.factiva_head import Line
from mediastudy.documents.vendors.runs import Run, classes, marks, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

# Classes open with the language of the article, in two letters or four.
_CLASSED: Final = re.compile("(?:[a-z]{2}|zh[a-z]{2})headline")
_HEADLINE: Final = re.compile(f"{_CLASSED.pattern}|hd")
_BODY: Final = re.compile("[a-z]{0,4}articleparagraph")


def lines_of(element: Any, record: Sequence[Run]) -> list[Line]:
    """The runs of an article's element as lines with their roles; a bare paragraph below the body is none of it.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> from mediastudy.documents.vendors.runs import runs_in
    >>> page = parse_html("<div><b class='enHeadline'>One</b></div><p class='articleParagraph'>Two</p><p>REF-1</p>")
    >>> [line.role for line in lines_of(page, runs_in(page))]
    ['headline', 'body', 'rest']
    """
    lines = _headed(element, record, [Line(run.text, role_of(run)) for run in record])
    last = max((place for place, line in enumerate(lines) if line.role == "body"), default=len(lines))
    return [
        line._replace(role="rest") if place > last and not line.role and _is_bare(run) else line
        for place, (line, run) in enumerate(zip(lines, record, strict=True))
    ]


def _headed(element: Any, record: Sequence[Run], lines: list[Line]) -> list[Line]:
    """The lines with the headline told apart: what its box holds beside it is none, and nothing is if it is empty."""
    classed = [any(_CLASSED.fullmatch(name) for name in marks(run)) for run in record]
    if any(classed):
        return [
            line._replace(role="") if line.role == "headline" and not is_classed else line
            for line, is_classed in zip(lines, classed, strict=True)
        ]
    roles = [line.role for line in lines]
    empty = any(_CLASSED.fullmatch(name.lower()) for part in element.iter("*") for name in classes(part))
    if "headline" in roles or not empty:
        return lines
    head = next((place for place, line in enumerate(lines) if line.role or length_of(line.text)), 0)
    return [line._replace(role="section") if place < head else line for place, line in enumerate(lines)]


def _is_bare(run: Run) -> bool:
    """Whether a run stands in a paragraph that no class marks."""
    around = nearest(run, "p")
    return around is not None and not classes(around)


def role_of(run: Run) -> str:
    """What a run surely is by its marks: ``headline``, ``byline``, ``body``, or empty.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> from mediastudy.documents.vendors.runs import runs_in
    >>> role_of(runs_in(parse_html("<p class='articleParagraph enarticleParagraph'>Ships came.</p>"))[0])
    'body'
    """
    names = marks(run)
    if any(_HEADLINE.fullmatch(name) for name in names):
        return "headline"
    if any(_BODY.fullmatch(name) for name in names) or _leaves_paragraph(run):
        return "body"
    return "byline" if "author" in names else ""


def _leaves_paragraph(run: Run) -> bool:
    """Whether a run stands in a table or block that opened a paragraph of the body, which HTML ends before it."""
    before = (element.getprevious() for element in run.path)
    return any(
        element is not None
        and local_name(element) == "p"
        and any(_BODY.fullmatch(name.lower()) for name in classes(element))
        and not text_of(element)
        for element in before
    )
