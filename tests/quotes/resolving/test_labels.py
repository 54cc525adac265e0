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


def talk(label, *, said="It is."):
    return f"{label}: {said}\n\nQ: Is it?\n\n{label}: It is.\n\nQ: Well?"


@pytest.mark.parametrize("label", ["T2EL0", "J~ IST", "IL", "E L", "Pn"])
def test_a_label_that_a_scan_spoilt_names_nobody(answers, label):
    assert answers(talk(label))[0] == (None, None)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("CHIEF OF NAVY", "chief of navy"),
        ("MINISTER FOR HEALTH AND WELLS", "minister for health and wells"),
        ("PM Cont.", "prime minister"),
        ("ANNOUNCER", "announcer"),
    ],
)
def test_an_office_in_a_label_is_a_role_and_no_name(answers, label, role):
    assert answers(talk(label))[0] == (None, role)


@pytest.mark.parametrize(
    ("label", "title", "name"),
    [
        ("VELA ORM MP", "", "Vela Orm"),
        ("SECRETARY ORM", "Interview with Secretary Vela H. Orm", "Vela H. Orm"),
        ("PRIME MINISTER", "TRANSCRIPT OF THE PRIME MINISTER THE HON VELA ORM MPRADIO INTERVIEW", "Vela Orm"),
        ("PRIME MINISTER", "PRIME MINISTER E. O. E. PROOF ONLY", None),
        ("MRS ORM", "Interview with Bob Orm", "Orm"),
    ],
)
def test_a_label_and_a_heading_are_read_without_debris(answers, label, title, name):
    assert answers(talk(label), title)[0][0] == name


def test_a_word_that_a_scan_ran_together_with_a_label_is_no_first_name(answers):
    text = talk("ORM", said="Yes. Mr. Sure ORM said so.")
    assert answers(text, "Interview with Vela Orm")[0][0] == "Vela Orm"
