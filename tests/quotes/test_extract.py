"""The one public door: tables, offsets, odd input. What the rules make of sentences is tested in rules/test_english.py.

Sentences here are such as rules and network agree on; how often the network is right is measured on the gold files.
"""

import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes import extract_quotes

ODD = [
    "rain",
    "..., --- !! ?",
    '"' * 300,
    "a" * 200_000,
    "“雨”" * 50,
    "👩‍🌾 said rain was late 🙂, and “🙂🙂🙂”.",
    "\u202eOrlo said that rain was late.\u202c אמר שלום, قال",
    "Orlo said\x00 that rain \x00was late.",
    "\x00",
    "\u200b\ufeff",
    "said\r\n\r\nsaid\r\rsaid\x0bsaid\u2028said",
]


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
        ("Ada Orlo said that rain was late.", "said", "Ada Orlo", "that rain was late"),
        ("According to the ministry, rain was late.", "According to", "the ministry", "rain was late"),
    ],
)
def test_one_quotation_with_cue_source_and_content(text, cue, source, content):
    quote = row(text)
    assert (quote["cue"], quote["source"], quote["content"]) == (cue, source, content)


def test_a_split_quotation_is_one_row_with_two_fragments():
    quotes, spans = extract_quotes(documents_of('"Rain," said Ada Orlo, "is late."'))
    assert quotes["content"].tolist() == ['"Rain," ... "is late."']
    assert spans.loc[spans["part"] == "content", ["start", "end"]].to_numpy().tolist() == [[0, 7], [23, 33]]


def test_a_quotation_in_marks_is_found_whole_where_its_paragraph_has_no_other():
    text = 'Nobody came to the hall.\n\n"Rain is late this year and the wells are dry," Ada Orlo said.'
    assert '"Rain is late this year and the wells are dry,"' in contents(text)


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


def test_a_slogan_in_marks_is_no_quotation():
    assert contents('The "Green Valley" campaign ended.') == []


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


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts_end_in_rows_that_say_what_the_text_says(text):
    quotes, spans = extract_quotes(documents_of(text), attitudes=True)
    assert ((spans["start"] >= 0) & (spans["start"] < spans["end"]) & (spans["end"] <= len(text))).all()
    for quote in quotes[quotes["cue"].notna()].itertuples():
        assert text[quote.cue_start : quote.cue_end] == quote.cue


def test_half_a_character_stands_as_an_unreadable_one_in_its_place():
    text = '"Rain \ud800is late," said Mayor Ada Orlo.'
    documents = pd.DataFrame({"document": ["d0"], "text": [text], "title": ["\udc00"]}, dtype=object)
    (quote,) = extract_quotes(documents).quotes.itertuples()
    assert quote.content == '"Rain \ufffdis late,"'
    assert (quote.content_start, quote.content_end) == (0, 16)


def test_missing_texts_and_titles_are_read_as_empty():
    documents = documents_of(None, "Ada Orlo said that rain was late.", None, title=[None, float("nan"), "Rain"])
    assert extract_quotes(documents).quotes["document"].tolist() == ["d1"]


def test_an_article_gives_the_same_alone_and_among_others():
    texts = ["Ada Orlo said that rain was late.", *ODD[:3], '"Rain is late," she said. ' * 30, *ODD[4:]]
    documents = documents_of(*texts)
    together = extract_quotes(documents).quotes
    alone = pd.concat([extract_quotes(documents.iloc[[i]]).quotes for i in range(len(texts))], ignore_index=True)
    pd.testing.assert_frame_equal(together, alone)


def test_processes_must_be_positive():
    with pytest.raises(ValueError, match="at least 1"):
        extract_quotes(documents_of("Rain."), processes=0)


def test_several_processes_give_the_same_tables():
    documents = documents_of(*["Ada Orlo said that rain was late."] * 70)
    one, two = extract_quotes(documents), extract_quotes(documents, processes=2)
    pd.testing.assert_frame_equal(one.quotes, two.quotes)
    pd.testing.assert_frame_equal(one.quote_spans, two.quote_spans)
