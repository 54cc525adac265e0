"""How the company that a phrase keeps changes: its collocates by period, and how far successive periods agree."""

from __future__ import annotations

import itertools
from statistics import NormalDist
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import groups, match_phrases, periods
from mediastudy.terms.collocation import collocates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.corpus import Corpus, Phrases

MEASURES: Final = ("log_dice", "mutual_information", "mi2", "mi3", "t_score", "z_score", "log_likelihood")
# Collocates that a cell of the table lists.
SHOWN: Final = 10


class Agreement(NamedTuple):
    """Gwet's AC1 of two sets and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


@tables.framed
def usage(
    corpus: Corpus,
    phrases: Phrases,
    *,
    every: str = "decade",
    by: str | Sequence[str] | None = None,
    span: int | tuple[int, int] = 5,
    measure: str = "mutual_information",
    threshold: float = 3.0,
    minimum: int = 3,
) -> pd.DataFrame:
    """The table of a phrase's collocates by period, with their agreement with those of the period before.

    This is usage fluctuation analysis with periods that do not overlap. A type is a collocate of a period if it stands
    near the phrase at least ``minimum`` times and its ``measure`` reaches the ``threshold`` there. Agreement is taken
    over all types that are collocates of the phrase in any period of the group, those in neither of the two periods
    included.

    Few hits yield few collocates, and two periods with few hits agree badly even if usage is the same: read it beside
    ``hits``, and prefer periods with hundreds of them.

    Parameters
    ----------
    corpus : the documents to search
    phrases : as in :func:`~mediastudy.terms.collocation.collocates`
    every : day, week, month, quarter, year, five years or decade; documents without such a date are left out
    by : columns of the documents to group by, a missing value being a group of its own
    span : tokens on each side of a hit, or those on the left and on the right
    measure : log_dice, mutual_information, mi2, mi3, t_score, z_score or log_likelihood
    threshold : the least value of the measure
    minimum : fewest co-occurrences

    Returns
    -------
    pd.DataFrame
        One row per group, phrase and period, in that order: the columns in ``by``; ``period`` and ``period_end`` (first
        and last day); ``period_label``; ``phrase``; ``hits``; ``collocates`` (how many types); ``shared`` (those of
        them that the period before has); ``agreement`` (AC1, from below 0 to 1) with ``agreement_low`` and
        ``agreement_high`` (its 95 % interval by Gwet's variance, which takes collocates as independent and says nothing
        of the documents drawn); ``strongest``, ``gained`` and ``lost`` (up to ten collocates, the strongest first);
        ``unit`` (words or characters). What compares with the period before is missing where either has no hit.

    Raises
    ------
    ValueError
        If the query can't be read, an option has no such value, or the documents lack a column in ``by``.

    References
    ----------
    McEnery, T., Brezina, V. and Baker, H. (2019). Usage fluctuation analysis: A new way of analysing shifts in
    historical discourse. International Journal of Corpus Linguistics 24(4), 413-444. Those of :func:`ac1`.

    Examples
    --------
    >>> from mediastudy.corpus import Corpus
    >>> documents = pd.DataFrame({"document": ["a", "b"], "date": ["1984", "1994"],
    ...                           "text": ["big foreign aid now", "big local aid now"]})
    >>> found = usage(Corpus.build(documents), "aid", minimum=1, measure="log_dice")
    >>> found[["period_label", "strongest", "gained", "lost"]].fillna("").values.tolist()
    [['1980s', 'big, foreign, now', '', ''], ['1990s', 'big, local, now', 'local', 'foreign']]
    """
    tables.choose(measure, MEASURES, what="measure")
    tables.choose(every, periods.EVERY, what="every")
    grid = _grid(corpus, phrases, every, by)
    found = collocates(corpus, phrases, span=span, by=by, every=every, minimum=minimum)
    leading = [name for name in grid.columns if name not in tables.COLUMNS["usage"]]
    strong = found[found[measure] >= threshold].sort_values([measure, "collocate"], ascending=[False, True])
    made = _described(grid, strong, [*leading, "unit", "phrase"])
    return tables.conform(made, "usage")[[*leading, *tables.COLUMNS["usage"]]]


def _described(grid: pd.DataFrame, strong: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """The grid with what is said of the collocates of each period, given those that pass, the strongest first."""
    if grid.empty:
        return grid.assign(collocates=0)
    placed = strong.rename(columns={"node": "phrase"}).merge(grid.reset_index(names="_row"), on=[*keys, "period"])
    sets = dict(placed.groupby("_row")["collocate"].agg(list))
    series = grid.groupby(keys, dropna=False, sort=False).groups.values()
    rows = [row for one in series for row in _compared(one.tolist(), sets, grid["hits"].tolist())]
    return grid.join(pd.DataFrame(rows).set_index("_row"))


def ac1(both: int, first: int, second: int, neither: int) -> Agreement:
    """Gwet's AC1 of two sets, by how many things both, the first alone, the second alone and neither hold.

    With p the share of things on which the sets agree and π the mean share of things that a set holds, chance agreement
    is e = 2π(1-π), and AC1 = (p - e) / (1 - e). Unlike Cohen's kappa it keeps its meaning where nearly all or hardly
    any things are held. The variance is that of the linearised coefficient over the things; NaN without any.

    References
    ----------
    Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British
    Journal of Mathematical and Statistical Psychology 61(1), 29-48.

    Examples
    --------
    >>> [round(number, 3) for number in ac1(6, 2, 2, 0)]
    [0.412, -0.225, 1.0]
    >>> ac1(3, 0, 0, 0).value
    1.0
    """
    counts = np.array([both, first + second, neither], dtype=float)
    total = counts.sum()
    if not total:
        return Agreement(np.nan, np.nan, np.nan)
    held = (2 * both + first + second) / (2 * total)
    chance = 2 * held * (1 - held)
    value = ((both + neither) / total - chance) / (1 - chance)
    # One entry for the things of each kind: in both sets, in one, in neither.
    agreed = (np.array([1, 0, 1]) - chance) / (1 - chance)
    by_chance = (1 - held) * np.array([1, 0.5, 0]) + held * np.array([0, 0.5, 1])
    linear = agreed - 2 * (1 - value) * (by_chance - chance) / (1 - chance)
    spread = (counts * (linear - value) ** 2).sum() / (total * (total - 1)) if total > 1 else np.nan
    reach = NormalDist().inv_cdf(0.975) * np.sqrt(spread)
    return Agreement(float(value), float(max(value - reach, -1)), float(min(value + reach, 1)))


def _grid(corpus: Corpus, phrases: Phrases, every: str, by: Any) -> pd.DataFrame:
    """Every group, phrase and period, in that order, with the phrase's hits."""
    number = periods.placed(corpus, every)
    placed = number != periods.NOWHERE
    group, found = groups(corpus, by, table="collocates", units=True)
    first, last = (int(number[placed].min()), int(number.max())) if placed.any() else (0, -1)
    listed = periods.described(np.arange(first, last + 1), every)
    length = len(listed)
    cell = np.where(placed, group * length + number - first, len(found) * length)
    whole = [(phrase, hits) for phrase, variant, hits in match_phrases(corpus, phrases) if variant is None]
    hits = [np.bincount(cell[one.document], minlength=len(found) * length + 1)[:-1] for _, one in whole]
    of_group, of_phrase, of_period = np.indices((len(found), len(whole), length)).reshape(3, -1)
    return pd.concat(
        [
            found.take(of_group).reset_index(drop=True),
            listed.take(of_period).reset_index(drop=True),
            pd.DataFrame({"phrase": [whole[place][0] for place in of_phrase.tolist()]}, dtype="str"),
            pd.DataFrame({"hits": np.array(hits)[of_phrase, of_group * length + of_period]}),
        ],
        axis="columns",
    )


def _compared(rows: list[int], sets: dict[int, list[str]], hits: list[int]) -> list[dict[str, Any]]:
    """What is said of the collocates in each period of one phrase, in order of time."""
    every = len(set(itertools.chain.from_iterable(sets.get(row, []) for row in rows)))
    made: list[dict[str, Any]] = []
    for before, row in zip([None, *rows], rows, strict=False):
        own = sets.get(row, [])
        said: dict[str, Any] = {"_row": row, "collocates": len(own), "strongest": _shown(own)}
        if before is not None and hits[before] and hits[row]:
            said |= _against(own, sets.get(before, []), every)
        made.append({"shared": pd.NA, "agreement": np.nan, "gained": None, "lost": None} | said)
    return made


def _against(own: list[str], former: list[str], every: int) -> dict[str, Any]:
    """The agreement of a period's collocates with those of the period before."""
    here, there = set(own), set(former)
    both = len(here & there)
    value, low, high = ac1(both, len(there) - both, len(here) - both, every - len(here | there))
    return {
        "shared": both,
        "agreement": value,
        "agreement_low": low,
        "agreement_high": high,
        "gained": _shown([word for word in own if word not in there]),
        "lost": _shown([word for word in former if word not in here]),
    }


def _shown(words: list[str]) -> str | None:
    """The first words with commas between."""
    return ", ".join(words[:SHOWN]) or None
