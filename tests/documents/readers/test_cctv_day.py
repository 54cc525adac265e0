"""Day files of television news. Built from the description of the format; no such file was at hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.cctv_day import read, sniff
from mediastudy.documents.records import Source

DAY = """# 《新闻联播》 (20240829)

## 新闻摘要

今天的节目有港口和学校的消息。

## 详细新闻

### 沿海最大港口开放

央视网消息（新闻联播）：市长昨天宣布沿海最大的港口正式开放。

当地居民纷纷前来庆祝。

[查看原文](https://tv.example/2024/08/29/1.html)

### 【国内快讯】山区学校开学

山区的学校今天**开学**。

Date: 2024-08-28
来源：海岸电视台
链接：https://tv.example/2024/08/29/2.html

---
(更新时间戳: 1724931000000)
"""
CONTENTS = """# 新闻联播 2024年8月29日

央视网

- [沿海最大港口开放](#沿海最大港口开放)
- [山区学校开学](#山区学校开学)

## 沿海最大港口开放

市长昨天宣布沿海最大的港口正式开放。

## 山区学校开学

山区的学校今天开学。
"""


def source(text, name="20240829.md"):
    return Source(name, ".md", text.encode())


def found(text, name="20240829.md"):
    assert sniff(source(text, name)) >= 0.9
    return read(source(text, name))


def test_every_item_of_the_day_is_an_article():
    first, second = (article.fields for article in found(DAY).articles)
    assert (first["title"], first["date_raw"], first["outlet"]) == ("沿海最大港口开放", "20240829", "CCTV")
    assert first["text"].split("\n\n") == [
        "央视网消息（新闻联播）：市长昨天宣布沿海最大的港口正式开放。",
        "当地居民纷纷前来庆祝。",
    ]
    assert first["url"] == "https://tv.example/2024/08/29/1.html"
    assert (first["section"], first["language"]) == ("新闻联播", "zh")
    assert second["text"] == "山区的学校今天开学。"


def test_an_item_may_state_its_own_day_and_source():
    second = found(DAY).articles[1].fields
    assert (second["title"], second["date_raw"], second["outlet"]) == (
        "【国内快讯】山区学校开学",
        "2024-08-28",
        "海岸电视台",
    )
    assert second["url"] == "https://tv.example/2024/08/29/2.html"


def test_the_summary_is_no_article_and_is_kept_as_a_piece():
    pieces = [piece.text for piece in found(DAY).articles[0].pieces]
    assert "今天的节目有港口和学校的消息。" in pieces


def test_a_list_of_contents_announces_the_items():
    reading = found(CONTENTS)
    assert reading.announced == 2
    assert [article.fields["title"] for article in reading.articles] == ["沿海最大港口开放", "山区学校开学"]
    assert {article.fields["outlet"] for article in reading.articles} == {"央视网"}
    assert {article.fields["date_raw"] for article in reading.articles} == {"2024年8月29日"}


def test_the_files_name_has_the_day_where_the_heading_has_none():
    text = "# 新闻联播\n\n### 港口开放\n\n市长宣布开放。\n"
    assert found(text).articles[0].fields["date_raw"] == "20240829"
    assert not found(text, "day.md").articles[0].fields.get("date_raw")


def test_a_heading_and_a_name_that_differ_are_said():
    reading = found(DAY, "20240101.md")
    assert [problem.problem for problem in reading.problems] == ["date_conflict"]
    assert reading.articles[0].fields["date_raw"] == "20240829"


def test_an_item_without_a_text_is_kept_and_said():
    reading = found("# 新闻联播 20240829\n\n### 港口开放\n\n### 学校开学\n\n学校开学。\n")
    assert [[problem.problem for problem in article.problems] for article in reading.articles] == [["no_full_text"], []]


@pytest.mark.parametrize(
    "text", ["# Notes\n\n## One\n\nText\n", "市长宣布开放。\n", "---\ntitle: a\n---\n# 新闻联播\n\n## a\n"]
)
def test_other_texts_are_left_to_others(text):
    assert sniff(source(text, "notes.md")) == 0


def test_a_file_without_items_says_so():
    with pytest.raises(Unreadable) as refusal:
        read(source("# 新闻联播 20240829\n\n## 新闻摘要\n"))
    assert refusal.value.problem == "no_articles"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 900), st.integers(0, 900), st.binary(max_size=30))
def test_damage_raises_nothing_but_unreadable_and_invents_nothing(start, end, put):
    low, high = sorted((start, end))
    data = DAY.encode()
    for damaged in (data[:low], data[:low] + put + data[high:], data[high:] + data[:low]):
        given_source = Source("20240829.md", ".md", damaged)
        assert 0 <= sniff(given_source) <= 1
        try:
            assert len(read(given_source).articles) <= 4
        except Unreadable:
            continue
