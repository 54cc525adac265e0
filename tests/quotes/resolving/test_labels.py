import pytest

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.resolving.resolution import resolve
from mediastudy.quotes.turns import turn_drafts, turns

TALK = "JOURNALIST: Is rain late?\n\nPRIME MINISTER: It is.\n\nJOURNALIST: Are wells dry?\n\nPRIME MINISTER: They are."


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("TRANSCRIPT OF THE PRIME MINISTER THE HON VELA ORM MP DOORSTOP, TULL", "Vela Orm"),
        ("Interview with Prime Minister Vela Orm", "Vela Orm"),
        ("Doorstop, Tull", None),
    ],
)
def test_an_office_is_named_where_the_heading_names_its_holder(answers, title, name):
    assert [found for found, _ in answers(TALK, title)] == [None, name, None, name]


def test_a_slip_in_a_label_of_an_office_does_no_harm(answers):
    assert answers(TALK.replace("PRIME MINISTER: They", "PRIME MINSITER: They"))[-1] == (None, "prime minister")


def test_a_surname_in_capitals_takes_the_first_name_from_the_title(answers):
    text = "ORM: Is rain late?\n\nPM: It is.\n\nORM: Are wells dry?\n\nPM: They are."
    assert answers(text, "Interview with Vela Orm, Tull Radio")[0][0] == "Vela Orm"


def test_initials_stand_for_a_name_of_the_title(answers):
    text = "VO: Is rain late?\n\nPM: It is.\n\nVO: Are wells dry?\n\nPM: They are."
    assert answers(text, "Interview with Vela Orm, Tull Radio")[0][0] == "Vela Orm"


def test_the_address_in_a_question_names_the_one_who_answers(answers):
    assert answers(TALK.replace("Is rain", "Mr Kask, is rain"))[1] == ("Kask", "prime minister")


def test_a_greeting_completes_the_only_surname(answers):
    text = "MS. ORM: Good morning.\n\nREPORTER: Fiona, is rain late?\n\nMS. ORM: It is."
    assert answers(text, "Transcript: Gaggle with Tull Government Spokeswoman")[0] == (
        "Fiona Orm",
        "Tull Government Spokeswoman",
    )


def test_she_inside_a_turn_is_not_the_one_who_speaks():
    text = "MODERATOR: The poet Ida Lunt came. Professor Vela Orm, do you agree?\n\nORM: She left.\n\nMODERATOR: Well."
    nested = Draft(((len(text), len(text)),), None, (text.index("She"), text.index("She") + 3))
    found = resolve(text, "", [*turn_drafts(text, turns(text)), nested])
    assert found[-1].name == "Ida Lunt"
