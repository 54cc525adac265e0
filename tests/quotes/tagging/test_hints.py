import numpy as np

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.tagging.hints import ABSENT, BELOW_TAG, CODES, TAGS, hints, parts

TEXT = 'Orlo said "rain" IN May.\n\nNobody came: "Why'
#       0    1    2 3   4 5  6  7   8      9   10 11 12


def told(code):
    """Of one code the rules' part, the marks, whether a paragraph opens, and the capitals."""
    rest, capitals = divmod(int(code), 3)
    rest, opens = divmod(rest, 2)
    part, marks = divmod(rest, 3)
    return part, marks, opens, capitals


def seen(place, words_of, text=TEXT, drafts=()):
    return [told(code)[place] for code in hints(text, words_of(text), drafts)]


def test_words_in_marks_are_told_closed_from_open(words_of):
    assert seen(1, words_of) == [0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2]


def test_the_first_word_of_each_paragraph_is_told(words_of):
    assert [word for word, opens in enumerate(seen(2, words_of)) if opens] == [0, 8]


def test_one_capital_and_capitals_throughout_are_told_apart(words_of):
    assert seen(3, words_of) == [1, 0, 0, 0, 0, 2, 1, 0, 1, 0, 0, 0, 1]
    assert seen(3, words_of, text="A") == [1]


def test_the_parts_that_the_rules_give_are_told(words_of):
    draft = Draft(((10, 16),), (5, 9), (0, 4))
    tags = [TAGS[part] for part in seen(0, words_of, drafts=[draft])]
    assert tags[:6] == ["B-source", "B-cue", "B-content", "I-content", "I-content", "O"]
    assert set(tags[6:]) == {"O"}


def test_a_cue_inside_a_content_wins(words_of):
    text = "a b c"
    tags = parts(words_of(text), [Draft(((0, 5),), (2, 3), None)])
    assert [TAGS[tag] for tag in tags] == ["B-content", "B-cue", "I-content"]


def test_a_span_that_touches_no_word_gives_none(words_of):
    text = "a   b"
    assert parts(words_of(text), [Draft(((2, 3), (5, 5)), None, None)]).tolist() == [0, 0]


def test_every_code_is_one_that_the_network_knows(words_of):
    assert (ABSENT + 1) * BELOW_TAG == CODES
    codes = hints(TEXT, words_of(TEXT), [Draft(((0, len(TEXT)),), None, None)])
    assert ((codes >= 0) & (codes < CODES)).all()


def test_a_text_without_words_has_no_codes(words_of):
    np.testing.assert_array_equal(hints("", words_of(""), []), np.zeros(0))
