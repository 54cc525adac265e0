import pytest

from mediastudy.documents.dating.datemarks import date_mark, source_named


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("2024-08-29 10:04:43Source: Xinhua", ("2024-08-29 10:04:43", "Xinhua", None, None)),
        ("Source: Coast Daily | 2024-08-29 | Editor: huaxia", ("2024-08-29", "Coast Daily", None, None)),
        ("Published: 14:05 GMT, 3 March 2019", ("14:05 GMT, 3 March 2019", None, None, None)),
        ("Updated: 4 March 2019 | Published: 3 March 2019", ("3 March 2019", None, None, None)),
        ("By Ann Lee | Coast Daily | Updated: 2020-07-14", ("2020-07-14", None, "Coast Daily", "Ann Lee")),
        ("Xinhua | 2020-07-14 09:12", ("2020-07-14 09:12", None, "Xinhua", None)),
        ("The Coast Times, 5 July 2019", ("5 July 2019", None, "The Coast Times", None)),
        ("Thursday, August 29, 2024", ("August 29, 2024", None, None, None)),
        ("Stand: 27. Februar 2012, 14:30 Uhr", ("27. Februar 2012, 14:30 Uhr", None, None, None)),
        ("Pubblicato il 3 maggio 2021 | Aggiornato il 4 maggio 2021", ("3 maggio 2021", None, None, None)),
        ("Publicado em 3 de maio de 2021, 14h30", ("3 de maio de 2021, 14h30", None, None, None)),
        ("Gepubliceerd op maandag 3 mei 2021 om 14:30", ("3 mei 2021 om 14:30", None, None, None)),
        ("Опубликовано 3 мая 2021 г. | Источник: ТАСС", ("3 мая 2021", "TASS", None, None)),
        ("发布时间：2021年5月3日 来源：新华社", ("2021年5月3日", "Xinhua", None, None)),
    ],
)
def test_a_date_line_says_what_it_says(line, mark):
    assert date_mark(line) == mark


@pytest.mark.parametrize(
    "line",
    [
        "The harbour opened on 29 August 2024.",
        "Harbour to open on 29 August 2024",
        "On 29 August 2024, ships came to the harbour",
        "No date at all",
        "",
    ],
)
def test_a_sentence_with_a_date_is_no_date_line(line):
    assert date_mark(line) is None


def test_a_source_line_names_its_source():
    assert source_named("Source: Coast Daily") == "Coast Daily"
    assert source_named("(来源：新华网)") == "Xinhua"
    assert source_named("Source: he said that the ships would come back in May") is None
