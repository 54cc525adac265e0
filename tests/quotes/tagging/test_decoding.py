"""Viterbi and forward-backward beside the sum over all sequences."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mediastudy.quotes.tagging.decoding import Chain, decode, likeliest, probabilities

WORDS, TAGS = 4, 3
NUMBERS = st.floats(-6, 6, width=32)
SCORES = arrays(np.float32, (2, WORDS, TAGS), elements=NUMBERS)
CHAINS = st.builds(
    Chain, arrays(np.float32, (TAGS, TAGS), elements=NUMBERS), arrays(np.float32, (TAGS,), elements=NUMBERS)
)
LENGTHS = st.lists(st.integers(1, WORDS), min_size=2, max_size=2).map(lambda sizes: np.array(sizes, dtype=np.int64))


def score_of(path, scores, chain):
    """The score of one sequence of tags."""
    steps = sum(float(chain.steps[one, two]) for one, two in itertools.pairwise(path))
    return float(chain.starts[path[0]]) + steps + sum(float(scores[word, tag]) for word, tag in enumerate(path))


def all_paths(length):
    return list(itertools.product(range(TAGS), repeat=length))


@settings(max_examples=60, deadline=None)
@given(scores=SCORES, chain=CHAINS, lengths=LENGTHS)
def test_no_sequence_scores_higher_than_the_likeliest(scores, chain, lengths):
    for path, window, length in zip(likeliest(scores, lengths, chain), scores, lengths.tolist(), strict=True):
        assert len(path) == length
        best = max(score_of(other, window, chain) for other in all_paths(length))
        assert score_of(path.tolist(), window, chain) == pytest.approx(best, abs=1e-3)


@settings(max_examples=60, deadline=None)
@given(scores=SCORES, chain=CHAINS, lengths=LENGTHS)
def test_probabilities_are_shares_of_all_sequences(scores, chain, lengths):
    shares = probabilities(scores, lengths, chain)
    for share, window, length in zip(shares, scores, lengths.tolist(), strict=True):
        wanted = np.zeros((WORDS, TAGS))
        paths = all_paths(length)
        weights = np.exp([score_of(path, window, chain) for path in paths])
        for path, weight in zip(paths, weights / weights.sum(), strict=True):
            for word, tag in enumerate(path):
                wanted[word, tag] += weight
        np.testing.assert_allclose(share, wanted, atol=1e-4)


@settings(max_examples=30, deadline=None)
@given(scores=SCORES, chain=CHAINS, lengths=LENGTHS, blank=st.floats(-1e4, 1e4, width=32))
def test_what_stands_beyond_a_window_does_not_matter(scores, chain, lengths, blank):
    other = scores.copy()
    for window, length in zip(other, lengths, strict=True):
        window[length:] = blank
    for one, two in zip(likeliest(scores, lengths, chain), likeliest(other, lengths, chain), strict=True):
        assert one.tolist() == two.tolist()
    np.testing.assert_array_equal(probabilities(scores, lengths, chain), probabilities(other, lengths, chain))


def test_a_forbidden_step_is_never_taken():
    steps = np.array([[0, -1e4], [0, 0]], dtype=np.float32)
    chain = Chain(steps, np.array([0, -1e4], dtype=np.float32))
    scores = np.array([[[0, 9], [0, 9], [0, 9]]], dtype=np.float32)
    assert likeliest(scores, np.array([3]), chain)[0].tolist() == [0, 0, 0]
    np.testing.assert_array_equal(probabilities(scores, np.array([3]), chain)[0, :, 1], 0)


def test_equal_scores_give_equal_probabilities():
    chain = Chain(np.zeros((2, 2), dtype=np.float32), np.zeros(2, dtype=np.float32))
    np.testing.assert_allclose(probabilities(np.zeros((1, 3, 2), dtype=np.float32), np.array([3]), chain), 0.5)


def test_very_large_scores_overflow_nowhere():
    chain = Chain(np.zeros((2, 2), dtype=np.float32), np.zeros(2, dtype=np.float32))
    scores = np.array([[[1e4, -1e4], [-1e4, 1e4]]], dtype=np.float32)
    np.testing.assert_allclose(probabilities(scores, np.array([2]), chain)[0], [[1, 0], [0, 1]])


def test_no_windows_and_no_words_give_nothing():
    chain = Chain(np.zeros((2, 2), dtype=np.float32), np.zeros(2, dtype=np.float32))
    none = np.zeros((1, 0, 2), dtype=np.float32)
    assert likeliest(none, np.array([0]), chain)[0].tolist() == []
    assert probabilities(none, np.array([0]), chain).shape == (1, 0, 2)
    assert likeliest(np.zeros((0, 3, 2), dtype=np.float32), np.zeros(0, dtype=np.int64), chain) == []


def test_windows_of_any_length_are_decoded_in_their_places():
    chance = np.random.default_rng(4)
    chain = Chain(chance.normal(size=(2, 2)).astype(np.float32), chance.normal(size=2).astype(np.float32))
    scores = [chance.normal(size=(size, 2)).astype(np.float32) for size in (3, 1, 200, 2, 3)] * 40
    for one, (tags, shares) in zip(scores, decode(scores, chain), strict=True):
        ((alone, chances),) = decode([one], chain)
        assert tags.tolist() == alone.tolist()
        assert shares.shape == one.shape
        np.testing.assert_array_equal(shares, chances)


def test_no_windows_are_decoded_to_nothing():
    assert decode([], Chain(np.zeros((2, 2), dtype=np.float32), np.zeros(2, dtype=np.float32))) == []
