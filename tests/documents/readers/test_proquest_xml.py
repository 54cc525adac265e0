"""ProQuest's XML of TDM Studio. Built from the description of the format; no vendor's file was at hand."""

import pytest

from mediastudy.documents.readers import Unreadable, proquest_xml
from mediastudy.documents.records import Source

TEXT = (
    '<Text HTMLContent="true" WordCount="6">&lt;html&gt;&lt;head&gt;&lt;meta/&gt;&lt;/head&gt;&lt;body&gt;'
    "&lt;p&gt;Ships &amp;amp; boats came.&lt;/p&gt;&lt;p&gt;All cheered.&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;</Text>"
)
RECORD = """<?xml version="1.0" encoding="UTF-8"?>
<RECORD><Version>Global_Schema</Version><GOID>4711</GOID>
<Obj><SourceType>Newspapers</SourceType><ObjectTypes><mstar>News</mstar></ObjectTypes>
<TitleAtt><Title>Harbour opens</Title></TitleAtt><NumericDate>2010-05-08</NumericDate><AlphaDate>May 8, 2010</AlphaDate>
<Contributors><Contributor ContribRole="Author"><Author><LastName>Okhai</LastName><FirstName>Mara</FirstName>
<NormalizedDisplayForm>Okhai, Mara</NormalizedDisplayForm></Author></Contributor>
<Contributor ContribRole="Illustrator"><LastName>Ray</LastName></Contributor></Contributors>
<Language><RawLang>English</RawLang><ISO><ISOCode>ENG</ISOCode></ISO></Language>
<Terms><GenSubjTerm><GenSubjValue>Ports</GenSubjValue></GenSubjTerm></Terms>
<PrintLocation><Pagination>A.2</Pagination><StartPage>2</StartPage><DocSection>Metro</DocSection></PrintLocation>
<Copyright><CopyrightData>Coast Press 2010</CopyrightData></Copyright></Obj>
<DFS><PubFrosting><Title>Coast Daily; Porto Alba, N.L.</Title><Qualifier>Late Edition</Qualifier></PubFrosting></DFS>
<TextInfo>{0}</TextInfo></RECORD>"""


def read(text):
    source = Source("a.xml", ".xml", text.encode("utf-8"))
    assert proquest_xml.sniff(source) == 0.97
    return proquest_xml.read(source)


def test_a_record_gives_its_columns():
    (article,) = read(RECORD.format(TEXT)).articles
    fields = article.fields
    assert fields["text"] == "Ships & boats came.\n\nAll cheered."
    assert (fields["title"], fields["outlet"], fields["edition"]) == ("Harbour opens", "Coast Daily", "Late Edition")
    assert (fields["date_raw"], fields["section"], fields["pages"]) == ("2010-05-08", "Metro", "A.2")
    assert (fields["byline"], fields["language"], fields["record"]) == ("Okhai, Mara", "en", "4711")
    assert (fields["length_stated"], fields["subjects"], fields["host"]) == ("6", "Ports", "ProQuest")
    assert ("copyright", "CopyrightData: Coast Press 2010") in [piece[:2] for piece in article.pieces]


def test_plain_text_and_text_from_a_scan_are_read_and_the_scan_is_said():
    assert read(RECORD.format("<Text>Ships came.\n\nAll cheered.</Text>")).articles[0].fields["text"] == (
        "Ships came.\n\nAll cheered."
    )
    (article,) = read(RECORD.format("<HiddenText>Sh1ps came.</HiddenText>")).articles
    assert article.fields["text"] == "Sh1ps came."
    assert [problem.problem for problem in article.problems] == ["scanned_text"]


def test_without_a_full_text_the_record_is_kept_and_said():
    (article,) = read(RECORD.format("")).articles
    assert article.fields["text"] == ""
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_a_record_that_says_nothing_and_a_broken_file_are_refused():
    with pytest.raises(Unreadable) as refusal:
        read("<RECORD><GOID>7</GOID><Obj/><TextInfo> </TextInfo></RECORD>")
    assert refusal.value.problem == "no_articles"
    with pytest.raises(Unreadable) as refusal:
        read(RECORD.format(TEXT)[:-20])
    assert refusal.value.problem == "broken_file"
