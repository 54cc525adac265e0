import io
from itertools import chain

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from mediastudy.documents.pages import to_rows
from mediastudy.documents.readers import Unreadable, nexis_docx
from mediastudy.documents.records import Source

COVER = [
    "Date and Time: Monday, 6. May 2019 09:31:00 CEST",
    "Job Number: 12345",
    "Documents (2)",
    "1. Harbour opens",
    "Client/Matter: -None-",
    "Search Terms: harbour",
    "Narrowed by: ",
    "",
    "2. Ferry sinks",
    "Client/Matter: -None-",
    "Content Type\tNarrowed by",
    "News\t-None-",
]
FIRST = [
    "#Bookmark_1",
    "Harbour opens",
    "Coast Daily(Porto Alba)",
    "May 3, 2019 Friday 9:20 AM GMT",
    "",
    "\nCopyright 2019 Coast Press All Rights Reserved",
    "\n",
    "Section:\u00a0NEWS; Pg. 4",
    "Length:\u00a01,355 words",
    "Byline:\u00a0By Mara Okhai",
    "Highlight:\u00a0Ships come to Porto Alba again.",
    "Body",
    "",
    "The harbour opened on Friday.",
    "",
    "OKHAI: It took ten years.",
    "Source: the port.",
    "Graphic",
    "The first ship. Photo: Coast Daily",
    "Classification",
    "",
    "Language:\u00a0ENGLISH",
    "\nPublication-Type:\u00a0Newspaper",
    "\nSubject:\u00a0PORTS (90%); SHIPS (80%)",
    "\nLoad-Date:\u00a0May 4, 2019",
    "",
    "\nEnd of Document",
]
SECOND = [
    "#Bookmark_2",
    "Ferry sinks",
    "Coast Daily(Porto Alba)",
    "May 4, 2019 Saturday",
    "Section:\u00a0NEWS",
    "Length:\u00a020 words",
    "#Body_0",
    "Nobody was hurt.",
    "Load-Date:\u00a0May 5, 2019",
    "End of Document",
]


def written(lines):
    """A DOCX of these lines; a line that opens with # is an empty paragraph with a bookmark of that name."""
    document = docx.Document()
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph("" if line.startswith("#") else line)
        if line.startswith("#"):
            mark = OxmlElement("w:bookmarkStart")
            mark.set(qn("w:id"), str(number))
            mark.set(qn("w:name"), line[1:])
            paragraph._p.append(mark)  # noqa: SLF001 - the package has no name for it
    document.sections[0].header.paragraphs[0].text = "Page 1 of 3 Harbour opens"
    buffer = io.BytesIO()
    document.save(buffer)
    return Source("export.DOCX", ".docx", buffer.getvalue())


def rows(articles):
    return to_rows(articles.articles, ["" for _ in articles.articles], name="export.docx")[0]


def test_articles_run_from_the_headline_to_the_end_of_document():
    source = written([*COVER, *FIRST, *SECOND])
    assert nexis_docx.sniff(source) == 0.97
    found = nexis_docx.read(source)
    assert (found.announced, found.interface, found.broken, found.problems) == (2, "en", 0, [])
    first, second = rows(found)
    assert first["title"] == "Harbour opens"
    assert first["outlet"] == "Coast Daily(Porto Alba)"
    assert str(first["date"]) == "2019-05-03 09:20:00"
    assert first["date_raw"] == "May 3, 2019 Friday 9:20 AM GMT"
    assert first["section"] == "NEWS; Pg. 4"
    assert first["byline"] == "Mara Okhai"
    assert first["length_stated"] == "1355"
    assert first["language"] == "en"
    assert first["abstract"] == "Ships come to Porto Alba again."
    assert first["captions"] == "The first ship. Photo: Coast Daily"
    assert first["load_date"] == "May 4, 2019"
    assert first["text"] == "The harbour opened on Friday.\n\nOKHAI: It took ten years.\n\nSource: the port."
    assert second["title"] == "Ferry sinks"
    assert second["text"] == "Nobody was hurt."


def test_what_has_no_column_is_a_piece():
    article = nexis_docx.read(written([*COVER, *FIRST, *SECOND])).articles[0]
    assert ("metadata", "Publication-Type: Newspaper") in [piece[:2] for piece in article.pieces]
    assert ("copyright", "Copyright 2019 Coast Press All Rights Reserved") in [piece[:2] for piece in article.pieces]


def test_without_bookmarks_the_cover_is_told_from_the_first_article():
    lines = [line for line in [*COVER, "", *FIRST, *SECOND] if not line.startswith("#Bookmark")]
    found = nexis_docx.read(written(lines))
    assert [article.fields["title"] for article in found.articles] == ["Harbour opens", "Ferry sinks"]


def test_a_file_with_one_article_and_no_cover_is_read():
    found = nexis_docx.read(written(FIRST[1:]))
    assert found.announced is None
    assert [article.fields["title"] for article in found.articles] == ["Harbour opens"]


def test_an_end_that_is_missing_does_not_join_two_articles():
    found = nexis_docx.read(written([*COVER, *FIRST[:-1], *SECOND]))
    assert [article.fields["title"] for article in found.articles] == ["Harbour opens", "Ferry sinks"]
    assert "Ferry" not in found.articles[0].fields["text"]


def test_an_article_that_breaks_off_says_so():
    found = nexis_docx.read(written([*COVER, *FIRST, *SECOND[:-2]]))
    assert [problem.problem for problem in found.articles[1].problems] == ["cut_off"]


def test_a_date_in_the_headline_is_not_the_date():
    lines = ["Update: what was decided on June 1, 1999", *FIRST[2:]]
    found = nexis_docx.read(written(lines)).articles[0]
    assert found.fields["title"] == "Update: what was decided on June 1, 1999"
    assert found.fields["date_raw"] == "May 3, 2019 Friday 9:20 AM GMT"


def test_a_date_that_is_only_a_season_is_kept_as_printed():
    found = nexis_docx.read(written([*FIRST[:3], "Summer 2019", *FIRST[4:]])).articles[0]
    assert (found.fields["date_raw"], found.fields["outlet"]) == ("Summer 2019", "Coast Daily(Porto Alba)")


def test_a_headline_of_three_lines_and_an_edition_are_told_apart():
    lines = [*FIRST[:2], "Ships are back", "after ten years", *FIRST[2:4], "City Edition", *FIRST[4:]]
    found = nexis_docx.read(written(lines)).articles[0]
    assert found.fields["title"] == "Harbour opens Ships are back after ten years"
    assert found.fields["edition"] == "City Edition"


GERMAN = [
    "Dokumente (1)",
    "Aufgabennummer: 1",
    "1. Hafen eröffnet",
    "Suchbegriffe: Hafen",
    "",
    "Hafen eröffnet",
    "Küstenblatt",
    "3. Mai 2019 Freitag",
    "Copyright 2019 Küstenverlag Alle Rechte vorbehalten",
    "Rubrik: Lokales; S. 12",
    "Länge: 210 Wörter",
    "Autor: Von Mara Okhai",
    "#Body",
    "Der Hafen ist offen.",
    "#Classification",
    "Sprache: GERMAN; DEUTSCH",
    "Update: 4. Mai 2019",
    "Ende des Dokuments",
]
FRENCH = [
    "Le port ouvre",
    "Courrier de la côte",
    "vendredi 3 mai 2019",
    "Rubrique: PORT; p. 3",
    "Longueur: 1 210 mots",
    "Auteur: Par Mara Okhai",
    "Corps",
    "Le port est ouvert.",
    "Classification",
    "Langue: FRENCH; FRANÇAIS",
    "Date de chargement: 4 mai 2019",
    "Fin du document",
]
DUTCH = [
    "Haven open",
    "Kustblad",
    "3 mei 2019 vrijdag",
    "Rubriek: Binnenland",
    "Lengte: 210 woorden",
    "Body",
    "De haven is open.",
    "Taal: Dutch; Nederlands",
    "Einde van document",
]


@pytest.mark.parametrize(
    ("lines", "interface", "title", "language", "length"),
    [
        (GERMAN, "de", "Hafen eröffnet", "de", "210"),
        (FRENCH, "fr", "Le port ouvre", "fr", "1210"),
        (DUTCH, "nl", "Haven open", "nl", "210"),
    ],
)
def test_labels_are_known_in_other_languages_of_the_interface(lines, interface, title, language, length):
    found = nexis_docx.read(written(lines))
    (row,) = rows(found)
    assert (found.interface, row["title"], row["language"], row["length_stated"]) == (
        interface,
        title,
        language,
        length,
    )
    assert str(row["date"]) == "2019-05-03 00:00:00"
    assert len(row["text"].splitlines()) == 1
    assert row.get("byline") in ("Mara Okhai", None)


def test_an_article_without_text_is_flagged_and_its_highlight_is_no_text():
    lines = [*FIRST[1:12], "Classification", "Language: ENGLISH", "End of Document"]
    article = nexis_docx.read(written(lines)).articles[0]
    assert article.fields["text"] == ""
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_a_file_with_the_name_but_no_article_is_refused(shared):
    sources = [written(["LexisNexis Uni Test"])]
    sample = shared / "samples" / "nexis-uni-docx" / "test.DOCX"
    sources.append(Source(sample.name, ".docx", sample.read_bytes()))
    for source in sources:
        assert nexis_docx.sniff(source) == 0.97
        with pytest.raises(Unreadable, match="holds no article"):
            nexis_docx.read(source)


def test_other_documents_are_not_taken():
    assert nexis_docx.sniff(written(["The harbour opened.", "LexisNexis was searched."])) == 0
    assert nexis_docx.sniff(Source("a.docx", ".docx", b"no zip")) == 0


def test_a_damaged_file_raises_nothing_but_unreadable():
    data = written([*COVER, *FIRST, *SECOND]).data
    for cut in range(0, len(data), 997):
        damaged = Source("a.docx", ".docx", data[:cut] + bytes(7) + data[cut + 7 :])
        nexis_docx.sniff(damaged)
        try:
            found = nexis_docx.read(damaged)
        except Unreadable:
            continue
        assert len(found.articles) <= 2


def test_lines_in_any_order_invent_no_article():
    for turn in range(0, len(FIRST), 3):
        lines = list(chain(SECOND, FIRST[turn:], FIRST[:turn]))
        found = nexis_docx.read(written(lines))
        assert 1 <= len(found.articles) <= 3
        assert found.articles[0].fields["title"] == "Ferry sinks"


def test_the_sample_is_read(shared):
    sample = shared / "samples" / "nexis-uni-docx" / "sample.DOCX"
    found = nexis_docx.read(Source(sample.name, ".docx", sample.read_bytes()))
    assert (len(found.articles), found.announced, found.problems) == (10, 10, [])
    assert [article.fields.get("language") for article in found.articles].count("en") == 1
    assert all(article.fields["outlet"] == "The Guardian(London)" for article in found.articles)
    assert not any("Load-Date" in article.fields["text"] for article in found.articles)
