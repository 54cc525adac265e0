"""With which reporting verbs speech is introduced: the table of cues, of all quotations or by speaker or outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mediastudy import tables
from mediastudy.quotes import shapes
from mediastudy.quotes.counting import columns_of, joined
from mediastudy.quotes.merging.variants import merged
from mediastudy.quotes.stance import with_stance

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd

_MERGED = ("speaker", "speaker_group")


@tables.framed
def cues(
    quotes: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    *,
    by: str | Sequence[str] | None = None,
    names: str | os.PathLike[str] | Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Reporting verbs and phrases with their stance and how often they introduce a quotation, the most frequent first.

    Shares of stances with intervals are ``voices(quotes, by="stance")``.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`.
    documents
        The documents, if a column of theirs is wanted.
    by
        Columns to group by, of quotations or documents, such as speaker or outlet; a missing value is a group.
    names
        A ``speakers.toml``, or a dict of the same form, as for :func:`mediastudy.with_speakers`; names are merged where
        cues are counted by speaker.

    Returns
    -------
    pandas.DataFrame
        One row per cue in lower case (and group): the columns of ``by``; ``cue``; ``quotes``; ``share`` (of the
        quotations with a cue, of the group if there are groups, 0 to 1); ``documents``; ``verb`` (the base form);
        ``stance`` (neutral, assertive, doubting, directive, as :func:`mediastudy.with_stance` describes; missing if
        unknown).

    Raises
    ------
    ValueError
        If a column is missing or the list is faulty.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"quote": ["a:1", "a:2"], "document": ["a", "a"], "cue": ["Said", "said"]})
    >>> cues(quotes).values.tolist()
    [['said', 2, 1.0, 1, 'say', 'neutral']]
    """
    tables.require(quotes, ["quote", "document", "cue"], what="quotes")
    columns = columns_of(by)
    rows = quotes.reset_index(drop=True)
    if names is not None or any(name in _MERGED for name in columns):
        rows = merged(rows, names)
    rows = joined(rows, documents, columns)
    cued = rows.loc[rows["cue"].notna()].reset_index(drop=True)
    if cued.empty:
        return shapes.empty("cues", by=columns)
    counted = (
        cued.assign(cue=cued["cue"].str.lower().str.replace(r"\s+", " ", regex=True))
        .groupby([*columns, "cue"], as_index=False, dropna=False, observed=True)
        .agg(quotes=("quote", "size"), documents=("document", "nunique"))
        .assign(share=lambda frame: frame["quotes"] / _totals(frame, columns))
        .sort_values([*columns, "quotes", "documents", "cue"], ascending=[True] * len(columns) + [False, False, True])
    )
    return shapes.shaped(with_stance(counted), "cues", by=columns)


def _totals(counted: pd.DataFrame, columns: list[str]) -> Any:
    """The quotations of each row's group."""
    if not columns:
        return counted["quotes"].sum()
    return counted.groupby(columns, dropna=False, observed=True)["quotes"].transform("sum")
