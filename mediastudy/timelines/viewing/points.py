"""What a timeline view shows of the table: lines of points, and the periods that they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED: Final = (
    *("period", "period_end", "period_label", "phrase", "variant", "hits", "documents_with_hit", "documents"),
    *("tokens", "rate", "rate_low", "rate_high", "covered"),
)
MOST_LINES: Final = 7
MOST_POINTS: Final = 2_000
_PER: Final = "million tokens"


class Period(NamedTuple):
    """A period from its first day to its last, and whether any line covers it."""

    first: pd.Timestamp
    last: pd.Timestamp
    label: str
    covered: bool


class Point(NamedTuple):
    """One covered row of the timeline; ``place`` is the number of its period."""

    place: int
    label: str
    hits: int
    documents_with_hit: int
    documents: int
    tokens: int
    rate: float
    low: float
    high: float


class Line(NamedTuple):
    """One phrase, or one of its variants, in one group; ``group`` holds the values of the columns grouped by."""

    label: str
    phrase: str
    variant: str | None
    group: dict[str, Any]
    unit: str
    points: list[Point]


class Series(NamedTuple):
    """All that is drawn; ``per`` is what the rate is per, ``frame`` the sampling frame that the table carries."""

    lines: list[Line]
    periods: list[Period]
    per: str
    frame: str | None

    @property
    def measure(self) -> str:
        """What the rate is, as an axis says it."""
        among = ", among retrieved articles" if self.frame == "query-selected" else ""
        return f"hits per {self.per}{among}"


def series(timeline: pd.DataFrame) -> Series:
    """The lines of a timeline; whole phrases alone, unless it holds variants alone.

    Raises
    ------
    ValueError
        If a column is missing, or there are more lines or points than can be told apart.
    """
    tables.require(timeline, NEEDED, what="timeline")
    whole = timeline["variant"].isna()
    rows = (timeline[whole] if whole.any() else timeline).reset_index(drop=True)
    periods = _periods(rows)
    lines = list(_lines(rows, {period.first: place for place, period in enumerate(periods)}))
    _check(len(lines), sum(len(line.points) for line in lines))
    per = list(dict.fromkeys(rows["per"].dropna().astype("str"))) if "per" in rows else []
    return Series(lines, periods, " or ".join(per) or _PER, tables.frame_of(timeline))


def _periods(rows: pd.DataFrame) -> list[Period]:
    """The periods in order."""
    found = (
        rows.assign(period_label=rows["period_label"].astype("str"))
        .groupby("period", as_index=False)
        .agg(period_end=("period_end", "first"), period_label=("period_label", "first"), covered=("covered", "any"))
    )
    columns = (found[name] for name in ("period", "period_end", "period_label", "covered"))
    return [Period(first, last, label, bool(covered)) for first, last, label, covered in zip(*columns, strict=True)]


def _lines(rows: pd.DataFrame, places: dict[pd.Timestamp, int]) -> Iterator[Line]:
    """One line for each group, phrase and variant, in the table's order."""
    by = [str(name) for name in rows.columns if name not in {*tables.COLUMNS["timeline"], *NEEDED, "per"}]
    unit = ["unit"] if "unit" in rows else []
    keys = [*by, *unit, "phrase", "variant"]
    apart = [*by, *(unit if len(rows[unit].drop_duplicates()) > 1 else [])]
    phrases = rows[["phrase", "variant"]].drop_duplicates()
    for _, found in rows.groupby(keys, sort=False, dropna=False):
        first = found.iloc[0]
        variant = None if pd.isna(first["variant"]) else str(first["variant"])
        yield Line(
            label=_label(first, apart, among=len(phrases)),
            phrase=str(first["phrase"]),
            variant=variant,
            group={name: first[name] for name in by},
            unit=str(first["unit"]) if unit else "words",
            points=list(_points(found, places)),
        )


def _label(row: pd.Series[Any], by: list[str], *, among: int) -> str:
    """The name of a line: its phrase, its group, or both where both differ."""
    told = row["phrase"] if pd.isna(row["variant"]) else row["variant"]
    group = ", ".join("unknown" if pd.isna(row[name]) else str(row[name]) for name in by)
    if not by:
        return f"“{told}”"
    return f"“{told}”, {group}" if among > 1 else group


def _points(rows: pd.DataFrame, places: dict[pd.Timestamp, int]) -> Iterator[Point]:
    """The covered rows of a line by period; a period without documents is no point, since zero was not observed."""
    for row in rows[rows["covered"] & rows["rate"].notna()].sort_values("period", kind="stable").itertuples():
        told: Any = row
        counts = (int(told.hits), int(told.documents_with_hit), int(told.documents), int(told.tokens))
        rates = (float(told.rate), float(told.rate_low), float(told.rate_high))
        yield Point(places[told.period], str(told.period_label), *counts, *rates)


def _check(lines: int, points: int) -> None:
    """Raise if there is more than a reader can tell apart, or a browser should hold."""
    if lines > MOST_LINES:
        message = (
            f"The timeline holds {lines} lines; up to {MOST_LINES} can be told apart in one view. "
            "Choose some phrases or groups: timeline[timeline['outlet'].isin([...])]."
        )
        raise ValueError(message)
    if points > MOST_POINTS:
        message = f"The timeline has {points:,} points; a view holds up to {MOST_POINTS:,}. Make the periods longer."
        raise ValueError(message)
