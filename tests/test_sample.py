"""The sample data are what data/README.md says they are."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import mediastudy as ms

RAW = Path(__file__).resolve().parents[1] / "data" / "raw"
PLANTED_COPIES = 7
LONG = 25


@pytest.fixture(scope="module")
def intake():
    return ms.read(RAW)


def test_there_are_120_articles_and_the_planted_copies(intake):
    assert len(intake.documents) == 120 + PLANTED_COPIES


def test_six_outlets_are_named_and_one_of_them_twice(intake):
    by_outlet = intake.documents.groupby("outlet")["date"].agg(["min", "max"])
    assert set(by_outlet.index) == {
        *("Tavar News Agency", "Meridan Daily", "The Northern Courier", "Global Ledger", "Radio Quoyne"),
        *("Halvany Post", "Kharuun Post"),
    }
    assert by_outlet.loc["Halvany Post", "max"].year == 2008
    assert by_outlet.loc["Kharuun Post", "min"].year == 2009


def test_1999_is_missing_and_four_articles_are_undated(intake):
    years = intake.documents["date"].dt.year
    assert set(range(1994, 2025)) - set(years.dropna()) == {1999}
    assert years.isna().sum() == 4


def test_every_damaged_file_is_a_problem_and_no_document(intake):
    damaged = {path.relative_to(RAW).as_posix() for path in (RAW / "damaged").iterdir()}
    assert damaged <= set(intake.problems["file"])
    assert not damaged & set(intake.documents["file"])


def test_no_sentence_stands_in_two_articles_except_in_planted_copies(intake):
    homes = defaultdict(set)
    for document, text in zip(intake.documents["document"], intake.documents["text"], strict=True):
        for sentence in re.split(r"(?<=[.!?。])\s*", text):
            if len(sentence) > LONG:
                homes[sentence].add(document)
    shared = {frozenset(documents) for documents in homes.values() if len(documents) > 1}
    assert {len(documents) for documents in shared} == {2}
    assert len(shared) == PLANTED_COPIES


def test_chinese_articles_hold_the_phrase_and_captions_stay_out_of_the_body(intake):
    chinese = intake.documents.query("language == 'zh'")
    assert len(chinese) == 3
    assert chinese["text"].str.contains("对口支援").all()
    captioned = intake.documents.dropna(subset="captions")
    assert len(captioned) > 10
    assert not any(row.captions.splitlines()[0] in row.text for row in captioned.itertuples())
