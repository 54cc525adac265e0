"""What the head of a web page states about its article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from mediastudy.documents.dates import parse_date
from mediastudy.documents.language import language_code

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATES: Final = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate"),
    *("publish_date", "pubdate", "publication_date", "article_date_original", "originalpublicationdate", "ptime"),
    *("dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "date", "sailthru.date"),
    *("parsely-pub-date", "cxenseparse:recs:publishtime"),
)
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "headline")
_BYLINES: Final = ("article:author", "author", "byl", "dc.creator", "parsely-author")
_SECTIONS: Final = ("article:section", "section", "parsely-section")
_UPDATES: Final = ("og:updated_time", "article:modified_time", "datemodified", "dcterms.modified", "last-modified")
_SHORTEST_TITLE: Final = 8
_SAVED_FROM: Final = re.compile(r"saved from url=\(\d+\)(https?://\S+)")


def metadata(tree: Any, text: str) -> dict[str, str]:
    """What a parsed page states: url, host, title, byline, section, language and date_raw, as far as it does.

    ``updated`` stands in place of ``date_raw`` where the only date on the page is that of an update.

    Examples
    --------
    >>> from lxml import html
    >>> page = '<html lang="en-GB"><head><meta property="og:url" content="https://coast.example/1"></head></html>'
    >>> metadata(html.document_fromstring(page), page)
    {'url': 'https://coast.example/1', 'host': 'coast.example', 'language': 'en'}
    """
    meta = _meta(tree)
    linked = list(_linked(tree))
    url = _url(tree, text, meta)
    site = meta.get("og:site_name") or site_of(url)
    bylines = [meta[name] for name in _BYLINES if name in meta and not meta[name].startswith(("http", "@"))]
    fields = {
        "url": url,
        "host": site,
        "title": _title(tree, meta, linked),
        "byline": bylines[0] if bylines else "",
        "section": next((meta[name] for name in _SECTIONS if name in meta), ""),
        "language": language_code(str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
        or "",
    } | _date(tree, meta, linked)
    return {name: " ".join(value.split()) for name, value in fields.items() if value and value.strip()}


def _meta(tree: Any) -> dict[str, str]:
    """The page's meta elements, by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            if content and element.get(key):
                found.setdefault(element.get(key).strip().lower(), content)
    return found


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that the page describes in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        values = value if isinstance(value, list) else [value]
        for item in values:
            nested = item.get("@graph", [item]) if isinstance(item, dict) else []
            for node in nested if isinstance(nested, list) else []:
                if isinstance(node, dict) and re.search(r"Article|Posting|Report", str(node.get("@type"))):
                    yield node


def _url(tree: Any, text: str, meta: dict[str, str]) -> str:
    """The address of the page: canonical, Open Graph, or where the browser saved it from."""
    links = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    saved = _SAVED_FROM.search(text[:4096])
    candidates = (*links, meta.get("og:url", ""), saved[1] if saved else "")
    return next((str(link).strip() for link in candidates if _is_address(str(link).strip())), "")


def site_of(url: str) -> str:
    """The name of the machine in an address, without ``www.``; empty if there is none.

    Examples
    --------
    >>> site_of("https://www.coast.example/1")
    'coast.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_address(link: str) -> bool:
    """Whether a link is a whole address."""
    try:
        return link.startswith(("http://", "https://")) and bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _title(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> str:
    """The headline: as the page's data states it, or its single first heading; never the name of the site alone."""
    site = meta.get("og:site_name", "").casefold()
    headings = [" ".join(node.text_content().split()) for node in tree.xpath("//h1 | //h2 | //h3")]
    named = [str(node.get("headline") or "") for node in linked] + [meta.get(name, "") for name in _TITLES]
    named = [" ".join(title.split()) for title in named]
    stated = [title for title in named if title and title.casefold() != site]
    whole = [" ".join(node.text_content().split()) for node in tree.xpath("//head/title | //title")][:1]
    for heading in headings:
        # "Harbour opens | Coast Daily" in the head, "Harbour opens" on the page
        if len(heading) >= _SHORTEST_TITLE and any(title.startswith(heading) for title in (*stated, *whole)):
            return heading
    return stated[0] if stated else ""


def _date(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> dict[str, str]:
    """The date of publication as the page's data states it; else as htmldate finds it; an update is told apart."""
    stated = [str(node.get("datePublished") or "") for node in linked] + [meta.get(name, "") for name in _DATES]
    stated += tree.xpath("//time[@pubdate or @itemprop='datePublished' or contains(@class, 'published')]/@datetime")
    stated += tree.xpath("//*[@itemprop='datePublished']/@datetime")
    stated += _lone_time(tree)
    for raw in stated:
        if raw and parse_date(raw).date:
            return {"date_raw": str(raw)}
    found = _found_date(tree)
    updated = [str(node.get("dateModified") or "") for node in linked] + [meta.get(name, "") for name in _UPDATES]
    if found and any(raw[:10] == found for raw in updated):
        return {"updated": found}
    return {"date_raw": found or next((str(raw) for raw in stated if raw), "")}


def _lone_time(tree: Any) -> list[str]:
    """The date that the page's time elements state, if they state one day only."""
    times = [str(node.get("datetime") or node.text_content()).strip() for node in tree.iter("time")]
    days = {day.date.date() for day in map(parse_date, times) if day.date}
    return [raw for raw in times if parse_date(raw).date][:1] if len(days) == 1 else []


def _found_date(tree: Any) -> str:
    """The date that htmldate finds, or nothing; it is told never to search beyond marked places."""
    from copy import deepcopy

    from htmldate import find_date

    try:
        return find_date(deepcopy(tree), original_date=True, extensive_search=False) or ""
    except Exception:  # noqa: BLE001 - htmldate lets errors of its parsers through; no date is then known
        return ""
