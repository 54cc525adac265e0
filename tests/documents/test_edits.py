import pandas as pd
import pytest

from mediastudy.documents.copies.edits import edits

DOCUMENTS = pd.DataFrame(
    {
        "document": ["a", "b", "c", "d"],
        "story": ["a", "a", "a", "d"],
        "text": ["Ships came late.\n\nA band played.", "Ships came.\n\nA brass band played.", None, "Else."],
    },
    index=[3, 3, 3, 3],
)


def test_edits_are_the_passages_that_differ_from_the_head():
    found = edits(DOCUMENTS, "a")
    assert found[found["document"].eq("b")][["operation", "before", "after"]].to_numpy().tolist() == [
        ["equal", "Ships ", "Ships "],
        ["replace", "came late.\n\n", "came.\n\n"],
        ["equal", "A ", "A "],
        ["insert", "", "brass "],
        ["equal", "band played.", "band played."],
    ]
    assert found[found["document"].eq("c")]["operation"].tolist() == ["delete"]


@pytest.mark.parametrize("size", [30, 3000])
def test_the_passages_make_both_texts_again(size):
    head = "\n".join(f"Line {place} of the harbour report says {place * 7 % 13}." for place in range(size))
    copy = "New start. " + head.replace("harbour", "port", 5).replace("Line 9 ", "")
    documents = pd.DataFrame({"document": ["a", "b"], "story": "a", "text": [head, copy]})
    found = edits(documents, "a")
    assert "".join(found["before"]) == head
    assert "".join(found["after"]) == copy
    assert "equal" in set(found["operation"])


def test_chinese_is_compared_by_character():
    documents = pd.DataFrame({"document": ["a", "b"], "story": "a", "text": ["港口今天开放。", "港口昨天开放。"]})
    assert edits(documents, "a")[["operation", "before", "after"]].to_numpy().tolist() == [
        ["equal", "港口", "港口"],
        ["replace", "今", "昨"],
        ["equal", "天开放。", "天开放。"],
    ]


def test_a_story_without_copies_has_no_edits_and_an_unknown_one_is_named():
    assert edits(DOCUMENTS, "d").empty
    assert list(edits(DOCUMENTS, "d")) == ["document", "operation", "before", "after"]
    with pytest.raises(ValueError, match="There is no story 'b'"):
        edits(DOCUMENTS, "b")
