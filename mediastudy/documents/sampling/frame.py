"""The sampling frame of a study: what it states, and whether that fits what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy.documents.outlets import normalised
from mediastudy.documents.records import Problem
from mediastudy.documents.sampling import acquisition, denominators
from mediastudy.documents.sampling.declaration import FULL, NAME, Declaration, read_declaration
from mediastudy.documents.sampling.downloads import compare_downloads
from mediastudy.documents.sampling.sidecars import Told, beside, same_name, same_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# What a scholar writes under query who searched for nothing and took everything.
_EVERYTHING: Final = frozenset({"", "all", "everything", "all articles"})


class Sampling(NamedTuple):
    """What a study states of its sampling: searches, articles published, its declaration, and the problems in them."""

    acquisition: pd.DataFrame
    denominators: pd.DataFrame
    declaration: Declaration
    problems: list[Told]


def read_sampling(raw: str | Path) -> Sampling:
    """What ``acquisition.csv``, ``denominators.csv`` and ``study.toml`` state about the raw data; all are optional.

    Examples
    --------
    >>> import tempfile
    >>> stated = read_sampling(tempfile.mkdtemp())
    >>> len(stated.acquisition), len(stated.denominators), stated.declaration.frame, stated.problems
    (0, 0, 'undeclared', [])
    """
    searches, in_searches = acquisition.read_acquisition(raw)
    published, in_published = denominators.read_denominators(raw)
    declaration = read_declaration(raw)
    return Sampling(searches, published, declaration, [*in_searches, *in_published, *declaration.problems])


def statements(raw: str | Path) -> list[Path]:
    """The files that state something of the sampling, wherever they lie.

    Examples
    --------
    >>> import tempfile
    >>> statements(tempfile.mkdtemp())
    []
    """
    places = [(acquisition.NAME, 1), (denominators.NAME, 1), (NAME, 2)]
    return [place for name, above in places if (place := beside(raw, name, above=above))]


def check_frame(
    documents: pd.DataFrame,
    files: pd.DataFrame,
    stated: Sampling,
    *,
    outlets: Mapping[str, Sequence[str]] | None = None,
) -> list[Told]:
    r"""What the study states that does not fit its documents and files, or itself.

    Parameters
    ----------
    documents, files
        As :func:`mediastudy.read` gives them.
    stated
        As :func:`read_sampling` gives it.
    outlets
        Further names of outlets, each with its variants, beside those that are known.

    Returns
    -------
    list
        Problems, each with the name of the file that states what does not fit: ``acquisition_differs``,
        ``acquired_outlet_missing``, ``outlet_not_acquired``, ``denominator_too_small``, ``frame_contradicted``.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> lines = "outlet,query,downloaded\nCoast Daily,harbour,3\n"
    >>> _ = (folder / "acquisition.csv").write_text(lines, encoding="utf-8")
    >>> documents = pd.DataFrame({"document": ["a", "b"], "outlet": ["Coast Daily"] * 2, "host": None, "date": pd.NaT})
    >>> files = pd.DataFrame({"file": ["a.html"], "found": [2]})
    >>> [problem.problem for _, problem in check_frame(documents, files, read_sampling(folder))]
    ['acquisition_differs', 'acquisition_differs']
    """
    documents, searches, denominated = (
        table.assign(outlet=normalised(table["outlet"], outlets))
        for table in (documents, stated.acquisition, stated.denominators)
    )
    apart = compare_downloads(searches, documents, files)
    problems = [(acquisition.NAME, problem) for problem in apart]
    published = _per_denominator(denominated, documents)
    problems += [(denominators.NAME, problem) for problem in _too_small(published)]
    if stated.declaration.frame == FULL:
        problems += [(NAME, problem) for problem in (*_queries(stated.acquisition), *_gaps(published))]
    return problems


def _per_denominator(table: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The usable denominators with how many documents fall into each for sure."""
    usable = table.dropna(subset=["outlet", "first", "articles"])
    days = pd.DataFrame({"first": documents["date"].dt.normalize(), "last": _last_days(documents)})
    days = days.assign(outlet=same_names(documents["outlet"])).dropna().sort_values("first")
    of_outlet = {str(outlet): rows for outlet, rows in days.groupby("outlet")}
    entries: list[Any] = list(usable.itertuples())
    read = [_within(of_outlet.get(same_name(row.outlet)), row.first, row.last) for row in entries]
    return usable.assign(read=pd.Series(read, index=usable.index, dtype="int64"))


def _within(days: pd.DataFrame | None, first: pd.Timestamp, last: pd.Timestamp) -> int:
    """How many documents lie between two days for sure; they are in order of their first day."""
    if days is None:
        return 0
    start, end = days["first"].searchsorted(first), days["first"].searchsorted(last, side="right")
    return int(days["last"].iloc[int(start) : int(end)].le(last).sum())


def _last_days(documents: pd.DataFrame) -> pd.Series:
    """The last day on which each document may have been published, given the precision of its date."""
    day: pd.Series = documents["date"].dt.normalize()
    precision = documents.get("date_precision", pd.Series(None, index=documents.index, dtype="str"))
    month: pd.Series = day + pd.offsets.MonthEnd(0)
    year: pd.Series = day + pd.offsets.YearEnd(0)
    return day.mask(precision.eq("month"), month).mask(precision.eq("year"), year)


def _too_small(published: pd.DataFrame) -> list[Problem]:
    """Denominators below the number of documents read."""
    return [
        Problem(
            f"{row.outlet}, {row.period}",
            "denominator_too_small",
            f"{row.read:,} documents were read, {row.articles:,} are said to have been published; an article read "
            "twice counts twice",
        )
        for row in published[published["read"] > published["articles"]].itertuples()
    ]


def _queries(searches: pd.DataFrame) -> list[Problem]:
    """Searches with a query, where the corpus is declared full."""
    asked = searches["query"].dropna()
    asked = asked[~asked.map(same_name).isin(_EVERYTHING)]
    if not len(asked):
        return []
    detail = (
        f'frame is "full", but acquisition.csv states {len(asked):,} with a query, such as {asked.iloc[0]!r}; '
        'kept as declared. Write frame = "query-selected" if the articles are what the queries found'
    )
    return [Problem("corpus.frame", "frame_contradicted", detail)]


def _gaps(published: pd.DataFrame) -> list[Problem]:
    """Fewer documents than were published, where the corpus is declared full."""
    short = published[published["read"] < published["articles"]]
    if not len(short):
        return []
    row = next(short.itertuples())
    detail = (
        f'frame is "full", but {len(short):,} of {len(published):,} denominators exceed what was read: '
        f"of {row.outlet}, {row.period}, {row.read:,} of {row.articles:,} articles were read; kept as declared"
    )
    return [Problem("corpus.frame", "frame_contradicted", detail)]
