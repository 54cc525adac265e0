import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.terms.phrases import phrase_frequencies


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d"],
                "outlet": ["Post", "Herald", "Post", None],
                "text": ["Food aid. Food aid, aid", "More aid", "对口支援", ""],
            }
        )
    )


def test_a_passage_that_two_variants_find_counts_once():
    table = phrase_frequencies(corpus().where(np.array([True, True, False, False])), {"help": ["aid", "food aid"]})
    assert table[["phrase", "frequency", "document_frequency", "documents"]].to_numpy().tolist() == [["help", 4, 2, 2]]
    assert table["relative_frequency"].tolist() == [pytest.approx(4e6 / 7)]


def test_variants_follow_their_phrase_in_each_group():
    table = phrase_frequencies(corpus(), {"help": ["aid", "对口支援"]}, by="outlet", variants=True)
    assert table[["outlet", "unit", "variant", "frequency"]].fillna("-").to_numpy().tolist() == [
        ["Herald", "words", "-", 1],
        ["Herald", "words", "aid", 1],
        ["Herald", "words", "对口支援", 0],
        ["Post", "words", "-", 3],
        ["Post", "words", "aid", 3],
        ["Post", "words", "对口支援", 0],
        ["Post", "characters", "-", 1],
        ["Post", "characters", "aid", 0],
        ["Post", "characters", "对口支援", 1],
        ["-", "words", "-", 0],
        ["-", "words", "aid", 0],
        ["-", "words", "对口支援", 0],
    ]


def test_no_documents_give_no_rows():
    assert phrase_frequencies(corpus().where(np.zeros(4, dtype=bool)), "aid", by="outlet").empty


def test_a_query_file_may_be_named(tmp_path):
    path = tmp_path / "queries.toml"
    path.write_text('help = ["aid"]\nnone = ["nothing"]\n', encoding="utf-8")
    table = phrase_frequencies(corpus(), path)
    assert table[table["unit"] == "words"][["phrase", "frequency"]].to_numpy().tolist() == [["help", 4], ["none", 0]]
