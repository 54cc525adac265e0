import pytest


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rain was late, said Vela Orm, whose husband is the mate.", "spouse of the mate"),
        ("Rain was late, said Anna Orm, whose husband is the mate.", "wife of the mate"),
        ("Rain was late, said Peter Orm, whose son is a farmer.", "father of a farmer"),
        ("Rain was late, said Anna Orm, whose husband is among the fourteen.", "wife of one of the fourteen"),
    ],
)
def test_whose_husband_makes_a_wife(speakers, text, role):
    assert speakers(text, text.split(",")[1].removeprefix(" said "))[0].role == role


def test_a_relative_who_ends_a_sentence_is_the_name_that_opens_the_next(speakers):
    text = "Mr. Ned Kask thanked his wife. Vela Kask said rain was late."
    assert speakers(text, "Vela Kask")[0].role == "wife of Ned Kask"


def test_a_man_is_not_the_wife_of_the_sentence_before(speakers):
    assert speakers("Mr. Ned Kask thanked his wife. Peter Orm said rain was late.", "Peter Orm")[0].role is None
