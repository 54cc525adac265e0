"""Commands that ask how phrases develop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mediastudy import tables
from mediastudy.cli import timelinefiles
from mediastudy.cli.options import (
    By,
    Counted,
    Input,
    Output,
    PhraseList,
    QueryFile,
    Where,
    app,
    asked,
    check_suffix,
    opened,
    write,
)

if TYPE_CHECKING:
    import pandas as pd


Step = Annotated[
    str | None,
    typer.Option("--every", help='day, week, month, quarter, year, "five years" or decade.', show_default="year"),
]
Periods = Annotated[
    Path | None,
    typer.Option("--periods", help="A CSV of own periods (name, first, last), such as plans, instead of --every."),
]
Cluster = Annotated[
    str, typer.Option("--cluster", help="What intervals take as independent: story (its copies), day or document.")
]
Chart = Annotated[
    Path | None,
    typer.Option("--chart", callback=timelinefiles.check_picture, help="Picture to draw: .svg, .png or .pdf."),
]
Per = Annotated[
    str, typer.Option("--per", help="What rates are per: token, document, or frame for articles published.")
]
Denominators = Annotated[
    Path | None,
    typer.Option(
        "--denominators",
        help="A denominators.csv for --per frame (outlet, period, articles, citation); that of INPUT if none.",
    ),
]
Interval = Annotated[str, typer.Option("--interval", help="analytic or bootstrap.")]
Smooth = Annotated[
    str | None, typer.Option("--smooth", help='"moving average", loess or spline, drawn over the points.')
]
Changes = Annotated[
    Path | None,
    typer.Option("--changes", callback=check_suffix, help="File for the change points; the chart shows them."),
]
Events = Annotated[
    Path | None, typer.Option("--events", help="A CSV of events (date, label, citation) to mark and to test.")
]
EventTests = Annotated[
    Path | None,
    typer.Option("--event-tests", callback=check_suffix, help="File for the rates before and after each event."),
]
Window = Annotated[int, typer.Option("--window", min=1, help="Periods on each side of an event.")]
Gap = Annotated[int, typer.Option("--gap", min=0, help="Days after an event that are left out with it.")]
View = Annotated[
    Path | None,
    typer.Option("--view", callback=timelinefiles.check_page, help="HTML page with the sentences of each point."),
]
Variants = Annotated[bool, typer.Option("--variants", help="Rows for each query of a phrase as well.")]


@app.command()
def timeline(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    every: Step = None,
    periods: Periods = None,
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    per: Per = "token",
    denominators: Denominators = None,
    cluster: Cluster = "story",
    interval: Interval = "analytic",
    chart: Chart = None,
    smooth: Smooth = None,
    changes: Changes = None,
    events: Events = None,
    event_tests: EventTests = None,
    window: Window = 12,
    gap: Gap = 0,
    view: View = None,
    *,
    variants: Variants = False,
) -> None:
    """Count phrases by period, with rates, shares and their intervals; draw and test them.

    In .csv and .jsonl, period is written as one reads it (1994Q1), and period_start and period_end are its days.
    """
    from mediastudy import timelines

    given: dict[str, Any] = {"chart": chart, "smooth": smooth, "changes": changes, "events": events}
    _fitting(per, denominators, event_tests=event_tests, **given)
    dated, phrases = timelinefiles.dated(every, periods), asked(phrase, queries)
    told = timelines.read_events(events) if events else None
    options: dict[str, Any] = {"variants": variants, "per": per, "cluster": cluster, "interval": interval}
    options["denominators"] = timelinefiles.published(source, denominators) if per == "frame" else None
    corpus = opened(source, where, counted)
    table = timelines.timeline(corpus, phrases, every=dated, by=by, **options)
    over: dict[str, Any] = {"events": told}
    over["smooth"] = timelines.smoothed(table, method=smooth.replace("-", " ")) if smooth else None
    timelinefiles.write_periods(table, output)
    timelinefiles.tell_left_out(corpus, dated)
    if changes is not None:
        stepped = over["changes"] = timelines.change_points(table)
        timelinefiles.write_changes(stepped, changes, dated)
    if event_tests is not None and told is not None:
        write(timelinefiles.legible(timelines.event_test(table, told, window=window, gap=gap)), event_tests)
    if chart is not None:
        _draw(table, chart, panels=bool(by), **over)
    if view is not None:
        page = timelines.timeline_view(timelinefiles.found(table), corpus, phrases)
        typer.echo(f"{page.save(view)}: a page to point at", err=True)


@app.command()
def renderings(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    every: Step = None,
    periods: Periods = None,
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    cluster: Cluster = "story",
    chart: Chart = None,
    drawn: Annotated[str | None, typer.Option("--drawn", help="The phrase to draw, if there are several.")] = None,
) -> None:
    """Tell which of its variants a phrase goes by in each period."""
    from mediastudy import timelines

    if chart and by:
        message = "The chart of renderings shows one group: leave --by out, and pick one with --where, or draw none."
        raise ValueError(message)
    dated, wanted = timelinefiles.dated(every, periods), asked(phrase, queries)
    corpus = opened(source, where, counted)
    table = timelines.renderings(corpus, wanted, every=dated, by=by, cluster=cluster)
    timelinefiles.write_periods(table, output)
    timelinefiles.tell_left_out(corpus, dated)
    if chart is not None:
        from mediastudy import charts

        timelinefiles.draw(charts.renderings, timelinefiles.found(_one_phrase(table, drawn)), chart)


@app.command()
def ratios(
    source: Input,
    expression: Annotated[
        str,
        typer.Option("--expression", "-e", help='Phrases\' names, + - * / and brackets, such as "a / (a + b)".'),
    ],
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    every: Step = None,
    periods: Periods = None,
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    cluster: Cluster = "story",
    chart: Chart = None,
) -> None:
    """Calculate with phrases in each period, such as which of two names is used."""
    from mediastudy import timelines

    dated, wanted = timelinefiles.dated(every, periods), asked(phrase, queries)
    corpus = opened(source, where, counted)
    table = timelines.ratios(corpus, wanted, expression, every=dated, by=by, cluster=cluster)
    timelinefiles.write_periods(table, output)
    timelinefiles.tell_left_out(corpus, dated)
    if chart is not None:
        from mediastudy import charts

        timelinefiles.draw(charts.ratios, timelinefiles.found(table, "expression"), chart)


@app.command()
def usage(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    every: Annotated[
        str, typer.Option("--every", help='day, week, month, quarter, year, "five years" or decade.')
    ] = "decade",
    by: By = None,
    where: Where = None,
    counted: Counted = "publication",
    span: Annotated[int, typer.Option("--span", min=1, help="Tokens on each side of a hit.")] = 5,
    measure: Annotated[
        str, typer.Option("--measure", help="log_dice, mutual_information, log_likelihood, t_score ...")
    ] = "mutual_information",
    threshold: Annotated[float, typer.Option("--threshold", help="Least value of the measure.")] = 3.0,
    minimum: Annotated[int, typer.Option("--minimum", min=1, help="Fewest co-occurrences in a period.")] = 3,
    chart: Chart = None,
) -> None:
    """Compare the words near a phrase in each period with those of the period before."""
    from mediastudy import terms

    wanted, dated = asked(phrase, queries), every.replace("-", " ")
    options: dict[str, Any] = {"span": span, "measure": measure, "threshold": threshold, "minimum": minimum}
    corpus = opened(source, where, counted)
    table = terms.usage(corpus, wanted, every=dated, by=by, **options)
    timelinefiles.write_periods(table, output)
    timelinefiles.tell_left_out(corpus, dated)
    if chart is not None:
        from mediastudy import charts

        timelinefiles.draw(charts.usage, timelinefiles.found(table), chart)


@app.command()
def suggest(
    source: Input,
    output: Output,
    phrase: PhraseList = None,
    queries: QueryFile = None,
    where: Where = None,
    counted: Counted = "publication",
    minimum: Annotated[int, typer.Option("--minimum", min=1, help="Fewest occurrences of a candidate.")] = 5,
    most: Annotated[int, typer.Option("--most", min=1, help="Candidates for each phrase.")] = 50,
) -> None:
    """Suggest further names that a phrase may go by, for you to accept or to reject."""
    from mediastudy import timelines

    wanted = asked(phrase, queries)
    write(timelines.suggest_variants(opened(source, where, counted), wanted, minimum=minimum, most=most), output)


def _draw(table: pd.DataFrame, chart: Path, *, panels: bool, **over: Any) -> None:
    """Draw a timeline, in one panel or in one for each group."""
    from mediastudy import charts

    if panels:
        timelinefiles.draw(charts.timeline_panels, table, chart, **over)
    else:
        timelinefiles.draw(charts.timeline, timelinefiles.found(table), chart, **over)


def _fitting(per: str, denominators: Path | None, **given: Any) -> None:
    """Raise if an option is given that has nothing to act on.

    Raises
    ------
    ValueError
        With the option that is lacking.
    """
    drawn, tested = given["chart"] is not None, given["event_tests"] is not None
    lacking = [
        (denominators and per != "frame", "--denominators are articles published: add --per frame to divide by them."),
        (given["changes"] and per == "frame", "--changes takes rates per token or document, not --per frame."),
        (given["smooth"] and per == "frame", "--smooth takes rates per token or document, not --per frame."),
        (given["smooth"] and not drawn, "--smooth is drawn on a chart: add --chart timeline.svg."),
        (tested and not given["events"], "--event-tests needs events: add --events events.csv."),
        (given["events"] and not (drawn or tested), "--events are marked or tested: add --chart or --event-tests."),
    ]
    for wrong, message in lacking:
        if wrong:
            raise ValueError(message)


def _one_phrase(table: pd.DataFrame, name: str | None) -> pd.DataFrame:
    """The rows of the phrase to draw.

    Raises
    ------
    ValueError
        If there are several phrases and none is named, or none has the name.
    """
    names = list(dict.fromkeys(table["phrase"]))
    if name is None and len(names) > 1:
        message = f"The chart shows one phrase: name it with --drawn, one of {', '.join(names)}."
        raise ValueError(message)
    return table if name is None else table[table["phrase"].eq(tables.choose(name, names, what="--drawn"))]
