import numpy as np
import pandas as pd
import pytest

from mediastudy.timelines.intervals import design_effect, poisson, share_effect, wilson

# Copied from ../shared/references/garwood.csv (scipy, confirmed there by R's poisson.test; confidence 0.95).
GARWOOD = [(0, 2.5, 0.0, 1.47555178164557), (3, 1, 0.618672122895601, 8.76727306974232)]


def test_garwood_gives_the_published_ends():
    for count, exposure, low, high in GARWOOD:
        assert [float(end) for end in poisson(count, exposure)] == pytest.approx([low, high], rel=1e-10)


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        ("garwood.csv", lambda row: poisson(row.k, row.exposure, confidence=row.conf)),
        ("wilson.csv", lambda row: wilson(row.k, row.n, confidence=row.conf)),
    ],
)
def test_every_interval_agrees_with_the_reference(name, ours, shared):
    for row in pd.read_csv(shared / "references" / name, encoding="utf-8").itertuples():
        assert [float(end) for end in ours(row)] == pytest.approx([row.lower, row.upper], rel=1e-6, abs=1e-12)


def test_nothing_observed_gives_no_interval():
    assert np.isnan(poisson([0], [0])).all()
    assert np.isnan(wilson([0], [0])).all()
    assert [len(end) for end in poisson([], [])] == [0, 0]


def test_shares_of_none_and_all_end_at_zero_and_one():
    low, high = wilson([0, 7], [7, 7])
    assert low[0] == 0
    assert high[1] == 1


def test_a_design_effect_divides_counts_and_exposure():
    wide = poisson(12, 1, effect=4)
    assert [float(end) for end in wide] == pytest.approx([4 * float(end) for end in poisson(3, 1)])


def test_single_hits_spread_over_documents_have_no_design_effect():
    # Four documents of equal length, two with one hit: r n = 0.5, residual 4 * 0.25 = 1, so 4/3 * 1 / 2 < 1.
    assert design_effect([[2]], [[2]], [[4]], [[1.0]]).tolist() == [[1.0]]


def test_hits_heaped_in_one_document_have_one_that_periods_without_hits_share():
    # One of five equal documents holds all four hits: residual 3.2² + 4 * 0.8² = 12.8, so 5/4 * 12.8 / 4 = 4.
    assert design_effect([[4, 0]], [[1, 0]], [[5, 5]], [[12.8, 0.0]]) == pytest.approx(np.array([[4.0, 4.0]]))


def test_series_do_not_share_their_design_effects():
    effect = design_effect([[4], [2]], [[1], [2]], [[5], [4]], [[12.8], [1.0]])
    assert effect == pytest.approx(np.array([[4.0], [1.0]]))


def test_a_single_document_says_nothing_about_clustering():
    assert design_effect([[9]], [[1]], [[1]], [[0.0]]).tolist() == [[1.0]]


def test_the_effect_of_a_series_is_its_residuals_by_its_hits():
    # Both periods have five stories: 5/4 * 12.8 = 16 for four hits and 5/4 * 0.8 = 1 for one: together 17/5, and either
    # is drawn to it from 4 and from 1 with the weight of one story among fifty-one.
    effect = design_effect([[4, 1]], [[1, 1]], [[5, 5]], [[12.8, 0.8]])
    assert effect == pytest.approx(np.array([[(4 + 50 * 3.4) / 51, (1 + 50 * 3.4) / 51]]))


def test_periods_whose_stories_are_copied_more_have_larger_effects():
    effect = design_effect([[4, 0]], [[1, 0]], [[5, 5]], [[12.8, 0.0]], copies=[[1.0, 3.0]])
    assert effect == pytest.approx(np.array([[4.0, 12.0]]))
    assert design_effect([[0, 0]], [[0, 0]], [[5, 5]], [[0.0, 0.0]], copies=[[1.0, 3.0]]).tolist() == [[1.0, 3.0]]


def test_a_known_exposure_has_infinitely_many_stories_behind_it():
    assert design_effect([[4]], [[1]], [[np.inf]], [[16.0]]).tolist() == [[4.0]]


def test_shares_without_copies_have_no_effect_and_are_those_of_wilson():
    # One of four documents: 0.75² + 3 * 0.25² = 0.75.
    assert share_effect([[1]], [[4]], [[0.75]], [[4]], [[1]]).tolist() == [[1.0]]


def test_shares_of_stories_that_are_all_pairs_count_half_the_documents():
    # Two pairs, one with hits: 1 + 1 = 2 against 4 * 0.25 = 1 if copies were independent.
    assert share_effect([[2]], [[4]], [[2.0]], [[8]], [[1]]).tolist() == [[2.0]]


def test_pairs_of_which_one_has_a_hit_count_as_independent():
    assert share_effect([[2]], [[4]], [[0.0]], [[8]], [[2]]).tolist() == [[1.0]]


def test_copies_are_taken_as_alike_or_not_where_nothing_tells():
    assert share_effect([[0]], [[4]], [[0.0]], [[8]], [[0]]).tolist() == [[2.0]]
    assert share_effect([[0]], [[4]], [[0.0]], [[8]], [[0]], prior=0.0).tolist() == [[1.0]]
    assert share_effect([[0]], [[0]], [[0.0]], [[0]], [[0]]).tolist() == [[1.0]]


@pytest.mark.parametrize(("size", "documents"), [(1, 1000), (4, 400), (8, 800)])
def test_intervals_of_clustered_counts_cover_the_true_rate(size, documents):
    random = np.random.default_rng(size)
    covered = []
    for _ in range(40):
        lengths = random.lognormal(6.5, 0.8, (20, documents)).round()
        clusters = random.poisson(lengths * 40e-6 / size)
        hits = clusters + np.where(clusters > 0, random.negative_binomial(np.maximum(clusters, 1), 1 / size), 0)
        total, tokens = hits.sum(axis=1), lengths.sum(axis=1)
        residual = ((hits - (total / tokens)[:, None] * lengths) ** 2).sum(axis=1)
        effect = design_effect([total], [(hits > 0).sum(axis=1)], np.full((1, 20), documents), [residual])
        low, high = poisson(total, tokens, effect=effect[0])
        covered.append(((low <= 40e-6) & (high >= 40e-6)).mean())
    assert np.mean(covered) > 0.94
