"""The index's answers equal those of a plain search that is written out here, for every operator of the language.

The plain search works from the tokens of each text and the characters between them: no index, no regular expressions.
"""

import itertools
import unicodedata

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.corpus import Corpus, match, spans, tokenizer, union
from mediastudy.corpus.sentences import sentences

# ---- random texts and queries -------------------------------------------------------------------------------------

WORDS = st.sampled_from(["a", "A", "ab", "AB", "B", "b", "it's", "It’s", "c's", "C’S", "对", "口", "é", "e\u0301"])
BETWEEN = st.sampled_from([" ", " ", " ", "-", "‑", " — ", "\n", "\n\n", ", ", ". ", "! ", " (", "_", "。", '" ', ""])
TEXTS = st.lists(st.tuples(WORDS, BETWEEN), max_size=9).map(lambda text: "".join(map("".join, text)))

PRINTED = ["a", "A", "AB", "B", "It's", "it’s", "C's", "对", "*", "A*", "?b", "é", "zz"]
FREE = ["a", "AB", "a*", "?", "*b", "b", "it’s", "c's", "'s", "对", "é", "zz", "*"]
HINGED = ["a", "b", "AB", "*", "a?", "对"]
ATOMS = (
    st.sampled_from(FREE).map(lambda word: ("word", word))
    | st.lists(st.sampled_from(PRINTED), min_size=1, max_size=2).map(lambda words: ("exact", words))
    | st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda size: ("gap", min(size), max(*size, 1)))
    | st.lists(st.sampled_from(HINGED), min_size=2, max_size=3).map(lambda words: ("hyphen", words))
)
PHRASES = st.recursive(
    ATOMS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: ("row", parts))
        | st.tuples(inner, inner).map(lambda parts: ("marked", parts))
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: ("either", parts))
        | st.lists(inner, min_size=1, max_size=2).map(lambda parts: ("maybe", parts))
    ),
    max_leaves=5,
)
QUERIES = st.recursive(
    PHRASES,
    lambda inner: st.tuples(st.sampled_from(["near", "sentence"]), st.integers(1, 4), inner, inner),
    max_leaves=3,
)

# Few words and short phrases, so that operators and exact words have something to find.
DENSE = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "A", "B", "It’s", "it's", "C’s", "x"]), st.sampled_from([" ", " ", "-", ", ", "! "])
    ),
    min_size=4,
    max_size=14,
).map(lambda text: "".join(map("".join, text)))
EXACT = st.tuples(
    st.lists(st.sampled_from(["A", "a", "It's", "it’s", "C’s", "B*"]), min_size=1, max_size=2).map(
        lambda words: ("exact", words)
    ),
    st.sampled_from([("maybe", [("word", "b")]), ("gap", 0, 2), ("gap", 1, 1), ("word", "it's")]),
    st.booleans(),
).map(lambda drawn: ("row", [*drawn[:2]] if drawn[2] else [*drawn[1::-1]]))
OPERANDS = st.sampled_from(
    [
        ("word", "a"),
        ("word", "b"),
        ("either", [("word", "a"), ("word", "b")]),
        ("exact", ["A"]),
        ("row", [("word", "b"), ("maybe", [("word", "a")])]),
        ("row", [("word", "a"), ("gap", 0, 1), ("word", "b")]),
    ]
)
SIMPLE_PAIRS = st.tuples(st.sampled_from(["near", "near", "sentence"]), st.integers(1, 4), OPERANDS, OPERANDS)
PAIRS = st.tuples(
    st.sampled_from(["near", "near", "sentence"]),
    st.integers(1, 4),
    OPERANDS | SIMPLE_PAIRS,
    OPERANDS | SIMPLE_PAIRS,
)


def written(query):
    """The query as a scholar writes it."""
    kind, *content = query
    if kind in {"near", "sentence"}:
        operator = f"NEAR/{content[0]}" if kind == "near" else "SAME-SENTENCE"
        return f"({written(content[1])}) {operator} ({written(content[2])})"
    if kind == "gap":
        return {(1, 1): "_", (2, 2): "_{2}"}.get(tuple(content), f"_{{{content[0]},{content[1]}}}")
    between, around = {
        "word": ("", "{}"),
        "exact": (" ", '"{}"'),
        "hyphen": ("-", "{}"),
        "row": (" ", "{}"),
        "marked": (" , ", "{}"),
        "either": ("|", "({})"),
        "maybe": ("|", "[{}]"),
    }[kind]
    parts = content[0] if kind in {"word", "exact", "hyphen"} else map(written, content[0])
    return around.format(between.join(parts))


# ---- the plain search ---------------------------------------------------------------------------------------------


def readings(query):
    """Every reading as a list of words (name, exact, True for a gap) and of the signs "," and "-" between them."""
    kind, *content = query
    if kind == "word":
        return [[(half, False, False) for half in halves(content[0])]]
    if kind == "exact":
        return [[(half, True, False) for word in content[0] for half in halves(word)]]
    if kind == "gap":
        return [[("*", False, True)] * size for size in range(content[0], content[1] + 1)]
    if kind == "hyphen":
        words = [[(word, False, False)] for word in content[0]]
        return [list(itertools.chain(words[0], *(["-", *word] for word in words[1:])))]
    if kind in {"row", "marked"}:
        choices = [readings(part) for part in content[0]]
        between = [] if kind == "row" else [","]
        return [
            list(itertools.chain(chosen[0], *([*between, *part] for part in chosen[1:])))
            for chosen in itertools.product(*choices)
        ]
    found = [reading for part in content[0] for reading in readings(part)]
    return [*found, []] if kind == "maybe" else found


def halves(word):
    """A word and its possessive ending."""
    return [word[:-2], word[-2:]] if word.lower() in {"c's", "c’s"} else [word]


def phrases(query, *, joined):
    """Every way to read the query as words: (name, exact, loose)."""
    found = []
    for reading in readings(query):
        ways, signs, previous_is_gap = [[]], set(), True
        for item in reading:
            if item in {",", "-"}:
                signs.add(item)
                continue
            name, exact, is_gap = item
            longer = [[*way, (name, exact, "," in signs and bool(way))] for way in ways]
            if joined and signs == {"-"} and not is_gap and not previous_is_gap:
                longer += [[*way[:-1], fused(way[-1], item)] for way in ways if way and way[-1][1] == exact]
            ways, signs, previous_is_gap = longer, set(), is_gap
        found += ways
    return found


def fused(first, second):
    """Two words as one; a lone star stands for at least one letter in it."""
    return ("".join("?*" if word[0] == "*" else word[0] for word in (first, second)), first[1], first[2])


def is_refused(query):
    """Whether some reading of a query has no word besides gaps and lone wildcards."""
    if query[0] in {"near", "sentence"}:
        return is_refused(query[2]) or is_refused(query[3])
    return any(all(not word[0].strip("*?") for word in phrase) for phrase in phrases(query, joined=False))


def fits(pattern, word):
    """Whether a word fits a pattern with * and ?."""
    if not pattern:
        return not word
    if pattern[0] == "*":
        return any(fits(pattern[1:], word[skipped:]) for skipped in range(len(word) + 1))
    return bool(word) and pattern[0] in {"?", word[0]} and fits(pattern[1:], word[1:])


def tokens_of(text):
    """The tokens: printed form and whether a mark stands before it (None for the first)."""
    found, reached = [], None
    for start, end in tokenizer.spans(text):
        between = None if reached is None else text[reached:start]
        is_break = None if between is None else any(not (sign.isspace() or sign in "-‑—") for sign in between)
        found.append((text[start:end], is_break))
        reached = end
    return found


def straight(text):
    return unicodedata.normalize("NFC", text).replace("’", "'")


def stands(word, printed):
    """Whether a printed form is what a word of the query asks for."""
    name, exact, _ = word
    if name.strip("*") == "":
        return True
    return fits(straight(name), straight(printed)) if exact else fits(straight(name).lower(), straight(printed).lower())


def stands_at(phrase, tokens, at, *, across):
    """Whether a phrase stands at a place of a text."""
    if at + len(phrase) > len(tokens):
        return False
    for number, word in enumerate(phrase):
        printed, is_break = tokens[at + number]
        if not stands(word, printed) or (number and is_break and not (word[2] or across)):
            return False
    return True


def plain_hits(query, text, *, joined, across):
    """The hits in one text as (first token, token after the last)."""
    kind, *content = query
    if kind in {"near", "sentence"}:
        left, right = (plain_hits(side, text, joined=joined, across=across) for side in content[1:])
        return paired(left, right, text, content[0] if kind == "near" else None)
    tokens = tokens_of(text)
    found = {
        (at, at + len(phrase))
        for phrase in phrases(query, joined=joined)
        for at in range(len(tokens))
        if stands_at(phrase, tokens, at, across=across)
    }
    return sorted(hit for hit in found if not any(is_inside(hit, other) for other in found))


def is_inside(hit, other):
    return hit != other and other[0] <= hit[0] and hit[1] <= other[1]


def paired(left, right, text, within):
    """Each left hit with the closest right one, of equally close ones the earlier."""
    found = set()
    for start, end in left:
        choices = []
        for other_start, other_end in right:
            if other_start >= end:
                distance, comes_after = other_start - end + 1, True
            elif other_end <= start:
                distance, comes_after = start - other_end + 1, False
            else:
                continue
            if within is None:
                one, two = sentence_of(text, start, end), sentence_of(text, other_start, other_end)
                is_near = one is not None and one == two
            else:
                is_near = distance <= within
            if is_near:
                choices.append((distance, comes_after, other_end - other_start, other_start, other_end))
        if choices:
            *_, other_start, other_end = min(choices)
            found.add((min(start, other_start), max(end, other_end)))
    return sorted(found)


def sentence_of(text, start, end):
    """The sentence that holds the tokens from start to end, None if no one sentence does."""
    places = list(tokenizer.spans(text))
    first, last = places[start][0], places[end - 1][1]
    return next((span for span in sentences(text) if span[0] <= first and last <= span[1]), None)


# ---- the comparison -----------------------------------------------------------------------------------------------


def corpus_of(texts):
    return Corpus.build(pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": texts}))


def answers(corpus, hits):
    """The hits of an index as (document, first token, token after the last), counted within the document."""
    opening = corpus.index.offsets[corpus.rows[hits.document]]
    return list(
        zip(hits.document.tolist(), (hits.start - opening).tolist(), (hits.end - opening).tolist(), strict=True)
    )


def expected_answers(query, texts, *, joined, across):
    return [
        (number, start, end)
        for number, text in enumerate(texts)
        for start, end in plain_hits(query, text, joined=joined, across=across)
    ]


def compare(texts, query, *, joined=False, across=None):
    corpus, asked = corpus_of(texts), written(query)
    if is_refused(query):
        with pytest.raises(ValueError, match="neither optional"):
            match(corpus, asked, joined=joined, across=across)
        return
    hits = match(corpus, asked, joined=joined, across=across)
    assert answers(corpus, hits) == expected_answers(query, texts, joined=joined, across=across is not None)
    starts, ends = spans(corpus, hits)
    for (number, first, last), start, end in zip(answers(corpus, hits), starts, ends, strict=True):
        places = list(tokenizer.spans(texts[number]))
        assert (start, end) == (places[first][0], places[last - 1][1])


OPTIONS = {"joined": st.booleans(), "across": st.sampled_from([None, "punctuation"])}
SOME_TEXTS = st.lists(TEXTS, min_size=1, max_size=4)


@given(SOME_TEXTS, PHRASES, OPTIONS["joined"], OPTIONS["across"])
@settings(deadline=None, max_examples=200)
def test_phrases_are_found_where_a_plain_search_finds_them(texts, query, joined, across):
    compare(texts, query, joined=joined, across=across)


@given(st.lists(DENSE, min_size=1, max_size=2), EXACT, OPTIONS["across"])
@settings(deadline=None, max_examples=150)
def test_exact_words_and_gaps_are_found_where_a_plain_search_finds_them(texts, query, across):
    compare(texts, query, across=across)


@given(st.lists(DENSE, min_size=1, max_size=2), PAIRS, OPTIONS["across"])
@settings(deadline=None, max_examples=200)
def test_pairs_of_common_words_are_found_where_a_plain_search_finds_them(texts, query, across):
    compare(texts, query, across=across)


@given(SOME_TEXTS, QUERIES, OPTIONS["joined"], OPTIONS["across"])
@settings(deadline=None, max_examples=100)
def test_operators_find_what_a_plain_search_finds(texts, query, joined, across):
    compare(texts, query, joined=joined, across=across)


@given(SOME_TEXTS, st.data())
@settings(deadline=None, max_examples=100)
def test_the_hits_of_a_selection_are_those_of_its_texts(texts, data):
    query = data.draw(QUERIES.filter(lambda drawn: not is_refused(drawn)))
    chosen = np.array(data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts))))
    corpus = corpus_of(texts).where(chosen)
    kept = [text for text, is_chosen in zip(texts, chosen, strict=True) if is_chosen]
    hits = match(corpus, written(query))
    assert answers(corpus, hits) == expected_answers(query, kept, joined=False, across=False)


@given(st.lists(DENSE, min_size=1, max_size=2), st.lists(OPERANDS | PAIRS, min_size=1, max_size=3))
@settings(deadline=None, max_examples=150)
def test_a_union_leaves_out_hits_inside_those_of_queries_that_do_not_find_them(texts, queries):
    corpus = corpus_of(texts)
    found = [match(corpus, written(query)) for query in queries]
    sets = [set(answers(corpus, hits)) for hits in found]
    every = set().union(*sets)
    expected = {
        hit
        for hit in every
        if not any(
            hit not in owner and other[0] == hit[0] and is_inside(hit[1:], other[1:])
            for owner in sets
            for other in owner
        )
    }
    assert answers(corpus, union(found)) == sorted(expected)
