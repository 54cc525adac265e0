import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.terms import concordance

TEXTS = {"a": "Aid came.\n\n More   foreign-aid\tcame", "b": "No help", "c": "aid", "x:1": "Foreign\naid for all"}


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": TEXTS.keys(),
                "text": TEXTS.values(),
                "date": ["1996-01-01", "1995-01-01", None, "1994-03-05"],
                "outlet": ["Post", "Post", None, "Herald"],
            },
            index=[3, 3, 0, 1],
        )
    )


def test_hits_are_in_order_of_date_document_and_place_with_the_undated_last():
    table = concordance(corpus(), "aid", width=9)
    assert table["evidence"].tolist() == ["x:1:8-11", "a:0-3", "a:27-30", "c:0-3"]
    assert table["left"].tolist() == ["Foreign ", "", " foreign-", ""]
    assert table["right"].tolist() == [" for all", " came.", " came", ""]
    assert table["outlet"].fillna("?").tolist() == ["Herald", "Post", "Post", "?"]


def test_the_evidence_leads_to_the_node_as_printed():
    for row in concordance(corpus(), "[foreign] aid").itertuples():
        document, span = row.evidence.rsplit(":", 1)
        start, end = map(int, span.split("-"))
        assert document == row.document
        assert TEXTS[document][start:end] == row.node
    assert concordance(corpus(), "foreign aid")["node"].tolist() == ["Foreign\naid", "foreign-aid"]


def test_white_space_runs_do_not_eat_the_context():
    found = concordance(Corpus.build(pd.DataFrame({"document": ["a"], "text": ["one" + " " * 20 + "two aid"]})), "aid")
    assert found["left"].tolist() == ["one two "]


def test_a_width_of_zero_shows_the_node_alone():
    assert concordance(corpus(), "came", width=0)[["left", "right"]].to_numpy().ravel().tolist() == [""] * 4
    with pytest.raises(ValueError, match="width"):
        concordance(corpus(), "came", width=-1)


def test_no_hits_give_the_documented_columns():
    pd.testing.assert_frame_equal(concordance(corpus(), "xylo"), tables.empty("concordance"))
    empty = Corpus.build(corpus().documents.head(0))
    pd.testing.assert_frame_equal(concordance(empty, "aid"), tables.empty("concordance"))


def test_the_corpus_is_not_changed():
    built = corpus()
    before = built.everything.copy()
    concordance(built, "aid")
    pd.testing.assert_frame_equal(built.everything, before)


@pytest.mark.parametrize("query", ["liberty", "united states"])
def test_lines_agree_with_an_independent_concordance_of_addresses(query, shared):
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    theirs = pd.read_csv(shared / "references" / "kwic.csv", encoding="utf-8", keep_default_na=False)
    theirs = theirs[theirs["query"] == query]
    dates = pd.to_datetime(texts["year"].astype("str") + "-01-20")
    built = Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"], "date": dates}))
    ours = concordance(built, query, width=120)
    lines = zip(ours["document"], ours["left"].str.split(), ours["node"], ours["right"].str.split(), strict=True)
    # The last words of a line may be cut, so five whole ones are compared.
    assert [(name, left[-5:], node, right[:5]) for name, left, node, right in lines] == [
        (row.id, row.pre.split(), row.keyword, row.post.split()) for row in theirs.itertuples()
    ]


def test_words_at_the_edges_are_left_out_and_chinese_is_cut_anywhere():
    text = "Many villages were promised aid immediately afterwards."
    built = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": [text, "各省的对口支援工作"]}))
    aid, support = (concordance(built, query, width=width).iloc[0] for query, width in (("aid", 20), ("支援", 3)))
    assert (aid["left"], aid["right"]) == ("were promised ", " immediately")
    assert (support["left"], support["right"]) == ("的对口", "工作")
