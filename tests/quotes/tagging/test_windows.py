from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.quotes.tagging.windows import LIMIT, cuts, windows

TEXTS = st.text(st.sampled_from("ab7 \t\n\r.;\"'”🙂\x00\u200b\u2028文"), max_size=120)
LONG = "a b. c d e f g"


def cut(text, words, limit):
    """The windows' words, with single spaces."""
    spans = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    every = [text[start:end] for start, end in spans]
    return [" ".join(every[first:last]) for first, last in windows(text, words, limit)]


def test_paragraphs_that_fit_together_are_one_window(words_of):
    text = "a b\n\nc d\n\ne f"
    assert cut(text, words_of(text), 4) == ["a b c d", "e f"]
    assert cut(text, words_of(text), 6) == ["a b c d e f"]
    assert cut(text, words_of(text), 3) == ["a b", "c d", "e f"]


def test_pieces_count_and_not_words(words_of):
    text = "a b\n\nc d"
    assert cut(text, words_of(text, each=2), 4) == ["a b", "c d"]


def test_a_long_paragraph_is_cut_after_its_last_stop_that_fits(words_of):
    assert cut(LONG, words_of(LONG), 5) == ["a b .", "c d e f g"]


def test_a_long_sentence_is_cut_where_the_limit_falls(words_of):
    text = "a b c d e"
    assert cut(text, words_of(text), 2) == ["a b", "c d", "e"]


def test_the_rest_of_a_long_paragraph_is_joined_by_the_next_one(words_of):
    text = "a b c d e\n\nf"
    assert cut(text, words_of(text), 4) == ["a b c d", "e f"]


def test_a_word_beyond_the_limit_has_a_window_for_itself(words_of):
    text = "a b"
    assert cut(text, words_of(text, each=9), 4) == ["a", "b"]


def test_cuts_are_the_windows_that_begin_inside_a_paragraph(words_of):
    text = f"x y z\n\n{LONG}"
    words = words_of(text)
    found = windows(text, words, 5)
    assert found == [(0, 3), (3, 6), (6, 11)]
    assert cuts(text, words, found) == {6}


def test_a_text_without_words_has_no_window(words_of):
    assert windows("", words_of("")) == []
    assert windows(" \n ", words_of(" \n ")) == []


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, limit=st.integers(1, 12), each=st.integers(1, 3))
def test_windows_hold_every_word_once_and_keep_the_limit(words_of, text, limit, each):
    words = words_of(text, each)
    found = windows(text, words, limit)
    assert [word for first, last in found for word in range(first, last)] == list(range(len(words)))
    for first, last in found:
        assert last - first == 1 or words.edges[last] - words.edges[first] <= limit


@settings(max_examples=30, deadline=None)
@given(text=TEXTS)
def test_windows_of_real_pieces_fit_the_network(pieces, text):
    long = text * 40
    words = pieces.words(long)
    assert all(words.edges[last] - words.edges[first] <= LIMIT for first, last in windows(long, words))
