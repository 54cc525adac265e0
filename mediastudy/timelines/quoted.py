"""Whose words a phrase is: how many of its hits stand inside quotations, and who is quoted with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import Hits, match_phrases, spans
from mediastudy.timelines.counting.cells import cells, per_cluster, summed, with_hit
from mediastudy.timelines.counting.proportions import labelled, laid_out, proportion

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus import Corpus, Phrases
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every
    from mediastudy.timelines.counting.cells import Cells

NOT_QUOTED = -1
_SPEAKER = ["speaker", "speaker_kind"]


class QuotedHits(NamedTuple):
    """Hits inside quotations by period, and by speaker."""

    quoted_hits: pd.DataFrame
    quoting_speakers: pd.DataFrame


@tables.framed
def quoted_hits(
    corpus: Corpus,
    phrases: Phrases,
    quotes: pd.DataFrame,
    quote_spans: pd.DataFrame | None = None,
    *,
    every: Every = "year",
    by: By = None,
    cluster: str = "story",
) -> QuotedHits:
    """The share of a phrase's hits that lie inside quotations by period, and the speakers of these.

    A hit lies in a quotation if all its characters stand in one fragment of the quotation's content. In nested
    quotations it counts once, for the innermost. All rows of ``quotes`` count; pass the direct ones alone to leave
    indirect speech out.

    Parameters
    ----------
    corpus : the documents to search
    phrases : as in :func:`~mediastudy.timelines.timeline`
    quotes : the quotations of the corpus's documents, as made by ``extract_quotes``; others are passed over
    quote_spans : their fragments; without them a quotation reaches from its first character to its last, with whatever
        stands between its fragments
    every : day, week, month, quarter, year, five years, decade, or a table of own periods (``name``, ``first``,
        ``last``)
    by : columns of the documents to group by, a missing value being a group of its own
    cluster : story, day or document: what the intervals take as independent

    Returns
    -------
    QuotedHits
        ``quoted_hits``, one row per group, phrase and period, in that order: the columns in ``by``; ``period`` and
        ``period_end`` (first and last day); ``period_label``; ``phrase``; ``hits``; ``hits_in_quotations``;
        ``documents_with_hit``; ``unit`` (words or characters); ``share`` of the hits (0 to 1) with ``share_low`` and
        ``share_high`` (Wilson's 95 % interval for as many independent hits as the clusters are worth; missing without
        hits); ``covered`` (whether there are tokens).

        ``quoting_speakers``, one row per group, phrase and speaker, the most hits first, over the documents that belong
        to a period: the columns in ``by``; ``phrase``; ``speaker`` (missing if unnamed); ``speaker_kind``; ``hits``
        (in quotations of the speaker); ``quotes`` and ``documents`` with such a hit; ``share`` of the hits inside
        quotations (0 to 1) with ``share_low`` and ``share_high``, as above; ``unit``.

    Raises
    ------
    ValueError
        If a column of the quotations is missing, a query can't be read, ``every`` or ``cluster`` is unknown, or the
        documents lack a column in ``by``.

    References
    ----------
    Those of :func:`~mediastudy.timelines.counting.proportions.proportion`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a"], "text": ["Aid is late. Orm said aid helps."], "date": ["1994"]})
    >>> quotes = pd.DataFrame({"quote": ["a:1"], "document": "a", "content_start": 22, "content_end": 31,
    ...                        "speaker": "Orm", "speaker_kind": "person"})
    >>> found = quoted_hits(Corpus.build(documents), "aid", quotes)
    >>> found.quoted_hits[["period_label", "hits", "hits_in_quotations", "share"]].values.tolist()
    [['1994', 2, 1, 0.5]]
    >>> found.quoting_speakers[["speaker", "hits", "share"]].values.tolist()
    [['Orm', 1, 1.0]]
    """
    made = cells(corpus, every=every, by=by, cluster=cluster)
    held = _contents(corpus, quotes, quote_spans)
    named, counted, speakers = [], [], []
    for phrase, variant, hits in match_phrases(corpus, phrases):
        if variant is None:
            place = innermost(corpus, hits, held)
            named.append(phrase)
            counted.append(_counted(made, hits, place != NOT_QUOTED))
            speakers.append(_speakers(made, hits, held, place).assign(phrase=phrase, _phrase=len(named)))
    labels = pd.DataFrame({"phrase": named}, dtype="str")
    return QuotedHits(laid_out(made, labels, counted, table="quoted_hits"), _ordered(made, pd.concat(speakers)))


def _contents(corpus: Corpus, quotes: pd.DataFrame, quote_spans: pd.DataFrame | None) -> pd.DataFrame:
    """The fragments of content: the number of their document, first character, the one after the last, and speaker."""
    tables.require(quotes, ["quote", "document", *_SPEAKER], what="quotes")
    number = pd.Series(np.arange(len(corpus)), index=pd.Index(corpus.column("document")))
    told = quotes[["quote", *_SPEAKER]].assign(number=quotes["document"].map(number))
    if quote_spans is None:
        tables.require(quotes, ["content_start", "content_end"], what="quotes")
        held = told.assign(start=quotes["content_start"], end=quotes["content_end"])
    else:
        tables.require(quote_spans, ["quote", "part", "start", "end"], what="quote_spans")
        fragments = quote_spans.loc[quote_spans["part"].eq("content"), ["quote", "start", "end"]]
        held = told.merge(fragments, on="quote", how="inner")
    return held.dropna(subset="number").astype({"number": "int64"}).reset_index(drop=True)


def innermost(corpus: Corpus, hits: Hits, held: pd.DataFrame) -> NDArray[np.int64]:
    """The row of the shortest span that holds each hit, the later of equally short ones; -1 for a hit in none.

    ``held`` has the columns ``number`` (of the selected document), ``start`` and ``end`` (characters).

    Examples
    --------
    >>> from mediastudy.corpus import Corpus, match
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["aid and aid"]}))
    >>> held = pd.DataFrame({"number": [0, 0], "start": [0, 8], "end": [11, 11]})
    >>> innermost(corpus, match(corpus, "aid"), held).tolist()
    [0, 1]
    """
    starts, ends = spans(corpus, hits)
    placed = pd.DataFrame({"number": hits.document, "_hit": np.arange(len(starts)), "_first": starts, "_last": ends})
    inside = (
        placed.merge(held.reset_index(drop=True).rename_axis("_row").reset_index(), on="number")
        .loc[lambda rows: (rows["start"] <= rows["_first"]) & (rows["_last"] <= rows["end"])]
        .assign(_length=lambda rows: rows["end"] - rows["start"])
        .sort_values(["_hit", "_length", "_row"], ascending=[True, True, False])
        .drop_duplicates("_hit")
    )
    found = np.full(len(starts), NOT_QUOTED, dtype=np.int64)
    found[inside["_hit"].to_numpy()] = inside["_row"].to_numpy()
    return found


def _counted(made: Cells, hits: Hits, inside: NDArray[np.bool_]) -> dict[str, NDArray[Any]]:
    """The result columns of one phrase, an entry for each cell."""
    size = len(made.tokens)
    whole, part = per_cluster(made, hits), per_cluster(made, Hits(*(one[inside] for one in hits)))
    share = proportion(part, whole, made.cluster_cell, size)
    return {
        "hits": summed(made.cluster_cell, whole, size),
        "hits_in_quotations": summed(made.cluster_cell, part, size),
        "documents_with_hit": with_hit(made, hits),
        "share": share.share,
        "share_low": share.low,
        "share_high": share.high,
        "covered": made.tokens > 0,
    }


def _speakers(made: Cells, hits: Hits, held: pd.DataFrame, place: NDArray[np.int64]) -> pd.DataFrame:
    """The speakers of one phrase in each group, with their shares of its hits inside quotations."""
    clusters, periods = len(made.cluster_cell), made.shape[1]
    counts = (place != NOT_QUOTED) & (made.unit[hits.document] < clusters)
    rows = held.take(place[counts]).reset_index(drop=True)
    rows = rows.assign(_cluster=made.unit[hits.document[counts]], _document=hits.document[counts]).assign(
        _group=lambda frame: made.cluster_cell[frame["_cluster"]] // max(periods, 1)
    )
    grouped = rows.groupby(["_group", *_SPEAKER], dropna=False, sort=True)
    found = grouped.agg(hits=("quote", "size"), quotes=("quote", "nunique"), documents=("_document", "nunique"))
    found = found.reset_index().assign(_voice=range(len(found)))
    voice = np.asarray(grouped.ngroup(), dtype=np.int64)
    share = _voice_shares(rows, voice, found)
    return found.assign(share=share.share, share_low=share.low, share_high=share.high)


def _voice_shares(rows: pd.DataFrame, voice: NDArray[np.int64], found: pd.DataFrame) -> Any:
    """Each speaker's share of the quoted hits of the group, clusters in which others alone are quoted included."""
    whole = rows.groupby(["_group", "_cluster"], as_index=False).size()
    own = rows.assign(_voice=voice).groupby(["_voice", "_cluster"], as_index=False).agg(part=("quote", "size"))
    crossed = (
        found[["_voice", "_group"]]
        .merge(whole, on="_group")
        .merge(own, on=["_voice", "_cluster"], how="left")
        .fillna({"part": 0})
    )
    return proportion(crossed["part"], crossed["size"], crossed["_voice"].to_numpy(), len(found))


def _ordered(made: Cells, rows: pd.DataFrame) -> pd.DataFrame:
    """The speakers by group and phrase, the most hits first, then by name."""
    ordered = rows.sort_values(
        ["_group", "_phrase", "hits", *_SPEAKER], ascending=[True, True, False, True, True]
    ).reset_index(drop=True)
    labels = labelled(made, "quoting_speakers")
    named = labels.take(ordered["_group"].to_numpy(dtype=np.int64)).reset_index(drop=True)
    columns = [*labels.columns.drop("unit"), *tables.COLUMNS["quoting_speakers"]]
    return tables.conform(pd.concat([named, ordered], axis="columns"), "quoting_speakers")[columns]
