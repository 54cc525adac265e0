import numpy as np
import pandas as pd
import pytest

from mediastudy.corpus import Corpus, match, spans, union


def corpus_of(*texts):
    return Corpus.build(pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": list(texts)}))


def found(query, *texts, **options):
    corpus = corpus_of(*texts)
    hits = match(corpus, query, **options)
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


def nodes(query, text, **options):
    return [node for _, node in found(query, text, **options)]


def test_a_gap_holds_as_many_words_as_it_says():
    text = "cut aid, cut the aid, cut all the aid, cut most of the aid"
    assert nodes("cut _ aid", text) == ["cut the aid"]
    assert nodes("cut _{2} aid", text) == ["cut all the aid"]
    assert nodes("cut _{0,2} aid", text) == ["cut aid", "cut the aid", "cut all the aid"]
    assert nodes("cut _{0, 3} aid", text) == ["cut aid", "cut the aid", "cut all the aid", "cut most of the aid"]


def test_a_mark_in_the_text_breaks_a_gap_unless_marks_may_be_crossed():
    assert nodes("cut _{0,2} aid", "cut, aid; cut the (aid") == []
    assert nodes("cut _{0,2} aid", "cut, aid; cut the (aid", across="punctuation") == ["cut, aid", "cut the (aid"]
    assert nodes("cut _ aid", "cut", across="punctuation") == []


def test_quotation_marks_ask_for_the_printed_form():
    text = "Aid AID aid Aids, May Day, may day"
    assert nodes('"Aid"', text) == ["Aid"]
    assert nodes("“aid”", text) == ["aid"]
    assert nodes('"Aid*"', text) == ["Aid", "Aids"]
    assert nodes('"A?D"', text) == ["AID"]
    assert nodes('"May Day"', text) == ["May Day"]
    assert nodes('may "Day"', text) == ["May Day"]
    assert nodes('("AID"|"may") _{0,1} (aid|day)', text) == ["AID aid", "may day"]


def test_an_exact_word_in_no_text_is_not_found():
    assert nodes('"AId"', "Aid aid") == []
    assert nodes('"xylo*"', "Aid aid") == []


def test_apostrophes_are_one_in_exact_words_and_letters_two_when_folded():
    assert nodes('"Don\'t"', "Don’t don’t") == ["Don’t"]
    assert nodes('"Oru’s"', "Oru's and ORU's") == ["Oru's"]
    assert nodes('"Stra?e"', "Straße STRASSE") == ["Straße"]
    assert nodes("strasse", "Straße STRASSE") == ["Straße", "STRASSE"]


def test_a_hyphen_finds_the_words_as_one_on_request():
    text = "pay-day, pay day, payday, Payday's"
    assert nodes("pay-day", text) == ["pay-day", "pay day"]
    assert nodes("pay-day", text, joined=True) == ["pay-day", "pay day", "payday", "Payday"]
    assert nodes("pay-day's", text, joined=True) == ["Payday's"]
    assert nodes("pay day", text, joined=True) == ["pay-day", "pay day"]
    assert nodes("payday", text, joined=True) == ["payday", "Payday"]
    assert nodes('"Pay-day"', text, joined=True) == ["Payday"]


def test_each_hyphen_of_a_query_may_be_left_out():
    text = "son-in-law, son inlaw, sonin law, soninlaw"
    assert nodes("son-in-law", text, joined=True) == text.split(", ")


def test_a_hyphen_beside_a_star_joins_at_least_one_letter():
    assert nodes("anti-*", "anti, antiwar, anti-war", joined=True) == ["antiwar", "anti-war"]


def test_near_counts_from_the_last_word_of_one_to_the_first_of_the_other():
    assert nodes("aid NEAR/3 cut", "aid a a cut") == ["aid a a cut"]
    assert nodes("aid NEAR/2 cut", "aid a a cut") == []
    assert nodes("aid NEAR/1 cut", "aid cut. Cut, aid") == ["aid cut", "Cut, aid"]
    assert nodes("(foreign aid) NEAR/2 (was cut)", "foreign aid, too, was cut") == ["foreign aid, too, was cut"]


def test_near_takes_the_closest_and_the_earlier_of_two_as_close():
    assert nodes("aid NEAR/5 cut", "cut a aid cut") == ["aid cut"]
    assert nodes("aid NEAR/5 cut", "cut a aid a cut") == ["cut a aid"]


def test_near_counts_each_hit_of_the_left_once():
    assert nodes("aid NEAR/5 cut", "aid and aid cut") == ["aid and aid cut", "aid cut"]
    assert nodes("cut NEAR/5 aid", "aid and aid cut") == ["aid cut"]
    assert nodes("aid NEAR/5 aid", "aid and aid") == ["aid and aid"]
    assert nodes("aid NEAR/5 aid", "aid") == []


def test_near_needs_words_of_their_own_in_one_document():
    assert nodes("aid NEAR/5 (foreign aid)", "foreign aid") == []
    assert found("aid NEAR/5 cut", "aid", "cut") == []
    assert found("aid NEAR/5 cut", "cut", "aid cut", "aid") == [(1, "aid cut")]


def test_operators_are_read_from_left_to_right_unless_bracketed():
    text = "a x x b x c"
    assert nodes("a NEAR/3 b NEAR/2 c", text) == [text]
    assert nodes("a NEAR/3 (b NEAR/2 c)", text) == [text]
    assert nodes("a NEAR/4 (b NEAR/1 c)", text) == []


def test_same_sentence_needs_both_in_one_sentence():
    text = "Mr. Orlo cut it. Aid came. In 1990 the aid of Mr. Orlo was cut!"
    assert nodes("aid SAME-SENTENCE cut", text) == ["aid of Mr. Orlo was cut"]
    assert nodes("cut SAME-SENTENCE aid", text) == ["aid of Mr. Orlo was cut"]
    assert nodes("aid SAME-SENTENCE aid", text) == []
    assert nodes("援 SAME-SENTENCE 口", "对口支援。对口。支援") == ["口支援"]


def test_a_hit_across_the_end_of_a_sentence_lies_in_none():
    assert nodes("(came now) SAME-SENTENCE aid", "Aid came. Now aid went.", across="punctuation") == []


def test_same_sentence_in_a_selection_reads_the_right_texts():
    corpus = corpus_of("aid", "None. Aid. Cut.", "More aid was cut.").where(np.array([False, True, True]))
    hits = match(corpus, "cut SAME-SENTENCE aid")
    assert [part.tolist() for part in hits] == [[1], [5], [8]]


def test_operators_in_quotation_marks_are_words():
    assert nodes('"NEAR" aid', "NEAR aid, near aid") == ["NEAR aid"]
    assert nodes('("NEAR"|"near") aid', "NEAR aid, near aid") == ["NEAR aid", "near aid"]


def test_words_of_one_place_are_looked_up_together():
    left, right = ("|".join(f"{letter}{number}" for number in range(60)) for letter in "xy")
    assert nodes(f"({left}) ({right})", "x1 y59 x7 y8 y1 x2") == ["x1 y59", "x7 y8"]


def test_an_unknown_way_across_is_refused():
    with pytest.raises(ValueError, match="across"):
        match(corpus_of("aid"), "aid", across="sentences")


def test_the_corpus_is_unchanged():
    corpus = corpus_of("aid cut", "aid")
    before = corpus.everything.copy()
    match(corpus, "aid NEAR/5 cut")
    pd.testing.assert_frame_equal(corpus.everything, before)


def test_a_union_of_one_query_keeps_all_its_hits():
    corpus = corpus_of("aid and aid cut")
    hits = match(corpus, "aid NEAR/5 cut")
    assert len(union([hits]).start) == 2


def test_in_a_union_only_hits_inside_those_of_another_query_are_left_out():
    corpus = corpus_of("aid and aid cut", "aid cut now")
    pairs, longer = match(corpus, "aid NEAR/5 cut"), match(corpus, "aid cut now")
    assert [part.tolist() for part in union([longer, pairs])] == [[0, 0, 1], [0, 2, 4], [4, 4, 7]]
    assert [part.tolist() for part in union([pairs, pairs])] == [part.tolist() for part in pairs]


def test_a_union_without_hits_is_empty():
    corpus = corpus_of("aid")
    assert [part.tolist() for part in union([match(corpus, "cut"), match(corpus, "cuts")])] == [[], [], []]
