"""Factiva's XML."""

import random

import pytest

from mediastudy.documents.readers import Unreadable, reader_for
from mediastudy.documents.readers.factiva_xml import NAME, read
from mediastudy.documents.records import Source


def article(number, title="<hlt>Harbour</hlt> opens", more=""):
    return (
        f"<ppsarticle><article><accessionNo>{number}</accessionNo><baseLanguage>ZHTW</baseLanguage>"
        f"<headline><paragraph lang='EN'>{title}</paragraph></headline><byline>By Mara Okhai</byline>"
        "<leadParagraph><paragraph>Ships <hlt>came</hlt> in.</paragraph></leadParagraph>"
        "<tailParagraphs><paragraph>More.</paragraph><paragraph/></tailParagraphs>"
        "<pages><page>A1</page><page>A3</page></pages><wordCount>942</wordCount><copyright>(c) 2012 Coast</copyright>"
        "<publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime></publicationDate>"
        "<sourceName>Coast Daily</sourceName><region code='usa'><name>United States</name></region>"
        f"<newsSubject code='c'><name>Ports</name></newsSubject>{more}</article></ppsarticle>"
    )


def results(*articles, count=2):
    return (
        "<?xml version='1.0' encoding='utf-8'?><PPSResponse>"
        f"<ppsArticleResponse xmlns='http://global.factiva.com/pps/2.0'><ppsarticleResultSet count='{count}'>"
        f"{''.join(articles)}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>"
    )


def around(article):
    """What stood around a body, as kinds and texts."""
    return [piece[:2] for piece in article.pieces]


def source(text):
    return Source("a.xml", ".xml", text if isinstance(text, bytes) else text.encode("utf-8"))


def test_an_article_is_read_with_its_marks_unwrapped():
    reading = read(source(results(article("ONE"), article("TWO"))))
    assert reading.announced == 2
    assert reading.articles[0].fields == {
        "title": "Harbour opens",
        "byline": "Mara Okhai",
        "date_raw": "2012-01-09T01:35:58Z",
        "outlet": "Coast Daily",
        "language": "zh",
        "record": "ONE",
        "length_stated": "942",
        "pages": "A1, A3",
        "subjects": "Ports",
        "host": "Factiva",
        "text": "Ships came in.\n\nMore.",
    }
    assert ("metadata", "region: usa : United States") in around(reading.articles[0])
    assert reader_for(source(results(article("ONE")))).NAME == NAME


def test_a_result_without_article_is_a_problem_and_the_rest_is_read():
    reading = read(
        source(results(article("ONE"), "<ppsarticle><status value='1'/></ppsarticle>", article("TWO"), count=3))
    )
    assert [one.fields["record"] for one in reading.articles] == ["ONE", "TWO"]
    assert (reading.broken, reading.announced) == (1, 3)
    assert reading.places == ["article 1", "article 3"]


def test_a_file_cut_off_keeps_the_articles_that_are_whole():
    text = results(article("ONE"), article("TWO"))
    reading = read(source(text[: text.index("TWO") + 200]))
    assert [one.fields["record"] for one in reading.articles] == ["ONE"]
    assert [problem.problem for problem in reading.problems] == ["broken_file", "broken_record"]


def test_entities_and_files_without_article_are_refused():
    with pytest.raises(Unreadable):
        read(source("<!DOCTYPE a [<!ENTITY x 'y'>]>" + results(article("ONE"))))
    with pytest.raises(Unreadable) as caught:
        read(source(results(count=0)))
    assert caught.value.problem == "no_articles"


def test_damaged_files_raise_nothing_but_unreadable():
    data = results(article("ONE"), article("TWO")).encode()
    chance = random.Random(4)  # noqa: S311 - the same damage in every run
    for _ in range(150):
        start, end = sorted(chance.randrange(len(data)) for _ in "ab")
        damaged = chance.choice([data[:end], data[end:] + data[:end], data[:start] + chance.randbytes(9) + data[end:]])
        try:
            assert len(read(source(damaged)).articles) <= 3
        except Unreadable:
            continue


def test_the_sample_is_read_as_expected(shared):
    reading = read(source((shared / "samples" / "factiva-xml" / "factiva_test.xml").read_bytes()))
    assert (len(reading.articles), reading.announced) == (3, 3)
    assert [one.fields["language"] for one in reading.articles] == ["en", "fr", "en"]
