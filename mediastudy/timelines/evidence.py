"""From a row of a timeline back to the sentences behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import match_phrases, ownperiods
from mediastudy.corpus.coding import UNITS
from mediastudy.corpus.phrases import Phrases, variants
from mediastudy.terms.concordance import concordance_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from mediastudy.corpus import Corpus

_NEEDED: Final = ("period", "period_end", "phrase", "variant")


@tables.framed
def evidence(row: pd.Series | pd.DataFrame, corpus: Corpus, phrases: Phrases, *, width: int = 60) -> pd.DataFrame:
    """The concordance lines behind one row of a timeline, one for each of its hits.

    Parameters
    ----------
    row : a row of :func:`~mediastudy.timelines.timeline.timeline`, as a Series or a table of one row; the columns
        before ``period`` are those it is grouped by
    corpus, phrases : those that the timeline was made of
    width : characters of context on each side, at most

    A line stands for a hit of the row's phrase, or variant, in a document of its group whose date lies in its period,
    however coarsely that date is known: a document known to be of 1994 is behind the row of a year or a decade, not of
    a month.

    Returns
    -------
    pd.DataFrame
        A concordance by date, document and place: ``evidence``, ``document``, ``date``, ``outlet``, ``title``,
        ``left``, ``node``, ``right``, as :func:`~mediastudy.terms.concordance.concordance` has them.

    Raises
    ------
    ValueError
        If there is more than one row, it lacks its period, the documents lack a column it is grouped by, or the phrases
        lack its phrase or variant.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid came", "Aid"], "date": ["1994-03-05", "1996"]})
    >>> row = {"period": "1994-01-01", "period_end": "1994-12-31", "phrase": "aid", "variant": None, "unit": "words"}
    >>> evidence(pd.Series(row), Corpus.build(documents), "aid")[["evidence", "right"]].values.tolist()
    [['a:0-3', ' came']]
    """
    row = _one(row)
    asked = variants(phrases)
    phrase, variant = str(row["phrase"]), row["variant"]
    tables.choose(phrase, asked, what="The phrase of the row")
    queries = [one.query for one in asked[phrase]]
    if not pd.isna(variant):
        tables.choose(variant, queries, what="The variant of the row")
    place = 0 if pd.isna(variant) else 1 + queries.index(variant)
    held = corpus.where(_behind(row, corpus))
    hits = list(match_phrases(held, {phrase: asked[phrase]}))[place].hits
    made = concordance_of(held, hits, width=width)
    return made.sort_values(["date", "document"], kind="stable", ignore_index=True)


def _one(row: pd.Series | pd.DataFrame) -> pd.Series:
    """The row as a Series, checked."""
    if isinstance(row, pd.DataFrame):
        if len(row) != 1:
            message = f"evidence takes one row of a timeline, not {len(row)}; pick one, as in timeline.iloc[0]."
            raise ValueError(message)
        row = row.iloc[0]
    tables.require(row.to_frame().T, _NEEDED, what="the row")
    if pd.isna(row["period"]) or pd.isna(row["period_end"]):
        message = "The row has no period; take it from a timeline."
        raise ValueError(message)
    return row


def _behind(row: pd.Series, corpus: Corpus) -> NDArray[np.bool_]:
    """Which documents are counted in the row."""
    dated = pd.DataFrame({name: corpus.column(name) for name in ("date", "date_precision")})
    bounds = {"name": ["period"], "first": [row["period"]], "last": [row["period_end"]]}
    # The rule of a scholar's own periods, that the whole possible span lies inside, is that of calendar ones, too.
    behind: NDArray[np.bool_] = ownperiods.inside(dated, ownperiods.own_periods(pd.DataFrame(bounds)), -1) == 0
    group = {str(name): row[name] for name in row.index[: list(row.index).index("period")]}
    return behind & in_group(corpus, group, row.get("unit"))


def in_group(corpus: Corpus, group: Mapping[str, Any], unit: Any) -> NDArray[np.bool_]:
    """Which selected documents have the values of a group, a missing one being a value, and are counted in the unit.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": "Aid", "outlet": ["Post", None]})
    >>> in_group(Corpus.build(documents), {"outlet": None}, "words").tolist()
    [False, True]
    """
    inside = np.ones(len(corpus), dtype=bool) if pd.isna(unit) else corpus.units == UNITS.index(unit)
    for name, value in group.items():
        column = corpus.column(_grouped_by(name, corpus))
        same = column.isna() if pd.isna(value) else column.eq(value) | column.astype("str").eq(str(value))
        inside = inside & same.fillna(value=False).to_numpy(dtype=bool)
    return inside


def _grouped_by(name: str, corpus: Corpus) -> str:
    """The documents' column behind a column of the row; one that clashed with the timeline's was prefixed there."""
    plain = name.removeprefix("document_")
    if name not in corpus.everything and plain in corpus.everything:
        return plain
    tables.require(corpus.everything, [name], what="documents")
    return name
