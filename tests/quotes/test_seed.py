"""The article that the project started from: its four body quotations, their speaker and his role."""

import json
import re
from pathlib import Path

import pytest

from mediastudy.documents import read
from mediastudy.quotes import extract_quotes, speakers

SEED = Path(__file__).resolve().parents[2] / "../shared/seed"
PAGE = SEED / "xizang_paired_up_assistance.txt"

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the shared folder with the seed article is absent")


def words(text):
    return re.findall(r"\w+", text.casefold())


@pytest.fixture(scope="module")
def seed():
    raw = PAGE.read_text(encoding="utf-8")
    gold = json.loads((SEED / "gold.json").read_text(encoding="utf-8"))
    return raw, gold, read(PAGE).documents


def test_the_four_body_quotations_are_found_and_no_other(seed):
    raw, gold, documents = seed
    quotes = extract_quotes(documents).quotes
    for part in ("content", "cue", "source"):
        wanted = [words(" ".join(raw[start:end] for start, end in quote[part])) for quote in gold["quotes"][1:]]
        assert quotes[part].map(words).tolist() == wanted
    assert set(quotes["kind"]) == {"indirect"}


def test_their_speaker_is_named_with_his_offices(seed):
    _, gold, documents = seed
    table = speakers(extract_quotes(documents).quotes, documents)
    assert table[["speaker", "speaker_kind", "quotes"]].to_numpy().tolist() == [["Wang Huning", "person", 4]]
    for role in gold["role_of"]["Wang Huning"]:
        assert set(words(role)) <= set(words(table.loc[0, "role"]))
