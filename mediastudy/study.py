"""A study folder: data/raw in, data/processed out, and the way back to it."""

from __future__ import annotations

import hashlib
import json
import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import storage
from mediastudy.corpus import Corpus
from mediastudy.documents import read
from mediastudy.quotes import extract_quotes
from mediastudy.tables import conform

if TYPE_CHECKING:
    from collections.abc import Callable

MANIFEST: Final = "manifest.json"
PACKAGE: Final = Path(__file__).parent
# Documents from which on the start of further processes is worth its seconds.
MANY: Final = 2_000


def build(
    raw: str | Path = "data/raw",
    processed: str | Path = "data/processed",
    *,
    progress: bool = False,
    processes: int = 1,
) -> Path:
    """The processed folder, once it holds documents, index and quotes made from the raw files.

    Three stages write there: reading (documents, files, problems, removals .parquet), the token index (index/) and
    quotes (quotes, quote_spans .parquet). ``manifest.json`` notes each finished stage with a fingerprint of the raw
    files and of this package's code: an interrupted build goes on where it stopped, an unchanged one does nothing.

    Parameters
    ----------
    raw
        Folder or file with the raw articles.
    processed
        Folder to write to; made if it is missing.
    progress
        Whether to show progress bars.
    processes
        How many processes may look for quotes; more than one pays from some thousand documents on, and in a script
        needs the usual ``if __name__ == "__main__":`` guard.

    Raises
    ------
    FileNotFoundError
        If there is nothing at ``raw``.
    ValueError
        If no article could be read there.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> raw = storage.write(pd.DataFrame({"text": ["Aid came late, Okhai said."]}), folder / "raw" / "aid.csv")
    >>> sorted(path.name for path in build(folder / "raw", folder / "processed").glob("q*"))
    ['quote_spans.parquet', 'quotes.parquet']
    """
    job = _Job(Path(raw), Path(processed), progress, processes)
    state = _fingerprint(job.raw)
    storage.sweep(job.processed)
    done = _manifest(job.processed).get("stages", {})
    for name, stage in STAGES.items():
        if done.get(name) != state:
            stage(job)
            done[name] = state
            _note(job.processed, done)
    return job.processed


def open_corpus(path: str | Path, *, progress: bool = False) -> Corpus:
    """The corpus in a processed folder, or one made from a documents file or anything else that ``read`` takes.

    Warns
    -----
    UserWarning
        If something could not be read as hoped: how many problems of which kind.

    Raises
    ------
    FileNotFoundError
        If there is nothing at the path.
    ValueError
        If no document could be read.

    Examples
    --------
    >>> import tempfile
    >>> rows = pd.DataFrame({"document": ["a"], "text": ["Aid came late."]})
    >>> open_corpus(storage.write(rows, Path(tempfile.mkdtemp()) / "aid.csv")).tokens
    3
    """
    if _is_processed(path):
        return Corpus.open(path)
    return Corpus.build(open_documents(path, progress=progress), progress=progress)


def open_documents(path: str | Path, *, progress: bool = False) -> pd.DataFrame:
    """The documents of a processed folder, or of anything that ``read`` takes; warns and raises as ``open_corpus``.

    Examples
    --------
    >>> import tempfile
    >>> rows = pd.DataFrame({"document": ["a"], "text": ["Aid came late."]})
    >>> open_documents(storage.write(rows, Path(tempfile.mkdtemp()) / "aid.csv"))["text"].tolist()
    ['Aid came late.']
    """
    path = Path(path)
    if _is_processed(path):
        return storage.load(path / "documents.parquet")
    if not path.exists():
        message = (
            f"{path} does not exist; name a documents file (.parquet, .csv, .jsonl[.gz]), a processed folder, "
            "or a folder of raw articles."
        )
        raise FileNotFoundError(message)
    taken = read(path, progress=progress)
    counts = taken.problems["problem"].value_counts()
    summary = ", ".join(f"{name}: {count}" for name, count in counts.items())
    if taken.documents.empty:
        message = f"{path} holds no document that can be read ({summary})."
        raise ValueError(message)
    if summary:
        warnings.warn(f"{path} has problems ({summary}); mediastudy.read lists them.", stacklevel=2)
    return taken.documents


def _is_processed(path: str | Path) -> bool:
    """Whether the path is a folder that ``build`` or ``Corpus.save`` wrote."""
    return (Path(path) / "documents.parquet").is_file()


def intake(processed: str | Path) -> pd.DataFrame:
    """What came in and what was kept, counted.

    Returns
    -------
    DataFrame
        ``step`` (what is counted) and ``count``: files, articles found, documents kept, undated documents, documents
        without text, pieces removed from pages, then one row per kind of problem.

    Raises
    ------
    FileNotFoundError
        If the folder has not been built.
    """
    processed = Path(processed)
    files, documents, problems, removals = (
        storage.load(processed / f"{name}.parquet") for name in ("files", "documents", "problems", "removals")
    )
    steps = {
        "files": len(files),
        "articles found": int(files["found"].sum()),
        "documents kept": len(documents),
        "documents undated": int(documents["date"].isna().sum()),
        "documents without text": int((documents["text"].fillna("").str.strip() == "").sum()),
        "pieces removed from pages": len(removals),
        **{f"problem: {name}": count for name, count in problems["problem"].value_counts(sort=True).items()},
    }
    return conform(pd.DataFrame({"step": list(steps), "count": list(steps.values())}), "intake")


def new(folder: str | Path) -> Path:
    """A new study folder with the sample articles, a notebook to start from, and a bibliography.

    Raises
    ------
    FileExistsError
        If the folder exists and is not empty.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} exists and is not empty; name a new folder."
        raise FileExistsError(message)
    shutil.copytree(PACKAGE / "template", folder, dirs_exist_ok=True)
    (folder / "data" / "processed").mkdir(parents=True)
    shutil.copytree(_sample(), folder / "data" / "raw")
    return folder


def _sample() -> Path:
    """The sample articles: beside the package in a checkout, inside it in a wheel."""
    inside = PACKAGE / "sample"
    return inside if inside.is_dir() else PACKAGE.parent / "data" / "raw"


class _Job(NamedTuple):
    """What a stage of the build needs to know."""

    raw: Path
    processed: Path
    progress: bool
    processes: int


def _read(job: _Job) -> None:
    """The reading stage."""
    for name, table in read(job.raw, progress=job.progress)._asdict().items():
        storage.write(table, job.processed / f"{name}.parquet")


def _index(job: _Job) -> None:
    """The indexing stage."""
    Corpus.index_folder(job.processed, progress=job.progress)


def _quotes(job: _Job) -> None:
    """The quotes stage."""
    documents = open_documents(job.processed)
    processes = job.processes if len(documents) >= MANY else 1
    found = extract_quotes(documents, progress=job.progress, processes=processes)
    for name, table in found._asdict().items():
        storage.write(table, job.processed / f"{name}.parquet")


STAGES: Final[dict[str, Callable[[_Job], None]]] = {"read": _read, "index": _index, "quotes": _quotes}


def _fingerprint(raw: Path) -> str:
    """A checksum of the raw files' names and bytes and of this package's code."""
    total = hashlib.sha256()
    inputs = sorted(raw.rglob("*")) if raw.is_dir() else [raw]
    for path in [*inputs, *sorted(PACKAGE.rglob("*.py"))]:
        if path.is_file():
            home = raw if path.is_relative_to(raw) else PACKAGE
            with path.open("rb") as content:
                digest = hashlib.file_digest(content, "sha256").hexdigest()
            total.update(f"{path.relative_to(home).as_posix()}\0{digest}\n".encode())
    return total.hexdigest()


def _manifest(processed: Path) -> dict[str, Any]:
    """The manifest, or an empty one if there is none that can be read."""
    try:
        content = json.loads((processed / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _note(processed: Path, done: dict[str, str]) -> None:
    """Write the manifest: the finished stages, and the checksum of each table."""
    from mediastudy import __version__

    tables = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(processed.glob("*.parquet"))}
    content = {"mediastudy": __version__, "stages": done, "tables": tables}
    with storage.replacing(processed / MANIFEST) as draft:
        draft.write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")
