import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediastudy.corpus.words import Words, text_series

LISTED = ["aid", "", "对口支援", "à la"]


@pytest.mark.parametrize("listed", [LISTED, [], [""]])
def test_words_are_kept_however_they_come(listed):
    for words in (
        Words.of(listed),
        Words.from_arrow(pa.array(listed, pa.string())),
        Words.from_arrow(pa.chunked_array([pa.array(["cut", *listed], pa.large_string()).slice(1)])),
        Words.of_series(pd.Series(listed, dtype="str")),
    ):
        assert words.listed == tuple(listed)
        assert [words.word(number) for number in range(len(words))] == listed


def test_missing_words_are_empty_ones():
    assert Words.of_series(pd.Series(["aid", None], dtype="str")).listed == ("aid", "")


def test_words_are_measured_in_characters_and_ordered_by_spelling():
    words = Words.of(LISTED)
    assert words.lengths.tolist() == [3, 0, 4, 4]
    assert [LISTED[number] for number in words.spelling] == sorted(LISTED)
    assert words.series(np.array([2, 0])).tolist() == ["对口支援", "aid"]


def test_a_column_lies_on_the_memory_of_its_words():
    array = Words.of(LISTED).array
    assert pa.array(text_series(array), pa.large_string()).buffers()[2].address == array.buffers()[2].address


@given(st.text(alphabet="ab对é\u0301😀 ", max_size=80), st.integers(0, 90))
def test_a_head_has_as_many_characters_as_asked_for_or_all(text, characters):
    head = Words.of(["before", text, "after"]).head(1, characters)
    assert text.startswith(head)
    assert len(head) >= min(characters, len(text))
