"""Charts of ratios and shares by period: arithmetic on phrases, places, quotations, and how far usage agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from mediastudy import tables
from mediastudy.charts import frame, measures
from mediastudy.charts.measures import Measures
from mediastudy.charts.notes import noted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PLACES: Final = {"title": "in the title", "lead": "in the lead"}
_AGREEMENT: Final = ["agreement", "agreement_low", "agreement_high"]


@noted
def ratios(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The value of each expression by period, with its 95 % interval, on an axis from 0 to 1 if none goes beyond.

    Points and shades are those of the chart timeline. An interval that reaches far above all values, or without end, is
    cut by the frame.

    Parameters
    ----------
    table : made by ``ratios``, for up to seven expressions and groups
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column or holds more lines than can be told apart.

    Examples
    --------
    >>> row = {"expression": ["a / (a + b)"], "period": pd.to_datetime(["1994-01-01"]), "documents": [9]}
    >>> row |= {"value": [0.2], "low": [0.1], "high": [0.4], "covered": [True]}
    >>> ratios(pd.DataFrame(row)).get_label()
    'Value of the expression by year: a / (a + b) is 0.2 in 1994 (95 % interval 0.1 to 0.4).'
    """
    needed = ["period", "expression", "value", "low", "high", "documents", "covered"]
    tables.require(table, needed, what="ratios")
    labels = _labels(table["expression"].astype("str"), table, "ratios")
    return measures.draw(Measures(table, labels, "value of the expression"), table, ax)


@noted
def placements(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The share of documents with a hit that have it in the title, and in the lead, with 95 % intervals.

    Parameters
    ----------
    table : made by ``placement``, for up to three phrases or groups
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column or holds more lines than can be told apart.

    Examples
    --------
    >>> row = {"phrase": ["aid"], "period": pd.to_datetime(["1994-01-01"]), "documents_with_hit": [9]}
    >>> row |= {"title_share": [0.2], "title_share_low": [0.1], "title_share_high": [0.4], "covered": [True]}
    >>> row |= {"lead_share": [0.6], "lead_share_low": [0.3], "lead_share_high": [0.8]}
    >>> placements(pd.DataFrame(row)).get_ylabel()
    'share of documents with a hit'
    """
    ends = [f"{place}_share{end}" for place in _PLACES for end in ("", "_low", "_high")]
    tables.require(table, ["period", "phrase", "documents_with_hit", "covered", *ends], what="placements")
    kept = [name for name in ("period_end", "period_label") if name in table]
    long = pd.concat(
        [
            table[["period", *kept, "covered"]].assign(
                documents=table["documents_with_hit"],
                label=_labels(_quoted(table), table, "placements") + " " + words,
                value=table[f"{place}_share"],
                low=table[f"{place}_share_low"],
                high=table[f"{place}_share_high"],
            )
            for place, words in _PLACES.items()
        ],
        ignore_index=True,
    )
    made = Measures(long, long["label"], "share of documents with a hit", noun="documents with a hit")
    return measures.draw(made, table, ax)


@noted
def quoted_hits(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The share of each phrase's hits that lie inside quotations, by period, with 95 % intervals.

    Parameters
    ----------
    table : made by ``quoted_hits``, for up to seven phrases and groups
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column or holds more lines than can be told apart.

    Examples
    --------
    >>> row = {"phrase": ["aid"], "period": pd.to_datetime(["1994-01-01"]), "documents_with_hit": [9]}
    >>> row |= {"share": [0.2], "share_low": [0.1], "share_high": [0.4], "covered": [True]}
    >>> quoted_hits(pd.DataFrame(row)).get_label()
    'Share of hits inside quotations by year: “aid” is 0.2 in 1994 (95 % interval 0.1 to 0.4).'
    """
    needed = ["period", "phrase", "documents_with_hit", "share", "share_low", "share_high", "covered"]
    tables.require(table, needed, what="quoted_hits")
    rows = table.rename(columns={"share": "value", "share_low": "low", "share_high": "high"})
    rows = rows.assign(documents=table["documents_with_hit"])
    labels = _labels(_quoted(table), table, "quoted_hits")
    made = Measures(rows, labels, "share of hits inside quotations", noun="documents with a hit")
    return measures.draw(made, table, ax)


@noted
def usage(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    r"""How far the collocates of a phrase agree with those of the period before: the nearer to 1, the steadier its use.

    Parameters
    ----------
    table : made by ``usage``, for up to seven phrases and groups
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column or holds more lines than can be told apart.

    Examples
    --------
    >>> row = {"phrase": ["aid"], "period": pd.to_datetime(["1994-01-01"]), "agreement": [0.8]}
    >>> usage(pd.DataFrame(row | {"agreement_low": [0.7], "agreement_high": [0.9]})).get_ylabel()
    'agreement with the collocates\nof the period before (AC1)'
    """
    tables.require(table, ["period", "phrase", *_AGREEMENT], what="usage")
    rows = table.rename(columns=dict(zip(_AGREEMENT, ("value", "low", "high"), strict=True)))
    labels = _labels(_quoted(table), table, "usage")
    made = Measures(rows, labels, "agreement with the collocates\nof the period before (AC1)")
    return measures.draw(made, table, ax)


def _quoted(table: pd.DataFrame) -> pd.Series:
    """Each row's phrase in quotation marks."""
    return "“" + table["phrase"].astype("str") + "”"


def _labels(names: pd.Series, table: pd.DataFrame, kind: str) -> pd.Series:
    """Each row's name with its group, if there are groups."""
    group = frame.group_names(table, kind)
    return names + ", " + group if len(group.unique()) > 1 or frame.group_columns(table, kind) else names
