"""Sources that are no person's name: by their head noun a body, a document, a group, or somebody in an office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.casting import opens
from mediastudy.quotes.resolving.groups import PARTS, part_of_group
from mediastudy.quotes.resolving.holders import INDEFINITE, aged, in_role, known_holder
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
from mediastudy.quotes.resolving.papers import document, meeting, part_of_document
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
    r"(?:(?:[Tt]he|[Ii]ts|[Aa]n?|[\w-]+['’]s) )?(?P<kind>(?:[A-Z]?[a-z](?:[\w-]|['’](?= |s ))* ){0,4}?"
    r"(?P<noun>[a-z][a-z-]+)(?: of [a-z]+)?),? (?:the )?"
    r"(?P<name>(?:al-|el-)?[A-ZÀ-Ž][\w'’&.-]*(?: (?:(?:of|for|and|the|de) )*[A-ZÀ-Ž0-9][\w'’&.-]*)*)$"
)
_MISTER: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? (?P<name>[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž][\w’'-]+)?)")
_PUBLISHED: Final = re.compile(r", ((?:jointly )?(?:issued|published|released|adopted|drafted|written|signed) .*)|, .*")
_GENERIC: Final = frozenset(("company", "firm", "agency", "group", "organisation", "organization", "union", "body"))
_NUMBERED: Final = re.compile(r"(?i)(?:the )?(?P<part>article|section|clause|chapter|paragraph|rule) (?:\d+|[IVXLC]+)")
_FIRM: Final = re.compile(
    r"(?:[Tt]he (?P<kind>[a-z][a-z -]+), )?(?:Messrs\.? |[Tt]he )?"
    r"(?P<name>(?:[A-Z][\w'’.-]+(?:,? ))+& [A-Z][\w'’-]+)"
)
_RECENT: Final = 1200
_MEMBERS: Final = re.compile(r"(?:ers|ors|ists|ians)$")


def by_noun(scene: Scene, words: str, source: Span) -> Speaker:
    """A source that is no person's name: by its head noun a body, a document, a group, or somebody in a role."""
    whole = words.split(", ", maxsplit=1)[0]
    head = TAIL.split(f"{whole} ", maxsplit=1)[0].strip()
    noun = (WORD.findall(head) or [""])[-1]
    low = re.sub(r"['’]s?$", "", noun.casefold())
    large = noun[:1].isupper() and not (head == noun and opens(scene.text, source[0]) and _common(scene, noun))
    phrase, whole = Phrase(words, head, low, source), ARTICLE.sub("", whole)
    told = _partners(scene, words) or _told(words) or _paper(scene, phrase, large=large)
    if told is not None:
        return told
    if low in GROUP_NOUNS or words.casefold().startswith("both "):
        plural = low == "participants" and head == noun
        return NOBODY._replace(role=low) if plural else meeting(scene, ARTICLE.sub("", head), low)
    return _in_person(scene, phrase, whole, large=large) or (
        _proper(scene, words, ARTICLE.sub("", head), noun) if large else _by_common_noun(scene, phrase, whole)
    )


def _paper(scene: Scene, phrase: Phrase, *, large: bool) -> Speaker | None:
    """The document, or the numbered part of one, that the words name; None if they name none."""
    words, low = phrase.words, phrase.low
    numbered = _NUMBERED.fullmatch(words)
    if numbered is not None:
        return part_of_document(scene, words, numbered["part"].casefold())
    if low not in DOCUMENT_NOUNS or (large and low in BODY_NOUNS):
        return None
    whole = _PUBLISHED.sub(r" \1", ARTICLE.sub("", words), count=1)
    return _owned(scene, phrase, document(scene, ARTICLE.sub("", phrase.head), low, whole))


def _in_person(scene: Scene, phrase: Phrase, whole: str, *, large: bool) -> Speaker | None:
    """A person, or persons without a name, whom the words tell by an office or a plural; None if none."""
    words, low, place = phrase.words, phrase.low, phrase.source[0]
    noun = (WORD.findall(phrase.head) or [""])[-1]
    last = whole.rsplit(" ", 1)[-1]
    if low in NOT_NAMES | PARTS:
        return NOBODY._replace(role=part_of_group(scene, words, place))
    if low in PLURAL_PERSONS or plural_persons(low) or (phrase.head == noun and _MEMBERS.search(low) is not None):
        owner = words.split(" ", 1)[0].casefold()
        owned = owner in {"his", "her", "its", "their"} and " of " not in whole
        return NOBODY._replace(role=in_full(scene.text, scene.cast, place, f"{owner} {whole}") if owned else whole)
    if is_title(noun) or aged(phrase.head):
        return in_role(scene, phrase)
    official = large and last.islower() and is_title(last) and INDEFINITE.match(words) is not None
    return NOBODY._replace(role=whole) if official else None


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


def _partners(scene: Scene, words: str) -> Speaker | None:
    """A firm whose name joins names by ``&`` (Orlo, Kask & Daughters)."""
    match = _FIRM.match(words)
    if match is None:
        return None
    role = match["kind"] or _apposed(scene, match["name"])
    return Speaker(match["name"], "organisation", role, "named")


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
