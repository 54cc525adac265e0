"""Web pages saved with their parts in one file (MHTML): the page is read, under the address it was saved from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.readers import Unreadable, reader_for, web_page
from mediastudy.documents.records import Source, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from mediastudy.documents.records import Articles

NAME: Final = "mhtml"
_HEAD: Final = 1 << 13
_RELATED: Final = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED: Final = re.compile(
    rb"^(?:From:.{0,40}Saved by|Snapshot-Content-Location:|Content-(?:Location|Base):)", re.IGNORECASE | re.MULTILINE
)
_FIELD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*[A-Za-z][A-Za-z-]{1,40}:[ \t\r]?")
_PAGES: Final = ("text/html", "application/xhtml+xml")


def sniff(source: Source) -> float:
    """Sure of a message with related parts that was saved from a browser."""
    head = source.data[:_HEAD]
    if not _FIELD.match(head):
        return 0.0
    opening = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    if _RELATED.search(opening):
        return 0.97 if _SAVED.search(head) else 0.9
    return 0.97 if b"saved by" in opening.lower() and b"text/html" in opening.lower() else 0.0


def read(source: Source) -> Articles:
    r"""The article of the page, or those of a database's page.

    The date in the file's head is the day on which the page was saved, so it is nobody's date.

    Raises
    ------
    Unreadable
        ``no_articles`` if there is no page in the file.

    Examples
    --------
    >>> head = b"From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n"
    >>> page = b"--b\nContent-Type: text/html\nContent-Location: https://coast.example/1\n\n<p>The harbour opened.</p>"
    >>> read(Source("a.mhtml", ".mhtml", head + page + b"\n--b--")).articles[0].fields["url"]
    'https://coast.example/1'
    """
    from email import message_from_bytes, policy

    try:
        message = message_from_bytes(source.data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=policy.compat32)
        part = _main(message)
        page = part.get_payload(decode=True) if part is not None else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no readable saved page ({type(error).__name__}: {error})") from error
    if part is None or not isinstance(page, bytes) or not page.strip():
        problem = "no_articles"
        raise Unreadable(problem, "there is no page among the parts of the file")
    inner = Source("page.html", ".html", page)
    reader = reader_for(inner)
    if reader.NAME != web_page.NAME and reader.sniff(inner) > web_page.sniff(inner):
        reading = reader.read(inner)  # a database's page, saved by a browser
        if not isinstance(reading, Table):
            return reading
    return web_page.read_page(page, url=_address(message, part), charset=_charset(part))


def _main(message: Message) -> Message | None:
    """The part that is the page: the one named as the start, or the first page."""
    pages = list(_pages(message))
    start = str(message.get_param("start") or "").strip("<>")
    named = (part for part in pages if start and str(part.get("Content-ID") or "").strip("<> ") == start)
    return next(named, pages[0] if pages else None)


def _pages(message: Message) -> Iterator[Message]:
    """The parts that are pages, in order."""
    return (part for part in message.walk() if part.get_content_type() in _PAGES)


def _address(message: Message, part: Message) -> str | None:
    """The address the page was saved from, or None."""
    stated = (
        message.get("Snapshot-Content-Location"),
        part.get("Content-Location"),
        message.get("Content-Location"),
        part.get("Content-Base"),
    )
    addresses = ("".join(str(value).split()).strip("<>") for value in stated if value)
    return next((address for address in addresses if address.lower().startswith(("http://", "https://"))), None)


def _charset(part: Message) -> str | None:
    """The encoding that the part's head names; ``unicode``, as old Windows writes it, is known by its mark."""
    charset = part.get_content_charset()
    return None if charset in {None, "unicode", "_autodetect", "_autodetect_all"} else charset
