"""The command line, run as a user runs it."""

import json
import subprocess
import sys

import pandas as pd
import pytest

import mediastudy as ms
from mediastudy import storage, tables


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """A documents file with the three example articles."""
    return storage.write(ms.example(), tmp_path_factory.mktemp("cli") / "documents.parquet")


def mediastudy(*arguments):
    command = [sys.executable, "-m", "mediastudy.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_frequencies_writes_the_documented_columns(documents, tmp_path):
    output = tmp_path / "frequencies.csv"
    assert mediastudy("frequencies", documents, "-o", output).returncode == 0
    table = pd.read_csv(output, keep_default_na=False)
    assert list(table) == list(tables.COLUMNS["frequencies"])
    assert table.set_index("type").loc["assistance", "frequency"] == 2


def test_timeline_writes_years_as_numbers_and_keeps_zeros(documents, tmp_path):
    output = tmp_path / "timeline.csv"
    done = mediastudy("timeline", documents, "--phrase", "paired-up assistance", "--every", "year", "-o", output)
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(output)
    assert table["period"].tolist() == [2006, 2007, 2008, 2009, 2010, 2011, 2012]
    assert table["hits"].tolist() == [1, 0, 0, 1, 0, 0, 0]
    assert table["covered"].tolist() == [True, False, False, True, False, False, True]


def test_timeline_takes_several_phrases_and_groups(documents, tmp_path):
    output = tmp_path / "timeline.jsonl"
    done = mediastudy("timeline", documents, "-p", "aid", "-p", "wool", "--by", "outlet", "-o", output)
    assert done.returncode == 0, done.stderr
    table = storage.load(output)
    assert set(table["phrase"]) == {"aid", "wool"}
    assert set(table["outlet"]) == {"Tavar News Agency", "Kharuun Post", "Northern Courier"}


def test_concordance_leads_back_to_the_text(documents, tmp_path):
    output = tmp_path / "lines.parquet"
    assert mediastudy("concordance", documents, "--phrase", "paired-up assistance", "-o", output).returncode == 0
    texts = storage.load(documents).set_index("document")["text"]
    lines = storage.load(output)
    assert len(lines) == 2
    for line in lines.itertuples():
        document, span = line.evidence.rsplit(":", 1)
        start, end = map(int, span.split("-"))
        assert texts[document][start:end] == line.node == "paired-up assistance"


def test_quotes_to_jsonl_has_one_object_per_document(documents, tmp_path):
    output = tmp_path / "quotes.jsonl"
    assert mediastudy("quotes", documents, "-o", output).returncode == 0
    rows = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [row["document"] for row in rows] == storage.load(documents)["document"].tolist()
    texts = storage.load(documents).set_index("document")["text"]
    stove = rows[1]["quotes"][0]
    assert texts["example-02"][slice(*stove["content"][0])].startswith("“We used to share one stove")
    assert stove["speaker"] == "Corin Vash"


def test_read_writes_documents_and_problems(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "empty.txt").write_bytes(b"")
    storage.write(ms.example(), tmp_path / "raw" / "good.csv")
    done = mediastudy("read", tmp_path / "raw", "-o", tmp_path / "d.parquet", "--problems", tmp_path / "p.csv")
    assert done.returncode == 0, done.stderr
    assert len(storage.load(tmp_path / "d.parquet")) == 3
    assert storage.load(tmp_path / "p.csv")["file"].tolist() == ["empty.txt"]


def test_an_error_is_one_sentence_and_exit_code_1(tmp_path):
    done = mediastudy("timeline", tmp_path / "nowhere.csv", "-p", "aid", "-o", tmp_path / "t.csv")
    assert done.returncode == 1
    assert "nowhere.csv" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("last", [False, True])
def test_debug_shows_the_traceback_wherever_it_stands(tmp_path, last):
    command = ["timeline", tmp_path / "nowhere.csv", "-p", "aid", "-o", tmp_path / "t.csv"]
    done = mediastudy(*(command if last else []), "--debug", *([] if last else command))
    assert done.returncode == 1
    assert "Traceback" in done.stderr


def test_an_unknown_suffix_is_refused_by_name(documents, tmp_path):
    done = mediastudy("frequencies", documents, "-o", tmp_path / "frequencies.docx")
    assert done.returncode == 1
    assert ".parquet, .csv, .jsonl" in done.stderr


def test_a_query_error_points_at_the_character(documents, tmp_path):
    done = mediastudy("concordance", documents, "-p", "(aid|help", "-o", tmp_path / "lines.csv")
    assert done.returncode == 1
    assert "(aid|help" in done.stderr


def test_wrong_usage_ends_in_2():
    assert mediastudy("timeline").returncode == 2


PAIR = ["--column", "outlet", "--target", "Kharuun Post"]


@pytest.mark.parametrize(
    ("arguments", "table"),
    [
        (["frequencies", "--n", "2", "--stopwords", "en"], "frequencies"),
        (["frequencies", "--merge", "stem"], "frequencies"),
        (["phrases", "-p", "aid", "-p", "wool", "--variants"], "phrase_frequencies"),
        (["concordance", "-p", "paired-up assistance", "--sort", "R1", "--sample", "1"], "concordance"),
        (["collocates", "-p", "assistance", "--span", "3", "--within", "sentence"], "collocates"),
        (["keywords", *PAIR, "--minimum", "1", "--permutations", "9"], "keywords"),
        (["dispersion", "--parts", "outlet"], "dispersion"),
        (["diversity"], "lexical_diversity"),
    ],
)
def test_each_table_of_terms_is_written_with_its_columns(documents, tmp_path, arguments, table):
    output = tmp_path / "table.csv"
    command, *options = arguments
    done = mediastudy(command, documents, *options, "-o", output)
    assert done.returncode == 0, done.stderr
    written = pd.read_csv(output, keep_default_na=False)
    assert list(written) == list(tables.COLUMNS[table])
    assert len(written) > 0


def test_keywords_can_be_written_as_another_tool_prints_them(documents, tmp_path):
    output = tmp_path / "keywords.csv"
    done = mediastudy("keywords", documents, *PAIR, "--minimum", "1", "--as", "rayson", "-o", output)
    assert done.returncode == 0, done.stderr
    assert "LL" in pd.read_csv(output)


def test_phrases_may_come_from_a_file_and_documents_be_picked(documents, tmp_path):
    queries, output = tmp_path / "queries.toml", tmp_path / "timeline.csv"
    queries.write_text('assistance = ["paired-up assistance"]\n', encoding="utf-8")
    options = ["--queries", queries, "--where", "outlet=Kharuun Post", "--where", "year=2009", "-o", output]
    done = mediastudy("timeline", documents, *options)
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(output)
    assert (table["phrase"].tolist(), table["documents"].tolist()) == (["assistance"], [1])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-p", "aid", "--where", "outlet"], "COLUMN=VALUE"),
        (["-p", "aid", "--where", "outlet=None of these"], "No document has outlet"),
        (["-p", "aid", "--where", "desk=1"], "no column desk"),
        ([], "either --phrase"),
    ],
)
def test_conditions_that_pick_nothing_are_refused(documents, tmp_path, options, message):
    done = mediastudy("timeline", documents, *options, "-o", tmp_path / "timeline.csv")
    assert done.returncode == 1
    assert message in done.stderr
