import gzip
import json

import pandas as pd
import pytest

from mediastudy import storage, tables
from mediastudy.documents import read


def found(intake):
    return list(zip(intake.problems["file"], intake.problems["problem"], strict=True))


def test_the_four_tables_have_their_documented_columns_and_dtypes(folder):
    intake = folder({"a.txt": "The harbour opened.", "b.csv": "id,text,page\n1,One.,7\n"})
    for name in ("documents", "files", "problems", "removals"):
        table = getattr(intake, name)
        assert list(table.columns)[: len(tables.COLUMNS[name])] == list(tables.COLUMNS[name])
        pd.testing.assert_series_equal(table.iloc[:0].dtypes[: len(tables.COLUMNS[name])], tables.empty(name).dtypes)
        assert isinstance(table.index, pd.RangeIndex)
    assert intake.documents["page"].tolist()[1] == "7"


def test_a_folder_without_one_readable_article_gives_empty_tables_and_says_why(folder):
    intake = folder({"a.bin": bytes(range(256)), "b.txt": b"", "c.pdf": b"%PDF-1.7 ..."})
    assert intake.documents.empty
    assert intake.removals.empty
    assert found(intake) == [("a.bin", "binary_file"), ("b.txt", "empty_file"), ("c.pdf", "broken_file")]
    assert intake.files["kept"].tolist() == [0, 0, 0]
    assert intake.files["format"].fillna("").tolist() == ["text", "", "pdf"]


def test_a_missing_path_and_an_empty_folder_say_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="does not exist"):
        read(tmp_path / "nowhere")
    (tmp_path / "README.md").write_text("no article", encoding="utf-8")
    with pytest.raises(ValueError, match="Put files into it"):
        read(tmp_path)


def test_hidden_files_readmes_and_settings_are_no_articles(folder):
    intake = folder(
        {".a.txt": "x", ".git/b.txt": "x", "README.md": "x", "readme.TXT": "x", "s.toml": "x=1", "a.txt": "One."}
    )
    assert intake.files["file"].tolist() == ["a.txt"]


def test_folders_are_read_with_the_folders_in_them_and_files_named_by_their_path(folder):
    intake = folder({"b/c/a.txt": "One.", "a.txt": "Two."})
    assert intake.documents["file"].tolist() == ["a.txt", "b/c/a.txt"]


def test_one_file_is_read_alone(tmp_path):
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two.", encoding="utf-8")
    assert read(tmp_path / "a.txt").documents["file"].tolist() == ["a.txt"]


def test_two_identical_files_have_two_ids_that_do_not_depend_on_other_files(folder, tmp_path):
    both = folder({"x/a.txt": "The harbour opened.", "y/a.txt": "The harbour opened."}).documents
    again = folder({"w.txt": "Before."}).documents
    assert both["document"].is_unique
    assert set(both["document"]) < set(again["document"])
    assert not any(str(tmp_path) in name for name in both["document"])


def test_tables_are_kept_verbatim_with_their_ids_and_further_columns(folder):
    text = "  One,\r\n \u00a0two.\n"
    rows = [{"id": "x9", "text": text, "speaker": "Ann Lee", "pages": 3, "tags": ["a", "b"]}]
    intake = folder({"t.jsonl": "\n".join(map(json.dumps, rows))})
    row = intake.documents.iloc[0]
    assert row[["document", "text", "speaker", "pages", "tags"]].tolist() == ["x9", text, "Ann Lee", 3, "a; b"]
    assert intake.removals.empty
    assert intake.problems.empty


def test_missing_and_repeated_ids_and_empty_texts_are_kept_and_said(folder):
    intake = folder({"t.csv": "id,text\na,One.\na,Two.\n,Three.\nb,\n"})
    assert intake.documents["document"].tolist()[:2] == ["a", "a-2"]
    assert intake.documents["document"].is_unique
    assert intake.documents["text"].tolist() == ["One.", "Two.", "Three.", ""]
    problems = intake.problems.set_index("problem")["place"]
    assert problems.to_dict() == {"empty_text": "line 5", "repeated_id": "line 3", "missing_id": "line 4"}


def test_a_suffix_never_takes_an_id_that_comes_later(folder):
    intake = folder({"t.csv": "id,text\na,One.\na,Two.\na-2,Three.\n"})
    assert intake.documents["document"].tolist() == ["a", "a-3", "a-2"]


def test_titles_alone_are_kept_and_said_once(folder):
    intake = folder({"t.csv": "id,title\n1,Harbour opens\n2,Ships come\n"})
    assert intake.documents["title"].tolist() == ["Harbour opens", "Ships come"]
    assert found(intake) == [("t.csv", "title_only")]


def test_a_table_without_texts_is_a_problem_that_names_its_columns(folder):
    intake = folder({"t.csv": "x,y\n1,2\n"})
    assert intake.documents.empty
    assert found(intake) == [("t.csv", "no_text_column")]
    assert "columns.toml" in intake.problems["detail"].iloc[0]
    assert intake.files[["found", "kept"]].iloc[0].tolist() == [1, 0]


def test_the_order_of_day_and_month_comes_from_the_table(folder):
    intake = folder(
        {
            "uk.csv": "id,date,text\n1,03/04/2020,One.\n2,29/04/2020,Two.\n",
            "unknown.csv": "id,date,text\n3,03/04/2020,Three.\n",
        }
    )
    assert intake.documents["date"].dt.month.tolist()[:2] == [4, 4]
    assert intake.documents["date"].isna().tolist() == [False, False, True]
    assert intake.documents["date_raw"].tolist()[2] == "03/04/2020"
    assert found(intake) == [("unknown.csv", "ambiguous_date")]
    assert intake.files["undated"].tolist() == [0, 1]


def test_file_names_say_what_the_file_does_not(folder):
    intake = folder(
        {
            "2024-08-29_xinhua_new-harbour.txt": "The harbour opened.",
            "20240830_coast_x.txt": "Ships come back\n\n3 March 2019\n\nThey came.",
            "2024-08_notes.txt": "The harbour closed.",
        }
    )
    rows = intake.documents.set_index("file")
    assert rows["date"].dt.date.astype(str).tolist() == ["2024-08-29", "2024-08-01", "2019-03-03"]
    assert rows["date_precision"].tolist() == ["day", "month", "day"]
    assert rows["outlet"].fillna("").tolist() == ["Xinhua", "", "coast"]
    assert rows["title"].fillna("").tolist() == ["new harbour", "", "Ships come back"]


def test_a_dateline_dates_an_article_only_with_a_year_and_only_if_nothing_else_does(folder):
    intake = folder(
        {
            "2001-02-03_a_b.txt": "PORTO ALBA, May 3, 2001 -- Ships came.",
            "with.txt": "PORTO ALBA, May 3, 2001 -- Ships came.",
            "without.txt": "PORTO ALBA, May 3 -- Ships came.",
        }
    )
    assert intake.documents["date"].astype(str).fillna("").tolist() == ["2001-02-03", "2001-05-03", ""]


def test_an_agency_is_credited_only_by_another_outlet(folder):
    intake = folder(
        {
            "own.txt": "Harbour opens\n\n2024-08-29 Source: Xinhua\n\nPORTO ALBA, Aug. 29 (Xinhua) -- Ships came.",
            "initials.txt": "Harbour opens\n\n2024-08-29 Source: Coast Press\n\nPORTO ALBA (CP) -- Ships came.",
            "other.txt": "Harbour opens\n\nThe Coast Times, 29 August 2024\n\nPORTO ALBA (Xinhua) -- Ships came.",
        }
    )
    rows = intake.documents.set_index("file")
    assert rows.loc["own.txt", "outlet"] == "Xinhua"
    assert pd.isna(rows.loc["own.txt", "agency"])
    assert rows.loc["initials.txt", ["outlet", "agency"]].fillna("").tolist() == ["Coast Press", ""]
    assert rows.loc["other.txt", ["outlet", "agency"]].tolist() == ["The Coast Times", "Xinhua"]


def test_columns_toml_names_columns_and_the_order_of_dates(folder):
    intake = folder(
        {
            "columns.toml": 'date_order = "day-month"\n[columns]\n"Kopf" = "title"\n"Leib" = "text"\n',
            "t.csv": "id,Kopf,Leib,date\n1,Hafen,Eins.,03/04/2020\n",
            "a.txt": "Harbour opens\n\n03/04/2020\n\nShips came.",
        }
    )
    rows = intake.documents.set_index("file")
    assert rows.loc["t.csv", ["title", "text"]].tolist() == ["Hafen", "Eins."]
    assert rows["date"].dt.month.tolist() == [4, 4]
    assert intake.problems.empty


def test_documents_written_by_us_are_read_back_as_they_were(folder, tmp_path):
    first = folder(
        {"2024-08_coast_x.txt": "PORTO ALBA, May 3 -- The harbour opened.", "t.csv": "id,text,n\n1,One.,2\n"}
    ).documents
    for suffix in (".parquet", ".jsonl.gz", ".csv"):
        path = storage.write(first, tmp_path / f"documents{suffix}")
        again = read(path).documents
        same = [name for name in tables.COLUMNS["documents"] if name != "file"]
        pd.testing.assert_frame_equal(again[same], first[same])


def test_gzip_is_unpacked_and_what_is_left_of_a_cut_one_is_read(folder):
    lines = "\n".join(json.dumps({"id": str(n), "text": f"Text {n} {n * 7919 % 1000}."}) for n in range(400))
    packed = gzip.compress(lines.encode("utf-8"), mtime=0)
    intake = folder({"whole.jsonl.gz": packed, "cut.jsonl.gz": packed[: len(packed) // 2]})
    rows = intake.files.set_index("file")
    assert rows.loc["whole.jsonl.gz", "kept"] == 400
    assert 0 < rows.loc["cut.jsonl.gz", "kept"] < 400
    names = set(intake.problems.loc[intake.problems["file"] == "cut.jsonl.gz", "problem"])
    assert names <= {"truncated_gzip", "broken_record", "repeated_id"}
    assert "truncated_gzip" in names


def test_reading_again_gives_the_same_tables(folder):
    files = {"b.txt": "Harbour opens\n\nThe harbour opened.", "a.csv": "text\nOne.\n"}
    for one, two in zip(folder(files), folder(files), strict=True):
        pd.testing.assert_frame_equal(one, two)


def test_real_transcripts_are_kept_whole_with_their_columns(shared):
    sample = shared / "corpora" / "pm_transcripts_sample.jsonl"
    intake = read(sample)
    rows = [json.loads(line) for line in sample.read_text(encoding="utf-8").splitlines()]
    assert len(intake.documents) == 723
    assert intake.documents["text"].tolist() == [row["text"] for row in rows]
    assert intake.documents["speaker"].tolist() == [row["speaker"] for row in rows]
    assert intake.documents["date"].notna().sum() == sum(row["date"] is not None for row in rows)


def test_columns_toml_gives_values_that_no_article_states(folder):
    intake = folder(
        {
            "columns.toml": '[files."daily*"]\noutlet = "Coast Daily"\nlanguage = "fr"\n',
            "daily.csv": "id,text,outlet\n1,Un.,\n2,Deux.,Coast Weekly\n",
            "daily.txt": "Le port.",
            "other.txt": "One.",
        }
    )
    rows = intake.documents.set_index("document")
    assert intake.documents["outlet"].fillna("").tolist() == ["Coast Daily", "Coast Weekly", "Coast Daily", ""]
    assert intake.documents["language"].fillna("").tolist() == ["fr", "fr", "fr", ""]
    assert rows.loc["2", "outlet"] == "Coast Weekly"
    assert intake.problems.empty
