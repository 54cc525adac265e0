"""Sources that are no person's name: by their head noun a body, a document, a group, or somebody in an office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mediastudy.quotes.names import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GENERIC_DOCUMENTS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    PLURAL_PERSONS,
)
from mediastudy.quotes.offices import AGE, in_role
from mediastudy.quotes.scene import ARTICLE, TAIL, WORD, Scene, Speaker, plural_persons

if TYPE_CHECKING:
    from mediastudy.quotes.drafts import Span


def by_noun(scene: Scene, words: str, source: Span) -> Speaker:
    """A source that is no person's name: by its head noun a body, a document, a group, or somebody in a role."""
    whole = words.split(",", maxsplit=1)[0]
    head = TAIL.split(f"{whole} ", maxsplit=1)[0].strip()
    noun = (WORD.findall(head) or [""])[-1]
    low = re.sub(r"['’]s?$", "", noun.casefold())
    large = noun[:1].isupper()
    speaker = Speaker(None, "unnamed", None, "none")
    if low in DOCUMENT_NOUNS and not (large and low in BODY_NOUNS):
        speaker = _document(scene, ARTICLE.sub("", head), low, ARTICLE.sub("", whole))
    elif low in GROUP_NOUNS or words.casefold().startswith("both "):
        speaker = Speaker(ARTICLE.sub("", head), "group", None, "named")
    elif low in PLURAL_PERSONS or plural_persons(low):
        speaker = Speaker(None, "unnamed", ARTICLE.sub("", whole), "none")
    elif low in PERSON_NOUNS or AGE.search(head):
        speaker = in_role(scene, words, head, low, source)
    elif low in BODY_NOUNS and not large:
        speaker = _same_body(scene, ARTICLE.sub("", head), low, source)
    elif large:
        speaker = _proper(scene, words, ARTICLE.sub("", head), noun)
    return speaker


def _document(scene: Scene, phrase: str, low: str, whole: str) -> Speaker:
    """A document, a bare ``the document`` being the one quoted before."""
    if low in GENERIC_DOCUMENTS and " " not in phrase:
        for _, who in reversed(scene.past):
            if who.kind == "document":
                return who._replace(resolution="role")
    return Speaker(phrase, "document", whole if whole != phrase else None, "named")


def _same_body(scene: Scene, phrase: str, low: str, source: Span) -> Speaker:
    """The body named before whose name holds the noun (``the ministry``), else the phrase itself."""
    if " " not in phrase:
        for start, name in reversed(scene.cast.bodies):
            if start < source[0] and low in name.casefold().split():
                return Speaker(name, "organisation", None, "role")
    kind = "group" if low in GROUP_NOUNS else "organisation"
    return Speaker(phrase, kind, None, "named")


def _proper(scene: Scene, words: str, phrase: str, noun: str) -> Speaker:
    """A body named in capitals, its acronym spelt out where the article does so."""
    if noun in scene.cast.acronyms:
        return Speaker(scene.cast.acronyms[noun], "organisation", None, "named")
    full = re.match(r"(?:[A-Z][\w'’.&\-]*\s*(?:(?:of|for|on|and|the|&)\s+)*)+", phrase)
    name = full.group().strip() if full else phrase
    tail = re.match(
        r" (?:of|for|on) (?:the )?[A-Z][\w'’-]+(?:(?: and| of)? [A-Z][\w'’-]+)*",
        words[words.find(phrase) + len(phrase) :],
    )
    name = re.sub(r"(?:\s(?:of|for|on|and|the|&))+$", "", name) + (tail.group() if tail else "")
    return Speaker(re.sub(r"['’]s?$", "", name), "organisation", None, "named")
