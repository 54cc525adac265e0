"""Datelines: the place, date and agency that open the first paragraph."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mediastudy.documents.agencies import agency_name, is_agency
from mediastudy.documents.dates import find_dates
from mediastudy.documents.dating.months import PATTERN as MONTH
from mediastudy.documents.parts.mastheads import is_press

_CAPS: Final = r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ.'’-]+"
_WORD: Final = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
_CAPS_PLACE: Final = rf"{_CAPS}(?:[ /]{_CAPS}){{0,3}}(?:, {_WORD}(?: {_WORD}){{0,2}})?"
_PLACE: Final = (
    rf"{_WORD}(?:[ /-](?:(?:de|del|la|am|an der|of|the|sur|upon)\s)?{_WORD}){{0,3}}(?:, {_WORD}(?: {_WORD}){{0,2}})?"
)
_DAY: Final = (
    rf"(?:(?i:{MONTH})\s*\d{{1,2}}|\d{{1,2}}(?:er|\.|st|nd|rd"
    rf"|th)?\s*(?:de )?(?i:{MONTH}))(?:,? (?:de )?(?:19|20)\d\d)?|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)?\d\d"
    rf"|(?:19|20)\d\d-\d\d-\d\d"
)
_AGENCY: Final = r"\((?P<{0}>[^\W\d_][\w .&'’/-]{{1,40}})\)"
_DASH: Final = r"\s*(?:-{1,3}|[–—―]{1,2}|_)\s*"
_KNOWN: Final = (
    r"(?P<agency>IRNA|KUNA|SANA|SPA|WAM|MENA|VNA|TASS|Xinhua|Reuters|AP|AFP|dpa|EFE|ANSA|Bernama|Antara|PTI|IANS|ANI"
    r"|APP)"
)
_RUSSIAN_DAY: Final = r"\d{1,2} (?:янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,6}\.?"
_RUSSIAN: Final = (
    rf"(?P<place>[А-ЯЁ][А-ЯЁа-яё-]+(?:[ -][А-ЯЁ][А-ЯЁа-яё-]+)*)(?: \([^()]{{2,40}}\))?, (?P<day>{_RUSSIAN_DAY})"
    rf"(?:{_DASH}(?P<agency>РИА Новости|ТАСС|Интерфакс|Sputnik)\.?|\.? ?/(?P<slashed>ТАСС)/\.?)\s*(?:{_DASH})?"
)
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        # МЕСТО, 29 авг — РИА Новости.        МЕСТО, 29 августа. /ТАСС/.
        _RUSSIAN,
        # PLACE, 3 July 2024 (Agency) --      the date or the agency vouches for a place in any case
        rf"(?P<place>{_PLACE}),?\s*(?P<day>{_DAY})\.?,?\s*(?:{_AGENCY.format('agency')})?:?{_DASH}",
        rf"(?P<place>{_PLACE}),?\s*{_AGENCY.format('agency')}\s*(?:,\s*(?P<day>{_DAY})\.?)?:?{_DASH}",
        # PLACE, July 3 (AGENCY):             a colon serves below a place in capitals, or with an agency
        rf"(?P<place>{_PLACE}),\s*(?P<day>{_DAY})\.?,?\s*{_AGENCY.format('agency')}:\s+",
        rf"(?P<place>{_CAPS_PLACE}),\s*(?P<day>{_DAY}):\s+",
        # (AGENCY) --
        rf"(?P<place>){_AGENCY.format('agency')}\s*(?:-{{2,3}}|[–—―]{{1,2}})\s*",
        # (Place, July 3) –                   as bodies for human rights write
        rf"\((?P<place>{_PLACE}),\s*(?P<day>{_DAY})\)\s*(?:-{{1,2}}|[–—―]{{1,2}})\s*",
        # PLACE, July 3. /AGENCY/.
        rf"(?P<place>{_PLACE}),\s*(?P<day>{_DAY})[.,]?\s*/(?P<agency>[^\W\d_][\w .-]{{1,20}})/[.,]?\s*(?:{_DASH})?",
        # PLACE --                            alone only in capitals, and before a new sentence
        rf"(?P<place>{_CAPS_PLACE}),?(?:\s*[–—―]{{1,2}}\s*|\s*--+\s*|\s+-\s+)(?=[^\W\d_a-zß-ÿ]|[\"“‘'„«]|\d)",
        # Place, ST --                        as American offices write
        rf"(?P<place>{_WORD}(?: {_WORD}){{0,2}}, (?:[A-Z]{{2}}|[A-Z]\.\s?[A-Z]\.)){_DASH}(?=[^\W\d_a-zß-ÿ]|[\"“‘'])",
        # Place, AGENCY --                    an agency that we know
        rf"(?P<place>{_PLACE}),\s*{_KNOWN}{_DASH}",
        # Place, 3 July (Agency) Text         as some leave the dash out
        rf"(?P<place>{_PLACE}),\s*(?P<day>{_DAY})\.?\s*{_AGENCY.format('agency')}\s+(?=[^\W\d_a-zß-ÿ]|[\"“‘'«])",
        # Agency, Place, 3 July --
        rf"(?P<agency>{_WORD}(?: {_WORD}){{0,2}}),?\s+(?P<place>{_PLACE}),\s+(?P<day>{_DAY})\.?{_DASH}",
    )
)
_COLON: Final = re.compile(
    r"(?P<place>[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{2,}){0,2}(?:/[A-ZÀ-Þ]{3,})?): (?=[^\W\d_a-zß-ÿ]|[\"“‘'])"
)
_LONG: Final = 120
_HAN_FORM: Final = re.compile(
    r"[（(【]?\s*(?P<agency>[\u4e00-\u9fff]{2,6}?(?:社|网|日报|报)|本[报网])"
    r"(?:(?P<place>[\u4e00-\u9fff·/]{2,12}?)(?P<day>(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日)?(?:电|讯|消息)|消息(?=[:：])|(?:讯|消息)(?=\s*[（(](?:记者|通讯员)))"
    r"\s*[）)】]?\s*"
    r"(?:[（(](?:记者|作者|通讯员)?\s*[^（）()]{2,40}[）)])?\s*[:：—-]*\s*"
)


_PLACE_LINE: Final = re.compile(_CAPS_PLACE)
_PLACE_AND_LAND: Final = re.compile(rf"{_CAPS}(?:[ /]{_CAPS}){{0,3}}, {_WORD}(?: {_WORD}){{0,2}}")
# Whoever speaks stands in capitals before a dash too.
_ROLE: Final = re.compile(
    r"\b(?:MINISTER|PM|MP|SENATOR|PRESIDENT|JOURNALIST|REPORTER|QUESTION|SPEAKER|CHAIR(?:MAN)?|HOST)$"
)
_TURN: Final = re.compile(r"[A-Z][A-Z ,.'’&-]{2,60}:")


class Dateline(NamedTuple):
    """A dateline: the piece as it stood, its place and date, the agency credited, the date if it has a year."""

    piece: str
    text: str | None
    agency: str | None
    date_raw: str | None


def dateline_of(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph, or None.

    Examples
    --------
    >>> dateline_of("PORTO ALBA, Aug. 29, 2024 (Coast Press) -- The harbour opened.")[1:]
    ('PORTO ALBA, Aug. 29, 2024', 'Coast Press', 'Aug. 29, 2024')
    >>> dateline_of("PORTILLO: I never said so.") is None
    True
    """
    for form in (*_FORMS, _HAN_FORM):
        match = form.match(paragraph)
        if match and match.end() < len(paragraph) and _vouched(match, paragraph):
            return _dateline(match)
    return None


def colon_dateline(paragraph: str) -> Dateline | None:
    """The place in capitals before a colon that opens an Indian news report, or None; a speaker would look alike.

    Examples
    --------
    >>> colon_dateline("VELDE: The harbour of Velde was opened on Monday after ten years of work.").text
    'VELDE'
    >>> colon_dateline("PRIME MINISTER: The harbour of Velde was opened on Monday after ten years of work.") is None
    True
    """
    match = _COLON.match(paragraph)
    if match is None or _ROLE.search(match["place"]) or len(paragraph) - match.end() < _LONG // 2:
        return None
    return Dateline(match.group().strip(), match["place"], None, None)


def is_place_line(line: str) -> bool:
    """Whether a line could be a dateline that stands by itself above the text: a place in capitals.

    Examples
    --------
    >>> is_place_line("PORTO ALBA"), is_place_line("Porto Alba"), is_place_line("PORTO ALBA OPENS AFTER TEN YEARS")
    (True, False, False)
    """
    return bool(_PLACE_LINE.fullmatch(line))


def is_place_and_land(line: str) -> bool:
    """Whether a line could be such a dateline and hardly anything else: a place in capitals and its country.

    Examples
    --------
    >>> is_place_and_land("PORTO ALBA, Coastland"), is_place_and_land("BACKGROUND")
    (True, False)
    """
    return bool(_PLACE_AND_LAND.fullmatch(line))


def _vouched(match: re.Match[str], paragraph: str) -> bool:
    """Whether a date, an agency or the sentence that follows shows that a place opens an article, not a heading."""
    parts = match.groupdict()
    rest = paragraph[match.end() :]
    if _ROLE.search(parts.get("place") or "") or _TURN.match(rest):
        return False
    sentence = len(rest) > _LONG or bool(re.search(r"[.!?:。！？][\"”’»']*$", rest))
    return bool(parts.get("day") or parts.get("agency") or parts.get("slashed")) or (sentence and not rest.isupper())


def is_bare_place(name: str) -> bool:
    """Whether what stands in brackets before a dash is a place rather than an agency.

    Examples
    --------
    >>> is_bare_place("Porto Alba"), is_bare_place("Xinhua"), is_bare_place("Coast Press")
    (True, False, False)
    """
    return agency_name(name) is None and not is_agency(name) and not is_press(name) and not name.isupper()


def _dateline(match: re.Match[str]) -> Dateline:
    """The parts of a dateline that a form has matched."""
    parts = match.groupdict()
    place, day = (parts["place"] or "").strip(" ,"), parts.get("day")
    agency = parts.get("agency") or parts.get("slashed")
    if agency and agency.startswith("本"):  # "our paper": the outlet itself
        agency = None
    if agency and not place and not day and is_bare_place(agency):
        place, agency = agency, None
    han = match.re is _HAN_FORM
    text = place + ((day if han else f", {day}") if day else "")
    dates = find_dates(day) if day else []
    credited = (agency_name(agency) or agency.strip()) if agency else None
    return Dateline(match.group().strip(), text or None, credited, day if dates and dates[0].day.date else None)
