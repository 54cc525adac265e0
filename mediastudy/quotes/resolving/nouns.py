"""Sources that are no person's name: by their head noun a body, a document, a group, or somebody in an office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.casting import opens
from mediastudy.quotes.resolving.holders import aged, in_role, known_holder
from mediastudy.quotes.resolving.mentions import is_title
from mediastudy.quotes.resolving.names import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    NOT_NAMES,
    PLACE_WORDS,
    PLURAL_PERSONS,
)
from mediastudy.quotes.resolving.offices import in_full
from mediastudy.quotes.resolving.papers import document, meeting
from mediastudy.quotes.resolving.scene import (
    ARTICLE,
    NOBODY,
    TAIL,
    WORD,
    Phrase,
    Scene,
    Speaker,
    as_person,
    plural_persons,
)

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span

_TOLD: Final = re.compile(
    r"(?:(?:[Tt]he|[Ii]ts|[Aa]n?|[\w-]+['’]s) )?(?P<kind>(?:[A-Z]?[a-z][\w-]* ){0,4}?(?P<noun>[a-z][a-z-]+)"
    r"(?: of [a-z]+)?),? (?:the )?"
    r"(?P<name>[A-ZÀ-Ž][\w'’&.-]*(?: (?:(?:of|for|and|the|de) )*[A-ZÀ-Ž0-9][\w'’&.-]*)*)$"
)
_MISTER: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<name>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)")
_PUBLISHED: Final = re.compile(r", ((?:jointly )?(?:issued|published|released|adopted|drafted|written|signed) .*)|, .*")
_GENERIC: Final = frozenset(("company", "firm", "agency", "group", "organisation", "organization", "union", "body"))
_RECENT: Final = 1200
_MEMBERS: Final = re.compile(r"(?:ers|ors|ists|ians)$")


def by_noun(scene: Scene, words: str, source: Span) -> Speaker:
    """A source that is no person's name: by its head noun a body, a document, a group, or somebody in a role."""
    whole = words.split(", ", maxsplit=1)[0]
    head = TAIL.split(f"{whole} ", maxsplit=1)[0].strip()
    noun = (WORD.findall(head) or [""])[-1]
    low = re.sub(r"['’]s?$", "", noun.casefold())
    large = noun[:1].isupper() and not (head == noun and opens(scene.text, source[0]) and _common(scene, noun))
    phrase, plain, whole = Phrase(words, head, low, source), ARTICLE.sub("", head), ARTICLE.sub("", whole)
    told = _told(words)
    if told is not None:
        return told
    if low in DOCUMENT_NOUNS and not (large and low in BODY_NOUNS):
        return _owned(
            scene, phrase, document(scene, plain, low, _PUBLISHED.sub(r" \1", ARTICLE.sub("", words), count=1))
        )
    if low in GROUP_NOUNS or words.casefold().startswith("both "):
        return meeting(scene, plain, low)
    many = low in PLURAL_PERSONS or plural_persons(low) or (head == noun and _MEMBERS.search(low) is not None)
    if many or low in NOT_NAMES:
        return NOBODY._replace(role=whole if many else None)
    if is_title(noun) or aged(head):
        return in_role(scene, phrase)
    return _by_common_noun(scene, phrase, whole) if not large else _proper(scene, words, plain, noun)


def _owned(scene: Scene, phrase: Phrase, speaker: Speaker) -> Speaker:
    """The document or body with a role that tells whose it is where a possessive does (their report)."""
    owner = phrase.words.split(" ", 1)[0].casefold()
    if owner not in {"his", "her", "its", "their"} or (speaker.role is not None and " of " in speaker.role):
        return speaker
    owner = "its" if owner == "their" else owner
    role = in_full(scene.text, scene.cast, phrase.source[0], f"{owner} {ARTICLE.sub('', phrase.head)}")
    return speaker._replace(role=role) if " of " in role else speaker


def _by_common_noun(scene: Scene, phrase: Phrase, whole: str) -> Speaker:
    """A body or place by a common noun, or somebody whose description holds a noun that isn't known as an office."""
    plain = ARTICLE.sub("", phrase.head)
    if phrase.low in BODY_NOUNS:
        return _owned(scene, phrase, _same_body(scene, plain, phrase.low, phrase.source))
    person = known_holder(scene, phrase)
    if person is not None:
        return as_person(person, "role")
    if phrase.low in PLACE_WORDS:
        return Speaker(plain, "organisation", None, "named")
    return NOBODY._replace(role=whole or None)


def _told(words: str) -> Speaker | None:
    """Somebody by a form of address alone (Mr. King), or a body that the source names and describes."""
    mister = _MISTER.match(words)
    return Speaker(mister["name"], "person", None, "named") if mister is not None else _told_body(words)


def _told_body(words: str) -> Speaker | None:
    """A body that the source names after what it is (the utility, Northern Hydro; power company Nanden)."""
    match = _TOLD.match(words)
    if match is None:
        return None
    kind = match["kind"]
    if match["noun"].casefold() not in BODY_NOUNS | COMPANY_NOUNS:
        return None
    return Speaker(match["name"], "organisation", kind[:1].casefold() + kind[1:], "named")


def _common(scene: Scene, noun: str) -> bool:
    """Whether a word that opens a sentence is a common noun: a plural, or one that the text writes small."""
    low = noun.casefold()
    plural = low.endswith("s") and not low.endswith("ss") and re.search(rf"[a-z,] {noun}\b", scene.text) is None
    return low in BODY_NOUNS or f" {low} " in scene.text or plural


def _same_body(scene: Scene, phrase: str, low: str, source: Span) -> Speaker:
    """The body named before whose name holds the noun (``the ministry``), else the phrase itself."""
    if " " not in phrase:
        for start, name in reversed(scene.cast.bodies):
            if start < source[0] and low in name.casefold().split():
                return Speaker(name, "organisation", None, "role")
        for place, who in reversed(scene.past) if scene.text[source[0] : source[0] + 3].casefold() == "the" else ():
            if who.kind == "organisation" and low in _GENERIC and source[0] - place < _RECENT:
                return who._replace(resolution="role")
    kind = "group" if low in GROUP_NOUNS else "organisation"
    return Speaker(phrase, kind, None, "named")


def _proper(scene: Scene, words: str, phrase: str, noun: str) -> Speaker:
    """A body named in capitals, its acronym spelt out where the article does so."""
    if noun in scene.cast.acronyms:
        return Speaker(scene.cast.acronyms[noun], "organisation", None, "named")
    spelt = _spelt(scene, noun)
    if spelt is not None:
        return Speaker(spelt, "organisation", None, "named")
    full = re.match(r"(?:[A-Z][\w'’.&\-]*\s*(?:(?:of|for|on|and|the|&)\s+)*)+", phrase)
    name = full.group().strip() if full else phrase
    tail = re.match(
        r" (?:of|for|on) (?:the )?[A-Z][\w'’-]+(?:(?: and| of)? [A-Z][\w'’-]+)*",
        words[words.find(phrase) + len(phrase) :],
    )
    name = re.sub(r"(?:\s(?:of|for|on|and|the|&))+$", "", name) + (tail.group() if tail else "")
    name = re.sub(r"['’]s?$", "", name)
    return Speaker(name, "organisation", _apposed(scene, name), "named")


def _spelt(scene: Scene, acronym: str) -> str | None:
    """The body whose initials the acronym is."""
    if not acronym.isupper() or len(acronym) < 3:  # noqa: PLR2004 - two letters may be anything
        return None
    for _, name in scene.cast.bodies:
        if "".join(word[0] for word in name.split() if word[0].isupper() and word != "The") == acronym:
            return re.sub(r"^[Tt]he ", "", name)
    return None


def _apposed(scene: Scene, name: str) -> str | None:
    """What the article calls the body between commas after its name."""
    pattern = rf"{re.escape(name)}(?: \([A-Z][\w-]*\))?, (?:the|an?|one of) (?P<role>[a-z][^,.;:\n]{{2,70}})(?=[,.;\n])"
    found = re.search(pattern, f"{scene.text}\n")
    return re.split(r" (?:that|which|who|said|says)\b", found["role"])[0] if found is not None else None
