"""Each reader by itself: bytes in, records out."""

import io
import json

import openpyxl
import pandas as pd
import pytest

from mediastudy.documents.readers import Unreadable, reader_for
from mediastudy.documents.records import Source


def read(data, suffix=""):
    source = Source(f"a{suffix}", suffix, data if isinstance(data, bytes) else data.encode("utf-8"))
    reader = reader_for(source)
    return reader.NAME, reader.read(source)


def test_the_content_decides_and_the_suffix_is_a_hint():
    assert read('{"text": "One."}\n{"text": "Two."}', ".json")[0] == "jsonl"
    assert read('[{"text": "One."}]', ".txt")[0] == "json"
    assert read("id\ttext\n1\tOne.\n", ".txt")[0] == "csv"
    assert read("<!DOCTYPE html><html><body><p>One.</p></body></html>", ".txt")[0] == "html"
    assert read("One, two.\nThree, four.\n", ".txt")[0] == "text"
    assert read(pd.DataFrame({"text": ["One."]}).to_parquet(), ".csv")[0] == "parquet"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    data = delimiter.join(["id", "text"]) + "\n" + delimiter.join(["1", '"One, two; three."']) + "\n"
    frame = read(data, ".csv")[1].frame
    assert frame.to_dict("list") == {"id": ["1"], "text": ["One, two; three."]}


def test_cells_of_a_csv_keep_their_spaces_and_line_ends():
    frame = read('id,text\r\n1," One\r\n\r\ntwo "\r\n', ".csv")[1].frame
    assert frame["text"].tolist() == [" One\r\n\r\ntwo "]


def test_a_quotation_mark_that_never_closes_costs_one_line():
    name, table = read('id,text\n1,One.\n2,"Two.\n3,Three.\n4,Four.\n', ".csv")
    assert name == "csv"
    assert table.frame["text"].tolist() == ["One.", "Two.", "Three.", "Four."]
    assert [(problem.place, problem.problem) for problem in table.problems] == [("line 3", "unclosed_quote")]
    assert table.places == ["line 2", "line 3", "line 4", "line 5"]


def test_a_row_of_the_wrong_length_is_kept_and_said():
    table = read("id,text\n1,One.,extra\n2\n", ".csv")[1]
    assert table.frame.fillna("").to_numpy().tolist() == [["1", "One."], ["2", ""]]
    assert [problem.problem for problem in table.problems] == ["ragged_row", "ragged_row"]
    assert "extra" in table.problems[0].detail


def test_cells_longer_than_pythons_default_limit_are_read():
    long = "word " * 50_000
    assert read(f'id,text\n1,"{long}"\n', ".csv")[1].frame["text"].iloc[0] == long


@pytest.mark.parametrize(
    "data",
    [
        '[{"text": "One."}, {"text": "Two."}]',
        '{"count": 2, "articles": [{"text": "One."}, {"text": "Two."}]}',
        '{"text": "One."}\n{"text": "Two."}\n',
        '\ufeff[{"text": "One."},\n{"text": "Two."}]',
    ],
)
def test_json_is_read_in_any_of_these_shapes(data):
    assert read(data, ".json")[1].frame["text"].tolist() == ["One.", "Two."]


def test_one_object_is_one_article_even_with_a_list_in_it():
    data = json.dumps({"text": "One.", "people": [{"name": "Ann Lee"}]})
    assert len(read(data, ".json")[1].frame) == 1


def test_a_list_that_breaks_off_gives_what_came_before():
    table = read('[{"text": "One."}, {"text": "Two."}, {"tex', ".json")[1]
    assert table.frame["text"].tolist() == ["One.", "Two."]
    assert table.broken == 1
    assert [problem.problem for problem in table.problems] == ["broken_record"]


def test_a_broken_line_never_loses_the_file():
    table = read('{"text": "One."}\n{"text": \n[1]\n{"text": "Four."}\n', ".jsonl")[1]
    assert table.frame["text"].tolist() == ["One.", "Four."]
    assert [problem.place for problem in table.problems] == ["line 2", "line 3"]
    assert table.places == ["line 1", "line 4"]


def test_one_line_in_another_encoding_does_not_spoil_the_others():
    data = '{"text": "Größe"}\n'.encode() * 5 + '{"text": "Größe"}\n'.encode("latin-1")
    table = read(data, ".jsonl")[1]
    assert table.frame["text"].tolist()[:5] == ["Größe"] * 5
    assert len(table.frame) == 6
    assert [problem.problem for problem in table.problems] == ["broken_characters"]


def test_half_characters_are_replaced_and_said():
    table = read('{"text": "a\\ud800b"}\n{"text": "c"}\n', ".jsonl")[1]
    assert table.frame["text"].tolist() == ["a\ufffdb", "c"]
    assert [problem.place for problem in table.problems] == ["line 1"]


def test_every_sheet_of_a_workbook_is_read():
    book = openpyxl.Workbook()
    book.active.append(["Headline", "Text", "Date"])
    book.active.append(["Harbour opens", " One. ", pd.Timestamp("2020-05-03").to_pydatetime()])
    second = book.create_sheet("more")
    second.append(["Text"])
    second.append(["Two."])
    buffer = io.BytesIO()
    book.save(buffer)
    name, table = read(buffer.getvalue(), ".xlsx")
    assert name == "xlsx"
    assert table.frame["Text"].tolist() == [" One. ", "Two."]
    assert table.places == ["Sheet row 2", "more row 2"]


@pytest.mark.parametrize(
    ("data", "suffix", "problem"),
    [
        (b"PK\x03\x04 no workbook xl/ at all", ".xlsx", "broken_file"),
        (b"PAR1 no table", ".parquet", "broken_file"),
        (b"%PDF-1.7", ".txt", "broken_file"),
        (b"<?xml version='1.0'?><doc/>", ".xml", "unknown_format"),
        (b"\xd0\xcf\x11\xe0 old", ".xls", "unknown_format"),
        (b"[1, 2, 3", ".json", "broken_file"),
        (b" \n\n ", ".txt", "empty_file"),
    ],
)
def test_what_cannot_be_read_says_why(data, suffix, problem):
    with pytest.raises(Unreadable) as refusal:
        read(data, suffix)
    assert refusal.value.problem == problem


PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><title>Harbour opens after ten years | Coast Daily</title>
<meta property="og:title" content="Harbour opens after ten years | Coast Daily">
<meta property="og:site_name" content="Coast Daily">
<meta property="article:published_time" content="2020-05-03T09:30:00+02:00">
<link rel="canonical" href="https://coast.example/news/harbour">
<meta name="author" content="Ann Lee"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Harbour opens after ten years</h1>
<p>PORTO ALBA, May 3 (Reuters) - The harbour of Porto Alba opened on Sunday after ten years of work, she said.</p>
<figure><img src="a.jpg"><figcaption>Ships in the harbour. Photo: Bo Ray</figcaption></figure>
<p>Thousands of people came to see the first ships, and the band of the fire brigade played for three hours.</p>
<p>The harbour cost twice as much as planned, as the council had to say in a report published in March.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_web_page_gives_up_its_parts():
    article = read(PAGE, ".html")[1].articles[0]
    fields = article.fields
    assert fields["title"] == "Harbour opens after ten years"
    assert fields["host"] == fields["outlet"] == "Coast Daily"
    assert fields["url"] == "https://coast.example/news/harbour"
    assert fields["date_raw"] == "2020-05-03T09:30:00+02:00"
    assert (fields["byline"], fields["language"], fields["agency"]) == ("Ann Lee", "en", "Reuters")
    assert fields["dateline"] == "PORTO ALBA, May 3"
    assert fields["captions"] == "Ships in the harbour. Photo: Bo Ray"
    assert [part[:12] for part in fields["text"].split("\n\n")] == ["The harbour ", "Thousands of", "The harbour "]
    assert {"caption", "dateline", "furniture"} <= {piece.kind for piece in article.pieces}


def test_the_day_of_an_update_is_no_day_of_publication():
    page = PAGE.replace("article:published_time", "article:modified_time")
    article = read(page, ".html")[1].articles[0]
    assert not article.fields.get("date_raw")
    assert [problem.problem for problem in article.problems] == ["only_update_date"]
