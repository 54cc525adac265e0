"""Factiva's text and RTF. Built from the description of the format; no vendor's file was at hand."""

import random

import pytest

from mediastudy.documents.readers import Unreadable, factiva_rtf, reader_for
from mediastudy.documents.readers.factiva_text import NAME, read, sniff
from mediastudy.documents.records import Source

PLAIN = """\
Harbour opens after ten years
By Mara Okhai
877 words
13 November 2017
05:59 PM
Coast Daily
COAS
A1
English
(c) 2017 Coast Daily

Ships came to Porto Alba.

More came on Tuesday.

Document COAS000020171113edbd0002x

"""
CODED = """\
HD      Harbour opens
BY      By Mara Okhai
WC      877 mots
PD      13 novembre 2017
SN      Coast Daily
SC      COAS
LA      Anglais
CY      (c) 2017 Coast

LP
Ships came to Porto Alba.

TD
IN the morning more came.

NS      gpol : Politics | gcat : General
AN      Document COAS000020171113edbd0003y
"""
SUMMARY = "Search Summary\nText\tharbour and ships\nDate\tIn the last year\nSource\tAll sources\n"


def source(text):
    return Source("a.txt", ".txt", text if isinstance(text, bytes) else text.encode("utf-8"))


def rtf(text):
    escaped = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)
    body = escaped.replace("\n", "\\par\n").replace("\t", "\\tab ")
    return Source("a.rtf", ".rtf", ("{\\rtf1\\ansi\\uc1 " + body + "}").encode("ascii"))


def test_the_plain_layout_is_told_apart_by_the_length():
    reading = read(source(PLAIN))
    assert reading.articles[0].fields == {
        "title": "Harbour opens after ten years",
        "byline": "Mara Okhai",
        "length_stated": "877",
        "date_raw": "13 November 2017 05:59 PM",
        "outlet": "Coast Daily",
        "pages": "A1",
        "language": "en",
        "record": "COAS000020171113edbd0002x",
        "host": "Factiva",
        "text": "Ships came to Porto Alba.\n\nMore came on Tuesday.",
    }
    assert reading.interface == "en"
    assert reader_for(source(PLAIN)).NAME == NAME


def test_the_summary_of_the_search_and_a_table_of_contents_are_no_articles():
    contents = "Dow Jones Factiva\n\nHarbour opens after ten years ........ 2\nShips leave ........ 3\n\n"
    reading = read(source(contents + PLAIN + PLAIN.replace("0002x", "0004z") + SUMMARY))
    assert [article.fields["title"] for article in reading.articles] == ["Harbour opens after ten years"] * 2
    assert (reading.broken, reading.problems) == (0, [])


def test_lines_with_codes_are_read():
    reading = read(source(CODED + "\n" + CODED))
    assert len(reading.articles) == 2
    fields = reading.articles[1].fields
    assert (fields["title"], fields["byline"], fields["language"]) == ("Harbour opens", "Mara Okhai", "en")
    assert fields["text"] == "Ships came to Porto Alba.\n\nIN the morning more came."
    assert fields["record"] == "COAS000020171113edbd0003y"
    assert reading.interface == "fr"


def test_codes_between_asterisks_are_read():
    text = "\n".join(f"*{line[:2]}* {line[2:].strip()}" if line[:2].isupper() else line for line in CODED.split("\n"))
    fields = read(source(text.replace("*IN* the", "In the"))).articles[0].fields
    assert (fields["outlet"], fields["text"][:5]) == ("Coast Daily", "Ships")


@pytest.mark.parametrize("summary", ["Suchzusammenfassung", "Résumé de la recherche", "Search Summary"])
def test_summaries_in_other_languages_end_the_articles(summary):
    assert len(read(source(PLAIN + f"{summary}\nText harbour\n")).articles) == 1


def test_a_record_without_number_is_an_article_and_so_is_the_next():
    first = PLAIN.replace("Document COAS000020171113edbd0002x\n", "")
    articles = read(source(first + PLAIN)).articles
    assert [article.fields.get("record") for article in articles] == [None, "COAS000020171113edbd0002x"]
    assert [article.fields["text"].count("\n\n") for article in articles] == [1, 1]


def test_lines_broken_for_width_are_joined():
    long = "The harbour of Porto Alba opened on Monday after ten years of works, said the mayor of the town. " * 6
    lines, line = [], ""
    for word in long.split():
        if len(line) + len(word) > 72:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    text = PLAIN.replace("More came on Tuesday.", "\n".join([*lines, line]))
    assert read(source(text)).articles[0].fields["text"].split("\n\n")[1] == long.strip()


def test_rtf_in_either_layout_is_read():
    for text, title in ((PLAIN, "Harbour opens after ten years"), (CODED, "Harbour opens")):
        reading = factiva_rtf.read(rtf("Überblick\n\n" + text.replace("      ", "\t") + SUMMARY))
        assert [article.fields["title"] for article in reading.articles] == [title]
        assert factiva_rtf.sniff(rtf(text)) > 0.9
    assert factiva_rtf.sniff(rtf("Ships came.")) == 0


def test_other_texts_are_left_to_others():
    assert sniff(source("Harbour opens\n\nIt has 877 words\n13 November 2017\n")) == 0
    assert sniff(source("<html>" + PLAIN)) == 0
    assert sniff(source(bytes(range(256)))) == 0
    with pytest.raises(Unreadable):
        read(source("Ships came.\n"))


def test_damaged_files_raise_nothing_but_unreadable():
    data = (PLAIN + CODED).encode()
    chance = random.Random(4)  # noqa: S311 - the same damage in every run
    for _ in range(150):
        start, end = sorted(chance.randrange(len(data)) for _ in "ab")
        damaged = chance.choice([data[:end], data[end:] + data[:end], data[:start] + chance.randbytes(9) + data[end:]])
        try:
            assert len(read(source(damaged)).articles) <= 3
        except Unreadable:
            continue
