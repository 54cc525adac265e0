import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes.speakers import speakers

QUOTES = pd.DataFrame(
    {
        "quote": ["a:1", "a:2", "b:1", "b:2"],
        "document": ["a", "a", "b", "b"],
        "content": ["no rain fell", "dry wells", "it's late", "nothing"],
        "speaker": ["Vela Orm", "Vela Orm", "V. Orm", None],
        "speaker_kind": ["person", "person", "person", "unnamed"],
        "role": ["mayor", "mayor", "head of Tull", None],
    },
    index=[5, 5, 1, 0],
)
DOCUMENTS = pd.DataFrame(
    {"document": ["a", "b"], "date": pd.to_datetime(["2024-05-01", None]), "outlet": ["Post", "Echo"]}
)


def test_speakers_are_counted_by_hand():
    table = speakers(QUOTES, DOCUMENTS, names={"Vela Orm": {"group": "town hall"}})
    assert table.iloc[0].to_dict() == {
        "speaker": "Vela Orm",
        "speaker_kind": "person",
        "role": "mayor",
        "quotes": 3,
        "words": 7,
        "documents": 2,
        "outlets": 2,
        "first": pd.Timestamp("2024-05-01"),
        "last": pd.Timestamp("2024-05-01"),
        "variants": 2,
        "speaker_group": "town hall",
    }
    assert len(table) == 1


def test_ties_are_broken_by_name():
    quotes = QUOTES.head(2).assign(speaker=["Zed", "Abe"], role=None)
    assert speakers(quotes, DOCUMENTS)["speaker"].tolist() == ["Abe", "Zed"]


def test_of_two_roles_given_as_often_the_longer_one_is_told():
    quotes = QUOTES.head(2).assign(role=["mayor", "mayor of Tull"])
    assert speakers(quotes, DOCUMENTS)["role"].tolist() == ["mayor of Tull"]


def test_names_merged_before_are_not_merged_again():
    once = QUOTES.assign(variant=QUOTES["speaker"], speaker_group=None)
    assert speakers(once, DOCUMENTS)["speaker"].tolist() == ["Vela Orm", "V. Orm"]


def test_documents_that_are_not_in_the_table_have_no_date_and_no_outlet():
    table = speakers(QUOTES.assign(document="z"), DOCUMENTS)
    assert table["first"].isna().all()
    assert table["outlets"].tolist() == [0]


def test_arguments_are_unchanged():
    quotes, documents = QUOTES.copy(deep=True), DOCUMENTS.copy(deep=True)
    speakers(quotes, documents)
    pd.testing.assert_frame_equal(quotes, QUOTES)
    pd.testing.assert_frame_equal(documents, DOCUMENTS)


def test_empty_tables_give_empty_tables_with_the_same_columns():
    empty, full = speakers(tables.empty("quotes"), DOCUMENTS), speakers(QUOTES, DOCUMENTS)
    assert empty.empty
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="quotes has no column content"):
        speakers(QUOTES.drop(columns="content"), DOCUMENTS)
    with pytest.raises(ValueError, match="documents has no column outlet"):
        speakers(QUOTES, DOCUMENTS.drop(columns="outlet"))
