import pytest


@pytest.mark.parametrize(
    ("text", "source", "role"),
    [
        (
            "Education Minister Vela Orm left. The minister's office said so.",
            "The minister's office",
            "office of Education Minister Vela Orm",
        ),
        (
            "The Tull Labour League met. The league's secretariat said so.",
            "The league's secretariat",
            "secretariat of the Tull Labour League",
        ),
        (
            "KESSA, Orland -- The defence ministry met. The ministry said so.",
            "The ministry",
            "defence ministry of Orland",
        ),
        ("The rebel group Tull Front left. The Tull Front said so.", "The Tull Front", "rebel group"),
        ("The Farmers' Council said so.", "The Farmers' Council", None),
        ("The newspaper said so.", "The newspaper", None),
    ],
)
def test_a_body_is_told_by_what_stands_beside_it(speakers, text, source, role):
    assert speakers(text, source)[0].role == role


@pytest.mark.parametrize("source", ["Orlo & Daughters", "The grocers, Messrs. Orlo & Daughters"])
def test_names_joined_by_an_ampersand_are_a_firm(speakers, source):
    found = speakers(f"Ada Orlo came. {source} said rain was late.", source)[0]
    assert (found.name, found.kind) == ("Orlo & Daughters", "organisation")


def test_the_official_of_a_body_is_not_the_body(speakers):
    found = speakers("A Board of Wells official said rain was late.", "A Board of Wells official")[0]
    assert (found.name, found.role) == (None, "Board of Wells official")
