import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.terms.exports import keywords_as
from mediastudy.terms.keyness import keywords

COLUMNS = {
    "quanteda": ["feature", "chi2", "p", "n_target", "n_reference"],
    "quanteda_lr": ["feature", "G2", "p", "n_target", "n_reference"],
    "antconc": [
        "Type",
        "Rank",
        "Freq_Tar",
        "Freq_Ref",
        "Range_Tar",
        "Range_Ref",
        "Keyness (Likelihood)",
        "Keyness (Effect)",
    ],
    "conc": [
        "rank",
        "token",
        "frequency",
        "frequency_reference",
        "normalized_frequency",
        "normalized_frequency_reference",
        "relative_risk",
        "log_ratio",
        "log_likelihood",
    ],
    "tidylo": ["set", "feature", "n", "log_odds_weighted"],
    "rayson": ["Item", "O1", "%1", "O2", "%2", "LL", "%DIFF", "Bayes", "ELL", "RRisk", "LogRatio", "OddsRatio"],
}


def table():
    built = Corpus.build(pd.DataFrame({"document": list("ab"), "text": ["aid aid aid x", "aid x x wool"]}))
    return keywords(built.where(built.rows < 1), built.where(built.rows > 0), minimum=1, permutations=9)


@pytest.mark.parametrize("tool", COLUMNS)
def test_each_tool_has_its_own_columns_also_without_rows(tool):
    assert list(keywords_as(table(), tool).columns) == COLUMNS[tool]
    empty = keywords_as(tables.empty("keywords"), tool)
    assert list(empty.columns) == COLUMNS[tool]
    assert empty.empty


@pytest.mark.parametrize("tool", COLUMNS)
def test_the_order_of_the_table_and_its_index_do_not_matter_and_it_is_not_changed(tool):
    shuffled = table().iloc[::-1].set_axis([4, 4, 1], axis=0)
    before = shuffled.copy()
    theirs = keywords_as(table(), tool).sort_values(list(COLUMNS[tool])).reset_index(drop=True)
    pd.testing.assert_frame_equal(
        keywords_as(shuffled, tool).sort_values(list(COLUMNS[tool])).reset_index(drop=True), theirs
    )
    pd.testing.assert_frame_equal(shuffled, before)


def test_conc_and_antconc_leave_out_what_the_target_uses_less():
    assert keywords_as(table(), "conc")["token"].tolist() == ["aid"]
    listed = keywords_as(table(), "antconc")
    assert listed["Type"].tolist() == ["aid"]
    assert listed["Keyness (Effect)"].tolist() == [2 * 3 / (4 + 4)]


def test_rayson_puts_both_signs_together():
    assert keywords_as(table(), "rayson")["Item"].tolist() == ["wool", "aid", "x"]


def test_what_is_wrong_is_said():
    with pytest.raises(ValueError, match="tool must be one of quanteda"):
        keywords_as(table(), "wordsmith")
    with pytest.raises(ValueError, match="keywords has no column tokens_target"):
        keywords_as(table().drop(columns="tokens_target"), "conc")


@pytest.fixture(scope="module")
def theirs(shared):
    path = shared / "references" / "keyness.csv"
    return pd.read_csv(path, encoding="utf-8", keep_default_na=False, na_values=[""]).set_index("type")


@pytest.fixture(scope="module")
def ours(shared):
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    built = Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"]}))
    recent = (texts["year"] >= 1945).to_numpy()
    return keywords(built.where(recent), built.where(~recent), minimum=1, permutations=9)


def test_quanteda_is_met_where_it_does_not_correct_and_scipys_yates_where_it_does(ours, theirs):
    a, b, first, second = theirs["freq_target"], theirs["freq_reference"], 40_526, 99_335
    smallest = (a + b) * first / (first + second)
    corrects = (smallest < 5) & ((a * (second - b) - b * (first - a)).abs() >= (first + second) / 2)
    chi2 = keywords_as(ours, "quanteda").set_index("feature").loc[theirs.index, "chi2"]
    assert np.allclose(chi2[~corrects], theirs["quanteda_chi2_none"][~corrects], rtol=1e-8, atol=1e-8)
    assert np.allclose(chi2[corrects], (theirs["chi2_yates"] * theirs["sign"])[corrects], rtol=1e-8, atol=1e-8)
    ratio = keywords_as(ours, "quanteda_lr").set_index("feature").loc[theirs.index, "G2"]
    assert np.allclose(ratio[~corrects], theirs["quanteda_lr_none"][~corrects], rtol=1e-8, atol=1e-8)
    assert (ratio[corrects].abs() <= theirs["g2_4cell"][corrects] + 1e-3).all()


def test_conc_is_met(ours, theirs):
    listed = keywords_as(ours, "conc").set_index("token")
    common = theirs.index.intersection(listed.index)
    assert set(common) == set(theirs.index[theirs["conc_relative_risk"] >= 1])
    for name in ("log_likelihood", "log_ratio", "relative_risk"):
        assert np.allclose(listed.loc[common, name], theirs.loc[common, f"conc_{name}"], rtol=1e-8, atol=1e-8)


def test_tidylo_is_met(ours, theirs):
    target = keywords_as(ours, "tidylo").query("set == 'target'").set_index("feature").loc[theirs.index]
    assert np.allclose(target["log_odds_weighted"], theirs["tidylo_log_odds_weighted"], rtol=1e-8, atol=1e-8)


def test_rayson_is_met_by_the_two_cell_measures(ours, theirs):
    listed = keywords_as(ours, "rayson").set_index("Item").loc[theirs.index]
    assert np.allclose(listed["LL"], theirs["g2_2cell"] * theirs["sign"], rtol=1e-8, atol=1e-8)
    assert np.allclose(listed["Bayes"], theirs["bic_2cell"], rtol=1e-8)
    assert np.allclose(listed["LogRatio"], theirs["log_ratio_zero05"], rtol=1e-8, atol=1e-8)
