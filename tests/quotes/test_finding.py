"""Which part of which text goes where; a tagger that gives the rules' drafts back stands for the network."""

import pytest

from mediastudy.quotes.finding import find_drafts

ENGLISH = "Ada Orlo said that rain was late."
TRANSCRIPT = "ADA ORLO: Good morning.\n\nQ: Is rain late?\n\nADA ORLO: It is."
CHINESE = "王小明表示，要加强合作。"


class Echo:
    """A tagger that keeps the texts it was given and answers with the rules' drafts."""

    def __init__(self):
        self.texts = []

    def drafts(self, texts, hinted):
        self.texts += texts
        return [[draft._replace(confidence=0.9) for draft in drafts] for drafts in hinted]


@pytest.fixture
def echo(monkeypatch):
    tagger = Echo()
    monkeypatch.setattr("mediastudy.quotes.finding._tagger", lambda _: tagger)
    return tagger


def found(*texts, chinese=None):
    drafts = find_drafts(texts, chinese or [None] * len(texts))
    return [[text[slice(*one.content[0])] for one in some] for text, some in zip(texts, drafts, strict=True)]


def test_english_goes_to_the_network_with_the_rules_drafts(echo):
    assert found(ENGLISH) == [["that rain was late"]]
    assert echo.texts == [ENGLISH]


def test_chinese_is_seen_from_its_characters(echo):
    assert found(CHINESE) == [["要加强合作"]]
    assert echo.texts == []


def test_the_language_told_wins_over_the_characters(echo):
    assert found(ENGLISH, chinese=[True]) == [[]]
    assert echo.texts == []


def test_a_transcript_goes_to_its_turns(echo):
    assert found(TRANSCRIPT) == [["Good morning.", "Is rain late?", "It is."]]
    assert echo.texts == []


def test_what_stands_before_the_first_turn_goes_to_the_network(echo):
    text = f"{ENGLISH}\n\n{TRANSCRIPT}"
    assert found(text) == [["that rain was late", "Good morning.", "Is rain late?", "It is."]]
    assert echo.texts == [f"{ENGLISH}\n\n"]


def test_texts_of_all_sorts_keep_their_places(echo):
    texts = ["", ENGLISH, CHINESE, " \n", TRANSCRIPT, ENGLISH]
    assert [len(some) for some in found(*texts)] == [0, 1, 1, 0, 3, 1]
    assert echo.texts == [ENGLISH, ENGLISH]


def test_only_the_network_gives_a_confidence(echo):
    drafts = find_drafts([ENGLISH, CHINESE, TRANSCRIPT], [None] * 3)
    assert [{draft.confidence for draft in some} for some in drafts] == [{0.9}, {None}, {None}]
    assert len(echo.texts) == 1


def test_no_texts_give_nothing_and_open_no_network(monkeypatch):
    monkeypatch.setattr("mediastudy.quotes.finding._tagger", None)
    assert found() == []
    assert found("", CHINESE) == [[], ["要加强合作"]]
