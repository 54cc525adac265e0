import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.corpus import Corpus, Hits, locating, match, spans, tokenizer


def corpus_of(*texts):
    return Corpus.build(pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": list(texts)}))


def every_token(corpus):
    positions = np.arange(len(corpus.index.printed))
    return Hits(corpus.index.documents_at(positions), positions, positions + 1)


@given(st.lists(st.text(alphabet="abA’'s_ .-é对\u0301", max_size=40), max_size=4))
@settings(deadline=None)
def test_every_token_is_found_where_the_tokenizer_finds_it(texts):
    corpus = corpus_of(*texts)
    expected = [place for text in texts for place in tokenizer.spans(text)]
    assert list(zip(*(part.tolist() for part in spans(corpus, every_token(corpus))), strict=True)) == expected


@pytest.mark.parametrize("text", ["laid aid, aid_ aids aid's (aid) aid", "láid aid\u0301 aid 对aid aid"])
def test_looking_for_words_and_tokenising_again_agree(text, monkeypatch):
    corpus = corpus_of("none", text)
    hits = match(corpus, "aid")
    quick = [part.tolist() for part in spans(corpus, hits)]
    monkeypatch.setattr(locating, "_FORMS", -1)
    assert [part.tolist() for part in spans(corpus, hits)] == quick
    assert {text[start:end] for start, end in zip(*quick, strict=True)} == {"aid"}


def test_no_hits_have_no_places():
    assert [part.tolist() for part in spans(corpus_of("none"), match(corpus_of("none"), "aid"))] == [[], []]
