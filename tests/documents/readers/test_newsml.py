"""NewsML-G2 items and messages."""

import pytest

from mediastudy.documents.readers import Unreadable, newsml
from mediastudy.documents.records import Source

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:coast:1" xml:lang="en-GB">
<rightsInfo><copyrightHolder><name>Coast Press</name></copyrightHolder>
<copyrightNotice>(c) Coast Press</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:{0}"/><provider qcode="nprov:AFP"/>
<versionCreated>2020-05-09T10:00:00Z</versionCreated><pubStatus qcode="stat:{1}"/></itemMeta>
<contentMeta>{2}<creator><name>Mara Okhai</name></creator><infoSource><name>Associated Press</name></infoSource>
<language tag="fr"/><subject><name>ports</name></subject><dateline>PORTO ALBA, May 3</dateline>
<headline role="hl:short">Harbour</headline><headline>Harbour opens</headline></contentMeta>
<contentSet>{3}</contentSet></newsItem>"""
CREATED = "<contentCreated>2020-05-03T09:30:00+02:00</contentCreated>"
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
    "</head><body><p>Ships came.</p><p>All <b>cheered</b>.</p></body></html></inlineXML>"
)
NITF = (
    '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><byline>By Bo Ray</byline>'
    "</body.head><body.content><p>Ships came.</p></body.content></body></nitf></inlineXML>"
)


def message(*items):
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


def read(text):
    source = Source("a.xml", ".xml", text.encode("utf-8"))
    assert newsml.sniff(source) >= 0.97
    return newsml.read(source)


def test_an_item_gives_its_columns():
    (article,) = read(ITEM.format("text", "usable", CREATED, XHTML)).articles
    fields = article.fields
    assert fields["text"] == "Ships came.\n\nAll cheered."
    assert (fields["title"], fields["date_raw"]) == ("Harbour opens", "2020-05-03T09:30:00+02:00")
    assert (fields["outlet"], fields["agency"], fields["byline"]) == ("Coast Press", "AP", "Mara Okhai")
    assert (fields["language"], fields["record"], fields["subjects"]) == ("fr", "urn:coast:1", "ports")
    assert fields["dateline"] == "PORTO ALBA, May 3"
    assert ("copyright", "(c) Coast Press") in [piece[:2] for piece in article.pieces]
    assert article.problems == []


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (NITF, "Ships came."),
        (
            '<inlineData contenttype="text/plain">Ships came.\n\nAll cheered.</inlineData>',
            "Ships came.\n\nAll cheered.",
        ),
        ('<inlineData contenttype="text/html">&lt;p&gt;Ships came.&lt;/p&gt;</inlineData>', "Ships came."),
        (f'<inlineXML> </inlineXML><remoteContent href="a.jpg"/>{XHTML}', "Ships came.\n\nAll cheered."),
    ],
)
def test_the_text_stands_in_one_of_several_forms(content, text):
    (article,) = read(ITEM.format("text", "usable", CREATED, content)).articles
    assert article.fields["text"] == text


def test_a_date_of_a_version_is_taken_only_for_a_missing_one_and_said():
    (article,) = read(ITEM.format("text", "canceled", "", XHTML)).articles
    assert article.fields["date_raw"] == "2020-05-09T10:00:00Z"
    assert [problem.problem for problem in article.problems] == ["version_date", "withdrawn"]


def test_what_is_no_text_is_named_and_skipped():
    empty = '<newsItem guid="N1"> ..... </newsItem>'
    picture = ITEM.format("picture", "usable", CREATED, "")
    package = "<packageItem><itemRef/></packageItem>"
    reading = read(message(package, picture, ITEM.format("text", "usable", CREATED, NITF), empty))
    assert len(reading.articles) == 1
    assert reading.places == ["item 3"]
    assert [(problem.place, problem.problem) for problem in reading.problems] == [
        ("item 1", "skipped_item"), ("item 2", "skipped_item"), ("item 4", "skipped_item"),
    ]  # fmt: skip
    assert "no headline and no content" in reading.problems[2].detail


def test_a_text_of_nothing_but_a_comment_is_kept_without_text_and_said():
    (article,) = read(ITEM.format("text", "usable", CREATED, "<inlineXML><!-- none --></inlineXML>")).articles
    assert article.fields["text"] == ""
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_a_message_without_items_is_refused():
    with pytest.raises(Unreadable) as refusal:
        read(message())
    assert refusal.value.problem == "no_articles"


def test_the_samples_give_their_articles_and_no_place_holders(shared):
    folder = shared / "samples" / "newsml-g2"
    counts = {}
    for path in folder.glob("*.xml"):
        source = Source(path.name, ".xml", path.read_bytes())
        if newsml.sniff(source):
            counts[path.name.split("_")[1]] = len(newsml.read(source).articles)
    assert counts == {"1": 1, "2": 1, "22": 1, "24": 0}
