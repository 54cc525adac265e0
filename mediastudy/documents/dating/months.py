"""Month names in the languages of the press we have met, as numbers."""

from __future__ import annotations

from typing import Final

from mediastudy.documents.dating.alternatives import any_of

# English, German, French, Spanish, Portuguese, Italian and Dutch.
_LATIN: Final = (
    "january jan januar jänner jän jaenner janvier janv enero ene janeiro gennaio gen januari",
    "february feb februar feber febr februari février fevrier févr fév fev febrero fevereiro febbraio",
    "march mar märz maerz mär mrz mars marzo março marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juill juil julio julho luglio lug",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre setembro settembre sett",
    "october oct oktober okt octobre octubre outubro ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre",
)
# Russian names in the cases that stand with and without a day.
_CYRILLIC: Final = (
    "январь января янв",
    "февраль февраля февр фев",
    "март марта мар",
    "апрель апреля апр",
    "май мая",
    "июнь июня июн",
    "июль июля июл",
    "август августа авг",
    "сентябрь сентября сент сен",
    "октябрь октября окт",
    "ноябрь ноября нояб ноя",
    "декабрь декабря дек",
)
# Words of other languages too: months only between a day and a year.
_SHORT: Final = {"set": 9, "out": 10}

MONTHS: Final = {
    name: number
    for script in (_LATIN, _CYRILLIC)
    for number, names in enumerate(script, start=1)
    for name in names.split()
}


PATTERN: Final = any_of(MONTHS) + r"\.?"
BETWEEN_DAY_AND_YEAR: Final = any_of([*MONTHS, *_SHORT]) + r"\.?"


def month_number(name: str) -> int:
    """The number of the month with this name.

    Raises
    ------
    KeyError
        If it is no month name we know.

    Examples
    --------
    >>> month_number("Sept."), month_number("Août")
    (9, 8)
    """
    bare = name.casefold().rstrip(".")
    return MONTHS[bare] if bare in MONTHS else _SHORT[bare]
