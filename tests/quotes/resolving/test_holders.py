import pytest


def test_the_official_is_who_spoke_last(speakers):
    text = "Vela Orm, head of the Tull Water Board, said rain was late. Wells were dry, the official said."
    assert speakers(text, "Vela Orm", "the official")[1][0] == "Vela Orm"


@pytest.mark.parametrize("source", ["governor", "the governor", "the Tull governor", "The governor of Tull,"])
def test_an_office_finds_its_holder_with_or_without_article(speakers, source):
    text = f"Vela Orm, governor of Tull, spoke on Monday. Rain was late, {source} said."
    assert speakers(text, source)[0].name == "Vela Orm"


def test_an_age_means_the_person_named_before(speakers):
    assert (
        speakers("Vela Orm, a farmer, came. Rain was late, the 62-year-old said.", "the 62-year-old")[0].name
        == "Vela Orm"
    )


def test_a_counterpart_holds_the_same_office(speakers):
    text = "Orland's water minister, Vela Orm, came. Her counterpart from Belmor left. Rain was late, Ned Kask said."
    found = speakers(text, "Her counterpart from Belmor", "Ned Kask")
    assert [(who.name, who.role) for who in found] == [("Ned Kask", "water minister from Belmor")] * 2


def test_his_brother_is_found_through_her_brother(speakers):
    text = "Ned Kask, a poet, came. His sister, Vela Kask, laughed. Vela Kask left. Her brother said rain was late."
    assert speakers(text, "Her brother")[0].name == "Ned Kask"


def test_a_party_word_keeps_an_office_from_the_other_party(speakers):
    text = "Republican presidential nominee Ned Kask came. The Democratic presidential nominee said rain was late."
    assert speakers(text, "The Democratic presidential nominee")[0].name is None


@pytest.mark.parametrize("source", ["a governor", "one governor", "another official", "governors"])
def test_an_indefinite_office_stays_unnamed(speakers, source):
    text = f"Vela Orm, governor of Tull, spoke on Monday. Rain was late, {source} said."
    assert speakers(text, source)[0].name is None
