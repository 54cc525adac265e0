"""Lines that say who wrote, edited or translated an article."""

from __future__ import annotations

import re
from typing import Final

_BY: Final = re.compile(
    r"(?:(?:text |story |written |reported )?by\b|(?:von|par|por)\b|(?-i:di)\b|author(?:s|\(s\))?\s*:|reporters?\s*:"
    r"|byline\s*:|autor(?:in)?\s*:|auteur\s*:|作者\s*[:：]|记者\s*[:：])\s*(?P<who>\S.{1,100})",
    re.IGNORECASE,
)
_HAN_BY: Final = re.compile(r"[（(]?(?:新华社|本报|人民日报|中新社)?记者\s*(?P<who>[\u4e00-\u9fff·、 ]{2,30})[）)]?")
_SMALL: Final = frozenset(
    ("and und et y & in for of the de da di van von der den la le del at to with bin al correspondent staff").split()  # noqa: SIM905 - words read better in a row
)
_EDITORS: Final = re.compile(
    r"(?:[【\[]?纠错[】\]]?\s*)?[(（\[【]?\s*[–—-]*\s*"
    r"(?:(?:web )?editors?|edited by|reporting by|additional reporting by|writing by"
    r"|graphics? by|photos? by"
    r"|with (?:files?|inputs?|reporting|additional reporting|reports?) (?:from|by)"
    r"|compiled by|translated by|source|quelle|fuente|fonte|proofread by|producer|redaktion|bearbeitet von"
    r"|责任编辑|责编|编辑|编审|审核|校对|翻译|译者|文字|视频|监制|来源)\s*[:：]?\s*\S.{1,200}",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:[【\[]?纠错[】\]]?\s*)?[(（\[【]?\s*"
    r"(?:(?:web )?editors?|source|quelle|fuente|fonte|producer|redaktion|责任编辑|责编"
    r"|编辑|编审|审核|校对|翻译"
    r"|译者|文字|视频|监制|来源)\s*[:：]",
    re.IGNORECASE,
)
_JOB: Final = re.compile(
    r"(?:[A-Z][\w'’&-]*,? )?(?:[\w'’&-]+ ){0,3}(?:reporter|correspondent|editor|writer|columnist|journalist)s?"
    r"(?:,? (?:in |at |for )?(?:the )?(?:[A-Z]\w*,? ?){1,4})?",
)
_CONTRIBUTED: Final = re.compile(r".{3,150} contributed (?:to (?:this|the) (?:report|story|article)|reporting)\.?")
_REPORTED: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+,? (?:and )?){2,9}(?:reported|contributed reporting) from [A-ZÀ-Þ][^.]{2,60}\."
)
_SIGNATURE: Final = re.compile(r"(?:[a-z]{2,4}(?:[/-][a-z]{1,4}){0,3}|[a-z]{1,3}/[a-z]{1,3})(?: \([\w, ]{2,40}\))?")
_CONTACT: Final = re.compile(
    r"(?:contact the (?:writer|author|reporter)s?\b.{0,100}|(?:media |press )?contacts?\s*[:：].{0,120}"
    r"|(?:e-?mail|tel|phone|fax)\.?\s*[:：].{0,80}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?[\d\s().-]{7,25}"
    r"|[^.!?:：]{2,40}[:：]\s*\+?[\d\s().-]{7,25}(?:[;,] (?:or )?[\w.+-]+@[\w-]+(?:\.[\w-]+)+.{0,60})?)",
    re.IGNORECASE,
)
_LONGEST: Final = 110


def byline_of(line: str) -> str | None:
    """The writers that a line names and nothing else, or None.

    Examples
    --------
    >>> byline_of("By Ann Lee and Bo Ray"), byline_of("By the time it opened")
    ('Ann Lee and Bo Ray', None)
    """
    han = _HAN_BY.fullmatch(line)
    if han:
        return han["who"].strip()
    # "By Ann Lee | ann@coast.example | Coast Daily"
    match = _BY.fullmatch(re.split(r"\s*[|｜]\s*", line, maxsplit=1)[0])
    if not match or len(line) > _LONGEST or re.search(r"[.!?。]$", line):
        return None
    words = re.findall(r"[^\W\d_][\w.'’-]*", match["who"])
    if not words or any(word[0].islower() and word.casefold() not in _SMALL for word in words):
        return None
    first = words[0]
    return match["who"].strip() if first[0].isupper() or not first.isascii() else None


def is_job(line: str) -> bool:
    """Whether a line is what stands under a writer's name: ``Education correspondent``.

    Examples
    --------
    >>> is_job("Business reporter, Coast Broadcasting"), is_job("The reporter was tired.")
    (True, False)
    """
    return len(line) <= _LONGEST and bool(_JOB.fullmatch(line))


def is_signature(line: str) -> bool:
    """Whether a line below an article is the initials of its desk, or says who contributed.

    Examples
    --------
    >>> is_signature("oga/ldf"), is_signature("Bo Ray in Velde contributed to this report."), is_signature("Port")
    (True, True, False)
    """
    return bool(_SIGNATURE.fullmatch(line) or _CONTRIBUTED.fullmatch(line))


def is_contact(line: str) -> bool:
    """Whether a line is an address to write or to ring.

    Examples
    --------
    >>> is_contact("Contact: Ann Lee"), is_contact("ann@coast.example"), is_contact("Contact was lost on Monday.")
    (True, True, False)
    """
    return bool(_CONTACT.fullmatch(line))


def is_reporting(line: str) -> bool:
    """Whether a paragraph says no more than from where the writers reported, which it may do anywhere.

    Examples
    --------
    >>> is_reporting("Ann Lee reported from Velde, and Bo Ray from Karu."), is_reporting("He reported from Velde.")
    (True, False)
    """
    return bool(_REPORTED.fullmatch(line))


def is_credit(line: str) -> bool:
    """Whether a line credits editors, translators or a source.

    Examples
    --------
    >>> is_credit("(Reporting by Ann Lee; Editing by Bo Ray)"), is_credit("Editors met on Monday in the port.")
    (True, False)
    """
    if is_reporting(line):
        return True
    if not _EDITORS.fullmatch(line):
        return False
    bracketed = line[0] in "(（[【" and line[-1] in ")）]】"
    named = bool(re.match(r"[–—-]*\s*(?:[A-Z][a-z]+ )+(?:by|from)\b|[–—-]+\s*With \w+ from\b|With files from\b", line))
    named = named and not line.endswith(".")
    return bracketed or (bool(_LABELLED.match(line)) and len(line) <= _LONGEST) or named
