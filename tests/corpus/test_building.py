import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mediastudy import storage
from mediastudy.corpus import Corpus, building, indexfiles, tokenizer
from mediastudy.corpus.scanning import Scanner

TEXTS = ["Aid for aid.", None, "More aid, More", "Oru's plan." + " " * 300 + "Done"]


def table(texts):
    return pd.DataFrame(
        {"document": [f"d{place}" for place in range(len(texts))], "text": pd.Series(texts, dtype="str")}
    )


def written(folder, texts):
    storage.write(table(texts), folder / "documents.parquet")
    return folder


def content(folder):
    return {path.name: path.read_bytes() for path in sorted((folder / "index").iterdir())}


def scanned(monkeypatch):
    """The texts that are tokenised from now on."""
    seen, scan = [], Scanner.scan
    monkeypatch.setattr(Scanner, "scan", lambda self, texts: (seen.extend(texts.listed), scan(self, texts))[1])
    return seen


@pytest.mark.parametrize("texts", [TEXTS, [], [None], ["支援"]])
def test_a_folder_gets_the_index_that_a_corpus_in_memory_saves(tmp_path, texts):
    built = Corpus.index_folder(written(tmp_path / "folder", texts))
    Corpus.build(table(texts)).save(tmp_path / "saved")
    assert content(tmp_path / "folder") == content(tmp_path / "saved")
    pd.testing.assert_frame_equal(built.documents, Corpus.open(tmp_path / "saved").documents)
    pd.testing.assert_frame_equal(built.documents, Corpus.build(table(texts)).documents)


@given(
    st.lists(st.text(alphabet="abA's’ .-,支é\u0301", max_size=12), max_size=6),
    st.lists(st.text(alphabet="abA's’ .-,支é\u0301", max_size=12), max_size=6),
    st.integers(1, 4),
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_extended_index_is_that_of_a_full_build(tmp_path_factory, before, more, run):
    extended, full = tmp_path_factory.mktemp("extended"), tmp_path_factory.mktemp("full")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "RUN", run)
        Corpus.index_folder(written(extended, before))
        Corpus.index_folder(written(extended, [*more, *before[1:]]))
        Corpus.index_folder(written(full, [*more, *before[1:]]))
    assert content(extended) == content(full)


def test_texts_that_are_known_are_not_tokenised_again(tmp_path, monkeypatch):
    Corpus.index_folder(written(tmp_path, TEXTS))
    seen = scanned(monkeypatch)
    Corpus.index_folder(written(tmp_path, ["New words", *TEXTS, "Last"]))
    assert seen == ["New words", "Last"]


def test_the_tokens_of_another_tokenizer_are_not_taken_over(tmp_path, monkeypatch):
    Corpus.index_folder(written(tmp_path, TEXTS))
    seen = scanned(monkeypatch)
    monkeypatch.setattr(tokenizer, "rules", lambda: "others")
    Corpus.index_folder(tmp_path)
    assert seen == [text or "" for text in TEXTS]


def test_a_damaged_former_index_is_built_anew(tmp_path):
    Corpus.index_folder(written(tmp_path, TEXTS))
    before = content(tmp_path)
    path = next((tmp_path / "index").glob("printed-*.npy"))
    path.write_bytes(path.read_bytes()[:-1] + b"\7")
    Corpus.index_folder(tmp_path)
    assert content(tmp_path) == before


def test_an_interrupted_build_leaves_the_former_index(tmp_path, monkeypatch):
    Corpus.index_folder(written(tmp_path, TEXTS))
    before = content(tmp_path)

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "_finish", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Corpus.index_folder(written(tmp_path, ["Other words"]))
    assert content(tmp_path) == before


def test_texts_opened_from_the_index_are_the_documents_own(tmp_path):
    corpus = Corpus.index_folder(written(tmp_path, TEXTS))
    assert [None if pd.isna(text) else text for text in corpus.documents["text"]] == TEXTS
    assert corpus.texts.letters.base is not None, "the texts lie in the file"


def test_checksums_tell_texts_apart():
    words = [indexfiles.FORMAT, indexfiles.FORMAT + " ", ""]
    assert len(np.unique(building.digests(building.Words.of(words)), axis=0)) == 3


def test_documents_without_a_text_column_are_refused(tmp_path):
    storage.write(pd.DataFrame({"document": ["a"]}), tmp_path / "documents.parquet")
    with pytest.raises(ValueError, match="has no column text"):
        Corpus.index_folder(tmp_path)
