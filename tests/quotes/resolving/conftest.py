import pytest

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.resolving.resolution import resolve
from mediastudy.quotes.turns import turn_drafts, turns


@pytest.fixture
def speakers():
    """The speakers of sources, each given as the words at its next place in the text."""

    def found(text, *sources, title=""):
        drafts = []
        place = 0
        for words in sources:
            place = text.index(words, place)
            drafts.append(Draft(((len(text), len(text)),), None, (place, place + len(words))))
            place += len(words)
        return resolve(text, title, drafts)

    return found


@pytest.fixture
def answers():
    """The name and role of every turn of a transcript."""

    def found(text, title=""):
        return [(who.name, who.role) for who in resolve(text, title, turn_drafts(text, turns(text)))]

    return found
