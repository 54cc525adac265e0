"""Quotations of more documents than fit into memory, written as they are found and taken up again after a stop.

Documents are worked on in chunks whose tables are kept in ``quoting/``, named by a checksum of what they were made
of. A chunk ends at a document whose id has a certain checksum, so that a new document changes its own chunk alone.
"""

from __future__ import annotations

import functools
import hashlib
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import storage, tables
from mediastudy.processes import mapped, pool
from mediastudy.quotes.extract import as_table
from mediastudy.quotes.rows import CHUNK, Article, articles_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = "quoting"
_TABLES: Final = ("quote_spans", "quotes")
_NEEDED: Final = ("document", "text", "title", "language")
_LARGEST: Final = 4 * CHUNK


class _Part(NamedTuple):
    """Some articles, and the checksum that names what was found in them."""

    articles: list[Article]
    name: str


def stream_quotes(
    documents: pd.DataFrame | str | Path,
    folder: str | Path,
    *,
    attitudes: bool = False,
    progress: bool = False,
    processes: int = 1,
) -> Path:
    """The folder, once it holds quotes.parquet and quote_spans.parquet as :func:`mediastudy.extract_quotes` makes them.

    Memory does not grow with the number of documents when these are given as a Parquet file. What was found is kept
    under ``quoting/`` in the folder as it is found: when the work is stopped and started again it goes on where it was,
    and when documents are added later only what is new is read.

    Parameters
    ----------
    documents
        A documents table, or the path of one in Parquet.
    folder
        Where to write; made if it is missing.
    attitudes, progress, processes
        As in :func:`mediastudy.extract_quotes`.

    Raises
    ------
    ValueError
        If a needed column is missing or ``processes`` is less than one.

    Examples
    --------
    >>> import tempfile
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["She said no rain fell."]})
    >>> folder = stream_quotes(documents, tempfile.mkdtemp())
    >>> pd.read_parquet(folder / "quotes.parquet")["content"].tolist()
    ['no rain fell']
    """
    if processes < 1:
        message = f"processes must be at least 1, not {processes}."
        raise ValueError(message)
    folder = Path(folder)
    kept = folder / FOLDER
    kept.mkdir(parents=True, exist_ok=True)
    names = _find(documents, kept, attitudes=attitudes, progress=progress, processes=processes)
    frame = _frame(documents)
    for table in _TABLES:
        _put_together([kept / f"{name}-{table}.parquet" for name in names], folder / f"{table}.parquet", table, frame)
    current = set(names)
    for path in kept.glob("*.parquet"):
        if path.name.split("-")[0] not in current:
            path.unlink()
    return folder


def _find(
    documents: pd.DataFrame | str | Path, kept: Path, *, attitudes: bool, progress: bool, processes: int
) -> list[str]:
    """The names of all parts in order, once what was found in each is kept."""
    from tqdm import tqdm

    names: list[str] = []

    def undone(bar: Any) -> Iterator[_Part]:
        """The parts that nothing is kept of."""
        for part in _parts(documents, f"{attitudes} {_state()}"):
            names.append(part.name)
            if all(_whole(kept / f"{part.name}-{table}.parquet") for table in _TABLES):
                bar.update(len(part.articles))
            else:
                yield part

    total = _size(documents)
    with tqdm(total=total, desc="finding quotes", unit=" documents", disable=not (progress and total)) as bar:
        if processes == 1:
            for part in undone(bar):
                bar.update(_keep(part, kept=kept, attitudes=attitudes))
        else:
            work = functools.partial(_keep, kept=kept, attitudes=attitudes, threads=1)
            with pool(processes) as workers:
                for count in mapped(workers, work, undone(bar), ahead=2 * processes):
                    bar.update(count)
    return names


def _keep(part: _Part, *, kept: Path, attitudes: bool, threads: int = 0) -> int:
    """How many articles the part has, once what was found in them is kept."""
    found = rows_of(part.articles, attitudes=attitudes, threads=threads)
    for table in _TABLES:
        rows = [row for one in found for row in getattr(one, table)]
        storage.write(as_table(rows, table), kept / f"{part.name}-{table}.parquet")
    return len(part.articles)


def _whole(path: Path) -> bool:
    """Whether a table stands at the path; one that a full or failing disk cut short does not."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        pq.read_metadata(path)
    except (OSError, pa.ArrowInvalid):
        return False
    return True


def _parts(documents: pd.DataFrame | str | Path, state: str) -> Iterator[_Part]:
    """The documents in parts."""
    articles: list[Article] = []
    for article in _articles(documents):
        articles.append(article)
        if zlib.crc32(article.document.encode("utf-8", "replace")) % CHUNK == 0 or len(articles) == _LARGEST:
            yield _Part(articles, _name(articles, state))
            articles = []
    if articles:
        yield _Part(articles, _name(articles, state))


def _articles(documents: pd.DataFrame | str | Path) -> Iterator[Article]:
    """The articles of a table, or of a Parquet file that is read a little at a time."""
    if isinstance(documents, pd.DataFrame):
        tables.require(documents, ["document", "text"], what="documents")
        yield from articles_of(documents)
        return
    import pyarrow.parquet as pq

    file = pq.ParquetFile(documents)
    columns = [name for name in _NEEDED if name in file.schema_arrow.names]
    tables.require(pd.DataFrame(columns=columns), ["document", "text"], what="documents")
    for batch in file.iter_batches(_LARGEST, columns=columns):
        yield from articles_of(batch.to_pandas())


def _size(documents: pd.DataFrame | str | Path) -> int:
    """How many documents there are."""
    if isinstance(documents, pd.DataFrame):
        return len(documents)
    import pyarrow.parquet as pq

    size: int = pq.ParquetFile(documents).metadata.num_rows
    return size


def _frame(documents: pd.DataFrame | str | Path) -> dict[str, Any]:
    """What the tables say of the sampling frame of the documents."""
    if isinstance(documents, pd.DataFrame):
        frame = tables.frame_of(documents)
    else:
        import pyarrow.parquet as pq

        frame = tables.frame_of(pq.read_schema(documents).empty_table().to_pandas())
    return {"frame": frame} if frame else {}


def _name(articles: list[Article], state: str) -> str:
    """The checksum of the articles and of what finds quotations in them."""
    total = hashlib.sha256(state.encode("utf-8"))
    for article in articles:
        total.update("\0".join(map(str, article)).encode("utf-8", "replace") + b"\1")
    return total.hexdigest()[:24]


@functools.cache
def _state() -> str:
    """A checksum of the code and the model that find quotations, and of the code that cuts texts into sentences."""
    total = hashlib.sha256()
    package = Path(__file__).parent.parent
    for path in sorted(path for room in ("corpus", "quotes") for path in (package / room).rglob("*")):
        if path.suffix in {".py", ".toml", ".onnx", ".json", ".npz"}:
            total.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _put_together(paths: list[Path], target: Path, table: str, attrs: dict[str, Any]) -> None:
    """Write the parts' tables as one, a part at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    blank = tables.empty(table)
    blank.attrs.update(attrs)
    schema = pa.Schema.from_pandas(blank, preserve_index=False)
    with storage.replacing(target) as draft, pq.ParquetWriter(draft, schema, compression="zstd") as writer:
        for path in paths:
            writer.write_table(pq.read_table(path).cast(schema))
