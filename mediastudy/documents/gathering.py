"""Many raw files to batches, in the order of the files: remembered, read here, or read by several processes."""

from __future__ import annotations

import hashlib
import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.files.archives import is_archive
from mediastudy.documents.reading import read_file
from mediastudy.documents.remembered import Kept, batches_of, kept_of, key_of, load, store_part, store_whole
from mediastudy.documents.tabular.mapping import mapping_for
from mediastudy.processes import pool

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from mediastudy.documents.assembly import Batch

# Fewer files are read sooner than further processes have started.
_MANY: Final = 200
_CHUNK: Final = 20
# How much reading may be lost to a kill.
_SECONDS: Final = 5.0
_HEAD: Final = 512


class Gathering(NamedTuple):
    """How files are read: the folder that remembers outcomes (None: none does), progress shown or not, processes."""

    folder: Path | None = None
    progress: bool = False
    processes: int = 1


def read_files(
    files: Sequence[tuple[str, Path]], rules: dict[str, dict[str, Any]], how: Gathering | None = None
) -> list[Batch]:
    """The batches of all files, in order.

    Parameters
    ----------
    files
        Paths relative to the folder that is read, and where the files lie.
    rules
        What each ``columns.toml`` says, by its folder.
    how
        What is remembered, shown and shared out.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "a.txt"
    >>> _ = path.write_text("The harbour opened.", encoding="utf-8")
    >>> [batch.file for batch in read_files([("a.txt", path)], {})]
    ['a.txt']
    """
    from tqdm import tqdm

    how = how or Gathering()
    with tqdm(total=len(files), desc="reading", unit="file", disable=not how.progress) as bar:
        if how.folder is None:
            return [batch for batches in _read(files, rules, how, bar) for batch in batches]
        return _remembering(how.folder, files, rules, how, bar)


def _remembering(
    folder: Path, files: Sequence[tuple[str, Path]], rules: dict[str, dict[str, Any]], how: Gathering, bar: Any
) -> list[Batch]:
    """The batches of all files: what the folder remembers is taken from there, the rest is read and goes there."""
    keys = [_key(file, place, rules) for file, place in files]
    stored = load(folder)
    unread = [(key, item) for key, item in zip(keys, files, strict=True) if key not in stored]
    bar.update(len(files) - len(unread))
    outcomes: dict[str, list[Batch]] = {}
    reading = _read([item for _, item in unread], rules, how, bar)
    for (key, _), batches in zip(unread, _storing(folder, [key for key, _ in unread], reading, stored), strict=True):
        outcomes[key] = batches
    store_whole(folder, {key: stored[key] for key in keys if key in stored}.values())
    return [batch for key in keys for batch in (batches_of(stored[key]) if key in stored else outcomes[key])]


def _storing(
    folder: Path, keys: list[str], reading: Iterator[list[Batch]], stored: dict[str, Kept]
) -> Iterator[list[Batch]]:
    """What is read, passed on; parts of it are written every few seconds, and what is left when reading stops."""
    pending: list[Kept] = []
    last = time.monotonic()
    try:
        for key, batches in zip(keys, reading, strict=True):
            kept = kept_of(key, batches)
            if kept:
                stored[key] = kept
                pending.append(kept)
            yield batches
            if time.monotonic() - last > _SECONDS:
                store_part(folder, pending)
                pending, last = [], time.monotonic()
    finally:
        store_part(folder, pending)


def _key(file: str, place: Path, rules: dict[str, dict[str, Any]]) -> str:
    """The key of a file's outcome; of an archive, any of the settings may concern a member."""
    try:
        with place.open("rb") as content:
            packed = is_archive(content.read(_HEAD))
            content.seek(0)
            digest = hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        packed, digest = False, f"unreadable: {error.strerror}"
    return key_of(file, digest, rules if packed else mapping_for(file, rules))


def _read(
    files: Sequence[tuple[str, Path]], rules: dict[str, dict[str, Any]], how: Gathering, bar: Any
) -> Iterator[list[Batch]]:
    """The batches of each file, read here or by several processes."""
    if how.processes < 2 or len(files) < _MANY:  # noqa: PLR2004 - one process is this one
        for item in files:
            yield _read_one(rules, item)
            bar.update()
        return
    with pool(how.processes) as workers:
        for batches in workers.map(partial(_read_one, rules), files, chunksize=_CHUNK):
            yield batches
            bar.update()


def _read_one(rules: dict[str, dict[str, Any]], item: tuple[str, Path]) -> list[Batch]:
    """The batches of one file."""
    return read_file(*item, partial(mapping_for, rules=rules))
