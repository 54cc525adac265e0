import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.corpus.queryfile import Variant
from mediastudy.timelines import wilson
from mediastudy.timelines.placement import placement


def corpus(**columns):
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d", "e"],
                "date": ["1994-03-05", "1994-07-01", "1994-08-01", None, "1996-02-01"],
                "outlet": ["Post", "Herald", "Post", "Post", None],
                "title": ["Aid comes", "Wells dry", None, "Aid", "Aid at last"],
                "text": [
                    "No help, no rain",
                    "Much aid now\n\nwells fill",
                    "Rain is late\n\nso is aid",
                    "Aid",
                    "Help came",
                ],
                **columns,
            },
            index=[9, 9, 0, 1, 2],
        )
    )


def test_titles_and_leads_are_counted_by_document():
    table = placement(corpus(), "aid", lead=3)
    assert table["period_label"].tolist() == ["1994", "1995", "1996"]
    assert table["documents_with_hit"].tolist() == [3, 0, 1]
    assert table["titled"].tolist() == [2, 0, 1]
    assert table["in_title"].tolist() == [1, 0, 1]
    assert table["in_lead"].tolist() == [1, 0, 0]
    assert table["title_share"].fillna(-1).tolist() == [0.5, -1, 1]
    assert table["lead_share"].fillna(-1).tolist() == pytest.approx([1 / 3, -1, 0])
    low, high = wilson(1, 2)
    assert table.loc[0, ["title_share_low", "title_share_high"]].tolist() == pytest.approx([float(low), float(high)])


def test_the_lead_may_be_the_first_paragraph_or_so_many_tokens():
    found = {lead: placement(corpus(), "aid", lead=lead)["in_lead"].tolist()[0] for lead in (1, 2, 5, 6, "paragraph")}
    assert found == {1: 0, 2: 1, 5: 1, 6: 2, "paragraph": 1}


def test_a_hit_that_reaches_beyond_the_lead_is_not_in_it():
    documents = pd.DataFrame({"document": ["a"], "date": "1994", "title": "Rain", "text": "More aid now"})
    assert placement(Corpus.build(documents), "aid now", lead=2)["in_lead"].tolist() == [0]
    assert placement(Corpus.build(documents), "aid now", lead=3)["in_lead"].tolist() == [1]


def test_a_variant_is_searched_in_titles_of_its_language():
    built = corpus(language=["en", "en", "en", "en", "de"])
    table = placement(built, {"help": Variant("aid", language="de")})
    assert table["in_title"].tolist() == [0, 0, 1]


def test_copies_of_a_story_are_worth_one_article():
    copied = corpus(story=["a", "a", "a", None, None])
    apart = placement(corpus(), "aid")
    together = placement(copied, "aid")
    assert together["in_title"].tolist() == apart["in_title"].tolist()
    assert together.loc[0, "title_share_low"] < apart.loc[0, "title_share_low"]


def test_groups_come_first_and_a_clashing_one_is_prefixed():
    table = placement(corpus(titled="yes"), ["aid", "rain"], by=["outlet", "titled"])
    assert table.columns[:2].tolist() == ["outlet", "document_titled"]
    assert table[["outlet", "phrase"]].drop_duplicates().fillna("?").to_numpy().tolist() == [
        ["Herald", "aid"],
        ["Herald", "rain"],
        ["Post", "aid"],
        ["Post", "rain"],
        ["?", "aid"],
        ["?", "rain"],
    ]


def test_one_row_and_none_have_the_documented_columns():
    one = placement(corpus().where(lambda rows: rows["document"] == "a"), "aid")
    assert one[["in_title", "in_lead"]].to_numpy().tolist() == [[1, 0]]
    assert one.dtypes.to_dict() == tables.empty("placements").dtypes.to_dict()
    for documents in (corpus().documents.head(0), corpus().documents.assign(date=pd.NaT)):
        pd.testing.assert_frame_equal(placement(Corpus.build(documents), "aid"), tables.empty("placements"))
    bare = Corpus.build(pd.DataFrame({"document": ["a"], "date": ["1994"], "text": ["Aid"]}))
    assert placement(bare, "aid", lead="paragraph")[["titled", "in_lead"]].to_numpy().tolist() == [[0, 1]]


@pytest.mark.parametrize("lead", [0, -1, "sentence"])
def test_a_lead_that_makes_no_sense_is_refused(lead):
    with pytest.raises(ValueError, match="lead must be 'paragraph', or 1 or more tokens"):
        placement(corpus(), "aid", lead=lead)


def test_the_corpus_is_not_changed():
    built = corpus()
    before = built.everything.copy()
    placement(built, "aid", by="outlet", lead="paragraph")
    pd.testing.assert_frame_equal(built.everything, before)
