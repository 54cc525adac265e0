"""What every chart says of the sampling frame, if its table carries one."""

from __future__ import annotations

import functools
import textwrap
from typing import TYPE_CHECKING, Any, Final, ParamSpec

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.events import KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes

P = ParamSpec("P")

_SELECTED: Final = "query-selected"
_GID: Final = "sampling-frame"
_LINE: Final = 0.17
# Characters in a line of the note.
_WIDE: Final = 62


def noted(chart: Callable[P, Axes]) -> Callable[P, Axes]:
    """The chart, with a note on the sampling frame of its table below the axis and at the end of its sentence.

    Axes that the chart makes itself grow by the note's lines.

    Examples
    --------
    >>> table = pd.DataFrame({"hits": [3]})
    >>> table.attrs["frame"] = "full"
    >>> noted(lambda table: frame.axes(None, height=1.0))(table).texts[0].get_text()
    'All articles of the outlets and period named.'
    """

    @functools.wraps(chart)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Axes:
        ax = chart(*args, **kwargs)
        table = next(data for data in (*args, *kwargs.values()) if isinstance(data, pd.DataFrame))
        note = tables.FRAME_NOTES.get(tables.frame_of(table) or "")
        if note:
            _write(ax, textwrap.fill(note, _WIDE), grows=kwargs.get("ax") is None)
            ax.set_label(f"{ax.get_label()} {note}")
        return ax

    return drawn


def _write(ax: Axes, note: str, *, grows: bool) -> None:
    """The note below the label of the horizontal axis, or below a key of events, in place of an earlier note."""
    for text in list(ax.texts):
        if text.get_gid() == _GID:
            text.remove()
    key = next((text for text in ax.texts if text.get_gid() == KEY), None)
    # A key hangs from the left of the axes, the label of the axis stands in their middle; the note does as the latter.
    under: Any = ax.xaxis.label if key is None else (ax.transAxes, key)
    style: Any = {"xycoords": under, "textcoords": "offset points", "annotation_clip": False}
    style |= {"ha": "center", "va": "top", "fontsize": "small", "color": frame.GREY}
    ax.annotate(note, (0.5, 0), xytext=(0, -3), gid=_GID, **style)
    figure: Any = ax.figure
    if grows:
        width, height = figure.get_size_inches()
        figure.set_size_inches(width, height + _LINE * len(note.splitlines()))


def among(rate: str, table: pd.DataFrame) -> str:
    r"""The name of a rate or share on an axis, which says in query-selected articles that it is among these.

    Examples
    --------
    >>> table = pd.DataFrame({"hits": [3]})
    >>> among("hits per million tokens", table)
    'hits per million tokens'
    >>> table.attrs["frame"] = "query-selected"
    >>> among("hits per million tokens", table)
    'hits per million tokens\namong retrieved articles'
    """
    return f"{rate}\namong retrieved articles" if tables.frame_of(table) == _SELECTED else rate
