import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines import poisson, timeline
from mediastudy.timelines.standardising import gamma_interval, standardised


def line(rows):
    """A timeline by outlet from rows of year, outlet, hits, documents and tokens in thousands, hits being Poisson."""
    table = pd.DataFrame(rows, columns=["year", "outlet", "hits", "documents", "tokens"])
    table["tokens"] *= 1_000
    day = pd.to_datetime(table.pop("year").astype("str"))
    low, high = poisson(table["hits"], table["tokens"])
    rates = {"rate": table["hits"] / table["tokens"].where(table["tokens"] > 0) * 1e6, "rate_low": low * 1e6}
    made = table.assign(**rates, rate_high=high * 1e6, covered=table["tokens"] > 0, phrase="aid", unit="words")
    described = {"period": day, "period_end": day + pd.offsets.YearEnd(), "period_label": day.dt.strftime("%Y")}
    zero = {"documents_with_hit": 0, "stories": 0, "stories_with_hit": 0, "per": "million tokens"}
    made = tables.conform(made.assign(**described, **zero), "timeline")
    return made[["outlet", *(name for name in made if name != "outlet")]]


def entering():
    """Herald writes of aid ten times as often as Post; its share of the archive grows from a half to nine tenths."""
    return line(
        [
            (1994, "Herald", 100, 50, 100),
            (1994, "Post", 10, 50, 100),
            (1995, "Herald", 900, 450, 900),
            (1995, "Post", 10, 50, 100),
        ]
    )


def test_a_growing_outlet_changes_the_crude_rate_and_not_the_standardised_one():
    table = standardised(entering())
    assert table["crude_rate"].tolist() == pytest.approx([550, 910])
    # Herald has 1,000,000 of 1,200,000 tokens: 5/6 of 1,000 and 1/6 of 100.
    assert table["rate"].tolist() == pytest.approx([850, 850])
    assert table["panel"].tolist() == ["Herald 0.833, Post 0.167"] * 2
    assert table["outlets"].tolist() == [2, 2]
    assert table["covered"].all()
    assert table["suppressed"].isna().all()


def test_weights_may_be_stated_in_any_unit():
    half = standardised(entering(), weights={"Post": 2, "Herald": 2})
    assert half["rate"].tolist() == pytest.approx([550, 550])
    post = standardised(entering(), weights=pd.Series([1.0], index=["Post"]))
    assert post["rate"].tolist() == pytest.approx([100, 100])
    assert post["suppressed"].tolist() == ["Herald (50)", "Herald (450)"]
    assert standardised(entering(), weights={"Post": 1, "Herald": 0})["outlets"].tolist() == [1, 1]


def test_one_outlet_has_the_rate_and_interval_of_the_timeline():
    own = line([(1994, "Post", 3, 50, 100), (1995, "Post", 0, 50, 100)])
    table = standardised(own)
    for name in ("rate", "rate_low", "rate_high"):
        assert table[name].tolist() == pytest.approx(own[name].tolist())


def test_the_design_effect_of_an_outlet_widens_the_interval():
    wide = entering()
    low, high = poisson(wide["hits"], wide["tokens"], effect=4)
    wide = wide.assign(rate_low=low * 1e6, rate_high=high * 1e6)
    plain, clustered = standardised(entering()), standardised(wide)
    assert clustered["rate"].tolist() == plain["rate"].tolist()
    ratio = (clustered["rate_high"] - clustered["rate_low"]) / (plain["rate_high"] - plain["rate_low"])
    assert ratio.tolist() == pytest.approx([2, 2], rel=0.03)


def test_the_gamma_interval_is_that_of_fay_and_feuer():
    # y = 4/10 + 9/30 = 0.7 and v = 4/100 + 9/900 = 0.05, and the largest factor is 0.1.
    from scipy import stats

    low, high = gamma_interval([4, 9], [1 / 10, 1 / 30])
    assert float(low) == pytest.approx(0.05 / 1.4 * stats.chi2.ppf(0.025, 2 * 0.49 / 0.05))
    assert float(high) == pytest.approx(0.06 / 1.6 * stats.chi2.ppf(0.975, 2 * 0.64 / 0.06))


def test_without_hits_the_interval_begins_at_nothing_and_has_a_bound():
    low, high = gamma_interval([0, 0], [0.5, 0.25])
    assert (float(low), float(high)) == (0, pytest.approx(0.5 * float(poisson(0, 1).high)))


def test_intervals_of_strata_cover_the_true_rate():
    random = np.random.default_rng(1)
    size, rate, weight = np.array([40.0, 10.0, 5.0]), np.array([0.2, 0.5, 1.0]), np.array([0.5, 0.3, 0.2])
    low, high = gamma_interval(random.poisson(size * rate, (4_000, 3)), weight / size)
    truth = (weight * rate).sum()
    assert 0.95 <= ((low <= truth) & (truth <= high)).mean() <= 0.985


def test_a_thin_cell_is_named_and_its_period_has_no_rate():
    thin = line(
        [
            (1994, "Herald", 5, 50, 100),
            (1994, "Post", 5, 50, 100),
            (1995, "Herald", 5, 50, 100),
            (1995, "Post", 5, 4, 8),
            (1996, "Herald", 5, 50, 100),
            (1996, "Post", 5, 50, 100),
        ]
    )
    table = standardised(thin)
    assert table["panel"].iloc[0] == "Herald 0.591, Post 0.409"
    assert table["covered"].tolist() == [True, False, True]
    assert table[["rate", "rate_low", "rate_high"]].isna().all(axis="columns").tolist() == [False, True, False]
    assert table["suppressed"].fillna("-").tolist() == ["-", "Post (4)", "-"]
    assert table["crude_rate"].notna().all()
    assert standardised(thin, minimum=4)["covered"].all()


def test_an_outlet_of_few_periods_is_left_out_and_named_where_it_has_documents():
    rows = [(year, "Herald", 5, 50, 100) for year in range(1994, 1999)]
    table = standardised(line([*rows, (1998, "Post", 9, 60, 120)]))
    assert table["panel"].tolist() == ["Herald 1.000"] * 5
    assert table["covered"].all()
    assert table["suppressed"].fillna("-").tolist() == ["-"] * 4 + ["Post (60)"]


def test_outlets_that_never_meet_are_not_compared():
    table = standardised(line([(1994, "Herald", 5, 50, 100), (1995, "Post", 5, 50, 110)]))
    assert table["panel"].tolist() == ["Post 1.000"] * 2
    assert table["covered"].tolist() == [False, True]
    assert table["suppressed"].fillna("-").tolist() == ["Herald (50), Post (0)", "-"]


def test_of_equal_outlets_the_first_by_name_is_kept():
    table = standardised(line([(1995, "Post", 5, 50, 100), (1994, "Herald", 5, 50, 100)]))
    assert table["panel"].tolist() == ["Herald 1.000"] * 2


def test_when_no_outlet_has_enough_documents_no_period_has_a_rate():
    table = standardised(line([(1994, "Herald", 1, 2, 4), (1994, "Post", 1, 2, 4)]))
    assert (table["outlets"].tolist(), table["panel"].tolist(), table["covered"].tolist()) == ([0], [""], [False])
    assert table["rate"].isna().all()
    assert table["suppressed"].tolist() == ["Herald (2), Post (2)"]


def test_documents_without_an_outlet_are_an_outlet_of_their_own():
    unnamed = entering().assign(outlet=["Herald", None] * 2)
    assert standardised(unnamed)["panel"].iloc[0] == "Herald 0.833, unknown 0.167"


def test_phrases_and_further_groups_keep_series_of_their_own():
    two = pd.concat([entering(), entering().assign(phrase="wool", hits=0)])
    two.insert(1, "section", "news")
    table = standardised(two)
    assert list(table.columns) == ["section", *tables.COLUMNS["standardised"]]
    assert table["phrase"].tolist() == ["aid", "aid", "wool", "wool"]
    assert table["rate"].tolist() == pytest.approx([850, 850, 0, 0])


def test_the_rate_may_be_per_document():
    documents = pd.DataFrame({"document": list("abcd"), "text": ["Aid aid", "Rain", "Aid", "Rain"], "date": "1994"})
    documents["outlet"] = ["Post", "Post", "Herald", "Herald"]
    built = timeline(Corpus.build(documents), "aid", by="outlet", per="document")
    table = standardised(built, minimum=2)
    assert table[["rate", "crude_rate", "per"]].to_numpy().tolist() == [[750, 750, "thousand documents"]]


def test_an_empty_timeline_gives_the_documented_columns():
    table = standardised(entering().head(0))
    pd.testing.assert_frame_equal(table, tables.empty("standardised"))
    assert len(standardised(entering().head(1))) == 1


def test_the_argument_keeps_its_odd_index_and_its_values():
    odd = entering().set_axis([3, 3, 0, 0])
    odd.attrs["frame"] = "full"
    before = odd.copy()
    table = standardised(odd)
    pd.testing.assert_frame_equal(odd, before)
    assert isinstance(table.index, pd.RangeIndex)
    assert table.attrs == {"frame": "full"}
    assert table["rate"].tolist() == pytest.approx([850, 850])


def test_what_can_not_be_standardised_is_refused():
    with pytest.raises(ValueError, match="has no column outlet"):
        standardised(entering().drop(columns="outlet"))
    with pytest.raises(ValueError, match="several rows for one outlet"):
        standardised(pd.concat([entering(), entering()]))
    with pytest.raises(ValueError, match="name the outlet 'Times', which the timeline lacks; it has Herald, Post"):
        standardised(entering(), weights={"Times": 1})
    with pytest.raises(ValueError, match="weights must be 0 or more"):
        standardised(entering(), weights={"Post": 0})
    with pytest.raises(ValueError, match="minimum must be 1"):
        standardised(entering(), minimum=0)
