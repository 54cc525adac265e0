"""What the records of LexisNexis and Nexis Uni share: the slot of the date, the terms that close them, the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dates import find_dates
from mediastudy.documents.records import Problem
from mediastudy.documents.vendors.exports import exported
from mediastudy.documents.vendors.nexislabels import Label, columns_of, heading, is_copyright, is_link, labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article

_WEEKDAYS: Final = 2  # words that may stand before a date: a weekday, an article
_YEAR: Final = re.compile(r"\b(?:1[789]|20)\d{2}\b")
_LONGEST_DATE: Final = 120
_SURE: Final = frozenset(("language", "load_date", "subjects", "captions"))
_SURE_NAMES: Final = re.compile(
    r"correction-date|(?:publication|pub|document)[ -]type"
    r"|type[ -]publication|publikation\w*|journal[ -]code|zeitungs-code"
    r"|organi[sz]ation|compan(?:y|ies)|firma|société|societe|person(?:en)?|geographi[ce]|localisation-geo|industry|branche"
    r"|ticker|issn|country|state|city|secteur-activite|symbole-boursier|publicatietype",
    re.IGNORECASE,
)
_OPENING: Final = frozenset(
    ("section", "length_stated", "byline", "abstract", "dateline", "edition", "captions", "url")
)
_GOING_ON: Final = frozenset(("captions", "correction"))
_MANY_LINES: Final = ("abstract", "byline", "dateline", "section")  # what may go on below its line
_MOST_LINES: Final = 12
_AFTERWORD: Final = 200
_FEW: Final = 3


class Closing(NamedTuple):
    """What closes a record: where it begins among the blocks, its labels, its notices of rights, the rest."""

    start: int
    labels: list[Label]
    rights: list[str]
    rest: list[str]


class Draft(NamedTuple):
    """A record told apart: its columns so far, its labels, its body, the notices of rights and the rest around it."""

    fields: dict[str, str | None]
    labels: list[Label]
    body: list[str]
    rights: list[str]
    rest: list[str]


def opens(label: Label | None) -> bool:
    """Whether a label is one that stands above bodies.

    Examples
    --------
    >>> opens(Label("Length", "length_stated", "3 words")), opens(Label("Load-Date", "load_date", ""))
    (True, False)
    """
    return label is not None and label.column in _OPENING


def closes(label: Label | None) -> bool:
    """Whether a label is one that stands below bodies.

    Examples
    --------
    >>> closes(Label("Length", "length_stated", "3 words")), closes(Label("Load-Date", "load_date", ""))
    (False, True)
    """
    return label is not None and (label.column in _SURE or bool(_SURE_NAMES.fullmatch(label.name)))


def is_dated(line: str) -> bool:
    """Whether a line opens with a date, a weekday before it allowed.

    Examples
    --------
    >>> is_dated("July 1, 2019 Monday 9:20 AM GMT"), is_dated("Donnerstag, 4. Juli 2019")
    (True, True)
    >>> is_dated("What the council decided on July 1, 2019")
    False
    """
    if len(line) > _LONGEST_DATE:
        return False
    found = find_dates(line)
    before = line[: found[0].start] if found else ""
    return bool(found) and len(before.split()) <= _WEEKDAYS and not any(map(str.isdigit, before))


def names_year(line: str) -> bool:
    """Whether a short line names a year, as a season or a span of days does (``Summer 2019``).

    Examples
    --------
    >>> names_year("Summer 2019"), names_year("Harbour opens")
    (True, False)
    """
    return len(line) <= _LONGEST_DATE // 2 and bool(_YEAR.search(line))


def closing(blocks: Sequence[str], *, start: int, capitals: bool) -> Closing:
    """What closes a record below its body, found from the end upwards.

    Parameters
    ----------
    blocks
        The blocks of text of the record.
    start
        The block at which the body begins.
    capitals
        Whether labels stand in capitals; where they don't, only terms that no body has count.

    Examples
    --------
    >>> closing(["Ships came.", "LOAD-DATE: May 3, 2019"], start=0, capitals=True).start
    1
    """
    first = len(blocks)
    for place in range(len(blocks) - 1, start - 1, -1):
        between = blocks[place + 1 : first]
        if is_copyright(blocks[place]):
            belongs = len(between) <= _FEW and all(len(block) <= _AFTERWORD for block in between)
        else:
            label = _closing_label(blocks[place], capitals=capitals)
            belongs = label is not None and _goes_on(label, between, last=first == len(blocks))
        if belongs:
            first = place
        elif first - place > _MOST_LINES:
            break
    return _told_apart(blocks, first, capitals=capitals)


def _closing_label(block: str, *, capitals: bool) -> Label | None:
    """The label of a block, if it is one that stands below a body."""
    label = labelled(block, capitals=capitals)
    if capitals:
        return label
    return label if label and closes(label) and not label.name.isupper() else heading(block)


def _goes_on(label: Label, between: Sequence[str], *, last: bool) -> bool:
    """Whether unlabelled blocks between a label and the next belong to it."""
    if not between:
        return True
    if label.column in _GOING_ON:
        return len(between) <= _MOST_LINES
    if not label.value and len(between) == 1:
        return True
    return last and label.column in _SURE and len(between) <= _FEW and all(len(text) <= _AFTERWORD for text in between)


def _told_apart(blocks: Sequence[str], first: int, *, capitals: bool) -> Closing:
    """The closing blocks as labels, notices of rights and the rest; a value may stand below its label."""
    labels: list[Label] = []
    rights, rest = [], []
    for block in blocks[first:]:
        label = labelled(block, capitals=capitals) or heading(block)
        headed = bool(labels) and not capitals and labels[-1].column in _GOING_ON
        if is_copyright(block):
            rights.append(block)
        elif label and not (headed and not closes(label) and not heading(block)):
            labels.append(label)
        elif labels and not rights and (not labels[-1].value or labels[-1].column in _GOING_ON):
            labels[-1] = labels[-1]._replace(value=f"{labels[-1].value}\n{block}".strip())
        else:
            rest.append(block)
    return Closing(first, labels, rights, rest)


def opening_labels(blocks: Sequence[str], *, capitals: bool) -> tuple[list[Label], list[str], list[str]]:
    """The labels above a body, the notices of rights among them, and the rest; a value may stand below its label.

    Examples
    --------
    >>> opening_labels(["SECTION:", "News; Pg. 4", "LENGTH: 20 words"], capitals=True)[0][0].value
    'News; Pg. 4'
    """
    labels: list[Label] = []
    rights, rest = [], []
    going_on = ("abstract",) if capitals else _MANY_LINES
    for block in blocks:
        label = labelled(block, capitals=capitals)
        if label:
            labels.append(label)
        elif is_copyright(block):
            rights.append(block)
        elif is_link(block):
            rest.append(block)
        elif labels and (not labels[-1].value or labels[-1].column in going_on):
            labels[-1] = labels[-1]._replace(value=f"{labels[-1].value} {block}".strip())
        else:
            rest.append(block)
    return labels, rights, rest


def finished(draft: Draft, *, problems: Sequence[Problem] = ()) -> Article:
    """The article of a record; what has no column becomes a piece.

    Examples
    --------
    >>> labels = [Label("LENGTH", "length_stated", "2 words")]
    >>> draft = Draft({"title": "Harbour opens"}, labels, ["Ships came."], [], [])
    >>> finished(draft).fields["length_stated"], finished(draft).fields["text"]
    ('2', 'Ships came.')
    """
    stated = columns_of(draft.labels)
    fields = {name: value or stated.get(name) for name, value in (stated | draft.fields).items()}
    kept = {label.column for label in draft.labels if label.column in fields}
    pieces = [
        ("metadata", f"{label.name}: {label.value}")
        for label in draft.labels
        if label.column not in kept and label.value
    ]
    pieces += [("metadata", text) for text in draft.rest] + [("copyright", text) for text in draft.rights]
    found = list(problems)
    if not any(draft.body):
        found.append(Problem("", "no_full_text", "the record states no text of the article"))
    return exported(fields, draft.body, pieces=pieces, problems=found)
