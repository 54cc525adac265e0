"""A record of a database's export becomes an article: its body as the database gives it, only repaired.

A database has told headline, metadata and body apart already, so nothing is cut from the body: a dateline or an
agency that opens it is noted in its column and stays in the text. What the database prints around the body becomes a
piece each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.parts.datelines import dateline_of
from mediastudy.documents.parts.mojibake import mended
from mediastudy.documents.parts.paragraphs import repair
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Piece, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DIGITS: Final = re.compile(r"\d[\d.,\s]*")


def exported(
    fields: Mapping[str, str | None],
    paragraphs: Iterable[str],
    *,
    pieces: Iterable[tuple[str, str]] = (),
    problems: Iterable[Problem] = (),
) -> Article:
    r"""The article of one record.

    Parameters
    ----------
    fields
        Columns of documents (``title``, ``date_raw``, ``outlet``, ``byline``, ``section``, ``language``, ``host``,
        ``url``, ``captions`` ...) and those that exports have beside: ``record`` (the database's own number of it),
        ``edition``, ``pages``, ``length_stated`` (in words), ``load_date``, ``subjects`` and ``abstract`` (which is no
        body). What the record does not state is left out or None.
    paragraphs
        The body, one string a paragraph, hard-wrapped lines joined already.
    pieces
        What stood around the body and is in no column, as (kind, text): ``("metadata", "SUBJECT: Ports")``.
    problems
        What was not read as hoped in this record.

    Examples
    --------
    >>> article = exported({"title": "Harbour opens"}, ["PORTO ALBA, May 3 (Coast) -- Ships", "came."])
    >>> article.fields["text"], article.fields["dateline"]
    ('PORTO ALBA, May 3 (Coast) -- Ships\n\ncame.', 'PORTO ALBA, May 3')
    """
    told = {name: repair(value) for name, value in fields.items() if value}
    printed = list(paragraphs)
    body = [paragraph for paragraph in map(repair, printed) if paragraph]
    wrong = sum(mended(paragraph) != paragraph for paragraph in printed)
    detail = f"characters decoded wrongly before were mended in {wrong} of {len(printed)} paragraphs"
    repaired = [Problem("", "repaired_encoding", detail)] if wrong else []
    found = dateline_of(body[0]) if body else None
    noted = {"dateline": found.text, "agency": found.agency} if found else {}
    row: dict[str, Any] = {name: value for name, value in (noted | told).items() if value}
    around = [Piece(*piece) for piece in pieces]
    return Article(row | {"text": "\n\n".join(body)}, around, [*problems, *repaired], verbatim=True)


def gathered(outcomes: Iterable[tuple[str, Article | str]], *, none: str, problems: Iterable[Problem] = ()) -> Articles:
    """The articles of a file's records; a record that holds none is a problem of its own.

    Parameters
    ----------
    outcomes
        For each record its place, and its article or why it holds none.
    none
        What is said of a file without any article.
    problems
        What was not read as hoped before.

    Raises
    ------
    Unreadable
        ``no_articles`` if no record holds one.

    Examples
    --------
    >>> article = exported({"title": "Harbour opens"}, ["Ships came."])
    >>> found = gathered([("line 1", article), ("line 9", "it is empty; left out")], none="it holds nothing")
    >>> found.places, found.broken, found.problems[0].place
    (['line 1'], 1, 'line 9')
    """
    told = list(outcomes)
    kept = [(place, outcome) for place, outcome in told if not isinstance(outcome, str)]
    if not kept:
        problem = "no_articles"
        raise Unreadable(problem, none)
    broken = [Problem(place, "broken_record", outcome) for place, outcome in told if isinstance(outcome, str)]
    articles, places = [article for _, article in kept], [place for place, _ in kept]
    return Articles(articles, [*problems, *broken], broken=len(broken), places=places)


def number_in(text: str) -> str | None:
    """The digits of the first whole number in a text (``1,234 words`` has 1234), or None.

    Examples
    --------
    >>> number_in("LENGTH: 1,234 words"), number_in("LENGTH: unknown")
    ('1234', None)
    """
    match = _DIGITS.search(text)
    return re.sub(r"\D", "", match.group()) if match else None
