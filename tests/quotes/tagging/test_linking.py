"""Tags and scores by hand to attributions; C, S and Q begin a cue, a source and a content, small letters go on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.quotes.tagging.hints import CONTENT, CUE, SOURCE
from mediastudy.quotes.tagging.linking import fragments, linked
from mediastudy.quotes.tagging.session import Tagged

LETTERS = ".SsCcQq"


def tagged(tags, joins=None, sources=None, *, begin=0, speech=5.0):
    """A window: ``joins`` and ``sources`` lead from a word to a word."""
    numbers = np.array([LETTERS.index(letter) for letter in tags], dtype=np.int64)
    size = len(numbers)
    tables = []
    for links in (joins or {}, sources or {}):
        table = np.zeros((size, size + 1), dtype=np.float32)
        for one, other in links.items():
            table[one, other + 1] = 9
        tables.append(table)
    shares = np.eye(len(LETTERS), dtype=np.float32)[numbers]
    return Tagged(begin, numbers, shares, *tables, np.full(size, speech, dtype=np.float32))


def found(*windows, cuts=()):
    return [(one.content, one.cue, one.source) for one in linked(windows, cuts)]


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ("QqqQq", [(0, 3), (3, 5)]),
        (".qq.q", [(1, 3), (4, 5)]),
        ("Cqq", [(1, 3)]),
        ("", []),
    ],
)
def test_a_content_begins_at_its_first_tag_and_where_none_goes_before(tags, runs):
    assert fragments(tagged(tags).tags)[CONTENT] == runs


def test_fragments_of_each_part_are_kept_apart():
    assert fragments(tagged("SsCQq").tags) == {SOURCE: [(0, 2)], CUE: [(2, 3)], CONTENT: [(3, 5)]}


def test_a_content_leads_to_its_cue_and_the_cue_to_its_source():
    assert found(tagged("SsCQq", {3: 2}, {2: 0})) == [([(3, 5)], [(2, 3)], [(0, 2)])]


def test_words_are_counted_from_the_beginning_of_the_article():
    assert found(tagged("SCQ", {2: 1}, {1: 0}, begin=40)) == [([(42, 43)], [(41, 42)], [(40, 41)])]


def test_both_sides_of_a_cue_are_one_content():
    assert found(tagged("QqSCQq", {0: 3, 4: 3}, {3: 2})) == [([(0, 2), (4, 6)], [(3, 4)], [(2, 3)])]


def test_a_later_fragment_may_lead_to_an_earlier_one():
    assert found(tagged("SCQ.Q", {2: 1, 4: 2}, {1: 0})) == [([(2, 3), (4, 5)], [(1, 2)], [(0, 1)])]


def test_fragments_without_a_cue_are_joined_and_have_their_source():
    assert found(tagged("SQ.Q", {3: 1}, {1: 0})) == [([(1, 2), (3, 4)], [], [(0, 1)])]


def test_two_cues_share_a_source():
    assert found(tagged("SCQCQ", {2: 1, 4: 3}, {1: 0, 3: 0})) == [
        ([(2, 3)], [(1, 2)], [(0, 1)]),
        ([(4, 5)], [(3, 4)], [(0, 1)]),
    ]


def test_a_cue_in_two_fragments_is_one_cue():
    assert found(tagged("SC.CQ", {3: 1, 4: 1}, {1: 0})) == [([(4, 5)], [(1, 2), (3, 4)], [(0, 1)])]


def test_a_content_that_leads_nowhere_stands_for_itself():
    assert found(tagged("SCQ")) == [([(2, 3)], [], [])]


def test_a_cue_without_a_content_is_no_attribution():
    assert found(tagged("SC..", {}, {1: 0})) == []


def test_a_score_for_a_word_that_begins_no_fragment_counts_for_nothing():
    assert found(tagged("SsCQ", {3: 1}, {2: 1})) == [([(3, 4)], [], [])]


def test_speech_is_a_share():
    assert [one.speech for one in linked([tagged("Q", speech=0.0)], ())] == [0.5]


def test_certain_tags_and_links_give_certainties_of_one():
    (one,) = linked([tagged("SCQq", {2: 1}, {1: 0})], ())
    np.testing.assert_allclose(one.certainty, 1, atol=1e-3)


def test_a_content_without_a_cue_is_told_by_the_certainties():
    (one,) = linked([tagged("Qq")], ())
    assert one.certainty[4] == 0


def test_a_content_that_a_window_cuts_in_a_paragraph_is_whole_again():
    early, late = tagged("SCQq", {2: 1}, {1: 0}), tagged("qq.", begin=4)
    assert found(early, late, cuts={4}) == [([(2, 6)], [(1, 2)], [(0, 1)])]


def test_a_content_whose_cue_comes_after_the_cut_is_whole_again():
    early, late = tagged(".Qq"), tagged("qSC", {0: 2}, {2: 1}, begin=3)
    assert found(early, late, cuts={3}) == [([(1, 4)], [(5, 6)], [(4, 5)])]


def test_the_cut_content_need_not_be_the_last_one_found():
    early, late = tagged("CQ.Qq", {3: 0}), tagged("q", begin=5)
    assert found(early, late, cuts={5}) == [([(3, 6)], [(0, 1)], []), ([(1, 2)], [], [])]


def test_contents_in_two_paragraphs_stay_two():
    assert found(tagged("SCQq", {2: 1}, {1: 0}), tagged("Qq.", begin=4)) == [
        ([(2, 4)], [(1, 2)], [(0, 1)]),
        ([(4, 6)], [], []),
    ]


def test_contents_with_cues_of_their_own_stay_two():
    early, late = tagged("SCQ", {2: 1}, {1: 0}), tagged("QSC", {0: 2}, {2: 1}, begin=3)
    assert len(found(early, late, cuts={3})) == 2


def test_a_content_over_three_windows_is_one():
    windows = [tagged("SCQ", {2: 1}, {1: 0}), tagged("qq", begin=3), tagged("q.", begin=5)]
    assert found(*windows, cuts={3, 5}) == [([(2, 6)], [(1, 2)], [(0, 1)])]


def test_nothing_tagged_and_no_windows_give_nothing():
    assert found() == []
    assert found(tagged("...")) == []


@settings(max_examples=150, deadline=None)
@given(sizes=st.lists(st.integers(1, 12), max_size=4), seed=st.integers(0, 2**32 - 1), scale=st.sampled_from([1, 1e4]))
def test_any_tags_and_scores_give_attributions_inside_the_article(sizes, seed, scale):
    chance = np.random.default_rng(seed)
    windows, begin = [], 0
    for size in sizes:
        shares = chance.dirichlet(np.ones(len(LETTERS)), size).astype(np.float32)
        joins, sources = (chance.normal(0, scale, (size, size + 1)).astype(np.float32) for _ in range(2))
        speech = chance.normal(0, 10, size).astype(np.float32)
        windows.append(Tagged(begin, chance.integers(0, len(LETTERS), size), shares, joins, sources, speech))
        begin += size
    attributions = linked(windows, {window.begin for window in windows})
    tags = np.concatenate([np.zeros(0, dtype=np.int64), *(window.tags for window in windows)])
    said = [word for one in attributions for first, last in one.content for word in range(first, last)]
    assert sorted(said) == [word for word, tag in enumerate(tags.tolist()) if LETTERS[tag] in "Qq"]
    for one in attributions:
        assert all(0 <= first < last <= begin for first, last in [*one.content, *one.cue, *one.source])
        assert one.content == sorted(one.content)
        assert all(0 <= share <= 1.0001 for share in (one.speech, *one.certainty))
