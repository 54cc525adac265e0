"""A study folder: what build writes, when it does nothing, how it goes on after an interruption."""

import hashlib
import json
import subprocess
import sys
import time

import pandas as pd
import pytest

import mediastudy as ms
from mediastudy import stages, storage, study


@pytest.fixture
def raw(tmp_path):
    """A folder with one table of two articles and one file that is none."""
    folder = tmp_path / "raw"
    rows = pd.DataFrame(
        {
            "id": ["a", "b"],
            "date": ["2001-02-03", ""],
            "text": ["“Aid came late,” said Dolma Okhai.", "Wool was dear this year."],
        }
    )
    storage.write(rows, folder / "articles.csv")
    (folder / "noise.txt").write_bytes(bytes(range(256)))
    return folder


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_build_writes_what_the_house_says(raw, tmp_path):
    processed = stages.build(raw, tmp_path / "processed")
    names = {path.name for path in processed.iterdir()}
    assert names == {
        *("documents.parquet", "files.parquet", "problems.parquet", "removals.parquet", "undated.parquet"),
        *("acquisition.parquet", "denominators.parquet"),
        *("quotes.parquet", "quote_spans.parquet", "index", "manifest.json", "reading", "quoting"),
    }


def test_intake_counts_files_documents_and_problems(raw, tmp_path):
    counts = study.intake(stages.build(raw, tmp_path / "processed")).set_index("step")["count"]
    assert counts["files"] == 2
    assert counts["documents kept"] == 2
    assert counts["documents undated"] == 1
    assert counts.filter(like="problem: ").sum() == 1


def test_a_second_build_changes_nothing(raw, tmp_path):
    processed = stages.build(raw, tmp_path / "processed")
    before = {path: path.stat().st_mtime_ns for path in processed.rglob("*") if path.is_file()}
    stages.build(raw, processed)
    assert {path: path.stat().st_mtime_ns for path in processed.rglob("*") if path.is_file()} == before


def test_two_builds_of_the_same_files_are_byte_identical(raw, tmp_path):
    assert contents(stages.build(raw, tmp_path / "one")) == contents(stages.build(raw, tmp_path / "two"))


def test_new_raw_files_are_taken_in(raw, tmp_path):
    processed = stages.build(raw, tmp_path / "processed")
    storage.write(pd.DataFrame({"text": ["A third one."]}), raw / "more.csv")
    assert len(ms.open_corpus(stages.build(raw, processed))) == 3


def test_a_build_goes_on_at_the_stage_that_is_missing(raw, tmp_path):
    processed = stages.build(raw, tmp_path / "processed")
    whole = contents(processed)
    manifest = json.loads((processed / "manifest.json").read_text(encoding="utf-8"))
    del manifest["stages"]["quotes"]
    (processed / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (processed / "quotes.parquet").unlink()
    read_at = (processed / "files.parquet").stat().st_mtime_ns
    stages.build(raw, processed)
    assert contents(processed) == whole
    assert (processed / "files.parquet").stat().st_mtime_ns == read_at


@pytest.mark.parametrize("seconds", [0.8, 1.6, 2.4])
def test_a_killed_build_is_finished_by_the_next(raw, tmp_path, seconds):
    processed = tmp_path / "processed"
    command = [sys.executable, "-m", "mediastudy.cli", "build", str(raw), str(processed)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        time.sleep(seconds)
        running.kill()
    stages.build(raw, processed)
    assert contents(processed) == contents(stages.build(raw, tmp_path / "undisturbed"))


def test_open_corpus_takes_a_processed_folder_or_a_documents_file(raw, tmp_path):
    processed = stages.build(raw, tmp_path / "processed")
    assert ms.open_corpus(processed).tokens == ms.open_corpus(raw / "articles.csv").tokens == 11


def test_new_makes_a_folder_with_sample_notebook_and_bibliography(tmp_path):
    folder = study.new(tmp_path / "mine")
    assert (folder / "references.bib").is_file()
    assert list((folder / "notebooks").glob("*.ipynb"))
    assert list((folder / "data" / "raw").rglob("*.txt"))
    assert (folder / "data" / "processed").is_dir()


def test_new_never_writes_into_a_folder_that_holds_something(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError, match="not empty"):
        study.new(tmp_path)


def test_build_says_what_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        stages.build(tmp_path / "nowhere", tmp_path / "processed")


def test_problems_of_an_input_are_told(raw):
    with pytest.warns(UserWarning, match="binary_file: 1"):
        assert len(study.open_documents(raw)) == 2


def test_an_input_without_a_document_is_refused_with_the_reason(tmp_path):
    path = storage.write(pd.DataFrame({"amount": [3]}), tmp_path / "numbers.csv")
    with pytest.raises(ValueError, match=r"numbers\.csv holds no document .*no_text_column: 1"):
        study.open_corpus(path)
