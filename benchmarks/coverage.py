"""How often intervals of simulated timelines hold the true rate or share.

    python benchmarks/coverage.py [--series 700] [--replicates 500]

Every series has twelve periods, of which every other three are judged: those with the rate that the row names.
Documents have log-normal lengths around 600 tokens and come as stories of 1 to 10 copies of one text; a text with a hit
has 1 to 30 of them, over-dispersed around four. The truth is that of the process: expected hits by expected tokens,
copies counted.

Beside our intervals stand the normal one around a moving average of three periods, tokens taken as independent, as
Gallicagram draws it, and Wilson's of the share of articles, articles taken as independent. The exit code is 1 if one of
our intervals covers outside 93 to 98 % in a row with at least ten expected stories with a hit.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from scipy import stats

from mediastudy.timelines.counting.resampling import Drawn, resampled
from mediastudy.timelines.intervals import Interval, design_effect, poisson, share_effect, wilson

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

if __name__ == "coverage":
    # numba looks for the package of that name, and would be given this script by any other that lies beside it.
    NOT_A_PACKAGE: Final = "benchmarks/coverage.py is a script"
    raise ImportError(NOT_A_PACKAGE)

DOCUMENTS: Final = (20, 60, 200, 600, 2000)
RATES: Final = (0.5, 5.0, 50.0, 500.0)
PERIODS: Final = 12
MOST: Final = 10
ENOUGH: Final = 10
WANTED: Final = (0.93, 0.98)
JUDGED: Final = ("analytic", "bootstrap", "share")
COPIES: Final = {
    "no copies": np.eye(MOST)[0],
    "few copies": np.arange(1, MOST + 1) ** -2.5,
    "1 to 10 copies alike": np.ones(MOST),
}
_NORMAL: Final = statistics.NormalDist()
LENGTHS: Final = np.round(600 * np.exp(0.6 * np.array([_NORMAL.inv_cdf((n + 0.5) / 4096) for n in range(4096)])))
_HITS: Final = 30
_CAP: Final = 0.9


class Scenario(NamedTuple):
    """How copies are distributed, and what is not alike.

    Attributes
    ----------
    copies : the name of the distribution of copies
    lower : what the rate is multiplied by in every other three periods, which are not judged
    drawn : whether stories with hits are copied more
    heavier : mean hits of a text with a hit in the judged periods; four in the others
    """

    copies: str
    lower: float = 1.0
    drawn: bool = False
    heavier: float = 4.0
    judged: bool = True


SCENARIOS: Final = {
    "one rate, no copies": Scenario("no copies"),
    "one rate, few copies": Scenario("few copies"),
    "one rate, 1 to 10 copies alike": Scenario("1 to 10 copies alike"),
    "a rate that falls to a fifth, few copies, more of texts with hits": Scenario("few copies", 0.2, drawn=True),
    "a rate that falls to a fifth, 1 to 10 copies alike": Scenario("1 to 10 copies alike", 0.2),
    "not judged: texts with twice the hits in half of the periods": Scenario("few copies", heavier=8.0, judged=False),
}


class World(NamedTuple):
    """Stories of many series and periods: copies, tokens of all copies, and hits of all copies for each rate."""

    copies: NDArray[np.int64]
    tokens: NDArray[np.int64]
    hits: NDArray[np.int64]
    rate: Numbers
    share: Numbers


def sizes(mean: float) -> Numbers:
    """The chances of 0 to 30 hits in a text that has one: one, and a negative binomial number more, cut at thirty."""
    chances = stats.nbinom.pmf(np.arange(400), 0.7, 0.7 / (0.7 + mean - 1))
    return np.array([0.0, *chances[: _HITS - 1], chances[_HITS - 1 :].sum()])


def world(scenario: Scenario, documents: int, series: int, random: np.random.Generator) -> World:
    """The stories of all series, and the hits that each rate gives them."""
    chance = COPIES[scenario.copies] / COPIES[scenario.copies].sum()
    number = np.arange(1, MOST + 1)
    mean = float(chance @ number)
    most = documents if mean == 1 else int(min(documents, documents / mean + 6 * documents**0.5 + 10))
    copies = random.choice(number, p=chance, size=(series, PERIODS, most))
    # The last story of a period has as many copies as there are documents left.
    copies = np.clip(documents - (np.cumsum(copies, axis=2) - copies), 0, copies)
    lengths = random.choice(LENGTHS, size=copies.shape)
    lift = number * mean / (chance @ number**2) if scenario.drawn else np.ones(MOST)
    own = sizes(scenario.heavier)
    per_text = float(own @ np.arange(_HITS + 1))
    made, rates, shares = [], [], []
    for rate in RATES:
        odds = rate * 1e-6 / per_text * lift
        slope = np.where(copies > 0, odds[np.maximum(copies, 1) - 1], 0.0) * _step(scenario)[:, None]
        made.append(copies * _hits(np.minimum(slope * lengths, _CAP), scenario, random))
        shares.append(chance * number @ np.minimum(odds[:, None] * LENGTHS, _CAP).mean(axis=1) / mean)
        rates.append(shares[-1] * per_text / LENGTHS.mean())
    tokens = (copies * lengths).astype(np.int64)
    return World(copies, tokens, np.array(made), np.array(rates), np.array(shares))


def _step(scenario: Scenario) -> Numbers:
    """What the rate of each period is multiplied by."""
    return np.where(judged_periods(), 1.0, scenario.lower)


def judged_periods() -> NDArray[np.bool_]:
    """Every other three periods."""
    return np.asarray(np.arange(PERIODS) // 3 % 2 == 0)


def _hits(chance: Numbers, scenario: Scenario, random: np.random.Generator) -> NDArray[np.int64]:
    """The hits of each text, which has any with the chance."""
    found = np.zeros(chance.shape, dtype=np.int64)
    any_hit = random.random(chance.shape) < chance
    for periods, mean in ((judged_periods(), scenario.heavier), (~judged_periods(), 4.0)):
        here = any_hit & periods[:, None]
        found[here] = random.choice(_HITS + 1, p=sizes(mean), size=int(here.sum()))
    return found


def intervals(made: World, replicates: int) -> list[dict[str, Interval]]:
    """The intervals of every period by each method, for each rate."""
    tokens = made.tokens.sum(axis=2).astype(float)
    stories, documents = (made.copies > 0).sum(axis=2), made.copies.sum(axis=2).astype(float)
    copying = (made.copies * made.tokens).sum(axis=2) / tokens
    found, effects = [], []
    for hits in made.hits:
        total, with_hit = hits.sum(axis=2), (hits > 0).sum(axis=2)
        residual = ((hits - (total / tokens)[:, :, None] * made.tokens) ** 2).sum(axis=2)
        effects.append(design_effect(total, with_hit, stories, residual, copies=copying))
        own = np.where(hits > 0, made.copies, 0)
        among = own.sum(axis=2)
        off = ((own - (among / documents)[:, :, None] * made.copies) ** 2).sum(axis=2)
        alike = share_effect(among, documents, off, (made.copies**2).sum(axis=2), with_hit)
        found.append(
            {
                "analytic": poisson(total, tokens, effect=effects[-1]),
                "share": wilson(among / alike, documents / alike),
                "smoothed Wald": smoothed(total / tokens, tokens),
                "Wilson, articles": wilson(among, documents),
            }
        )
    again = bootstrap(made, np.array(effects), replicates)
    for place, one in enumerate(found):
        pairs = zip(again, one["analytic"], strict=True)
        one["bootstrap"] = Interval(*(np.where(np.isnan(new[place]), old, new[place]) for new, old in pairs))
    return found


def bootstrap(made: World, effects: Numbers, replicates: int) -> Interval:
    """The intervals that the bootstrap gives, rates by series by periods."""
    cell = np.arange(made.copies.shape[0] * PERIODS).repeat(made.copies.shape[2])
    held = made.copies.ravel() > 0
    keys = np.arange(len(cell), dtype=np.uint64)[held]
    tokens = made.tokens.sum(axis=2).ravel().astype(float)
    drawn = Drawn(keys, cell[held], made.tokens.ravel()[held].astype(float), tokens)
    flat = made.hits.reshape(len(RATES), -1)[:, held]
    ends = resampled(drawn, flat, effects.reshape(len(RATES), -1), replicates=replicates)
    return Interval(*(end.reshape(effects.shape) for end in ends))


def smoothed(rate: Numbers, tokens: Numbers) -> Interval:
    """The normal interval around a moving average of three periods, of two at either end."""
    wide = np.pad(rate, ((0, 0), (1, 1)), constant_values=np.nan)
    middle = np.nanmean([wide[:, :-2], wide[:, 1:-1], wide[:, 2:]], axis=0)
    half = _NORMAL.inv_cdf(0.975) * np.sqrt(middle * (1 - middle) / tokens)
    return Interval(middle - half, middle + half)


def rows(scenario: Scenario, documents: int, asked: argparse.Namespace) -> list[tuple[float, float, dict[str, float]]]:
    """For each rate: the rate, the expected stories with a hit in a period, and the coverage of each method."""
    random = np.random.default_rng([documents, list(SCENARIOS.values()).index(scenario)])
    made = world(scenario, documents, asked.series, random)
    judged = judged_periods()
    found = []
    for place, methods in enumerate(intervals(made, asked.replicates)):
        expected = float((made.hits[place][:, judged] > 0).sum(axis=2).mean())
        covers = {}
        for name, (low, high) in methods.items():
            truth = made.share[place] if name in {"share", "Wilson, articles"} else made.rate[place]
            covers[name] = float(((low <= truth) & (truth <= high))[:, judged].mean())
        found.append((RATES[place], expected, covers))
    return found


NAMES: Final = ("analytic", "bootstrap", "share", "smoothed Wald", "Wilson, articles")


def main() -> int:
    """Print every row, and say whether all that count lie between 93 and 98 %."""
    parser = argparse.ArgumentParser(description="Coverage of the intervals of simulated timelines.")
    parser.add_argument("--series", type=int, default=700)
    parser.add_argument("--replicates", type=int, default=500)
    asked = parser.parse_args()
    begun, judged, failed = time.perf_counter(), 0, 0
    for title, scenario in SCENARIOS.items():
        print(f"\n{title}\n{'documents':>9} {'rate':>6} {'stories with hit':>16}", *(f"{name:>16}" for name in NAMES))
        for documents in DOCUMENTS:
            for rate, expected, covers in rows(scenario, documents, asked):
                counts = expected >= ENOUGH and scenario.judged
                wrong = counts and not all(WANTED[0] <= covers[name] <= WANTED[1] for name in JUDGED)
                judged, failed = judged + counts, failed + wrong
                shown = "".join(f"{100 * covers[name]:17.1f}" for name in NAMES)
                mark = " outside" if wrong else " *" if counts else ""
                print(f"{documents:9} {rate:6g} {expected:16.1f}{shown}{mark}", flush=True)
    low, high = (f"{100 * end:.0f}" for end in WANTED)
    rows_told = f"{judged - failed} of {judged} rows with at least {ENOUGH} expected stories with a hit"
    print(f"\n{rows_told} lie in {low} to {high} %")
    print(f"{asked.series} series of {PERIODS} periods a row, {time.perf_counter() - begun:.0f} s")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
