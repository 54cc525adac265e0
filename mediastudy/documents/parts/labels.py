"""Labelled lines at the edges of an article, as databases print them: ``SECTION: News; Pg. 4``."""

from __future__ import annotations

import re
from typing import Final

_FIELDS: Final = {
    "title": "headline|title|subject|betreff|titel|überschrift|titre|titular|标题",
    "section": "section|rubrik|ressort|rubrique|sección|category|版面|栏目",
    "byline": "byline",
    "outlet": "publication|publication title|newspaper|zeitung|journal",
    "dateline": "dateline",
    "": "subjects|length|load-date|language|publication-type|publication type|document-type|journal-code|document id"
    "|accession number|word count|words|issn|copyright|wörter|länge|longueur|字数",
}
_LABELS: Final = {label: field for field, labels in _FIELDS.items() for label in labels.split("|")}
_LINE: Final = re.compile(r"(?P<label>[^\W\d_][\w -]{3,18})\s*[:：]\s*(?P<value>\S.{0,200})")


def labelled(line: str) -> tuple[str, str] | None:
    """The column of documents that a label stands for (empty if it is none of ours) and its value, or None.

    Examples
    --------
    >>> labelled("SECTION: News; Pg. 4"), labelled("LENGTH: 214 words"), labelled("MAYOR: Good morning")
    (('section', 'News; Pg. 4'), ('', '214 words'), None)
    """
    match = _LINE.fullmatch(line)
    field = _LABELS.get(match["label"].casefold()) if match else None
    return None if match is None or field is None else (field, re.sub(r"^By\s+", "", match["value"]).strip())
