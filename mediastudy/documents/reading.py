"""One raw file to batches of rows; whatever is wrong with it becomes a problem, and the others go on."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.assembly import Batch
from mediastudy.documents.files import archives, limits
from mediastudy.documents.files.encodings import GZIP, unpack
from mediastudy.documents.language import detect_language, detect_languages, language_code
from mediastudy.documents.pages import to_rows
from mediastudy.documents.readers import Unreadable, reader_for
from mediastudy.documents.records import Problem, Source, Table
from mediastudy.documents.tabular.rows import to_documents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mediastudy.documents.records import Articles
    from mediastudy.documents.tabular.mapping import Mapping

ARCHIVE: Final = "zip"


def read_file(file: str, place: Path, mapping_of: Callable[[str], Mapping]) -> list[Batch]:
    """What one raw file holds: a batch, or for an archive one for itself and one a member.

    Parameters
    ----------
    file
        Its path relative to the folder that is read.
    place
        Where it lies.
    mapping_of
        What ``columns.toml`` says of a file, by its relative path; members of an archive lie below its name.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from mediastudy.documents.tabular.mapping import Mapping
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "a.txt"
    >>> _ = path.write_text("The harbour opened.", encoding="utf-8")
    >>> [batch.format for batch in read_file("a.txt", path, lambda file: Mapping({}))]
    ['text']
    """
    try:
        limits.check_size(place.stat().st_size)
        data = place.read_bytes()
    except OSError as error:
        return [Batch(file, None, problems=[Problem("", "unreadable_file", f"{error.strerror}; nothing was read")])]
    except Unreadable as refusal:
        return [Batch(file, None, problems=[Problem("", refusal.problem, refusal.detail)])]
    return read_bytes(file, data, mapping_of)


def read_bytes(file: str, data: bytes, mapping_of: Callable[[str], Mapping]) -> list[Batch]:
    """What the bytes of one raw file hold, as :func:`read_file`."""
    if archives.is_archive(data):
        return _members(file, data, mapping_of)
    return [_batch(Batch(file, hashlib.sha256(data).hexdigest()), data, mapping_of(file))]


def _members(file: str, data: bytes, mapping_of: Callable[[str], Mapping]) -> list[Batch]:
    """The batches of an archive: its own, without rows, and one a member."""
    own = Batch(file, hashlib.sha256(data).hexdigest(), format=ARCHIVE)
    try:
        sources, problems = archives.members(Source(PurePosixPath(file).name, "", data))
    except Unreadable as refusal:
        return [own._replace(problems=[Problem("", refusal.problem, refusal.detail)])]
    batches = [own._replace(problems=problems)]
    for source in sources:
        name = f"{file}/{source.name}"
        batch = Batch(name, hashlib.sha256(source.data).hexdigest())
        batches.append(_batch(batch, source.data, mapping_of(name)))
    return batches


def _batch(batch: Batch, data: bytes, mapping: Mapping) -> Batch:
    """The batch with what a reader finds in the bytes."""
    try:
        source, problems = unpacked(batch.file, data)
        reader = reader_for(source)
        batch = batch._replace(format=reader.NAME, problems=problems)
        return _filled(batch, reader.read(source), mapping)
    except Unreadable as refusal:
        problem = Problem("", refusal.problem, refusal.detail)
    except RecursionError:
        problem = Problem("", "too_deep", "its parts are nested too deep; nothing was read")
    except Exception as error:  # noqa: BLE001 - a file that breaks a third-party parser must not stop the others
        problem = Problem("", "reader_failed", f"{type(error).__name__}: {error}; nothing was read")
    return batch._replace(problems=[*batch.problems, problem])


def _filled(batch: Batch, reading: Articles | Table, mapping: Mapping) -> Batch:
    """The batch with what the file's reader has found."""
    if isinstance(reading, Table):
        return _with_problems(batch, _of_table(batch, reading, mapping))
    return _with_problems(batch, _of_articles(batch, reading, mapping))


def _with_problems(batch: Batch, filled: Batch) -> Batch:
    """The filled batch with the problems met before."""
    return filled._replace(problems=[*batch.problems, *filled.problems])


def _of_table(batch: Batch, reading: Table, mapping: Mapping) -> Batch:
    """The batch of a documents file."""
    kept = to_documents(reading, mapping)
    frame = kept.frame
    if len(frame):
        stated = frame["language"] if "language" in frame else frame["text"].mask(frame["text"].notna())
        frame = frame.assign(language=detect_languages(frame["text"].array, stated=stated))
    return batch._replace(
        rows=frame,
        places=kept.places,
        problems=[*reading.problems, *kept.problems],
        broken=reading.broken + len(reading.frame) - len(frame),
    )


def _of_articles(batch: Batch, reading: Articles, mapping: Mapping) -> Batch:
    """The batch of articles that a reader has taken out of a file."""
    articles, count = reading.articles, len(reading.articles)
    numbered = [f"article {number}" for number in range(1, count + 1)] if count > 1 else [""] * count
    places = list(reading.places or numbered)
    rows, found = to_rows(articles, places, name=PurePosixPath(batch.file).name, order=mapping.date_order)
    return batch._replace(
        rows=[_settled(row, mapping.fixed) for row in rows],
        places=places,
        problems=[*reading.problems, *found, *_miscounted(reading)],
        pieces=[article.pieces for article in articles],
        broken=reading.broken,
        announced=reading.announced,
        interface=reading.interface,
        verbatim=all(article.verbatim for article in articles),
    )


def _settled(row: dict[str, Any], fixed: dict[str, str]) -> dict[str, Any]:
    """One row with what ``columns.toml`` fixes where the article states nothing, and its language."""
    told = fixed | {name: value for name, value in row.items() if value is not None}
    stated = told.pop("language", None)
    code = (language_code(stated) if stated else None) or detect_language(told.get("text") or "")
    return told | ({"language": code} if code else {})


def _miscounted(reading: Articles) -> list[Problem]:
    """A problem where a file says that it holds another number of articles than were found."""
    found = len(reading.articles) + reading.broken
    if reading.announced is None or reading.announced == found:
        return []
    return [Problem("", "count_differs", f"the file says {reading.announced:,} articles; {found:,} were found")]


def unpacked(file: str, data: bytes) -> tuple[Source, list[Problem]]:
    """The file as readers see it, unpacked if it is gzip, and the problems of unpacking.

    Raises
    ------
    Unreadable
        If it holds no bytes, or none that can be unpacked.

    Examples
    --------
    >>> unpacked("a/b.TXT", b"One.")[0]
    Source(name='b.TXT', suffix='.txt', data=b'One.')
    """
    name = PurePosixPath(file)
    problems: list[Problem] = []
    if data.startswith(GZIP):
        data, problems = unpack(data)
        name = name.with_suffix("") if name.suffix.lower() == ".gz" else name
    if not data:
        problem = "empty_file" if not problems else problems[0].problem
        raise Unreadable(problem, "it holds no bytes")
    return Source(name.name, name.suffix.lower(), data), problems
