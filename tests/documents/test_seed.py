"""The article that started the project, as it was saved from its page."""

import json
import re

import pytest

import mediastudy.documents as docs


@pytest.fixture(scope="module")
def intake(shared):
    return docs.read(shared / "seed" / "xizang_paired_up_assistance.txt")


@pytest.fixture(scope="module")
def gold(shared):
    return json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def raw(shared):
    return (shared / "seed" / "xizang_paired_up_assistance.txt").read_text(encoding="utf-8")


def test_the_seed_is_one_article_without_problems(intake):
    assert len(intake.documents) == 1
    assert intake.problems.empty
    assert intake.files[["format", "found", "kept", "undated"]].iloc[0].tolist() == ["text", 1, 1, 0]


def test_its_metadata_are_those_of_the_gold(intake, gold):
    article = intake.documents.iloc[0]
    assert article["title"] == gold["title"]
    assert article["outlet"] == gold["outlet"]
    assert article["host"] == gold["publisher_site"]
    assert article["date"].isoformat() == gold["date"]
    assert article["date_precision"] == "day"
    assert article["dateline"] == gold["dateline"]
    assert article["section"] == gold["section"]
    assert article["language"] == "en"
    assert article[["agency", "byline"]].isna().all()


def test_its_captions_stand_apart_with_their_credit(intake, gold):
    captions = intake.documents["captions"].iloc[0].split("\n")
    assert len(captions) == gold["captions"]
    assert all(caption.endswith(f"({gold['outlet']}/{gold['photographer']})") for caption in captions)


def test_every_body_quote_of_the_gold_stands_in_the_text(intake, gold, raw):
    text = intake.documents["text"].iloc[0]
    pieces = [raw[start:end] for quote in gold["quotes"][1:] for span in quote["content"] for start, end in [span]]
    assert len(pieces) == 4
    assert all(piece in text for piece in pieces)


def test_text_and_removals_together_are_the_page(intake, raw):
    text = intake.documents["text"].iloc[0]
    parts = [*intake.removals["text"], *text.split("\n\n")]
    assert sorted("".join(re.findall(r"\S", "".join(parts)))) == sorted("".join(re.findall(r"[^\s\u00a0]", raw)))
    assert len(text.split("\n\n")) == 7


def test_the_removals_are_named_and_in_order(intake):
    kinds = intake.removals["kind"].tolist()
    assert kinds == ["host", "section", "title", "date", "caption", "dateline", "caption", "furniture"]
    assert intake.removals["order"].tolist() == list(range(8))
    assert intake.removals["text"].iloc[-1] == "Top"
