import pandas as pd

from mediastudy.documents.records import Table
from mediastudy.documents.tabular.mapping import Mapping
from mediastudy.documents.tabular.rows import as_text, settled, to_documents

NOTHING = Mapping({})


def places(frame):
    return [f"row {number}" for number in range(1, len(frame) + 1)]


def test_columns_are_recognised_whatever_their_case_and_the_argument_is_unchanged():
    frame = pd.DataFrame(
        {"DOC ID": ["a", "b"], "Full Text": ["One.", "Two."], "Author": [["A", "B"], []]}, index=[5, 5]
    )
    before = frame.copy()
    rows = to_documents(Table(frame, places(frame), []), NOTHING)
    assert rows.frame[["document", "text"]].to_numpy().tolist() == [["a", "One."], ["b", "Two."]]
    assert rows.frame["byline"].fillna("").tolist() == ["A; B", ""]
    assert rows.frame.index.tolist() == [0, 1]
    pd.testing.assert_frame_equal(frame, before)


def test_an_empty_table_gives_an_empty_table():
    rows = to_documents(Table(pd.DataFrame({"text": pd.Series(dtype="str")}), [], []), NOTHING)
    assert rows.frame.empty
    assert rows.places == []


def test_a_column_mapped_by_the_user_wins_over_one_known_by_name():
    frame = pd.DataFrame({"text": ["old"], "Leib": ["new"], "id": ["a"]})
    rows = to_documents(Table(frame, places(frame), []), Mapping({"Leib": "text"}))
    assert rows.frame[["text", "original_text"]].iloc[0].tolist() == ["new", "old"]


def test_a_mapped_column_that_is_not_there_is_said():
    frame = pd.DataFrame({"text": ["One."], "id": ["a"]})
    rows = to_documents(Table(frame, places(frame), []), Mapping({"Kopf": "title"}))
    assert [problem.problem for problem in rows.problems] == ["mapped_column_missing"]


def test_columns_that_only_share_our_names_pass_through_under_another():
    frame = pd.DataFrame({"text": ["One."], "id": ["a"], "copy": ["3 of 4"], "file": ["scan.tif"]})
    rows = to_documents(Table(frame, places(frame), []), NOTHING)
    assert rows.frame[["original_copy", "original_file"]].iloc[0].tolist() == ["3 of 4", "scan.tif"]


def test_two_columns_of_one_name_both_stay():
    frame = pd.DataFrame([["One.", "a", "b"]], columns=["text", "tag", "tag"])
    rows = to_documents(Table(frame, places(frame), []), NOTHING)
    assert rows.frame[["tag", "tag_2"]].iloc[0].tolist() == ["a", "b"]


def test_values_become_text_without_decimals_or_brackets():
    assert [as_text(value) for value in (1, 2.0, 2.5, True, None, ["a", 1.0], [], {"a": 1})] == [
        "1", "2", "2.5", "True", None, "a; 1", None, '{"a": 1}',
    ]  # fmt: skip


def test_further_columns_are_of_one_kind():
    frame = pd.DataFrame({"n": [1, None], "mixed": [1, "x"], "huge": [10**30, 1], "yes": [True, None]}, dtype="object")
    kinds = settled(frame).dtypes.astype(str).to_dict()
    assert kinds == {"n": "Int64", "mixed": "str", "huge": "str", "yes": "boolean"}
