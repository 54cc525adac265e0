import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus, match
from mediastudy.timelines.counting.cells import cells, per_cluster, with_hit
from mediastudy.timelines.counting.clusters import keys


def documents():
    return pd.DataFrame(
        {
            "document": ["a", "b", "c", "d", "e"],
            "date": ["1994-03-05", "1994-03-06", "1995-01-01", None, "1994-03-05"],
            "outlet": ["Post", "Herald", "Post", "Post", "Post"],
            "story": ["a", "a", "a", "a", None],
            "text": ["aid and aid", "aid and aid", "aid", "aid", "no help here now"],
        },
        index=[4, 4, 0, 1, 1],
    )


def test_a_story_is_one_cluster_in_each_cell_it_reaches_into():
    made = cells(Corpus.build(documents()), every="year")
    assert made.shape == (1, 2)
    assert made.cell.tolist() == [0, 0, 1, 2, 0]
    assert made.documents.tolist() == [3, 1]
    assert made.tokens.tolist() == [10, 1]
    assert made.stories.tolist() == [2, 1]
    assert made.unit.tolist() == [0, 0, 2, 3, 1]
    assert made.cluster_cell.tolist() == [0, 0, 1]
    assert made.cluster_tokens.tolist() == [6, 4, 1]
    assert made.cluster_documents.tolist() == [2, 1, 1]


def test_the_same_story_has_one_code_in_both_cells():
    made = cells(Corpus.build(documents()), every="year")
    assert made.cluster_code[0] == made.cluster_code[2] != made.cluster_code[1]


@pytest.mark.parametrize(("cluster", "stories"), [("story", [2, 1]), ("day", [2, 1]), ("document", [3, 1])])
def test_clusters_may_be_stories_days_or_documents(cluster, stories):
    assert cells(Corpus.build(documents()), every="year", cluster=cluster).stories.tolist() == stories


def test_days_are_those_of_all_outlets_but_clusters_lie_within_cells():
    made = cells(Corpus.build(documents()), every="year", by="outlet", cluster="day")
    assert made.groups["outlet"].tolist() == ["Herald", "Post"]
    assert made.stories.tolist() == [1, 0, 1, 1]


def test_a_month_is_no_day_of_it():
    dated = pd.DataFrame(
        {"document": ["a", "b"], "text": "aid", "date": "1994-03-01", "date_precision": ["day", "month"]}
    )
    assert cells(Corpus.build(dated), every="year", cluster="day").stories.tolist() == [2]


def test_hits_are_counted_by_cluster_and_documents_by_cell():
    corpus = Corpus.build(documents())
    made, hits = cells(corpus, every="year"), match(corpus, "aid")
    assert per_cluster(made, hits).tolist() == [4, 0, 1]
    assert with_hit(made, hits).tolist() == [2, 1]
    none = match(corpus, "xyz")
    assert per_cluster(made, none).tolist() == [0, 0, 0]
    assert with_hit(made, none).tolist() == [0, 0]


def test_a_selection_counts_its_own_documents():
    corpus = Corpus.build(documents()).where(lambda rows: rows["outlet"] == "Post")
    made = cells(corpus, every="year")
    assert made.documents.tolist() == [2, 1]
    assert made.unit.tolist() == [0, 2, 3, 1]


def test_periods_carry_their_days_and_labels():
    made = cells(Corpus.build(documents()), every="year").periods
    assert made["period"].dt.strftime("%Y-%m-%d").tolist() == ["1994-01-01", "1995-01-01"]
    assert made["period_end"].dt.strftime("%Y-%m-%d").tolist() == ["1994-12-31", "1995-12-31"]
    assert made["period_label"].tolist() == ["1994", "1995"]


def test_without_documents_there_are_no_cells():
    made = cells(Corpus.build(documents().head(0)), every="year")
    assert made.shape == (0, 0)
    assert len(made.cluster_cell) == len(made.tokens) == 0


def test_one_document_is_one_cell():
    made = cells(Corpus.build(documents().head(1)), every="decade")
    assert (made.shape, made.tokens.tolist(), made.stories.tolist()) == ((1, 1), [3], [1])


def test_keys_depend_on_the_id_alone():
    first = Corpus.build(documents())
    second = Corpus.build(documents().iloc[::-1].assign(text="other words"))
    assert keys(first, "story").tolist() == keys(second, "story")[::-1].tolist()
    assert len(np.unique(keys(first, "document"))) == 5


def test_an_unknown_cluster_is_refused_and_the_corpus_not_changed():
    corpus = Corpus.build(documents())
    before = corpus.everything.copy()
    with pytest.raises(ValueError, match="cluster must be one of story, day, document, not 'week'"):
        cells(corpus, every="year", cluster="week")
    cells(corpus, every="year", by="outlet", cluster="day")
    pd.testing.assert_frame_equal(corpus.everything, before)
