"""The parts of a document of Europresse: which run of text is name, heading, title, writers, body, and what is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.dates import find_dates
from mediastudy.documents.vendors.europresse import Parts, is_signed, number_of
from mediastudy.documents.vendors.factiva import COPYRIGHT
from mediastudy.documents.vendors.runs import Run, marks, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

OUTLET: Final = "docpublicationname"
_HEADINGS: Final = frozenset({"docheader", "doctitresoussection"})
_TITLE, _TITLE_BOX = "titrearticlevisu", "titrearticle"
_TEXT: Final = frozenset({"doctext", "dococurrcontainer"})
_AUTHORS: Final = "docauthors"
_LONGEST_COPYRIGHT: Final = 200
_LONGEST_WRITERS: Final = 300
_ILLUSTRATION: Final = re.compile(r"(?:illustration|image|photo|légende|caption)s?\s*(?:\(s\))?\s*:?\s*", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^\W\d_][\w ]{2,20}(?:\(s\))?\s*:")
_SENTENCE: Final = re.compile(r"[^\W\d_]{3}[.!?…]$")


def parts_of(record: Sequence[Run]) -> Parts:
    """The parts of one document, by the marks and by the order of its runs.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> from mediastudy.documents.vendors.runs import runs_in
    >>> page = "<b class='DocPublicationName'>Coast</b><p class='TitreArticleVisu'>Opening</p><p>Ships came.</p>"
    >>> parts = parts_of(runs_in(parse_html(page)))
    >>> parts.title, parts.body
    (['Opening'], ['Ships came.'])
    """
    known = _known(record)
    titles = [place for place, part in known.items() if part == "title"]
    texts = [place for place, part in known.items() if part == "body"]
    held: dict[str, list[str]] = {part: [] for part in ("outlet", "heading", "title", "writers", "body", "captions")}
    pieces: list[tuple[str, str]] = []
    closed = False  # whether the line of copyright or the document's number has ended the body
    label = ""
    for place, run in enumerate(record):
        where = _where(run)
        if place in known:
            held[known[place]].append(run.text)
        elif where == "aside":
            label = run.text if _LABEL.match(run.text) else label
            _set_aside(run, label, held["captions"], pieces)
        elif closed or where == "footer" or _ends_body(run):
            closed = True
            pieces.append(_piece(run.text))
        elif where == "header" or place < max(titles, default=-1):
            is_writer = where == "header" and titles and place > max(titles) and _is_writer(run)
            held["writers"] += [run.text] if is_writer else []
            pieces += [] if is_writer else [("metadata", run.text)]
        elif texts and place > max(texts):
            pieces.append(("metadata", run.text))  # where else it was published
        elif not where and not held["body"] and not held["writers"] and _is_loose_writer(record, place):
            held["writers"].append(run.text)
        else:
            held["body"].append(run.text)
    return Parts(**held, pieces=pieces)


def _known(record: Sequence[Run]) -> dict[int, str]:
    """The parts that marks name, by the place of their runs; a title or a date that lacks its mark, by its box."""
    known = {place: part for place, run in enumerate(record) if (part := _part(run, _where(run)))}
    if "title" not in known.values():
        boxed = (place for place, run in enumerate(record) if place not in known and _is_boxed_title(run))
        known |= dict.fromkeys(boxed, "title")
    if not any("docheader" in marks(run) for run in record):
        known |= dict.fromkeys(_dated_line(record, known), "heading")
    return known


def _dated_line(record: Sequence[Run], known: dict[int, str]) -> list[int]:
    """The place of the first line of the head above the title that has a date, where no mark tells the line's part."""
    first = min((place for place, part in known.items() if part in {"title", "body"}), default=len(record))
    if any(find_dates(record[place].text) for place, part in known.items() if part == "heading"):
        return []
    loose = (place for place in range(first) if place not in known and _where(record[place]) == "header")
    return [place for place in loose if find_dates(record[place].text)][:1]


def _part(run: Run, where: str) -> str | None:
    """The part of a document that a run's marks name, or None; a body never closed encloses what is below it."""
    names = marks(run)
    if OUTLET in names:
        return "outlet"
    if _TITLE in names:
        return "title"
    if names & _HEADINGS:
        return "heading"
    if _AUTHORS in names:
        return "writers"
    return "body" if names & _TEXT and where in {"", "section"} else None


def _where(run: Run) -> str:
    """The part of the page that a run stands in: ``header``, ``section``, ``aside``, ``footer`` or none."""
    around = nearest(run, "header", "section", "aside", "footer", "article")
    return "" if around is None or around.tag == "article" else str(around.tag)


def _is_boxed_title(run: Run) -> bool:
    """Whether a run stands in the title's box, and neither above nor below the title."""
    names = marks(run)
    return _TITLE_BOX in names and not any("subtitle" in name or name.startswith("sm-margin-bottom") for name in names)


def _is_writer(run: Run) -> bool:
    """Whether a run of the head below the title names the writers: it stands outside of the title's own box."""
    names = marks(run)
    boxed = any(name.startswith(_TITLE_BOX) or "subtitle" in name for name in names)
    told = len(run.text) <= _LONGEST_WRITERS and not (_SENTENCE.search(run.text) and not is_signed(run.text[:-1]))
    return told and not boxed and "sm-margin-bottom" not in names


def _is_loose_writer(record: Sequence[Run], place: int) -> bool:
    """Whether a line of the old layout names the writers: a break ends it and a text follows."""
    run = record[place]
    following = record[place + 1] if place + 1 < len(record) else None
    more = following is not None and not _ends_body(following)
    return more and run.end == "br" and is_signed(run.text)


def _set_aside(run: Run, label: str, captions: list[str], pieces: list[tuple[str, str]]) -> None:
    """Put a run of the margin where it belongs: to the captions below their label, or else to the pieces."""
    if _ILLUSTRATION.match(label) and run.text != label:
        captions.append(run.text)
    else:
        pieces.append(("metadata", run.text))


def _ends_body(run: Run) -> bool:
    """Whether a run stands below every body: a line of copyright, the document's number."""
    return bool(number_of(run.text)) or _is_copyright(run)


def _is_copyright(run: Run) -> bool:
    """Whether a run is a short line that opens with whose text it is."""
    return len(run.text) <= _LONGEST_COPYRIGHT and bool(COPYRIGHT.match(run.text)) and not marks(run) & _TEXT


def _piece(text: str) -> tuple[str, str]:
    """What stands below a body, with its kind."""
    if number_of(text):
        return "metadata", text
    return ("copyright" if COPYRIGHT.match(text) else "furniture"), text
