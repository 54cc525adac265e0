"""How often the event test errs, and the spline's band misses, on series made for the purpose.

``python benchmarks/events.py`` prints the share of p at most .05 (and .2) at dates where nothing happened, the power at
a rate that doubles for good, and the share of periods whose true rate lies in the spline's 95 % band. Rates waver as an
autoregressive process of their logarithm with standard deviation .4 (.2 for days), have a season, and a drift; hits are
negative binomial. Exit code 1 says that a size at .05 is above .07, or that a band holds fewer than 87 %.
"""

from __future__ import annotations

import argparse
import sys
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy.timelines.eventtest import event_test
from mediastudy.timelines.intervals import poisson
from mediastudy.timelines.smoothing import smoothed

SIZE: Final = 0.07
HELD: Final = 0.87
# Series that share one event date, since a date is drawn for each batch.
BATCH: Final = 20


class Kind(NamedTuple):
    """One kind of series: the step between periods, how many there are, the window, and how the rate moves."""

    step: str
    periods: int
    window: int
    wave: float
    hits: float
    deviation: float = 0.4
    drift: float = 0.0


KINDS: Final = (
    Kind("MS", 360, 12, wave=0.0, hits=10),
    Kind("MS", 360, 12, wave=0.6, hits=10),
    Kind("MS", 360, 12, wave=0.9, hits=10),
    Kind("MS", 360, 12, wave=0.6, hits=0.5),
    Kind("MS", 360, 12, wave=0.6, hits=10, drift=1.5),
    Kind("MS", 720, 12, wave=0.6, hits=10),
    Kind("MS", 360, 6, wave=0.6, hits=10),
    Kind("W-MON", 1560, 8, wave=0.9, hits=5),
    Kind("D", 7300, 14, wave=0.97, hits=1, deviation=0.2),
)


def series(kind: Kind, random: np.random.Generator, step: tuple[int, float] = (0, 0.0)) -> pd.DataFrame:
    """A batch of timelines of one kind, with a step of the log rate from a period on."""
    begins = pd.date_range("1960-01-04", periods=kind.periods + 1, freq=kind.step)
    noise = random.normal(size=(kind.periods, BATCH)) * kind.deviation * np.sqrt(1 - kind.wave**2)
    waves = np.empty_like(noise)
    waves[0] = random.normal(size=BATCH) * kind.deviation
    for place in range(1, kind.periods):
        waves[place] = kind.wave * waves[place - 1] + noise[place]
    log = waves + 0.4 * np.sin(2 * np.pi * begins[:-1].day_of_year.to_numpy() / 365)[:, None]
    log += kind.drift * np.linspace(0, 1, kind.periods)[:, None]
    log[step[0] :] += step[1]
    tokens = random.lognormal(13.5, 0.5, size=(kind.periods, 1)).repeat(BATCH, axis=1).round()
    expected = kind.hits * np.exp(log - log.mean()) * tokens / tokens.mean()
    hits = random.poisson(random.gamma(4.0, expected / 4.0))
    low, high = poisson(hits, tokens, effect=1 + expected / 4)
    batch = np.broadcast_to(np.arange(BATCH), hits.shape)
    flat = {"hits": hits, "tokens": tokens, "rate": hits / tokens, "rate_low": low, "rate_high": high, "batch": batch}
    table = pd.DataFrame({name: values.T.ravel() for name, values in flat.items()})
    leading = table[["batch"]].assign(period=np.tile(begins[:-1], BATCH), phrase="aid")
    ends = np.tile(begins[1:] - pd.Timedelta(days=1), BATCH)
    return pd.concat([leading, table.drop(columns="batch")], axis="columns").assign(
        period_end=ends, documents=100, true=(expected / tokens).T.ravel() * 1e6
    )


def tested(kind: Kind, batches: int, change: float) -> pd.DataFrame:
    """The tests of dates drawn at random, at which the log rate steps by so much."""
    random = np.random.default_rng(6)
    made = []
    for _ in range(batches):
        place = int(random.integers(kind.window, kind.periods - kind.window - 1))
        timeline = series(kind, random, (place, change))
        date = timeline["period"].iloc[place]
        happened = pd.DataFrame({"event": [1], "label": "drawn", "first": date, "last": date})
        made.append(event_test(timeline, happened, window=kind.window))
    return pd.concat(made, ignore_index=True)


def sizes(batches: int) -> float:
    """The largest size at .05, once the table is printed."""
    print("step   periods window  wave  hits  drift | placebos  p<=.05  p<=.2 | power at a doubling")
    worst = 0.0
    for kind in KINDS:
        null, doubled = (tested(kind, batches, change) for change in (0.0, np.log(2)))
        size, wide, power = (
            float((table["p"] <= level).mean()) for table, level in ((null, 0.05), (null, 0.2), (doubled, 0.05))
        )
        enough = null["placebos"].median()
        row = (
            f"{kind.step:6} {kind.periods:7} {kind.window:6} {kind.wave:5} {kind.hits:5} {kind.drift:6} | {enough:8.0f}"
        )
        print(f"{row} {size:7.3f} {wide:6.3f} | {power:.3f}")
        worst = max(worst, size)
    return worst


def band(batches: int) -> float:
    """The smallest share of periods whose true rate the spline's band holds, once the table is printed."""
    print("\nperiods  mean hits  curve | share of true rates in the spline's 95 % band")
    least = 1.0
    for periods in (15, 30, 60, 240):
        for hits in (1.0, 5.0, 50.0):
            for curve in ("level", "line", "wave"):
                share = held(periods, hits, curve, batches)
                print(f"{periods:7} {hits:10} {curve:>6} | {share:.3f}")
                least = min(least, share)
    return least


def held(periods: int, hits: float, curve: str, batches: int) -> float:
    """How often the band holds the true rate, over all periods of all series."""
    random = np.random.default_rng(7)
    time = np.linspace(0, 1, periods)
    log = {"level": 0 * time, "line": 1.5 * time, "wave": 0.8 * np.sin(2 * np.pi * time)}[curve]
    rate = hits * np.exp(log) / np.exp(log).mean()
    years = pd.date_range("1800-01-01", periods=periods + 1, freq="YS")
    inside = []
    for _ in range(batches):
        exposure = random.lognormal(0, 0.3, size=periods)
        counts = random.poisson(random.gamma(4.0, rate * exposure / 4.0))
        rows = pd.DataFrame({"period": years[:-1], "phrase": "aid", "hits": counts, "tokens": exposure * 1e6})
        rows = rows.assign(period_end=years[1:] - pd.Timedelta(days=1), documents=9, rate=0.0, rate_low=0, rate_high=1)
        made = smoothed(rows, method="spline")
        inside.append((made["smooth_low"] <= rate) & (rate <= made["smooth_high"]))
    return float(np.mean(inside))


def main() -> int:
    """Print both tables; 1 if a bound is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batches", type=int, default=50, help="of 20 series each, for every kind of series")
    batches = parser.parse_args().batches
    return int(sizes(batches) > SIZE or band(batches) < HELD)


if __name__ == "__main__":
    sys.exit(main())
