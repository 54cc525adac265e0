"""One panel of a timeline: its points and lines, shades, smoothed line, changes and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mediastudy import tables
from mediastudy.charts import events as marks
from mediastudy.charts import frame, gaps, keys, lines, overlays, spans
from mediastudy.charts.notes import among

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from mediastudy.charts.lines import Line

_NEEDED = ["period", "phrase", "variant", "hits", "documents", "rate", "rate_low", "rate_high", "covered"]
_VALUES = ("rate", "share")


class Overlays(NamedTuple):
    """The tables that are drawn over a timeline, None for those that are not."""

    smooth: pd.DataFrame | None = None
    changes: pd.DataFrame | None = None
    events: pd.DataFrame | None = None


class Series(NamedTuple):
    """A timeline ready to be drawn: rows and their labels, periods, the value to draw, and points' size and scale.

    ``most`` is the documents of the largest point, ``scale`` how large points are.
    """

    table: pd.DataFrame
    labels: pd.Series
    laid: pd.DataFrame
    every: str
    value: str
    most: float
    scale: float

    @property
    def values(self) -> tuple[str, str, str]:
        """The columns of the value and the ends of its interval."""
        return self.value, f"{self.value}_low", f"{self.value}_high"


class Panel(NamedTuple):
    """What a panel shows: its lines, smoothed lines and changes."""

    found: list[Line]
    smoothed: list[Line] | None
    changes: list[tuple[Line, pd.DataFrame]] | None


def series(table: pd.DataFrame, value: str) -> Series:
    """The timeline ready to be drawn, only whole phrases unless it holds variants alone.

    Raises
    ------
    ValueError
        If the table lacks a column, or ``value`` is neither rate nor share.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> series(pd.DataFrame([row]), "rate").labels.tolist()
    ['“aid”']
    """
    tables.choose(value, _VALUES, what="value")
    needed = [*_NEEDED, *(f"share{end}" for end in ("", "_low", "_high") if value == "share")]
    tables.require(table, needed, what="timeline")
    drawn = lines.whole(table).reset_index(drop=True)
    laid = spans.laid_out(table)
    return Series(
        table=drawn,
        labels=lines.labels_of(drawn),
        laid=laid,
        every=spans.kind_of(table),
        value=value,
        most=float(drawn["documents"].max()) if len(drawn) else 1.0,
        scale=lines.scale_of(laid),
    )


def panel(made: Series, over: Overlays, kept: pd.Series[bool] | None = None) -> Panel:
    """The lines of a series, or of those of its rows that are ``kept``, with what is drawn over them.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> len(panel(series(pd.DataFrame([row]), "rate"), Overlays()).found)
    1
    """
    rows = made.table if kept is None else made.table[kept]
    labels = made.labels if kept is None else made.labels[kept]
    found = lines.apart(lines.split(rows, labels, made.laid, values=made.values), made.laid)
    smoothed = changes = None
    if over.smooth is not None:
        tables.require(over.smooth, overlays.SMOOTH, what="smoothed")
        named = overlays.labels_for(over.smooth, rows, labels)
        smoothed = overlays.smooth_lines(over.smooth, found, named, made.laid)
    if over.changes is not None:
        tables.require(over.changes, overlays.CHANGES, what="change_points")
        named = overlays.labels_for(over.changes, rows, labels)
        changes = [(line, over.changes[named.eq(line.label).to_numpy(dtype=bool)]) for line in found]
    return Panel(found, smoothed, changes)


def draw(ax: Axes, drawn: Panel, made: Series, *, missing: list[pd.Timestamp], labelled: bool = True) -> None:
    """The panel's points over its shades, with its smoothed lines; the axis of periods is set, and heights from zero.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.charts import frame
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> made = series(pd.DataFrame([row]), "rate")
    >>> ax = frame.axes(None, height=1.0)
    >>> draw(ax, panel(made, Overlays()), made, missing=[])
    >>> len(ax.lines)
    1
    """
    spans.period_axis(ax, made.laid, made.every, labelled=labelled)
    gaps.shade(ax, missing, made.laid)
    lines.draw(ax, drawn.found, most=made.most, joined=drawn.smoothed is None, scale=made.scale)
    if drawn.smoothed is not None:
        overlays.draw_smooth(ax, drawn.smoothed)
    if drawn.changes is not None:
        overlays.draw_changes(ax, drawn.changes, made.laid)
    lines.limits(ax, [*drawn.found, *(drawn.smoothed or [])])
    if made.value == "share":
        ax.set_ylim(0, min(ax.get_ylim()[1], 1.0))
        ax.yaxis.set_major_formatter(lambda share, _: f"{share:.3g}" if share % 1 else f"{share:.0f}")
    else:
        ax.yaxis.set_major_formatter("{x:,g}")
    ax.spines[["top", "right"]].set_visible(False)


def entries(drawn: list[Panel], made: Series, *, missing: bool) -> list[keys.Entry]:
    """The entries of the key above the panels.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> made = series(pd.DataFrame([row]), "rate")
    >>> [label for _, label in entries([panel(made, Overlays())], made, missing=True)]
    ['fewer than 5 documents', 'no documents', '95 % interval']
    """
    if not len(made.table):
        return []
    seen = made.table.loc[made.table[made.value].notna(), "documents"]
    few = bool((seen < lines.FEW_DOCUMENTS).any())
    made_of = keys.sizes(made.most, few=few, scale=made.scale)
    made_of += [keys.no_documents()] if missing else []
    single = all(len(one.found) <= 1 for one in drawn)
    smooth = [line for one in drawn for line in one.smoothed or []]
    banded = (single or lines.crowded(made.laid)) and not smooth
    made_of.append(keys.interval(banded=banded))
    if smooth:
        made_of.append(keys.stroke("smoothed", linewidth=2.2))
        if any(line.rows["low"].notna().any() for line in smooth):
            made_of.append(keys.interval("95 % band of the smoothed line"))
    if any(len(rows) for one in drawn for _, rows in one.changes or []):
        made_of.append(keys.shaded("interval of a change", **overlays.SHADED))
        made_of.append(keys.stroke("mean before and after", linestyle=(0, (4, 1.2)), linewidth=1.8))
    return made_of


def measured(made: Series) -> str:
    """What the value is, in words: hits per million tokens, or the share of documents.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True, "per": "thousand documents"}
    >>> measured(series(pd.DataFrame([row]), "rate"))
    'hits per thousand documents'
    """
    if made.value == "share":
        return "share of documents with a hit"
    per = list(dict.fromkeys(made.table["per"].dropna().astype("str"))) if "per" in made.table else []
    return f"hits per {' or '.join(per) or 'million tokens'}"


def named_axes(ax: Axes, made: Series, table: pd.DataFrame) -> None:
    """The labels of both axes.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.charts import frame
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 2, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> ax = frame.axes(None, height=1.0)
    >>> named_axes(ax, series(pd.DataFrame([row]), "rate"), pd.DataFrame([row]))
    >>> ax.get_xlabel(), ax.get_ylabel()
    ('year', 'hits per million tokens')
    """
    ax.set_xlabel(made.every)
    ax.set_ylabel(among(measured(made), table))


def finish(ax: Axes, over: Overlays, key: list[keys.Entry], *, grows: bool, marked: bool = True) -> None:
    """Marks of events if they are to be ``marked``, and the keys above and below the axes.

    A new figure grows so that they have room.

    Examples
    --------
    >>> from mediastudy.charts import frame
    >>> ax = frame.axes(None, height=2.0)
    >>> finish(ax, Overlays(), [keys.no_documents()], grows=True)
    >>> float(ax.figure.get_size_inches()[1]) > 2
    True
    """
    rows = below = 0
    if over.events is not None:
        rows = marks.mark(ax, over.events) if marked else 0
        below = marks.write_key(ax, over.events)
    above = rows * marks.ROW + (4 if rows else 0)
    count = keys.write(ax, key, above=above)
    if grows:
        frame.grow(ax, above + 15 * count + (below * marks.LINE + 6 if below else 0))
