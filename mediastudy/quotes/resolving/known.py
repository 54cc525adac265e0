"""Persons whom only the sources themselves, or transcript labels, show to be persons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.labels import cased
from mediastudy.quotes.resolving.mentions import Cast, Mention, Person, gender_of, given_gender, is_body, is_title, runs
from mediastudy.quotes.resolving.names import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DOCUMENT_NOUNS,
    FEMALE,
    GROUP_NOUNS,
    MALE,
    NOT_NAMES,
    PERSON_NOUNS,
    PLACE_WORDS,
    PLACES,
    PLURAL_PERSONS,
)
from mediastudy.quotes.resolving.offices import is_office
from mediastudy.quotes.resolving.scene import TAIL, WORD, plural_persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.quotes.drafts import Draft

_NO_PERSON: Final = NOT_NAMES | PLURAL_PERSONS | DOCUMENT_NOUNS | GROUP_NOUNS | BODY_NOUNS
_CONTRACTED: Final = re.compile(r"['’](?:m|re|ve|ll|d|t)$")
_ATTACHED: Final = re.compile(r"(?:\b(?:of|for|with|at|to|in|from|by|on|against)|&)\s(?:[^,]*\s)?$")
_BODY: Final = re.compile(r", (?:an?|the) (?:[\w-]+ ){0,3}?([a-z]+)\b")
_OPENED: Final = re.compile(r"(?i)(?:the|its|his|her|their|one of|[\w-]+['’]s?|an?)\s")
_NAME: Final = re.compile(r"[A-ZÀ-Ž][\w'’-]+(?: (?:[a-z]{2,3} )?[A-ZÀ-Ž][\w'’.-]*){1,3}")
_WITH_NOUN: Final = re.compile(
    r"(?:[Tt]he|[Aa]n?) (?P<words>(?:(?!of |the |in |for |at |from |by )[a-z][\w-]* ){1,4})"
    r"(?P<name>[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){1,2})"
)
_OFFICE_OF: Final = re.compile(r"(?:[Tt]he |[Ii]ts )?(?P<office>[\w-]+(?: [\w-]+){0,3}) of (?:the )?(?P<tail>[^,]+)")
_PERSONAL: Final = re.compile(r"(?:, (?:\d\d|who|an?)\b|[^.\n]{0,90}?\b(?:he|she|his|her|himself|herself|him)\b)")
_LONGEST: Final = 4
_PLACED: Final = tuple(
    f" {word}"
    for word in ("in", "from", "across", "throughout", "inside", "between", "southern", "northern", "near", "of")
)


def add_named(text: str, cast: Cast, drafts: Sequence[Draft]) -> None:
    """Add the persons whom only sources and transcript labels show to be persons."""
    for draft in drafts:
        if draft.source is None:
            continue
        words = re.sub(r"\s+", " ", text[draft.source[0] : draft.source[1]]).strip(" ,")
        name = _label_name(cased(words)) if draft.turn else _source_name(text, cast, words)
        if name is not None and cast.find(name.words) is None:
            person = Person(name.words, gender_of(name) or given_gender(name))
            cast.persons.append(person)
            _add_places(text, cast, person, person.name)
            if len(person.words) > 1:
                _add_places(text, cast, person, person.words[person.low.index(person.family)])
    cast.mentions.sort(key=lambda entry: entry[0])


def _source_name(text: str, cast: Cast, words: str) -> Mention | None:
    """The name in a source: in its head, or after the office that it explains (the official, Ada Orlo)."""
    head, *rest = words.split(", ")
    if rest and (_OPENED.match(head) or _office_last(head)):
        whole = _NAME.fullmatch(rest[0])
        if whole is not None and not _thing(head):
            return _bare_name(text, cast, rest[0])
    held = after_office(head)
    if held is not None:
        return _bare_name(text, cast, held)
    called = _WITH_NOUN.fullmatch(head)
    if called is not None and not _thing(called["words"].strip()):
        return _bare_name(text, cast, called["name"])
    return _bare_name(text, cast, head)


def after_office(words: str) -> str | None:
    """The name that stands after an office and the body or place that it is of (head of the union Ada Orlo)."""
    match = _OFFICE_OF.fullmatch(words)
    if match is None or not is_office(match["office"].split()[-1]):
        return None
    ends = {word for word in BODY_NOUNS | PLACE_WORDS | COMPANY_NOUNS if len(word) > 2}  # noqa: PLR2004 - no Co, no TV
    tail = match["tail"].split()
    cut = max((i for i, word in enumerate(tail) if word.casefold() in ends), default=-1)
    name = " ".join(tail[cut + 1 :])
    return name if cut >= 0 and _NAME.fullmatch(name) else None


def _office_last(head: str) -> bool:
    """Whether the words end in a person's office."""
    return (WORD.findall(head)[-1:] or [""])[0].casefold() in PERSON_NOUNS


def _thing(head: str) -> bool:
    """Whether the words describe a body, a document or a place."""
    noun = (TAIL.split(f"{head} ", maxsplit=1)[0].split() or [""])[-1].casefold()
    return noun in _NO_PERSON - NOT_NAMES or noun in COMPANY_NOUNS or noun in PLACE_WORDS or noun == "capital"


def _add_places(text: str, cast: Cast, person: Person, name: str) -> None:
    """Note everywhere that a person who wasn't known is named so."""
    taken = {place for begun, stop, _ in cast.mentions for place in range(begun, stop)}
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        joined = (
            text[start - 1 : start].isalnum() or text[start - 1 : start] in {"/", "-"} or text[end : end + 1].isalnum()
        )
        if not joined and start not in taken:
            person.places.append(start)
            cast.mentions.append((start, end, person))
        start = text.find(name, end)


def _label_name(words: str) -> Mention | None:
    """The name in a transcript label of two words or more, None if it is a role or a body."""
    plain = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", words)
    found = [m for m in runs(plain) if not is_body(m.words) and not is_title(m.words[-1])]
    return found[0] if len(found) == 1 and len(found[0].words) > 1 and not plural_persons(plain.casefold()) else None


def _bare_name(text: str, cast: Cast, head: str) -> Mention | None:
    """The name that the source's shape alone shows to be a person's, None if it isn't."""
    if re.match(r"(?i)the\b", head):
        return None
    for mention in runs(head):
        if _ATTACHED.search(head[: mention.start]) and not mention.titles:
            return None
        tail = head[mention.end :]
        if len(mention.words) == 1 and mention.words[0].endswith("s") and tail[1:2].islower():
            return None
        if tail.strip() in {"", "'s", "’s"} or re.match(r" (?:of|from|in|at|with|for)\b", tail):
            titled = bool(mention.titles) or head[: mention.start].strip().rsplit(" ", 1)[-1].casefold() in PERSON_NOUNS
            known = cast.find(mention.words) is not None
            return mention if not known and _personal(text, mention, titled=titled) else None
    return None


def _personal(text: str, mention: Mention, *, titled: bool) -> bool:
    """Whether nothing speaks against a person: no body's word, no place, no plural, no contraction."""
    low = [word.casefold() for word in mention.words]
    if (
        is_body(mention.words)
        or all(is_title(word) for word in low)
        or len(low) > _LONGEST
        or _CONTRACTED.search(low[-1])
        or _is_place(text, mention.words)
    ):
        return False
    if any(word in _NO_PERSON or plural_persons(word) or word.endswith(("ans", "ists")) for word in low):
        return False
    return len(low) > 1 or (not is_title(mention.words[0]) and (titled or _acts(text, mention.words[0])))


def _is_place(text: str, words: tuple[str, ...]) -> bool:
    """Whether the text uses the name as that of a place, a country or a body."""
    name = " ".join(words)
    described = _BODY.match(text, text.find(name) + len(name))
    if described is not None and described.group(1) in BODY_NOUNS:
        return True
    if re.search(
        rf"\b{re.escape(name)} (?:Province|County|City|District|Prefecture|Region|Island|River|Township|Village)\b",
        text,
    ):
        return True
    return any(f"{before} {name}" in text for before in (_PLACED if len(words) == 1 else _PLACED[:5]))


def _acts(text: str, word: str) -> bool:
    """Whether a single name is used as a person's: no adjective is made of it, and it's no common word."""
    if word.casefold() in PLACES or f" {word.casefold()} " in text or f" the {word} " in text:
        return False
    if any(f"{word}{ending} " in text for ending in ("n", "ese", "ian", "an", "i", "ish")):
        return False
    if word.casefold() in MALE | FEMALE:
        return True
    return any(_PERSONAL.match(text, match.end()) for match in re.finditer(rf"\b{re.escape(word)}\b", text))
