"""Saved web pages: trafilatura says which blocks are the article, the page's own words are kept.

Every other visible block of the page is a removal, so that the page can be put together again.
"""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.agencies import is_agency
from mediastudy.documents.cleaning import cleaned
from mediastudy.documents.dates import parse_date
from mediastudy.documents.files.encodings import decode
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.parts.blocks import blocks_of
from mediastudy.documents.parts.extraction import Extract, extracted, flattened
from mediastudy.documents.parts.paragraphs import paragraph_of, repair
from mediastudy.documents.parts.selection import Selection, selected
from mediastudy.documents.parts.sites import outlet_at, outlet_named
from mediastudy.documents.parts.webmeta import metadata, site_of
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Problem

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "html"
_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".shtml")
_OPENING: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|title|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_SHORT: Final = 200
_MOST_BLOCKS: Final = 15_000  # beyond that a page takes long, and is none


def sniff(source: Source) -> float:
    """Sure if the file opens like a page."""
    if _OPENING.match(head_of(source.data)):
        return 0.9
    return 0.5 if source.suffix in _SUFFIXES and b"<" in source.data[: 1 << 16] else 0.0


def read(source: Source) -> Articles:
    """The article of the page.

    Raises
    ------
    Unreadable
        If the file holds no text or no page.
    """
    return read_page(source.data)


def read_page(data: bytes, *, url: str | None = None, charset: str | None = None) -> Articles:
    """The article of a page's bytes, whatever file they came in.

    Parameters
    ----------
    data
        The page.
    url
        The address it was found under, where the page names none itself.
    charset
        The encoding stated outside the page, such as by the server that sent it.

    Raises
    ------
    Unreadable
        If the bytes hold no text or no page, or the page is none of an article.

    Examples
    --------
    >>> page = b"<html><head><title>Harbour</title></head><body><p>The harbour opened on Monday.</p></body></html>"
    >>> read_page(page, url="https://coast.example/1").articles[0].fields["host"]
    'coast.example'
    """
    declared = _CHARSET.search(data[:4096])
    charset = charset or (declared[1].decode("ascii", errors="ignore") if declared else None)
    decoded = decode(data, declared=charset)
    if decoded.text is None:
        raise Unreadable(decoded.problem or "binary_file", "the bytes are no text in any encoding tried")
    problems = [Problem("", decoded.problem, f"read as {decoded.encoding}")] if decoded.problem else []
    tree, deep = flattened(decoded.text)
    if deep:
        problems.append(Problem("", "deep_page", "elements stand within too many others; all were laid side by side"))
    return Articles([_article(tree, decoded.text, url, problems)], [])


def _article(tree: Any, text: str, url: str | None, problems: list[Problem]) -> Article:
    """The article of a parsed page: what its head states, its blocks sorted, its body cleaned."""
    blocks = blocks_of(tree)
    if len(blocks) > _MOST_BLOCKS:
        problem = "huge_page"
        raise Unreadable(problem, f"the page has {len(blocks)} blocks of text; no article has so many")
    fields = metadata(tree, text)
    if url and "url" not in fields:
        fields |= {"url": url, "host": fields.get("host") or site_of(url)}
    updated = fields.pop("updated", "")
    if updated:
        problems = [*problems, Problem("", "only_update_date", f"{updated} is the day of an update; left unknown")]
    extract = extracted(tree, fields.get("url"))
    title = repair(fields.get("title") or extract.stated.get("title") or "") or None
    selection = selected(blocks, extract.text, title)
    units = [paragraph_of(line) for line in selection.lines]
    article = cleaned(units, selection.outside, title=title)
    body = str(article.fields["text"])
    if len(body.encode()) < _SHORT:  # a Chinese character says more than a letter
        problems = [*problems, Problem("", "short_page", f"only {len(body)} characters of text were recognised")]
    merged = _merged(fields, extract, article, selection)
    if updated and _day_of(merged.get("date_raw")) == _day_of(updated):
        merged.pop("date_raw", None)
    return Article(merged, article.pieces, [*problems, *article.problems])


def _merged(fields: dict[str, str], extract: Extract, article: Article, selection: Selection) -> dict[str, Any]:
    """The columns of documents: the page's head knows best; the lines above and in the body say what it doesn't."""
    printed = {"byline": selection.byline} if selection.byline else {}
    parts = (extract.stated, printed, article.fields, _dated(fields, selection.date_raw))
    merged: dict[str, Any] = {name: value for part in parts for name, value in part.items() if value}
    captions = [*selection.captions, *(article.fields.get("captions") or "").split("\n")]
    merged |= {"text": article.fields["text"], "captions": "\n".join(filter(None, captions)) or None}
    return merged | _outlet(fields, article, selection)


def _outlet(fields: dict[str, str], article: Article, selection: Selection) -> dict[str, str | None]:
    """Whose article it is; an agency named beside the date, and not as the source, is credited on another's site."""
    own = fields.get("outlet") or _site(fields)
    beside = selection.outlet
    if beside and own and is_agency(beside) and beside != own:
        return {"outlet": article.fields.get("outlet") or selection.source or own, "agency": beside}
    return {"outlet": article.fields.get("outlet") or selection.source or beside or own}


def _day_of(raw: Any) -> date | None:
    """The day that a date string states, whatever the time."""
    stated = parse_date(str(raw or "")).date
    return stated.date() if stated else None


def _site(fields: dict[str, str]) -> str | None:
    """The outlet whose site the page stood on: by the name we know for its address, or as the site calls itself."""
    host = fields.get("host")
    return outlet_at(site_of(fields.get("url", ""))) or outlet_named(host or "") or host


def _dated(fields: dict[str, str], printed: str | None) -> dict[str, str]:
    """The fields with the date above the article where the head has none, or has the same day without the time."""
    stated, shown = parse_date(fields.get("date_raw", "")).date, parse_date(printed or "").date
    if shown is None or (stated and (stated.date() != shown.date() or stated.time() != time.min)):
        return fields
    return fields | {"date_raw": str(printed)}
