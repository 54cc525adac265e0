"""From data/raw to data/processed in stages, each done once for the same files and the same code."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy import storage
from mediastudy.corpus import Corpus
from mediastudy.documents import remembered
from mediastudy.documents.duplicates import with_stories
from mediastudy.documents.intake import read_remembering
from mediastudy.documents.sampling import frame as sampling
from mediastudy.documents.tally import tally
from mediastudy.quotes import stream_quotes

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

    Three stages write there: reading (documents, files, problems, removals, undated, acquisition and denominators
    .parquet, and in reading/ what was found in each file), the token index (index/), and quotes (quotes and quote_spans
    .parquet, and in quoting/ what was found in parts of the documents). ``manifest.json`` notes each finished stage
    with a fingerprint of the raw files and of this package's code: an interrupted build goes on where it stopped, what
    was read once is not read again, and an unchanged build does nothing.

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
    >>> import pandas as pd
    >>> folder = Path(tempfile.mkdtemp())
    >>> raw = storage.write(pd.DataFrame({"text": ["Aid came late, Okhai said."]}), folder / "raw" / "aid.csv")
    >>> sorted(path.name for path in build(folder / "raw", folder / "processed").glob("quote*"))
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


class _Job(NamedTuple):
    """What a stage of the build needs to know."""

    raw: Path
    processed: Path
    progress: bool
    processes: int


def _read(job: _Job) -> None:
    """The reading stage."""
    folder = job.processed / remembered.FOLDER
    taken = read_remembering(job.raw, folder, progress=job.progress, processes=job.processes)
    documents = with_stories(taken.documents, keep=True)
    counts = tally(documents, taken.files, taken.problems, taken.removals)
    # The tally travels with the documents into the colophon of every report that is made from them.
    documents.attrs["intake"] = dict(zip(counts["step"].tolist(), counts["count"].tolist(), strict=True))
    taken = taken._replace(documents=documents)
    for name, table in taken._asdict().items():
        storage.write(table, job.processed / f"{name}.parquet")


def _index(job: _Job) -> None:
    """The indexing stage."""
    Corpus.index_folder(job.processed, progress=job.progress)


def _quotes(job: _Job) -> None:
    """The quotes stage."""
    import pyarrow.parquet as pq

    documents = job.processed / "documents.parquet"
    processes = job.processes if pq.read_metadata(documents).num_rows >= MANY else 1
    stream_quotes(documents, job.processed, progress=job.progress, processes=processes)


STAGES: Final[dict[str, Callable[[_Job], None]]] = {"read": _read, "index": _index, "quotes": _quotes}


def _fingerprint(raw: Path) -> str:
    """A checksum of the names and bytes of the raw files and what lies beside them, and of this package's code."""
    total = hashlib.sha256()
    inputs = sorted(raw.rglob("*")) if raw.is_dir() else [raw]
    code = (path for path in sorted(PACKAGE.rglob("*")) if path.suffix in {".py", ".toml", ".onnx", ".json", ".npz"})
    for path in [*inputs, *sampling.statements(raw), *code]:
        if path.is_file():
            home = next((folder for folder in (raw, PACKAGE) if path.is_relative_to(folder)), path.parent)
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
