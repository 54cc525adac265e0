import numpy as np

from mediastudy.corpus import Hits, TokenIndex
from mediastudy.timelines.naming.candidates import candidates
from mediastudy.timelines.naming.contexts import Places, near, vectors
from mediastudy.timelines.naming.likeness import likeness


def found(texts, **options):
    index = TokenIndex.build(texts)
    edges = np.array([name not in {"the", "of"} for name in index.types], dtype=bool)
    runs = candidates(index, np.arange(len(index)), edges=edges, **{"longest": 3, "minimum": 2, **options})
    names = [{" ".join(index.types[word] for word in words) for words in part.words} for part in runs]
    return names, runs


def test_words_of_grammar_stand_inside_a_name_and_not_at_its_edge():
    names, _ = found(["the town of wells", "the town of wells", "wells town"])
    assert names == [{"town", "wells"}, set(), {"town of wells"}]


def test_words_that_nearly_always_stand_in_a_longer_name_are_none_of_their_own():
    names, _ = found(["port orlo", "port orlo", "dry orlo"])
    assert names == [{"orlo"}, {"port orlo"}, set()]


def test_marks_and_documents_end_a_name():
    names, runs = found(["port, orlo", "port", "orlo", "port; orlo"])
    assert names == [{"port", "orlo"}, set(), set()]
    assert runs[0].frequency.tolist() == [3, 3]
    assert [part.tolist() for part in np.split(runs[0].starts, runs[0].bounds[1:-1])] in (
        [[0, 2, 4], [1, 3, 5]],
        [[1, 3, 5], [0, 2, 4]],
    )


def test_no_words_give_no_candidates():
    assert found([])[0] == [set(), set(), set()]
    assert found(["port"])[0] == [set(), set(), set()]
    assert found(["port"], minimum=1)[0] == [{"port"}, set(), set()]


def test_names_without_any_company_have_an_empty_vector():
    index = TokenIndex.build(["orlo", "to vela"])
    made = vectors(index, Places(np.array([0, 1]), np.array([0, 2]), np.array([1, 1])), 3)
    assert (made @ made.T).toarray().round(6).tolist() == [[0, 0, 0], [0, 1, 0], [0, 0, 0]]


def test_without_hits_nothing_is_near():
    empty = np.empty(0, dtype=np.int64)
    places = Places(*(np.arange(2) for _ in range(3)))
    assert near(places, Hits(empty, empty, empty), 3).tolist() == [False, False]


def test_letters_are_compared_with_every_form():
    assert likeness(["orlo", "vela"], ["vela", "orlos"]).round(2).tolist() == [0.73, 1.0]
    assert likeness([], ["vela"]).tolist() == []
    assert likeness(["vela"], []).tolist() == [0]
