"""What the commands share: the program, their arguments, opening what is asked about and writing what is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mediastudy import __version__, storage, tables

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.corpus import Corpus

app = typer.Typer(
    name="mediastudy",
    help="Read news articles, count terms, attribute quotes, draw phrase timelines, publish reports.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def check_suffix(path: Path | None) -> Path | None:
    """The output's path, refused before any work is done if its suffix names no format."""
    if path is not None:
        storage.suffix_of(path)
    return path


Input = Annotated[Path, typer.Argument(help="A documents file (.parquet, .csv, .jsonl[.gz]) or a processed folder.")]
Output = Annotated[
    Path,
    typer.Option("--output", "-o", callback=check_suffix, help="File to write: .csv, .parquet, .jsonl or .jsonl.gz."),
]
By = Annotated[
    list[str] | None, typer.Option("--by", help="Column of documents to group by, such as outlet; repeatable.")
]
Where = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        help="COLUMN=VALUE that documents must have, such as language=en; repeatable, either of a column's values.",
    ),
]
Counted = Annotated[
    str,
    typer.Option(
        "--counted", help="publication: without articles downloaded twice; story: earliest copies only; document: all."
    ),
]
PhraseList = Annotated[
    list[str] | None, typer.Option("--phrase", "-p", help="Query, as in docs/queries.md; repeatable.")
]
QueryFile = Annotated[Path | None, typer.Option("--queries", help="A queries.toml with named phrases.")]
Joined = Annotated[bool, typer.Option("--joined", help="A hyphen in the query also finds the words written as one.")]
Across = Annotated[
    str | None, typer.Option("--across", help="punctuation lets marks stand between the words of a phrase.")
]


def _show_version(value: bool) -> None:  # noqa: FBT001 - typer's callback
    """Print the version and stop."""
    if value:
        typer.echo(f"mediastudy {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Options that hold for every command."""


def opened(path: Path, where: list[str] | None, count: str) -> Corpus:
    """The corpus of an input, or of those of its documents that have the values asked for.

    Raises
    ------
    ValueError
        If a condition is not COLUMN=VALUE, the documents lack its column, or none of them has the value.
    """
    from mediastudy import study

    corpus = study.open_corpus(path, count=count, progress=True)
    wanted: dict[str, list[str]] = {}
    for condition in where or []:
        name, equals, value = condition.partition("=")
        if not equals:
            message = f"--where takes COLUMN=VALUE, such as language=en, not {condition!r}."
            raise ValueError(message)
        wanted.setdefault(name.strip(), []).append(value.strip())
    for name, values in wanted.items():
        corpus = having(corpus, name, values)
    return corpus


def having(corpus: Corpus, name: str, values: list[str]) -> Corpus:
    """The documents of which a column has one of the values; ``year`` is that of the date.

    Raises
    ------
    ValueError
        If the documents lack the column, or none has a value.
    """
    if name == "year" and "year" not in corpus.everything:
        column = corpus.column("date").dt.strftime("%Y")
    else:
        tables.require(corpus.everything, [name], what="documents")
        column = corpus.column(name).astype("str")
    chosen = corpus.where(column.isin(values).to_numpy())
    if not len(chosen):
        known = ", ".join(column.dropna().value_counts().index[:10])
        message = f"No document has {name} {' or '.join(values)}; the most frequent are {known or 'none'}."
        raise ValueError(message)
    return chosen


def asked(phrases: list[str] | None, queries: Path | None) -> list[str] | Path:
    """The phrases of the command line or of the file of queries.

    Raises
    ------
    ValueError
        If neither or both are given.
    """
    if bool(phrases) == bool(queries):
        message = "Give either --phrase, once or more often, or --queries with a file."
        raise ValueError(message)
    return queries or phrases or []


def write(table: pd.DataFrame, path: Path) -> None:
    """Write a table and say so."""
    storage.write(table, path)
    typer.echo(f"{path}: {len(table):,} rows", err=True)
