import pytest

from mediastudy.quotes.rules.english import english_drafts


def found(text):
    """Of each draft its fragments of content, cue and source as words."""
    return [
        (
            [text[start:end] for start, end in draft.content],
            text[slice(*draft.cue)] if draft.cue else None,
            text[slice(*draft.source)] if draft.source else None,
        )
        for draft in english_drafts(text)
    ]


def contents(text):
    return [fragments for fragments, _, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ('"Rain is late," said Mayor Ada Orlo.', "said", "Mayor Ada Orlo", '"Rain is late,"'),
        ('"Rain is late," Ada Orlo said.', "said", "Ada Orlo", '"Rain is late,"'),
        ('Ada Orlo said: "Rain is late."', "said", "Ada Orlo", '"Rain is late."'),
        ("Ada Orlo said that rain was late.", "said", "Ada Orlo", "that rain was late"),
        ("Ada Orlo said rain was late.", "said", "Ada Orlo", "rain was late"),
        ("Rain was late, Ada Orlo said.", "said", "Ada Orlo", "Rain was late"),
        ("Rain was late, as Ada Orlo put it.", "put it", "Ada Orlo", "Rain was late"),
        ("Rain is late, the ministry estimates.", "estimates", "the ministry", "Rain is late"),
        ("Rain was late, farmer Ada Orlo pointed out.", "pointed out", "farmer Ada Orlo", "Rain was late"),
        ('"Rain is late," laughed Ada Orlo.', "laughed", "Ada Orlo", '"Rain is late,"'),
        ('"Why?" Orlo answered.', "answered", "Orlo", '"Why?"'),
        ("Ada Orlo called on Sunday for more rain.", "called", "Ada Orlo", "more rain"),
        ("Ada Orlo cautioned, however, that rain was late.", "cautioned", "Ada Orlo", "that rain was late"),
        ("Ada Orlo agreed to dig wells.", "agreed", "Ada Orlo", "to dig wells"),
        (
            "A clerk who asked not to be named said rain was late.",
            "said",
            "A clerk who asked not to be named",
            "rain was late",
        ),
        ("Rain was late, said Ada Orlo, mayor of Tull.", "said", "Ada Orlo, mayor of Tull", "Rain was late"),
        (
            "Rain was late, Ada Orlo, a farmer from Tull, said on Monday.",
            "said",
            "Ada Orlo, a farmer from Tull",
            "Rain was late",
        ),
        ("Rain was late, according to the ministry.", "according to", "the ministry", "Rain was late"),
        ("According to the ministry, rain was late.", "According to", "the ministry", "rain was late"),
        (
            "Efforts should be made to repair the dam, Orlo said.",
            "said",
            "Orlo",
            "Efforts should be made to repair the dam",
        ),
        ("It is imperative to repair the dam, she noted.", "noted", "she", "It is imperative to repair the dam"),
        ("Orlo has called for calm in the valley.", "has called for", "Orlo", "calm in the valley"),
        ("Orlo urged farmers to wait.", "urged", "Orlo", "farmers to wait"),
        ("The minister told reporters that rain was late.", "told", "The minister", "that rain was late"),
        ("The white paper says rain was late.", "says", "The white paper", "rain was late"),
        ("Orlo vowed to repair the dam.", "vowed", "Orlo", "to repair the dam"),
        ("Orlo was quoted by the Post as saying that rain was late.", None, "Orlo", "that rain was late"),
        ("The ministry neither confirmed nor denied that rain was late.", None, "The ministry", "that rain was late"),
        ('"Why now?" Orlo asked.', "asked", "Orlo", '"Why now?"'),
    ],
)
def test_one_quotation_with_cue_source_and_content(text, cue, source, content):
    ((fragments, reported, speaker),) = found(text)
    assert fragments == [content]
    assert speaker == source
    if cue:
        assert reported == cue


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ('"Rain," said Ada Orlo, "is late."', ['"Rain,"', '"is late."']),
        ('"Rain is late," Orlo said. "It always is."', ['"Rain is late,"', '"It always is."']),
        ("The dam, she said, will be repaired.", ["The dam", "will be repaired"]),
        (
            'Ada Orlo said:\n\n"Rain is late this year.\n\n"It was late last year."\n\nNobody came.',
            ['"Rain is late this year.', '"It was late last year."'],
        ),
    ],
)
def test_one_quotation_in_two_fragments(text, fragments):
    assert contents(text) == [fragments]


def test_joined_and_participial_verbs_share_their_source():
    drafts = found("Ada Orlo said rain was late, adding that wells were dry, and vowed to dig new ones.")
    assert [(cue, source) for _, cue, source in drafts] == [
        ("said", "Ada Orlo"),
        ("adding", "Ada Orlo"),
        ("vowed", "Ada Orlo"),
    ]


def test_an_opening_participle_has_the_subject_that_follows():
    assert found("Noting that wells were dry, Ada Orlo urged farmers to wait.") == [
        (["that wells were dry"], "Noting", "Ada Orlo"),
        (["farmers to wait"], "urged", "Ada Orlo"),
    ]


def test_a_dateline_is_no_part_of_a_content():
    assert contents("TULL, May 3 (ONA) -- Rain was late, the ministry said.") == [["Rain was late"]]


def test_a_following_sentence_is_not_swallowed_by_an_inner_verb():
    assert contents("The port intends to grow this year, Ada Orlo revealed.") == [
        ["The port intends to grow this year"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The "Green Valley" campaign ended.',
        'They painted "Water Street" on the wall.',
        'As an old proverb goes, "Slow rain fills the deep jar."',
        "The report was published on Monday.",
        "He walked along the river.",
    ],
)
def test_labels_slogans_and_proverbs_are_no_quotations(text):
    assert contents(text) == []


def test_beliefs_and_plans_are_no_speech():
    drafts = english_drafts("Orlo believes that rain is near. The ministry plans to dig wells.")
    assert [draft.speech for draft in drafts] == [False, False]


def test_a_quotation_whose_speaker_is_not_told_has_an_heir():
    (draft,) = english_drafts('The hall was full. "Nobody in this valley has seen such rain."')
    assert draft.heir
    assert (draft.cue, draft.source) == (None, None)


@pytest.mark.parametrize(
    "text", ["said " * 20_000, "Orm said " * 4_000, ", he said" * 4_000, '"' * 5_000, "'a " * 8_000]
)
def test_very_long_and_very_odd_texts_end_in_drafts_inside_the_text(text):
    spans = [span for draft in english_drafts(text) for span in draft.content]
    assert all(0 <= start < end <= len(text) for start, end in spans)
