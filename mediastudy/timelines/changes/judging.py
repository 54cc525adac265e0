"""The series of a timeline, each judged by itself, and the tables made of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.timelines.changes import levels, nulls, segments, stepwise
from mediastudy.timelines.counting.exposures import exposure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.timelines.changes.noise import Noise
    from mediastudy.timelines.changes.segments import Series
    from mediastudy.timelines.changes.stepwise import Rules, Verdict

MEASURES: Final = ("rate", "share")
# Periods above which the search for steps, which grows with their square, would take minutes.
LONGEST: Final = 400


class Judged(NamedTuple):
    """One series of a timeline: its rows, its counts, and what was found (None if it can't be tested)."""

    rows: pd.DataFrame
    series: Series
    verdict: Verdict | None


def checked(measure: str, confidence: float, against: str) -> None:
    """Raise if an option is none."""
    tables.choose(measure, MEASURES, what="measure")
    tables.choose(against, stepwise.RIVALS, what="against")
    if not 0.5 <= confidence < 1:  # noqa: PLR2004 - less than even odds is no confidence
        message = f"confidence must be from 0.5 to below 1, such as 0.95, not {confidence}."
        raise ValueError(message)


def judged(rows: pd.DataFrame, keys: list[str], measure: str, rules: Rules) -> Iterator[Judged]:
    """Each series of a timeline with its verdict, in the order of the timeline."""
    for part in parts(rows, keys):
        series = series_of(part, measure)
        if len(series.hits) > LONGEST:
            message = f"a series has {len(series.hits)} covered periods, more than {LONGEST}; take longer periods."
            raise ValueError(message)
        yield Judged(part, series, stepwise.steps_of(series, rules) if stepwise.can_be_tested(series) else None)


def parts(rows: pd.DataFrame, keys: list[str]) -> Iterator[pd.DataFrame]:
    """The rows of each series in order of time."""
    for _, part in rows.groupby([*keys, "per"], sort=False, dropna=False):
        yield part.sort_values("period", kind="stable", ignore_index=True)


def series_of(rows: pd.DataFrame, measure: str) -> Series:
    """The counts of one series, its covered periods alone."""
    count = rows["hits" if measure == "rate" else "documents_with_hit"].to_numpy(dtype=float)
    size = exposure(rows) if measure == "rate" else rows["documents"].to_numpy(dtype=float)
    covered = (size > 0) & rows["covered"].to_numpy(dtype=bool)
    return segments.Series(count[covered], size[covered], np.flatnonzero(covered), measure == "share")


def adjusted(p: list[float]) -> list[float]:
    """The p of several series adjusted for their number; one that could not be tested stays missing."""
    from scipy import stats

    values = np.array(p, dtype=float)
    known = ~np.isnan(values)
    if known.any():
        values[known] = stats.false_discovery_control(values[known])
    return [float(value) for value in values]


def tabled(made: list[dict[str, Any]], rows: pd.DataFrame, keys: list[str], table: str) -> pd.DataFrame:
    """The rows made as the table, the columns that the timeline is grouped by first and with their dtypes."""
    leading = keys[: keys.index("phrase")]
    names = [*leading, *tables.COLUMNS[table]]
    frame = pd.DataFrame(made, columns=names).astype({name: rows[name].dtype for name in leading})
    return tables.conform(frame, table)[names]


def named(rows: pd.DataFrame, keys: list[str], measure: str) -> dict[str, Any]:
    """What a series is called."""
    per = rows["per"].iloc[0] if measure == "rate" else "document"
    return {**{name: rows[name].iloc[0] for name in keys}, "per": per, "measure": measure}


def spread_of(series: Series, cuts: list[int], kind: int) -> Noise:
    """The noise around the stretches between cuts."""
    regressors = levels.steps(series, cuts)
    return nulls.noise_of(series, nulls.Rival(levels.stepped(series, cuts), regressors, regressors, cuts), kind)
