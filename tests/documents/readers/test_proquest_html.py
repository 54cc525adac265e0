"""ProQuest's HTML export. Built from the description of the format; no vendor's file was at hand."""

import pytest

from mediastudy.documents.readers import Unreadable, proquest_html
from mediastudy.documents.records import Source

RECORD = """
<div style="margin-bottom:20px;border-bottom:2px solid #ccc"><a name="DocID_MSTAR_{0}"></a>
<p style="font-weight:bold;font-size:11pt">{1}</p>
<p><strong>Author:&nbsp;</strong>Okhai, Mara; Ray, Bo</p>
<p><strong>Publication info: </strong>Coast Daily ; Porto Alba, N.L. [Porto Alba, N.L]08 May 2010: AA.2.</p>
<p><a href="https://pq.example/{0}">ProQuest document link</a></p>
<p><strong>Abstract: </strong>{2}</p>
<p><strong>Links: </strong><a href="https://pq.example/x">Check for full text</a></p>
<p><strong>Full text: </strong></p>{3}
<p><strong>Subject: </strong>Ports; Fisheries</p>
<p><strong>Location: </strong>Porto Alba</p>{4}
</div>"""
BODY = (
    '<text wordcount="7" htmlcontent="true"><meta charset="x"><title>Harbour opens</title>'
    "<p>The harbour <b>opened</b>.</p><p><b>Subject:</b> the mayor's boat.</p></text>"
)
DETAILS = (
    "<p><strong>Title: </strong>Harbour opens</p>"
    "<p><strong>Publication title: </strong>Coast Daily, Late Edition (East); Porto Alba, N.L.</p>"
    "<p><strong>Pages: </strong>A.1</p><p><strong>Publication date: </strong>May 9, 2010</p>"
    "<p><strong>Section: </strong>A</p><p><strong>Language of publication: </strong>English</p>"
    "<p><strong>ProQuest document ID: </strong>71</p><p><strong>Document URL: </strong>https://pq.example/71</p>"
    "<p><strong>Copyright: </strong>Copyright Coast Press May 9, 2010</p>"
)
FOOT = "<p>Database copyright © 2020 ProQuest LLC. All rights reserved.</p><p>Terms and Conditions</p>"


def page(*records, head=""):
    return f"<html><head><title>ProQuest</title></head><body>{head}{''.join(records)}</body></html>"


def read(text):
    source = Source("a.html", ".html", text.encode("utf-8"))
    assert proquest_html.sniff(source) == 0.97
    return proquest_html.read(source)


def test_a_record_gives_the_columns_that_its_labels_state():
    (article,) = read(page(RECORD.format("71", "Harbour opens", "Ships.", BODY, DETAILS))).articles
    fields = article.fields
    assert fields["title"] == "Harbour opens"
    assert fields["text"] == "The harbour opened.\n\nSubject: the mayor's boat."
    assert (fields["outlet"], fields["edition"]) == ("Coast Daily", "Late Edition (East)")
    assert (fields["date_raw"], fields["pages"], fields["section"]) == ("May 9, 2010", "A.1", "A")
    assert (fields["byline"], fields["language"], fields["host"]) == ("Okhai, Mara; Ray, Bo", "en", "ProQuest")
    assert (fields["record"], fields["url"]) == ("71", "https://pq.example/71")
    assert (fields["length_stated"], fields["subjects"]) == ("7", "Ports; Fisheries")
    assert fields["abstract"] == "Ships."
    assert ("copyright", "Copyright: Copyright Coast Press May 9, 2010") in [piece[:2] for piece in article.pieces]


def test_publication_info_serves_where_no_label_of_its_own_does():
    (article,) = read(page(RECORD.format("71", "Harbour opens", "Ships.", BODY, ""))).articles
    assert article.fields["outlet"] == "Coast Daily"
    assert (article.fields["date_raw"], article.fields["pages"]) == ("08 May 2010", "AA.2")


def test_every_record_is_found_and_the_foot_belongs_to_none():
    records = [RECORD.format(number, f"Ship {number}", "None available.", BODY, "") for number in (1, 2, 3)]
    contents = '<div><a href="#DocID_MSTAR_1">Ship 1</a></div>'
    reading = read(page(*records, FOOT, head=contents))
    assert [article.fields["title"] for article in reading.articles] == ["Ship 1", "Ship 2", "Ship 3"]
    assert all("abstract" not in article.fields for article in reading.articles)
    assert "ProQuest LLC" not in str(reading.articles)
    assert reading.interface == "en"


def test_the_count_that_the_file_states_is_announced():
    records = [RECORD.format(n, f"<span>Ship {n}</span>", "", BODY, "") for n in (1, 2)]
    counted = [r.replace("<p style=", f"<p>Document {n} of 3</p><p style=", 1) for n, r in enumerate(records, 1)]
    reading = read(page(*counted))
    assert (reading.announced, len(reading.articles)) == (3, 2)
    assert reading.articles[0].fields["title"] == "Ship 1"


def test_an_abstract_is_never_the_text():
    (article,) = read(page(RECORD.format("71", "Harbour opens", "Ships came.", "", ""))).articles
    assert (article.fields["text"], article.fields["abstract"]) == ("", "Ships came.")
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_paragraphs_of_the_text_may_stand_beside_their_label_without_an_element_of_their_own():
    body = "<p>Ships came.</p><p><strong>Mayor:</strong> Good morning.</p>"
    (article,) = read(page(RECORD.format("71", "Harbour opens", "", body, DETAILS))).articles
    assert article.fields["text"] == "Ships came.\n\nMayor: Good morning."
    assert article.fields["subjects"] == "Ports; Fisheries"


def test_without_anchors_the_parts_of_the_page_that_have_labels_are_records():
    records = [
        RECORD.format(n, f"Ship {n}", "", BODY, "").replace(f'<a name="DocID_MSTAR_{n}"></a>', "") for n in (1, 2)
    ]
    reading = read(page(*records, FOOT))
    assert [article.fields["title"] for article in reading.articles] == ["Ship 1", "Ship 2"]


def test_labels_in_german_are_understood():
    text = page(
        '<div><a name="DocID_1"></a><p>Hafen öffnet</p><p><strong>Autor: </strong>Okhai, Mara</p>'
        "<p><strong>Volltext: </strong>Schiffe kamen.</p><p><strong>Titel der Publikation: </strong>Küstenblatt</p>"
        "<p><strong>Publikationsdatum: </strong>8. Mai 2010</p><p><strong>Zusammenfassung: </strong>Schiffe.</p></div>"
    )
    reading = read(text)
    assert reading.interface == "de"
    fields = reading.articles[0].fields
    assert (fields["outlet"], fields["text"], fields["date_raw"]) == ("Küstenblatt", "Schiffe kamen.", "8. Mai 2010")


def test_a_record_that_says_nothing_is_named_and_the_rest_is_read():
    reading = read(page('<div><a name="DocID_1"></a><p> <br></p></div>', RECORD.format("2", "Ship", "", BODY, "")))
    assert len(reading.articles) == 1
    empty = '<div><a name="DocID_1"></a><p><strong>Subject: </strong>Ports</p></div>'
    reading = read(page(empty, RECORD.format("2", "Ship", "", BODY, "")))
    assert (len(reading.articles), reading.broken) == (1, 1)
    assert [problem.problem for problem in reading.problems] == ["broken_record"]


def test_a_file_without_a_record_says_so():
    with pytest.raises(Unreadable) as refusal:
        read(page('<div><a name="DocID_1"></a><p><strong>Subject: </strong>Ports</p></div>'))
    assert refusal.value.problem == "no_articles"


def test_a_news_page_that_mentions_proquest_is_none():
    text = "<html><body><p><strong>Author:</strong> Mara Okhai</p><p>ProQuest was sold.</p></body></html>"
    assert proquest_html.sniff(Source("a.html", ".html", text.encode())) == 0.0
