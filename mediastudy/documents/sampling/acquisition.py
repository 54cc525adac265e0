"""``acquisition.csv``: which searches brought the articles, what each found, and what was downloaded of it.

One row a search, beside the raw data; every column is optional::

    outlet,database,query,date_of_search,hits,downloaded,excluded,reason
    Coast Daily,Factiva,harbour AND (strike OR walkout),2024-05-02,412,398,14,letters to the editor
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from mediastudy.documents.dates import parse_dates
from mediastudy.documents.records import Problem
from mediastudy.documents.sampling.sidecars import Sidecar, Told, counts, read_sidecar

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "acquisition.csv"
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "outlet": ("outlet", "newspaper", "publication", "medium", "source"),
    "database": ("database", "host", "db", "archive"),
    "query": ("query", "exact_query", "search", "search_query", "search_string", "search_terms"),
    "date_of_search": ("date_of_search", "search_date", "searched", "searched_on", "date"),
    "hits": ("hits", "hits_reported", "results", "results_reported"),
    "downloaded": ("downloaded", "downloads", "articles_downloaded"),
    "excluded": ("excluded", "articles_excluded"),
    "reason": ("reason", "reasons", "why", "excluded_why", "reason_excluded", "exclusion_reason"),
}
_COUNTS: Final = ("hits", "downloaded", "excluded")


def read_acquisition(raw: str | Path) -> tuple[pd.DataFrame, list[Told]]:
    r"""The searches that ``acquisition.csv`` lists, and the problems in it.

    Parameters
    ----------
    raw
        The folder of raw data (the file lies in it or one folder above), or a raw file.

    Returns
    -------
    tuple
        One row a search: ``outlet``, ``database``, ``query``, ``date_of_search`` (missing unless it states a day),
        ``hits``, ``downloaded``, ``excluded`` (missing where unknown), ``reason``; no rows if there is no such file.
        Then the problems, each with the file's name.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> lines = "Outlet,Hits reported,Downloaded\nCoast Daily,412,500\n"
    >>> _ = (folder / "acquisition.csv").write_text(lines, encoding="utf-8")
    >>> table, problems = read_acquisition(folder)
    >>> table[["outlet", "hits", "downloaded"]].values.tolist(), problems[0][1].problem
    ([['Coast Daily', 412, 500]], 'downloaded_exceeds_hits')
    """
    sidecar = read_sidecar(raw, NAME, NAMES)
    problems = list(sidecar.problems)
    numbers: dict[str, pd.Series[int]] = {}
    for column in _COUNTS:
        numbers[column], found = counts(sidecar, column, file=NAME)
        problems += found
    dates, found = _search_dates(sidecar)
    table = sidecar.rows.assign(**numbers, date_of_search=dates)
    return table, [*problems, *found, *_contradictions(table, sidecar.places)]


def _search_dates(sidecar: Sidecar) -> tuple[pd.Series, list[Told]]:
    """The days of the searches; what states none is a problem and stays missing."""
    days = parse_dates(sidecar.rows["date_of_search"])
    precise = days["date_precision"].eq("day")
    problems = []
    for row, (place, raw) in enumerate(zip(sidecar.places, sidecar.rows["date_of_search"].array, strict=True)):
        problem = days["problem"].iloc[row] if isinstance(days["problem"].iloc[row], str) else None
        if isinstance(raw, str) and (problem or not precise.iloc[row]):
            kept = "kept" if precise.iloc[row] else "taken as unknown. Write the day as 2024-05-02"
            detail = f"date_of_search is {raw!r}; {kept}"
            problems.append((NAME, Problem(place, problem or "imprecise_date", detail)))
    return days["date"].where(precise), problems


def _contradictions(table: pd.DataFrame, places: list[str]) -> list[Told]:
    """The rows whose numbers do not agree with each other."""
    problems = []
    for place, row in zip(places, table.itertuples(), strict=True):
        stated = {name: int(value) for name in _COUNTS if not pd.isna(value := getattr(row, name))}
        hits, downloaded = stated.get("hits"), stated.get("downloaded")
        if hits is not None and downloaded is not None and downloaded > hits:
            detail = f"{downloaded:,} downloaded of {hits:,} hits; kept as stated"
            problems.append((NAME, Problem(place, "downloaded_exceeds_hits", detail)))
        elif len(stated) == len(_COUNTS) and hits != stated["downloaded"] + stated["excluded"]:
            detail = (
                f"{hits:,} hits are not {downloaded:,} downloaded and {stated['excluded']:,} excluded; kept as stated"
            )
            problems.append((NAME, Problem(place, "hits_differ", detail)))
    return problems
