"""Writers whose name stands on a line of its own beside the date, without a word such as By."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.parts.credits import is_job
from mediastudy.documents.parts.mastheads import could_be_masthead, is_press
from mediastudy.documents.parts.phrases import NAVIGATION
from mediastudy.documents.parts.sites import outlet_named

if TYPE_CHECKING:
    from mediastudy.documents.parts.page import Page

_WORD: Final = r"[^\W\d_a-zß-ÿ][^\W\d_.]*(?:['’-][^\W\d_]+)*\.?"
_NAME: Final = re.compile(rf"{_WORD}(?: (?:(?:de|da|di|van|von|der|den|bin|al|el|la|le) )?{_WORD}){{1,3}}")
_NAMES: Final = re.compile(r"\s*(?:,| and | und | et | y |&|/)\s*")
_BY: Final = re.compile(r"^(?i:by|von|par|por|di)\s+(?=[^\W\d_a-zß-ÿ])")
_CASED: Final = 0.8
_SURE: Final = 2  # words: no second headline is so short


def is_name(line: str) -> bool:
    """Whether a line could be the names of people and nothing else.

    Examples
    --------
    >>> is_name("Mara Okhai"), is_name("Ines Tarrant and Joel Abara"), is_name("World News"), is_name("The harbour")
    (True, True, False, False)
    """
    names = _NAMES.split(line.strip())
    return all(_NAME.fullmatch(name) and not _is_other(name) for name in names)


def writer_named(stated: str) -> str:
    """The writers that a page's data state, without ``By``; empty if they are a number, an address or a site.

    Examples
    --------
    >>> writer_named("By Mara Okhai"), writer_named("104665"), writer_named("xinhuanet"), writer_named("© Bo Ray; TASS")
    ('Mara Okhai', '', '', '')
    """
    name = _BY.sub("", " ".join(stated.split()))
    other = name.startswith(("http", "@", "©")) or not re.search(r"[^\W\d_]", name) or outlet_named(name) is not None
    return "" if other else name


def _is_other(name: str) -> bool:
    """Whether capitalised words name a newspaper, a body or a part of the site."""
    words = name.casefold().split()
    return is_press(name) or could_be_masthead(name) or words[0] in {"the", "a"} or any(w in NAVIGATION for w in words)


def mark_writers(page: Page, start: int) -> None:
    """Mark a line of names beside the date as the byline, if another line is left to be the headline."""
    if "byline" in page.fields:
        return
    left = [place for place in page.body() if place < start]
    for place in left[1:] if "title" not in page.fields else left:
        line = page.units[place].text
        doubtful = len(line.split()) > _SURE and _titled(page.units[left[0]].text)
        if is_name(line) and _beside_date(page, place) and not doubtful:
            page.take(place, "byline", byline=line)
            if place + 1 in left and is_job(page.units[place + 1].text):
                page.take(place + 1, "furniture")
            return


def _beside_date(page: Page, place: int) -> bool:
    """Whether the date stands above or below a line, with nothing but the site's words between."""
    for step in (-1, 1):
        at = place + step
        while page.kinds.get(at) in {"furniture", "credit", "host", "copyright", "caption", "section"}:
            at += step
        if page.kinds.get(at) == "date":
            return True
    return False


def _titled(line: str) -> bool:
    """Whether a headline capitalises its words, so that a second one could look like a name."""
    words = re.findall(r"[^\W\d_]{4,}", line)
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= len(words) * _CASED
