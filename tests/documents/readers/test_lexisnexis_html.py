import pytest

from mediastudy.documents.readers import Unreadable, lexisnexis_html
from mediastudy.documents.records import Source

HEAD = '<HTML><HEAD><META TOPIC="null" DOCUMENTS="3" UPDATED="Friday, May 10, 2019" /></HEAD><BODY>'
COVER = "<DIV>Download Request: Selected Items: 1-3<BR>Time Of Request: Friday, May 10, 2019 &nbsp;13:19:38</DIV>"
MARK = '<A NAME="DOC_ID_0_{0}"></A><!-- Hide XML section from browser\n<DOC NUMBER={0}>\n<DOCFULL> -->\n'
END = "<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"


def block(*paragraphs):
    return "<BR><DIV CLASS='c5'>" + "".join(f"<P CLASS='c6'>{text}</P>\n" for text in paragraphs) + "</DIV>\n"


def label(name, value):
    return block(f'<SPAN CLASS="c8">{name}: </SPAN><SPAN CLASS="c2">{value}</SPAN>')


def record(number, *blocks):
    return MARK.format(number) + "".join(blocks) + END


FIRST = record(
    1,
    block("1 of 583 DOCUMENTS"),
    block('<IMG SRC="logo.gif" ALT="logo"><BR><SPAN>Coast Daily</SPAN>'),
    block('<SPAN CLASS="c4">May</SPAN><SPAN> 3, 2019 Friday</SPAN><SPAN>&nbsp;<BR>City Edition</SPAN>'),
    block("<SPAN>Harbour opens;<BR>Ships are <B>ba</B>ck</SPAN>"),
    label("BYLINE", "By Mara Okhai"),
    label("SECTION", "News; Pg. 4"),
    label("LENGTH", "1,355 words"),
    label("DATELINE", "PORTO ALBA"),
    block(
        "The har</SPAN><SPAN>bour opened &quot;at last&quot;.",
        "PORTILLO: It took\nten years.",
        "Ships<BR>&nbsp;<BR>came.",
    ),
    label("LOAD-DATE", "May 4, 2019"),
    label("LANGUAGE", "ENGLISH"),
    block("<SPAN> CORRECTION:<BR></SPAN>", "It was Thursday."),
    label("GRAPHIC", "The first ship."),
    block("Copyright 2019 Coast Press<BR>All Rights Reserved"),
)
ERROR = record(2, block("We are sorry but there is an error in this document and it is not possible to display it."))
TABLE = record(
    3,
    block("3 of 583 DOCUMENTS"),
    block("Coast Daily"),
    block("27. Mai 2019 Montag 9:50 PM GMT+1"),
    label("RUBRIK", "Lokales; S. 12"),
    label("LÄNGE", "44 Wörter"),
    "<DIV><BR></DIV><TABLE><TR><TD><P>Ship</P></TD><TD><P>Tons</P></TD></TR><TR><TD>Alba</TD><TD>12</TD></TR></TABLE></DIV>",
    label("SPRACHE", "GERMAN; DEUTSCH"),
    label("UPDATE", "28. Mai 2019"),
    label("ZEITUNGS-CODE", "CD"),
)
PAGE = HEAD + COVER + FIRST + ERROR + TABLE + "</BODY></HTML>"


def source(text, encoding="utf-8"):
    return Source("export.html", ".html", text.encode(encoding))


def test_the_order_of_blocks_tells_the_parts_apart():
    assert lexisnexis_html.sniff(source(PAGE)) == 0.97
    fields = lexisnexis_html.read(source(PAGE)).articles[0].fields
    assert (fields["outlet"], fields["title"]) == ("Coast Daily", "Harbour opens; Ships are back")
    assert (fields["date_raw"], fields["edition"]) == ("May 3, 2019 Friday City Edition", "City Edition")
    assert (fields["byline"], fields["section"], fields["pages"]) == ("Mara Okhai", "News; Pg. 4", "4")
    assert (fields["length_stated"], fields["dateline"], fields["language"]) == ("1355", "PORTO ALBA", "en")
    assert fields["captions"] == "The first ship."
    assert fields["text"].split("\n\n") == [
        'The harbour opened "at last".',
        "PORTILLO: It took ten years.",
        "Ships",
        "came.",
    ]


def test_what_has_no_column_is_a_piece():
    pieces = lexisnexis_html.read(source(PAGE)).articles[0].pieces
    assert ("metadata", "CORRECTION: It was Thursday.") in [piece[:2] for piece in pieces]
    assert ("copyright", "Copyright 2019 Coast Press All Rights Reserved") in [piece[:2] for piece in pieces]


def test_a_record_that_is_an_error_message_is_skipped_and_named():
    found = lexisnexis_html.read(source(PAGE))
    assert (len(found.articles), found.broken, found.announced) == (2, 1, 3)
    assert [(problem.place, problem.problem) for problem in found.problems] == [("article 2", "broken_record")]
    assert "error in this document" in found.problems[0].detail


def test_a_missing_headline_stays_missing_and_a_table_is_text():
    fields = lexisnexis_html.read(source(PAGE)).articles[1].fields
    assert "title" not in fields
    assert (fields["date_raw"], fields["section"], fields["language"]) == (
        "27. Mai 2019 Montag 9:50 PM GMT+1",
        "Lokales; S. 12",
        "de",
    )
    assert fields["text"] == "Ship Tons\n\nAlba 12"


def test_records_are_found_by_comments_where_anchors_lack():
    page = PAGE.replace('<A NAME="DOC_ID_0_1"></A>', "").replace('<A NAME="DOC_ID_0_2"></A>', "")
    page = page.replace('<A NAME="DOC_ID_0_3"></A>', "")
    assert [len(lexisnexis_html.read(source(page)).articles), lexisnexis_html.sniff(source(page))] == [2, 0.97]


def test_the_number_of_a_file_is_told_from_that_of_the_search():
    page = PAGE.replace(COVER, "")
    assert lexisnexis_html.read(source(page)).announced == 3
    assert lexisnexis_html.read(source(page.replace('DOCUMENTS="3"', ""))).announced is None


def test_words_of_a_file_in_windows_characters_are_read():
    page = PAGE.replace("Coast Daily", "Küstenblatt für Alba, größte Zeitung").replace("LÄNGE", "L&Auml;NGE")
    assert lexisnexis_html.read(source(page, "cp1252")).articles[0].fields["outlet"].startswith("Küstenblatt für")


def test_a_page_without_an_article_is_refused_and_another_not_taken():
    assert lexisnexis_html.sniff(source("<html><body><p>DOC_ID_1 of LexisNexis</p></body></html>")) == 0
    with pytest.raises(Unreadable, match="holds no article"):
        lexisnexis_html.read(source(HEAD + ERROR))
    with pytest.raises(Unreadable, match="holds no article"):
        lexisnexis_html.read(source("<html></html>"))


def test_a_damaged_file_raises_nothing_but_unreadable():
    data = PAGE.encode()
    for cut in range(0, len(data), 67):
        for damaged in (data[:cut], data[cut:] + data[:cut], data[:cut] + b"\x00\xff<!--<DIV>" + data[cut:]):
            lexisnexis_html.sniff(Source("a.html", ".html", damaged))
            try:
                found = lexisnexis_html.read(Source("a.html", ".html", damaged))
            except Unreadable:
                continue
            assert len(found.articles) <= 3


def test_the_samples_are_read(shared):
    folder = shared / "samples" / "lexisnexis-html"
    counts = {
        path.name.removeprefix("lexisnexis_test_"): len(
            lexisnexis_html.read(Source(path.name, ".html", path.read_bytes())).articles
        )
        for path in folder.glob("*.html")
    }
    assert counts == {"en.html": 2, "fr.html": 3, "copyright_error.html": 1}
