"""Phrases over time with their uncertainty: the chart of the table timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediastudy.charts import events as marks
from mediastudy.charts import frame, gaps, lineends, lines, overlays, panels, spans
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from mediastudy.charts.lines import Line
    from mediastudy.charts.panels import Overlays, Panel, Series


@noted
def timeline(
    table: pd.DataFrame,
    *,
    value: str = "rate",
    smooth: pd.DataFrame | None = None,
    changes: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Rates by period as points and lines with 95 % intervals, a line per phrase and group, labelled at its end.

    Points stand in the middle of their periods, larger the more documents the period has, and hollow where these are
    fewer than five. Periods that no line covers are hatched grey, and a line breaks where it is not covered itself:
    what was not observed is never drawn as zero. The interval of a single line is a band. Those of several lines are
    strokes, a little beside each other within their period; over more than 60 periods they are bands with an outline.
    Only whole phrases are drawn, unless the table holds variants alone. An interval that reaches far above all values
    is cut by the frame.

    Parameters
    ----------
    table : made by :func:`mediastudy.timeline`, for up to seven phrases and groups
    value : rate, or share for the share of documents with a hit
    smooth : made by ``smoothed`` from the table: drawn over the points, which then are not joined by lines
    changes : made by ``change_points`` from the table: an upright line for each change with its interval shaded, the
        level before and after it, and their ratio with its interval
    events : ``event`` (its number), ``first`` and ``last`` (dates) and ``label``: numbers above the chart and a key
        below its axis; events outside the periods are counted there
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If a table lacks a column, ``value`` is neither rate nor share, or there are more lines than can be told apart.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 9, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> timeline(pd.DataFrame([row])).get_label()
    'Hits per million tokens by year, 1994: “aid” has 3 hits and is highest in 1994 (5.0, 95 % interval 1.0 to 14.6).'
    """
    made, over = panels.series(table, value), panels.Overlays(smooth, changes, events)
    drawn = panels.panel(made, over)
    grows = ax is None
    ax = frame.axes(ax, height=2.9)
    missing = gaps.gaps(made.table)
    panels.draw(ax, drawn, made, missing=missing)
    panels.named_axes(ax, made, table)
    panels.finish(ax, over, panels.entries([drawn], made, missing=bool(missing)), grows=grows)
    lineends.label_ends(ax, _labelled(drawn))
    ax.set_label(_sentence(ax, drawn, made, over))
    return ax


def _labelled(drawn: Panel) -> list[Line]:
    """The lines that carry labels: the smoothed ones if there are any."""
    pairs = zip(drawn.found, drawn.smoothed or drawn.found, strict=True)
    return [line if smooth.rows["value"].isna().all() else smooth for line, smooth in pairs]


def _sentence(ax: Axes, drawn: Panel, made: Series, over: Overlays) -> str:
    """The finding of a timeline in numbers."""
    if not drawn.found:
        return "The timeline is empty: no document belongs to a period."
    measure = panels.measured(made)
    found = "; ".join(line_told(line, made) for line in drawn.found)
    when = spans.written_range(made.laid, made.every)
    first = f"{measure[0].upper()}{measure[1:]} by {made.every}, {when}: {found}{coverage_told(made)}."
    further = [
        overlays.changes_told(drawn.changes, made.laid, made.every) if drawn.changes is not None else "",
        marks.told(ax, over.events) if over.events is not None else "",
    ]
    return " ".join([first, *(part for part in further if part)])


def coverage_told(made: Series) -> str:
    """How many periods have no documents, and how many have few, if any.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> coverage_told(panels.series(pd.DataFrame([row]), "rate"))
    '; 1 of 1 years has fewer than 5 documents'
    """
    missing = len(gaps.gaps(made.table))
    most = made.table[made.table["covered"]].groupby("period")["documents"].max()
    few = int((most < lines.FEW_DOCUMENTS).sum())
    total = f"of {len(made.laid)} {spans.plural(made.every)}"
    parts = [
        f"; {missing} {total} {'has' if missing == 1 else 'have'} no documents with text" if missing else "",
        f"; {few} {total} {'has' if few == 1 else 'have'} fewer than {lines.FEW_DOCUMENTS} documents" if few else "",
    ]
    return "".join(parts)


def line_told(line: Line, made: Series) -> str:
    """A line's total and its highest point with its interval.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> made = panels.series(pd.DataFrame([row]), "rate")
    >>> line_told(panels.panel(made, panels.Overlays()).found[0], made)
    '“aid” has 3 hits and is highest in 1994 (5.0, 95 % interval 1.0 to 14.6)'
    """
    total = int(line.rows["hits"].sum())
    if not total or line.rows["value"].isna().all():
        return f"{line.label} has {'no hits' if not total else frame.counted(total, 'hit')}"
    top = line.rows.iloc[int(line.rows["value"].fillna(-1).argmax())]
    label = dict(zip(made.laid["period"], made.laid["label"], strict=True))[top["period"]]
    digits = ",.1f" if made.value == "rate" else ".2f"
    value, low, high = (format(float(top[name]), digits) for name in ("value", "low", "high"))
    when = spans.named(str(label), made.every)
    hits = frame.counted(total, "hit")
    return f"{line.label} has {hits} and is highest in {when} ({value}, 95 % interval {low} to {high})"
