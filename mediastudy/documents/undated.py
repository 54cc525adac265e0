"""Articles without a date, with the best hint of one; a hint is used only by who asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.documents.dating.hints import HINTS

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS: Final = ("document", "file", "title", "date_raw", "hint", "hint_precision", "hint_from")

_SHOWN: Final = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def undated(documents: pd.DataFrame) -> pd.DataFrame:
    """The articles without a date, each with the first hint of one that is found.

    The places are tried in this order: ``file name``, ``url``, ``load date``, ``dateline``, ``captions``,
    ``first sentence``, ``folder``. The name of a file that holds several articles is no hint: it is that of a download.

    Parameters
    ----------
    documents
        Documents as ``read`` gives them.

    Returns
    -------
    pandas.DataFrame
        One row a document without date: ``document``, ``file``, ``title``, ``date_raw`` (as printed, if anything
        was), ``hint`` (datetime64, the first day of a month or year), ``hint_precision`` (day, month, year, none) and
        ``hint_from`` (the place, missing without a hint).

    Examples
    --------
    >>> documents = pd.DataFrame({"document": ["a"], "date": [pd.NaT], "url": ["https://coast.example/2024/08/29/port"]})
    >>> undated(documents)[["hint", "hint_from"]].values.tolist()
    [[Timestamp('2024-08-29 00:00:00'), 'url']]
    """
    tables.require(documents, ["document", "date"], what="documents")
    lone = documents["file"].map(documents["file"].value_counts()).eq(1) if "file" in documents else None
    found = documents.assign(_lone=False if lone is None else lone).loc[documents["date"].isna().to_numpy()]
    rows = [_hinted(row) for row in found.to_dict("records")]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    texts = {name: "str" for name in COLUMNS if name != "hint"}
    return table.astype({"hint": "datetime64[us]", **texts})


def with_hints(documents: pd.DataFrame, hints: pd.DataFrame, *, sources: Sequence[str] | None = None) -> pd.DataFrame:
    """The documents with the hints taken as their dates; ``date_from`` says which dates are such.

    Parameters
    ----------
    documents
        Documents, some of them without a date.
    hints
        What :func:`undated` says of them; take rows out that you do not believe.
    sources
        The places whose hints are taken (``["url", "load date"]``); all without it.

    Returns
    -------
    pandas.DataFrame
        The documents with ``date``, ``date_precision`` and (where nothing was printed) ``date_raw`` filled, and a
        further column ``date_from``: the place of the hint, missing where the date is the article's own or unknown.

    Raises
    ------
    ValueError
        If ``sources`` names a place that there is not.

    Examples
    --------
    >>> documents = pd.DataFrame({"document": ["a"], "date": [pd.NaT], "url": ["https://coast.example/2024/08/29/port"]})
    >>> with_hints(documents, undated(documents), sources=["url"])[["date_raw", "date_from"]].values.tolist()
    [['2024-08-29', 'url']]
    """
    unknown = sorted(set(sources or ()) - set(HINTS))
    if unknown:
        message = f"sources may hold {', '.join(HINTS)}; there is no {', '.join(map(repr, unknown))}"
        raise ValueError(message)
    taken = hints.loc[hints["hint"].notna() & hints["hint_from"].isin(list(sources or HINTS))]
    taken = taken.drop_duplicates("document").set_index("document")
    names = documents["document"].where(documents["date"].isna())
    date, precision, place = (names.map(taken[name]) for name in ("hint", "hint_precision", "hint_from"))
    shown = [_shown(*hint) for hint in zip(date.array, precision.array, strict=True)]
    told = documents.assign(date_from=place.astype("str"), date=pd.to_datetime(documents["date"]).fillna(date))
    for name, values in (("date_raw", pd.Series(shown, index=documents.index)), ("date_precision", precision)):
        stated = documents[name].astype("str") if name in documents else pd.Series(None, documents.index, dtype="str")
        told[name] = stated.mask(place.notna() & (stated.isna() | (name == "date_precision")), values.astype("str"))
    return told.reset_index(drop=True)


def _hinted(row: dict[Any, Any]) -> dict[str, Any]:
    """The row of one undated document."""
    told = {name: value for name, value in row.items() if not isinstance(value, float)}
    known = {name: told.get(name) for name in ("document", "file", "title", "date_raw")}
    for place, hint in HINTS.items():
        day = hint(told)
        if day and day.date and day.problem != "future_date":
            midnight = day.date.replace(hour=0, minute=0, second=0, microsecond=0)
            return known | {"hint": midnight, "hint_precision": day.precision, "hint_from": place}
    return known | {"hint": None, "hint_precision": "none", "hint_from": None}


def _shown(date: Any, precision: Any) -> str | None:
    """A hint as a date is printed: no more of it than is known."""
    return None if pd.isna(date) else pd.Timestamp(date).strftime(_SHOWN.get(str(precision), "%Y-%m-%d"))
