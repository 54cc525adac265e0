import re

import pytest

from mediastudy.corpus.query import MOST, parse


def names(query):
    return [" ".join(word.name for word in phrase) for phrase in parse(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Aid", ["aid"]),
        ("  paired-up\nassistance ", ["paired up assistance"]),
        ("(global warming|greenhouse effect)", ["global warming", "greenhouse effect"]),
        ("global warming|greenhouse effect", ["global warming", "greenhouse effect"]),
        ("[economic] aid", ["economic aid", "aid"]),
        ("[more|less] aid", ["more aid", "less aid", "aid"]),
        ("(a|b) [c] (d|e f)", ["a c d", "a c e f", "a d", "a e f", "b c d", "b c e f", "b d", "b e f"]),
        ("((a|b) c|d)", ["a c", "b c", "d"]),
        ("(aid|Aid)", ["aid"]),
        ("multi* org?n", ["multi* org?n"]),
        ("free * agreement", ["free * agreement"]),
        ("anti-*", ["anti *"]),
        ("Oru's 's don’t it's", ["oru 's 's don't it's"]),
        ("对口支援", ["对 口 支 援"]),
        ("对口(支援|帮扶)", ["对 口 支 援", "对 口 帮 扶"]),
        ("3.5", ["3 5"]),
    ],
)
def test_a_query_stands_for_its_phrases(query, expected):
    assert names(query) == expected


def test_a_mark_between_words_makes_the_second_loose_and_marks_at_the_ends_do_nothing():
    (phrase,) = parse("…U.S. troops, now!")
    assert [(word.name, word.loose) for word in phrase] == [("u", False), ("s", True), ("troops", True), ("now", True)]


def test_a_mark_before_an_optional_word_stays_without_it():
    assert [[word.loose for word in phrase] for phrase in parse("yes, [dear] minister")] == [
        [False, True, False],
        [False, True],
    ]


@pytest.mark.parametrize(
    ("query", "reason", "at"),
    [
        ("", "A word is missing", 0),
        ("...", "A word is missing", 3),
        ("(aid", "never closed by )", 0),
        ("more [aid", "never closed by ]", 5),
        ("aid)", "closes nothing", 3),
        ("(aid]", "never closed by )", 0),
        ("(aid|)", "A word is missing", 5),
        ("()", "A word is missing", 1),
        ("aid|", "A word is missing", 4),
        ("[economic]", "neither optional", 0),
        ("[economic] *", "neither optional", 0),
        ("*", "neither optional", 0),
        ("multi(cultural|national)", "space between", 5),
        ("(bi|multi)cultural", "space between", 9),
        ('"aid"', "Quotation marks", 0),
        ("foreign “aid”", "Quotation marks", 8),
        ("aid _ plan", "kept for gaps", 4),
        ("aid _{0,3} plan", "kept for gaps", 4),
        ("aid NEAR/5 plan", "kept for a search", 4),
        ("aid SAME-SENTENCE plan", "kept for a search", 4),
        ("支援*", "searched by character", 2),
    ],
)
def test_errors_show_the_query_and_point_at_the_character(query, reason, at):
    with pytest.raises(ValueError, match=re.escape(reason)) as caught:
        parse(query)
    _, shown, pointer = str(caught.value).splitlines()
    assert shown == f"  {query}"
    wide = sum(sign in "支援" for sign in query[:at])
    assert pointer == " " * (2 + at + wide) + "^"


def test_a_query_that_stands_for_too_many_phrases_is_refused():
    with pytest.raises(ValueError, match=f"more than {MOST:,} phrases"):
        parse("(a|b|c|d|e|f|g|h|i|j) " * 5)
