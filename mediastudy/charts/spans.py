"""Periods laid out along an axis: where each begins and ends, where its point stands, and which of them are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy.charts import periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

# How many days the kinds of period last at most; scholars' own periods last as long as they like.
_LENGTHS: Final = (
    (1, 1, "day"),
    (7, 7, "week"),
    (28, 31, "month"),
    (90, 92, "quarter"),
    (365, 366, "year"),
    (1826, 1827, "five years"),
    (3652, 3653, "decade"),
)
_OFFSETS: Final = {
    "day": pd.DateOffset(days=1),
    "week": pd.DateOffset(days=7),
    "month": pd.DateOffset(months=1),
    "quarter": pd.DateOffset(months=3),
    "year": pd.DateOffset(years=1),
    "five years": pd.DateOffset(years=5),
    "decade": pd.DateOffset(years=10),
}
# Every so many periods may be named, counted from a whole year or decade.
_STEPS: Final = {
    "year": (1, 2, 5, 10, 20, 50, 100),
    "month": (1, 2, 3, 6, 12, 24, 60, 120, 240, 600),
    "quarter": (1, 2, 4, 8, 20, 40, 80, 200),
}
_TWELVE: Final = {"month": 12, "quarter": 4}
_OWN: Final = "period"
# Kinds whose labels are the same in tables and on axes.
_NAMED_ALIKE: Final = ("year", "five years", "decade")
_PLURALS: Final = {"five years": "five-year periods"}
# Points between two strokes of periods, below which there are none.
_STROKES: Final = 5.5
# Width of a character of a tick's label, and the space between two labels, in points.
_CHARACTER: Final = 5.6
_SPACE: Final = 9.0
_WIDE: Final = "\u2e80"


def kind_of(table: pd.DataFrame) -> str:
    """The kind of the table's periods: day, week, month, quarter, year, five years, decade, or period for one's own.

    Without ``period_end`` it is told by the shortest distance between two beginnings.

    Examples
    --------
    >>> rows = {"period": pd.to_datetime(["1991-01-01", "1996-01-01"])}
    >>> kind_of(pd.DataFrame(rows)), kind_of(pd.DataFrame(rows | {"period_end": pd.to_datetime(["1995", "1999"])}))
    ('five years', 'period')
    """
    if not len(table):
        return "year"
    if "period_end" in table:
        days = (table["period_end"] - table["period"]).dt.days + 1
        name = next((name for low, high, name in _LENGTHS if days.between(low, high).all()), _OWN)
        return _OWN if _has_own_names(table, name) else name
    days = table["period"].drop_duplicates().sort_values().diff().dt.days
    return next((name for low, _, name in reversed(_LENGTHS) if days.min() >= low), "year")


def _has_own_names(table: pd.DataFrame, every: str) -> bool:
    """Whether the periods are as long as years or more of the calendar and yet named otherwise, as plans are."""
    if every not in _NAMED_ALIKE or "period_label" not in table:
        return False
    named = table.drop_duplicates("period")
    return any(
        str(label) != _written(start, every)
        for start, label in zip(named["period"], named["period_label"], strict=True)
        if pd.notna(label)
    )


def plural(every: str) -> str:
    """The kind of period, several of them.

    Examples
    --------
    >>> plural("year"), plural("five years")
    ('years', 'five-year periods')
    """
    return _PLURALS.get(every, f"{every}s")


def laid_out(table: pd.DataFrame) -> pd.DataFrame:
    """The periods of a table in order: ``period``, ``end`` (the day after the last), ``middle`` and ``label``.

    Examples
    --------
    >>> laid = laid_out(pd.DataFrame({"period": pd.to_datetime(["1995-01-01", "1995-01-01", "1994-01-01"])}))
    >>> laid["label"].tolist(), laid["end"].dt.year.tolist(), laid["middle"].dt.month.tolist()
    (['1994', '1995'], [1995, 1996], [7, 7])
    """
    every = kind_of(table)
    laid = table.drop_duplicates("period").sort_values("period").reset_index(drop=True)
    start = laid["period"]
    end = laid["period_end"] + pd.DateOffset(days=1) if "period_end" in laid else start + _OFFSETS[every]
    written = pd.Series([_written(first, every) for first in start], dtype="str")
    label = laid["period_label"].astype("str").fillna(written) if "period_label" in laid else written
    return pd.DataFrame({"period": start, "end": end, "middle": start + (end - start) / 2, "label": label})


def _written(start: pd.Timestamp, every: str) -> str:
    """A period that brings no label of its own."""
    if every == "five years":
        return f"{start:%Y}-{start.year + 4}"
    return periods.written(start, "day" if every == _OWN else every).removeprefix("the ")


def named(label: str, every: str) -> str:
    """A period's label inside a sentence.

    Examples
    --------
    >>> named("1990s", "decade"), named("1994", "year")
    ('the 1990s', '1994')
    """
    return f"the {label}" if every == "decade" else label


def written_range(laid: pd.DataFrame, every: str) -> str:
    """The first and the last period in a sentence.

    Examples
    --------
    >>> written_range(laid_out(pd.DataFrame({"period": pd.to_datetime(["1996-01-01", "1994-01-01"])})), "year")
    '1994 to 1996'
    """
    first, last = (named(str(laid["label"].iloc[place]), every) for place in (0, -1))
    return first if first == last else f"{first} to {last}"


def period_axis(ax: Axes, laid: pd.DataFrame, every: str, *, labelled: bool = True) -> None:
    """The axis of the periods, all of them whole: a stroke where each ends, its label below its middle.

    Where not all labels have room, years of a round number are named; labels of one's own periods are turned.

    Examples
    --------
    >>> from mediastudy.charts.frame import axes
    >>> ax = axes(None, height=1.0)
    >>> period_axis(ax, laid_out(pd.DataFrame({"period": pd.to_datetime(["1994-01-01", "1995-01-01"])})), "year")
    >>> [tick.get_text() for tick in ax.get_xticklabels()], float(ax.get_xlim()[1] - ax.get_xlim()[0])
    (['1994', '1995'], 730.0)
    """
    if not len(laid):
        ax.set_xticks([])
        return
    untyped: Any = ax
    untyped.xaxis.update_units(laid["period"])
    untyped.set_xlim(laid["period"].min(), laid["end"].max())
    room = _room(ax)
    if len(laid) * _STROKES <= room:
        untyped.set_xticks(sorted({*laid["period"], *laid["end"]}), minor=True)
        ax.tick_params(axis="x", which="major", length=0, pad=5)
    if every in {"day", "week"} and _width(laid["label"]) * len(laid) > room:
        ax.tick_params(axis="x", which="major", length=3.5)
        periods.date_axis(ax)
    else:
        at, labels = _chosen(laid, every, room)
        untyped.set_xticks(at, labels)
        if every == _OWN and _width(labels) * len(labels) > room:
            ax.tick_params(axis="x", rotation=30)
            for text in ax.get_xticklabels():
                text.set(ha="right", rotation_mode="anchor")
    if not labelled:
        ax.tick_params(axis="x", labelbottom=False)


def bounds(laid: pd.DataFrame) -> list[pd.Timestamp]:
    """The bounds of the periods' cells; where one's own periods leave days between them, a cell of these days.

    Examples
    --------
    >>> years = pd.DataFrame({"period": pd.to_datetime(["1994-01-01", "1996-01-01"])})
    >>> years["end"] = years["period"] + pd.DateOffset(years=1)
    >>> [bound.year for bound in bounds(years)]
    [1994, 1995, 1996, 1997]
    """
    return sorted({*laid["period"], *laid["end"]})


def padded(values: np.ndarray[Any, Any], laid: pd.DataFrame) -> np.ndarray[Any, Any]:
    """A column of values for each period, with columns of NaN where cells lie between two periods.

    Examples
    --------
    >>> years = pd.DataFrame({"period": pd.to_datetime(["1994-01-01", "1996-01-01"])})
    >>> years["end"] = years["period"] + pd.DateOffset(years=1)
    >>> padded(np.array([[1.0, 2.0]]), years).tolist()
    [[1.0, nan, 2.0]]
    """
    cells = bounds(laid)[:-1]
    wide = np.full((len(values), len(cells)), np.nan)
    wide[:, np.searchsorted(np.array(cells, dtype="datetime64[us]"), laid["period"].to_numpy("datetime64[us]"))] = (
        values
    )
    return wide


def _room(ax: Axes) -> float:
    """The width of the axes in points."""
    return float(ax.get_window_extent().width * 72 / ax.figure.dpi)


def _width(labels: Sequence[str] | pd.Series) -> float:
    """Points that the widest label takes with the space beside it; Chinese characters are twice as wide."""
    return max(sum(2 if letter > _WIDE else 1 for letter in label) for label in labels) * _CHARACTER + _SPACE


def _chosen(laid: pd.DataFrame, every: str, room: float) -> tuple[list[Any], list[str]]:
    """The middles and labels of the periods that are named."""
    if every == _OWN:
        return list(laid["middle"]), list(laid["label"])
    number, steps = _numbers(laid, every)
    for step in steps:
        kept = laid[number % step == 0]
        whole_years = step % _TWELVE.get(every, step + 1) == 0
        labels = [f"{first:%Y}" for first in kept["period"]] if whole_years else list(kept["label"])
        if labels and _width(labels) * len(labels) <= room:
            return list(kept["middle"]), labels
    ends = laid.iloc[[0, -1]] if len(laid) > 1 else laid
    return list(ends["middle"]), list(ends["label"])


def _numbers(laid: pd.DataFrame, every: str) -> tuple[np.ndarray[Any, Any], tuple[int, ...]]:
    """The number of each period, a round one being named first, and the steps to try."""
    year, month = laid["period"].dt.year.to_numpy(), laid["period"].dt.month.to_numpy()
    if every == "year":
        return year, _STEPS["year"]
    if every in _TWELVE:
        return year * _TWELVE[every] + (month - 1) * _TWELVE[every] // 12, _STEPS[every]
    return np.arange(len(laid)), (1, 2, 5, 10, 20, 50)
