import pytest


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Orlo,", "Ada Orlo"),
        ("Orlo, who visited Tull with Ned Kask,", "Ada Orlo"),
        ("mayor Orlo", "Ada Orlo"),
        ("Orlo and Kask", "Ada Orlo and Ned Kask"),
    ],
)
def test_a_sloppy_source_still_names_its_head(speakers, source, name):
    text = f"Mayor Ada Orlo met lawyer Ned Kask. Rain was late, {source} said."
    assert speakers(text, source)[0].name == name


def test_persons_joined_by_and_are_a_group(speakers):
    text = "Mayor Ada Orlo met lawyer Ned Kask. Orlo and Kask said rain was late."
    assert speakers(text, "Orlo and Kask")[0].kind == "group"


def test_the_latter_is_the_second_of_two_persons(speakers):
    text = "Mayor Ada Orlo met lawyer Ned Kask. The latter said rain was late, the former said nothing."
    found = speakers(text, "The latter", "the former")
    assert [(who.name, who.resolution) for who in found] == [
        ("Ned Kask", "former/latter"),
        ("Ada Orlo", "former/latter"),
    ]


def test_who_means_the_name_before_it(speakers):
    assert speakers("Mayor Ada Orlo, who said rain was late, left.", "who")[0].name == "Ada Orlo"


def test_which_means_the_document_before_it(speakers):
    found = speakers("He left, according to the report, which warned of drought.", "which")[0]
    assert (found.name, found.kind) == ("report", "document")


def test_two_persons_of_a_surname_are_told_apart_by_title(speakers):
    text = "Mrs. Vela Orm met Mr. Tobin Orm. Rain was late, Mrs. Orm said. Wells were dry, Mr. Orm said."
    assert [who.name for who in speakers(text, "Mrs. Orm said"[:8], "Mr. Orm said"[:7])] == ["Vela Orm", "Tobin Orm"]


@pytest.mark.parametrize(
    "name", ["Wang Mingde", "Nguyen Van Tam", "Khalid al-Hassan", "Pema Yangzom", "Jan van der Berg"]
)
def test_names_of_many_languages_are_whole(speakers, name):
    assert speakers(f"Governor {name} said rain was late.", f"Governor {name}")[0].name == name


def test_a_headline_is_looked_up_in_the_body(speakers):
    title = "Tull's top water adviser urges care"
    text = f"{title}\n\nVela Orm, a member of the council and water adviser of Tull, said rain was late."
    found = speakers(text, "Tull's top water adviser", "Vela Orm", title=title)[0]
    assert (found.name, found.resolution) == ("Vela Orm", "role")


def test_a_headline_official_is_who_speaks_in_the_body(speakers):
    title = "Senior official urges care"
    text = f"{title}\n\nVela Orm, head of the Tull Water Board, said rain was late."
    found = speakers(text, "Senior official", "Vela Orm", title=title)[0]
    assert (found.name, found.resolution) == ("Vela Orm", "headline")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("head of the federation Vela Orm", "Vela Orm"),
        ("Party Secretary of Kunla Region Pema Tashil", "Pema Tashil"),
        ("71-year-old Vela Orm", "Vela Orm"),
        ("the author, who signs as Vela Orm", "Vela Orm"),
        ('a correspondent signing herself "Churchwoman"', "Churchwoman"),
    ],
)
def test_a_name_is_found_behind_what_describes_it(speakers, source, name):
    assert speakers(f"Rain was late, {source} said.", source)[0].name == name


def test_a_word_that_opens_a_sentence_is_no_part_of_the_name(speakers):
    text = "Thanking Vela Orm for coming, they left. Rain was late, Orm said."
    assert speakers(text, "Orm said"[:3])[0].name == "Vela Orm"


@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_a_pronoun_means_who_opens_the_sentence_before_without_a_name(speakers, pronoun):
    text = f"Mayor Ada Orlo met lawyer Ned Kask.\n\nA retired schoolmaster came. {pronoun} said rain was late."
    found = speakers(text, pronoun)[0]
    assert (found.name, found.role) == (None, "retired schoolmaster")


def test_a_pronoun_does_not_mean_a_man_where_a_woman_is_meant(speakers):
    text = "Mayor Ada Orlo came.\n\nA spokesman left. Mrs. Orlo smiled. She said rain was late."
    assert speakers(text, "She")[0].name == "Ada Orlo"
