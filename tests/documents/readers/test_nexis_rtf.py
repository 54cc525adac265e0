# Built from the description of the format; no vendor's file was at hand.
import pytest

from mediastudy.documents.readers import Unreadable, nexis_rtf
from mediastudy.documents.records import Source

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\colortbl;\red0\green0\blue0;}"
LINES = [
    r"{\header Page 1 of 2\par}",
    r"{\b Date and Time:} Monday, 6. May 2019 09:31:00 CEST",
    r"{\b Job Number:} 12345",
    r"Documents (2)",
    r'1.{\field{\*\fldinst{HYPERLINK "https://advance.example/1"}}{\fldrslt{\ul Harbour opens}}}',
    r"{\b Client/Matter:} -None-",
    r"2. Caf\'e9 sinks",
    r"{\b Client/Matter:} -None-",
    r"\trowd Content Type\cell Narrowed by\cell\row",
    r"\trowd News\cell -None-\cell\row",
    r"\sect{\*\bkmkstart Bookmark_1}{\*\bkmkend Bookmark_1}",
    r'{\field{\*\fldinst{HYPERLINK "https://advance.example/1"}}{\fldrslt{\ul Harbour opens}}}',
    r"Coast Daily",
    r"May 3, 2019 Friday",
    r"",
    r"Copyright 2019 Coast Press All Rights Reserved",
    r"{\b Section:}\~NEWS; Pg. 4",
    r"{\b Length:}\~355 words",
    r"{\b Byline:}\~Mara Okhai",
    r"{\b Body}",
    r"",
    r"The {\b harbour} opened on Friday \u8211? at last.",
    r"",
    r"OKHAI: It took ten years.",
    r"{\b Classification}",
    r"{\b Language:}\~ENGLISH",
    r"{\b Load-Date:}\~May 4, 2019",
    r"End of Document",
    r"\page Caf\'e9 sinks",
    r"Coast Daily",
    r"May 4, 2019 Saturday",
    r"Length: 20 words",
    r"Body",
    r"Nobody was hurt.{\v hidden}",
    r"End of Document}",
]
DATA = (HEAD + "\n" + "\\par\n".join(LINES)).encode("ascii")


def source(data):
    return Source("export.rtf", ".rtf", data)


def test_articles_are_read_as_from_the_same_lines_in_a_docx():
    assert nexis_rtf.sniff(source(DATA)) == 0.97
    found = nexis_rtf.read(source(DATA))
    assert (found.announced, found.interface, found.broken) == (2, "en", 0)
    first, second = (article.fields for article in found.articles)
    assert (first["title"], first["outlet"], first["date_raw"]) == (
        "Harbour opens",
        "Coast Daily",
        "May 3, 2019 Friday",
    )
    assert (first["byline"], first["section"], first["length_stated"]) == ("Mara Okhai", "NEWS; Pg. 4", "355")
    assert first["text"] == "The harbour opened on Friday – at last.\n\nOKHAI: It took ten years."
    assert (second["title"], second["text"]) == ("Café sinks", "Nobody was hurt.")


def test_numbers_of_pages_within_the_text_are_left_out():
    data = DATA.replace(b"OKHAI:", b"Page 2 of 2\\par Harbour opens\\par OKHAI:")
    article = nexis_rtf.read(source(data)).articles[0]
    assert article.fields["text"] == "The harbour opened on Friday – at last.\n\nOKHAI: It took ten years."


def test_an_rtf_without_an_article_is_refused_and_another_not_taken():
    with pytest.raises(Unreadable, match="holds no article"):
        nexis_rtf.read(source(rb"{\rtf1\ansi LexisNexis\par End of Document}"))
    assert nexis_rtf.sniff(source(rb"{\rtf1\ansi The harbour opened.}")) == 0
    assert nexis_rtf.sniff(source(b"End of Document")) == 0


def test_a_damaged_file_raises_nothing_but_unreadable():
    for cut in range(0, len(DATA), 41):
        for data in (DATA[:cut], DATA[cut:] + DATA[:cut], DATA[:cut] + b"\xff\x00{\\u" + DATA[cut:]):
            nexis_rtf.sniff(source(data))
            try:
                found = nexis_rtf.read(source(data))
            except Unreadable:
                continue
            assert len(found.articles) <= 3
