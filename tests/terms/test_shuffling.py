import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chisquare

from mediastudy.terms.labels import unpacked
from mediastudy.terms.shuffling import Groups, draw, draws


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 30)), min_size=1, max_size=5), st.integers(0, 5))
def test_each_group_keeps_its_number_of_target_stories(sizes, seed):
    groups = Groups(np.array([size for size, _ in sizes]), np.array([min(pair) for pair in sizes]))
    labels = unpacked(draw(groups, np.random.default_rng(seed)))
    starts = np.cumsum(groups.sizes) - groups.sizes
    assert (np.add.reduceat(labels.astype(int), starts, axis=0) == groups.targets[:, None]).all()


@pytest.mark.parametrize("targets", [1, 2, 4])
def test_every_choice_of_stories_is_equally_likely(targets):
    source = draws(Groups(np.array([5]), np.array([targets])), seed=3)
    labels = np.hstack([unpacked(words) for words in itertools.islice(source, 40)])
    codes = (labels * 2 ** np.arange(5)[:, None]).sum(axis=0)
    found = np.unique(codes, return_counts=True)[1]
    assert len(found) == len(list(itertools.combinations(range(5), targets)))
    assert chisquare(found).pvalue > 0.001


def test_permutations_of_one_draw_are_independent():
    labels = unpacked(draw(Groups(np.array([400]), np.array([200])), np.random.default_rng(1))).astype(float)
    together = np.corrcoef(labels.T)[np.triu_indices(256, 1)]
    assert abs(together.mean()) < 0.002
    assert together.std() == pytest.approx(1 / np.sqrt(399), rel=0.05)


def test_a_draw_depends_on_seed_and_number_alone():
    groups = Groups(np.array([7, 3]), np.array([2, 1]))
    first, second = itertools.islice(draws(groups, seed=5), 2)
    again = list(itertools.islice(draws(groups, seed=5), 2))
    assert np.array_equal(again[1], second)
    assert not np.array_equal(first, second)
    assert not np.array_equal(first, next(draws(groups, seed=6)))
