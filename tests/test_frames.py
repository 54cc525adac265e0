"""The sampling frame goes from the documents through a corpus to every table, to disk and into the methods."""

import pandas as pd
import pytest

import mediastudy as ms
from mediastudy import methods, storage, tables
from mediastudy.corpus import Corpus


def documents(frame=None, ids="abcd"):
    texts = ["Aid for aid", "Aid came", "More wool", "No wool came"]
    table = pd.DataFrame({"document": list(ids), "text": texts, "date": ["1994-03-05"] * 4})
    table.attrs = {"frame": frame} if frame else {}
    return table


def test_a_corpus_has_the_frame_of_its_documents_and_a_selection_keeps_it():
    corpus = Corpus.build(documents("full"))
    assert corpus.frame == "full"
    assert corpus.where(lambda rows: rows["document"] == "a").frame == "full"
    assert corpus.where(lambda rows: rows["document"] == "a").documents.attrs == {"frame": "full"}
    assert Corpus.build(documents()).frame is None


def test_the_frame_goes_to_disk_and_comes_back(tmp_path):
    corpus = Corpus.build(documents("query-selected"))
    assert Corpus.open(corpus.save(tmp_path)).frame == "query-selected"
    some = corpus.where(lambda rows: rows["document"] == "a")
    assert Corpus.open(some.save(tmp_path / "some")).frame == "query-selected"
    table = ms.frequencies(corpus)
    assert storage.load(storage.write(table, tmp_path / "t.parquet")).attrs == {"frame": "query-selected"}
    assert storage.load(storage.write(table, tmp_path / "t.csv")).attrs == {}


def test_a_corpus_indexed_in_its_folder_has_the_frame(tmp_path):
    storage.write(documents("full"), tmp_path / "documents.parquet")
    assert Corpus.index_folder(tmp_path).frame == "full"


def test_tables_of_a_corpus_carry_its_frame_and_empty_ones_too():
    corpus = Corpus.build(documents("query-selected"))
    made = [
        ms.frequencies(corpus),
        ms.phrase_frequencies(corpus, "aid"),
        ms.concordance(corpus, "aid"),
        ms.concordance(corpus, "nowhere"),
        ms.dispersion(corpus),
        ms.collocates(corpus, "aid", minimum=1),
        ms.lexical_diversity(corpus),
        ms.timeline(corpus=corpus, phrases="aid"),
        ms.extract_quotes(corpus.documents).quotes,
        ms.extract_quotes(corpus.documents).quote_spans,
        ms.speakers(ms.extract_quotes(corpus.documents).quotes, corpus.documents),
        ms.cues(ms.extract_quotes(corpus.documents).quotes),
    ]
    assert [table.attrs for table in made] == [{"frame": "query-selected"}] * len(made)


@pytest.mark.parametrize(
    ("target", "reference", "frame"),
    [
        ("full", "full", "full"),
        ("full", "query-selected", "query-selected"),
        ("undeclared", "full", "undeclared"),
        ("full", None, "undeclared"),
        ("query-selected", None, "query-selected"),
        (None, None, None),
    ],
)
def test_what_is_made_of_two_corpora_claims_no_more_than_the_weaker_allows(target, reference, frame):
    corpora = Corpus.build(documents(target)), Corpus.build(documents(reference, "efgh"))
    made = ms.keywords(*corpora, minimum=1, permutations=9)
    assert made.attrs == ({"frame": frame} if frame else {})
    assert ms.keywords_as(made, "antconc").attrs == made.attrs


def test_a_frame_that_is_none_is_not_carried():
    corpus = Corpus.build(documents("random"))
    assert corpus.frame is None
    assert ms.frequencies(corpus).attrs == {}


def test_a_column_named_frame_is_no_frame():
    assert tables.frame_of(pd.DataFrame({"frame": ["full"]})) is None
    assert ms.extract_quotes(documents().assign(frame="full")).quotes.attrs == {}


def paragraph(text):
    return next(part for part in text.split("\n\n") if part.startswith("**Sampling.**"))


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        ("query-selected", "among these retrieved articles"),
        ("full", "every article of the outlets"),
        ("undeclared", "is not declared"),
    ],
)
def test_the_methods_say_what_the_articles_are(frame, words):
    assert words in paragraph(methods(frame=frame))
    assert "acquisition.csv" not in methods(frame=frame)


def test_the_methods_say_nothing_of_sampling_unless_asked_and_refuse_an_unknown_frame():
    assert "Sampling" not in methods()
    with pytest.raises(ValueError, match="frame must be one of query-selected, full, undeclared"):
        methods(frame="random")


def searches(queries):
    size = len(queries)
    return pd.DataFrame(
        {
            "outlet": ["Coast Daily"] * size,
            "database": ["Factiva"] * size,
            "query": queries,
            "date_of_search": pd.to_datetime(["2024-05-02", *["2024-05-09"] * (size - 1)]),
            "hits": pd.array([1200] * size, dtype="Int64"),
            "downloaded": pd.array([1100] * (size - 1) + [None], dtype="Int64"),
            "excluded": pd.array([100] * size, dtype="Int64"),
            "reason": ["letters"] * size,
        }
    )


def test_the_methods_give_the_numbers_and_queries_of_the_searches():
    text = paragraph(methods(frame="query-selected", acquisition=searches(["harbour AND strike", "dock*"])))
    assert text.endswith(
        "acquisition.csv lists 2 searches of Factiva (2024-05-02 to 2024-05-09); hits reported: 2,400, downloaded: "
        "unknown, excluded: 200 (letters). Queries: `harbour AND strike`; `dock*`."
    )


def test_many_queries_are_counted_and_missing_ones_are_told():
    assert paragraph(methods(frame="full", acquisition=searches(list("abcd")))).endswith(
        "The 4 different queries stand there."
    )
    assert paragraph(methods(frame="full", acquisition=searches([None]))).endswith("The queries are not stated.")
