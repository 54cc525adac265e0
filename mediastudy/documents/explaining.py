"""What each raw file looks like: the answer to “what was my file taken for, and why was it not read?”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from mediastudy.documents.listing import list_files
from mediastudy.documents.reading import read_file
from mediastudy.documents.tabular.mapping import Mapping
from mediastudy.tables import conform

if TYPE_CHECKING:
    from pathlib import Path

    from mediastudy.documents.assembly import Batch

_TOLD: Final = 3
# Formats that take what no other reader recognises.
_FALLBACK: Final = {"text": "no database's marks were found in it", "html": "a saved page, not a database's export"}


def explain(path: str | Path) -> pd.DataFrame:
    r"""What the files at a path look like, members of archives included.

    Returns
    -------
    pandas.DataFrame
        One row a file: ``file``, ``format`` (missing if no reader takes it), ``articles``, ``announced``,
        ``interface`` (language of the program that wrote it), ``problems`` (how many), ``explanation`` (a sentence).

    Raises
    ------
    FileNotFoundError
        If there is nothing at the path.
    ValueError
        If the folder holds no files.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "a.csv"
    >>> _ = path.write_text("title,text\nHarbour,The harbour opened.", encoding="utf-8")
    >>> print(explain(path)["explanation"][0])
    this looks like csv, 1 article; problems: no_id_column (ids were made from the file's path and the row's place)
    """
    rows = [
        {
            "file": batch.file,
            "format": batch.format,
            "articles": len(batch.rows),
            "announced": batch.announced,
            "interface": batch.interface,
            "problems": len(batch.problems),
            "explanation": explanation(batch),
        }
        for file, place in list_files(path).files
        for batch in read_file(file, place, _nothing_said)
    ]
    return conform(pd.DataFrame(rows), "explanations")


def explanation(batch: Batch) -> str:
    """What a file was taken for, in a sentence.

    Examples
    --------
    >>> from mediastudy.documents.assembly import Batch
    >>> explanation(Batch("a.html", None, "factiva-html", rows=[{}, {}], announced=3, interface="zh"))
    'this looks like factiva-html, 2 articles, interface zh, announces 3'
    """
    told = "; ".join(f"{found.problem} ({found.detail})" for found in batch.problems[:_TOLD])
    more = f"; and {len(batch.problems) - _TOLD} more" if len(batch.problems) > _TOLD else ""
    if batch.format is None:
        return f"not read: {told}{more}"
    count = len(batch.rows)
    facts = [f"this looks like {batch.format}", f"{count:,} article{'' if count == 1 else 's'}"]
    if batch.interface:
        facts.append(f"interface {batch.interface}")
    if batch.announced is not None:
        facts.append(f"announces {batch.announced:,}")
    if batch.format in _FALLBACK:
        facts.append(_FALLBACK[batch.format])
    return ", ".join(facts) + (f"; problems: {told}{more}" if told else "")


def _nothing_said(_file: str) -> Mapping:
    """No settings: a file is explained as it is."""
    return Mapping({})
