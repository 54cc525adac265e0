import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.terms.comparison import compare


def corpus(**columns):
    texts = ["Aid for aid", "More aid", "", "For wool", "Wool"]
    return Corpus.build(pd.DataFrame({"document": list("abcde"), "text": texts, **columns}))


def halves(built):
    return built.where(built.rows < 3), built.where(built.rows >= 3)


def test_both_sides_have_the_same_types_and_the_whole_sizes():
    both = compare(*halves(corpus()), minimum=2)
    assert both.types.tolist() == ["aid", "for", "wool"]
    assert (both.target.frequency.tolist(), both.reference.frequency.tolist()) == ([3, 1, 0], [0, 1, 2])
    assert (both.target.tokens, both.reference.tokens) == (5, 3)
    assert both.target.document_frequency.tolist() == [2, 1, 0]


def test_documents_without_tokens_are_left_out():
    both = compare(*halves(corpus()))
    assert both.target.by_document.shape[0] == len(both.target.stories) == 2


def test_copies_of_a_story_are_counted_together():
    both = compare(*halves(corpus(story=["s", "s", None, None, "s"])), minimum=2)
    assert both.target.by_story.toarray().tolist() == [[3, 1, 0]]
    assert both.target.sizes.tolist() == [5]
    assert np.intersect1d(both.target.stories, both.reference.stories).size == 1


def test_types_of_separate_corpora_are_matched_by_spelling_and_their_stories_kept_apart():
    built = corpus(story=["s", "s", None, None, "s"])
    whole = compare(*halves(built))
    parts = [Corpus.build(half.documents) for half in halves(built)]
    apart = compare(*parts)
    numbers = {name: place for place, name in enumerate(apart.types)}
    order = [numbers[name] for name in whole.types]
    assert len(order) == len(apart.types)
    for one, other in ((apart.target, whole.target), (apart.reference, whole.reference)):
        assert one.frequency[order].tolist() == other.frequency.tolist()
    assert not np.intersect1d(apart.target.stories, apart.reference.stories).size


def test_a_story_belongs_to_the_group_of_its_earliest_document():
    dates = pd.to_datetime(["2002-05-01", "2001-05-01", None, "2003-01-01", None])
    both = compare(*halves(corpus(story=["s", "s", None, None, None], date=dates)), within="year")
    groups = both.groups[np.concatenate([both.target.stories, both.reference.stories])]
    assert len(set(groups)) == 3  # 2001, 2003, undated
    by_column = compare(*halves(corpus(year=[1, 1, 1, 1, 2])), within=["year"])
    assert len(set(by_column.groups)) == 2


def test_a_document_is_not_compared_with_itself():
    built = corpus()
    with pytest.raises(ValueError, match=r"2 documents \(such as 'b'\) belong to both"):
        compare(built.where(built.rows < 3), built.where(built.rows >= 1).where(np.array([True, True, False, True])))


def test_words_are_not_compared_with_characters():
    texts, languages = ["More aid", "对口支援", "Wool"], ["en", "zh", "en"]
    built = Corpus.build(pd.DataFrame({"document": list("abc"), "text": texts, "language": languages}))
    with pytest.raises(ValueError, match="2 documents are counted in words and 1 in characters"):
        compare(built.where(built.rows < 2), built.where(built.rows == 2))


def test_what_is_wrong_is_said():
    with pytest.raises(ValueError, match="minimum must be 1"):
        compare(*halves(corpus()), minimum=0)
    with pytest.raises(ValueError, match="no column desk"):
        compare(*halves(corpus()), within="desk")


def test_the_corpora_are_not_changed():
    target, reference = halves(corpus())
    before = target.everything.copy()
    compare(target, reference, within=["outlet", "year"])
    pd.testing.assert_frame_equal(target.everything, before)
