"""The date of publication that a web page states: in its data, beside its headline; an update is told apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.dates import find_dates, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DATES: Final = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "publishdate"),
    *("publish_date", "publish-date", "pubdate", "publication_date", "article_date_original"),
    *("originalpublicationdate", "ptime", "firstpublishedtime", "apub:time"),
    *("dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "date", "sailthru.date"),
    *("parsely-pub-date", "cxenseparse:recs:publishtime"),
)
_UPDATES: Final = ("og:updated_time", "article:modified_time", "datemodified", "dcterms.modified", "last-modified")
# Elements of what readers wrote below an article: its dates are theirs.
_COMMENTS: Final = re.compile(
    r"(?:^|\s)(?:comments?|comment-?list|comments?-(?:area|list|section|wrapper|body)|respond|disqus_thread"
    r"|kommentare?|leserkommentare|reader-comments|responses)(?:\s|$)",
    re.IGNORECASE,
)
_WHOLE: Final = frozenset(("html", "body", "main"))
_EDITED: Final = re.compile(
    r"(?:last|zuletzt|derni[èe]re|[úu]ltima)\s+(?:\w+\s+)?(?:modif|edit|updat|revis|chang|ge[äa]ndert|aktualis|bearbeitet"
    r"|mise|actuali)|page revision|最后更新",
    re.IGNORECASE,
)
_POSTED: Final = re.compile(
    r"(?:(?:was|were) (?:posted|published|written)|(?:posted|published|written|filed|ver[öo]ffentlicht|geschrieben"
    r"|eingestellt|publi[ée]e?|publicado|发布于|发表于)|\bwurde)\s*(?:by .{2,40})?(?:on|am|le|el|[:：])?"
    r"\s*(?:\w+,?\s+)?\Z",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(r"modif|updated|revis|changed")
_UPDATED: Final = re.compile(
    r"(?:updated|modified|revised|aktualisiert|geändert|mis à jour|actualizado|aggiornato|更新)[^.]{0,16}$",
    re.IGNORECASE,
)
_LONGEST: Final = 400


class _Printed(NamedTuple):
    """A day as printed, and whether the words before it say that the page was posted or changed then."""

    text: str
    posted: bool = False
    edited: bool = False


def stated_date(tree: Any, meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The date of publication as ``date_raw``; if the page only has that of an update, as ``updated``.

    Parameters
    ----------
    tree
        The parsed page.
    meta, linked
        The page's meta elements by name, and the articles that it describes in JSON-LD.

    Examples
    --------
    >>> from lxml import html
    >>> stated_date(html.fromstring("<p>This entry was posted on May 3, 2024.</p>"), {}, [])
    {'date_raw': 'May 3, 2024'}
    """
    stated = [str(node.get("datePublished") or "") for node in linked] + [meta.get(name, "") for name in _DATES]
    page = _without_comments(tree)
    stated += page.xpath("//time[@pubdate or @itemprop='datePublished' or contains(@class, 'published')]/@datetime")
    stated += page.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    stated += _lone_time(page)
    for raw in stated:
        if raw and parse_date(raw).date:
            return {"date_raw": str(raw)}
    days = _days(page)
    posted = {day: found.text for day, found in days.items() if found.posted}
    if len(posted) == 1:
        return {"date_raw": next(iter(posted.values()))}
    found = _found_date(page)
    updates = [str(node.get("dateModified") or "") for node in linked] + [meta.get(name, "") for name in _UPDATES]
    updates += [_time_of(node) for node in page.iter("time") if _is_change(node)]
    if found and ((found in days and days[found].edited) or any(raw[:10] == found for raw in updates)):
        return {"updated": found}
    seen = found if found in days or _in_addresses(page, found) else ""
    return {"date_raw": seen or next((str(raw) for raw in stated if raw), "")}


def _without_comments(tree: Any) -> Any:
    """A copy of the page without what readers wrote."""
    from copy import deepcopy

    page = deepcopy(tree)
    for element in page.xpath("//*[@id or @class]"):
        named = f"{element.get('id') or ''} {element.get('class') or ''}"
        if element.tag not in _WHOLE and element.getparent() is not None and _COMMENTS.search(named):
            element.drop_tree()
    return page


def _lone_time(page: Any) -> list[str]:
    """The date that the page's time elements state, if they state one day only."""
    times = [_time_of(node) for node in page.iter("time") if not _is_change(node)]
    days = {day.date.date() for day in map(parse_date, times) if day.date}
    return [raw for raw in times if parse_date(raw).date][:1] if len(days) == 1 else []


def _time_of(node: Any) -> str:
    """What a time element states, to machines or to readers."""
    return str(node.get("datetime") or node.text_content()).strip()


def _is_change(node: Any) -> bool:
    """Whether a time element says by its name, or by the words beside it, that the page was changed then."""
    marks = f"{node.get('itemprop') or ''} {node.get('class') or ''}".casefold()
    if "publish" in marks:
        return False
    parent, neighbour = node.getparent(), node.getprevious()
    if _CHANGE.search(marks) or parent is None:
        return bool(_CHANGE.search(marks))
    before = parent.text if neighbour is None else neighbour.tail
    return bool(_EDITED.search(parent.text_content()[:_LONGEST]) or _UPDATED.search(before or ""))


def _days(page: Any) -> dict[str, _Printed]:
    """The days printed on the page, and whether a sentence says that it was posted or changed on them."""
    from mediastudy.documents.parts.blocks import blocks_of

    days: dict[str, _Printed] = {}
    for block in blocks_of(page):
        line = block.text[:_LONGEST] if re.search(r"(?:19|20)\d\d", block.text) else ""
        for item in find_dates(line) if line else []:
            before = line[: item.start]
            if item.day.date and item.day.precision == "day":
                day = item.day.date.date().isoformat()
                old = days.get(day, _Printed(line[item.start : item.end]))
                posted, edited = bool(_POSTED.search(before)), bool(_EDITED.search(before[-60:]))
                days[day] = _Printed(old.text, posted=old.posted or posted, edited=old.edited or edited)
    return days


def _in_addresses(page: Any, day: str) -> bool:
    """Whether a day stands in the page's address or in what its elements say to machines."""
    stated = page.xpath("//meta/@content | //@datetime | //link[@rel='canonical']/@href")
    digits = day.replace("-", "")
    return bool(day) and any(digits in re.sub(r"[-/.]", "", str(text)) for text in stated)


def _found_date(page: Any) -> str:
    """The date that htmldate finds, or nothing; it is told never to search beyond marked places."""
    from htmldate import find_date

    try:
        return find_date(page, original_date=True, extensive_search=False) or ""
    except Exception:  # noqa: BLE001 - htmldate lets errors of its parsers through; no date is then known
        return ""
