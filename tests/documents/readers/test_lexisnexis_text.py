import pytest

from mediastudy.documents.readers import Unreadable, lexisnexis_text
from mediastudy.documents.records import Source

COVER = """Download Request: Selected Items: 1-2, 7
Time Of Request: Friday, March 20, 2018  16:51:31

Terms: (harbour)

"""
FIRST = """
                               1 of 383 DOCUMENTS


                             Coast Daily (Porto Alba)

                              May 3, 2019 Friday
                                   Edition 1;
                                National Edition

Harbour opens;
Ships are back after
ten years

BYLINE: BY MARA OKHAI

SECTION: NEWS; Pg. 4

LENGTH: 1,355 words

HIGHLIGHT: Ships come to Porto Alba again, and the town
is glad of it.

The harbour opened on Friday, said Mara Okhai, who has run the port for a long-
running decade.

PORTILLO: It took ten years.

LOAD-DATE: May 4, 2019

LANGUAGE: ENGLISH

GRAPHIC: The first ship in the harbour. Photo by a man of the
Coast Daily

PUBLICATION-TYPE: Newspaper


                           Copyright 2019 Coast Press
                              All Rights Reserved
"""
SECOND = """
                               2 of 383 DOCUMENTS


                           Copyright 2019 Coast Press
                              All Rights Reserved
                                  Alba Weekly

                                  May 4, 2019

SECTION:
News

LENGTH:
20 words

HEADLINE: Ferry sinks

BODY:
Nobody was hurt.

LANGUAGE: ENGLISH
"""


def source(text, encoding="utf-8-sig"):
    return Source("export.TXT", ".txt", text.replace("\n", "\r\n").encode(encoding))


def test_the_parts_of_a_record_are_told_apart():
    found = lexisnexis_text.read(source(COVER + FIRST + SECOND))
    assert (found.announced, found.interface, found.broken) == (3, "en", 0)
    article = found.articles[0]
    assert article.fields["title"] == "Harbour opens; Ships are back after ten years"
    assert article.fields["outlet"] == "Coast Daily (Porto Alba)"
    assert (article.fields["date_raw"], article.fields["edition"]) == (
        "May 3, 2019 Friday",
        "Edition 1; National Edition",
    )
    assert (article.fields["byline"], article.fields["section"]) == ("MARA OKHAI", "NEWS; Pg. 4")
    assert (article.fields["pages"], article.fields["length_stated"]) == ("4", "1355")
    assert article.fields["abstract"] == "Ships come to Porto Alba again, and the town is glad of it."
    assert article.fields["text"].split("\n\n") == [
        "The harbour opened on Friday, said Mara Okhai, who has run the port for a long-running decade.",
        "PORTILLO: It took ten years.",
    ]
    assert article.fields["captions"] == "The first ship in the harbour. Photo by a man of the Coast Daily"
    assert (article.fields["load_date"], article.fields["language"]) == ("May 4, 2019", "en")
    assert ("copyright", "Copyright 2019 Coast Press All Rights Reserved") in [piece[:2] for piece in article.pieces]


def test_a_value_may_stand_below_its_label_and_rights_above_the_publication():
    fields = lexisnexis_text.read(source(COVER + FIRST + SECOND)).articles[1].fields
    assert (fields["outlet"], fields["date_raw"], fields["title"]) == ("Alba Weekly", "May 4, 2019", "Ferry sinks")
    assert (fields["section"], fields["length_stated"]) == ("News", "20")
    assert fields["text"] == "Nobody was hurt."


GERMAN = """1 von 2 DOKUMENTEN

Küstenblatt

3. Mai 2019 Freitag

Hafen offen

AUTOR: Von Mara Okhai

RUBRIK: LOKALES; S. 3

LÄNGE: 210 Wörter

Der Hafen ist
offen.

UPDATE: 4. Mai 2019

SPRACHE: GERMAN; DEUTSCH

ZEITUNGS-CODE: KB

      Copyright 2019 Küstenverlag
        Alle Rechte vorbehalten
"""
FRENCH = """1 de 2 DOCUMENTS

Courrier de la côte

3 mai 2019 vendredi

Le port ouvre

AUTEUR: Mara Okhai

RUBRIQUE: PORT; Pg. 3

LONGUEUR: 210 mots

Le port est
ouvert.

DATE-CHARGEMENT: 4 mai 2019

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal
"""
DUTCH = """1 van 2 DOCUMENTEN

Kustblad

3 mei 2019 vrijdag

Haven open

RUBRIEK: Binnenland; Blz. 3

LENGTE: 210 woorden

De haven is
open.

LAAD-DATUM: 4 mei 2019

TAAL: Dutch; Nederlands
"""


@pytest.mark.parametrize(
    ("text", "interface", "title", "language"),
    [(GERMAN, "de", "Hafen offen", "de"), (FRENCH, "fr", "Le port ouvre", "fr"), (DUTCH, "nl", "Haven open", "nl")],
)
def test_labels_are_known_in_other_languages_of_the_interface(text, interface, title, language):
    found = lexisnexis_text.read(source(text, "utf-8"))
    fields = found.articles[0].fields
    assert (found.interface, found.announced) == (interface, 2)
    assert (fields["title"], fields["language"], fields["pages"], fields["length_stated"]) == (
        title,
        language,
        "3",
        "210",
    )
    assert fields["text"].endswith(("ist offen.", "est ouvert.", "is open."))
    assert "\n" not in fields["text"]


def test_the_total_of_a_search_is_not_the_number_of_the_file():
    assert lexisnexis_text.read(source(FIRST.replace("1 of 383", "201 of 383"))).announced is None


def test_a_record_with_nothing_in_it_is_counted_and_the_rest_goes_on():
    found = lexisnexis_text.read(source(FIRST + "\n 2 of 383 DOCUMENTS\n\nNothing here\n" + SECOND))
    assert (len(found.articles), found.broken) == (2, 1)
    assert [(problem.place, problem.problem) for problem in found.problems] == [("article 2", "broken_record")]


def test_a_text_in_another_encoding_is_read():
    assert lexisnexis_text.sniff(source(FIRST, "utf-16")) == 0.97
    assert len(lexisnexis_text.read(source(FIRST, "utf-16")).articles) == 1


def test_other_texts_are_not_taken():
    assert lexisnexis_text.sniff(source("The harbour opened. Of 10 documents 1 of 10 was lost.")) == 0
    assert lexisnexis_text.sniff(source(COVER)) == 0
    with pytest.raises(Unreadable, match="holds no article"):
        lexisnexis_text.read(source(COVER))


def test_a_damaged_file_raises_nothing_but_unreadable():
    data = source(COVER + FIRST + SECOND).data
    for cut in range(0, len(data), 53):
        for damaged in (data[:cut], data[cut:] + data[:cut], data[:cut] + b"\x00\xff\xfe" + data[cut:]):
            lexisnexis_text.sniff(Source("a.txt", ".txt", damaged))
            try:
                found = lexisnexis_text.read(Source("a.txt", ".txt", damaged))
            except Unreadable:
                continue
            assert len(found.articles) <= 2


def test_the_sample_is_read(shared):
    sample = shared / "samples" / "lexisnexis-txt" / "sample.TXT"
    found = lexisnexis_text.read(Source(sample.name, ".txt", sample.read_bytes()))
    assert (len(found.articles), found.announced, found.problems) == (10, 10, [])
    assert all(article.fields["title"] and article.fields["load_date"] for article in found.articles)
    assert sum("edition" in article.fields for article in found.articles) == 5
