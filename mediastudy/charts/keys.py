"""The key above a chart of periods: what the sizes of its points, hollow points, bands and shades mean."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy.charts import gaps, lines

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

_TONE: Final = "#4D4D4D"
_BAND: Final = "#BFBFBF"
_SIZES: Final = 3
# Points that a sign of the key takes with the spaces around it, and a character of its text.
_SIGN: Final = 32.0
_CHARACTER: Final = 4.4

Entry = tuple["Artist", str]


def sizes(most: float, *, few: bool, scale: float = 1.0, noun: str = "documents") -> list[Entry]:
    """Entries for the sizes of points, round numbers of documents up to the most, and for hollow ones.

    Examples
    --------
    >>> [label for _, label in sizes(346, few=True)]
    ['fewer than 5', '5', '50', '300 documents']
    >>> [label for _, label in sizes(4, few=True)]
    ['fewer than 5 documents']
    """
    numbers = _rounded(most)
    entries = [(_dot(number, most, scale=scale), f"{number:,}") for number in numbers]
    if few:
        entries.insert(0, (_dot(1, most, scale=scale, hollow=True), f"fewer than {lines.FEW_DOCUMENTS}"))
    return [*entries[:-1], (entries[-1][0], f"{entries[-1][1]} {noun}")] if entries else []


def _rounded(most: float) -> list[int]:
    """Up to three round numbers of documents, well apart."""
    if not most >= lines.FEW_DOCUMENTS:
        return []
    largest = _round_down(most)
    smaller = [_round_down(largest / 6), _round_down(largest / 40)]
    return sorted({number for number in (largest, *smaller) if number >= lines.FEW_DOCUMENTS})[-_SIZES:]


def _round_down(number: float) -> int:
    """The largest of 1, 2, 3, 5, 10, 20 ... up to the number."""
    if number < 1:
        return 0
    power = 10 ** int(np.floor(np.log10(number)))
    return int(max(step * power for step in (1, 2, 3, 5) if step * power <= number))


def _dot(documents: int, most: float, *, scale: float, hollow: bool = False) -> Artist:
    """A point as the chart draws it for so many documents."""
    from matplotlib.lines import Line2D

    area = float(lines.areas(pd.Series([documents]), most, scale=scale)[0])
    face = "white" if hollow else _TONE
    style: dict[str, Any] = {"linestyle": "", "marker": "o", "markeredgecolor": _TONE, "markerfacecolor": face}
    return Line2D([], [], markersize=area**0.5, markeredgewidth=0.9, **style)


def no_documents() -> Entry:
    """The entry for periods without documents.

    Examples
    --------
    >>> no_documents()[1]
    'no documents'
    """
    from matplotlib.patches import Patch

    return Patch(**gaps.patch_style()), "no documents"


def interval(label: str = "95 % interval", *, banded: bool = True) -> Entry:
    """The entry for intervals, drawn as a band or as strokes.

    Examples
    --------
    >>> interval()[1]
    '95 % interval'
    """
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    if banded:
        return Patch(facecolor=_BAND, linewidth=0), label
    return Line2D([], [], linestyle="", marker="|", markersize=11, markeredgewidth=1.1, color=_TONE), label


def shaded(label: str, **style: Any) -> Entry:
    """The entry for a span shaded in this style.

    Examples
    --------
    >>> shaded("interval of a change", facecolor="white")[1]
    'interval of a change'
    """
    from matplotlib.patches import Patch

    return Patch(**style), label


def stroke(label: str, **style: Any) -> Entry:
    """The entry for a line drawn in this style.

    Examples
    --------
    >>> stroke("smoothed", linewidth=2)[1]
    'smoothed'
    """
    from matplotlib.lines import Line2D

    return Line2D([], [], **{"color": _TONE, **style}), label


def write(ax: Axes, entries: list[Entry], *, above: float = 0.0) -> int:
    """The key above the axes, so many points higher than their frame; what comes back is its number of rows.

    Examples
    --------
    >>> from mediastudy.charts.frame import axes
    >>> write(axes(None, height=1.0), [no_documents(), interval()])
    1
    """
    if not entries:
        return 0
    from matplotlib.transforms import ScaledTranslation

    figure: Any = ax.figure
    raised = ax.transAxes + ScaledTranslation(0, above / 72, figure.dpi_scale_trans)
    room = figure.get_size_inches()[0] * 72 * 0.86
    count = _rows_needed([len(label) * _CHARACTER + _SIGN for _, label in entries], room)
    columns = -(-len(entries) // count)
    # A key is filled column by column; in this order its rows are read from left to right.
    order = [row * columns + column for column in range(columns) for row in range(count)]
    chosen = [entries[place] for place in order if place < len(entries)]
    style: dict[str, Any] = {"frameon": False, "fontsize": "small", "ncols": columns, "columnspacing": 1.2}
    style |= {"handletextpad": 0.5, "handlelength": 1.3, "borderaxespad": 0.2, "borderpad": 0.2}
    place: dict[str, Any] = {"loc": "lower left", "bbox_to_anchor": (0, 1), "bbox_transform": raised}
    ax.legend([sign for sign, _ in chosen], [label for _, label in chosen], **style, **place)
    return count


def _rows_needed(widths: list[float], room: float) -> int:
    """How many rows the entries take, if a row is as wide as the sum of its columns."""
    for count in range(1, len(widths)):
        columns = -(-len(widths) // count)
        starts = range(0, len(widths), columns)
        rows = [widths[first:last] for first, last in pairwise([*starts, len(widths)])]
        widest = [max(row[place] for row in rows if place < len(row)) for place in range(columns)]
        if sum(widest) <= room:
            return count
    return max(len(widths), 1)
