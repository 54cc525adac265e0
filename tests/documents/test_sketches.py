import numpy as np
import pytest

from mediastudy.documents.copies.comparison import Comparison
from mediastudy.documents.copies.shingles import EMPTY, shingles
from mediastudy.documents.copies.sketches import BINS, FEW, sketches
from mediastudy.documents.copies.utf8 import Texts

STRANGE = [
    "",
    "\u00ad",
    "Die Ministerin aß naïve Äpfel; x\u00adyz supercalifragilistic 支援の ไทย a1b2 don’t",
    "abcdefgh ijklmnop",
    "supercali\u00adfragil é",
    "İstanbul ПРИВЕТ мир end12345 éabcdefg 𠀀𠀁",
    "__a_b__ (c) d",
]


@pytest.fixture(scope="module")
def many():
    """Texts that are many enough for the compiled loops, each second one the one before it with words changed."""
    rng = np.random.default_rng(2)
    words = np.array(["".join(rng.choice(list("abdeéiklmnorst"), size)) for size in rng.integers(1, 14, 3000)])
    texts = list(STRANGE)
    while sum(map(len, texts)) <= FEW * 1.1:
        text = rng.choice(words, rng.integers(900, 4000))
        changed = np.where(rng.random(len(text)) < 0.2, rng.choice(words, len(text)), text)
        texts += [" ".join(text), " ".join(changed)]
    return texts


def test_compiled_loops_find_what_plain_python_finds(many):
    made = sketches(Texts.of(many))
    for place in [*range(len(STRANGE) + 20)]:
        alone = sketches(Texts.of([many[place]]))
        assert alone.tokens[0] == made.tokens[place]
        assert alone.sequences[0] == made.sequences[place]
        assert (alone.bins[0] == made.bins[place]).all()


def test_compiled_comparisons_are_those_of_plain_python(many):
    texts = Texts.of(many)
    tokens = sketches(texts).tokens
    ones = np.arange(len(STRANGE), len(STRANGE) + 20)
    found = Comparison(texts, tokens).pairs(ones, ones + 1)
    few = Texts.of(many[len(STRANGE) : len(STRANGE) + 21])
    assert found == Comparison(few, sketches(few).tokens).pairs(np.arange(20), np.arange(1, 21))
    assert found[0].similarity == pytest.approx(0.8, abs=0.05)


def test_agreeing_bins_estimate_the_similarity_of_short_texts_too():
    rng = np.random.default_rng(3)
    errors = []
    for _ in range(200):
        words = [f"w{number}" for number in rng.integers(0, 9999, 40)]
        other = words[:30] + [f"v{number}" for number in rng.integers(0, 9999, 10)]
        made = sketches(Texts.of([" ".join(words), " ".join(other)]))
        one, two = (set(shingles(" ".join(text)).hashes.tolist()) for text in (words, other))
        errors.append((made.bins[0] == made.bins[1]).mean() - len(one & two) / len(one | two))
    assert abs(np.mean(errors)) < 0.02
    assert np.std(errors) < 0.15


def test_every_bin_of_a_text_with_a_shingle_is_filled():
    made = sketches(Texts.of(["one two three four", "one two three"]))
    assert made.bins.shape == (2, BINS)
    assert len(set(made.bins[0].tolist())) == 1
    assert EMPTY not in made.bins[0]
    assert (made.bins[1] == EMPTY).all()
