"""Change points: false alarms by kind of null, recall against an oracle, coverage of intervals; ruptures beside it.

    python benchmarks/changes.py SHARED [--runs N] [--only PART ...]

The parts are nulls, reference, rivals, coverage and coal. A change counts as found if an estimated one lies within one
period of it. The oracle segments with the true number of changes, the true family and, for negative binomial series,
the true size; it says nothing about whether there is a change. Its recall at the false-alarm rate is that of the same
oracle where it must first refute a constant level at 5 %, knowing that family and size hold.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from common import shared_folder

from mediastudy.timelines.changepoints import change_points
from mediastudy.timelines.changes import segments, stepwise
from mediastudy.timelines.changes.segments import Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PARTS: Final = ("coal", "reference", "rivals", "nulls", "coverage")
LENGTHS: Final = (12, 30, 60)
MEANS: Final = (0.5, 5.0, 50.0)
ORACLE_DRAWS: Final = 199
TOLERANCE: Final = 1
NEW_OUTLET: Final = 3.0

Chance = np.random.Generator
Numbers = segments.Numbers


def timeline(hits: Numbers, exposure: Numbers, first: int = 1900, phrase: str = "aid") -> pd.DataFrame:
    """A timeline by year with these hits, the exposure in thousands of tokens."""
    years = np.arange(first, first + len(hits)).astype(str).astype("datetime64[Y]").astype("datetime64[us]")
    ends = years + np.timedelta64(364, "D")
    tokens = (exposure * 1_000).astype(int)
    rows = {"period": years, "period_end": ends, "phrase": phrase, "hits": hits.astype(int), "documents": 100}
    table = pd.DataFrame({**rows, "documents_with_hit": 0, "tokens": tokens, "covered": tokens > 0})
    return table.assign(
        period_label=np.arange(first, first + len(hits)).astype(str),
        per="million tokens",
        unit="words",
        rate=table["hits"] / np.maximum(tokens, 1) * 1e6,
        rate_low=0.0,
        rate_high=np.inf,
    )


def leaning(chance: Chance, length: int, correlation: float, deviation: float) -> Numbers:
    """Factors of mean 1 whose logarithms are autocorrelated."""
    fresh = chance.standard_normal(length)
    values = fresh.copy()
    for place in range(1, length):
        values[place] = correlation * values[place - 1] + np.sqrt(1 - correlation**2) * fresh[place]
    return np.asarray(np.exp(deviation * values - deviation**2 / 2))


def gamma(chance: Chance, length: int, size: float) -> Numbers:
    """Factors of mean 1 that make negative binomial counts of this size."""
    return chance.gamma(size, 1 / size, length)


def drift(length: int, factor: float) -> Numbers:
    """A rate that grows evenly by the factor on the scale of logarithms."""
    return np.asarray(np.exp(np.log(factor) * np.linspace(-0.5, 0.5, length)))


def entry(length: int) -> Numbers:
    """Exposure in a series that a large outlet enters after three fifths."""
    return np.where(np.arange(length) >= 0.6 * length, NEW_OUTLET, 1.0)


def other_rate(length: int) -> Numbers:
    """The rate of a series that an outlet with twice the others' rate enters: two thirds of the tokens are its own."""
    late = np.arange(length) >= 0.6 * length
    return np.where(late, (1 + 2 * (NEW_OUTLET - 1)) / NEW_OUTLET, 1.0)


def curve(length: int) -> Numbers:
    """A rate that rises fourfold along a smooth S."""
    place = np.linspace(-0.5, 0.5, length)
    return np.asarray(np.exp(np.log(4) / 2 * np.tanh(4 * place) / np.tanh(2)))


# Each kind of series without a step: factors of the mean rate, and the exposure.
NULLS: Final[dict[str, Callable[[Chance, int], tuple[Numbers, Numbers]]]] = {
    "Poisson": lambda _, n: (np.ones(n), np.ones(n)),
    "negative binomial, size 2": lambda c, n: (gamma(c, n, 2), np.ones(n)),
    "negative binomial, size 5": lambda c, n: (gamma(c, n, 5), np.ones(n)),
    "negative binomial, size 10": lambda c, n: (gamma(c, n, 10), np.ones(n)),
    "drift by 4": lambda _, n: (drift(n, 4), np.ones(n)),
    "drift by 16": lambda _, n: (drift(n, 16), np.ones(n)),
    "straight line, 1 to 9": lambda _, n: (np.linspace(0.2, 1.8, n), np.ones(n)),
    "drift by 4, size 5": lambda c, n: (drift(n, 4) * gamma(c, n, 5), np.ones(n)),
    "AR(1) 0.3, deviation 0.4": lambda c, n: (leaning(c, n, 0.3, 0.4), np.ones(n)),
    "AR(1) 0.6, deviation 0.4": lambda c, n: (leaning(c, n, 0.6, 0.4), np.ones(n)),
    "AR(1) 0.6, deviation 0.7": lambda c, n: (leaning(c, n, 0.6, 0.7), np.ones(n)),
    "AR(1) 0.6 and drift by 4": lambda c, n: (drift(n, 4) * leaning(c, n, 0.6, 0.3), np.ones(n)),
    "outlet enters": lambda _, n: (np.ones(n), entry(n)),
    "outlet enters, size 5": lambda c, n: (gamma(c, n, 5), entry(n)),
}
# Beside them: what is no null of the method by default, and what is a change of the series, though not of language.
BESIDE: Final[dict[str, Callable[[Chance, int], tuple[Numbers, Numbers]]]] = {
    "smooth S by 4": lambda _, n: (curve(n), np.ones(n)),
    "AR(1) 0.8, deviation 0.4": lambda c, n: (leaning(c, n, 0.8, 0.4), np.ones(n)),
    "outlet enters, twice the rate": lambda _, n: (other_rate(n), entry(n)),
}


def alarms(kind: str, length: int, mean: float, runs: int, rules: stepwise.Rules) -> float:
    """The share of series of a kind in which a change is found."""
    seed = [1, length, int(10 * mean), sum(kind.encode())]
    chance = np.random.default_rng(seed)
    found = 0
    for _ in range(runs):
        factors, exposure = {**NULLS, **BESIDE}[kind](chance, length)
        hits = chance.poisson(mean * factors * exposure / exposure.mean()).astype(float)
        series = Series(hits, exposure, np.arange(length), share=False)
        found += stepwise.can_be_tested(series) and bool(stepwise.steps_of(series, rules).cuts)
    return found / runs


def nulls(runs: int) -> None:
    """Print false alarms by kind of null, length and mean count."""
    print(
        f"\nFalse alarms in per cent, {runs} series a cell (standard error at 5 %: {100 * (0.0475 / runs) ** 0.5:.1f})"
    )
    cells = [(length, mean) for length in LENGTHS for mean in MEANS]
    print(f"{'periods x mean count':34}" + "".join(f"{f'{n}x{m:g}':>8}" for n, m in cells) + f"{'all':>8}")
    whole = []
    for kind in (*NULLS, *BESIDE):
        row = [100 * alarms(kind, *cell, runs, stepwise.Rules()) for cell in cells]
        whole += row if kind in NULLS else []
        print(f"{kind:34}" + "".join(f"{value:8.1f}" for value in (*row, np.mean(row))), flush=True)
    print(f"{'all nulls (the last three are none)':34} {np.mean(whole):.1f}")
    row = [100 * alarms("smooth S by 4", *cell, runs, stepwise.Rules(against="curve")) for cell in cells]
    print(f"{'smooth S by 4, against=curve':34}" + "".join(f"{value:8.1f}" for value in (*row, np.mean(row))))


def references(shared: Path) -> Iterator[tuple[Series, Any, list[int]]]:
    """The reference series with their truth and the true cuts."""
    folder = shared / "references"
    table = pd.read_csv(folder / "changepoint_series.csv")
    truth = pd.read_csv(folder / "changepoint_truth.csv", dtype=str, keep_default_na=False).set_index("series")
    for name, rows in table.groupby("series"):
        series = Series(
            rows["count"].to_numpy(float), rows["exposure"].to_numpy(float), np.arange(len(rows)), share=False
        )
        told = truth.loc[str(name)]
        yield series, told, [int(year) - int(rows["year"].iloc[0]) for year in told["change_years"].split()]


def oracle(series: Series, told: Any, number: int) -> tuple[list[int], bool]:
    """The cuts of the oracle, and whether it refutes a level that it knows to vary so and not otherwise."""
    size = float(told["negbin_size"] or "inf")
    best = segments.best(segments.stretches(series, size, evidence=False).fit, max(number, 1))
    gain = best[max(number, 1)][0] - best[0][0]
    chance = np.random.default_rng(7)
    level = series.exposure * series.hits.sum() / series.exposure.sum()
    larger = 0
    for _ in range(ORACLE_DRAWS):
        factor = gamma(chance, len(level), size) if np.isfinite(size) else 1.0
        drawn = series._replace(hits=chance.poisson(level * factor).astype(float))
        other = segments.best(segments.stretches(drawn, size, evidence=False).fit, max(number, 1))
        larger += other[max(number, 1)][0] - other[0][0] >= gain
    return best[number][1], (1 + larger) / (1 + ORACLE_DRAWS) <= 0.05  # noqa: PLR2004 - the level


def near(cut: int, cuts: list[int]) -> bool:
    """Whether one of the cuts lies within one period."""
    return any(abs(cut - other) <= TOLERANCE for other in cuts)


def kept(series: Series, model: str, penalty: float) -> list[int] | None:
    """The cuts of ruptures' PELT, None if ruptures is not installed."""
    try:
        import ruptures
    except ImportError:
        return None
    # A square-root scale levels the variance of counts; with the cost of a normal mean the noise has variance 1.
    signal = 2 * np.sqrt((series.hits + 0.375) / series.exposure * series.exposure.mean())
    return [int(cut) for cut in ruptures.Pelt(model=model, min_size=2, jump=1).fit(signal).predict(pen=penalty)[:-1]]


METHODS: Final[dict[str, Callable[[Series], list[int] | None]]] = {
    "change_points": lambda s: stepwise.steps_of(s, stepwise.Rules()).cuts,
    "against=curve": lambda s: stepwise.steps_of(s, stepwise.Rules(against="curve")).cuts,
    "correlated=False": lambda s: stepwise.steps_of(s, stepwise.Rules(correlated=False)).cuts,
    "against=level": lambda s: stepwise.steps_of(s, stepwise.Rules(against="level")).cuts,
    "level, correlated=False": lambda s: stepwise.steps_of(s, stepwise.Rules(against="level", correlated=False)).cuts,
    "ruptures PELT l2, pen 10": lambda s: kept(s, "l2", 10),
    "ruptures PELT l2, 2 log n": lambda s: kept(s, "l2", 2 * np.log(len(s.hits))),
    "ruptures PELT l2, 6 log n": lambda s: kept(s, "l2", 6 * np.log(len(s.hits))),
    "ruptures PELT rbf, pen 3": lambda s: kept(s, "rbf", 3),
}


def reference(shared: Path, names: list[str]) -> None:
    """Print false alarms and recall on the 200 reference series."""
    rows = []
    for series, told, true in references(shared):
        cuts, refuted = oracle(series, told, len(true))
        for name in names:
            found = METHODS[name](series)
            if found is None:
                print(f"{name}: skipped, ruptures is not installed")
                return
            rows.append(
                {
                    "method": name,
                    "family": told["family"],
                    "series": 1,
                    "without": not true,
                    "alarms": bool(found) and not true,
                    "true": len(true),
                    "oracle": sum(near(cut, cuts) for cut in true),
                    "oracle_at_5": sum(near(cut, cuts) for cut in true) * refuted,
                    "found": sum(near(cut, found) for cut in true),
                    "found_of_oracle": sum(near(cut, found) and near(cut, cuts) for cut in true),
                    "found_of_5": sum(near(cut, found) and near(cut, cuts) for cut in true) * refuted,
                    "spurious": sum(not near(cut, true) for cut in found),
                }
            )
    table = pd.DataFrame(rows)
    summed = table.groupby(["method", "family"], sort=False).sum(numeric_only=True)
    made = pd.concat([summed, table.assign(family="both").groupby(["method", "family"]).sum(numeric_only=True)])
    made = made.assign(
        alarm_rate=made["alarms"] / made["without"],
        recall=made["found"] / made["true"],
        recall_oracle=made["oracle"] / made["true"],
        recall_oracle_5=made["oracle_at_5"] / made["true"],
        of_oracle=made["found_of_oracle"] / made["oracle"],
        of_oracle_5=made["found_of_5"] / made["oracle_at_5"],
    )
    columns = ["alarm_rate", "recall", "recall_oracle", "recall_oracle_5", "of_oracle", "of_oracle_5"]
    print(
        "\n200 reference series: false alarms, recall, the oracle's recall, the same where it refutes a level at 5 %,"
    )
    print("the share found of what the oracle finds, the share found of what it finds and can refute a level with")
    print(made[["without", "true", "spurious", *columns]].sort_index(sort_remaining=False).round(3).to_string())


def covered(shared: Path) -> None:
    """Print how often intervals of dates and ratios hold the truth, for the reference series with changes."""
    rows = []
    for series, told, true in references(shared):
        table = change_points(timeline(series.hits, series.exposure))
        rates = [float(rate) for rate in told["rates"].split()]
        if len(table) != len(true):
            continue
        for row, cut, before, after in zip(table.itertuples(), true, rates[:-1], rates[1:], strict=False):
            low, high = row.low.year - 1900, row.high.year - 1900
            in_time, in_ratio = low <= cut <= high, row.ratio_low <= after / before <= row.ratio_high
            rows.append(
                {
                    "family": told["family"],
                    "changes": len(true),
                    "date": in_time,
                    "ratio": in_ratio,
                    "width": high - low + 1,
                }
            )
    table = pd.DataFrame(rows)
    print("\nCoverage of 95 % intervals where the number of changes found is the true one; width in periods")
    both = table.assign(family="both", changes="all")
    made = pd.concat([table, both]).groupby(["family", "changes"])
    print(
        made.agg(
            intervals=("date", "size"), date=("date", "mean"), ratio=("ratio", "mean"), width=("width", "median")
        ).round(3)
    )


def coal(shared: Path) -> None:
    """Print what is found in the coal-mining disasters, and the time a series of 60 periods takes."""
    table = pd.read_csv(shared / "references" / "coal_disasters.csv")
    rows = timeline(table["count"].to_numpy(float), np.ones(len(table)), first=int(table["year"].iloc[0]))
    print("Coal-mining disasters, 1851-1962, by the level of the interval")
    for confidence in (0.95, 0.87, 0.8):
        found = change_points(rows, confidence=confidence)
        print(found[["period", "low", "high", "probability", "ratio", "ratio_low", "ratio_high", "p"]].to_string())
    chance = np.random.default_rng(1)
    half = np.repeat([0.0, 1.0], 30)
    ten = pd.concat(
        [timeline(chance.poisson(10 + k * half).astype(float), np.ones(60), phrase=f"phrase {k}") for k in range(10)]
    )
    begun = time.perf_counter()
    found = change_points(ten)
    print(f"Ten phrases of 60 periods: {time.perf_counter() - begun:.2f} s, {len(found)} changes")


def main() -> None:
    """Print the parts asked for."""
    shared = shared_folder("Change points")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    given = parser.parse_args()
    parts: dict[str, Callable[[], None]] = {
        "coal": lambda: coal(shared),
        "reference": lambda: reference(shared, list(METHODS)[:1]),
        "rivals": lambda: reference(shared, list(METHODS)[1:]),
        "nulls": lambda: nulls(given.runs),
        "coverage": lambda: covered(shared),
    }
    for part in given.only:
        begun = time.perf_counter()
        parts[part]()
        print(f"  [{part}: {time.perf_counter() - begun:.0f} s]", flush=True)


if __name__ == "__main__":
    main()
