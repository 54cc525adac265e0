"""Whose wire copy an article is, from what it prints itself: byline, dateline, first and last lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.agencies import agency_in, agency_name
from mediastudy.documents.dating.datemarks import source_named
from mediastudy.documents.parts.datelines import dateline_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME: Final = r"(?P<name>[^\W\d_][\w .'’&/,-]{0,44}?)"
_DASH: Final = r"(?:-{1,2}|[–—―])"
# A text opens with an agency in brackets and a dash, or with an agency and a dash.
_OPENING: Final = re.compile(rf"[(\[]?{_NAME}[)\]]?\s*{_DASH}\s*(?=\S)")
# 新华社北京8月29日电, 据新华社报道
_HAN_OPENING: Final = re.compile(
    r"[（(【]?\s*(?:据|據)?(?P<name>[\u4e00-\u9fff]{2,6}?(?:社|网|網))(?:记者)?[^。，,：:]{0,24}?"
    r"(?:电|電|讯|訊|消息|报道|報道|专电|供本报特稿)"
)
# What closes a text stands behind its last sentence, in brackets or after a dash.
_CLOSING: Final = re.compile(
    rf"[.!?…。！？”\"»“]\s*(?:[(\[（【]\s*{_NAME}\s*[)\]）】]"
    rf"|(?:{_DASH}|/)\s*(?P<after>[^\W\d_][\w .&/-]{{1,40}}?))\.?$"
)
_HAN_CLOSING: Final = re.compile(
    r"[（(]\s*(?:据|來源|来源|稿件来源)?[:：]?\s*(?P<name>[\u4e00-\u9fff]{2,6}?社)[^（()）摄攝]{0,20}[)）]$"
)
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright\b)[\s,]*(?:©|\(c\))?\s*(?:by )?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,]*(?:by )?(?:the )?"
    r"(?P<name>[^\W\d_][^.,;|©]{1,40})",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    r"[(\[]?\s*(?:with (?:additional )?(?:files|inputs?|material|reporting|information|reports?) (?:from|by)"
    r"|with|mit material (?:von|der)|mit|avec|con información de|con|source)"
    r"\s+(?:the |l['’])?(?P<name>\S.{1,50}?)[)\]]?\.?",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"[(（/](?P<name>[^()（）/]{2,40})[)）/]")
_LONGEST: Final = 90
_LAST: Final = 3


def agency_of(fields: Mapping[str, Any]) -> str | None:
    """The wire agency that an article credits, under its usual name, or None; never the article's own outlet.

    An agency that the text only mentions (``he told Reuters``) is no credit.

    Parameters
    ----------
    fields
        Columns of documents: ``agency`` as stated, ``byline``, ``dateline``, ``text``, ``outlet``; others are not
        looked at.

    Examples
    --------
    >>> agency_of({"byline": "Mara Okhai, Associated Press Writer", "outlet": "Coast Daily"})
    'AP'
    >>> agency_of({"text": "PORTO ALBA (Reuters) - The harbour opened.", "outlet": "Reuters News"}) is None
    True
    """
    told = {name: value for name, value in fields.items() if isinstance(value, str) and value.strip()}
    agency = _stated(told) or _in_text(told.get("text", ""))
    return None if agency is None or _is_own(agency, told.get("outlet")) else agency


def _stated(told: Mapping[str, str]) -> str | None:
    """The agency that the article's columns name."""
    if "agency" in told:
        return agency_name(told["agency"]) or agency_in(told["agency"]) or told["agency"].strip()
    credited = (agency_name(told[name]) or agency_in(told[name]) for name in ("byline", "credit") if name in told)
    bracketed = (agency_in(match["name"]) for match in _BRACKETED.finditer(told.get("dateline", "")))
    return next(filter(None, (*credited, *bracketed)), None)


def _in_text(text: str) -> str | None:
    """The agency that the first or the last lines of a text credit."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        return None
    found = _opening(lines[0])
    for line in reversed(lines[-_LAST:]):
        found = found or _credit_line(line)
    return found or (_credit_line(lines[0]) if len(lines) > 1 else None) or _closing(lines[-1])


def _opening(line: str) -> str | None:
    """The agency that opens the first paragraph."""
    dateline = dateline_of(line)
    if dateline and dateline.agency:
        return agency_name(dateline.agency) or agency_in(dateline.agency)
    match = _OPENING.match(line)
    name = match and _all_of(match["name"])
    han = None if name else _HAN_OPENING.match(line)
    return name or (agency_name(han["name"]) if han else None)


def _credit_line(line: str) -> str | None:
    """The agency that a line of its own credits."""
    if len(line) > _LONGEST:
        return None
    source = source_named(line)
    if source and (agency_name(source) or agency_in(source)):
        return agency_name(source) or agency_in(source)
    match = _COPYRIGHT.match(line) or _WITH.fullmatch(line)
    return _all_of(match["name"]) if match else _all_of(re.sub(rf"^{_DASH}+\s*", "", line))


def _closing(line: str) -> str | None:
    """The agency that stands behind the last sentence."""
    match = _CLOSING.search(line) or _HAN_CLOSING.search(line)
    if match is None:
        return None
    parts = match.groupdict()
    return _all_of(parts["name"] or parts["after"])


def _all_of(name: str) -> str | None:
    """The first agency of a string that names agencies and nothing else; a photo's credit is none."""
    if "photo" in name.casefold():
        return None
    parts = [
        part for part in re.split(r"[/,()（）]| and | und | et | y ", name.strip(" ()[]（）【】.")) if part.strip()
    ]
    agencies = [agency_name(part) for part in parts]
    return agencies[0] if agencies and all(agencies) else None


def _is_own(agency: str, outlet: str | None) -> bool:
    """Whether an agency is the outlet itself: by name, by its initials, or as the first word of a service's name."""
    if not outlet:
        return False
    words = outlet.split()
    initials = "".join(word[0] for word in words).upper() if len(words) > 1 else words[0]
    names = {outlet, words[0], initials}
    return agency in names | {agency_name(name) for name in names}
