"""The command that asks how phrases develop."""

from __future__ import annotations

from typing import Annotated

import typer

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
