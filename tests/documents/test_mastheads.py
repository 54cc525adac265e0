import pytest

from mediastudy.documents.parts.mastheads import could_be_masthead, is_newspaper, is_press


@pytest.mark.parametrize(
    "name", ["The Harbour Courier", "Veldener Zeitung", "Le Courrier de Velde", "El Diario de Velde", "南岭日报"]
)
def test_these_are_names_of_newspapers(name):
    assert is_newspaper(name)


@pytest.mark.parametrize("line", ["World News", "Harbour opens", "The mayor reads the paper", "Le port ouvre", ""])
def test_these_are_none(line):
    assert not is_newspaper(line)


@pytest.mark.parametrize(
    "line", ["Ministry of Harbours", "The State Council", "Office of the Governor", "Port News", "The Velde Review"]
)
def test_these_could_head_a_page(line):
    assert could_be_masthead(line)


@pytest.mark.parametrize("line", ["World News", "Mayor opens harbour", "News|Ports", "Council backs the new dam", ""])
def test_these_could_not(line):
    assert not could_be_masthead(line)


def test_a_press_release_is_no_outlet():
    assert not is_press("Press release")
