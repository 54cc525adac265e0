"""Raw files to tables: documents, the files they came from, the problems met, the pieces removed."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from mediastudy.documents import outlets
from mediastudy.documents.assembly import documents_of, files_of, problems_of, removals_of
from mediastudy.documents.gathering import Gathering, read_files
from mediastudy.documents.listing import list_files
from mediastudy.documents.outlets import apply_outlets, load_outlets
from mediastudy.documents.repeated import without_repeated
from mediastudy.documents.sampling.frame import check_frame, read_sampling
from mediastudy.documents.tabular.mapping import load_mapping
from mediastudy.documents.undated import undated

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.documents.assembly import Batch
    from mediastudy.documents.records import Problem


class Intake(NamedTuple):
    """What reading raw files gives: seven tables, as ``mediastudy.tables`` describes them.

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
    undated
        One row an article without a date, with the best hint of one.
    acquisition
        One row a search, from ``acquisition.csv`` beside the raw data.
    denominators
        One row an outlet and period, from ``denominators.csv`` beside the raw data.
    """

    documents: pd.DataFrame
    files: pd.DataFrame
    problems: pd.DataFrame
    removals: pd.DataFrame
    undated: pd.DataFrame
    acquisition: pd.DataFrame
    denominators: pd.DataFrame


def read(path: str | Path, *, progress: bool = False, processes: int = 1) -> Intake:
    """The documents at a path, with the files, the problems and the removals.

    A folder is read with the folders and archives in it; hidden files, READMEs and settings are no articles. Each
    file's format is found from its content. Pages and plain texts are cleaned; the bodies of databases' exports stay
    as the database gives them; tables (CSV, workbooks, JSON, JSONL, Parquet) are kept verbatim, with their ids and
    further columns. A file that can't be read is a row in problems, and the rest goes on.

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
        ``documents``, ``files``, ``problems``, ``removals``, ``undated``, ``acquisition`` and ``denominators``.

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
    names, unusable = _outlets(Path(path))
    documents = apply_outlets(documents, names, verbatim=documents["file"].isin(_tables(batches)))
    cleaned = documents["file"].isin([batch.file for batch in batches if not batch.verbatim])
    documents, removals = without_repeated(documents, removals_of(batches, documents), among=cleaned.tolist())
    files = files_of(batches, documents)
    stated = read_sampling(path)
    documents.attrs["frame"] = stated.declaration.frame
    problems += [
        *listing.problems,
        *((batch.file, problem) for batch in batches for problem in batch.problems),
        *unnamed,
        *unusable,
        *stated.problems,
        *check_frame(documents, files, stated, outlets=names),
    ]
    return Intake(
        documents,
        files,
        problems_of(problems),
        removals,
        undated(documents),
        stated.acquisition,
        stated.denominators,
    )


def _outlets(path: Path) -> tuple[dict[str, list[str]], list[tuple[str, Problem]]]:
    """The names of outlets that lie beside the raw data, and the problems in them."""
    place = (path if path.is_dir() else path.parent) / outlets.NAME
    if not place.is_file():
        return {}, []
    names, problems = load_outlets(place)
    return names, [(outlets.NAME, problem) for problem in problems]


def _tables(batches: list[Batch]) -> set[str]:
    """The files that are tables of documents."""
    return {batch.file for batch in batches if not isinstance(batch.rows, list)}


def _rules(mappings: list[tuple[str, Path]]) -> tuple[dict[str, dict[str, Any]], list[tuple[str, Problem]]]:
    """What each ``columns.toml`` says, by its folder, and the problems in them."""
    rules, problems = {}, []
    for file, place in mappings:
        said, found = load_mapping(place)
        problems += [(file, problem) for problem in found]
        if said:
            rules[PurePosixPath(file).parent.as_posix().removeprefix(".")] = said
    return rules, problems
