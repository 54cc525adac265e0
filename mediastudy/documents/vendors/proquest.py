"""What ProQuest's exports have in common: how their labelled values make an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.dates import find_dates
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Problem
from mediastudy.documents.vendors.exports import exported, number_in
from mediastudy.documents.vendors.language_names import coded_language
from mediastudy.documents.vendors.proquest_labels import interface_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article

HOST: Final = "ProQuest"
_NOTHING: Final = re.compile(r"(?:full ?text |abstract )?(?:none|not) ?available.{0,40}", re.IGNORECASE)
_COUNT: Final = re.compile(r"Do[ck]ument[oe]? (\d+) (?:of|von|de|sur) (\d+)\.?", re.IGNORECASE)
_FOOT: Final = re.compile(
    r"(?:Database )?copyright (?:©|\(c\)) ?\d{4} ProQuest|Contact us at:|Contact ProQuest|Terms and Conditions|"
    r"Bibliography$|Citation style:",
    re.IGNORECASE,
)
# What stands below the text of an article that was printed with a picture.
_CAPTION: Final = re.compile(r"(?:Illustration|Photograph|Photo|Image|Graphic)?[ :]*Caption: ?(.*)", re.DOTALL)
_PICTURE: Final = re.compile(r"(?:Illustration|Photograph|Photo|Image|Graphic)[: ]*")
_EDITION: Final = re.compile(r"\s*[,;]\s*([^,;]*\bedition\b[^;]*)$", re.IGNORECASE)


class Info(NamedTuple):
    """What a line ``Publication info`` states."""

    outlet: str | None
    date_raw: str | None
    pages: str | None


class Entry(NamedTuple):
    """One label of a record with its value, a string a paragraph; ``field`` is its column, or empty.

    What stands between the title and the first label has an empty label.
    """

    label: str
    field: str
    paragraphs: list[str]


def counted(text: str) -> int | None:
    """How many records a line ``Document 1 of 20`` says there are; None if it is no such line.

    Examples
    --------
    >>> counted("Document 1 of 20"), counted("Document 1 of 20 was lost.")
    (20, None)
    """
    match = _COUNT.fullmatch(text.strip())
    return int(match[2]) if match else None


def is_foot(text: str) -> bool:
    """Whether a paragraph opens what ProQuest prints below the last record.

    Examples
    --------
    >>> is_foot("Database copyright © 2020 ProQuest LLC. All rights reserved."), is_foot("Copyright law changed.")
    (True, False)
    """
    return bool(_FOOT.match(text))


def publication_info(line: str) -> Info:
    """Outlet, date and pages of a line ``Publication info``.

    Examples
    --------
    >>> publication_info("Coast Daily ; Porto Alba, N.L. [Porto Alba, N.L]08 May 2010: AA.2.")
    Info(outlet='Coast Daily', date_raw='08 May 2010', pages='AA.2')
    """
    outlet, _, rest = line.partition(";")
    tail = rest.rpartition("]")[2] if "]" in rest else rest
    found = find_dates(tail)
    if not found:
        return Info(outlet.strip() or None if rest else None, None, None)
    pages = re.match(r"\)?\s*:\s*(.+?)\.?$", tail[found[-1].end :].strip())
    return Info(outlet.strip(" ,") or None, tail[found[-1].start : found[-1].end].strip(), pages[1] if pages else None)


def outlet_and_edition(stated: str) -> tuple[str, str | None]:
    """The name of a publication without its place, and its edition where one is named.

    Examples
    --------
    >>> outlet_and_edition("Coast Daily, Late Edition (East); Porto Alba, N.L.")
    ('Coast Daily', 'Late Edition (East)')
    """
    name = stated.split(";", maxsplit=1)[0].strip(" ,")
    edition = _EDITION.search(name)
    return (name[: edition.start()].strip(" ,"), edition[1].strip()) if edition else (name, None)


def to_article(heading: str, entries: Sequence[Entry], *, length: str | None = None) -> Article | None:
    """The article of a record: its heading, its labelled values, the length it states; None if it says nothing.

    Examples
    --------
    >>> article = to_article("Harbour opens", [Entry("Full text", "text", ["Ships came."])])
    >>> article.fields["title"], article.fields["text"], article.fields["host"]
    ('Harbour opens', 'Ships came.', 'ProQuest')
    """
    values: dict[str, list[str]] = {}
    pieces: list[tuple[str, str]] = []
    for label, field, paragraphs in entries:
        said = [paragraph for paragraph in paragraphs if not _NOTHING.fullmatch(paragraph.strip())]
        if field in {"", "copyright", "info"} or (field in values and field != "title"):
            kind = "copyright" if field == "copyright" else "metadata"
            pieces += [(kind, f"{label}: {' '.join(said)}" if label else " ".join(said))] if said else []
        if said and field:
            values.setdefault(field, said)
    body, captions = _without_captions(values.pop("text", []))
    values |= {"captions": captions} if captions else {}
    fields = _fields(heading, {field: " ".join(said) for field, said in values.items()}, pieces)
    if not body and not fields["title"]:
        return None
    problems = [] if body else [Problem("", "no_full_text", "the record has no full text; it was kept without")]
    fields["length_stated"] = number_in(length or fields.get("length_stated") or "")
    return exported(fields, body, pieces=pieces, problems=problems)


def as_articles(
    found: list[Article], problems: Sequence[Problem], *, announced: set[int], labels: Sequence[str]
) -> Articles:
    """The outcome of an export: its articles, and how many it announces if it says one number throughout.

    Raises
    ------
    Unreadable
        ``no_articles`` if there are none.

    Examples
    --------
    >>> article = to_article("Harbour opens", [Entry("Full text", "text", ["Ships came."])])
    >>> as_articles([article], [], announced={20}, labels=["Full text"]).announced
    20
    """
    if not found:
        problem = "no_articles"
        raise Unreadable(problem, "it looks like an export of ProQuest, but no record with a title is in it")
    broken = sum(problem.problem == "broken_record" for problem in problems)
    total = next(iter(announced)) if len(announced) == 1 else None
    return Articles(found, list(problems), total, broken, interface_of(labels))


def _without_captions(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The paragraphs without the captions that stand below them, and the captions."""
    body, captions = list(paragraphs), []
    while body and (caption := _CAPTION.fullmatch(body[-1]) or _PICTURE.fullmatch(body[-1])):
        captions += [caption[1]] if caption.re is _CAPTION else []
        body.pop()
    return body, captions[::-1]


def _credited(pieces: Sequence[tuple[str, str]], outlet: str) -> tuple[str | None, str | None]:
    """The byline that a line of citation gives before the outlet, and the agency that a credit names."""
    texts = [text for kind, text in pieces if kind == "metadata"]
    before = (text.partition(f". {outlet}") for text in texts if outlet and f". {outlet}" in text)
    byline = next((author for author, _, _ in before if ":" not in author), None)
    credits_ = (text.partition(": ")[2] for text in texts if text.startswith("Credit: "))
    return byline, next(filter(None, map(agency_name, credits_)), None)


def _fields(heading: str, values: dict[str, str], pieces: list[tuple[str, str]]) -> dict[str, Any]:
    """The columns of a record from its values, completed from ``Publication info``."""
    info = publication_info(values.pop("info", ""))
    values.pop("copyright", None)
    outlet, edition = outlet_and_edition(values.get("outlet") or info.outlet or "")
    language = coded_language(values["language"].split(";")[0]) if "language" in values else None
    if "language" in values and not language:
        pieces.append(("metadata", f"Language: {values['language']}"))
    if values.get("byline") == "Anonymous":  # ProQuest's word for an article without a byline
        pieces.append(("metadata", f"Author: {values.pop('byline')}"))
    byline, agency = _credited(pieces, outlet)
    return values | {
        "byline": values.get("byline") or byline,
        "agency": None if values.get("byline") else agency,
        "title": heading or values.get("title"),
        "outlet": outlet,
        "edition": values.get("edition") or edition,
        "date_raw": values.get("date_raw") or info.date_raw,
        "pages": values.get("pages") or info.pages,
        "language": language,
        "host": HOST,
    }
