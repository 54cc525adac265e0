import pytest


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("President Vela Orm of Tull said rain was late.", "President of Tull"),
        (
            "The governor of the Bank of Tull came. Governor Vela Orm said rain was late.",
            "Governor of the Bank of Tull",
        ),
        ("New Tull Gov. Vela Orm said rain was late.", "New Tull Governor"),
        ("Sen. Vela Orm (D-Tull) said rain was late.", "Senator (D-Tull)"),
        ("Vela Orm, who heads the Tull Water Board, said rain was late.", "head of the Tull Water Board"),
        ("Vela Orm was a poet from Tull. Orm said rain was late.", "poet from Tull"),
        ("A former attendant, Vela Orm, said rain was late.", "former attendant"),
        (
            "The Tull Water Office opened. Vela Orm, deputy director of the office, left.",
            "deputy director of the Tull Water Office",
        ),
        (
            "The airport authority denied it. The authority was calm. Its spokeswoman, Vela Orm, left.",
            "spokeswoman of the airport authority",
        ),
        ("Holmavian President Vela Orm left Holmavia.", "President of Holmavia; Holmavian President"),
    ],
)
def test_a_role_is_filled_out_from_the_article(speakers, text, role):
    assert speakers(text, "Orm")[0].role == role


@pytest.mark.parametrize(
    "text",
    ["Summing up the debate, Vela Orm, 54, said rain was late.", "A few weeks earlier, Vela Orm said rain was late."],
)
def test_an_opening_clause_is_no_role(speakers, text):
    assert speakers(text, "Vela Orm")[0].role is None


def test_a_person_without_an_office_has_what_he_or_she_is_of_as_role(speakers):
    assert speakers("Vela Orm of Tull Research said rain was late.", "Vela Orm")[0].role == "of Tull Research"


def test_a_surname_carries_the_role_of_the_full_name(speakers):
    text = "Vela Orm, minister of harvests of Tull, came. Rain was late, Orm said."
    assert speakers(text, "Orm said"[:3])[0].role == "minister of harvests of Tull"


def test_a_company_is_no_person_and_has_its_apposition_as_role(speakers):
    found = speakers("Ubo Wings, the national carrier, hopes for rain.", "Ubo Wings")[0]
    assert (found.kind, found.role) == ("organisation", "national carrier")


@pytest.mark.parametrize("source", ["West Tull", "Velland", "Steelworkers", "Witnesses"])
def test_places_and_plurals_are_no_persons(speakers, source):
    assert speakers(f"{source} said rain was late. It rained by West Tull and in Velland.", source)[0].kind != "person"


def test_a_line_in_title_case_names_nobody(speakers):
    text = "Big Rain Falls Across The Dry Valley Again\n\nMayor Vela Orm left. She said wells were dry."
    assert speakers(text, "She")[0].name == "Vela Orm"
