"""Where a content ends: at the next reporting verb of the same subject, an attribution, or the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.rules.verbs import is_adverb, opens_phrase
from mediastudy.quotes.words import AUXILIARY, PERSONAL, STOPS, listed

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit

_NEAR: Final = 8
_SUBJECT: Final = 5
_LONGEST: Final = 600
_JOINERS: Final = listed("and but or")
_CONTRASTS: Final = listed("but while though although whereas")


def content_end(unit: Unit, first: int, *, clause: bool, form: str) -> int:
    """The last token of the content that begins at the token; ``clause`` tells a clause from a noun phrase."""
    i = first
    while i < min(len(unit), first + _LONGEST):
        if i > first and _leaves(unit, i, clause=clause, form=form):
            break
        i += 1
    return _without_stops(unit, first, i - 1)


def quotation_end(unit: Unit, first: int) -> int:
    """The last token of the content that begins with a quotation: the quotation alone if it ends in punctuation."""
    last = first
    while last + 1 < len(unit) and unit.quoted[last + 1] is not None:
        last += 1
    return last


def _leaves(unit: Unit, i: int, *, clause: bool, form: str) -> bool:
    """Whether the content ends before the token."""
    low = unit.low[i]
    if unit.closes(i - 1) and _next_report(unit, i, form=form, comma=True):
        return True
    if low == ",":
        return _next_report(unit, i + 1, form=form, comma=True) or _told_by(unit, i + 1)
    if low == ";":
        return i + 1 >= len(unit) or unit.low[i + 1] in PERSONAL or _subject_and_cue(unit, i + 1)
    if low in _JOINERS and (not clause or _opens_content(unit, i + 2)):
        return _next_report(unit, i, form=form, comma=False)
    if low in {"—", "–", "--"}:
        return _participle_cue(unit, i + 1)
    return False


def _opens_content(unit: Unit, i: int) -> bool:
    """Whether a clause with its conjunction, or a need, begins at the token."""
    return unit.low[i : i + 1] == ["that"] or unit.low[i : i + 2] in (["the", "need"], ["the", "importance"])


def _next_report(unit: Unit, i: int, *, form: str, comma: bool) -> bool:
    """Whether another report begins at the token: ``adding that``, ``and vowed``, ``but she said``."""
    if i >= len(unit):
        return False
    low = unit.low[i]
    if comma and (_participle_cue(unit, i) or low == "according"):
        return True
    if comma and low in _CONTRASTS and _subject_and_cue(unit, i + 1):
        return True
    if low in _JOINERS:
        if comma and (_participle_cue(unit, i + 1) or (form == "ing" and _same_form(unit, i + 1, "past"))):
            return True
        return _same_form(unit, i + 1, form)
    return comma and _same_form(unit, i, form)


def _told_by(unit: Unit, i: int) -> bool:
    """Whether a short new subject and its reporting verb follow (``, Orlo said``)."""
    for j in range(i + 1, min(len(unit), i + _SUBJECT)):
        cue = cue_forms().get(unit.low[j])
        if cue is not None and "E" in cue.speech and cue.form in {"past", "s"} and not unit.capital(j):
            return unit.low[i] in PERSONAL or unit.capital(i)
        if not unit.capital(j):
            return False
    return False


def _same_form(unit: Unit, i: int, form: str) -> bool:
    """Whether a reporting verb in the same form stands at the token, adverbs and auxiliaries passed over."""
    while i < len(unit) and (is_adverb(unit.low[i]) or unit.low[i] in {"has", "have", "also"}):
        i += 1
    cue = cue_forms().get(unit.low[i]) if i < len(unit) else None
    if cue is None or not cue.speech:
        return False
    noun = cue.noun and form == "s" and not opens_phrase(unit, i + 1)
    return cue.form == form and form in {"past", "s", "ing"} and not noun


def _participle_cue(unit: Unit, i: int) -> bool:
    """Whether a reporting participle stands at the token."""
    while i < len(unit) and is_adverb(unit.low[i]):
        i += 1
    cue = cue_forms().get(unit.low[i]) if i < len(unit) else None
    return cue is not None and cue.form == "ing" and bool(cue.speech)


def _subject_and_cue(unit: Unit, i: int) -> bool:
    """Whether a new subject and its reporting verb follow within a few tokens."""
    for j in range(i + 1, min(len(unit), i + _NEAR)):
        low = unit.low[j]
        if low in STOPS or low in PERSONAL or low in {"to", "that"}:
            return False
        cue = cue_forms().get(low)
        if cue is not None and cue.speech and cue.form in {"past", "s"} and not cue.noun:
            return True
        if low in AUXILIARY - {"has", "have", "had"}:
            return False
    return False


def _without_stops(unit: Unit, first: int, last: int) -> int:
    """The last token without the punctuation that trails it."""
    while last >= first and unit.quoted[last] is None and unit.low[last] in STOPS and unit.low[last] not in ")]":
        last -= 1
    return last
