"""The dates of a table: read together, because the column shows which number is the day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pandas as pd

from mediastudy.documents.dates import parse_dates
from mediastudy.documents.records import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

ADVICE = {
    "ambiguous_date": 'left unknown; say date_order = "day-month" or "month-day" in columns.toml',
    "impossible_date": "no calendar, or no press, has this day; left unknown",
    "unreadable_date": "no date was recognised; left unknown",
    "future_date": "lies in the future; kept",
    "weekday_mismatch": "the day is another weekday than is printed; kept",
}


def with_dates(
    frame: pd.DataFrame, places: Sequence[str], *, order: str | None = None
) -> tuple[pd.DataFrame, list[Problem]]:
    """The table with ``date``, ``date_raw`` and ``date_precision``, and one problem for each date not read as hoped.

    A precision that the table states itself is kept where its date is known.

    Examples
    --------
    >>> frame, problems = with_dates(pd.DataFrame({"date": ["2024-08", "soon"]}), ["line 2", "line 3"])
    >>> frame["date_precision"].tolist(), problems[0].problem
    (['month', 'none'], 'unreadable_date')
    """
    blank = pd.Series(None, index=frame.index, dtype="str")
    printed = pd.Series([_printed(value) for value in frame["date"].array], dtype="str") if "date" in frame else blank
    raw = frame.get("date_raw", printed)
    stated = printed.where(printed.notna(), raw)
    days = parse_dates(stated, order=order)
    precision = days["date_precision"]
    if "date_precision" in frame:
        own = frame["date_precision"].isin(["day", "month", "year"]) & days["date"].notna()
        precision = precision.mask(own, frame["date_precision"])
    dated = frame.assign(date=days["date"], date_raw=raw.where(raw.notna(), printed), date_precision=precision)
    return dated, [
        Problem(places[row], problem, f"{stated.iloc[row]!r}: {ADVICE[problem]}")
        for row, problem in enumerate(days["problem"].array)
        if isinstance(problem, str)
    ]


def _printed(value: Any) -> str | None:
    """A date of a table as a string, missing if it is; a whole day without a time of day."""
    if isinstance(value, str):
        return value if value.strip() else None
    if value is None or (not isinstance(value, (list, dict)) and pd.isna(value) is True):
        return None
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)
