"""Copies of a text as data: exact copies, near copies and excerpts, across outlets and days. Nothing is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.documents.copies.stories import THRESHOLD, WINDOW, Member, members, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

_DTYPES: Final = {
    "document": "str",
    "story": "str",
    "copy": "str",
    "similarity": "float64",
    "jaccard": "float64",
    "containment": "float64",
    "coverage": "float64",
    "days": "Int64",
}
_NEEDED: Final = ("document", "date", "text")


@tables.framed
def duplicates(documents: pd.DataFrame, *, window: int = WINDOW, threshold: float = THRESHOLD) -> pd.DataFrame:
    """The documents of every story that was published more than once, with what they share with its head.

    The head is the earliest copy; of copies of the same moment it is the longest. Every member is compared with the
    head itself, so that a story does not grow along a chain of small changes. A document that is a copy of several
    heads, such as a round-up, belongs to the one with which it shares most.

    Parameters
    ----------
    documents : a documents table
    window
        The most days that may lie between a copy and the head. Undated documents can only be exact copies.
    threshold
        The similarity from which a text is a near copy.

    Returns
    -------
    pandas.DataFrame
        One row a document, by story, the head first: ``document``; ``story`` (the head's id); ``copy``: *original* (the
        head), *repeat* (the same publication again: the same words, outlet and day, or the same words and address, or
        the same outlet and number in the same database), *exact* (the same words; marks, case and accents aside),
        *near* (similar as of the threshold), *excerpt* (three quarters or more of the shorter text, head or not, stand
        in the longer); ``similarity`` (the share of both texts that is common to both, as words in the same order or as
        shingles, whichever is more), ``jaccard`` (of their shingles of four words, or of five Chinese characters),
        ``containment`` (the share of the document's shingles that the head has), ``coverage`` (the share of the
        head's that the document has), all from 0 to 1 and counted exactly; ``days`` (at least so many days after the
        head; missing if a date is). A repeat and an exact copy of another copy have the numbers of that one.

    Raises
    ------
    ValueError
        If a column is missing, an id comes twice, or the window or the threshold makes no sense.

    References
    ----------
    Broder, A. Z. (1997). On the resemblance and containment of documents. Proceedings of Compression and Complexity of
    Sequences 1997, 21-29.

    Examples
    --------
    >>> documents = pd.DataFrame({
    ...     "document": ["a", "b"], "date": pd.to_datetime(["2024-05-01", "2024-05-03"]),
    ...     "text": ["Ships came to Porto Alba.", "SHIPS came to Porto Alba"],
    ... })
    >>> duplicates(documents)[["document", "story", "copy", "similarity", "days"]].values.tolist()
    [['a', 'a', 'original', 1.0, 0], ['b', 'a', 'exact', 1.0, 2]]
    """
    found = _found(documents, window, threshold)
    heads = sorted({member.head for member in found.values()})
    own = {head: Member(head, "original", whole(1)) for head in heads}
    rows, placed = np.array([*own, *found], np.int64), [*own.values(), *found.values()]
    of = np.array([member.head for member in placed], np.int64)
    names = documents["document"].array
    dates = documents["date"].dt.normalize().array
    table = pd.DataFrame(
        {
            "document": names.take(rows),
            "story": names.take(of),
            **_shares(placed),
            "days": pd.Series(dates.take(rows) - dates.take(of)).dt.days.abs().astype("Int64"),
        }
    ).astype(_DTYPES)
    moved = table.assign(_later=table["copy"].ne("original"), _date=dates.take(rows))
    ordered = moved.sort_values(["story", "_later", "_date", "document"], kind="stable")
    return ordered[list(_DTYPES)].reset_index(drop=True)


def _shares(placed: Sequence[Member]) -> dict[str, Any]:
    """What each member is and what it shares, by column."""
    return {
        "copy": [member.copy for member in placed],
        "similarity": [member.shared.similarity for member in placed],
        "jaccard": [member.shared.jaccard for member in placed],
        "containment": [member.shared.containment for member in placed],
        "coverage": [member.shared.coverage for member in placed],
    }


def with_stories(
    documents: pd.DataFrame, *, window: int = WINDOW, threshold: float = THRESHOLD, keep: bool = False
) -> pd.DataFrame:
    """The documents with the story and the copy of each filled in, as :func:`duplicates` finds them.

    Parameters
    ----------
    documents : a documents table
    window, threshold : as for :func:`duplicates`
    keep
        Keep the stories that the documents come with, if every one of them has a story and a copy. Where one is
        missing, all are found anew: given stories and found ones can't be told apart afterwards.

    Returns
    -------
    pandas.DataFrame
        The documents, in their order. ``story`` is the id of the earliest copy, which for a document without copies is
        its own, and ``copy`` says what the document is.

    Raises
    ------
    ValueError
        As for :func:`duplicates`.

    Examples
    --------
    >>> dates = pd.to_datetime(["2024-05-01", "2024-05-03"])
    >>> documents = pd.DataFrame({"document": ["a", "b"], "date": dates, "text": ["Ships came.", "Ships came."]})
    >>> with_stories(documents)[["story", "copy"]].values.tolist()
    [['a', 'original'], ['a', 'exact']]
    """
    fresh = documents.reset_index(drop=True)
    if keep and {"story", "copy"} <= set(fresh.columns) and fresh[["story", "copy"]].notna().all(axis=None):
        return fresh
    found = _found(documents, window, threshold)
    heads, copies = np.arange(len(fresh)), np.full(len(fresh), "original", dtype=object)
    for row, member in found.items():
        heads[row], copies[row] = member.head, member.copy
    story = fresh["document"].take(heads).reset_index(drop=True).astype("str")
    return fresh.assign(story=story, copy=pd.Series(copies, dtype="str"))


def _found(documents: pd.DataFrame, window: int, threshold: float) -> dict[int, Member]:
    """The place of each copy by row, once the arguments are checked."""
    tables.require(documents, _NEEDED, what="documents")
    if documents["document"].duplicated().any():
        again = documents.loc[documents["document"].duplicated().to_numpy(), "document"].iloc[0]
        message = f"The id {again} comes twice. Each document needs an id of its own."
        raise ValueError(message)
    if window < 0:
        message = f"window is a number of days from 0 on, not {window}."
        raise ValueError(message)
    if not 0 < threshold <= 1:
        message = f"threshold is a share above 0 and up to 1, not {threshold}."
        raise ValueError(message)
    return members(documents, window=window, threshold=threshold)
