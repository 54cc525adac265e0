"""Labels at the ends of lines, pushed apart where they would collide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.charts import frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from matplotlib.axes import Axes

    from mediastudy.charts.lines import Line

# Height of a line of small text with the space below it, in points.
_LINE: Final = 13


class _End(NamedTuple):
    """The last point of a line, which carries its label."""

    value: float
    period: pd.Timestamp
    at: Any
    label: str
    colour: str


def label_ends(ax: Axes, lines: list[Line]) -> None:
    """Each line's label at its end: right of the frame, or beside the last point if the line ends early.

    Examples
    --------
    >>> label_ends(frame.axes(None, height=1.0), [])
    """
    from matplotlib import patheffects

    ends = _ends(lines)
    latest = max((end.period for end in ends), default=None)
    style: dict[str, Any] = {"fontsize": "small", "annotation_clip": False}
    halo = [patheffects.withStroke(linewidth=3, foreground="white")]
    for end in ends:
        if end.period != latest:
            above: dict[str, Any] = {"xytext": (6, 5), "textcoords": "offset points", "path_effects": halo}
            ax.annotate(end.label, (end.at, end.value), color=end.colour, **style, **above)
    late = sorted((end for end in ends if end.period == latest), key=lambda end: end.value)
    beside(ax, [(end.at, end.value) for end in late], [end.label for end in late], [end.colour for end in late])


def beside(ax: Axes, points: Sequence[tuple[Any, float]], labels: list[str], colours: list[str]) -> None:
    """Labels right of the frame with a stroke to their points, which are in order from the lowest.

    Examples
    --------
    >>> ax = frame.axes(None, height=2.0)
    >>> beside(ax, [(1, 0.5), (1, 0.5)], ["aid", "help"], ["#000000", "#000000"])
    >>> bool(ax.texts[1].get_position()[1] - ax.texts[0].get_position()[1] > 0.1)
    True
    """
    heights = apart(ax, [value for _, value in points])
    for height, point, label, colour in zip(heights, points, labels, colours, strict=True):
        stroke = {"arrowstyle": "-", "color": colour, "linewidth": 0.6, "alpha": 0.6, "relpos": (0, 0.5)}
        place: dict[str, Any] = {"xytext": (1.03, height), "textcoords": "axes fraction", "va": "center"}
        place |= {"fontsize": "small", "annotation_clip": False}
        ax.annotate(label, point, color=colour, arrowprops=stroke, **place)


def _ends(lines: list[Line]) -> list[_End]:
    """The last point of each line that has one."""
    last = [(line, line.rows.dropna(subset="value").tail(1)) for line in lines]
    return [
        _End(
            value=float(row["value"].iloc[0]),
            period=row["period"].iloc[0],
            at=row["at"].iloc[0],
            label=frame.shortened(line.label),
            colour=line.style.ink,
        )
        for line, row in last
        if len(row)
    ]


def apart(ax: Axes, values: list[float]) -> list[float]:
    """Heights as shares of the frame for ascending values, pushed apart where labels would collide.

    Examples
    --------
    >>> apart(frame.axes(None, height=3.0), [0.2, 0.8])
    [0.2, 0.8]
    """
    gap = _LINE / max(ax.get_window_extent().height * 72 / ax.figure.dpi, 40)
    low, high = (float(end) for end in ax.get_ylim())
    heights = [(value - low) / (high - low) for value in values]
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + gap)
    excess = max(0.0, heights[-1] - 1.0) if heights else 0.0
    heights = [height - excess for height in heights]
    for place in range(len(heights) - 2, -1, -1):
        heights[place] = min(heights[place], heights[place + 1] - gap)
    return heights
