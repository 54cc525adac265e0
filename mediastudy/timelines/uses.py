"""When a phrase is first and last used, with the sentence that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import Hits, groups, match_phrases, ownperiods
from mediastudy.terms.concordance import concordance_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.phrases import Phrases

    By = str | Sequence[str] | None


@tables.framed
def first_use(corpus: Corpus, phrases: Phrases, *, by: By = None, variants: bool = False) -> pd.DataFrame:
    """The table of the earliest hit of each phrase, with its sentence.

    Parameters
    ----------
    corpus, phrases, by, variants : as in :func:`~mediastudy.timelines.timeline.timeline`

    A document whose date is known to the month or year alone counts as of its last day, the one by which the phrase was
    in use for certain. Of documents of one day the more precisely dated is taken, then the first by id.

    Returns
    -------
    pd.DataFrame
        One row per group, phrase and variant: the columns in ``by`` (``outlet`` and other columns of this table are
        prefixed ``document_``); ``phrase``; ``variant`` (missing for the whole phrase); ``date`` and ``date_precision``
        (day, month or year); ``document``; ``outlet``; ``evidence`` (id of the hit), ``left``, ``node`` and ``right``
        as in a concordance; ``documents_undated`` (documents with a hit but no date, any of which may be earlier) and
        ``documents_uncertain`` (other documents with a hit whose coarse date may lie before). A phrase without a dated
        hit has a row with these two alone.

    Raises
    ------
    ValueError
        If a query can't be read, or the documents lack a column in ``by``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid came", "Aid"], "date": ["1994-03-05", "1996"]})
    >>> first_use(Corpus.build(documents), "aid")[["evidence", "right", "documents_undated"]].values.tolist()
    [['a:0-3', ' came', 0]]
    """
    return _uses(corpus, phrases, by=by, parts=variants, latest=False)


@tables.framed
def last_use(corpus: Corpus, phrases: Phrases, *, by: By = None, variants: bool = False) -> pd.DataFrame:
    """The table of the latest hit of each phrase, with its sentence.

    Parameters
    ----------
    corpus, phrases, by, variants : as in :func:`~mediastudy.timelines.timeline.timeline`

    A document whose date is known to the month or year alone counts as of its first day, the one from which on the
    phrase was still in use for certain. Of documents of one day the more precisely dated is taken, then the
    first by id.

    Returns
    -------
    pd.DataFrame
        The columns of :func:`first_use`; ``documents_undated`` and ``documents_uncertain`` count documents that may be
        later.

    Raises
    ------
    ValueError
        If a query can't be read, or the documents lack a column in ``by``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid came", "Aid"], "date": ["1994-03-05", None]})
    >>> last_use(Corpus.build(documents), "aid")[["evidence", "right", "documents_undated"]].values.tolist()
    [['a:0-3', ' came', 1]]
    """
    return _uses(corpus, phrases, by=by, parts=variants, latest=True)


def _uses(corpus: Corpus, phrases: Phrases, *, by: By, parts: bool, latest: bool) -> pd.DataFrame:
    """The first or last hit of each phrase in each group."""
    group, found = groups(corpus, by, table="uses")
    dated = _dated(corpus, latest=latest).assign(group=group)
    made = []
    for phrase, variant, hits in match_phrases(corpus, phrases):
        if parts or variant is None:
            ends = _ends(dated, hits, len(found), latest=latest)
            picked = Hits(*(part[ends["hit"].dropna().astype(int)] for part in hits))
            shown = concordance_of(corpus, picked).set_axis(ends.index[ends["hit"].notna()])
            known = dated.loc[picked.document, ["date_precision"]].set_axis(shown.index)
            made.append(ends.join(shown).join(known).assign(phrase=phrase, variant=variant))
    table = pd.concat(made).sort_index(kind="stable")
    leading = {name: found[name].take(table.index.to_numpy()).array for name in found.columns}
    shown_columns = [name for name in tables.COLUMNS["uses"] if name in table]
    return tables.conform(table.reset_index(drop=True)[shown_columns].assign(**leading), "uses")[
        [*leading, *tables.COLUMNS["uses"]]
    ]


def _dated(corpus: Corpus, *, latest: bool) -> pd.DataFrame:
    """The day that each selected document counts as of, and its date's other end; turned round for the last use."""
    dates = pd.DataFrame({name: corpus.column(name) for name in ("document", "date", "date_precision")})
    first, last = (days.astype(np.int64) for days in ownperiods.spans(dates))
    certain, possible = (-first, -last) if latest else (last, first)
    return dates.assign(
        certain=certain,
        possible=possible,
        unknown=ownperiods.unknown(dates),
        date_precision=dates["date_precision"].fillna("day"),
    )


def _ends(dated: pd.DataFrame, hits: Hits, size: int, *, latest: bool) -> pd.DataFrame:
    """Per group, the number of its first hit (missing without one), and the documents that may come before it."""
    holding = dated.take(np.unique(hits.document))
    known = holding[~holding["unknown"]].sort_values(["certain", "possible", "document"], ascending=[True, False, True])
    chosen = known.drop_duplicates("group").set_index("group", drop=False)
    numbers = known.index.to_numpy()[~known["group"].duplicated().to_numpy()]
    earlier = known["possible"].to_numpy() < known["group"].map(chosen["certain"]).to_numpy()
    earlier &= ~known.index.isin(numbers)
    side: Any = "right" if latest else "left"
    place = np.searchsorted(hits.document, numbers, side=side) - (1 if latest else 0)
    return pd.DataFrame(
        {
            "hit": pd.Series(place, index=chosen.index, dtype="Int64").reindex(range(size)),
            "documents_undated": _counted(holding.loc[holding["unknown"], "group"], size),
            "documents_uncertain": _counted(known.loc[earlier, "group"], size),
        }
    )


def _counted(groups_of: pd.Series, size: int) -> Any:
    """How many documents each group has."""
    return np.bincount(groups_of.to_numpy(dtype=np.int64), minlength=size)
