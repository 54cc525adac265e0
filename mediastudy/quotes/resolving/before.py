"""What stands before a name and describes the person: an office, a rank, a noun that the name explains."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.quotes.resolving.mentions import is_body, is_title
from mediastudy.quotes.resolving.names import BODY_NOUNS, COMPANY_NOUNS, PERSON_NOUNS, PLACE_WORDS, PORTFOLIOS, TITLES
from mediastudy.quotes.resolving.offices import is_office
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.words import ADVERB, CLAUSE, DAYS, PREPOSITION, listed

ONE: Final = listed("a an the one")
_OWNED: Final = listed("his her their its")
_STOP: Final = re.compile(r"[,;:.!?\"“”()\n—–]| - ")
_BOUNDS: Final = ONE | listed(
    """
    met told saw left came went gave took held put sent asked
    so my our your well hello like nor
    and but that by with to as when said in on of for from at says after if while where because then is
    was are were both we i you they he she all only not
    """
)
_RANKS: Final = listed("former acting deputy senior chief vice top special")
_OCCUPATION: Final = re.compile(r"[a-z]{2,}[a-z-]*(?:er|or|ist|ian|eer|ant)")
_LINKS: Final = PREPOSITION | CLAUSE | ADVERB | listed("however whether rather other another either neither")
_ACRONYM: Final = 5
_ADDRESS: Final = re.compile(r"(?<=\w )(?:(?:Dr|Mr|Mrs|Ms|Hon)\.? |(?:Sir|Dame|Comrade|Count|Countess|Lord|Lady) )$")
_NO_ROLE: Final = listed("former hon dr rev")
_NOBLE: Final = listed(
    "king queen prince princess count countess duke duchess earl baron baroness viscount marquis lord"
)
_PLAIN: Final = re.compile(
    r"(?:^|[.!?”\"] |\n|\b(?:said|says|added|told) )(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)"
    r"(?P<words>(?: [a-z][\w'’-]*){1,4}(?: (?:of|for|in|at|from) (?:[\w'’-]+ ?){1,6})?), $"
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
_OFFICE_OF: Final = re.compile(r"(?P<office>(?:[A-Z][\w-]+ ){0,3}[\w-]+) of (?:(?!of )\S+ )*\S+$")
_LED: Final = re.compile(
    r"(?P<body>(?:[a-z]+ )?(?:delegation|mission|team|group|panel|commission|committee|coalition|government|cabinet)"
    r"(?: (?:of|from|to) [^,.;\n]{3,70}?)?),? (?P<how>headed|led|chaired) by (?:[A-Z][\w-]+ ){0,3}$"
)
_WHOSE: Final = re.compile(
    r"(?P<body>(?:[Tt]he )?[A-Z][\w'’-]+(?: (?:of |for |and )*[A-Z][\w'’-]+)*), "
    r"whose (?P<office>(?:[a-z-]+ ){0,2}[a-z-]+),? $"
)
_OWNERS: Final = ("'s", "’s", "s'", "s’")


def apposed(window: str, office: str | None) -> str | None:
    """The description that the name itself stands in apposition to (The mayor, Ada Orlo; its head, the poet Orlo)."""
    if office is not None:
        window = re.sub(rf",? (?:the|an?) {re.escape(office)} $", ", ", window)
    while window.endswith(" ") and is_title(title := window.rstrip().rsplit(" ", 1)[-1]):
        window = window.rstrip()[: -len(title)]
    window = re.sub(r", the $", ", ", window)
    if not window.endswith(", "):
        return None
    words = _STOP.split(window[:-2])[-1].strip().split(" ")
    heads = [i for i, word in enumerate(words) if is_office(word)]
    if not heads and _does(words, len(words) - 1) and not is_body((words[-1],)):
        heads = [len(words) - 1]
    if not heads:
        return _plainly(window)
    first = _left_edge(words, heads[-1])
    opened = first > 0 and words[first - 1].casefold() in ONE
    owned = words[first].casefold() in _OWNED or any(word.endswith(_OWNERS) for word in words[first : heads[-1]])
    if not (opened or owned):
        return None
    if any(not re.match(r"^[\w'’.\-&]+$", word) for word in words[first:]):
        return None
    tail = words[heads[-1] + 1 :]
    if tail and tail[0] not in {"of", "for", "in", "at", "from", "with"}:
        return None
    return tidy(" ".join(words[first:]))


def _plainly(window: str) -> str | None:
    """The description before a name by a noun that isn't known as an office (A former attendant, Ada Orlo)."""
    found = _PLAIN.search(window)
    if found is None:
        return None
    noun = re.split(r" (?:of|for|in|at|from) ", found["words"])[0].split()[-1]
    if noun.endswith("s") or any(word in DAYS for word in found["words"].split()):
        return None
    thing = noun in PLACE_WORDS | COMPANY_NOUNS or noun in {"capital", "others"} or is_body((noun,))
    return None if thing or noun.endswith("ed") or cue_forms().get(noun) is not None else tidy(found["words"])


def prefix(window: str) -> str | None:
    """The title or office right before the name (Tull's top water adviser Vela Orm)."""
    spaced = window[-1:] in {" ", "\u00a0"}
    window = _SHORTENED.sub(lambda match: LONG_FORMS[match.group(1)], _ADDRESS.sub("", window))
    words = _STOP.split(window)[-1].split()
    if not words or not spaced:
        return None
    if words[-1].casefold() in PLACE_WORDS | BODY_NOUNS and (whole := _OFFICE_OF.search(" ".join(words))) is not None:
        return tidy(whole.group()) if is_office(whole["office"].split()[-1]) else None
    head = _headed(words)
    last = words[head].casefold().rstrip(".")
    form = TITLES.get(last) and last not in _NOBLE
    if not (is_title(words[head]) or _does(words, head)) or form or last in _NO_ROLE:
        return None
    if last[-1:] == "s" and last[:-1] in PERSON_NOUNS:
        return None
    kept = [word for word in words[_left_edge(words, head) :] if word.casefold() not in {"comrade", "hon", "mr"}]
    return tidy(" ".join(kept))


def behind_rank(window: str, rank: str | None) -> str | None:
    """The office that stands before a rank (ministry spokesperson Colonel Vela Orm)."""
    window = _ADDRESS.sub("", window)
    if rank is None or not rank[:1].isupper() or not window.rstrip().endswith(rank):
        return None
    before = window.rstrip()[: -len(rank)]
    last = (before.split() or [""])[-1]
    return prefix(before) if last.islower() and is_office(last) else None


def leading(window: str) -> str | None:
    """What the words before the name say that the person leads (a delegation of Tull headed by Vela Orm)."""
    led = _LED.search(window)
    if led is not None:
        return f"{'chair' if led['how'] == 'chaired' else 'head'} of the {led['body']}"
    whose = _WHOSE.search(window)
    return (
        f"{whose['office']} of {whose['body']}"
        if whose is not None and is_office(whose["office"].split()[-1])
        else None
    )


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


def tidy(role: str) -> str | None:
    """The description without article and white space; None if nothing is left."""
    words = role.split()
    while words and words[0].casefold() in ONE:
        words = words[1:]
    while words and words[-1].casefold() in {"and", "of", "the", "a", "who", "which", "that", "whose"}:
        words = words[:-1]
    return " ".join(words) or None
