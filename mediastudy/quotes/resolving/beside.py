"""What stands beside a name and describes the person: an apposition, an office, what he or she is said to be."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.quotes.resolving.before import ONE, apposed, behind_rank, leading, prefix, tidy
from mediastudy.quotes.resolving.offices import HEADS, is_office
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.words import AUXILIARY, PERSONAL

_AFTER: Final = re.compile(
    r"(?: \([A-Z][^()]{0,20}\))?,\s+(?:(?:aged )?\d{1,3},\s+)?"
    r"(?:also |now |then |who (?:is|was|serves as) |"
    r"who (?=(?:leads?|led|heads|headed|runs|ran|chairs|chaired|represents|represented|directs|directed|edits|edited|"
    r"manages|managed|owns|founded|drafted|speaks for) "
    r"))?"
    r"(?P<role>(?:[^,;:.\"“”()\n—]|\.(?=\w| \d)|"
    r"(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bSt)\.|\([^()]{1,12}\)){3,260})(?P<stop>.?)"
)
_NEXT: Final = re.compile(r",? (?:and )?(?P<role>[A-Za-z][^,;:.\"“”()\n—]{3,110})(?=,)")
_ACTING: Final = {"prosecuting": "prosecutor", "defending": "defence lawyer"}
_ANOTHER: Final = re.compile(r"(?:[a-z-]+ ){0,2}(?P<noun>[a-z-]+) [A-Z][a-z]+ [A-Z][\w-]+ [a-z]")
_FINITE: Final = re.compile(
    r"\s(?:said|says|told|added|has|had|will|would|is|was|were|joined|issued|released|announced|introduced|led|voted)\s"
)
_SHORT: Final = 8
_WITHIN: Final = 12
_CLOSE: Final = 5
_FAR: Final = 130
_MONEY: Final = re.compile(
    r"^(?:\d|whose\b|whom\b|now\b|then\b|who\b|which\b|when\b|while\b|where\b|but\b|and\b|in\b|on\b|at\b|as\b|he\b|she\b|along\b|including\b|with\b|by\b|\w+ed\b|(?!(?:act|lead|manag|found|visit|command|presid|reign|outgo|incom|rank)ing\b)\w+ing\b|sent\b|told\b)"
)
_IS: Final = re.compile(
    r" (?:is|was|has been|became|remains)(?: also| now| then)? (?P<role>(?:an?|the) [^,;:.“”\"()\n]{3,100})"
)
_REST: Final = re.compile(r" (?:who|that|which|when|where|whose|and|but|because|as)\b.*$")
_OF: Final = re.compile(
    r",? of (?P<body>(?:the (?:[a-z]+ (?:of )?){0,2})?[A-ZÀ-Ž][\w'’-]+(?:(?: (?:of|for|and|the))* [A-ZÀ-Ž][\w'’-]+)*)"
)
_OWNER: Final = re.compile(
    r"(?:^|[.!?”\"] |\n|: |[a-z] )(?P<body>(?:[Tt]he )?(?:[A-ZÀ-Ž][\w-]+ ){1,5}?[A-ZÀ-Ž][\w-]+)['’]s? $", re.MULTILINE
)
_HEADED: Final = re.compile(r"[a-z]{3,}(?:er|or|ist|ian) of [a-z]")
_SEAT: Final = re.compile(r" \([A-Z]{1,3}-[A-Z][^()]{1,25}\)")
_CONSTITUENCY: Final = re.compile(r" \((?P<seat>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][A-Za-z]+)?)\)")
_PARLIAMENT: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Senator|Deputy)\.? $")


def descriptions(text: str, start: int, end: int, *, spoken: bool) -> list[str]:
    """The descriptions beside the name at the offsets; in a spoken turn a comma after it only ends an address."""
    before = text[max(0, start - _FAR) : start]
    office = prefix(before)
    found = [
        None if spoken else _apposition(text, end),
        apposed(before, office),
        _said_to_be(text, end),
        behind_rank(before, office),
        leading(before),
    ]
    body = _OF.match(text, end)
    seat = _SEAT.match(text, end)
    if office is not None and seat is not None:
        office = f"{office} {seat.group().strip()}"
    if office is not None and body is not None and " of " not in office:
        office = f"{office} of {body['body']}"
    return [role for role in (*found, office) if role]


def affiliation(text: str, start: int, end: int) -> str | None:
    """Whose somebody is who isn't described otherwise (Ada Orlo of Tull Water, the ministry's Ada Orlo)."""
    body = _OF.match(text, end)
    if body is not None:
        return f"of {body['body']}"
    seat = _CONSTITUENCY.match(text, end)
    if seat is not None and _PARLIAMENT.search(text, max(0, start - _FAR), start):
        return f"of {seat['seat']}"
    owner = _OWNER.search(text, max(0, start - _FAR), start)
    return (
        f"of {owner['body'][:1].lower() + owner['body'][1:] if owner['body'].startswith('The ') else owner['body']}"
        if owner
        else None
    )


def _said_to_be(text: str, end: int) -> str | None:
    """What the name's sentence says the person is (Ada Orlo is a poet from Tull)."""
    match = _IS.match(text, end)
    if match is None:
        return None
    role = _REST.sub("", match["role"])
    head = re.split(r" (?:of|for|in|at|from|with|to|on|by) ", role)[0].split()
    return tidy(role) if is_office(head[-1]) and len(head) <= _CLOSE + 1 else None


def _apposition(text: str, end: int) -> str | None:
    """The description between commas after the name."""
    match = _AFTER.match(text, end)
    return _described(text, match) if match is not None else None


def _described(text: str, match: re.Match[str]) -> str | None:
    """The description that the words between commas are, None if they are none."""
    role = match["role"].strip()
    first = role.split(" ", 1)[0].casefold()
    if HEADS.match(role):
        return tidy(role)
    if first in _ACTING and role == first:
        return _ACTING[first]
    other = _ANOTHER.match(role)
    if _MONEY.match(role) or _is_verb(first) or (other is not None and is_office(other["noun"])):
        return None
    words = re.findall(r"[\w'’-]+", role)
    brief = first in {"a", "an"} and len(words) <= _SHORT and match["stop"] in {",", "."}
    noun = (
        brief
        or _HEADED.match(role) is not None
        or any(is_office(word) for word in words[: _WITHIN if first in ONE else _CLOSE])
    )
    if not noun or (first not in ONE and match["stop"] not in {",", "."} and not role[0].islower()):
        return None
    kept = _before_verb(role)
    more = _further(text, match.end("role")) if kept == role and match["stop"] == "," else []
    return tidy(", ".join([kept, *more]))


def _further(text: str, place: int) -> list[str]:
    """The further offices that follow a first one after commas (governor of Tull, head of the water board)."""
    found = []
    while (match := _NEXT.match(text, place)) is not None:
        words = match["role"].split()
        head = re.split(r" (?:of|for|in|at|and) ", match["role"])[0].split()
        whole = _before_verb(match["role"]) == match["role"] and not _FINITE.search(f" {words[0]} ")
        if len(head) > _CLOSE or not is_office(head[-1]) or not whole or _is_verb(head[0].casefold()):
            break
        found.append(match["role"])
        place = match.end("role")
    return found


def _is_verb(low: str) -> bool:
    """Whether the word is a pronoun or a verb, so that what it opens is no description."""
    cue = cue_forms().get(low)
    return low in AUXILIARY or low in PERSONAL or (cue is not None and cue.form in {"s", "past", "ing"})


def _before_verb(role: str) -> str:
    """The description without a verb that follows it where the closing comma is missing."""
    return _FINITE.split(role, maxsplit=1)[0]
