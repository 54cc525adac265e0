"""What stands beside a name and describes the person: an apposition, an office, what he or she is said to be."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.quotes.resolving.mentions import is_body, is_title
from mediastudy.quotes.resolving.names import COMPANY_NOUNS, PERSON_NOUNS, PLACE_WORDS, PORTFOLIOS, TITLES
from mediastudy.quotes.resolving.offices import HEADS, is_office
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.words import ADVERB, AUXILIARY, CLAUSE, DAYS, PERSONAL, PREPOSITION, listed

_AFTER: Final = re.compile(
    r"(?: \([A-Z][^()]{0,20}\))?,\s+(?:(?:aged )?\d{1,3},\s+)?"
    r"(?:also |now |then |who (?:is|was|serves as) |"
    r"who (?=(?:leads?|led|heads|headed|runs|ran|chairs|chaired|represents|directs|directed|edits|owns|founded) "
    r"))?"
    r"(?P<role>(?:[^,;:.\"“”()\n—]|\.(?=\w| \d)|"
    r"(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.|(?<=\bSt)\.|\([^()]{1,12}\)){3,260})(?P<stop>.?)"
)
_FINITE: Final = re.compile(
    r"\s(?:said|says|told|added|has|had|will|would|is|was|were|joined|issued|released|announced|introduced|led|voted)\s"
)
_SHORT: Final = 8
_WITHIN: Final = 12
_CLOSE: Final = 5
_ONE: Final = listed("a an the one")
_OWNED: Final = listed("his her their its")
_STOP: Final = re.compile(r"[,;:.!?\"“”()\n—–]| - ")
_BOUNDS: Final = _ONE | listed(
    """
    so my our your well hello like nor
    and but that by with to as when said in on of for from at says after if while where because then is
    was are were both we i you they he she all only not
    """
)
_RANKS: Final = listed("former acting deputy senior chief vice top special")
_OCCUPATION: Final = re.compile(r"[a-z]{2,}[a-z-]*(?:er|or|ist|ian|eer|ant)")
_LINKS: Final = PREPOSITION | CLAUSE | ADVERB | listed("however whether rather other another either neither")
_ACRONYM: Final = 5
_NO_ROLE: Final = listed("former hon dr rev")
_FAR: Final = 130
_MONEY: Final = re.compile(
    r"^(?:\d|whose\b|whom\b|now\b|then\b|who\b|which\b|when\b|while\b|where\b|but\b|and\b|in\b|on\b|at\b|as\b|he\b|she\b|along\b|including\b|with\b|by\b|\w+ed\b|sent\b|told\b)"
)
_IS: Final = re.compile(
    r" (?:is|was|has been|became|remains)(?: also| now| then)? (?P<role>(?:an?|the) [^,;:.“”\"()\n]{3,100})"
)
_REST: Final = re.compile(r" (?:who|that|which|when|where|whose|and|but|because|as)\b.*$")
_OF: Final = re.compile(r" of (?P<body>(?:the )?[A-ZÀ-Ž][\w'’-]+(?:(?: (?:of|for|and|the))* [A-ZÀ-Ž][\w'’-]+)*)")
_PLAIN: Final = re.compile(
    r"(?:^|[.!?”\"] |\n|\b(?:said|says|added|told) )(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)"
    r"(?P<words>(?: [a-z][\w'’-]*){1,4}(?: (?:of|for|in|at|from) (?:[\w'’-]+ ?){1,6})?), $"
)
_OWNER: Final = re.compile(
    r"(?:^|[.!?”\"] |\n|: |[a-z] )(?P<body>(?:[Tt]he )?(?:[A-ZÀ-Ž][\w-]+ ){1,5}?[A-ZÀ-Ž][\w-]+)['’]s? $", re.MULTILINE
)
LONG_FORMS: Final = {
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Gen": "General",
    "Col": "Colonel",
    "Prof": "Professor",
    "Capt": "Captain",
    "Maj": "Major",
    "Sgt": "Sergeant",
    "Adm": "Admiral",
}
_SHORTENED: Final = re.compile(rf"\b({'|'.join(LONG_FORMS)})\.(?= )")
_HEADED: Final = re.compile(r"[a-z]{3,}(?:er|or|ist|ian) of [a-z]")
_SEAT: Final = re.compile(r" \([A-Z]{1,3}-[A-Z][^()]{1,25}\)")
_OWNERS: Final = ("'s", "’s", "s'", "s’")


def descriptions(text: str, start: int, end: int, *, spoken: bool) -> list[str]:
    """The descriptions beside the name at the offsets; in a spoken turn a comma after it only ends an address."""
    office = _prefix(text, start)
    found = [None if spoken else _apposition(text, end), _apposed(text, start), _said_to_be(text, end)]
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
    return _tidy(role) if is_office(head[-1]) and len(head) <= _CLOSE + 1 else None


def _apposition(text: str, end: int) -> str | None:
    """The description between commas after the name."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    role = match["role"].strip()
    first = role.split(" ", 1)[0].casefold()
    if HEADS.match(role):
        return _tidy(role)
    if _MONEY.match(role) or _is_verb(first):
        return None
    words = re.findall(r"[\w'’-]+", role)
    brief = first in {"a", "an"} and len(words) <= _SHORT and match["stop"] in {",", "."}
    noun = (
        brief
        or _HEADED.match(role) is not None
        or any(is_office(word) for word in words[: _WITHIN if first in _ONE else _CLOSE])
    )
    if not noun or (first not in _ONE and match["stop"] not in {",", "."} and not role[0].islower()):
        return None
    return _tidy(_before_verb(role))


def _is_verb(low: str) -> bool:
    """Whether the word is a pronoun or a verb, so that what it opens is no description."""
    cue = cue_forms().get(low)
    return low in AUXILIARY or low in PERSONAL or (cue is not None and cue.form in {"s", "past", "ing"})


def _before_verb(role: str) -> str:
    """The description without a verb that follows it where the closing comma is missing."""
    return _FINITE.split(role, maxsplit=1)[0]


def _apposed(text: str, start: int) -> str | None:
    """The description that the name itself stands in apposition to (The mayor, Ada Orlo)."""
    window = text[max(0, start - _FAR) : start]
    while window.endswith(" ") and is_title(title := window.rstrip().rsplit(" ", 1)[-1]):
        window = window.rstrip()[: -len(title)]
    if not window.endswith(", "):
        return None
    words = _STOP.split(window[:-2])[-1].strip().split(" ")
    heads = [i for i, word in enumerate(words) if is_office(word)]
    if not heads and _does(words, len(words) - 1) and not is_body((words[-1],)):
        heads = [len(words) - 1]
    if not heads:
        return _plainly(window)
    first = _left_edge(words, heads[-1])
    opened = first > 0 and words[first - 1].casefold() in _ONE
    owned = words[first].casefold() in _OWNED or any(word.endswith(_OWNERS) for word in words[first : heads[-1]])
    if not (opened or owned):
        return None
    if any(not re.match(r"^[\w'’.\-&]+$", word) for word in words[first:]):
        return None
    tail = words[heads[-1] + 1 :]
    if tail and tail[0] not in {"of", "for", "in", "at", "from", "with"}:
        return None
    return _tidy(" ".join(words[first:]))


def _plainly(window: str) -> str | None:
    """The description before a name by a noun that isn't known as an office (A former attendant, Ada Orlo)."""
    found = _PLAIN.search(window)
    if found is None:
        return None
    noun = re.split(r" (?:of|for|in|at|from) ", found["words"])[0].split()[-1]
    if noun.endswith("s") or any(word in DAYS for word in found["words"].split()):
        return None
    thing = noun in PLACE_WORDS | COMPANY_NOUNS or noun in {"capital", "others"} or is_body((noun,))
    return None if thing or cue_forms().get(noun) is not None else _tidy(found["words"])


def _prefix(text: str, start: int) -> str | None:
    """The title or office right before the name (Tull's top water adviser Vela Orm)."""
    window = _SHORTENED.sub(lambda match: LONG_FORMS[match.group(1)], text[max(0, start - _FAR) : start])
    words = _STOP.split(window)[-1].split()
    if not words or text[start - 1] not in " \u00a0":
        return None
    head = _headed(words)
    last = words[head].casefold().rstrip(".")
    if not (is_title(words[head]) or _does(words, head)) or TITLES.get(last) or last in _NO_ROLE:
        return None
    if last[-1:] == "s" and last[:-1] in PERSON_NOUNS:
        return None
    kept = [word for word in words[_left_edge(words, head) :] if word.casefold() not in {"comrade", "hon", "mr"}]
    return _tidy(" ".join(kept))


def _headed(words: list[str]) -> int:
    """Where the office stands: last, or before what it is for (Minister for Regional Affairs)."""
    last = len(words) - 1
    if words[last].casefold() not in PORTFOLIOS:
        return last
    heads = [i for i in range(last - 1) if is_title(words[i]) and words[i + 1].casefold() in {"of", "for"}]
    return heads[-1] if heads else last


def _does(words: list[str], i: int) -> bool:
    """Whether the word before a name is an occupation by its ending (property valuer Ada Orlo)."""
    low = words[i]
    return low.islower() and _OCCUPATION.fullmatch(low) is not None and low not in _LINKS | DAYS


def _left_edge(words: list[str], head: int) -> int:
    """Where the noun phrase of the office starts."""
    first = head
    while first > 0:
        low = words[first - 1].casefold()
        if low in _OWNED:
            return first - 1
        bare = words[head][:1].isupper() and words[first - 1].islower() and low not in _RANKS
        dateline = words[first - 1].isupper() and len(low) > _ACRONYM
        if bare or dateline or low in _BOUNDS or not low[:1].isalnum() or low.endswith("ed"):
            break
        first -= 1
    return first


def _tidy(role: str) -> str | None:
    """The description without article and white space; None if nothing is left."""
    words = role.split()
    while words and words[0].casefold() in _ONE:
        words = words[1:]
    while words and words[-1].casefold() in {"and", "of", "the", "a", "who", "which", "that", "whose"}:
        words = words[:-1]
    return " ".join(words) or None
