"""What the head of a web page states about its article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from mediastudy.documents.language import language_code
from mediastudy.documents.parts.bylines import writer_named
from mediastudy.documents.parts.sites import outlet_at, outlet_named
from mediastudy.documents.parts.webdate import stated_date
from mediastudy.documents.parts.webtitle import site_behind, stated_title

if TYPE_CHECKING:
    from collections.abc import Iterator

_BYLINES: Final = ("article:author", "author", "byl", "dc.creator", "parsely-author")
_SITES: Final = ("og:site_name", "sitename", "application-name")
_SOURCES: Final = ("contentsource", "source")
_PUBLISHERS: Final = ("dc.publisher", "dcterms.publisher", "publisher")
_SECTIONS: Final = ("article:section", "section", "parsely-section")
_LONGEST_NAME: Final = 60
_SAVED_FROM: Final = re.compile(r"saved from url=\(\d+\)(https?://\S+)")


def metadata(tree: Any, text: str) -> dict[str, str]:
    """What a parsed page states: url, host, outlet, title, byline, section, language and date_raw, as far as it does.

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
    site = next((meta[name] for name in _SITES if name in meta), "") or site_of(url)
    named = any(name in meta for name in _SITES) or outlet_at(site_of(url)) is not None
    title = stated_title(tree, meta, linked, site)
    fields = {
        "url": url,
        "host": site,
        "outlet": _outlet(meta, linked) or ("" if named else site_behind(tree, title)),
        "title": title,
        "byline": next((name for key in _BYLINES if (name := writer_named(meta.get(key, "")))), ""),
        "section": next((meta[name] for name in _SECTIONS if name in meta), ""),
        "language": language_code(str(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""))
        or "",
    } | stated_date(tree, meta, linked)
    if fields["byline"] in {fields["outlet"], site, site_behind(tree, title)}:
        fields["byline"] = ""  # the site, where it names itself as the writer
    return {name: " ".join(value.split()) for name, value in fields.items() if value and value.strip()}


def _outlet(meta: dict[str, str], linked: list[dict[str, Any]]) -> str:
    """The name of the source or the publisher that the page's data state, or nothing."""
    publishers = [node.get("publisher") for node in linked]
    names = [str(publisher.get("name") or "") for publisher in publishers if isinstance(publisher, dict)]
    stated = [meta[name] for name in (*_SOURCES, *_PUBLISHERS) if name in meta]
    found = [name for name in (*stated, *names) if name and len(name) <= _LONGEST_NAME and not _is_address(name)]
    return outlet_named(found[0]) or found[0] if found else ""


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
