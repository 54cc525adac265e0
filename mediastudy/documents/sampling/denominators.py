"""``denominators.csv``: how many articles each outlet published in a period, and who says so.

One row an outlet and period, beside the raw data; periods of one outlet must not overlap::

    outlet,period,articles,citation
    Coast Daily,1994,18250,Yearbook of the Coast Press 1995 p. 12
    Coast Daily,1995Q1,4410,own count of the microfilm
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy.documents.records import Problem
from mediastudy.documents.sampling.calendar_spans import span_of
from mediastudy.documents.sampling.sidecars import Sidecar, Told, counts, read_sidecar, same_names

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "denominators.csv"
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "outlet": ("outlet", "newspaper", "publication", "medium", "source"),
    "period": ("period", "date", "year", "month", "time"),
    "articles": ("articles", "articles_published", "published", "documents", "total", "count"),
    "citation": ("citation", "source_of_count", "reference", "cited", "cite", "origin"),
}


def read_denominators(raw: str | Path) -> tuple[pd.DataFrame, list[Told]]:
    r"""How many articles were published, as ``denominators.csv`` has it, and the problems in it.

    Parameters
    ----------
    raw
        The folder of raw data (the file lies in it or one folder above), or a raw file.

    Returns
    -------
    tuple
        One row an outlet and period: ``outlet``, ``period`` (as written), ``first`` and ``last`` (its days, missing if
        the period can't be read), ``articles`` (missing if unknown), ``citation``; no rows if there is no such file.
        Then the problems, each with the file's name.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> lines = "outlet,period,articles,citation\nCoast Daily,1994,900,Yearbook\nCoast Daily,1994-03,80,Yearbook\n"
    >>> _ = (folder / "denominators.csv").write_text(lines, encoding="utf-8")
    >>> table, problems = read_denominators(folder)
    >>> table["articles"].tolist(), problems[0][1].problem
    ([900, 80], 'overlapping_denominators')
    """
    sidecar = read_sidecar(raw, NAME, NAMES)
    articles, wrong = counts(sidecar, "articles", file=NAME)
    spans = [span_of(cell) if isinstance(cell, str) else None for cell in sidecar.rows["period"].array]
    table = pd.DataFrame(
        {
            "outlet": sidecar.rows["outlet"],
            "period": sidecar.rows["period"],
            "first": pd.Series([span.first if span else None for span in spans], dtype="datetime64[us]"),
            "last": pd.Series([span.last if span else None for span in spans], dtype="datetime64[us]"),
            "articles": articles,
            "citation": sidecar.rows["citation"],
        }
    )
    return table, [*sidecar.problems, *wrong, *_incomplete(table, sidecar), *_overlaps(table, sidecar.places)]


def _incomplete(table: pd.DataFrame, sidecar: Sidecar) -> list[Told]:
    """The rows that lack what they need to be used, or a citation."""
    problems = []
    entries: list[Any] = list(table.itertuples())
    for place, row in zip(sidecar.places, entries, strict=True):
        if not isinstance(row.outlet, str):
            problems.append(Problem(place, "missing_outlet", "no outlet is named; the row is compared with nothing"))
        if pd.isna(row.first):
            detail = f"period is {row.period!r}; write 1994, 1994Q1, 1994-03, 1994-W05, 1994-03-05 or 1994 to 1996"
            problems.append(Problem(place, "unreadable_period", detail if isinstance(row.period, str) else "no period"))
        if not isinstance(row.citation, str):
            problems.append(Problem(place, "missing_citation", "no citation says where the number is from; kept"))
    return [(NAME, problem) for problem in problems]


def _overlaps(table: pd.DataFrame, places: list[str]) -> list[Told]:
    """The rows whose period another row of the same outlet holds already, in whole or in part."""
    usable = table.assign(place=places, key=same_names(table["outlet"]))
    usable = usable.dropna(subset=["key", "first"]).sort_values(["key", "first", "last"], ascending=[True, True, False])
    problems = []
    for _, rows in usable.groupby("key"):
        before: Any = None
        entries: list[Any] = list(rows.itertuples())
        for row in entries:
            if before is not None and row.first <= before.last:
                same = (row.first, row.last) == (before.first, before.last)
                name = "repeated_denominator" if same else "overlapping_denominators"
                detail = (
                    f"{row.outlet}, {row.period}: {before.place} has {before.period} already; both kept, don't add up"
                )
                problems.append((NAME, Problem(str(row.place), name, detail)))
            before = row if before is None or row.last > before.last else before
    return problems
