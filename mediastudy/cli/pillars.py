"""Commands that ask who is quoted and how phrases develop."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from mediastudy import storage
from mediastudy.cli.options import By, Counted, Input, Output, PhraseList, QueryFile, Where, app, asked, opened, write


@app.command()
def timeline(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    every: Annotated[str, typer.Option("--every", help="day, week, month, quarter, year or decade.")] = "year",
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    *,
    variants: Annotated[bool, typer.Option("--variants", help="Rows for each query of a phrase as well.")] = False,
) -> None:
    """Count phrases by period, with rates, shares and their intervals."""
    from mediastudy import timelines

    phrases, corpus = asked(phrase, queries), opened(source, where, counted)
    table = timelines.timeline(corpus, phrases, every=every, by=by, variants=variants)
    write(table.assign(period=timelines.format_period(table["period"], every)), output)


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
        write(found.quotes, output)
        return
    records = pillar.as_records(found.quotes, found.quote_spans, documents)
    storage.write_lines((json.dumps(record, ensure_ascii=False) for record in records), output)
    typer.echo(f"{output}: {len(found.quotes):,} quotes in {len(documents):,} documents", err=True)
