import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy import tables
from mediastudy.compiling import FEW, compiled
from mediastudy.corpus import Corpus
from mediastudy.terms import varied
from mediastudy.terms.diversity import lexical_diversity

LOOPS = [varied.count_types, varied.average_windows, varied.count_factors, varied.draw_samples]
LETTERS = st.lists(st.lists(st.integers(0, 5), max_size=40), max_size=4)


def built(*texts, **columns):
    return Corpus.build(
        pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": texts, **columns})
    )


def test_the_whole_corpus_is_one_text():
    table = lexical_diversity(built("Aid for aid", "", "More aid"), window=2, draws=2)
    assert len(table) == 1
    row = table.iloc[0]
    assert (row["tokens"], row["types"], row["ttr"]) == (5, 3, 0.6)
    assert row["mattr"] == 1
    # Of ten pairs of tokens three hold aid twice.
    assert row["hdd"] == pytest.approx((10 * 2 - 3) / 10 / 2)


def test_each_document_can_be_a_text_and_one_without_tokens_has_no_measures():
    table = lexical_diversity(built("Aid for aid", "", "More"), by="document", window=2, draws=2)
    assert table[["document", "tokens", "types"]].to_numpy().tolist() == [["d0", 3, 2], ["d1", 0, 0], ["d2", 1, 1]]
    assert table["ttr"].fillna(-1).tolist() == [2 / 3, -1, 1]
    assert table["mattr"].fillna(-1).tolist() == [1, -1, -1]
    assert table["mtld"].fillna(-1).tolist() == [3, -1, -1]
    assert table["hdd"].fillna(-1).tolist() == pytest.approx([5 / 6, -1, -1])


def test_groups_come_in_order_with_a_missing_value_last_and_join_documents_in_theirs():
    corpus = built("a b", "b a", "a a", "b c", outlet=["Post", None, "Herald", "Post"])
    table = lexical_diversity(corpus, by="outlet", window=3, draws=2)
    assert table["outlet"].fillna("?").tolist() == ["Herald", "Post", "?"]
    assert table["types"].tolist() == [1, 3, 2]
    # Post reads a b b c.
    assert table["mattr"].fillna(-1).tolist() == pytest.approx([-1, 2 / 3, -1])


def test_a_selection_is_measured_as_if_it_were_alone():
    corpus = built("a b a", "b b c", "c a a a")
    chosen = corpus.where(np.array([True, False, True]))
    alone = lexical_diversity(Corpus.build(chosen.documents), window=3, draws=3)
    pd.testing.assert_frame_equal(lexical_diversity(chosen, window=3, draws=3), alone)


def test_mtld_ends_a_factor_where_the_threshold_is_reached():
    # The example of McCarthy and Jarvis 2010: a factor ends at the sixth word (4 types, .667), three new words remain.
    # Backward it ends at the fifth (3 types, .600), and four new words remain.
    corpus = built("of the people by the people for the people")
    assert lexical_diversity(corpus)["mtld"].tolist() == [9]


def test_mtld_ends_a_factor_at_the_threshold_itself():
    # Forward a b a b is a factor, nothing of c remains; backward c b a b a has 3 types in 5, .4 / .5 of a factor.
    assert lexical_diversity(built("a b a b c"), threshold=0.5)["mtld"].tolist() == pytest.approx([(5 + 5 / 0.8) / 2])


def test_what_remains_of_a_text_is_a_part_of_a_factor():
    # a b c a has 3 types in 4 tokens, hence (1 - .75) / (1 - .72) factors in both directions.
    assert lexical_diversity(built("a b c a"))["mtld"].tolist() == pytest.approx([4 * 0.28 / 0.25])
    assert lexical_diversity(built("a b c"))["mtld"].isna().tolist() == [True]


def test_no_documents_give_the_documented_columns():
    empty = built()
    pd.testing.assert_frame_equal(lexical_diversity(empty), tables.empty("lexical_diversity"))
    assert list(lexical_diversity(empty, by="outlet").columns) == ["outlet", *tables.COLUMNS["lexical_diversity"]]


@pytest.mark.parametrize("options", [{"window": 0}, {"draws": 0}, {"threshold": 0}, {"threshold": 1}])
def test_an_option_that_makes_no_sense_is_refused(options):
    with pytest.raises(ValueError, match=next(iter(options))):
        lexical_diversity(built("Aid"), **options)


def test_the_corpus_is_not_changed():
    corpus = built("a b a", "b b c")
    before = corpus.everything.copy()
    lexical_diversity(corpus, by="outlet")
    pd.testing.assert_frame_equal(corpus.everything, before)


def plain_factors(words, threshold):
    """The factors of a text in one direction, in plain Python."""
    count, begin = 0, 0
    for end in range(1, len(words) + 1):
        if len(set(words[begin:end])) / (end - begin) <= threshold:
            count, begin = count + 1, end
    rest = words[begin:]
    return count + ((1 - len(set(rest)) / len(rest)) / (1 - threshold) if rest else 0)


def plain(words, window, threshold, draws):
    """The measures of one text by their definitions, in plain Python."""
    n = len(words)
    passes = [plain_factors(words, threshold), plain_factors(words[::-1], threshold)]
    windows = [len(set(words[place : place + window])) / window for place in range(n - window + 1)]
    missed = [math.comb(n - words.count(word), draws) / math.comb(n, draws) for word in set(words) if n >= draws]
    return [
        len(set(words)),
        sum(windows) / len(windows) if windows else -1,
        sum(n / factors for factors in passes) / 2 if all(passes) else -1,
        sum(1 - miss for miss in missed) / draws if n >= draws else -1,
    ]


@settings(deadline=None)
@given(LETTERS, st.integers(1, 12), st.sampled_from([0.3, 0.5, 0.72, 0.9]), st.integers(1, 12))
def test_every_measure_is_what_its_definition_says(texts, window, threshold, draws):
    joined = varied.Texts(
        np.array([word for text in texts for word in text], dtype=np.int64),
        np.cumsum([0, *map(len, texts)]),
    )
    measures = [
        varied.distinct(joined),
        varied.mattr(joined, window=window),
        varied.mtld(joined, threshold=threshold),
        varied.hdd(joined, draws=draws),
    ]
    found = np.nan_to_num(np.array(measures), nan=-1).T
    assert found.tolist() == [pytest.approx(plain(text, window, threshold, draws)) for text in texts]


@pytest.mark.parametrize("loop", LOOPS, ids=lambda loop: loop.__name__)
@pytest.mark.parametrize("dtype", [np.int32, np.int64])
def test_compiled_and_plain_loops_agree(loop, dtype):
    types = np.random.default_rng(1).zipf(1.3, 3000).astype(np.int64) % 500
    edges = np.array([0, 0, 700, 705, 3000])
    option = 0.72 if loop is varied.count_factors else 42
    found, listed = np.zeros(4), [0.0] * 4
    compiled(loop)(types.astype(dtype), edges, option, np.zeros(500, np.int64), found)
    loop(types.tolist(), edges.tolist(), option, [0] * 500, listed)
    assert np.array_equal(found, listed, equal_nan=True)


def test_a_large_text_takes_the_compiled_way_to_the_same_values():
    types = np.random.default_rng(2).zipf(1.3, FEW + 2) % 300
    edges = np.array([0, 900, len(types)])
    listed = [0.0, 0.0]
    varied.average_windows(types.tolist(), edges.tolist(), 500, [0] * 300, listed)
    assert varied.mattr(varied.Texts(types, edges), window=500).tolist() == listed


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("1789-Washington", [0.41526610644257705, 0.8031472081218263, 87.01988950276242, 0.8221289769800042]),
        ("1885-Cleveland", [0.38126491646778043, 0.7342224953902895, 52.63153928643886, 0.7733780320831244]),
        ("1981-Reagan", [0.34325889164598844, 0.7754917686787566, 67.66708326608565, 0.847512532032259]),
    ],
)
def test_every_measure_agrees_with_lexicalrichness_0_5_1(address, expected, shared):
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    corpus = Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"]}))
    table = lexical_diversity(corpus, by="document", window=50).set_index("document")
    assert table.loc[address, ["ttr", "mattr", "mtld", "hdd"]].astype(float).tolist() == pytest.approx(
        expected, rel=1e-9
    )
