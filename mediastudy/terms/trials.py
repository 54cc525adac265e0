"""From a comparison to the permutations that test it: which stories may change sides, and among which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from mediastudy.terms import permutation
from mediastudy.terms.comparison import total
from mediastudy.terms.shuffling import Groups, draws

if TYPE_CHECKING:
    from mediastudy.terms.comparison import Comparison

Integers = NDArray[np.integer]


def permuted(both: Comparison, *, limit: int | None, seed: int) -> permutation.Outcome | None:
    """The outcome of permuting stories within their groups, or nothing if no story may change sides.

    A story with documents on both sides stays where it is in every permutation, as do the stories of a group that lies
    on one side. Among the others each labelling with as many target stories in each group is equally likely, which is
    so if target and reference do not differ apart from chance.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.terms.comparison import compare
    >>> corpus = Corpus.build(pd.DataFrame({"document": list("abcd"), "text": ["aid", "aid", "no", "no"]}))
    >>> both = compare(corpus.where(corpus.rows < 2), corpus.where(corpus.rows > 1))
    >>> bool(0.25 < permuted(both, limit=999, seed=1).p[0] < 0.4)  # two of six labellings are as extreme
    True
    """
    changing = _changing(both)
    if not len(changing):
        return None
    is_target = np.isin(changing, both.target.stories)
    group = np.unique(both.groups[changing], return_inverse=True)[1]
    groups = Groups(np.bincount(group), np.bincount(group, weights=is_target).astype(np.int64))
    return permutation.sequential(trial(both, changing), draws(groups, seed=seed), limit=limit)


def trial(both: Comparison, changing: Integers) -> permutation.Trial:
    """What is permuted if these stories, each of one side, may change sides; in their order.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.terms.comparison import compare
    >>> corpus = Corpus.build(pd.DataFrame({"document": list("ab"), "text": ["aid aid", "no"]}))
    >>> trial(compare(corpus.where(corpus.rows < 1), corpus.where(corpus.rows > 0)), np.array([1, 0])).sizes.toarray()
    array([[1, 2]], dtype=int32)
    """
    from scipy import sparse

    target, reference = both.target, both.reference
    moving = [np.flatnonzero(np.isin(side.stories, changing)) for side in (target, reference)]
    sides = zip((target, reference), moving, strict=True)
    parts = [side.by_story[rows] if len(rows) < len(side.sizes) else side.by_story for side, rows in sides]
    numbers = np.concatenate([target.stories[moving[0]], reference.stories[moving[1]]])
    place = np.empty(len(both.groups), np.int64)
    place[changing] = np.arange(len(changing))
    sizes = np.empty(len(changing), np.int32)
    sizes[place[numbers]] = np.concatenate([target.sizes[moving[0]], reference.sizes[moving[1]]])
    return permutation.Trial(
        counts=_by_type(sparse.vstack(parts, format="csr"), place[numbers]),
        sizes=sparse.csr_array(sizes[None, :]),
        staying=target.frequency - total(parts[0]),
        staying_tokens=target.tokens - int(target.sizes[moving[0]].sum()),
        target=target.frequency,
        frequency=target.frequency + reference.frequency,
        target_tokens=target.tokens,
        tokens=target.tokens + reference.tokens,
    )


def _changing(both: Comparison) -> Integers:
    """The stories that may change sides, group by group."""
    target, reference = both.target.stories, both.reference.stories
    alone = np.setxor1d(target, reference, assume_unique=True)
    is_target = np.isin(alone, target)
    number, group = np.unique(both.groups[alone], return_inverse=True)
    sides = [np.bincount(group[side], minlength=len(number)) for side in (is_target, ~is_target)]
    mixed = (sides[0] > 0) & (sides[1] > 0)
    kept = mixed[group]
    return alone[kept][np.argsort(group[kept], kind="stable")]


def _by_type(counts: Any, place: Integers) -> Any:
    """The matrix of types by stories of a matrix of stories by types, each row being put in its place."""
    from scipy import sparse

    columns = sparse.csc_array(counts)
    rows = place[columns.indices].astype(np.int32)
    return sparse.csr_array((columns.data.astype(np.int32), rows, columns.indptr), shape=counts.shape[::-1])
