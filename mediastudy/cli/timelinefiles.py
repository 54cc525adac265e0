"""What the commands on timelines read beside the articles, and how they write tables and charts."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import typer

from mediastudy import storage
from mediastudy.cli import options

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.periods import Every
    from mediastudy.documents.sampling.calendar_spans import Span

PICTURES: Final = (".svg", ".png", ".pdf")
PAGES: Final = (".html", ".htm")


def check_picture(path: Path | None) -> Path | None:
    """The chart's path, refused before any work is done if its suffix names no kind of picture.

    Examples
    --------
    >>> check_picture(Path("timeline.svg")).suffix
    '.svg'
    """
    return _with_suffix(path, PICTURES, "a chart")


def check_page(path: Path | None) -> Path | None:
    """The page's path, refused before any work is done if it is no HTML file.

    Examples
    --------
    >>> check_page(Path("timeline.html")).suffix
    '.html'
    """
    return _with_suffix(path, PAGES, "a page to point at")


def _with_suffix(path: Path | None, suffixes: tuple[str, ...], what: str) -> Path | None:
    """The path, if its suffix is one of these."""
    if path is not None and path.suffix.lower() not in suffixes:
        message = f"{path.name}: the name of {what} must end in {', '.join(suffixes)}."
        raise ValueError(message)
    return path


def read_periods(path: Path) -> pd.DataFrame:
    r"""The scholar's own periods in a CSV file; a bound may be a day, month or year.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If the file has no such columns, or a bound can't be read; the message names the line.

    Examples
    --------
    >>> path = Path(tempfile.mkdtemp()) / "plans.csv"
    >>> _ = path.write_text("name,first,last\nNinth Plan,1996,2000\n", encoding="utf-8")
    >>> read_periods(path).astype("str").values.tolist()
    [['Ninth Plan', '1996-01-01', '2000-12-31']]
    """
    from mediastudy.corpus.ownperiods import COLUMNS
    from mediastudy.documents.readers import Unreadable, delimited
    from mediastudy.documents.records import Source

    try:
        table = delimited.read(Source(path.name, ".csv", _existing(path).read_bytes()))
    except Unreadable as refusal:
        message = f"{path} can't be read: {refusal.detail}. Begin with the line: {','.join(COLUMNS)}"
        raise ValueError(message) from refusal
    rows = table.frame.rename(columns=lambda name: str(name).strip().lower())
    lacking = [name for name in COLUMNS if name not in rows]
    if lacking:
        has = ", ".join(map(str, rows.columns))
        message = f"{path} has no column {lacking[0]} among {has}. Begin with the line: {','.join(COLUMNS)}"
        raise ValueError(message)
    kept = rows.notna().any(axis="columns").to_numpy()
    places = [place for place, keep in zip(table.places, kept, strict=True) if keep]
    rows = rows[kept].reset_index(drop=True)
    for end in ("first", "last"):
        cells = zip(rows[end], places, strict=True)
        days = [getattr(_span(cell, f"{path}, {place}: {end}"), end) for cell, place in cells]
        rows[end] = pd.Series(days, dtype="datetime64[us]")
    return rows[list(COLUMNS)]


def _span(cell: object, place: str) -> Span:
    """The days that a bound stands for."""
    from mediastudy.documents.sampling.calendar_spans import span_of

    span = span_of(cell) if isinstance(cell, str) else None
    if span is None:
        found = repr(cell) if isinstance(cell, str) else "empty"
        message = f"{place} is {found}; write 1994, 1994-03 or 1994-03-05."
        raise ValueError(message)
    return span


def published(source: Path, path: Path | None) -> pd.DataFrame:
    """How many articles were published: as a denominators file has it, or else the processed folder asked about.

    What is not as hoped in the file is told, a line each.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If neither holds a number.
    """
    from mediastudy.documents.sampling.denominators import NAME, read_denominators

    built = source / "denominators.parquet"
    if path is None:
        table = storage.load(built) if built.is_file() else pd.DataFrame()
        if table.empty:
            message = f"--per frame needs the articles published, and {source} has no {NAME}; give --denominators FILE."
            raise ValueError(message)
        return table
    if _existing(path).suffix.lower() == ".parquet":
        return storage.load(path)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(path, Path(folder) / NAME)  # it is read under this name, whatever it is called here
        table, problems = read_denominators(folder)
    for _, problem in problems:
        typer.echo(f"{path} {problem.place}: {problem.problem}: {problem.detail}", err=True)
    if table.empty:
        message = f"{path} has no row that can be used; begin with the line: outlet,period,articles,citation"
        raise ValueError(message)
    return table


def _existing(path: Path) -> Path:
    """The path of a file that is there."""
    if not path.is_file():
        message = f"{path} does not exist; name a file."
        raise FileNotFoundError(message)
    return path


def write_periods(table: pd.DataFrame, path: Path) -> None:
    """Write a table of periods: parquet as the functions take it, text with its periods as a reader writes them.

    In text, ``period`` is the label (1994, 1994Q1, the name of an own period), and ``period_start`` its first day.
    """
    options.write(table if storage.suffix_of(path) == ".parquet" else legible(table), path)


def legible(table: pd.DataFrame) -> pd.DataFrame:
    """The table with ``period`` as its label, ``period_start`` after it, and days without a time.

    Examples
    --------
    >>> day = pd.to_datetime(["1994-01-01"])
    >>> legible(pd.DataFrame({"period": day, "period_label": "1994", "hits": 3})).to_dict("records")
    [{'period': '1994', 'period_start': '1994-01-01', 'hits': 3}]
    """
    columns = [name for name in table if name not in {"period_label", "period_start"}]
    if "period_label" in table:
        columns.insert(columns.index("period") + 1, "period_start")
        table = table.assign(period=table["period_label"], period_start=table["period"])
    days = [str(name) for name in table.select_dtypes("datetime")]
    return table.assign(**{name: table[name].dt.strftime("%Y-%m-%d") for name in days})[columns]


def dated(every: str | None, periods: Path | None) -> Every:
    """The kind of period, or the own periods of a file.

    Raises
    ------
    ValueError
        If both are given, or as their readers do.
    """
    from mediastudy.corpus.periods import chosen

    if every and periods:
        message = "Give either --every or --periods, not both."
        raise ValueError(message)
    return chosen(read_periods(periods) if periods else (every or "year").replace("-", " "))


def write_changes(found: pd.DataFrame, path: Path, every: Every) -> None:
    """Write the change points, the ends of their intervals as periods are written."""
    from mediastudy import timelines

    text = storage.suffix_of(path) != ".parquet"
    ends = {end: timelines.format_period(found[end], every) for end in ("low", "high")} if text else {}
    write_periods(found.assign(**ends), path)


def tell_left_out(corpus: Corpus, every: Every) -> None:
    """Say how many documents belong to no period, and why."""
    from mediastudy import timelines

    for row in timelines.undated(corpus, every=every).itertuples():
        typer.echo(f"documents left out, {row.reason}: {row.documents:,}", err=True)


def found(table: pd.DataFrame, named: str = "phrase") -> pd.DataFrame:
    """The table to draw: a phrase found among words, or among characters, has no line of zeros among the other.

    Not for panels, each of which needs the same phrases.

    Examples
    --------
    >>> rows = {"phrase": ["aid", "aid", "wool"], "unit": ["words", "characters", "words"], "hits": [3, 0, 0]}
    >>> found(pd.DataFrame(rows))["phrase"].tolist()
    ['aid', 'wool']
    """
    here, anywhere = (table.groupby(keys)["hits"].transform("sum") for keys in ([named, "unit"], [named]))
    return table[(here > 0) | (anywhere == 0)].reset_index(drop=True)


def draw(chart: Callable[..., Any], table: pd.DataFrame, path: Path, **over: Any) -> None:
    """Draw a table with a function of mediastudy.charts into a file, and say what it shows."""
    os.environ.setdefault("MPLBACKEND", "agg")  # a chart for a file needs no window
    from mediastudy.reports import rendering

    axes = chart(table, **over)
    picture = rendering.rendered(axes.get_figure(root=True), path.suffix.lower().removeprefix("."), path.stem)
    with storage.replacing(path) as draft:
        draft.write_bytes(picture)
    typer.echo(f"{path}: {axes.get_label()}", err=True)
