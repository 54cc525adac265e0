"""Date lines in which a writer stands beside the date without a label, as agencies and party papers print them."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.dating.datemarks import Mark, date_mark, source_named
from mediastudy.documents.parts.bylines import is_name
from mediastudy.documents.parts.credits import byline_of, is_job
from mediastudy.documents.parts.sites import outlet_at, outlet_named

_NAME: Final = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: (?:(?:de|da|di|van|von|der|bin|al|el)\s)?[^\W\d_a-zß-ÿ][\w.'’-]*){1,4}"
# By Lin Yan (People's Daily) 08:31, May 06, 2023
_BRACKETED: Final = re.compile(rf"(?:By )?(?P<who>{_NAME})?\s*\((?P<outlet>[^()]{{3,40}})\)\s*(?P<rest>.*\d.*)")
# Mara Okhai | 29.08.2024 - Update : 29.08.2024
_BARRED: Final = re.compile(rf"(?P<who>{_NAME}(?:(?:,| and) {_NAME})*)\s*\|\s*(?P<rest>\d.*)")
_JUCHE: Final = re.compile(r"(?P<site>www\.kcna\.kp)\s*\(\s*(?P<day>Juche\s?\d{2,3}\.\s?\d{1,2}\.\s?\d{1,2}\.?)\s*\)")
# 本报记者 林岩 《海岸日报》（2024年05月03日 第 04 版）
_PAPER: Final = re.compile(
    r"(?:本报记者\s*)?(?P<who>[\u4e00-\u9fff·、 ]{2,30}?)?\s*《(?P<outlet>[^《》]{2,20})》"
    r"\s*[（(]\s*(?P<day>[^（()）]{6,16}?日)"
    r"\s*(?:第?\s*\d+\s*版)?\s*[）)]"
)
_READING: Final = re.compile(
    r"[\s|·•,]*(?:temps de lecture|lesezeit|tiempo de lectura|tempo di lettura|reading time)\s*:?\s*\d.{0,12}$"
    r"|[\s|·•]+\d+[ -]min(?:ute)?s? (?:read|de lecture)$",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r",?\s*\(?\s*\b(?:modifi(?:é|ée|ca|cato|cado)|geändert|zuletzt geändert|mis à jour|last modified)\b.*$",
    re.IGNORECASE,
)
_AT_OUTLET: Final = re.compile(r"(?P<who>.{3,60}?)\s*[(（](?P<outlet>[^()（）]{3,40})[)）]")
_FEWEST, _MOST = 2, 4  # words of a name


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
    paper = _PAPER.fullmatch(line)
    if paper:
        outlet = outlet_named(paper["outlet"]) or paper["outlet"]
        return Mark(paper["day"], outlet=outlet, byline=(paper["who"] or "").strip() or None)
    barred = _BARRED.fullmatch(line)
    rest = date_mark(barred["rest"]) if barred and not outlet_named(barred["who"]) else None
    if barred and rest:
        return rest._replace(byline=barred["who"])
    bare = _READING.sub("", re.sub(r"】\s*【", " | ", line).strip("【】"))
    return _with_outlet(date_mark(bare) or (date_mark(_CHANGED.sub("", bare)) if _CHANGED.search(bare) else None))


def writer_of(line: str) -> Mark | None:
    """What a line without a date says of the source and the writers, or None if it says nothing.

    Examples
    --------
    >>> writer_of("By Lin Yan (China Daily)")
    Mark(date_raw=None, source=None, outlet='China Daily', byline='Lin Yan')
    >>> writer_of("Ann Lee Education correspondent, Coast Radio").byline, writer_of("The harbour") is None
    ('Ann Lee', True)
    """
    byline = byline_of(line)
    beside = _AT_OUTLET.fullmatch(byline) if byline else None
    outlet = outlet_named(beside["outlet"]) if beside else None
    if beside and outlet:
        return Mark(None, outlet=outlet, byline=beside["who"])
    words = line.split()
    for count in range(_FEWEST, min(_MOST, len(words) - 1) + 1) if not byline else ():
        name = " ".join(words[:count])
        if is_name(name) and is_job(" ".join(words[count:])):
            return Mark(None, byline=name)
    source = source_named(line)
    return Mark(None, source, byline=byline) if source or byline else None


def _with_outlet(mark: Mark | None) -> Mark | None:
    """A mark whose outlet has the name by which we know it; a writer that is an outlet is one."""
    if mark is None:
        return None
    known = outlet_named(mark.byline or "")
    if known:
        return mark._replace(outlet=known, byline=None)
    outlet = mark.outlet or ""
    return mark._replace(outlet=outlet_named(outlet) or outlet_at(outlet) or mark.outlet)
