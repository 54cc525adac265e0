"""Timelines in a panel for each group, side by side on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.charts import events as marks
from mediastudy.charts import frame, gaps, keys, lines, overlays, panels, spans
from mediastudy.charts.notes import noted
from mediastudy.charts.timelines import line_told

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from mediastudy.charts.panels import Overlays, Panel, Series

_MOST: Final = 24
# Inches of a row of panels, of the title above each, and between two panels of a row.
_ROW: Final = 1.45
_TITLE: Final = 0.28
_BETWEEN: Final = 0.22
# Points are smaller than in a chart of one panel.
_SMALL: Final = 0.4
# Points that a character of a tick's label takes, and what stands between it and the label of the axis.
_CHARACTER: Final = 6.0
_TICK: Final = 9.0


class _Grid(NamedTuple):
    """Rows and columns of panels."""

    rows: int
    columns: int


@noted
def timeline_panels(
    table: pd.DataFrame,
    *,
    value: str = "rate",
    smooth: pd.DataFrame | None = None,
    changes: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """A panel for each group, with the marks of the chart timeline, all on one scale; phrases are told apart in a key.

    The title of a panel names the group and n, its documents. Periods in which the group has no documents are hatched
    grey in its own panel. The panels are ``child_axes`` of the Axes returned.

    Parameters
    ----------
    table : made by :func:`mediastudy.timeline` with ``by="outlet"``, or by other columns, for up to 24 groups
    value : rate, or share for the share of documents with a hit
    smooth, changes, events : as for the chart timeline; those of a group are drawn in its panel, events in each
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If a table lacks a column, ``value`` is neither rate nor share, or there are too many groups or phrases.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"phrase": "aid", "variant": None, "hits": 3, "documents": 9, "rate": 5.0, "rate_low": 1.0}
    >>> row |= {"period": pd.Timestamp("1994-01-01"), "rate_high": 14.6, "covered": True}
    >>> ax = timeline_panels(pd.DataFrame([row | {"outlet": "Post"}, row | {"outlet": "Herald"}]))
    >>> [panel.get_title(loc="left") for panel in ax.child_axes]
    ['Post, n = 9', 'Herald, n = 9']
    """
    made, over = panels.series(table, value), panels.Overlays(smooth, changes, events)
    made = made._replace(scale=made.scale * _SMALL)
    groups = frame.group_names(made.table)
    names = list(dict.fromkeys(groups))
    if len(names) > _MOST:
        message = f"The timeline holds {len(names)} groups; up to {_MOST} have room. Choose some of them."
        raise ValueError(message)
    grid = _grid(len(names))
    grows = ax is None
    ax = frame.axes(ax, height=0.75 + _ROW * grid.rows)
    drawn = {name: panels.panel(_by_phrase(made), over, groups.eq(name)) for name in names}
    ax.spines[:].set_visible(False)
    ax.set(xticks=[], yticks=[])
    for place, (name, one) in enumerate(drawn.items()):
        part = made._replace(table=made.table[groups.eq(name)])
        inset = _inset(ax, place, grid)
        _draw(inset, one, part, over, lowest=place + grid.columns >= len(names))
        inset.set_title(_title(name, part), loc="left", fontsize="small", pad=3)
    _shared(ax, made, table)
    missing = any(gaps.gaps(made.table[groups.eq(name)]) for name in names)
    panels.finish(ax, over, _entries(list(drawn.values()), made, missing=missing), grows=grows, marked=False)
    ax.set_label(_sentence(drawn, made))
    return ax


def _by_phrase(made: Series) -> Series:
    """The series with its lines named by phrase alone, for the group is named above the panel."""
    return made._replace(labels=lines.quoted(made.table))


def _grid(count: int) -> _Grid:
    """Up to two, three or four panels side by side, the more there are."""
    columns = max(1, min(count, 2 if count <= 4 else 3 if count <= 12 else 4))  # noqa: PLR2004 - panels that fill rows
    return _Grid(max(1, -(-count // columns)), columns)


def _title(name: str, part: Series) -> str:
    """The group with its documents, counted once for each period."""
    rows = part.table.drop_duplicates([*frame.group_columns(part.table), "period"])
    return f"{frame.shortened(name)}, n = {int(rows['documents'].sum()):,}"


def _draw(inset: Axes, one: Panel, part: Series, over: Overlays, *, lowest: bool) -> None:
    """One panel, without labels of periods where another panel stands below."""
    panels.draw(inset, one, part, missing=gaps.gaps(part.table), labelled=lowest)
    inset.tick_params(labelsize="small")
    if over.events is not None:
        marks.mark(inset, over.events, inside=True)


def _inset(ax: Axes, place: int, grid: _Grid) -> Axes:
    """New axes in their place inside the others, with room for a title above."""
    row, column = divmod(place, grid.columns)
    titled, between = _TITLE / (_ROW * grid.rows), _BETWEEN / frame.WIDTH
    width = (1 - between * (grid.columns - 1)) / grid.columns
    inset = ax.inset_axes((column * (width + between), 1 - (row + 1) / grid.rows, width, 1 / grid.rows - titled))
    inset.tick_params(labelleft=column == 0)
    return inset


def _shared(ax: Axes, made: Series, table: pd.DataFrame) -> None:
    """One scale for all panels, and the labels of both axes once, beyond the labels of the panels' ticks."""
    children: Any = ax.child_axes
    top = max((child.get_ylim()[1] for child in children), default=1.0)
    for child in children:
        child.set_ylim(0, top)
    panels.named_axes(ax, made, table)
    if not children:
        return
    ax.set_xlim(children[0].get_xlim())
    ax.set(xticks=[])
    ticks = [f"{tick:,.6g}" for tick in children[0].get_yticks() if tick <= top]
    ax.yaxis.labelpad = max(map(len, ticks)) * _CHARACTER + _TICK
    ax.xaxis.labelpad = 2 * _TICK


def _entries(drawn: list[Panel], made: Series, *, missing: bool) -> list[keys.Entry]:
    """The entries of the key; those of the phrases first, where there are several."""
    phrases = max((one.found for one in drawn), key=len, default=[])
    styles = [
        keys.stroke(
            frame.shortened(line.label),
            color=line.style.colour,
            linestyle=line.style.dashes,
            marker=line.style.marker,
            markersize=4.5,
        )
        for line in phrases
    ]
    return [*(styles if len(phrases) > 1 else []), *panels.entries(drawn, made, missing=missing)]


def _sentence(drawn: dict[str, Panel], made: Series) -> str:
    """The finding of each panel in numbers."""
    if not len(made.table):
        return "The timeline is empty: no document belongs to a period."
    when = spans.written_range(made.laid, made.every)
    measure = panels.measured(made)
    parts = []
    for name, one in drawn.items():
        found = "; ".join(line_told(line, made) for line in one.found)
        changes = overlays.changes_told(one.changes, made.laid, made.every).rstrip(".") if one.changes else ""
        without = sum(~one.found[0].rows["covered"]) if one.found else 0
        missing = f"{without} of {len(made.laid)} {spans.plural(made.every)} without documents" if without else ""
        parts.append(f"{name}: {'; '.join(part for part in (found, missing, changes) if part)}")
    return f"{measure[0].upper()}{measure[1:]} by {made.every}, {when}. {'. '.join(parts)}."
