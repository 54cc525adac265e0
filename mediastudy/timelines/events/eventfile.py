"""``events.csv``: what happened when, and who says so, for charts and tests of a timeline.

One row an event; ``date`` is a day, month or year, or stands as ``first`` and ``last`` where an event lasted::

    date,label,citation
    1994-03-05,Harbour closed,Coast Daily 6 March 1994 p. 1
    1996-07,Ferry strike,Yearbook 1996 p. 12
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn

import pandas as pd

from mediastudy import tables
from mediastudy.documents.readers import Unreadable, delimited
from mediastudy.documents.records import Source
from mediastudy.documents.sampling.calendar_spans import Span, span_of
from mediastudy.documents.tabular.columns import plain_name

if TYPE_CHECKING:
    import os

_KNOWN: Final = ("event", "date", "first", "last", "label", "citation")
_WRITE: Final = "write 1994, 1994-03, 1994-03-05 or 1994 to 1996"


def read_events(path: str | os.PathLike[str]) -> pd.DataFrame:
    r"""The table of the events in a CSV file, numbered in order of date.

    Parameters
    ----------
    path : a file with the columns ``label`` and ``date``, or ``first`` and ``last``, and ``citation`` if wanted, in any
        order and letter case; an empty ``last`` is that of ``first``

    A year, quarter, month or week lasts from its first day to its last. Rows without any cell are passed over. Numbers
    in a column ``event`` are made anew, since an event may have been added.

    Returns
    -------
    pd.DataFrame
        One row an event, by first and last day, then as in the file: ``event`` (1, 2, ...); ``first`` and ``last`` (its
        days, inclusive); ``label``; ``citation`` (missing if there is none); then the file's further columns, as text.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If the file or a row can't be used; the message names the file, the line and what to do.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "events.csv"
    >>> _ = path.write_text("date,label\n1996-07,Ferry strike\n1994-03-05,Harbour closed\n", encoding="utf-8")
    >>> read_events(path)[["event", "last", "label"]].astype(str).values.tolist()
    [['1', '1994-03-05', 'Harbour closed'], ['2', '1996-07-31', 'Ferry strike']]
    """
    file = Path(path)
    try:
        table = delimited.read(Source(file.name, ".csv", file.read_bytes()))
    except Unreadable:
        _fail(file, "line 1", "there is no header; begin with: date,label,citation")
    if table.problems:
        _fail(file, table.problems[0].place, table.problems[0].detail)
    rows = _named(table.frame, file)
    kept = rows.notna().any(axis="columns").to_numpy()
    places = [place for place, keep in zip(table.places, kept, strict=True) if keep]
    return _numbered(rows[kept].reset_index(drop=True), places, file)


def _named(frame: pd.DataFrame, file: Path) -> pd.DataFrame:
    """The rows under our names, cells without space around them, empty ones missing."""
    names = [plain_name(name) if plain_name(name) in _KNOWN else name for name in frame.columns]
    repeated = [name for place, name in enumerate(names) if name in names[:place]]
    if repeated:
        _fail(file, "line 1", f"the column {repeated[0]!r} comes twice; keep one")
    if "label" not in names:
        _fail(file, "line 1", f"there is no column label among {', '.join(names)}; name what happened in one")
    if ("date" in names) == ("first" in names) or ("last" in names) != ("first" in names):
        _fail(file, "line 1", "give the column date, or the columns first and last")
    rows = frame.set_axis(names, axis="columns").apply(lambda cells: cells.str.strip())
    named: pd.DataFrame = rows.mask(rows == "").astype("str")
    return named


def _numbered(rows: pd.DataFrame, places: list[str], file: Path) -> pd.DataFrame:
    """The events of the rows, in order of date."""
    entries: list[Any] = rows.to_dict("records")
    spans = [_span(row, file, place) for row, place in zip(entries, places, strict=True)]
    dated = rows.drop(columns=["event", "date"], errors="ignore").assign(
        first=pd.Series([span.first for span in spans], dtype="datetime64[us]"),
        last=pd.Series([span.last for span in spans], dtype="datetime64[us]"),
    )
    ordered = dated.sort_values(["first", "last"], kind="stable", ignore_index=True)
    return tables.conform(ordered.assign(event=ordered.index + 1), "events")


def _span(row: dict[str, Any], file: Path, place: str) -> Span:
    """The days of an event."""
    if pd.isna(row["label"]):
        _fail(file, place, "there is no label; name what happened")
    if "date" in row:
        return _read(row["date"], "date", file, place)
    begun = _read(row["first"], "first", file, place)
    ended = begun if pd.isna(row["last"]) else _read(row["last"], "last", file, place)
    if ended.last < begun.first:
        _fail(file, place, f"last, {row['last']}, comes before first, {row['first']}; exchange them")
    return Span(begun.first, ended.last)


def _read(cell: object, column: str, file: Path, place: str) -> Span:
    """The span that a cell states."""
    span = span_of(cell) if isinstance(cell, str) else None
    if span is None:
        _fail(
            file, place, f"{column} is {cell!r}; {_WRITE}" if isinstance(cell, str) else f"{column} is empty; {_WRITE}"
        )
    return span


def _fail(file: Path, place: str, reason: str) -> NoReturn:
    """Raise with the file, the line and the reason."""
    message = f"{file}, {place}: {reason}."
    raise ValueError(message) from None
