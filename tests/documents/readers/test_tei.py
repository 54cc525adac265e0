"""TEI as editions give it. Built from the description of the format, and compared with the one sample there is."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable, tei
from mediastudy.documents.records import Articles, Source

HEADER = """<teiHeader><fileDesc><titleStmt><title type="sub">An edition</title><title type="main">Harbour opens</title>
<author>Mara Okhai</author></titleStmt><publicationStmt><publisher>Alba Archive</publisher><date when="2012">2012</date>
</publicationStmt><sourceDesc><biblStruct><monogr><title level="j">Coast Daily</title><imprint>
<date when="1910-05-08">8 May 1910</date></imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader>"""
TEXT = """<text><front><p>Foreword.</p></front><body><pb n="1"/><fw>Coast Daily, 1</fw><p>Ships<lb/>came to the har<lb
break="no"/>bour<note>A small one.</note>, <choice><sic>wich</sic><corr>which</corr></choice> opened.</p>
<lg><l>One line,</l><l>another.</l></lg></body><back><p>Index.</p></back></text>"""


def document(header=HEADER, text=TEXT):
    return f'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">{header}{text}</TEI>'


def read(content):
    source = Source("a.xml", ".xml", content.encode("utf-8"))
    assert tei.sniff(source) == 0.97
    return tei.read(source)


def test_a_text_is_as_printed_and_its_header_tells_source_from_edition():
    (article,) = read(document()).articles
    assert article.fields == {
        "title": "Harbour opens",
        "date_raw": "1910-05-08",
        "outlet": "Coast Daily",
        "byline": "Mara Okhai",
        "language": "en",
        "text": "Ships came to the harbour, wich opened.\n\nOne line,\n\nanother.",
    }


def test_the_edition_serves_where_the_source_states_nothing():
    header = HEADER[: HEADER.index("<sourceDesc>")] + "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
    fields = read(document(header)).articles[0].fields
    assert (fields["date_raw"], fields["outlet"]) == ("2012", "Alba Archive")


def test_the_articles_of_an_issue_are_articles():
    articles = "".join(
        f'<div type="article"><head>Ship {n}</head><byline>By Bo Ray</byline><p>It came.</p></div>' for n in (1, 2)
    )
    found = read(document(text=f"<text><body>{articles}</body></text>")).articles
    assert [article.fields["title"] for article in found] == ["Ship 1", "Ship 2"]
    assert [article.fields["text"] for article in found] == ["By Bo Ray\n\nIt came."] * 2
    assert {article.fields["outlet"] for article in found} == {"Coast Daily"}


def test_each_text_of_a_corpus_is_an_article():
    inner = document().partition("?>")[2]
    assert len(read(f"<teiCorpus>{HEADER}{inner}{inner}</teiCorpus>").articles) == 2


def test_a_file_without_title_and_text_is_refused():
    with pytest.raises(Unreadable) as refusal:
        read(document("<teiHeader/>", "<text><body/></text>"))
    assert refusal.value.problem == "no_articles"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_refused_or_read(data):
    content = document().encode("utf-8")
    start, end = sorted((data.draw(st.integers(0, len(content))), data.draw(st.integers(0, len(content)))))
    source = Source("a.xml", ".xml", content[:start] + data.draw(st.binary(max_size=4)) + content[end:])
    with contextlib.suppress(Unreadable):
        assert isinstance(tei.read(source), Articles)


def test_the_sample_gives_its_body_alone(shared):
    data = (shared / "samples" / "generic-office" / "xml" / "tei.xml").read_bytes()
    (article,) = tei.read(Source("tei.xml", ".xml", data)).articles
    assert (article.fields["title"], article.fields["outlet"]) == ("Lorem Ipsum 1", "Some Place")
    assert " ".join(article.fields["text"].split()) == "The quick brown fox"
