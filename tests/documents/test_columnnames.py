"""Names of columns from the cells of a header."""

import time

import pytest

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.tabular.columnnames import MOST, column_names


def test_each_name_comes_once_whatever_the_cells_say():
    names = column_names(["a", "a", "", None, "a_2", "column_3", 7, "a"])
    assert names == ["a", "a_2", "column_3", "column_4", "a_2_5", "column_3_6", "7", "a_8"]
    assert len(set(names)) == len(names)


def test_no_cells_give_no_names():
    assert column_names([]) == []


def test_as_many_columns_as_are_allowed_take_no_time():
    start = time.perf_counter()
    assert len(set(column_names(["a"] * MOST))) == MOST
    assert time.perf_counter() - start < 1


def test_a_header_of_too_many_columns_is_no_table(folder):
    with pytest.raises(Unreadable):
        column_names(["a"] * (MOST + 1))
    intake = folder({"a.csv": "a," * 400_000 + "text\n1\n"})
    assert intake.problems["problem"].tolist() == ["too_many_columns"]
