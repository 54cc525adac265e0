import itertools
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.corpus import tokenizer
from mediastudy.corpus.tokenizer import fold, possessive, spans, tokens

COMMON = string.printable + "’‘“”–—―‐éßàŒʼ½²\u00ad\u00a0\u200b"
ANY = COMMON + "对口支援〇々\u0301\u200c\u200dאпереї한ก\ufe0f😀＇"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("... — ,", []),
        ("Aid came.", ["Aid", "came"]),
        ("don't, o'clock, O’Hara", ["don't", "o'clock", "O’Hara"]),
        ("Oru's plan and THE BAY'S", ["Oru", "'s", "plan", "and", "THE", "BAY", "'S"]),
        ("it's he’s Let's who's here's", ["it's", "he’s", "Let's", "who's", "here's"]),
        ("the workers' aid 'quoted'", ["the", "workers", "aid", "quoted"]),
        ("paired-up, well‐known snake_case", ["paired", "up", "well", "known", "snake", "case"]),
        ("co\u00adop and 3.5 U.S.", ["co", "op", "and", "3", "5", "U", "S"]),
        ("对口支援 of 8", ["对", "口", "支", "援", "of", "8"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("the'government O'Shaughnessy qu'entreprise", ["the", "government", "O'Shaughnessy", "qu'entreprise"]),
        ("комп'ютерного", ["комп'ютерного"]),
    ],
)
def test_tokens_are_words_as_printed(text, expected):
    assert tokens(text) == expected


def test_a_type_is_casefolded_composed_and_has_straight_apostrophes():
    assert [fold(word) for word in ("DON’T", "Straße", "Cafe\u0301")] == ["don't", "strasse", "café"]


def test_only_a_possessive_s_is_split_off():
    assert [possessive(word) for word in ("Oru’S", "it's", "'s", "we've", "boss")] == [2, 0, 0, 0, 0]


@given(st.text(alphabet=ANY))
@settings(deadline=None)
def test_spans_give_the_tokens_back_in_order_without_overlap(text):
    found = list(spans(text))
    assert [text[start:end] for start, end in found] == tokens(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))


@given(st.text(alphabet=ANY))
@settings(deadline=None)
def test_no_letter_or_digit_is_lost(text):
    assert [sign for sign in text if sign.isalnum()] == [
        sign for token in tokens(text) for sign in token if sign.isalnum()
    ]


@given(st.text(alphabet=COMMON))
@settings(deadline=None)
def test_the_fast_pattern_agrees_with_the_one_for_all_scripts(text):
    fast, slow = tokenizer._COMMON, tokenizer._uncommon_pattern()  # noqa: SLF001 - the two must agree
    assert not tokenizer.is_common(text) or fast.findall(text) == slow.findall(text)
