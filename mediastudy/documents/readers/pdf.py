"""PDF: one article, from the text that the file holds; pictures of text are named, not guessed at."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.printlines import BREAK, Line, joined, without_repeated
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.exports import exported

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mediastudy.documents.records import Source

NAME: Final = "pdf"
_MAGIC: Final = b"%PDF-"
_HEAD: Final = 1024  # programs put up to so many bytes before the start
_LIGATURES: Final = {number: unicodedata.normalize("NFKD", chr(number)) for number in range(0xFB00, 0xFB07)}
_LETTER: Final = re.compile(r"[^\W\d_]")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_WORD: Final = re.compile(
    r"\s*(?:[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+)"
)  # Han breaks anywhere
_VOWELS: Final = frozenset("aeiouyAEIOUY")
_ODD_KINDS: Final = ("Co", "Cn", "Cs", "Sm", "So")
_ODD_SHARE: Final = 0.05
_ENOUGH: Final = 100
_FEWEST_VOWELS: Final = 0.22
_PASSWORD: Final = "password"  # noqa: S105 - a word in pdfium's message


def sniff(source: Source) -> float:
    """Sure by the first bytes."""
    late = b"\n" + _MAGIC in source.data[:_HEAD] and b"endobj" in source.data
    return 0.98 if source.data.startswith(_MAGIC) or late else 0.0


def read(source: Source) -> Articles:
    """The text of the file as one article.

    Title and date are not taken from the file's properties: they say when and from what the file was made.

    Raises
    ------
    Unreadable
        ``encrypted_file`` if it needs a password, ``scanned_pdf`` if it holds pictures and no text, ``no_articles``
        if it holds neither, ``broken_file`` otherwise.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.data[source.data.find(_MAGIC) :])
    except pypdfium2.PdfiumError as error:
        problem = "encrypted_file" if _PASSWORD in str(error).lower() else "broken_file"
        locked = problem == "encrypted_file"
        raise Unreadable(problem, "save it without its password" if locked else f"no readable PDF ({error})") from error
    try:
        pages, scanned, unread = _pages(document)
    finally:
        document.close()
    if not any(pages):
        problem = "scanned_pdf" if scanned else "broken_file" if unread else "no_articles"
        detail = "pictures of pages without text; recognise the text (OCR) first" if scanned else "it holds no text"
        raise Unreadable(problem, detail)
    kept, repeated = without_repeated(pages)
    problems = [*_of_pages("scanned_pages", scanned, "hold pictures without text; recognise their text (OCR) first")]
    problems += _of_pages("broken_record", unread, "could not be read")
    odd = [number for number, page in enumerate(pages, start=1) if _is_nonsense(" ".join(line.text for line in page))]
    problems += _of_pages("unreadable_text", odd, "hold no words: their font does not say which letters its signs are")
    pieces = [("furniture", text) for text in repeated]
    return Articles([exported({}, joined(kept), pieces=pieces, problems=problems)], [])


def _of_pages(problem: str, numbers: Sequence[int], detail: str) -> Iterable[Problem]:
    """The problem of some pages, if there are any."""
    if numbers:
        listed = ", ".join(map(str, numbers[:50])) + (" ..." if len(numbers) > 50 else "")  # noqa: PLR2004 - enough
        yield Problem("", problem, f"pages {listed} {detail}")


def _pages(document: Any) -> tuple[list[list[Line]], list[int], list[int]]:
    """The lines of each page, the numbers of pages that hold pictures only, and of those that can't be read."""
    import pypdfium2

    pages, scanned, unread = [], [], []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            lines = _lines(page)
            if not any(_LETTER.search(line.text) for line in lines) and _has_picture(page):
                scanned.append(number)
            page.close()
        except (pypdfium2.PdfiumError, ValueError):
            lines = []
            unread.append(number)
        pages.append(lines)
    return pages, scanned, unread


def _has_picture(page: Any) -> bool:
    """Whether a picture is on the page."""
    import pypdfium2.raw

    return next(iter(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


def _lines(page: Any) -> list[Line]:
    """The lines of a page in the order of the file."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        found = []
        for match in re.finditer(r"[^\r\n]+", text):
            inked = [place for place in range(match.start(), match.end()) if not text[place].isspace()]
            if inked:
                found.append(_line(textpage, match, inked))
        return found
    finally:
        textpage.close()


def _line(textpage: Any, match: re.Match[str], inked: list[int]) -> Line:
    """A line with its place: that of its first and last characters."""
    text = match[0].replace("\ufffe", BREAK).translate(_LIGATURES)
    left, bottom, _, top = textpage.get_charbox(inked[0], loose=True)
    right = textpage.get_charbox(inked[-1], loose=True)[2]
    word = _WORD.match(match[0])
    stop = match.start() + word.end() - 1 if word else inked[0]
    first = textpage.get_charbox(stop, loose=True)[2] - left
    return Line(text, left, right, bottom, max(top - bottom, 1.0), max(first, 0.0))


def _is_nonsense(text: str) -> bool:
    """Whether a text is made of signs that stand for other letters, as fonts without a table of letters give."""
    signs = [sign for sign in text if not sign.isspace() and sign != BREAK]
    odd = sum(unicodedata.category(sign) in _ODD_KINDS for sign in signs)
    latin = [unicodedata.normalize("NFD", sign)[0] for sign in signs if _LATIN.match(sign)]
    if len(signs) >= _ENOUGH and odd > len(signs) * _ODD_SHARE:
        return True
    vowels = sum(sign in _VOWELS for sign in latin)
    return len(latin) >= _ENOUGH and vowels < len(latin) * _FEWEST_VOWELS
