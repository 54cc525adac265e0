"""Europresse and Eureka: HTML of both layouts, documents told apart by the newspaper's name that opens each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.heads import markup_head
from mediastudy.documents.files.markup import parse_html
from mediastudy.documents.vendors.europresse import document_of
from mediastudy.documents.vendors.europresse_parts import OUTLET, parts_of
from mediastudy.documents.vendors.exports import gathered
from mediastudy.documents.vendors.mixed import export_text
from mediastudy.documents.vendors.runs import Run, marks, nearest, runs_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article, Articles, Source

NAME: Final = "europresse-html"
_SURE: Final = 0.97
_LOOKED_AT: Final = 1 << 20
_NAME: Final = re.compile(rb"class\s?=\s?(?:[\"'][^\"'>]{0,200}?)?\bDocPublicationName\b", re.IGNORECASE)
_OTHERS: Final = re.compile(rb"DocHeader|TitreArticle|DocText|europresse|eureka\.cc", re.IGNORECASE)
_SAVED: Final = re.compile(
    r"(?:documents? (?:sauvegardés?|enregistrés?)|saved documents?)\s*[•·:–-]?\s*(?P<count>\d{1,5}) documents?",
    re.IGNORECASE,
)
_INTERFACES: Final = (
    ("fr", re.compile(r"num[ée]ro de document|ce certificat|tous droits", re.IGNORECASE)),
    ("en", re.compile(r"document number|this certificate|all rights", re.IGNORECASE)),
)


def sniff(source: Source) -> float:
    """Sure if classes name a publication and what stands with it, as Europresse does."""
    head = markup_head(source.data, _LOOKED_AT)
    return _SURE if _NAME.search(head) and _OTHERS.search(head) else 0.0


def read(source: Source) -> Articles:
    """The articles of the export.

    Raises
    ------
    Unreadable
        If the file holds no text, no page or no article.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> page = (
    ...     b"<article><header><span class='DocPublicationName'>Coast Daily</span><div><span class='DocHeader'>Port, "
    ...     b"mardi 14 mars 2006, p. 16</span></div><p class='titreArticleVisu'>Opening</p><div>Mara Okhai</div>"
    ...     b"</header><section><div class='DocText'><p>Ships came.</p></div></section></article>"
    ... )
    >>> fields = read(Source("a.html", ".html", page)).articles[0].fields
    >>> fields["byline"], fields["text"]
    ('Mara Okhai', 'Ships came.')
    """
    decoded = export_text(source.data)
    runs = runs_in(parse_html(decoded.text or ""), breaks=True)
    found = gathered(
        ((f"article {number}", _document(record)) for number, record in enumerate(_records(runs), start=1)),
        none="it looks like HTML from Europresse, but there is no document in it",
        problems=decoded.problems,
    )
    return found._replace(announced=_announced(runs), interface=_interface(runs))


def _document(record: Sequence[Run]) -> Article | str:
    """The article of one record, or why there is none."""
    said = " ".join(run.text for run in record)
    return document_of(parts_of(record)) or f"neither title nor text; left out: {said[:80]!r}"


def _records(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs of each document: from the name of its newspaper, or its own element, to the next."""
    records: list[list[Run]] = []
    last: Any = None
    named = False  # whether the document at hand has its newspaper's name, and something below it
    for run in runs:
        element = nearest(run, "article")
        is_name = OUTLET in marks(run)
        if (element is not None and element is not last) or (is_name and (named or not records)):
            records.append([])
            named = False
        if records:
            named = named or (bool(records[-1]) and not is_name and any(OUTLET in marks(one) for one in records[-1]))
            records[-1].append(run)
        last = element if element is not None else last
    return records


def _announced(runs: Sequence[Run]) -> int | None:
    """The number of saved documents that the cover states, if there is a cover."""
    cover = [run.text for run in runs[: next((p for p, b in enumerate(runs) if OUTLET in marks(b)), 0)]]
    match = _SAVED.search(" ".join(cover))
    return int(match["count"]) if match else None


def _interface(runs: Sequence[Run]) -> str | None:
    """The language of the interface, from what it prints below documents."""
    return next((code for code, sign in _INTERFACES if any(sign.search(run.text) for run in runs)), None)
