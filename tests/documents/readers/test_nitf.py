"""NITF stories."""

import pytest

from mediastudy.documents.readers import Unreadable, nitf
from mediastudy.documents.records import Source

STORY = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "../dtd/coast-3-2.dtd">
<nitf{0}><head><title>Harbour page</title><meta name="dsk" content="Foreign Desk"/>
<docdata{1}><doc-id id-string="coast.1"/><date.issue norm="20200503T143000-0500"/>
<date.release norm="20200504T000000-0500"/><key-list><keyword key="ports"/></key-list></docdata>
<pubdata name="Coast Daily" date.publication="20200505T000000" item-length="12" ex-ref="https://coast.example/1"/></head>
<body><body.head><hedline><hl1>Harbour opens</hl1><hl2>Ships came</hl2></hedline>
<note><body.content><p>Editors, mind the spelling.</p></body.content></note>
<byline>By <person>Mara Okhai</person>, <byttl>Staff</byttl></byline><distributor>Reuters</distributor>
<dateline><location>PORTO ALBA</location></dateline><abstract><p>Ships.</p></abstract></body.head>
<body.content>{2}</body.content><body.end><tagline>Bo Ray helped.</tagline></body.end></body></nitf>"""
TEXT = (
    "<media><media-caption>The quay.</media-caption></media><p>Ships <em>came</em>.</p><hl2>Later</hl2>"
    "<block><ul><li>One.</li><li>Two.</li></ul></block>"
)


def read(text):
    source = Source("a.xml", ".xml", text.encode("utf-8"))
    assert nitf.sniff(source) == 0.97
    return nitf.read(source)


@pytest.mark.parametrize("root", ["", ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
def test_a_story_gives_its_columns(root):
    (article,) = read(STORY.format(root, "", TEXT)).articles
    fields = article.fields
    assert fields["text"] == "Ships came.\n\nLater\n\nOne.\n\nTwo."
    assert (fields["title"], fields["outlet"], fields["agency"]) == ("Harbour opens", "Coast Daily", "Reuters")
    assert (fields["date_raw"], fields["byline"]) == ("20200503T143000-0500", "By Mara Okhai, Staff")
    assert (fields["dateline"], fields["captions"]) == ("PORTO ALBA", "The quay.")
    assert (fields["section"], fields["record"], fields["subjects"]) == ("Foreign Desk", "coast.1", "ports")
    assert (fields["url"], fields["length_stated"]) == ("https://coast.example/1", "12")
    assert ("credit", "Bo Ray helped.") in [piece[:2] for piece in article.pieces]
    assert article.problems == []


def test_of_an_archive_that_prints_the_beginning_twice_the_whole_text_is_taken_once():
    text = (
        '<block class="lead_paragraph"><p>LEAD: Ships came.</p></block>'
        '<block class="full_text"><p>LEAD: Ships came.</p><p>All cheered.</p></block>'
    )
    (article,) = read(STORY.format("", "", text)).articles
    assert article.fields["text"] == "LEAD: Ships came.\n\nAll cheered."
    assert ("lead_paragraph", "LEAD: Ships came.") in [piece[:2] for piece in article.pieces]


def test_the_day_of_publication_serves_where_no_day_of_issue_is_stated():
    text = STORY.replace('<date.issue norm="20200503T143000-0500"/>', "")
    assert read(text.format("", "", TEXT)).articles[0].fields["date_raw"] == "20200505T000000"


def test_a_withdrawn_story_and_one_without_a_text_are_kept_and_said():
    (article,) = read(STORY.format("", ' management-status="canceled"', "")).articles
    assert [problem.problem for problem in article.problems] == ["no_full_text", "withdrawn"]


def test_entities_of_its_own_are_refused():
    text = STORY.format("", "", TEXT).replace("<!DOCTYPE nitf", '<!DOCTYPE nitf [<!ENTITY a "b">]><!DOCTYPE x')
    with pytest.raises(Unreadable):
        nitf.read(Source("a.xml", ".xml", text.encode()))


def test_the_sample_is_read_without_its_dtd(shared):
    data = (shared / "samples" / "nitf" / "nitf-fishing.xml").read_bytes()
    (article,) = nitf.read(Source("a.xml", ".xml", data)).articles
    assert article.fields["date_raw"] == "20020225T143000-0500"
    assert article.fields["text"].endswith("Happy fishing everybody!")
    assert "created completely from scratch" not in article.fields["text"]
