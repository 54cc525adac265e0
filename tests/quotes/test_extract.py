import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes import extract_quotes


def documents_of(*texts, **columns):
    return pd.DataFrame({"document": [f"d{i}" for i in range(len(texts))], "text": list(texts)} | columns)


def quoted(text, *, title=None, **options):
    columns = {"title": [title]} if title else {}
    return extract_quotes(documents_of(text, **columns), **options).quotes


def contents(text, **options):
    return quoted(text, **options)["content"].tolist()


def row(text, **options):
    quotes = quoted(text, **options)
    assert len(quotes) == 1
    return quotes.iloc[0]


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
    quote = row(text)
    assert quote["content"] == content
    assert quote["source"] == source
    if cue:
        assert quote["cue"] == cue


def test_a_split_quotation_is_one_row_with_two_fragments():
    quotes, spans = extract_quotes(documents_of('"Rain," said Ada Orlo, "is late."'))
    assert quotes["content"].tolist() == ['"Rain," ... "is late."']
    assert spans.loc[spans["part"] == "content", ["start", "end"]].to_numpy().tolist() == [[0, 7], [23, 33]]


def test_a_quotation_without_cue_goes_on_the_one_before():
    assert contents('"Rain is late," Orlo said. "It always is."') == ['"Rain is late," ... "It always is."']


def test_a_parenthetic_cue_parts_an_indirect_content():
    assert contents("The dam, she said, will be repaired.") == ["The dam ... will be repaired"]


def test_a_quotation_over_paragraphs_is_one_row():
    text = 'Ada Orlo said:\n\n"Rain is late this year.\n\n"It was late last year."\n\nNobody came.'
    assert contents(text) == ['"Rain is late this year. ... "It was late last year."']


def test_joined_and_participial_verbs_share_their_source():
    quotes = quoted("Ada Orlo said rain was late, adding that wells were dry, and vowed to dig new ones.")
    assert quotes["source"].tolist() == ["Ada Orlo"] * 3
    assert quotes["cue"].tolist() == ["said", "adding", "vowed"]


def test_an_opening_participle_has_the_subject_that_follows():
    quotes = quoted("Noting that wells were dry, Ada Orlo urged farmers to wait.")
    assert quotes["content"].tolist() == ["that wells were dry", "farmers to wait"]
    assert quotes["speaker"].tolist() == ["Ada Orlo"] * 2


def test_a_dateline_is_no_part_of_a_content():
    assert contents("TULL, May 3 (ONA) -- Rain was late, the ministry said.") == ["Rain was late"]


def test_a_following_sentence_is_not_swallowed_by_an_inner_verb():
    quotes = quoted("The port intends to grow this year, Ada Orlo revealed.")
    assert quotes["content"].tolist() == ["The port intends to grow this year"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Rain is late," Orlo said.', "direct"),
        ('Orlo said rain was "very late" this year.', "mixed"),
        ("Orlo said rain was late.", "indirect"),
        ('Orlo said the so-called "rain tax" was gone.', "indirect"),
    ],
)
def test_kinds_follow_the_marks(text, kind):
    assert row(text)["kind"] == kind


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


def test_attitudes_are_kept_on_request_only():
    text = "Orlo believes that rain is near. The ministry plans to dig wells."
    assert contents(text) == []
    kept = quoted(text, attitudes=True)
    assert kept["content"].tolist() == ["that rain is near", "to dig wells"]
    assert kept["speech"].tolist() == [False, False]


def test_transcript_turns_are_direct_and_have_their_labels_as_sources():
    text = "ADA ORLO: Good morning. (Laughter.)\n\nQ: Is rain late?\n\nADA ORLO: It is.\n\nVery late."
    quotes = quoted(text)
    assert quotes["content"].tolist() == ["Good morning.", "Is rain late?", "It is. ... Very late."]
    assert quotes["kind"].tolist() == ["direct"] * 3
    assert quotes["speaker"].fillna("").tolist() == ["Ada Orlo", "", "Ada Orlo"]


def test_an_article_with_one_label_is_no_transcript():
    assert contents("Contact: Ada Orlo\n\nPhone: 555\n\nRain is late.") == []


def test_chinese_articles_are_read_by_rules_of_their_own():
    quotes = quoted("王小明表示，要加强合作。“大家很高兴。”李华说。")
    assert quotes["content"].tolist() == ["要加强合作", "“大家很高兴。”"]
    assert quotes["speaker"].tolist() == ["王小明", "李华"]


def test_chinese_offices_are_parted_from_names():
    quotes = quoted("外交部发言人李华表示，会谈很有成效。她指出，双方应加强合作。")
    assert quotes["speaker"].tolist() == ["李华", "李华"]
    assert quotes["role"].tolist() == ["外交部发言人"] * 2


def test_a_chinese_mark_in_another_language_column_is_enough():
    documents = documents_of("王小明强调，要节约用水。", language=["zh"])
    assert extract_quotes(documents).quotes["cue"].tolist() == ["强调"]


def test_tables_have_the_documented_columns_also_when_nothing_is_said():
    for documents in (documents_of(), documents_of("Rain fell."), documents_of(None)):
        quotes, spans = extract_quotes(documents.astype({"document": "str"}))
        pd.testing.assert_frame_equal(quotes, tables.empty("quotes"), check_index_type=False)
        pd.testing.assert_frame_equal(spans, tables.empty("quote_spans"), check_index_type=False)


def test_documents_are_unchanged_and_an_odd_index_does_no_harm():
    documents = documents_of("Orlo said rain was late.", "Nobody came.", "Rain is late, Orlo said.").set_axis([7, 7, 3])
    before = documents.copy(deep=True)
    quotes = extract_quotes(documents).quotes
    pd.testing.assert_frame_equal(documents, before)
    assert quotes["document"].tolist() == ["d0", "d2"]
    assert quotes["quote"].tolist() == ["d0:1", "d2:1"]
    assert quotes.index.tolist() == [0, 1]


def test_offsets_are_what_the_row_says():
    text = '"Rain is late," said Mayor Ada Orlo, adding that wells were dry.'
    for quote in extract_quotes(documents_of(text)).quotes.itertuples():
        assert text[quote.source_start : quote.source_end] == quote.source
        assert text[quote.cue_start : quote.cue_end] == quote.cue
        assert text[quote.content_start : quote.content_end] == quote.content


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="documents has no column text"):
        extract_quotes(pd.DataFrame({"document": ["a"]}))


def test_processes_must_be_positive():
    with pytest.raises(ValueError, match="at least 1"):
        extract_quotes(documents_of("Rain."), processes=0)


def test_several_processes_give_the_same_tables():
    documents = documents_of(*["Orlo said rain was late."] * 201)
    one, two = extract_quotes(documents), extract_quotes(documents, processes=2)
    pd.testing.assert_frame_equal(one.quotes, two.quotes)
    pd.testing.assert_frame_equal(one.quote_spans, two.quote_spans)
