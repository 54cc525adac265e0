import numpy as np
import pytest
from scipy import sparse

from mediastudy.terms import labels as module
from mediastudy.terms.labels import DRAW, WORDS, add, labelled, packed, unpacked


@pytest.fixture
def inputs():
    rng = np.random.default_rng(3)
    counts = rng.integers(0, 40, (6, 9)) * (rng.random((6, 9)) < 0.6)
    labels = rng.random((9, DRAW)) < 0.4
    return sparse.csr_array(counts.astype(np.int32)), labels


def test_words_hold_labels_and_give_them_back(inputs):
    labels = inputs[1]
    assert packed(labels).shape == (9, WORDS)
    assert np.array_equal(unpacked(packed(labels)), labels)


def test_counts_are_summed_over_labelled_stories(inputs):
    counts, labels = inputs
    rows = np.array([4, 0])
    assert np.array_equal(labelled(counts, rows, packed(labels)), counts.toarray()[rows] @ labels)


def test_the_loop_in_plain_python_is_the_same_product(inputs):
    counts, labels = inputs
    sums = np.zeros((6, DRAW), np.int32)
    add(counts.indptr, counts.indices, counts.data, np.arange(6), packed(labels), sums)
    assert np.array_equal(sums, counts.toarray() @ labels)


def test_many_counts_take_the_compiled_loop_which_is_the_same_product(monkeypatch, inputs):
    counts, labels = inputs
    monkeypatch.setattr(module, "FEW", 0)
    assert np.array_equal(labelled(counts, np.array([5, 1]), packed(labels)), counts.toarray()[[5, 1]] @ labels)
