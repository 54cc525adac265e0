"""Files of every format, damaged in every way we can think of: no error escapes, nothing hangs, nothing is invented."""

import importlib
import random
import re
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from mediastudy.documents.reading import read_bytes
from mediastudy.documents.tabular.mapping import Mapping

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
ROWS = [
    pd.Series(
        {
            "document": f"news-{number:07}",
            "date": pd.Timestamp(2019, 3, 4 + number),
            "outlet": "Coast Daily",
            "title": f"Harbour number {number} opens after ten years",
            "text": "The harbour opened on Monday.\n\nShips came in from Porto Alba, said Mara Okhai. “It took ten "
            f"years,” she said, and named {number} more ports.",
        }
    )
    for number in range(4)
]
SECONDS = 5
TIMES = 12


def formats():
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return importlib.import_module("exporting").FORMATS
    finally:
        sys.path.remove(str(BENCHMARKS))


FILES = {name: how.write(ROWS[: how.articles]) for name, how in formats().items()}


def seeded(name, damage):
    return random.Random(f"{name}{damage.__name__}")  # noqa: S311 - no secret


def truncated(data, chance):
    return data[: chance.randrange(len(data))]


def without_a_piece(data, chance):
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 200) :]


def reordered(data, chance):
    cut = chance.randrange(len(data))
    return data[cut:] + data[:cut]


def doubled(data, chance):
    start = chance.randrange(len(data))
    return data[:start] + data[start // 2 : start] * 3 + data[start:]


def noisy(data, chance):
    noise = bytearray(data)
    for _ in range(max(1, len(noise) // 200)):
        noise[chance.randrange(len(noise))] = chance.randrange(256)
    return bytes(noise)


def wrongly_encoded(data, chance):
    text = data.decode("latin-1")
    return text.encode(chance.choice(["utf-16", "utf-16-le", "utf-32", "utf-8"]))


def headless(data, chance):
    return data[chance.randrange(1, min(400, len(data))) :]


def letters(text):
    return "".join(re.findall(r"\w", text))


DAMAGES = [truncated, without_a_piece, reordered, doubled, noisy, wrongly_encoded, headless]


def read(name, suffix, data):
    start = time.monotonic()
    batches = read_bytes(f"{name}{suffix}", data, lambda _file: Mapping({}))
    assert time.monotonic() - start < SECONDS
    return batches


@pytest.mark.parametrize("name", FILES)
def test_an_undamaged_file_is_read_whole(name):
    texts = [row["text"] for batch in read(name, formats()[name].suffix, FILES[name]) for row in rows_of(batch)]
    assert sorted(map(letters, texts)) == sorted(letters(row["text"]) for row in ROWS[: formats()[name].articles])


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_ends_in_rows_and_problems(name, damage):
    chance = seeded(name, damage)
    for _ in range(TIMES):
        for batch in read(name, formats()[name].suffix, damage(FILES[name], chance)):
            assert "reader_failed" not in {problem.problem for problem in batch.problems}, batch.problems


@pytest.mark.parametrize("damage", [truncated, without_a_piece, reordered, headless])
@pytest.mark.parametrize("name", FILES)
def test_no_article_is_invented(name, damage):
    chance = seeded(name, damage)
    written = set(re.findall(r"\w+", " ".join(f"{row['title']} {row['text']}" for row in ROWS)))
    for _ in range(TIMES):
        for batch in read(name, formats()[name].suffix, damage(FILES[name], chance)):
            for row in rows_of(batch):
                words = re.findall(r"\w+", str(row.get("text") or ""))
                known = sum(word in written for word in words)
                assert known >= len(words) * 0.5 or batch.problems or len(words) < 20, row


@pytest.mark.parametrize(
    "data", [b"\x00" * 5000, bytes(range(256)) * 40, b"<" * 20_000, b"{" * 20_000, b"[" * 20_000, b'"' * 9999]
)
@pytest.mark.parametrize(
    "suffix", [".txt", ".html", ".xml", ".json", ".csv", ".docx", ".zip", ".rtf", ".pdf", ".warc", ".md", ""]
)
def test_noise_of_any_name_is_no_article(suffix, data):
    for batch in read("noise", suffix, data):
        assert "reader_failed" not in {problem.problem for problem in batch.problems}, batch.problems
        assert batch.problems


def rows_of(batch):
    return batch.rows if isinstance(batch.rows, list) else batch.rows.to_dict("records")
