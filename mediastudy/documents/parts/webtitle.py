"""The headline of a web page: as its data states it and its headings print it, never the name of the site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.parts.matching import plain_title
from mediastudy.documents.parts.phrases import NAVIGATION
from mediastudy.documents.parts.sites import outlet_at, outlet_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TITLES: Final = ("og:title", "twitter:title", "articletitle", "dc.title", "headline")
_BETWEEN: Final = re.compile(r"\s+(?:[|｜_–—•·:]|-{1,2}|::|>+|\u00bb|\u00ab|\u2039|\u203a)\s+|\s*[|｜]\s*|_")
_ARROW: Final = re.compile(r"[>\u00bb\u203a]|::")
_EDGE: Final = re.compile(r"^[\s\[<>|•·#–—-]+|[\s\[<>|•·#–—-]+$")
_GENERIC: Final = re.compile(
    r"(?:blog )?archive?s?|blog|home(?:page)?|startseite|accueil|inicio|首页|news|aktuelles|blog archiv|welcome",
    re.IGNORECASE,
)
_TAGS: Final = ("h1", "h2", "h3", "div", "p", "span", "td", "font", "strong")
_NAMED: Final = re.compile(
    r"(?:^|\s)(?:article|news|main)?[-_]?(?:title|headline|tit)(?:[-_]e)?(?:\s|$)", re.IGNORECASE
)
_LONGEST_HEADING: Final = 220
_LONGEST_SITE: Final = 60
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SHORTEST: Final = 8
_SUFFIXES: Final = 2  # labels of a domain that are no name: ".example", ".co.example"


def stated_title(tree: Any, meta: Mapping[str, str], linked: Sequence[Mapping[str, Any]], site: str) -> str:
    """The headline as a heading of the page that the page's data names too, or as the data state it; else empty.

    Parameters
    ----------
    tree
        The parsed page.
    meta, linked
        The page's meta elements by name, and the articles that it describes in JSON-LD.
    site
        The name or the address of the site.

    Examples
    --------
    >>> from lxml import html
    >>> page = "<title>Coast Daily » Harbour opens</title><h1>Coast Daily</h1><h2>Harbour opens</h2>"
    >>> stated_title(html.document_fromstring(page), {}, [], "coastdaily.example")
    'Harbour opens'
    """
    names = [str(node.get("headline") or "") for node in linked] + [meta.get(name, "") for name in _TITLES]
    named = [name for name in map(_line, names) if name and not _is_site(name, site)]
    whole = [_line(node.text_content()) for node in tree.xpath("//head/title | //title")][:1]
    headings = [(node.tag, _line(node.text_content())) for node in tree.iter(*_TAGS) if _is_heading(node)]
    printed = [heading for _, heading in headings if heading and not _is_site(heading, site)]
    for stated in (*named, *whole):
        heading = _printed(stated, printed)
        if heading:
            return _EDGE.sub("", heading)
    first = [heading for tag, heading in headings if tag == "h1" and heading]
    if not named and whole and len(first) == 1 and first[0] in printed and _akin(first[0], whole[0]):
        return first[0]
    if named:
        return _without_site(named[0], site, ())
    return _standing_alone(tree, whole[0] if whole else "") or _from_whole(whole, site, printed)


def site_behind(tree: Any, title: str) -> str:
    """The name of the site that stands behind the headline in the title of the browser's window, or nothing.

    Examples
    --------
    >>> from lxml import html
    >>> page = html.fromstring("<html><head><title>Harbour opens_News_Coast Daily</title></head></html>")
    >>> site_behind(page, "Harbour opens")
    'Coast Daily'
    """
    whole = next((_line(node.text_content()) for node in tree.xpath("//head/title | //title")), "")
    rest = whole.removeprefix(title) if title else whole
    if rest == whole or not re.match(r"\s*[|｜_–—·•-]", rest):
        return ""
    parts = [part.strip() for part in re.split(r"\s+[-–—·•]\s+|[|｜_]+|^[-–—]+", rest)]
    names = [part for part in reversed(parts) if part and part.casefold() not in NAVIGATION]
    known = next((name for part in names if (name := outlet_named(part) or outlet_at(part))), None)
    return known or (names[0] if names and len(names[0]) <= _LONGEST_SITE else "")


def _is_heading(node: Any) -> bool:
    """Whether an element is a heading, or by its name the headline of old pages, which had no headings."""
    if node.tag in {"h1", "h2", "h3"}:
        return True
    named = f"{node.get('id') or ''} {node.get('class') or ''}"
    return bool(_NAMED.search(named)) and len(node.text_content()) <= _LONGEST_HEADING


def _line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def _printed(stated: str, headings: Sequence[str]) -> str | None:
    """The heading that a title names: the title itself, one of its parts between bars, or its beginning."""
    marks = [mark.group() for mark in _BETWEEN.finditer(stated)]
    parts = [plain_title(part) for part in _BETWEEN.split(stated)]
    # Behind a bar or dash stands the site, behind an arrow the article.
    places = [place for place in range(len(parts)) if not place or _ARROW.search(marks[place - 1])]
    wanted = [plain_title(stated), *(parts[place] for place in places)]
    for heading in headings:
        if plain_title(heading) and plain_title(heading) in wanted:
            return heading
    tail = _without_site(stated, "", headings)
    if tail != stated and not _GENERIC.fullmatch(tail):
        return tail
    for heading in headings:
        if len(heading) >= _SHORTEST and plain_title(stated).startswith(f"{plain_title(heading)} "):
            return heading
    return None


def _akin(heading: str, whole: str) -> bool:
    """Whether most words of the title in the head stand in a heading."""
    words = set(plain_title(whole).split())
    return len(words & set(plain_title(heading).split())) * 2 > len(words)


def _is_site(name: str, site: str) -> bool:
    """Whether a name is that of the site: as it calls itself, or as its address spells it."""
    plain = "".join(plain_title(name).split())
    if not plain or plain == "".join(plain_title(site).split()):
        return True
    labels = site.casefold().split(".") if " " not in site else []
    return any(plain == "".join(plain_title(label).split()) for label in labels[:-1])


def _without_site(title: str, site: str, others: Sequence[str]) -> str:
    """A title without the name of the site, or another heading of the page, behind or before a bar or dash."""
    marks = list(_BETWEEN.finditer(title))
    known = [mark for mark in marks if outlet_named(title[mark.end() :]) or outlet_at(title[mark.end() :])]
    if known:
        return _without_site(title[: known[0].start()], site, others)
    for mark in marks:
        rest = title[mark.end() :]
        if _is_site(rest, site) or rest in others or re.fullmatch(r"https?://\S+", rest):
            return title[: mark.start()]
    for mark in reversed(marks):
        if _is_site(title[: mark.start()], site):
            return title[mark.end() :]
    return title


def _standing_alone(tree: Any, whole: str) -> str:
    """The part of a Chinese title that an element of the page holds and nothing else, or nothing."""
    parts = re.split(r"\s*[-_|｜—]+\s*", whole)
    long = [part for part in parts if len(part) >= _SHORTEST and _HAN.search(part)]
    if len(parts) == 1 or not long:
        return ""
    standing = {_line(node.text or "") for node in tree.iter(*_TAGS, "b")}
    return next((part for part in reversed(long) if part in standing), "")


def _from_whole(whole: Sequence[str], site: str, headings: Sequence[str]) -> str:
    """The title of the browser's window without the name of the site, or nothing if no site is named in it."""
    title = _without_site(whole[0], site, headings) if whole else ""
    parts = [part.strip() for part in _BETWEEN.split(title)]
    named = [part for part in parts if part and not _GENERIC.fullmatch(part)]
    if not named or title == whole[0]:
        return ""
    return title if len(named) == len(parts) else named[-1]
