"""A study folder: made new, opened again, and what came into it counted."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediastudy import storage
from mediastudy.corpus import Corpus
from mediastudy.documents import read
from mediastudy.documents.copies.counting import counts
from mediastudy.documents.sampling import flow
from mediastudy.documents.tally import tally

if TYPE_CHECKING:
    import pandas as pd

PACKAGE: Final = Path(__file__).parent


def open_corpus(path: str | Path, *, count: str = "publication", progress: bool = False) -> Corpus:
    """The corpus in a processed folder, or one made from a documents file or anything else that ``read`` takes.

    Parameters
    ----------
    path
        A processed folder, a documents file, or raw articles.
    count
        ``publication``: without repeats, which are one publication downloaded twice; ``story``: only the earliest copy
        of each story; ``document``: everything. Copies are known in a processed folder only.
    progress
        Whether to show progress bars.

    Warns
    -----
    UserWarning
        If something could not be read as hoped: how many problems of which kind.

    Raises
    ------
    FileNotFoundError
        If there is nothing at the path.
    ValueError
        If no document could be read, or there is no such way to count.

    Examples
    --------
    >>> import tempfile
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"document": ["a"], "text": ["Aid came late."]})
    >>> open_corpus(storage.write(rows, Path(tempfile.mkdtemp()) / "aid.csv")).tokens
    3
    """
    if _is_processed(path):
        corpus = Corpus.open(path)
    else:
        corpus = Corpus.build(open_documents(path, progress=progress), progress=progress)
    chosen = counts(corpus.column("copy"), count)
    return corpus if chosen.all() else corpus.where(chosen)


def open_documents(path: str | Path, *, progress: bool = False) -> pd.DataFrame:
    """The documents of a processed folder, or of anything that ``read`` takes; warns and raises as ``open_corpus``.

    Examples
    --------
    >>> import tempfile
    >>> import pandas as pd
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
        ``step`` and ``count``, as ``mediastudy.documents.tally.tally`` describes them.

    Raises
    ------
    FileNotFoundError
        If the folder has not been built.
    """
    names = ("documents", "files", "problems", "removals")
    return tally(*(storage.load(Path(processed) / f"{name}.parquet") for name in names))


def intake_flow(processed: str | Path) -> pd.DataFrame:
    """How many articles were found, downloaded, read and kept, and where the others went.

    Returns
    -------
    DataFrame
        As ``mediastudy.documents.sampling.flow.intake_flow`` describes; ``charts.intake`` draws it.

    Raises
    ------
    FileNotFoundError
        If the folder has not been built.
    """
    names = ("files", "documents", "acquisition", "problems")
    files, documents, searches, problems = (storage.load(Path(processed) / f"{name}.parquet") for name in names)
    return flow.intake_flow(files, documents, acquisition=searches, problems=problems)


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
