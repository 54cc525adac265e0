from datetime import date

import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.corpus.queryfile import Variant
from mediastudy.timelines import wilson
from mediastudy.timelines.names import out_of_dates, renderings

TOWN = {"town": ["Orlo", "Vela", "Vela City"]}


def corpus(**columns):
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d", "e"],
                "date": ["1994-03-05", "1994-07-01", "1996-01-01", None, "1996-02-01"],
                "outlet": ["Post", "Herald", "Post", "Post", None],
                "text": ["Orlo and Orlo", "Vela City", "Orlo, now Vela", "Orlo", "no town"],
                **columns,
            },
            index=[9, 9, 0, 1, 2],
        )
    )


def test_the_variants_of_a_period_add_up_to_the_phrase():
    table = renderings(corpus(), TOWN)
    assert table["variant"].tolist() == ["Orlo"] * 3 + ["Vela"] * 3 + ["Vela City"] * 3
    assert table["period_label"].tolist() == ["1994", "1995", "1996"] * 3
    assert table["hits"].tolist() == [2, 0, 1, 0, 0, 1, 1, 0, 0]
    assert table["phrase_hits"].tolist() == [3, 0, 2] * 3
    assert table["documents_with_hit"].tolist() == [1, 0, 1, 0, 0, 1, 1, 0, 0]
    assert table["documents"].tolist() == [2, 0, 2] * 3
    assert table["share"].fillna(-1).tolist() == pytest.approx([2 / 3, -1, 1 / 2, 0, -1, 1 / 2, 1 / 3, -1, 0])
    assert table["covered"].tolist() == [True, False, True] * 3


def test_words_that_two_variants_find_belong_to_the_first():
    table = renderings(corpus(), {"town": ["Vel*", "Vela"]}, every="decade")
    assert table[["variant", "hits"]].to_numpy().tolist() == [["Vel*", 2], ["Vela", 0]]


def test_the_interval_is_wilsons_where_every_document_has_one_hit():
    documents = pd.DataFrame({"document": list("abcd"), "date": "1994", "text": ["Orlo", "Orlo", "Orlo", "Vela"]})
    table = renderings(Corpus.build(documents), TOWN)
    low, high = wilson(3, 4)
    assert table.loc[0, ["share_low", "share_high"]].tolist() == pytest.approx([float(low), float(high)])


def test_copies_of_a_story_are_worth_one_article():
    documents = pd.DataFrame(
        {"document": list("abcd"), "date": "1994", "text": ["Orlo"] * 3 + ["Vela"], "story": ["a", "a", "a", None]}
    )
    table = renderings(Corpus.build(documents), TOWN)
    assert table["hits"].tolist() == [3, 1, 0]
    assert table["stories_with_hit"].tolist() == [1, 1, 0]
    plain = renderings(Corpus.build(documents), TOWN, cluster="document")
    assert table.loc[0, "share_low"] < plain.loc[0, "share_low"]


def test_groups_and_own_periods_have_rows_of_their_own():
    own = pd.DataFrame({"name": ["old", "new"], "first": ["1990-01-01", "1995-01-01"], "last": ["1994-12-31", "1999"]})
    own = own.assign(first=pd.to_datetime(own["first"]), last=pd.to_datetime(["1994-12-31", "1999-12-31"]))
    table = renderings(corpus(), {"town": "Orlo"}, every=own, by="outlet")
    assert table["outlet"].fillna("?").tolist() == ["Herald"] * 2 + ["Post"] * 2 + ["?"] * 2
    assert table["period_label"].tolist() == ["old", "new"] * 3
    assert table["hits"].tolist() == [0, 0, 2, 1, 0, 0]


def test_one_row_and_none_have_the_documented_columns():
    one = renderings(corpus().where(lambda rows: rows["document"] == "b"), "Vela")
    assert one[["hits", "share"]].to_numpy().tolist() == [[1, 1]]
    assert one.dtypes.to_dict() == tables.empty("renderings").dtypes.to_dict()
    for documents in (corpus().documents.head(0), corpus().documents.assign(date=pd.NaT)):
        pd.testing.assert_frame_equal(renderings(Corpus.build(documents), TOWN), tables.empty("renderings"))
        assert renderings(Corpus.build(documents), TOWN, by="outlet").empty


def test_the_corpus_is_not_changed():
    built = corpus()
    before = built.everything.copy()
    renderings(built, TOWN, by="outlet")
    out_of_dates(built, {"town": Variant("Orlo", first=date(1994, 1, 1))})
    pd.testing.assert_frame_equal(built.everything, before)


def test_hits_outside_the_dates_of_use_are_counted_and_not_dropped():
    town = {"town": [Variant("Orlo", first=date(1994, 6, 1), last=date(1995, 12, 31)), Variant("Vela")]}
    table = out_of_dates(corpus(), town)
    assert table["variant"].tolist() == ["Orlo"]
    counts = ["hits", "hits_before", "hits_after", "hits_uncertain", "documents_outside"]
    assert table[counts].to_numpy().tolist() == [[4, 2, 1, 1, 2]]
    assert renderings(corpus(), town)["hits"].sum() == 5


def test_an_open_end_has_nothing_beyond_it():
    table = out_of_dates(corpus(), {"town": Variant("Orlo", last=date(1994, 3, 5))})
    assert table[["hits_before", "hits_after", "hits_uncertain"]].to_numpy().tolist() == [[0, 1, 1]]
    assert table["first"].isna().all()


def test_a_coarse_date_is_outside_only_if_all_of_it_is():
    precision = ["year", "month", "year", "none", "day"]
    built = corpus(date_precision=precision, text="Orlo")
    table = out_of_dates(built, {"town": Variant("Orlo", first=date(1994, 7, 15))})
    # 1994 and July 1994 may lie on either side of the first day; 1996 lies after it; one date is unknown.
    assert table[["hits", "hits_before", "hits_after", "hits_uncertain"]].to_numpy().tolist() == [[5, 0, 0, 3]]
    table = out_of_dates(built, {"town": Variant("Orlo", first=date(1995, 1, 1))})
    assert table[["hits_before", "hits_uncertain"]].to_numpy().tolist() == [[2, 1]]


def test_variants_without_dates_give_an_empty_table():
    pd.testing.assert_frame_equal(out_of_dates(corpus(), TOWN), tables.empty("out_of_dates"))
    empty = out_of_dates(Corpus.build(corpus().documents.head(0)), {"town": Variant("Orlo", first=date(1994, 1, 1))})
    assert empty[["hits", "hits_before", "hits_after", "hits_uncertain"]].to_numpy().tolist() == [[0, 0, 0, 0]]
    assert empty.dtypes.to_dict() == tables.empty("out_of_dates").dtypes.to_dict()


def test_shares_of_a_phrase_sum_to_one_on_random_texts():
    random = np.random.default_rng(2)
    texts = [" ".join(random.choice(["Orlo", "Vela", "City", "and"], 12)) for _ in range(40)]
    documents = pd.DataFrame({"document": range(40), "text": texts, "date": random.integers(1990, 1995, 40)})
    documents = documents.astype({"document": "str", "date": "str"})
    table = renderings(Corpus.build(documents), TOWN)
    assert table.groupby("period")["share"].sum().tolist() == pytest.approx([1] * 5)
