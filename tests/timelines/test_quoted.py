import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines import wilson
from mediastudy.timelines.quoted import quoted_hits

#                 0         1         2         3
#                 0123456789012345678901234567890123456789
TEXTS = {
    "a": "Aid is late. Orm said: aid, aid helps.",
    "b": "Vela: Orm told me aid fails, but aid",
    "c": "No help at all",
    "d": "Aid came",
}


def corpus(**columns):
    documents = {"document": list(TEXTS), "date": ["1994-03-05", "1994", "1996", None], "text": list(TEXTS.values())}
    return Corpus.build(pd.DataFrame({**documents, "outlet": ["Post", "Herald", "Post", "Post"], **columns}))


def quotes():
    return pd.DataFrame(
        {
            "quote": ["a:1", "b:1", "b:2", "d:1", "x:1"],
            "document": ["a", "b", "b", "d", "x"],
            "content_start": [23, 6, 14, 0, 0],
            "content_end": [37, 36, 27, 8, 9],
            "speaker": ["Orm", "Vela", "Orm", None, "Orm"],
            "speaker_kind": ["person", "person", "person", "unnamed", "person"],
        },
        index=[5, 5, 1, 1, 0],
    )


def test_hits_inside_quotations_are_counted_by_period():
    table = quoted_hits(corpus(), "aid", quotes()).quoted_hits
    assert table["period_label"].tolist() == ["1994", "1995", "1996"]
    assert table["hits"].tolist() == [5, 0, 0]
    assert table["hits_in_quotations"].tolist() == [4, 0, 0]
    assert table["documents_with_hit"].tolist() == [2, 0, 0]
    assert table["share"].fillna(-1).tolist() == [0.8, -1, -1]
    assert table["share_low"].notna().tolist() == [True, False, False]


def test_a_hit_in_nested_quotations_counts_for_the_innermost():
    table = quoted_hits(corpus(), "aid", quotes()).quoting_speakers
    assert table[["speaker", "hits", "quotes", "documents"]].to_numpy().tolist() == [
        ["Orm", 3, 2, 2],
        ["Vela", 1, 1, 1],
    ]
    assert table["share"].tolist() == [0.75, 0.25]
    assert (table["share_low"] < table["share"]).all()
    assert (table["share_high"] > table["share"]).all()


def test_shares_of_speakers_are_wilsons_where_every_document_quotes_once():
    texts = pd.DataFrame({"document": list("abc"), "date": "1994", "text": "aid"})
    said = pd.DataFrame({"quote": list("abc"), "document": list("abc"), "content_start": 0, "content_end": 3})
    said = said.assign(speaker=["Orm", "Orm", None], speaker_kind=["person", "person", "unnamed"])
    table = quoted_hits(Corpus.build(texts), "aid", said).quoting_speakers
    low, high = wilson([2, 1], [3, 3])
    assert table["speaker"].fillna("?").tolist() == ["Orm", "?"]
    assert table["share_low"].tolist() == pytest.approx(low.tolist())
    assert table["share_high"].tolist() == pytest.approx(high.tolist())


def test_fragments_leave_out_what_stands_between_them():
    spans = pd.DataFrame(
        {
            "quote": ["a:1", "a:1", "a:1", "b:1"],
            "part": ["content", "source", "content", "cue"],
            "start": [24, 13, 28, 6],
            "end": [26, 16, 31, 36],
        }
    )
    whole = quoted_hits(corpus(), "aid", quotes(), spans)
    assert whole.quoted_hits["hits_in_quotations"].tolist() == [1, 0, 0]
    assert whole.quoting_speakers[["speaker", "hits"]].to_numpy().tolist() == [["Orm", 1]]


def test_a_hit_that_reaches_out_of_a_quotation_is_not_in_it():
    assert quoted_hits(corpus(), "said aid", quotes()).quoted_hits["hits"].sum() == 0
    table = quoted_hits(corpus(), {"x": "said NEAR/2 aid"}, quotes()).quoted_hits
    assert table[["hits", "hits_in_quotations"]].iloc[0].tolist() == [1, 0]


def test_groups_and_phrases_have_rows_of_their_own():
    found = quoted_hits(corpus(speaker="editor"), ["aid", "help"], quotes(), by=["outlet", "speaker"])
    assert found.quoted_hits.columns[:2].tolist() == ["outlet", "speaker"]
    assert found.quoting_speakers.columns[:2].tolist() == ["outlet", "document_speaker"]
    rows = found.quoting_speakers[["outlet", "phrase", "speaker", "hits", "share"]].to_numpy().tolist()
    assert rows == [
        ["Herald", "aid", "Orm", 1, 0.5],
        ["Herald", "aid", "Vela", 1, 0.5],
        ["Post", "aid", "Orm", 2, 1.0],
    ]


def test_no_quotations_one_row_and_no_documents_have_the_documented_columns():
    found = quoted_hits(corpus(), "aid", quotes().head(0))
    assert found.quoted_hits["share"].fillna(-1).tolist() == [0, -1, -1]
    pd.testing.assert_frame_equal(found.quoting_speakers, tables.empty("quoting_speakers"))
    one = quoted_hits(corpus().where(lambda rows: rows["document"] == "a"), "aid", quotes())
    for made, name in zip(one, ("quoted_hits", "quoting_speakers"), strict=True):
        assert len(made) == 1
        assert made.dtypes.to_dict() == tables.empty(name).dtypes.to_dict()
    for documents in (corpus().documents.head(0), corpus().documents.assign(date=pd.NaT)):
        found = quoted_hits(Corpus.build(documents), "aid", quotes())
        pd.testing.assert_frame_equal(found.quoted_hits, tables.empty("quoted_hits"))
        pd.testing.assert_frame_equal(found.quoting_speakers, tables.empty("quoting_speakers"))


def test_quotations_that_lack_a_column_are_refused():
    with pytest.raises(ValueError, match="quotes has no column speaker"):
        quoted_hits(corpus(), "aid", quotes().drop(columns="speaker"))
    with pytest.raises(ValueError, match="quote_spans has no column part"):
        quoted_hits(corpus(), "aid", quotes(), pd.DataFrame({"quote": ["a:1"], "start": [0], "end": [1]}))


def test_nothing_given_is_changed():
    built, given = corpus(), quotes()
    before, quotations = built.everything.copy(), given.copy()
    quoted_hits(built, "aid", given, by="outlet")
    pd.testing.assert_frame_equal(built.everything, before)
    pd.testing.assert_frame_equal(given, quotations)
