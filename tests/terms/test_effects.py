import numpy as np
import pytest

from mediastudy.terms import effects
from mediastudy.terms.effects import Frequencies

# 8 of 100 tokens against 2 of 200; 4 of 100 against none; none against 2 of 200.
COUNTS = Frequencies.of([8, 4, 0], [2, 0, 2], 100, 200)


def test_relative_frequencies_are_compared_not_frequencies():
    assert effects.risk_ratio(COUNTS).tolist() == [8.0, np.inf, 0.0]
    assert effects.difference_percent(COUNTS).tolist() == pytest.approx([700, np.inf, -100])


def test_half_an_occurrence_stands_for_none_in_the_log_ratio():
    assert effects.log_ratio(COUNTS).tolist() == pytest.approx([3, 4, -1])


def test_odds_leave_the_type_out_of_the_other_tokens():
    assert effects.odds_ratio(COUNTS).tolist() == pytest.approx([(8 / 92) / (2 / 198), np.inf, 0])


def test_a_type_that_is_the_whole_target_has_infinite_odds():
    assert effects.odds_ratio(Frequencies.of([5], [1], 5, 10)).tolist() == [np.inf]


def test_bayes_factors_ignore_the_sign():
    assert effects.bic([-10, 10], COUNTS).tolist() == pytest.approx([10 - np.log(300)] * 2)


def test_ell_is_missing_where_an_expectation_is_one_or_less():
    assert np.isnan(effects.ell(Frequencies.of([3, 4], [0, 0], 100, 200))).tolist() == [True, False]


def test_simple_maths_is_the_example_of_sketch_engine():
    # documentation of Sketch Engine, in ../shared/references (worked_examples.json, simple_maths_sketch_engine)
    counts = Frequencies.of([35], [263], 112_289_776, 1_559_716_979)
    assert effects.simple_maths(counts, 1).tolist() == pytest.approx([1.1224291757])


def test_a_heavier_prior_draws_log_odds_to_zero():
    light, heavy = (effects.log_odds(COUNTS, prior)[0] for prior in (1, 1000))
    assert (np.abs(heavy) < np.abs(light)).all()
    assert (np.sign(heavy) == [1, 1, -1]).all()


def test_two_cells_have_a_g2_of_their_own():
    # the word freedom in ../shared/references (worked_examples.json, freedom_g2)
    counts = Frequencies.of([124, 64], [64, 124], 40_526, 99_335)
    assert effects.log_likelihood_2cell(counts)[0] == pytest.approx(109.85894675471312)
    assert effects.log_ratio(counts)[0] == pytest.approx(2.247650655902103)
