"""Downloads as ``acquisition.csv`` states them against the articles that were read, by outlet and database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediastudy.documents.records import Problem
from mediastudy.documents.sampling.sidecars import same_name, same_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


def compare_downloads(searches: pd.DataFrame, documents: pd.DataFrame, files: pd.DataFrame) -> list[Problem]:
    """What the searches state that the documents and files do not show, and the reverse.

    An outlet is compared within each database where the searches name one and the documents' ``host`` is known to be
    one of them, else as a whole; searches without an outlet are compared by their database. Sums with a number that is
    unknown are not compared.

    Examples
    --------
    >>> import pandas as pd
    >>> searches = pd.DataFrame({"outlet": ["Coast Daily"], "database": ["Factiva"], "downloaded": [3]})
    >>> documents = pd.DataFrame({"outlet": ["Coast Daily"] * 2, "host": ["Factiva"] * 2})
    >>> [found.detail for found in compare_downloads(searches, documents, pd.DataFrame({"found": [3]}))]
    ['3 downloaded, 2 read as documents (repeats and broken records are not among them)']
    """
    if not len(searches):
        return []
    hosts = [name for name in searches["database"].dropna().unique() if isinstance(name, str)]
    stated = searches.assign(outlet_key=same_names(searches["outlet"]), base_key=same_names(searches["database"]))
    read = documents[["outlet"]].assign(
        outlet_key=same_names(documents["outlet"]),
        base_key=documents["host"].map({host: _database(host, hosts) for host in documents["host"].dropna().unique()}),
    )
    return [*_by_outlet(stated, read), *_by_database(stated, read), *_strangers(stated, read), *_total(stated, files)]


def _database(host: str, databases: Iterable[str]) -> str | None:
    """The key of the database that a host is: the same name, or one whose words hold the other's."""
    key = same_name(host)
    keys = [same_name(name) for name in databases]
    if key in keys:
        return key
    near = {name for name in keys if set(name.split()) <= set(key.split()) or set(key.split()) <= set(name.split())}
    return near.pop() if len(near) == 1 else None


def _by_outlet(stated: pd.DataFrame, read: pd.DataFrame) -> list[Problem]:
    """Outlets whose downloads are not what was read of them."""
    problems: list[Problem] = []
    for key, rows in stated.groupby("outlet_key", sort=False):
        found = read[read["outlet_key"] == key]
        name = str(rows["outlet"].iloc[0])
        if not len(found):
            total = _sum(rows["downloaded"])
            if total != 0:
                said = "an unknown number of" if total is None else f"{total:,}"
                detail = f"{said} articles are said to have been downloaded, none was read; check how it is spelt"
                problems.append(Problem(name, "acquired_outlet_missing", detail))
        elif rows["base_key"].notna().all() and found["base_key"].isin(rows["base_key"]).all():
            for base, within in rows.groupby("base_key", sort=False):
                place = f"{name}, {within['database'].iloc[0]}"
                problems += _differing(place, _sum(within["downloaded"]), int((found["base_key"] == base).sum()))
        else:
            problems += _differing(name, _sum(rows["downloaded"]), len(found))
    return problems


def _by_database(stated: pd.DataFrame, read: pd.DataFrame) -> list[Problem]:
    """Databases searched without naming outlets whose downloads are not what was read from them."""
    problems: list[Problem] = []
    unnamed = stated[stated["outlet_key"].isna() & stated["base_key"].notna()]
    for base in unnamed["base_key"].unique():
        rows = stated[stated["base_key"] == base]
        count = int((read["base_key"] == base).sum())
        problems += _differing(str(rows["database"].iloc[0]), _sum(rows["downloaded"]), count)
    return problems


def _strangers(stated: pd.DataFrame, read: pd.DataFrame) -> list[Problem]:
    """Outlets of the documents that no search names, where every search names one."""
    if stated["outlet_key"].isna().any():
        return []
    counts = read[~read["outlet_key"].isin(stated["outlet_key"])]["outlet"].dropna().value_counts()
    return [
        Problem(str(outlet), "outlet_not_acquired", f"{count:,} read; no row of acquisition.csv names this outlet")
        for outlet, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    ]


def _total(stated: pd.DataFrame, files: pd.DataFrame) -> list[Problem]:
    """All downloads against all articles found in the files."""
    downloaded, found = _sum(stated["downloaded"]), int(files["found"].sum())
    if downloaded is None or downloaded == found:
        return []
    return [Problem("all rows", "acquisition_differs", f"{downloaded:,} downloaded, {found:,} found in the files")]


def _differing(place: str, downloaded: int | None, read: int) -> list[Problem]:
    """A problem if the two numbers are known and differ."""
    if downloaded is None or downloaded == read:
        return []
    detail = f"{downloaded:,} downloaded, {read:,} read as documents (repeats and broken records are not among them)"
    return [Problem(place, "acquisition_differs", detail)]


def _sum(counts: Any) -> int | None:
    """The sum of the counts, None if one of them is unknown."""
    return None if counts.isna().any() else int(counts.sum())
