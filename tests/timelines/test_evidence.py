import itertools

import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.corpus.queryfile import Variant
from mediastudy.timelines.evidence import evidence
from mediastudy.timelines.timeline import timeline

HELP = {"help": ["aid", "foreign aid", "aid and aid"], "none": "nothing"}
PLANS = pd.DataFrame(
    {"name": ["Old", "New"], "first": ["1994-03-01", "1996-06-01"], "last": ["1996-05-31", "1997-12-31"]}
)


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d", "e", "f", "g"],
                "date": [
                    "1994-03-05 08:00",
                    "1994-07-01",
                    "1996-01-01",
                    None,
                    "1997-01-01",
                    "1994-07-01",
                    "1997-12-31",
                ],
                "date_precision": ["day", "month", "year", "none", "day", None, "day"],
                "outlet": ["Post", "Herald", "Post", "Post", None, "Post", None],
                "hits": [1, 1, 2, 2, 1, 1, 1],
                "language": ["en"] * 6 + ["zh"],
                "text": [
                    "Foreign aid and aid",
                    "No aid",
                    "More aid aid",
                    "Aid",
                    "aid and aid and aid",
                    "Foreign aid.",
                    "aid对口支援aid",
                ],
            },
            index=[9, 9, 0, 1, 2, 2, 3],
        )
    )


@pytest.mark.parametrize("every", ["day", "week", "month", "quarter", "year", "five years", "decade", "own"])
@pytest.mark.parametrize("by", [None, "outlet", ["hits", "outlet"]])
def test_every_row_has_as_many_lines_as_hits(every, by):
    built = corpus()
    every = PLANS if every == "own" else every
    table = timeline(built, HELP, every=every, by=by, variants=True)
    seen = table[table["hits"] > 0]
    assert len(seen) > 2
    chosen = pd.concat([seen, table[table["hits"] == 0].head(3)])
    counts = [len(evidence(row, built, HELP)) for _, row in chosen.iterrows()]
    assert counts == chosen["hits"].tolist()


def test_a_line_is_that_of_the_concordance():
    table = timeline(corpus(), HELP)
    found = evidence(table.iloc[[0]], corpus(), HELP, width=8)
    # "foreign aid" and "aid and aid" overlap without one lying in the other; the lone "aid" lies in both.
    assert found["evidence"].tolist() == ["a:0-11", "a:8-19", "b:3-6", "f:0-11"]
    assert found.dtypes.to_dict() == tables.empty("concordance").dtypes.to_dict()
    texts = corpus().everything.set_index("document")["text"]
    for row in found.itertuples():
        start, end = map(int, row.evidence.split(":")[1].split("-"))
        assert texts[row.document][start:end] == row.node


def test_a_coarse_date_is_behind_a_year_and_not_a_month():
    months = timeline(corpus(), "aid", every="month")
    july = months[months["period_label"].eq("1994-07")].iloc[0]
    assert evidence(july, corpus(), "aid")["document"].tolist() == ["b", "f"]
    january = months[months["period_label"].eq("1996-01")].iloc[0]
    assert evidence(january, corpus(), "aid").empty
    years = timeline(corpus(), "aid")
    row = years[years["period_label"].eq("1996") & years["unit"].eq("words")]
    assert evidence(row, corpus(), "aid")["document"].tolist() == ["c", "c"]


def test_a_group_without_a_value_has_lines_of_its_own():
    table = timeline(corpus(), "aid", by="outlet", every="decade")
    rows = table[table["outlet"].isna() & table["unit"].eq("words")]
    assert evidence(rows, corpus(), "aid")["document"].unique().tolist() == ["e"]


def test_a_variant_in_one_language_leads_to_the_documents_of_that_language():
    phrases = {"help": [Variant("aid", language="zh"), Variant("foreign aid")]}
    table = timeline(corpus(), phrases, every="decade", variants=True)
    counts = [len(evidence(row, corpus(), phrases)) for _, row in table.iterrows()]
    assert counts == table["hits"].tolist()
    assert set(table.loc[table["variant"].eq("aid"), "hits"]) == {0, 2}


def test_of_a_selection_only_its_documents_are_shown():
    built = corpus().where(lambda documents: documents["outlet"] == "Post")
    table = timeline(built, HELP)
    assert [len(evidence(row, built, HELP)) for _, row in table.iterrows()] == table["hits"].tolist()


def test_what_does_not_fit_is_refused():
    table = timeline(corpus(), "aid", by="outlet")
    with pytest.raises(ValueError, match="takes one row of a timeline, not 0"):
        evidence(table.head(0), corpus(), "aid")
    with pytest.raises(ValueError, match="takes one row of a timeline, not 2"):
        evidence(table.head(2), corpus(), "aid")
    with pytest.raises(ValueError, match="The phrase of the row must be one of relief"):
        evidence(table.iloc[0], corpus(), "relief")
    with pytest.raises(ValueError, match="The variant of the row must be one of aid"):
        evidence(table.assign(variant="help").iloc[0], corpus(), "aid")
    with pytest.raises(ValueError, match="has no column period_end"):
        evidence(table.drop(columns="period_end").iloc[0], corpus(), "aid")
    with pytest.raises(ValueError, match="has no column desk"):
        evidence(table.rename(columns={"outlet": "desk"}).iloc[0], corpus(), "aid")
    with pytest.raises(ValueError, match="has no period"):
        evidence(table.assign(period=pd.NaT).iloc[0], corpus(), "aid")


def test_neither_the_row_nor_the_corpus_is_changed():
    built, row = corpus(), timeline(corpus(), "aid").iloc[0]
    before, kept = built.everything.copy(), row.copy()
    evidence(row, built, "aid")
    pd.testing.assert_frame_equal(built.everything, before)
    pd.testing.assert_series_equal(row, kept)


def test_lines_come_by_date_document_and_place():
    found = evidence(timeline(corpus(), "aid", every="decade").iloc[0], corpus(), "aid")
    order = list(zip(found["date"], found["document"], strict=True))
    assert all(one <= other for one, other in itertools.pairwise(order))


def test_the_lines_carry_the_frame():
    documents = corpus().everything.copy()
    documents.attrs["frame"] = "query-selected"
    built = Corpus.build(documents)
    assert evidence(timeline(built, "aid").iloc[0], built, "aid").attrs == {"frame": "query-selected"}
