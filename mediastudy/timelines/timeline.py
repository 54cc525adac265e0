"""How often phrases occur over time: counts, rates and shares by period, with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus.phrases import Phrases, match_phrases
from mediastudy.timelines import intervals
from mediastudy.timelines.counting import clusters
from mediastudy.timelines.counting.cells import Cells, cells
from mediastudy.timelines.counting.counts import Counts, counts, rate_effects, share_effects
from mediastudy.timelines.counting.per import Exposure, exposure
from mediastudy.timelines.counting.resampling import Drawn, resampled

if TYPE_CHECKING:
    from mediastudy.corpus import Corpus
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every

INTERVALS: Final = ("analytic", "bootstrap")

Numbers = NDArray[np.float64]


class _Ends(NamedTuple):
    """The ends of the intervals of rates and shares, phrases in rows and cells in columns."""

    rate: intervals.Interval
    share: intervals.Interval


@tables.framed
def timeline(  # noqa: PLR0913 - each option is a choice that a study states
    corpus: Corpus,
    phrases: Phrases,
    *,
    every: Every = "year",
    by: By = None,
    variants: bool = False,
    per: str = "token",
    cluster: str = "story",
    interval: str = "analytic",
    denominators: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The table of phrases by period, with periods without a hit kept.

    Parameters
    ----------
    corpus : the documents to search
    phrases : a query, several queries, names with the query or queries (variants) that each stands for, or the path of
        a ``queries.toml``
    every : day, week (from Monday), month, quarter, year, five years (from a year that five divides) or decade; or a
        table of own periods with ``name``, ``first`` and ``last`` day, which may leave gaps
    by : columns of the documents to group by, a missing value being a group of its own
    variants : whether rows for each single query follow those of the whole phrase
    per : token, document, or frame: the articles published, as ``denominators`` has them
    cluster : what the interval takes as independent: story (all copies of one text; a document without a story is one
        of its own), day (all that appeared on one day) or document. Hits, documents and tokens count every publication
    interval : analytic, or bootstrap, which draws clusters anew
    denominators : for ``per="frame"``: ``outlet``, ``first`` and ``last`` day, ``articles`` published, as ``read``
        gives them; :func:`~mediastudy.timelines.counting.denominators.published` says how they are summed

    Documents without a date, with a date coarser than the period, or outside own periods are left out;
    :func:`undated` counts them. Every group has every period from the first to the last that has a document of the
    corpus, or every own period. The whole phrase counts no position twice where variants overlap.

    Returns
    -------
    pd.DataFrame
        One row per group, phrase, variant and period, in that order: the columns in ``by``; ``period`` and
        ``period_end`` (its first and last day); ``period_label``; ``phrase``; ``variant`` (missing for the whole
        phrase); ``hits``; ``documents_with_hit``; ``documents``; ``stories_with_hit`` and ``stories`` (clusters, be
        they stories, days or documents); ``tokens``; ``unit`` (words or characters: documents in Chinese are never
        counted together with others, and have rows of their own); ``per`` (million tokens, thousand documents, thousand
        published articles); ``rate`` (hits per that) with ``rate_low`` and ``rate_high``; ``share`` (of documents, 0 to
        1) with ``share_low`` and ``share_high``; ``covered`` (whether there are tokens, and a number of articles where
        the rate is per published article). Where nothing was observed, or the number of articles is not known, rates
        are missing and ``covered`` is false.

        The 95 % interval of the rate is the gamma interval of Fay and Feuer: Garwood's exact one for Poisson counts,
        widened for hits that come in clusters by the design effect of
        :func:`~mediastudy.timelines.intervals.design_effect`, which takes account of the whole series of the group and
        phrase; or that of :func:`~mediastudy.timelines.counting.resampling.resampled`, and the former where there is
        nothing to draw, as without hits. The share's interval is Wilson's for as many documents as are independent
        (:func:`~mediastudy.timelines.intervals.share_effect`).

    Raises
    ------
    ValueError
        If a query can't be read, an option is unknown, own periods overlap, the documents lack a column in ``by``, or
        denominators are missing for ``per="frame"``.

    References
    ----------
    Fay, M. P. and Feuer, E. J. (1997). Confidence intervals for directly standardized rates: a method based on the
    gamma distribution. Statistics in Medicine 16(7), 791-801.

    Those of :func:`~mediastudy.timelines.intervals.poisson`, ``design_effect``, ``wilson``, ``share_effect`` and
    ``resampled``.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "text": ["Aid came", "No"], "date": ["1994-03-05", "1996"]})
    >>> timeline(Corpus.build(documents), "aid")[["hits", "documents", "rate", "covered"]].values.tolist()
    [[1, 1, 500000.0, True], [0, 0, nan, False], [0, 1, 0.0, True]]
    """
    tables.choose(interval, INTERVALS, what="interval")
    made = cells(corpus, every=every, by=by, cluster=cluster)
    divided = exposure(corpus, made, per=per, denominators=denominators)
    asked = [found for found in match_phrases(corpus, phrases) if variants or found.variant is None]
    counted = [counts(made, found.hits) for found in asked]
    keys = clusters.keys(corpus, cluster)[made.cluster_code] if interval == "bootstrap" else None
    ends = _ends(made, counted, divided, copies=cluster == "story", keys=keys)
    named = pd.DataFrame({"phrase": [one.phrase for one in asked], "variant": [one.variant for one in asked]})
    parts = [_columns(made, one, divided, _of(ends, place)) for place, one in enumerate(counted)]
    return _table(made, named, parts)


def _ends(
    made: Cells, counted: list[Counts], divided: Exposure, *, copies: bool, keys: NDArray[np.uint64] | None
) -> _Ends:
    """The ends of all intervals; those of rates by the bootstrap if there are keys of clusters."""
    hits, with_hit = (
        np.array(part) for part in zip(*((one.hits, one.documents_with_hit) for one in counted), strict=True)
    )
    effect = np.array([rate_effects(made, one, divided, copies=copies) for one in counted])
    rate = intervals.poisson(hits, divided.cell, effect=effect)
    if keys is not None:
        drawn = Drawn(keys, made.cluster_cell, divided.cluster, divided.cell)
        again = resampled(drawn, np.array([one.of_cluster for one in counted]), effect)
        rate = intervals.Interval(*(np.where(np.isnan(new), old, new) for new, old in zip(again, rate, strict=True)))
    alike = np.array([share_effects(made, one, copies=copies) for one in counted])
    return _Ends(rate, intervals.wilson(with_hit / alike, made.documents / alike))


def _of(ends: _Ends, phrase: int) -> _Ends:
    """The ends of one phrase."""
    return _Ends(*(intervals.Interval(*(end[phrase] for end in both)) for both in ends))


def _columns(made: Cells, found: Counts, divided: Exposure, ends: _Ends) -> dict[str, Any]:
    """The result columns of one phrase, an entry for each cell."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rate, share = found.hits / divided.cell, found.documents_with_hit / made.documents
    observed = (made.tokens > 0) & (divided.cell > 0)
    return {
        "hits": found.hits,
        "documents_with_hit": found.documents_with_hit,
        "documents": made.documents,
        "stories_with_hit": found.stories_with_hit,
        "stories": made.stories,
        "tokens": made.tokens,
        "rate": np.where(observed, rate, np.nan) * divided.scale,
        "rate_low": np.where(observed, ends.rate.low, np.nan) * divided.scale,
        "rate_high": np.where(observed, ends.rate.high, np.nan) * divided.scale,
        "share": share,
        "share_low": ends.share.low,
        "share_high": ends.share.high,
        "per": np.full(len(made.tokens), divided.words),
        "covered": observed,
    }


def _table(made: Cells, named: pd.DataFrame, parts: list[dict[str, Any]]) -> pd.DataFrame:
    """One row per group, phrase and period, in this order, of columns that are one entry per group and period."""
    size, length = made.shape
    of_group, of_phrase, of_period = np.indices((size, len(parts), length)).reshape(3, -1)
    picked = (of_phrase * size + of_group) * length + of_period
    columns: dict[str, Any] = {
        **{name: made.groups[name].take(of_group).array for name in made.groups.columns},
        **{name: named[name].astype("str").take(of_phrase).array for name in named.columns},
        **{name: np.concatenate([part[name] for part in parts])[picked] for name in parts[0]},
        **{name: made.periods[name].take(of_period).array for name in made.periods.columns},
    }
    leading = [name for name in made.groups.columns if name != "unit"]
    return tables.conform(pd.DataFrame(columns), "timeline")[[*leading, *tables.COLUMNS["timeline"]]]
