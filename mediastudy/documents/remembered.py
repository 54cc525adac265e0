"""What was read of each raw file, kept on disk, so that no file is read twice with the same outcome.

A file is known again by the checksum of its bytes, its path, what ``columns.toml`` says of it, and the code that reads
it. While files are read, parts are written as they come; a build that is stopped goes on from them. At the end one
file holds what the present raw files need, and the parts go.
"""

from __future__ import annotations

import hashlib
import io
import json
from datetime import datetime
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import storage
from mediastudy.documents.assembly import Batch
from mediastudy.documents.records import Piece, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mediastudy.documents.tabular.mapping import Mapping

FOLDER: Final = "reading"
_WHOLE: Final = "files.parquet"
_READING: Final = Path(__file__).parent
# What else decides what comes out of a file.
_LIBRARIES: Final = (
    *("charset-normalizer", "ftfy", "htmldate", "lxml", "openpyxl", "pandas", "py3langid", "pyarrow", "pypdfium2"),
    *("python-calamine", "python-docx", "pyyaml", "striprtf", "trafilatura", "warcio"),
)


class Kept(NamedTuple):
    """One file's outcome as it is stored: its key, its batches as JSON, their documents files as Parquet."""

    key: str
    facts: str
    tables: list[bytes]


def key_of(file: str, sha256: str, settings: Mapping | dict[str, Any]) -> str:
    """The key under which the outcome of a file is kept; the settings are all that ``columns.toml`` says of it.

    Examples
    --------
    >>> from mediastudy.documents.tabular.mapping import Mapping
    >>> key_of("a.txt", "00ff", Mapping({})) == key_of("b.txt", "00ff", Mapping({}))
    False
    """
    said = json.dumps([file, sha256, settings, _code()], sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", errors="surrogatepass")).hexdigest()


@lru_cache(maxsize=1)
def _code() -> str:
    """A checksum of the code that reads files and of the editions of the libraries it uses."""
    total = hashlib.sha256()
    for path in sorted(path for path in _READING.rglob("*") if path.suffix in {".py", ".toml"}):
        total.update(f"{path.relative_to(_READING).as_posix()}\0".encode() + path.read_bytes())
    total.update("".join(f"{name} {_version(name)}\n" for name in _LIBRARIES).encode())
    return total.hexdigest()


def _version(name: str) -> str:
    """The edition of a library, or nothing if it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def kept_of(key: str, batches: Sequence[Batch]) -> Kept | None:
    """A file's batches as they are stored, or None if a documents file has cells that no Parquet file holds.

    Examples
    --------
    >>> kept = kept_of("00ff", [Batch("a.txt", "ab", "text", rows=[{"text": "One."}], places=[""])])
    >>> batches_of(kept)[0].rows
    [{'text': 'One.'}]
    """
    tables: list[bytes] = []
    facts = []
    for batch in batches:
        fact = batch._asdict()
        if isinstance(batch.rows, pd.DataFrame):
            packed = io.BytesIO()
            try:
                batch.rows.to_parquet(packed, index=False)
            except (ValueError, TypeError, OverflowError):
                return None
            tables.append(packed.getvalue())
            fact["rows"] = None
        facts.append(fact)
    return Kept(key, json.dumps(facts, ensure_ascii=True, default=_plain), tables)


def _plain(value: Any) -> dict[str, str]:
    """A moment as JSON holds it."""
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    message = f"{type(value).__name__} can't be kept"
    raise TypeError(message)


def _moment(value: dict[str, Any]) -> Any:
    """A moment out of JSON."""
    return datetime.fromisoformat(value["moment"]) if list(value) == ["moment"] else value


def batches_of(kept: Kept) -> list[Batch]:
    """The batches that are stored.

    Examples
    --------
    >>> [batch.file for batch in batches_of(kept_of("00ff", [Batch("a.txt", None)]))]
    ['a.txt']
    """
    tables = iter(kept.tables)
    batches = []
    for fact in json.loads(kept.facts, object_hook=_moment):
        rows = fact.pop("rows")
        problems = [Problem(*problem) for problem in fact.pop("problems")]
        pieces = [[Piece(*piece) for piece in taken] for taken in fact.pop("pieces")]
        frame = pd.read_parquet(io.BytesIO(next(tables))) if rows is None else rows
        batches.append(Batch(**fact, rows=frame, problems=problems, pieces=pieces))
    return batches


def load(folder: Path) -> dict[str, Kept]:
    """All outcomes stored in a folder, by key; a part that a killed writer left broken is not there at all.

    Examples
    --------
    >>> load(Path("nowhere"))
    {}
    """
    stored: dict[str, Kept] = {}
    for path in sorted(folder.glob("*.parquet")):
        frame = storage.load(path)
        for key, facts, tables in zip(frame["key"].array, frame["facts"].array, frame["tables"].array, strict=True):
            stored[key] = Kept(key, facts, list(tables))
    return stored


def store_part(folder: Path, outcomes: Sequence[Kept]) -> None:
    """Write some outcomes as a part of their own.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> store_part(folder, [Kept("00ff", "[]", [])])
    >>> list(load(folder))
    ['00ff']
    """
    if outcomes:
        digest = hashlib.sha256("".join(kept.key for kept in outcomes).encode()).hexdigest()[:12]
        storage.write(_frame(outcomes), folder / f"part-{digest}.parquet")


def store_whole(folder: Path, outcomes: Iterable[Kept]) -> None:
    """Write the outcomes that the raw files need now as one file, and remove the parts.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> store_whole(folder, [Kept("00ff", "[]", [])])
    >>> [path.name for path in folder.iterdir()]
    ['files.parquet']
    """
    storage.write(_frame(sorted(outcomes)), folder / _WHOLE)
    for path in folder.glob("part-*.parquet"):
        path.unlink()


def _frame(outcomes: Iterable[Kept]) -> pd.DataFrame:
    """Outcomes as rows."""
    return pd.DataFrame(list(outcomes), columns=list(Kept._fields))
