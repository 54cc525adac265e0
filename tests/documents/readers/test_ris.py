"""RIS as databases export it. Built from the description of the format; no vendor's file was at hand."""

import pytest

from mediastudy.documents.readers import Unreadable, ris
from mediastudy.documents.records import Source

RECORD = """TY  - NEWS
T1  - Harbour opens
AN  - 4711
AU  - Okhai, Mara
AU  - Ray, Bo
AB  - Ships came.
JF  - Coast Daily
JO  - Coast D
DA  - 2010/05/08/
PY  - 2010
SE  - Metro
SP  - 2
EP  - 3
KW  - Ports
Fisheries
KW  - Ships
LA  - English
DB  - ProQuest Central
CY  - Porto Alba
UR  - https://pq.example/4711
ER  -

"""


def read(text):
    source = Source("a.ris", ".ris", text if isinstance(text, bytes) else text.encode("utf-8"))
    assert ris.sniff(source) == 0.97
    return ris.read(source)


@pytest.mark.parametrize("text", [RECORD, RECORD.replace("\n", "\r\n"), "\ufeffProvider: Coast\n\n" + RECORD])
def test_a_record_gives_its_columns(text):
    (article,) = read(text).articles
    fields = article.fields
    assert (fields["title"], fields["outlet"], fields["section"]) == ("Harbour opens", "Coast Daily", "Metro")
    assert (fields["byline"], fields["date_raw"], fields["pages"]) == ("Okhai, Mara; Ray, Bo", "2010/05/08", "2-3")
    assert (fields["subjects"], fields["language"]) == ("Ports; Fisheries; Ships", "en")
    assert (fields["host"], fields["record"], fields["url"]) == ("ProQuest", "4711", "https://pq.example/4711")
    assert ("metadata", "CY: Porto Alba") in [piece[:2] for piece in article.pieces]


def test_an_abstract_is_no_text():
    (article,) = read(RECORD).articles
    assert (article.fields["text"], article.fields["abstract"]) == ("", "Ships came.")
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_a_note_that_is_labelled_as_full_text_is_the_text():
    text = RECORD.replace(
        "KW  - Ports", "N1  - Last updated - 2011\nN1  - Full text: Ships came.\n\nAll cheered.\nKW  - Ports"
    )
    (article,) = read(text).articles
    assert article.fields["text"] == "Ships came.\n\nAll cheered."
    assert article.problems == []
    assert ("metadata", "N1: Last updated - 2011") in [piece[:2] for piece in article.pieces]


def test_a_long_note_without_a_label_is_taken_and_said():
    (article,) = read(RECORD.replace("KW  - Ports", f"N1  - {'Ships came. ' * 80}\nKW  - Ports")).articles
    assert article.fields["text"].startswith("Ships came.")
    assert [problem.problem for problem in article.problems] == ["text_from_notes"]


@pytest.mark.parametrize(
    ("lines", "raw"),
    [
        ("DA  - 2010 May 08\nPY  - 2010", "08 May 2010"),
        ("Y1  - 2010/05//\nPY  - 2010", "2010/05"),
        ("PY  - 2010", "2010"),
        ("PY  - 2010///\nY2  - 2020/01/01", "2010"),
        ("DA  - May 8, 2010", "May 8, 2010"),
    ],
)
def test_the_date_is_the_most_precise_one_of_its_own_tags(lines, raw):
    (article,) = read(RECORD.replace("DA  - 2010/05/08/\nPY  - 2010", lines)).articles
    assert article.fields["date_raw"] == raw


def test_records_are_counted_by_their_openings_and_a_missing_end_is_said():
    reading = read(RECORD + RECORD.replace("ER  -\n", "") + "TY  - NEWS\nAU  - Ray\nER  -\nTY  - GEN\nTI  - Cut o")
    assert len(reading.articles) == 3
    assert reading.broken == 1
    ended = [[problem.problem for problem in article.problems] for article in reading.articles]
    assert ended == [["no_full_text"], ["no_full_text", "record_not_ended"], ["no_full_text", "record_not_ended"]]
    assert [problem.problem for problem in reading.problems] == ["broken_record"]


def test_tags_without_a_title_are_no_article():
    with pytest.raises(Unreadable) as refusal:
        read("TY  - NEWS\nAU  - Ray\nPY  - 2010\nER  - \n")
    assert refusal.value.problem == "no_articles"


def test_an_older_encoding_is_read():
    (article,) = read(RECORD.replace("Harbour opens", "Hafen eröffnet für Schiffe").encode("cp1252")).articles
    assert article.fields["title"] == "Hafen eröffnet für Schiffe"
