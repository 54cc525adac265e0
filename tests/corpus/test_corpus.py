import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus, match


def documents():
    return pd.DataFrame(
        {
            "document": ["a", "b", "c"],
            "date": ["1994-03-05", None, "1996-01-01"],
            "outlet": ["Post", "Herald", None],
            "text": ["Aid came.", None, "More aid"],
            "desk": [1, 2, 3],
        }
    )


def test_a_corpus_counts_its_documents_and_tokens():
    corpus = Corpus.build(documents())
    assert (len(corpus), corpus.tokens, corpus.lengths.tolist()) == (3, 4, [2, 0, 2])
    assert repr(corpus) == "Corpus(3 documents, 4 tokens, 3 types, 1994-03-05 to 1996-01-01)"


def test_document_and_text_are_enough_and_the_rest_is_unknown():
    corpus = Corpus.build(documents()[["document", "text"]])
    assert list(corpus.documents.columns) == list(tables.COLUMNS["documents"])
    assert corpus.documents["date"].isna().all()


def test_further_columns_are_kept():
    assert Corpus.build(documents()).documents["desk"].tolist() == [1, 2, 3]


def test_the_argument_is_not_changed_and_an_odd_index_does_not_matter():
    given = documents().set_index(pd.Index([7, 7, 0]))
    before = given.copy()
    corpus = Corpus.build(given)
    pd.testing.assert_frame_equal(given, before)
    assert corpus.documents.index.equals(pd.RangeIndex(3))
    assert corpus.where(corpus.documents["outlet"] == "Post").tokens == 2


def test_an_empty_table_gives_an_empty_corpus():
    corpus = Corpus.build(documents().head(0))
    assert (len(corpus), corpus.tokens) == (0, 0)
    assert repr(corpus) == "Corpus(0 documents, 0 tokens, 0 types, undated)"


def test_a_progress_bar_changes_nothing(capsys):
    assert Corpus.build(documents(), progress=True).tokens == 4
    assert "indexing" in capsys.readouterr().err


def test_a_missing_column_and_unclear_ids_are_refused():
    with pytest.raises(ValueError, match="has no column text"):
        Corpus.build(documents().drop(columns="text"))
    with pytest.raises(ValueError, match=r"1 are missing and 1 repeat another \(such as 'a'\)"):
        Corpus.build(documents().assign(document=["a", "a", None]))


@pytest.mark.parametrize(
    "mask",
    [
        lambda table: table["outlet"] == "Post",
        lambda table: (table["outlet"] == "Post").to_numpy(),
        np.array([True, False, False]),
        pd.Series([True, None, False], dtype="boolean"),
        pd.Series([True, None, False], dtype="object"),
        [True, False, False],
    ],
)
def test_where_selects_by_any_kind_of_mask(mask):
    corpus = Corpus.build(documents()).where(mask)
    assert corpus.documents["document"].tolist() == ["a"]
    assert corpus.documents.index.equals(pd.RangeIndex(1))
    assert repr(corpus) == "Corpus(1 of 3 documents, 2 tokens, 1994-03-05 to 1994-03-05)"


def test_where_shares_the_tokens_and_can_be_repeated():
    corpus = Corpus.build(documents())
    later = corpus.where(corpus.documents["document"] != "a")
    last = later.where(later.documents["document"] == "c")
    assert last.index is corpus.index
    assert last.everything is corpus.everything
    assert last.column("document").tolist() == ["c"]
    assert len(corpus.where(np.zeros(3, dtype=bool))) == 0


@pytest.mark.parametrize(
    ("mask", "message"),
    [
        (np.array([True]), "3 booleans"),
        (np.array([1, 0, 1]), "3 booleans"),
        (pd.Series([True, True, False], index=[2, 1, 0]), "index is not that of corpus.documents"),
    ],
)
def test_where_refuses_what_does_not_fit(mask, message):
    with pytest.raises(ValueError, match=message):
        Corpus.build(documents()).where(mask)


def test_a_saved_corpus_opens_as_it_was(tmp_path):
    corpus = Corpus.build(documents())
    opened = Corpus.open(corpus.save(tmp_path / "processed"))
    pd.testing.assert_frame_equal(opened.documents, corpus.documents)
    assert match(opened, "aid").start.tolist() == match(corpus, "aid").start.tolist() == [0, 3]


def test_a_selection_is_saved_as_a_corpus_of_its_own(tmp_path):
    Corpus.build(documents()).where(np.array([False, True, True])).save(tmp_path)
    opened = Corpus.open(tmp_path)
    assert repr(opened) == "Corpus(2 documents, 2 tokens, 2 types, 1996-01-01 to 1996-01-01)"
    assert opened.index.types == ("aid", "more")


def test_an_opened_corpus_can_be_saved_in_its_own_folder(tmp_path):
    Corpus.build(documents()).save(tmp_path)
    Corpus.open(tmp_path).where(np.array([True, False, False])).save(tmp_path)
    assert Corpus.open(tmp_path).tokens == 2


def test_documents_changed_after_the_build_are_noticed(tmp_path):
    Corpus.build(documents()).save(tmp_path)
    documents().fillna({"text": "None."}).to_parquet(tmp_path / "documents.parquet")
    with pytest.raises(ValueError, match="changed after its index was built"):
        Corpus.open(tmp_path)


def test_a_folder_without_a_corpus_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"documents\.parquet"):
        Corpus.open(tmp_path)
