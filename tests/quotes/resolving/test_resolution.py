import pytest

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.resolving.resolution import resolve
from mediastudy.quotes.rules.english import english_drafts
from mediastudy.quotes.turns import turn_drafts, turns


def speakers(text, title=""):
    spoken = turns(text)
    body = text[: spoken[0].label[0]] if spoken else text
    return resolve(text, title, [*english_drafts(body), *turn_drafts(text, spoken)])


def who(text, title=""):
    return [(speaker.name, speaker.kind, speaker.resolution) for speaker in speakers(text, title)]


def roles(text, title=""):
    return [speaker.role for speaker in speakers(text, title)]


def test_a_surname_stands_for_the_full_name():
    text = "Mayor Ada Orlo said rain was late. Orlo said wells were dry."
    assert who(text) == [("Ada Orlo", "person", "named"), ("Ada Orlo", "person", "surname")]


def test_a_family_name_that_comes_first_stands_for_the_full_name():
    text = "Vice Minister Zhao Mingde said rain was late. Zhao urged farmers to wait."
    assert [name for name, *_ in who(text)] == ["Zhao Mingde", "Zhao Mingde"]


def test_a_hyphenated_surname_is_whole():
    text = "Ibo Tall-Reyes, a farmer, said rain was late. Tall-Reyes said wells were dry."
    assert [name for name, *_ in who(text)] == ["Ibo Tall-Reyes"] * 2


def test_a_pronoun_means_the_nearest_person_of_its_gender():
    text = "Mrs. Vela Orm met Mr. Tobin Kask in Tull. She said rain was late. He said wells were dry."
    assert who(text) == [("Vela Orm", "person", "pronoun"), ("Tobin Kask", "person", "pronoun")]


def test_a_pronoun_does_not_mean_somebody_named_inside_a_quotation():
    text = 'Mrs. Vela Orm said: "I saw Mrs. Ida Lunt." She said rain was late.'
    assert who(text)[-1] == ("Vela Orm", "person", "pronoun")


def test_an_office_means_the_person_who_holds_it():
    text = "Vela Orm, governor of Tull, said rain was late. The governor said wells were dry."
    assert who(text)[1] == ("Vela Orm", "person", "role")


def test_an_unnamed_official_is_named_when_introduced_soon_after():
    text = "A ministry spokesperson said rain was late. Spokesperson Vela Orm made the remarks in Tull."
    assert who(text) == [("Vela Orm", "person", "role")]


@pytest.mark.parametrize(
    "source",
    ["An official", "Officials", "Two workers", "Experts", "They", "Some farmers", "A source close to the talks"],
)
def test_the_unnamed_stay_unnamed(source):
    assert [(name, kind) for name, kind, _ in who(f"{source} said rain was late.")] == [(None, "unnamed")]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("The Ministry of Water", "Ministry of Water", "organisation"),
        ("The water ministry", "water ministry", "organisation"),
        ("The white paper", "white paper", "document"),
        ("The meeting", "meeting", "group"),
        ("Both sides", "sides", "group"),
    ],
)
def test_bodies_documents_and_groups_stand_for_themselves(source, name, kind):
    assert [(found, k) for found, k, _ in who(f"{source} said rain was late.")] == [(name, kind)]


def test_an_acronym_is_spelt_out():
    text = "The Tull Water Agency (TWA) opened in May. The TWA said rain was late."
    assert who(text)[0][0] == "Tull Water Agency"


def test_a_short_form_means_the_body_named_before():
    text = "The Central Bank of Tull met on Monday. The bank said rates would rise."
    assert who(text)[0][:2] == ("Central Bank of Tull", "organisation")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Vela Orm, governor of Tull, said rain was late.", "governor of Tull"),
        (
            "Tull's top water adviser Vela Orm said rain was late.",
            "Tull's top water adviser",
        ),
        ("Orland's water minister, Vela Orm, said rain was late.", "Orland's water minister"),
        ("Prime Minister Vela Orm said rain was late.", "Prime Minister"),
        ("Minister for Regional Affairs Vela Orm said rain was late.", "Minister for Regional Affairs"),
        ("A plan by property valuer Vela Orm failed. Orm said rain was late.", "property valuer"),
        (
            "The Council for Wells (CW) met. CW spokesman Vela Orm said rain was late.",
            "spokesman of the Council for Wells",
        ),
        (
            "The Maritime Archive bought it. The archive's curator, Vela Orm, said rain was late.",
            "curator of the Maritime Archive",
        ),
        ("Lawyer Ned Kask came. His niece, Vela Orm, said rain was late.", "niece of Ned Kask"),
    ],
)
def test_the_role_is_the_words_around_the_name(text, role):
    assert roles(text) == [role]


def test_a_role_stands_with_every_quotation_of_its_holder():
    text = "Orm said rain was late.\n\nVela Orm, a member of the council and chairman of the water board, was in Tull."
    assert roles(text) == ["member of the council and chairman of the water board"]


def test_the_title_gives_a_role_too():
    text = "VELA ORM: Good morning.\n\nQ: Is it late?\n\nVELA ORM: It is."
    assert roles(text, "Interview with Foreign Minister Vela Orm")[0] == "Foreign Minister"


def test_a_free_quotation_goes_to_the_speaker_before():
    text = "Mayor Vela Orm opened the well and thanked the farmers.\n\nOrm said rain was late. "
    text += "“We have waited for eleven long weeks.”"
    assert who(text)[-1] == ("Vela Orm", "person", "continued")


def test_words_of_an_office_are_no_part_of_the_name():
    assert who("Minister for Regional Affairs Vela Orm said rain was late.") == [("Vela Orm", "person", "named")]


@pytest.mark.parametrize("source", ["Exporters on the coast", "One of them", "Opponents of the well"])
def test_a_capital_at_the_start_makes_no_name(source):
    assert [name for name, *_ in who(f"{source} said rain was late.")] == [None]


def test_a_pronoun_means_the_person_whose_name_opens_the_paragraph():
    text = "Kask said rain was late.\n\nVela Orm, a poet, was born in Tull. She once said wells were dry."
    assert who(text)[1] == ("Vela Orm", "person", "pronoun")


def test_a_draft_without_source_has_no_speaker():
    assert resolve("Rain was late.", "", [Draft(((0, 13),), None, None)])[0].kind == "unnamed"


def test_an_empty_source_has_no_speaker():
    assert resolve("Rain was late.", "", [Draft(((0, 13),), None, (5, 5))])[0].name is None


def test_no_drafts_give_no_speakers():
    assert resolve("Rain was late.", "", []) == []


@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "\t \t", "\x0c"])
def test_a_line_of_nothing_but_space_is_no_heading(blank):
    text = f"Mayor Ada Orlo came.\n{blank * 20}\nRain fell, Orlo said."
    start = text.index("Orlo said")
    (speaker,) = resolve(
        text, "", [Draft(((text.index("Rain"), start - 2),), (start + 5, start + 9), (start, start + 4))]
    )
    assert speaker.name == "Ada Orlo"
