import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.timelines.counting.resampling import Drawn, resampled, weights
from mediastudy.timelines.intervals import poisson
from mediastudy.timelines.timeline import timeline

ENDS = ["rate_low", "rate_high"]


def keys(number):
    return np.arange(number, dtype=np.uint64)


def test_weights_are_poisson_numbers_of_mean_one():
    drawn = weights(keys(2_000), 500).astype(float)
    assert drawn.mean() == pytest.approx(1, abs=0.01)
    assert drawn.var() == pytest.approx(1, abs=0.01)
    assert (drawn == 0).mean() == pytest.approx(np.exp(-1), abs=0.003)


def test_weights_of_a_cluster_do_not_depend_on_the_others_or_on_how_many_replicates_there_are():
    whole = weights(keys(9), 50)
    assert weights(keys(9)[[7, 2]], 50).tolist() == whole[[7, 2]].tolist()
    assert weights(keys(9), 13).tolist() == whole[:, :13].tolist()


def test_weights_of_clusters_and_replicates_are_independent():
    drawn = weights(keys(400), 400).astype(float)
    between = np.corrcoef(drawn)[np.triu_indices(400, 1)]
    assert abs(between.mean()) < 0.001
    assert between.std() == pytest.approx(1 / 20, rel=0.05)


def even(hits, effect=1.0):
    """One cell of clusters of a hundred tokens."""
    drawn = Drawn(
        keys(len(hits)), np.zeros(len(hits), dtype=np.int64), np.full(len(hits), 100.0), np.array([100.0 * len(hits)])
    )
    low, high = resampled(drawn, np.array([hits]), np.array([[effect]]))
    return float(low[0, 0]), float(high[0, 0])


def test_scattered_hits_have_about_the_exact_interval():
    low, high = even([1] * 40 + [0] * 960)
    exact = [float(end) for end in poisson(40, 100_000)]
    assert [low, high] == pytest.approx(exact, rel=0.08)


def test_a_larger_effect_widens_the_interval():
    narrow, wide = even([1] * 40 + [0] * 960), even([1] * 40 + [0] * 960, effect=4.0)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_there_is_nothing_to_draw_without_hits_or_from_one_cluster():
    assert np.isnan(even([0, 0, 0])).all()
    assert np.isnan(even([3])).all()
    assert np.isnan(even([2, 2, 2])).all()


def test_a_known_exposure_stays_what_it_is():
    drawn = Drawn(keys(4), np.zeros(4, dtype=np.int64), np.zeros(4), np.array([1000.0]))
    low, high = resampled(drawn, np.array([[1, 1, 1, 1]]), np.array([[1.0]]))
    assert 0 <= low[0, 0] < 0.004 < high[0, 0] < 0.02


def documents(number=60):
    place = np.arange(number)
    return pd.DataFrame(
        {
            "document": [f"d{one}" for one in place],
            "story": [f"d{one // 3 * 3}" for one in place],
            "date": pd.Timestamp("1994-01-01") + pd.to_timedelta(place * 20, unit="D"),
            "outlet": np.where(place % 2 == 0, "Post", "Herald"),
            "text": ["aid and more aid" if one % 9 < 3 else "nothing of the kind" for one in place],
        }
    )


def test_the_order_of_documents_changes_nothing():
    one = timeline(Corpus.build(documents()), "aid", interval="bootstrap")
    other = timeline(Corpus.build(documents().sample(frac=1, random_state=3)), "aid", interval="bootstrap")
    pd.testing.assert_frame_equal(one, other, check_exact=True)


def test_other_documents_change_nothing_in_a_series_of_its_own():
    whole = timeline(Corpus.build(documents()), "aid", by="outlet", interval="bootstrap")
    part = Corpus.build(documents().query("outlet == 'Post'"))
    alone = timeline(part, "aid", by="outlet", interval="bootstrap")
    of_post = whole[whole["outlet"] == "Post"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone, of_post[of_post["period"].isin(alone["period"])].reset_index(drop=True))


def test_the_bootstrap_holds_the_rate_and_has_the_analytic_bound_without_hits():
    table = timeline(Corpus.build(documents()), ["aid", "war"], interval="bootstrap")
    analytic = timeline(Corpus.build(documents()), ["aid", "war"])
    assert (table["rate_low"] <= table["rate"]).all()
    assert (table["rate"] <= table["rate_high"]).all()
    none = table["phrase"] == "war"
    pd.testing.assert_frame_equal(table.loc[none, ENDS], analytic.loc[none, ENDS])
    assert not np.allclose(table.loc[~none, ENDS], analytic.loc[~none, ENDS])


def test_many_clusters_in_one_cell_are_drawn_in_blocks():
    low, high = even([1] * 300 + [0] * 4_700)
    assert [low, high] == pytest.approx([float(end) for end in poisson(300, 500_000)], rel=0.04)


def test_the_bootstrap_covers_the_rate_of_clustered_hits():
    random = np.random.default_rng(5)
    cell = np.arange(400).repeat(150)
    hits = np.where(random.random(len(cell)) < 0.1, random.geometric(0.4, len(cell)), 0)
    truth, phi = 0.1 / 0.4 / 100, (2 - 0.4) / 0.4
    drawn = Drawn(keys(len(cell)), cell, np.full(len(cell), 100.0), np.full(400, 15_000.0))
    low, high = resampled(drawn, hits[None], np.full((1, 400), phi), replicates=400)
    assert 0.92 < ((low <= truth) & (truth <= high)).mean() < 0.99
