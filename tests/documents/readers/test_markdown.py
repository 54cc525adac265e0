"""Markdown with front matter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.files.plainmarkdown import plain_blocks
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.markdown import read, sniff
from mediastudy.documents.records import Source

NOTE = """---
title: "Harbour opens: ships come"
date: 2020-05-03
updated: 2024-01-01
author: [Ann Lee, Bo Ray]
outlet: Coast Daily
url: https://coast.example/1
language: en
tags:
  - ports
  - "[[Porto Alba]]"
mood: calm
---

# Harbour opens: ships come

The harbour of **Porto Alba** [opened](https://coast.example/2) on *Sunday*,
after ten years of work.

![Ships in the harbour](ships.jpg "Ships. Photo: Bo Ray")

> "We are glad", said Mara Okhai.

- It cost 2 * 3 million.
- The council_house is next.
"""


def article(text, name="a.txt"):
    source = Source(name, ".txt", text.encode())
    assert sniff(source) > 0.9
    return read(source).articles[0]


def test_what_is_stated_above_the_text_is_in_columns():
    fields = article(NOTE).fields
    assert fields["title"] == "Harbour opens: ships come"
    assert fields["date_raw"] == "2020-05-03"
    assert fields["byline"] == "Ann Lee; Bo Ray"
    assert fields["outlet"] == "Coast Daily"
    assert fields["host"] == "coast.example"
    assert (fields["url"], fields["language"], fields["subjects"]) == (
        "https://coast.example/1",
        "en",
        "ports; Porto Alba",
    )


def test_the_text_has_its_words_and_no_marks():
    fields = article(NOTE).fields
    assert fields["text"].split("\n\n") == [
        "The harbour of Porto Alba opened on Sunday, after ten years of work.",
        '"We are glad", said Mara Okhai.',
        "It cost 2 * 3 million.",
        "The council_house is next.",
    ]
    assert fields["captions"] == "Ships. Photo: Bo Ray"


def test_what_is_in_no_column_becomes_a_piece():
    assert [piece.text for piece in article(NOTE).pieces] == [
        "updated: 2024-01-01",
        "mood: calm",
        "Harbour opens: ships come",
    ]


def test_a_clipping_has_its_address_as_its_source_and_its_date_as_published():
    clipping = (
        '---\ntitle: "Harbour opens"\nsource: "https://coast.example/1"\nauthor:\n  - "[[Ann Lee]]"\n'
        'published: 2020-05-03\ncreated: 2024-07-01\ntags:\n  - "clippings"\n---\nShips came.\n'
    )
    fields = article(clipping).fields
    assert (fields["url"], fields["outlet"]) == ("https://coast.example/1", "coast.example")
    assert (fields["date_raw"], fields["byline"]) == ("2020-05-03", "Ann Lee")


def test_a_colon_in_a_title_without_quotation_marks_loses_nothing():
    found = article("---\ntitle: Harbour: the opening\ndate: 2020-05-03\n---\nShips came.\n")
    assert found.fields["title"] == "Harbour: the opening"
    assert found.fields["date_raw"] == "2020-05-03"
    assert [problem.problem for problem in found.problems] == ["broken_front_matter"]


def test_the_first_heading_is_the_title_where_none_is_stated():
    fields = article("---\ndate: 2020-05-03\n---\n# Harbour opens\n\nShips came.\n").fields
    assert (fields["title"], fields["text"]) == ("Harbour opens", "Ships came.")


def test_chinese_lines_are_joined_without_spaces():
    fields = article("---\n标题: 港口开放\n日期: 2020年5月3日\n来源: 海岸日报\n---\n市长宣布港口\n正式开放。\n").fields
    assert (fields["title"], fields["date_raw"], fields["outlet"]) == ("港口开放", "2020年5月3日", "海岸日报")
    assert fields["text"] == "市长宣布港口正式开放。"


def test_a_date_is_kept_as_printed():
    assert article("---\ndate: 03.05.2020\n---\nShips came.\n").fields["date_raw"] == "03.05.2020"


@pytest.mark.parametrize("text", ["Ships came.\n", "---\nShips came.\n---\nMore.\n", "# Title\n\nText\n", "---\n", ""])
def test_a_text_without_front_matter_is_left_to_others(text):
    source = Source("a.md", ".md", text.encode())
    assert sniff(source) == 0
    with pytest.raises(Unreadable):
        read(source)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Title\n=====\n\nText", ["Title", "Text"]),
        ("1. One\n2. Two", ["1. One", "2. Two"]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ["a b", "1 2"]),
        ("```\nx = [1](2)\n```", ["x = 1"]),
        ("Text[^1] here\n\n[^1]: Note", ["Text here", "[^1]: Note"]),
        ("See [it][ref].\n\n[ref]: https://coast.example", ["See it."]),
        ("\\*not stressed\\*, `code` and <https://coast.example>", ["*not stressed*, code and https://coast.example"]),
        ("__Bold *and* more__ ~~gone~~ A&amp;B", ["Bold and more gone A&B"]),
        ("One<!-- hidden -->\n\n---\n\n<b>Two</b>", ["One", "Two"]),
        ("[Harbour (port)](https://coast.example/a_(b)) opens", ["Harbour (port) opens"]),
        ("** no stress ** and snake_case_name", ["** no stress ** and snake_case_name"]),
    ],
)
def test_marks_go_and_words_stay(marked, plain):
    assert [block.text for block in plain_blocks(marked).blocks] == plain


@pytest.mark.parametrize("text", ["[" * 20_000, "*" * 20_000, "_a" * 20_000, "![" * 20_000, "`" * 20_000, "> " * 20_000,
                                  "[a](" * 9_000, "a]" * 20_000, "<a" * 9_000, "[[" * 9_000])  # fmt: skip
def test_marks_without_end_do_not_hang(text):
    plain_blocks(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(NOTE)), st.integers(0, len(NOTE)), st.binary(max_size=30))
def test_damage_raises_nothing_but_unreadable(start, end, put):
    low, high = sorted((start, end))
    data = NOTE.encode()
    for damaged in (data[:low], data[:low] + put + data[high:], data[high:] + data[:low], b"---\n" + put + b"\n---\n"):
        source = Source("a.md", ".md", damaged)
        assert 0 <= sniff(source) <= 1
        try:
            assert len(read(source).articles) == 1
        except Unreadable:
            continue


def test_aliases_without_end_are_harmless():
    lines = [
        "a: &a [x, x]",
        *(f"{name}: &{name} [*{before}, *{before}]" for before, name in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
    block = "\n".join([*lines, "title: *i"])
    assert article(f"---\ndate: 2020\n{block}\n---\nShips came.\n").fields["date_raw"] == "2020"
