"""A verb group and what stands around it to a report: content after the verb, before it, or on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.resolving.names import DOCUMENT_NOUNS
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.rules.edges import content_end, quotation_end
from mediastudy.quotes.rules.following import After
from mediastudy.quotes.rules.phrases import Tokens, subject_after, subject_before
from mediastudy.quotes.rules.verbs import cue_of
from mediastudy.quotes.words import STOPS, listed

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit
    from mediastudy.quotes.rules.verbs import Group

_SHORTEST: Final = 2
_SIGNS: Final = listed("banner couplet inscription placard plaque poster sign signboard slogan sticker")
_FINDING: Final = listed("find show demonstrate require")
_OTHER: Final = listed("and but adding who when as")
_ADJUNCTS: Final = listed("in on at during after when as to")
_TURNED: Final = listed(
    """
    say add ask write note reply warn argue explain continue insist tweet joke quip recall observe remark
    conclude observe report announce predict state declare admit
    """
)


class Found(NamedTuple):
    """A report in tokens, before its offsets are taken."""

    content: list[Tokens]
    cue: Tokens
    source: Tokens | None
    speech: bool


def after_verb(unit: Unit, group: Group, follows: After, source: Tokens | None) -> Found | None:
    """The report whose content follows its verb; None if the verb takes no such content."""
    letter = "N" if follows.letter == "P" else follows.letter
    unowned = source is None and (not group.participle or group.first == 0)
    if unowned or not _takes(group, letter) or (group.cue.verb == "read" and _is_sign(unit, source)):
        return None
    if follows.first >= len(unit):
        pending = letter == "Q" and unit.low[-1] == ":"
        return Found([], (group.first, group.last), source, speech=True) if pending else None
    last = _last_of(unit, group, letter, follows.first)
    if group.first == 0 and group.participle and source is not None and source[0] > follows.first:
        last = min(last, source[0] - 2)
    if last < follows.first or unit.end[last] - unit.start[follows.first] < _SHORTEST:
        return None
    return Found([(follows.first, last)], cue_of(unit, group), source, _speech(unit, group, letter, source))


def _is_sign(unit: Unit, source: Tokens | None) -> bool:
    """Whether the source is a banner or the like, whose words are nobody's speech."""
    return source is not None and any(low in _SIGNS for low in unit.low[source[0] : source[1] + 1])


def _takes(group: Group, letter: str) -> bool:
    """Whether the verb takes what the letter stands for; what takes a noun phrase takes a clause and a quotation."""
    takes = group.cue.takes
    return letter in takes or (letter in "TQ" and "N" in takes) or (letter == "N" and group.last > group.verb)


def _last_of(unit: Unit, group: Group, letter: str, first: int) -> int:
    """The last token of the content that begins at the token."""
    if unit.quoted[first] is not None and unit.closes(first):
        return quotation_end(unit, first)
    return content_end(unit, first, clause=letter == "T", form=group.cue.form)


def _speech(unit: Unit, group: Group, letter: str, source: Tokens | None) -> bool:
    """Whether the report is a speech act: by its verb, for participles and documents by what follows too."""
    if group.participle and letter not in "TQ" and (group.first == 0 or group.cue.verb == "cite"):
        return False
    if source is not None and group.cue.verb in _FINDING:
        return any(low in DOCUMENT_NOUNS for low in unit.low[source[0] : source[1] + 1])
    return is_speech(group, letter)


def is_speech(group: Group, letter: str) -> bool:
    """Whether the verb, with what it takes here, tells of a speech act."""
    if letter in group.cue.speech:
        return True
    return letter not in group.cue.attitude and bool(group.cue.speech)


def before_verb(unit: Unit, group: Group, follows: After, source: Tokens | None) -> Found | None:
    """The report whose content stands before its source and verb, and perhaps goes on after them."""
    if source is None or "E" not in group.cue.takes:
        return None
    before = source[0] - 1 - (source[0] > 1 and unit.low[source[0] - 1] == "as")
    if before < 0 or unit.low[before] not in STOPS:
        return None
    last = _before_stops(unit, before)
    if last < 0:
        return None
    return Found(_continued(unit, follows, last), (group.first, group.last), source, is_speech(group, "E"))


def _before_stops(unit: Unit, last: int) -> int:
    """The last token up to this one that is a word or a quotation, -1 if there is none."""
    while last >= 0 and unit.quoted[last] is None and unit.low[last] in STOPS:
        last -= 1
    return last


def _continued(unit: Unit, follows: After, last: int) -> list[Tokens]:
    """The content up to the token, with what goes on after the cue: a quotation, or a clause after a clause."""
    content = [(0, last)]
    first = follows.first
    if follows.letter not in "CQ" or first >= len(unit):
        return content
    if unit.quoted[first] is not None:
        return [*content, (first, quotation_end(unit, first))]
    cue = cue_forms().get(unit.low[first])
    other = unit.low[first] in _OTHER or (cue is not None and cue.form in {"ing", "past"})
    if unit.closes(last) or other:
        return content
    end = content_end(unit, first, clause=True, form="past")
    return [*content, (first, end)] if end >= first else content


def turned(unit: Unit, group: Group) -> Found | None:
    """The report in inverted order (content, verb, source), None if the order is another."""
    before = group.first - 1
    quoted = quoted_before(unit, group.first)
    turns = group.cue.verb in _TURNED or (quoted and "E" in group.cue.speech)
    if before < 0 or not turns or not group.first == group.verb == group.last:
        return None
    if not quoted and unit.low[before] not in {",", "—"}:
        return None
    subject = subject_after(unit, group.last + 1)
    if subject is None:
        return None
    if not quoted and (not _ends_sentence(unit, subject[1] + 1) or _described(unit, before)):
        return None
    last = _before_stops(unit, before)
    k = subject[1] + 1
    goes_on = k + 1 < len(unit) and unit.low[k] == "," and unit.quoted[k + 1] is not None
    follows = After("Q" if goes_on else "E", k + 1)
    return (
        Found(_continued(unit, follows, last), (group.first, group.last), subject, speech=True) if last >= 0 else None
    )


def quoted_before(unit: Unit, i: int) -> bool:
    """Whether a quotation, perhaps with a comma after its marks, stands right before the token."""
    if i > 0 and unit.quoted[i - 1] is not None:
        return True
    return i > 1 and unit.low[i - 1] == "," and unit.quoted[i - 2] is not None


def _described(unit: Unit, comma: int) -> bool:
    """Whether all before the comma is a subject with its apposition, so that the verb isn't turned."""
    subject = subject_before(unit, comma)
    if subject is None or subject[0] > 0 or unit.low[comma] != ",":
        return False
    return not any(unit.low[j].endswith("ed") and not unit.capital(j) for j in range(unit.low.index(",")))


def _ends_sentence(unit: Unit, k: int) -> bool:
    """Whether nothing that could be a content begins at the token."""
    return k >= len(unit) or unit.low[k] in STOPS or unit.low[k] in _ADJUNCTS
