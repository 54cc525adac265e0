"""A page as plain text for a terminal, and as Markdown for a report's PDF."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.viewing.marking import Mark, pieces
from mediastudy.quotes.viewing.pages import rows, voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.quotes.drafts import Span
    from mediastudy.quotes.viewing.pages import Page

_BRACKETS: Final = {"content": "[]", "attitude": "[]", "source": "<>", "cue": "{}"}
_KEY: Final = "Marked: [number content], <number source>, {number cue}"
_MARKDOWN_KEY: Final = "Marked: [content]{.underline}, **source**, *cue*; numbers lead to the list after the text."
_SIGN: Final = re.compile(r"[!-+\-.:<-@\[-`{-~]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PICTURE: Final = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2600-\u27bf\ue000-\uf8ff\ufe00-\ufe0f\ufffd\U0001f000-\U0001faff]"
)
_NOTHING: Final = "[]{}"  # keeps the asterisks of two neighbours apart


def plain(page: Page) -> str:
    """The page as plain text: marks in brackets, who is quoted below.

    Examples
    --------
    >>> from mediastudy.quotes.viewing.pages import Page
    >>> print(plain(Page("a", "Rain", "Post", None, "Orlo said no.", [Mark("content", 10, 12, (1,))], [])))
    Rain
    Post
    <BLANKLINE>
    Orlo said [1 no].
    <BLANKLINE>
    No quotes.
    """
    head = [page.title or page.document, page.about] if page.about else [page.title or page.document]
    text = "".join(_bracketed(page, (0, len(page.text)))).strip()
    notes = [f"{note.number}. {note.words}" for note in page.notes]
    lines = [*head, "", text, "", *([_KEY, *notes] if notes else ["No quotes."])]
    return "\n".join(lines)


def markdown(page: Page) -> str:
    r"""The page in Markdown that needs neither HTML nor a style sheet; every sign in the text stands for itself.

    Examples
    --------
    >>> from mediastudy.quotes.viewing.pages import Page
    >>> print(markdown(Page("a", "Rain", "Post", None, "Orlo said *no*.", [Mark("content", 10, 14, (1,))], [])))
    **Rain**\
    Post
    <BLANKLINE>
    > Orlo said [\[1\]]{.ms-sup}[\*no\*]{.underline}\.
    <BLANKLINE>
    No quotes.
    """
    title = f"**{_literal(page.title or page.document)}**"
    head = f"{title}\\\n{_literal(page.about)}" if page.about else title
    text = filter(None, ("".join(_emphasised(page, span)).strip() for span, _ in rows(page)))
    body = "\n>\n".join(f"> {paragraph}" for paragraph in text)
    spoken = ", ".join(f"{_literal(voice.name)} {len(voice.numbers)}" for voice in voices(page.notes))
    notes = "\n".join(f"{note.number}. {_literal(note.words)}" for note in page.notes)
    foot = [_MARKDOWN_KEY, f"Quotes: {spoken}.", notes] if notes else ["No quotes."]
    return "\n\n".join(filter(None, [head, body, *foot]))


def _bracketed(page: Page, span: Span) -> Iterator[str]:
    """The words of a stretch of text, each piece that lies in marks in their brackets."""
    for piece in pieces(span, page.marks):
        for mark in piece.marks:
            yield f"{_BRACKETS[mark.part][0]}{mark.label} " if mark.start == piece.start else ""
        yield _CONTROL.sub(" ", page.text[piece.start : piece.end])
        for mark in reversed(piece.marks):
            yield _BRACKETS[mark.part][1] if mark.end == piece.end else ""


def _emphasised(page: Page, span: Span) -> Iterator[str]:
    """The words of a paragraph, each piece that lies in marks with their emphasis."""
    for piece in pieces(span, page.marks):
        words = page.text[piece.start : piece.end]
        kept = words.strip()
        if not (piece.marks and kept):
            yield _literal(words)
            continue
        before, _, after = words.partition(kept)
        numbers = [mark.label for mark in piece.marks if mark.start == piece.start]
        yield _literal(before)
        yield rf"[\[{'·'.join(dict.fromkeys(numbers))}\]]{{.ms-sup}}" if numbers else _NOTHING
        yield f"{_emphasis(_literal(kept), piece.marks)}{_literal(after)}"


def _emphasis(words: str, marks: tuple[Mark, ...]) -> str:
    """The words as content, source or cue, or several of these."""
    parts = {mark.part for mark in marks}
    if "cue" in parts:
        words = f"*{words}*"
    if "source" in parts:
        words = f"**{words}**"
    return f"[{words}]{{.underline}}" if parts & {"content", "attitude"} else words


def _literal(text: str) -> str:
    """The text with each ASCII sign escaped, so that Markdown makes nothing of it."""
    return _SIGN.sub(r"\\\g<0>", _PICTURE.sub(_spelt, _CONTROL.sub(" ", text)))


def _spelt(picture: re.Match[str]) -> str:
    """The name of an emoji in brackets, since the fonts of a report have none; nothing for what can't be seen."""
    kind = unicodedata.category(picture[0])
    if kind in {"Cf", "Mn"}:
        return ""
    return f"[{unicodedata.name(picture[0], 'unknown sign').lower()}]"
