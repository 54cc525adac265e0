"""ProQuest's text export. Built from the description of the format; no vendor's file was at hand."""

import pytest

from mediastudy.documents.readers import Unreadable, proquest_text
from mediastudy.documents.records import Source

RULE = "_" * 60
RECORD = """Document {n} of 2

{title}

Author: Okhai, Mara.

Publication info: Coast Daily, Late Edition (East); Porto Alba, N.L. [Porto Alba, N.L]. 06 Jan 2008: A.1.

ProQuest document link: https://pq.example/{n}

Abstract: Ships came
and went.

Links: https://pq.example/x

Full text: The harbour opened.

Title: so reads the sign at its gate.

Ships came.

Subject: Ports; Fisheries;

Company / organization: Name: Harbour Board; NAICS: 926120;

Title: {title}

Publication title: Coast Daily, Late Edition (East); Porto Alba, N.L.

Pages: A.1

Publication date: Jan 6, 2008

Section: A

Language of publication: English

ProQuest document ID: 7{n}

Copyright: Copyright Coast Press Jan 6, 2008

Database: ProQuest Central"""
FOOT = "Contact us at: https://pq.example\n\nDatabase copyright © 2020 ProQuest LLC. All rights reserved."


def file(*records):
    return f"\ufeff{RULE}\n\n" + f"\n\n{RULE}\n\n".join(records) + f"\n\n{RULE}\n\n{FOOT}\n"


def read(text, *, sure=True):
    source = Source("a.txt", ".txt", text.encode("utf-8"))
    assert proquest_text.sniff(source) == 0.97 or not sure
    return proquest_text.read(source)


TWO = file(RECORD.format(n=1, title="Harbour opens"), RECORD.format(n=2, title="Ships: a history"))


@pytest.mark.parametrize("text", [TWO, TWO.replace("\n", "\r\n")])
def test_records_stand_between_rules(text):
    reading = read(text)
    assert [article.fields["title"] for article in reading.articles] == ["Harbour opens", "Ships: a history"]
    assert (reading.announced, reading.interface, reading.problems) == (2, "en", [])
    fields = reading.articles[0].fields
    assert (fields["outlet"], fields["edition"]) == ("Coast Daily", "Late Edition (East)")
    assert (fields["date_raw"], fields["pages"], fields["section"]) == ("Jan 6, 2008", "A.1", "A")
    assert (fields["record"], fields["language"], fields["url"]) == ("71", "en", "https://pq.example/1")
    assert fields["subjects"].startswith("Ports; Fisheries")


def test_the_text_goes_on_to_the_labels_below_it_and_no_further():
    fields = read(TWO).articles[0].fields
    assert fields["text"] == "The harbour opened.\n\nTitle: so reads the sign at its gate.\n\nShips came."


def test_labels_may_follow_each_other_without_blank_lines():
    record = (
        "Harbour opens\n\nFull text: Ships came.\n\nSubject: Ports\nPublication title: Coast Daily\n"
        "Publication date: May 3, 2020\nProQuest document ID: 7"
    )
    fields = read(file(record)).articles[0].fields
    assert (fields["text"], fields["outlet"], fields["date_raw"]) == ("Ships came.", "Coast Daily", "May 3, 2020")


def test_a_label_above_the_title_names_it_where_no_line_does():
    record = "Title: Harbour opens\n\nAuthor: Okhai, Mara\n\nFull text: Ships came.\n\nPublication title: Coast Daily"
    assert read(file(record), sure=False).articles[0].fields["title"] == "Harbour opens"


def test_an_abstract_is_never_the_text():
    record = "Harbour opens\n\nAbstract: Ships came.\n\nPublication title: Coast Daily\n\nPublication date: May 3, 2020"
    (article,) = read(file(record), sure=False).articles
    assert (article.fields["text"], article.fields["abstract"]) == ("", "Ships came.")
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_wrapped_lines_are_joined():
    lines = [
        "The harbour of Porto Alba opened on Sunday after ten years of building, and the",
        "mayor of the town said that the first ships were expected within the week. The",
        "fishers who had to leave their quay during these years will come back to it in",
        "the summer, and the market will be held beside the new hall as it was before it.",
        "All of it was paid for by the province.",
    ]
    fields = (
        read(file(RECORD.format(n=1, title="Harbour opens").replace("Ships came.", "\n".join(lines))))
        .articles[0]
        .fields
    )
    assert " ".join(lines) in fields["text"]


def test_a_text_in_spanish_labels_is_understood():
    record = (
        "Abre el puerto\n\nAutor: Okhai, Mara\n\nTexto completo: Llegaron barcos.\n\nMateria: Puertos\n\n"
        "Título de publicación: Diario de la Costa\n\nFecha de publicación: 3 de mayo de 2020\n\n"
        "ID del documento de ProQuest: 7"
    )
    reading = read(file(record))
    assert reading.interface == "es"
    assert reading.articles[0].fields["text"] == "Llegaron barcos."


def test_a_text_with_rules_that_is_no_export_is_none():
    text = f"{RULE}\nTitle: Harbour\nThe mayor: Good morning.\n{RULE}\n"
    assert proquest_text.sniff(Source("a.txt", ".txt", text.encode())) == 0.0
    with pytest.raises(Unreadable):
        read(f"{RULE}\n\n{FOOT}", sure=False)
