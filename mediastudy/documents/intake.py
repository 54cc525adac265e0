"""Raw files to tables: documents, the files they came from, the problems met, the pieces removed."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from mediastudy.documents.assembly import documents_of, files_of, problems_of, removals_of
from mediastudy.documents.gathering import Gathering, read_files
from mediastudy.documents.listing import list_files
from mediastudy.documents.mapping import load_mapping

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from mediastudy.documents.records import Problem


class Intake(NamedTuple):
    """What reading raw files gives: four tables, as ``mediastudy.tables`` describes them.

    Attributes
    ----------
    documents
        One row an article.
    files
        One row a raw file: what was found in it and what was kept.
    problems
        One row a thing that was not read as hoped.
    removals
        One row a piece taken out of a page or a plain text.
    """

    documents: pd.DataFrame
    files: pd.DataFrame
    problems: pd.DataFrame
    removals: pd.DataFrame


def read(path: str | Path, *, progress: bool = False, processes: int = 1) -> Intake:
    """The documents at a path, with the files, the problems and the removals.

    A folder is read with the folders in it; hidden files, READMEs and ``columns.toml`` are no articles. Pages and
    plain texts are cleaned; tables (CSV, XLSX, JSON, JSONL, Parquet) are kept verbatim, with their ids and further
    columns. A file that can't be read is a row in problems, and the rest goes on.

    Parameters
    ----------
    path
        A folder, or one file.
    progress
        Show a progress bar.
    processes
        How many processes read; more than one pays from some hundred files on, and in a script needs the usual
        ``if __name__ == "__main__":`` guard.

    Returns
    -------
    Intake
        ``documents``, ``files``, ``problems`` and ``removals``.

    Raises
    ------
    FileNotFoundError
        If there is nothing at the path.
    ValueError
        If the folder holds no articles.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "2024-08-29_coast_opening.txt").write_text("The harbour opened.", encoding="utf-8")
    >>> read(folder).documents[["date", "outlet", "title", "text"]].values.tolist()
    [[Timestamp('2024-08-29 00:00:00'), 'coast', 'opening', 'The harbour opened.']]
    """
    return read_remembering(path, None, progress=progress, processes=processes)


def read_remembering(path: str | Path, folder: Path | None, *, progress: bool = False, processes: int = 1) -> Intake:
    """As :func:`read`, but what a folder remembers of unchanged files is not read again.

    Parameters
    ----------
    path
        A folder, or one file.
    folder
        Where outcomes are kept (see ``remembered.py``); None remembers nothing.
    progress
        Show a progress bar.
    processes
        How many processes read.

    Raises
    ------
    FileNotFoundError
        If there is nothing at the path.
    ValueError
        If the folder holds no articles.
    """
    listing = list_files(path)
    rules, problems = _rules(listing.mappings)
    batches = read_files(listing.files, rules, Gathering(folder, progress, processes))
    documents, unnamed = documents_of(batches)
    problems += [
        *listing.problems,
        *((batch.file, problem) for batch in batches for problem in batch.problems),
        *unnamed,
    ]
    return Intake(documents, files_of(batches, documents), problems_of(problems), removals_of(batches, documents))


def _rules(mappings: list[tuple[str, Path]]) -> tuple[dict[str, dict[str, Any]], list[tuple[str, Problem]]]:
    """What each ``columns.toml`` says, by its folder, and the problems in them."""
    rules, problems = {}, []
    for file, place in mappings:
        said, found = load_mapping(place)
        problems += [(file, problem) for problem in found]
        if said:
            rules[PurePosixPath(file).parent.as_posix().removeprefix(".")] = said
    return rules, problems
