"""Quotations written as they are found: the same tables as in memory, and no part worked on twice."""

import pandas as pd
import pytest

from mediastudy.quotes import extract_quotes, stream_quotes
from mediastudy.quotes import streaming as module
from mediastudy.quotes.rows import rows_of

SAID = '"Rain is late," said Mayor Ada Orlo.'
MANY = 20


def documents_of(*texts, **columns):
    return pd.DataFrame({"document": [f"d{i}" for i in range(len(texts))], "text": list(texts)} | columns)


@pytest.fixture
def many():
    """Documents that fall into several parts."""
    return documents_of(*[f"{SAID} It was day {number}." for number in range(MANY)])


@pytest.fixture(autouse=True)
def worked(monkeypatch):
    """The ids worked on, part by part; a part ends at every third document or so."""
    parts = []

    def noted(articles, **options):
        parts.append([article.document for article in articles])
        return rows_of(articles, **options)

    monkeypatch.setattr(module, "CHUNK", 3)
    monkeypatch.setattr(module, "rows_of", noted)
    return parts


def tables_in(folder):
    return [pd.read_parquet(folder / f"{name}.parquet") for name in ("quotes", "quote_spans")]


def assert_as_in_memory(folder, documents, **options):
    for streamed, whole in zip(tables_in(folder), extract_quotes(documents, **options), strict=True):
        pd.testing.assert_frame_equal(streamed, whole)
        assert streamed.attrs == whole.attrs


def kept(folder):
    return sorted((folder / "quoting").iterdir())


def test_the_tables_are_those_that_are_made_in_memory(tmp_path, many, worked):
    assert stream_quotes(many, tmp_path) == tmp_path
    assert_as_in_memory(tmp_path, many)
    assert len(worked) > 3
    assert [document for part in worked for document in part] == many["document"].tolist()


def test_attitudes_are_kept_on_request(tmp_path):
    documents = documents_of("Orlo believes that rain is near.", SAID)
    stream_quotes(documents, tmp_path, attitudes=True)
    assert_as_in_memory(tmp_path, documents, attitudes=True)
    stream_quotes(documents, tmp_path)
    assert_as_in_memory(tmp_path, documents)


def test_work_that_is_done_is_not_done_again(tmp_path, many, worked):
    stream_quotes(many, tmp_path)
    worked.clear()
    stream_quotes(many, tmp_path)
    assert worked == []
    assert_as_in_memory(tmp_path, many)


def test_after_a_stop_only_what_is_missing_is_worked_on(tmp_path, many, worked, monkeypatch):
    stream_quotes(many, tmp_path / "whole")
    parts = list(worked)
    worked.clear()
    noting = module.rows_of

    def stopped(articles, **options):
        if len(worked) == 2:
            raise KeyboardInterrupt
        return noting(articles, **options)

    monkeypatch.setattr(module, "rows_of", stopped)
    with pytest.raises(KeyboardInterrupt):
        stream_quotes(many, tmp_path / "stopped")
    assert not (tmp_path / "stopped" / "quotes.parquet").exists()
    worked.clear()
    monkeypatch.setattr(module, "rows_of", noting)
    stream_quotes(many, tmp_path / "stopped")
    assert worked == parts[2:]
    assert_as_in_memory(tmp_path / "stopped", many)


def test_a_new_document_changes_its_own_part_alone(tmp_path, many, worked):
    stream_quotes(many, tmp_path)
    worked.clear()
    new = pd.concat([many.iloc[:9], documents_of(SAID).assign(document="new"), many.iloc[9:]])
    stream_quotes(new, tmp_path)
    assert len(worked) <= 2
    assert "new" in worked[0]
    assert_as_in_memory(tmp_path, new)


def test_a_changed_text_or_title_is_worked_on_again(tmp_path, worked):
    documents = documents_of(SAID, title=["Rain"])
    stream_quotes(documents, tmp_path)
    stream_quotes(documents.assign(title="Ada Orlo on rain"), tmp_path)
    stream_quotes(documents.assign(text="Nobody came."), tmp_path)
    assert len(worked) == 3
    assert tables_in(tmp_path)[0].empty


def test_parts_that_are_no_longer_needed_are_removed(tmp_path, many):
    stream_quotes(many, tmp_path)
    (tmp_path / "quoting" / ".0123456789ab-old-quotes.parquet").write_bytes(b"half")
    stream_quotes(many.iloc[:1], tmp_path)
    assert len(kept(tmp_path)) == 2
    assert_as_in_memory(tmp_path, many.iloc[:1])


@pytest.mark.parametrize("content", [b"", b"PAR1 and then the disk was full"])
@pytest.mark.parametrize("table", ["quotes", "quote_spans"])
def test_a_damaged_part_is_made_anew(tmp_path, many, worked, content, table):
    stream_quotes(many, tmp_path)
    parts = len(worked)
    worked.clear()
    next(path for path in kept(tmp_path) if path.stem.endswith(f"-{table}")).write_bytes(content)
    stream_quotes(many, tmp_path)
    assert len(worked) == 1 < parts
    assert_as_in_memory(tmp_path, many)


def test_a_parquet_file_gives_what_its_table_gives(tmp_path, many, worked):
    documents = many.assign(title="Rain", language="en", more=1.5).set_axis([7, 3] * (MANY // 2))
    documents.to_parquet(tmp_path / "documents.parquet")
    stream_quotes(tmp_path / "documents.parquet", tmp_path / "path")
    assert_as_in_memory(tmp_path / "path", documents)
    worked.clear()
    stream_quotes(documents, tmp_path / "path")
    assert worked == []


def test_the_sampling_frame_goes_into_the_tables(tmp_path):
    documents = documents_of(SAID)
    documents.attrs["frame"] = "full"
    documents.to_parquet(tmp_path / "documents.parquet")
    for number, given in enumerate((documents, tmp_path / "documents.parquet")):
        folder = stream_quotes(given, tmp_path / str(number))
        assert [table.attrs for table in tables_in(folder)] == [{"frame": "full"}] * 2
        assert_as_in_memory(folder, documents)


def test_articles_that_are_there_twice_are_in_the_tables_twice(tmp_path):
    documents = documents_of(*[SAID] * 30).assign(document="same")
    stream_quotes(documents, tmp_path)
    assert_as_in_memory(tmp_path, documents)
    assert len(tables_in(tmp_path)[0]) == 30


def test_documents_without_quotations_and_no_documents_give_empty_tables(tmp_path):
    for number, documents in enumerate((documents_of("Rain fell.", None), documents_of())):
        folder = stream_quotes(documents.astype({"document": "str", "text": "str"}), tmp_path / str(number))
        assert_as_in_memory(folder, documents)
        assert [len(table) for table in tables_in(folder)] == [0, 0]


def test_documents_are_unchanged(tmp_path, many):
    before = many.copy(deep=True)
    stream_quotes(many, tmp_path)
    pd.testing.assert_frame_equal(many, before)


def test_a_missing_column_is_named(tmp_path):
    documents = pd.DataFrame({"document": ["a"]})
    documents.to_parquet(tmp_path / "documents.parquet")
    for given in (documents, tmp_path / "documents.parquet"):
        with pytest.raises(ValueError, match="documents has no column text"):
            stream_quotes(given, tmp_path / "out")


def test_processes_must_be_positive(tmp_path):
    with pytest.raises(ValueError, match="at least 1"):
        stream_quotes(documents_of(SAID), tmp_path, processes=0)


def test_several_processes_give_the_same_tables(tmp_path, many, monkeypatch):
    monkeypatch.setattr(module, "rows_of", rows_of)
    stream_quotes(many, tmp_path, processes=2)
    assert_as_in_memory(tmp_path, many)
