import re

import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.timelines.suggesting import suggest_variants

TEXTS = [
    "The mayor of Port Orlo opened wells by the river",
    "The mayor of Port Orlo closed wells by the lake",
    "The mayor of Velatown opened wells by the sea",
    "The mayor of Velatown closed wells by the road",
    "Bread costs money in every shop today",
    "Bread costs coins in every house today",
]


def corpus(texts=TEXTS, **columns):
    return Corpus.build(
        pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": texts, **columns})
    )


def test_a_name_among_the_same_words_comes_first():
    table = suggest_variants(corpus(), "Port Orlo", minimum=2)
    first = table.iloc[0]
    assert (first["candidate"], first["hits"], first["documents"]) == ("velatown", 2, 2)
    assert first["context_similarity"] > 0.5
    assert first["string_similarity"] < 0.2
    assert first["appositions"] == 0
    assert "bread" not in table["candidate"].head(3).tolist()


def test_what_the_phrase_finds_already_is_no_candidate():
    table = suggest_variants(corpus(), {"town": ["Port Orlo", "Velatown"]}, minimum=1)
    assert not {"port orlo", "velatown", "port", "orlo"} & set(table["candidate"])


def test_a_name_that_the_text_sets_beside_the_phrase_is_found_however_rare():
    texts = [*TEXTS, "Drymouth, formerly known as Port Orlo, is old."]
    table = suggest_variants(corpus(texts), "Port Orlo", minimum=2).set_index("candidate")
    assert table.loc["drymouth", ["hits", "appositions", "evidence"]].tolist() == [1, 1, "d6:0-8"]
    assert table["score"].idxmax() in {"drymouth", "velatown"}


def test_initials_are_as_alike_as_can_be():
    texts = ["The Bureau of Dry Wells met", "Later the BDW met", "BDW and the Bureau of Dry Wells"]
    table = suggest_variants(corpus(texts), "Bureau of Dry Wells", minimum=2)
    assert table[["candidate", "string_similarity"]].iloc[0].tolist() == ["bdw", 1.0]


def test_the_evidence_is_the_first_occurrence_by_date():
    built = corpus(date=["1994", "1995", "1999", "1996", None, None])
    table = suggest_variants(built, "Port Orlo", minimum=2).set_index("candidate")
    document, start, end = re.fullmatch(r"(.*):(\d+)-(\d+)", table.loc["velatown", "evidence"]).groups()
    assert document == "d3"
    assert TEXTS[3][int(start) : int(end)] == "Velatown"


def test_scores_fall_ties_go_by_spelling_and_no_more_than_asked_are_given():
    table = suggest_variants(corpus(), ["Port Orlo", "bread"], minimum=1, most=3)
    assert table["phrase"].tolist() == ["Port Orlo"] * 3 + ["bread"] * 3
    for _, rows in table.groupby("phrase"):
        order = list(zip(-rows["score"], rows["candidate"], strict=True))
        assert order == sorted(order)
    assert table.index.tolist() == list(range(6))


def test_chinese_candidates_are_runs_of_characters():
    texts = [
        "市长到旧港镇开井送水",
        "市长到旧港镇开井修路",
        "市长到新河镇开井送水",
        "市长到新河镇开井修路",
        "新河镇(原名旧港镇)很大",
    ]
    table = suggest_variants(corpus(texts, language="zh"), "旧港镇", minimum=2)
    assert table["unit"].unique().tolist() == ["characters"]
    assert table["candidate"].iloc[0] == "新河镇"
    assert table["appositions"].iloc[0] == 1


def test_a_phrase_without_hits_is_compared_by_its_letters():
    table = suggest_variants(corpus(), "Velatowns", minimum=2)
    assert table["candidate"].iloc[0] == "velatown"
    assert table["context_similarity"].eq(0).all()


def test_a_selection_is_searched_alone():
    built = corpus().where(lambda rows: rows["document"].isin(["d0", "d1", "d4", "d5"]))
    assert "velatown" not in suggest_variants(built, "Port Orlo", minimum=1)["candidate"].tolist()
    table = suggest_variants(corpus().where(lambda rows: rows["document"] > "d0"), "Port Orlo", minimum=2)
    assert table.loc[table["candidate"] == "velatown", "evidence"].tolist() == ["d2:13-21"]


def test_one_document_and_none_have_the_documented_columns():
    one = suggest_variants(corpus(["Velatown, once Port Orlo"]), "Port Orlo", minimum=1)
    assert one.dtypes.to_dict() == tables.empty("variant_suggestions").dtypes.to_dict()
    for texts in ([], [None], ["Port Orlo"]):
        made = suggest_variants(corpus(texts), "Port Orlo")
        pd.testing.assert_frame_equal(made, tables.empty("variant_suggestions"))


@pytest.mark.parametrize("option", [{"minimum": 0}, {"most": 0}])
def test_fewer_than_one_is_refused(option):
    with pytest.raises(ValueError, match="minimum and most must be 1 or more"):
        suggest_variants(corpus(), "Port Orlo", **option)


def test_the_corpus_is_not_changed():
    built = corpus()
    before, rows = built.everything.copy(), built.rows.copy()
    suggest_variants(built, "Port Orlo", minimum=1)
    pd.testing.assert_frame_equal(built.everything, before)
    assert np.array_equal(built.rows, rows)
