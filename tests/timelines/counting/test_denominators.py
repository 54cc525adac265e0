import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.documents.sampling.denominators import read_denominators
from mediastudy.timelines.counting.cells import cells
from mediastudy.timelines.counting.denominators import published
from mediastudy.timelines.timeline import timeline


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d"],
                "date": ["1994-03-05", "1994-07-01", "1995-01-01", "1996-02-02"],
                "outlet": ["The Coast Daily", "Herald", "The Coast Daily", "Herald"],
                "text": ["aid and aid", "no help", "more aid", "none"],
            },
            index=[7, 7, 1, 1],
        )
    )


def told(tmp_path, *lines):
    (tmp_path / "denominators.csv").write_text("\n".join(["outlet,period,articles,citation", *lines]), encoding="utf-8")
    return read_denominators(tmp_path)[0]


def of_cells(table, every="year", by=None):
    return pd.Series(published(corpus(), cells(corpus(), every=every, by=by), table)).fillna(-1).tolist()


def test_numbers_of_all_outlets_of_a_group_add_up(tmp_path):
    table = told(tmp_path, "coast daily,1994,900,Y", "Herald,1994,100,Y", "Coast Daily,1995,800,Y", "Herald,1995,200,Y")
    assert of_cells(table) == [1000, 1000, -1]
    assert of_cells(table, by="outlet") == [100, 200, -1, 900, 800, -1]


def test_an_outlet_without_a_number_leaves_the_sum_unknown(tmp_path):
    assert of_cells(told(tmp_path, "Coast Daily,1994,900,Y", "Herald,1994,,Y")) == [-1, -1, -1]


def test_zero_articles_are_a_number(tmp_path):
    assert of_cells(told(tmp_path, "Coast Daily,1994,900,Y", "Herald,1994,0,Y"))[0] == 900


def test_finer_periods_add_up_if_they_fill_the_period(tmp_path):
    quarters = [f"Herald,1994Q{number},10,Y" for number in (1, 2, 3, 4)]
    other = "Coast Daily,1994,900,Y"
    assert of_cells(told(tmp_path, *quarters, other))[0] == 940
    assert of_cells(told(tmp_path, *quarters[:3], other))[0] == -1


def test_a_year_is_not_divided_into_months(tmp_path):
    table = told(tmp_path, "Herald,1996,900,Y", "Coast Daily,1996,900,Y")
    assert set(of_cells(table, every="month")) == {-1}


def test_of_overlapping_numbers_the_longest_counts_alone(tmp_path):
    table = told(tmp_path, "Herald,1994,100,Y", "Herald,1994-01,9,Y", "Coast Daily,1994,900,Y")
    assert of_cells(table)[0] == 1000


def test_a_document_without_an_outlet_leaves_its_group_without_a_number(tmp_path):
    documents = corpus().documents.assign(outlet=["Herald", None, "Herald", "Herald"])
    table = told(tmp_path, "Herald,1994,100,Y")
    built = Corpus.build(documents)
    assert np.isnan(published(built, cells(built, every="year"), table)).all()


def test_a_rate_per_published_article_has_its_unit_and_coverage(tmp_path):
    table = told(tmp_path, "Coast Daily,1994,900,Y", "Herald,1994,100,Y", "Coast Daily,1995,500,Y", "Herald,1995,500,Y")
    made = timeline(corpus(), "aid", per="frame", denominators=table)
    assert made["per"].unique().tolist() == ["thousand published articles"]
    assert made["rate"].fillna(-1).tolist() == [2, 1, -1]
    assert made["covered"].tolist() == [True, True, False]
    assert made[["rate_low", "rate_high"]].isna().all(axis="columns").tolist() == [False, False, True]
    assert made["share"].tolist() == [0.5, 1, 0]
    assert (made["rate_low"].dropna() <= made["rate"].dropna()).all()


def test_denominators_and_frame_go_together(tmp_path):
    with pytest.raises(ValueError, match=r"denominators must give: a table with outlet, first, last"):
        timeline(corpus(), "aid", per="frame")
    with pytest.raises(ValueError, match="per='frame' alone"):
        timeline(corpus(), "aid", denominators=told(tmp_path, "Herald,1994,100,Y"))
    with pytest.raises(ValueError, match="denominators has no column articles"):
        timeline(corpus(), "aid", per="frame", denominators=told(tmp_path).drop(columns="articles"))


def test_no_rows_give_no_numbers_and_the_table_is_not_changed(tmp_path):
    table = told(tmp_path)
    before = table.copy()
    assert of_cells(table) == [-1, -1, -1]
    pd.testing.assert_frame_equal(table, before)
    none = Corpus.build(corpus().documents.head(0))
    assert timeline(none, "aid", per="frame", denominators=table).empty
