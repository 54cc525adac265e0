"""Commands that count words and phrases, and compare corpora."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mediastudy.cli.options import (
    Across,
    By,
    Counted,
    Input,
    Joined,
    Output,
    PhraseList,
    QueryFile,
    Where,
    app,
    asked,
    having,
    opened,
    write,
)

Minimum = Annotated[int, typer.Option("--minimum", min=1, help="Fewest tokens or co-occurrences of a row.")]


@app.command()
def frequencies(
    source: Input,
    output: Output,
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    n: Annotated[int, typer.Option("--n", min=1, max=5, help="Words in an n-gram.")] = 1,
    merge: Annotated[str | None, typer.Option("--merge", help="lemma or stem: count its types together.")] = None,
    stopwords: Annotated[str | None, typer.Option("--stopwords", help="Language whose stop words to flag.")] = None,
    language: Annotated[str, typer.Option("--language", help="Language of lemmas and stems.")] = "en",
) -> None:
    """Count types or n-grams, per million tokens and in documents."""
    from mediastudy import terms

    corpus = opened(source, where, counted)
    write(terms.frequencies(corpus, by=by, n=n, merge=merge, stopwords=stopwords, language=language), output)


@app.command()
def phrases(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    *,
    variants: Annotated[bool, typer.Option("--variants", help="Rows for each query of a phrase as well.")] = False,
) -> None:
    """Count phrases, per million tokens and in documents."""
    from mediastudy import terms

    wanted = asked(phrase, queries)
    write(terms.phrase_frequencies(opened(source, where, counted), wanted, by=by, variants=variants), output)


@app.command()
def concordance(
    source: Input,
    phrase: Annotated[str, typer.Option("--phrase", "-p", help="Query, as in docs/queries.md.")],
    output: Output,
    width: Annotated[int, typer.Option("--width", min=0, help="Characters of context on each side.")] = 60,
    where: Where = None,
    counted: Counted = "publication",
    sort: Annotated[list[str] | None, typer.Option("--sort", help="L3 to R3: sort by this token; repeatable.")] = None,
    sample: Annotated[int | None, typer.Option("--sample", min=1, help="Hits to draw at random.")] = None,
    seed: Annotated[int, typer.Option("--seed", help="Seed of the drawing.")] = 1,
    *,
    joined: Joined = False,
    across: Across = None,
) -> None:
    """List every occurrence of a phrase with its context and its evidence."""
    from mediastudy import terms

    corpus = opened(source, where, counted)
    options: dict[str, Any] = {"sort": sort, "sample": sample, "seed": seed, "joined": joined, "across": across}
    write(terms.concordance(corpus, phrase, width=width, **options), output)


@app.command()
def collocates(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    span: Annotated[int, typer.Option("--span", min=1, help="Tokens on each side of a hit.")] = 5,
    within: Annotated[str, typer.Option("--within", help="document, or sentence to stop at its ends.")] = "document",
    count: Annotated[str, typer.Option("--count", help="positions or pairs.")] = "positions",
    by: By = None,
    every: Annotated[str | None, typer.Option("--every", help="Period to group by, such as year.")] = None,
    minimum: Minimum = 2,
    where: Where = None,
    counted: Counted = "publication",
) -> None:
    """Find the words that stand near a phrase, with measures of association."""
    from mediastudy import terms
    from mediastudy.corpus import periods

    wanted, corpus = asked(phrase, queries), opened(source, where, counted)
    options: dict[str, Any] = {"span": span, "within": within, "count": count, "every": every, "minimum": minimum}
    table = terms.collocates(corpus, wanted, by=by, **options)
    write(table.assign(period=periods.format_period(table["period"], every)) if every else table, output)


@app.command()
def keywords(
    source: Input,
    output: Output,
    column: Annotated[str, typer.Option("--column", help="Column that parts the corpora: outlet, year ...")],
    target: Annotated[list[str], typer.Option("--target", help="Its value in the target; repeatable.")],
    reference: Annotated[
        list[str] | None, typer.Option("--reference", help="Its value in the reference; all others if none is given.")
    ] = None,
    within: Annotated[
        list[str] | None, typer.Option("--within", help="Permute stories among those alike in this; repeatable.")
    ] = None,
    minimum: Minimum = 5,
    permutations: Annotated[int | None, typer.Option("--permutations", min=1, help="Most a p rests on.")] = None,
    where: Where = None,
    counted: Counted = "publication",
    export: Annotated[
        str | None, typer.Option("--as", help="What a tool would print: quanteda, antconc, conc, tidylo, rayson ...")
    ] = None,
) -> None:
    """Compare the words of one part of a corpus with those of another."""
    from mediastudy import terms

    corpus = opened(source, where, counted)
    ours = having(corpus, column, target)
    rest = corpus.where(~corpus.column("document").isin(ours.column("document")).to_numpy())
    theirs = having(rest, column, reference) if reference else rest
    table = terms.keywords(ours, theirs, within=within, minimum=minimum, permutations=permutations)
    write(terms.keywords_as(table, export) if export else table, output)


@app.command()
def dispersion(
    source: Input,
    output: Output,
    parts: Annotated[
        list[str] | None, typer.Option("--parts", help="Column whose values are the parts; documents if none.")
    ] = None,
    where: Where = None,
    counted: Counted = "publication",
) -> None:
    """Measure how evenly each type is spread over documents or other parts."""
    from mediastudy import terms

    write(terms.dispersion(opened(source, where, counted), parts=parts), output)


@app.command()
def diversity(
    source: Input, output: Output, by: By = None, where: Where = None, counted: Counted = "publication"
) -> None:
    """Measure how varied the vocabulary is: TTR, MATTR, MTLD, HD-D."""
    from mediastudy import terms

    write(terms.lexical_diversity(opened(source, where, counted), by=by), output)
