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


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Water Minister Dr. Vela Orm said rain was late.", "Water Minister"),
        ("The Minister of Wells, the Hon. Vela Orm, said rain was late.", "Minister of Wells"),
        ("Rain was late, union spokesperson Colonel Vela Orm said.", "union spokesperson; Colonel"),
        ("The museum opened. Its founder, the poet Vela Orm, said rain was late.", "founder of the museum; poet"),
        (
            "Vela Orm, governor of Tull, head of the Water Board, said rain was late.",
            "governor of Tull, head of the Water Board",
        ),
        ("Vela Orm, prosecuting, said rain was late.", "prosecutor"),
        ("Vela Orm, who speaks for the Tull pilots, said rain was late.", "speaker for the Tull pilots"),
        (
            "A delegation of the Belmor Farm League headed by Vela Orm came.",
            "head of the delegation of the Belmor Farm League",
        ),
        ("They lost to the Greens, whose leader, Vela Orm, said rain was late.", "leader of the Greens"),
        ("Mr. Vela Orm (North Tull, Labour) said rain was late.", "of North Tull, Labour"),
    ],
)
def test_a_role_is_read_from_what_stands_before_or_after_the_name(speakers, text, role):
    assert speakers(text, "Vela Orm")[0].role == role


@pytest.mark.parametrize(
    "text",
    [
        "Vela Orm, sitting on a chair, said rain was late.",
        "The column arrived, Vela Orm said.",
        "Questioned by Vela Orm, lawyer Ned Kask left the hall.",
    ],
)
def test_what_the_person_does_or_who_is_named_next_is_no_role(speakers, text):
    assert speakers(text, "Vela Orm")[0].role is None


def test_a_plural_office_in_the_headline_is_the_office_of_each(speakers):
    title = "Senators Vela Orm, Ned Kask Welcome Rain"
    assert speakers("Vela Orm came.", "Vela Orm", title=title)[0].role == "Senator"


def test_persons_joined_by_and_have_both_roles(speakers):
    text = "Tull's mayor, Vela Orm, and Belmor's mayor, Ned Kask, met. Orm and Kask said rain was late."
    found = speakers(text, "Orm and Kask")[0]
    assert (found.kind, found.role) == ("group", "Tull's mayor and Belmor's mayor")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The High Court of Tull met. Rain, Judge Vela Orm said, was late.", "Judge of the High Court of Tull"),
        (
            "The Tull Opera reopened. Artistic director Vela Orm said rain was late.",
            "Artistic director of the Tull Opera",
        ),
    ],
)
def test_a_bare_office_is_of_the_only_body_that_has_one(speakers, text, role):
    assert speakers(text, "Orm")[0].role == role


def test_two_courts_leave_a_judge_bare(speakers):
    text = "The High Court of Tull met the Water Court of Belmor. Judge Vela Orm said rain was late."
    assert speakers(text, "Orm")[0].role == "Judge"
