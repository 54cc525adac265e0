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
        ("支援*", "searched by character", 2),
        ('foreign "aid', "never closed by another", 8),
        ("foreign “”", "A word is missing", 9),
        ('aid "..." plan', "A word is missing", 8),
        ('more"aid"', "space between", 4),
        ('"aid"s', "space between", 4),
        ('"(aid|help)"', "close these", 1),
        ('"aid _ plan"', "close these", 5),
        ("_{2}", "neither optional", 0),
        ("(_|*) _", "neither optional", 0),
        ("foo_bar", "space between", 3),
        ("aid _s", "space between", 4),
        ("aid _{} plan", "A gap is", 4),
        ("aid _{,3} plan", "A gap is", 4),
        ("aid _{2 plan", "A gap is", 4),
        ("aid _{3,1} plan", "from fewer to more", 4),
        ("aid _{0} plan", "from fewer to more", 4),
        ("aid _{51} plan", "from fewer to more", 4),
        ("支 {2} 援", "Curly brackets", 2),
        ("aid NEAR plan", "Operators are", 4),
        ("aid NEAR5 plan", "Operators are", 4),
        ("aid NEAR/0 plan", "Operators are", 4),
        ("aid NEAR/x plan", "Operators are", 4),
        ("aid near/5 plan", "Operators are", 4),
        ("aid w/5 plan", "Operators are", 4),
        ("aid SAME SENTENCE plan", "Operators are", 4),
        ("NEAR/5 plan", "A word is missing", 0),
        ("aid NEAR/5", "A word is missing", 10),
        ("aid NEAR/5 NEAR/5 plan", "A word is missing", 11),
        ("aid NEAR/5 [plan]", "neither optional", 11),
        ("* SAME-SENTENCE aid", "neither optional", 0),
        ("aid|help NEAR/5 plan", "brackets around alternatives", 3),
        ("more (aid NEAR/5 plan)", "inside a phrase", 10),
        ("(aid NEAR/5 plan) now", "inside a phrase", 5),
        ("[aid NEAR/5 plan]", "inside a phrase", 5),
        ("(aid NEAR/5 plan|help)", "brackets around alternatives", 16),
        ("(aid|(help NEAR/5 plan))", "inside a phrase", 11),
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


def test_the_query_is_shown_on_one_line():
    with pytest.raises(ValueError, match="closes nothing") as caught:
        parse("foreign\naid)")
    assert str(caught.value).splitlines()[1:] == ["  foreign aid)", "             ^"]


def test_marks_of_no_width_are_not_counted_by_the_pointer():
    with pytest.raises(ValueError, match="closes nothing") as caught:
        parse("cafe\u0301)")
    assert str(caught.value).splitlines()[-1] == "      ^"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("aid _ plan", ["aid * plan"]),
        ("aid _{2} plan", ["aid * * plan"]),
        ("aid _{0,2} plan", ["aid plan", "aid * plan", "aid * * plan"]),
        ("aid _ _ plan", ["aid * * plan"]),
        ("对_援", ["对 * 援"]),
        ("(aid|_) plan", ["aid plan", "* plan"]),
        ("** aid", ["* aid"]),
        ("(Oru|Dio)'s plan", ["oru 's plan", "dio 's plan"]),
    ],
)
def test_gaps_stand_for_words(query, expected):
    assert names(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('the "May Day" march', [("the", False), ("May", True), ("Day", True), ("march", False)]),
        ("“Don’t”", [("Don't", True)]),
        ('"Oru\'s"', [("Oru", True), ("'s", True)]),
        ('"NEAR" "SAME-SENTENCE"', [("NEAR", True), ("SAME", True), ("SENTENCE", True)]),
        ("LINEAR/5", [("linear", False), ("5", False)]),
        ("NEAR-death", [("near", False), ("death", False)]),
        ("near AND far", [("near", False), ("and", False), ("far", False)]),
    ],
)
def test_words_in_quotation_marks_are_exact(query, expected):
    (phrase,) = parse(query)
    assert [(word.name, word.exact) for word in phrase] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("pay-day loan", ["pay day loan", "payday loan"]),
        ("pay‑day", ["pay day", "payday"]),
        ("pay - day", ["pay day"]),
        ("pay–day", ["pay day"]),
        ("pay day", ["pay day"]),
        ("son-in-law", ["son in law", "sonin law", "son inlaw", "soninlaw"]),
        ("anti-*", ["anti *", "anti?*"]),
        ("multi-(cultural|national)", ["multi cultural", "multicultural", "multi national", "multinational"]),
        ("co-[opted] member", ["co opted member", "coopted member", "co member", "comember"]),
        ("a-_-b", ["a * b"]),
        ('"Pay"-day', ["Pay day"]),
        ('"Pay-day"', ["Pay day", "Payday"]),
        ("-aid-", ["aid"]),
    ],
)
def test_hyphens_may_be_left_out_on_request(query, expected):
    assert [" ".join(word.name for word in phrase) for phrase in parse(query, joined=True)] == expected
    assert "".join(names(query)).replace(" ", "") in "".join(expected).replace(" ", "")


def test_operators_pair_their_operands_from_left_to_right():
    pair = parse("a NEAR/3 (b|c) SAME-SENTENCE d e")
    assert (pair.within, pair.left.within) == (None, 3)
    assert [len(side) for side in (pair.left.left, pair.left.right, pair.right)] == [1, 2, 1]


def test_brackets_group_operators():
    pair = parse("a NEAR/3 ((b SAME-SENTENCE c)),")
    assert (pair.within, pair.right.within) == (3, None)
    assert parse("(a NEAR/3 b)") == parse("a NEAR/3 b")


def test_too_many_hyphens_are_refused():
    with pytest.raises(ValueError, match=f"more than {MOST:,} phrases"):
        parse("-".join("abcdefghijklmnopqrstuvwxyz"), joined=True)
