"""Periods on an axis and in a sentence: what kind they are, where they begin and end, how they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DAYS: Final = {"day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25, "decade": 3652.5}
_WRITTEN: Final = {
    "day": "%Y-%m-%d",
    "week": "%Y-%m-%d",
    "month": "%Y-%m",
    "quarter": "%Y-%m",
    "year": "%Y",
    "decade": "the %Ys",
}


def date_axis(ax: Axes) -> None:
    """Short, unambiguous dates along the horizontal axis."""
    from matplotlib import dates

    untyped: Any = dates
    locator = untyped.AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(untyped.ConciseDateFormatter(locator))


def period_axis(ax: Axes, starts: pd.Series, every: str) -> None:
    """Dates along the horizontal axis, from the first period to the last, both of them whole.

    Examples
    --------
    >>> from mediastudy.charts.frame import axes
    >>> ax = axes(None, height=1.0)
    >>> period_axis(ax, pd.Series(pd.to_datetime(["1994-01-03", "1994-01-05"])), "day")
    >>> float(ax.get_xlim()[1] - ax.get_xlim()[0])
    3.0
    """
    if len(starts):
        before, after = edges(pd.DatetimeIndex([starts.min(), starts.max()]), every)
        limits: Any = (before[0], after[1])
        ax.set_xlim(limits)
    date_axis(ax)


def edges(starts: pd.DatetimeIndex, every: str) -> tuple[pd.DatetimeIndex, pd.DatetimeIndex]:
    """Half a period before and after each beginning, where its point stands in the middle.

    Examples
    --------
    >>> edges(pd.DatetimeIndex(["1994-01-02"]), "day")[1][0]
    Timestamp('1994-01-02 12:00:00')
    """
    half = pd.Timedelta(days=_DAYS[every]) / 2
    return starts - half, starts + half


def written(start: pd.Timestamp, every: str) -> str:
    """A period in a sentence.

    Examples
    --------
    >>> written(pd.Timestamp("1994-03-01"), "month")
    '1994-03'
    """
    return start.strftime(_WRITTEN[every])
