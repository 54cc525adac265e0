"""The words of the invented news: 200,000 in order of frequency, and ten phrases with their spellings.

Function words are English; all others are made of syllables, but for the words of the phrases, which stand among the
common words so that each of them occurs alone as well.
"""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS: Final = 200_000
SEED: Final = 1994

_FUNCTION: Final = """
    the of to and a in that is for it on was with as he be at by i this not from are but have had his they an will has
    or were who which their we been more you one all would there she when can if about its said no what so up out them
    than only into two her could other some then do him any over these now may such our my also new after most should
    first many even before must through those much where how because well down too same each just own between both
    under never another while last might again off since against still here why though until yet once upon among
    during without within whether however don’t it’s can’t won’t didn’t isn’t that’s we’re they’re i’m he’s
"""
_OPENINGS: Final = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sh sk st t th tr v w y z"
_MIDDLES: Final = "a e i o u ai ea ee ie oa ou a e i o"
_CLOSINGS: Final = ("", "", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t")
_ACCENTED: Final = str.maketrans("aeiou", "áéïöü")
_JOINED: Final = r"[\s\p{Pd}]+"


class Phrase(NamedTuple):
    """A planted phrase: its name, the query and the regular expression that find it, and its spellings."""

    name: str
    query: str
    pattern: str
    spellings: tuple[str, ...]


def _phrase(name: str, query: str, pattern: str, spellings: str) -> Phrase:
    """A phrase; a space of the pattern stands for white space, hyphens and dashes."""
    return Phrase(name, query, rf"\b{pattern.replace(' ', _JOINED)}\b", tuple(spellings.split("; ")))


PHRASES: Final = (
    _phrase("foreign aid", "foreign aid", "foreign aid", "foreign aid; Foreign Aid; foreign-aid; FOREIGN AID"),
    _phrase(
        "paired assistance",
        "(pair|paired|pairing) assistance",
        "pair(?:ed|ing)? assistance",
        "paired assistance; pair assistance; pairing assistance; paired-assistance; Pairing Assistance",
    ),
    _phrase("climate change", "climate change", "climate change", "climate change; climate-change; Climate Change"),
    _phrase("cost of living", "cost of living", "cost of living", "cost of living; cost-of-living; Cost of Living"),
    _phrase("food bank", "food (bank|banks)", "food banks?", "food bank; food banks; food-bank; Food Banks"),
    _phrase(
        "zero-hours contract",
        "zero (hour|hours) (contract|contracts)",
        "zero hours? contracts?",
        "zero-hours contract; zero-hours contracts; zero hour contract; Zero Hours Contracts",
    ),
    _phrase("minimum wage", "minimum (wage|wages)", "minimum wages?", "minimum wage; minimum-wage; minimum wages"),
    _phrase("child care", "(child care|childcare)", f"child(?:{_JOINED})?care", "child care; child-care; childcare"),
    _phrase("youth unemployment", "youth unemployment", "youth unemployment", "youth unemployment; Youth Unemployment"),
    _phrase(
        "social protection programme",
        "social protection program*",
        r"social protection program\w*",
        "social protection programme; social-protection programmes; social protection program; "
        "Social Protection Programs",
    ),
)


def vocabulary() -> list[str]:
    """The words, the most frequent first, as they stand inside a sentence; a name may be a word but for its capital."""
    words = dict.fromkeys(_FUNCTION.split())
    function = len(words)
    planted = _components()
    chosen = random.Random(SEED)  # noqa: S311 - an invented vocabulary, no secret
    for word in _invented(chosen):
        if len(words) == WORDS:
            break
        if planted and len(words) >= 2 * function and len(words) % 61 == 0:
            words[planted.pop(0)] = None
        words.setdefault(word)
    return list(words)[:WORDS]


def _components() -> list[str]:
    """The words of the phrases, in lower case, and numbers."""
    spelled = " ".join(spelling for phrase in PHRASES for spelling in phrase.spellings).lower().replace("-", " ")
    numbers = [str(number) for number in (*range(1994, 2025), *range(10, 100, 7))]
    return [*dict.fromkeys(word for word in spelled.split() if word != "of"), *numbers]


def _invented(chosen: random.Random) -> Iterator[str]:
    """Pseudo-words without end, longer as they become rarer; some are names, some have accents, few an apostrophe."""
    openings, middles = _OPENINGS.split(), _MIDDLES.split()
    for number in itertools.count(1):
        syllables = 1 + chosen.randrange(2) + (number > 2_000) + (number > 40_000) * chosen.randrange(2)  # noqa: PLR2004
        word = "".join(chosen.choice(openings) + chosen.choice(middles) for _ in range(syllables))
        word += chosen.choice(_CLOSINGS)
        kind = chosen.randrange(1000)
        if kind < 100:  # noqa: PLR2004 - a tenth are names
            word = "O’" + word.capitalize() if kind < 2 else word.capitalize()  # noqa: PLR2004
        elif kind < 140:  # noqa: PLR2004
            word = word.translate(_ACCENTED)
        yield word
