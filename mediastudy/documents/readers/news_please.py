"""What the crawler news-please writes: JSON, one article a file, a list of them, or one a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.heads import head_of
from mediastudy.documents.language import language_code
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.tabular.rows import as_text
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.json_records import json_records

if TYPE_CHECKING:
    from mediastudy.documents.records import Article, Source

NAME: Final = "news-please"
_OWN: Final = frozenset("date_publish date_download date_modify source_domain title_page title_rss localpath".split())  # noqa: SIM905
_KEY: Final = re.compile(r"\"(\w+)\"\s*:")
_KEYS_NEEDED: Final = 2


def sniff(source: Source) -> float:
    """Sure of objects with a text under the name that news-please gives it, and other names of its own."""
    head = head_of(source.data).lstrip()
    if head[:1] not in ("{", "["):
        return 0.0
    keys = set(_KEY.findall(head))
    return 0.97 if "maintext" in keys and len(keys & _OWN) >= _KEYS_NEEDED else 0.0


def read(source: Source) -> Articles:
    """The articles of the file.

    Raises
    ------
    Unreadable
        If the file holds no text, or no article.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = b'{"maintext": "Ships came.", "title": "Harbour opens", "date_publish": "2017-07-17 17:03:00"}'
    >>> read(Source("a.json", ".json", data)).articles[0].fields["date_raw"]
    '2017-07-17 17:03:00'
    """
    records = json_records(source, lambda value: "maintext" in value)
    articles = [_article(value) for value in records.values]
    kept = [(article, place) for article, place in zip(articles, records.places, strict=True) if article]
    if not kept:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like an article of news-please, but it has neither a title nor a text")
    empty = [
        Problem(place, "broken_record", "an article without a title and without a text; left out")
        for article, place in zip(articles, records.places, strict=True)
        if article is None
    ]
    broken = records.broken + len(empty)
    found = [article for article, _ in kept]
    return Articles(found, [*records.problems, *empty], None, broken, None, [place for _, place in kept])


def _article(value: dict[str, Any]) -> Article | None:
    """The article of one object, or None if it says nothing; the day of download is not its date."""
    told = {name: " ".join((as_text(item) or "").split()) for name, item in value.items() if name != "maintext"}
    text = value["maintext"] if isinstance(value["maintext"], str) else ""
    body = [paragraph.text for paragraph in paragraphs(text)]
    if not body and not told.get("title"):
        return None
    fields = {
        "title": told.get("title"),
        "date_raw": told.get("date_publish"),
        "outlet": told.get("source_domain"),
        "host": told.get("source_domain"),
        "byline": told.get("authors"),
        "language": language_code(told.get("language", "")),
        "url": told.get("url"),
        "abstract": told.get("description"),
    }
    further = ("date_download", "date_modify", "title_page", "title_rss")
    pieces = [("metadata", f"{name}: {told[name]}") for name in further if told.get(name)]
    missing = [Problem("", "no_full_text", "news-please found no text on the page; it was kept without")]
    return exported(fields, body, pieces=pieces, problems=[] if body else missing)
