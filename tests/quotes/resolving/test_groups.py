import pytest

from mediastudy.quotes.resolving.groups import singular


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("one of them", "farmer"),
        ("some", "farmers"),
        ("others", "farmers"),
        ("One of them, a retired lineman", "retired lineman"),
        ("one of his lawyers", "lawyer"),
    ],
)
def test_a_part_of_a_group_is_told_by_the_group(speakers, source, role):
    found = speakers(f"Farmers came. Rain was late, {source} said.", source)[0]
    assert (found.name, found.role) == (None, role)


def test_one_of_nobody_has_no_role(speakers):
    assert speakers("Rain was late, one of them said.", "one of them")[0].role is None


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("farmers of Tull", "farmer of Tull"),
        ("old fishermen", "old fisherman"),
        ("deputies", "deputy"),
        ("bosses", "boss"),
    ],
)
def test_a_plural_has_a_singular(plural, one):
    assert singular(plural) == one


def test_his_lawyers_are_told_by_whose_they_are(speakers):
    text = "Mr. Ned Kask left. His lawyers said rain was late."
    assert speakers(text, "His lawyers")[0].role == "lawyers of Ned Kask"


def test_their_leader_is_told_by_the_group_that_opens_a_sentence(speakers):
    text = "Opposition councillors want wells. Their leader, Vela Orm, said rain was late."
    assert speakers(text, "Vela Orm")[0].role == "leader of the opposition councillors"


@pytest.mark.parametrize(("source", "name"), [("Participants", None), ("The participants", "participants")])
def test_participants_are_a_group_only_where_they_are_known(speakers, source, name):
    assert speakers(f"{source} said rain was late.", source)[0].name == name
