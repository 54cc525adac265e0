"""Column names of databases' and scholars' tables, recognised as ours."""

import pytest

from mediastudy.documents.tabular.columns import recognise


def ours(header):
    return recognise(header.split(", "), mapped={})


def test_tables_of_proquest_are_recognised():
    assert ours("ProQuest_document_ID, Publication_info, Full_text, Publication_title, Publication_date, Title") == {
        "ProQuest_document_ID": "document",
        "Full_text": "text",
        "Publication_title": "outlet",
        "Publication_date": "date",
        "Title": "title",
    }
    found = ours("Title, StoreId, Authors, pubdate, pubtitle, DocumentURL, Language of publication")
    assert found == {
        "Title": "title",
        "StoreId": "document",
        "Authors": "byline",
        "pubdate": "date",
        "pubtitle": "outlet",
        "DocumentURL": "url",
        "Language of publication": "language",
    }


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Headline, Author/Byline, Date, Source, Section, Full Text", "title byline date outlet section text"),
        ("stories_id, title, url, publish_date, media_name, language", "document title url date outlet language"),
        ("uri, lang, dateTime, title, body, source.title", "language date title text outlet"),
        ("webPublicationDate, webTitle, webUrl, sectionName, bodyText", "date title url section text"),
        ("ID, Newspaper, Date, Headline, Author, Article", "document outlet date title byline text"),
        ("Titolo, Testo, Testata, Autore", "title text outlet byline"),
    ],
)
def test_other_tables_are_recognised(header, columns):
    assert set(ours(header).values()) == set(columns.split())


def test_of_two_names_for_one_column_the_more_exact_wins():
    assert ours("Publisher, Publication title, Text, Transcript") == {"Publication title": "outlet", "Text": "text"}
