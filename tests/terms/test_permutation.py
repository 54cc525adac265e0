import itertools

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from mediastudy.corpus import Corpus
from mediastudy.terms import permutation
from mediastudy.terms.comparison import compare
from mediastudy.terms.contingency import log_likelihood
from mediastudy.terms.labels import packed, unpacked
from mediastudy.terms.permutation import FIRST, USUAL, Trial, adjusted, sequential
from mediastudy.terms.shuffling import Groups, draws
from mediastudy.terms.trials import permuted, trial

# Two types and all other tokens in five stories, of which the first two are the target's.
COUNTS = np.array([[3, 2, 0, 1, 0], [1, 0, 1, 0, 4], [6, 9, 7, 8, 5]])


def small():
    sizes = COUNTS.sum(axis=0)
    return Trial(
        counts=sparse.csr_array(COUNTS.astype(np.int32)),
        sizes=sparse.csr_array(sizes[None, :].astype(np.int32)),
        staying=np.zeros(3, np.int64),
        staying_tokens=0,
        target=COUNTS[:, :2].sum(axis=1),
        frequency=COUNTS.sum(axis=1),
        target_tokens=int(sizes[:2].sum()),
        tokens=int(sizes.sum()),
    )


def exact():
    """The share of all ten choices of two stories whose G2 is as large as that of the first two."""
    values = []
    for chosen in itertools.combinations(range(5), 2):
        part = COUNTS[:, list(chosen)]
        values.append(np.abs(log_likelihood(part.sum(axis=1), part.sum(), COUNTS.sum(axis=1), COUNTS.sum())))
    return (np.array(values) >= values[0] - 1e-9).mean(axis=0)


def labels(seed=1, number=4):
    return itertools.islice(draws(Groups(np.array([5]), np.array([2])), seed=seed), number)


def test_p_is_the_share_of_labellings_that_are_as_extreme():
    outcome = sequential(small(), labels(number=40), limit=9_999, enough=10_000)
    assert outcome.p.tolist() == pytest.approx(exact().tolist(), abs=0.02)
    assert outcome.permutations.tolist() == [9_999] * 3
    assert outcome.p.tolist() == ((outcome.exceedances + 1) / 10_000).tolist()


def test_exceedances_are_those_of_a_plain_pass_over_the_same_labels():
    made = np.hstack([unpacked(words) for words in labels()])[:, :999]
    values = [
        np.abs(log_likelihood(COUNTS @ label, COUNTS.sum(axis=0) @ label, COUNTS.sum(axis=1), COUNTS.sum()))
        for label in made.T
    ]
    observed = np.abs(log_likelihood(COUNTS[:, :2].sum(axis=1), COUNTS[:, :2].sum(), COUNTS.sum(axis=1), COUNTS.sum()))
    expected = (np.array(values) >= observed - 1e-9).sum(axis=0)
    assert sequential(small(), labels(), limit=999).exceedances.tolist() == expected.tolist()


def test_all_get_the_first_permutations_and_stop_at_their_last_exceedance_after_them():
    outcome = sequential(small(), labels(number=20), limit=5_000, enough=300)
    made = np.hstack([unpacked(words) for words in labels(number=20)])[:, :5_000]
    values = np.array(
        [
            np.abs(log_likelihood(COUNTS @ label, COUNTS.sum(axis=0) @ label, COUNTS.sum(axis=1), COUNTS.sum()))
            for label in made.T
        ]
    )
    running = (values >= small().threshold(np.arange(3))).cumsum(axis=0)
    assert outcome.permutations.min() == FIRST < outcome.permutations.max()
    for place in range(3):
        settled = running[FIRST - 1, place] >= 300
        last = FIRST if settled else int(np.argmax(running[:, place] >= 300)) + 1
        assert outcome.permutations[place] == last
        count = running[last - 1, place]
        assert outcome.p[place] == pytest.approx((count + 1) / (last + 1) if settled else 300 / last)


def test_results_do_not_depend_on_how_many_types_are_looked_at_together(monkeypatch):
    whole = sequential(small(), labels(), limit=999)
    monkeypatch.setattr(permutation, "_TOGETHER", 1)
    assert [part.tolist() for part in sequential(small(), labels(), limit=999)] == [part.tolist() for part in whole]


def separated(types=1, stories=40):
    """Types that all target stories have once and no other story has, so that no permutation is as extreme."""
    counts = np.repeat([[1] * stories + [0] * stories], types, axis=0)
    half, size = np.full(types, stories), sparse.csr_array(np.full((1, 2 * stories), 50, np.int32))
    target, tokens = 50 * stories, 100 * stories
    rows = sparse.csr_array(counts.astype(np.int32))
    return Trial(rows, size, np.zeros(types, np.int64), 0, half, half, target, tokens)


def test_without_a_limit_it_goes_on_until_q_could_reach_its_level():
    groups = Groups(np.array([80]), np.array([40]))
    usual = sequential(separated(), draws(groups, seed=1))
    assert usual.permutations.tolist() == [USUAL]
    one = separated()
    noise = sparse.csr_array(np.tile([[1, 0]], (999, 40)).astype(np.int32))
    many = Trial(
        counts=sparse.vstack([one.counts, noise], format="csr"),
        sizes=one.sizes,
        staying=np.zeros(1000, np.int64),
        staying_tokens=0,
        target=np.array([40] + [20] * 999),
        frequency=np.full(1000, 40),
        target_tokens=one.target_tokens,
        tokens=one.tokens,
    )
    outcome = sequential(many, draws(groups, seed=1))
    assert adjusted(outcome.p)[0] <= 0.05
    assert USUAL < outcome.permutations[0] <= 20 * 1000 + 256
    assert outcome.permutations[1:].max() == FIRST


def test_adjusted_p_are_those_of_scipy_and_ties_are_equal():
    from scipy.stats import false_discovery_control

    p = np.array([0.01, 0.5, 0.01, 0.04, 1.0, 0.2])
    assert adjusted(p).tolist() == pytest.approx(false_discovery_control(p).tolist())
    assert adjusted(np.array([])).tolist() == []


def test_exceedances_are_those_of_the_reference_for_the_same_permutations(shared):
    references = shared / "references"
    texts = pd.read_csv(references / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    corpus = Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"]}))
    recent = (texts["year"] >= 1945).to_numpy()
    both = compare(corpus.where(recent), corpus.where(~recent), minimum=5)
    rng = np.random.default_rng(1)
    drawn = np.array([rng.permutation(recent) for _ in range(9_999)]).T
    words = [packed(drawn[:, start : start + 256]) for start in range(0, 9_999, 256)]
    order = np.argsort(np.concatenate([np.flatnonzero(recent), np.flatnonzero(~recent)]))
    outcome = sequential(trial(both, order), words, limit=9_999, enough=10_000)
    theirs = pd.read_csv(references / "keyness.csv", keep_default_na=False, na_values=[""]).set_index("type")
    expected = theirs["perm_ge_g2_4cell"].reindex(both.types)
    assert outcome.exceedances.tolist() == expected.tolist()


def corpus(texts, **columns):
    names = [f"d{place}" for place in range(len(texts))]
    return Corpus.build(pd.DataFrame({"document": names, "text": texts, **columns}))


def test_copies_of_a_story_change_sides_together():
    # Four copies in the target are one story among three, so that a third of the labellings is as extreme.
    built = corpus(["aid x"] * 4 + ["no x"] * 2, story=["s"] * 4 + [None] * 2)
    sides = built.where(built.rows < 4), built.where(built.rows >= 4)
    p = permuted(compare(*sides), limit=4_999, seed=1).p
    assert p[compare(*sides).types.tolist().index("aid")] == pytest.approx(1 / 3, abs=0.03)


def test_a_story_on_both_sides_stays_where_it_is():
    built = corpus(["aid aid", "aid x", "no x", "no aid"], story=["s", None, None, "s"])
    both = compare(built.where(built.rows < 2), built.where(built.rows >= 2))
    # Two stories alone can change, which leaves two labellings; of all six of the documents, four are as extreme.
    p = permuted(both, limit=2_999, seed=1).p[both.types.tolist().index("aid")]
    assert p == pytest.approx(1 / 2, abs=0.04)
    lone = compare(built.where(built.rows < 1), built.where(built.rows >= 3))
    assert permuted(lone, limit=99, seed=1) is None


def test_stories_change_sides_only_within_their_group():
    texts = ["aid aid", "aid aid", "aid", "aid", "x", "x", "x x", "x x"]
    built = corpus(texts, outlet=list("AAAABBBB"))
    sides = built.where(built.rows % 4 < 2), built.where(built.rows % 4 >= 2)
    free, bound = compare(*sides), compare(*sides, within="outlet")
    first = [permuted(both, limit=2_999, seed=1).p[0] for both in (free, bound)]
    assert first[1] == pytest.approx(
        # In outlet A, the halves {2, 2} and {1, 1} are kept by two of six choices, in B the like.
        np.mean(_within()),
        abs=0.03,
    )
    assert abs(first[0] - first[1]) > 0.03


def _within():
    """For all 36 labellings within outlets, whether G2 of aid is as large as observed."""
    aid, sizes = np.array([2, 2, 1, 1, 0, 0, 0, 0]), np.array([2, 2, 1, 1, 1, 1, 2, 2])
    choices = list(itertools.combinations(range(4), 2))
    chosen = [[*one, *(place + 4 for place in two)] for one in choices for two in choices]
    values = [abs(float(log_likelihood(aid[part].sum(), sizes[part].sum(), aid.sum(), sizes.sum()))) for part in chosen]
    observed = abs(float(log_likelihood(4, 6, 6, 12)))
    return np.array(values) >= observed - 1e-9
