import sys

import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus, groups
from mediastudy.corpus.coding import one_unit


def corpus():
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d", "e"],
                "outlet": ["Post", None, "Herald", "Post", "Post"],
                "language": ["en", "zh-Hant", None, None, "zh"],
                "text": ["Aid 支援支援", "A1 B2 C3", "支援 aid", "支 aid", ""],
            }
        )
    )


def test_the_language_decides_the_unit_and_where_it_is_unknown_the_script():
    assert corpus().units.tolist() == [0, 1, 1, 0, 1]


def test_values_are_numbered_in_order_and_a_missing_one_comes_last():
    numbers, values = corpus().codes("outlet")
    assert (numbers.tolist(), values.fillna("?").tolist()) == ([1, 2, 0, 1, 1], ["Herald", "Post", "?"])


def test_selections_share_what_was_worked_out():
    whole = corpus()
    part = whole.where(np.array([False, True, False, True, False]))
    assert part.coded is whole.coded
    assert part.codes("outlet")[0].tolist() == [2, 1]
    assert part.units.tolist() == [1, 0]


def test_groups_that_do_not_occur_are_left_out_and_units_part_the_others():
    number, found = groups(corpus(), "outlet", table="frequencies", units=True)
    assert found.fillna({"outlet": "?"}).to_numpy().tolist() == [
        ["Herald", "characters"],
        ["Post", "words"],
        ["Post", "characters"],
        ["?", "characters"],
    ]
    assert number.tolist() == [1, 3, 0, 1, 2]


def test_many_combinations_are_numbered_as_few_are(monkeypatch):
    few = groups(corpus(), ["outlet", "document"], table="frequencies")
    monkeypatch.setattr(sys.modules["mediastudy.corpus.groups"], "_DENSE", 0)
    many = groups(corpus(), ["outlet", "document"], table="frequencies")
    assert few[0].tolist() == many[0].tolist()
    pd.testing.assert_frame_equal(few[1], many[1])


def test_a_mixture_of_units_is_refused_and_empty_documents_do_not_matter():
    with pytest.raises(ValueError, match="2 documents are counted in words and 2 in characters"):
        one_unit([corpus()])
    one_unit([corpus().where(np.array([True, False, False, True, True]))])


def test_no_documents_have_no_groups():
    nothing = corpus().where(np.zeros(5, dtype=bool))
    number, found = groups(nothing, "outlet", table="timeline", units=True)
    assert (len(number), len(found), list(found)) == (0, 0, ["outlet", "unit"])
