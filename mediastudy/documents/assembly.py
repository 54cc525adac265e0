"""The rows of many files as the four tables of an intake."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from mediastudy import tables
from mediastudy.documents.identifiers import Place, settle_ids
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.rows import settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.records import Piece


class Batch(NamedTuple):
    """What came of one file: rows of documents (a table, or one dict an article), their places, pieces, problems.

    ``verbatim`` says that its texts are a table's or a database's, and not taken from pages or plain text by us.
    """

    file: str
    sha256: str | None
    format: str | None = None
    rows: pd.DataFrame | list[dict[str, Any]] = []  # noqa: RUF012 - never changed
    places: Sequence[str] = ()
    problems: Sequence[Problem] = ()
    pieces: Sequence[Sequence[Piece]] = ()
    broken: int = 0
    announced: int | None = None
    interface: str | None = None
    verbatim: bool = True


def documents_of(batches: Sequence[Batch]) -> tuple[pd.DataFrame, list[tuple[str, Problem]]]:
    """The documents of all files with ids and languages, and the problems of ids.

    Examples
    --------
    >>> frame, problems = documents_of([Batch("a.txt", None, rows=[{"text": "One."}], places=[""])])
    >>> frame["document"].tolist(), problems
    (['a-...'], [])
    """
    frames = []
    for _, group in groupby(batches, key=lambda batch: isinstance(batch.rows, list)):
        paged: list[dict[str, Any]] = []
        for batch in group:
            if isinstance(batch.rows, list):
                paged += [{**row, "file": batch.file} for row in batch.rows]
            else:
                frames.append(batch.rows.assign(file=batch.file))
        frames.append(pd.DataFrame(paged))
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        return tables.empty("documents"), []
    documents = pd.concat(filled, ignore_index=True) if len(filled) > 1 else filled[0].reset_index(drop=True)
    documents = tables.conform(settled(documents), "documents")
    places = [Place(batch.file, position, place) for batch in batches for position, place in enumerate(batch.places)]
    given = documents["document"].where(documents["document"].str.strip().ne(""))
    ids, problems = settle_ids([name if isinstance(name, str) else None for name in given.array], places)
    named = documents.assign(document=pd.Series(ids, dtype="str"))
    with_ids = {batch.file for batch in batches if isinstance(batch.rows, pd.DataFrame) and "document" in batch.rows}
    # Where no row of a file has an id, that is said once; a page never has one.
    told = [found for found in problems if found[1] != "missing_id" or found[0].file in with_ids]
    return named, [(place.file, Problem(place.place, problem, detail)) for place, problem, detail in told]


def files_of(batches: Sequence[Batch], documents: pd.DataFrame) -> pd.DataFrame:
    """One row a file: what was found in it, kept, and undated.

    Examples
    --------
    >>> files_of([Batch("a.txt", "ab", "text")], tables.empty("documents"))["kept"].tolist()
    [0]
    """
    undated = documents.loc[documents["date"].isna(), "file"].value_counts()
    rows = [
        {
            "file": batch.file,
            "sha256": batch.sha256,
            "format": batch.format,
            "announced": batch.announced,
            "found": len(batch.rows) + batch.broken,
            "kept": len(batch.rows),
            "undated": int(undated.get(batch.file, 0)),
        }
        for batch in batches
    ]
    return tables.conform(pd.DataFrame(rows, columns=list(tables.COLUMNS["files"])), "files")


def removals_of(batches: Sequence[Batch], documents: pd.DataFrame) -> pd.DataFrame:
    """One row a piece taken out, under the id of its article, in the order in which the pieces stood.

    Examples
    --------
    >>> len(removals_of([], tables.empty("documents")))
    0
    """
    pieces = [taken for batch in batches for taken in (batch.pieces or [()] * len(batch.places))]
    rows = [
        (document, piece.kind, piece.text, getattr(piece, "at", None), order)
        for document, taken in zip(documents["document"].array, pieces, strict=True)
        for order, piece in enumerate(taken)
    ]
    return tables.conform(pd.DataFrame(rows, columns=list(tables.COLUMNS["removals"])), "removals")


def problems_of(problems: Sequence[tuple[str, Problem]]) -> pd.DataFrame:
    """One row a problem, by file.

    Examples
    --------
    >>> problems_of([("a.txt", Problem("", "empty_file", "it holds no bytes"))])["problem"].tolist()
    ['empty_file']
    """
    rows = [(file, *problem) for file, problem in sorted(problems, key=lambda found: found[0])]
    return tables.conform(pd.DataFrame(rows, columns=list(tables.COLUMNS["problems"])), "problems")
