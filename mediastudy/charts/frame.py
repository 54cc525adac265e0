"""What charts share: new axes, rows and what stands beside them, names that fit, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GREY: Final = "#595959"
WIDTH: Final = 7.0
LONGEST: Final = 40
# Two of Okabe and Ito's colours, told apart by all eyes.
BLUE: Final = "#0072B2"
ORANGE: Final = "#D55E00"


def axes(ax: Axes | None, *, height: float) -> Axes:
    """The axes to draw on, new ones of this height in inches if there are none.

    Examples
    --------
    >>> axes(None, height=3.0).figure.get_size_inches().tolist()
    [7.0, 3.0]
    """
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    _, new = plt.subplots(figsize=(WIDTH, height), layout="constrained")
    return new


def row_axes(ax: Axes | None, count: int, *, edge: float = 0.9, row: float = 0.25) -> Axes:
    """The axes to draw so many rows on, new ones if there are none: ``edge`` and each ``row`` are so many inches high.

    Examples
    --------
    >>> row_axes(None, 4).figure.get_size_inches().tolist()
    [7.0, 1.9]
    """
    return axes(ax, height=edge + row * max(count, 1))


def grow(ax: Axes, points: float) -> None:
    """Make the figure of new axes higher by so many points.

    Examples
    --------
    >>> ax = axes(None, height=1.0)
    >>> grow(ax, 72)
    >>> float(ax.figure.get_size_inches()[1])
    2.0
    """
    figure: Any = ax.figure
    width, height = figure.get_size_inches()
    figure.set_size_inches(width, height + points / 72)


def once(table: pd.DataFrame, column: str, *, by: str) -> None:
    """Raise if the table holds a value of the column twice, as it does for several groups.

    Raises
    ------
    ValueError
        With how to choose one group.

    Examples
    --------
    >>> once(pd.DataFrame({"type": ["aid", "wool"]}), "type", by="outlet")
    """
    if table[column].duplicated().any():
        message = f"The table holds a {column} more than once. Choose one group: table[table['{by}'] == '...']."
        raise ValueError(message)


def rows(ax: Axes, names: list[str], *, none: str) -> None:
    """The rows' names, the first on top, in a plain frame; what it says if there are none.

    Examples
    --------
    >>> ax = axes(None, height=1.0)
    >>> rows(ax, ["said", "urged"], none="no quotations")
    >>> [tick.get_text() for tick in ax.get_yticklabels()]
    ['said', 'urged']
    """
    ax.set_yticks(range(len(names)), names)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    if not names:
        says(ax, none)


def says(ax: Axes, words: str) -> None:
    """A word in the middle of axes on which there is nothing to draw.

    Examples
    --------
    >>> ax = axes(None, height=1.0)
    >>> says(ax, "no types")
    >>> ax.texts[0].get_text()
    'no types'
    """
    ax.text(0.5, 0.5, words, transform=ax.transAxes, ha="center", color=GREY)


def beside(ax: Axes, values: pd.Series[Any], labels: list[str]) -> None:
    """A label to the right of each row's end.

    Examples
    --------
    >>> ax = axes(None, height=1.0)
    >>> beside(ax, pd.Series([3]), ["3 times"])
    >>> ax.texts[0].get_text()
    '3 times'
    """
    place: dict[str, Any] = {"xytext": (7, 0), "textcoords": "offset points", "va": "center"}
    for row, (value, label) in enumerate(zip(values, labels, strict=True)):
        ax.annotate(label, (value, row), fontsize="small", color=GREY, **place)


def counted(count: int, noun: str) -> str:
    """A count with its noun.

    Examples
    --------
    >>> counted(1, "hit"), counted(1200, "hit")
    ('1 hit', '1,200 hits')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def plain(number: Any) -> str:
    """A ratio in two digits.

    Examples
    --------
    >>> plain(2.31), plain(120.4), plain(float("inf"))
    ('2.3', '120', '∞')
    """
    if not abs(number) < float("inf"):
        return "∞" if number > 0 else "unknown"
    return f"{number:.2g}" if abs(number) < 100 else f"{number:,.0f}"  # noqa: PLR2004 - 1.2e+02 is not plain


def shortened(name: str) -> str:
    """The name, cut if it is too long for a chart.

    Examples
    --------
    >>> shortened("Oru")
    'Oru'
    """
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def group_columns(table: pd.DataFrame, kind: str = "timeline") -> list[str]:
    """The columns that a table of this kind is grouped by: those that it does not have by itself.

    Examples
    --------
    >>> group_columns(pd.DataFrame({"outlet": ["Post"], "period": ["1994"], "hits": [1]}))
    ['outlet']
    """
    return [str(name) for name in table if name not in tables.COLUMNS[kind]]


def group_names(table: pd.DataFrame, kind: str = "timeline") -> pd.Series:
    """The name of each row's group: its values of the columns that a table of this kind does not have by itself.

    Examples
    --------
    >>> group_names(pd.DataFrame({"outlet": ["Post", None], "hits": [1, 2]})).tolist()
    ['Post', 'unknown']
    """
    columns = group_columns(table, kind)
    columns += ["unit"] if "unit" in table and len(table["unit"].unique()) > 1 else []
    if not columns or not len(table):
        return pd.Series("all documents", index=table.index, dtype="str")
    return table[columns].astype("str").fillna("unknown").agg(", ".join, axis="columns")
