import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines import timeline
from mediastudy.timelines.ratios import ratios


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": list("abcdef"),
                "date": ["1994-03-05", "1994-07-01", "1994-09-01", "1996-01-01", None, "1997-01-01"],
                "outlet": ["Post", "Herald", "Post", "Post", "Post", None],
                "text": ["Oru and Oru", "Voss said", "Oru here", "Voss and Voss", "Oru", "Rain fell"],
            },
            index=[9, 9, 0, 1, 2, 2],
        )
    )


def of(texts, **columns):
    rows = {"document": [f"d{place}" for place in range(len(texts))], "date": "1994", "text": texts}
    return Corpus.build(pd.DataFrame({**rows, **columns}))


def row(built, expression, phrases=("oru", "voss"), **options):
    return ratios(built, list(phrases), expression, **options).iloc[0]


def test_a_share_of_two_names_by_year():
    table = ratios(corpus(), ["oru", "voss"], "oru / (oru + voss)")
    assert table["period_label"].tolist() == ["1994", "1995", "1996", "1997"]
    assert table["hits"].tolist() == [4, 0, 2, 0]
    assert table["value"].fillna(-1).tolist() == [0.75, -1, 0, -1]
    assert table["stories_with_hit"].tolist() == [3, 0, 1, 0]
    assert table["documents"].tolist() == [3, 0, 1, 1]
    assert table["tokens"].tolist() == [7, 0, 3, 2]
    assert table["covered"].tolist() == [True, False, True, True]
    assert table["expression"].eq("oru / (oru + voss)").all()


def test_the_columns_are_the_documented_ones():
    table = ratios(corpus(), ["oru", "voss"], "oru / voss")
    assert table.dtypes.to_dict() == tables.empty("ratios").dtypes.to_dict()
    assert list(ratios(corpus(), ["oru"], "oru", by="outlet").columns) == ["outlet", *tables.COLUMNS["ratios"]]


@pytest.mark.parametrize("expression", ["oru / (oru + voss)", "oru / voss", "oru - voss", "oru * voss / (oru + 1)"])
def test_values_lie_inside_their_intervals_which_are_missing_where_they_are(expression):
    table = ratios(corpus(), ["oru", "voss"], expression)
    assert table[["low", "high"]].isna().all(axis="columns").tolist() == table["value"].isna().tolist()
    seen = table.dropna()
    assert len(seen) > 0
    assert (seen["low"] <= seen["value"]).all()
    assert (seen["value"] <= seen["high"]).all()


def test_division_by_nothing_is_missing():
    assert np.isnan(row(of(["Oru"]), "oru / voss")["value"])
    assert np.isnan(row(of(["Rain"]), "oru / (oru + voss)")[["value", "low", "high"]].astype(float)).all()


def test_none_and_all_have_sound_bounds_that_narrow_with_more_stories():
    none, more = (row(of(["Voss"] * count), "oru / (oru + voss)") for count in (5, 50))
    assert (none["value"], none["low"]) == (0, 0)
    assert 1 > none["high"] > more["high"] > 0.05
    whole = row(of(["Oru"] * 5), "oru / (oru + voss)")
    assert (whole["value"], whole["high"]) == (1, 1)
    assert whole["low"] == pytest.approx(1 - none["high"])


def test_many_hits_in_one_story_are_worth_one_where_nothing_varies():
    heaped, single = (row(of([text]), "oru / (oru + voss)") for text in ("Voss " * 30, "Voss"))
    assert heaped["high"] == pytest.approx(single["high"])


def test_copies_of_a_story_do_not_narrow_the_interval():
    texts = ["Oru", "Voss"] * 5
    once = row(of(texts), "oru / (oru + voss)")
    copied = of(texts * 4, story=[f"d{place}" for place in range(10)] * 4)
    again = row(copied, "oru / (oru + voss)")
    assert again["hits"] == 4 * once["hits"]
    assert again["stories_with_hit"] == once["stories_with_hit"]
    assert [again["low"], again["high"]] == pytest.approx([once["low"], once["high"]])
    apart = row(copied, "oru / (oru + voss)", cluster="document")
    assert apart["high"] < again["high"]


def test_a_share_and_its_rest_mirror_each_other():
    built = of(["Oru and Oru", "Voss", "Oru", "Voss and Oru"])
    share, rest, percent, balance = (
        row(built, expression)
        for expression in (
            "oru / (oru + voss)",
            "1 - oru / (oru + voss)",
            "100 * oru / (oru + voss)",
            "(oru - voss) / (oru + voss)",
        )
    )
    assert [rest["low"], rest["high"]] == pytest.approx([1 - share["high"], 1 - share["low"]])
    assert [percent["low"], percent["high"]] == pytest.approx([100 * share["low"], 100 * share["high"]])
    assert [balance["low"], balance["high"]] == pytest.approx([2 * share["low"] - 1, 2 * share["high"] - 1])


def test_a_ratio_is_its_share_transformed():
    built = of(["Oru and Oru", "Voss", "Oru", "Voss and Oru"])
    share, ratio = row(built, "oru / (oru + voss)"), row(built, "oru / voss")
    assert ratio["value"] == 2
    assert [ratio["low"], ratio["high"]] == pytest.approx([end / (1 - end) for end in (share["low"], share["high"])])


def test_a_phrase_by_one_that_holds_it_is_a_share():
    phrases = {"paired-up aid": "paired-up aid", "all aid": ["[paired-up] aid"]}
    built = of(["Paired-up aid", "Paired up aid came", "Aid"])
    found = ratios(built, phrases, "'paired-up aid' / 'all aid'").iloc[0]
    assert found["value"] == pytest.approx(2 / 3)
    assert found["high"] < 1
    without = of(["Paired-up aid"] * 3)
    assert ratios(without, phrases, "'paired-up aid' / 'all aid'").iloc[0][["value", "high"]].tolist() == [1, 1]


def test_a_sum_has_the_rate_and_interval_of_the_timeline():
    table = ratios(corpus(), {"both": "(oru|voss)"}, "both")
    rate = timeline(corpus(), {"both": "(oru|voss)"})
    assert np.array_equal(table["value"], rate["rate"], equal_nan=True)
    assert np.array_equal(table[["low", "high"]], rate[["rate_low", "rate_high"]], equal_nan=True)
    added = ratios(corpus(), ["oru", "voss"], "oru + voss")
    assert added["high"].tolist() == pytest.approx(rate["rate_high"].tolist(), nan_ok=True)


def test_a_difference_of_nothing_keeps_bounds_on_both_sides():
    found = row(of(["Rain fell"] * 5), "oru - voss")
    assert found["value"] == 0
    assert found["low"] < -100_000
    assert found["high"] > 100_000


def test_a_difference_of_phrases_that_come_together_is_better_known_than_one_of_phrases_that_do_not():
    together = row(of(["Oru and Voss"] * 20 + ["Rain fell down"] * 20), "oru - voss")
    apart = row(of(["Oru and rain"] * 20 + ["Voss fell down"] * 20), "oru - voss")
    assert together["value"] == apart["value"] == 0
    assert together["high"] < 0.8 * apart["high"]


def test_the_interval_of_any_expression_is_the_same_each_time_and_for_each_period_alone():
    whole = ratios(corpus(), ["oru", "voss"], "oru - voss")
    pd.testing.assert_frame_equal(whole, ratios(corpus(), ["oru", "voss"], "oru - voss"))
    assert whole["low"].notna().sum() == 3


def test_ends_are_missing_where_division_by_nothing_is_likely():
    # The series tells that hits come by the thirty, so that the single one of 1995 may as well have been none.
    texts = ["Oru " * 30, "Oru " * 30, *["Rain fell " * 15] * 8]
    built = of([*texts, "Oru", *["Rain fell " * 15] * 9], date=["1994"] * 10 + ["1995"] * 10)
    table = ratios(built, ["oru"], "1000 / oru")
    assert table["value"].notna().tolist() == [True, True]
    assert table["high"].notna().tolist() == [True, False]


def test_groups_have_all_periods_and_a_clashing_column_is_prefixed():
    table = ratios(corpus(), ["oru", "voss"], "oru / (oru + voss)", by="outlet")
    assert table["outlet"].fillna("?").tolist() == ["Herald"] * 4 + ["Post"] * 4 + ["?"] * 4
    assert table.groupby("period")["hits"].sum().tolist() == [4, 0, 2, 0]
    built = Corpus.build(corpus().documents.assign(value="x"))
    assert ratios(built, ["oru"], "oru", by="value").columns[0] == "document_value"


def test_own_periods_and_their_names_are_taken():
    plans = pd.DataFrame({"name": ["First"], "first": ["1994-01-01"], "last": ["1996-12-31"]})
    table = ratios(corpus(), ["oru", "voss"], "oru / (oru + voss)", every=plans)
    assert table[["period_label", "value", "hits"]].to_numpy().tolist() == [["First", 0.5, 6]]


def test_without_dates_or_documents_the_table_is_empty_with_its_columns():
    for documents in (corpus().documents.head(0), corpus().documents.assign(date=pd.NaT)):
        for expression in ("oru / (oru + voss)", "oru / voss", "oru - voss", "oru"):
            table = ratios(Corpus.build(documents), ["oru", "voss"], expression)
            pd.testing.assert_frame_equal(table, tables.empty("ratios"))


def test_only_phrases_that_the_expression_names_are_searched_and_an_unknown_name_is_refused():
    phrases = {"oru": "oru", "broken": "(("}
    assert ratios(corpus(), phrases, "oru")["hits"].sum() == 3
    with pytest.raises(ValueError, match=r"character 7: no phrase has the name 'vos'; known are oru, voss"):
        ratios(corpus(), ["oru", "voss"], "oru / vos")


def test_the_corpus_is_not_changed_and_its_frame_is_told():
    built = Corpus.build(corpus().documents)
    before = built.everything.copy()
    ratios(built, ["oru", "voss"], "oru - voss", by="outlet")
    pd.testing.assert_frame_equal(built.everything, before)
    documents = corpus().documents
    documents.attrs["frame"] = "query-selected"
    assert ratios(Corpus.build(documents), "oru", "oru").attrs == {"frame": "query-selected"}
