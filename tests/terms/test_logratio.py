import numpy as np
import pytest
from scipy import sparse

from mediastudy.terms import logratio
from mediastudy.terms.comparison import Side
from mediastudy.terms.effects import Frequencies, log_ratio


def side(counts):
    """A side of stories by types, of which the last type stands for all other tokens."""
    matrix = sparse.csr_array(np.asarray(counts, np.int32))
    sizes = np.asarray(counts).sum(axis=1)
    return Side(matrix, sizes, matrix, sizes, np.arange(len(sizes)))


def frequencies(target, reference):
    return Frequencies.of(target.frequency, reference.frequency, target.tokens, reference.tokens)


def test_token_intervals_are_those_of_the_reference():
    # we, the, and 0 against 1 token, in ../shared/references (keyness.csv and keyness_rare_pairs.csv)
    counts = Frequencies.of([1133, 2215, 0], [779, 8094, 1], 40_526, 99_335)
    low, high = logratio.by_tokens(counts)
    assert low.tolist() == pytest.approx([1.70101773757, -0.644541784401, -np.inf])
    assert high.tolist() == pytest.approx([1.96737067039, -0.508101027776, 6.57885656438])


def test_swapping_target_and_reference_turns_the_interval_round():
    ours = logratio.by_tokens(Frequencies.of([7, 3, 0], [2, 0, 9], 100, 300))
    theirs = logratio.by_tokens(Frequencies.of([2, 0, 9], [7, 3, 0], 300, 100))
    assert ours.low.tolist() == pytest.approx((-theirs.high).tolist())


def test_the_conservative_log_ratio_is_the_end_nearer_to_zero():
    # lrc95 and lrc95_bonf of we and the, in ../shared/references (keyness.csv)
    counts = Frequencies.of([1133, 2215, 5], [779, 8094, 12], 40_526, 99_335)
    assert logratio.conservative(counts).tolist() == pytest.approx([1.70101773757, -0.508101027776, 0])
    family = logratio.conservative(counts, family=9232)
    assert family.tolist() == pytest.approx([1.52863298216, -0.419867334583, 0])


def test_tokens_that_come_in_few_stories_say_less():
    spread = side([[1, 99]] * 10)
    heaped = side([[10, 90]] + [[0, 100]] * 9)
    reference = side([[1, 399]] * 10)
    widths = [
        float(np.subtract(*reversed(logratio.by_stories(frequencies(part, reference), part, reference)))[0])
        for part in (spread, heaped)
    ]
    tokens = logratio.by_tokens(frequencies(spread, reference))
    assert widths[0] == pytest.approx(tokens.high[0] - tokens.low[0])
    assert widths[1] > 1.5 * widths[0]


def test_a_word_that_one_side_lacks_has_an_open_interval_and_borrows_the_other_sides_spread():
    none, heaped = side([[0, 100]] * 20), side([[20, 80]] + [[0, 100]] * 19)
    counts = frequencies(none, heaped)
    stories, tokens = logratio.by_stories(counts, none, heaped), logratio.by_tokens(counts)
    assert stories.low[0] == -np.inf
    assert tokens.high[0] < 0 < stories.high[0]


def test_one_story_alone_has_no_interval():
    one, two = side([[2, 8]]), side([[2, 8], [3, 7]])
    assert np.isnan(logratio.by_stories(frequencies(one, two), one, two)).all()


@pytest.mark.parametrize(("mean", "stories"), [(0.3, 40), (3.0, 40), (3.0, 12)])
def test_intervals_by_stories_hold_the_truth_where_those_by_tokens_fail(mean, stories):
    # 1,500 types that come in bursts, all with a true log ratio of 1; the stories are of unequal length.
    rng = np.random.default_rng(7)
    sides = []
    for size, rate in ((stories, 2 * mean), (3 * stories, mean)):
        lengths = rng.gamma(4, 100, size) + 50
        drawn = rng.poisson(rng.gamma(0.4, rate * lengths[:, None] / 450 / 0.4, (size, 1500)))
        others = np.maximum(lengths.astype(int)[:, None] * 2000 - drawn.sum(axis=1, keepdims=True), 0)
        sides.append(side(np.hstack([drawn, others])))
    counts = frequencies(*sides)
    used = (counts.target + counts.reference >= 5)[:-1]
    truth = 1.0
    cover = {
        name: np.mean(((low <= truth) & (truth <= high))[:-1][used])
        for name, (low, high) in {
            "stories": logratio.by_stories(counts, *sides),
            "tokens": logratio.by_tokens(counts),
        }.items()
    }
    assert 0.925 <= cover["stories"] <= 0.995
    assert cover["tokens"] < 0.9
    assert abs(np.median(log_ratio(counts)[:-1][used]) - truth) < 0.3
