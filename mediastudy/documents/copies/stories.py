"""Which documents are copies of which: each story has the earliest copy as its head, and every member is held to it.

A document joins the story with whose head it shares most, or becomes a head itself. Since only heads count, stories do
not grow along chains of small changes, and a round-up that holds two stories does not make them one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mediastudy.documents.copies.candidates import agreeing
from mediastudy.documents.copies.comparison import Comparison, Shared
from mediastudy.documents.copies.publications import NONE, repeated
from mediastudy.documents.copies.sketches import Sketches, sketches
from mediastudy.documents.copies.spans import Spans, spans
from mediastudy.documents.copies.utf8 import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

# Days between a copy and the head of its story, and the share of words in common that makes a near copy.
WINDOW: Final = 30
THRESHOLD: Final = 0.8
# Tokens that a text needs to have copies other than exact ones.
SHORTEST: Final = 20
# The share of the shorter text that stands in the longer one if it is an excerpt, how much shorter an excerpt is, and
# the share of a later and longer text that an earlier one must fill for it to belong to its story.
CONTAINED: Final = 0.75
SHORTER: Final = 0.8
FILLED: Final = 0.25

Integers = NDArray[np.int64]


class Member(NamedTuple):
    """A document's place in a story: the row of its head, what it is, and what it shares with the head."""

    head: int
    copy: str
    shared: Shared


@dataclass(frozen=True, eq=False)
class Grouping:
    """Documents on their way into stories.

    Attributes
    ----------
    sketches, spans : of the documents, by row
    comparison : their texts
    rules : the days and the similarity within which copies are looked for
    known : what pairs of rows share, the earlier first
    """

    sketches: Sketches
    spans: Spans
    comparison: Comparison
    rules: tuple[int, float]
    known: dict[tuple[int, int], Shared]

    def same(self, ones: Integers, others: Integers) -> NDArray[np.bool_]:
        """Whether the documents of each pair have the same words in the same order."""
        sequences, tokens = self.sketches.sequences, self.sketches.tokens
        return np.asarray((sequences[ones] == sequences[others]) & (tokens[ones] == tokens[others]))

    def is_exact(self, one: int, other: int) -> bool:
        """Whether two documents have the same words in the same order."""
        made = self.sketches
        return bool(made.tokens[one] == made.tokens[other] and made.sequences[one] == made.sequences[other])

    def shared(self, one: int, other: int) -> Shared:
        """What two documents share, compared once."""
        if (one, other) not in self.known:
            self.known[one, other] = self.comparison.pair(one, other)
        return self.known[one, other]

    def relation(self, row: int, head: int) -> Member | None:
        """The document as a copy of the head, if it is one."""
        if self.spans.apart(row, head) > self.rules[0]:
            return None
        if self.is_exact(row, head):
            return _like(self, head, "exact")
        if min(self.sketches.tokens[row], self.sketches.tokens[head]) < SHORTEST:
            return None
        shared = self.shared(head, row).turned()
        kind = kind_of(shared, self.rules[1])
        return Member(head, kind, shared) if kind else None


def whole(tokens: int) -> Shared:
    """What a text shares with itself.

    Examples
    --------
    >>> whole(40).similarity, whole(40).jaccard
    (1.0, 1.0)
    """
    return Shared(max(tokens, 1), max(tokens, 1), max(tokens, 1), tokens, tokens, tokens)


def kind_of(shared: Shared, threshold: float) -> str | None:
    """What a text is to the head of a story, given what it shares with it: near, excerpt, or nothing.

    Examples
    --------
    >>> kind_of(Shared(90, 100, 80, 93, 103, 90), 0.8), kind_of(Shared(40, 100, 40, 43, 103, 43), 0.8)
    ('near', 'excerpt')
    """
    smaller, larger = sorted((shared.one, shared.other))
    held = shared.both >= CONTAINED * smaller and (shared.one <= shared.other or shared.containment >= FILLED)
    if held and smaller <= SHORTER * larger:
        return "excerpt"
    if shared.similarity >= threshold:
        return "near"
    return "excerpt" if held else None


def members(documents: pd.DataFrame, *, window: int, threshold: float) -> dict[int, Member]:
    """The place of each document that is a copy, by row; every other is the head of a story of its own.

    Examples
    --------
    >>> import pandas as pd
    >>> dates = pd.to_datetime(["2024-05-02", "2024-05-01"])
    >>> table = pd.DataFrame({"document": ["a", "b"], "date": dates, "text": ["Ships came.", "Ships came"]})
    >>> {row: (member.head, member.copy) for row, member in members(table, window=30, threshold=0.8).items()}
    {0: (1, 'exact')}
    """
    texts = Texts.of(documents["text"])
    made, when = sketches(texts), spans(documents)
    order = ordered(documents, made, when)
    repeats = repeated(documents, made, when, order)
    own = order[repeats[order] == NONE]
    group = Grouping(made, when, Comparison(texts, made.tokens), (window, threshold), {})
    edges = _edges(group, own[when.dated[own] & (made.tokens[own] > 0)])
    placed: dict[int, Member] = {}
    done: set[int] = set()
    for row in _in_turn(group, order, edges):
        heads = {placed[other].head if other in placed else other for other in edges[row] if other in done}
        found = _placed(group, row, heads)
        placed |= {row: found} if found else {}
        done.add(row)
    _place_undated(group, own, placed)
    for row in order[repeats[order] != NONE].tolist():
        of = int(repeats[row])
        placed[row] = placed[of]._replace(copy="repeat") if of in placed else _like(group, of, "repeat")
    return placed


def ordered(documents: pd.DataFrame, made: Sketches, when: Spans) -> Integers:
    """The rows from the earliest on, those of the same moment the longest first, undated ones last.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"document": ["a", "b", "c"], "date": pd.to_datetime([None, "2024-05-01", "2024-05-01"])})
    >>> ordered(table, sketches(Texts.of(["x", "x", "x y"])), spans(table)).tolist()
    [2, 1, 0]
    """
    names = documents["document"].reset_index(drop=True).sort_values(kind="stable").index.to_numpy()
    places = np.empty(len(names), np.int64)
    places[names] = np.arange(len(names))
    return np.lexsort((places, -made.tokens, when.latest, ~when.dated))


def _like(group: Grouping, head: int, copy: str) -> Member:
    """A document with the text of the head."""
    return Member(head, copy, whole(int(group.sketches.tokens[head])))


def _placed(group: Grouping, row: int, heads: Iterable[int]) -> Member | None:
    """The document in the story with whose head it shares most, or nothing."""
    found = [member for head in heads if (member := group.relation(row, head)) is not None]
    when = group.spans.latest
    return max(
        found,
        key=lambda member: (member.copy == "exact", member.shared.both, -when[member.head], -member.head),
        default=None,
    )


def _edges(group: Grouping, rows: Integers) -> dict[int, list[int]]:
    """The documents that each document has to be compared with, of rows in order of time."""
    edges: dict[int, list[int]] = {}
    found = _same_text(group, rows)
    worded = rows[group.sketches.tokens[rows] >= SHORTEST]
    pairs = agreeing(group.sketches.bins, worded, group.spans, group.rules[0])
    pairs = pairs[~group.same(pairs[:, 0], pairs[:, 1])]
    for (one, other), shared in zip(pairs.tolist(), group.comparison.pairs(*pairs.T), strict=True):
        group.known[one, other] = shared
        if kind_of(shared, group.rules[1]) or kind_of(shared.turned(), group.rules[1]):
            found.append((one, other))
    for one, other in found:
        edges.setdefault(one, []).append(other)
        edges.setdefault(other, []).append(one)
    return edges


def _same_text(group: Grouping, rows: Integers) -> list[tuple[int, int]]:
    """Each document with the next one of the same words."""
    made = group.sketches
    order = rows[np.lexsort((np.arange(len(rows)), made.tokens[rows], made.sequences[rows]))]
    ones, others = order[:-1], order[1:]
    same = group.same(ones, others)
    return list(zip(ones[same].tolist(), others[same].tolist(), strict=True))


def _in_turn(group: Grouping, order: Integers, edges: dict[int, list[int]]) -> list[int]:
    """The rows with edges in order, but a text that holds two others of the same moment after these."""
    rows = [row for row in order.tolist() if row in edges]
    late = {row for row in rows if _is_merge(group, row, edges)}
    latest = group.spans.latest
    return sorted(rows, key=lambda row: (latest[row], row in late)) if late else rows


def _is_merge(group: Grouping, row: int, edges: dict[int, list[int]]) -> bool:
    """Whether a text holds two others of the same moment that are no copies of each other."""
    parts = [other for other in edges[row] if _is_part(group, other, row)]
    return any(one not in edges[other] for place, one in enumerate(parts) for other in parts[:place])


def _is_part(group: Grouping, row: int, of: int) -> bool:
    """Whether a text stands in a longer one of the same moment."""
    if group.spans.latest[row] != group.spans.latest[of] or group.is_exact(row, of):
        return False
    shared = group.known[row, of] if (row, of) in group.known else group.shared(of, row).turned()
    return shared.one <= SHORTER * shared.other and shared.containment >= CONTAINED


def _place_undated(group: Grouping, own: Integers, placed: dict[int, Member]) -> None:
    """Undated documents with the story of an exact copy: of the earliest dated one, else of the first undated one."""
    made = group.sketches
    undated = own[~group.spans.dated[own] & (made.tokens[own] > 0)]
    first: dict[tuple[int, int], int] = {}
    for row in own[np.isin(made.sequences[own], made.sequences[undated])].tolist():
        of = first.setdefault((int(made.sequences[row]), int(made.tokens[row])), row)
        if of != row and not group.spans.dated[row]:
            placed[row] = placed[of] if of in placed else _like(group, of, "exact")
