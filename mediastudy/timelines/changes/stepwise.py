"""How many steps a series has: one more or two, as long as every explanation without them is refuted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from mediastudy.timelines.changes import levels, noise, nulls, segments

if TYPE_CHECKING:
    from mediastudy.timelines.changes.nulls import Fits, Rival, Scale
    from mediastudy.timelines.changes.segments import Series

# The rivals of steps, and the degree of the curve in time that each stands for.
RIVALS: Final = {"level": 0, "drift": 1, "curve": 3}


class Rules(NamedTuple):
    """Against which rivals steps are tested, whether noise may be correlated, at what error, with how many draws."""

    against: str = "drift"
    correlated: bool = True
    error: float = 0.05
    draws: int = nulls.DRAWS


class Outcome(NamedTuple):
    """A test of steps against one rival: the p of one step, of one or two; the rival's fit and its kind of noise."""

    single: float
    either: float
    fit: float
    kind: int


class Verdict(NamedTuple):
    """The cuts of a series, the tests of the first against each rival by name, the last test, the p of the first."""

    cuts: list[int]
    rivals: dict[str, Outcome]
    last: Outcome
    p: float


def can_be_tested(series: Series) -> bool:
    """Whether there are periods enough for two stretches, and a hit; of shares also a document without one."""
    hits = series.hits.sum()
    enough = len(series.hits) >= 2 * segments.SHORTEST
    return bool(enough and hits > 0 and not (series.share and hits == series.exposure.sum()))


def steps_of(series: Series, rules: Rules) -> Verdict:
    """The cuts of a testable series, none if a rival explains it."""
    trial = _Trial(series, rules)
    names = list(RIVALS)[: list(RIVALS).index(rules.against) + 1]
    ones = levels.steps(series, [])
    rivals = {}
    for name in names:
        degree = RIVALS[name]
        mean = levels.drifting(series, degree) if degree else levels.stepped(series, [])
        rivals[name] = trial.test(nulls.Rival(mean, levels.powers(series, degree), ones, []))
    p = max(outcome.either for outcome in rivals.values())
    last = rivals["level"]
    if p > rules.error:
        return Verdict([], rivals, last, p)
    number = 1 if max(outcome.single for outcome in rivals.values()) <= rules.error else 2
    most = min(segments.MOST, len(series.hits) // segments.SHORTEST - 1)
    while True:
        cuts = best_cuts(series, number)
        regressors = levels.steps(series, cuts)
        last = trial.test(nulls.Rival(levels.stepped(series, cuts), regressors, regressors, cuts))
        if last.either > rules.error or number >= most:
            return Verdict(cuts, rivals, last, p)
        number = min(most, number + (1 if last.single <= rules.error else 2))


def best_cuts(series: Series, number: int) -> list[int]:
    """The best so many cuts, with the size that fits them best."""
    size = segments.size_of(series, number)
    return segments.best(segments.stretches(series, size, evidence=False).fit, number)[number][1]


class _Trial:
    """A series on its scale, and the random numbers that its rivals are drawn with."""

    def __init__(self, series: Series, rules: Rules) -> None:
        self.series, self.rules = series, rules
        self.chance = np.random.default_rng(nulls.SEED)
        self.scale = self._scale()

    def _scale(self) -> Scale:
        series = self.series
        level = levels.stepped(series, [])
        size = segments.size_of(series, min(2, len(level) // segments.SHORTEST - 1))
        independent = noise.Noise(noise.excess(series, level, 1), 0.0, 0.0)
        drawn = noise.draws(series, level, independent, size=self.rules.draws, chance=self.chance)
        return nulls.scale_of(series, level, drawn, 0.0 if series.share else 1 / size)

    def _fits(self, counts: segments.Numbers, rival: Rival) -> Fits:
        values = nulls.transformed(self.series, counts, self.scale.variance)
        values = (values - self.scale.centre) / self.scale.spread
        return nulls.fits(self.series, values, self.scale, rival, correlated=self.rules.correlated)

    def test(self, rival: Rival) -> Outcome:
        """What steps gain over the rival, compared with series drawn from the rival."""
        seen = self._fits(self.series.hits[None, :], rival)
        made = nulls.noise_of(self.series, rival, int(seen.kind[0]))
        drawn = noise.draws(self.series, rival.mean, made, size=self.rules.draws, chance=self.chance)
        return Outcome(*nulls.smallest(seen, self._fits(drawn, rival)), float(seen.null[0]), int(seen.likely[0]))
