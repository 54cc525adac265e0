import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.timelines.counting.cells import cells
from mediastudy.timelines.counting.proportions import laid_out, proportion
from mediastudy.timelines.intervals import wilson

ONE = np.zeros(4, dtype=np.int64)


def test_clusters_of_one_have_the_plain_wilson_interval():
    share, low, high = proportion([1, 0, 0, 1], [1, 1, 1, 1], ONE, 1)
    expected = wilson(2, 4)
    assert [float(part[0]) for part in (share, low, high)] == pytest.approx([0.5, *map(float, expected)])


def test_hits_that_go_together_in_a_cluster_count_little_more_than_one():
    _, low, high = proportion([10, 0, 0, 10], [10, 10, 10, 10], ONE, 1)
    expected = wilson(2, 4)
    assert [float(low[0]), float(high[0])] == pytest.approx([float(end) for end in expected])


def test_all_and_none_end_at_one_and_zero_for_as_many_as_there_are_clusters():
    share, low, high = proportion([3, 3, 0, 0], [3, 3, 3, 3], np.array([0, 0, 1, 1]), 2)
    assert share.tolist() == [1, 0]
    assert high.tolist()[0] == 1
    assert low.tolist()[1] == 0
    assert [float(low[0]), float(high[1])] == pytest.approx([float(wilson(2, 2).low), float(wilson(0, 2).high)])


def test_a_single_cluster_is_worth_one():
    _, low, high = proportion([2], [5], ONE[:1], 1)
    expected = wilson(0.4, 1)
    assert [float(low[0]), float(high[0])] == pytest.approx([float(end) for end in expected])


def test_nothing_to_share_has_no_share_and_no_interval():
    assert np.isnan(np.array(proportion([0, 0], [0, 0], ONE[:2], 2))).all()
    assert [len(part) for part in proportion([], [], ONE[:0], 0)] == [0, 0, 0]


def test_intervals_of_clustered_shares_cover_the_true_share():
    random = np.random.default_rng(1)
    size, clusters = 400, 40
    place = np.repeat(np.arange(size), clusters)
    whole = random.integers(1, 6, size * clusters)
    part = random.binomial(whole, random.beta(1.2, 2.8, size * clusters))
    _, low, high = proportion(part, whole, place, size)
    assert 0.92 < ((low <= 0.3) & (high >= 0.3)).mean() < 0.98


def test_rows_go_by_group_name_and_period():
    documents = pd.DataFrame(
        {"document": ["a", "b"], "text": "Aid", "date": ["1994", "1995"], "hits": ["x", "y"], "outlet": ["P", "Q"]}
    )
    made = cells(Corpus.build(documents), every="year", by=["hits", "outlet"])
    counts = [
        {name: np.arange(4) + 10 * place for name in ("hits", "hits_in_quotations", "documents_with_hit", "covered")}
        for place in range(2)
    ]
    table = laid_out(made, pd.DataFrame({"phrase": ["m", "n"]}), counts, table="quoted_hits")
    assert table.columns[:2].tolist() == ["document_hits", "outlet"]
    assert table["hits"].tolist() == [0, 1, 10, 11, 2, 3, 12, 13]
    assert table["phrase"].tolist() == ["m", "m", "n", "n"] * 2
    assert table["period_label"].tolist() == ["1994", "1995"] * 4
