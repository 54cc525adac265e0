"""Which words stand near a word or phrase more often than chance would have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from mediastudy import tables
from mediastudy.corpus import groups
from mediastudy.corpus.phrases import match_phrases
from mediastudy.terms import association, contingency, slices, windows
from mediastudy.terms.running import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus, Hits
    from mediastudy.corpus.phrases import PhraseHits, Phrases

WITHIN: Final = ("document", "sentence")
COUNT: Final = ("positions", "pairs")

Integers = NDArray[np.integer]


class _Window(NamedTuple):
    """What counts as near: tokens on the left and right, within a document or sentence, by positions or pairs."""

    span: tuple[int, int]
    within: str
    pairs: bool


class _Cells(NamedTuple):
    """One entry for each group and type that stands near the node: co-occurrences and the margins of their table."""

    group: Integers
    type: Integers
    o11: Integers
    documents: Integers
    row: Integers
    column: Integers
    total: Integers
    node: Integers


@tables.framed
def collocates(
    corpus: Corpus,
    phrases: Phrases,
    *,
    span: int | tuple[int, int] = 5,
    within: str = "document",
    count: str = "positions",
    by: str | Sequence[str] | None = None,
    every: str | None = None,
    minimum: int = 2,
) -> pd.DataFrame:
    """The table of types that stand near the hits of a word or phrase, with measures of association, by logDice.

    Parameters
    ----------
    corpus : the documents to search
    phrases : the node: a query; or several queries, names with the query or queries that each stands for, or a file of
        them, for a node each
    span : tokens on each side of a hit, or those on the left and on the right; never beyond the document
    within : document, or sentence to end the window where the hit's sentence does
    count : positions counts each token near any hit once, so that windows that overlap count once; pairs counts it for
        every hit that it is near to
    by : columns of the documents to group by, a missing value being a group of its own; each group is measured alone
    every : day, week, month, quarter, year or decade to group by as well; documents without such a date are left out
    minimum : fewest co-occurrences of a row

    The tokens of the hits themselves are never collocates and are taken out of the collocate's frequency. The table of
    four cells has O11 co-occurrences, and C1 tokens of the collocate. With positions R1 is all positions near a hit and
    N all tokens outside the hits (Evert's surface co-occurrence); with pairs R1 is hits times span, as if no window
    were cut, and N all tokens.

    Returns
    -------
    pd.DataFrame
        One row per collocate (of each node and group): the columns in ``by``; ``period`` (its first day) with
        ``every``; ``node`` (the query or name); ``collocate``; ``frequency`` (O11); ``node_frequency`` (hits);
        ``collocate_frequency`` (C1); ``documents`` in which they co-occur; ``expected`` (R1 C1 / N, co-occurrences);
        ``log_dice`` (on hits and C1, seldom above 14); ``mutual_information``, ``mi2``, ``mi3`` (bits); ``t_score``;
        ``z_score``; ``log_likelihood`` (signed, missing where pairs leave a cell below 0); ``dice`` and
        ``minimum_sensitivity`` (on R1 and C1); ``delta_p_collocate`` and ``delta_p_node``; ``unit`` (words or
        characters: Chinese documents are a group of their own). Sorted by group, then by
        node as given, then by ``log_dice``, the strongest first, then by collocate.

    Raises
    ------
    ValueError
        If the query can't be read, an option has no such value, or the documents lack a column in ``by``.

    References
    ----------
    Evert, S. (2008). Corpora and collocations. In A. Lüdeling and M. Kytö (eds), Corpus linguistics: An international
    handbook, vol. 2, 1212-1248. Mouton de Gruyter. Those of each measure: :mod:`mediastudy.terms.association` and
    :func:`~mediastudy.terms.contingency.log_likelihood`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Foreign aid came. More foreign aid."]}))
    >>> collocates(corpus, "aid", span=1)[["collocate", "frequency", "expected", "log_dice"]].values.tolist()
    [['foreign', 2, 1.5, 14.0]]
    """
    window = _Window(
        _span(span),
        tables.choose(within, WITHIN, what="within"),
        tables.choose(count, COUNT, what="count") == "pairs",
    )
    if every is not None:
        corpus, period = slices.by_period(corpus, every)
    group, found = groups(corpus, by, table="collocates", units=True)
    if every is not None:
        group, found = slices.split(group, found, period)
    whole = (phrase for phrase in match_phrases(corpus, phrases) if phrase.variant is None)
    parts = [_rows(corpus, group, phrase, window, minimum=minimum) for phrase in whole]
    rows = pd.concat([part.assign(_node=place) for place, part in enumerate(parts)], ignore_index=True)
    named = found.iloc[rows["_group"]].reset_index(drop=True)
    ordered = pd.concat([named, rows], axis="columns").sort_values(
        ["_group", "_node", "log_dice", "collocate"], ascending=[True, True, False, True]
    )
    leading = [name for name in found.columns if name != "unit"]
    return tables.conform(ordered, "collocates")[[*leading, *tables.COLUMNS["collocates"]]]


def _span(span: int | tuple[int, int]) -> tuple[int, int]:
    """The tokens on the left and on the right."""
    left, right = (span, span) if isinstance(span, int) else span
    if min(left, right) < 0 or not left + right:
        message = f"span must be 1 or more tokens, or two numbers of 0 or more that are not both 0; it is {span}."
        raise ValueError(message)
    return left, right


def _rows(corpus: Corpus, group: Integers, phrase: PhraseHits, window: _Window, *, minimum: int) -> pd.DataFrame:
    """The collocates of one node in each group, in any order."""
    near = windows.near(corpus, phrase.hits, window.span, within=window.within, pairs=window.pairs)
    cells = _cells(corpus, group, phrase.hits, near, minimum=minimum)
    if window.pairs:
        tokens = np.bincount(group, weights=corpus.lengths).astype(np.int64)
        cells = cells._replace(row=cells.node * sum(window.span), total=tokens[cells.group])
    return pd.DataFrame({"_group": cells.group, "node": phrase.phrase, **_measured(corpus, cells)})


def _cells(corpus: Corpus, group: Integers, hits: Hits, near: windows.Places, *, minimum: int) -> _Cells:
    """Co-occurrences and margins of Evert's table, N being all tokens outside the hits."""
    keys, o11, documents = _joint(corpus, group, near)
    kept = o11 >= minimum
    keys, o11, documents = keys[kept], o11[kept], documents[kept]
    place, kind = np.divmod(keys, max(len(corpus.index.types), 1))
    own, size = windows.own(hits), int(group.max(initial=0)) + 1
    tokens = np.bincount(group, weights=corpus.lengths, minlength=size).astype(np.int64)
    return _Cells(
        place,
        kind,
        o11,
        documents,
        row=np.bincount(group[near.document], minlength=size)[place],
        column=_column(corpus, group, own, place, kind),
        total=(tokens - np.bincount(group[own.document], minlength=size))[place],
        node=np.bincount(group[hits.document], minlength=size)[place],
    )


def _joint(corpus: Corpus, group: Integers, near: windows.Places) -> tuple[Integers, Integers, Integers]:
    """The groups and types that stand near the node, as one ascending number, their places and their documents."""
    keys = group[near.document] * len(corpus.index.types) + corpus.index.types_at(near.position)
    order = np.argsort(keys, kind="stable")
    keys, document = keys[order], near.document[order]
    new = np.diff(keys, prepend=-1) != 0
    # Sorting keeps the documents of each key in order, so that each of them begins once.
    begun = np.cumsum(new | (np.diff(document, prepend=-1) != 0))
    starts = np.flatnonzero(new)
    ends = np.append(starts[1:], len(keys))[: len(starts)]
    return keys[starts], ends - starts, begun[ends - 1] - begun[starts] + 1


def _column(corpus: Corpus, group: Integers, own: windows.Places, place: Integers, kind: Integers) -> Integers:
    """The tokens of each type in each group, those of the hits left out; ``place`` is ascending."""
    if len(group) == len(corpus.everything) and not group.any():
        column = np.array([len(corpus.index.places(number)) for number in kind.tolist()], dtype=np.int64)
    else:
        column = np.empty(len(place), dtype=np.int64)
        for number in np.unique(place).tolist():
            rows = slice(*np.searchsorted(place, [number, number + 1]))
            column[rows] = counted(corpus, np.flatnonzero(group == number))[kind[rows]]
    kinds = len(corpus.index.types)
    inside = np.sort(group[own.document] * kinds + corpus.index.types_at(own.position))
    keys = place * kinds + kind
    return column - (np.searchsorted(inside, keys, side="right") - np.searchsorted(inside, keys))


def _measured(corpus: Corpus, cells: _Cells) -> dict[str, NDArray[np.generic]]:
    """The columns of the table."""
    o11, row, column, total = cells.o11, cells.row, cells.column, cells.total
    e11 = contingency.expected(row, column, total)
    whole = (o11 <= column) & (o11 <= row) & (row + column - o11 <= total)
    return {
        "collocate": np.array(corpus.index.types, dtype=object)[cells.type],
        "frequency": o11,
        "node_frequency": cells.node,
        "collocate_frequency": column,
        "documents": cells.documents,
        "expected": e11,
        "log_dice": association.log_dice(o11, cells.node, column),
        "mutual_information": association.mutual_information(o11, e11),
        "mi2": association.mutual_information(o11, e11, power=2),
        "mi3": association.mutual_information(o11, e11, power=3),
        "t_score": association.t_score(o11, e11),
        "z_score": association.z_score(o11, e11),
        "log_likelihood": np.where(whole, contingency.log_likelihood(o11, row, column, total), np.nan),
        "dice": association.dice(o11, row, column),
        "minimum_sensitivity": association.minimum_sensitivity(o11, row, column),
        "delta_p_collocate": association.delta_p(o11, row, column, total),
        "delta_p_node": association.delta_p(o11, column, row, total),
    }
