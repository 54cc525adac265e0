"""Parts of a group: one of them, some, others, each told by what the group is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.offices import is_office
from mediastudy.quotes.resolving.scene import ARTICLE, TAIL, enclosing, plural_persons
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from mediastudy.quotes.resolving.scene import Scene

PARTS: Final = listed("some others another one many most several few all each")
_NEAR: Final = 600
_APPOSED: Final = re.compile(r", (?:an?|the) (?P<role>[a-z][^,]{2,60})")
_SINGLE: Final = re.compile(r"(?i)(?:one|another|each)\b")
_OF: Final = re.compile(r"(?i)(?:\w+) of (?:the|his|her|its|their|these|those) (?P<group>[^,]{3,60})")
_PART: Final = re.compile(
    r"(?i)(?:all|most|many|some|several|few|one|another|two|three|none|both|each|others)\b(?: of them)?(?:$|,)"
)
_GROUP: Final = re.compile(
    r"(?:(?:^|(?<=[.!?] )|(?<=[”\"’] )|(?<=\n))(?:The |Some |Many |Several )?"
    r"|\b(?:the|of|and|to|with|by|some|many|\w+ed) )"
    r"(?P<words>(?:[A-Za-z][a-z-]+ ){0,2}[A-Za-z][a-z-]+)\b",
)


def part_of_group(scene: Scene, words: str, place: int) -> str | None:
    """What a part of a group is: told after it (one of them, a farmer), or what the group before it is."""
    told = _APPOSED.search(words)
    if told is not None and is_office(told["role"].split()[-1]):
        return told["role"]
    named = _OF.match(words)
    if named is not None:
        plural = plural_persons(_head(named["group"]))
        return singular(named["group"]) if plural and _SINGLE.match(words) else named["group"] if plural else None
    if not _PART.match(words):
        return None
    group = _group_before(scene, place)
    return singular(group) if group is not None and _SINGLE.match(words) else group


def _group_before(scene: Scene, place: int) -> str | None:
    """The last group of persons before the place: one that spoke, or a plural that the text tells nearer."""
    spoken, role = -1, None
    for at, who in reversed(scene.past):
        if at < place and who.kind == "unnamed" and who.role and plural_persons(_head(who.role)):
            spoken, role = at, who.role
            break
    for match in reversed(list(_GROUP.finditer(scene.text, max(0, place - _NEAR, spoken + 1), place))):
        words = ARTICLE.sub("", match["words"]).split()
        plurals = [i for i, word in enumerate(words) if plural_persons(word.casefold())]
        if plurals and not enclosing(scene, match.start("words")):
            return " ".join(
                [words[0].casefold(), *words[1 : plurals[-1] + 1]] if plurals[-1] else [words[0].casefold()]
            )
    return role


def _head(role: str) -> str:
    """The head noun of a description."""
    return (TAIL.split(f"{role} ", maxsplit=1)[0].split() or [""])[-1].casefold()


def singular(group: str) -> str:
    """One member of the group that a plural tells (farmers of Tull: farmer of Tull)."""
    head, of, rest = group.partition(" of ")
    words = head.split()
    noun = words[-1]
    if noun.endswith("men"):
        noun = f"{noun[:-3]}man"
    elif noun.endswith("ies"):
        noun = f"{noun[:-3]}y"
    else:
        noun = noun[:-2] if noun.endswith(("sses", "ches")) else noun.removesuffix("s")
    return " ".join([words[0].casefold(), *words[1:-1], noun] if len(words) > 1 else [noun.casefold()]) + of + rest
