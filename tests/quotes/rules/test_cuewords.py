import pytest

from mediastudy.quotes.rules.cuewords import cue_forms, inflected


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", ["say", "says", "said", "saying"]),
        ("deny", ["deny", "denies", "denied", "denying"]),
        ("admit", ["admit", "admits", "admitted", "admitting"]),
        ("stress", ["stress", "stresses", "stressed", "stressing"]),
        ("write", ["write", "writes", "wrote", "written", "writing"]),
        ("agree", ["agree", "agrees", "agreed", "agreeing"]),
        ("begin", ["begin", "begins", "began", "begun", "beginning"]),
    ],
)
def test_verbs_are_inflected(verb, forms):
    assert [word for word, _ in inflected(verb)] == forms


def test_a_past_like_its_base_is_a_past():
    assert cue_forms()["read"].form == "past"


def test_speech_and_attitude_are_told_apart():
    assert cue_forms()["urged"].speech
    assert not cue_forms()["believes"].speech
    assert cue_forms()["believes"].attitude
