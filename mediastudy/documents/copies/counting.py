"""What changes if each publication, or each story, counts once."""

from __future__ import annotations

from typing import Final

import pandas as pd

from mediastudy import tables

BY: Final = ("document", "publication", "story")


def counted(documents: pd.DataFrame, *, by: str = "document") -> pd.DataFrame:
    """The documents that count if each publication, or each story, counts once.

    Parameters
    ----------
    documents : a documents table with ``copy``, as :func:`with_stories` makes it
    by
        ``document``: all of them; ``publication``: without repeats, which are one publication downloaded twice;
        ``story``: only the heads of stories. A document whose copy is missing counts.

    Raises
    ------
    ValueError
        If the column is missing, or there is no such way to count.

    Examples
    --------
    >>> documents = pd.DataFrame({"document": ["a", "b", "c"], "copy": ["original", "repeat", "near"]})
    >>> counted(documents, by="publication")["document"].tolist(), counted(documents, by="story")["document"].tolist()
    (['a', 'c'], ['a'])
    """
    tables.require(documents, ["copy"], what="documents")
    return documents[counts(documents["copy"], by).to_numpy()].reset_index(drop=True)


def counts(copy: pd.Series, by: str) -> pd.Series[bool]:
    """Whether each document counts; arguments, errors and meaning as for :func:`counted`.

    Examples
    --------
    >>> counts(pd.Series(["original", "repeat", "near", None]), "publication").tolist()
    [True, False, True, True]
    """
    tables.choose(by, BY, what="by")
    return _counts(copy)[by]


@tables.framed
def stories(documents: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """How many documents, publications and stories there are, by outlet, by year, or by another column.

    Parameters
    ----------
    documents : a documents table with ``copy``, as :func:`with_stories` makes it
    by : a column of documents, or ``year``; documents without a value, or without a date, stand under a missing one

    Returns
    -------
    pandas.DataFrame
        One row a group, most documents first, years in order: the column ``by`` (``period``, the first day of the year,
        for ``year``); ``documents``; ``publications`` (documents without repeats); ``stories`` (heads of stories);
        ``copy_share`` (the share of publications that are copies of an earlier one, 0 to 1).

    Raises
    ------
    ValueError
        If a column is missing.

    Examples
    --------
    >>> copies = ["original", "repeat", "near"]
    >>> documents = pd.DataFrame({"outlet": ["Coast Daily", "Coast Daily", "Hill Post"], "copy": copies})
    >>> stories(documents).values.tolist()
    [['Coast Daily', 2, 1, 1, 0.0], ['Hill Post', 1, 1, 0, 1.0]]
    """
    tables.require(documents, ["copy", "date" if by == "year" else by], what="documents")
    name = "period" if by == "year" else by
    group = documents["date"].dt.to_period("Y").dt.to_timestamp() if by == "year" else documents[by]
    told = _counts(documents["copy"])
    columns = {"documents": told["document"], "publications": told["publication"], "stories": told["story"]}
    table = (
        pd.DataFrame({name: group, **columns})
        .groupby(name, dropna=False, observed=True)
        .sum()
        .reset_index()
        .assign(copy_share=lambda rows: 1 - rows["stories"] / rows["publications"].where(rows["publications"] > 0))
    )
    order = [name] if by == "year" else ["documents", name]
    return table.sort_values(order, ascending=[True] if by == "year" else [False, True], ignore_index=True)


def _counts(copy: pd.Series) -> dict[str, pd.Series]:
    """Whether each document counts, by the way of counting."""
    known = copy.astype("object").fillna("original")
    return {"document": known.notna(), "publication": known.ne("repeat"), "story": known.eq("original")}
