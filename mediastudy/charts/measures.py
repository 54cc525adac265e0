"""Ratios and shares over time, each with its interval: one way to draw them, whatever they measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from mediastudy.charts import frame, gaps, keys, lineends, lines, spans
from mediastudy.charts.notes import among

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from mediastudy.charts.lines import Line


class Measures(NamedTuple):
    """Rows with ``period``, ``value``, ``low``, ``high`` and, if known, ``documents`` and ``covered``; their labels."""

    rows: pd.DataFrame
    labels: pd.Series
    what: str
    noun: str = "documents"


def draw(measures: Measures, table: pd.DataFrame, ax: Axes | None) -> Axes:
    """The measures as lines with their intervals, on an axis from 0 to 1 if none goes beyond.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"period": pd.to_datetime(["1994-01-01", "1995-01-01"]), "value": [0.2, 0.8], "low": 0.1, "high": 0.9}
    >>> made = Measures(pd.DataFrame(rows), pd.Series(["aid", "aid"]), "share")
    >>> draw(made, pd.DataFrame(rows), None).get_label()
    'Share by year: aid goes from 0.2 in 1994 (95 % interval 0.1 to 0.9) to 0.8 in 1995 (0.1 to 0.9).'
    """
    rows = _finite(measures.rows)
    laid, every = spans.laid_out(rows), spans.kind_of(rows)
    found = lines.apart(lines.split(rows, measures.labels, laid, values=("value", "low", "high")), laid)
    grows = ax is None
    ax = frame.axes(ax, height=2.7)
    spans.period_axis(ax, laid, every)
    missing = gaps.gaps(rows) if "covered" in rows else []
    gaps.shade(ax, missing, laid)
    lines.draw(ax, found, most=_most(rows), scale=lines.scale_of(laid))
    _limits(ax, found, rows)
    ax.set(xlabel=every, ylabel=among(measures.what, table))
    ax.spines[["top", "right"]].set_visible(False)
    count = keys.write(ax, _entries(rows, found, laid, noun=measures.noun, missing=bool(missing)))
    if grows:
        frame.grow(ax, 15 * count)
    lineends.label_ends(ax, found)
    ax.set_label(_sentence(found, laid, every, measures.what))
    return ax


def _finite(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ends that are far above all values where they are infinite, so that the frame cuts them."""
    numbers = rows[["value", "low", "high"]].astype(float)
    far = 1000 * float(np.nanmax(numbers.replace(np.inf, np.nan).to_numpy(), initial=1.0))
    return rows.assign(
        value=numbers["value"].replace(np.inf, np.nan),
        low=numbers["low"],
        high=numbers["high"].replace(np.inf, far),
    )


def _most(rows: pd.DataFrame) -> float:
    """The documents of the largest point."""
    return float(rows["documents"].max()) if "documents" in rows and len(rows) else 1.0


def _limits(ax: Axes, found: list[Line], rows: pd.DataFrame) -> None:
    """From 0 to 1 for shares; otherwise from zero, or from below it, to the highest, with a line at 1 for quotients."""
    known = rows[["value", "low", "high"]].to_numpy(dtype=float)
    known = known[~np.isnan(known)]
    if not known.size or (known.min() >= 0 and known.max() <= 1):
        ax.set_ylim(0, 1)
        return
    lines.limits(ax, found)
    if known.min() < 0:
        ax.set_ylim(bottom=float(known.min()) * 1.05)
        ax.axhline(0, color=frame.GREY, linewidth=0.7, zorder=1)
    ax.yaxis.set_major_formatter("{x:,g}")


def _entries(
    rows: pd.DataFrame, found: list[Line], laid: pd.DataFrame, *, noun: str, missing: bool
) -> list[keys.Entry]:
    """The entries of the key."""
    if not found:
        return []
    made: list[keys.Entry] = []
    if "documents" in rows:
        few = bool((rows.loc[rows["value"].notna(), "documents"] < lines.FEW_DOCUMENTS).any())
        made = keys.sizes(_most(rows), few=few, scale=lines.scale_of(laid), noun=noun)
    made += [keys.no_documents()] if missing else []
    return [*made, keys.interval(banded=len(found) == 1 or lines.crowded(laid))]


def _sentence(found: list[Line], laid: pd.DataFrame, every: str, what: str) -> str:
    """The first and the last value of each line."""
    named = " ".join(what.split())
    if not found:
        return f"There is nothing to draw: the table of {named} is empty."
    label = dict(zip(laid["period"], laid["label"], strict=True))
    parts = "; ".join(_told(line, label, every) for line in found)
    return f"{named[0].upper()}{named[1:]} by {every}: {parts}."


def _told(line: Line, label: dict[Any, Any], every: str) -> str:
    """The first and the last value of a line with their intervals."""
    known = line.rows.dropna(subset="value")
    if not len(known):
        return f"{line.label} has no value in any {every}"
    first, last = known.iloc[0], known.iloc[-1]
    begins = f"{first['value']:.2g} in {spans.named(str(label[first['period']]), every)}"
    begins += f" (95 % interval {first['low']:.2g} to {first['high']:.2g})"
    if len(known) == 1:
        return f"{line.label} is {begins}"
    ends = f"{last['value']:.2g} in {spans.named(str(label[last['period']]), every)}"
    return f"{line.label} goes from {begins} to {ends} ({last['low']:.2g} to {last['high']:.2g})"
