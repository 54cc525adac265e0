import pytest

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.rules.english import english_drafts
from mediastudy.quotes.tagging.linking import Attribution
from mediastudy.quotes.tagging.tagger import Article, draft_of

TEXT = "Ada Orlo said rain was late."
SPOKEN = '"Rain is late," said Mayor Ada Orlo.'
ODD = ["", " ", ".", '"', "rain", "🙂", "\x00", "\u202eאמר שלום", "a" * 5_000, "“" * 400, "said " * 700]


def draft(found, words_of, text=TEXT):
    return draft_of(Article(text, words_of(text)), found, 0.7)


def test_words_become_characters(words_of):
    found = Attribution([(3, 6)], [(2, 3)], [(0, 2)], 0.9, ())
    assert draft(found, words_of) == Draft(((14, 27),), (9, 13), (0, 8), confidence=0.7)


def test_the_stop_after_a_content_is_no_part_of_it(words_of):
    found = Attribution([(3, 7)], [], [], 0.9, ())
    assert draft(found, words_of).content == ((14, 27),)


def test_a_content_of_one_stop_is_kept(words_of):
    assert draft(Attribution([(6, 7)], [], [], 0.9, ()), words_of).content == ((27, 28),)


def test_a_cue_in_two_fragments_is_given_by_its_outer_span(words_of):
    found = Attribution([(0, 2)], [(2, 3), (4, 5)], [], 0.9, ())
    assert draft(found, words_of).cue == (9, 22)


def test_a_content_without_cue_and_source_is_an_heir(words_of):
    assert draft(Attribution([(3, 6)], [], [], 0.9, ()), words_of).heir
    assert not draft(Attribution([(3, 6)], [(2, 3)], [], 0.9, ()), words_of).heir


def test_less_than_half_a_chance_of_speech_is_none(words_of):
    assert not draft(Attribution([(3, 6)], [], [], 0.49, ()), words_of).speech


def assert_inside(text, drafts):
    for one in drafts:
        spans = [*one.content, *(span for span in (one.cue, one.source) if span)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert 0 <= one.confidence <= 1


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_end_in_drafts_inside_the_text(tagger, text):
    assert_inside(text, tagger.drafts([text], [[]])[0])


def test_a_text_alone_gives_what_it_gives_among_others(tagger):
    texts = [SPOKEN, *ODD, TEXT * 40, SPOKEN * 3]
    hinted = [english_drafts(text) for text in texts]
    among = tagger.drafts(texts, hinted)
    assert among == [tagger.drafts([text], [drafts])[0] for text, drafts in zip(texts, hinted, strict=True)]
    assert among[::-1] == tagger.drafts(texts[::-1], hinted[::-1])


def test_a_sure_quotation_is_found_with_its_cue_and_source(tagger):
    ((found,),) = tagger.drafts([SPOKEN], [english_drafts(SPOKEN)])
    assert [SPOKEN[slice(*span)] for span in (found.content[0], found.cue, found.source)] == [
        '"Rain is late,"',
        "said",
        "Mayor Ada Orlo",
    ]


def test_no_texts_give_nothing(tagger):
    assert tagger.drafts([], []) == []
