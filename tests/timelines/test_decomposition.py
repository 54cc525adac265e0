import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines import timeline
from mediastudy.timelines.decomposition import decomposition


def line(rows):
    """A timeline by outlet from rows of year, outlet, hits and tokens in thousands."""
    table = pd.DataFrame(rows, columns=["year", "outlet", "hits", "tokens"])
    table["tokens"] *= 1_000
    day = pd.to_datetime(table.pop("year").astype("str"))
    made = table.assign(
        period=day, period_end=day + pd.offsets.YearEnd(), period_label=day.dt.strftime("%Y"), documents=table["tokens"]
    )
    zero = {"documents_with_hit": 0, "stories": 0, "stories_with_hit": 0, "covered": True}
    made = tables.conform(made.assign(phrase="aid", unit="words", per="million tokens", **zero), "timeline")
    return made[["outlet", *(name for name in made if name != "outlet")]]


def two():
    """Herald goes from 100 to 200 per million and from a half to three quarters of the tokens; Post stays at 40."""
    return line([(1994, "Herald", 10, 100), (1994, "Post", 4, 100), (1995, "Herald", 60, 300), (1995, "Post", 4, 100)])


def test_a_change_is_split_into_wording_and_composition():
    table = decomposition(two(), "1994", "1995").set_index("outlet")
    assert table["rate_before"].to_dict() == pytest.approx({"Herald": 100, "Post": 40, "total": 70})
    assert table["rate_after"].to_dict() == pytest.approx({"Herald": 200, "Post": 40, "total": 160})
    assert table["weight_before"].to_dict() == pytest.approx({"Herald": 0.5, "Post": 0.5, "total": 1})
    assert table["weight_after"].to_dict() == pytest.approx({"Herald": 0.75, "Post": 0.25, "total": 1})
    # Herald: (0.5 + 0.75) / 2 * 100 = 62.5 and 0.25 * (150 - 115) = 8.75; Post: 0 and -0.25 * (40 - 115) = 18.75.
    assert table["wording"].to_dict() == pytest.approx({"Herald": 62.5, "Post": 0, "total": 62.5})
    assert table["composition"].to_dict() == pytest.approx({"Herald": 8.75, "Post": 18.75, "total": 27.5})
    assert table["change"].to_dict() == pytest.approx({"Herald": 71.25, "Post": 18.75, "total": 90})
    assert table["total"].tolist() == [False, False, True]
    assert table[["hits_before", "hits_after"]].to_numpy().tolist() == [[10, 60], [4, 4], [14, 64]]


def test_turning_time_around_turns_the_signs():
    there, back = decomposition(two(), "1994", "1995"), decomposition(two(), "1995", "1994")
    for name in ("wording", "composition", "change"):
        assert there[name].tolist() == pytest.approx((-back[name]).tolist())


def sums_hold(table):
    parts, whole = table[~table["total"]], table[table["total"]].iloc[0]
    assert parts["change"].sum() == pytest.approx(whole["rate_after"] - whole["rate_before"])
    assert whole["wording"] + whole["composition"] == pytest.approx(whole["change"])
    return table.set_index("outlet")


def test_an_outlet_that_enters_changes_the_composition_alone():
    entering = line([(1994, "Post", 4, 100), (1995, "Herald", 60, 300), (1995, "Post", 4, 100)])
    table = sums_hold(decomposition(entering, "1994", "1995"))
    assert table["rate_before"].isna().to_dict() == {"Herald": True, "Post": False, "total": False}
    assert table["wording"].tolist() == pytest.approx([0, 0, 0])
    # Herald at 200 and Post at 40, against a mean of 40 and 160: 0.75 * 100 and -0.75 * -60.
    assert table["composition"].tolist() == pytest.approx([75, 45, 120])


def test_an_outlet_that_leaves_changes_the_composition_alone():
    leaving = line([(1994, "Herald", 10, 100), (1994, "Post", 4, 100), (1995, "Post", 8, 100)])
    table = sums_hold(decomposition(leaving, "1994", "1995"))
    assert table.loc["Herald", "wording"] == 0
    assert table.loc["Herald", "weight_after"] == 0
    assert table.loc["Post", "wording"] == pytest.approx(0.75 * 40)


def test_one_outlet_has_no_composition():
    table = sums_hold(decomposition(line([(1994, "Post", 4, 100), (1995, "Post", 8, 400)]), "1994", "1995"))
    assert table["wording"].tolist() == pytest.approx([-20, -20])
    assert table["composition"].tolist() == [0, 0]


def test_equal_rates_and_weights_change_nothing():
    same = line([(year, outlet, 4, 100) for year in (1994, 1995) for outlet in ("Herald", "Post")])
    assert decomposition(same, "1994", "1995")[["wording", "composition", "change"]].eq(0).all(axis=None)


def test_several_periods_are_taken_together():
    years = line([(year, "Post", hits, 100) for year, hits in ((1994, 2), (1995, 6), (1996, 10), (1997, 30))])
    for before, after in (
        (["1994", "1995"], ["1996", "1997"]),
        (slice("1994", "1995"), slice("1996", None)),
        (slice(None, pd.Timestamp("1995-01-01")), [pd.Timestamp("1997-01-01"), "1996-01-01"]),
    ):
        table = decomposition(years, before, after)
        assert table[["rate_before", "rate_after"]].iloc[-1].tolist() == pytest.approx([40, 200])


def test_a_side_without_tokens_gives_no_change():
    empty = line([(1994, "Post", 0, 0), (1995, "Post", 8, 100)])
    table = decomposition(empty, "1994", "1995")
    assert table[["rate_before", "weight_before", "wording", "composition", "change"]].isna().all(axis=None)
    assert table["rate_after"].tolist() == [80, 80]


def test_documents_without_an_outlet_are_an_outlet_of_their_own():
    table = decomposition(two().assign(outlet=["Herald", None] * 2), "1994", "1995")
    assert table["outlet"].fillna("?").tolist() == ["Herald", "?", "total"]
    assert table["change"].iloc[-1] == pytest.approx(90)


def test_phrases_and_another_column_have_splits_of_their_own():
    several = pd.concat([two(), two().assign(phrase="wool", hits=0)]).rename(columns={"outlet": "section"})
    table = decomposition(several, "1994", "1995", over="section")
    expected = ["section" if name == "outlet" else name for name in tables.COLUMNS["decomposition"]]
    assert list(table.columns) == expected
    assert table["phrase"].tolist() == ["aid"] * 3 + ["wool"] * 3
    assert table["change"].iloc[[2, 5]].tolist() == pytest.approx([90, 0])


def test_it_splits_what_a_timeline_of_documents_shows():
    documents = pd.DataFrame({"document": list("abcd"), "text": ["Aid aid", "Rain", "Aid", "Rain"]})
    documents = documents.assign(date=["1994", "1995"] * 2, outlet=["Post", "Post", "Herald", "Herald"])
    for per, change in (("token", -1e6), ("document", -1500)):
        made = timeline(Corpus.build(documents), "aid", by="outlet", per=per)
        assert decomposition(made, "1994", "1995")["change"].iloc[-1] == pytest.approx(change)


def test_an_empty_timeline_gives_the_documented_columns():
    table = decomposition(two().head(0), "1994", "1995")
    pd.testing.assert_frame_equal(table, tables.empty("decomposition"))
    dtypes = decomposition(two(), "1994", "1995").dtypes.to_dict()
    assert dtypes == table.dtypes.to_dict()


def test_the_argument_keeps_its_odd_index_and_its_values():
    odd = two().set_axis([3, 3, 0, 0])
    odd.attrs["frame"] = "full"
    before = odd.copy()
    table = decomposition(odd, "1994", "1995")
    pd.testing.assert_frame_equal(odd, before)
    assert isinstance(table.index, pd.RangeIndex)
    assert table.attrs == {"frame": "full"}


def test_what_can_not_be_split_is_refused():
    with pytest.raises(ValueError, match="has no period '1999'; it has 1994 to 1995"):
        decomposition(two(), "1994", "1999")
    with pytest.raises(ValueError, match="1995 is both before and after"):
        decomposition(two(), slice("1994", "1995"), "1995")
    with pytest.raises(ValueError, match="holds no period"):
        decomposition(two(), [], "1995")
    with pytest.raises(ValueError, match="has no column outlet"):
        decomposition(two().drop(columns="outlet"), "1994", "1995")
    with pytest.raises(ValueError, match="several rows for one outlet"):
        decomposition(pd.concat([two(), two()]), "1994", "1995")
