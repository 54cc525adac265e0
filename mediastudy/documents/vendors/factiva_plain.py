"""Factiva's plain layout: lines without labels, told apart by the one that states the length in words.

Above it stand the section, the headline, the writers and a credit; below it in this order the date, the time of day,
the source and its code, then edition, pages and language where there are any, and the copyright; then the body.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.records import Problem
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.factiva import HOST, accession_of, byline, is_date, length_of, words_in
from mediastudy.documents.vendors.factiva_head import DATE_WITHIN, Head, Line, may_be_date, plain_head
from mediastudy.documents.vendors.factiva_headlines import headline_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article


def length_places(lines: Sequence[Line]) -> list[int]:
    """The places of the lines that state a length and have a date below them.

    Examples
    --------
    >>> length_places([Line("Harbour opens"), Line("12 words"), Line("13 November 2017"), Line("Coast Daily")])
    [1]
    """
    return [
        place
        for place, line in enumerate(lines)
        if line.role in {"", "byline"}
        and length_of(line.text)
        and any(may_be_date(below.text) for below in lines[place + 1 : place + 1 + DATE_WITHIN])
    ]


def plain_article(lines: Sequence[Line], *, wrapped: bool = False) -> Article | None:
    """The article of a record in the plain layout; None if nothing tells its headline and its head.

    Parameters
    ----------
    lines
        The record's lines in order, the one with its number included.
    wrapped
        Whether the lines of the body may be broken for width.

    Examples
    --------
    >>> head = "Harbour opens|12 words|13 November 2017|Coast Daily|COAST|English|(c) 2017 Coast|Ships came."
    >>> article = plain_article([Line(text) for text in head.split("|")])
    >>> article.fields["outlet"], article.fields["text"]
    ('Coast Daily', 'Ships came.')
    """
    number = next((found for line in reversed(lines) if (found := accession_of(line.text))), None)
    place = next(iter(length_places(lines)), None)
    if place is None:
        return _without_length(lines, number)
    above = headline_parts([(line.text, line.role) for line in lines[:place]])
    below = plain_head([line for line in lines[place + 1 :] if line.role != "byline"])
    length = {"length_stated": words_in(lines[place].text)}
    late = [line.text for line in lines[place + 1 :] if line.role == "byline"]
    head = Head(
        {**above.fields, **below.fields, **length, "record": number},
        [*above.pieces, *below.pieces],
        [*above.problems, *below.problems],
        below.end,
    )
    if late and not head.fields.get("byline"):
        head.fields["byline"] = ", ".join(map(byline, late))
    rest = [line for line in lines[place + 1 :] if line.role != "byline"][head.end :]
    return _article(head, rest, wrapped=wrapped)


def _without_length(lines: Sequence[Line], number: str | None) -> Article | None:
    """The article of a record that states no length: its headline is marked, or it is none."""
    if not any(line.role == "headline" for line in lines):
        return None
    bare = [line for line in lines if not accession_of(line.text)]
    start = next((place for place, line in enumerate(bare) if line.role == "headline"), 0)
    below = next((place for place in range(start + 1, len(bare)) if bare[place].role != "headline"), len(bare))
    head_end = next((place for place in range(below, len(bare)) if bare[place].role == "body"), len(bare))
    dated = next((place for place in range(below, head_end) if is_date(bare[place].text)), head_end)
    above = headline_parts([(line.text, line.role) for line in bare[:dated]])
    found = plain_head(bare[dated:]) if dated < head_end else Head({}, [], [], head_end - dated)
    missing = Problem("", "no_length", "the line with the length is missing; the head was read by its date")
    head = Head(
        {**above.fields, **found.fields, "record": number},
        [*above.pieces, *found.pieces],
        [*above.problems, missing],
        found.end,
    )
    return _article(head, bare[dated + head.end :], wrapped=False)


def _article(head: Head, rest: Sequence[Line], *, wrapped: bool) -> Article | None:
    """The article of a head and the lines below it, down to the record's number; None if it says nothing."""
    above = list(takewhile(lambda line: not accession_of(line.text), rest))
    body = [line for line in above if line.role != "rest"]
    texts = [line.text for line in body]
    if wrapped:
        spaced = "\n".join(f"\n{line.text}" if line.gap else line.text for line in body)
        texts = [paragraph.text for paragraph in paragraphs(spaced)]
    if not head.fields.get("title") and not texts:
        return None
    beside = [("metadata", line.text) for line in above if line.role == "rest"]
    return exported({**head.fields, "host": HOST}, texts, pieces=[*head.pieces, *beside], problems=head.problems)
