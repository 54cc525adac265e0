"""Which names of bodies mean one body: by acronym, without *the*, with and without the country."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.merging.found import Cluster, Found
from mediastudy.quotes.merging.nations import nations
from mediastudy.quotes.merging.spelling import folded
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL: Final = listed("of the and for on in to a an at")
_HEADS: Final = listed("department ministry office bureau commission committee council academy institute embassy")
_ARTICLE: Final = re.compile(r"(?i)^(?:the|an?|this|that|its|their|our)\s+")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_ACRONYM: Final = re.compile(r"(?:[A-Z]\.?){3,7}")
_FEWEST: Final = 2


@dataclass(frozen=True)
class _Body:
    """A body's name: its country if the name begins with one, the other words, and what it may be shortened to."""

    country: str
    core: str
    acronyms: frozenset[str]
    is_acronym: bool


def bodies(found: Iterable[Found]) -> list[Cluster]:
    """The bodies that the names mean.

    Names of the same letters are one, *the* or a possessive apart, and *Ministry of Trade* is *Trade Ministry*. A name
    without its country joins the one body of that name with a country, an acronym the one body whose initials it has.

    Examples
    --------
    >>> names = ["Trade Ministry", "Fijian Ministry of Trade", "the Ministry of Trade", "World Wool Fund", "WWF"]
    >>> joined = bodies(Found(name, "organisation", 1, frozenset("a"), frozenset()) for name in names)
    >>> [sorted(body.reasons) for body in joined]
    [['WWF', 'World Wool Fund'], ['Fijian Ministry of Trade', 'Trade Ministry', 'the Ministry of Trade']]
    """
    clusters: dict[tuple[str, str], Cluster] = {}
    parsed: dict[tuple[str, str], list[_Body]] = {}
    for member in found:
        body = _parse(member.name)
        clusters.setdefault((body.country, body.core), Cluster()).take([member], "same name")
        parsed.setdefault((body.country, body.core), []).append(body)
    for key, goal in _by_country(parsed).items():
        clusters[goal].take(clusters.pop(key).members, "country")
    for key, goal in _by_acronym(parsed).items():
        if goal in clusters and _is_known(clusters[goal], clusters[key]):
            clusters[goal].take(clusters.pop(key).members, "acronym")
    return [_led(clusters[key]) for key in sorted(clusters)]


def _is_known(full: Cluster, acronym: Cluster) -> bool:
    """Whether the full name is quoted as often as the acronym, or something else supports that both are one."""
    return full.quotes >= acronym.quotes or full.supports(acronym)


def plainly(found: Iterable[Found]) -> list[Cluster]:
    """Names of groups and documents, those of the same letters being one but for case and *the*.

    Examples
    --------
    >>> names = ["Report", "the report", "new report"]
    >>> joined = plainly(Found(name, "document", 1, frozenset("a"), frozenset()) for name in names)
    >>> [sorted(one.reasons) for one in joined]
    [['new report'], ['Report', 'the report']]
    """
    clusters: dict[str, Cluster] = {}
    for member in found:
        key = " ".join(_words(member.name)) or member.name
        clusters.setdefault(key, Cluster()).take([member], "same name")
    return [_led(clusters[key]) for key in sorted(clusters)]


def _words(printed: str) -> tuple[str, ...]:
    """The folded words without the article and a closing possessive."""
    plain = _POSSESSIVE.sub("", _ARTICLE.sub("", printed.strip()))
    return tuple(word for word in map(folded, plain.split()) if word)


def _parse(printed: str) -> _Body:
    """The body's name taken apart."""
    words = _words(printed)
    country, rest = _without_country(words)
    acronyms = {_initials(part, small=small) for part in (words, rest) for small in (True, False)}
    # The short name of a country is two letters of the acronym: USDA.
    if country and len(country) == 2:  # noqa: PLR2004 - us, uk
        acronyms |= {country + _initials(rest, small=small) for small in (True, False)}
    core = " ".join(_turned(rest)) or folded(printed) or printed
    plain = _ARTICLE.sub("", printed.strip())
    return _Body(country, core, frozenset(acronyms), is_acronym=_ACRONYM.fullmatch(plain) is not None)


def _without_country(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The country that opens the name, and the words after it; at least two must remain."""
    for size in (4, 3, 2, 1):
        opening = words[:size]
        if opening[-1:] and opening[-1].endswith("s") and opening not in _nations():
            opening = (*opening[:-1], opening[-1][:-1])
        if opening in _nations() and len(words) - size >= _FEWEST:
            return _nations()[opening], words[size:]
    return "", words


@functools.cache
def _nations() -> dict[tuple[str, ...], str]:
    """The countries by their names."""
    return nations()


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with the kind of body last: *ministry of trade* becomes *trade ministry*."""
    if len(words) > _FEWEST and words[0] in _HEADS and words[1] == "of":
        rest = words[3:] if words[2] == "the" else words[2:]
        return (*rest, words[0])
    return words


def _initials(words: tuple[str, ...], *, small: bool) -> str:
    """The first letters, with or without those of small words."""
    return "".join(word[0] for word in words if small or word not in _SMALL)


def _by_country(parsed: dict[tuple[str, str], list[_Body]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Names without a country, and the only name with a country that they stand for."""
    countries: dict[str, list[str]] = {}
    for country, core in parsed:
        if country:
            countries.setdefault(core, []).append(country)
    return {
        ("", core): (found[0], core) for core, found in countries.items() if len(found) == 1 and ("", core) in parsed
    }


def _by_acronym(parsed: dict[tuple[str, str], list[_Body]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Acronyms, and the only longer name whose initials they are."""
    bearers: dict[str, set[tuple[str, str]]] = {}
    for key, forms in parsed.items():
        if not any(form.is_acronym for form in forms):
            for acronym in {acronym for form in forms for acronym in form.acronyms}:
                bearers.setdefault(acronym, set()).add(key)
    joined = {}
    for key, forms in parsed.items():
        holders = bearers.get(key[1], set()) if forms[0].is_acronym else set()
        if len({core for _, core in holders}) == 1 and len({country for country, _ in holders if country}) <= 1:
            joined[key] = max(holders)
    return joined


def _led(cluster: Cluster) -> Cluster:
    """The body with the name to go by: the one quoted most that is no acronym."""
    lead = max(
        cluster.members,
        key=lambda one: (_ACRONYM.fullmatch(one.name) is None, one.quotes, len(one.name), one.name),
    )
    cluster.lead = lead.name
    if not _parse(lead.name).is_acronym:
        for member in cluster.members:
            body = _parse(member.name)
            same = (body.country, body.core) == (_parse(lead.name).country, _parse(lead.name).core)
            cluster.reasons[member.name] = "same name" if same else "acronym" if body.is_acronym else "country"
    return cluster
