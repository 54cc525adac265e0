"""Which documents belong together, so that none of them counts as independent of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus import Corpus

CLUSTERS: Final = ("story", "day", "document")


def codes(corpus: Corpus, cluster: str) -> NDArray[np.int64]:
    """The number of the cluster of each selected document among all clusters of the corpus.

    Raises
    ------
    ValueError
        If ``cluster`` is none of story, day, document.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b", "c"], "text": "Aid", "story": ["a", "a", None]})
    >>> codes(Corpus.build(documents), "story").tolist()
    [0, 0, 1]
    """
    number, _ = _made(corpus, cluster)
    return number if corpus.is_whole else number[corpus.rows]


def keys(corpus: Corpus, cluster: str) -> NDArray[np.uint64]:
    """A number for each cluster of the corpus that depends on its id alone: that of a story, a document, or a day.

    Raises
    ------
    ValueError
        As :func:`codes` does.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> one, other = (pd.DataFrame({"document": list(ids), "text": "Aid"}) for ids in ("ab", "cba"))
    >>> bool(keys(Corpus.build(one), "story")[0] == keys(Corpus.build(other), "story")[2])
    True
    """
    _, ids = _made(corpus, cluster)
    made: NDArray[np.uint64] = corpus.coded.kept(
        f"keys {cluster}", lambda: pd.util.hash_array(np.asarray(ids, dtype=object), categorize=False)
    )
    return made


def _made(corpus: Corpus, cluster: str) -> tuple[NDArray[np.int64], pd.Index]:
    """The number of the cluster of each document, and the id of each cluster."""
    tables.choose(cluster, CLUSTERS, what="cluster")
    found: tuple[NDArray[np.int64], pd.Index] = corpus.coded.kept(
        f"cluster {cluster}", lambda: pd.factorize(_ids(corpus.everything, cluster))
    )
    return found


def _ids(documents: pd.DataFrame, cluster: str) -> pd.Series:
    """The id of the cluster of each document; a document without a story, or without a date, is one of its own."""
    if cluster == "document":
        return documents["document"]
    if cluster == "story":
        return documents["story"].fillna(documents["document"])
    # A date known to the month is not the first day of that month.
    day: pd.Series = documents["date"].dt.strftime("%Y-%m-%d") + " " + documents["date_precision"].fillna("day")
    return day.fillna(documents["document"])
