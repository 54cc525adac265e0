"""Whom a transcript's label names: a person of the article, the holder of an office in its heading, or nobody."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

from mediastudy.quotes.resolving.mentions import gender_of, is_body, is_title, runs
from mediastudy.quotes.resolving.names import FEMALE, MALE, NOT_NAMES, PERSON_NOUNS, TITLES
from mediastudy.quotes.resolving.scene import NOBODY, Scene, Speaker, as_person
from mediastudy.quotes.words import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.quotes.drafts import Draft
    from mediastudy.quotes.resolving.mentions import Person

ACRONYM: Final = 5
_ASKING: Final = listed(
    """
    q question questioner reporter reporters journalist journalists interviewer host presenter moderator compere
    caller audience announcer press media correspondent
    """
)
_ANSWERING: Final = listed("a answer")
_OFFICES: Final = {
    "pm": "prime minister",
    "the prime minister": "prime minister",
    "chair": "chair",
    "secretary-general": "secretary-general",
}
_BROADCASTERS: Final = frozenset(("BBC", "ABC", "NBC", "CBC", "CNN", "AFP", "UPI", "NPR", "SABC", "AP"))
_OFTEN: Final = ("journalist", "reporter", "prime minister", "presenter", "interviewer", "president", "question")
_LONG: Final = 7
_ALIKE: Final = 0.86
_ADDRESSED: Final = re.compile(
    r"(?:^|\n)[A-Z][^\n:]{0,30}:\s*(?:Well,? |And |But )?(?:Mr|Mrs|Ms|Dr|Prime Minister|President) ([A-Z][a-z]+),"
)
_HONOUR: Final = re.compile(r"(?i)^(?:mr|ms|mrs|miss|dr|sir|dame|senator|minister|professor|prof|the hon|hon)\.? ")
_NO_NAME: Final = listed(
    """
    mp interview doorstop transcript press conference joint media address remarks speech radio television channel
    program programme parliament house canberra subject subjects meeting visit am pm news with and the on at in for
    his her on copy proof tel telephone fax ref embargo check against delivery
    """
)
_BEFORE_NAME: Final = r"(?:(?:the |rt |right )*(?:hon|honourable|honorable|dr|mr|ms|mrs|sir|dame)\b\.? )*"
_HEADING: Final = 500
_INITIAL: Final = 2
_MINISTER: Final = re.compile(r"^(?:[a-z] )?pm(?: cont\.?)?$")
_HIGHEST: Final = frozenset(("prime minister", "president", "premier", "chancellor", "minister"))
_HONOURED: Final = re.compile(r",? (?:MP|MHR|QC|KC|AC|AO|AM)$")
_SCANNED: Final = re.compile(r"[A-Za-z]\d|\d[A-Za-z]{2}|[~|\\^_]")
_GLUED: Final = re.compile(r"MP[A-Z]{3}")
_WOMAN: Final = re.compile(r"(?i)(?:mrs|ms|miss|dame)\b")
_GREETED: Final = re.compile(r"(?m)(?:^|: |\n|[Tt]hanks,? |[Tt]hank you,? |[Mm]orning,? )([A-Z][a-z]{2,}), ")
_SUBJECT: Final = re.compile(
    r"(?i)\b(?:news|press|media) (?:conference|briefing)s? (?:by|of|at|held by) "
    r"(?:the )?(?P<body>.{4,80}?)(?: \(|$| on |, )"
)
_WITH: Final = re.compile(r"(?i)\b(?:with|by|of|from) (?P<office>[A-Z][^,:;()]{3,80}?)\s*(?:$|[,:;(])")


def by_label(scene: Scene, label: str) -> Speaker:
    """The speaker of a transcript turn."""
    plain = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", label).strip(" .")
    plain = re.sub(r"^(?:E ?& ?O ?E|THE|The)\b[.\s]*", "", plain) or plain
    initialled = _by_initials(scene, plain)
    if initialled is not None:
        return Speaker(initialled, "person", None, "turn")
    plain = _HONOURED.sub("", plain) or plain
    low = _spelt(plain.casefold())
    if _SCANNED.search(plain) or (
        all(len(word.strip(".")) <= _INITIAL for word in plain.split()) and low == plain.casefold()
    ):
        return NOBODY._replace(resolution="turn")
    if low in _ASKING | _ANSWERING or _is_office(low):
        return _in_office(scene, low)
    words = cased(plain)
    known = _known(scene, words)
    if known is not None:
        of = None if known.roles else _heading_role(scene, known.name)
        known.roles += [(-1, of)] if of else []
        return as_person(known, "turn")
    if is_body(tuple(words.split())):
        return Speaker(words, "organisation", None, "turn")
    name, role = _split(words)
    person = _in_heading(scene, name, woman=_WOMAN.match(words) is not None) or name
    return Speaker(person, "person", role or _heading_role(scene, name), "turn")


def _spelt(low: str) -> str:
    """The label in small letters, an abbreviation or a slip of the keyboard put right where it is one of an office."""
    low = _MINISTER.sub("pm", low)
    low = _OFFICES.get(low, low)
    if len(low) < _LONG or low in _ASKING or _is_office(low):
        return low
    close = difflib.get_close_matches(low, _OFTEN, 1, _ALIKE)
    return close[0] if close and close[0].count(" ") == low.count(" ") else low


def _by_initials(scene: Scene, plain: str) -> str | None:
    """The name in the title or heading whose initials the label is."""
    if not plain.isupper() or not 2 <= len(plain) <= 3:  # noqa: PLR2004 - initials of a name
        return None
    for heading in _headings(scene):
        words = heading.split()
        for i in range(len(words) - len(plain) + 1):
            run = [word.strip(",.;:") for word in words[i : i + len(plain)]]
            if "".join(word[:1] for word in run) == plain and all(_of_name(word) for word in run):
                return " ".join(word.title() if word.isupper() else word for word in run)
    return None


def _of_name(word: str) -> bool:
    """Whether the word can be one of a name in a heading."""
    low = word.casefold()
    return len(word) > 2 and low not in _NO_NAME and low not in NOT_NAMES and not is_title(low)  # noqa: PLR2004


def answerers(text: str, turns: Sequence[Draft]) -> set[str]:
    """The labels, in small letters, of those who speak in turns by name."""
    found = set()
    for turn in turns:
        if turn.source is not None:
            words = _HONOUR.sub("", cased(text[turn.source[0] : turn.source[1]]))
            low = words.casefold()
            if low not in _ASKING | _ANSWERING and not _is_office(low) and not is_body(tuple(words.split())):
                found.add(low)
    return found


def cased(words: str) -> str:
    """A transcript label in ordinary case; an acronym stays."""
    acronym = " " not in words and len(words) <= ACRONYM and _outlet(words)
    return words.title() if words.isupper() and not acronym else words


def _outlet(plain: str) -> bool:
    """Whether a short label in capitals is an acronym rather than a family name, which has a vowel to speak by."""
    return not re.search(r"[AEIOUY]", plain) or plain in _BROADCASTERS


def _known(scene: Scene, words: str) -> Person | None:
    """The person of the article whom the label names."""
    for mention in runs(words):
        person = scene.cast.find(mention.words, gender_of(mention))
        if person is not None and not _run_together(person.words):
            return person
    person = scene.cast.find((words.title(),)) if words.isupper() and " " not in words else None
    return None if person is None or _run_together(person.words) else person


def _run_together(words: tuple[str, ...]) -> bool:
    """Whether a scan ran a label in capitals together with a word of the text (Sure MARTIN)."""
    shouted = [word.isupper() for word in words if len(word) > 1 and "." not in word]
    return any(shouted) and not all(shouted)


def _is_office(low: str) -> bool:
    """Whether the label tells an office or occupation (minister, chief of navy, minister for health)."""
    low = re.split(r" (?:of|for) ", low)[0]
    last = low.rsplit(" ", maxsplit=1)[-1]
    return last in PERSON_NOUNS or last.removesuffix("s") in PERSON_NOUNS or last in {"spokesperson", "moderator"}


def _in_office(scene: Scene, low: str) -> Speaker:
    """Who answers by an office: its holder in the article or its heading; questions stay unnamed."""
    if low in _ANSWERING:
        persons = [p for p in scene.cast.persons if p.roles] or scene.cast.persons
        if persons:
            return as_person(min(persons, key=lambda p: p.places[0] if p.places else len(scene.text)), "turn")
    if low not in _ASKING | _ANSWERING:
        named = _holder_in_heading(scene, low)
        if named is not None:
            person = scene.cast.find(tuple(named.split()))
            return Speaker(named, "person", low, "turn") if person is None else as_person(person, "turn")
        for person in scene.cast.persons:
            first = min(person.places, default=-1)
            if (
                first < scene.opening
                and len(person.name) > _INITIAL
                and any(low in role.casefold() for _, role in person.roles)
            ):
                return as_person(person, "turn")
        addressed = set(_ADDRESSED.findall(scene.text))
        if len(addressed) == 1 and not scene.answerers and low in _HIGHEST:
            return Speaker(addressed.pop(), "person", low, "turn")
    return Speaker(None, "unnamed", None if low in {"q", "question", "a", "answer"} else low, "turn")


def _headings(scene: Scene) -> list[str]:
    """The title, and what stands before the first turn, each in one line."""
    opening = scene.text[: min(scene.opening, _HEADING)]
    return [re.sub(r"\s+", " ", part) for part in (scene.title, opening) if part.strip()]


def _holder_in_heading(scene: Scene, office: str) -> str | None:
    """The name that stands after the office in the title or heading (THE PRIME MINISTER THE HON ADA ORLO MP)."""
    pattern = re.compile(rf"(?i)\b{re.escape(office)}(?: of [a-z]+)?[,.]? {_BEFORE_NAME}(?P<name>[^,:;()\n]{{3,60}})")
    for heading in _headings(scene):
        for match in pattern.finditer(heading):
            name = _name(match["name"])
            if name is not None:
                return name
    return None


def _name(words: str) -> str | None:
    """The two or three words of a name that open the words, None if they don't."""
    kept: list[str] = []
    for printed in words.split():
        word = printed.rstrip(".,") if len(printed) > _INITIAL else printed
        low = word.casefold().strip(".-")
        if _GLUED.match(word):
            break
        if not word[:1].isupper() or low in _NO_NAME or low in NOT_NAMES or is_title(low) or len(kept) == 3:  # noqa: PLR2004
            break
        kept.append(word.title() if word.isupper() and len(word) > 2 else word)  # noqa: PLR2004 - initials stay
    return " ".join(kept) if len(kept) > 1 and len(kept[-1]) > _INITIAL else None


def _split(words: str) -> tuple[str, str | None]:
    """The label's name and its office (Prime Minister Singh)."""
    honour = _HONOUR.match(words)
    if honour is not None:
        office = honour.group().strip(" .").casefold()
        held = office if office in {"senator", "minister", "professor"} else None
        return words[honour.end() :], held
    mention = next(iter(runs(words)), None)
    if mention is not None and mention.titles:
        titles = [title for title in mention.titles if not TITLES.get(title.casefold().rstrip("."))]
        return " ".join(mention.words), " ".join(titles) or None
    return words, None


def _in_heading(scene: Scene, name: str, *, woman: bool = False) -> str | None:
    """The full name that the title or heading, or a greeting, gives for a surname."""
    if " " in name:
        return None
    pattern = re.compile(rf"\b(?P<first>[A-Z][\w'’-]+(?: [A-Z]\.)?|(?:[A-Z]\.? ?){{1,3}}) {re.escape(name.title())}\b")
    for heading in _headings(scene):
        for match in pattern.finditer(heading.title()):
            low = match["first"].casefold().strip(". ")
            named = low not in _NO_NAME | NOT_NAMES and not is_title(low) and not low.endswith("minister")
            if named and not (woman and low.split()[0] in MALE):
                return f"{match['first'].strip().title()} {name}"
    return _greeted(scene, name)


def _greeted(scene: Scene, name: str) -> str | None:
    """The first name by which questions address the only named speaker of a transcript."""
    if scene.answerers != {name.casefold()}:
        return None
    firsts = {first for first in _GREETED.findall(scene.text) if first.casefold() in MALE | FEMALE}
    return f"{firsts.pop()} {name}" if len(firsts) == 1 else None


def _heading_role(scene: Scene, name: str) -> str | None:
    """The office or body that the heading gives for the only named speaker of a transcript."""
    if scene.answerers != {name.casefold()} or not scene.title:
        return None
    held = _SUBJECT.search(scene.title)
    if held is not None:
        return f"of the {held['body'].strip()}"
    for match in _WITH.finditer(scene.title):
        office = match["office"].split()
        if is_title(office[-1]):
            return " ".join(office)
    return None
