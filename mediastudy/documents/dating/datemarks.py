"""Date lines: a line of its own that says when, and often where, an article was published."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.dates import Found, find_dates
from mediastudy.documents.dating.clocks import ZONES
from mediastudy.documents.dating.weekdays import WEEKDAYS
from mediastudy.documents.parts import furniture
from mediastudy.documents.parts.mastheads import is_press

_LABEL: Final = re.compile(
    r"(?P<source>source|quelle|fuente|fonte|bron|источник|from|origin|来源|稿源|信息来源|文章来源)\s*[:：]"
    r"|(?P<byline>author|by|reporter|von|par|por|作者|记者)\s*[:：]"
    r"|(?P<credit>editor|edited by|web editor|redaktion|责任编辑|责编|编辑|编审|审核"
    r"|浏览次数|浏览量|点击数|点击量|阅读量|阅读|字号|字体|views|hits|reads)\s*[:：]",
    re.IGNORECASE,
)
_FILLER: Final = re.compile(
    rf"(?<![^\W\d_])(?:(?:first |last |originally )?(?:published|posted|created|issued|released|publication)"
    rf"(?: date| time)?|(?:last )?(?:updated|modified|update|edited)"
    rf"(?: \d+ \w+ ago)?|date|time|veröffentlicht|erschienen|stand"
    rf"|aktualisiert|datum|publiée?|mis à jour|publicado|actualizado|fecha|uhr|hrs?|h|{ZONES}|{WEEKDAYS}"
    rf"|pubblicato|aggiornato|atualizado|data|gepubliceerd|bijgewerkt|опубликовано|обновлено|дата"
    rf"|(?:on|at|am|um|vom|den|le|à|el|il|em|op)(?=\s*\0))(?![^\W\d_])"
    r"|发布时间|发表时间|更新时间|发布日期|时间|日期|发布|发表于|北京时间",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"(?:publish|posted|publi|pubbl|gepubl|veröffentlicht|erschienen|опубл|发布|发表)\w*[^|]{0,14}$", re.IGNORECASE
)
_UPDATED: Final = re.compile(
    r"(?:updat|modified|edited|aktualisiert|mis à jour|actualizado|aggiorn|atualiz|bijgew|обновл|更新)\w*[^|]{0,14}$",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"\s*(?:[|｜·•\x00]|\s[-–—]\s)\s*")
_EDITION: Final = re.compile(r"\s*\((?:[A-Z][a-z]|English|in English|online)\)$")
_TRIM: Final = " ,.;:：|/()[]【】-–—·•"
_SOURCE_LINE: Final = re.compile(
    r"[(（\[【]?\s*(?:source|quelle|fuente|fonte|bron|источник|来源|稿源|信息来源|文章来源)\s*[:：]\s*(?P<name>[^.!?。:：]{2,60}?)\s*[)）\]】]?",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?:by|von|par|por)\s+[^\W\d_].{2,60}", re.IGNORECASE)
_LONGEST: Final = 200
_LONGEST_NAME: Final = 60
_MOST_WORDS: Final = 6


class Mark(NamedTuple):
    """What a date line says; None for what it does not."""

    date_raw: str | None
    source: str | None = None
    outlet: str | None = None
    byline: str | None = None


def date_mark(line: str) -> Mark | None:
    """What a date line says, or None if the line is none.

    Examples
    --------
    >>> date_mark("2024-08-29 10:04:43Source: Xinhua")
    Mark(date_raw='2024-08-29 10:04:43', source='Xinhua', outlet=None, byline=None)
    >>> date_mark("The harbour opened on 29 August 2024.") is None
    True
    """
    found = find_dates(line) if len(line) <= _LONGEST else []
    if not found:
        return None
    rest = line
    for item in reversed(found):
        rest = rest[: item.start] + "\0" + rest[item.end :]
    labelled, plain = _labelled(_FILLER.sub(" ", rest))
    names = [name for name in map(_bare, _BREAK.split(plain)) if name]
    outlet = next((name for name in names if agency_name(name) or is_press(name) or furniture.is_domain(name)), None)
    writers = [name for name in names if _BY.fullmatch(name)]
    unknown = [name for name in names if name != outlet and name not in writers]
    if unknown and not (_separated(plain, unknown) or _timed(line, found)):
        return None
    byline = labelled.get("byline") or (writers[0].split(" ", 1)[1] if writers else None)
    chosen = _published(line, found)
    return Mark(line[chosen.start : chosen.end].strip(), labelled.get("source"), _usual(outlet), byline)


def source_named(line: str) -> str | None:
    """The source that a line of its own names (``Source: Xinhua``), or None.

    Examples
    --------
    >>> source_named("Source: Xinhua News Agency"), source_named("Source: he said so.")
    ('Xinhua', None)
    """
    match = _SOURCE_LINE.fullmatch(line)
    return _usual(match["name"].strip(_TRIM)) if match and len(match["name"].split()) <= _MOST_WORDS else None


def _labelled(rest: str) -> tuple[dict[str, str], str]:
    """The values behind the labels of a line, and what stands outside them."""
    marks = list(_LABEL.finditer(rest))
    if not marks:
        return {}, rest
    values: dict[str, str] = {}
    plain = rest[: marks[0].start()]
    ends = [mark.start() for mark in marks[1:]] + [len(rest)]
    for mark, end in zip(marks, ends, strict=True):
        value, *others = _BREAK.split(rest[mark.end() : end].strip(_TRIM), maxsplit=1)
        plain += "|" + "|".join(others)
        name = _bare(value)
        if name and len(name) <= _LONGEST_NAME:
            values.setdefault(str(mark.lastgroup), str(_usual(name)))
    return values, plain


def _bare(part: str) -> str:
    """A part of a date line without punctuation at its edges."""
    bare = re.sub(r"\s+", " ", part).strip(_TRIM)
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def _separated(plain: str, names: list[str]) -> bool:
    """Whether bars set the unknown names apart from the date, so that the line can't be a sentence."""
    return "|" in plain and all(len(name.split()) <= _MOST_WORDS and len(name) <= _LONGEST_NAME for name in names)


def _timed(line: str, found: list[Found]) -> bool:
    """Whether a short line without a sentence's end gives the time of day: no sentence of an article does."""
    clock = any(re.search(r"\d[:：]\d\d", line[item.start : item.end]) for item in found)
    return clock and len(line) <= _LONGEST_NAME and not re.search(r"[.!?。！？]$", line)


def _usual(name: str | None) -> str | None:
    """A name as it is usually printed: agencies under one name."""
    return (agency_name(name) or _EDITION.sub("", name)) if name else None


def _published(line: str, found: list[Found]) -> Found:
    """The date of publication among the dates of a line: so labelled, or else the first that is no update."""
    for item in found:
        if _PUBLISHED.search(line[: item.start]) and not _UPDATED.search(line[: item.start]):
            return item
    return next((item for item in found if not _UPDATED.search(line[: item.start])), found[0])
