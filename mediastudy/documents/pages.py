"""Cleaned articles as rows of documents: file name, date and agency settled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.dates import Day, numeric_order, parse_date
from mediastudy.documents.dating.datecolumn import ADVICE
from mediastudy.documents.dating.filenames import from_filename
from mediastudy.documents.records import Problem
from mediastudy.documents.wirecredits import agency_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Article

_LETTER: Final = re.compile(r"[^\W_]")


def to_rows(
    articles: Sequence[Article], places: Sequence[str], *, name: str, order: str | None = None
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The rows of documents for the articles of one file, and the problems met.

    Parameters
    ----------
    articles, places
        The articles and where each stood in the file.
    name
        The file's name, which may say what an article doesn't (if the file holds one article only, and is no
        database's: that would be named after the day of the search).
    order
        The order of day and month in numeric dates; without it the articles' own dates decide.

    Examples
    --------
    >>> from mediastudy.documents.records import Article
    >>> rows, problems = to_rows([Article({"text": "One."}, [], [])], [""], name="2024-08_coast_opening.txt")
    >>> rows[0]["date_precision"], rows[0]["outlet"], problems
    ('month', 'coast', [])
    """
    alone = len(articles) == 1 and not (articles[0].verbatim and articles[0].fields.get("host"))
    stated = from_filename(name) if alone else {}
    order = order or numeric_order([str(article.fields.get("date_raw") or "") for article in articles])
    rows, problems = [], []
    for article, place in zip(articles, places, strict=True):
        row, found = _row(article, stated, order)
        rows.append(row)
        problems += [Problem(place or problem.place, *problem[1:]) for problem in (*article.problems, *found)]
    return rows, problems


def _row(article: Article, stated: dict[str, str], order: str | None) -> tuple[dict[str, Any], list[Problem]]:
    """One row, completed from the file's name; a dateline's date serves only where nothing else has one."""
    fields = {name: value for name, value in article.fields.items() if value or name == "text"}
    dateline_date = fields.pop("dateline_date", None)
    problems: list[Problem] = []
    day = _first_date([fields.get("date_raw"), stated.get("date_raw"), dateline_date], order, problems)
    row = stated | {"date_raw": None} | fields | day
    row["agency"] = agency_of(row)
    if not row.get("text", "").strip():
        problems.append(Problem("", "empty_text", "kept without text"))
    elif not _LETTER.search(row["text"]):
        problems.append(Problem("", "no_words", "not a letter or digit in its text; kept"))
    return row, problems


def _first_date(candidates: list[str | None], order: str | None, problems: list[Problem]) -> dict[str, Any]:
    """The first of the date strings that is a date; the string as printed is kept even if none is."""
    printed: str | None = None
    for raw in candidates:
        if not raw:
            continue
        day: Day = parse_date(raw, order=order)
        if day.problem:
            problems.append(Problem("", day.problem, f"{raw!r}: {ADVICE[day.problem]}"))
        if day.date:
            return {"date": day.date, "date_raw": raw, "date_precision": day.precision}
        printed = printed or raw
    return {"date": None, "date_raw": printed, "date_precision": "none"}
