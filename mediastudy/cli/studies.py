"""Commands that make things: a study folder, its tables, its reports."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Final

import typer

from mediastudy import storage
from mediastudy.cli.options import Input, Output, app, check_suffix, write

CORES: Final = os.cpu_count() or 1
SHOWN: Final = 20


@app.command()
def build(
    raw: Annotated[Path, typer.Argument(help="Folder or file of raw articles.")] = Path("data/raw"),
    processed: Annotated[Path, typer.Argument(help="Folder to write to.")] = Path("data/processed"),
    processes: Annotated[int, typer.Option("--processes", min=1, help="Processes that look for quotes.")] = CORES,
) -> None:
    """Make data/processed from data/raw: documents, index, quotes; then print the intake."""
    from mediastudy import stages, study

    stages.build(raw, processed, progress=True, processes=processes)
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
    output: Annotated[
        Path | None, typer.Option("--output", "-o", callback=check_suffix, help="Documents file to write.")
    ] = None,
    problems: Annotated[Path | None, typer.Option("--problems", help="File to write the problems table to.")] = None,
    *,
    explained: Annotated[bool, typer.Option("--explain", help="Say what each file looks like; write nothing.")] = False,
) -> None:
    """Read raw articles into a documents file, or say what each file looks like."""
    from mediastudy import documents

    if explained:
        for row in documents.explain(path).itertuples():
            typer.echo(f"{row.file}: {row.explanation}")
        return
    if output is None:
        message = "Name the documents file to write with --output, or ask with --explain what the files look like."
        raise ValueError(message)
    taken = documents.read(path, progress=True, processes=CORES)
    write(taken.documents, output)
    if problems is not None:
        write(taken.problems, problems)
    for name, count in taken.problems["problem"].value_counts().items():
        typer.echo(f"{count:>9,}  {name}", err=True)


@app.command()
def duplicates(
    source: Input,
    output: Output,
    window: Annotated[int, typer.Option("--window", min=0, help="Most days between two copies of a story.")] = 30,
) -> None:
    """List the copies of texts: exact and near copies, excerpts, and articles downloaded twice."""
    from mediastudy import documents, study

    write(documents.duplicates(study.open_documents(source, progress=True), window=window), output)


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
