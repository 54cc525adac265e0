"""Month names in the languages of the press we have met, as numbers."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari января",
    "february feb februar feber février fevrier févr fevr fév fev febrero fevereiro febbraio febr februari февраля",
    "march mar märz maerz mär mrz mars marzo março marco maart mrt марта",
    "april apr avril avr abril abr aprile апреля",
    "may mai mayo maio maggio mag mei мая",
    "june jun juni juin junio junho giugno giu июня",
    "july jul juli juillet juil julio julho luglio lug июля",
    "august aug août aout agosto ago augustus августа",
    "september sept sep septembre septiembre setiembre setembro settembre сентября",
    "october oct oktober okt octobre octubre outubro ottobre ott октября",
    "november nov novembre noviembre novembro ноября",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre декабря",
)

MONTHS: Final = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}

# A month name ends where its letters end: "Mar." but not "Market".
PATTERN: Final = "(?:" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + r")(?![^\W\d_])\.?"

WEEKDAYS: Final = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|星期[一二三四五六日天]|周[一二三四五六日])(?![^\W\d_])\.?"
)


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
    return MONTHS[name.casefold().rstrip(".")]
