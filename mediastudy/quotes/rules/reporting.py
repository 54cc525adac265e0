"""The reports of one sentence: reporting verbs with their sources and contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.rules.contents import Found, after_verb, before_verb, quoted_before, turned
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.rules.following import after
from mediastudy.quotes.rules.passives import passive
from mediastudy.quotes.rules.phrases import Tokens, opening_subject, subject_before, unnaming
from mediastudy.quotes.rules.units import QUOTED
from mediastudy.quotes.rules.verbless import according_to, nominal
from mediastudy.quotes.rules.verbs import Group, group_at

if TYPE_CHECKING:
    from mediastudy.quotes.rules.units import Unit

_FAR: Final = 24
_CLAUSE: Final = 8


def reports(unit: Unit) -> list[Draft]:
    """The quotations of the sentence, in order, each with its offsets."""
    found: list[Found] = []
    outer = _outermost(unit)
    if outer is not None:
        found.append(outer)
    i = 0 if outer is None else 1 + max(last for _, last in (outer.cue, *outer.content, outer.source or outer.cue))
    while i < len(unit):
        report = _report_at(unit, i, found)
        if report is None:
            i += 1
            continue
        if not report.content:
            found.append(report)
            break
        begins, ends = report.content[0][0], report.content[-1][1]
        found = [f for f in found if not (begins <= f.cue[0] <= ends and f.content[-1][1] <= ends)]
        found.append(report)
        i = max(i + 1, report.cue[1] + 1, ends + 1 if ends > i else 0)
    return [_draft(unit, report) for report in found]


def _report_at(unit: Unit, i: int, found: list[Found]) -> Found | None:
    """The report whose cue is at the token, None if there is none."""
    low = unit.low[i]
    if low == "according":
        return according_to(unit, i)
    if unit.quoted[i] is not None or _unnames(unit, i):
        return None
    if low not in cue_forms():
        return nominal(unit, i)
    group = group_at(unit, i)
    report = _report(unit, group, found) if group is not None else None
    return report if report is not None else nominal(unit, i)


def _unnames(unit: Unit, i: int) -> bool:
    """Whether the token is the verb of ``who asked not to be named``."""
    return (
        i > 0
        and unit.low[i - 1] == "who"
        and any(unnaming(unit, j) == i - 1 for j in range(i + 1, min(len(unit), i + _CLAUSE)))
    )


def _outermost(unit: Unit) -> Found | None:
    """The last report that takes the sentence before it as its content (``Nobody expects rain, she said``)."""
    for i in range(len(unit) - 1, 0, -1):
        report = _report_at(unit, i, [])
        if report is not None and report.content:
            first, last = report.content[0]
            if first == 0 and last < report.cue[0]:
                return report
    return None


def _report(unit: Unit, group: Group, found: list[Found]) -> Found | None:
    """The report of a verb group, None if nothing is said by it."""
    if group.passive:
        return passive(unit, group)
    follows = after(unit, group)
    if group.participle:
        return after_verb(unit, group, follows, _shared(unit, group, found))
    report = turned(unit, group)
    if report is not None:
        return report
    source = _source(unit, group, found)
    adjunct = follows.letter == "P" and ("N" not in group.cue.takes or "E" in group.cue.takes)
    said = source is not None and quoted_before(unit, source[0]) and unit.low[source[0] - 1] in {",", QUOTED}
    if follows.letter in "EC" or adjunct or (said and follows.letter != "Q" and not _that(unit, follows.first)):
        return before_verb(unit, group, follows, source)
    return after_verb(unit, group, follows, source)


def _that(unit: Unit, i: int) -> bool:
    """Whether the token is the conjunction that opens a content."""
    return i < len(unit) and unit.low[i] == "that"


def _source(unit: Unit, group: Group, found: list[Found]) -> Tokens | None:
    """The subject of a finite verb: before it, or that of the verb it is joined to."""
    before = group.first - 1
    if before >= 0 and unit.low[before] in {"and", "but", "or", "then"}:
        return _shared(unit, group, found)
    own = subject_before(unit, before)
    if own is None and before > 0 and unit.low[before] == ",":
        return _shared(unit, group, found) if found else None
    return own


def _shared(unit: Unit, group: Group, found: list[Found]) -> Tokens | None:
    """The source of the report before, or else the subject that opens the sentence."""
    if found and found[-1].source is not None:
        return found[-1].source
    if group.first == 0:
        return _main_subject(unit, group)
    opening = opening_subject(unit)
    return opening if opening is not None and opening[1] < group.first else None


def _main_subject(unit: Unit, group: Group) -> Tokens | None:
    """The subject after the comma that ends an opening participle (Noting that ..., Orlo said)."""
    for i in range(group.last + 1, len(unit) - 1):
        if unit.low[i] != "," and not unit.closes(i):
            continue
        for j in range(i + 1, min(len(unit), i + _FAR)):
            cue = cue_forms().get(unit.low[j])
            if cue is not None and cue.form in {"past", "s"} and not unit.capital(j):
                subject = subject_before(unit, j - 1)
                if subject is not None and subject[0] == i + 1:
                    return subject
                break
    return None


def _draft(unit: Unit, report: Found) -> Draft:
    """The report with its character offsets."""
    content = tuple(unit.span(first, last) for first, last in report.content)
    source = unit.span(*report.source) if report.source is not None else None
    return Draft(content, unit.span(*report.cue), source, report.speech)
