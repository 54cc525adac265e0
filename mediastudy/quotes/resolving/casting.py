"""Who is in an article: its capitalised runs sorted into persons, whose mentions are joined, and bodies."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.quotes.resolving.mentions import (
    Cast,
    Mention,
    Person,
    gender_of,
    given_gender,
    is_body,
    is_title,
    runs,
)
from mediastudy.quotes.resolving.names import (
    COMPANY_NOUNS,
    FAMILY_FIRST,
    FEMALE,
    MALE,
    NOT_NAMES,
    PERSON_NOUNS,
    PLACE_WORDS,
    PLACES,
    TITLES,
)
from mediastudy.quotes.words import listed

_APPOSED: Final = re.compile(r", (?:an?|the|who|\d\d,|[a-z]+(?: [a-z]+)? (?:of|for|at|with)) ")
_SPEAKS: Final = re.compile(r" (?:said|says|told|added|wrote|has said|urged|argued)\b")
_BODY_TAIL: Final = re.compile(r" (?:of|for|on) (?:the )?[A-Z][\w'’-]+(?:(?: and| of| for|,)? [A-Z][\w'’-]+)*")
_BODY_HEAD: Final = re.compile(r"(?:[A-Z][\w'’-]+(?: and| of|['’]) )+$")
_ACRONYM: Final = re.compile(r"\s*\(([A-Z][A-Za-z]{1,7})\)")
_BEFORE: Final = re.compile(r"([\w'’.\-]+)[ \u00a0]$")
_ACTS: Final = re.compile(
    r",? (?:said|says|told|added|wrote|argued|noted|who|called|urged|warned|stressed|explained)\b"
)
_INTRODUCED: Final = re.compile(
    r"(?:^|[\s“\"(])(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w-]+['’]s?|[Oo]ne of them|[Aa]n?)"
    r"(?P<words> (?:[\w'’-]+ ){0,5}[\w'’-]+)?, $"
)
_COMPANY: Final = re.compile(r", (?:an?|the|one of|\w+['’]s) (?:[\w'’-]+ ){0,5}?([a-z]+)\b")
_CONTRACTED: Final = re.compile(r"['’](?:m|re|ve|ll|d|t)$")
_SHOUTED: Final = re.compile(r"[A-Z]{4,} [A-Z]{3,} [A-Z]{3,}")
_OFFICES: Final = listed(
    """
    minister president secretary governor premier chairman chairwoman chancellor ambassador commissioner director
    spokesman spokesperson spokeswoman officer leader general manager editor representative delegate official
    """
)
_REGIONS: Final = listed("north south east west new northern southern eastern western central")
_SURNAMES: Final = listed("may june april march august white black good great north south east west new day read")
_LINE: Final = re.compile(r"^[^\n]{12,160}$", re.MULTILINE)
_TITLED_LINE: Final = 0.7
_LOOK: Final = 40
_ENOUGH: Final = 1
_MOST: Final = 4
_EASTERN: Final = 3


def cast_of(text: str, title: str = "") -> Cast:
    """The persons and bodies whom the text, and its title, name."""
    cast = Cast()
    singles: list[Mention] = []
    found = list(runs(text))
    alone: dict[str, int] = {}
    for mention in found:
        if len(mention.words) == 1:
            acts = 2 if _ACTS.match(text, mention.end) else 1
            alone[mention.words[0]] = max(acts, alone.get(mention.words[0], 0))
    headings = _headings(text)
    for mention in found:
        if len(mention.words) > 1 and " ".join(mention.words).isupper():
            continue
        heading = any(start <= mention.start < end for start, end in headings)
        if heading and len(mention.words) > _MOST:
            continue
        if is_body(mention.words) or is_company(text, mention):
            _add_body(text, mention, cast)
        elif len(mention.words) == 1 or heading:
            singles.append(mention)
        elif len(mention.words) <= _MOST and _evidence(text, mention, alone) >= _ENOUGH:
            _add(cast, mention)
        else:
            singles.append(mention)
    for mention in singles:
        _add_single(text, mention, cast)
    _add_headline(title, cast)
    cast.mentions.sort(key=lambda entry: entry[0])
    return cast


def _add_headline(title: str, cast: Cast) -> None:
    """Note whom the title names with an office."""
    for mention in runs(title.title() if title.isupper() or _SHOUTED.search(title) else title):
        odd = any(word.casefold() in NOT_NAMES or re.search(r"\d", word) for word in mention.words)
        if mention.titles and len(mention.words) < _MOST and not is_body(mention.words) and not odd:
            cast.headline.append(mention)
            if len(mention.words) > 1 and cast.find(mention.words) is None:
                cast.persons.append(Person(mention.words, gender_of(mention)))


def _headings(text: str) -> list[tuple[int, int]]:
    """The lines that are set in title case and don't end as sentences do: their capitals show no names."""
    lines = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        words = line.split()
        capitals = sum(word[0].isupper() for word in words)
        closed = line.endswith((".", "!", "?", '"', "”", "'", "’", ":")) or ": " in line
        if len(words) > _MOST and not closed and capitals > _TITLED_LINE * len(words):
            lines.append(match.span())
    return lines


def is_company(text: str, mention: Mention) -> bool:
    """Whether the name is described as that of a company or place (Ubo Wings, the national carrier)."""
    if mention.titles or text[mention.end : mention.end + 1] != ",":
        return False
    found = _COMPANY.match(text, mention.end)
    if found is None:
        return False
    words = re.match(r", [^,.;:]*", text[mention.end :])
    low = re.split(r"\s(?:of|for|in|at|on|from|with|that|which|who|based)\b", words.group()[2:] if words else "")[0]
    head = low.split(" ")[-1].casefold()
    return head in COMPANY_NOUNS or head in PLACE_WORDS


def _evidence(text: str, mention: Mention, alone: dict[str, int]) -> int:
    """How much speaks for a person: title, first name, apposition, a later bare surname, against: the article."""
    words = [word.casefold() for word in mention.words]
    given = words[0] in MALE or words[0] in FEMALE
    eastern = words[0] in FAMILY_FIRST and len(words) == _EASTERN
    if (
        any(word in NOT_NAMES and not (given and word in _SURNAMES) for word in words[-1 if eastern else 1 :])
        or words[0] in PLACES
        or not mention.words[-1][-1].isalpha()
    ):
        return -1
    if (
        words[-1] in _OFFICES
        or all(is_title(word) for word in words)
        or any(_CONTRACTED.search(word) for word in words)
        or words[-1] in PLACE_WORDS
    ):
        return -1
    before = _BEFORE.search(text, max(0, mention.start - _LOOK), mention.start)
    previous = before.group(1).casefold() if before else ""
    score = 2 * bool(mention.titles or (previous and is_title(previous)))
    score += 2 * (words[0] in MALE or words[0] in FEMALE)
    score += words[0] in FAMILY_FIRST and len(words) == 2  # noqa: PLR2004 - a family name and a given name
    score += max(alone.get(mention.words[-1], 0), min(1, alone.get(mention.words[0], 0)))
    score += _introduced(text, mention.start)
    score += 2 * previous.endswith("-year-old")
    score += _APPOSED.match(text, mention.end) is not None
    score += _SPEAKS.match(text, mention.end) is not None
    score -= 2 * (previous == "the" or text[mention.start - 1 : mention.start] == "/")
    score -= 2 * (words[0] in _REGIONS and not mention.titles)
    return score - (previous in {"in", "at", "near", "of"})


def _introduced(text: str, start: int) -> int:
    """Whether the words before the name, set off by a comma, describe a person (Its spokeswoman, Vela Orm)."""
    found = _INTRODUCED.search(text, max(0, start - 90), start)
    if found is None:
        return 0
    words = re.split(r" (?:of|for|in|at|from|to) ", found["words"] or "")[0].split()
    if not words:
        return 0
    if is_title(words[-1]):
        return 2
    thing = words[-1] in PLACE_WORDS | COMPANY_NOUNS or is_body((words[-1],)) or words[-1] == "capital"
    return -1 if thing else int(words[-1].islower())


def _add(cast: Cast, mention: Mention, known: Person | None = None) -> None:
    """Add the mention to its person, who may be new."""
    person = known if known is not None else cast.find(mention.words)
    if person is None:
        person = Person(mention.words)
        cast.persons.append(person)
    elif len(mention.words) > len(person.words):
        person.rename(mention.words)
    person.gender = person.gender or gender_of(mention) or (given_gender(mention) if len(person.words) == 1 else "")
    person.places.append(mention.start)
    cast.mentions.append((mention.start, mention.end, person))


def _add_single(text: str, mention: Mention, cast: Cast) -> None:
    """Add a bare name to the person whom it means; one with a personal title makes a new person."""
    person = cast.find(mention.words, gender_of(mention), mention.start)
    word = mention.words[0].casefold()
    if person is None:
        titled = [t for t in mention.titles if t.casefold().rstrip(".") in TITLES]
        known = bool(titled) or word in FEMALE or word in MALE
        if len(mention.words) > 1 or word in NOT_NAMES or word in PLACES or not known:
            return
        if not word.replace("-", "").isalpha() or text[mention.end : mention.end + 4].startswith(" of "):
            return
    _add(cast, mention, person)


def _add_body(text: str, mention: Mention, cast: Cast) -> None:
    """Add a body with the words that complete its name, and its acronym."""
    if (
        len(mention.words) == 1
        and re.match(r" [a-z]", text[mention.end : mention.end + 2])
        and opens(text, mention.start)
    ):
        return
    tail = _BODY_TAIL.match(text, mention.end)
    end = tail.end() if tail else mention.end
    start = mention.end - len(" ".join(mention.words)) if mention.titles else mention.start
    head = _BODY_HEAD.search(text, max(0, start - _LOOK), start)
    start = head.start() if head is not None and is_plural_owner(head.group()) else start
    name = text[start:end].strip()
    cast.bodies.append((start, name))
    acronym = _ACRONYM.match(text, end)
    if acronym:
        cast.acronyms[acronym.group(1)] = name


def opens(text: str, place: int) -> bool:
    """Whether a sentence begins at the place, so that its capital shows nothing."""
    return re.search(r"(?:^|[.!?:\n“\"'‘”’]|--|—)\s*$", text[max(0, place - 4) : place]) is not None


def is_plural_owner(words: str) -> bool:
    """Whether the words before a body's are owners that belong to its name (Pilots' and Engineers' Federation)."""
    first = words.split(" ", 1)[0]
    return first.endswith(("s'", "s’")) and first.rstrip("'’")[:-1].casefold() in PERSON_NOUNS
