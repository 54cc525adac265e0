"""How much there is to read in each period: where a timeline is silent because the archive is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.timelines.counting.cells import cells

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every


@tables.framed
def coverage(corpus: Corpus, *, every: Every = "year", by: By = "outlet", few: int = 5) -> pd.DataFrame:
    """The table of documents, tokens and stories by period and group, with periods that have none kept.

    Parameters
    ----------
    corpus, every, by : as in :func:`~mediastudy.timelines.timeline.timeline`
    few : documents below which a period of a group is marked as having few

    Returns
    -------
    pd.DataFrame
        One row per group and period, in that order: the columns in ``by``; ``period``, ``period_end``,
        ``period_label``; ``documents``; ``tokens``; ``stories`` (copies of one text are one story); ``unit`` (words or
        characters); ``covered`` (whether there are tokens); ``few`` (whether there are documents, but fewer than
        ``few``). Documents that belong to no period are left out; :func:`~mediastudy.corpus.periods.undated` counts
        them.

    Raises
    ------
    ValueError
        If ``every`` is unknown, the documents lack a column in ``by``, or ``few`` is less than 1.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": "Aid came", "date": ["1994", "1996"]})
    >>> coverage(Corpus.build(documents), by=None)[["documents", "covered", "few"]].values.tolist()
    [[1, True, True], [0, False, False], [1, True, True]]
    """
    if few < 1:
        message = f"few must be 1 document or more, not {few}."
        raise ValueError(message)
    made = cells(corpus, every=every, by=by)
    clashing = {
        name: f"document_{name}" for name in made.groups if name in tables.COLUMNS["coverage"] and name != "unit"
    }
    groups = made.groups.rename(columns=clashing)
    of_group, of_period = np.indices(made.shape).reshape(2, -1)
    columns: dict[Any, Any] = {
        **{name: groups[name].take(of_group).array for name in groups},
        **{name: made.periods[name].take(of_period).array for name in made.periods},
        **{name: getattr(made, name) for name in ("documents", "tokens", "stories")},
        "covered": made.tokens > 0,
        "few": (made.documents > 0) & (made.documents < few),
    }
    leading = [name for name in groups if name != "unit"]
    return tables.conform(pd.DataFrame(columns), "coverage")[[*leading, *tables.COLUMNS["coverage"]]]
