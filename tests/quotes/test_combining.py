"""Drafts by hand beside the quotation marks of their text."""

import pytest

from mediastudy.quotes.combining import RULES_ALONE, combined, whole_marks
from mediastudy.quotes.drafts import Draft

TEXT = 'Orlo said: "Rain is late, as ever."'


def span(text, words, after=0):
    start = text.index(words, after)
    return start, start + len(words)


def said(text, drafts):
    return [[text[start:end] for start, end in draft.content] for draft in drafts]


def test_marks_that_close_are_whole():
    text = 'He said "no" and “yes”.\n\n"It goes on.\n\n"It ends."'
    assert [text[start:end] for start, end in whole_marks(text)] == ['"no"', "“yes”", '"It ends."']


@pytest.mark.parametrize("words", ["Rain is late, as ever.", '"Rain is late, as ever.', 'is late, as ever."'])
def test_a_content_that_holds_most_of_a_quotation_takes_all_of_it(words):
    drafts = combined(TEXT, [Draft((span(TEXT, words),), None, None)], [])
    assert said(TEXT, drafts) == [['"Rain is late, as ever."']]


def test_a_content_that_holds_little_of_a_quotation_is_left_as_it_is():
    drafts = combined(TEXT, [Draft((span(TEXT, "is late"),), None, None)], [])
    assert said(TEXT, drafts) == [["is late"]]


def test_a_mixed_content_takes_the_marks_at_its_end():
    text = 'Orlo said rain was "late again".'
    drafts = combined(text, [Draft((span(text, 'rain was "late again'),), None, None)], [])
    assert said(text, drafts) == [['rain was "late again"']]


def test_a_cue_inside_the_marks_keeps_the_content_as_it_is():
    text = '"Rain is late and long, he said"'
    draft = Draft((span(text, "Rain is late and long"),), span(text, "said"), span(text, "he"))
    assert said(text, combined(text, [draft], [])) == [["Rain is late and long"]]


def test_fragments_are_never_widened_into_each_other():
    first, last = span(TEXT, "Rain is late, as"), span(TEXT, 'ever."')
    assert combined(TEXT, [Draft((first, last), None, None)], [])[0].content == (first, last)


def test_what_the_rules_alone_see_in_marks_is_added_with_a_confidence_of_its_own():
    ruled = Draft((span(TEXT, '"Rain is late, as ever."'),), None, None)
    assert combined(TEXT, [], [ruled]) == [ruled._replace(confidence=RULES_ALONE)]


def test_what_the_rules_alone_see_outside_of_marks_is_left_out():
    text = "Orlo said rain was late."
    assert combined(text, [], [Draft((span(text, "rain was late"),), None, None)]) == []


def test_a_label_in_marks_is_left_out():
    text = 'They joined the "Green Valley" drive.'
    assert combined(text, [], [Draft((span(text, '"Green Valley"'),), None, None)]) == []


def test_what_the_network_has_seen_is_not_added_again():
    ruled = Draft((span(TEXT, '"Rain is late, as ever."'),), None, None)
    tagged = Draft((span(TEXT, "is late"),), None, None, confidence=0.9)
    assert combined(TEXT, [tagged], [ruled]) == [tagged]


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = 'Orlo said: "Rain is late.\n\n"It always is."'
    first = Draft((span(text, '"Rain is late.'),), span(text, "said"), span(text, "Orlo"))
    second = Draft((span(text, '"It always is."'),), None, None, heir=True)
    assert said(text, combined(text, [first, second], [])) == [['"Rain is late.', '"It always is."']]


def test_words_between_two_quotations_part_them():
    text = '"Rain is late," Orlo said. Nobody came. "It always is late here."'
    first = Draft((span(text, '"Rain is late,"'),), span(text, "said"), span(text, "Orlo"))
    second = Draft((span(text, '"It always is late here."'),), None, None, heir=True)
    assert len(combined(text, [first, second], [])) == 2


def test_a_quotation_with_a_cue_of_its_own_is_not_carried_on():
    text = '"Rain is late."\n\n"It always is," Orlo said.'
    first = Draft((span(text, '"Rain is late."'),), None, None, heir=True)
    second = Draft((span(text, '"It always is,"'),), span(text, "said"), span(text, "Orlo"))
    assert len(combined(text, [first, second], [])) == 2


def test_drafts_come_in_the_order_of_the_text():
    early, late = Draft((span(TEXT, "Orlo"),), None, None), Draft((span(TEXT, "is late"),), None, None)
    assert combined(TEXT, [late, early], []) == [early, late]


def test_nothing_gives_nothing():
    assert combined("", [], []) == []
    assert combined('"', [], []) == []
