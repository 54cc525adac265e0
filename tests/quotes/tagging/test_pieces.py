import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.quotes.tagging import pieces as module
from mediastudy.quotes.tagging.pieces import Pieces
from mediastudy.quotes.tagging.tagger import MODEL


def split(text, words):
    return [text[start:end] for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlo’s rain, 3.5%", ["Orlo", "’", "s", "rain", ",", "3", ".", "5", "%"]),
        ('"At last,"\nshe said.', ['"', "At", "last", ",", '"', "she", "said", "."]),
        ("“Ørlo” — naïve", ["“", "Ørlo", "”", "—", "naïve"]),
        ("他说 好", ["他说", "好"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_are_runs_of_letters_and_single_marks(pieces, text, expected):
    assert split(text, pieces.words(text)) == expected


def test_each_word_has_pieces_of_its_own(pieces):
    words = pieces.words("rain unrainlike rain")
    each = [words.pieces[a:b].tolist() for a, b in zip(words.edges[:-1], words.edges[1:], strict=True)]
    assert len(each) == 3
    assert len(each[0]) == 1
    assert len(each[1]) > 1
    assert each[0] == each[2]


def test_capitals_make_no_difference_to_pieces(pieces):
    np.testing.assert_array_equal(pieces.words("RAIN Rain").pieces, pieces.words("rain rain").pieces)


@pytest.mark.parametrize("text", ["🙂", "\x00", "\u200b", "\u0301", "\ufffd", "\ufdfa", "a" * 101])
def test_a_word_that_has_no_pieces_is_unknown(pieces, text):
    words = pieces.words(text)
    assert len(words) == 1
    assert words.edges[-1] >= 1


def test_200_000_characters_without_a_space_are_one_word(pieces):
    words = pieces.words("a" * 200_000)
    assert split("a" * 200_000, words) == ["a" * 200_000]
    assert words.edges[-1] <= 100


def test_words_are_forgotten_when_there_are_many(monkeypatch, pieces):
    monkeypatch.setattr(module, "_KEPT", 2)
    forgetful = Pieces(MODEL / "tokenizer.json")
    for text in ("rain fell late", "late fell rain", "rain"):
        np.testing.assert_array_equal(forgetful.words(text).pieces, pieces.words(text).pieces)


@pytest.mark.parametrize(
    ("span", "touched"),
    [((0, 4), (0, 1)), ((0, 5), (0, 1)), ((0, 6), (0, 2)), ((3, 6), (0, 2)), ((4, 5), (1, 1)), ((9, 9), (2, 2))],
)
def test_words_inside_a_span_are_those_that_it_touches(pieces, span, touched):
    assert pieces.words("Rain fell").inside(span) == touched


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_words_lose_nothing_but_white_space(pieces, text):
    words = pieces.words(text)
    assert "".join(split(text, words)) == re.sub(r"\s", "", text)
    assert (np.diff(words.edges) >= 1).all()
    assert words.edges[-1] == len(words.pieces)
