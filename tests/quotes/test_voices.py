import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes import cues, speakers

QUOTES = pd.DataFrame(
    {
        "quote": ["a:1", "a:2", "b:1", "b:2"],
        "document": ["a", "a", "b", "b"],
        "content": ["no rain fell", "dry wells", "it's late", "nothing"],
        "cue": ["said", "Said", "has urged", None],
        "speaker": ["Orm", "Orm", "Orm", None],
        "speaker_kind": ["person", "person", "person", "unnamed"],
        "role": ["mayor", "mayor", "head of Tull", None],
    },
    index=[5, 5, 1, 0],
)
DOCUMENTS = pd.DataFrame(
    {"document": ["a", "b"], "date": pd.to_datetime(["2024-05-01", None]), "outlet": ["Post", "Echo"]}
)


def test_speakers_are_counted_by_hand():
    table = speakers(QUOTES, DOCUMENTS)
    assert table.iloc[0].to_dict() == {
        "speaker": "Orm",
        "speaker_kind": "person",
        "role": "mayor",
        "quotes": 3,
        "words": 7,
        "documents": 2,
        "outlets": 2,
        "first": pd.Timestamp("2024-05-01"),
        "last": pd.Timestamp("2024-05-01"),
    }
    assert len(table) == 1


def test_ties_are_broken_by_name():
    quotes = QUOTES.head(2).assign(speaker=["Zed", "Abe"], role=None)
    assert speakers(quotes, DOCUMENTS)["speaker"].tolist() == ["Abe", "Zed"]


def test_cues_are_counted_in_lower_case():
    assert cues(QUOTES).to_numpy().tolist() == [["said", 2, 2 / 3, 1], ["has urged", 1, 1 / 3, 1]]


def test_arguments_are_unchanged():
    quotes, documents = QUOTES.copy(deep=True), DOCUMENTS.copy(deep=True)
    speakers(quotes, documents)
    cues(quotes)
    pd.testing.assert_frame_equal(quotes, QUOTES)
    pd.testing.assert_frame_equal(documents, DOCUMENTS)


def test_empty_tables_give_empty_tables():
    pd.testing.assert_frame_equal(speakers(tables.empty("quotes"), DOCUMENTS), tables.empty("speakers"))
    pd.testing.assert_frame_equal(cues(tables.empty("quotes")), tables.empty("cues"))


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="quotes has no column cue"):
        cues(QUOTES.drop(columns="cue"))
