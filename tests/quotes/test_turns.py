import pytest

from mediastudy.quotes.turns import turn_drafts, turns


def labels(text):
    return [text[slice(*turn.label)] for turn in turns(text)]


def test_names_before_colons_that_come_again_are_labels():
    text = "ADA ORLO: Good day.\n\nQ: Is rain late?\n\nADA ORLO: It is."
    assert labels(text) == ["ADA ORLO", "Q", "ADA ORLO"]


@pytest.mark.parametrize("line", ["Subjects: wells; rain", "Note: wells are dry", "Photo: Ida Lunt", "Date: 4 May"])
def test_headings_are_no_labels(line):
    assert labels(f"{line}\n\nPM: Good day.\n\nQ: Is rain late?\n\nPM: It is.") == ["PM", "Q", "PM"]


def test_a_text_with_one_colon_is_no_transcript():
    assert turns("Mayor Ada Orlo: Rain was late.") == []


def test_stage_directions_at_the_edges_of_a_turn_are_left_out():
    text = "PM: (Laughter.) It is.\n\nQ: Is it?\n\nPM: It is. [Applause]"
    said = [text[slice(*draft.content[0])] for draft in turn_drafts(text, turns(text))]
    assert said == ["It is.", "Is it?", "It is."]


def test_a_turn_has_a_fragment_for_each_paragraph():
    text = "PM: It is.\n\nIt always was.\n\nQ: Is it?\n\nPM: It is."
    assert len(turn_drafts(text, turns(text))[0].content) == 2


@pytest.mark.parametrize("line", ["SENT BY: 4 MAY", "M B; NETWORK TEN: 9"])
def test_what_a_fax_prints_is_no_label(line):
    assert labels(f"PM: Good day.\n\n{line}\n\nQ: Is rain late?\n\nPM: It is.") == ["PM", "Q", "PM"]
