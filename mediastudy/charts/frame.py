"""What charts share: new axes, axes of dates and periods, names that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from matplotlib.axes import Axes

GREY: Final = "#595959"
WIDTH: Final = 7.0
LONGEST: Final = 40

_SPANS: Final = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"))
_DAYS: Final = {"day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25, "decade": 3652.5}
_WRITTEN: Final = {
    "day": "%Y-%m-%d",
    "week": "%Y-%m-%d",
    "month": "%Y-%m",
    "quarter": "%Y-%m",
    "year": "%Y",
    "decade": "the %Ys",
}


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
        ax.text(0.5, 0.5, none, transform=ax.transAxes, ha="center", color=GREY)


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


def date_axis(ax: Axes) -> None:
    """Short, unambiguous dates along the horizontal axis."""
    from matplotlib import dates

    untyped: Any = dates
    locator = untyped.AutoDateLocator()
    ax.xaxis.set_major_locator(locator)
    ax.xaxis.set_major_formatter(untyped.ConciseDateFormatter(locator))


def shortened(name: str) -> str:
    """The name, cut if it is too long for a chart.

    Examples
    --------
    >>> shortened("Oru")
    'Oru'
    """
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def kind_of(starts: pd.Series) -> str:
    """The kind of period, told by the shortest distance between two beginnings; a year if there is but one.

    Examples
    --------
    >>> kind_of(pd.Series(pd.to_datetime(["1994-02-01", "1994-03-01"])))
    'month'
    """
    days = starts.drop_duplicates().sort_values().diff().dt.days.min()
    return "year" if pd.isna(days) else next((name for most, name in _SPANS if days <= most), "decade")


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


def written_range(starts: pd.Series, every: str) -> str:
    """The first and the last period in a sentence.

    Examples
    --------
    >>> written_range(pd.Series(pd.to_datetime(["1996-01-01", "1994-01-01"])), "year")
    '1994 to 1996'
    """
    first, last = written(starts.min(), every), written(starts.max(), every)
    return first if first == last else f"{first} to {last}"


def group_names(table: pd.DataFrame) -> pd.Series:
    """The name of each row's group: its values of the columns that a timeline does not have by itself.

    Examples
    --------
    >>> group_names(pd.DataFrame({"outlet": ["Post", None], "hits": [1, 2]})).tolist()
    ['Post', 'unknown']
    """
    columns = [name for name in table if name not in tables.COLUMNS["timeline"]]
    columns += ["unit"] if "unit" in table and len(table["unit"].unique()) > 1 else []
    if not columns or not len(table):
        return pd.Series("all documents", index=table.index, dtype="str")
    return table[columns].astype("str").fillna("unknown").agg(", ".join, axis="columns")
