import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus, match
from mediastudy.terms import frequencies

COUNTS = ["type", "frequency", "relative_frequency", "document_frequency"]


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d"],
                "outlet": ["Post", "Herald", None, "Post"],
                "text": ["Aid for aid, aid", "More aid", "Aid", ""],
            },
            index=[5, 5, 1, 0],
        )
    )


def test_types_are_counted_over_all_documents():
    assert frequencies(corpus())[COUNTS].to_dict("list") == {
        "type": ["aid", "for", "more"],
        "frequency": [5, 1, 1],
        "relative_frequency": pytest.approx([5e6 / 7, 1e6 / 7, 1e6 / 7]),
        "document_frequency": [3, 1, 1],
    }


def test_groups_come_first_with_a_missing_value_as_a_group_of_its_own():
    table = frequencies(corpus(), by="outlet")[["outlet", *COUNTS]]
    assert table.assign(outlet=table["outlet"].fillna("?")).to_numpy().tolist() == [
        ["Herald", "aid", 1, 500_000.0, 1],
        ["Herald", "more", 1, 500_000.0, 1],
        ["Post", "aid", 3, 750_000.0, 1],
        ["Post", "for", 1, 250_000.0, 1],
        ["?", "aid", 1, 1_000_000.0, 1],
    ]


def test_ngrams_stop_at_breaks_and_are_per_million_words():
    table = frequencies(corpus(), n=2)
    assert table["type"].tolist() == ["aid for", "for aid", "more aid"]
    assert table["relative_frequency"].tolist() == pytest.approx([1e6 / 7] * 3)
    assert frequencies(corpus(), n=3)["type"].tolist() == ["aid for aid"]
    assert frequencies(corpus(), n=4).empty


def test_ties_are_in_order_of_spelling():
    found = frequencies(Corpus.build(pd.DataFrame({"document": ["a"], "text": ["b a c, b a, a c"]})), n=2)
    assert list(zip(found["type"], found["frequency"], strict=True)) == [("a c", 2), ("b a", 2)]


def test_chinese_ngrams_are_written_without_spaces():
    found = frequencies(Corpus.build(pd.DataFrame({"document": ["a"], "text": ["对口支援, 8 对口"]})), n=2)
    assert found["type"].tolist() == ["对口", "8 对", "口支", "支援"]


def test_a_selection_counts_its_own_documents_alone():
    table = frequencies(corpus().where(lambda documents: documents["outlet"] == "Post"), n=2)
    assert table["type"].tolist() == ["aid for", "for aid"]
    assert table["relative_frequency"].tolist() == [250_000.0, 250_000.0]


def test_an_ngram_is_as_frequent_as_its_phrase():
    built = corpus()
    for n in (1, 2, 3):
        for row in frequencies(built, n=n).itertuples():
            hits = match(built, row.type)
            assert (len(hits.start), len(set(hits.document))) == (row.frequency, row.document_frequency)


@pytest.mark.parametrize("texts", [[], ["", "..."]])
@pytest.mark.parametrize("n", [1, 2])
def test_no_tokens_give_the_documented_columns(texts, n):
    empty = Corpus.build(pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": texts}))
    pd.testing.assert_frame_equal(frequencies(empty, n=n), tables.empty("frequencies"))
    assert list(frequencies(empty, by="outlet").columns) == ["outlet", *tables.COLUMNS["frequencies"]]


@pytest.mark.parametrize("n", [0, 6])
def test_n_is_between_one_and_five(n):
    with pytest.raises(ValueError, match="between 1 and 5"):
        frequencies(corpus(), n=n)


def test_the_corpus_is_not_changed():
    built = corpus()
    before = built.everything.copy()
    frequencies(built, by="outlet", n=2)
    pd.testing.assert_frame_equal(built.everything, before)


@pytest.fixture(scope="module")
def inaugural(shared):
    """The tokenised addresses of the reference, in two parts."""
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    target = texts["year"].ge(1945).map({True: "target", False: "reference"})
    return Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"], "part": target}))


def expected(shared, name):
    return pd.read_csv(shared / "references" / name, encoding="utf-8", keep_default_na=False, na_values=[""])


def test_types_agree_with_an_independent_count_of_addresses(inaugural, shared):
    table = frequencies(inaugural, by="part").pivot_table(
        index="type", columns="part", values=["frequency", "document_frequency"], fill_value=0
    )
    theirs = expected(shared, "type_counts.csv").set_index("type").sort_index()
    assert table.index.tolist() == theirs.index.tolist()
    for part, suffix in (("target", "target"), ("reference", "reference")):
        assert np.array_equal(table["frequency"][part], theirs[f"freq_{suffix}"])
        assert np.array_equal(table["document_frequency"][part], theirs[f"docs_{suffix}"])


@pytest.mark.parametrize("n", [2, 3])
def test_ngrams_agree_with_an_independent_count_of_addresses(n, inaugural, shared):
    theirs = expected(shared, "ngrams.csv").query("n == @n").reset_index(drop=True)
    table = frequencies(inaugural, n=n)
    assert len(table) == theirs["ngram_types"].iloc[0]
    assert table["frequency"].sum() == theirs["ngram_tokens"].iloc[0]
    top = table.head(100)
    assert top["type"].tolist() == theirs["ngram"].tolist()
    assert top["frequency"].tolist() == theirs["freq"].tolist()
    assert top["document_frequency"].tolist() == theirs["doc_freq"].tolist()
    assert np.allclose(top["relative_frequency"], theirs["per_million_tokens"], rtol=1e-12)


def mixed():
    return Corpus.build(pd.DataFrame({"document": ["a", "b", "c"], "text": ["Aid, aids", "对口支援 aid", "Aiding"]}))


def test_words_and_characters_are_never_pooled():
    table = frequencies(mixed())
    assert table[table["type"] == "aid"][["unit", "frequency", "relative_frequency"]].to_numpy().tolist() == [
        ["words", 1, pytest.approx(1e6 / 3)],
        ["characters", 1, pytest.approx(1e6 / 5)],
    ]


def test_stop_words_are_flagged_and_nothing_else_changes():
    plain, flagged = frequencies(corpus()), frequencies(corpus(), stopwords="en")
    assert flagged[flagged["stopword"]]["type"].tolist() == ["for", "more"]
    pd.testing.assert_frame_equal(flagged.drop(columns="stopword"), plain.drop(columns="stopword"))
    assert frequencies(corpus(), n=2, stopwords=["More", "aid"])["stopword"].tolist() == [False, False, True]


def test_merged_types_are_named_and_count_together():
    stems = frequencies(mixed().where(np.array([True, False, True])), merge="stem").iloc[0]
    assert (stems["type"], stems["types"], stems["frequency"], stems["document_frequency"]) == (
        "aid",
        "aid, aiding, aids",
        3,
        2,
    )
    assert frequencies(mixed(), merge="lemma")["types"].tolist()[0] == "aid, aiding, aids"


def test_merged_ngrams_name_what_is_merged():
    table = frequencies(mixed().where(np.array([False, True, False])), n=2, merge="stem")
    assert table["types"].tolist() == ["口 支", "对 口", "援 aid, aiding, aids", "支 援"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"merge": "root"}, "merge must be one of"),
        ({"merge": "stem", "language": "xx"}, "language must be"),
        ({"merge": "lemma", "language": "xx"}, "language must be"),
        ({"stopwords": "xx"}, "stopwords must be"),
    ],
)
def test_unknown_lists_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        frequencies(corpus(), **options)


def test_tf_idf_is_that_of_quanteda(shared):
    addresses = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    expected = pd.read_csv(shared / "references" / "tfidf.csv", encoding="utf-8", keep_default_na=False)
    ours = frequencies(Corpus.build(addresses.rename(columns={"id": "document"})), by="document")
    both = expected.merge(ours, left_on=["id", "term"], right_on=["document", "type"])
    assert len(both) == len(expected)
    np.testing.assert_allclose(both["tf_idf"], both["quanteda_tfidf_count"].astype(float), atol=1e-6)
