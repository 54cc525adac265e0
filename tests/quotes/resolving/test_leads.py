def test_a_lead_tells_who_is_named_in_the_next_paragraph(speakers):
    text = "Court opens\n\nA retired farmer who took water was jailed.\n\nVela Orm, 54, said rain was late."
    assert speakers(text, "Vela Orm")[0].role == "retired farmer"


def test_a_lead_that_names_somebody_tells_nothing_of_the_next(speakers):
    text = "Court opens\n\nA farmer who took water from Ida Lunt was jailed.\n\nVela Orm, 54, said rain was late."
    assert speakers(text, "Vela Orm")[0].role is None


def test_a_headline_tells_of_the_person_whom_the_article_is_about(speakers):
    text = "The judge who reads\n\nOne day Vela Orm came. Orm said rain was late. Ida Lunt left."
    assert speakers(text, "Vela Orm", "Ida Lunt")[0].role == "judge"
