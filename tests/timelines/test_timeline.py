import json
import re

import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines import poisson, timeline, wilson


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d", "e"],
                "date": ["1994-03-05", "1994-07-01", "1996-01-01", None, "1997-01-01"],
                "outlet": ["Post", "Herald", "Post", "Post", None],
                "text": ["Foreign aid and aid", "No help", "More aid", "Aid", ""],
            },
            index=[9, 9, 0, 1, 2],
        )
    )


def test_every_period_between_the_first_and_the_last_has_a_row():
    table = timeline(corpus(), "aid")
    assert table["period"].dt.year.tolist() == [1994, 1995, 1996, 1997]
    assert table["hits"].tolist() == [2, 0, 1, 0]
    assert table["documents_with_hit"].tolist() == [1, 0, 1, 0]
    assert table["documents"].tolist() == [2, 0, 1, 1]
    assert table["tokens"].tolist() == [6, 0, 2, 0]
    assert table["covered"].tolist() == [True, False, True, False]
    assert table["rate"].fillna(-1).tolist() == pytest.approx([2e6 / 6, -1, 5e5, -1])
    assert table["share"].fillna(-1).tolist() == [0.5, -1, 1, 0]
    assert table["phrase"].tolist() == ["aid"] * 4
    assert table["variant"].isna().all()


def test_the_columns_are_the_documented_ones():
    table = timeline(corpus(), "aid")
    assert table.dtypes.to_dict() == tables.empty("timeline").dtypes.to_dict()
    assert list(timeline(corpus(), "aid", by="outlet").columns) == ["outlet", *tables.COLUMNS["timeline"]]


def test_intervals_are_missing_exactly_where_nothing_was_observed():
    table = timeline(corpus(), "aid")
    assert table[["rate", "rate_low", "rate_high"]].isna().all(axis="columns").tolist() == [False, True, False, True]
    assert table[["share", "share_low", "share_high"]].isna().all(axis="columns").tolist() == [
        False,
        True,
        False,
        False,
    ]
    seen = table.dropna()[["rate_low", "rate", "rate_high"]]
    assert (seen["rate_low"] <= seen["rate"]).all()
    assert (seen["rate"] <= seen["rate_high"]).all()


def test_shares_have_wilson_and_scattered_hits_garwood_intervals():
    table = timeline(corpus(), "aid")
    assert table.loc[0, ["share_low", "share_high"]].tolist() == pytest.approx([float(end) for end in wilson(1, 2)])
    single = Corpus.build(pd.DataFrame({"document": ["a"], "date": ["1994"], "text": ["aid now"]}))
    low, high = poisson(1, 2)
    assert timeline(single, "aid").loc[0, ["rate_low", "rate_high"]].tolist() == pytest.approx([low * 1e6, high * 1e6])


def series(texts):
    return pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "date": "1994", "text": texts})


def test_hits_heaped_in_one_document_widen_the_interval():
    spread = timeline(Corpus.build(series(["aid and more of it"] * 4 + ["one two three four five"] * 4)), "aid").iloc[0]
    heaped = timeline(Corpus.build(series(["aid aid aid aid it"] + ["one two three four five"] * 7)), "aid").iloc[0]
    assert spread["rate"] == heaped["rate"]
    assert heaped["rate_high"] > 1.3 * spread["rate_high"]
    assert heaped["rate_low"] < spread["rate_low"]


def test_a_period_without_hits_has_an_upper_bound_that_knows_of_the_clusters():
    heaped = series(["aid aid aid aid it"] + ["one two three four five"] * 7)
    quiet = series(["one two three four five"] * 8).assign(date="1995", document=lambda rows: "q" + rows["document"])
    table = timeline(Corpus.build(pd.concat([heaped, quiet])), "aid")
    plain = float(poisson(0, 40).high) * 1e6
    assert table.loc[1, "rate_low"] == 0
    assert table.loc[1, "rate_high"] > 2 * plain
    assert timeline(Corpus.build(quiet), "aid").loc[0, "rate_high"] == pytest.approx(plain)


def test_all_groups_have_all_periods_and_a_missing_value_is_a_group():
    table = timeline(corpus(), "aid", by="outlet")
    assert table["outlet"].fillna("?").tolist() == ["Herald"] * 4 + ["Post"] * 4 + ["?"] * 4
    assert table["hits"].tolist() == [0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0]
    assert table["documents"].tolist() == [1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1]
    whole = timeline(corpus(), "aid")
    assert table.groupby("period")["tokens"].sum().tolist() == whole["tokens"].tolist()


def test_overlapping_variants_do_not_count_twice():
    table = timeline(corpus(), {"help": ["aid", "foreign aid", "help"]}, variants=True)
    totals = table.fillna({"variant": "-"}).groupby("variant", sort=False)["hits"].sum()
    assert totals.to_dict() == {"-": 4, "aid": 3, "foreign aid": 1, "help": 1}
    assert table["phrase"].eq("help").all()


def test_phrases_may_be_one_query_several_or_named():
    several = timeline(corpus(), ["aid", "help", "aid"])
    assert several["phrase"].drop_duplicates().tolist() == ["aid", "help"]
    named = timeline(corpus(), {"x": "aid", "y": ["help"]})
    assert named["phrase"].drop_duplicates().tolist() == ["x", "y"]
    assert named["hits"].tolist() == several["hits"].tolist()
    for empty in ([], {}, {"x": []}):
        with pytest.raises(ValueError, match="holds no query"):
            timeline(corpus(), empty)


@pytest.mark.parametrize(
    ("every", "length", "first"),
    [
        ("year", 4, "1994-01-01"),
        ("quarter", 13, "1994-01-01"),
        ("month", 35, "1994-03-01"),
        ("week", 149, "1994-02-28"),
    ],
)
def test_every_kind_of_period_keeps_the_total(every, length, first):
    table = timeline(corpus(), "aid", every=every)
    assert (len(table), table["hits"].sum(), str(table.loc[0, "period"].date())) == (length, 3, first)


def test_a_coarse_date_is_left_out_of_finer_periods():
    documents = corpus().documents.assign(date_precision=["day", "day", "year", "none", "day"])
    by_month = timeline(Corpus.build(documents), "aid", every="month")
    assert (by_month["hits"].sum(), by_month["documents"].sum()) == (2, 3)
    assert timeline(Corpus.build(documents), "aid")["hits"].sum() == 3


def test_a_selection_has_its_own_span():
    table = timeline(corpus().where(lambda documents: documents["outlet"] == "Herald"), "help")
    assert table["period"].dt.year.tolist() == [1994]


def copied(copies):
    """Eight stories of two years, of which the first and fifth are about aid and printed several times."""
    rows = [
        {
            "document": f"{story}{copy}",
            "story": f"{story}0",
            "date": f"{1994 + story // 4}-05-0{1 + copy}",
            "text": "aid and more of it" if story % 4 == 0 else "one two three four five",
        }
        for story in range(8)
        for copy in range(copies if story % 4 == 0 else 1)
    ]
    return Corpus.build(pd.DataFrame(rows))


def test_copies_count_as_publications_but_not_as_evidence():
    table = timeline(copied(5), "aid")
    assert table["hits"].tolist() == [5, 5]
    assert table["documents"].tolist() == [8, 8]
    assert table["stories"].tolist() == [4, 4]
    assert table["stories_with_hit"].tolist() == [1, 1]
    apart = timeline(copied(5), "aid", cluster="document")
    assert apart["stories"].tolist() == [8, 8]
    assert table["rate"].tolist() == apart["rate"].tolist()
    for low, high in (("rate_low", "rate_high"), ("share_low", "share_high")):
        assert (table[low] < apart[low]).all()
        assert (table[high] > apart[high]).all()


def test_shares_of_stories_without_copies_have_wilsons_interval():
    table = timeline(copied(1), "aid")
    low, high = wilson([1, 1], [4, 4])
    assert table["share_low"].tolist() == pytest.approx(low)
    assert table["share_high"].tolist() == pytest.approx(high)


def test_without_hits_the_upper_bound_knows_of_copies():
    table, apart = (timeline(copied(5), "war", cluster=cluster) for cluster in ("story", "document"))
    assert table["rate_low"].tolist() == [0, 0]
    # Five of eight documents are copies of one story: five copies weigh 5 * 25 tokens, three weigh 15.
    assert (table["rate_high"] / apart["rate_high"]).tolist() == pytest.approx([(5 * 25 + 15) / 40] * 2)


def test_documents_of_one_day_may_be_one_cluster():
    table = timeline(copied(5), "aid", cluster="day")
    assert table["stories"].tolist() == [5, 5]
    assert table["hits"].tolist() == [5, 5]


def test_rates_may_be_per_thousand_documents():
    table = timeline(copied(5), "aid", per="document")
    assert table["rate"].tolist() == [625, 625]
    assert table["per"].unique().tolist() == ["thousand documents"]
    assert timeline(copied(5), "aid")["per"].unique().tolist() == ["million tokens"]


def test_own_periods_are_all_there_and_keep_their_names():
    own = pd.DataFrame(
        {
            "name": ["Talks", "Peace", "Thaw"],
            "first": ["1994-01-01", "1997-06-01", "1995-01-01"],
            "last": ["1994-12-31", "1999-12-31", "1995-12-31"],
        }
    )
    before = own.copy()
    table = timeline(copied(2), "aid", every=own)
    assert table["period_label"].tolist() == ["Talks", "Thaw", "Peace"]
    assert table["period_end"].dt.strftime("%Y-%m-%d").tolist() == ["1994-12-31", "1995-12-31", "1999-12-31"]
    assert table["hits"].tolist() == [2, 2, 0]
    assert table["covered"].tolist() == [True, True, False]
    pd.testing.assert_frame_equal(own, before)


def test_five_years_begin_where_five_divides_the_year():
    table = timeline(copied(2), "aid", every="five years")
    assert table["period_label"].tolist() == ["1990-1994", "1995-1999"]
    assert table["documents"].tolist() == [5, 5]


@pytest.mark.parametrize(("option", "value"), [("per", "page"), ("cluster", "week"), ("interval", "exact")])
def test_unknown_options_are_refused(option, value):
    with pytest.raises(ValueError, match=f"{option} must be one of .* not '{value}'"):
        timeline(corpus(), "aid", **{option: value})


def test_without_dates_or_documents_the_table_is_empty_with_its_columns():
    for documents in (corpus().documents.head(0), corpus().documents.assign(date=pd.NaT)):
        pd.testing.assert_frame_equal(timeline(Corpus.build(documents), "aid"), tables.empty("timeline"))
        assert timeline(Corpus.build(documents), "aid", by="outlet").empty


def test_a_clashing_column_is_prefixed_and_an_unknown_one_refused():
    built = Corpus.build(corpus().documents.assign(hits=1))
    assert timeline(built, "aid", by="hits").columns[0] == "document_hits"
    with pytest.raises(ValueError, match="has no column desk"):
        timeline(built, "aid", by="desk")
    with pytest.raises(ValueError, match="every must be one of"):
        timeline(built, "aid", every="century")


def test_the_corpus_is_not_changed():
    built = corpus()
    before = built.everything.copy()
    timeline(built, "aid", by="outlet", variants=True)
    pd.testing.assert_frame_equal(built.everything, before)


def test_yearly_counts_of_real_transcripts_equal_a_plain_search(shared):
    raw = pd.read_json(shared / "corpora" / "pm_transcripts_sample.jsonl", lines=True, dtype=False, encoding="utf-8")
    documents = pd.DataFrame({"document": raw.index.astype("str"), "date": raw["date"], "text": raw["text"].fillna("")})
    built = Corpus.build(documents)
    names = json.loads((shared / "references" / "timeline_dev.json").read_text(encoding="utf-8"))["queries"]
    for name, query in names.items():
        gap = r"[\s\-‐‑‒–—―\u00ad]+"
        forms = [gap.join(re.escape(word) for word in form.split()) for form in query["alternatives"]]
        pattern = rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)".replace(r"\*", r"\w*")
        counts = documents["text"].str.count(pattern, flags=re.IGNORECASE)
        year = raw["date"].str[:4]
        table = timeline(built, "|".join(query["alternatives"]))
        ours = table.assign(year=table["period"].dt.year.astype("str")).set_index("year")
        assert counts.sum() == ours["hits"].sum(), name
        assert ours["hits"].to_dict() == counts.groupby(year).sum().reindex(ours.index, fill_value=0).to_dict()
        with_hit = counts.gt(0).groupby(year).sum().reindex(ours.index, fill_value=0)
        assert np.array_equal(ours["documents_with_hit"], with_hit)
