"""Saved web pages: the article by trafilatura, its date by htmldate, its captions from the page's figures."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.cleaning import clean
from mediastudy.documents.datemarks import Mark, date_mark, source_named
from mediastudy.documents.dates import parse_date
from mediastudy.documents.encodings import decode
from mediastudy.documents.markup import parse_html
from mediastudy.documents.objects import head_of
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Piece, Problem
from mediastudy.documents.webmeta import metadata, site_of

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
_LONG_CELL: Final = 200  # a cell of data is shorter
_RUNNING: Final = 15


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
        If the bytes hold no text or no page.

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
    return Articles([_article(parse_html(decoded.text), decoded.text, url, problems)], [])


def _article(tree: Any, text: str, url: str | None, problems: list[Problem]) -> Article:
    """The article of a parsed page: what its head states, its body cleaned, its captions apart."""
    fields = metadata(tree, text)
    if url and "url" not in fields:
        fields |= {"url": url, "host": fields.get("host") or site_of(url)}
    updated = fields.pop("updated", None)
    if updated:
        problems = [*problems, Problem("", "only_update_date", f"{updated} is the day of an update; left unknown")]
    captions = _cut_captions(tree)
    _unfold(tree)
    body, stated = _extracted(tree, fields.get("url"))
    if len(body.encode()) < _SHORT:  # a Chinese character says more than a letter
        problems = [*problems, Problem("", "short_page", f"only {len(body)} characters of text were recognised")]
    title = fields.get("title") or stated.get("title")
    article = clean(body, title=title)
    texts = _texts(tree)
    above = _above(texts, body, title)
    fields = _dated(fields, above)
    lines = [line for line in (*captions, *(article.fields.get("captions") or "").split("\n")) if line]
    # The page's head knows best; the body's own lines say what the head doesn't, and whose wire copy it is.
    merged = {name: value for name, value in (stated | article.fields | fields).items() if value}
    merged |= {"text": article.fields["text"], "captions": "\n".join(lines) or None}
    sources = [mark.source or mark.outlet for mark in above]
    merged["outlet"] = article.fields.get("outlet") or next(filter(None, sources), None) or fields.get("host")
    pieces = [*(Piece("caption", caption) for caption in captions), *article.pieces]
    return Article(merged, [*pieces, *_furniture(texts, body)], problems)


def _extracted(tree: Any, url: str | None) -> tuple[str, dict[str, str]]:
    """The text that trafilatura takes for the article, a blank line between blocks, and what else it states."""
    from copy import deepcopy

    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            deepcopy(tree), url=url, include_comments=False, include_tables=True, with_metadata=True
        )
    except Exception as error:  # trafilatura lets any error of its parsers through
        problem = "broken_file"
        raise Unreadable(
            problem, f"no article could be taken from the page ({type(error).__name__}: {error})"
        ) from error
    if found is None:
        return "", {}
    page: Any = found
    stated = {"title": page.title, "byline": page.author, "section": "; ".join(page.categories or [])}
    return (page.text or "").replace("\n", "\n\n"), {name: value for name, value in stated.items() if value}


def _cut_captions(tree: Any) -> list[str]:
    """The captions of the page's figures, which are taken out of the tree."""
    captions = []
    for caption in tree.xpath("//figcaption | //p[contains(@class, 'wp-caption-text')]"):
        text = " ".join(caption.text_content().split())
        if text:
            captions.append(text)
        caption.drop_tree()
    return captions


def _unfold(tree: Any) -> None:
    """Turn tables that only lay out the page into blocks, so that their lines stay apart."""
    for table in tree.xpath("//table"):
        if any(len(cell.text_content()) >= _LONG_CELL for cell in table.iter("td")):
            for part in table.iter("table", "tbody", "tr", "td"):
                part.tag = "div"


def _texts(tree: Any) -> list[str]:
    """The page's visible pieces of text, in order."""
    for hidden in tree.xpath("//script | //style | //noscript | //template | //svg | //head"):
        hidden.drop_tree()
    return [text for node in tree.itertext() if (text := " ".join(node.split()))]


def _above(texts: list[str], body: str, title: str | None) -> list[Mark]:
    """What the lines between the headline and the article say of date and source; elsewhere dates are others'."""
    kept = "".join(body.split())
    start = next(
        (place for place, text in enumerate(texts) if len(text) >= _RUNNING and "".join(text.split()) in kept), 0
    )
    heads = [place for place, text in enumerate(texts[:start]) if text == title]
    if not heads:
        return []
    lines = texts[heads[-1] + 1 : start]
    marks = [date_mark(line) or Mark(None, source_named(line)) for line in lines]
    return [mark for mark in marks if any(mark)]


def _dated(fields: dict[str, str], above: list[Mark]) -> dict[str, str]:
    """The fields with the date above the article where the head has none, or has the same day without the time."""
    printed = next((mark.date_raw for mark in above if mark.date_raw), None)
    stated, shown = parse_date(fields.get("date_raw", "")).date, parse_date(printed or "").date
    if shown is None or (stated and (stated.date() != shown.date() or stated.time() != time.min)):
        return fields
    return fields | {"date_raw": str(printed)}


def _furniture(texts: list[str], body: str) -> list[Piece]:
    """The rest of the page's visible text, so that nothing vanishes unseen: one piece for what comes in one run."""
    kept = "".join(body.split())
    runs: list[list[str]] = [[]]
    for text in texts:
        if "".join(text.split()) not in kept:
            runs[-1].append(text)
        elif runs[-1]:
            runs.append([])
    return [Piece("furniture", "\n".join(run)) for run in runs if run]
