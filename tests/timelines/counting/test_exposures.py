import numpy as np
import pandas as pd
import pytest

from mediastudy.timelines.counting.exposures import effects, exposure, keyed
from mediastudy.timelines.intervals import poisson


def rows(**columns):
    years = pd.to_datetime(["1994-01-01", "1995-01-01"])
    table = pd.DataFrame({"outlet": ["Post", None], "period": years, "period_end": years + pd.Timedelta(days=364)})
    fixed = {"phrase": "aid", "hits": [4, 0], "documents": 500, "tokens": 2_000_000, "per": "million tokens"}
    return table.assign(**fixed, rate=[2.0, 0.0], rate_low=[0.5, 0.0], rate_high=[5.0, 1.9]).assign(**columns)


def test_columns_before_the_period_name_the_series():
    table, keys = keyed(rows().set_index(pd.Index([7, 7])))
    assert keys == ["outlet", "phrase", "variant", "unit"]
    assert table.index.tolist() == [0, 1]
    assert table["variant"].isna().all()


def test_a_table_without_periods_is_refused():
    with pytest.raises(ValueError, match="the timeline has no column period_end"):
        keyed(rows().drop(columns="period_end"))


def test_exposure_follows_what_the_rate_is_per():
    assert exposure(rows()).tolist() == [2.0, 2.0]
    assert exposure(rows(per="thousand documents")).tolist() == [0.5, 0.5]
    assert exposure(rows(per=["thousand documents", "million tokens"], documents=[100, 100])).tolist() == [0.1, 2.0]
    with pytest.raises(ValueError, match="per thousand published articles, whose number it does not hold"):
        exposure(rows(per="thousand published articles"))


@pytest.mark.parametrize("effect", [1.0, 1.7, 12.0])
@pytest.mark.parametrize("hits", [0, 1, 5, 400, 90_000])
def test_effects_are_those_that_made_the_interval(effect, hits):
    low, high = poisson([hits, hits], 2.0, effect=effect)
    assert effects(rows(hits=hits, rate_low=low, rate_high=high)).tolist() == pytest.approx([effect] * 2, rel=0.01)


def test_a_row_without_an_interval_has_no_effect():
    assert np.isnan(effects(rows(rate_low=np.nan, rate_high=np.nan))).all()
    assert effects(rows().head(0)).tolist() == []


def test_a_period_that_is_not_covered_has_no_exposure():
    assert exposure(rows(per="thousand documents", covered=[True, False])).tolist() == [0.5, 0]


def test_a_group_whose_name_is_taken_is_prefixed():
    table, keys = keyed(rows().rename(columns={"outlet": "label"}), ["label"])
    assert keys[0] == table.columns[0] == "document_label"
