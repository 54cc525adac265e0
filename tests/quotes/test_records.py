import pandas as pd
import pytest

from mediastudy.quotes import as_records, extract_quotes

DOCUMENTS = pd.DataFrame({"document": ["b", "a"], "text": ["Rain fell.", "An official said rain was late."]})


def test_every_document_has_a_record_in_the_order_of_the_documents():
    records = list(as_records(*extract_quotes(DOCUMENTS), DOCUMENTS))
    assert [record["document"] for record in records] == ["b", "a"]
    assert records[0]["quotes"] == []


def test_without_documents_only_those_with_quotations_have_one():
    assert [record["document"] for record in as_records(*extract_quotes(DOCUMENTS))] == ["a"]


def test_a_record_has_spans_and_none_for_what_is_missing():
    quote = next(as_records(*extract_quotes(DOCUMENTS)))["quotes"][0]
    assert quote == {
        "content": [[17, 30]],
        "cue": [[12, 16]],
        "source": [[0, 11]],
        "kind": "indirect",
        "speech": True,
        "speaker": None,
        "speaker_kind": "unnamed",
        "role": "official",
        "resolution": "none",
    }


def test_a_missing_column_is_named():
    quotes, spans = extract_quotes(DOCUMENTS)
    with pytest.raises(ValueError, match="quote_spans has no column end"):
        next(as_records(quotes, spans.drop(columns="end")))
