"""Where things stand in the picture: days from left to right, rates from below, labels kept apart."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mediastudy.timelines.viewing.points import Line, Period, Point, Series

WIDTH: Final = 760
HEIGHT: Final = 330
LEFT: Final = 62
RIGHT: Final = 600
TOP: Final = 26
BOTTOM: Final = 290
FEW: Final = 60
LETTER: Final = 6.2
"""The width of a letter of the smallest text."""

_TICKS: Final = 5
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000)
_ROUND: Final = (1, 2, 2.5, 5, 10)
_YEAR: Final = 4
_SHORT: Final = 93
_LINE: Final = 15
# Several lines stand side by side within this share of a period, so that their strokes can be told apart.
_SPREAD: Final = 0.42
_FAR: Final = 12
# The band may reach this many times as high as the highest rate before it is cut by the frame.
_HEADROOM: Final = 1.8


class Scale(NamedTuple):
    """The days and the rates that the frame spans."""

    first: pd.Timestamp
    days: float
    top: float

    def across(self, day: pd.Timestamp) -> float:
        """Where a day begins, from the left of the picture."""
        return LEFT + (RIGHT - LEFT) * ((day - self.first) / pd.Timedelta(days=1)) / self.days

    def up(self, rate: float) -> float:
        """Where a rate stands, from the top of the picture.

        Examples
        --------
        >>> Scale(pd.Timestamp("1994-01-01"), 365.0, 10.0).up(0.0)
        290.0
        """
        return BOTTOM - (BOTTOM - TOP) * rate / self.top


def scale(series: Series) -> Scale:
    """The scale of a view: from the first day to the last, and from zero to above the rates."""
    points = [point for line in series.lines for point in line.points]
    highest = max((point.rate for point in points), default=0.0)
    reach = max((point.high for point in points), default=0.0)
    top = (min(reach, highest * _HEADROOM) if highest > 0 else reach) * 1.05
    if not series.periods:
        return Scale(pd.Timestamp("2000-01-01"), 1.0, 1.0)
    first, last = series.periods[0].first, max(period.last for period in series.periods)
    return Scale(first, (last - first) / pd.Timedelta(days=1) + 1, top if top > 0 else 1.0)


def edges(scale: Scale, period: Period) -> tuple[float, float]:
    """Where a period begins and ends in the picture."""
    return scale.across(period.first), scale.across(period.last + pd.Timedelta(days=1))


def spot(series: Series, scale: Scale, number: int, point: Point) -> tuple[float, float]:
    """Where a point of the line with this number stands: in the middle of its period, beside those of other lines."""
    left, right = edges(scale, series.periods[point.place])
    size = len(series.lines)
    step = min(_SPREAD * (right - left) / size, _FAR) if len(series.periods) <= FEW else 0.0
    return (left + right) / 2 + (number - (size - 1) / 2) * step, scale.up(point.rate)


def rates(top: float) -> list[float]:
    """Round rates for the vertical axis.

    Examples
    --------
    >>> rates(11.0)
    [0.0, 2.5, 5.0, 7.5, 10.0]
    """
    rough = top / _TICKS
    power = 10.0 ** float(f"{rough:e}".split("e")[1])
    step = next((power * base for base in _ROUND if power * base >= rough), power * 10)
    return [round(step * number, 12) for number in range(int(top / step + 1e-9) + 1)]


def marks(series: Series, scale: Scale) -> list[tuple[float, str]]:
    """Where labels stand below the axis: those of the periods if they fit, else of some of them, or of round years."""
    placed = [(sum(edges(scale, period)) / 2, shortened(period.label, 14)) for period in series.periods]
    years = [mark for mark in placed if mark[1].isdecimal() and len(mark[1]) == _YEAR]
    if len(years) < len(placed) and _step(placed) > 1:
        years = _years(series, scale)
    if len(years) > 1:
        step = _step(years)
        return [(x, name) for x, name in years if int(name) % step == 0]
    return placed[:: _step(placed)]


def _years(series: Series, scale: Scale) -> list[tuple[float, str]]:
    """Where each year begins that the periods, shorter than years, reach into; none if they are few or longer."""
    first, last = series.periods[0].first, series.periods[-1].first
    longest = max(period.last - period.first for period in series.periods)
    if longest > pd.Timedelta(days=_SHORT) or last.year - first.year < 2:  # noqa: PLR2004 - too few to mark
        return []
    begins = (pd.Timestamp(year=year, month=1, day=1) for year in range(first.year, last.year + 1))
    return [(scale.across(day), str(day.year)) for day in begins if day >= first]


def _step(marks: list[tuple[float, str]]) -> int:
    """How many places lie between labels that do not touch."""
    if len(marks) <= 1:
        return 1
    room = (marks[-1][0] - marks[0][0]) / (len(marks) - 1)
    widest = max(width(name) for _, name in marks) * LETTER + 10
    return next((step for step in _STEPS if step * room >= widest), len(marks))


def apart(heights: Sequence[float]) -> list[float]:
    """Heights in the same order, pushed apart where lines of text would touch, and kept inside the frame.

    Examples
    --------
    >>> apart([100.0, 90.0, 250.0])
    [105.0, 90.0, 250.0]
    """
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    placed = [heights[place] for place in order]
    for place in range(1, len(placed)):
        placed[place] = max(placed[place], placed[place - 1] + _LINE)
    excess = max(0.0, placed[-1] - BOTTOM) if placed else 0.0
    placed = [height - excess for height in placed]
    for place in range(len(placed) - 2, -1, -1):
        placed[place] = min(placed[place], placed[place + 1] - _LINE)
    found = dict(zip(order, placed, strict=True))
    return [found[place] for place in range(len(heights))]


def runs(line: Line) -> Iterator[list[Point]]:
    """The points of a line that follow each other without a gap.

    Examples
    --------
    >>> from mediastudy.timelines.viewing.points import Line, Point
    >>> points = [Point(place, "", 0, 0, 1, 9, 0.0, 0.0, 1.0) for place in (0, 1, 3)]
    >>> [len(run) for run in runs(Line("", "", None, {}, "words", points))]
    [2, 1]
    """
    run: list[Point] = []
    for point in line.points:
        if run and point.place != run[-1].place + 1:
            yield run
            run = []
        run.append(point)
    if run:
        yield run


def width(text: str) -> int:
    """The width of a text in letters; Chinese characters are two letters wide.

    Examples
    --------
    >>> width("aid"), width("援助")
    (3, 4)
    """
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def shortened(text: str, most: int) -> str:
    """The text, cut where it is wider than so many letters.

    Examples
    --------
    >>> shortened("paired-up assistance", 9)
    'paired-u…'
    """
    if width(text) <= most:
        return text
    kept = text
    while width(kept) > most - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"
