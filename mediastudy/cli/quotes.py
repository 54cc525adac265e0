"""Commands that ask who is quoted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mediastudy import storage
from mediastudy.cli.options import Input, Output, app, check_suffix, write

if TYPE_CHECKING:
    import pandas as pd

All = Annotated[bool, typer.Option("--all", help="Keep attitudes, beliefs and plans as well as speech.")]
Names = Annotated[
    Path | None, typer.Option("--names", help="A speakers.toml that corrects which names are one speaker's.")
]
_PAGES = (".html", ".htm")


def _check_page(path: Path | None) -> Path | None:
    """The page's path, refused before any work is done if it is no HTML file."""
    if path is not None and path.suffix.lower() not in _PAGES:
        message = f"--view writes a page: name it .html, not {path.name}."
        raise typer.BadParameter(message)
    return path


@app.command()
def quotes(
    source: Input,
    output: Output,
    *,
    attitudes: All = False,
    spans: Annotated[
        Path | None,
        typer.Option("--spans", callback=check_suffix, help="File for the character spans of every fragment."),
    ] = None,
    view: Annotated[
        Path | None, typer.Option("--view", callback=_check_page, help="HTML file to read articles in, quotes marked.")
    ] = None,
    articles: Annotated[int, typer.Option("--articles", min=1, help="How many articles --view shows.")] = 50,
    processes: Annotated[int, typer.Option("--processes", min=1, help="How many processes share the work.")] = 1,
) -> None:
    """Find who is quoted, in which words; .jsonl holds one object per document.

    What is found is kept beside the output until all is done: a run that was stopped goes on where it was.
    """
    from mediastudy import quotes as pillar
    from mediastudy import study

    documents = study.open_documents(source, progress=True)
    kept = output.with_name(f".{output.name}-quoting")
    pillar.stream_quotes(documents, kept, attitudes=attitudes, progress=True, processes=processes)
    found, fragments = (storage.load(kept / f"{name}.parquet") for name in ("quotes", "quote_spans"))
    if storage.suffix_of(output).startswith(".jsonl"):
        records = pillar.as_records(found, fragments, documents)
        storage.write_lines((json.dumps(record, ensure_ascii=False) for record in records), output)
        typer.echo(f"{output}: {len(found):,} quotes in {len(documents):,} documents", err=True)
    else:
        write(found, output)
    if spans is not None:
        write(fragments, spans)
    if view is not None:
        pillar.reading_view(documents, found, fragments, articles=articles).save(view)
    shutil.rmtree(kept)


@app.command()
def speakers(
    source: Input,
    output: Output,
    names: Names = None,
    *,
    attitudes: All = False,
    variants: Annotated[
        Path | None, typer.Option("--variants", callback=check_suffix, help="File for the names that were merged.")
    ] = None,
) -> None:
    """Count who is quoted how often, the variants of a name merged."""
    from mediastudy import quotes as pillar
    from mediastudy import study

    documents = study.open_documents(source, progress=True)
    found = _known_quotes(source, documents, attitudes=attitudes)
    write(pillar.speakers(found, documents, names=names), output)
    if variants is not None:
        write(pillar.name_variants(found, names=names), variants)


def _known_quotes(source: Path, documents: pd.DataFrame, *, attitudes: bool) -> pd.DataFrame:
    """The quotes of a processed folder, or those found now."""
    from mediastudy import quotes as pillar

    if not attitudes and (source / "quotes.parquet").is_file():
        return storage.load(source / "quotes.parquet")
    return pillar.extract_quotes(documents, attitudes=attitudes, progress=True).quotes
