import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mediastudy.corpus import Corpus, match, spans, union


def corpus_of(*texts):
    return Corpus.build(pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": list(texts)}))


def found(query, *texts):
    corpus = corpus_of(*texts)
    hits = match(corpus, query)
    starts, ends = spans(corpus, hits)
    return [(place, texts[place][start:end]) for place, start, end in zip(hits.document, starts, ends, strict=True)]


@pytest.mark.parametrize("gap", [" ", "\n\n", "-", " - ", "\u00ad", " – ", "—", "‑"])
def test_a_phrase_spans_white_space_hyphens_and_dashes(gap):
    assert found("foreign aid", f"More foreign{gap}aid.") == [(0, f"foreign{gap}aid")]


@pytest.mark.parametrize("gap", [", ", ". ", " (", ' "', "_", "/", " & ", "’ ", "…", " 对 "])
def test_other_marks_break_a_phrase(gap):
    assert found("foreign aid", f"foreign{gap}aid") == []


def test_a_phrase_does_not_cross_documents():
    assert found("foreign aid", "foreign", "aid", "foreign aid") == [(2, "foreign aid")]


def test_case_and_apostrophes_do_not_matter():
    assert found("don't", "DON’T don't dont") == [(0, "DON’T"), (0, "don't")]


def test_a_possessive_is_found_with_and_without_its_ending():
    assert found("Oru", "Oru's plan") == [(0, "Oru")]
    assert found("Oru's plan", "Oru’s plan, Orus plan") == [(0, "Oru’s plan")]
    assert found("Oru plan", "Oru's plan") == []


def test_wildcards_stay_inside_words():
    text = "aid aids aide aid-giver laid"
    assert [node for _, node in found("aid*", text)] == ["aid", "aids", "aide", "aid"]
    assert [node for _, node in found("aid?", text)] == ["aids", "aide"]
    assert [node for _, node in found("*aid", text)] == ["aid", "aid", "laid"]


def test_a_lone_star_is_any_one_word():
    assert found("free * agreement", "A free trade agreement, free agreement, free. Any agreement") == [
        (0, "free trade agreement")
    ]


def test_the_longest_reading_counts_and_one_inside_it_does_not():
    assert found("[economic] aid", "economic aid and aid") == [(0, "economic aid"), (0, "aid")]
    assert found("(war|war on want)", "war on want, war on") == [(0, "war on want"), (0, "war")]


def test_overlapping_hits_begin_at_different_words():
    assert found("no no", "no no no") == [(0, "no no"), (0, "no no")]


def test_a_mark_in_the_query_lets_marks_stand_in_the_text():
    assert found("U.S. troops", "U.S. troops and U S troops", "U", "S. troops") == [
        (0, "U.S. troops"),
        (0, "U S troops"),
    ]


def test_chinese_is_found_by_character():
    assert found("对口支援", "开展对口支援工作，对口 支援") == [(0, "对口支援"), (0, "对口 支援")]


def test_unknown_words_and_empty_corpora_have_no_hits():
    assert found("xylo", "aid") == []
    assert found("aid*") == []
    assert found("aid plan", "") == []
    assert found("aid plan now", "aid plan") == []


def test_hits_in_a_selection_are_numbered_within_it():
    corpus = corpus_of("aid", "none", "more aid").where(np.array([False, True, True]))
    hits = match(corpus, "aid")
    assert hits.document.tolist() == [1]
    assert [part.tolist() for part in spans(corpus, hits)] == [[5], [8]]


def test_a_union_counts_no_position_twice():
    corpus = corpus_of("economic aid, aid", "aid")
    hits = union([match(corpus, "aid"), match(corpus, "economic aid"), match(corpus, "aid")])
    assert [part.tolist() for part in hits] == [[0, 0, 1], [0, 2, 3], [2, 3, 4]]


WORDS = st.sampled_from(["a", "ab", "B", "it's", "c's", "对"])
GAPS = st.sampled_from([" ", "-", ", ", ". ", "\n", " — "])
JOINED = {" ", "-", "\n", " — "}
TEXT = st.lists(st.tuples(WORDS, GAPS), max_size=8)
QUERIES = st.recursive(
    st.sampled_from(["a", "ab", "a*", "?", "*b", "b", "it’s", "'s", "c's", "对", "zz"]).map(
        lambda word: ("word", word)
    ),
    lambda inner: (
        st.tuples(st.just("all"), st.lists(inner, min_size=1, max_size=3))
        | st.tuples(st.just("any"), st.lists(inner, min_size=1, max_size=3))
        | st.tuples(st.just("maybe"), st.lists(inner, min_size=1, max_size=2))
    ),
    max_leaves=5,
)


def written(query):
    kind, content = query
    if kind == "word":
        return content
    if kind == "all":
        return " ".join(map(written, content))
    return ("({})" if kind == "any" else "[{}]").format("|".join(map(written, content)))


def words_of(text):
    """The types of a constructed text with whether a break stands before each."""
    known, broken = [], True
    for word, gap in text:
        halves = ["c", "'s"] if word == "c's" else [word.lower()]
        known += [(halves[0], broken)] + [(half, False) for half in halves[1:]]
        broken = gap not in JOINED
    return known


def ends_of(query, words, starts):
    """Where a query can end that goes on at one of the starts: places with whether no word of it stands before."""
    kind, content = query
    if kind == "word":
        out = set()
        for place, fresh in starts:
            rest = ["c", "'s"] if content == "c's" else [content.replace("’", "'")]
            for number, name in enumerate(rest):
                at = place + number
                pattern = name.replace("*", ".*").replace("?", ".")
                if at >= len(words) or not re.fullmatch(pattern, words[at][0]):
                    break
                if words[at][1] and not (fresh and number == 0):
                    break
            else:
                out.add((place + len(rest), False))
        return out
    if kind == "all":
        for part in content:
            starts = ends_of(part, words, starts)
        return starts
    reached = set().union(*(ends_of(part, words, starts) for part in content))
    return reached | starts if kind == "maybe" else reached


def may_be_empty(query):
    kind, content = query
    if kind == "word":
        return False
    return kind == "maybe" or (all if kind == "all" else any)(map(may_be_empty, content))


def has_only_lone(query):
    kind, content = query
    if kind == "word":
        return content == "?"
    if kind == "all":
        return all(has_only_lone(part) or may_be_empty(part) for part in content)
    return any(map(has_only_lone, content))


def empty_inside(query):
    """Whether an alternative of a bracket can be empty, which the language refuses."""
    kind, content = query
    if kind == "word":
        return False
    inside = any(map(empty_inside, content))
    return inside or (kind != "all" and any(map(may_be_empty, content)))


@given(st.lists(TEXT, min_size=1, max_size=4), QUERIES)
@settings(deadline=None, max_examples=300)
def test_answers_equal_a_plain_search_of_every_place(texts, query):
    assume(not (may_be_empty(query) or has_only_lone(query) or empty_inside(query)))
    corpus = corpus_of(*("".join(word + gap for word, gap in text) for text in texts))
    expected, opening = [], 0
    for number, text in enumerate(texts):
        words = words_of(text)
        reached = 0
        for place in range(len(words)):
            ends = [end for end, _ in ends_of(query, words, {(place, True)})]
            if ends and max(ends) > reached:
                reached = max(ends)
                expected.append((number, opening + place, opening + reached))
        opening += len(words)
    hits = match(corpus, written(query))
    assert list(zip(*(part.tolist() for part in hits), strict=True)) == expected
