"""How articles came into the corpus: the flow diagram of the table intake_flow."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from unicodedata import east_asian_width

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NEEDED: Final = ["stage", "role", "label", "count"]
_TITLES: Final = {
    "found": "Found",
    "downloaded": "Downloaded",
    "read": "Read from the files",
    "kept": "Kept as documents",
}
# Inches: where the two columns of boxes stand, and how high a line, a box's margin and the gap between boxes are.
_LEFT: Final = (0.05, 2.75)
_RIGHT: Final = (3.4, 6.45)
_LINE: Final = 0.17
_MARGIN: Final = 0.1
_GAP: Final = 0.14
_ARROW: Final = 0.26
# Letters on a line, and how many of them a capital and a Chinese character are worth.
_LETTERS: Final = 42
_CAPITAL: Final = 1.4
_HAN: Final = 2


class _Box(NamedTuple):
    """A box: its lines, its top, and its height."""

    lines: list[str]
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


class _Step(NamedTuple):
    """A stage's box, and the box to its right with what left after it or is noted about it, if there is one."""

    box: _Box
    side: _Box | None
    leaves: bool
    known: bool


@noted
def intake(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """A flow diagram: a box for each stage from top to bottom, to the right of it what left there, and how many.

    What is only noted about articles that stay stands in a dashed box without an arrow. A stage whose number is unknown
    is dashed too.

    Parameters
    ----------
    table : made by :func:`mediastudy.documents.sampling.flow.intake_flow`
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is a sentence with the numbers, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> rows = [("read", "stage", "read", 9), ("read", "exit", "broken records", 1), ("kept", "stage", "kept", 8)]
    >>> intake(pd.DataFrame(rows, columns=["stage", "role", "label", "count"])).get_label()
    'Articles: read 9, kept 8. After read left: broken records (1).'
    """
    tables.require(table, _NEEDED, what="intake_flow")
    steps, height = _laid_out(table)
    ax = frame.axes(ax, height=height + 0.05)
    ax.set_xlim(0, 6.5)
    ax.set_ylim(height, 0)
    ax.set_xticks([])
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    for place, step in enumerate(steps):
        _draw(ax, step, steps[place + 1].box if place + 1 < len(steps) else None)
    ax.set_label(_sentence(table))
    return ax


def _laid_out(table: pd.DataFrame) -> tuple[list[_Step], float]:
    """The boxes from top to bottom, and how high all of them are."""
    steps: list[_Step] = []
    top = 0.05
    for stage, rows in table.groupby("stage", sort=False):
        own, others = rows[rows["role"] == "stage"], rows[rows["role"] != "stage"]
        count = own["count"].iloc[0] if len(own) else pd.NA
        box = _box([_TITLES.get(str(stage), str(stage)), _number(count)], top)
        leaves = bool(others["role"].eq("exit").any())
        lines = [
            line
            for row in others.itertuples()
            for line in _wrapped(f"{_said(row, leaves=leaves)} (n\u00a0=\u00a0{_few(row.count)})")
        ]
        below = _box(lines, box.bottom + _GAP if leaves else box.top) if lines else None
        steps.append(_Step(box, below, leaves, known=not pd.isna(count)))
        top = max(box.bottom + _ARROW, below.bottom + _GAP if below else 0.0)
    return steps, top


def _said(row: Any, *, leaves: bool) -> str:
    """What an entry says; a note in a box of what left says that nothing left by it."""
    return f"{row.label}, none left out" if leaves and row.role == "note" else str(row.label)


def _box(lines: list[str], top: float) -> _Box:
    """A box around some lines."""
    return _Box(lines, top, len(lines) * _LINE + 2 * _MARGIN)


def _wrapped(words: str) -> list[str]:
    """The lines of an entry, those after the first indented; the wider its letters, the fewer stand on a line."""
    width = sum(_HAN if east_asian_width(letter) in "WF" else _CAPITAL if letter.isupper() else 1 for letter in words)
    return textwrap.wrap(words, int(_LETTERS * len(words) / max(width, 1)), subsequent_indent="   ")


def _draw(ax: Axes, step: _Step, below: _Box | None) -> None:
    """A stage, the arrow to the next, and the box to its right."""
    arrow: Any = {"arrowstyle": "-|>", "color": frame.GREY, "linewidth": 1.0, "shrinkA": 0, "shrinkB": 0}
    _draw_box(ax, step.box, _LEFT, dashed=not step.known, centred=True)
    middle = sum(_LEFT) / 2
    if below:
        ax.annotate("", (middle, below.top), xytext=(middle, step.box.bottom), arrowprops=arrow)
    if step.side is None:
        return
    _draw_box(ax, step.side, _RIGHT, dashed=not step.leaves, centred=False)
    if step.leaves:
        ax.annotate("", (_RIGHT[0], step.side.middle), xytext=(middle, step.side.middle), arrowprops=arrow)
    else:
        height = step.box.middle
        ax.plot([_LEFT[1], _RIGHT[0]], [height, height], color=frame.GREY, linewidth=0.8, linestyle=":")


def _draw_box(ax: Axes, box: _Box, sides: tuple[float, float], *, dashed: bool, centred: bool) -> None:
    """One box with its lines; in the left column the first line is bold."""
    from matplotlib.patches import Rectangle

    left, right = sides
    edge = frame.GREY if dashed else "black"
    style: Any = {"facecolor": "white", "edgecolor": edge, "linewidth": 1.0, "linestyle": "--" if dashed else "-"}
    ax.add_patch(Rectangle((left, box.top), right - left, box.height, zorder=2, **style))
    across = (left + right) / 2 if centred else left + 0.1
    for number, line in enumerate(box.lines):
        down = box.top + _MARGIN + (number + 0.5) * _LINE
        words: Any = {"ha": "center" if centred else "left", "va": "center", "fontsize": "small", "zorder": 3}
        ax.text(across, down, line, fontweight="bold" if centred and not number else "normal", **words)


def _number(count: Any) -> str:
    """A stage's articles in words."""
    return "number unknown" if pd.isna(count) else frame.counted(int(count), "article")


def _few(count: Any) -> str:
    """A number, or that it is unknown."""
    return "unknown" if pd.isna(count) else f"{int(count):,}"


def _sentence(table: pd.DataFrame) -> str:
    """The numbers of the flow in sentences."""
    if not len(table):
        return "The intake is empty."
    stages = table[table["role"] == "stage"]
    parts = [f"Articles: {', '.join(f'{row.stage} {_few(row.count)}' for row in stages.itertuples())}."]
    for role, opening in (("exit", "After {} left"), ("note", "Among those {}")):
        for stage, rows in table[table["role"] == role].groupby("stage", sort=False):
            listed = ", ".join(f"{row.label} ({_few(row.count)})" for row in rows.itertuples())
            parts.append(f"{opening.format(stage)}: {listed}.")
    return " ".join(parts)
