import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from mediastudy.terms import contingency

# The word freedom in the inaugural addresses of ../shared/references (worked_examples.json, freedom_g2).
FREEDOM = (124, 124 + 40_402, 124 + 64, 139_861)


def test_log_likelihood_of_four_cells_has_the_sign_of_the_difference():
    assert contingency.log_likelihood(*FREEDOM) == pytest.approx(110.02716678008062, rel=1e-12)
    observed, row, column, total = FREEDOM
    assert contingency.log_likelihood(column - observed, total - row, column, total) == pytest.approx(-110.0271667800)


def test_arguments_broadcast():
    assert contingency.log_likelihood([[2], [1]], 4, 4, 20).shape == (2, 1)
    assert contingency.chi_squared([2, 1], 4, 4, [[20], [40]]).shape == (2, 2)


def test_a_kind_that_never_occurs_says_nothing():
    assert contingency.log_likelihood([0, 0], [0, 4], [4, 0], [20, 20]).tolist() == [0, 0]


def test_a_difference_of_one_token_keeps_its_digits_in_a_large_corpus():
    # Computed with 50 digits from the formula of the four cells.
    assert contingency.log_likelihood(501, 500_000_000, 1_000, 1_000_000_000) == pytest.approx(
        0.0040000066666747, rel=1e-8
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 60), min_size=4, max_size=4).filter(lambda cells: sum(cells) > 0))
def test_measures_equal_those_of_scipy(cells):
    table = np.array(cells, float).reshape(2, 2)
    margins = (cells[0], cells[0] + cells[1], cells[0] + cells[2], sum(cells))
    if min(*table.sum(axis=0), *table.sum(axis=1)) == 0:
        return
    likelihood = chi2_contingency(table, correction=False, lambda_="log-likelihood")[0]
    assert abs(contingency.log_likelihood(*margins)) == pytest.approx(likelihood, abs=1e-9)
    for yates in (False, True):
        assert abs(contingency.chi_squared(*margins, yates=yates)) == pytest.approx(
            chi2_contingency(table, correction=yates)[0], abs=1e-9
        )
