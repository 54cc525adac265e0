"""The command line, run as a user runs it."""

import json
import subprocess
import sys

import pandas as pd
import pytest
from typer.testing import CliRunner

import mediastudy as ms
from mediastudy import storage, tables
from mediastudy.cli import app

runner = CliRunner()


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


def timeline_of(documents, tmp_path, *options, suffix=".csv"):
    """What mediastudy timeline says and writes, for one phrase if the options name none."""
    output = tmp_path / f"timeline{suffix}"
    asked = [] if "--queries" in options or "-p" in options else ["-p", "paired-up assistance"]
    done = mediastudy("timeline", documents, *asked, *options, "-o", output)
    return done, storage.load(output) if output.exists() else None


@pytest.fixture
def events(tmp_path):
    """A file with one event, on a day when an example article has the phrase."""
    path = tmp_path / "events.csv"
    path.write_text("date,label\n2009-01-01,Renamed\n", encoding="utf-8")
    return path


def test_periods_in_text_are_labels_with_their_days_and_in_parquet_dates(documents, tmp_path):
    _, text = timeline_of(documents, tmp_path, "--every", "five years")
    assert text["period"].tolist() == ["2005-2009", "2010-2014"]
    assert text["period_start"].tolist() == ["2005-01-01", "2010-01-01"]
    assert text["period_end"].tolist() == ["2009-12-31", "2014-12-31"]
    assert "period_label" not in text
    _, typed = timeline_of(documents, tmp_path, "--every", "five-years", suffix=".parquet")
    assert list(typed) == list(tables.COLUMNS["timeline"])
    _, lines = timeline_of(documents, tmp_path, "--every", "five years", suffix=".jsonl")
    assert lines.to_dict("records")[0]["period_start"] == "2005-01-01"


def test_own_periods_may_be_bounded_by_years(documents, tmp_path):
    periods = tmp_path / "plans.csv"
    periods.write_text("Name;First;Last\nEleventh Plan;2006;2010\nTwelfth Plan;2011;2015-12\n", encoding="utf-8")
    done, table = timeline_of(documents, tmp_path, "--periods", periods)
    assert done.returncode == 0, done.stderr
    assert table["period"].tolist() == ["Eleventh Plan", "Twelfth Plan"]
    assert table["period_end"].tolist() == ["2010-12-31", "2015-12-31"]
    assert table["hits"].tolist() == [2, 0]


def test_the_whole_command_writes_its_table_and_draws_its_chart(documents, events, tmp_path):
    queries, chart = tmp_path / "queries.toml", tmp_path / "timeline.svg"
    queries.write_text('assistance = ["paired-up assistance", "pairing assistance"]\n', encoding="utf-8")
    options = ["--queries", queries, "--every", "year", "--by", "outlet", "--events", events, "--chart", chart]
    done, table = timeline_of(documents, tmp_path, *options)
    assert done.returncode == 0, done.stderr
    assert len(table) == 3 * 7
    assert chart.read_bytes().startswith(b"<?xml")
    assert "Hits per million tokens by year, 2006 to 2012" in done.stderr
    assert "Warning" not in done.stderr


@pytest.mark.parametrize(("suffix", "begins"), [(".png", b"\x89PNG"), (".pdf", b"%PDF")])
def test_a_chart_shows_smoothed_lines_changes_and_events(documents, events, tmp_path, suffix, begins):
    chart, changes, tests, page = (tmp_path / name for name in (f"c{suffix}", "changes.csv", "tests.csv", "view.html"))
    over = ["--smooth", "moving-average", "--changes", changes, "--events", events, "--event-tests", tests]
    done, _ = timeline_of(documents, tmp_path, *over, "--window", "2", "--gap", "3", "--chart", chart, "--view", page)
    assert done.returncode == 0, done.stderr
    assert chart.read_bytes().startswith(begins)
    assert "Events marked: 1 Renamed" in done.stderr
    assert list(storage.load(changes))[:3] == ["phrase", "variant", "unit"]
    assert pd.read_csv(tests)[["event", "first"]].to_numpy().tolist() == [[1, "2009-01-01"]]
    assert "<svg" in page.read_text(encoding="utf-8")
    assert "Unknown infodict" not in done.stderr


def test_rates_may_be_per_published_article(documents, tmp_path):
    told = tmp_path / "published.csv"
    told.write_text("Newspaper,Year,Published\nKharuun Post,2009,500\n", encoding="utf-8")
    options = ["--per", "frame", "--denominators", told, "--where", "outlet=Kharuun Post"]
    done, table = timeline_of(documents, tmp_path, *options)
    assert done.returncode == 0, done.stderr
    assert table[["period", "rate"]].to_numpy().tolist() == [[2009, 2.0]]
    assert "missing_citation" in done.stderr


def test_a_processed_folder_knows_what_was_published(documents, tmp_path):
    folder = tmp_path / "processed"
    ms.Corpus.build(storage.load(documents)).save(folder)
    days = {"first": pd.to_datetime(["2009-01-01"]), "last": pd.to_datetime(["2009-12-31"])}
    row = pd.DataFrame({"outlet": ["Kharuun Post"], **days, "articles": [250]})
    storage.write(row, folder / "denominators.parquet")
    done, table = timeline_of(folder, tmp_path, "--per", "frame", "--where", "outlet=Kharuun Post")
    assert done.returncode == 0, done.stderr
    assert table["rate"].tolist() == [4.0]


def test_intervals_may_be_drawn_and_clustered_otherwise(documents, tmp_path):
    options = ["--per", "document", "--cluster", "day", "--interval", "bootstrap", "--variants"]
    done, table = timeline_of(documents, tmp_path, *options)
    assert done.returncode == 0, done.stderr
    assert set(table["per"]) == {"thousand documents"}
    assert len(table) == 2 * 7


def test_documents_that_belong_to_no_period_are_counted(documents, tmp_path):
    dated = storage.load(documents).assign(date_precision=["day", "day", "year"])
    done, _ = timeline_of(storage.write(dated, tmp_path / "dated.parquet"), tmp_path, "--every", "month")
    assert "documents left out, date known to the year: 1" in done.stderr


@pytest.mark.parametrize(
    ("command", "options", "table"),
    [
        ("renderings", ["-p", "paired-up assistance", "-p", "wool", "--drawn", "wool"], "renderings"),
        ("ratios", ["-p", "aid", "-p", "assistance", "-e", "aid / (aid + assistance)"], "ratios"),
        ("usage", ["-p", "assistance", "--minimum", "1", "--measure", "log_dice"], "usage"),
    ],
)
def test_each_table_of_periods_is_written_and_drawn(documents, tmp_path, command, options, table):
    output, chart = tmp_path / "table.csv", tmp_path / "chart.svg"
    done = mediastudy(command, documents, *options, "-o", output, "--chart", chart)
    assert done.returncode == 0, done.stderr
    columns = [name for name in tables.COLUMNS[table] if name != "period_label"]
    assert [name for name in pd.read_csv(output) if name != "period_start"] == columns
    assert chart.stat().st_size > 0


def test_names_are_suggested_for_a_phrase(documents, tmp_path):
    output = tmp_path / "suggested.csv"
    done = mediastudy("suggest", documents, "-p", "assistance", "--minimum", "1", "--most", "3", "-o", output)
    assert done.returncode == 0, done.stderr
    table = pd.read_csv(output)
    assert list(table) == list(tables.COLUMNS["variant_suggestions"])
    assert 0 < len(table) <= 3


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--every", "fortnight"], "every must be one of day"),
        (["--every", "year", "--periods", "plans.csv"], "not both"),
        (["--periods", "nowhere.csv"], "nowhere.csv does not exist"),
        (["--smooth", "spline"], "add --chart"),
        (["--events", "events.csv"], "add --chart or --event-tests"),
        (["--event-tests", "tests.csv"], "add --events"),
        (["--denominators", "denominators.csv"], "add --per frame"),
        (["--per", "frame"], "give --denominators"),
        (["--per", "frame", "--changes", "changes.csv"], "per token or document"),
        (["--per", "word"], "per must be one of"),
        (["--chart", "timeline.gif"], ".svg, .png, .pdf"),
        (["--view", "timeline.txt"], ".html"),
    ],
)
def test_options_that_do_not_fit_are_refused_before_anything_is_written(documents, tmp_path, options, message):
    output = tmp_path / "timeline.csv"
    done = runner.invoke(app, ["timeline", str(documents), "-p", "aid", *options, "-o", str(output)])
    assert isinstance(done.exception, ValueError | OSError)
    assert message in str(done.exception)
    assert not output.exists()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("date,label\n1994,Flood\n", "no column name among date, label"),
        ("name,first,last\nPlan,1996,soon\n", "line 2: last is 'soon'"),
        ("name,first,last\nPlan,,2000\n", "line 2: first is empty"),
        ("name,first,last\nA,1996,2000\nB,2000,2005\n", "overlap"),
    ],
)
def test_a_file_of_periods_that_cannot_be_used_says_why(documents, tmp_path, lines, message):
    periods = tmp_path / "periods.csv"
    periods.write_text(lines, encoding="utf-8")
    options = ["-p", "aid", "--periods", str(periods), "-o", str(tmp_path / "timeline.csv")]
    done = runner.invoke(app, ["timeline", str(documents), *options])
    assert isinstance(done.exception, ValueError)
    assert message in str(done.exception)
