import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines.intervals import poisson
from mediastudy.timelines.smoothing import METHODS, smoothed
from mediastudy.timelines.timeline import timeline


def yearly(hits, millions, **columns):
    years = pd.date_range("1990-01-01", periods=len(hits) + 1, freq="YS")
    size = np.asarray(millions, dtype=float)
    rows = pd.DataFrame({"period": years[:-1], "phrase": "aid", "hits": hits, "tokens": (size * 1e6).astype(int)})
    rows = rows.assign(period_end=years[1:] - pd.Timedelta(days=1), documents=9, rate_low=0.0, rate_high=9.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return rows.assign(rate=np.asarray(hits) / size, covered=size > 0).assign(**columns)


def test_the_moving_average_is_all_hits_by_all_tokens():
    table = smoothed(yearly([1, 9, 2, 0], [1, 1, 4, 1]), span=3)
    assert table["smooth"].tolist() == pytest.approx([10 / 2, 12 / 6, 11 / 6, 2 / 5])
    assert table[["smooth_low", "smooth_high"]].isna().all(axis=None)
    assert smoothed(yearly([1, 9], [1, 3]), span=1)["smooth"].tolist() == [1, 3]


def test_a_gap_stays_a_gap_in_the_moving_average_and_loess():
    rows = yearly([2, 0, 4, 4, 4], [1, 0, 1, 1, 1])
    average = smoothed(rows, span=3)
    assert average["smooth"].isna().tolist() == [False, True, False, False, False]
    assert average["smooth"].dropna().tolist() == [2, 4, 4, 4]
    assert average["covered"].tolist() == [True, False, True, True, True]
    assert smoothed(rows, method="loess")["smooth"].isna().tolist() == [False, True, False, False, False]


def test_the_spline_bridges_a_gap_but_does_not_go_beyond_the_ends():
    table = smoothed(yearly([0, 20, 22, 0, 26, 28, 0], [0, 1, 1, 0, 1, 1, 0]), method="spline")
    assert table["smooth"].isna().tolist() == [True, False, False, False, False, False, True]
    assert table["smooth"].iloc[3] == pytest.approx(24, rel=0.05)
    assert not table["covered"].iloc[3]


def test_loess_follows_a_straight_line_exactly_and_never_goes_below_nought():
    table = smoothed(yearly([1, 2, 3, 4, 5, 6], [1] * 6), method="loess", span=1)
    # Years are of 365 and 366 days, so that a line by periods is nearly one by days.
    assert table["smooth"].tolist() == pytest.approx([1, 2, 3, 4, 5, 6], abs=0.01)
    assert smoothed(yearly([9, 1, 0, 0], [1] * 4), method="loess", span=0.75)["smooth"].min() >= 0


def test_loess_weighs_a_period_by_its_tokens():
    thin = smoothed(yearly([3, 3, 3, 1, 3, 3, 3], [1, 1, 1, 0.01, 1, 1, 1]), method="loess", span=1)
    assert thin["smooth"].iloc[3] < 5


def test_the_spline_of_a_level_is_level_and_its_band_holds_it():
    table = smoothed(yearly([30, 28, 33, 31, 29, 30, 27, 32], [1] * 8), method="spline")
    assert table["smooth"].between(29, 31.5).all()
    assert (table["smooth_low"] < 30).all()
    assert (table["smooth_high"] > 30).all()


def test_the_band_is_wider_where_less_was_observed():
    table = smoothed(yearly([3, 300, 310, 305, 290, 3], [0.01, 1, 1, 1, 1, 0.01]), method="spline")
    width = np.log(table["smooth_high"] / table["smooth_low"])
    assert width.iloc[0] > 1.5 * width.iloc[2]


def test_few_periods_or_no_hits_have_a_common_rate_with_its_interval():
    few = smoothed(yearly([2, 4, 0], [1, 2, 0]), method="spline")
    low, high = poisson(6, 3)
    assert few["smooth"].iloc[:2].tolist() == [2, 2]
    assert few[["smooth_low", "smooth_high"]].iloc[0].tolist() == pytest.approx([float(low), float(high)])
    silent = smoothed(yearly([0] * 6, [1] * 6), method="spline")
    assert silent["smooth"].tolist() == [0] * 6
    assert silent["smooth_high"].tolist() == pytest.approx([float(poisson(0, 6).high)] * 6)


def test_hits_at_one_end_alone_do_no_harm():
    table = smoothed(yearly([0] * 10 + [40], [1] * 11), method="spline")
    assert np.isfinite(table[["smooth", "smooth_low", "smooth_high"]]).all(axis=None)
    assert table["smooth"].iloc[0] < 1


@pytest.mark.parametrize("method", METHODS)
def test_each_series_is_smoothed_by_itself_and_rows_keep_their_order(method):
    one, two = yearly([8, 9, 10, 11, 12], [1] * 5, outlet="Post"), yearly([1, 1, 2, 2, 3], [1] * 5, outlet=None)
    both = pd.concat([one, two])
    both = both[["outlet", *both.columns.drop("outlet")]]
    before = both.copy()
    table = smoothed(both.iloc[::-1], method=method)
    assert list(table.columns) == ["outlet", *tables.COLUMNS["smoothed"]]
    assert table["outlet"].fillna("?").tolist() == ["?"] * 5 + ["Post"] * 5
    alone = smoothed(one, method=method)
    assert table["smooth"].iloc[5:].tolist() == pytest.approx(alone["smooth"].iloc[::-1].tolist())
    assert table["method"].eq(method).all()
    pd.testing.assert_frame_equal(both, before)


@pytest.mark.parametrize("method", METHODS)
def test_nothing_one_row_and_nothing_observed(method):
    expected = tables.empty("smoothed").dtypes.to_dict()
    assert smoothed(yearly([1], [1]).head(0), method=method).dtypes.to_dict() == expected
    assert smoothed(yearly([3], [1]), method=method)["smooth"].tolist() == [3]
    assert smoothed(yearly([0], [0]), method=method)["smooth"].isna().all()


def test_a_timeline_of_a_corpus_can_be_smoothed():
    years = [str(year) for year in range(1990, 2000)]
    built = Corpus.build(pd.DataFrame({"document": years, "date": years, "text": ["more aid came"] * 10}))
    table = smoothed(timeline(built, "aid", per="document"), method="spline")
    assert table["per"].eq("thousand documents").all()
    assert table["smooth"].tolist() == pytest.approx([1000] * 10)
    assert table["period_label"].tolist() == years


@pytest.mark.parametrize(
    ("method", "span", "message"),
    [
        ("mean", None, "method must be one of moving average, loess, spline"),
        ("moving average", 4, "an odd number of periods"),
        ("moving average", 2.5, "an odd number of periods"),
        ("loess", 3, "above 0 up to 1, not 3"),
        ("loess", 0, "above 0 up to 1, not 0"),
        ("spline", 3, "A spline takes no span"),
    ],
)
def test_a_span_that_does_not_fit_is_refused(method, span, message):
    with pytest.raises(ValueError, match=message):
        smoothed(yearly([1, 2], [1, 1]), method=method, span=span)
