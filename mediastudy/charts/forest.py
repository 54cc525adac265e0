"""Events and what changed after them: the chart of the table event_tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NEEDED: Final = ["phrase", "event", "label", "ratio", "ratio_low", "ratio_high", "p", "p_floor", "warning"]
_MOST: Final = 40
# Ratios beyond these are drawn as arrows at the ends of the axis.
_FURTHEST: Final = 100.0
_NOTABLE: Final = 0.05


@noted
def event_tests(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The ratio of the rates after and before each event, with its 95 % interval and p, on a logarithmic axis.

    Marks of rows with a warning are hollow. A ratio of zero or without end is an arrow at the end of the axis.

    Parameters
    ----------
    table : made by ``event_test``; its first 40 rows are drawn
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> row = {"phrase": ["aid"], "event": [1], "label": ["Summit"], "ratio": [2.0], "ratio_low": [1.2]}
    >>> row |= {"ratio_high": [3.3], "p": [0.02], "p_floor": [0.01], "warning": [None]}
    >>> event_tests(pd.DataFrame(row)).get_label()
    'Of 1 test of an event, 1 has p of 0.05 or less: 1 Summit (2 times as often after it, 1.2 to 3.3, p = 0.020).'
    """
    tables.require(table, _NEEDED, what="event_tests")
    drawn = table.head(_MOST).reset_index(drop=True)
    ax = frame.row_axes(ax, len(drawn), edge=1.1, row=0.27)
    low, high = _limits(drawn)
    ax.set_xscale("log")
    ax.set_xlim(low, high)
    ax.axvline(1, color=frame.GREY, linewidth=0.9, linestyle=(0, (3, 2)), zorder=1)
    for row in drawn.itertuples():
        _draw(ax, row, low, high)
    frame.rows(ax, _names(drawn), none="no events")
    ax.tick_params(axis="y", pad=8)
    _ticks(ax, low, high)
    hollow = "\n(hollow: see the warning in the table)" if drawn["warning"].notna().any() else ""
    ax.set_xlabel(f"rate after the event by rate before, with 95 % interval; p against placebo dates{hollow}")
    ax.set_label(_sentence(table))
    return ax


def _names(drawn: pd.DataFrame) -> list[str]:
    """The events, with phrase and group where there are several."""
    names = drawn["event"].astype("str") + " " + drawn["label"].astype("str")
    columns = [*frame.group_columns(drawn, "event_tests"), "phrase", "variant"]
    several = [name for name in columns if name in drawn and len(drawn[name].unique()) > 1]
    for name in several:
        names = names + (", " + drawn[name].astype("str")).fillna("")
    return [frame.shortened(name) for name in names]


def _limits(drawn: pd.DataFrame) -> tuple[float, float]:
    """The ends of the axis: 1 and all finite ends of intervals, up to a hundred times."""
    numbers = drawn[["ratio", "ratio_low", "ratio_high"]].to_numpy(dtype=float)
    known = numbers[np.isfinite(numbers) & (numbers > 0)]
    known = np.clip(np.append(known, [0.5, 2.0]), 1 / _FURTHEST, _FURTHEST)
    return float(known.min()) / 1.2, float(known.max()) * 1.2


def _draw(ax: Axes, row: Any, low: float, high: float) -> None:
    """One event: its interval, its ratio and the numbers right of the frame."""
    beside: dict[str, Any] = {"xycoords": ("axes fraction", "data"), "va": "center", "fontsize": "small"}
    ax.annotate(_numbers(row), (1.035, row.Index), annotation_clip=False, color=frame.GREY, **beside)
    if pd.isna(row.ratio):
        return
    face = frame.BLUE if pd.isna(row.warning) else "white"
    ends = [float(np.clip(end, low, high)) for end in (row.ratio_low, row.ratio_high) if pd.notna(end)]
    if ends:
        ax.hlines(row.Index, min(ends), max(ends), color=frame.BLUE, linewidth=1.8, zorder=2)
    beyond = row.ratio > high or row.ratio < low
    marker = (">" if row.ratio > high else "<") if beyond else "o"
    style: dict[str, Any] = {"s": 36, "facecolors": face, "edgecolors": frame.BLUE, "linewidths": 1.2, "zorder": 3}
    ax.scatter(float(np.clip(row.ratio, low, high)), row.Index, marker=marker, clip_on=False, **style)


def _numbers(row: Any) -> str:
    """The ratio with its interval and p; the smallest p possible is told as such."""
    if pd.isna(row.ratio):
        return "no rate to compare"
    ratio = "only after" if np.isinf(row.ratio) else f"×{frame.plain(row.ratio)}"
    ends = "" if pd.isna(row.ratio_low) else f" ({frame.plain(row.ratio_low)} to {frame.plain(row.ratio_high)})"
    return f"{ratio}{ends}{_p(row)}"


def _p(row: Any) -> str:
    """The p, if there is one."""
    if pd.isna(row.p):
        return ", no p"
    return f", p = {row.p:.3f}" + (" (least possible)" if row.p <= row.p_floor else "")


def _ticks(ax: Axes, low: float, high: float) -> None:
    """Plain ratios on the logarithmic axis."""
    from matplotlib.ticker import FixedLocator, NullFormatter, NullLocator

    marks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
    ax.xaxis.set_major_locator(FixedLocator([mark for mark in marks if low <= mark <= high]))
    ax.xaxis.set_major_formatter(lambda mark, _: f"×{mark:g}")
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_minor_formatter(NullFormatter())


def _sentence(table: pd.DataFrame) -> str:
    """The events with a small p, in numbers."""
    if not len(table):
        return "No event is tested."
    notable = table[table["p"] <= _NOTABLE].sort_values(["p", "event"], kind="stable")
    total = "1 test of an event" if len(table) == 1 else f"{len(table):,} tests of events"
    warned = int(table["warning"].notna().sum())
    end = f" {warned} of them carr{'ies' if warned == 1 else 'y'} a warning." if warned else ""
    if not len(notable):
        return f"Of {total}, none has p of {_NOTABLE} or less.{end}"
    told = [
        f"{row.event} {row.label} ({frame.plain(row.ratio)} times as often after it, "
        f"{frame.plain(row.ratio_low)} to {frame.plain(row.ratio_high)}, p = {row.p:.3f})"
        for row in notable.head(5).itertuples()
    ]
    has = "has" if len(notable) == 1 else "have"
    return f"Of {total}, {len(notable)} {has} p of {_NOTABLE} or less: {'; '.join(told)}.{end}"
