"""RIS, the tagged records that ProQuest and most databases export for reference managers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.dates import parse_date
from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.language import language_code
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.exports import exported, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.documents.records import Article, Source

NAME: Final = "ris"
_TAG: Final = re.compile(r"[ \t]*([A-Z][A-Z0-9])([ \t]{1,2})-(?:[ \t](.*)|(.*))$")
_OPENING: Final = re.compile(r"^[ \t]*TY[ \t]{1,2}- ?[A-Z]{3,6}[ \t]*\r?$", re.MULTILINE)
_TAGGED: Final = re.compile(r"^[ \t]*[A-Z][A-Z0-9][ \t]{1,2}-(?:[ \t\r]|$)", re.MULTILINE)
_FULL_TEXT: Final = re.compile(r"(?:full ?text|volltext|texte intégral|texto completo)\s*[:-]\s*", re.IGNORECASE)
_NOTE: Final = re.compile(r"[^\W\d_][\w /]{1,40} ?[-:] ")
_TAGS_NEEDED: Final = 3
_LONG_NOTE: Final = 150
_PRECISION: Final = {"day": 3, "month": 2, "year": 1, "none": 0}
# For each column the tags that may state it, the first that does wins.
_COLUMNS: Final = {
    "title": "TI T1 CT",
    "outlet": "JF T2 JO BT JA J2 J1",
    "section": "SE M2",
    "url": "UR LK L2",
    "record": "AN ID",
    "edition": "ET",
}
_USED: Final = frozenset("TY ER TI T1 AU A1 A2 DA Y1 PY AB N2 N1 KW LA SP EP DB DP".split())  # noqa: SIM905


class _Record(NamedTuple):
    """One record: the line it starts on, its tags with their values, whether it was ended, what follows a tag."""

    line: int
    tags: dict[str, list[str]]
    ended: bool
    gap: str = "  "


def sniff(source: Source) -> float:
    """Sure of a text in which a record is opened and several lines bear tags."""
    head = head_of(source.data)
    return 0.97 if _OPENING.search(head) and len(_TAGGED.findall(head)) >= _TAGS_NEEDED else 0.0


def read(source: Source) -> Articles:
    r"""The records of the file.

    Raises
    ------
    Unreadable
        If the file holds no text, or no record with a title.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> reading = read(Source("a.ris", ".ris", b"TY  - NEWS\nTI  - Harbour opens\nT2  - Coast Daily\nER  - \n"))
    >>> reading.articles[0].fields["outlet"]
    'Coast Daily'
    """
    text, problems = text_in(source.data)
    why = "a record without a title and without a text; left out"
    outcomes = ((f"line {record.line}", _article(record) or why) for record in _records(text))
    return gathered(outcomes, none="it looks like RIS, but no record with a title is in it", problems=problems)


def _records(text: str) -> Iterator[_Record]:
    """The records of a text: from one opening to the end mark, or to the next opening where that is missing."""
    record: _Record | None = None
    values: list[str] = []
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        match = _tag(line, record)
        tag = match[1] if match else None
        if record and tag in {"TY", "ER"}:
            yield record._replace(ended=tag == "ER")
            record = None
        if match and tag == "TY":
            record = _Record(number, {}, ended=False, gap=match[2])
        if record is None:
            continue
        if match:
            values = record.tags.setdefault(match[1], [])
            values.append((match[3] or match[4] or "").strip())
        elif values:
            # A keyword may go on as a list; any other value goes on as text.
            values[-1] += f"\n{line.strip()}"
    if record:
        yield record


def _tag(line: str, record: _Record | None) -> re.Match[str] | None:
    """The tag that opens a line, set off as those of its record are: ``UK - where ships go`` is text elsewhere."""
    match = _TAG.match(line)
    if match is None:
        return None
    if match[1] == "TY":
        return match if re.fullmatch(r"[A-Z]{3,6}", (match[3] or match[4] or "").strip()) else None
    if match[1] == "ER":
        return match if not (match[3] or match[4] or "").strip() else None
    return match if record and match[2] == record.gap and (match[4] in {None, ""} or len(match[2]) > 1) else None


def _article(record: _Record) -> Article | None:
    """The article of one record, or None if it says nothing."""
    tags = {tag: [value for value in values if value.strip()] for tag, values in record.tags.items()}
    fields: dict[str, str | None] = {column: _first(tags, order) for column, order in _COLUMNS.items()}
    body, problems = _body(tags)
    if not fields["title"] and not body:
        return None
    if not record.ended:
        problems.append(Problem("", "record_not_ended", "the record has no end mark; what there is of it was read"))
    keywords = [part for value in tags.get("KW", []) for part in re.split(r"\n|;\s", value)]
    fields |= {
        "byline": "; ".join(tags.get("AU", []) or tags.get("A1", [])),
        "date_raw": _date(tags),
        "pages": "-".join(_first(tags, tag) for tag in ("SP", "EP") if _first(tags, tag)),
        "language": language_code(_first(tags, "LA")),
        "subjects": "; ".join(filter(None, map(str.strip, keywords))),
        "abstract": " ".join(_first(tags, "AB N2").split()),
        "host": _host(tags),
    }
    columns = {tag for order in _COLUMNS.values() for tag in order.split()}
    rest = [
        (tag, value) for tag, values in tags.items() if tag not in _USED | columns or tag == "N1" for value in values
    ]
    pieces = [("metadata", f"{tag}: {value}") for tag, value in rest if " ".join(body) not in value or not body]
    return exported(fields, body, pieces=pieces, problems=problems)


def _first(tags: dict[str, list[str]], order: str) -> str:
    """The first value of the first of these tags that has one."""
    return next((values[0] for tag in order.split() if (values := tags.get(tag))), "")


def _date(tags: dict[str, list[str]]) -> str:
    """The date as the record states it most precisely, without the slashes that stand for what it leaves out."""
    stated = [re.sub(r"/+$", "", value) for tag in ("DA", "Y1", "PY") for value in tags.get(tag, [])]
    named = [re.sub(r"^(\d{4})[ /]([^\W\d_]{3,})\.?[ /](\d{1,2})$", r"\3 \2 \1", value) for value in stated]
    return max(named, key=lambda value: _PRECISION[parse_date(value).precision], default="")


def _host(tags: dict[str, list[str]]) -> str | None:
    """The database that the record comes from, by its provider."""
    named = [value for tag in ("DP", "DB") for value in tags.get(tag, [])]
    return "ProQuest" if any("proquest" in value.casefold() for value in named) else next(iter(named), None)


def _body(tags: dict[str, list[str]]) -> tuple[list[str], list[Problem]]:
    """The full text, where a note holds it: an abstract is none."""
    for note in tags.get("N1", []):
        label = _FULL_TEXT.match(note)
        if label:
            return [paragraph.text for paragraph in paragraphs(note[label.end() :])], []
        if len(note.split()) >= _LONG_NOTE and not _NOTE.match(note):
            problem = Problem("", "text_from_notes", "a long note (N1) was taken for the text; nothing labels it so")
            return [paragraph.text for paragraph in paragraphs(note)], [problem]
    return [], [Problem("", "no_full_text", "the record has no full text; it was kept without")]
