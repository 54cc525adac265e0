import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.corpus import encoding, indexfiles
from mediastudy.corpus.index import TokenIndex
from mediastudy.corpus.tokenizer import fold, tokens

TEXTS = ["Aid for aid.", "", "More aid, More"]


def parts(index):
    return {name: np.asarray(array).tolist() for name, array in index.arrays().items()}


def saved(index, folder):
    indexfiles.save(folder, index.arrays())
    return folder


def opened(folder, **options):
    return TokenIndex.of_arrays(indexfiles.load(folder, **options))


def test_an_index_numbers_types_by_frequency_then_spelling():
    index = TokenIndex.build(TEXTS)
    assert index.types == ("aid", "more", "for")
    assert index.forms == ("Aid", "aid", "More", "for")
    assert index.printed.tolist() == [0, 3, 1, 2, 1, 2]
    assert index.offsets.tolist() == [0, 3, 3, 6]
    assert index.gaps.tolist() == [2, 0, 0, 2, 0, 1]
    assert index.places(0).tolist() == [0, 2, 4]


def test_an_index_of_nothing_is_empty():
    for texts in ([], ["", "..."]):
        index = TokenIndex.build(texts)
        assert (len(index.printed), index.types, len(index.offsets)) == (0, (), len(texts) + 1)


def test_printed_forms_are_recovered_for_every_token():
    index = TokenIndex.build(TEXTS)
    assert [index.forms[form] for form in index.printed] == [token for text in TEXTS for token in tokens(text)]


@given(st.lists(st.text(alphabet="abA's’ .-,对_é\u0301"), max_size=6))
@settings(deadline=None)
def test_the_index_holds_what_the_tokenizer_finds(texts):
    index = TokenIndex.build(texts)
    expected = [tokens(text) for text in texts]
    assert index.lengths.tolist() == [len(found) for found in expected]
    flat = [token for found in expected for token in found]
    assert [index.forms[form] for form in index.printed] == flat
    assert [index.types[kind] for kind in index.types_at(np.arange(len(flat)))] == [fold(token) for token in flat]
    assert [fold(flat[place]) for place in index.positions] == sorted(map(fold, flat), key=index.types.index)


def test_documents_in_several_runs_give_the_same_index(monkeypatch):
    whole = TokenIndex.build(TEXTS)
    monkeypatch.setattr(encoding, "FEW", 0)
    monkeypatch.setattr(encoding, "BATCH", 2)
    assert parts(TokenIndex.build(TEXTS)) == parts(whole)


@pytest.mark.parametrize("rows", [[0], [0, 2], [1], []])
def test_some_documents_taken_equal_an_index_built_from_them(rows):
    taken = TokenIndex.build(TEXTS).take(np.array(rows, dtype=np.int64))
    assert parts(taken) == parts(TokenIndex.build([TEXTS[row] for row in rows]))


@pytest.mark.parametrize("texts", [TEXTS, [], [""]])
def test_a_saved_index_opens_as_it_was(tmp_path, texts):
    index = TokenIndex.build(texts)
    assert parts(opened(saved(index, tmp_path / "index"))) == parts(index)


def test_an_opened_index_is_mapped_and_not_read(tmp_path):
    index = opened(saved(TokenIndex.build(TEXTS), tmp_path))
    assert isinstance(index.printed.base, np.memmap)


def test_saving_again_leaves_no_former_files(tmp_path):
    saved(TokenIndex.build(TEXTS), tmp_path)
    saved(TokenIndex.build(["Other words"]), tmp_path)
    listed = {
        entry["file"] for entry in json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))["files"].values()
    }
    assert {path.name for path in tmp_path.iterdir()} == {*listed, "index.json"}
    assert opened(tmp_path).types == ("other", "words")


def test_an_interrupted_save_leaves_the_former_index(tmp_path, monkeypatch):
    saved(TokenIndex.build(TEXTS), tmp_path)

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(indexfiles, "_kept", interrupt)
    with pytest.raises(KeyboardInterrupt):
        saved(TokenIndex.build(["Other words"]), tmp_path)
    assert parts(opened(tmp_path)) == parts(TokenIndex.build(TEXTS))
    assert not list(tmp_path.glob(".*")), "drafts are removed"


def test_a_folder_without_an_index_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match="holds no token index"):
        opened(tmp_path)


def test_a_flipped_byte_is_noticed(tmp_path):
    saved(TokenIndex.build(TEXTS), tmp_path)
    path = next(tmp_path.glob("printed-*.npy"))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(ValueError, match="checksum differs"):
        opened(tmp_path)
    assert opened(tmp_path, verify=False).types == ("aid", "more", "for")


def test_a_large_index_is_checked_only_when_asked(tmp_path, monkeypatch):
    path = next(saved(TokenIndex.build(TEXTS), tmp_path).glob("printed-*.npy"))
    path.write_bytes(path.read_bytes()[:-1] + b"\1")
    monkeypatch.setattr(indexfiles, "CHECKED", 1)
    assert opened(tmp_path).types == ("aid", "more", "for")
    with pytest.raises(ValueError, match="checksum differs"):
        opened(tmp_path, verify=True)


def test_a_cut_or_missing_file_is_noticed_without_checksums(tmp_path):
    saved(TokenIndex.build(TEXTS), tmp_path)
    path = next(tmp_path.glob("gaps-*.npy"))
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match="bytes instead of"):
        opened(tmp_path, verify=False)
    path.unlink()
    with pytest.raises(ValueError, match="is missing"):
        opened(tmp_path, verify=False)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("not json", "not JSON"),
        ("[]", "does not describe"),
        ('{"format": "something else"}', "does not describe"),
        ('{"format": "mediastudy token index", "version": 99}', "version 99"),
        ('{"format": "mediastudy token index", "version": 1}', "version 1"),
    ],
)
def test_a_foreign_index_is_refused(tmp_path, content, message):
    (tmp_path / "index.json").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        opened(tmp_path)
