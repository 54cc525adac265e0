import pandas as pd
import pytest

from mediastudy import charts, tables
from mediastudy.corpus import Corpus
from mediastudy.timelines import timeline
from mediastudy.timelines.coverage import coverage


def documents():
    return pd.DataFrame(
        {
            "document": list("abcdef"),
            "date": ["1994-03-05", "1994-07-01", "1994-09-01", "1996-01-01", None, "1996-02-01"],
            "outlet": ["Post", "Post", "Herald", "Post", "Post", None],
            "story": ["a", "a", "c", "d", "e", "f"],
            "text": ["Aid came", "Aid came", "Rain fell hard", "More rain", "Aid", ""],
        },
        index=[9, 9, 0, 1, 2, 2],
    )


def test_every_outlet_has_every_period_with_what_there_is_to_read():
    table = coverage(Corpus.build(documents()), few=2)
    assert table["outlet"].fillna("?").tolist() == ["Herald"] * 3 + ["Post"] * 3 + ["?"] * 3
    assert table["period_label"].tolist() == ["1994", "1995", "1996"] * 3
    assert table["documents"].tolist() == [1, 0, 0, 2, 0, 1, 0, 0, 1]
    assert table["tokens"].tolist() == [3, 0, 0, 4, 0, 2, 0, 0, 0]
    assert table["stories"].tolist() == [1, 0, 0, 1, 0, 1, 0, 0, 1]
    assert table["covered"].tolist() == [True, False, False, True, False, True, False, False, False]
    assert table["few"].tolist() == [True, False, False, False, False, True, False, False, True]


def test_counts_are_those_of_the_timeline():
    built = Corpus.build(documents())
    for every in ("month", "year", "decade"):
        ours, line = coverage(built, every=every), timeline(built, "aid", every=every, by="outlet")
        same = ["outlet", "period", "period_end", "period_label", "documents", "tokens", "stories", "unit", "covered"]
        pd.testing.assert_frame_equal(ours[same], line[same])


def test_the_columns_are_the_documented_ones():
    built = Corpus.build(documents().assign(few="x"))
    assert coverage(built, by=None).dtypes.to_dict() == tables.empty("coverage").dtypes.to_dict()
    assert list(coverage(built, by=["outlet", "few"]).columns) == [
        "outlet",
        "document_few",
        *tables.COLUMNS["coverage"],
    ]


def test_without_documents_the_table_is_empty_with_its_columns():
    for rows in (documents().head(0), documents().assign(date=pd.NaT)):
        pd.testing.assert_frame_equal(coverage(Corpus.build(rows), by=None), tables.empty("coverage"))
    assert len(coverage(Corpus.build(documents().head(1)))) == 1


def test_the_strip_is_drawn_by_outlet():
    ax = charts.coverage(coverage(Corpus.build(documents().dropna())))
    assert "Herald has 1" in ax.get_label()
    assert "Post has 3" in ax.get_label()


def test_the_corpus_is_not_changed_and_its_frame_is_told():
    rows = documents()
    rows.attrs["frame"] = "full"
    built = Corpus.build(rows)
    before = built.everything.copy()
    assert coverage(built).attrs == {"frame": "full"}
    pd.testing.assert_frame_equal(built.everything, before)


def test_an_unknown_choice_is_refused():
    built = Corpus.build(documents())
    with pytest.raises(ValueError, match="few must be 1"):
        coverage(built, few=0)
    with pytest.raises(ValueError, match="has no column desk"):
        coverage(built, by="desk")
    with pytest.raises(ValueError, match="every must be one of"):
        coverage(built, every="century")
