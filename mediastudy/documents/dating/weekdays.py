"""Names of weekdays in the languages of the press we have met."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.dating.alternatives import any_of

_NAMES: Final = (
    "monday mon montag lundi lunes lunedì lunedi maandag segunda-feira понедельник 星期一 周一 月曜日",
    "tuesday tues tue dienstag mardi martes martedì martedi dinsdag terça-feira вторник 星期二 周二 火曜日",
    "wednesday wed mittwoch mercredi miércoles mercoledì mercoledi woensdag quarta-feira среда 星期三 周三 水曜日",
    "thursday thurs thur thu donnerstag jeudi jueves giovedì giovedi donderdag quinta-feira четверг 星期四 周四 木曜日",
    "friday fri freitag vendredi viernes venerdì venerdi vrijdag sexta-feira пятница 星期五 周五 金曜日",
    "saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag суббота 星期六 周六 土曜日",
    "sunday sun sonntag dimanche domingo domenica zondag воскресенье 星期日 星期天 周日 周天 日曜日",
)
# Two letters stand for a weekday only beside a date; alone they are words of many languages.
_SHORT: Final = "mo di mi do fr sa so lun jeu ven dim mié jue vie sáb gio seg пн вт ср чт пт сб вс"
_NUMBERS: Final = {name: number for number, names in enumerate(_NAMES) for name in names.split()}


WEEKDAYS: Final = any_of([*_NUMBERS, *_SHORT.split()]) + r"\.?"

_NAMED: Final = re.compile(rf"(?<![^\W\d_]){any_of(list(_NUMBERS))}", re.IGNORECASE)


def weekdays_in(text: str) -> frozenset[int]:
    """The weekdays that a text names, as numbers (Monday is 0).

    Examples
    --------
    >>> sorted(weekdays_in("jeudi 5 octobre 2013")), sorted(weekdays_in("December 31, 2018 Mon., Sunday edition"))
    ([3], [0, 6])
    """
    return frozenset(_NUMBERS[name.casefold()] for name in _NAMED.findall(text))
