"""The article that the project started from: its four body quotations, their speaker and his role."""

import json
import re

import pytest

from mediastudy.documents import read
from mediastudy.quotes import extract_quotes, speakers


def words(text):
    return re.findall(r"\w+", text.casefold())


@pytest.fixture(scope="module")
def seed(shared):
    page = shared / "seed" / "xizang_paired_up_assistance.txt"
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    return page.read_text(encoding="utf-8"), gold, read(page).documents


def test_the_four_body_quotations_are_found_and_beside_them_only_a_praise(seed):
    raw, gold, documents = seed
    quotes = extract_quotes(documents).quotes
    # The gold file leaves out "Hailing the notable achievements", which the conventions count: praise is speech.
    praise = quotes["cue"] == "Hailing"
    assert praise.sum() == 1
    for part in ("content", "cue", "source"):
        wanted = [words(" ".join(raw[start:end] for start, end in quote[part])) for quote in gold["quotes"][1:]]
        assert quotes.loc[~praise, part].map(words).tolist() == wanted
    assert set(quotes["kind"]) == {"indirect"}


def test_their_speaker_is_named_with_his_offices(seed):
    _, gold, documents = seed
    table = speakers(extract_quotes(documents).quotes, documents)
    assert table[["speaker", "speaker_kind", "quotes"]].to_numpy().tolist() == [["Wang Huning", "person", 5]]
    for role in gold["role_of"]["Wang Huning"]:
        assert set(words(role)) <= set(words(table.loc[0, "role"]))
