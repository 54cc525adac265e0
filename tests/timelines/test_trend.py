import numpy as np
import pandas as pd
import pytest
from scipy import stats

from mediastudy import tables
from mediastudy.timelines.changes.kendall import correction, mann_kendall
from mediastudy.timelines.trend import trend


def timeline(hits, **columns):
    years = pd.to_datetime([f"{1990 + place}-01-01" for place in range(len(hits))])
    rows = pd.DataFrame({"period": years, "period_end": years, "phrase": "ferry", "hits": hits, "tokens": 10**6})
    rows = rows.assign(documents=60, documents_with_hit=hits, rate=1.0, rate_low=0.0, rate_high=9.0, covered=True)
    return rows.assign(**columns)


def test_the_test_agrees_with_kendalls_tau_where_there_is_no_autocorrelation():
    values = np.array([3.0, 1, 4, 1, 5, 9, 2, 6])
    found = mann_kendall(values, np.arange(8.0), np.arange(8))
    assert found.tau == pytest.approx(stats.kendalltau(np.arange(8), values).statistic)
    # 19 pairs rise, 8 fall, one ties: S = 11, variance (8*7*21 - 2*1*9) / 18 = 64.33, z = 10 / 8.02.
    assert found.p_uncorrected == pytest.approx(2 * stats.norm.sf(10 / np.sqrt(1158 / 18)))


def test_values_that_lean_on_the_past_are_corrected_for():
    waves = np.sin(np.arange(40) / 4)
    assert correction(waves, np.arange(40)) > 2
    assert correction(np.ones(9), np.arange(9)) == 1


def test_a_rate_that_doubles_each_year_grows_by_a_hundred_per_cent():
    row = trend(timeline([2, 4, 8, 16, 32, 64])).iloc[0]
    assert row["percent"] == pytest.approx(100, abs=1)
    assert row["percent_low"] < row["percent"] < row["percent_high"]
    assert row["slope_low"] <= row["slope"] <= row["slope_high"]
    assert row["tau"] == 1


def test_shares_grow_by_odds():
    row = trend(timeline([10, 15, 20, 25, 30]), measure="share").iloc[0]
    assert row["per"] == "document"
    assert row["percent"] > 0
    assert row["slope"] == pytest.approx(5 / 60, rel=0.01)


def test_too_few_periods_and_rates_all_alike_have_no_trend():
    for hits in ([3], [1, 2, 3], [5] * 6):
        row = trend(timeline(hits)).iloc[0]
        assert row["periods"] == len(hits)
        assert pd.isna(row["tau"])


def test_hits_in_the_last_period_alone_have_no_finite_growth():
    row = trend(timeline([0, 0, 0, 0, 5])).iloc[0]
    assert row["percent"] == np.inf
    assert pd.isna(row["percent_low"])


def test_an_empty_timeline_gives_an_empty_table_and_the_argument_stays():
    rows = timeline([1, 2, 3, 4, 6])
    rows.index = [4] * 5
    before = rows.copy(deep=True)
    assert trend(rows)["q"].tolist() == trend(rows)["p"].tolist()
    pd.testing.assert_frame_equal(rows, before)
    assert trend(rows.iloc[:0]).dtypes.to_dict() == tables.empty("trends").dtypes.to_dict()
