"""A page as HTML: the text as it is, in marks; numbers come from the style sheet and are no part of the text."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.viewing.marking import PARTS, pieces
from mediastudy.quotes.viewing.pages import rows, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.viewing.marking import Mark, Piece
    from mediastudy.quotes.viewing.pages import Note, Page, Voice

_STYLE: Final = Path(__file__).with_name("view.css")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_OUTPUT: Final = '<section class="ms-reading" aria-label="Articles with their quotes marked">\n'


def fragment(pages: Sequence[Page]) -> str:
    """The pages as a piece of HTML for a notebook, its style sheet inside.

    Examples
    --------
    >>> "<p>No articles.</p>" in fragment([])
    True
    """
    return f"{_OUTPUT}<style>\n{_style()}</style>\n{_articles(pages)}</section>\n"


def whole(pages: Sequence[Page]) -> str:
    """The pages as an HTML file that needs nothing else and may load nothing else.

    Examples
    --------
    >>> whole([]).splitlines()[0]
    '<!DOCTYPE html>'
    """
    title = pages[0].title or pages[0].document if len(pages) == 1 else "Articles with their quotes marked"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_escaped(title)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f'<body class="ms-page">\n{_OUTPUT}{_articles(pages)}</section>\n</body>\n</html>\n'
    )


def _style() -> str:
    """The style sheet."""
    return _STYLE.read_text(encoding="utf-8")


def _articles(pages: Sequence[Page]) -> str:
    """The articles one after the other."""
    return "".join(map(_article, pages)) or "<p>No articles.</p>\n"


def _article(page: Page) -> str:
    """One article: its head, then a row for each paragraph."""
    words = {note.number: note.words for note in page.notes}
    known: set[tuple[str, str | None]] = set()
    body = "".join(_row(page, span, words, _notes(notes, known)) for span, notes in rows(page))
    return f'<article class="ms-article">\n{_head(page)}{body}</article>\n'


def _head(page: Page) -> str:
    """What stands above the text: title, outlet and date, speakers, and what the marks mean."""
    title = _escaped(page.title or page.document)
    about = _bdi(" · ".join(filter(None, (page.about, page.document if page.title else ""))))
    lines = [
        "<header>",
        f'<p class="ms-title" role="heading" aria-level="3" dir="auto"{_lang(page)}>{title}</p>',
        f'<p class="ms-about">{about}</p>' if page.about or page.title else "",
        *_legend(page),
        "</header>",
        "",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _legend(page: Page) -> Iterator[str]:
    """The speakers with the numbers of their quotations, and the marks that the text has."""
    if not page.notes:
        yield '<p class="ms-key">No quotes.</p>'
        return
    yield '<ul class="ms-speakers" aria-label="Speakers">'
    yield from map(_voice, voices(page.notes))
    yield "</ul>"
    parts = {mark.part for mark in page.marks}
    keys = " ".join(f'<mark class="ms-{part}">{part}</mark>' for part in PARTS if part in parts)
    if keys:
        yield f'<p class="ms-key">Marked: {keys}</p>'


def _voice(voice: Voice) -> str:
    """One line of the legend."""
    count = f"{len(voice.numbers)} quote{'' if len(voice.numbers) == 1 else 's'}"
    numbers = ", ".join(map(str, voice.numbers))
    return f"<li>{_name(voice)}: {count} <small>({numbers})</small></li>"


def _row(page: Page, span: Span, words: dict[int, str], beside: str) -> str:
    """One paragraph with its notes beside it."""
    # The style attribute stays where a notebook that is not trusted loses the style sheet.
    opening = f'<div class="ms-text" dir="auto" style="white-space:pre-wrap"{_lang(page)}>'
    return f'<div class="ms-row">{opening}{_marked(page, span, words)}</div>{beside}</div>\n'


def _marked(page: Page, span: Span, words: dict[int, str]) -> str:
    """The text of a paragraph in its marks."""
    made: list[str] = []
    opened: tuple[Mark, ...] = ()
    for piece in pieces(span, page.marks):
        kept = _common(opened, piece.marks)
        made.append("</mark>" * (len(opened) - kept))
        made += _openings(piece, kept, words)
        made.append(_escaped(page.text[piece.start : piece.end]))
        opened = piece.marks
    return "".join([*made, "</mark>" * len(opened)])


def _common(before: tuple[Mark, ...], after: tuple[Mark, ...]) -> int:
    """How many marks, from the widest, go on."""
    kept = 0
    while kept < min(len(before), len(after)) and before[kept] == after[kept]:
        kept += 1
    return kept


def _openings(piece: Piece, kept: int, words: dict[int, str]) -> Iterator[str]:
    """The tags that open a piece's further marks; a mark's number is shown where it begins."""
    point = ""
    for mark in piece.marks[kept:]:
        number = ""
        if mark.start == piece.start:
            number = f' data-number="{point}{mark.label}"'
            point = "·"  # 3·4 is not 34
        told = "\n".join(f"quote {each}, {mark.part}: {words[each]}" for each in mark.numbers)
        yield f'<mark class="ms-{mark.part}"{number} title="{_escaped(_DIRECTIONS.sub("", told))}">'


def _notes(notes: Iterable[Note], known: set[tuple[str, str | None]]) -> str:
    """The notes beside a paragraph; a role is told with its speaker's first quotation, and then known."""
    items = []
    for note in notes:
        again = (note.name, note.role) in known
        known.add((note.name, note.role))
        items.append(_note(note._replace(role=None) if again else note))
    return f'<ul class="ms-notes">\n{"".join(items)}</ul>' if items else ""


def _note(note: Note) -> str:
    """One note beside the text."""
    details = f"<br>{_escaped(note.details)}" if note.details else ""
    quote = _escaped(_DIRECTIONS.sub("", note.quote))
    return f'<li title="{quote}"><b class="ms-number">{note.number}</b> {_name(note)}{details}</li>\n'


def _name(who: Note | Voice) -> str:
    """A speaker's name and role, or the words of a source without a name."""
    name = f"<b>{_bdi(who.name)}</b>" if who.named else f"<i>{_bdi(who.name)}</i>"
    return f"{name}, {_bdi(who.role)}" if who.role else name


def _lang(page: Page) -> str:
    """The attribute that names the article's language, which picks the form of Chinese characters."""
    language = page.language or ""
    return f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""


def _bdi(text: str) -> str:
    """The text, kept from turning the direction of what stands around it."""
    return f"<bdi>{_escaped(text)}</bdi>"


def _escaped(text: str) -> str:
    """The text as words of HTML; a carriage return is spelt out, since readers of HTML drop it."""
    return html.escape(text).replace("\r", "&#13;")
