"""Raw files to tables: documents, the files they came from, the problems met, the pieces removed."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from mediastudy.documents.assembly import Batch, documents_of, files_of, problems_of, removals_of
from mediastudy.documents.encodings import GZIP, unpack
from mediastudy.documents.listing import list_files
from mediastudy.documents.mapping import load_mapping, mapping_for
from mediastudy.documents.pages import to_rows
from mediastudy.documents.readers import Unreadable, reader_for
from mediastudy.documents.records import Problem, Source, Table
from mediastudy.documents.tabular import to_documents

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from mediastudy.documents.mapping import Mapping


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


def read(path: str | Path, *, progress: bool = False) -> Intake:
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
    from tqdm import tqdm

    listing = list_files(path)
    rules, problems = _rules(listing.mappings)
    batches = [
        _batch(file, place, mapping_for(file, rules))
        for file, place in tqdm(listing.files, desc="reading", unit="file", disable=not progress)
    ]
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


def _batch(file: str, place: Path, mapping: Mapping) -> Batch:
    """What comes of one file; whatever is wrong with it becomes a problem."""
    try:
        data = place.read_bytes()
    except OSError as error:
        return Batch(file, None, problems=[Problem("", "unreadable_file", f"{error.strerror}; nothing was read")])
    batch = Batch(file, hashlib.sha256(data).hexdigest())
    try:
        return _filled(batch, data, mapping)
    except Unreadable as refusal:
        problem = Problem("", refusal.problem, refusal.detail)
    except Exception as error:  # noqa: BLE001 - a file that breaks a third-party parser must not stop the others
        problem = Problem("", "reader_failed", f"{type(error).__name__}: {error}; nothing was read")
    return batch._replace(problems=[problem])


def _filled(batch: Batch, data: bytes, mapping: Mapping) -> Batch:
    """The batch with what the file's reader finds in its bytes."""
    source, packed = _unpacked(batch.file, data)
    reader = reader_for(source)
    reading = reader.read(source)
    if isinstance(reading, Table):
        kept = to_documents(reading, mapping)
        problems = [*packed, *reading.problems, *kept.problems]
        broken = reading.broken + len(reading.frame) - len(kept.frame)
        return batch._replace(format=reader.NAME, rows=kept.frame, places=kept.places, problems=problems, broken=broken)
    articles, count = reading.articles, len(reading.articles)
    numbered = [f"article {number}" for number in range(1, count + 1)] if count > 1 else [""] * count
    places = list(reading.places or numbered)
    rows, found = to_rows(articles, places, name=PurePosixPath(batch.file).name, order=mapping.date_order)
    return batch._replace(
        format=reader.NAME,
        rows=[mapping.fixed | {name: value for name, value in row.items() if value is not None} for row in rows],
        places=places,
        problems=[*packed, *reading.problems, *found],
        pieces=[article.pieces for article in articles],
        broken=reading.broken,
        announced=reading.announced,
    )


def _unpacked(file: str, data: bytes) -> tuple[Source, list[Problem]]:
    """The file as readers see it, unpacked if it is gzip."""
    name = PurePosixPath(file)
    problems: list[Problem] = []
    if data.startswith(GZIP):
        data, problems = unpack(data)
        name = name.with_suffix("") if name.suffix.lower() == ".gz" else name
    if not data:
        problem = "empty_file" if not problems else problems[0].problem
        raise Unreadable(problem, "it holds no bytes")
    return Source(name.name, name.suffix.lower(), data), problems
