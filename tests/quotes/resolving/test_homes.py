import pytest


@pytest.mark.parametrize(
    "text",
    [
        "KESSA, Belmoria -- Rain was late, President Vela Orm said.",
        "It rained in Belmoria. Rain in Belmoria was late, President Vela Orm said.",
        "The National Assembly of Belmoria met. Rain was late, President Vela Orm said.",
    ],
)
def test_a_bare_president_is_of_the_country_that_the_article_is_at_home_in(speakers, text):
    assert speakers(text, "President Vela Orm")[0].role == "President of Belmoria"


def test_two_countries_named_as_often_leave_a_president_bare(speakers):
    text = "It rained in Belmoria and in Orland. Rain in Belmoria and in Orland was late, President Vela Orm said."
    assert speakers(text, "President Vela Orm")[0].role == "President"


def test_a_country_named_once_in_passing_is_no_home(speakers):
    assert speakers("It rained in Belmoria. Rain was late, President Vela Orm said.", "Vela Orm")[0].role == "President"


def test_an_office_that_tells_its_country_stays_as_it_is(speakers):
    text = "KESSA, Belmoria -- Rain was late, President Vela Orm of Orland said."
    assert speakers(text, "President Vela Orm")[0].role == "President of Orland"


def test_a_mayor_is_of_the_only_town(speakers):
    text = "Taps ran dry in the city of Wexley. Mayor Vela Orm said rain was late."
    assert speakers(text, "Mayor Vela Orm")[0].role == "Mayor of Wexley"


def test_a_provincial_governor_is_of_the_only_province(speakers):
    text = "It rained in Yun Province. Rain was late, provincial governor Vela Orm said."
    assert speakers(text, "Vela Orm")[0].role == "governor of Yun Province; provincial governor"
