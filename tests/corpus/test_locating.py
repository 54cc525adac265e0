import numpy as np
import pandas as pd
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


def test_gaps_of_any_size_are_counted():
    for size in (253, 254, 255, 256, 3000):
        text = "." * size + "aid" + " " * size + "more"
        assert [part.tolist() for part in spans(corpus_of("aid", text), match(corpus_of("aid", text), "more"))] == [
            [2 * size + 3],
            [2 * size + 7],
        ]


def test_tokens_may_be_asked_for_in_any_order_and_twice():
    index = corpus_of("one two", "three").index
    starts, ends = locating.token_spans(index, np.array([2, 1, 1, 0]))
    assert (starts.tolist(), ends.tolist()) == ([0, 4, 4, 0], [5, 7, 7, 3])


def test_no_hits_have_no_places():
    assert [part.tolist() for part in spans(corpus_of("none"), match(corpus_of("none"), "aid"))] == [[], []]
