import pytest

from mediastudy.documents.parts.datelines import dateline_of


@pytest.mark.parametrize(
    ("paragraph", "text", "agency"),
    [
        ("PORTO ALBA, Aug. 29, 2024 -- Ships came.", "PORTO ALBA, Aug. 29, 2024", None),
        ("PORTO ALBA (Reuters) - Ships came.", "PORTO ALBA", "Reuters"),
        ("PORTO ALBA, July 3 (Coast Press) -- Ships came.", "PORTO ALBA, July 3", "Coast Press"),
        ("PORTO ALBA, 3 July (AFP) – Ships came.", "PORTO ALBA, 3 July", "AFP"),
        ("PORTO ALBA — Ships came.", "PORTO ALBA", None),
        ("PORTO ALBA, Norland — Ships came.", "PORTO ALBA, Norland", None),
        ("Portstadt (dpa) - Schiffe kamen.", "Portstadt", "dpa"),
        ("PORTVILLE, 29 août (AFP) – Des navires.", "PORTVILLE, 29 août", "AFP"),
        ("Porto Alba, Jul 3 (PTI): Ships came.", "Porto Alba, Jul 3", "PTI"),
        ("PORTO ALBA, May 4: Ships came.", "PORTO ALBA, May 4", None),
        ("PORTO ALBA, July 3. /TASS/. Ships came.", "PORTO ALBA, July 3", "TASS"),
        ("(Coast Press) -- Ships came.", None, "Coast Press"),
        ("新华社南岭5月3日电（记者 王芳）港口开放。", "南岭5月3日", "Xinhua"),
    ],
)
def test_a_dateline_is_read_in_any_of_these_forms(paragraph, text, agency):
    dateline = dateline_of(paragraph)
    assert (dateline.text, dateline.agency) == (text, agency)
    assert paragraph.startswith(dateline.piece)


@pytest.mark.parametrize(
    "paragraph",
    [
        "PORTILLO: I never said so.",
        "UNESCO – the culture body of the nations – met on Monday.",
        "Ships came - at last - to the harbour.",
        "The harbour (built in 1931) - the largest - opened.",
        "A well-known captain came.",
        "PORTO ALBA",
        "",
    ],
)
def test_no_dateline_is_seen_in_running_text(paragraph):
    assert dateline_of(paragraph) is None


def test_only_a_printed_year_makes_a_date():
    assert dateline_of("PORTO ALBA, Aug. 29, 2024 -- Ships came.").date_raw == "Aug. 29, 2024"
    assert dateline_of("PORTO ALBA, Aug. 29 -- Ships came.").date_raw is None
