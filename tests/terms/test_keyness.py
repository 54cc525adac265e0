import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.terms.keyness import keywords

TEXTS = ["Aid for aid", "Aid came", "More wool", "No wool came", ""]


def corpus(texts=TEXTS, **columns):
    names = [f"d{place}" for place in range(len(texts))]
    return Corpus.build(pd.DataFrame({"document": names, "text": texts, **columns}, index=[7] * len(texts)))


def halves(built):
    return built.where(built.rows < 2), built.where(built.rows >= 2)


def test_words_of_both_sides_are_counted_with_the_strongest_difference_first():
    table = keywords(*halves(corpus()), minimum=2, permutations=99)
    assert table["type"].tolist() == ["aid", "wool", "came"]
    assert table["frequency_target"].tolist() == [3, 0, 1]
    assert table["frequency_reference"].tolist() == [0, 2, 1]
    assert table["document_frequency_target"].tolist() == [2, 0, 1]
    assert table["relative_frequency_target"].tolist() == [600_000, 0, 200_000]
    assert set(table["tokens_target"]) == set(table["tokens_reference"]) == {5}
    assert np.sign(table["log_likelihood"]).tolist() == [1, -1, 0]
    assert table["log_ratio"].tolist() == pytest.approx([np.log2(6), -2, 0])
    assert list(table.columns) == list(tables.COLUMNS["keywords"])
    assert table.index.equals(pd.RangeIndex(3))


def test_only_the_frequency_in_both_together_leaves_a_type_out():
    assert keywords(*halves(corpus()), minimum=3, permutations=9)["type"].tolist() == ["aid"]
    assert len(keywords(*halves(corpus()), minimum=1, permutations=9)) == 6


def test_ties_are_in_order_of_spelling():
    table = keywords(*halves(corpus(["b a", "d c", "x", "y"])), minimum=1, permutations=9)
    assert table["type"].tolist() == ["x", "y", "a", "b", "c", "d"]


def test_zeros_are_infinite_but_for_the_log_ratio():
    table = keywords(*halves(corpus()), minimum=2, permutations=9).set_index("type")
    assert table.loc["aid", ["risk_ratio", "odds_ratio", "difference_percent"]].tolist() == [np.inf] * 3
    assert table.loc["wool", ["risk_ratio", "odds_ratio", "difference_percent"]].tolist() == [0, 0, -100]
    assert table.loc["aid", ["log_ratio_high", "log_ratio_high_tokens"]].tolist() == [np.inf] * 2
    assert table.loc["wool", ["log_ratio_low", "log_ratio_low_tokens"]].tolist() == [-np.inf] * 2
    assert np.isnan(table.loc["wool", "dispersion_target"])


def test_the_same_seed_gives_the_same_table():
    sides = halves(corpus(TEXTS[:4] * 5))
    pd.testing.assert_frame_equal(keywords(*sides, seed=4), keywords(*sides, seed=4))


def test_corpora_built_apart_give_the_same_measures():
    sides = halves(corpus())
    apart = [Corpus.build(side.documents) for side in sides]
    together = keywords(*sides, minimum=1, permutations=99)
    again = keywords(*apart, minimum=1, permutations=99)
    pd.testing.assert_frame_equal(again, together)


@pytest.mark.parametrize("texts", [["", "", "aid"], ["aid", "aid", ""], ["", "", ""]])
def test_a_side_without_tokens_gives_the_documented_columns(texts):
    pd.testing.assert_frame_equal(keywords(*halves(corpus(texts)), minimum=1), tables.empty("keywords"))


def test_no_type_frequent_enough_gives_the_documented_columns():
    pd.testing.assert_frame_equal(keywords(*halves(corpus()), minimum=50), tables.empty("keywords"))


def test_without_a_story_that_can_change_sides_p_is_missing():
    built = corpus(["aid x", "aid", "aid x", "aid"], story=["s", "t", "s", "t"])
    table = keywords(*halves(built), minimum=1)
    assert table["p_permutation"].isna().all()
    assert table["q"].isna().all()
    assert table["permutations"].tolist() == [0, 0]
    with pytest.raises(ValueError, match="No group of the columns in within"):
        keywords(*halves(corpus(outlet=["A", "A", "B", "B", "B"])), minimum=1, within="outlet")


@pytest.mark.parametrize("options", [{"permutations": 0}, {"prior": 0}, {"minimum": 0}, {"within": "desk"}])
def test_what_is_wrong_is_said(options):
    with pytest.raises(ValueError, match=next(iter(options)) if "within" not in options else "desk"):
        keywords(*halves(corpus()), **options)


def test_the_corpora_are_not_changed():
    sides = halves(corpus())
    before = sides[0].everything.copy()
    keywords(*sides, minimum=1, permutations=9)
    pd.testing.assert_frame_equal(sides[0].everything, before)


@pytest.fixture(scope="module")
def addresses(shared):
    """The tokenised inaugural addresses of 1945 and later, and the earlier ones."""
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    built = Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"]}))
    recent = (texts["year"] >= 1945).to_numpy()
    return built.where(recent), built.where(~recent)


@pytest.fixture(scope="module")
def theirs(shared):
    path = shared / "references" / "keyness.csv"
    return pd.read_csv(path, encoding="utf-8", keep_default_na=False, na_values=[""]).set_index("type")


SIGNED = {
    "log_likelihood": "g2_4cell",
    "log_likelihood_2cell": "g2_2cell",
    "chi2": "chi2",
    "chi2_yates": "chi2_yates",
}
SAME = {
    "frequency_target": "freq_target",
    "frequency_reference": "freq_reference",
    "document_frequency_target": "docs_target",
    "document_frequency_reference": "docs_reference",
    "p_log_likelihood": "p_g2_4cell",
    "log_ratio": "log_ratio_zero05",
    "log_ratio_walter": "log_ratio_walter",
    "log_ratio_low_tokens": "log_ratio_ci95_lower",
    "log_ratio_high_tokens": "log_ratio_ci95_upper",
    "difference_percent": "pct_diff",
    "risk_ratio": "risk_ratio",
    "odds_ratio": "odds_ratio",
    "bic": "bic_4cell",
    "bic_2cell": "bic_2cell",
    "ell": "ell_2cell",
    "simple_maths": "simple_maths_1",
    "simple_maths_100": "simple_maths_100",
    "log_odds": "logodds_delta_prior1000",
    "log_odds_z": "logodds_z_prior1000",
}


def test_every_measure_agrees_with_independent_programs(addresses, theirs):
    table = keywords(*addresses, permutations=9).set_index("type")
    assert set(table.index) == set(theirs.index)
    ours = table.loc[theirs.index]
    for name, column in SIGNED.items():
        assert np.allclose(ours[name], theirs[column] * theirs["sign"], rtol=1e-9, atol=1e-8), name
    for name, column in SAME.items():
        assert np.allclose(ours[name], theirs[column], rtol=1e-9, atol=1e-8), name


def test_a_prior_as_heavy_as_the_corpora_and_all_types_as_family_agree_too(addresses, theirs):
    table = keywords(*addresses, minimum=1, permutations=9, prior=139_861).set_index("type").loc[theirs.index]
    assert np.allclose(table["log_odds_z"], theirs["logodds_z_prior_corpus"], rtol=1e-9)
    assert np.allclose(table["log_ratio_conservative"], theirs["lrc95_bonf"], rtol=1e-9, atol=1e-9)


def test_rare_types_agree_with_independent_programs(addresses, shared):
    rare = pd.read_csv(shared / "references" / "keyness_rare_pairs.csv").add_prefix("their_")
    firsts = keywords(*addresses, minimum=1, permutations=9).drop_duplicates(
        ["frequency_target", "frequency_reference"]
    )
    pairs = ["their_freq_target", "their_freq_reference"]
    both = rare.merge(firsts, left_on=pairs, right_on=["frequency_target", "frequency_reference"])
    assert len(both) == len(rare)
    for name, column in SIGNED.items():
        assert np.allclose(both[name], both[f"their_{column}"] * both["their_sign"], rtol=1e-9, atol=1e-8), name
    for name in ("log_ratio_low_tokens", "log_ratio_high_tokens", "log_ratio_walter", "log_odds_z"):
        column = SAME[name]
        assert np.allclose(both[name], both[f"their_{column}"], rtol=1e-9, atol=1e-8), name
    meaningless = both[["their_expected_target", "their_expected_reference"]].min(axis=1) <= 1
    assert both["ell"].isna().equals(meaningless)


def test_p_and_q_agree_with_nine_thousand_permutations_by_another_program(addresses, theirs):
    ours = keywords(*addresses).set_index("type").loc[theirs.index]
    # Types that are settled early rest on a thousand permutations, with a standard error of .016.
    assert (ours["p_permutation"] - theirs["p_perm_g2_4cell"]).abs().max() < 0.07
    firm = ours["permutations"] > 9_000
    assert (ours["p_permutation"] - theirs["p_perm_g2_4cell"])[firm].abs().max() < 0.005
    assert ((ours["q"] < 0.05) == (theirs["q_bh_perm_g2_4cell"] < 0.05)).mean() > 0.99


def test_a_few_reference_numbers_without_the_folder():
    # we, in ../shared/references (keyness.csv): 1,133 of 40,526 against 779 of 99,335 tokens
    texts = ["we " * 1133 + "x " * 39_393, "we " * 779 + "x " * 98_556]
    built = corpus(texts)
    table = keywords(built.where(built.rows < 1), built.where(built.rows > 0), permutations=9).set_index("type")
    expected = {
        "log_likelihood": 767.146193157,
        "log_likelihood_2cell": 755.304389705,
        "chi2": 863.724781215,
        "chi2_yates": 862.23362265,
        "log_ratio": 1.83390697327,
        "log_ratio_walter": 1.83360727079,
        "difference_percent": 256.501209987,
        "odds_ratio": 3.63878558016,
        "bic": 755.297788806,
        "ell": 0.000854871363111,
        "simple_maths_100": 3.532715908,
        "log_odds": 1.27147506705,
        "log_odds_z": 27.5262137647,
        "log_ratio_low_tokens": 1.70101773757,
        "log_ratio_high_tokens": 1.96737067039,
    }
    assert table.loc["we", list(expected)].tolist() == pytest.approx(list(expected.values()))
