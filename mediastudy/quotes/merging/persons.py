"""A person's name taken apart, and whether two names may be one person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mediastudy.quotes.merging.spelling import folded
from mediastudy.quotes.resolving.names import FAMILY_FIRST, FEMALE, MALE, NOT_NAMES
from mediastudy.quotes.words import listed

GIVEN: Final = MALE | FEMALE
HONORIFICS: Final = listed(
    """
    mr mister mrs ms miss mx madam madame mme monsieur herr frau dr doctor prof professor sir dame lord lady hon
    honourable honorable rt right the rev reverend sen senator senators rep reps representative representatives
    congressman congresswoman congressmen congresswomen president vice premier minister secretary gov governor gen
    general col colonel capt captain lt lieutenant sgt sergeant maj adm admiral amb ambassador comrade chairman
    chairwoman chair mayor commissioner chancellor former acting deputy prime attorney administrator ceo director
    spokesman spokeswoman spokesperson delegate councillor leader whip congressmember member members ranking
    """
)
_TITLES_OF: Final = {
    "m": listed("mr mister sir lord monsieur herr congressman chairman spokesman"),
    "f": listed("mrs ms miss madam madame mme frau dame lady congresswoman chairwoman spokeswoman"),
}
_SUFFIXES: Final = listed("jr sr ii iii iv")
_HONOURS: Final = listed("mp mps qc kc sc obe cbe mbe am ao ac phd md esq msp mep dds cpa")
_TITLED: Final = {f"{title}{end}" for title in HONORIFICS for end in (" ", ". ")}
# Names that a title is part of: nothing is taken off them, and nothing joined to them.
_REGNAL: Final = listed("king queen pope prince princess emperor sultan sheikh crown duke duchess st saint")
# Words that open a sentence and are taken for a name now and then.
_NO_GIVEN: Final = NOT_NAMES - HONORIFICS | listed("upon is are was follow watch dear visit join meet ask")
_PARTICLES: Final = listed("van von der den de del della di da dos du la le ter ten bin ibn bint al el ben abu")
# Family names of many: a surname alone or with an initial says little.
COMMON: Final = FAMILY_FIRST | listed(
    """
    smith jones brown johnson williams miller davis wilson taylor thomas moore martin jackson thompson white harris
    clark lewis robinson walker young allen king wright scott hill green adams baker nelson carter mitchell roberts
    turner phillips campbell parker evans edwards collins stewart morris murphy cook rogers morgan cooper peterson
    reed bailey bell kelly howard ward cox richardson wood watson brooks bennett gray james hughes price myers long
    foster ross ryan anderson garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores
    rivera gomez diaz cruz reyes singh kumar sharma patel khan ali ahmed hussein mohammed hassan ivanov petrov muller
    schmidt meyer weber sato suzuki tanaka
    """
)
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’‘ʼ\-‐‑][^\W\d_]+)*[.'’]?|\S+")
_POSSESSIVE: Final = re.compile(r"['’]s$")
_LATIN: Final = re.compile(r"[a-z]+(?: [a-z]+)*")
_EASTERN_MOST: Final = 3


@dataclass(frozen=True)
class Name:
    """A name's words in folded letters: the family name, the given names, a suffix such as jr.

    Attributes
    ----------
    printed : the name as the table has it
    words : all words without titles and suffix, in the order of print
    family : the family name, or the whole name if it can't be taken apart
    given : given names and initials, the first first; empty for a surname alone
    suffix : jr, sr, ii ... or empty
    gender : m or f if a title or the given name tells, else empty
    eastern : whether the family name is one of those that stand first in Chinese, Korean, Vietnamese and Hungarian
    whole : whether the name can't be taken apart: regnal names, other scripts, anything with numbers
    """

    printed: str
    words: tuple[str, ...]
    family: str
    given: tuple[str, ...]
    suffix: str
    gender: str
    eastern: bool
    whole: bool

    @property
    def key(self) -> str:
        """What spellings of the same words have in common; Mr and Ms tell apart where no given name does."""
        return "|".join((self.family, "".join(self.given) or self.gender, self.suffix))

    @property
    def full(self) -> bool:
        """Whether a given name is written out."""
        return any(len(word) > 1 for word in self.given)

    @property
    def told(self) -> tuple[int, int, bool]:
        """How much the name tells: given names written out, initials, a suffix."""
        written = sum(len(word) > 1 for word in self.given)
        return written, len(self.given) - written, bool(self.suffix)


def parse(printed: str) -> Name:
    """The name taken apart.

    Examples
    --------
    >>> parse("Sen. Vela T. O’Orm Jr.").key, parse("Orm, Vela").given, parse("Wang Wei-guo").family
    ('oorm|velat|jr', ('vela',), 'wang')
    """
    words, suffix = _without_suffix(_words(_forward(_POSSESSIVE.sub("", printed.strip()))))
    titles, words = _titles_off(words)
    if not words or _is_whole(words):
        words = words or (folded(printed),)
        return Name(printed, words, " ".join(words), (), suffix, "", eastern=False, whole=True)
    family, given = words[-1], words[:-1]
    if _family_first(words):
        family, given = words[0], ("".join(words[1:]),)
    eastern = family in FAMILY_FIRST
    return Name(printed, words, family, given, suffix, _gender(titles, given), eastern=eastern, whole=False)


def _is_whole(words: tuple[str, ...]) -> bool:
    """Whether the words can't be told apart into given and family names."""
    if len(words) > 1 and (words[0] in _REGNAL | _NO_GIVEN or words[-1] in HONORIFICS):
        return True
    return words[0] in _REGNAL or not _LATIN.fullmatch(" ".join(words))


def _gender(titles: tuple[str, ...], given: tuple[str, ...]) -> str:
    """``m`` or ``f`` by the titles or else the first given name, empty if neither tells."""
    told = {gender for gender, words in _TITLES_OF.items() if words & set(titles)}
    if not told and given:
        told = {gender for gender, words in (("m", MALE), ("f", FEMALE)) if given[0] in words}
    return told.pop() if len(told) == 1 else ""


def _forward(printed: str) -> str:
    """The name with the family name last, if a comma shows that it stands first."""
    before, comma, after = printed.partition(",")
    if not comma or folded(after).strip() in _SUFFIXES | _HONOURS or "," in after or not after.strip():
        return printed
    return f"{after.strip()} {before.strip()}"


def _words(printed: str) -> tuple[str, ...]:
    """The folded words; initials written together are taken apart."""
    found = (folded(token) for token in _TOKEN.findall(printed.replace(".", ". ")))
    return tuple(word for word in found if word)


def _without_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The words before a suffix and honours, and the suffix."""
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES | _HONOURS:
        suffix = words[-1] if words[-1] in _SUFFIXES else suffix
        words = words[:-1]
    return words, suffix


def _titles_off(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles that open the name, and the words after them."""
    count = next((place for place, word in enumerate(words[:-1]) if word not in HONORIFICS), max(len(words) - 1, 0))
    return words[:count], words[count:]


def _family_first(words: tuple[str, ...]) -> bool:
    """Whether the first word is the family name: it is one that stands first, and no given name."""
    first = words[0]
    return first in FAMILY_FIRST - GIVEN and 1 < len(words) <= _EASTERN_MOST and len(words[-1]) > 1


def compatible(one: Name, other: Name) -> str:
    """Why two names may be one person's: ``initials``, ``middle name`` or ``suffix``; empty if they can't be.

    Given names must be equal where both are written out; an initial agrees with a name that it begins. Middle names
    may be missing from one of the two, but not differ.

    Examples
    --------
    >>> compatible(parse("V. Orm"), parse("Vela Orm")), compatible(parse("Vela T. Orm"), parse("Vela Orm"))
    ('initials', 'middle name')
    >>> compatible(parse("Wang Wei"), parse("Wang Weiguo")), compatible(parse("Vela T. Orm"), parse("Vela S. Orm"))
    ('', '')
    """
    if one.whole or other.whole or one.family != other.family or not one.given or not other.given:
        return ""
    if _differ(one.suffix, other.suffix) or _differ(one.gender, other.gender):
        return ""
    first, *middle = one.given
    second, *further = other.given
    if not _agree(first, second) or (middle and further and len(middle) != len(further)):
        return ""
    if middle and further and not all(_agree(*pair) for pair in zip(middle, further, strict=True)):
        return ""
    if first != second:
        return "initials"
    return "middle name" if one.given != other.given else "suffix"


def _differ(one: str, other: str) -> bool:
    """Whether both are told, and not the same."""
    return bool(one and other and one != other)


def _agree(one: str, other: str) -> bool:
    """Whether two given names are equal, or one is the other's initial."""
    return one == other or (1 in {len(one), len(other)} and one[0] == other[0])


def genders_differ(one: Name, other: Name) -> bool:
    """Whether the titles or given names of two persons tell different genders.

    Examples
    --------
    >>> genders_differ(parse("Ms. Orm"), parse("Mr. Orm")), genders_differ(parse("Ms. Orm"), parse("Orm"))
    (True, False)
    """
    return _differ(one.gender, other.gender)


def stands_alone(name: Name) -> bool:
    """Whether the name is a surname, or the words of a surname, without any given name or initial.

    Examples
    --------
    >>> stands_alone(parse("Mr. Orm")), stands_alone(parse("van Orm")), stands_alone(parse("Vela Orm"))
    (True, True, False)
    """
    if name.whole:
        return False
    particles = all(word in _PARTICLES for word in name.words[:-1])
    return len(name.words) == 1 or (particles and name.printed[:1].islower())


def plainness(printed: str) -> tuple[bool, bool, bool]:
    """How well the name serves to call a person by: a given name written out, no title, not all in capitals.

    Examples
    --------
    >>> plainness("Vela Orm"), plainness("Mayor ORM")
    ((True, True, True), (False, False, True))
    """
    name = parse(printed)
    return name.full, not printed.casefold().startswith(tuple(_TITLED)), not printed.isupper()
