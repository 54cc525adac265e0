"""Factiva's HTML in both layouts and several interfaces. Built from the description of the format."""

import random

import pytest

from mediastudy.documents.dates import parse_date
from mediastudy.documents.readers import Unreadable, reader_for
from mediastudy.documents.readers.factiva_html import NAME, read, sniff
from mediastudy.documents.records import Source

NUMBER = "COAS000020171113edbd0002x"


def plain(*divs, body=("Ships came.",), language="en", document="Document", above="", author="", number=NUMBER):
    paragraphs = "".join(f'<p class="articleParagraph {language}articleParagraph">{text}\n</p>\n' for text in body)
    return (
        f'<div id="article-{number}" class="article"><div class="article {language}Article">{above}'
        f'<div id="hd"><span class="{language}Headline">Harbour <b>opens</b>\n</span></div>{author}'
        + "".join(f"<div>{text}</div>" for text in divs)
        + paragraphs
        + f"<p>{document} {number}</p></div></div><br/><span></span>"
    )


def coded(**rows):
    cells = "".join(
        f'<tr><td align="right" class="index"><p><b>{code}</b>&nbsp;</p></td><td>{value}</td></tr>'
        for code, value in rows.items()
    )
    return f'<div class="article frArticle"><table>{cells}</table><br/></div>'


def page(*articles, charset="UTF-8"):
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"/><title>Factiva</title>'
    return f"{head}<style>.article{{}}</style></head><body>{''.join(articles)}<div>© 2017 Factiva</div></body></html>"


def around(article):
    """What stood around a body, as kinds and texts."""
    return [piece[:2] for piece in article.pieces]


def source(text, encoding="utf-8"):
    return Source("a.html", ".html", text if isinstance(text, bytes) else text.encode(encoding))


ENGLISH = ("877 words", "13 November 2017", "Coast Daily", "COAS", "Late Edition", "A1", "English", "(c) 2017 Coast")


def test_a_plain_article_is_told_apart_by_its_length():
    reading = read(source(page(plain(*ENGLISH, author='<div class="author">By MARA OKHAI and  Jan Velde </div>'))))
    fields = reading.articles[0].fields
    assert fields == {
        "title": "Harbour opens",
        "byline": "MARA OKHAI and Jan Velde",
        "length_stated": "877",
        "date_raw": "13 November 2017",
        "outlet": "Coast Daily",
        "edition": "Late Edition",
        "pages": "A1",
        "language": "en",
        "record": NUMBER,
        "host": "Factiva",
        "text": "Ships came.",
    }
    assert around(reading.articles[0]) == [("metadata", "SC: COAS"), ("copyright", "(c) 2017 Coast")]
    assert (reading.interface, reading.announced, reading.broken, reading.problems) == ("en", None, 0, [])


@pytest.mark.parametrize(
    ("divs", "language", "document", "expected"),
    [
        (("664 Wörter", "9 Januar 1993", "Coast Daily", "COAS", "Englisch", "(c) 1993"), "en", "Dokument",
         ("de", "en")),
        (("1 295 mots", "29 décembre 2011", "15:32", "Coast Daily", "COAS", "anglais", "(c) 2011"), "en", "Document",
         ("fr", "en")),
        (("295 palabras", "7 octubre 2018", "Coast Daily", "COAS", "Inglés", "(c) 2018"), "en", "Documento",
         ("es", "en")),
        (("8165 字", "2018 年 10 月 7 日 17:04", "Coast Daily", "COAS", "德文", "(c) 2018"), "de", "文件",
         ("zh", "de")),
        (("12 parole", "7 ottobre 2018", "Coast Daily", "COAS", "12", "Tedesco", "(c) 2018"), "de", "Documento",
         ("it", "de")),
        (("8,165 字", "2018 年 10 月 7 日", "Coast Daily", "COAS", "繁体中文", "(c) 2018"), "zhtw", "文件",
         ("zh", "zh")),
        (("12 words", "7 October 2018", "05:59 PM", "Coast Daily", "COAS", "Chinese - Simplified", "Copyright 2018"),
         "zhcn", "Document", ("en", "zh")),
    ],
)  # fmt: skip
def test_interfaces_in_other_languages_are_read(divs, language, document, expected):
    reading = read(source(page(plain(*divs, language=language, document=document))))
    fields = reading.articles[0].fields
    assert (reading.interface, fields["language"]) == expected
    assert (fields["outlet"], fields["text"]) == ("Coast Daily", "Ships came.")
    assert parse_date(fields["date_raw"]).precision == "day"
    assert fields["record"] == NUMBER


def test_the_time_of_day_joins_the_date():
    divs = ("12 words", "7 October 2018", "17:04", "Coast Daily", "COAS", "English", "(c) 2018 Coast")
    assert read(source(page(plain(*divs)))).articles[0].fields["date_raw"] == "7 October 2018 17:04"


def test_a_section_above_the_headline_and_a_credit_below_the_writers_are_apart():
    text = page(
        plain(
            *("Special to Coast Daily", *ENGLISH),
            above="<div>Foreign Desk; SECTA</div>",
            author="<div class='author'>Von Mara Okhai</div>",
        )
    )
    article = read(source(text)).articles[0]
    assert [article.fields[name] for name in ("section", "title", "byline")] == [
        "Foreign Desk; SECTA",
        "Harbour opens",
        "Mara Okhai",
    ]
    assert ("credit", "Special to Coast Daily") in around(article)


def test_an_older_headline_with_further_classes_is_one():
    text = page(plain(*ENGLISH)).replace(
        '<div id="hd"><span class="enHeadline">', "<div><b class='enHeadline counted'>"
    )
    assert read(source(text)).articles[0].fields["title"] == "Harbour opens"


def test_marked_words_and_blocks_within_paragraphs_cost_no_text():
    text = page(plain(*ENGLISH, body=("The <b>harb</b>our<br/>opened. <div>It rained.</div> Ships came.",)))
    assert read(source(text)).articles[0].fields["text"].split() == [
        "The",
        "harbour",
        "opened.",
        "It",
        "rained.",
        "Ships",
        "came.",
    ]


def test_a_file_in_windows_1252_that_declares_utf_8_is_read():
    divs = ("664 Wörter", "9 März 1993", "Küstenblatt", "COAS", "Deutsch", "(c) 1993")
    reading = read(source(page(plain(*divs, body=("Die Fähre – endlich.",), language="de")), "cp1252"))
    assert reading.articles[0].fields["outlet"] == "Küstenblatt"
    assert reading.articles[0].fields["text"] == "Die Fähre – endlich."
    assert reading.interface == "de"


def test_stray_bytes_of_windows_1252_among_utf_8_are_read_and_said():
    text = page(plain("664 W?rter", *ENGLISH[1:], body=("Die Fähre.",))).encode().replace(b"W?rter", b"W\xf6rter")
    reading = read(source(text))
    assert reading.articles[0].fields["length_stated"] == "664"
    assert reading.articles[0].fields["text"] == "Die Fähre."
    assert [problem.problem for problem in reading.problems] == ["mixed_encodings"]


def test_a_table_of_codes_is_an_article():
    rows = {
        "SE": "Port", "HD": "<b class='frHeadline'>Harbour <b>opens</b></b>", "BY": "Par Mara Okhai", "WC": "295 mots",
        "PD": "29 décembre 2011", "ET": "15:32", "SN": "Coast Daily", "SC": "COAS", "NGC": "Other", "ED": "Late",
        "PG": "26", "LA": "Français", "CY": "(c) Coast.",
        "LP": '<p class="articleParagraph frarticleParagraph">One.</p><p class="articleParagraph">Two.</p>',
        "TD": '<p class="articleParagraph">Three.</p>', "ART": "Ships in the port.",
        "NS": "<br/>gpol : Politics | gcat : General", "AN": f"<br/>Document {NUMBER}",
    }  # fmt: skip
    article = read(source(page(coded(**rows)))).articles[0]
    assert article.fields == {
        "title": "Harbour opens",
        "byline": "Mara Okhai",
        "section": "Port",
        "date_raw": "29 décembre 2011 15:32",
        "outlet": "Coast Daily",
        "edition": "Late",
        "pages": "26",
        "language": "fr",
        "length_stated": "295",
        "subjects": "Politics; General",
        "captions": "Ships in the port.",
        "record": NUMBER,
        "host": "Factiva",
        "text": "One.\n\nTwo.\n\nThree.",
    }
    assert ("metadata", "NGC: Other") in around(article)
    assert ("copyright", "(c) Coast.") in around(article)


def test_an_article_without_number_stays_one_and_a_number_twice_is_two():
    bare = plain(*ENGLISH).replace(f"<p>Document {NUMBER}</p>", "").replace(f"article-{NUMBER}", "x")
    articles = read(source(page(bare, plain(*ENGLISH), plain(*ENGLISH)))).articles
    assert [article.fields.get("record") for article in articles] == [None, NUMBER, NUMBER]


def test_an_article_that_cannot_be_read_costs_only_itself():
    broken = '<div class="article enArticle"><p>This article is not available.</p></div>'
    reading = read(source(page(plain(*ENGLISH), broken, plain(*ENGLISH))))
    assert (len(reading.articles), reading.broken) == (2, 1)
    assert [(problem.place, problem.problem) for problem in reading.problems] == [("article 2", "broken_record")]
    assert reading.places == ["article 1", "article 3"]


def test_a_head_with_missing_and_further_blocks_is_read_by_meaning():
    short = read(source(page(plain("12 words", "7 October 2018", "Coast Daily", "COAS")))).articles[0]
    assert (short.fields["outlet"], short.fields["language"], short.fields["text"]) == (
        "Coast Daily",
        "en",
        "Ships came.",
    )
    long = ("12 words", "Updated", "7 October 2018", "Coast Daily", "J", "Vol. 2", "B1", "English", "Owner", "Other")
    fields = read(source(page(plain(*long)))).articles[0].fields
    assert (fields["date_raw"], fields["outlet"], fields["pages"]) == ("7 October 2018", "Coast Daily", "B1")


def test_a_date_that_is_none_stays_as_printed_and_no_other_is_taken():
    divs = ("12 words", "Herbst 2018", "Coast Daily", "COAS", "English", "(c) 2018 Coast")
    body = ("On 3 May 2016 ships came.",)
    assert read(source(page(plain(*divs, body=body)))).articles[0].fields["date_raw"] == "Herbst 2018"


def test_a_length_that_is_missing_leaves_the_date_and_is_said():
    article = read(source(page(plain(*ENGLISH[1:])))).articles[0]
    assert (article.fields["date_raw"], article.fields["outlet"]) == ("13 November 2017", "Coast Daily")
    assert [problem.problem for problem in article.problems] == ["no_length"]


def test_articles_without_their_frames_are_told_apart_by_their_numbers():
    text = page(plain(*ENGLISH), plain(*ENGLISH, number="COAS000020171113edbd0003y"))
    text = text.replace('class="article enArticle"', "").replace('class="article"', "")
    articles = read(source(text)).articles
    assert [article.fields["record"] for article in articles] == [NUMBER, "COAS000020171113edbd0003y"]
    assert [article.fields["text"] for article in articles] == ["Ships came.", "Ships came."]


def test_a_list_of_headlines_is_no_article():
    text = "<html><title>Factiva</title><table><tr><td><a class='enHeadline'>Harbour</a></td></tr></table></html>"
    with pytest.raises(Unreadable, match="headlines") as caught:
        read(source(text))
    assert sniff(source(text)) > 0.9
    assert caught.value.problem == "no_articles"


def test_only_factivas_pages_are_taken():
    assert reader_for(source(page(plain(*ENGLISH)))).NAME == NAME
    assert (
        sniff(source("<html><h1 class='myHeadline'>Harbour</h1><div class='article mainArticle'>Ships</div></html>"))
        == 0
    )
    assert sniff(source('{"html": "<div class=\'article enArticle\'>"}')) == 0


def test_damaged_files_raise_nothing_but_unreadable():
    whole = page(plain(*ENGLISH, body=("Ships came to Porto Alba.",) * 3), coded(HD="One", WC="3 words", LP="Two"))
    data = whole.encode()
    chance = random.Random(4)  # noqa: S311 - the same damage in every run
    for _ in range(150):
        start, end = sorted(chance.randrange(len(data)) for _ in "ab")
        damaged = chance.choice(
            [
                data[:end],
                data[end:] + data[:end],
                data[:start] + chance.randbytes(20) + data[end:],
                data.replace(b"</div>", b"", chance.randrange(9)),
                whole.encode("utf-16")[: end * 2],
            ]
        )
        try:
            reading = read(source(damaged))
        except Unreadable:
            continue
        assert len(reading.articles) <= 3
        assert all(article.fields.get("title") or article.fields["text"] for article in reading.articles)


def test_the_sample_is_read_as_expected(shared):
    data = (shared / "samples" / "factiva-html" / "factiva_test.html").read_bytes()
    articles = read(source(data)).articles
    assert [article.fields["title"] for article in articles] == ["Test 1", "Test 2"]
    assert [article.fields["outlet"] for article in articles] == ["Test newspaper", "Ouest France"]


def test_a_language_by_a_name_not_known_is_no_edition():
    divs = ("12 words", "7 October 2018", "Coast Daily", "COAS", "A1", "Velish", "(c) 2018 Coast")
    article = read(source(page(plain(*divs, language="fi")))).articles[0]
    assert [article.fields.get(name) for name in ("language", "pages", "edition")] == ["fi", "A1", None]
    assert ("metadata", "Velish") in around(article)
