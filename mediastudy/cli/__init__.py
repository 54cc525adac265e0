"""The command line: parse, call, write; nothing else."""

from __future__ import annotations

import json
import os
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from mediastudy import __version__, storage

if TYPE_CHECKING:
    import pandas as pd

app = typer.Typer(
    name="mediastudy",
    help="Read news articles, count terms, attribute quotes, draw phrase timelines, publish reports.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
REFUSED: Final = 1
INTERRUPTED: Final = 130
CORES: Final = os.cpu_count() or 1
SHOWN: Final = 20


def _check_suffix(path: Path) -> Path:
    """The output's path, refused before any work is done if its suffix names no format."""
    storage.suffix_of(path)
    return path


Input = Annotated[Path, typer.Argument(help="A documents file (.parquet, .csv, .jsonl[.gz]) or a processed folder.")]
Output = Annotated[
    Path,
    typer.Option("--output", "-o", callback=_check_suffix, help="File to write: .csv, .parquet, .jsonl or .jsonl.gz."),
]
By = Annotated[
    list[str] | None, typer.Option("--by", help="Column of documents to group by, such as outlet; repeatable.")
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


@app.command()
def build(
    raw: Annotated[Path, typer.Argument(help="Folder or file of raw articles.")] = Path("data/raw"),
    processed: Annotated[Path, typer.Argument(help="Folder to write to.")] = Path("data/processed"),
    processes: Annotated[int, typer.Option("--processes", min=1, help="Processes that look for quotes.")] = CORES,
) -> None:
    """Make data/processed from data/raw: documents, index, quotes; then print the intake."""
    from mediastudy import study

    study.build(raw, processed, progress=True, processes=processes)
    for step, count in study.intake(processed).itertuples(index=False):
        typer.echo(f"{count:>9,}  {step}")
    problems = storage.load(processed / "problems.parquet").fillna("")
    for row in problems.head(SHOWN).itertuples():
        typer.echo(f"{row.problem}: {row.file} {row.place}: {row.detail}")
    if len(problems) > SHOWN:
        typer.echo(f"... and {len(problems) - SHOWN:,} more in {processed / 'problems.parquet'}")


@app.command()
def read(
    path: Annotated[Path, typer.Argument(help="File or folder of raw articles.")],
    output: Output,
    problems: Annotated[Path | None, typer.Option("--problems", help="File to write the problems table to.")] = None,
) -> None:
    """Read raw articles into a documents file."""
    from mediastudy import documents

    taken = documents.read(path, progress=True)
    _write(taken.documents, output)
    if problems is not None:
        _write(taken.problems, problems)
    for name, count in taken.problems["problem"].value_counts().items():
        typer.echo(f"{count:>9,}  {name}", err=True)


@app.command()
def frequencies(
    source: Input,
    output: Output,
    by: By = None,
    n: Annotated[int, typer.Option("--n", min=1, max=5, help="Words in an n-gram.")] = 1,
) -> None:
    """Count types or n-grams, per million tokens and in documents."""
    from mediastudy import study, terms

    _write(terms.frequencies(study.open_corpus(source, progress=True), by=by, n=n), output)


@app.command()
def concordance(
    source: Input,
    phrase: Annotated[str, typer.Option("--phrase", "-p", help="Query, as in docs/queries.md.")],
    output: Output,
    width: Annotated[int, typer.Option("--width", min=0, help="Characters of context on each side.")] = 60,
) -> None:
    """List every occurrence of a phrase with its context and its evidence."""
    from mediastudy import study, terms

    _write(terms.concordance(study.open_corpus(source, progress=True), phrase, width=width), output)


@app.command()
def timeline(
    source: Input,
    phrase: Annotated[list[str], typer.Option("--phrase", "-p", help="Query, as in docs/queries.md; repeatable.")],
    output: Output,
    every: Annotated[str, typer.Option("--every", help="day, week, month, quarter, year or decade.")] = "year",
    by: By = None,
) -> None:
    """Count phrases by period, with rates, shares and their intervals."""
    from mediastudy import study, timelines

    table = timelines.timeline(study.open_corpus(source, progress=True), phrase, every=every, by=by)
    _write(table.assign(period=timelines.format_period(table["period"], every)), output)


@app.command()
def quotes(
    source: Input,
    output: Output,
    *,
    attitudes: Annotated[
        bool, typer.Option("--all", help="Keep attitudes, beliefs and plans as well as speech.")
    ] = False,
) -> None:
    """Find who is quoted, in which words; .jsonl holds one object per document."""
    from mediastudy import quotes as pillar
    from mediastudy import study

    documents = study.open_documents(source, progress=True)
    found = pillar.extract_quotes(documents, attitudes=attitudes, progress=True)
    if not storage.suffix_of(output).startswith(".jsonl"):
        _write(found.quotes, output)
        return
    records = pillar.as_records(found.quotes, found.quote_spans, documents)
    storage.write_lines((json.dumps(record, ensure_ascii=False) for record in records), output)
    typer.echo(f"{output}: {len(found.quotes):,} quotes in {len(documents):,} documents", err=True)


@app.command()
def report(
    notebooks: Annotated[list[Path] | None, typer.Argument(help="Notebooks; all in notebooks/ if none.")] = None,
    to: Annotated[str, typer.Option("--to", help="html, pdf, or both as html,pdf.")] = "html,pdf",
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path("reports"),
) -> None:
    """Execute notebooks and export them as HTML and PDF."""
    from mediastudy import reports

    chosen = notebooks or sorted(Path("notebooks").glob("*.ipynb"))
    if not chosen:
        message = "notebooks/ holds no notebook; name one, or run this in a study folder."
        raise FileNotFoundError(message)
    for path in reports.build(chosen, to=tuple(part.strip() for part in to.split(",")), output=output):
        typer.echo(str(path))


@app.command()
def new(folder: Annotated[Path, typer.Argument(help="Folder to make.")]) -> None:
    """Make a study folder for your own articles; it builds its report at once on the sample."""
    from mediastudy import study

    study.new(folder)
    typer.echo(f"{folder} is ready. Next: cd {folder}, then mediastudy build, then mediastudy report.")


def _write(table: pd.DataFrame, path: Path) -> None:
    """Write a table and say so."""
    storage.write(table, path)
    typer.echo(f"{path}: {len(table):,} rows", err=True)


def main() -> None:
    """Run the command line; an error ends in one sentence and exit code 1, usage in 2, an interruption in 130."""
    warnings.showwarning = lambda message, *_, **__: typer.echo(f"mediastudy: {message}", err=True)
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(arguments)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(f"mediastudy: {error}", err=True)
        sys.exit(REFUSED)


if __name__ == "__main__":
    main()
