"""A study folder: made new, opened again, and what came into it counted."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path
from typing import Final

import pandas as pd

from mediastudy import storage
from mediastudy.corpus import Corpus
from mediastudy.documents import read
from mediastudy.documents.sampling import flow
from mediastudy.tables import conform

COPIES: Final = ("repeat", "exact", "near", "excerpt")
PACKAGE: Final = Path(__file__).parent


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
        ``step`` (what is counted) and ``count``: files, articles announced by files that say how many they hold,
        articles found, documents kept, undated ones, those without text, copies by kind, stories, pieces removed from
        pages, then one row per kind of problem.

    Raises
    ------
    FileNotFoundError
        If the folder has not been built.
    """
    names = ("files", "documents", "problems", "removals")
    files, documents, problems, removals = (storage.load(Path(processed) / f"{name}.parquet") for name in names)
    copies = documents["copy"].value_counts()
    steps = {
        "files": len(files),
        "files without an article": int((files["kept"] == 0).sum()),
        "articles announced": int(files["announced"].sum()),
        "articles found": int(files["found"].sum()),
        "documents kept": len(documents),
        "documents undated": int(documents["date"].isna().sum()),
        "documents without text": int((documents["text"].fillna("").str.strip() == "").sum()),
        **{f"copies: {name}": int(copies.get(name, 0)) for name in COPIES},
        "stories": int(documents["story"].nunique()),
        "pieces removed from pages": len(removals),
        **{f"problem: {name}": count for name, count in problems["problem"].value_counts(sort=True).items()},
    }
    return conform(pd.DataFrame({"step": list(steps), "count": list(steps.values())}), "intake")


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
