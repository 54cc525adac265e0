import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines.uses import first_use, last_use


def corpus(rows=None, index=None):
    rows = rows or [
        ("b", "1994-03-05", "day", "Post", "More aid and aid"),
        ("a", "1994-03-05", "day", "Herald", "Aid came"),
        ("c", "1994-01-01", "year", "Post", "Aid"),
        ("d", None, "none", "Herald", "Aid again"),
        ("e", "1996-01-01", "year", None, "Foreign aid, then aid"),
        ("f", "1993-01-01", "day", "Post", "Nothing"),
    ]
    names = ["document", "date", "date_precision", "outlet", "text"]
    return Corpus.build(pd.DataFrame(rows, columns=names, index=index))


def test_the_first_use_is_the_first_that_is_certain():
    row = first_use(corpus(), "aid").iloc[0]
    assert (row["document"], str(row["date"].date()), row["date_precision"]) == ("a", "1994-03-05", "day")
    assert (row["evidence"], row["left"], row["node"], row["right"]) == ("a:0-3", "", "Aid", " came")
    assert (row["documents_undated"], row["documents_uncertain"]) == (1, 1)


def test_the_last_use_is_the_last_hit_of_the_last_document():
    row = last_use(corpus(), "aid").iloc[0]
    assert (row["document"], row["date_precision"], row["evidence"]) == ("e", "year", "e:18-21")
    assert (row["documents_undated"], row["documents_uncertain"]) == (1, 0)
    before = last_use(corpus().where(lambda documents: documents["document"] != "e"), "aid").iloc[0]
    assert (before["document"], before["evidence"], before["documents_uncertain"]) == ("a", "a:0-3", 1)


def test_a_coarse_date_counts_as_of_its_last_day_and_gives_way_to_a_precise_one():
    rows = [
        ("a", "1994-01-01", "year", "Post", "aid"),
        ("b", "1994-12-31", "day", "Post", "aid"),
        ("c", "1994-12-01", "month", "Post", "aid"),
    ]
    row = first_use(corpus(rows), "aid").iloc[0]
    assert (row["document"], row["documents_uncertain"]) == ("b", 2)
    coarse = first_use(corpus(rows[:1]), "aid").iloc[0]
    assert (coarse["document"], coarse["date_precision"], coarse["documents_uncertain"]) == ("a", "year", 0)


def test_ties_go_by_the_documents_id_whatever_the_order_and_the_hour():
    rows = [(name, f"1994-03-05 0{hour}:00", "day", "Post", "aid") for name, hour in (("b", 1), ("a", 2), ("c", 0))]
    assert first_use(corpus(rows, index=[4, 4, 4]), "aid")["document"].tolist() == ["a"]
    assert last_use(corpus(rows[::-1]), "aid")["document"].tolist() == ["a"]


def test_a_phrase_without_a_dated_hit_has_a_row_that_says_so():
    table = first_use(corpus(), ["again", "never", "came"])
    assert table["phrase"].tolist() == ["again", "never", "came"]
    assert table["document"].fillna("-").tolist() == ["-", "-", "a"]
    assert table["date"].isna().tolist() == [True, True, False]
    assert table["documents_undated"].tolist() == [1, 0, 0]


def test_variants_and_groups_have_rows_of_their_own():
    table = first_use(corpus(), {"help": ["aid", "foreign aid"]}, by="outlet", variants=True)
    assert list(table.columns) == ["document_outlet", *tables.COLUMNS["uses"]]
    assert table["document_outlet"].fillna("?").tolist() == ["Herald"] * 3 + ["Post"] * 3 + ["?"] * 3
    assert table["variant"].fillna("-").tolist() == ["-", "aid", "foreign aid"] * 3
    assert table["evidence"].fillna("").tolist() == [
        "a:0-3",
        "a:0-3",
        "",
        "b:5-8",
        "b:5-8",
        "",
        *["e:0-11", "e:8-11", "e:0-11"],
    ]
    assert table["documents_undated"].tolist() == [1, 1, 0, 0, 0, 0, 0, 0, 0]


def test_the_columns_are_the_documented_ones_also_without_documents():
    for built in (corpus(), corpus().where(lambda documents: documents["document"] == "none")):
        for use in (first_use, last_use):
            table = use(built, "aid")
            assert table.dtypes.to_dict() == tables.empty("uses").dtypes.to_dict()
            assert len(table) == 1
    empty = Corpus.build(corpus().documents.head(0))
    assert first_use(empty, "aid")["documents_undated"].tolist() == [0]
    assert first_use(empty, "aid", by="outlet").empty


def test_a_date_without_a_precision_is_one_of_a_day():
    built = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["aid"], "date": ["1994-03-05"]}))
    assert first_use(built, "aid")["date_precision"].tolist() == ["day"]


def test_what_can_not_be_read_is_refused_and_the_corpus_left_alone():
    built = corpus()
    before = built.everything.copy()
    with pytest.raises(ValueError, match="has no column desk"):
        first_use(built, "aid", by="desk")
    last_use(built, "aid", by="outlet", variants=True)
    pd.testing.assert_frame_equal(built.everything, before)
