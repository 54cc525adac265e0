"""The generator of news: seeded, and true about what it planted."""

import re
import sys
from pathlib import Path

import pandas as pd
import pytest

import mediastudy as ms

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
DOCUMENTS = 200
SEED = 3


@pytest.fixture(scope="module")
def benchmarks():
    """The generator's modules, which are scripts and no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        before = set(sys.modules)
        import generate
        import vocabulary

        yield generate, vocabulary
        for name in {"generate", "prose", "vocabulary"} - before:
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def corpus(benchmarks, tmp_path_factory):
    return benchmarks[0].generate(tmp_path_factory.mktemp("news"), DOCUMENTS, seed=SEED)


def by_hand(text, phrase):
    """Occurrences by Python's own regular expressions, which know no Unicode properties."""
    return len(re.findall(phrase.pattern.replace(r"\p{Pd}", "\\-–"), text, re.IGNORECASE))


def test_the_saved_truth_is_what_the_texts_hold(benchmarks, corpus):
    documents, truth = pd.read_parquet(corpus.documents), pd.read_parquet(corpus.truth)
    cells = [documents["date"].dt.year.rename("year"), "outlet"]
    for phrase in benchmarks[1].PHRASES:
        hits = documents["text"].map(lambda text, phrase=phrase: by_hand(text, phrase))
        expected = documents.assign(hits=hits, some=hits > 0).groupby(cells)[["hits", "some"]].sum()
        found = truth[truth["phrase"] == phrase.name].set_index(["year", "outlet"])
        assert (found["hits"] == expected["hits"]).all()
        assert (found["documents_with_hit"] == expected["some"]).all()
    assert truth["hits"].sum() > 20


def test_our_timeline_finds_what_was_planted(benchmarks, corpus):
    queries = {phrase.name: phrase.query for phrase in benchmarks[1].PHRASES}
    found = ms.timeline(ms.Corpus.build(pd.read_parquet(corpus.documents)), queries, by="outlet")
    keys = ["phrase", "year", "outlet"]
    ours = found.assign(year=found["period"].dt.year)[found["hits"] > 0].set_index(keys)["hits"].sort_index()
    truth = pd.read_parquet(corpus.truth).set_index(keys)["hits"].sort_index()
    pd.testing.assert_series_equal(ours, truth[truth > 0], check_index_type=False)


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(benchmarks, corpus, tmp_path):
    smaller = benchmarks[0].generate(tmp_path, 20, seed=SEED)
    whole = pd.read_parquet(corpus.documents)
    pd.testing.assert_frame_equal(pd.read_parquet(smaller.documents), whole.head(20))


def test_another_seed_gives_other_news(benchmarks, corpus, tmp_path):
    other = benchmarks[0].generate(tmp_path, 20, seed=SEED + 1)
    texts = pd.read_parquet(corpus.documents)["text"]
    assert not set(pd.read_parquet(other.documents)["text"]) & set(texts)


def test_the_documents_have_dates_outlets_titles_and_paragraphs(benchmarks, corpus):
    documents = pd.read_parquet(corpus.documents)
    assert list(documents.columns) == ["document", "date", "outlet", "title", "text"]
    assert documents["date"].dt.year.between(1994, 2024).all()
    assert set(documents["outlet"]) == set(benchmarks[0].OUTLETS)
    words = documents["text"].str.count(r"\w+")
    assert 400 < words.mean() < 550
    for sign in ("“", "’s", "-", " – ", "\n\n", "?"):
        assert documents["text"].str.contains(sign, regex=False).any()


def test_the_vocabulary_has_200_000_words_with_the_common_ones_first(benchmarks):
    words = benchmarks[1].vocabulary()
    assert words[:3] == ["the", "of", "to"]
    assert len(words) == len(set(words)) == 200_000


def test_no_invented_word_could_be_taken_for_a_word_of_a_phrase(benchmarks):
    spelled = {
        part
        for phrase in benchmarks[1].PHRASES
        for spelling in phrase.spellings
        for part in re.split(r"[ -]", spelling.lower())
    } - {"of"}
    close = [
        word for word in benchmarks[1].vocabulary() if not word.isascii() and word.lower().startswith(tuple(spelled))
    ]
    assert close == []
