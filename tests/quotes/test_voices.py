import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes.voices import voices

QUOTES = pd.DataFrame(
    {
        "quote": ["a:1", "a:2", "b:1", "b:2", "c:1"],
        "document": ["a", "a", "b", "b", "c"],
        "content": ["no rain fell", "dry wells", "it's late", "nothing", "rain at last"],
        "cue": ["said", "said", "urged", None, "said"],
        "speaker": ["Vela Orm", "Vela Orm", "V. Orm", None, "Bel Tarn"],
        "speaker_kind": ["person", "person", "person", "unnamed", "person"],
        "role": None,
    },
    index=[5, 5, 1, 0, 9],
)
DOCUMENTS = pd.DataFrame({"document": ["a", "b", "c"], "outlet": ["Post", "Echo", "Echo"]})
INTERVALS = ["share_low", "share_high", "word_share_low", "word_share_high"]


def wilson(hits, trials):
    """Wilson's interval, written out."""
    z, p = 1.959964, hits / trials
    centre, half = p + z**2 / (2 * trials), z * np.sqrt(p * (1 - p) / trials + z**2 / (4 * trials**2))
    return (centre - half) / (1 + z**2 / trials), (centre + half) / (1 + z**2 / trials)


def clustered_quotes(seed, documents=300):
    """Quotations of invented speakers who come in clusters: who speaks once in a document, speaks again."""
    draw = np.random.default_rng(seed)
    rows = []
    for document in range(documents):
        taste = draw.dirichlet([0.9, 0.5, 0.2])
        for _ in range(draw.geometric(0.3)):
            speaker = draw.choice(["Vela Orm", "Bel Tarn", "Ode Murr"], p=taste)
            rows.append((str(document), speaker, "word " * int(draw.integers(1, 30))))
    table = pd.DataFrame(rows, columns=["document", "speaker", "content"])
    return table.assign(quote=table.index.astype(str), speaker_kind="person", role=None)


def bootstrap(quotes, speaker, unit, *, times=2000, seed=7):
    """The middle 95 % of a speaker's share when whole documents are drawn again and again."""
    weight = pd.Series(1, index=quotes.index) if unit == "quotes" else quotes["content"].str.split().str.len()
    own = (weight * (quotes["speaker"] == speaker)).groupby(quotes["document"]).sum().to_numpy()
    whole = weight.groupby(quotes["document"]).sum().to_numpy()
    drawn = np.random.default_rng(seed).integers(0, len(whole), (times, len(whole)))
    return np.quantile(own[drawn].sum(axis=1) / whole[drawn].sum(axis=1), [0.025, 0.975])


def test_shares_are_counted_by_hand_and_the_unknown_are_a_row():
    table = voices(QUOTES)
    assert table["speaker"].tolist()[:2] == ["Vela Orm", "Bel Tarn"]
    assert table["speaker"].isna().tolist() == [False, False, True]
    assert table[["quotes", "words", "documents"]].to_numpy().tolist() == [[3, 7, 2], [1, 3, 1], [1, 1, 1]]
    assert table["share"].tolist() == [0.6, 0.2, 0.2]
    assert table["word_share"].tolist() == [7 / 11, 3 / 11, 1 / 11]


def test_shares_add_up_to_one_within_each_group():
    table = voices(QUOTES, DOCUMENTS, by=("outlet", "speaker_kind"))
    assert table.columns.tolist()[:3] == ["outlet", "speaker_kind", "quotes"]
    assert table[["outlet", "speaker_kind", "share"]].to_numpy().tolist() == [
        ["Echo", "person", 2 / 3],
        ["Echo", "unnamed", 1 / 3],
        ["Post", "person", 1.0],
    ]


def test_a_group_is_reckoned_as_if_it_were_alone():
    both = voices(QUOTES, DOCUMENTS, by=("outlet", "speaker"))
    alone = voices(QUOTES[QUOTES["document"] != "a"].assign(variant=None, speaker_group=None), by="speaker")
    echo = both[both["outlet"] == "Echo"]
    assert sorted(echo["share_low"]) == pytest.approx(sorted(alone["share_low"]))


def test_groups_of_ones_own_are_voices_and_who_is_in_none_counts():
    table = voices(QUOTES, by="speaker_group", names={"Vela Orm": {"group": "government"}})
    assert table["share"].tolist() == [0.6, 0.4]
    assert table["speaker_group"].isna().tolist() == [False, True]


def test_stances_are_voices_too():
    table = voices(QUOTES, by="stance")
    assert dict(zip(table["stance"].fillna("none"), table["quotes"], strict=True)) == {
        "neutral": 3,
        "directive": 1,
        "none": 1,
    }


def test_one_quotation_a_document_gives_wilsons_interval():
    quotes = clustered_quotes(1).drop_duplicates("document").head(40)
    for row in voices(quotes).itertuples():
        assert (row.share_low, row.share_high) == pytest.approx(wilson(row.quotes, 40), abs=1e-6)


@pytest.mark.parametrize("unit", ["quotes", "words"])
def test_intervals_agree_with_a_bootstrap_of_documents(unit):
    quotes = clustered_quotes(2)
    prefix = "" if unit == "quotes" else "word_"
    for row in voices(quotes).to_dict("records"):
        low, high = bootstrap(quotes, row["speaker"], unit)
        ours = row[f"{prefix}share_low"], row[f"{prefix}share_high"]
        assert ours == pytest.approx((low, high), abs=0.1 * (high - low))


def test_clusters_make_intervals_wider_than_quotations_alone_would():
    quotes = clustered_quotes(3)
    row = voices(quotes).iloc[0]
    low, high = wilson(row["quotes"], len(quotes))
    assert row["share_high"] - row["share_low"] > 1.3 * (high - low)


def test_repeating_every_quotation_in_its_document_tells_nothing_new():
    quotes = clustered_quotes(4, documents=50).drop_duplicates("document")
    twice = pd.concat([quotes, quotes])
    pd.testing.assert_frame_equal(voices(quotes)[INTERVALS], voices(twice)[INTERVALS])


def test_ends_lie_around_the_share_and_within_zero_and_one():
    table = voices(clustered_quotes(5, documents=12), by="speaker")
    assert (table["share_low"].between(0, table["share"]) & table["share_high"].between(table["share"], 1)).all()


def test_who_has_everything_has_a_lower_end_by_documents():
    table = voices(QUOTES.head(3).assign(document=["a", "b", "b"]))
    assert table["share"].tolist() == [1.0]
    assert table["share_high"].tolist() == [1.0]
    assert table["share_low"].tolist() == pytest.approx([wilson(9 / 5, 9 / 5)[0]])


def test_one_document_has_no_interval():
    table = voices(QUOTES.head(2))
    assert table["share"].tolist() == [1.0]
    assert table[INTERVALS].isna().all().all()


def test_contents_without_words_have_no_share_of_words():
    table = voices(QUOTES.assign(content=""))
    assert table["words"].sum() == 0
    assert table["word_share"].isna().all()
    assert table["share"].sum() == pytest.approx(1.0)


def test_arguments_are_unchanged():
    before = QUOTES.copy(deep=True)
    voices(QUOTES, DOCUMENTS, by=("outlet", "stance"))
    pd.testing.assert_frame_equal(QUOTES, before)


def test_empty_tables_give_empty_tables_with_the_same_columns():
    empty = voices(tables.empty("quotes"), by="speaker_kind")
    assert empty.dtypes.to_dict() == voices(QUOTES, by="speaker_kind").dtypes.to_dict()


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="quotes has no column content"):
        voices(QUOTES.drop(columns="content"))
    with pytest.raises(ValueError, match=r"quotes has no column outlet\. Give the documents"):
        voices(QUOTES, by="outlet")
    with pytest.raises(ValueError, match="by must name at least one column"):
        voices(QUOTES, by=[])
