import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.terms.dispersion import dispersion
from mediastudy.terms.distances import distance_measures

COLUMNS = {
    "frequency": "freq",
    "range": "range",
    "range_share": "range_prop",
    "dp": "DP",
    "dp_norm": "DPnorm",
    "juilland_d": "juilland_D",
    "carroll_d2": "carroll_D2",
    "carroll_d2_counts": "carroll_D2_counts",
    "rosengren_s": "rosengren_S",
    "da": "DA",
    "kld": "KLD",
    "kld_reciprocal": "KLD_o2p",
    "kld_power": "KLD_2pow",
    "arf": "ARF",
    "ald": "ALD",
    "f_ald": "f_ALD",
    "awt": "AWT",
    "f_awt": "f_AWT",
}
PARTS = ["dp_norm", "juilland_d", "carroll_d2", "carroll_d2_counts", "da"]
# Gries 2008, pp. 406-410: five parts of ten tokens.
TOY = [
    "b a m n i b e u p k",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a",
]


def built(texts, **columns):
    return Corpus.build(
        pd.DataFrame({"document": [f"d{place:02}" for place in range(len(texts))], "text": texts, **columns})
    )


def of_counts(counts, sizes):
    """The row of a word with these counts in parts of these sizes."""
    pairs = zip(counts, sizes, strict=True)
    return (
        dispersion(built([" ".join(["w"] * count + ["x"] * (size - count)) for count, size in pairs]))
        .set_index("type")
        .loc["w"]
    )


def test_the_published_example_of_gries_2008_in_five_equal_parts():
    row = dispersion(built(TOY)).iloc[0]
    assert (row["type"], row["frequency"], row["range"], row["range_share"]) == ("a", 15, 5, 1)
    published = {"arf": 10.8, "ald": 0.628, "f_ald": 11.764, "awt": 3.18, "f_awt": 9.328, "rosengren_s": 0.937}
    assert row[list(published)].astype(float).round(3).to_dict() == published
    assert row[["dp", "dp_norm", "da"]].astype(float).tolist() == pytest.approx([0.2, 0.25, 2 / 3])


def test_the_published_example_of_gries_2020_in_unequal_parts():
    row = of_counts([1, 2, 3, 4, 5], [9, 10, 10, 10, 11])
    published = {"dp": 0.18, "dp_norm": 0.2195, "juilland_d": 0.785, "kld": 0.137}
    assert {name: round(row[name], len(str(value)) - 2) for name, value in published.items()} == published


def test_the_published_values_of_lyne():
    sizes = [8143, 8058, 8271, 8125, 7959, 7941, 8146, 8001, 8003, 7930]
    row = of_counts([2, 0, 1, 1, 3, 0, 3, 0, 0, 0], sizes)
    published = {
        "juilland_d": 0.6038797,
        "carroll_d2": 0.6521444,
        "rosengren_s": 0.4763652,
        "da": 0.308164,
        "kld_reciprocal": 0.4665078,
        "range_share": 0.5,
    }
    assert row[list(published)].astype(float).round(7).to_dict() == published
    assert round(1 - row["dp"], 6) == 0.50093


@pytest.mark.parametrize(
    ("column", "counts", "published"),
    [
        ("carroll_d2", [2, 1, 1, 1, 0], 0.8277),  # Carroll 1970
        ("juilland_d", [0, 4, 3, 2, 1], 0.6464),  # Gries 2008, after Juilland and Chang-Rodríguez
        ("dp_norm", [2, 1, 0], 0.5),  # Lijffijt and Gries 2012
    ],
)
def test_published_values_in_equal_parts(column, counts, published):
    assert round(of_counts(counts, [10] * len(counts))[column], 4) == published


def test_an_even_word_and_one_in_a_single_part_are_the_extremes():
    even, lone = of_counts([2, 2], [4, 4]), of_counts([2, 0], [4, 4])
    zero_if_even = ["dp", "dp_norm", "kld"]
    one_if_even = ["juilland_d", "carroll_d2", "rosengren_s", "da", "kld_reciprocal", "kld_power"]
    assert even[zero_if_even].astype(float).tolist() == pytest.approx([0, 0, 0], abs=1e-12)
    assert even[one_if_even].astype(float).tolist() == pytest.approx([1] * 6)
    assert lone[["dp", "dp_norm", "kld"]].tolist() == pytest.approx([0.5, 1, 1])
    assert lone[one_if_even].astype(float).tolist() == pytest.approx([0, 0, 0.5, 0, 0.5, 0.5], abs=1e-12)


def test_parts_are_documents_that_agree_in_columns_and_distances_do_not_depend_on_them():
    corpus = built(["a a", "b a", "a b"], outlet=["Post", None, "Post"], section=["x", "x", "y"])
    by_document, by_outlet = dispersion(corpus), dispersion(corpus, parts="outlet")
    assert by_document["range"].tolist() == [3, 2]
    assert by_outlet["range"].tolist() == [2, 2]
    assert by_outlet["range_share"].tolist() == [1, 1]
    assert by_outlet["dp"].tolist() == pytest.approx([3 / 4 - 2 / 3, 1 / 2 - 1 / 3])
    assert dispersion(corpus, parts=["outlet", "section"])["dp"].equals(by_document["dp"])
    pd.testing.assert_frame_equal(by_document.loc[:, "arf":], by_outlet.loc[:, "arf":])


def test_parts_without_tokens_do_not_count():
    with_empty, without = dispersion(built(["a b", "", "a a", "..."])), dispersion(built(["a b", "a a"]))
    pd.testing.assert_frame_equal(with_empty, without)


def test_what_compares_parts_is_missing_if_there_is_one_alone():
    table = dispersion(built(["a b a"]))
    assert table[PARTS].isna().all(axis=None)
    assert table.drop(columns=PARTS).notna().all(axis=None)
    assert table["dp"].tolist() == [0, 0]


def test_ties_are_in_order_of_spelling_and_rows_are_fresh():
    table = dispersion(built(["b c a", "a c b b"]))
    assert table["type"].tolist() == ["b", "a", "c"]
    assert table.index.tolist() == [0, 1, 2]


def test_a_selection_is_measured_as_if_it_were_alone():
    corpus = built(["a b a", "b b c", "", "c a a a"])
    chosen = corpus.where(np.array([True, False, True, True]))
    alone = Corpus.build(chosen.documents)
    pd.testing.assert_frame_equal(dispersion(chosen), dispersion(alone))


@pytest.mark.parametrize("texts", [[], ["", "..."]])
def test_no_tokens_give_the_documented_columns(texts):
    pd.testing.assert_frame_equal(dispersion(built(texts)), tables.empty("dispersion"))
    pd.testing.assert_frame_equal(dispersion(built(texts), parts="outlet"), tables.empty("dispersion"))


def test_an_unknown_column_is_refused():
    with pytest.raises(ValueError, match="no column desk"):
        dispersion(built(["a"]), parts="desk")


def test_the_corpus_is_not_changed():
    corpus = built(["a b a", "b b c"])
    before, lengths = corpus.everything.copy(), corpus.lengths.copy()
    dispersion(corpus, parts="outlet")
    pd.testing.assert_frame_equal(corpus.everything, before)
    assert np.array_equal(corpus.lengths, lengths)


def test_a_text_long_enough_to_be_counted_by_compiled_loops_has_the_values_of_a_short_one():
    short, long = (dispersion(built(["a b b c " * times] * 2)).set_index("type") for times in (2, 30_000))
    # The distances of b are 1 and 3, those of a are 4.
    assert long.loc[["a", "b"], "awt"].tolist() == [2.5, (1 + (1 + 9) / 4) / 2]
    assert long.loc["a", ["arf", "f_awt"]].tolist() == [60_000, 60_000]
    assert long["ald"].tolist() == pytest.approx(short["ald"].tolist())


def plain_parts(counts, sizes):
    """Measures over parts by their formulas, in plain Python."""
    f, n, total = sum(counts), len(sizes), sum(sizes)
    shares = [size / total for size in sizes]
    rates = [count / size for count, size in zip(counts, sizes, strict=True)]
    mean = sum(rates) / n
    spread = math.sqrt(sum((rate - mean) ** 2 for rate in rates) / n)
    entropy = -sum(rate / sum(rates) * math.log2(rate / sum(rates)) for rate in rates if rate)
    differences = [abs(rates[i] - rates[j]) for i in range(n) for j in range(i)]
    dp = sum(abs(count / f - share) for count, share in zip(counts, shares, strict=True)) / 2
    pairs = list(zip(counts, shares, strict=True))
    return {
        "dp": dp,
        "dp_norm": dp / (1 - min(shares)),
        "juilland_d": 1 - spread / mean / math.sqrt(n - 1),
        "carroll_d2": entropy / math.log2(n),
        "rosengren_s": sum(math.sqrt(count * share) for count, share in pairs) ** 2 / f,
        "da": 1 - sum(differences) / len(differences) / (2 * mean),
        "kld": sum(count / f * math.log2(count / f / share) for count, share in pairs if count),
    }


def plain_distances(words, word):
    """Measures of distances by their formulas, in plain Python."""
    places, total = [place for place, other in enumerate(words) if other == word], len(words)
    distances = [(place - before - 1) % total + 1 for before, place in zip([places[-1], *places], places, strict=False)]
    even = total / len(places)
    ald = sum(distance * math.log10(distance) for distance in distances) / total
    squares = sum(distance**2 for distance in distances)
    return {
        "arf": sum(min(distance, even) for distance in distances) / even,
        "ald": ald,
        "f_ald": total / 10**ald,
        "awt": (1 + squares / total) / 2,
        "f_awt": total**2 / squares,
    }


@settings(deadline=None)
@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=2, max_size=6), st.integers(1, 20))
def test_every_measure_is_what_its_formula_says(words, block):
    corpus = built([" ".join(word) for word in words])
    table = dispersion(corpus)
    pieces = distance_measures(corpus, table["frequency"].to_numpy(), block=block)
    for place, row in table.iterrows():
        expected = plain_parts([word.count(row["type"]) for word in words], [len(word) for word in words])
        expected |= plain_distances("".join(words), row["type"])
        assert row[list(expected)].to_dict() == pytest.approx(expected)
        assert {name: values[place] for name, values in pieces.items()} == pytest.approx(
            {name: expected[name] for name in pieces}
        )


def test_every_measure_agrees_with_the_reference(shared):
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    theirs = pd.read_csv(
        shared / "references" / "dispersion.csv", encoding="utf-8", keep_default_na=False, na_values=[""]
    )
    ours = dispersion(built(texts["text"].tolist())).head(len(theirs))
    assert ours["type"].tolist() == theirs["type"].tolist()
    for column, name in COLUMNS.items():
        assert np.allclose(ours[column], theirs[name], rtol=1e-9, atol=1e-9), column
