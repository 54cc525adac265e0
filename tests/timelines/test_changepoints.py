import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.timelines.changemodels import change_models
from mediastudy.timelines.changepoints import change_points

LOW = [9, 11, 10, 12, 8, 10, 9, 11]
HIGH = [30, 28, 31, 29, 27, 32, 30, 29]


def timeline(hits, *, tokens=10**6, phrase="ferry", first=1990):
    years = pd.to_datetime([f"{first + place}-01-01" for place in range(len(hits))])
    rows = pd.DataFrame(
        {
            "period": years,
            "period_end": years + pd.DateOffset(years=1) - pd.Timedelta(days=1),
            "period_label": years.year.astype("str"),
            "phrase": phrase,
            "variant": None,
            "hits": hits,
            "documents_with_hit": hits,
            "documents": 60,
            "tokens": tokens,
            "unit": "words",
            "per": "million tokens",
            "rate": np.asarray(hits, dtype=float),
            "rate_low": 0.0,
            "rate_high": 99.0,
        }
    )
    return rows.assign(covered=rows["tokens"] > 0)


def test_a_step_is_found_with_the_first_period_of_the_new_level():
    table = change_points(timeline(LOW + HIGH))
    assert table["period_label"].tolist() == ["1998"]
    row = table.iloc[0]
    assert row["rate_before"] == 10
    assert row["rate_after"] == 29.5
    assert row["ratio"] == pytest.approx(2.95)
    assert row["ratio_low"] < 2.95 < row["ratio_high"]
    assert row["low"] <= row["period"] <= row["high"]
    assert row["probability"] > 0.9
    assert row["q"] == row["p"] <= 0.05
    assert row["explanation"].startswith("Steps explain the series better than a level (p = 0.003) and a drift")


def test_a_level_and_a_drift_have_no_step():
    drift = [5, 6, 8, 9, 12, 15, 18, 22, 28, 34, 42, 52, 64, 79, 97, 120]
    table = change_models(pd.concat([timeline(LOW + LOW), timeline(drift, phrase="bridge")]))
    assert table["phrase"].tolist() == ["ferry", "bridge"]
    assert table["changes"].tolist() == [0, 0]
    assert table["model"].tolist() == ["level", "drift"]
    assert (table["q"] >= table["p"]).all()
    assert len(change_points(timeline(drift))) == 0


def test_shares_step_too():
    table = change_points(timeline(LOW + HIGH), measure="share")
    assert table[["per", "measure", "period_label"]].to_numpy().tolist() == [["document", "share", "1998"]]
    assert table["rate_before"].tolist() == pytest.approx([10 / 60])


def test_a_gap_is_no_data_and_the_interval_spans_it():
    hits = [*LOW, 0, 0, *HIGH]
    tokens = [10**6] * 8 + [0, 0] + [10**6] * 8
    row = change_points(timeline(hits, tokens=tokens)).iloc[0]
    assert row["period_label"] == "2000"
    assert row["low"].year == 1998
    assert row["rate_before"] == 10


def test_what_is_too_short_or_empty_of_hits_is_untestable():
    for hits in ([5], [1, 9], [0] * 12):
        table = change_models(timeline(hits))
        assert table["model"].tolist() == ["untestable"]
        assert table["p"].isna().all()
        assert change_points(timeline(hits)).empty


def test_ties_all_alike_are_a_level():
    assert change_models(timeline([7] * 12))["model"].tolist() == ["level"]


def test_an_empty_timeline_gives_empty_tables():
    rows = timeline([1]).iloc[:0]
    for function, name in ((change_points, "change_points"), (change_models, "change_models")):
        table = function(rows)
        assert table.dtypes.to_dict() == tables.empty(name).dtypes.to_dict()


def test_groups_stay_apart_and_the_argument_stays_as_it_is_whatever_its_index():
    rows = pd.concat([timeline(LOW + HIGH).assign(outlet="Post"), timeline(LOW + LOW).assign(outlet="Herald")])
    rows = rows[["outlet", *rows.columns[:-1]]]
    rows.index = [3] * len(rows)
    before = rows.copy(deep=True)
    table = change_points(rows.sample(frac=1, random_state=1))
    assert table["outlet"].tolist() == ["Post"]
    assert table["q"].tolist() == [2 * table["p"].iloc[0]]
    assert list(table.index) == [0]
    pd.testing.assert_frame_equal(rows, before)


def test_options_that_are_none_are_refused():
    for options, words in (
        ({"measure": "hits"}, "measure must be one of rate, share"),
        ({"against": "wave"}, "against must be one of level, drift, curve"),
        ({"confidence": 95}, "confidence must be"),
    ):
        with pytest.raises(ValueError, match=words):
            change_points(timeline(LOW), **options)


def test_a_series_too_long_is_refused():
    with pytest.raises(ValueError, match="more than 400"):
        change_points(timeline([1] * 401, first=1700))
