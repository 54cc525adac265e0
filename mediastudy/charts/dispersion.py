"""How evenly words are spread over the documents: the chart of the table dispersion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_HEIGHT: Final = 4.0
_BANDS: Final = 6
# Below so many occurrences the spread of a type says little.
_TELLING: Final = 10
# Points of an inch, of a line of small letters and of one letter, with some air.
_POINTS: Final = 72
_LINE: Final = 11
_LETTER: Final = 6
_Box = tuple[float, float, float, float]
_NEEDED: Final = ["type", "frequency", "range", "dp_norm"]


@noted
def dispersion(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Every type as a point, its frequency across and its DPnorm up; the extremes carry their names.

    Types with 10 occurrences or more (all, if there are none) fall into six bands of frequency, as wide as each other
    on the logarithmic axis. In each the most uneven type is named above its point and the most even one below it,
    unless the name would lie on another.

    Parameters
    ----------
    table : made by :func:`mediastudy.dispersion`
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, or holds a type twice, as it does for several groups.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"type": ["the", "dam"], "frequency": [90, 12], "range": [8, 1], "dp_norm": [0.05, 0.9]}
    >>> dispersion(pd.DataFrame(rows)).get_label()
    'Median DPnorm of 2 types: 0.48. Most even is “the” (0.05, 90 times in 8 parts), most uneven “dam” (0.90, 12 in 1).'
    """
    tables.require(table, _NEEDED, what="dispersion")
    frame.once(table, "type", by="outlet")
    ax = frame.axes(ax, height=_HEIGHT)
    known = table[table["dp_norm"].notna() & table["frequency"].gt(0)].reset_index(drop=True)
    clear = float(np.clip(300 / max(len(known), 1), 0.25, 0.8))
    ax.scatter(known["frequency"], known["dp_norm"], s=14, color=frame.BLUE, alpha=clear, linewidth=0, zorder=2)
    ax.set_xscale("log")
    _limits(ax, known["frequency"])
    telling = known[known["frequency"] >= _TELLING]
    telling = telling if len(telling) else known
    _name_extremes(ax, telling)
    ax.spines[["top", "right"]].set_visible(False)
    ax.set_xlabel("frequency (logarithmic)")
    ax.set_ylabel("DPnorm (0: even, 1: all in one part)")
    ax.set_label(_sentence(known, telling))
    return ax


def _limits(ax: Axes, frequency: pd.Series[int]) -> None:
    """All of DPnorm's range, and room for names at both ends of the frequencies."""
    from matplotlib.ticker import LogLocator, NullFormatter

    ax.set_ylim(-0.08, 1.08)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1])
    if len(frequency):
        ax.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5) if frequency.max() < 100 * frequency.min() else (1,)))
        ax.xaxis.set_major_formatter("{x:,g}")
        ax.xaxis.set_minor_formatter(NullFormatter())
        ax.set_xlim(float(frequency.min()) / 1.5, float(frequency.max()) * 1.5)
        return
    ax.set_xticks([])
    frame.says(ax, "no types")


def _name_extremes(ax: Axes, telling: pd.DataFrame) -> None:
    """The names of the most uneven and the most even type of each band of frequency."""
    scale = np.log(telling["frequency"].astype(float))
    width = max(float(scale.max() - scale.min()), 1e-9) if len(telling) else 1.0
    band = np.minimum((scale - scale.min()) / width * _BANDS, _BANDS - 1).astype(int)
    extremes = []
    for _, rows in telling.groupby(band):
        ordered = rows.sort_values(["dp_norm", "type"])
        extremes += [(ordered.iloc[-1], 5)] + ([(ordered.iloc[0], -5)] if len(rows) > 1 else [])
    taken: list[_Box] = []
    for row, above in extremes:
        name = frame.shortened(row["type"])
        box = _box(ax, row["frequency"], row["dp_norm"], len(name), above)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            style: Any = {"ha": "center", "va": "bottom" if above > 0 else "top", "fontsize": "small"}
            ax.annotate(
                name, (row["frequency"], row["dp_norm"]), xytext=(0, above), textcoords="offset points", **style
            )


def _box(ax: Axes, frequency: float, dp_norm: float, letters: int, above: float) -> _Box:
    """About where a name will stand, in points from the lower left of the axes: left, right, bottom, top."""
    size: Any = ax.get_window_extent().size
    width, height = size * _POINTS / ax.figure.dpi
    low, high = np.log(ax.get_xlim())
    bottom, top = ax.get_ylim()
    across = (np.log(frequency) - low) / (high - low) * width
    up = (dp_norm - bottom) / (top - bottom) * height + (above if above > 0 else above - _LINE)
    half = letters * _LETTER / 2
    return across - half, across + half, up, up + _LINE


def _overlap(one: _Box, other: _Box) -> bool:
    """Whether two boxes share a place."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _sentence(known: pd.DataFrame, telling: pd.DataFrame) -> str:
    """The finding of a dispersion table in numbers."""
    if not len(known):
        return "The dispersion table is empty."
    ordered = telling.sort_values(["dp_norm", "type"])
    even, uneven = ordered.iloc[0], ordered.iloc[-1]
    median = f"Median DPnorm of {frame.counted(len(known), 'type')}: {known['dp_norm'].median():.2f}."
    parts = frame.counted(even["range"], "part")
    who = f"Of the {len(telling):,} with {_TELLING} occurrences or more, most even"
    who = who if len(telling) < len(known) else "Most even"
    first = f"{who} is “{even['type']}” ({even['dp_norm']:.2f}, {even['frequency']:,} times in {parts})"
    last = f"most uneven “{uneven['type']}” ({uneven['dp_norm']:.2f}, {uneven['frequency']:,} in {uneven['range']:,})"
    return f"{median} {first}, {last}."
