import pandas as pd
import pytest

from mediastudy.corpus import Corpus, groups


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d"],
                "text": "Aid",
                "outlet": ["Post", None, "Herald", "Post"],
                "type": ["x", "x", "y", "y"],
            }
        )
    )


def test_without_columns_all_documents_are_one_group():
    numbers, found = groups(corpus(), None, table="timeline")
    assert numbers.tolist() == [0, 0, 0, 0]
    assert found.shape == (1, 0)


def test_groups_are_in_order_and_a_missing_value_is_the_last():
    numbers, found = groups(corpus(), "outlet", table="timeline")
    assert numbers.tolist() == [1, 2, 0, 1]
    assert found["outlet"].fillna("none").tolist() == ["Herald", "Post", "none"]


def test_only_combinations_that_occur_are_groups_and_a_clashing_name_is_prefixed():
    numbers, found = groups(corpus(), ["outlet", "type"], table="frequencies")
    assert numbers.tolist() == [1, 3, 0, 2]
    assert list(found.columns) == ["outlet", "document_type"]
    assert found["document_type"].tolist() == ["y", "x", "y", "x"]


def test_an_unknown_or_repeated_column_is_refused():
    with pytest.raises(ValueError, match="has no column desk"):
        groups(corpus(), "desk", table="timeline")
    with pytest.raises(ValueError, match="twice"):
        groups(corpus(), ["outlet", "outlet"], table="timeline")


def test_an_empty_corpus_has_no_groups():
    numbers, found = groups(Corpus.build(corpus().documents.head(0)), "outlet", table="timeline")
    assert (len(numbers), len(found)) == (0, 0)
