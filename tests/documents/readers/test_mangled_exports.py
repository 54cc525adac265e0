"""Whatever is done to a file, its reader gives articles or refuses it, and invents nothing."""

import importlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles, Source

RULE = "_" * 40
SAMPLES = {
    "proquest_html": (
        "<html><body><div><a name='DocID_1'></a><p>Harbour opens</p><p><strong>Author: </strong>Mara Okhai</p>"
        "<p><strong>Full text: </strong></p><text><p>Ships came für ever.</p></text>"
        "<p><strong>Publication date: </strong>May 3, 2020</p></div></body></html>"
    ),
    "proquest_text": (
        f"{RULE}\n\nHarbour opens\n\nAuthor: Mara Okhai\n\nFull text: Ships came für ever.\n\nSubject: Ports\n\n"
        f"Publication title: Coast Daily\n\nPublication date: May 3, 2020\n\n{RULE}\n"
    ),
    "proquest_xml": (
        "<RECORD><GOID>7</GOID><Obj><TitleAtt><Title>Harbour opens</Title></TitleAtt></Obj>"
        "<TextInfo><Text>&lt;p&gt;Ships came für ever.&lt;/p&gt;</Text></TextInfo></RECORD>"
    ),
    "proquest_table": (
        "ProQuest_document_ID,Title,Publication_info,Full_text\n7,Harbour opens,Coast ; A [A]3 May 2020: 1.,Ships\n"
    ),
    "ris": "TY  - NEWS\nTI  - Harbour opens\nN1  - Full text: Ships came für ever.\nDA  - 2020/05/03\nER  - \n",
    "media_cloud": (
        "id,language,media_name,publish_date,title,url\n1,en,Coast,2020-05-03,Harbour für alle,https://c.example\n"
    ),
    "news_please": json.dumps({"maintext": "Ships came.", "title": "Harbour opens", "date_publish": "2020-05-03"}),
    "nitf": (
        "<nitf><head/><body><body.head><hl1>Harbour</hl1></body.head><body.content><p>Ships für.</p></body.content>"
        "</body></nitf>"
    ),
    "newsml": (
        "<newsItem><contentMeta><headline>Harbour opens</headline></contentMeta><contentSet><inlineXML><html>"
        "<body><p>Ships came für ever.</p></body></html></inlineXML></contentSet></newsItem>"
    ),
    "ninjs": json.dumps({"uri": "a", "headline": "Harbour", "bodies": [{"role": "html", "value": "<p>Ships</p>"}]}),
    "news_please_table": (
        "source_domain,maintext,date_publish,localpath\ncoast.example,Ships came für ever.,2017-07-17 17:03:00,a\n"
    ),
    "tei": "<TEI><text><body><head>Harbour opens</head><p>Ships came für <lb/>ever.</p></body></text></TEI>",
    "xml_unknown": "<?xml version='1.0'?><docs><doc>Ships</doc></docs>",
}


@st.composite
def mangled(draw, text):
    """The bytes of a text, cut, turned round, encoded otherwise, or strewn with other bytes."""
    data = text.encode(draw(st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-16-be"])), errors="replace")
    start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
    how = draw(st.sampled_from(["cut", "turned", "doubled", "strewn"]))
    if how == "cut":
        return data[start:end]
    if how == "turned":
        return data[end:] + data[start:end] + data[:start]
    if how == "doubled":
        return data[:end] + data[start:]
    return data[:start] + draw(st.binary(max_size=20)) + data[end:]


def taken(reader, source):
    """What a reader makes of a file, or why it refuses it."""
    try:
        return reader.read(source)
    except Unreadable as refusal:
        return refusal.problem + refusal.detail


@pytest.mark.parametrize("name", SAMPLES)
def test_a_mangled_file_is_read_or_refused_and_nothing_is_invented(name):
    reader = importlib.import_module(f"mediastudy.documents.readers.{name}")
    text = SAMPLES[name]

    @settings(max_examples=60, deadline=5000, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(mangled(text) | st.binary(max_size=200))
    def check(data):
        source = Source("a", "", data)
        assert 0.0 <= reader.sniff(source) <= 1.0
        reading = taken(reader, source)
        if isinstance(reading, Articles):
            assert all(article.fields["text"] or article.fields.get("title") for article in reading.articles)
            assert len(reading.articles) <= 3 * text.count("Harbour")

    check()
