"""Europresse's HTML, old and new layout. Built from the description of the format."""

import random

import pytest

from mediastudy.documents.dates import parse_date
from mediastudy.documents.readers import Unreadable, reader_for
from mediastudy.documents.readers.europresse import NAME, read, sniff
from mediastudy.documents.records import Source

NUMBER = "news·20060315·CO·0q1503"


def new(
    header="Communication, mardi 14 mars 2006, p. 16", title="Harbour opens", author="<div>Mara Okhai</div>", **more
):
    body = more.get(
        "body", "<div class='DocText'><div class='docOcurrContainer'><p>Ships: a <mark>hit</mark>.</p></div></div>"
    )
    return (
        f"<article><header><div><span class='DocPublicationName'>{more.get('outlet', 'Coast Daily')}  </span></div>"
        f"<div><span class='DocHeader'>{header}</span></div><div><p>MEDIAS</p></div>"
        f"<div class='titreArticle'><p class='titreArticleVisu rdp__articletitle'>{title}</p>"
        f"<p class='sm-margin-bottom'>A subtitle</p></div>{author}</header><section>{body}</section>"
        "<aside><div><p><b>Illustration(s) : </b></p><div><p>A photo.</p></div></div><div><b>Note(s) : </b>"
        "<p>A note</p></div></aside><footer><small>© 2006 Owner. Tous droits réservés.</small>"
        f"<p>Numéro de document : {NUMBER}</p><div id='divPubliC'><div><span>{NUMBER}</span></div>"
        "<div>Date d'émission : <b>2015-07-04</b></div></div></footer></article>"
    )


def old(body, author="", title="Harbour <span style='color:red'>opens</span>"):
    return (
        "<table><tr><td><span class='DocPublicationName'>Coast Daily, no. 5968</span><br>"
        "<span class='DocHeader'>Éditorial, </span><span class='DocHeader'>jeudi </span>"
        "<span class='DocHeader'>4 octobre 2012</span><span class='DocHeader'>, p. 03</span><br><br>Subtitle<br>"
        f"<span class='TitreArticleVisu'>{title}</span><br><br>{author}{body}<p></p>"
        f"<b><i>© 2012 Coast. Tous droits réservés.</i></b><p></p>Numéro de document : {NUMBER}<br><br><br>"
        "<table><tr><td>Ce certificat est émis à <b>University</b>.</td></tr></table></td></tr></table>"
    )


def around(article):
    """What stood around a body, as kinds and texts."""
    return [piece[:2] for piece in article.pieces]


def source(*documents, encoding="utf-8"):
    return Source("a.html", ".html", f"<html><body>{''.join(documents)}</body></html>".encode(encoding))


def test_the_new_layout_is_read():
    reading = read(source(new(), new()))
    assert reading.articles[0].fields == {
        "title": "Harbour opens",
        "date_raw": "mardi 14 mars 2006",
        "outlet": "Coast Daily",
        "byline": "Mara Okhai",
        "section": "Communication",
        "pages": "16",
        "captions": "A photo.",
        "record": NUMBER,
        "host": "Europresse",
        "text": "Ships: a hit.",
    }
    assert (len(reading.articles), reading.interface, reading.announced) == (2, "fr", None)
    pieces = around(reading.articles[0])
    assert ("copyright", "© 2006 Owner. Tous droits réservés.") in pieces
    assert ("metadata", "A subtitle") in pieces


def test_the_old_layout_is_read():
    body = "Ships came.<font> More came.</font><p></p>(1) A note."
    reading = read(source(old(body, author="Mara Okhai<br><p></p>"), old(body), encoding="iso-8859-1"))
    first, second = (article.fields for article in reading.articles)
    assert (first["title"], first["byline"], first["section"]) == ("Harbour opens", "Mara Okhai", "Éditorial")
    assert (first["outlet"], first["edition"], first["pages"]) == ("Coast Daily", "no. 5968", "03")
    assert first["text"] == second["text"] == "Ships came. More came.\n\n(1) A note."
    assert first["record"] == NUMBER
    assert "byline" not in second


@pytest.mark.parametrize(
    ("header", "section", "pages", "length"),
    [
        ("mardi 14 mars 2006", None, None, None),
        ("Nord; Lille, mardi 14 mars 2006 1 487 mots, p. LIL3", "Nord; Lille", "LIL3", "1487"),
        ("Politique, mardi 14 mars 2006 - 18:30:12 UTC +0100 574 mots", "Politique", None, "574"),
        ("News, Tuesday, March 14, 2006 487 words, p. A1, A3", "News", "A1, A3", "487"),
        ("1er cahier, mardi 14 mars 2006, p. 1", "1er cahier", "1", None),
    ],
)
def test_the_line_below_the_name_is_told_apart(header, section, pages, length):
    fields = read(source(new(header))).articles[0].fields
    day = parse_date(fields["date_raw"])
    assert day.date is not None
    assert day.date.date().isoformat() == "2006-03-14"
    assert [fields.get(name) for name in ("section", "pages", "length_stated")] == [section, pages, length]


def test_a_date_is_never_taken_from_the_number_or_the_certificate():
    assert "date_raw" not in read(source(new("Communication"))).articles[0].fields


def test_a_document_without_the_box_of_its_text_keeps_its_body():
    reading = read(source(new(body="<p>A paragraph.</p></div></div>", author=""), new()))
    assert [article.fields["text"] for article in reading.articles] == ["A paragraph.", "Ships: a hit."]
    assert "byline" not in reading.articles[0].fields


def test_boxes_that_never_close_do_not_mix_documents():
    reading = read(source(new(body="<div class='DocText'><div><p>A paragraph.</p>"), new()))
    assert [article.fields["text"] for article in reading.articles] == ["A paragraph.", "Ships: a hit."]
    assert [article.fields["byline"] for article in reading.articles] == ["Mara Okhai"] * 2


def test_a_cover_announces_the_number_of_documents():
    cover = "<div>Documents sauvegardés</div><div>2 documents</div>"
    assert read(source(cover, new(), new())).announced == 2


def test_an_empty_document_costs_only_itself():
    reading = read(source(new(), new(title="", body=""), new()))
    assert (len(reading.articles), reading.broken) == (2, 1)
    assert [(problem.place, problem.problem) for problem in reading.problems] == [("article 2", "broken_record")]


def test_only_its_own_pages_are_taken():
    assert reader_for(source(new())).NAME == reader_for(source(old("Ships."))).NAME == NAME
    assert sniff(source("<article><h1 class='title'>Harbour</h1></article>")) == 0
    with pytest.raises(Unreadable):
        read(source("<p>Ships.</p>"))


def test_damaged_files_raise_nothing_but_unreadable():
    data = source(new(), old("Ships came.", "Mara Okhai<br><p></p>")).data
    chance = random.Random(4)  # noqa: S311 - the same damage in every run
    for _ in range(150):
        start, end = sorted(chance.randrange(len(data)) for _ in "ab")
        damaged = chance.choice([data[:end], data[end:] + data[:end], data[:start] + chance.randbytes(9) + data[end:]])
        try:
            assert len(read(Source("a.html", ".html", damaged)).articles) <= 4
        except Unreadable:
            continue


def test_the_samples_are_read_as_expected(shared):
    folder = shared / "samples" / "europresse-html"
    old_file, new_file = (
        read(Source("a.html", ".html", (folder / f"europresse_test{number}.html").read_bytes())) for number in (1, 2)
    )
    assert [article.fields.get("byline") for article in old_file.articles] == [None, "Second Author", "Author Name"]
    assert [article.fields["text"] for article in new_file.articles][:3] == [
        "Some text: a mark.",
        "Some text.",
        "A paragraph.",
    ]
