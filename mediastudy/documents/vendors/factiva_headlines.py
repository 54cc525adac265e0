"""Which of the lines above the length are Factiva's section, headline, writers and credit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.parts.credits import byline_of
from mediastudy.documents.records import Problem
from mediastudy.documents.vendors.factiva import byline, credited

if TYPE_CHECKING:
    from collections.abc import Sequence

_CREDIT: Final = re.compile(
    r"special to\b.*|exclusive to\b.*|exklusiv für\b.*|(?:correspond[ea]nt|envoyée?) .*", re.IGNORECASE
)
_NAME: Final = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]*|and|und|et|y|e|&|de|del|della|di|van|von|der|den|la|le)")
_LONGEST_NAME: Final = 80
_FEWEST: Final = 2
_MOST: Final = 8
_SHORT_SECTION: Final = 4


class Parts(NamedTuple):
    """Columns of documents, the pieces that stand beside them, and what was not sure."""

    fields: dict[str, str | None]
    pieces: list[tuple[str, str]]
    problems: list[Problem]


def headline_parts(lines: Sequence[tuple[str, str]]) -> Parts:
    """What the lines above the length are; each comes with its role where the layout marks it.

    Examples
    --------
    >>> headline_parts([("Foreign Desk", ""), ("Harbour opens", "headline"), ("By Mara Okhai", "byline")]).fields
    {'section': 'Foreign Desk', 'title': 'Harbour opens', 'byline': 'Mara Okhai', 'agency': None}
    """
    roles = [role for _, role in lines]
    written = [text for text, role in lines if role == "byline"]
    if not {"headline", "section"} & set(roles):
        return _unmarked([text for text, role in lines if role != "byline"], written)
    # Without a headline whatever is no section stands beside it.
    first = roles.index("headline") if "headline" in roles else roles.index("section") + roles.count("section")
    title = " ".join(text for text, role in lines if role == "headline")
    beside = [text for text, role in lines[first:] if role not in {"headline", "byline"}]
    # The block before the headline is its section; the writers can stand in a block without a mark.
    above = [text for text, role in lines[:first] if role != "byline"]
    return _parts(above, title, written, beside)


def is_name(line: str) -> bool:
    """Whether a line is made of names only, as writers sign.

    Examples
    --------
    >>> is_name("Mara Okhai and Jan van der Heide"), is_name("Harbour opens after ten years")
    (True, False)
    """
    words = re.findall(r"[^\s,;/]+", line)
    if len(line) > _LONGEST_NAME or not _FEWEST <= len(words) <= _MOST or re.search(r"[.!?:\"”]$", line):
        return False
    return all(_NAME.fullmatch(word) for word in words)


def _is_written(line: str) -> bool:
    """Whether a line names the writers."""
    short = len(line) <= _LONGEST_NAME * 2
    return short and (bool(byline_of(line)) or is_name(line) or byline(line) != line)


def _unmarked(texts: list[str], written: list[str]) -> Parts:
    """The parts of lines without marks: the last may be a credit or the writers, the first a section."""
    credits_ = [text for text in texts[1:] if _CREDIT.fullmatch(text)]
    rest = [text for text in texts if text not in credits_]
    if not written and len(rest) >= _FEWEST and _is_written(rest[-1]):
        written = [rest.pop()]
    short = len(rest) >= _FEWEST and len(rest[0].split()) <= min(_SHORT_SECTION, len(rest[1].split()) - 1)
    section, title = ([rest[0]], rest[1:]) if short else ([], rest)
    parts = _parts(section, " ".join(title), written, credits_)
    if len(rest) >= _FEWEST:
        detail = f"section, headline and what stands below it are not marked; read as {parts.fields['title']!r}"
        parts.problems.append(Problem("", "unsure_headline", detail))
    return parts


def _parts(above: list[str], title: str, written: list[str], beside: list[str]) -> Parts:
    """The parts once the headline is known."""
    signed = [text for text in beside if not written and byline(text) != text and _is_written(text)]
    others = [text for text in beside if text not in signed]
    names = written or signed[:1]
    agencies = (credited(text) for text in others)
    fields: dict[str, str | None] = {
        "section": above[-1] if above else None,
        "title": title or None,
        "byline": ", ".join(map(byline, names)) or None,
        "agency": next((agency for agency in agencies if agency), None),
    }
    columns = [("metadata", f"CLM: {text}") for text in above[:-1]]  # a column's name stands above the section
    return Parts(fields, [*columns, *(("credit", text) for text in (*others, *signed[1:]))], [])
