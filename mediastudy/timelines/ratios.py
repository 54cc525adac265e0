"""Arithmetic on phrases over time: which of two names is used, what part of the hits a phrase has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import match_phrases
from mediastudy.corpus.hits import Hits, outermost
from mediastudy.corpus.phrases import Phrases, variants
from mediastudy.timelines.arithmetic import expressions
from mediastudy.timelines.arithmetic.forms import Form, form
from mediastudy.timelines.arithmetic.ratiointervals import Basis, drawn, rates, shares
from mediastudy.timelines.counting.cells import cells
from mediastudy.timelines.counting.counts import counts
from mediastudy.timelines.counting.per import exposure
from mediastudy.timelines.counting.proportions import laid_out
from mediastudy.timelines.intervals import Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.groups import By
    from mediastudy.corpus.periods import Every
    from mediastudy.timelines.arithmetic.expressions import Node


@tables.framed
def ratios(
    corpus: Corpus,
    phrases: Phrases,
    expression: str,
    *,
    every: Every = "year",
    by: By = None,
    cluster: str = "story",
) -> pd.DataFrame:
    """The table of what an expression on named phrases comes to in each period.

    Parameters
    ----------
    corpus, phrases, every, by : as in :func:`~mediastudy.timelines.timeline.timeline`
    expression : names of phrases, numbers, + - * / and round brackets, as in ``"oru / (oru + voss)"``; a name that is
        not a single word of letters, digits and underscores stands in quotation marks:
        ``"'new name' / ('new name' + 'old name')"``
    cluster : story, day or document: what the interval takes as independent

    A phrase stands for its hits per million tokens of the period (and group), so that sums and differences can be
    compared between periods; in a share or a ratio the tokens cancel out. Division by nothing is missing.

    Returns
    -------
    pd.DataFrame
        One row per group and period, in that order: the columns in ``by``; ``period``, ``period_end``,
        ``period_label``; ``expression``; ``value`` with ``low`` and ``high``, the 95 % interval; ``hits`` (of all
        phrases named, each phrase once); ``stories_with_hit`` (clusters with a hit of any of them); ``documents``;
        ``tokens``; ``unit`` (words or characters); ``covered`` (whether there are tokens).

        How the interval is made depends on what the expression is, whatever its writing. For a **share**, such as
        ``a / (a + b)``, ``1 - a / (a + b)`` or ``(a - b) / (a + b)``, it is Wilson's for as many independent hits as
        the stories are worth. It stays between 0 and 1, and is wide where all hits, or none, belong to the part. ``a /
        b`` is a share, too, if each hit of ``a`` lies in a hit of ``b`` of its own. Any other **ratio** of two sums of
        phrases has the interval of the share p = a / (a + b), its ends turned into p / (1 - p). A **sum** of phrases
        has the interval of a rate. **Any other** expression has one by drawing the rates of its phrases, with a fixed
        seed.

    Raises
    ------
    ValueError
        If the expression or a query can't be read, a name is unknown, ``every`` or ``cluster`` is unknown, or the
        documents lack a column in ``by``.

    References
    ----------
    Those of :func:`~mediastudy.timelines.arithmetic.ratiointervals.shares` and ``drawn``; Michel, J.-B. et al. (2011).
    Quantitative analysis of culture using millions of digitized books. Science 331(6014), 176-182 (the Ngram Viewer).

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> texts = ["Oru and Oru", "Voss", "Oru"]
    >>> documents = pd.DataFrame({"document": list("abc"), "text": texts, "date": ["1994", "1994", "1995"]})
    >>> made = ratios(Corpus.build(documents), ["oru", "voss"], "oru / (oru + voss)")
    >>> made[["period_label", "value", "hits", "high"]].round(2).values.tolist()
    [['1994', 0.67, 3, 0.97], ['1995', 1.0, 1, 1.0]]
    """
    known = variants(phrases)
    node = expressions.parse(expression, list(known))
    asked = {name: known[name] for name in expressions.names(node)}
    found = {one.phrase: one.hits for one in match_phrases(corpus, asked) if one.variant is None}
    made = cells(corpus, every=every, by=by, cluster=cluster)
    basis = Basis(made, exposure(corpus, made, per="token"), copies=cluster == "story")
    counted = _counted(node, _seen(form(node), found), found, basis)
    clashing = {name: f"document_{name}" for name in made.groups if name in tables.COLUMNS["ratios"] and name != "unit"}
    renamed = made._replace(groups=made.groups.rename(columns=clashing))
    named = pd.DataFrame({"expression": pd.Series([expression], dtype="str")})
    return laid_out(renamed, named, [counted], table="ratios")


def _seen(asked: Form, found: dict[str, Hits]) -> Form:
    """The form, where a ratio whose part lies inside what it is divided by, hit for hit, is the share that it is."""
    if asked.kind != "ratio":
        return asked
    below = asked.whole[len(asked.part) :]
    start, end = (np.concatenate([found[name][side] for name in asked.part]) for side in (1, 2))
    starts, ends = outermost(*(np.concatenate([found[name][side] for name in below]) for side in (1, 2)))
    place = np.searchsorted(starts, start, side="right") - 1
    if not len(place) or place.min() < 0 or (ends[place] < end).any() or len(np.unique(place)) < len(place):
        return asked
    return Form("share", asked.part, below, asked.scale)


def _counted(node: Node, seen: Form, found: dict[str, Hits], basis: Basis) -> dict[str, NDArray[Any]]:
    """The result columns, an entry for each cell."""
    made = basis.cells
    hits = {name: counts(made, one) for name, one in found.items()}
    # In a share or a ratio the tokens cancel out; without them its value is exact.
    cancelled = seen.kind in {"share", "ratio"}
    tokens = np.where(made.tokens > 0, 1.0 if cancelled else made.tokens, np.nan)
    scale = 1.0 if cancelled else basis.exposure.scale
    value = expressions.evaluate(node, {name: one.hits / tokens * scale for name, one in hits.items()})
    together = counts(made, _joined(list(found.values())))
    ends = _interval(seen, found, basis) if seen.kind != "other" else drawn(node, hits, basis)
    return {
        "value": value,
        **{name: np.where(np.isnan(value), np.nan, end) for name, end in zip(("low", "high"), ends, strict=True)},
        "hits": together.hits,
        "stories_with_hit": together.stories_with_hit,
        "documents": made.documents,
        "tokens": made.tokens,
        "covered": made.tokens > 0,
    }


def _interval(seen: Form, found: dict[str, Hits], basis: Basis) -> Interval:
    """The interval of a share, a ratio or a rate."""
    part, whole = (counts(basis.cells, _joined([found[name] for name in names])) for names in (seen.part, seen.whole))
    ends = rates(part, basis) if seen.kind == "rate" else shares(part.of_cluster, whole.of_cluster, basis.cells)
    if seen.kind == "ratio":
        with np.errstate(divide="ignore"):
            ends = Interval(*(end / (1 - end) for end in ends))
    return Interval(*(seen.shift + seen.scale * end for end in ends))


def _joined(hits: list[Hits]) -> Hits:
    """The hits of several phrases in order of the documents; one that several find counts for each."""
    if not hits:
        return Hits(*np.empty((3, 0), dtype=np.int64))
    document, start, end = (np.concatenate(parts) for parts in zip(*hits, strict=True))
    order = np.lexsort((start, document))
    return Hits(document[order], start[order], end[order])
