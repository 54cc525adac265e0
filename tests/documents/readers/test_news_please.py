"""What news-please writes."""

import json

import pytest

from mediastudy.documents.readers import Unreadable, news_please
from mediastudy.documents.records import Source

ARTICLE = {
    "authors": ["Mara Okhai", "Bo Ray"],
    "date_download": "2020-05-04 08:00:00",
    "date_modify": None,
    "date_publish": "2020-05-03 17:03:00",
    "description": "Ships.",
    "language": "en",
    "maintext": "Ships came.\nAll cheered.",
    "source_domain": "coast.example",
    "title": "Harbour opens",
    "title_page": None,
    "url": "https://coast.example/1",
}


def read(text):
    source = Source("a.json", ".json", text.encode("utf-8"))
    assert news_please.sniff(source) == 0.97
    return news_please.read(source)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (json.dumps(ARTICLE), 1),
        (json.dumps([ARTICLE, ARTICLE], indent=1), 2),
        ("\n".join([json.dumps(ARTICLE)] * 3), 3),
        (json.dumps({"articles": [ARTICLE]}), 1),
    ],
)
def test_an_article_a_list_and_lines_are_read(text, count):
    reading = read(text)
    assert len(reading.articles) == count
    fields = reading.articles[0].fields
    assert fields["text"] == "Ships came.\n\nAll cheered."
    assert (fields["title"], fields["date_raw"]) == ("Harbour opens", "2020-05-03 17:03:00")
    assert (fields["outlet"], fields["host"], fields["byline"]) == (
        "coast.example", "coast.example", "Mara Okhai; Bo Ray",
    )  # fmt: skip


def test_the_day_of_download_is_never_the_date():
    fields = read(json.dumps(ARTICLE | {"date_publish": None})).articles[0].fields
    assert "date_raw" not in fields


def test_a_page_without_a_text_is_kept_and_said():
    (article,) = read(json.dumps(ARTICLE | {"maintext": None})).articles
    assert article.fields["text"] == ""
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


def test_a_list_that_breaks_off_gives_what_came_before():
    reading = read(json.dumps([ARTICLE, ARTICLE, ARTICLE])[:-100])
    assert (len(reading.articles), reading.broken) == (2, 1)
    assert [problem.problem for problem in reading.problems] == ["broken_record"]


def test_an_article_that_says_nothing_is_left_out():
    empty = ARTICLE | {"maintext": None, "title": ""}
    reading = read(json.dumps([empty, ARTICLE]))
    assert (len(reading.articles), reading.broken) == (1, 1)
    with pytest.raises(Unreadable):
        read(json.dumps(empty))


def test_other_objects_are_none():
    for text in ('{"text": "One."}', '{"maintext": "One."}', "[1]", ""):
        assert news_please.sniff(Source("a.json", ".json", text.encode())) == 0.0
