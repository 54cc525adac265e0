import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.corpus import encoding, tokenizer
from mediastudy.corpus.numbering import Vocabulary
from mediastudy.corpus.scanning import Scanner
from mediastudy.corpus.words import Words

SIGNS = "abhistquQUS'’＇ .,-_0é对口〇々\u0301\u200c\u200dא한\ufe0f😀\u00ad\u200bǅß\u0130\x00\n"


def compiled(texts):
    scanner = Scanner()
    tokens = encoding.Tokens(*scanner.scan(Words.of(texts)))
    return scanner.vocabulary.words().listed, [array.tolist() for array in tokens]


def numbered(vocabulary, listed):
    words = Words.of(listed)
    return vocabulary.number(words.letters, words.offsets[:-1], words.offsets[1:]).tolist()


def plainly(texts):
    forms, tokens = encoding.plain(texts)
    return forms.listed, [array.tolist() for array in tokens]


@given(st.lists(st.text(alphabet=SIGNS, max_size=60), max_size=4))
@settings(deadline=None, max_examples=500)
def test_the_compiled_scanner_finds_what_the_tokenizer_finds(texts):
    assert compiled(texts) == plainly(texts)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_it_does_so_for_any_text(text):
    kept = "".join(sign for sign in text if not 0xD800 <= ord(sign) < 0xE000)
    assert compiled([kept]) == plainly([kept])


@pytest.mark.parametrize(
    "text",
    [
        "it's he’s THERE'S thee's there'sx who's' oru's ORU’S 's s's",
        "the'government O'Shaughnessy qu'entreprise qu'abcdefghij Qu’Abcdefgh l'abcdefgh ll'abcdefgh ll'abcdefg",
        "a" * 7 + " " + "b" * 8 + " " + "c" * 9 + " " + "d" * 15 + " " + "e" * 16 + " " + "f" * 17 + " " + "é" * 40,
        "." * 300 + "aid" + " " * 254 + "aid" + " " * 255 + "aid",
        "支援'abc d_支e\u0301'f",
    ],
)
def test_edges_of_words_and_gaps(text):
    assert compiled([text]) == plainly([text])


def test_every_code_point_has_the_class_that_the_patterns_give_it():
    signs = [chr(point) for point in range(0x30000) if not 0xD800 <= point < 0xE000]
    text = " ".join(f"a{sign}b" for sign in signs)
    assert compiled([text]) == plainly([text])


def test_long_forms_with_equal_beginnings_keep_their_own_numbers():
    words = ["x" * 20 + str(number) for number in range(2000)]
    vocabulary = Vocabulary()
    assert numbered(vocabulary, words) == list(range(2000))
    assert numbered(vocabulary, words[::-1]) == list(range(1999, -1, -1))


def test_forms_whose_hash_is_the_same_keep_their_own_numbers():
    # Both keys of a long form are sums over its letters, so that forms can be made that collide: find some by trying.
    vocabulary, rng = Vocabulary(), np.random.default_rng(1)
    words = sorted({"".join(rng.choice(list("ab"), 24)) for _ in range(3000)})
    assert numbered(vocabulary, words) == list(range(len(words)))
    assert vocabulary.words().listed == tuple(words)


def test_the_vocabulary_grows_and_texts_are_begun_again_without_loss():
    texts = [" ".join(f"w{number:06d}" for number in range(start, start + 9000)) for start in (0, 5000, 20000)]
    assert compiled(texts) == plainly(texts)


def test_tokens_are_counted_by_text_and_script():
    tokens = encoding.Tokens(*Scanner().scan(Words.of(["支援 aid", "", "aid"])))
    assert (tokens.lengths.tolist(), tokens.han.tolist()) == ([3, 0, 1], [2, 0, 0])
    assert tokenizer.tokens("支援 aid") == ["支", "援", "aid"]
