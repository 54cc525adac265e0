import numpy as np
import pandas as pd
import pytest

from mediastudy.timelines.changes import segments
from mediastudy.timelines.changes.segments import Series


def series(hits, exposure=None, *, share=False):
    hits = np.array(hits, dtype=float)
    size = np.ones(len(hits)) if exposure is None else np.array(exposure, dtype=float)
    return Series(hits, size, np.arange(len(hits)), share=share)


def test_the_best_cuts_part_the_levels():
    found = segments.best(segments.stretches(series([1, 1, 1, 9, 9, 9, 4, 4, 4]), np.inf).fit, 2)
    assert found[2][1] == [3, 6]


def test_no_stretch_is_shorter_than_two_periods():
    found = segments.best(segments.stretches(series([1, 1, 90, 1, 1]), np.inf).fit, 4)
    assert [cuts for _, cuts in found] == [[], [3]]


def test_exposure_alone_makes_no_difference_between_stretches():
    known = segments.stretches(series([10, 10, 10, 30, 30, 30], [1, 1, 1, 3, 3, 3]), np.inf).evidence
    assert segments.numbers_of_cuts(known, 1)[0] > 0.5


def test_probabilities_of_dates_add_up_and_a_certain_step_has_nearly_all():
    dates = segments.dates(segments.stretches(series([1] * 8 + [60] * 8), np.inf).evidence, 1)
    assert dates.sum() == pytest.approx(1)
    assert dates[0, 8] > 0.99


def test_shares_and_varying_rates_are_cut_alike():
    assert segments.best(segments.stretches(series([1, 1, 8, 8], [9] * 4, share=True), 20.0).fit, 1)[1][1] == [2]
    assert segments.best(segments.stretches(series([1, 1, 8, 8]), 5.0).fit, 1)[1][1] == [2]


def test_the_coal_mining_disasters_change_in_1892(shared):
    # ../shared/references/coal_reference.json: exact Poisson fits, and the posterior of a single change (last years
    # 1886 to 1892, so that the new regime begins in 1887 to 1893, hold 0.88 of it).
    coal = series(pd.read_csv(shared / "references" / "coal_disasters.csv")["count"])
    known = segments.stretches(coal, np.inf)
    found = segments.best(known.fit, 3)
    assert [[1851 + cut for cut in cuts] for _, cuts in found] == [[], [1892], [1892, 1948], [1892, 1930, 1948]]
    assert 2 * (found[1][0] - found[0][0]) == pytest.approx(178.098 - 108.110, abs=0.05)
    dates = segments.dates(known.evidence, 1)[0]
    assert dates[1892 - 1851] == pytest.approx(0.245, abs=0.005)
    assert [1851 + end for end in segments.shortest(dates, 0.87, 41)] == [1887, 1893]
