"""Date lines in which a writer stands beside the date without a label, as agencies and party papers print them."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.dating.datemarks import Mark, date_mark
from mediastudy.documents.parts.sites import outlet_at, outlet_named

_NAME: Final = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: (?:(?:de|da|di|van|von|der|bin|al|el)\s)?[^\W\d_a-zß-ÿ][\w.'’-]*){1,4}"
# By Lin Yan (People's Daily) 08:31, May 06, 2023
_BRACKETED: Final = re.compile(rf"(?:By )?(?P<who>{_NAME})?\s*\((?P<outlet>[^()]{{3,40}})\)\s*(?P<rest>.*\d.*)")
# Mara Okhai | 29.08.2024 - Update : 29.08.2024
_BARRED: Final = re.compile(rf"(?P<who>{_NAME}(?:(?:,| and) {_NAME})*)\s*\|\s*(?P<rest>\d.*)")
_JUCHE: Final = re.compile(r"(?P<site>www\.kcna\.kp)\s*\(\s*(?P<day>Juche\s?\d{2,3}\.\s?\d{1,2}\.\s?\d{1,2}\.?)\s*\)")


def mark_of(line: str) -> Mark | None:
    """What a date line says, a writer beside the date included, or None if the line is none.

    Examples
    --------
    >>> mark_of("Mara Okhai | 29.08.2024 - Update : 30.08.2024")[::3]
    ('29.08.2024', 'Mara Okhai')
    >>> mark_of("By Lin Yan (People's Daily) 08:31, May 06, 2023")
    Mark(date_raw='08:31, May 06, 2023', source=None, outlet="People's Daily", byline='Lin Yan')
    """
    juche = _JUCHE.fullmatch(line)
    if juche:
        return Mark(juche["day"], outlet=outlet_at(juche["site"]))
    bracketed = _BRACKETED.fullmatch(line)
    outlet = outlet_named(bracketed["outlet"]) if bracketed else None
    if bracketed and outlet:
        mark = date_mark(bracketed["rest"])
        return mark and mark._replace(outlet=outlet, byline=bracketed["who"])
    barred = _BARRED.fullmatch(line)
    rest = date_mark(barred["rest"]) if barred and not outlet_named(barred["who"]) else None
    if barred and rest:
        return rest._replace(byline=barred["who"])
    return _with_outlet(date_mark(line))


def _with_outlet(mark: Mark | None) -> Mark | None:
    """A mark whose outlet has the name by which we know it; a writer that is an outlet is one."""
    if mark is None:
        return None
    known = outlet_named(mark.byline or "")
    if known:
        return mark._replace(outlet=known, byline=None)
    outlet = mark.outlet or ""
    return mark._replace(outlet=outlet_named(outlet) or outlet_at(outlet) or mark.outlet)
