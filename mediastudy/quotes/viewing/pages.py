"""What a reading view shows of an article, taken from the tables: its head, its text, its marks and its notes."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import tables
from mediastudy.quotes.viewing.marking import Mark, merged, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mediastudy.quotes.drafts import Span

_PARTS: Final = ("content", "cue", "source")
_DATE_LENGTHS: Final = {"year": 4, "month": 7}
_UNSHOWABLE: Final = re.compile("[\x00\ud800-\udfff]")

Row = dict[str, Any]
Fragment = tuple[str, int, int]


class Note(NamedTuple):
    """What stands beside a quotation; ``start`` is where its first part begins in the text."""

    quote: str
    number: int
    start: int
    name: str
    named: bool
    role: str | None
    details: str

    @property
    def words(self) -> str:
        """The note in one line."""
        return "; ".join(filter(None, (self.name, self.role, self.details)))


class Page(NamedTuple):
    """One article with its marks and notes, both in the order of the text."""

    document: str
    title: str | None
    about: str
    language: str | None
    text: str
    marks: list[Mark]
    notes: list[Note]


class Voice(NamedTuple):
    """A speaker of the article with the numbers of their quotations."""

    name: str
    named: bool
    role: str | None
    numbers: list[int]


def pages(documents: pd.DataFrame, quotes: pd.DataFrame, quote_spans: pd.DataFrame) -> Iterator[Page]:
    """One page for each document, in the order of the table.

    Raises
    ------
    ValueError
        If a part isn't content, cue or source, or a span doesn't lie inside its text.
    """
    shown = quotes.loc[quotes["document"].astype("str").isin(set(documents["document"].astype("str")))]
    fragments = _fragments(quote_spans.loc[quote_spans["quote"].isin(set(shown["quote"]))])
    of_document: dict[str, list[Row]] = {}
    for row in shown.to_dict("records"):
        of_document.setdefault(str(row["document"]), []).append({str(name): value for name, value in row.items()})
    for document in documents.to_dict("records"):
        yield _page(document, of_document.get(str(document["document"]), []), fragments)


def voices(notes: Iterable[Note]) -> list[Voice]:
    """Who is quoted in an article, the most quoted first; sources without a name are one voice at the end.

    Examples
    --------
    >>> notes = [Note("a:1", 1, 0, "Orlo", True, None, ""), Note("a:2", 2, 9, "a clerk", False, None, "")]
    >>> [(voice.name, voice.numbers) for voice in voices(notes)]
    [('Orlo', [1]), ('unnamed', [2])]
    """
    found: dict[tuple[bool, str], Voice] = {}
    for note in notes:
        name = note.name if note.named else "unnamed"
        role = note.role if note.named else None
        voice = found.setdefault((note.named, name), Voice(name, note.named, role, []))
        voice.numbers.append(note.number)
        if len(role or "") > len(voice.role or ""):  # the fullest description that the article gives
            found[note.named, name] = voice._replace(role=role)
    return sorted(found.values(), key=lambda voice: (not voice.named, -len(voice.numbers)))


def rows(page: Page) -> Iterator[tuple[Span, list[Note]]]:
    r"""The paragraphs of a page, each with the notes of the quotations that begin in it.

    Examples
    --------
    >>> note = Note("a:1", 1, 5, "Orlo", True, None, "")
    >>> [(span, len(notes)) for span, notes in rows(Page("a", None, "", None, "One.\n\nTwo.", [], [note]))]
    [((0, 6), 1), ((6, 10), 0)]
    """
    spans = paragraphs(page.text) or [(0, 0)]
    beginnings = [start for start, _ in spans]
    beside: dict[int, list[Note]] = {}
    for note in page.notes:
        beside.setdefault(bisect.bisect_right(beginnings, note.start) - 1, []).append(note)
    for place, span in enumerate(spans):
        yield span, beside.get(place, [])


def showable(text: str) -> str:
    r"""The text, with a replacement sign for each character that no page can hold: null and halves of characters.

    Examples
    --------
    >>> showable("a\x00b")
    'a�b'
    """
    return _UNSHOWABLE.sub("�", text)


def _fragments(quote_spans: pd.DataFrame) -> dict[Any, list[Fragment]]:
    """Each quotation's fragments by its id."""
    for part in quote_spans["part"].unique():
        tables.choose(part, _PARTS, what="part of quote_spans")
    found: dict[Any, list[Fragment]] = {}
    columns = (quote_spans[name].tolist() for name in ("quote", "part", "start", "end"))
    for quote, part, start, end in zip(*columns, strict=True):
        found.setdefault(quote, []).append((part, int(start), int(end)))
    return found


def _page(document: Mapping[Any, Any], quotes: list[Row], fragments: dict[Any, list[Fragment]]) -> Page:
    """One article's page; its quotations are numbered in the order of the text."""
    text = document["text"] if isinstance(document["text"], str) else ""
    spans = [fragments.get(row["quote"], []) for row in quotes]
    for row, parts in zip(quotes, spans, strict=True):
        _check(row["quote"], parts, len(text))
    order = sorted(range(len(quotes)), key=lambda place: _place(spans[place]))
    notes, found = [], []
    for number, place in enumerate(order, start=1):
        row, parts = quotes[place], spans[place]
        notes.append(_note(number, row, min((start for _, start, _ in parts), default=0)))
        content = "attitude" if _is_attitude(row) else "content"
        found += [(content if part == "content" else part, start, end, number) for part, start, end in parts]
    return Page(
        document=showable(str(document["document"])),
        title=_told(document, "title"),
        about=" · ".join(filter(None, (_told(document, "outlet"), _date(document)))),
        language=_told(document, "language"),
        text=showable(text),
        marks=merged(found),
        notes=notes,
    )


def _check(quote: Any, parts: list[Fragment], size: int) -> None:
    """Raise unless the fragments lie inside the text."""
    for part, start, end in parts:
        if not 0 <= start <= end <= size:
            message = (
                f"the {part} of quote {quote!r} stands at {start}-{end}, but the text of its document has {size:,} "
                f"characters. Give the documents that the quotes were found in, or extract the quotes again."
            )
            raise ValueError(message)


def _place(parts: list[Fragment]) -> int:
    """Where a quotation comes among the others: where its content begins, or else its first part."""
    contents = [start for part, start, _ in parts if part == "content"]
    return min(contents or [start for _, start, _ in parts], default=0)


def _note(number: int, row: Row, start: int) -> Note:
    """The note of one quotation."""
    speaker = _told(row, "speaker")
    resolution, confidence = _told(row, "resolution"), _told(row, "confidence")
    known = (
        _told(row, "kind"),
        "attitude" if _is_attitude(row) else None,
        _told(row, "speaker_kind") if speaker else "unnamed",
        f"by {resolution}" if speaker and resolution not in {None, "named", "none"} else None,
        f"confidence {float(confidence):.2f}" if confidence else None,
    )
    name = speaker or _told(row, "source") or "no source"
    role = _told(row, "role")
    if role and role.lower() in name.lower():  # "the minister, minister" says it twice
        role = None
    details = ", ".join(filter(None, known))
    return Note(showable(str(row["quote"])), number, start, name, bool(speaker), role, details)


def _is_attitude(row: Row) -> bool:
    """Whether the row says that its quotation is a belief, plan or attitude."""
    return (_told(row, "speech") or "").lower() == "false"


def _told(row: Mapping[Any, Any], name: str) -> str | None:
    """The row's value as words on one line, None if the column or the value is missing."""
    value = row.get(name)
    return showable(" ".join(str(value).split())) or None if pd.notna(value) else None


def _date(document: Mapping[Any, Any]) -> str | None:
    """The article's date as far as it is known."""
    told = _told(document, "date")
    if not isinstance(document.get("date"), pd.Timestamp) or told is None:
        return told
    return told[: _DATE_LENGTHS.get(str(document.get("date_precision")), 10)]
