"""The forms in which the press and its databases print dates."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.dating.months import BETWEEN_DAY_AND_YEAR
from mediastudy.documents.dating.months import PATTERN as MONTH
from mediastudy.documents.dating.weekdays import WEEKDAYS

_Y: Final = r"(?P<y>[12]\d{3})"
_ORDINAL: Final = r"(?:st|nd|rd|th|\s?er|e|\.?[º°ª])?"
_D: Final = rf"(?P<d>\d{{1,2}}){_ORDINAL}"
_GAP: Final = r"(?:\.?[\s\-/,]\s*|\.)"
_OF: Final = r"(?:(?:of|de|del|do|d')\s*)?"
_OFFSET: Final = r"(?:\s+[+-]\d{4}|\s+[A-Z]{2,4})"
_TO: Final = r"\s*(?:[-–—/&+]|(?:and|und|et|y|e|en|to|bis|au|al)(?![^\W\d_]))\s*"
_WORD_START: Final = r"(?<![^\W\d_])"
_HAN_DIGITS: Final = "〇零○一二三四五六七八九"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns, compiled without regard to case."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


NUMERIC: Final = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>\s?[/.\-]\s?)(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)")

# Made of numbers alone. A later pattern never takes characters that an earlier one has taken.
_NUMBERS: Final = _compiled(
    r"(?<![\d.])(?P<y>\d{4})(?P<sep>[-/.]|\.\s)(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
    rf"(?<!\d){_Y}(?P<m>\d{{2}})(?P<d>\d{{2}})(?=$|[T\sZ_])",
    # 20020225143000
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=[0-2]\d[0-5]\d[0-5]\d(?!\d))",
)
_HAN: Final = _compiled(
    rf"(?<!\d){_Y}\s*[年년]\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日号號일])?",
    rf"(?P<hy>[{_HAN_DIGITS}]{{4}})年(?P<hm>[一二三四五六七八九十]{{1,2}})月(?:(?P<hd>[一二三四五六七八九十]{{1,3}})[日号號])?",
)
# North Korea counts years from 1912, its first.
_JUCHE: Final = _compiled(r"(?<![^\W\d_])Juche\s?(?P<juche>\d{2,3})[.\s-]{1,2}(?P<m>\d{1,2})\.\s?(?P<d>\d{1,2})(?!\d)")
# Several days or months with their names: what they share is known, the day is not.
_SEVERAL: Final = _compiled(
    rf"(?<![\d:./-])(?P<d1>\d{{1,2}})(?:\.|{_ORDINAL}){_TO}(?:{WEEKDAYS},?\s*)?{_D}{_GAP}?\s*{_OF}"
    rf"(?P<mon>{BETWEEN_DAY_AND_YEAR}){_GAP}?\s*{_OF}{_Y}(?!\d)",
    rf"{_WORD_START}(?P<mon>{MONTH})\s*(?P<d1>\d{{1,2}}){_ORDINAL}{_TO}(?:(?P<mon2>{MONTH})\s*)?{_D}[,\s]\s*{_Y}(?!\d)",
    rf"(?<![\d:./-])(?P<d1>\d{{1,2}}){_ORDINAL}{_GAP}?\s*{_OF}(?P<mon>{MONTH}){_TO}{_D}{_GAP}?\s*{_OF}"
    rf"(?P<mon2>{MONTH}){_GAP}?\s*{_OF}{_Y}(?!\d)",
    rf"{_WORD_START}(?P<mon>{MONTH}){_TO}(?P<mon2>{MONTH}),?\s*{_OF}{_Y}(?!\d)",
)
_NAMED: Final = _compiled(
    rf"(?<![\d:.]){_D}{_GAP}?\s*{_OF}(?P<mon>{BETWEEN_DAY_AND_YEAR}){_GAP}?\s*{_OF}{_Y}(?!\d)",
    rf"{_WORD_START}(?P<mon>{MONTH})[\s\-/]*{_D}\s*[,\s\-/]\s*{_OF}{_Y}(?!\d)",
    rf"{_WORD_START}(?P<mon>{MONTH})\s+{_D}\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?{_OFFSET}?\s+{_Y}(?!\d)",
    # 2010 May 08
    rf"(?<!\d){_Y}[\s,\-/.]+(?P<mon>{MONTH})[\s\-/]+{_D}(?![\d:])",
)
_MONTH: Final = _compiled(rf"{_WORD_START}(?P<mon>{MONTH})(?:,?\s+|[-/]){_OF}{_Y}(?!\d)")

# What saves trying the slow patterns in vain.
_NAME: Final = re.compile(rf"{_WORD_START}{BETWEEN_DAY_AND_YEAR}", re.IGNORECASE)
_JOINED: Final = re.compile(_TO, re.IGNORECASE)


def patterns_for(text: str) -> tuple[re.Pattern[str], ...]:
    """The patterns that could find a date in a text, the surest first.

    Examples
    --------
    >>> len(patterns_for("2024-08-29")) < len(patterns_for("29 August 2024"))
    True
    """
    han = _HAN if "年" in text or "년" in text else ()
    if not _NAME.search(text):
        return (*_NUMBERS, *han, *(_JUCHE if "uche" in text else ()), NUMERIC)
    several = _SEVERAL if _JOINED.search(text) else ()
    return (*_NUMBERS, *han, *several, *_NAMED, NUMERIC, *_MONTH)


# The forms below are dates only where nothing else stands in their place.
_SEASONS: Final = (
    "(?:spring|summer|autumn|fall|winter|frühjahr|frühling|fruehjahr|sommer|herbst|printemps|été|automne|hiver|primavera"
    "|verano|otoño|invierno|estate|autunno|inverno|verão|outono|lente|voorjaar|zomer|herfst|najaar|весна|лето|осень|зима"
    r"|q[1-4]|[1-4]q|(?:1st|2nd|3rd|4th|first|second|third|fourth) quarter|[1-4]\. quartal)"
)
_HAN_SEASON: Final = r"年?\s*(?:第?[一二三四1-4]季度|[春夏秋冬]季?)"
YEAR_ONLY: Final = re.compile(
    rf"(?:{_SEASONS}(?:\s*[/-]\s*{_SEASONS})?,?\s*(?:of\s+)?)?[(\[]?(?P<y>[12]\d{{3}})(?:\.0|\s*年|\s*г\.|\s*года?)?[)\]]?"
    rf"|(?P<y2>[12]\d{{3}})(?:[\s,]*[(\[]?{_SEASONS}[)\]]?|{_HAN_SEASON})",
    re.IGNORECASE,
)
MONTH_ONLY: Final = re.compile(
    rf"(?P<y>[12]\d{{3}})(?:[-/.](?P<m>\d{{1,2}})|[\s,\-/.]*[(\[]?(?P<mon>{MONTH})[)\]]?)"
    r"|(?P<m2>\d{1,2})[/.](?P<y2>[12]\d{3})",
    re.IGNORECASE,
)
# A year of two digits could be of any century.
SHORT_YEAR: Final = re.compile(
    r"(?<![\d/.-])\d{1,2}([/.\-])\d{1,2}\1['’]?\d{2}(?![\d/.-])"
    rf"|(?<![\d:.])\d{{1,2}}{_ORDINAL}[\s\-./]*(?:de\s)?(?:{MONTH})[\s\-./,]*(?:de\s)?['’]?\d{{2}}(?![\d:.])"
    rf"|{_WORD_START}(?:{MONTH})\s*\d{{1,2}}{_ORDINAL},\s*['’]?\d{{2}}(?![\d:.])|(?<!\d)\d{{2}}年\d{{1,2}}月",
    re.IGNORECASE,
)
