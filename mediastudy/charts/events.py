"""Events over a chart of periods: numbered marks on top of it and a key below its axis."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Final

from pandas import isna

from mediastudy import tables
from mediastudy.charts import frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    from matplotlib.axes import Axes

KEY: Final = "events-key"
"""The name of the key's text, below which further notes stand."""

_NEEDED: Final = ["event", "first", "last", "label"]
# Height of a row of numbers and of a line of the key in points, and how near two numbers of a row may come.
ROW: Final = 14.0
LINE: Final = 12.0
_NEAR: Final = 15.0
# Widths of the key in characters, alone and in two columns.
_WIDE: Final = 92
_NARROW: Final = 50
_COLUMN: Final = 0.52
_FEW: Final = 3


def mark(ax: Axes, events: pd.DataFrame, *, inside: bool = False) -> int:
    """Numbers above the axes, or at the top ``inside`` them, with a dotted line down from each date, two for a span.

    What comes back is how many rows of numbers there are.

    The limits of the axes must be set before. Events outside them are not drawn.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> ax = frame.axes(None, height=1.0)
    >>> ax.set_xlim(pd.Timestamp("1994-01-01"), pd.Timestamp("1995-01-01"))
    (...)
    >>> day = pd.to_datetime(["1994-03-05"])
    >>> mark(ax, pd.DataFrame({"event": [1], "first": day, "last": day, "label": ["Summit"]}))
    1
    >>> ax.texts[0].get_text()
    '1'
    """
    tables.require(events, _NEEDED, what="events")
    ends: list[float] = []
    for event in within(ax, events):
        first, last = _shares(ax, event)
        middle = (first + last) / 2
        row = next((place for place, end in enumerate(ends) if end < middle), len(ends))
        ends[row : row + 1] = [max(last, middle) + _NEAR / _width(ax)]
        _mark(ax, event, (first, last), height=(row + 0.6) * ROW * (-1 if inside else 1))
    return len(ends)


def _mark(ax: Axes, event: Any, shares: tuple[float, float], *, height: float) -> None:
    """One event: its dotted lines, the bar of a span, and its number in a ring."""
    first, last = shares
    style: dict[str, Any] = {"color": "#404040", "linewidth": 0.8, "zorder": 2.2}
    for share in {first, last}:
        if 0 <= share <= 1:
            ax.plot([share, share], [0, 1], transform=ax.transAxes, linestyle=(0, (1, 2)), **style)
    place: dict[str, Any] = {"textcoords": "offset points", "xycoords": "axes fraction", "annotation_clip": False}
    left, right = max(first, 0.0), min(last, 1.0)
    if (right - left) * _width(ax) > 1:
        _bar(ax, left, right, height)
    ring = {"boxstyle": "circle,pad=0.18", "facecolor": "white", "edgecolor": "#404040", "linewidth": 0.8}
    number: dict[str, Any] = {"ha": "center", "va": "center", "fontsize": "small", "bbox": ring, "zorder": 4}
    ax.annotate(str(event.event), ((left + right) / 2, 1.0), xytext=(0, height), **number, **place)


def _bar(ax: Axes, left: float, right: float, height: float) -> None:
    """A bar above the axes from the first to the last day of a span."""
    from matplotlib.transforms import ScaledTranslation

    figure: Any = ax.figure
    raised = ax.transAxes + ScaledTranslation(0, height / 72, figure.dpi_scale_trans)
    ax.plot([left, right], [1, 1], transform=raised, color="#404040", linewidth=2.2, clip_on=False, zorder=3)


def within(ax: Axes, events: pd.DataFrame) -> list[Any]:
    """The events, in order of date, of which a day lies between the limits of the axes.

    Examples
    --------
    >>> import pandas as pd
    >>> ax = frame.axes(None, height=1.0)
    >>> ax.set_xlim(pd.Timestamp("1994-01-01"), pd.Timestamp("1995-01-01"))
    (...)
    >>> day = pd.to_datetime(["1999-03-05"])
    >>> within(ax, pd.DataFrame({"event": [1], "first": day, "last": day, "label": ["Summit"]}))
    []
    """
    ordered = events.sort_values(["first", "event"], kind="stable")
    return [event for event in ordered.itertuples() if _shares(ax, event)[0] <= 1 and _shares(ax, event)[1] >= 0]


def _shares(ax: Axes, event: Any) -> tuple[float, float]:
    """Where the event begins and ends as shares of the axes' width; a single day is one point."""
    from matplotlib.dates import date2num

    low, high = ax.get_xlim()
    untyped: Any = date2num
    first = float(untyped(event.first))
    last = first if isna(event.last) else float(untyped(event.last))
    days = last - first
    return (first - low) / (high - low), (first + (days + 1 if days else 0) - low) / (high - low)


def _width(ax: Axes) -> float:
    """The width of the axes in points."""
    return float(ax.get_window_extent().width * 72 / ax.figure.dpi)


def write_key(ax: Axes, events: pd.DataFrame) -> int:
    """The numbers with their dates and labels below the label of the axis; how many lines high the key is.

    Examples
    --------
    >>> import pandas as pd
    >>> ax = frame.axes(None, height=1.0)
    >>> ax.set_xlim(pd.Timestamp("1994-01-01"), pd.Timestamp("1995-01-01"))
    (...)
    >>> day = pd.to_datetime(["1994-03-05"])
    >>> write_key(ax, pd.DataFrame({"event": [1], "first": day, "last": day, "label": ["Summit"]}))
    1
    >>> ax.texts[0].get_text()
    '1  1994-03-05  Summit'
    """
    drawn = within(ax, events)
    lines = [f"{event.event}  {dated(event)}  {event.label}" for event in drawn]
    outside = len(events) - len(drawn)
    narrow = len(lines) > _FEW and max(map(_columns, lines), default=0) <= _NARROW
    height = -(-len(lines) // 2) if narrow else len(lines)
    columns = [lines[:height], lines[height:]] if narrow else [[_cut(line) for line in lines]]
    if outside:
        columns[0].append(f"not drawn, outside the periods: {frame.counted(outside, 'event')}")
    style: dict[str, Any] = {"textcoords": "offset points", "annotation_clip": False, "ha": "left", "va": "top"}
    style |= {"fontsize": "small", "linespacing": LINE / 10, "color": "#262626"}
    for place, column in enumerate(columns):
        at: dict[str, Any] = {"xycoords": (ax.transAxes, ax.xaxis.label), "xytext": (0, -4)}
        gid: dict[str, Any] = {"gid": KEY} if place == 0 else {}
        if column:
            ax.annotate("\n".join(column), (place * _COLUMN, 0), **at, **style, **gid)
    return max(len(column) for column in columns)


def dated(event: Any) -> str:
    """The day of an event, or its first and last.

    Examples
    --------
    >>> import pandas as pd
    >>> days = pd.DataFrame({"first": pd.to_datetime(["1994-03-05"]), "last": pd.to_datetime(["1994-03-07"])})
    >>> dated(next(days.itertuples()))
    '1994-03-05 to 1994-03-07'
    """
    first = f"{event.first:%Y-%m-%d}"
    return first if isna(event.last) or event.last == event.first else f"{first} to {event.last:%Y-%m-%d}"


def _columns(text: str) -> int:
    """How many characters wide a text is, Chinese ones counting twice."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _cut(line: str) -> str:
    """A line of the key, cut where it is wider than the chart."""
    if _columns(line) <= _WIDE:
        return line
    kept = _fitting(line)
    return "".join(kept).rstrip() + "…"


def _fitting(line: str) -> Iterable[str]:
    """The letters that have room."""
    width = 1
    for letter in line:
        width += _columns(letter)
        if width > _WIDE:
            return
        yield letter


def told(ax: Axes, events: pd.DataFrame) -> str:
    """The events of a chart in its sentence.

    Examples
    --------
    >>> import pandas as pd
    >>> ax = frame.axes(None, height=1.0)
    >>> ax.set_xlim(pd.Timestamp("1994-01-01"), pd.Timestamp("1995-01-01"))
    (...)
    >>> day = pd.to_datetime(["1994-03-05"])
    >>> told(ax, pd.DataFrame({"event": [1], "first": day, "last": day, "label": ["Summit"]}))
    'Events marked: 1 Summit (1994-03-05).'
    """
    marked = [f"{event.event} {event.label} ({dated(event)})" for event in within(ax, events)]
    return f"Events marked: {'; '.join(marked)}." if marked else "No event lies within the periods."
