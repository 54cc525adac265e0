"""Archives of crawled pages (WARC, ARC): the pages that a server sent whole, each an article."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files import limits
from mediastudy.documents.files.encodings import GZIP, unpack
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.web_page import read_page
from mediastudy.documents.readers.web_page import sniff as looks_like_page
from mediastudy.documents.records import Article, Articles, Problem, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "warc"
_WARC: Final = b"WARC/"
_ARC: Final = re.compile(rb"filedesc://\S+ [\d.:a-fA-F]+ \d{8,} \S+ -?\d+\s")
_NEXT_WARC: Final = re.compile(rb"(?<=\n)WARC/\d")
_NEXT_ARC: Final = re.compile(rb"(?<=\n)https?://[^\r\n]{1,2000} [\d.:a-fA-F]+ \d{12,} [\w/+.;=-]+ \d+\r?\n")
_PAGES: Final = ("text/html", "application/xhtml+xml")
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_STEP: Final = 1 << 16
_OK: Final = "200"
_STAMP: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")


class _Page(NamedTuple):
    """A page as it was crawled: its bytes, its address, its server's encoding, the time, whether it breaks off."""

    data: bytes
    url: str | None
    charset: str | None
    crawled: str | None
    cut_off: bool


def sniff(source: Source) -> float:
    """Sure by the first line of the first record."""
    return 0.97 if source.data.startswith(_WARC) or _ARC.match(source.data[:2048]) else 0.0


def read(source: Source) -> Articles:
    r"""The articles of the pages in the file, with the time of the crawl in the column ``crawled``.

    Pages count if the server sent them with status 200, or if they were stored as resources. A record that is damaged
    is a problem, and reading goes on with the next. The time of the crawl is no date of publication.

    Raises
    ------
    Unreadable
        ``no_articles`` if there is no page in the file.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> page = b"<html><body><p>The harbour opened on Monday.</p></body></html>"
    >>> head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://coast.example/1\r\n"
    >>> head += b"Content-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page)
    >>> read(Source("a.warc", ".warc", head + page + b"\r\n\r\n")).places
    ['record 1 https://coast.example/1']
    """
    data, problems = unpack(source.data) if source.data.startswith(GZIP) else (source.data, [])
    articles: list[Article] = []
    places: list[str] = []
    number = broken = 0
    for record in _records(data):
        number += not isinstance(record, Problem)
        place = f"record {number}"
        try:
            found = record if isinstance(record, Problem) else _found(record)
        except Unreadable as refusal:
            found = Problem("", "broken_record", f"{refusal.detail}; left out")
            broken += 1
        if isinstance(found, Problem):
            problems.append(found._replace(place=place))
        elif found is not None:
            articles.append(found)
            places.append(f"{place} {found.fields.get('url') or ''}".strip())
    if not articles and not broken:
        problem = "no_articles"
        damage = f"; {problems[0].detail}" if problems else ""
        raise Unreadable(problem, f"{number:,} records, none of them a web page with status 200{damage}")
    return Articles(articles, problems, broken=broken, places=places)


def _found(record: Any) -> Article | Problem | None:
    """The article in a record, None if it holds no page, or the problem if it breaks off without one."""
    page = _page(record)
    return _article(page) if isinstance(page, _Page) else page


def _article(page: _Page) -> Article:
    """The article of a page, with the time of the crawl, and a problem if its record breaks off."""
    article = read_page(page.data, url=page.url, charset=page.charset).articles[0]
    known = {"url": page.url, "crawled": page.crawled}  # the address it was found at, whatever the page calls its own
    fields = article.fields | {name: value for name, value in known.items() if value}
    cut = [Problem("", "truncated_record", "the record breaks off; what there is was read")] if page.cut_off else []
    return article._replace(fields=fields, problems=[*article.problems, *cut])


def _records(data: bytes) -> Iterator[Any]:
    """The records of the file in order, and a problem wherever one is damaged; the next good one follows."""
    following = _NEXT_WARC if data.startswith(_WARC) else _NEXT_ARC
    start = 0
    while start < len(data):
        here = start
        try:
            for offset, record in _records_from(data, start):
                here = offset
                yield record
        except _Damage as damage:
            yield Problem("", "broken_record", f"after byte {here:,}: {damage}; left out")
        else:
            return
        match = following.search(data, here + 1)
        if match is None:
            return
        start = match.start()


class _Damage(Exception):  # noqa: N818 - it says what the record has
    """A record that cannot be told from what follows it."""


def _records_from(data: bytes, start: int) -> Iterator[tuple[int, Any]]:
    """The records from a place on with the place of each, up to the first damage."""
    from warcio.archiveiterator import ArchiveIterator

    records = ArchiveIterator(io.BytesIO(data[start:]))
    told = 0
    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # warcio prints its warnings
                record = next(records, None)
        except Exception as error:  # warcio lets any error of its parsers through
            lines = str(error).strip().splitlines() or [type(error).__name__]
            raise _Damage(lines[0][:200]) from error
        if record is None:
            return
        here = start + records.offset
        if records.err_count > told:
            told = records.err_count
            yield here, Problem("", "wrong_length", f"before byte {here:,} stands what belongs to no record")
        yield here, record


def _page(record: Any) -> _Page | Problem | None:
    """The page that a record holds, None if it holds none, or the problem if it breaks off without one."""
    headers = record.rec_headers
    url = headers.get_header("WARC-Target-URI") or headers.get_header("uri")
    served = record.http_headers
    kind = (served.get_header("Content-Type") if served else None) or ("" if served else record.content_type) or ""
    if not _is_page_record(record, kind):
        return _cut_off(record)
    data = _payload(record)
    if not kind and not looks_like_page(Source("", "", data)):
        return None
    charset = _CHARSET.search(kind)
    crawled = headers.get_header("WARC-Date") or headers.get_header("archive-date")
    return _Page(data, url, charset[1] if charset else None, _iso(crawled), _is_short(record))


def _is_page_record(record: Any, kind: str) -> bool:
    """Whether a record is a page as a server sent it or as a program stored it."""
    plain = kind.partition(";")[0].strip().casefold()
    if record.rec_type == "resource":
        return plain in _PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    return record.http_headers.get_statuscode() == _OK and (plain in _PAGES or not plain)


def _payload(record: Any) -> bytes:
    """The bytes of a page, unpacked within limits; Unreadable if they are packed in a way that is unknown."""
    stream = record.content_stream()
    data = bytearray()
    try:
        while piece := stream.read(_STEP):
            data += piece
            limits.check_ratio(max(record.length or 0, 1), len(data))
    except Unreadable:
        raise
    except Exception as error:
        problem = "broken_record"
        raise Unreadable(problem, f"{type(error).__name__}: {error}") from error
    if not data.strip():
        problem = "broken_record"
        raise Unreadable(problem, "the record holds no bytes of a page")
    return bytes(data)


def _is_short(record: Any) -> bool:
    """Whether the file ends before the record does; what is left of the record is read."""
    while record.raw_stream.read(_STEP):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0


def _cut_off(record: Any) -> Problem | None:
    """The problem of a record without a page that breaks off, or None."""
    return Problem("", "truncated_record", "the record breaks off; it holds no page") if _is_short(record) else None


def _iso(stamp: str | None) -> str | None:
    """The time of a crawl as ISO writes it; ARC has 14 digits."""
    match = _STAMP.match(stamp) if stamp else None
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else stamp
